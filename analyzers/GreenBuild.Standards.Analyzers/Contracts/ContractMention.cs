using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Whether the text of a file names the library and its attribute of contracts. Found once for a file, however often the others of its project change.</summary>
internal sealed class ContractMention
{
    // StandardValue, StandardValueAttribute and StandardValueOf all begin with it. Written with escapes (\u0053tandardValue) it is not seen.
    private const string Name = "StandardValue";

    private static readonly ConditionalWeakTable<SyntaxTree, ContractMention> Known = new();

    // The namespaces of the library and of its guest.
    private static readonly string[] Namespaces = ["GreenBuild", "UnitsNet"];

    private ContractMention(bool mayHoldContracts, bool isRenamed, bool isUsed) => (MayHoldContracts, IsRenamed, IsUsed) = (mayHoldContracts, isRenamed, isUsed);

    /// <summary>Whether a contract may stand in the file: it names the attribute, or declares a quantity of its own.</summary>
    public bool MayHoldContracts { get; }

    /// <summary>Whether the file may give the attribute another name (<c>using Limit = GreenBuild.Standards.StandardValueAttribute</c>), for itself or for all files.</summary>
    public bool IsRenamed { get; }

    /// <summary>Whether the file names the attribute, the library or its guest. The file of global usings does for all others.</summary>
    public bool IsUsed { get; }

    /// <summary>Reads a file.</summary>
    public static ContractMention In(SyntaxTree tree) => Known.GetValue(tree, static tree => Read(tree.GetText().ToString()));

    private static ContractMention Read(string text)
    {
        var at = text.IndexOf(Name, StringComparison.Ordinal);
        // A quantity of one's own says its units, and contracts speak of them.
        if (at < 0) return new(text.IndexOf("QuantityUnit", StringComparison.Ordinal) >= 0, false, Array.Exists(Namespaces, name => text.IndexOf(name, StringComparison.Ordinal) >= 0));
        for (; at >= 0; at = text.IndexOf(Name, at + 1, StringComparison.Ordinal))
        {
            var before = at;
            while (before > 0 && (char.IsLetterOrDigit(text[before - 1]) || char.IsWhiteSpace(text[before - 1]) || text[before - 1] is '.' or ':' or '_' or '@')) before--;
            if (before > 0 && text[before - 1] == '=') return new(true, true, true);
        }

        return new(true, false, true);
    }
}
