namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>Times as tables write them: the year stands first in all of them, so that nothing can be confused.</summary>
internal static class TableTime
{
    private static readonly DateTime SerialOrigin = new(1899, 12, 30);

    /// <summary>
    /// Reads <c>2026-01-05 22:00:30.5</c>, with <c>T</c>, <c>/</c> or <c>年月日</c> and numbers of one digit, with an offset or <c>Z</c> behind it; <c>20260105220030</c> with or
    /// without seconds; a day alone; and the serial number of a spreadsheet (46027.9167). 24:00 is the beginning of the next day.
    /// </summary>
    /// <param name="text">The time as the table writes it.</param>
    /// <param name="local">The time.</param>
    /// <param name="offset">Its offset, where it has one.</param>
    /// <param name="isTwentyFour">Whether it is written as 24:00.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTime local, out TimeSpan? offset, out bool isTwentyFour)
    {
        (local, offset, isTwentyFour) = (default, null, false);
        var at = 0;
        if (!TryNumber(text, ref at, out var year, out var digits)) return false;
        if (at == text.Length || text[at] == '.')
        {
            if (digits == 5) return TryReadSerial(text, out local);
            if (at < text.Length || digits is not (8 or 12 or 14)) return false;
            isTwentyFour = digits > 8 && Part(text, 8, 2) == 24;
            return TryMake(Part(text, 0, 4), Part(text, 4, 2), Part(text, 6, 2), digits > 8 ? Part(text, 8, 2) : 0, digits > 8 ? Part(text, 10, 2) : 0, digits > 12 ? Part(text, 12, 2) : 0, 0, out local);
        }

        if (digits != 4 || text[at] is not ('-' or '/' or '年' or '.')) return false;
        at++;
        if (!TryNumber(text, ref at, out var month, out digits) || digits > 2 || at == text.Length || text[at] is not ('-' or '/' or '月' or '.')) return false;
        at++;
        if (!TryNumber(text, ref at, out var day, out digits) || digits > 2) return false;
        if (at < text.Length && text[at] == '日') at++;
        if (at == text.Length) return TryMake(year, month, day, 0, 0, 0, 0, out local);
        if (text[at] is not (' ' or 'T' or 't')) return false;
        while (at < text.Length && text[at] is ' ' or 'T' or 't') at++;
        if (!TryClock(text, ref at, out var hour, out var minute, out var second, out var ticks)) return false;
        isTwentyFour = hour == 24;
        return TryMake(year, month, day, hour, minute, second, ticks, out local) && TryOffset(text.Slice(at), out offset);
    }

    /// <summary>Reads a time of day: <c>3:04</c>, <c>03:04:05</c>, with an offset or without.</summary>
    public static bool TryReadClock(ReadOnlySpan<char> text, out TimeSpan clock, out TimeSpan? offset)
    {
        (clock, offset) = (default, null);
        var at = 0;
        if (!TryClock(text, ref at, out var hour, out var minute, out var second, out var ticks) || !IsClock(hour, minute, second, ticks)) return false;
        clock = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks);
        return TryOffset(text.Slice(at), out offset);
    }

    /// <summary>Makes a time of its parts, if there is such.</summary>
    public static bool TryMake(int year, int month, int day, int hour, int minute, int second, int ticks, out DateTime local)
    {
        local = default;
        // The first and the last hours of the calendar have no time of another offset.
        if (year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || !IsClock(hour, minute, second, ticks)) return false;
        if (day > 28 && day > DateTime.DaysInMonth(year, month)) return false;
        local = new DateTime(year, month, day).AddTicks((hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond) + ticks);
        return true;
    }

    private static bool IsClock(int hour, int minute, int second, int ticks) =>
        (hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60) || (hour == 24 && minute == 0 && second == 0 && ticks == 0);

    private static bool TryClock(ReadOnlySpan<char> text, ref int at, out int hour, out int minute, out int second, out int ticks)
    {
        (minute, second, ticks) = (0, 0, 0);
        if (!TryNumber(text, ref at, out hour, out var digits) || digits > 2 || at == text.Length || text[at] is not (':' or '：' or '时')) return false;
        at++;
        if (!TryNumber(text, ref at, out minute, out digits) || digits > 2) return false;
        if (at < text.Length && text[at] == '分') at++;
        else if (at < text.Length && text[at] is not (':' or '：')) return true;
        else if (at == text.Length) return true;
        else at++;
        // "3时04分" may end here; "3:04:" may not.
        if (at == text.Length) return text[at - 1] == '分';
        if (!TryNumber(text, ref at, out second, out digits) || digits > 2) return false;
        if (at < text.Length && text[at] == '秒') at++;
        if (at == text.Length || text[at] is not '.') return true;
        at++;
        var unit = (int)TimeSpan.TicksPerSecond;
        var start = at;
        for (; at < text.Length && text[at] is >= '0' and <= '9'; at++)
        {
            unit /= 10;
            ticks += (text[at] - '0') * unit;
        }

        return at > start;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty) return true;
        if (text.Length == 1 && text[0] is 'Z' or 'z')
        {
            offset = TimeSpan.Zero;
            return true;
        }

        if (text[0] is not ('+' or '-')) return false;
        var digits = text.Length is 6 && text[3] == ':' ? text.Length : text.Length is 3 or 5 ? text.Length : 0;
        if (digits == 0) return false;
        var (hours, minutes) = (Part(text, 1, 2), text.Length == 3 ? 0 : Part(text, text.Length - 2, 2));
        if (hours is < 0 or > 14 || minutes is < 0 or > 59 || (hours == 14 && minutes > 0)) return false;
        offset = TimeSpan.FromMinutes((text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes));
        return true;
    }

    // Days since 1899-12-30; the fraction of a day that a spreadsheet keeps is good for a second.
    private static bool TryReadSerial(ReadOnlySpan<char> text, out DateTime local)
    {
        local = default;
        if (!TableNumber.TryRead(text, false, out var days, out _) || days is < 20_000 or >= 100_000) return false;
        local = SerialOrigin.AddSeconds((double)decimal.Round(days * 86_400));
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, ref int at, out int number, out int digits)
    {
        var start = at;
        number = 0;
        for (; at < text.Length && text[at] is >= '0' and <= '9'; at++)
            if (at - start < 9) number = (number * 10) + (text[at] - '0');
        digits = at - start;
        return digits > 0;
    }

    private static int Part(ReadOnlySpan<char> text, int start, int length)
    {
        var number = 0;
        foreach (var c in text.Slice(start, length))
        {
            if (c is < '0' or > '9') return -1;
            number = (number * 10) + (c - '0');
        }

        return number;
    }
}
