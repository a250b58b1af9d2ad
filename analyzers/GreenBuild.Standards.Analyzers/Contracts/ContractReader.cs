using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Finds the contracts of the symbols of one compilation, and the limits that they stand for. One per compilation, for all analyzers.</summary>
internal sealed class ContractReader
{
    // The analyzers of one compilation ask about the same symbols and follow the same methods.
    private static readonly ConditionalWeakTable<Compilation, ContractReader> Readers = new();

    private const string Library = "GreenBuild.Standards";
    private const string AttributeName = Library + ".StandardValueAttribute";

    private readonly Lazy<INamedTypeSymbol?> _attribute;
    private readonly AnalyzerOptions _all;
    private readonly AnalyzerConfigOptionsProvider _options;
    private readonly Lazy<StandardsCatalogue> _catalogue;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Contract>> _contracts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _seesLibrary = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _mayHoldContracts = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly Lazy<HashSet<string>> _aliases;
    private readonly Lazy<bool> _isUsed;
    private readonly ConcurrentDictionary<(string Key, string When), Contract> _words = new();
    private readonly ConcurrentDictionary<SyntaxTree, Settings> _settings = new();
    private readonly Lazy<Dictionary<ISymbol, List<AttributeData>>> _mappings;
    private readonly Lazy<CodeOfInterest> _ofInterest;

    private ContractReader(Compilation compilation, AnalyzerOptions options)
    {
        _attribute = new(() => FindAttribute(compilation));
        _all = options;
        Values = new KnownValues(compilation);
        _mappings = new(() => ContractMapping.ReadAll(compilation));
        _options = options.AnalyzerConfigOptionsProvider;
        _compilation = compilation;
        _aliases = new(() => new(compilation.SyntaxTrees.SelectMany(static tree => Mentions.In(tree).Aliases), StringComparer.Ordinal));
        _isUsed = new(() => IsNamed() || compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => !IsLibrary(assembly) && SeesLibrary(assembly)));
        _ofInterest = new(() => new CodeOfInterest(compilation, _mappings.Value.Keys, SeesLibrary, _aliases.Value.Count > 0));
        _catalogue = new Lazy<StandardsCatalogue>(() => OverlayFiles.CatalogueOf(options.AdditionalFiles, CancellationToken.None));
    }

    /// <summary>Whether the library is referenced, and the build has not switched the rules off.</summary>
    public static bool IsAtWork(Compilation compilation, AnalyzerOptions options) => IsReferenced(compilation) && !Option.IsSwitchedOff(options.AnalyzerConfigOptionsProvider);

    /// <summary>The reader for a compilation, or <see langword="null"/> where the library is not referenced or the rules are switched off.</summary>
    public static ContractReader? For(Compilation compilation, AnalyzerOptions options)
    {
        if (Readers.TryGetValue(compilation, out var known) && known.IsFor(options)) return known;
        if (!IsAtWork(compilation, options)) return null;
        lock (Readers)
        {
            // With other options, as when an overlay is saved, it is read anew; the newest is the one that is asked for again.
            if (Readers.TryGetValue(compilation, out known) && known.IsFor(options)) return known;
            var reader = new ContractReader(compilation, options);
            Readers.Remove(compilation);
            Readers.Add(compilation, reader);
            return reader;
        }
    }

    private bool IsNamed()
    {
        var isNamed = false;
        // All files, though one would do: they are read while one thread is at work, and later several would wait for the one that reads them.
        foreach (var tree in _compilation.SyntaxTrees) isNamed |= Mentions.In(tree).IsUsed;
        return isNamed;
    }

    private bool IsFor(AnalyzerOptions options) => _all == options || (_options == options.AnalyzerConfigOptionsProvider && _all.AdditionalFiles.SequenceEqual(options.AdditionalFiles));

    private static bool IsReferenced(Compilation compilation)
    {
        // The file says it before the compiler has read the others: all references are read for the first who asks for a symbol.
        if (compilation.AssemblyName != Library)
            foreach (var reference in compilation.ExternalReferences)
                if (reference is PortableExecutableReference { FilePath: { } path } file && Path.GetFileNameWithoutExtension(path) == Library && ContractMetadata.Declares(file, AttributeName)) return true;
        return FindAttribute(compilation) is not null;
    }

    /// <summary>The attribute that contracts are written with, or <see langword="null"/> where the library is not referenced.</summary>
    private static INamedTypeSymbol? FindAttribute(Compilation compilation)
    {
        // Looking for a type goes through the tables of every reference; their names say in most compilations that it is in none.
        if (compilation.AssemblyName == Library) return compilation.GetTypeByMetadataName(AttributeName);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            if (assembly.Name == Library) return assembly.GetTypeByMetadataName(AttributeName);
        return null;
    }

    /// <summary>Which numbers the expressions of the compilation have.</summary>
    public KnownValues Values { get; }

    /// <summary>The contracts on what is put into a parameter, field or property, or returned from a method.</summary>
    public ImmutableArray<Contract> Of(ISymbol target) => target switch
    {
        IParameterSymbol parameter => Of(parameter),
        IFieldSymbol field => Of(field),
        IPropertySymbol property => Of(property),
        IMethodSymbol method => OfReturn(method),
        _ => ImmutableArray<Contract>.Empty,
    };

    /// <summary>The attributes that were read so far, those that are no contract too.</summary>
    public ConcurrentDictionary<AttributeSyntax, WrittenContract?> Written { get; } = new();

    /// <summary>Whether anything of the library can be met in the code: a file names it, or something that is referenced uses it. Who only refers to it pays nothing.</summary>
    public bool IsUsed => _isUsed.Value;

    /// <summary>Which bodies of the compilation name anything that a rule on operations knows.</summary>
    public CodeOfInterest OfInterest => _ofInterest.Value;

    /// <summary>The attributes of a file that may be contracts or mappings.</summary>
    public IReadOnlyList<AttributeSyntax> AttributesIn(SyntaxTree tree, CancellationToken cancellation) =>
        _aliases.Value.Count > 0 ? tree.GetRoot(cancellation).DescendantNodes().OfType<AttributeSyntax>().ToList() : Mentions.In(tree).Attributes(cancellation);

    /// <summary>Whether an attribute may be a contract by its name, or by one that a file gives to the attribute for itself or for all.</summary>
    public bool MayBeContract(AttributeSyntax attribute) =>
        Text.LastNameOf(attribute) is var name && (name is "StandardValue" or nameof(StandardValueAttribute) || (_aliases.Value.Count > 0 && (_aliases.Value.Contains(name) || _aliases.Value.Contains(name + "Attribute"))));

    /// <summary>Whether anything can be known about a symbol here: a contract may stand in its type or in those that it follows, or a mapping names it.</summary>
    public bool MayBeUnderContract(ISymbol symbol) => MayHoldContracts(symbol.ContainingType) || (_mappings.Value.Count > 0 && _mappings.Value.ContainsKey(symbol.OriginalDefinition));

    /// <summary>The catalogue that the compilation is judged by, its overlays included.</summary>
    public StandardsCatalogue Catalogue => _catalogue.Value;

    /// <summary>The day and the place that a file is judged for.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public Settings SettingsOf(SyntaxTree tree) =>
        _settings.TryGetValue(tree, out var settings) ? settings : _settings.GetOrAdd(tree, Settings.Of(_options.GetOptions(tree), _options.GlobalOptions));

    /// <summary>The contracts on what is put into a parameter.</summary>
    public ImmutableArray<Contract> Of(IParameterSymbol parameter) => Of(parameter, parameter.Type);

    /// <summary>The contracts on what is put into a field.</summary>
    public ImmutableArray<Contract> Of(IFieldSymbol field) => Of(field, field.Type);

    /// <summary>The contracts on what is put into a property, those of the parameter of a positional record and of the setter's own value included.</summary>
    public ImmutableArray<Contract> Of(IPropertySymbol property) => Of(property, property.Type);

    /// <summary>The contracts on what a method or a getter returns.</summary>
    public ImmutableArray<Contract> OfReturn(IMethodSymbol method) => Of(method, method.ReturnType);

    // The checkable ones only: what is wrong with the others is said once, where they are written.
    [MethodImpl(HotPath.OptimisedAtOnce)]
    private ImmutableArray<Contract> Of(ISymbol symbol, ITypeSymbol type)
    {
        // What most of all values are, no contract is about.
        if (type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Object or SpecialType.System_Void or SpecialType.System_Char) return ImmutableArray<Contract>.Empty;
        // Whatever is called is called again: one look for each, contract or not.
        var original = symbol.OriginalDefinition;
        if (_contracts.TryGetValue(original, out var contracts) && (original == (object)symbol || contracts.IsEmpty)) return contracts;
        // Nearly everything ends here: what is called belongs to assemblies that never heard of the library, or to types without contracts.
        if (contracts.IsDefault && !MayBeUnderContract(original)) return _contracts.GetOrAdd(original, ImmutableArray<Contract>.Empty);
        // Of a generic type one construction may hold numbers and another texts: each has an entry of its own.
        if (!Contract.IsCheckable(type)) return ImmutableArray<Contract>.Empty;
        return _contracts.TryGetValue(symbol, out contracts) ? contracts : _contracts.GetOrAdd(symbol, Read(original, type));
    }

    /// <summary>Whether a contract may stand in a type, its bases or its interfaces. Of the types compiled here the text of the files says so: most hold none, and no attribute is bound to find that out.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    private bool MayHoldContracts(INamedTypeSymbol? type)
    {
        if (type is null) return true;
        type = type.OriginalDefinition;
        if (_mayHoldContracts.TryGetValue(type, out var may)) return may;
        may = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly)
            ? _aliases.Value.Count > 0 || type.DeclaringSyntaxReferences.Any(static reference => Mentions.In(reference.SyntaxTree).MayHoldContracts)
                || IsBound(type)
            : SeesLibrary(type.ContainingAssembly) && (ContractMetadata.HasContracts(type) is not false || IsBound(type));
        return _mayHoldContracts[type] = may;
    }

    /// <summary>Whether a type has a base or an interface that may hold contracts: what overrides or implements a member under contract is bound by it, wherever that stands.</summary>
    public bool IsBound(INamedTypeSymbol type) => (type.BaseType is { } @base && MayHoldContracts(@base)) || type.Interfaces.Any(MayHoldContracts);

    /// <summary>Whether an assembly sees the attribute at all; most do not, and nothing of theirs is looked at.</summary>
    private bool SeesLibrary(IAssemblySymbol? assembly)
    {
        if (assembly is null) return false;
        if (_seesLibrary.TryGetValue(assembly, out var may)) return may;
        var seen = new HashSet<IAssemblySymbol>(SymbolEqualityComparer.Default);
        if (ReachesLibrary(assembly, seen)) return _seesLibrary[assembly] = true;
        // What cannot reach the library refers only to what cannot either.
        foreach (var other in seen) _seesLibrary[other] = false;
        return false;
    }

    private bool ReachesLibrary(IAssemblySymbol assembly, HashSet<IAssemblySymbol> seen)
    {
        if (IsLibrary(assembly)) return true;
        if (_seesLibrary.TryGetValue(assembly, out var known)) return known;
        // Assemblies may refer to each other in rings.
        if (!seen.Add(assembly)) return false;
        foreach (var module in assembly.Modules)
            foreach (var referenced in module.ReferencedAssemblySymbols)
                if (ReachesLibrary(referenced, seen)) return true;
        return false;
    }

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private ImmutableArray<Contract> Read(ISymbol symbol, ITypeSymbol type)
    {
        var found = ImmutableArray.CreateBuilder<Contract>();
        switch (symbol)
        {
            case IParameterSymbol parameter:
                Add(parameter.GetAttributes());
                if (PositionalProperty(parameter) is { } own) Add(own.GetAttributes());
                foreach (var declared in Inherited(parameter.ContainingSymbol)) Add(ParametersOf(declared)[parameter.Ordinal].GetAttributes());
                break;
            case IPropertySymbol property:
                AddProperty(property);
                foreach (var declared in Inherited(property)) AddProperty((IPropertySymbol)declared);
                break;
            case IMethodSymbol method:
                AddReturn(method);
                foreach (var declared in Inherited(method)) AddReturn((IMethodSymbol)declared);
                break;
            default:
                Add(symbol.GetAttributes());
                break;
        }

        if (_mappings.Value.TryGetValue(symbol, out var mappings))
            foreach (var mapping in mappings) AddContract(ReadMapping(mapping));
        return found.ToImmutable();

        void AddProperty(IPropertySymbol property)
        {
            Add(property.GetAttributes());
            if (property.SetMethod is { } setter) Add(setter.Parameters[setter.Parameters.Length - 1].GetAttributes());
            if (PositionalParameter(property) is { } positional) Add(positional.GetAttributes());
        }

        void AddReturn(IMethodSymbol method)
        {
            Add(method.GetReturnTypeAttributes());
            if (method.AssociatedSymbol is IPropertySymbol property) Add(property.GetAttributes());
        }

        void Add(ImmutableArray<AttributeData> attributes)
        {
            foreach (var attribute in attributes)
            {
                if (IsContract(attribute.AttributeClass)) AddContract(ReadContract(attribute));
            }
        }

        void AddContract(Contract contract)
        {
            if (contract.Problem is null && contract.ProblemWith(type) is null && !found.Contains(contract)) found.Add(contract);
        }
    }

    /// <summary>What a contract means here.</summary>
    public Contract ReadContract(string? key, string? when)
    {
        // A program has few different contracts, and writes them often.
        var words = (key ?? "", when ?? "");
        return _words.TryGetValue(words, out var known) ? known : _words.GetOrAdd(words, new Contract(Catalogue, key, when));
    }

    /// <summary>What the attribute of a contract means here.</summary>
    public Contract ReadContract(AttributeData attribute) => ReadContract(KeyOf(attribute), WhenOf(attribute));

    /// <summary>What the mapping of a member that cannot be edited means here.</summary>
    public Contract ReadMapping(AttributeData mapping) => ReadContract(ContractMapping.KeyOf(mapping), WhenOf(mapping));

    /// <summary>The contracts that a member takes over from those that it overrides or implements.</summary>
    public ImmutableArray<Contract> OfInherited(ISymbol symbol)
    {
        var found = ImmutableArray.CreateBuilder<Contract>();
        foreach (var declared in Inherited(symbol is IParameterSymbol parameter ? parameter.ContainingSymbol : symbol))
        {
            found.AddRange(symbol switch
            {
                IParameterSymbol own => Of(ParametersOf(declared)[own.Ordinal]),
                IPropertySymbol => Of((IPropertySymbol)declared),
                _ => OfReturn((IMethodSymbol)declared),
            });
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a type or member is one of the library.</summary>
    public bool IsOfLibrary(ISymbol symbol) => IsLibrary(symbol.ContainingAssembly);

    /// <summary>Whether an attribute class is that of contracts.</summary>
    public bool IsContract(ITypeSymbol? attributeClass) => attributeClass is not null && SymbolEqualityComparer.Default.Equals(attributeClass, _attribute.Value);

    private bool IsLibrary(IAssemblySymbol? assembly) => assembly is not null && SymbolEqualityComparer.Default.Equals(assembly, _attribute.Value?.ContainingAssembly);

    private static string? KeyOf(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string key } ? key : null;

    private static string? WhenOf(AttributeData attribute)
    {
        foreach (var named in attribute.NamedArguments)
            if (named.Key == "When") return named.Value is { Kind: TypedConstantKind.Primitive, Value: string when } ? when : null;
        return null;
    }

    /// <summary>The members that a member overrides or implements: their contracts bind it.</summary>
    private List<ISymbol> Inherited(ISymbol? member)
    {
        var found = new List<ISymbol>();
        if (member is not (IMethodSymbol or IPropertySymbol)) return found;
        for (var overridden = Overridden(member); overridden is not null; overridden = Overridden(overridden)) found.Add(overridden.OriginalDefinition);
        if (member.ContainingType is not { } type || member is IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet) })
            return found;

        foreach (var implemented in type.AllInterfaces)
        {
            if (!SeesLibrary(implemented.ContainingAssembly)) continue;
            foreach (var declared in implemented.GetMembers())
            {
                if (declared.Kind != member.Kind) continue;
                var implementation = type.FindImplementationForInterfaceMember(declared);
                if (implementation is not null && SymbolEqualityComparer.Default.Equals(implementation.OriginalDefinition, member)) found.Add(declared.OriginalDefinition);
            }
        }

        return found;

        static ISymbol? Overridden(ISymbol symbol) => symbol is IMethodSymbol method ? method.OverriddenMethod : ((IPropertySymbol)symbol).OverriddenProperty;
    }

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol member) =>
        member is IMethodSymbol method ? method.Parameters : ((IPropertySymbol)member).Parameters;

    /// <summary>The property that a positional record makes of a parameter: <c>[property: StandardValue]</c> stands on it alone.</summary>
    private static IPropertySymbol? PositionalProperty(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } type }
            ? type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(property => SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type)) : null;

    /// <summary>The parameter that a property of a positional record is made from: an attribute on it stays on the parameter.</summary>
    private static IParameterSymbol? PositionalParameter(IPropertySymbol property)
    {
        if (property.ContainingType is not { IsRecord: true } type) return null;
        foreach (var constructor in type.InstanceConstructors)
            foreach (var parameter in constructor.Parameters)
                if (parameter.Name == property.Name && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type)) return parameter;
        return null;
    }
}
