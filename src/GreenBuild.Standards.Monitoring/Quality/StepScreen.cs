using GreenBuild.Standards.Dust;

namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>Steps between readings: impossible ones, and those by a factor of a unit that last.</summary>
internal static class StepScreen
{
    // Of 34,000 hourly steps in Beijing none is beyond 6 times the 99th percentile of all; of 16,000 minutes of street noise none beyond 3 times.
    private const double TimesP99 = 6;
    private const int Side = 12;
    private const double Slack = 1.5;

    public static void Find(ScreenedSeries series, List<QualityFinding> found)
    {
        var values = series.Values;
        var steps = new List<double>(values.Length);
        for (var i = 1; i < values.Length; i++)
            if (series.Follows(i)) steps.Add(Math.Abs(values[i] - values[i - 1]));
        var unit = series.Channel.Series.Unit;
        if (steps.Count >= 100)
        {
            steps.Sort();
            var usual = steps[(int)(steps.Count * 0.99)];
            for (var i = 1; usual > 0 && i < values.Length; i++)
            {
                var step = Math.Abs(values[i] - values[i - 1]);
                if (!series.Follows(i) || step <= TimesP99 * usual) continue;
                found.Add(new(
                    QualityFindingKind.ImpossibleStep, series.Channel, series.TimeOf(i - 1), series.TimeOf(i), QualityStatistic.Step, step / usual, TimesP99,
                    new(
                        $"From {Number(series, i - 1)} to {Number(series, i)} {unit} in one step; 99 of 100 steps of this channel are at most {ScreenedSeries.Shown(usual)} {unit}.",
                        $"一步之内由 {Number(series, i - 1)} 变为 {Number(series, i)} {unit}；该通道 99% 的变化不超过 {ScreenedSeries.Shown(usual)} {unit}。")));
            }
        }

        if (!MeasurementUnit.TryConvert(1, unit, SiteDustMonitoring.Unit, out _)) return;
        FindOtherUnit(series, found);
        for (var i = Side; i + Side <= values.Length; i++)
        {
            if (!IsFactor(values[i - 1], values[i], Slack)) continue;
            var (before, after) = (Middle(series, i - Side, i), Middle(series, i, i + Side));
            if (!IsFactor(before, after, Slack)) continue;
            var ratio = after > before ? after / before : before / after;
            // A front changes the air tenfold within an hour some four times a year; only a slip moves the digits with it.
            if (ratio < 100 && !AreDigitsMoved(series, i, after > before)) continue;
            found.Add(new(
                QualityFindingKind.UnitSlip, series.Channel, series.TimeOf(i - 1), series.TimeOf(i), QualityStatistic.MedianRatio, ratio, ratio > 100 ? 1000 / Slack : 10 / Slack,
                new(
                    $"The level changes from one reading to the next from about {ScreenedSeries.Shown(before)} to about {ScreenedSeries.Shown(after)} {unit} and stays there: a factor of {(ratio > 100 ? 1000 : 10)}, as of a changed unit.",
                    $"相邻读数之间水平由约 {ScreenedSeries.Shown(before)} 变为约 {ScreenedSeries.Shown(after)} {unit} 并保持：相差约 {(ratio > 100 ? 1000 : 10)} 倍，疑似单位改变。")));
            i += Side;
        }
    }

    private static void FindOtherUnit(ScreenedSeries series, List<QualityFinding> found)
    {
        foreach (var (from, to) in series.Blocks)
        {
            var block = series.Valid.Skip(from).Take(to - from).Select(static reading => reading.Value).ToArray();
            Array.Sort(block);
            var median = block[block.Length / 2];
            if (block.Length < Side || DustUnitSlip.FactorOf(median, series.Channel.Series.Unit) is not { } factor) continue;
            found.Add(new(
                QualityFindingKind.UnitSlip, series.Channel, series.TimeOf(from), series.TimeOf(to - 1), QualityStatistic.Median, (double)median, (double)median * (double)factor,
                new(
                    $"Half of the readings lie at or below {Words.Number(median)} {series.Channel.Series.Unit}, which is no outdoor air; with a factor of {Words.Number(factor)} it would be.",
                    $"中位数为 {Words.Number(median)} {series.Channel.Series.Unit}，不可能是室外空气；乘以 {Words.Number(factor)} 后则合理。")));
        }
    }

    private static bool IsFactor(double before, double after, double slack)
    {
        if (before <= 0 || after <= 0) return false;
        var ratio = after > before ? after / before : before / after;
        return (ratio >= 10 / slack && ratio <= 10 * slack) || (ratio >= 1000 / slack && ratio <= 1000 * slack);
    }

    /// <summary>Whether the resolution is ten times coarser on the side of the larger values.</summary>
    private static bool AreDigitsMoved(ScreenedSeries series, int index, bool isUp)
    {
        var (small, large) = isUp ? (index - Side, index) : (index, index - Side);
        var step = ScreenedSeries.StepOf(series.Sorted(small, small + Side));
        if (step == 0) return false;
        for (var i = large; i < large + Side; i++)
        {
            var steps = series.Values[i] / (10 * step);
            if (Math.Abs(steps - Math.Round(steps)) > 1e-6) return false;
        }

        return true;
    }

    private static double Middle(ScreenedSeries series, int from, int to) => ScreenedSeries.Quantile(series.Sorted(from, to), 0.5);

    private static string Number(ScreenedSeries series, int index) => Words.Number(series.Valid[index].Value);
}
