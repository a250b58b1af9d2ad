namespace GreenBuild.Standards;

/// <summary>Moments at the edge of what a calendar holds, the years 1 to 9999: a clock that was never set says them, and that is no reason to throw.</summary>
internal static class CalendarEnd
{
    /// <summary>The moment later by a time, or the last one that there is.</summary>
    public static DateTime PlusUpToTheEnd(this DateTime moment, TimeSpan time) => DateTime.MaxValue - moment > time ? moment + time : DateTime.MaxValue;
}
