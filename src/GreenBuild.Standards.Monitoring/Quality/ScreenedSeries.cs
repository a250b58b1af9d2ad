using System.Globalization;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>The readings of a channel that count, as the screens need them.</summary>
internal sealed class ScreenedSeries
{
    public ScreenedSeries(QualityChannel channel)
    {
        Channel = channel;
        Duration = channel.Series.ReadingDuration;
        Valid = channel.Series.Readings.Where(static reading => reading.Status == ReadingStatus.Valid).ToArray();
        Values = Array.ConvertAll(Valid, static reading => (double)reading.Value);
        Step = StepOf(Values);
        // A month of hours and a day of minutes are some 700 and 1,400 readings: enough for each test, short enough to say when.
        var byMonth = Duration >= TimeSpan.FromMinutes(30);
        Blocks = Split(byMonth);
        Months = byMonth ? Blocks : Split(true);
    }

    public QualityChannel Channel { get; }
    public TimeSpan Duration { get; }
    public MonitorReading[] Valid { get; }
    public double[] Values { get; }

    /// <summary>The resolution: the decimal step that 19 values of 20 are multiples of; 0 if values are computed to more than four decimals.</summary>
    public double Step { get; }

    public List<(int From, int To)> Blocks { get; }
    public List<(int From, int To)> Months { get; }

    public DateTime TimeOf(int index) => Valid[index].LocalTime;

    /// <summary>Whether a reading follows the one before it without a gap.</summary>
    public bool Follows(int index) => index > 0 && !MonitorSeries.IsGap(TimeOf(index) - TimeOf(index - 1), Duration);

    public double[] Sorted(int from, int to)
    {
        var part = new double[to - from];
        Array.Copy(Values, from, part, 0, part.Length);
        Array.Sort(part);
        return part;
    }

    public static double Quantile(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    public static string Shown(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private List<(int From, int To)> Split(bool byMonth)
    {
        var blocks = new List<(int From, int To)>();
        for (int from = 0, to; from < Valid.Length; from = to)
        {
            var start = TimeOf(from);
            for (to = from + 1; to < Valid.Length && (byMonth ? TimeOf(to).Year == start.Year && TimeOf(to).Month == start.Month : TimeOf(to).Date == start.Date); to++) { }
            blocks.Add((from, to));
        }

        return blocks;
    }

    /// <summary>The decimal step that 19 values of 20 are multiples of; 0 if it is finer than four decimals.</summary>
    public static double StepOf(double[] values)
    {
        var scale = 1.0;
        for (var digits = 0; digits <= 4; digits++, scale *= 10)
        {
            var off = 0;
            foreach (var value in values)
                if (Math.Abs((value * scale) - Math.Round(value * scale)) > 1e-6) off++;
            if (off * 20 <= values.Length) return 1 / scale;
        }

        return 0;
    }
}
