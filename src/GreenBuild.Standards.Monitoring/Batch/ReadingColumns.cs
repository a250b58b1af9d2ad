using System.Globalization;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>Readings of many monitoring points in columns, point after point, in the local time of each place.</summary>
/// <remarks>
/// Times are ticks (<see cref="DateTime.Ticks"/>) at which a reading begins. A value that is not a number, or that is marked as not valid, is a reading that does not count. The memory is
/// not copied unless rows are interleaved or marked, and must not change while it is judged. Immutable and safe for use by several threads.
/// </remarks>
public sealed class ReadingColumns
{
    private readonly ReadOnlyMemory<long> _times;
    private readonly ReadOnlyMemory<double> _values;
    private readonly int[] _starts;
    private readonly long _start;
    private readonly long[] _smallestSteps;

    private ReadingColumns(ReadOnlyMemory<long> times, long start, ReadOnlyMemory<double> values, int[] starts, TimeSpan readingDuration, string file, int? degree)
    {
        if (readingDuration <= TimeSpan.Zero) throw new ArgumentException("A reading stands for a positive time.", nameof(readingDuration));
        (_times, _start, _values, _starts, ReadingDuration) = (times, start, values, starts, readingDuration);
        _smallestSteps = new long[PointCount];
        if (times.IsEmpty) _smallestSteps.AsSpan().Fill(readingDuration.Ticks);
        else BatchWork.ForEach(PointCount, degree, point => _smallestSteps[point] = Kernels.SmallestStep(Of(point).Times));
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
        return new(default, start.Ticks, Marked(values, isValid), Enumerable.Range(0, pointCount + 1).Select(point => point * each).ToArray(), readingDuration, "", 1);
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
        return new(times, 0, Marked(values, isValid), starts, readingDuration, file, degree);
    }

    /// <summary>Readings of all points row by row, as they arrived; they are sorted by point, and the order of the rows of a point stays.</summary>
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
        var (sortedTimes, sortedValues, starts) = RowsByPoint.Sort(times, points, Marked(values, isValid), pointCount, degree);
        return new(sortedTimes, 0, sortedValues, starts, readingDuration, file, degree);
    }

    /// <summary>The number of points.</summary>
    public int PointCount => _starts.Length - 1;

    /// <summary>The number of readings of all points.</summary>
    public int Count => _values.Length;

    /// <summary>The time that each reading stands for.</summary>
    public TimeSpan ReadingDuration { get; }

    /// <summary>The points whose times are not strictly ascending, or none of the calendar: nothing of them is judged.</summary>
    public InputErrorList Errors { get; } = new();

    /// <summary>Whether the times of a point are strictly ascending and of the calendar, so that it can be judged.</summary>
    /// <param name="point">The number of the point, from 0.</param>
    public bool IsInOrder(int point) =>
        _smallestSteps[point] > 0 && (_starts[point] == _starts[point + 1] || (Of(point) is var column && column.First >= 0 && column.Last <= DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay));

    internal PointColumn Of(int point)
    {
        var (from, count) = (_starts[point], _starts[point + 1] - _starts[point]);
        return new(_times.IsEmpty ? default : _times.Span.Slice(from, count), _start, ReadingDuration.Ticks, _values.Span.Slice(from, count), _smallestSteps[point]);
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
