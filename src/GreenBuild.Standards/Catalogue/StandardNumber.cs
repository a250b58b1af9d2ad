using System.Text;

namespace GreenBuild.Standards;

/// <summary>Reads the numbers of standards as people write them.</summary>
internal static class StandardNumber
{
    /// <summary>The year that a number ends with (<c>GB 12523-2025</c>, <c>HJ 663—2026</c>) or has in brackets (<c>沪建建材〔2016〕601号</c>), or <see langword="null"/> if it has none.</summary>
    public static int? YearOf(string number)
    {
        // Asked for every edition without dates, whenever one is looked for: nothing is allocated.
        var close = number.IndexOf('〕');
        var isBracketed = close >= 0 && number.IndexOf('〔') == close - 5;
        var end = isBracketed ? close : number.Length;
        var (year, digits) = (0, 0);
        for (var (i, place) = (end - 1, 1); i >= 0 && number[i] is >= '0' and <= '9' && digits < 5; i--, place *= 10, digits++) year += place * (number[i] - '0');
        if (isBracketed) return digits == 4 && year is > 1900 and < 2200 ? year : null;
        var before = end - digits - 1;
        if (before <= 0 || !IsDash(number[before])) return null;
        // Editions before 1995 carry two digits: GB 12523-90.
        return digits switch { 2 => 1900 + year, 4 when year is > 1900 and < 2200 => year, _ => null };
    }

    /// <summary>
    /// The form in which numbers are compared: capital letters, no blanks, plain hyphens, years of four digits.
    /// "GB 12523—2011", "gb12523-2011" and "GB12523 - 2011" are one.
    /// </summary>
    public static string Normalise(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            // Hyphens and dashes of several scripts, and the full-width solidus, are all seen in documents.
            if (IsDash(c))
            {
                if (result.Length > 0 && result[result.Length - 1] == '-') continue;
                result.Append('-');
            }
            else if (c == '\uFF0F') result.Append('/');
            else if (c == '\uFF08') result.Append('(');
            else if (c == '\uFF09') result.Append(')');
            else result.Append(char.ToUpperInvariant(c));
        }

        // Editions before 1995 carry two digits: GB 12523-90.
        var dash = result.Length - 3;
        if (dash > 0 && result[dash] == '-' && char.IsDigit(result[dash + 1]) && char.IsDigit(result[dash + 2]))
            result.Insert(dash + 1, "19");
        return result.ToString();
    }

    private static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\uFF0D';
}
