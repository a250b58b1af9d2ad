using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>What makes readings one series: they can be put in order and judged together.</summary>
/// <param name="Point">The name of the monitoring point.</param>
/// <param name="Measurand">The key of the measurand in the catalogue, for example <c>dust.site-boundary-tsp</c>.</param>
/// <param name="Unit">The unit of the values as the catalogue writes it, for example <c>µg/m3</c>.</param>
/// <param name="Duration">The time that each reading stands for.</param>
public readonly record struct SeriesKey(string Point, string Measurand, string Unit, TimeSpan Duration);

/// <summary>One reading of one series of a site.</summary>
/// <remarks>Never throws for strange values: what a monitor says is judged, not refused.</remarks>
public readonly record struct SiteReading
{
    /// <summary>Creates a reading.</summary>
    /// <param name="series">Which series it belongs to.</param>
    /// <param name="time">The moment at which the time of the reading begins.</param>
    /// <param name="value">The value in the unit of its series.</param>
    /// <param name="status">Whether it counts.</param>
    public SiteReading(SeriesKey series, DateTimeOffset time, decimal value, ReadingStatus status = ReadingStatus.Valid)
    {
        Series = series;
        Time = time;
        Value = value;
        Status = status;
    }

    /// <summary>Which series it belongs to.</summary>
    public SeriesKey Series { get; init; }

    /// <summary>The moment at which the time of the reading begins: the event, not its arrival. With its offset, so that the hour that clocks repeat in autumn is two.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The value in the unit of its series; of noise LAeq.</summary>
    public decimal Value { get; init; }

    /// <summary>Whether it counts; <see cref="ReadingStatus.Valid"/> by default.</summary>
    public ReadingStatus Status { get; init; }

    /// <summary>Of noise the highest level LAmax in dB(A), or <see langword="null"/> if it was not recorded.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Of noise whether the highest level was above the range of the instrument, so that <see cref="Maximum"/> has no value.</summary>
    public bool IsMaximumAboveRange { get; init; }

    /// <summary>Of noise whether LAeq is missing while LAmax counts by itself; without it a status other than <see cref="ReadingStatus.Valid"/> is that of LAmax, too.</summary>
    public bool IsOnlyMaximum { get; init; }

    /// <summary>Of noise the wind speed in m/s, or <see langword="null"/> if it was not recorded.</summary>
    public decimal? WindSpeed { get; init; }

    /// <summary>Of noise whether it rained, snowed or thundered; <see langword="null"/> if that was not recorded.</summary>
    public bool? Precipitation { get; init; }

    /// <summary>The same reading of a packet of HJ 212.</summary>
    /// <returns>
    /// <see langword="null"/> if the time, the length of the period, the unit or the measurand is not known, or it is no mean (of noise no level). What does not count, or has no number,
    /// has a status other than <see cref="ReadingStatus.Valid"/>. Of noise LAmax and the weather are not known: <see cref="From(IEnumerable{Hj212Reading})"/> has them.
    /// </returns>
    public static SiteReading? From(in Hj212Reading reading)
    {
        if (reading is not { Time: { } time, Duration: { } duration, Unit: { } unit, Measurand: { } measurand, Station: not null }) return null;
        if (reading.Statistic != Hj212Statistic.Average && !IsLevel(reading)) return null;
        var plain = reading.ToMonitorReading()!.Value;
        return new SiteReading(new SeriesKey(reading.Station, measurand, unit, duration), time, plain.Value, plain.Status);
    }

    /// <summary>The readings of a packet of HJ 212, or of a row of a table: levels with LAmax, wind and rain of the same station and time.</summary>
    /// <param name="readings">The readings of one packet or row, or of several.</param>
    /// <returns>Those that <see cref="From(in Hj212Reading)"/> gives, in their order; of levels those of the moment only where there is none of the period at the same station and time.</returns>
    public static IReadOnlyList<SiteReading> From(IEnumerable<Hj212Reading> readings)
    {
        var all = readings as IReadOnlyCollection<Hj212Reading> ?? readings.ToList();
        var conditions = new Dictionary<(string, DateTimeOffset?, TimeSpan?), NoiseConditions>();
        foreach (var reading in all)
        {
            if (!NoiseConditions.Are(reading.Code)) continue;
            var key = (reading.Station, reading.Time, reading.Duration);
            conditions[key] = (conditions.TryGetValue(key, out var known) ? known : default).With(reading);
        }

        var found = new List<SiteReading>();
        var means = new HashSet<(string, DateTimeOffset?, TimeSpan?)>();
        foreach (var reading in all)
            if (IsLevel(reading) && reading.Statistic != Hj212Statistic.RealTime) means.Add((reading.Station, reading.Time, reading.Duration));
        foreach (var reading in all)
        {
            if (From(reading) is not { } site || (IsLevel(reading) && reading.Statistic == Hj212Statistic.RealTime && means.Contains((reading.Station, reading.Time, reading.Duration)))) continue;
            var known = site.Series.Measurand == Measurands.Noise.SiteBoundary && conditions.TryGetValue((reading.Station, reading.Time, reading.Duration), out var beside) ? beside : default;
            if (reading.Status is not (ReadingStatus.Valid or ReadingStatus.OutOfRange)) known = known.WithoutMaximum();
            var isOnlyMaximum = site.Status == ReadingStatus.Fault && (known.Maximum is not null || known.IsMaximumAboveRange);
            found.Add(site with { IsOnlyMaximum = isOnlyMaximum, Maximum = known.MaximumBeside(site.Status == ReadingStatus.Valid ? site.Value : null), IsMaximumAboveRange = known.IsMaximumAboveRange, WindSpeed = known.WindSpeed, Precipitation = known.Precipitation });
        }

        return found.AsReadOnly();
    }

    private static bool IsLevel(in Hj212Reading reading) =>
        reading is { Measurand: Measurands.Noise.SiteBoundary, Statistic: Hj212Statistic.Average or Hj212Statistic.Period or Hj212Statistic.RealTime };

    /// <summary>Whether it says what another says, whatever their moments.</summary>
    internal bool SaysTheSame(in SiteReading other) =>
        Value == other.Value && Status == other.Status && Maximum == other.Maximum && IsMaximumAboveRange == other.IsMaximumAboveRange && IsOnlyMaximum == other.IsOnlyMaximum && WindSpeed == other.WindSpeed && Precipitation == other.Precipitation;

    /// <summary>An order of what readings of one moment say, so that which of them came first does not matter.</summary>
    internal static int Compare(in SiteReading a, in SiteReading b)
    {
        var order = RankOf(a).CompareTo(RankOf(b));
        if (order == 0) order = a.Value.CompareTo(b.Value);
        if (order == 0) order = Nullable.Compare(a.Maximum, b.Maximum);
        if (order == 0) order = Nullable.Compare(a.WindSpeed, b.WindSpeed);
        if (order == 0) order = Nullable.Compare(a.Precipitation, b.Precipitation);
        if (order == 0) order = a.IsMaximumAboveRange.CompareTo(b.IsMaximumAboveRange);
        return order == 0 ? a.IsOnlyMaximum.CompareTo(b.IsOnlyMaximum) : order;

        // One that counts first; that a value was above the range says more than that there was a fault.
        static int RankOf(in SiteReading reading) => reading.Status switch { ReadingStatus.Valid => -3, ReadingStatus.OutOfRange => -2, _ => reading.IsOnlyMaximum ? -1 : (int)reading.Status };
    }
}
