using GreenBuild.Standards.Dust;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>The windows of one point under one rule, over days on which its rules stay the same.</summary>
public sealed class DustRun
{
    internal DustRun(int point, SiteDustRule? rule, DateTime start, TimeSpan length, int first, int count)
    {
        Point = point;
        Rule = rule;
        Start = start;
        Length = length;
        First = first;
        Count = count;
    }

    /// <summary>The number of the point, from 0.</summary>
    public int Point { get; }

    /// <summary>The rule, or <see langword="null"/> where none applies: then there are no windows.</summary>
    public SiteDustRule? Rule { get; }

    /// <summary>The local moment at which the first window begins.</summary>
    public DateTime Start { get; }

    /// <summary>The averaging time; zero where no rule applies.</summary>
    public TimeSpan Length { get; }

    /// <summary>The number of the first window in the columns of the history.</summary>
    public int First { get; }

    /// <summary>The number of windows, those without readings included; 0 where no rule applies, or the readings do not divide the averaging time.</summary>
    public int Count { get; }

    /// <summary>The local moment at which a window begins.</summary>
    /// <param name="window">The number of the window in the columns of the history, <see cref="First"/> and up.</param>
    public DateTime StartOf(int window) => Start.AddTicks(Length.Ticks * (window - First));
}

/// <summary>The means of dust of many points, judged: columns of windows, run after run.</summary>
/// <remarks>
/// Each window is one row of <see cref="Means"/>, <see cref="ValidCounts"/> and <see cref="OutcomeOf"/>; no object is made of it. An outcome is that of <see cref="DustWindow"/>: where a
/// number of exceedances is allowed in a day, or the evidence is weak, the finding of the day says what follows (<see cref="DayOf"/>). A window without readings is
/// <see cref="DustOutcome.Invalid"/>.
/// </remarks>
public sealed class DustHistory : IWindowHistory<DustOutcome>
{
    private readonly DustBatch _batch;
    private readonly int[] _firstRun;
    private readonly double[] _means;
    private readonly int[] _counts;
    private readonly byte[] _outcomes;

    internal DustHistory(DustBatch batch, IReadOnlyList<DustRun> runs, int[] firstRun, double[] means, int[] counts, byte[] outcomes, int exact)
    {
        _batch = batch;
        (Runs, _firstRun, _means, _counts, _outcomes, ExactCount) = (runs, firstRun, means, counts, outcomes, exact);
    }

    /// <summary>The points, in the order of their columns.</summary>
    public IReadOnlyList<MonitoredPoint> Points => _batch.Owner.Points;

    /// <summary>The runs, by point, day and rule.</summary>
    public IReadOnlyList<DustRun> Runs { get; }

    /// <summary>The number of windows of all runs.</summary>
    public int Count => _means.Length;

    /// <summary>The means of the windows in the unit of the readings, unrounded and uncorrected; not a number where no reading counts.</summary>
    public ReadOnlySpan<double> Means => _means;

    /// <summary>How many readings of each window count.</summary>
    public ReadOnlySpan<int> ValidCounts => _counts;

    /// <summary>How many windows were judged by the exact engine itself, because they lie near the limit or hang on more than the limit.</summary>
    public int ExactCount { get; }

    /// <summary>How much later the history was taken to be than it was; zero where it was judged by its own days.</summary>
    public TimeSpan Later => _batch.Later;

    /// <summary>What a window came to.</summary>
    /// <param name="window">The number of the window.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such window.</exception>
    public DustOutcome OutcomeOf(int window) => (DustOutcome)_outcomes[window];

    /// <summary>How many windows of a point came to an outcome.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="outcome">The outcome.</param>
    public int CountOf(int point, DustOutcome outcome)
    {
        var found = 0;
        for (var i = _firstRun[point]; i < _firstRun[point + 1]; i++)
            foreach (var one in _outcomes.AsSpan(Runs[i].First, Runs[i].Count))
                if (one == (byte)outcome) found++;
        return found;
    }

    /// <summary>The day that a window lies in, judged by the exact engine, with its finding and all its windows.</summary>
    /// <param name="window">The number of the window.</param>
    /// <returns>Its times are those that the history was taken to have (<see cref="Later"/>); <see langword="null"/> if nothing was read on the day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    public DustDay? DayOf(int window) => _batch.DayOf(RunOf(window), window);

    /// <summary>The run that a window belongs to.</summary>
    /// <param name="window">The number of the window.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    public DustRun RunOf(int window)
    {
        if ((uint)window >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(window), "There is no such window.");
        var (low, high) = (0, Runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Runs[middle].First <= window) low = middle;
            else high = middle - 1;
        }

        return Runs[low];
    }

    IEnumerable<(DateTime Start, DateTime End, string Kind, DustOutcome Outcome, int Index)> IWindowHistory<DustOutcome>.WindowsOf(int point)
    {
        for (var i = _firstRun[point]; i < _firstRun[point + 1]; i++)
        {
            var run = Runs[i];
            if (run.Rule is null) continue;
            var kind = KindOf(run.Rule);
            for (var window = run.First; window < run.First + run.Count; window++)
                yield return (run.StartOf(window), run.StartOf(window) + run.Length, kind, (DustOutcome)_outcomes[window], window);
        }
    }

    // Rules of two editions are the same thing where they limit means of the same time of the same quantity in the same tier.
    private static string KindOf(SiteDustRule rule) => rule.Limit.Condition("exceedanceTier")?.ToString() ?? "";
}
