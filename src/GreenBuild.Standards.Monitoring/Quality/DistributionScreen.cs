namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>How the values of a month of hours, or of a day of minutes, are distributed: ceilings, clipping below a limit, last digits, few values.</summary>
internal static class DistributionScreen
{
    private const int LeastReadings = 100;
    private const int LeastInBand = 20;
    private const double BandOfRange = 0.03;
    private const double ShareInBand = 0.05;
    private const double TimesBandBelow = 3;
    private const double BandOfLimit = 0.1;
    private const double BandOfLevel = 1;
    private const double Sigmas = 4;
    // Chi-square with 9 degrees of freedom: above 60 with a chance of 1e-9, below 0.5 with one of 3e-5. Real monitors are not ideal at the upper end.
    private const double MostChiSquare = 60;
    private const double LeastChiSquare = 0.5;
    private const double LeastDistinct = 0.25;

    public static void Find(ScreenedSeries series, List<QualityFinding> found)
    {
        foreach (var (from, to) in series.Blocks)
        {
            if (to - from < LeastReadings) continue;
            var sorted = series.Sorted(from, to);
            void Add(QualityFindingKind kind, QualityStatistic statistic, double value, double threshold, BilingualText text) => found.Add(new(kind, series.Channel, series.TimeOf(from), series.TimeOf(to - 1), statistic, value, threshold, text));
            Ceiling(series, sorted, Add);
            foreach (var limit in series.Channel.Limits)
                if (limit > 0) Clipping(series, limit, sorted, Add);
            Digits(series, sorted, Add);
        }
    }

    private delegate void Adder(QualityFindingKind kind, QualityStatistic statistic, double value, double threshold, BilingualText text);

    private static void Ceiling(ScreenedSeries series, double[] sorted, Adder add)
    {
        var top = sorted[sorted.Length - 1];
        var width = (top - sorted[0]) * BandOfRange;
        if (width <= 0 || width < series.Step) return;
        var inBand = Count(sorted, top - width, double.MaxValue);
        var below = Count(sorted, top - (2 * width), top - width);
        var share = (double)inBand / sorted.Length;
        if (inBand < LeastInBand || share < ShareInBand || inBand < TimesBandBelow * below) return;
        add(
            QualityFindingKind.CeilingBand, QualityStatistic.TopBand, share, ShareInBand,
            new(
                $"{inBand} of {sorted.Length} readings lie in the band from {ScreenedSeries.Shown(top - width)} to {ScreenedSeries.Shown(top)} {series.Channel.Series.Unit} at the very top, {below} in the band beneath it; peaks thin out, ceilings do not.",
                $"{sorted.Length} 条读数中有 {inBand} 条位于最高的 {ScreenedSeries.Shown(top - width)}～{ScreenedSeries.Shown(top)} {series.Channel.Series.Unit} 区间，而其下同宽区间仅 {below} 条；真实峰值应逐渐稀少。"));
    }

    private static void Clipping(ScreenedSeries series, decimal exactLimit, double[] sorted, Adder add)
    {
        var limit = (double)exactLimit;
        // A tenth of a level in decibels is a factor, not a band.
        var isLevel = series.Channel.Series.Unit.StartsWith("dB", StringComparison.Ordinal);
        var width = isLevel ? BandOfLevel : limit * BandOfLimit;
        // Both bands are counted as values lie, without rounding: this is a density, no comparison with the limit.
        var below = Count(sorted, limit - width, limit);
        var above = Count(sorted, limit, limit + width);
        var further = Count(sorted, limit - (2 * width), limit - width);
        var z = below + above == 0 ? 0 : (below - above) / Math.Sqrt(below + above);
        if (below < LeastInBand || z < Sigmas || above * 10 > below || below < 2 * further) return;
        add(
            QualityFindingKind.ClippedBelowLimit, QualityStatistic.ClippingZ, z, Sigmas,
            new(
                $"{below} readings lie at most {ScreenedSeries.Shown(width)} below {Words.Number(exactLimit)} {series.Channel.Series.Unit}, {above} as close above it, {further} in the band beneath.",
                $"{Words.Number(exactLimit)} {series.Channel.Series.Unit} 以下 {ScreenedSeries.Shown(width)} 之内有 {below} 条读数，以上同宽区间有 {above} 条，再低一档有 {further} 条。"));
    }

    private static void Digits(ScreenedSeries series, double[] sorted, Adder add)
    {
        // Values that were computed are looked at in hundredths.
        var step = series.Step > 0 ? series.Step : 0.01;
        var (low, high) = (ScreenedSeries.Quantile(sorted, 0.1), ScreenedSeries.Quantile(sorted, 0.9));
        var spread = (high - low) / step;
        // Only where the values spread over more than a few tens is each last digit as likely as another.
        if (spread < 40) return;
        var digits = new int[10];
        var floor = sorted[0];
        int count = 0, inside = 0, distinct = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            // The tails are thin, and leave out values by nature.
            if (sorted[i] >= low && sorted[i] <= high)
            {
                inside++;
                if (i == 0 || sorted[i] != sorted[i - 1]) distinct++;
            }

            // The least value is the floor of the monitor, and heaped by nature.
            if (sorted[i] == floor) continue;
            digits[(int)(Math.Floor((Math.Abs(sorted[i]) / step) + 1e-4) % 10)]++;
            count++;
        }

        var possible = Math.Min(inside, spread);
        if (distinct < LeastDistinct * possible)
            add(
                QualityFindingKind.FewValues, QualityStatistic.DifferentValues, distinct / possible, LeastDistinct,
                new(
                    $"The {inside} readings between the tenth and the ninetieth percentile have only {distinct} different values, where a resolution of {ScreenedSeries.Shown(step)} {series.Channel.Series.Unit} leads to expect some {ScreenedSeries.Shown(Math.Round(possible))}.",
                    $"第 10 至第 90 百分位数之间的 {inside} 条读数仅有 {distinct} 个不同取值；按分辨率 {ScreenedSeries.Shown(step)} {series.Channel.Series.Unit} 应有约 {ScreenedSeries.Shown(Math.Round(possible))} 个。"));
        if (count < LeastReadings) return;
        var chi = digits.Sum(digit => (digit - (count / 10.0)) * (digit - (count / 10.0))) / (count / 10.0);
        if (chi is >= LeastChiSquare and <= MostChiSquare) return;
        var most = Array.IndexOf(digits, digits.Max());
        add(
            QualityFindingKind.LastDigits, QualityStatistic.LastDigits, chi, chi > MostChiSquare ? MostChiSquare : LeastChiSquare,
            chi > MostChiSquare
                ? new($"Of {count} last digits {digits[most]} are {most}: more uneven than chance.", $"{count} 个末位数字中 {digits[most]} 个为 {most}：不均匀程度超出偶然。")
                : new($"{count} last digits are spread more evenly than chance spreads them.", $"{count} 个末位数字的分布比随机更均匀。"));
    }

    /// <summary>How many lie above one value and not above another.</summary>
    private static int Count(double[] sorted, double above, double upTo)
    {
        var count = 0;
        foreach (var value in sorted)
            if (value > above && value <= upTo) count++;
        return count;
    }
}
