using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>The days and nights of many points, judged by LAeq: columns of periods, point after point in order of time.</summary>
/// <remarks>
/// Each period is one row; no object is made of it. A verdict is that of <see cref="NoisePeriod.Finding"/>, the highest 20 minutes included; LAmax at night is not judged, since no column holds it.
/// Nor is the weather: readings that do not count because of it are marked as not valid. A period without readings between the first and the last reading of its point is
/// <see cref="Verdict.Invalid"/>.
/// </remarks>
public sealed class NoiseHistory : IWindowHistory<Verdict>
{
    private readonly NoiseBatch _batch;
    private readonly int[] _firstOf;
    private readonly NoiseRow[] _rows;
    private readonly double[] _levels;

    internal NoiseHistory(NoiseBatch batch, int[] firstOf, NoiseRow[] rows, double[] levels, int exact)
    {
        _batch = batch;
        (_firstOf, _rows, _levels, ExactCount) = (firstOf, rows, levels, exact);
    }

    /// <summary>The points, in the order of their columns.</summary>
    public IReadOnlyList<MonitoredPoint> Points => _batch.Owner.Points;

    /// <summary>The number of periods of all points.</summary>
    public int Count => _rows.Length;

    /// <summary>LAeq of the periods in dB(A), unrounded; not a number where no reading counts.</summary>
    public ReadOnlySpan<double> EquivalentLevels => _levels;

    /// <summary>How many periods were judged by the exact engine itself.</summary>
    public int ExactCount { get; }

    /// <summary>How much later the history was taken to be than it was; zero where it was judged by its own days.</summary>
    public TimeSpan Later => _batch.Later;

    /// <summary>The periods of a point: the number of the first, and how many there are.</summary>
    /// <param name="point">The number of the point.</param>
    public (int First, int Count) PeriodsOf(int point) => (_firstOf[point], _firstOf[point + 1] - _firstOf[point]);

    /// <summary>The number of the point that a period belongs to.</summary>
    /// <param name="period">The number of the period.</param>
    public int PointOf(int period)
    {
        var (low, high) = (0, Points.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_firstOf[middle] <= period) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>The local moment at which a period begins.</summary>
    /// <param name="period">The number of the period.</param>
    public DateTime StartOf(int period) => new(_rows[period].Start);

    /// <summary>The local moment at which a period ends, exclusive.</summary>
    /// <param name="period">The number of the period.</param>
    public DateTime EndOf(int period) => new(_rows[period].End);

    /// <summary>Whether a period is a night.</summary>
    /// <param name="period">The number of the period.</param>
    public bool IsNight(int period) => _rows[period].IsNight;

    /// <summary>How many readings of a period count.</summary>
    /// <param name="period">The number of the period.</param>
    public int ValidCountOf(int period) => _rows[period].ValidCount;

    /// <summary>The verdict on LAeq of a period.</summary>
    /// <param name="period">The number of the period.</param>
    public Verdict VerdictOf(int period) => (Verdict)_rows[period].Verdict;

    /// <summary>What the verdict would be if facts below the evidence floor counted, or <see langword="null"/> if it is not provisional.</summary>
    /// <param name="period">The number of the period.</param>
    public Verdict? ProvisionalVerdictOf(int period) => (Verdict?)_rows[period].Provisional;

    /// <summary>How many periods of a point have a verdict.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="verdict">The verdict.</param>
    public int CountOf(int point, Verdict verdict)
    {
        var found = 0;
        for (var i = _firstOf[point]; i < _firstOf[point + 1]; i++)
            if (_rows[i].Verdict == (byte)verdict) found++;
        return found;
    }

    /// <summary>A period judged by the exact engine, with its findings.</summary>
    /// <param name="period">The number of the period.</param>
    /// <returns>Its times are those that the history was taken to have (<see cref="Later"/>); <see langword="null"/> if nothing was read in it.</returns>
    public NoisePeriod? PeriodOf(int period) => _batch.PeriodOf(PointOf(period), _rows[period]);

    IEnumerable<(DateTime Start, DateTime End, string Kind, Verdict Outcome, int Index)> IWindowHistory<Verdict>.WindowsOf(int point)
    {
        for (var i = _firstOf[point]; i < _firstOf[point + 1]; i++) yield return (StartOf(i), EndOf(i), IsNight(i) ? "night" : "day", VerdictOf(i), i);
    }
}

/// <summary>What is kept of a period.</summary>
internal struct NoiseRow
{
    public long Start;
    public long End;
    public int ValidCount;
    public bool IsNight;
    public byte Verdict;
    public byte? Provisional;
}
