using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Whether the text of a file names the attribute of contracts. Found once for a file, however often the others of its project change.</summary>
internal sealed class ContractMention
{
    // StandardValue, StandardValueAttribute and StandardValueOf all begin with it. Written with escapes (\u0053tandardValue) it is not seen.
    private const string Name = "StandardValue";

    private static readonly ConditionalWeakTable<SyntaxTree, ContractMention> Known = new();

    private ContractMention(bool isMentioned, bool isRenamed) => (IsMentioned, IsRenamed) = (isMentioned, isRenamed);

    /// <summary>Whether the name stands anywhere in the file.</summary>
    public bool IsMentioned { get; }

    /// <summary>Whether the file may give the attribute another name (<c>using Limit = GreenBuild.Standards.StandardValueAttribute</c>), for itself or for all files.</summary>
    public bool IsRenamed { get; }

    /// <summary>Reads a file.</summary>
    public static ContractMention In(SyntaxTree tree) => Known.GetValue(tree, static tree => Read(tree.GetText().ToString()));

    private static ContractMention Read(string text)
    {
        var at = text.IndexOf(Name, StringComparison.Ordinal);
        if (at < 0) return new(false, false);
        for (; at >= 0; at = text.IndexOf(Name, at + 1, StringComparison.Ordinal))
        {
            var before = at;
            while (before > 0 && (char.IsLetterOrDigit(text[before - 1]) || char.IsWhiteSpace(text[before - 1]) || text[before - 1] is '.' or ':' or '_' or '@')) before--;
            if (before > 0 && text[before - 1] == '=') return new(true, true);
        }

        return new(true, false);
    }
}
