using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>One history of dust while it is judged, and for its days of interest afterwards.</summary>
internal sealed class DustBatch(HistoryJudge owner, Particulate particulate, string unit, ReadingColumns readings, TimeSpan later)
{
    /// <summary>From such a sum on a reading may be one that no instrument measures; the exact windows know.</summary>
    private const double MostSum = Kernels.MostConcentration / 10;

    /// <summary>How far a mean of the bulk may be from the exact one, as a share of it; a sum of a day of seconds is wrong by less than 1e-11.</summary>
    private const double Uncertainty = 1e-9;

    public HistoryJudge Owner => owner;

    public TimeSpan Later => later;

    public DustHistory Judge(PointProfile[] profiles, int? degree)
    {
        var (runs, firstRun, rules) = (new List<DustRun>(), new int[profiles.Length + 1], new Dictionary<SiteDustRule, RuleInBulk>());
        var count = 0;
        for (var point = 0; point < profiles.Length; point++)
        {
            AddRuns(runs, rules, profiles[point], point, ref count);
            firstRun[point + 1] = runs.Count;
        }

        var (means, counts, outcomes) = (BatchWork.NewArray<double>(count), BatchWork.NewArray<int>(count), BatchWork.NewArray<byte>(count));
        var exact = 0;
        if (readings.Rows is { } sorted && runs.TrueForAll(run => IsSpaced(sorted.Points[run.Point].SmallestStep)))
        {
            foreach (var ofLength in runs.Where(static run => run.Count > 0).GroupBy(static run => run.Length.Ticks)) JudgeRows(sorted, ofLength.Key, ofLength.ToList());
        }
        else if (readings.Rows is { } rows)
            rows.ForEachBlock(Boundaries(runs), readings.ReadingDuration.Ticks, degree, block =>
            {
                var ofBlock = 0;
                for (var point = 0; point < profiles.Length; point++)
                {
                    if (firstRun[point] == firstRun[point + 1]) continue;
                    var column = block.Of(point);
                    for (var i = firstRun[point]; i < firstRun[point + 1]; i++) ofBlock += JudgeWindows(runs[i], column, WindowAt(runs[i], block.Start), WindowAt(runs[i], block.End));
                }

                Interlocked.Add(ref exact, ofBlock);
            });
        else
            BatchWork.ForEach(profiles.Length, degree, point =>
            {
                var ofPoint = 0;
                if (firstRun[point] == firstRun[point + 1]) return;
                var column = readings.Of(point);
                for (var i = firstRun[point]; i < firstRun[point + 1]; i++) ofPoint += JudgeWindows(runs[i], column, 0, runs[i].Count);
                Interlocked.Add(ref exact, ofPoint);
            });
        return new DustHistory(this, runs.AsReadOnly(), firstRun, means, counts, outcomes, exact);

        // Sums window by window as the rows come: which window a row is of follows from its place, and no row need be sorted.
        void JudgeRows(InterleavedRows rows, long length, List<DustRun> ofLength)
        {
            var first = ofLength.Min(static run => run.Start.Ticks);
            var windows = (int)((ofLength.Max(static run => run.StartOf(run.First + run.Count).Ticks) - first) / length);
            var parts = Math.Min(windows, 4 * BatchWork.DegreeOf(degree));
            BatchWork.ForEach(parts, degree, part =>
            {
                var (sums, valid, ofPart) = (new double[profiles.Length], new int[profiles.Length], 0);
                var (window, end) = ((int)((long)windows * part / parts), (int)((long)windows * (part + 1) / parts));
                var from = rows.FirstNotBefore(first + (window * length));
                for (; window < end; window++)
                {
                    var start = first + (window * length);
                    var to = rows.FirstNotBefore(start + length);
                    // Sorted by point once, and only where a point is judged exactly: looking through the rows of all for each would be the square of the points.
                    RowBlock? sorted = null;
                    rows.AddTo(from, to, sums, valid);
                    foreach (var run in ofLength)
                    {
                        var i = (start - run.Start.Ticks) / length;
                        if (i < 0 || i >= run.Count || start < run.Start.Ticks) continue;
                        var (by, count, sum) = (rules[run.Rule!], valid[run.Point], sums[run.Point]);
                        var (mean, outcome) = (count > 0 ? sum / count : double.NaN, Settle(by, start, sum, count));
                        if (outcome is null)
                        {
                            var column = (sorted ??= rows.BlockOf(from, to, readings.ReadingDuration.Ticks)).Of(run.Point);
                            (mean, count, outcome) = Exactly(by, column, 0, column.Values.Length);
                            ofPart++;
                        }

                        (means[run.First + (int)i], counts[run.First + (int)i], outcomes[run.First + (int)i]) = (mean, count, (byte)outcome.Value);
                    }

                    from = to;
                }

                Interlocked.Add(ref exact, ofPart);
            });
        }

        int JudgeWindows(DustRun run, in PointColumn column, int from, int to) => from >= to
            ? 0
            : Judge(rules[run.Rule!], run, column, from, means.AsSpan(run.First + from, to - from), counts.AsSpan(run.First + from, to - from), outcomes.AsSpan(run.First + from, to - from));

        static int WindowAt(DustRun run, long time) => run.Count == 0 || time <= run.Start.Ticks ? 0 : (int)Math.Min(run.Count, (time - run.Start.Ticks) / run.Length.Ticks);
    }

    /// <summary>Moments at which no window is open: all are cut from midnight on, and the longest may hold the others whole; at midnight none is open in any case.</summary>
    private static List<long> Boundaries(List<DustRun> runs)
    {
        var boundaries = new List<long>();
        var cut = runs.FindAll(static run => run.Count > 0);
        if (cut.Count == 0) return boundaries;
        var longest = cut.Max(static run => run.Length.Ticks);
        var step = cut.TrueForAll(run => longest % run.Length.Ticks == 0) ? longest : TimeSpan.TicksPerDay;
        var (first, last) = (cut.Min(static run => run.Start.Ticks), cut.Max(static run => run.StartOf(run.First + run.Count).Ticks));
        for (var at = (first / TimeSpan.TicksPerDay * TimeSpan.TicksPerDay) + step; at < last; at += step)
            if (at > first) boundaries.Add(at);
        return boundaries;
    }

    /// <summary>The day that a window lies in, by the exact engine; <see langword="null"/> if nothing was read on it.</summary>
    public DustDay? DayOf(DustRun run, int window)
    {
        var column = readings.Of(run.Point);
        var day = run.StartOf(window).Date;
        var from = column.FirstNotBefore(day.Ticks, 0);
        var to = column.FirstNotBefore(day.Ticks + TimeSpan.TicksPerDay, from);
        var list = new List<MonitorReading>(to - from);
        for (var i = from; i < to; i++) list.Add(ReadingOf(column, i));
        var point = owner.Points[run.Point];
        var days = owner.ProfileOf(run.Point).NewDust(later).Judge(particulate, new MonitorSeries(point.Name, unit, readings.ReadingDuration, list));
        foreach (var judged in days)
            if (judged.Rule?.Limit == run.Rule!.Limit) return judged;
        return null;
    }

    /// <summary>Cuts the days of a point where its rules change.</summary>
    private void AddRuns(List<DustRun> runs, Dictionary<SiteDustRule, RuleInBulk> inBulk, PointProfile profile, int point, ref int count)
    {
        if (readings.SpanOf(point) is not var (first, last)) return;
        for (var day = first.Date; day <= last.Date;)
        {
            var rules = profile.DustRules(particulate, CalendarDate.FromDateTime(day + later), later);
            var next = day.AddDays(1);
            while (next <= last.Date && AreSame(rules, profile.DustRules(particulate, CalendarDate.FromDateTime(next + later), later))) next = next.AddDays(1);
            if (rules.Count == 0) runs.Add(new(point, null, day, TimeSpan.Zero, count, 0));
            foreach (var rule in rules)
            {
                // A profile gives the same rule for the same day, and no other profile does.
                if (!inBulk.TryGetValue(rule, out var prepared)) inBulk[rule] = prepared = new RuleInBulk(rule, profile.Dust(later), unit);
                var windows = prepared.Windows;
                var start = windows.StartOf(first > day ? first : day);
                var end = windows.StartOf(last < next ? last : next.AddTicks(-1)) + windows.Length;
                var ofRun = ClockWindows.CanCut(windows, readings.ReadingDuration) ? (int)((end - start).Ticks / windows.Length.Ticks) : 0;
                runs.Add(new(point, rule, start, windows.Length, count, ofRun));
                count = checked(count + ofRun);
            }

            day = next;
        }
    }

    private static bool AreSame(IReadOnlyList<SiteDustRule> one, IReadOnlyList<SiteDustRule> other)
    {
        if (one == other) return true;
        if (one.Count != other.Count) return false;
        for (var i = 0; i < one.Count; i++)
        {
            var (a, b) = (one[i], other[i]);
            if (a.Limit != b.Limit || a.Allowance != b.Allowance || a.Basis != b.Basis || !a.Missing.SequenceEqual(b.Missing) || !a.Corrections.SequenceEqual(b.Corrections)) return false;
        }

        return true;
    }

    /// <summary>Judges windows of a run, from one on.</summary>
    /// <returns>How many were judged by the exact engine.</returns>
    private int Judge(RuleInBulk by, DustRun run, in PointColumn column, int first, Span<double> means, Span<int> counts, Span<byte> outcomes)
    {
        var (isSpaced, exact, start) = (IsSpaced(column.SmallestStep), 0, run.Start.Ticks + (first * run.Length.Ticks));
        var from = column.FirstNotBefore(start, 0);
        for (var i = 0; i < outcomes.Length; i++)
        {
            var to = column.FirstNotBefore(start + run.Length.Ticks, from);
            var (sum, count) = Kernels.SumOf(column.Values.Slice(from, to - from));
            var mean = count > 0 ? sum / count : double.NaN;
            var outcome = isSpaced || count == 0 ? Settle(by, start, sum, count) : null;
            if (outcome is null)
            {
                (mean, count, outcome) = Exactly(by, column, from, to);
                exact++;
            }

            (means[i], counts[i], outcomes[i]) = (mean, count, (byte)outcome.Value);
            (from, start) = (to, start + run.Length.Ticks);
        }

        return exact;
    }

    // Nearer to each other than this, readings lie on top of each other, and the exact windows weigh them.
    private bool IsSpaced(long smallestStep) => smallestStep >= readings.ReadingDuration.Ticks - (readings.ReadingDuration.Ticks / 10);

    /// <summary>What a window comes to by the sum of its readings that count; <see langword="null"/> where only the exact sum can tell.</summary>
    private DustOutcome? Settle(RuleInBulk by, long start, double sum, int count)
    {
        if (count == 0) return DustOutcome.Invalid;
        if (sum >= MostSum) return null;
        var covered = TimeSpan.FromTicks(readings.ReadingDuration.Ticks * count);
        if (by.IsOpen || !by.Windows.IsEnough(covered)) return DustOutcome.Invalid;
        var mean = sum / count;
        var value = mean * by.Scale;
        if (by.Band?.PieceOf(value, (value * Uncertainty) + 1e-12) is not { } piece) return null;
        if (by.Band.IsMetIn(piece) ? by.IsKeptAtOnce : by.IsExceededAtOnce) return by.Band.IsMetIn(piece) ? DustOutcome.Kept : DustOutcome.Exceeded;
        return WithEngine(by.Dust, by.Windows, by.Rule, new DateTime(start) + later, mean, covered);
    }

    /// <summary>What the engine makes of a mean that hangs on more than the limit; <see langword="null"/> if a mean that is a trace lower or higher comes out otherwise.</summary>
    private DustOutcome? WithEngine(SiteDustMonitoring dust, WindowRule windows, SiteDustRule rule, DateTime start, double mean, TimeSpan covered)
    {
        var low = dust.JudgeWindow(rule, windows.Window(start, (decimal)(mean * (1 - Uncertainty)), covered), unit).Outcome;
        return dust.JudgeWindow(rule, windows.Window(start, (decimal)(mean * (1 + Uncertainty)), covered), unit).Outcome == low ? low : null;
    }

    private (double Mean, int Count, DustOutcome Outcome) Exactly(RuleInBulk by, in PointColumn column, int from, int to)
    {
        var (windows, count) = (new ClockWindows(by.Windows, readings.ReadingDuration), 0);
        for (var i = from; i < to; i++)
        {
            var reading = ReadingOf(column, i);
            windows.Append(reading);
            if (reading.Status == ReadingStatus.Valid) count++;
        }

        if (windows.Flush() is not { } window) return (double.NaN, count, DustOutcome.Invalid);
        return ((double?)window.Mean ?? double.NaN, count, by.Dust.JudgeWindow(by.Rule, window, unit).Outcome);
    }

    // What is no number, below nothing, or more than a decimal holds does not count; what is beyond all numbers was above the range of its monitor.
    private MonitorReading ReadingOf(in PointColumn column, int index)
    {
        var (time, value) = (new DateTime(column.TimeOf(index)) + later, column.Values[index]);
        return Kernels.IsConcentration(value) ? new(time, (decimal)value) : new(time, 0, double.IsPositiveInfinity(value) ? ReadingStatus.OutOfRange : ReadingStatus.Fault);
    }
}

/// <summary>A rule with what the bulk asks of it for every window.</summary>
internal sealed class RuleInBulk(SiteDustRule rule, SiteDustMonitoring dust, string unit)
{
    public SiteDustRule Rule => rule;

    public SiteDustMonitoring Dust => dust;

    public WindowRule Windows { get; } = dust.WindowOf(rule);

    public LimitBand? Band { get; } = MeasurementUnit.TryConvert(1, unit, rule.Limit.Unit, out _) ? LimitBand.Of(rule.Limit) : null;

    /// <summary>What a mean is multiplied by to be in the unit of the limit.</summary>
    public double Scale { get; } = MeasurementUnit.TryConvert(1, unit, rule.Limit.Unit, out var factor) ? (double)factor : 0;

    /// <summary>Whether the rule cannot be judged by: then no window is.</summary>
    public bool IsOpen { get; } = rule.Missing.Count > 0 || rule.Limit.Value is null;

    /// <summary>Whether a mean that keeps the limit as measured keeps the rule: nothing that is subtracted makes a value larger, but another state of the air may.</summary>
    public bool IsKeptAtOnce { get; } = !rule.RefersToReferenceState;

    /// <summary>Whether a mean that exceeds the limit as measured breaks it: where something is subtracted, or converted, the engine knows.</summary>
    public bool IsExceededAtOnce { get; } = !rule.RefersToReferenceState && rule.Basis == DustBasis.Measured;
}
