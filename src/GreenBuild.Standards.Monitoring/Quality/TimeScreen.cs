using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>The times of the readings: drift and jumps of the clock, and when readings are missing.</summary>
internal static class TimeScreen
{
    private const double Jump = 0.1;
    private const double Drift = 0.1;
    private const double SameSign = 0.7;
    private const int Settled = 10;
    private const int LeastDays = 4;
    private const double NightChance = 0.001;
    private const double PeakChance = 0.0001;
    private const int LeastGaps = 5;
    private const double Top = 0.1;

    public static void Find(ScreenedSeries series, List<QualityFinding> found)
    {
        FindClock(series, found);
        if (series.Duration > TimeSpan.FromHours(1)) return;
        foreach (var (from, to) in series.Months)
        {
            FindNights(series, from, to, found);
            FindPeaks(series, from, to, found);
        }
    }

    /// <summary>The shift of the sampling times against the grid of the readings' own duration.</summary>
    private static void FindClock(ScreenedSeries series, List<QualityFinding> found)
    {
        var readings = series.Channel.Series.Readings;
        if (readings.Count < 2 * Settled) return;
        var days = new List<double>();
        var ofDay = new List<double>();
        // The shift is a share of the duration, followed over its own end so that a slow drift may go round.
        double shift = 0, settledAt = 0;
        int settled = 1, candidate = 0;
        var jumpFrom = readings[0].LocalTime;
        double candidateAt = 0;
        for (var i = 1; i < readings.Count; i++)
        {
            var (last, next) = (readings[i - 1].LocalTime, readings[i].LocalTime);
            var change = ((next - last).Ticks % series.Duration.Ticks) / (double)series.Duration.Ticks;
            if (change > 0.5) change -= 1;
            if (change < -0.5) change += 1;
            if (last.Date != next.Date && ofDay.Count > 0)
            {
                ofDay.Sort();
                days.Add(ofDay[ofDay.Count / 2]);
                ofDay.Clear();
            }

            shift += change;
            ofDay.Add(shift);
            if (Math.Abs(shift - settledAt) < Jump)
            {
                settled++;
                candidate = 0;
                // A slow drift is no jump.
                settledAt += (shift - settledAt) / Settled;
                continue;
            }

            if (candidate == 0 || Math.Abs(shift - candidateAt) >= Jump / 2)
            {
                candidateAt = shift;
                jumpFrom = next;
                candidate = 0;
            }

            if (++candidate < Settled) continue;
            if (settled >= Settled)
                found.Add(new(
                    QualityFindingKind.ClockDrift, series.Channel, jumpFrom, next, QualityStatistic.ClockJump, Math.Abs(shift - settledAt), Jump,
                    new($"The sampling times jump by {Seconds(series, shift - settledAt)} s against their grid and stay there.", $"采样时刻相对其时间网格跳变 {Seconds(series, shift - settledAt)} s 并保持。")));
            (settledAt, settled, candidate) = (shift, Settled, 0);
        }

        if (ofDay.Count > 0)
        {
            ofDay.Sort();
            days.Add(ofDay[ofDay.Count / 2]);
        }

        if (days.Count < LeastDays) return;
        var drift = days[days.Count - 1] - days[0];
        var along = 0;
        for (var i = 1; i < days.Count; i++)
            if ((days[i] - days[i - 1]) * drift > 0) along++;
        if (Math.Abs(drift) < Drift || along < SameSign * (days.Count - 1)) return;
        found.Add(new(
            QualityFindingKind.ClockDrift, series.Channel, readings[0].LocalTime, readings[readings.Count - 1].LocalTime, QualityStatistic.ClockDrift, Math.Abs(drift), Drift,
            new(
                $"The sampling times drift by {Seconds(series, drift)} s against their grid, the same way on {along} of {days.Count - 1} days.", $"采样时刻相对其时间网格漂移 {Seconds(series, drift)} s，{days.Count - 1} 天中 {along} 天方向相同。")));
    }

    /// <summary>McNemar's exact test: days on which more than half of either the night or the day is missing, but not of both.</summary>
    private static void FindNights(ScreenedSeries series, int from, int to, List<QualityFinding> found)
    {
        var perHour = TimeSpan.FromHours(1).Ticks / (double)series.Duration.Ticks;
        int onlyNight = 0, onlyDay = 0;
        var first = series.TimeOf(from).Date;
        var last = series.TimeOf(to - 1).Date;
        for (int i = from, end; i < to; i = end)
        {
            var date = series.TimeOf(i).Date;
            int night = 0, day = 0;
            for (end = i; end < to && series.TimeOf(end).Date == date; end++)
            {
                if (series.TimeOf(end).Hour is < 6 or >= 22) night++;
                else day++;
            }

            // The days on which the series begins or ends are not whole.
            if (date == first || date == last) continue;
            bool isNightMissing = night < 4 * perHour, isDayMissing = day < 8 * perHour;
            if (isNightMissing && !isDayMissing) onlyNight++;
            if (isDayMissing && !isNightMissing) onlyDay++;
        }

        var chance = BinomialTail(onlyNight + onlyDay, onlyNight, 0.5);
        if (onlyNight < LeastGaps || chance >= NightChance) return;
        found.Add(new(
            QualityFindingKind.MissingNights, series.Channel, series.TimeOf(from), series.TimeOf(to - 1), QualityStatistic.MissingNights, chance, NightChance,
            new(
                $"On {onlyNight} days more than half of the readings from 22:00 to 06:00 are missing and those of the day are there; the reverse on {onlyDay}.",
                $"有 {onlyNight} 天 22:00～06:00 的读数缺失过半而昼间齐全；相反情形 {onlyDay} 天。")));
    }

    /// <summary>Gaps whose last value before them is among the highest tenth: binomial test.</summary>
    private static void FindPeaks(ScreenedSeries series, int from, int to, List<QualityFinding> found)
    {
        if (to - from < 100) return;
        var top = ScreenedSeries.Quantile(series.Sorted(from, to), 1 - Top);
        int gaps = 0, afterTop = 0, inTop = 0;
        for (var i = from; i < to; i++)
        {
            if (series.Values[i] > top) inTop++;
            if (i == from || series.Follows(i)) continue;
            gaps++;
            if (series.Values[i - 1] > top) afterTop++;
        }

        // Where values are few, "above" holds less than a tenth; the share is that of the readings.
        var chance = BinomialTail(gaps, afterTop, Math.Max(inTop / (double)(to - from), 0.01));
        if (afterTop < LeastGaps || chance >= PeakChance) return;
        found.Add(new(
            QualityFindingKind.GapsAtPeaks, series.Channel, series.TimeOf(from), series.TimeOf(to - 1), QualityStatistic.GapsAtPeaks, chance, PeakChance,
            new($"{afterTop} of {gaps} gaps begin right after a value above {ScreenedSeries.Shown(top)} {series.Channel.Series.Unit}, which one reading in ten exceeds.", $"{gaps} 个缺口中有 {afterTop} 个紧接在高于 {ScreenedSeries.Shown(top)} {series.Channel.Series.Unit}（仅 10% 的读数超过）的读数之后。")));
    }

    private static string Seconds(ScreenedSeries series, double share) => (share * series.Duration.TotalSeconds).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The chance of at least so many of n where each has the chance p.</summary>
    private static double BinomialTail(int n, int least, double p)
    {
        double tail = 0, logTerm = n * Math.Log(1 - p);
        for (var k = 0; k <= n; k++)
        {
            if (k >= least) tail += Math.Exp(logTerm);
            logTerm += Math.Log((n - k) / (double)(k + 1)) + Math.Log(p / (1 - p));
        }

        return Math.Min(1, tail);
    }
}
