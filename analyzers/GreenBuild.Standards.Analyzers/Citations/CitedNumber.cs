using System.Runtime.CompilerServices;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The number of an edition as somebody wrote it: <c>GB 12523-2011</c>, <c>GB/T50640—2010</c>, <c>GB 12523-90</c>.</summary>
/// <remarks>
/// Only finds where a number stands and of which parts it is made; whether it is the number of an edition, the catalogue says.
/// Capital letters are asked for: what is written small is an identifier, a file name or a link, and no citation.
/// </remarks>
internal readonly struct CitedNumber
{
    // "年版", "年局部修订", " edition".
    private const int MostWords = 12;

    private readonly string _text;
    private readonly int _prefixEnd;
    private readonly int _number;
    private readonly int _numberEnd;
    private readonly int _year;

    private CitedNumber(string text, int start, int prefixEnd, int number, int numberEnd, int year, int end)
    {
        _text = text;
        Start = start;
        _prefixEnd = prefixEnd;
        _number = number;
        _numberEnd = numberEnd;
        _year = year;
        End = end;
    }

    /// <summary>Where it starts in the text.</summary>
    public int Start { get; }

    /// <summary>Where it ends, exclusive.</summary>
    public int End { get; }

    /// <summary>Finds the next number from a position on; the cheap test of almost every text is the search for a dash between digits.</summary>
    public static bool TryFind(string text, int from, out CitedNumber cited)
    {
        for (var dash = from + 1; dash < text.Length - 2; dash++)
            if (IsDash(text[dash]) && TryReadAround(text, dash, from, out cited)) return true;
        cited = default;
        return false;
    }

    /// <summary>Where a number may stand in the text of a source file: at a dash between digits with a capital letter before them, or at an escape that may hide a part of it.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public static int[] PositionsIn(string source)
    {
        List<int>? found = null;
        for (var i = 0; i < source.Length - 1; i++)
        {
            var c = source[i];
            // The escapes \u2014, \U00002014 and \x2014 may be the dash of nearly every text.
            if (c == '\\' ? source[i + 1] is 'u' or 'U' or 'x' : (c == '-' || c >= '\u2010') && IsDash(c) && i > 0 && IsBetweenDigits(source, i)) (found ??= []).Add(i);
        }

        return found?.ToArray() ?? [];
    }

    private static bool IsBetweenDigits(string source, int dash)
    {
        var after = dash + 1;
        while (after < source.Length && (IsBlank(source[after]) || IsDash(source[after]))) after++;
        if (after == source.Length || !IsDigit(source[after])) return false;
        var before = dash - 1;
        while (before > 0 && (IsBlank(source[before]) || IsDash(source[before]))) before--;
        if (!IsDigit(source[before])) return false;
        while (before > 0 && (IsDigit(source[before]) || source[before] == '.')) before--;
        while (before > 0 && IsBlank(source[before])) before--;
        return IsCapital(source[before]);
    }

    /// <summary>The number with the year of a revision behind it, as in <c>GB/T 50378-2019 (2024)</c> and <c>GB/T 50378-2019（2024年版）</c>; <see langword="null"/> if none is named.</summary>
    public string? Revised()
    {
        var open = End;
        while (open < _text.Length && IsBlank(_text[open])) open++;
        if (open >= _text.Length || _text[open] is not ('(' or '\uFF08')) return null;
        var end = open + 1;
        while (end < _text.Length && IsDigit(_text[end])) end++;
        // Behind the year may stand what it is the year of, and then the end of it.
        var close = end;
        while (close < _text.Length && close < end + MostWords && _text[close] is not (')' or '\uFF09')) close++;
        return end == open + 5 && close < _text.Length && _text[close] is (')' or '\uFF09') && !IsDash(_text[end]) ? ToString() + " (" + Part(open + 1, end) + ")" : null;
    }

    /// <summary>Another number in the manner of this one: its blanks, dash and solidus stay as they are.</summary>
    public string Rewrite(string other)
    {
        if (!TryFind(other, 0, out var model) || model.Start != 0 || model.End != other.Length) return other;
        var prefix = other.Substring(0, model._prefixEnd);
        if (Part(Start, _prefixEnd).IndexOf('\uFF0F') >= 0) prefix = prefix.Replace('/', '\uFF0F');
        return prefix + Part(_prefixEnd, _number) + other.Substring(model._number, model._numberEnd - model._number) + Part(_numberEnd, _year) + other.Substring(model._year);
    }

    /// <summary>The number as it was written.</summary>
    public override string ToString() => Part(Start, End);

    private string Part(int start, int end) => _text.Substring(start, end - start);

    private static bool TryReadAround(string text, int dash, int from, out CitedNumber cited)
    {
        cited = default;

        // The year: all digits there are, four of them or two, and then the end of the word.
        var year = dash + 1;
        if (IsDash(text[year])) year++; // the Chinese dash is often typed twice
        while (year < text.Length && IsBlank(text[year])) year++;
        var end = year;
        while (end < text.Length && IsDigit(text[end])) end++;
        var numberEnd = dash;
        while (numberEnd > from && IsBlank(text[numberEnd - 1])) numberEnd--;
        // "GB 12523 - 90 dB" is no edition of 1990.
        var isSpaced = year > dash + 1 && IsBlank(text[year - 1]) || numberEnd < dash;
        if (!(end - year == 4 || (end - year == 2 && !isSpaced))) return false;
        if (end < text.Length && IsWord(text[end])) return false;
        // "GB12523-2011.pdf" names a file, and "GB 12523-90-1" something else.
        if (end + 1 < text.Length && (text[end] == '.' || IsDash(text[end])) && IsWord(text[end + 1])) return false;

        // The number: digits, with points for parts (GB 16710.1).
        var number = numberEnd;
        while (number > from && (IsDigit(text[number - 1]) || (text[number - 1] == '.' && number < numberEnd))) number--;
        if (number == numberEnd || text[number] == '.') return false;

        // The letters before it: GB, GB/T, HJ, DB11/T.
        var prefixEnd = number;
        while (prefixEnd > from && IsBlank(text[prefixEnd - 1])) prefixEnd--;
        var start = prefixEnd;
        while (start > from && IsCapital(text[start - 1])) start--;
        if (start == prefixEnd) return false;
        if (start - 1 > from && text[start - 1] is '/' or '\uFF0F')
        {
            // "GB/T 50640" is one; "GB 3096-2008/GB 12523-2011" are two, and the second starts after the solidus.
            var before = start - 1;
            while (before > from && IsDigit(text[before - 1])) before--;
            var letters = before;
            while (letters > from && IsCapital(text[letters - 1])) letters--;
            if (letters < before) start = letters;
        }

        if (start > 0 && (IsWord(text[start - 1]) || IsInLink(text, start))) return false;
        cited = new CitedNumber(text, start, prefixEnd, number, numberEnd, year, end);
        return true;
    }

    // A link keeps leading where it leads.
    private static bool IsInLink(string text, int position)
    {
        var word = position;
        while (word > 0 && !char.IsWhiteSpace(text[word - 1])) word--;
        return text.IndexOf("://", word, position - word, StringComparison.Ordinal) >= 0;
    }

    private static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\uFF0D';

    private static bool IsBlank(char c) => c is ' ' or '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u202F' or '\u3000';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsCapital(char c) => c is >= 'A' and <= 'Z';

    // Chinese letters are no part of the word: 按GB 12523-2011执行.
    private static bool IsWord(char c) => IsDigit(c) || IsCapital(c) || c is (>= 'a' and <= 'z') or '_';
}
