using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>One history of dust while it is judged, and for its days of interest afterwards.</summary>
internal sealed class DustBatch(HistoryJudge owner, Particulate particulate, string unit, ReadingColumns readings, TimeSpan later)
{
    /// <summary>From such a sum on a reading may be one that no instrument measures; the exact windows know.</summary>
    private const double MostSum = 1e11;

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
        if (readings.Rows is { } rows)
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
        var (rule, windows, dust, band, scale, duration, exact) = (by.Rule, by.Windows, by.Dust, by.Band, by.Scale, readings.ReadingDuration, 0);
        // Nearer to each other than this, readings lie on top of each other, and the exact windows weigh them.
        var isSpaced = column.SmallestStep >= duration.Ticks - (duration.Ticks / 10);
        var end = run.Start.Ticks + (first * run.Length.Ticks);
        var from = column.FirstNotBefore(end, 0);
        for (var i = 0; i < outcomes.Length; i++)
        {
            end += run.Length.Ticks;
            var to = column.FirstNotBefore(end, from);
            var (sum, count) = Kernels.SumOf(column.Values.Slice(from, to - from));
            var mean = count > 0 ? sum / count : double.NaN;
            var outcome = DustOutcome.Invalid;
            var isExact = count > 0 && (!isSpaced || sum >= MostSum);
            var covered = TimeSpan.FromTicks(duration.Ticks * count);
            if (!isExact && count > 0 && !by.IsOpen && windows.IsEnough(covered))
            {
                var value = mean * scale;
                if (band?.PieceOf(value, (value * Uncertainty) + 1e-12) is not { } piece) isExact = true;
                else if (band.IsMetIn(piece) ? by.IsKeptAtOnce : by.IsExceededAtOnce) outcome = band.IsMetIn(piece) ? DustOutcome.Kept : DustOutcome.Exceeded;
                else if (WithEngine(dust, windows, rule, new DateTime(end - run.Length.Ticks) + later, mean, covered) is { } same) outcome = same;
                else isExact = true;
            }

            if (isExact)
            {
                (mean, outcome) = Exactly(dust, windows, rule, column, from, to);
                exact++;
            }

            (means[i], counts[i], outcomes[i]) = (mean, count, (byte)outcome);
            from = to;
        }

        return exact;
    }

    /// <summary>What the engine makes of a mean that hangs on more than the limit; <see langword="null"/> if a mean that is a trace lower or higher comes out otherwise.</summary>
    private DustOutcome? WithEngine(SiteDustMonitoring dust, WindowRule windows, SiteDustRule rule, DateTime start, double mean, TimeSpan covered)
    {
        var low = dust.JudgeWindow(rule, windows.Window(start, (decimal)(mean * (1 - Uncertainty)), covered), unit).Outcome;
        return dust.JudgeWindow(rule, windows.Window(start, (decimal)(mean * (1 + Uncertainty)), covered), unit).Outcome == low ? low : null;
    }

    private (double Mean, DustOutcome Outcome) Exactly(SiteDustMonitoring dust, WindowRule rule, SiteDustRule by, in PointColumn column, int from, int to)
    {
        var windows = new ClockWindows(rule, readings.ReadingDuration);
        for (var i = from; i < to; i++) windows.Append(ReadingOf(column, i));
        if (windows.Flush() is not { } window) return (double.NaN, DustOutcome.Invalid);
        return ((double?)window.Mean ?? double.NaN, dust.JudgeWindow(by, window, unit).Outcome);
    }

    // What is no number, below nothing, or more than a decimal holds does not count.
    private MonitorReading ReadingOf(in PointColumn column, int index)
    {
        var (time, value) = (new DateTime(column.TimeOf(index)) + later, column.Values[index]);
        return value is >= 0 and < 1e12 ? new(time, (decimal)value) : new(time, 0, ReadingStatus.OutOfRange);
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
