using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>Numbers as people type them: a sign, digits and a decimal point, the same in every culture.</summary>
internal static class NumberText
{
    /// <summary>Reads a number, and says what is wrong with one that cannot be read.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="number">The number, exactly as it is written.</param>
    /// <param name="problem">What is wrong, as a sentence; empty if nothing is.</param>
    public static bool TryParse(string text, out decimal number, out BilingualText problem)
    {
        // Asked for every condition on a number: what is wrong is only put into words where something is.
        if (IsPlain(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && IsExact(text, number))
        {
            problem = default;
            return true;
        }

        number = 0;
        problem = ProblemWith(text);
        return false;
    }

    private static BilingualText ProblemWith(string text)
    {
        var quoted = InputError.Quote(text);
        if (text.Length == 0) return new("The number is missing.", "缺少数值。");
        // A comma could be a decimal sign or stand between thousands: 1,5 must become neither 1.5 nor 15.
        if (text.IndexOfAny([',', '，']) >= 0) return new($"'{quoted}' has a comma: write a decimal point (1.5), and nothing between thousands (1500).", $"“{quoted}”含有逗号：请使用小数点（1.5），千位之间不加任何符号（1500）。");
        if (IsPowerOfTen(text)) return new($"'{quoted}' is written as a power of ten: write all its digits.", $"“{quoted}”采用了指数写法：请写出全部数字。");
        if (!IsPlain(text)) return new($"'{quoted}' is not a number.", $"“{quoted}”不是数值。");
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? new($"'{quoted}' has more digits than can be kept exactly (28).", $"“{quoted}”位数过多，无法精确表示（28 位）。")
            : new($"'{quoted}' is too large.", $"“{quoted}”数值过大。");
    }

    // A decimal rounds away the digits that it cannot hold; up to 28 it holds.
    private static bool IsExact(string text, decimal value) => text.Length <= 28 || Digits(value.ToString(CultureInfo.InvariantCulture)) == Digits(text);

    private static bool IsPlain(string text)
    {
        var (digits, points) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '0' and <= '9') digits++;
            else if (text[i] == '.') points++;
            else if (i > 0 || text[i] is not ('+' or '-')) return false;
        }

        return digits > 0 && points <= 1;
    }

    private static bool IsPowerOfTen(string text)
    {
        var e = text.IndexOfAny(['e', 'E']);
        return e > 0 && IsPlain(text.Substring(0, e)) && IsPlain(text.Substring(e + 1));
    }

    /// <summary>What of a plain number counts: no sign, and no zeros before or behind.</summary>
    private static string Digits(string text)
    {
        var digits = text.TrimStart('+', '-').TrimStart('0');
        return digits.IndexOf('.') < 0 ? digits : digits.TrimEnd('0').TrimEnd('.');
    }
}
