using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GreenBuild.Standards.Analyzers;

/// <summary>What the text of a file names that rules ask for: the library and its attributes, numbers of editions, waivers. Read once for a file and all rules, however often the others of its project change.</summary>
internal sealed class Mentions
{
    // StandardValue, StandardValueAttribute and StandardValueOf all begin with it. Written with escapes (\u0053tandardValue) it is not seen.
    private const string Name = "StandardValue";

    // A quantity of one's own says its units, and contracts speak of them.
    private const string UnitName = "QuantityUnit";

    private const string Directive = "using";

    private static readonly ConditionalWeakTable<SyntaxTree, Mentions> Known = new();
    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> Renamed = new();

    // The namespaces of the library and of its guest.
    private static readonly string[] Namespaces = ["GreenBuild", "UnitsNet"];

    private readonly SyntaxTree _tree;
    private readonly List<int> _names = [];
    private readonly List<int> _units = [];
    private readonly List<int> _constants = [];
    private readonly List<string>? _aliases;
    private ImmutableArray<AttributeSyntax> _attributes;

    private Mentions(SyntaxTree tree)
    {
        _tree = tree;
        var text = tree.GetText().ToString();
        Find(text, Name, _names);
        Find(text, UnitName, _units);
        IsUsed = _names.Count > 0 || Array.Exists(Namespaces, name => text.IndexOf(name, StringComparison.Ordinal) >= 0);
        foreach (var at in _names.Concat(_units))
            if (AliasAt(text, at) is { } alias) (_aliases ??= []).Add(alias);
        MayWaiveByDirective = text.IndexOf("pragma", StringComparison.Ordinal) >= 0 && text.IndexOf("GBS", StringComparison.Ordinal) >= 0;
        MayWaiveByAttribute = text.IndexOf("SuppressMessage", StringComparison.Ordinal) >= 0;
        Numbers = CitedNumber.PositionsIn(text);
        Find(text, nameof(LimitValues), _constants);
        Find(text, nameof(RequirementKeys), _constants);
    }

    /// <summary>Whether a contract may stand in the file: it names the attribute, or declares a quantity of its own.</summary>
    public bool MayHoldContracts => _names.Count + _units.Count > 0;

    /// <summary>Whether a quantity of its own may be declared in the file.</summary>
    public bool MayHoldQuantities => _units.Count > 0;

    /// <summary>The other names that the file may give to the attributes (<c>using Limit = GreenBuild.Standards.StandardValueAttribute</c>), for itself or for all files.</summary>
    public IReadOnlyList<string> Aliases => _aliases ?? (IReadOnlyList<string>)[];

    /// <summary>Whether the file names the attribute, the library or its guest. The file of global usings does for all others.</summary>
    public bool IsUsed { get; }

    /// <summary>Whether a directive of the file may switch one of the rules off.</summary>
    public bool MayWaiveByDirective { get; }

    /// <summary>Whether an attribute of the file may.</summary>
    public bool MayWaiveByAttribute { get; }

    /// <summary>Where the number of an edition may stand, in a text or a comment.</summary>
    public int[] Numbers { get; }

    /// <summary>Where the constants of the library may be named, which are those of one edition.</summary>
    public IReadOnlyList<int> Constants => _constants;

    /// <summary>Whether any file of a compilation gives one of the attributes another name: then an attribute by any name may be one of them.</summary>
    public static bool AreRenamedIn(Compilation compilation) => Renamed.GetValue(compilation, static compilation => new(compilation.SyntaxTrees.Any(static tree => In(tree).Aliases.Count > 0))).Value;

    /// <summary>Reads a file.</summary>
    public static Mentions In(SyntaxTree tree) => Known.GetValue(tree, static tree => new(tree));

    /// <summary>The attributes of the file that have the name of a contract.</summary>
    public ImmutableArray<AttributeSyntax> Attributes(CancellationToken cancellation)
    {
        if (_attributes.IsDefault) _attributes = AttributesAt(_names, cancellation);
        return _attributes;
    }

    /// <summary>The attributes of the file that say the unit of a number.</summary>
    public ImmutableArray<AttributeSyntax> UnitAttributes(CancellationToken cancellation) => AttributesAt(_units, cancellation);

    private ImmutableArray<AttributeSyntax> AttributesAt(List<int> positions, CancellationToken cancellation)
    {
        if (positions.Count == 0) return ImmutableArray<AttributeSyntax>.Empty;
        var root = _tree.GetRoot(cancellation);
        var found = ImmutableArray.CreateBuilder<AttributeSyntax>(positions.Count);
        foreach (var position in positions)
        {
            var token = root.FindToken(position);
            // A comment or a text that mentions it.
            if (!token.IsKind(SyntaxKind.IdentifierToken) || !token.Span.Contains(position)) continue;
            if (token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && (found.Count == 0 || found[found.Count - 1] != attribute)) found.Add(attribute);
        }

        return found.ToImmutable();
    }

    private static void Find(string text, string name, List<int> positions)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal)) positions.Add(at);
    }

    private static string? AliasAt(string text, int at)
    {
        var before = at;
        while (before > 0 && (char.IsLetterOrDigit(text[before - 1]) || char.IsWhiteSpace(text[before - 1]) || text[before - 1] is '.' or ':' or '_' or '@')) before--;
        if (before == 0 || text[before - 1] != '=') return null;
        // "using Limit = ", and not the value of a variable.
        var end = before = EndOfWordBefore(before - 1);
        while (before > 0 && (char.IsLetterOrDigit(text[before - 1]) || text[before - 1] is '_' or '@')) before--;
        var alias = text.Substring(before, end - before).TrimStart('@');
        before = EndOfWordBefore(before);
        return before >= Directive.Length && string.CompareOrdinal(text, before - Directive.Length, Directive, 0, Directive.Length) == 0 ? alias : null;

        int EndOfWordBefore(int position)
        {
            while (position > 0 && char.IsWhiteSpace(text[position - 1])) position--;
            return position;
        }
    }
}
