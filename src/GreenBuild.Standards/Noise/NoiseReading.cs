namespace GreenBuild.Standards.Noise;

/// <summary>One reading of a noise monitor: the equivalent level over a short time, with what is known of the weather.</summary>
/// <remarks>Never throws for strange values: whether a reading counts is part of the verdict.</remarks>
public readonly struct NoiseReading : IEquatable<NoiseReading>
{
    /// <summary>Creates a reading.</summary>
    /// <param name="localTime">The moment that the reading is stamped with, in the local time of the place.</param>
    /// <param name="level">LAeq of the reading in dB(A); not a number where there is none, <see cref="double.PositiveInfinity"/> where it was above the range of the instrument.</param>
    public NoiseReading(DateTime localTime, double level)
    {
        LocalTime = localTime;
        Level = level;
    }

    /// <summary>The moment that the reading is stamped with, in the local time of the place.</summary>
    public DateTime LocalTime { get; }

    /// <summary>The equivalent continuous A-weighted level LAeq of the reading in dB(A); <see cref="double.PositiveInfinity"/> where it was above the range of the instrument.</summary>
    public double Level { get; }

    /// <summary>Whether <see cref="Level"/> is a sound level, −50 to 200 dB(A); an error code of the instrument, or nothing, is not and does not count.</summary>
    public bool HasLevel => Acoustics.IsLevel(Level);

    /// <summary>
    /// Whether the level was above the range of the instrument: how high it was is not known, but it was at least what the range holds. Such a reading does not count into LAeq, and a period
    /// that keeps its limit without it is <see cref="Verdict.Indeterminate"/>.
    /// </summary>
    public bool IsAboveRange => double.IsPositiveInfinity(Level);

    /// <summary>The highest A-weighted level LAmax in dB(A), or <see langword="null"/> if it was not recorded; <see cref="double.PositiveInfinity"/> where it was above the range of the instrument.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether LAmax was above the range of the instrument.</summary>
    public bool IsMaximumAboveRange => Maximum is { } maximum && double.IsPositiveInfinity(maximum);

    /// <summary>The wind speed in m/s, or <see langword="null"/> if it was not recorded.</summary>
    public decimal? WindSpeed { get; init; }

    /// <summary>Whether it rained, snowed or thundered; <see langword="null"/> if that was not recorded.</summary>
    public bool? Precipitation { get; init; }

    /// <summary>The line of the file that the reading came from, counted from 1; 0 if there is none.</summary>
    public int Line { get; init; }

    /// <inheritdoc/>
    public bool Equals(NoiseReading other) =>
        LocalTime == other.LocalTime && Level.Equals(other.Level) && Nullable.Equals(Maximum, other.Maximum)
        && WindSpeed == other.WindSpeed && Precipitation == other.Precipitation && Line == other.Line;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NoiseReading other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => LocalTime.GetHashCode() ^ Level.GetHashCode();

    /// <summary>Whether both readings are equal.</summary>
    public static bool operator ==(NoiseReading left, NoiseReading right) => left.Equals(right);

    /// <summary>Whether the readings differ.</summary>
    public static bool operator !=(NoiseReading left, NoiseReading right) => !left.Equals(right);
}

/// <summary>The readings of one monitoring point in order of time, all of the same duration.</summary>
public sealed class NoiseSeries
{
    /// <summary>Creates a series.</summary>
    /// <param name="point">The name of the monitoring point.</param>
    /// <param name="readingDuration">The time that each reading stands for.</param>
    /// <param name="readings">The readings, in order of time, without duplicates.</param>
    /// <exception cref="ArgumentException">The duration is not positive, or the readings are not in strictly ascending order of local time, or marked as UTC.</exception>
    public NoiseSeries(string point, TimeSpan readingDuration, IReadOnlyList<NoiseReading> readings)
    {
        if (readingDuration <= TimeSpan.Zero) throw new ArgumentException("A reading stands for a positive time.", nameof(readingDuration));
        if (readings.Count > 0 && readings[0].LocalTime.Kind == DateTimeKind.Utc) throw new ArgumentException("The readings are in UTC; they must be in the local time of the place.", nameof(readings));
        for (var i = 1; i < readings.Count; i++)
            if (readings[i].LocalTime <= readings[i - 1].LocalTime)
                throw new ArgumentException($"Reading {i} is not after the one before it.", nameof(readings));
        Point = point;
        ReadingDuration = readingDuration;
        Readings = readings;
    }

    /// <summary>The name of the monitoring point.</summary>
    public string Point { get; }

    /// <summary>The time that each reading stands for.</summary>
    public TimeSpan ReadingDuration { get; }

    /// <summary>The readings in order of time.</summary>
    public IReadOnlyList<NoiseReading> Readings { get; }

    /// <summary>The file that the readings came from, as the user names it, or <see langword="null"/>.</summary>
    public string? File { get; init; }

    /// <summary>
    /// The same series with other levels, or other weather, at times of which readings contradict each other, which do not count here; empty (the default) if there are none. A verdict that would be another with
    /// one of them is <see cref="Verdict.Indeterminate"/>, and <c>contradictedReadings</c> are missing.
    /// </summary>
    /// <exception cref="ArgumentException">One of them has other times.</exception>
    public IReadOnlyList<NoiseSeries> Alternatives
    {
        get;
        init
        {
            foreach (var other in value)
                if (other.ReadingDuration != ReadingDuration || !other.Readings.Select(static reading => reading.LocalTime).SequenceEqual(Readings.Select(static reading => reading.LocalTime)))
                    throw new ArgumentException("An alternative has the same times.", nameof(value));
            field = value;
        }
    } = [];
}
