using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary>How many columns a text takes on a terminal.</summary>
/// <remarks>The widths are those of Spectre.Console, which looks each of them up in tables; of letters that come again and again they are kept.</remarks>
internal static class TextWidth
{
    // The width, and 1: of a letter that was not asked for yet it is 0.
    private static readonly byte[] s_known = new byte[char.MaxValue + 1];

    /// <summary>The width of a text in one line.</summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var letter in text)
        {
            if (letter is >= ' ' and <= '~') width++;
            // Two halves of one letter have a width together only.
            else if (char.IsSurrogate(letter)) return text.GetCellWidth();
            else width += s_known[letter] is > 0 and var known ? known - 1 : Look(letter);
        }

        return width;
    }

    private static int Look(char letter)
    {
        var width = letter.ToString().GetCellWidth();
        s_known[letter] = (byte)(width + 1);
        return width;
    }
}
