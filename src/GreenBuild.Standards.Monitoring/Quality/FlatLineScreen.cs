namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>Runs of one value, against how often the channel repeats that value otherwise (geometric run lengths).</summary>
internal static class FlatLineScreen
{
    private const int Least = 6;
    // A monitor rests on its least value in clean air: 41 hours of PM2.5 in Beijing. Only two days of it say something.
    private const int LeastAtFloor = 48;
    private const double Expected = 0.001;
    // A value that was seen rarely borrows the rate of the others.
    private const double Borrowed = 10;

    public static void Find(ScreenedSeries series, List<QualityFinding> found)
    {
        var valid = series.Valid;
        var counts = new Dictionary<decimal, (int Pairs, int Equal)>();
        int pairs = 0, equal = 0;
        var floor = decimal.MaxValue;
        for (var i = 0; i < valid.Length; i++)
        {
            if (valid[i].Value < floor) floor = valid[i].Value;
            if (!series.Follows(i)) continue;
            counts.TryGetValue(valid[i - 1].Value, out var seen);
            var same = valid[i].Value == valid[i - 1].Value ? 1 : 0;
            counts[valid[i - 1].Value] = (seen.Pairs + 1, seen.Equal + same);
            pairs++;
            equal += same;
        }

        for (int from = 0, to; from < valid.Length; from = to)
        {
            for (to = from + 1; to < valid.Length && series.Follows(to) && valid[to].Value == valid[from].Value; to++) { }
            var length = to - from;
            if (length < Least) continue;
            var own = length - 1;
            counts.TryGetValue(valid[from].Value, out var value);
            var overall = (equal - own + 1.0) / (pairs - own + 2.0);
            var chance = (value.Equal - own + (Borrowed * overall)) / (value.Pairs - own + Borrowed);
            var expected = pairs * Math.Pow(chance, own);
            if (valid[from].Value == floor ? length < LeastAtFloor : expected > Expected) continue;
            found.Add(new(
                QualityFindingKind.FlatLine, series.Channel, series.TimeOf(from), series.TimeOf(to - 1), new("expected number of runs as long (geometric)", "同样长度游程的期望个数（几何分布）"), expected, Expected,
                new($"{length} readings in a row are all {Words.Number(valid[from].Value)} {series.Channel.Series.Unit}.", $"连续 {length} 条读数均为 {Words.Number(valid[from].Value)} {series.Channel.Series.Unit}。")));
        }
    }
}
