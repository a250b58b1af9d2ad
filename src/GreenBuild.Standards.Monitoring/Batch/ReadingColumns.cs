using System.Globalization;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>Readings of many monitoring points in columns, point after point, in the local time of each place.</summary>
/// <remarks>
/// Times are ticks (<see cref="DateTime.Ticks"/>) at which a reading begins. A value that is not a number, or that is marked as not valid, is a reading that does not count; <see cref="double.PositiveInfinity"/> is one above the
/// range of the instrument. The memory is
/// not copied unless readings are marked, and must not change while it is judged. Immutable and safe for use by several threads.
/// </remarks>
public sealed class ReadingColumns
{
    private readonly Lazy<Columns> _columns;
    private readonly InterleavedRows.Seen[] _seen;

    private ReadingColumns(Lazy<Columns> columns, InterleavedRows.Seen[] seen, int count, TimeSpan readingDuration, string file)
    {
        (_columns, _seen, Count, ReadingDuration) = (columns, seen, count, readingDuration);
        for (var point = 0; point < PointCount; point++)
            if (!IsInOrder(point)) Errors.Add(DisorderOf(point, file));
    }

    /// <summary>Readings at regular times: each point has as many, the first at the same moment.</summary>
    /// <param name="start">The local moment at which the first reading of each point begins.</param>
    /// <param name="readingDuration">The time that each reading stands for, and from one to the next; positive.</param>
    /// <param name="values">The values, point after point; not a number where nothing was read.</param>
    /// <param name="pointCount">The number of points; it divides the number of values.</param>
    /// <param name="isValid">For each value whether it counts; all do if not given.</param>
    /// <exception cref="ArgumentException">The columns do not fit each other, the duration is not positive, or the moment is in UTC.</exception>
    public static ReadingColumns Regular(DateTime start, TimeSpan readingDuration, ReadOnlyMemory<double> values, int pointCount, ReadOnlyMemory<bool> isValid = default)
    {
        if (start.Kind == DateTimeKind.Utc) throw new ArgumentException("The readings are in UTC; they must be in the local time of the place.", nameof(start));
        if (pointCount < 1 || values.Length % pointCount != 0) throw new ArgumentException("The number of points divides the number of values.", nameof(pointCount));
        var each = values.Length / pointCount;
        var starts = Enumerable.Range(0, pointCount + 1).Select(point => point * each).ToArray();
        return OfColumns(new(default, start.Ticks, Marked(values, isValid), starts), readingDuration, "", 1);
    }

    /// <summary>Readings of one point after the other.</summary>
    /// <param name="times">The local times in ticks, strictly ascending within a point.</param>
    /// <param name="values">The values.</param>
    /// <param name="counts">How many readings each point has, in the order of the points.</param>
    /// <param name="readingDuration">The time that each reading stands for; positive.</param>
    /// <param name="isValid">For each value whether it counts; all do if not given.</param>
    /// <param name="file">The file that they came from, for errors.</param>
    /// <param name="degree">How many threads are used at most; that of the processors if not given.</param>
    /// <exception cref="ArgumentException">The columns do not fit each other, or the duration is not positive.</exception>
    public static ReadingColumns Contiguous(
        ReadOnlyMemory<long> times, ReadOnlyMemory<double> values, IReadOnlyList<int> counts, TimeSpan readingDuration, ReadOnlyMemory<bool> isValid = default, string file = "", int? degree = null)
    {
        var starts = new int[counts.Count + 1];
        for (var point = 0; point < counts.Count; point++)
        {
            if (counts[point] < 0) throw new ArgumentException("A number of readings is negative.", nameof(counts));
            starts[point + 1] = checked(starts[point] + counts[point]);
        }

        if (times.Length != values.Length || values.Length != starts[counts.Count]) throw new ArgumentException("Each value has a time, and each belongs to a point.", nameof(values));
        return OfColumns(new(times, 0, Marked(values, isValid), starts), readingDuration, file, degree);
    }

    /// <summary>Readings of all points row by row, as they arrived.</summary>
    /// <remarks>Where no row is earlier than the one before it they are sorted by point a little at a time while they are judged; else all at once.</remarks>
    /// <param name="times">The local times in ticks, strictly ascending within a point.</param>
    /// <param name="points">The number of the point of each row, from 0.</param>
    /// <param name="values">The values.</param>
    /// <param name="pointCount">The number of points.</param>
    /// <param name="readingDuration">The time that each reading stands for; positive.</param>
    /// <param name="isValid">For each value whether it counts; all do if not given.</param>
    /// <param name="file">The file that they came from, for errors.</param>
    /// <param name="degree">How many threads are used at most; that of the processors if not given.</param>
    /// <exception cref="ArgumentException">The columns do not fit each other, a row is of no point, or the duration is not positive.</exception>
    public static ReadingColumns Interleaved(
        ReadOnlyMemory<long> times, ReadOnlyMemory<int> points, ReadOnlyMemory<double> values, int pointCount, TimeSpan readingDuration, ReadOnlyMemory<bool> isValid = default, string file = "", int? degree = null)
    {
        if (times.Length != values.Length || points.Length != values.Length) throw new ArgumentException("Each value has a time and a point.", nameof(values));
        if (readingDuration <= TimeSpan.Zero) throw new ArgumentException("A reading stands for a positive time.", nameof(readingDuration));
        var rows = new InterleavedRows(times, points, Marked(values, isValid), pointCount, degree);
        var columns = new Lazy<Columns>(() =>
        {
            var (sortedTimes, sortedValues, starts) = rows.ByPoint();
            return new(sortedTimes, 0, sortedValues, starts);
        });
        return new(columns, rows.Points, values.Length, readingDuration, file) { Rows = rows.IsSorted ? rows : null };
    }

    /// <summary>The number of points.</summary>
    public int PointCount => _seen.Length;

    /// <summary>The number of readings of all points.</summary>
    public int Count { get; }

    /// <summary>The time that each reading stands for.</summary>
    public TimeSpan ReadingDuration { get; }

    /// <summary>The points whose times are not strictly ascending, or none of the calendar: nothing of them is judged.</summary>
    public InputErrorList Errors { get; } = new();

    /// <summary>Whether the times of a point are strictly ascending and of the calendar, so that it can be judged.</summary>
    /// <param name="point">The number of the point, from 0.</param>
    public bool IsInOrder(int point) =>
        _seen[point] is { Count: 0 } or { SmallestStep: > 0, First: >= 0 } && _seen[point].Last <= DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay;

    /// <summary>The rows, if they are interleaved and in order of time.</summary>
    internal InterleavedRows? Rows { get; private init; }

    /// <summary>The first and the last time of a point that can be judged; <see langword="null"/> if it cannot, or has no readings.</summary>
    internal (DateTime First, DateTime Last)? SpanOf(int point) => _seen[point].Count > 0 && IsInOrder(point) ? (new(_seen[point].First), new(_seen[point].Last)) : null;

    internal PointColumn Of(int point)
    {
        var columns = _columns.Value;
        var (from, count) = (columns.Starts[point], columns.Starts[point + 1] - columns.Starts[point]);
        return new(columns.Times.IsEmpty ? default : columns.Times.Span.Slice(from, count), columns.Start, ReadingDuration.Ticks, columns.Values.Span.Slice(from, count), _seen[point].SmallestStep);
    }

    private static ReadingColumns OfColumns(Columns columns, TimeSpan readingDuration, string file, int? degree)
    {
        if (readingDuration <= TimeSpan.Zero) throw new ArgumentException("A reading stands for a positive time.", nameof(readingDuration));
        var seen = new InterleavedRows.Seen[columns.Starts.Length - 1];
        BatchWork.ForEach(seen.Length, columns.Times.IsEmpty ? 1 : degree, point =>
        {
            var (from, count) = (columns.Starts[point], columns.Starts[point + 1] - columns.Starts[point]);
            seen[point] = InterleavedRows.Seen.Nothing;
            if (count == 0) return;
            var times = columns.Times.IsEmpty ? default : columns.Times.Span.Slice(from, count);
            seen[point] = times.IsEmpty
                ? new() { Count = count, First = columns.Start, Last = columns.Start + ((count - 1) * readingDuration.Ticks), SmallestStep = readingDuration.Ticks }
                : new() { Count = count, First = times[0], Last = times[count - 1], SmallestStep = Kernels.SmallestStep(times) };
        });
        return new(new Lazy<Columns>(() => columns), seen, columns.Values.Length, readingDuration, file);
    }

    private static ReadOnlyMemory<double> Marked(ReadOnlyMemory<double> values, ReadOnlyMemory<bool> isValid)
    {
        if (isValid.IsEmpty) return values;
        if (isValid.Length != values.Length) throw new ArgumentException("There is a mark for each value.", nameof(isValid));
        var marked = new double[values.Length];
        var from = values.Span;
        var marks = isValid.Span;
        for (var i = 0; i < marked.Length; i++) marked[i] = marks[i] ? from[i] : double.NaN;
        return marked;
    }

    private InputError DisorderOf(int point, string file)
    {
        var times = Of(point).Times;
        var row = 1;
        while (row < times.Length && times[row] > times[row - 1]) row++;
        var number = point.ToString(CultureInfo.InvariantCulture);
        if (row >= times.Length) return new(file, null, "times", new($"The times of point {number} are none of the calendar.", $"测点 {number} 的时间超出日历范围。"));
        var reading = (row + 1).ToString(CultureInfo.InvariantCulture);
        return new(file, null, "times", new(
            $"Reading {reading} of point {number} is not after the one before it; nothing of the point is judged.", $"测点 {number} 的第 {reading} 条读数不晚于前一条；该测点不作评价。"));
    }

    /// <summary>The columns, point after point; times are empty where they are regular.</summary>
    private sealed record Columns(ReadOnlyMemory<long> Times, long Start, ReadOnlyMemory<double> Values, int[] Starts);
}

/// <summary>The readings of one point.</summary>
internal readonly ref struct PointColumn
{
    private readonly long _start;
    private readonly long _duration;

    public PointColumn(ReadOnlySpan<long> times, long start, long duration, ReadOnlySpan<double> values, long smallestStep)
    {
        Times = times;
        (_start, _duration) = (start, duration);
        Values = values;
        SmallestStep = smallestStep;
    }

    /// <summary>The times in ticks; empty where they are regular.</summary>
    public ReadOnlySpan<long> Times { get; }

    public ReadOnlySpan<double> Values { get; }

    /// <summary>The shortest time from one reading to the next.</summary>
    public long SmallestStep { get; }

    public long First => TimeOf(0);

    public long Last => TimeOf(Values.Length - 1);

    public long TimeOf(int index) => Times.IsEmpty ? _start + (index * _duration) : Times[index];

    /// <summary>The first reading that is not before a moment, from another on that is.</summary>
    public int FirstNotBefore(long time, int from)
    {
        var count = Values.Length;
        if (from >= count) return count;
        if (Times.IsEmpty) return (int)Math.Min(count, Math.Max(from, (time - _start + _duration - 1) / _duration));

        // Where no reading is missing it is known where it stands; where some are, it stands nearer.
        var (low, high) = (from, (int)Math.Min(count, Math.Max(from, from + ((time - Times[from] + _duration - 1) / _duration))));
        if ((high == count || Times[high] >= time) && (high == from || Times[high - 1] < time)) return high;
        if (high < count && Times[high] < time) (low, high) = (high, count);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (Times[middle] < time) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
