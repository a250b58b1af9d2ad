using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>Rows of all points as they arrived, and what one look at them told.</summary>
internal sealed class InterleavedRows
{
    /// <summary>As many rows are sorted at once, or more where no window ends in between: few enough for the caches, enough to be worth the while.</summary>
    private const int RowsAtOnce = 1 << 15;

    private readonly ReadOnlyMemory<long> _times;
    private readonly ReadOnlyMemory<int> _points;
    private readonly ReadOnlyMemory<double> _values;

    public InterleavedRows(ReadOnlyMemory<long> times, ReadOnlyMemory<int> points, ReadOnlyMemory<double> values, int pointCount, int? degree)
    {
        if (pointCount < 1) throw new ArgumentException("There is at least one point.", nameof(pointCount));
        (_times, _points, _values) = (times, points, values);
        var parts = Math.Max(1, Math.Min(BatchWork.DegreeOf(degree), values.Length / RowsAtOnce));
        var seen = new Seen[parts][];
        var (isStray, isSorted) = (false, true);
        BatchWork.ForEach(parts, degree, part =>
        {
            var (from, to) = (StartOf(part), StartOf(part + 1));
            if (!Look(from, to, seen[part] = new Seen[pointCount], out var isPartSorted)) isStray = true;
            if (!isPartSorted || (from > 0 && from < to && _times.Span[from] < _times.Span[from - 1])) isSorted = false;
        });
        if (isStray) throw new ArgumentException($"A row is of none of the {pointCount} points.", nameof(points));
        IsSorted = isSorted;
        Points = seen[0];
        foreach (var part in seen.Skip(1))
            for (var point = 0; point < pointCount; point++) Points[point].Append(part[point]);

        int StartOf(int part) => (int)((long)values.Length * part / parts);
    }

    /// <summary>Whether no row is earlier than the one before it, of whichever point.</summary>
    public bool IsSorted { get; }

    /// <summary>What was seen of each point.</summary>
    public Seen[] Points { get; }

    /// <summary>All rows sorted by point.</summary>
    public (long[] Times, double[] Values, int[] Starts) ByPoint()
    {
        var (times, values, starts) = (BatchWork.NewArray<long>(_values.Length), BatchWork.NewArray<double>(_values.Length), new int[Points.Length + 1]);
        Sort(0, _values.Length, times, values, starts);
        return (times, values, starts);
    }

    /// <summary>Sorts the rows by point, some at a time, and hands them on.</summary>
    /// <param name="boundaries">Moments at which no window is open, ascending; rows are parted there only.</param>
    /// <param name="durationTicks">The time that each reading stands for.</param>
    /// <param name="degree">How many threads are used at most.</param>
    /// <param name="work">Takes rows and the times that they lie between, the end exclusive.</param>
    public void ForEachBlock(IReadOnlyList<long> boundaries, long durationTicks, int? degree, Action<RowBlock> work)
    {
        var blocks = new List<(int From, int To, long Start, long End)>();
        var (from, start) = (0, long.MinValue);
        foreach (var boundary in boundaries)
        {
            var to = FirstNotBefore(boundary);
            if (to - from < RowsAtOnce) continue;
            blocks.Add((from, to, start, boundary));
            (from, start) = (to, boundary);
        }

        blocks.Add((from, _values.Length, start, long.MaxValue));
        BatchWork.ForEach(blocks.Count, degree, i =>
        {
            var block = blocks[i];
            var count = block.To - block.From;
            var (times, values, starts) = (ArrayPool<long>.Shared.Rent(count), ArrayPool<double>.Shared.Rent(count), new int[Points.Length + 1]);
            Sort(block.From, block.To, times, values, starts);
            work(new RowBlock(this, times, values, starts, durationTicks) { Start = block.Start, End = block.End });
            ArrayPool<long>.Shared.Return(times);
            ArrayPool<double>.Shared.Return(values);
        });
    }

    /// <summary>The sum and the number of the concentrations that count of each point, of some rows.</summary>
    public void AddTo(int from, int to, double[] sums, int[] counts)
    {
        Array.Clear(sums, 0, sums.Length);
        Array.Clear(counts, 0, counts.Length);
        var points = _points.Span.Slice(from, to - from);
        var values = _values.Span.Slice(from, to - from);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            // As in Kernels.SumOf: too great a sum is looked at again.
            if (!(value >= 0)) continue;
            sums[points[i]] += value;
            counts[points[i]]++;
        }
    }

    /// <summary>Some rows, sorted by point.</summary>
    public RowBlock BlockOf(int from, int to, long durationTicks)
    {
        var (times, values, starts) = (BatchWork.NewArray<long>(to - from), BatchWork.NewArray<double>(to - from), new int[Points.Length + 1]);
        Sort(from, to, times, values, starts);
        return new RowBlock(this, times, values, starts, durationTicks);
    }

    /// <summary>Sorts by counting: where the rows of a point begin, then each row to its place; the order within a point stays.</summary>
    private void Sort(int from, int to, long[] times, double[] values, int[] starts)
    {
        var points = _points.Span.Slice(from, to - from);
        var fromTimes = _times.Span.Slice(from, to - from);
        var fromValues = _values.Span.Slice(from, to - from);
        var next = new int[Points.Length];
        foreach (var point in points) next[point]++;
        for (var point = 0; point < next.Length; point++) (next[point], starts[point + 1]) = (starts[point], starts[point] + next[point]);
        // All that is read here has as many rows as there are points, and each place is looked at: three checks of five are spared.
        var count = Math.Min(points.Length, Math.Min(times.Length, values.Length));
        ref var firstTime = ref MemoryMarshal.GetReference(fromTimes);
        ref var firstValue = ref MemoryMarshal.GetReference(fromValues);
        ref var toTime = ref MemoryMarshal.GetReference(times.AsSpan());
        ref var toValue = ref MemoryMarshal.GetReference(values.AsSpan());
        for (var i = 0; i < points.Length; i++)
        {
            var place = next[points[i]]++;
            if ((uint)place >= (uint)count) throw new InvalidOperationException("The rows were changed while they were judged.");
            Unsafe.Add(ref toTime, place) = Unsafe.Add(ref firstTime, i);
            Unsafe.Add(ref toValue, place) = Unsafe.Add(ref firstValue, i);
        }
    }

    /// <summary>The first row that is not before a moment, where the rows are sorted.</summary>
    public int FirstNotBefore(long time)
    {
        var times = _times.Span;
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (times[middle] < time) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private bool Look(int from, int to, Seen[] seen, out bool isSorted)
    {
        seen.AsSpan().Fill(Seen.Nothing);
        var points = _points.Span.Slice(from, to - from);
        var times = _times.Span.Slice(from, to - from);
        var (before, isDescending) = (long.MinValue, false);
        isSorted = true;
        for (var i = 0; i < points.Length; i++)
        {
            var (point, time) = (points[i], times[i]);
            if ((uint)point >= (uint)seen.Length) return false;
            isDescending |= time < before;
            before = time;
            seen[point].Append(time);
        }

        isSorted = !isDescending;
        return true;
    }

    /// <summary>What was seen of a point: its first and last time, its shortest step, and how many readings it has.</summary>
    internal struct Seen
    {
        public static Seen Nothing { get; } = new() { SmallestStep = long.MaxValue };

        public long First;
        public long Last;
        public long SmallestStep;
        public int Count;

        public void Append(long time)
        {
            if (Count++ == 0) First = time;
            else SmallestStep = Math.Min(SmallestStep, time - Last);
            Last = time;
        }

        public void Append(in Seen later)
        {
            if (later.Count == 0) return;
            if (Count == 0)
            {
                this = later;
                return;
            }

            SmallestStep = Math.Min(Math.Min(SmallestStep, later.SmallestStep), later.First - Last);
            (Last, Count) = (later.Last, Count + later.Count);
        }
    }
}

/// <summary>Some rows, sorted by point: all of the windows between two moments.</summary>
internal sealed class RowBlock(InterleavedRows rows, long[] times, double[] values, int[] starts, long durationTicks)
{
    /// <summary>No window of the block begins before this moment, in ticks.</summary>
    public long Start { get; init; }

    /// <summary>No window of the block begins at this moment or later, in ticks.</summary>
    public long End { get; init; }

    public PointColumn Of(int point)
    {
        var (from, count) = (starts[point], starts[point + 1] - starts[point]);
        return new(times.AsSpan(from, count), 0, durationTicks, values.AsSpan(from, count), rows.Points[point].SmallestStep);
    }
}
