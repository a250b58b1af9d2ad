namespace GreenBuild.Standards.Windows;

/// <summary>The hour that clocks show twice when summer time ends: there local time goes back, and nothing is wrong with the readings.</summary>
internal static class RepeatedHour
{
    /// <summary>
    /// Whether a reading that is not later than the one before it may be the first of the second pass: less than an hour back, on a Sunday before four o'clock, in a month in
    /// which summer time ends (September to November, in the south March and April).
    /// </summary>
    public static bool Begins(DateTime last, DateTime next) =>
        next <= last && last - next < TimeSpan.FromHours(1) && next.Date == last.Date && last.Hour < 4 && next.DayOfWeek == DayOfWeek.Sunday && (next.Month is 3 or 4 or 9 or 10 or 11);
}
