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
            var isFloor = valid[from].Value == floor;
            if (LeastOddLength(isFloor, pairs, chance, length) is not { } least) continue;
            var (shown, unit) = (Words.Number(valid[from].Value), series.Channel.Series.Unit);
            found.Add(new(
                QualityFindingKind.FlatLine, series.Channel, series.TimeOf(from), series.TimeOf(to - 1), QualityStatistic.RunLength, length, least,
                isFloor
                    ? new($"{length} readings in a row are all {shown} {unit}, the least value of the channel; {least} or more are odd even in clean air.", $"连续 {length} 条读数均为 {shown} {unit}（该通道的最小值）；即使空气清洁，达到 {least} 条也不寻常。")
                    : new(
                        $"{length} readings in a row are all {shown} {unit}; {least} or more are odd, since by the way this channel repeats a value fewer than {ScreenedSeries.Shown(Expected)} such runs are expected.",
                        $"连续 {length} 条读数均为 {shown} {unit}；按该通道取值重复的频率，达到 {least} 条的期望次数不足 {ScreenedSeries.Shown(Expected)}，不寻常。")));
        }
    }

    /// <summary>From how many equal readings in a row a run is odd; <see langword="null"/> if one of this length is not.</summary>
    private static int? LeastOddLength(bool isFloor, int pairs, double chance, int length)
    {
        if (isFloor) return length < LeastAtFloor ? null : LeastAtFloor;
        for (var least = Least; least <= length; least++)
            if (pairs * Math.Pow(chance, least - 1) <= Expected) return least;
        return null;
    }
}
