using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>A stretch of the calendar in local time, such as the weeks around an examination.</summary>
/// <remarks>
/// Written <c>2024-05-31T22:00/2024-06-17T06:00</c> (start inside, end not) or <c>2024-06-07/2024-06-09</c> (both days
/// inside) or yearly, <c>--06-01/--06-30</c>. An end written <c>..</c> is any later time, and a start any earlier one; but
/// the open end of a yearly span is set by an event that the calendar does not know (the end of an examination).
/// </remarks>
public sealed class DateSpan
{
    private readonly string _text;

    private DateSpan(string text, DateTime start, DateTime? end, bool isYearly)
    {
        _text = text;
        Start = start;
        End = end;
        IsYearly = isYearly;
    }

    /// <summary>The first moment inside. Of a yearly span only month, day and time count.</summary>
    public DateTime Start { get; }

    /// <summary>The first moment no longer inside, or <see langword="null"/> where the end is open.</summary>
    public DateTime? End { get; }

    /// <summary>Whether the span comes back every year.</summary>
    public bool IsYearly { get; }

    /// <summary>
    /// Whether a local moment lies in the span; <see langword="null"/> where that cannot be told, because the span is yearly,
    /// its end is open and the moment is after the start.
    /// </summary>
    public bool? Contains(DateTime local)
    {
        var start = IsYearly ? InYear(Start, local.Year) : Start;
        if (local < start) return false;
        if (End is not { } end) return IsYearly ? null : true;
        return local < (IsYearly ? InYear(end, local.Year) : end);
    }

    /// <summary>Whether a moment may lie in both spans; of yearly ones that is taken to be so.</summary>
    internal bool Overlaps(DateSpan other) =>
        IsYearly || other.IsYearly || (Start < (other.End ?? DateTime.MaxValue) && other.Start < (End ?? DateTime.MaxValue));

    /// <summary>Whether a whole day lies in the span; <see langword="null"/> where a part of it does, or where that cannot be told.</summary>
    public bool? Contains(CalendarDate day)
    {
        var midnight = day.ToDateTime();
        var (first, last) = (Contains(midnight), Contains(midnight.AddTicks(TimeSpan.TicksPerDay - 1)));
        // The span may begin and end within the day.
        if (first == false && last == false && (IsYearly ? InYear(Start, day.Year) : Start).Date == midnight) return null;
        return first == last ? first : null;
    }

    /// <summary>Reads a span; see the remarks of the type for its forms.</summary>
    public static bool TryParse(string? text, out DateSpan span)
    {
        span = null!;
        var parts = text?.Split('/');
        if (parts is not { Length: 2 } || (parts[0] == ".." && parts[1] == "..")) return false;
        var (start, yearly) = (DateTime.MinValue, false);
        if (parts[0] != ".." && !TryParseMoment(parts[0], out start, out _, out yearly)) return false;
        DateTime? end = null;
        if (parts[1] != "..")
        {
            if (!TryParseMoment(parts[1], out var last, out var isDay, out var endYearly) || endYearly != yearly) return false;
            end = isDay ? last.AddDays(1) : last;
            if (end <= start) return false;
        }

        span = new DateSpan(text!, start, end, yearly);
        return true;
    }

    /// <summary>The span as the catalogue writes it.</summary>
    public override string ToString() => _text;

    // 2000 is a leap year, so that a yearly span may name February 29.
    private static DateTime InYear(DateTime moment, int year) => moment.AddYears(year - 2000);

    private static bool TryParseMoment(string text, out DateTime moment, out bool isDay, out bool isYearly)
    {
        isYearly = text.StartsWith("--", StringComparison.Ordinal);
        var full = isYearly ? "2000-" + text.Substring(2) : text;
        isDay = full.IndexOf('T') < 0;
        return DateTime.TryParseExact(full, isDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
    }
}
