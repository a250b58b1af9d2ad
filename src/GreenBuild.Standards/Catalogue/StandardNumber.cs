using System.Text;

namespace GreenBuild.Standards;

/// <summary>Reads the numbers of standards as people write them.</summary>
internal static class StandardNumber
{
    /// <summary>The year that a number ends with (<c>GB 12523-2025</c>, <c>HJ 663—2026</c>), or <see langword="null"/> if it has none.</summary>
    public static int? YearOf(string number)
    {
        var text = Normalise(number);
        var dash = text.Length - 5;
        if (dash <= 0 || text[dash] != '-') return null;
        var year = 0;
        for (var i = dash + 1; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9') return null;
            year = (10 * year) + text[i] - '0';
        }

        return year is > 1900 and < 2200 ? year : null;
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
            if (c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\uFF0D')
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
}
