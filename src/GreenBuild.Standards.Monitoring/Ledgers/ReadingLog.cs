namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>The readings of a site: a log for each point, measurand, unit and duration.</summary>
/// <remarks>Keeps what it is given, exactly and in order of time; <see cref="SiteLedger"/> judges readings as they come and keeps only what is open.</remarks>
public sealed class ReadingLog
{
    private readonly Dictionary<SeriesKey, SeriesLog> _series = [];

    /// <summary>The series in the order in which they began.</summary>
    public IReadOnlyCollection<SeriesLog> Series => _series.Values;

    /// <summary>How many moments of all series have a reading.</summary>
    public long Count => _series.Values.Sum(static series => (long)series.Count);

    /// <summary>The memory of the columns in bytes.</summary>
    public long Bytes => _series.Values.Sum(static series => series.Bytes);

    /// <summary>The log of a series, or <see langword="null"/> if it has no reading.</summary>
    public SeriesLog? Find(SeriesKey key) => _series.TryGetValue(key, out var series) ? series : null;

    /// <summary>Adds a reading to its series.</summary>
    public LogEntry Append(in SiteReading reading)
    {
        if (!_series.TryGetValue(reading.Series, out var series)) _series.Add(reading.Series, series = new SeriesLog(reading.Series));
        return series.Append(reading);
    }
}
