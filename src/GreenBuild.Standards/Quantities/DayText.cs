namespace GreenBuild.Standards;

/// <summary>Days as people write them.</summary>
internal static class DayText
{
    /// <summary>Reads <c>2026-01-31</c>, <c>2026-1-31</c>, <c>2026/01/31</c> and <c>2026年1月31日</c>, digits of full width among them: the year stands first in all of them, so that nothing can be confused.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The day.</param>
    /// <param name="problem">What is wrong, as a sentence; empty if nothing is.</param>
    public static bool TryRead(string text, out CalendarDate date, out BilingualText problem)
    {
        (date, problem) = (default, default);
        var plain = PlainText.Of(text).Trim();
        if (TrySplit(plain, out var year, out var month, out var day) && Exists(year, month, day))
        {
            date = new CalendarDate(year, month, day);
            return true;
        }

        problem = NoSuch(plain) ?? new($"'{InputError.Quote(text)}' is not a day of the form 2026-01-31.", $"“{InputError.Quote(text)}”不是 2026-01-31 形式的日期。");
        return false;
    }

    /// <summary>That there is no such day, of a text that has the form of one; else <see langword="null"/>.</summary>
    public static BilingualText? NoSuch(string text)
    {
        if (!TrySplit(text, out var year, out var month, out var day) || Exists(year, month, day)) return null;
        var quoted = InputError.Quote(text);
        if (year == 0) return new($"There is no such day as '{quoted}'.", $"没有“{quoted}”这一天。");
        if (month is < 1 or > 12) return new($"There is no such day as '{quoted}': a year has 12 months.", $"没有“{quoted}”这一天：一年只有 12 个月。");
        var days = DateTime.DaysInMonth(year, month);
        var name = new DateTime(year, month, 1).ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
        return new($"There is no such day as '{quoted}': {name} has {days} days.", $"没有“{quoted}”这一天：{year} 年 {month} 月只有 {days} 天。");
    }

    private static bool Exists(int year, int month, int day) => year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool TrySplit(string text, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        if (text.Length < 8 || text[4] is not ('-' or '/' or '年')) return false;
        var isChinese = text[4] == '年';
        if (isChinese != (text[text.Length - 1] == '日')) return false;
        var second = text.IndexOf(isChinese ? '月' : text[4], 5);
        var end = isChinese ? text.Length - 1 : text.Length;
        return second > 0 && TryNumber(text, 0, 4, out year) && TryNumber(text, 5, second, out month) && TryNumber(text, second + 1, end, out day);
    }

    private static bool TryNumber(string text, int start, int end, out int number)
    {
        number = 0;
        if (end <= start || end - start > (start == 0 ? 4 : 2)) return false;
        for (var i = start; i < end; i++)
        {
            if (text[i] is < '0' or > '9') return false;
            number = (number * 10) + (text[i] - '0');
        }

        return true;
    }
}
