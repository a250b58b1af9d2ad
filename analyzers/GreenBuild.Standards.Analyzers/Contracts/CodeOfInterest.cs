using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GreenBuild.Standards.Components;
using GreenBuild.Standards.UnitsNetBridge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Tells which bodies of a compilation name something that a rule on operations knows: a member under contract, a number with a unit, an hour. The others are left alone.</summary>
/// <remarks>
/// Whatever calls a member under contract, reads it or writes it has to name it, and what overrides or implements it has its name. Where
/// the language calls members that nobody names (delegates, <c>Add</c> of a collection initialiser), everything is looked at as soon as one
/// of those is under contract; for an indexer, what has brackets in it. A name that is written with escapes (<c>L\u0065vel</c>) is not seen.
/// </remarks>
internal sealed class CodeOfInterest
{
    private readonly WordsOfInterest _words = new();
    private readonly ConcurrentDictionary<SyntaxTree, int[]> _positions = new();
    private bool _isAll;

    public CodeOfInterest(Compilation compilation, IEnumerable<ISymbol> mapped, Func<IAssemblySymbol, bool> seesLibrary, bool isRenamed)
    {
        // An attribute by any name may be a contract.
        _isAll = isRenamed;
        // The rules that ask for no contract, and attributes of lambdas and local functions.
        foreach (var word in new[] { "StandardValue", "StandardValueAttribute", "QuantityUnit", "QuantityUnitAttribute", nameof(DateTime.Hour), nameof(AssemblyTakeOff), nameof(AssemblyTakeOff.Structure) }) _words.Add(word);
        AddGuests();
        foreach (var symbol in mapped) AddSymbol(symbol);
        foreach (var reference in compilation.References)
        {
            if (_isAll) return;
            if (compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly || !seesLibrary(assembly)) continue;
            if (reference is not CompilationReference { Compilation: var other }) AddCompiled(assembly);
            else if (other is not CSharpCompilation || Mentions.AreRenamedIn(other)) _isAll = true;
            else foreach (var tree in other.SyntaxTrees) AddDeclared(tree);
        }

        foreach (var tree in compilation.SyntaxTrees) AddDeclared(tree);
        if (_words.HasConstructors) foreach (var tree in compilation.SyntaxTrees) AddAliases(tree.GetRoot());
    }

    /// <summary>Whether a rule could find anything in the body of a member.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public bool Includes(ISymbol member, ImmutableArray<IOperation> blocks)
    {
        if (_isAll || blocks.IsEmpty || member is IPropertySymbol { IsIndexer: true } or IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsIndexer: true } } or IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } || _words.Contains(NameOf(member))) return true;
        var tree = blocks[0].Syntax.SyntaxTree;
        if (!_positions.TryGetValue(tree, out var positions)) positions = _positions.GetOrAdd(tree, _words.PositionsIn(tree.GetText().ToString()));
        if (positions.Length == 0) return false;
        foreach (var block in blocks)
        {
            var span = block.Syntax.Span;
            var at = Array.BinarySearch(positions, span.Start);
            if (at < 0) at = ~at;
            if (at < positions.Length && positions[at] < span.End) return true;
        }

        return false;
    }

    /// <summary>The name that a member is declared with: an accessor has that of its property, and a constructor that of its type.</summary>
    private static string NameOf(ISymbol member)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor }) return member.ContainingType.Name;
        var name = member is IMethodSymbol { AssociatedSymbol: { } owner } ? owner.Name : member.Name;
        return WithoutInterface(name);
    }

    // An explicit implementation: GreenBuild.IMeter.Level.
    private static string WithoutInterface(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name.Substring(dot + 1) : name;

    private void AddGuests()
    {
        foreach (var counterpart in CounterpartTable.All)
        {
            _words.AddConstructor(counterpart.Guest, mayBeUnnamed: false);
            // new(90, LengthUnit.Millimeter)
            _words.Add(counterpart.Guest + "Unit");
            foreach (var (_, _, plural) in counterpart.Units)
            {
                _words.Add(plural);
                _words.Add("From" + plural);
            }
        }
    }

    private void AddCompiled(IAssemblySymbol assembly)
    {
        if (assembly.GetMetadata() is not { } metadata) _isAll = true;
        else
            foreach (var (type, member) in ContractMetadata.Of(metadata).Members)
            {
                if (member is ".ctor") AddConstructor(type);
                else AddMember(member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal) ? member.Substring(4) : member);
            }
    }

    private void AddConstructor(string type) => _words.AddConstructor(type.IndexOf('`') is >= 0 and var arity ? type.Substring(0, arity) : type);

    private void AddSymbol(ISymbol symbol)
    {
        switch (symbol)
        {
            case IParameterSymbol { ContainingSymbol: { } owner }: AddSymbol(owner); break;
            case IPropertySymbol { IsIndexer: true }: _words.HasIndexers = true; break;
            case IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }: _isAll = true; break;
            case IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type }: AddConstructor(type.Name); break;
            default: AddMember(symbol.Name); break;
        }
    }

    // Of the members that the language calls by itself, those that numbers are passed to or that give some.
    private void AddMember(string name)
    {
        name = WithoutInterface(name);
        if (name is "Add" or "Invoke" or "AppendFormatted" or "Select") _isAll = true;
        else _words.Add(name);
        if (name == "Item") _words.HasIndexers = true;
    }

    private void AddDeclared(SyntaxTree tree)
    {
        var mention = Mentions.In(tree);
        if (!mention.MayHoldContracts || _isAll) return;
        foreach (var attribute in mention.Attributes(CancellationToken.None)) AddOwner(attribute.Parent?.Parent);
        foreach (var attribute in mention.UnitAttributes(CancellationToken.None)) AddOwner(attribute.Parent?.Parent);
    }

    private void AddOwner(SyntaxNode? owner)
    {
        switch (owner)
        {
            case ParameterSyntax parameter:
                _words.Add(parameter.Identifier.ValueText is { Length: > 0 } name ? name : "value");
                if (parameter.Parent is BaseParameterListSyntax { Parent: not AnonymousFunctionExpressionSyntax } list) AddOwner(list.Parent);
                break;
            case MethodDeclarationSyntax method: AddMember(method.Identifier.ValueText); break;
            case LocalFunctionStatementSyntax function: AddMember(function.Identifier.ValueText); break;
            case PropertyDeclarationSyntax property: AddMember(property.Identifier.ValueText); break;
            case IndexerDeclarationSyntax: _words.HasIndexers = true; break;
            case AccessorDeclarationSyntax { Parent.Parent: { } property }: AddOwner(property); break;
            case BaseFieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables) AddMember(variable.Identifier.ValueText);
                break;
            case ConstructorDeclarationSyntax constructor: AddConstructor(constructor.Identifier.ValueText); break;
            // With a primary constructor.
            case TypeDeclarationSyntax type: AddConstructor(type.Identifier.ValueText); break;
            // Lambdas stand in the body that they belong to, and the attribute is seen there; a mapping is read as a symbol.
            case AnonymousFunctionExpressionSyntax or CompilationUnitSyntax or ConversionOperatorDeclarationSyntax or OperatorDeclarationSyntax: break;
            default: _isAll = true; break;
        }
    }

    // new Meter(75), where Meter is another name of a type.
    private void AddAliases(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
            if (node is UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: { Length: > 0 } name }) _words.AddConstructor(name);
    }
}
