namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>Values that are those of another channel, of another point, of an earlier day, or of one of their own samples.</summary>
internal static class CopyScreen
{
    private const int Window = 24;
    private const int LeastDistinct = 8;
    private const int LeastInDay = 12;
    private const int LeastDistinctInDay = 6;
    private const double ShareOfHours = 0.8;
    private const int LeastHours = 12;
    private const double ShareEqual = 0.9;
    private const int LeastEqual = 20;

    /// <summary>A channel as an exact linear function of another over whole windows: least squares, whose largest residual is no more than rounding.</summary>
    public static void FindLinear(ScreenedSeries x, ScreenedSeries y, List<QualityFinding> found)
    {
        List<double> xs = [], ys = [];
        List<DateTime> times = [];
        for (int i = 0, j = 0; i < x.Valid.Length && j < y.Valid.Length;)
        {
            var order = x.TimeOf(i).CompareTo(y.TimeOf(j));
            if (order == 0)
            {
                xs.Add(x.Values[i]);
                ys.Add(y.Values[j]);
                times.Add(x.TimeOf(i));
            }

            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        // Neighbouring windows that follow each other are one finding.
        int start = -1, end = 0;
        var (a, b, worst) = (0.0, 0.0, 0.0);
        for (var from = 0; from + Window <= xs.Count; from += Window)
        {
            if (IsLinear(xs, ys, from, x.Step, y.Step, out var slope, out var intercept, out var residual))
            {
                if (start < 0) (start, a, b, worst) = (from, slope, intercept, residual);
                end = from + Window;
                worst = Math.Max(worst, residual);
            }
            else if (start >= 0)
            {
                Add();
            }
        }

        if (start >= 0) Add();

        void Add()
        {
            var exact = a == 1 && b == 0;
            found.Add(new(
                QualityFindingKind.CopiedChannel, y.Channel, times[start], times[end - 1], QualityStatistic.LargestResidual, worst, 1,
                exact
                    ? new($"{y.Channel.Name} is equal to {x.Channel.Name} in all {end - start} readings.", $"{end - start} 条读数中 {y.Channel.Name} 与 {x.Channel.Name} 完全相同。")
                    : new(
                        $"{y.Channel.Name} is {ScreenedSeries.Shown(a)} × {x.Channel.Name} {(b < 0 ? "−" : "+")} {ScreenedSeries.Shown(Math.Abs(b))} in {end - start} readings, but for rounding.",
                        $"{end - start} 条读数中 {y.Channel.Name} 除舍入外等于 {ScreenedSeries.Shown(a)} × {x.Channel.Name} {(b < 0 ? "−" : "+")} {ScreenedSeries.Shown(Math.Abs(b))}。"),
                x.Channel.Name));
            start = -1;
        }
    }

    private static bool IsLinear(List<double> xs, List<double> ys, int from, double xStep, double yStep, out double slope, out double intercept, out double residual)
    {
        (slope, intercept, residual) = (1, 0, 0);
        double mx = 0, my = 0, least = double.MaxValue, most = double.MinValue;
        var distinct = new HashSet<double>();
        var isSame = true;
        for (var i = from; i < from + Window; i++)
        {
            mx += xs[i] / Window;
            my += ys[i] / Window;
            distinct.Add(xs[i]);
            isSame &= xs[i] == ys[i];
            least = Math.Min(least, ys[i]);
            most = Math.Max(most, ys[i]);
        }

        if (distinct.Count < LeastDistinct) return false;
        if (isSame) return true;
        double xx = 0, xy = 0;
        for (var i = from; i < from + Window; i++)
        {
            xx += (xs[i] - mx) * (xs[i] - mx);
            xy += (xs[i] - mx) * (ys[i] - my);
        }

        slope = xy / xx;
        intercept = my - (slope * mx);
        // A step of the coarser of the two; for values that were computed, what the arithmetic leaves.
        var step = Math.Max(Math.Max(yStep, Math.Abs(slope) * xStep), 1e-6 * Math.Max(Math.Abs(least), Math.Abs(most)));
        // Two channels that hardly move are linear within rounding by themselves.
        if (!(most - least >= 20 * step)) return false;
        for (var i = from; i < from + Window; i++) residual = Math.Max(residual, Math.Abs(ys[i] - intercept - (slope * xs[i])) / step);
        return residual <= 1;
    }

    /// <summary>Days whose readings are those of an earlier day, or of the same quantity at another point.</summary>
    public static void FindDays(ScreenedSeries series, Dictionary<(string Name, long Duration, ulong Sum), (ScreenedSeries Series, int From, int To)> days, List<QualityFinding> found)
    {
        for (int from = 0, to; from < series.Valid.Length; from = to)
        {
            var date = series.TimeOf(from).Date;
            var sum = 14695981039346656037UL;
            var distinct = new HashSet<decimal>();
            for (to = from; to < series.Valid.Length && series.TimeOf(to).Date == date; to++)
            {
                distinct.Add(series.Valid[to].Value);
                unchecked
                {
                    sum = (sum ^ (ulong)series.TimeOf(to).TimeOfDay.Ticks) * 1099511628211UL;
                    sum = (sum ^ (uint)series.Valid[to].Value.GetHashCode()) * 1099511628211UL;
                }
            }

            if (to - from < LeastInDay || distinct.Count < LeastDistinctInDay) continue;
            var key = (series.Channel.Name, series.Duration.Ticks, sum);
            if (!days.TryGetValue(key, out var before))
            {
                days.Add(key, (series, from, to));
                continue;
            }

            if (!AreSame(before.Series, before.From, before.To, series, from, to)) continue;
            var point = before.Series.Channel.Series.Point;
            var isOther = point != series.Channel.Series.Point;
            var day = before.Series.TimeOf(before.From);
            found.Add(new(
                isOther ? QualityFindingKind.CopiedChannel : QualityFindingKind.RepeatedDay, series.Channel, series.TimeOf(from), series.TimeOf(to - 1), QualityStatistic.EqualReadings, to - from, LeastInDay,
                new(
                    $"All {to - from} readings of the day are those of {(isOther ? point + " on " : "")}{CalendarDate.FromDateTime(day)}.", $"当天全部 {to - from} 条读数与{(isOther ? point + " " : " ")}{CalendarDate.FromDateTime(day)} 的读数完全相同。"),
                isOther ? point + "/" + before.Series.Channel.Name : null));
        }
    }

    private static bool AreSame(ScreenedSeries one, int from, int to, ScreenedSeries other, int otherFrom, int otherTo)
    {
        if (to - from != otherTo - otherFrom) return false;
        for (var i = 0; i < to - from; i++)
            if (one.Valid[from + i].Value != other.Valid[otherFrom + i].Value || one.TimeOf(from + i).TimeOfDay != other.TimeOf(otherFrom + i).TimeOfDay) return false;
        return true;
    }

    /// <summary>Minimum, mean and maximum that are always one number.</summary>
    public static void FindSameExtremes(ScreenedSeries mean, List<QualityFinding> found)
    {
        if (mean.Channel is not { Minimum: { } minimum, Maximum: { } maximum }) return;
        // Where both clocks repeat an hour the first stands.
        var lows = new Dictionary<DateTime, decimal>();
        var highs = new Dictionary<DateTime, decimal>();
        foreach (var reading in minimum.Readings) lows[reading.LocalTime] = reading.Value;
        foreach (var reading in maximum.Readings) highs[reading.LocalTime] = reading.Value;
        foreach (var (from, to) in mean.Blocks)
        {
            int all = 0, equal = 0;
            var distinct = new HashSet<decimal>();
            for (var i = from; i < to; i++)
            {
                if (!lows.TryGetValue(mean.TimeOf(i), out var low) || !highs.TryGetValue(mean.TimeOf(i), out var high)) continue;
                all++;
                distinct.Add(mean.Valid[i].Value);
                if (low == mean.Valid[i].Value && high == low) equal++;
            }

            var share = all == 0 ? 0 : equal / (double)all;
            if (all < LeastEqual || share < ShareEqual || distinct.Count < LeastDistinctInDay) continue;
            found.Add(new(
                QualityFindingKind.RelabelledSample, mean.Channel, mean.TimeOf(from), mean.TimeOf(to - 1), QualityStatistic.EqualExtremes, share, ShareEqual,
                new($"In {equal} of {all} periods minimum, mean and maximum are one number: samples, no means.", $"{all} 个周期中有 {equal} 个的最小值、平均值和最大值相同：疑为瞬时值而非平均值。")));
        }
    }

    /// <summary>Means of a longer period that are always the sample at one place in it.</summary>
    public static void FindSamples(ScreenedSeries coarse, ScreenedSeries fine, List<QualityFinding> found)
    {
        var places = (int)(coarse.Duration.Ticks / fine.Duration.Ticks);
        if (places is < 4 or > 3600 || coarse.Channel.Series.Unit != fine.Channel.Series.Unit) return;
        var isLevel = coarse.Channel.Series.Unit.StartsWith("dB", StringComparison.Ordinal);
        var step = Math.Max(coarse.Step, 1e-9);
        var equalAt = new int[places];
        var hours = 0;
        for (int i = 0, j = 0; i < coarse.Valid.Length; i++)
        {
            var start = coarse.TimeOf(i);
            while (j < fine.Valid.Length && fine.TimeOf(j) < start) j++;
            var first = j;
            while (j < fine.Valid.Length && fine.TimeOf(j) - start < coarse.Duration) j++;
            if (j - first < 0.8 * places || MeanOf(fine, first, j, isLevel) is not { } mean) continue;
            if (Math.Abs(mean - coarse.Values[i]) <= step) continue;
            hours++;
            for (var k = first; k < j; k++)
                if (Math.Abs(fine.Values[k] - coarse.Values[i]) <= step / 2) equalAt[Math.Min(places - 1, (int)((fine.TimeOf(k) - start).Ticks / fine.Duration.Ticks))]++;
        }

        var place = Array.IndexOf(equalAt, equalAt.Max());
        var share = hours == 0 ? 0 : equalAt[place] / (double)hours;
        if (hours < LeastHours || share < ShareOfHours) return;
        found.Add(new(
            QualityFindingKind.RelabelledSample, coarse.Channel, coarse.TimeOf(0), coarse.TimeOf(coarse.Valid.Length - 1), QualityStatistic.SampledPeriods, share, ShareOfHours,
            new(
                $"In {equalAt[place]} of {hours} periods the value is not the mean of its {places} readings, but reading {place + 1} of them.", $"{hours} 个周期中有 {equalAt[place]} 个的值并非其 {places} 条读数的平均值，而是其中第 {place + 1} 条读数。")));
    }

    /// <summary>The mean, of levels that of their energies; <see langword="null"/> if a level is none.</summary>
    private static double? MeanOf(ScreenedSeries series, int from, int to, bool isLevel)
    {
        double sum = 0;
        var levels = new List<SoundLevel>();
        for (var i = from; i < to; i++)
        {
            sum += series.Values[i];
            if (!isLevel) continue;
            if (series.Values[i] is < -50 or > 200) return null;
            levels.Add(SoundLevel.FromDecibels(series.Valid[i].Value));
        }

        return isLevel ? (double)SoundLevel.EnergyMean(levels).Decibels : sum / (to - from);
    }
}
