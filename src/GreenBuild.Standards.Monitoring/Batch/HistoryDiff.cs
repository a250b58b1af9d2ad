namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>A window that comes out otherwise in the second of two judgements of one history.</summary>
/// <typeparam name="T">What a window comes to.</typeparam>
/// <param name="Point">The number of the point, from 0.</param>
/// <param name="Start">The local moment at which the window began.</param>
/// <param name="End">The local moment at which it ended, exclusive.</param>
/// <param name="From">What it came to at first; <see langword="null"/> if there was no such window.</param>
/// <param name="To">What it comes to then; <see langword="null"/> if there is no such window.</param>
/// <param name="Before">The number of the window in the first history, or −1.</param>
/// <param name="After">The number of the window in the second history, or −1.</param>
public readonly record struct WindowChange<T>(int Point, DateTime Start, DateTime End, T? From, T? To, int Before, int After)
    where T : struct, Enum;

/// <summary>Two judgements of one history side by side: which windows change, from what to what.</summary>
/// <typeparam name="T">What a window comes to.</typeparam>
/// <remarks>Windows belong together by their time, and of several rules of a day by the tier and the order of these. Where the second judgement cuts other windows, each stands alone.</remarks>
public sealed class HistoryDiff<T>
    where T : struct, Enum
{
    private readonly IWindowHistory<T> _before;
    private readonly IWindowHistory<T> _after;

    internal HistoryDiff(IWindowHistory<T> before, IWindowHistory<T> after, IReadOnlyList<WindowChange<T>> changes, int compared)
    {
        (_before, _after) = (before, after);
        Changes = changes;
        Compared = compared;
    }

    /// <summary>The windows that change, by point.</summary>
    public IReadOnlyList<WindowChange<T>> Changes { get; }

    /// <summary>How many windows both judgements have.</summary>
    public int Compared { get; }

    /// <summary>How many windows of a point change from something to something; <see langword="null"/> stands for no such window.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="from">What they came to at first.</param>
    /// <param name="to">What they come to then.</param>
    public int CountOf(int point, T? from, T? to)
    {
        var found = 0;
        foreach (var change in Changes)
            if (change.Point == point && EqualityComparer<T?>.Default.Equals(change.From, from) && EqualityComparer<T?>.Default.Equals(change.To, to)) found++;
        return found;
    }

    /// <summary>How many windows of each point change.</summary>
    public IReadOnlyList<int> CountsByPoint
    {
        get
        {
            var counts = new int[_before.Points.Count];
            foreach (var change in Changes) counts[change.Point]++;
            return counts;
        }
    }

    /// <summary>The first judgement: a <see cref="DustHistory"/> or a <see cref="NoiseHistory"/>.</summary>
    public object Before => _before;

    /// <summary>The second judgement: a <see cref="DustHistory"/> or a <see cref="NoiseHistory"/>.</summary>
    public object After => _after;
}

/// <summary>Lays two judgements of one history side by side.</summary>
public static class HistoryDiff
{
    /// <summary>Compares two judgements of dust: by other days, or of another catalogue.</summary>
    /// <exception cref="ArgumentException">They are not of as many points.</exception>
    public static HistoryDiff<Dust.DustOutcome> Of(DustHistory before, DustHistory after) => Compare(before, after);

    /// <summary>Compares two judgements of noise: by other days, or of another catalogue.</summary>
    /// <exception cref="ArgumentException">They are not of as many points.</exception>
    public static HistoryDiff<Verdict> Of(NoiseHistory before, NoiseHistory after) => Compare(before, after);

    private static HistoryDiff<T> Compare<T>(IWindowHistory<T> before, IWindowHistory<T> after)
        where T : struct, Enum
    {
        if (before.Points.Count != after.Points.Count) throw new ArgumentException("Two judgements of one history have the same points.", nameof(after));
        var (changes, compared) = (new List<WindowChange<T>>(), 0);
        var (left, met) = (new Dictionary<WindowKey, (T Outcome, int Index)>(), new HashSet<WindowKey>());
        for (var point = 0; point < before.Points.Count; point++)
        {
            var first = changes.Count;
            left.Clear();
            met.Clear();
            foreach (var (start, end, kind, outcome, index) in before.WindowsOf(point)) left.Add(FreeKey(start, end, kind, left.ContainsKey), (outcome, index));
            foreach (var (start, end, kind, outcome, index) in after.WindowsOf(point))
            {
                var key = FreeKey(start, end, kind, met.Contains);
                met.Add(key);
                if (!left.TryGetValue(key, out var was))
                {
                    changes.Add(new(point, start, end, null, outcome, -1, index));
                    continue;
                }

                left.Remove(key);
                compared++;
                if (!EqualityComparer<T>.Default.Equals(was.Outcome, outcome)) changes.Add(new(point, start, end, was.Outcome, outcome, was.Index, index));
            }

            foreach (var pair in left) changes.Add(new(point, pair.Key.Start, pair.Key.End, pair.Value.Outcome, null, pair.Value.Index, -1));
            changes.Sort(first, changes.Count - first, ByTime<T>.Order);
        }

        return new(before, after, changes.AsReadOnly(), compared);
    }

    private static WindowKey FreeKey(DateTime start, DateTime end, string kind, Func<WindowKey, bool> isTaken)
    {
        var key = new WindowKey(start, end, kind, 0);
        while (isTaken(key)) key = key with { Order = key.Order + 1 };
        return key;
    }

    private readonly record struct WindowKey(DateTime Start, DateTime End, string Kind, int Order);

    private static class ByTime<T>
        where T : struct, Enum
    {
        public static IComparer<WindowChange<T>> Order { get; } = Comparer<WindowChange<T>>.Create(static (a, b) =>
            a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.After != b.After ? a.After.CompareTo(b.After) : a.Before.CompareTo(b.Before));
    }
}

/// <summary>What two judgements of one history are compared by.</summary>
internal interface IWindowHistory<T>
    where T : struct, Enum
{
    public IReadOnlyList<MonitoredPoint> Points { get; }

    /// <summary>The windows of a point with their times as they were, and the kind that tells several of one time apart.</summary>
    public IEnumerable<(DateTime Start, DateTime End, string Kind, T Outcome, int Index)> WindowsOf(int point);
}
