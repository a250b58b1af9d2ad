using System.Text;

namespace GreenBuild.Standards;

/// <summary>What someone typed, with the full-width letters and digits of a Chinese keyboard made plain.</summary>
internal static class PlainText
{
    // Commas, brackets and the like of full width stand in Chinese titles, and are left.
    private const string Signs = "－／．：＝＋％＿＾＃";

    /// <summary>Makes full-width letters, digits and the signs of keys, dates and units plain. Not for paths, in which they may be meant.</summary>
    public static string Of(string text)
    {
        // Nearly always nothing is of full width, and long tables are read cell by cell.
        var first = 0;
        while (first < text.Length && text[first] < '\u3000') first++;
        if (first == text.Length) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' || Signs.IndexOf(c) >= 0) plain.Append((char)(c - 0xFEE0));
            else plain.Append(c == '\u3000' ? ' ' : c);
        }

        return plain.ToString();
    }
}
