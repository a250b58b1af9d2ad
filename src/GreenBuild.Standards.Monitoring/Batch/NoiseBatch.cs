using System.Buffers;
using System.Collections.Concurrent;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>One history of noise while it is judged, and for its periods of interest afterwards.</summary>
internal sealed class NoiseBatch(HistoryJudge owner, ReadingColumns readings, TimeSpan later)
{
    /// <summary>How far a level of the bulk may be from that of the exact engine, in dB; both are wrong by less than 1e-12.</summary>
    private const double Uncertainty = 1e-9;

    public HistoryJudge Owner => owner;

    public TimeSpan Later => later;

    public NoiseHistory Judge(PointProfile[] profiles, int? degree)
    {
        var (firstOf, rows) = (new int[profiles.Length + 1], new List<NoiseRow>());
        for (var point = 0; point < profiles.Length; point++)
        {
            AddPeriods(rows, profiles[point], point);
            firstOf[point + 1] = rows.Count;
        }

        var (judged, levels, exact) = (rows.ToArray(), BatchWork.NewArray<double>(rows.Count), 0);
        if (readings.Rows is { } interleaved)
            interleaved.ForEachBlock(Boundaries(judged), readings.ReadingDuration.Ticks, degree, block =>
            {
                var ofBlock = 0;
                for (var point = 0; point < profiles.Length; point++)
                {
                    var (from, to) = (firstOf[point], firstOf[point + 1]);
                    (from, to) = (FirstFrom(judged, from, to, block.Start), FirstFrom(judged, from, to, block.End));
                    if (from < to) ofBlock += Judge(profiles[point], point, block.Of(point), judged.AsSpan(from, to - from), levels.AsSpan(from));
                }

                Interlocked.Add(ref exact, ofBlock);
            });
        else
            BatchWork.ForEach(profiles.Length, degree, point =>
            {
                var (from, to) = (firstOf[point], firstOf[point + 1]);
                if (from < to) Interlocked.Add(ref exact, Judge(profiles[point], point, readings.Of(point), judged.AsSpan(from, to - from), levels.AsSpan(from)));
            });
        return new NoiseHistory(this, firstOf, judged, levels, exact);
    }

    /// <summary>The first period of a point that does not begin before a moment.</summary>
    private static int FirstFrom(NoiseRow[] rows, int from, int to, long time)
    {
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (rows[middle].Start < time) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    /// <summary>The moments at which no period of any point is open: day and night may be others in other places.</summary>
    private static List<long> Boundaries(NoiseRow[] rows)
    {
        var (boundaries, latestEnd) = (new List<long>(), (long?)null);
        foreach (var (start, end) in rows.Select(static row => (row.Start, row.End)).Distinct().OrderBy(static period => period.Start))
        {
            if (!(start < latestEnd) && (boundaries.Count == 0 || boundaries[boundaries.Count - 1] != start)) boundaries.Add(start);
            if (!(end < latestEnd)) latestEnd = end;
        }

        return boundaries;
    }

    /// <summary>A period by the exact engine; <see langword="null"/> if nothing was read in it.</summary>
    public NoisePeriod? PeriodOf(int point, in NoiseRow row)
    {
        var column = readings.Of(point);
        var from = column.FirstNotBefore(row.Start, 0);
        return SeriesOf(column, point, from, column.FirstNotBefore(row.End, from)) is { Readings.Count: > 0 } series ? owner.ProfileOf(point).Judge(series) : null;
    }

    private void AddPeriods(List<NoiseRow> rows, PointProfile profile, int point)
    {
        if (readings.SpanOf(point) is not var (first, last)) return;
        (first, last) = (first + later, last + later);
        foreach (var (start, end, isNight) in profile.Periods(first, last))
            if (end > first && start <= last) rows.Add(new NoiseRow { Start = (start - later).Ticks, End = (end - later).Ticks, IsNight = isNight });
    }

    /// <summary>Judges periods of a point.</summary>
    /// <returns>How many were judged by the exact engine.</returns>
    private int Judge(PointProfile profile, int point, in PointColumn column, Span<NoiseRow> rows, Span<double> levels)
    {
        var (duration, exact, from) = (readings.ReadingDuration, 0, column.FirstNotBefore(rows[0].Start, 0));
        var twenty = SiteBoundaryMonitoring.ReadingsInShortTime(duration);
        // Of readings that overlap by more than half only some count; the exact engine knows which.
        var mayOverlap = column.SmallestStep < (duration.Ticks + 1) / 2;
        var most = 0;
        foreach (ref readonly var row in rows) most = Math.Max(most, (int)Math.Min(column.Values.Length, ((row.End - row.Start) / Math.Max(1, Math.Min(duration.Ticks, column.SmallestStep))) + 1));
        var energies = ArrayPool<double>.Shared.Rent(most);
        for (var i = 0; i < rows.Length; i++)
        {
            ref var row = ref rows[i];
            var to = column.FirstNotBefore(row.End, from);
            // Those that run over the end count for no period.
            var whole = column.FirstNotBefore(row.End - duration.Ticks + 1, from);
            var values = column.Values.Slice(from, whole - from);
            var (sum, count, highest) = Kernels.EnergiesOf(values, energies);
            levels[i] = count > 0 ? 10 * Math.Log10(sum / count) : double.NaN;
            row.ValidCount = count;
            if (to == from)
            {
                (row.Verdict, row.Provisional) = ((byte)Verdict.Invalid, null);
                continue;
            }

            var rule = profile.NoiseRuleAt(new DateTime(column.TimeOf(from)) + later, row.IsNight);
            var known = mayOverlap ? null : ClassOf(rule, profile.BackgroundLevel(row.IsNight), column, from, whole, levels[i], count, highest, twenty, energies);
            if (known is not { } same || !rule.Known.TryGetValue(same, out var verdict))
            {
                var period = profile.Judge(SeriesOf(column, point, from, to));
                if (mayOverlap) (levels[i], row.ValidCount) = (period.EquivalentLevel, (int)(period.ValidTime.Ticks / duration.Ticks));
                var finding = period.Finding;
                verdict = ((byte)finding.Verdict, (byte?)finding.ProvisionalVerdict);
                if (known is { } first) rule.Known[first] = verdict;
                exact++;
            }

            (row.Verdict, row.Provisional) = verdict;
            from = to;
        }

        ArrayPool<double>.Shared.Return(energies);
        return exact;
    }

    /// <summary>
    /// What decides about a period, so that all periods of a class under a rule have one verdict, which the exact engine gives of the first; <see langword="null"/> where only the exact
    /// engine can tell: near the limit, where a background is subtracted, or where levels are above the range of the instrument.
    /// </summary>
    private NoiseClass? ClassOf(
        NoiseRule rule, decimal? background, in PointColumn column, int from, int to, double level, int count, double highest, int? twenty, double[] energies)
    {
        if (rule.Limit is null) return new(NoiseClassKind.NoLimit);
        // What was above the range of the instrument leaves more open than its gap: the exact engine says what.
        if (column.Values.Slice(from, to - from).IndexOf(double.PositiveInfinity) >= 0) return null;
        if (count == 0) return new(NoiseClassKind.NoLevel);
        if (rule.Band is not { } band) return null;
        if (count < rule.NeededCount(readings.ReadingDuration)) return new(NoiseClassKind.TooFew);
        if (band.PieceOf(level, Uncertainty) is not { } piece) return null;
        if (!band.IsMetIn(piece)) return background is null ? new(NoiseClassKind.Compared, piece) : null;

        // The mean is kept; the highest 20 minutes may not be.
        if (twenty is not { } wanted) return new(NoiseClassKind.Compared, piece);
        var isWhole = column.SmallestStep >= readings.ReadingDuration.Ticks && (column.Times.IsEmpty || column.TimeOf(to - 1) - column.TimeOf(from) == (to - from - 1) * readings.ReadingDuration.Ticks);
        if (isWhole && count == to - from && count >= wanted && band.PieceOf(highest, Uncertainty) == 0 && band.IsMetIn(0)) return new(NoiseClassKind.Compared, piece, 0);
        if (HighestTwenty(column, from, to, wanted, energies) is not { } energy) return new(NoiseClassKind.Compared, piece);
        if (band.PieceOf(10 * Math.Log10(energy / wanted), Uncertainty) is not { } ofTwenty) return null;
        return background is null || band.IsMetIn(ofTwenty) ? new(NoiseClassKind.Compared, piece, ofTwenty) : null;
    }

    /// <summary>The highest energy of 20 minutes without a gap; as for the exact engine.</summary>
    private double? HighestTwenty(in PointColumn column, int from, int to, int twenty, double[] energies)
    {
        if (column.Times.IsEmpty) return Kernels.HighestSum(energies.AsSpan(0, to - from), twenty);
        var (highest, start) = (0.0, from);
        EndPiecesAtGaps(column, from, to - 1);
        EndPieceAt(to);
        return highest > 0 ? highest : null;

        // Where no readings are nearer than their duration, and there are as many as there is time for, there is no gap.
        void EndPiecesAtGaps(in PointColumn of, int first, int last)
        {
            var duration = readings.ReadingDuration.Ticks;
            if (last <= first || (of.SmallestStep >= duration && of.Times[last] - of.Times[first] == (last - first) * duration)) return;
            if (last == first + 1)
            {
                if (IsGap(of, last)) EndPieceAt(last);
                return;
            }

            var middle = (first + last) / 2;
            EndPiecesAtGaps(of, first, middle);
            EndPiecesAtGaps(of, middle, last);
        }

        void EndPieceAt(int end)
        {
            highest = Math.Max(highest, Kernels.HighestSum(energies.AsSpan(start - from, end - start), twenty) ?? 0);
            start = end;
        }
    }

    private bool IsGap(in PointColumn column, int index) => MonitorSeries.IsGap(TimeSpan.FromTicks(column.Times[index] - column.Times[index - 1]), readings.ReadingDuration);

    private NoiseSeries SeriesOf(in PointColumn column, int point, int from, int to)
    {
        var list = new List<NoiseReading>(to - from);
        for (var i = from; i < to; i++) list.Add(new(new DateTime(column.TimeOf(i)) + later, column.Values[i]));
        return new(owner.Points[point].Name, readings.ReadingDuration, list);
    }
}

/// <summary>Whether the level of a period is compared with a limit, or why not.</summary>
internal enum NoiseClassKind
{
    Compared,
    NoLimit,
    NoLevel,
    TooFew,
}

/// <summary>What decides about a period: whether its level is compared; the piece of the number line that it lies in, and that of its highest 20 minutes, where it has such and they matter.</summary>
internal readonly record struct NoiseClass(NoiseClassKind Kind, int? Level = null, int? HighestTwenty = null);

/// <summary>The limit on LAeq of days or nights under one state of the catalogue, and the verdicts that the exact engine has given under it.</summary>
internal sealed class NoiseRule(PointProfile profile, Requirement? limit, DateTime moment)
{
    private readonly ConcurrentDictionary<TimeSpan, int> _needed = [];

    public Requirement? Limit => limit;

    public LimitBand? Band { get; } = LimitBand.Of(limit);

    public ConcurrentDictionary<NoiseClass, (byte Verdict, byte? Provisional)> Known { get; } = [];

    /// <summary>How many readings must count for the exact engine to compare their level at all; it is asked, not told.</summary>
    public int NeededCount(TimeSpan readingDuration) => _needed.TryGetValue(readingDuration, out var known) ? known : _needed[readingDuration] = FindNeeded(readingDuration);

    private int FindNeeded(TimeSpan duration) => profile.WithEngine(engine =>
    {
        var (low, high) = (1, (int)Math.Max(1, TimeSpan.TicksPerDay / duration.Ticks));
        while (low < high)
        {
            var middle = (low + high) / 2;
            var measurement = new SiteBoundaryMeasurement("", moment, 0) { MeasuringTime = TimeSpan.FromTicks(duration.Ticks * middle) };
            if (engine.Check.Judge(measurement)[0].Verdict == Verdict.Invalid) low = middle + 1;
            else high = middle;
        }

        return low;
    });
}
