namespace GreenBuild.Standards.Windows;

/// <summary>One reading of a monitor: a mean over a short time, and whether it counts.</summary>
/// <remarks>Never throws for strange values: what a monitor says is judged, not refused.</remarks>
public readonly record struct MonitorReading
{
    /// <summary>Creates a reading.</summary>
    /// <param name="localTime">The moment at which the time of the reading begins, in the local time of the place.</param>
    /// <param name="value">The value in the unit of its series.</param>
    /// <param name="status">Whether it counts.</param>
    public MonitorReading(DateTime localTime, decimal value, ReadingStatus status = ReadingStatus.Valid)
    {
        LocalTime = localTime;
        Value = value;
        Status = status;
    }

    /// <summary>The moment at which the time of the reading begins, in the local time of the place.</summary>
    public DateTime LocalTime { get; }

    /// <summary>The value in the unit of its series.</summary>
    public decimal Value { get; }

    /// <summary>Whether it counts; <see cref="ReadingStatus.Valid"/> by default.</summary>
    public ReadingStatus Status { get; }

    /// <summary>The same as a concentration: one below nothing is an error of the monitor.</summary>
    internal MonitorReading AsConcentration() => Value < 0 && Status == ReadingStatus.Valid ? new(LocalTime, Value, ReadingStatus.Fault) : this;
}

/// <summary>Whether a reading counts, and if not, why; the flags of monitors come down to these.</summary>
public enum ReadingStatus
{
    /// <summary>It counts.</summary>
    Valid,

    /// <summary>The monitor was being maintained.</summary>
    Maintenance,

    /// <summary>The monitor was being calibrated.</summary>
    Calibration,

    /// <summary>The monitor was faulty, or off.</summary>
    Fault,

    /// <summary>The value is above the range of the monitor: what it was is not known, and no mean with it keeps a limit. A value below the range is a <see cref="Fault"/>.</summary>
    OutOfRange,
}

/// <summary>The readings of one quantity at one point, in order of time, all of the same duration.</summary>
public sealed class MonitorSeries
{
    /// <summary>Creates a series.</summary>
    /// <param name="point">The name of the monitoring point.</param>
    /// <param name="unit">The unit of the values as the catalogue writes it, for example <c>µg/m3</c>.</param>
    /// <param name="readingDuration">The time that each reading stands for.</param>
    /// <param name="readings">The readings, in order of local time, without duplicates; the hour that clocks repeat when summer time ends may stand twice.</param>
    /// <exception cref="ArgumentException">The unit is not known, the duration is not positive, or the readings are not in strictly ascending order of local time.</exception>
    public MonitorSeries(string point, string unit, TimeSpan readingDuration, IReadOnlyList<MonitorReading> readings)
    {
        if (MeasurementUnit.Find(unit) is null) throw new ArgumentException($"'{unit}' is not a unit of the catalogue.", nameof(unit));
        if (readingDuration <= TimeSpan.Zero) throw new ArgumentException("A reading stands for a positive time.", nameof(readingDuration));
        foreach (var reading in readings)
            if (reading.LocalTime.Kind == DateTimeKind.Utc) throw new ArgumentException("The readings are in UTC; they must be in the local time of the place.", nameof(readings));
        DateTime? repeatedOn = null;
        for (var i = 1; i < readings.Count; i++)
        {
            var (last, next) = (readings[i - 1].LocalTime, readings[i].LocalTime);
            if (next > last) continue;
            if (repeatedOn == next.Date || !RepeatedHour.Begins(last, next)) throw new ArgumentException($"Reading {i} is not after the one before it.", nameof(readings));
            repeatedOn = next.Date;
        }

        Point = point;
        Unit = unit;
        ReadingDuration = readingDuration;
        Readings = readings;
    }

    /// <summary>The name of the monitoring point.</summary>
    public string Point { get; }

    /// <summary>The unit of the values.</summary>
    public string Unit { get; }

    /// <summary>The time that each reading stands for.</summary>
    public TimeSpan ReadingDuration { get; }

    /// <summary>The readings in order of time.</summary>
    public IReadOnlyList<MonitorReading> Readings { get; }

    /// <summary>The file that the readings came from, as the user names it, or <see langword="null"/>.</summary>
    public string? File { get; init; }

    /// <summary>
    /// The same series with other values at times of which readings contradict each other, which do not count here; empty (the default) if there are none. The verdict of a day or year that would be another with
    /// one of them is <see cref="Verdict.Indeterminate"/>, and <c>contradictedReadings</c> are missing.
    /// </summary>
    /// <exception cref="ArgumentException">One of them has other times.</exception>
    public IReadOnlyList<MonitorSeries> Alternatives
    {
        get;
        init
        {
            foreach (var other in value)
                if (other.Unit != Unit || other.ReadingDuration != ReadingDuration || !other.Readings.Select(static reading => reading.LocalTime).SequenceEqual(Readings.Select(static reading => reading.LocalTime)))
                    throw new ArgumentException("An alternative has the same times, in the same unit.", nameof(value));
            field = value;
        }
    } = [];

    /// <summary>Whether there is a gap between two readings that follow each other.</summary>
    /// <param name="apart">The time from the beginning of one to that of the next.</param>
    /// <param name="readingDuration">The time that each stands for.</param>
    /// <returns>Clocks of monitors jitter: up to one and a half durations is no gap.</returns>
    public static bool IsGap(TimeSpan apart, TimeSpan readingDuration) => apart.Ticks > readingDuration.Ticks + readingDuration.Ticks / 2;

    /// <summary>The same as concentrations: what is below nothing does not count.</summary>
    internal MonitorSeries AsConcentrations() =>
        new(Point, Unit, ReadingDuration, Readings.Select(static reading => reading.AsConcentration()).ToList()) { File = File, Alternatives = [.. Alternatives.Select(static other => other.AsConcentrations())] };
}
