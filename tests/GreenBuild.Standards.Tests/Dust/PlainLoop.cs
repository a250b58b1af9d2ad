using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>
/// The rules of five provinces once more, as a person would write them down from the dossier: plain loops with the figures in them, that use
/// nothing of the engine but the reading itself. All values in µg/m³.
/// </summary>
internal static class PlainLoop
{
    /// <summary>'k' kept, 'x' exceeded, '?' unknown, '-' not covered well enough.</summary>
    public sealed record Window(DateTime Start, decimal? Mean, int Valid, char Outcome);

    /// <param name="Date">The day.</param>
    /// <param name="Rule">The rule.</param>
    /// <param name="Windows">The averaging times on the clock.</param>
    /// <param name="IsBrokenOffTheClock">Whether a mean that begins at any minute exceeds the limit, where that is enough.</param>
    public sealed record Day(DateTime Date, Rule Rule, IReadOnlyList<Window> Windows, bool IsBrokenOffTheClock)
    {
        public int Exceeded => Windows.Count(static window => window.Outcome == 'x');

        public int Unknown => Windows.Count(static window => window.Outcome == '?');

        public int Judged => Windows.Count(static window => window.Outcome != '-');

        private int PerDay => 1440 / Rule.Minutes;

        /// <summary>The verdict once the day is over: a mean that nobody recorded may have exceeded; where none may, half of the day must be there.</summary>
        public Verdict Verdict =>
            IsBrokenOffTheClock ? Verdict.NonCompliant
            : Judged == 0 ? Verdict.Invalid
            : Exceeded > Rule.Allowed ? Verdict.NonCompliant
            : Exceeded + Unknown > Rule.Allowed ? Verdict.Indeterminate
            : Rule.Allowed > 0 && Exceeded + Unknown + (PerDay - Judged) > Rule.Allowed ? Verdict.Indeterminate
            : Rule.Allowed == 0 && Judged * 2 < PerDay ? Verdict.Indeterminate
            : Verdict.Compliant;
    }

    /// <param name="Name">Place and tier.</param>
    /// <param name="Minutes">The averaging time.</param>
    /// <param name="Allowed">How often a day it may be exceeded.</param>
    /// <param name="Judge">What a mean from a moment on comes to.</param>
    /// <param name="AnyMinutes">Whether any so many consecutive minutes count, not those on the clock alone.</param>
    public sealed record Rule(string Name, int Minutes, int Allowed, Func<DateTime, decimal, char> Judge, bool AnyMinutes = false);

    /// <summary>What surrounds the site.</summary>
    public sealed record Air(Func<DateTime, decimal?> Pm10, Func<DateTime, (int Aqi, string Primary)?> City);

    // The page on dust: below nothing, above 5000, or more than three times the mean of the site, a background counts as not known.
    private static bool IsNoAir(decimal background, decimal mean) => background < 0 || background > 5000 || background > 3 * mean;

    public static Rule Shanghai(bool high) => new(high ? "SH high" : "SH low", 15, high ? 1 : 6, (_, mean) => mean > (high ? 2000 : 1000) ? 'x' : 'k');

    public static Rule Liaoning() => new("LN", 5, 0, static (_, mean) => mean > 800 ? 'x' : 'k', AnyMinutes: true);

    public static Rule National() => new("CN", 60, 0, static (_, mean) => mean > 1000 ? 'x' : 'k');

    public static Rule Hebei(Air air) => new("HE", 60, 2, (start, mean) =>
    {
        if (mean <= 80) return 'k';
        if (mean > 80 + 150) return 'x';
        // A county far above the site is above the 150 that are subtracted at most, whatever it is.
        if (air.Pm10(start) is not { } county || county is < 0 or > 5000) return '?';
        if (county > 150) county = 150;
        return mean - county > 80 ? 'x' : 'k';
    });

    public static Rule Shaanxi(Air air) => new("SN", 60, 0, (start, mean) =>
    {
        if (mean <= 800) return 'k';
        if (air.Pm10(start) is not { } reference || IsNoAir(reference, mean)) return '?';
        // Multiplied out, so that a mean that no decimal holds is not divided again.
        if (mean <= 1.3m * reference) return 'k';
        if (mean < 2 * reference) return mean - (1.3m * reference) > 800 ? 'x' : 'k';
        return 'x';
    });

    public static Rule JiangsuTsp(Air air) => new("JS", 15, 0, (start, mean) =>
    {
        if (mean <= 500) return 'k';
        if (mean > 700) return 'x';
        if (air.City(start.Date) is not { } city) return '?';
        return city.Aqi is >= 200 and <= 300 && (city.Primary == "pm10" || city.Primary == "pm25") ? 'k' : 'x';
    });

    /// <summary>Looks at each averaging time of each day with readings. Three quarters of it must be covered.</summary>
    public static List<Day> Judge(Rule rule, IReadOnlyList<MonitorReading> readings, int readingMinutes)
    {
        var days = new List<Day>();
        foreach (var ofDay in readings.GroupBy(static reading => reading.LocalTime.Date).OrderBy(static day => day.Key))
        {
            var (date, today) = (ofDay.Key, ofDay.ToList());
            var windows = new List<Window>();
            for (var start = date; start < date.AddDays(1); start = start.AddMinutes(rule.Minutes))
            {
                var (sum, valid, above, any) = (0m, 0, 0, false);
                foreach (var reading in today)
                {
                    if (reading.LocalTime < start || reading.LocalTime >= start.AddMinutes(rule.Minutes)) continue;
                    any = true;
                    if (reading.Status == ReadingStatus.OutOfRange) above++;
                    if (reading.Status != ReadingStatus.Valid || reading.Value < 0) continue;
                    sum += reading.Value;
                    valid++;
                }

                if (!any) continue;
                var outcome = IsEnough(valid) ? rule.Judge(start, sum / valid) : '-';
                // Above the range it may have been anything.
                if (outcome is 'k' or '-' && above > 0 && IsEnough(valid + above)) outcome = '?';
                windows.Add(new(start, valid == 0 ? null : sum / valid, valid, outcome));
            }

            var isBroken = false;
            var counted = rule.AnyMinutes ? today.Where(static reading => reading is { Status: ReadingStatus.Valid, Value: >= 0 }).ToDictionary(static reading => reading.LocalTime, static reading => reading.Value) : [];
            for (var start = date; rule.AnyMinutes && start <= date.AddMinutes(1440 - rule.Minutes); start = start.AddMinutes(readingMinutes))
            {
                var values = Enumerable.Range(0, rule.Minutes / readingMinutes).Select(i => start.AddMinutes(i * readingMinutes)).Where(counted.ContainsKey).Select(time => counted[time]).ToList();
                isBroken |= values.Count * readingMinutes == rule.Minutes && rule.Judge(start, values.Average()) == 'x';
            }

            days.Add(new(date, rule, windows, isBroken));
        }

        return days;

        bool IsEnough(int covered) => covered * readingMinutes * 4 >= rule.Minutes * 3;
    }
}
