using GreenBuild.Standards.Projects;
namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>Numbers of a table: exactly as they are written.</summary>
internal static class TableNumber
{
    private static readonly string[] Missing = ["NA", "N/A", "NaN", "null", "none", "-", "--", "---", "—", "——", "/", "无", "缺测"];

    /// <summary>Whether a cell says that there is no value.</summary>
    public static bool IsMissing(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return true;
        // Almost every cell begins like a number, and no mark has more than four characters.
        if (text.Length > 4 || (text[0] is >= '0' and <= '9')) return false;
        foreach (var mark in Missing)
            if (text.Equals(mark.AsSpan(), StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Reads a number, and says what is wrong with one that cannot be read.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, bool hasDecimalComma, out decimal number, out BilingualText problem)
    {
        problem = default;
        if (TryReadShort(text, hasDecimalComma ? ',' : '.', out number)) return true;
        var plain = PlainText.Of(text.ToString());
        if (hasDecimalComma)
        {
            if (plain.IndexOf('.') >= 0)
            {
                problem = new($"'{InputError.Quote(plain)}' has a point, though the decimal sign of this file is a comma.", $"“{InputError.Quote(plain)}”含有小数点，而本文件以逗号为小数分隔符。");
                return false;
            }

            plain = plain.Replace(',', '.');
        }

        if (NumberText.TryParse(plain, out number, out problem)) return true;
        // Spreadsheets write large and small numbers as powers of ten.
        if (!RecordTable.TryReadPower(plain, out number)) return false;
        problem = default;
        return true;
    }

    /// <summary>Reads a number that is written plainly, as what its decimal is in binary.</summary>
    public static bool TryReadPlain(ReadOnlySpan<char> text, bool hasDecimalComma, out double number)
    {
        number = 0;
        if (!TrySplit(text, hasDecimalComma ? ',' : '.', out var mantissa, out var scale)) return false;
        // The same division by which a decimal becomes a double.
        number = mantissa / PowersOfTen[scale];
        if (text[0] == '-') number = -number;
        return true;
    }

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    // The scale is kept as decimal.Parse keeps it.
    private static bool TryReadShort(ReadOnlySpan<char> text, char point, out decimal number)
    {
        number = 0;
        if (!TrySplit(text, point, out var mantissa, out var digits)) return false;
        number = new decimal((int)mantissa, (int)(mantissa >> 32), 0, text[0] == '-', (byte)digits);
        return true;
    }

    // Up to 18 digits fit into a long, which is nearly every reading.
    private static bool TrySplit(ReadOnlySpan<char> text, char point, out long mantissa, out int decimals)
    {
        (mantissa, decimals) = (0, 0);
        var start = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var (digits, scale) = (0, -1);
        for (var i = start; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                if (++digits > 18) return false;
                mantissa = (mantissa * 10) + digit;
            }
            else if (text[i] == point && scale < 0)
            {
                scale = i;
            }
            else
            {
                return false;
            }
        }

        if (digits == 0) return false;
        decimals = scale < 0 ? 0 : text.Length - 1 - scale;
        return true;
    }
}
