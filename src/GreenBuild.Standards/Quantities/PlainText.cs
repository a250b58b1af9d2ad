using System.Text;

namespace GreenBuild.Standards.Tool;

/// <summary>What someone typed, with the full-width letters and digits of a Chinese keyboard made plain.</summary>
internal static class PlainText
{
    // Commas, brackets and the like of full width stand in Chinese titles, and are left.
    private const string Signs = "－／．：＝＋％＿＾＃";

    /// <summary>Makes full-width letters, digits and the signs of keys, dates and units plain. Not for paths, in which they may be meant.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' || Signs.Contains(c)) plain.Append((char)(c - 0xFEE0));
            else plain.Append(c == '\u3000' ? ' ' : c);
        }

        return plain.ToString();
    }
}
