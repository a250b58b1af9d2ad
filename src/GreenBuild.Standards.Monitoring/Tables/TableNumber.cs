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
        var plain = text.ToString();
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

    // Up to 18 digits fit into a long, which is nearly every reading; the scale is kept as decimal.Parse keeps it.
    private static bool TryReadShort(ReadOnlySpan<char> text, char point, out decimal number)
    {
        number = 0;
        var start = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var (digits, scale, mantissa) = (0, -1, 0L);
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
        number = new decimal((int)mantissa, (int)(mantissa >> 32), 0, start == 1 && text[0] == '-', (byte)(scale < 0 ? 0 : text.Length - 1 - scale));
        return true;
    }
}
