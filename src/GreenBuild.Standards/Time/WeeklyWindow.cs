using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>A stretch of the clock on certain days of the week, such as <c>22:00-06:00</c> or <c>Mon-Sat 07:00-19:00</c>.</summary>
/// <remarks>
/// The start is inside, the end is not. Where the end is not after the start, the window runs over midnight and
/// belongs to the day on which it starts. Days are those of the place; <c>PH</c> stands for a public holiday.
/// </remarks>
public sealed class WeeklyWindow
{
    private const int PublicHolidayBit = 1 << 7;
    private const int EveryDay = (1 << 8) - 1;
    private static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private readonly int _days;
    private readonly string _text;

    private WeeklyWindow(string text, int days, TimeSpan start, TimeSpan end)
    {
        _text = text;
        _days = days;
        Start = start;
        End = end;
    }

    /// <summary>The time of day at which the window opens, 00:00 to 23:59.</summary>
    public TimeSpan Start { get; }

    /// <summary>The time of day at which the window closes, exclusive, 00:01 to 24:00.</summary>
    public TimeSpan End { get; }

    /// <summary>Whether the window runs over midnight.</summary>
    public bool CrossesMidnight => End <= Start;

    /// <summary>How long the window is open.</summary>
    public TimeSpan Length => CrossesMidnight ? End + TimeSpan.FromDays(1) - Start : End - Start;

    /// <summary>Whether the window opens on every day of the week.</summary>
    public bool IsDaily => _days == EveryDay;

    /// <summary>Whether a local moment lies in the window.</summary>
    /// <param name="local">The moment, in the local time of the place.</param>
    /// <param name="isPublicHoliday">Tells which days are public holidays; without it none is.</param>
    public bool Contains(DateTime local, Func<CalendarDate, bool>? isPublicHoliday = null)
    {
        var time = local.TimeOfDay;
        var date = CalendarDate.FromDateTime(local);
        if (!CrossesMidnight) return time >= Start && time < End && OpensOn(date, isPublicHoliday);
        return time >= Start
            ? OpensOn(date, isPublicHoliday)
            : time < End && date > CalendarDate.MinValue && OpensOn(date.PlusDays(-1), isPublicHoliday);
    }

    /// <summary>Whether the window opens on a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="isPublicHoliday">Tells which days are public holidays; without it none is.</param>
    /// <remarks>
    /// A window that names public holidays opens on them whatever their weekday; one that names days of the week but
    /// neither all of them nor public holidays stays closed on a public holiday, as the rules that use such windows mean it.
    /// </remarks>
    public bool OpensOn(CalendarDate date, Func<CalendarDate, bool>? isPublicHoliday = null)
    {
        if (IsDaily) return true;
        if (isPublicHoliday is not null && isPublicHoliday(date)) return (_days & PublicHolidayBit) != 0;
        return (_days & (1 << (int)date.DayOfWeek)) != 0;
    }

    /// <summary>Reads a window such as <c>22:00-06:00</c>, <c>Mon-Sat 07:00-19:00</c> or <c>Sun,PH 07:00-23:00</c>.</summary>
    public static bool TryParse(string? text, out WeeklyWindow window)
    {
        window = null!;
        if (text is null) return false;
        var space = text.LastIndexOf(' ');
        var days = EveryDay;
        if (space >= 0 && !TryParseDays(text.Substring(0, space), out days)) return false;
        var clock = text.Substring(space + 1);
        var dash = clock.IndexOf('-');
        if (dash < 0 || !TryParseTime(clock.Substring(0, dash), out var start) || !TryParseTime(clock.Substring(dash + 1), out var end)) return false;
        if (start == TimeSpan.FromDays(1) || end == TimeSpan.Zero) return false;
        window = new WeeklyWindow(text, days, start, end);
        return true;
    }

    /// <summary>The window as the catalogue writes it.</summary>
    public override string ToString() => _text;

    private static bool TryParseDays(string text, out int days)
    {
        days = 0;
        foreach (var part in text.Split(','))
        {
            if (part == "PH")
            {
                days |= PublicHolidayBit;
                continue;
            }

            var ends = part.Split('-');
            var first = Array.IndexOf(DayNames, ends[0]);
            var last = Array.IndexOf(DayNames, ends[ends.Length - 1]);
            if (ends.Length > 2 || first < 0 || last < 0) return false;
            for (var day = first; ; day = (day + 1) % 7)
            {
                days |= 1 << day;
                if (day == last) break;
            }
        }

        return true;
    }

    private static bool TryParseTime(string text, out TimeSpan time)
    {
        if (text == "24:00")
        {
            time = TimeSpan.FromDays(1);
            return true;
        }

        return TimeSpan.TryParseExact(text, @"hh\:mm", CultureInfo.InvariantCulture, out time);
    }
}
