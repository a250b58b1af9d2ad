namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>Sorts interleaved rows by their point, by counting: two passes over the rows, and the order within a point stays.</summary>
internal static class RowsByPoint
{
    public static (long[] Times, double[] Values, int[] Starts) Sort(ReadOnlyMemory<long> times, ReadOnlyMemory<int> points, ReadOnlyMemory<double> values, int pointCount, int? degree)
    {
        if (pointCount < 1) throw new ArgumentException("There is at least one point.", nameof(pointCount));
        var rows = values.Length;
        var parts = Math.Max(1, Math.Min(BatchWork.DegreeOf(degree), rows / 65536));
        // For each part of the rows, where its next row of a point goes; before that, how many it has.
        var next = new int[parts][];
        var isStray = false;
        BatchWork.ForEach(parts, degree, part =>
        {
            var counts = new int[pointCount];
            foreach (var point in points.Span.Slice(StartOf(part), StartOf(part + 1) - StartOf(part)))
            {
                if ((uint)point < (uint)counts.Length) counts[point]++;
                else isStray = true;
            }

            next[part] = counts;
        });
        if (isStray) throw new ArgumentException($"A row is of none of the {pointCount} points.", nameof(points));

        var starts = new int[pointCount + 1];
        for (var (point, at) = (0, 0); point < pointCount; point++)
        {
            foreach (var counts in next) (counts[point], at) = (at, at + counts[point]);
            starts[point + 1] = at;
        }

        var (sortedTimes, sortedValues) = (BatchWork.NewArray<long>(rows), BatchWork.NewArray<double>(rows));
        BatchWork.ForEach(parts, degree, part =>
        {
            var (from, count) = (StartOf(part), StartOf(part + 1) - StartOf(part));
            var time = times.Span.Slice(from, count);
            var point = points.Span.Slice(from, count);
            var value = values.Span.Slice(from, count);
            var at = next[part];
            for (var i = 0; i < point.Length; i++)
            {
                var to = at[point[i]]++;
                sortedTimes[to] = time[i];
                sortedValues[to] = value[i];
            }
        });
        return (sortedTimes, sortedValues, starts);

        int StartOf(int part) => (int)((long)rows * part / parts);
    }
}
