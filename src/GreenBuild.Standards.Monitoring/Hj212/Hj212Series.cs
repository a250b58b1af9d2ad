using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>The readings of one factor of one station over periods of one length, in order of time.</summary>
public sealed class Hj212Series
{
    private readonly SortedDictionary<DateTimeOffset, Hj212Reading> _readings = [];
    private readonly Dictionary<DateTimeOffset, Contradiction> _contradicted = [];

    internal Hj212Series(in Hj212Reading first)
    {
        Station = first.Station;
        Code = first.Code;
        Statistic = first.Statistic;
        Duration = first.Duration;
        Unit = first.Unit;
        Measurand = first.Measurand;
        Particulate = first.Particulate;
    }

    /// <summary>The number of the device, MN.</summary>
    public string Station { get; }

    /// <summary>The factor code.</summary>
    public string Code { get; }

    /// <summary>What the values are.</summary>
    public Hj212Statistic Statistic { get; }

    /// <summary>The length of the periods; <see langword="null"/> for values of a moment, and for minutes whose number the profile does not say.</summary>
    public TimeSpan? Duration { get; }

    /// <summary>The unit by the profile; <see langword="null"/> if the profile does not say.</summary>
    public string? Unit { get; }

    /// <summary>The key of the measurand in the catalogue; <see langword="null"/> if there is none.</summary>
    public string? Measurand { get; }

    /// <summary>Which particulate it is; <see langword="null"/> for everything else.</summary>
    public Dust.Particulate? Particulate { get; }

    /// <summary>The readings, one for each time, in order of time.</summary>
    public IReadOnlyCollection<Hj212Reading> Readings => _readings.Values;

    /// <summary>How many readings came again with the same value, or did not count where another of the same time does, and were left out.</summary>
    public int RepeatedCount { get; private set; }

    /// <summary>How many times have different readings that all count, or none of which does: none of them counts then.</summary>
    public int ContradictedCount => _contradicted.Count;

    /// <summary>How many readings count.</summary>
    public int UsableCount => _readings.Values.Count(static reading => reading.IsUsable);

    /// <summary>The series for <see cref="Dust.SiteDustMonitoring"/> and <see cref="Dust.AmbientAirMonitoring"/>.</summary>
    /// <param name="file">The file that findings name; may be <see langword="null"/>.</param>
    /// <returns><see langword="null"/> if the length of the periods or a unit of the catalogue is not known. A reading without a number is there with a status that does not count: a day of gaps is a day, too.</returns>
    public MonitorSeries? ToMonitorSeries(string? file = null) =>
        Duration is { } duration && Unit is { } unit && MeasurementUnit.TryParse(unit, out var known)
            ? new MonitorSeries(Station, known.Symbol, duration, [.. _readings.Values.Select(static reading => reading.ToMonitorReading() ?? Gap(reading))]) { File = file }
            : null;

    private static MonitorReading Gap(in Hj212Reading reading) => new(reading.Time!.Value.DateTime, 0, reading.Status == ReadingStatus.Valid ? ReadingStatus.Fault : reading.Status);

    /// <summary>The series for <see cref="SiteBoundaryMonitoring"/>, of levels in dB(A).</summary>
    /// <param name="file">The file that findings name; may be <see langword="null"/>.</param>
    /// <returns><see langword="null"/> if it is none of levels, or the length of the periods is not known. A reading that does not count has no level.</returns>
    public NoiseSeries? ToNoiseSeries(string? file = null) =>
        Duration is { } duration && Unit == "dB(A)"
            ? new NoiseSeries(Station, duration, [.. _readings.Values.Select(static reading => new NoiseReading(reading.Time!.Value.DateTime, reading is { IsUsable: true, Value: { } level } ? (double)level : double.NaN))]) { File = file }
            : null;

    /// <summary>Puts the readings of messages in order: a series for each station, factor, statistic, length of period, unit and measurand.</summary>
    /// <param name="messages">The messages, in any order; those that came late or twice as well. Readings without a time are left out.</param>
    /// <returns>The series by station, code and length of period.</returns>
    public static IReadOnlyList<Hj212Series> Of(IEnumerable<Hj212Message> messages) => Of(messages.SelectMany(static message => message.Readings));

    /// <summary>Puts readings in order: a series for each station, factor, statistic, length of period, unit and measurand.</summary>
    /// <param name="readings">The readings of messages or of tables, in any order; those that came late or twice as well. Readings without a time are left out.</param>
    /// <returns>The series by station, code and length of period.</returns>
    public static IReadOnlyList<Hj212Series> Of(IEnumerable<Hj212Reading> readings)
    {
        var series = new Dictionary<(string, string, Hj212Statistic, TimeSpan?, string?, string?, Dust.Particulate?), Hj212Series>();
        foreach (var reading in readings)
        {
            if (reading.Time is null) continue;
            var key = (reading.Station, reading.Code, reading.Statistic, reading.Duration, reading.Unit, reading.Measurand, reading.Particulate);
            if (!series.TryGetValue(key, out var found)) series.Add(key, found = new Hj212Series(reading));
            found.Add(reading);
        }

        return series.Values.OrderBy(static one => one.Station, StringComparer.Ordinal).ThenBy(static one => one.Code, StringComparer.Ordinal).ThenBy(static one => one.Statistic).ThenBy(static one => one.Duration)
            .ThenBy(static one => one.Unit, StringComparer.Ordinal).ThenBy(static one => one.Measurand, StringComparer.Ordinal).ThenBy(static one => one.Particulate).ToList().AsReadOnly();
    }

    // What is kept follows from the readings of a time together, and never from the order in which they came.
    private void Add(in Hj212Reading reading)
    {
        var time = reading.Time!.Value;
        if (!_readings.TryGetValue(time, out var kept))
        {
            _readings.Add(time, reading);
            return;
        }

        var isContradicted = _contradicted.TryGetValue(time, out var contradiction);
        if (reading.IsUsable != (isContradicted ? contradiction!.AreUsable : kept.IsUsable))
        {
            // One that counts is not contradicted by any that do not: a packet that came damaged is often sent again.
            RepeatedCount += reading.IsUsable && isContradicted ? contradiction!.Different.Count : 1;
            if (!reading.IsUsable) return;
            _contradicted.Remove(time);
            _readings[time] = reading;
            return;
        }

        if (contradiction is null && SaidBy(kept) != SaidBy(reading)) _contradicted.Add(time, contradiction = new Contradiction(reading.IsUsable, [SaidBy(kept)]));
        if (contradiction is null || !contradiction.Different.Add(SaidBy(reading))) RepeatedCount++;
        var first = IsBefore(reading, kept) ? reading : kept;
        _readings[time] = contradiction is null ? first : first with { IsUsable = false };
    }

    private static (decimal? Value, string Text, string Mark) SaidBy(in Hj212Reading reading) => (reading.Value, reading.Text, reading.Mark);

    // Which of several stands for them where none counts, or all say the same: the least.
    private static bool IsBefore(in Hj212Reading one, in Hj212Reading other)
    {
        var order = Nullable.Compare(one.Value, other.Value);
        if (order == 0) order = string.CompareOrdinal(one.Text, other.Text);
        if (order == 0) order = string.CompareOrdinal(one.Mark, other.Mark);
        if (order == 0) order = one.Status.CompareTo(other.Status);
        if (order == 0) order = string.CompareOrdinal(one.Suffix, other.Suffix);
        if (order == 0) order = Nullable.Compare(one.Time?.Offset, other.Time?.Offset);
        return order < 0;
    }

    /// <summary>Different readings of one time, all of which count, or none.</summary>
    private sealed record Contradiction(bool AreUsable, HashSet<(decimal? Value, string Text, string Mark)> Different);
}
