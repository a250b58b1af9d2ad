using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Names that code has to mention where a rule could find anything in it, and where they stand in a text.</summary>
/// <remarks>The text of a file is read once, without the compiler: most of it names nothing that any rule knows, and is not looked at further.</remarks>
internal sealed class WordsOfInterest
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _constructors = new(StringComparer.Ordinal);

    private static readonly bool[] Parts = Enumerable.Range(0, 128).Select(static c => char.IsLetterOrDigit((char)c) || c == '_').ToArray();

    // By a hash of their letters: nearly every other word ends there.
    private readonly bool[] _mayBe = new bool[8192];

    /// <summary>Whether a type with a constructor of interest is among them: it may be called without being named.</summary>
    public bool HasConstructors { get; private set; }

    /// <summary>Whether an indexer is: every bracket is of interest then.</summary>
    public bool HasIndexers { get; set; }

    /// <summary>Adds a name that is of interest wherever it stands.</summary>
    public void Add(string name) => AddWord(name);

    /// <summary>Adds a type whose constructor is of interest: its name is one where something is passed on.</summary>
    public void AddConstructor(string type, bool mayBeUnnamed = true)
    {
        _constructors.Add(type);
        AddWord(type + "(");
        AddWord(type + "<");
        // An attribute leaves the end of its name away.
        if (type.EndsWith("Attribute", StringComparison.Ordinal)) AddConstructor(type.Substring(0, type.Length - "Attribute".Length), mayBeUnnamed: false);
        if (!mayBeUnnamed || HasConstructors) return;
        HasConstructors = true;
        AddWord("new(");
        AddWord("base(");
        AddWord("this(");
    }

    /// <summary>Whether a name is of interest, as that of a member or of a type whose constructor is.</summary>
    public bool Contains(string name) => _words.Contains(name) || _constructors.Contains(name);

    /// <summary>Where the words stand in a text, in order.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public int[] PositionsIn(string text)
    {
        var found = new List<int>();
        // A method that is translated once and for all asks for each field each time.
        var (mayBe, parts, hasIndexers) = (_mayBe, Parts, HasIndexers);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '[' && hasIndexers) found.Add(i);
            if (!(c < 128 ? parts[c] : IsOtherPart(c))) continue;
            var start = i;
            uint hash = c;
            while (i + 1 < text.Length && text[i + 1] is var next && (next < 128 ? parts[next] : IsOtherPart(next)))
            {
                hash = (hash * 31) + next;
                i++;
            }

            if (!mayBe[hash % (uint)mayBe.Length]) continue;
            var word = text.Substring(start, i + 1 - start);
            if (_words.Contains(word) || (Following(text, i + 1) is var behind && behind is '(' or '<' && _words.Contains(word + behind))) found.Add(start);
        }

        return found.ToArray();
    }

    private void AddWord(string word)
    {
        _words.Add(word);
        uint hash = 0;
        foreach (var c in word)
            if (c is not ('(' or '<')) hash = (hash * 31) + c;
        _mayBe[hash % (uint)_mayBe.Length] = true;
    }

    private static char Following(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        return position < text.Length ? text[position] : '\0';
    }

    private static bool IsOtherPart(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format or UnicodeCategory.LetterNumber;
}
