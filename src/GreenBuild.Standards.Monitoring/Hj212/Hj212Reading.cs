using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>One value of one factor, with all that says whether and as what it counts.</summary>
public readonly record struct Hj212Reading
{
    /// <summary>The number of the device, MN; empty if the packet has none.</summary>
    public string Station { get; init; }

    /// <summary>The start of the period, or the moment of sampling, at +08:00; <see langword="null"/> if it could not be read.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The length of the period; <see langword="null"/> for a moment, and for minutes whose number the profile does not say.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The factor code as the packet writes it, for example <c>a34002</c>.</summary>
    public string Code { get; init; }

    /// <summary>What the value is.</summary>
    public Hj212Statistic Statistic { get; init; }

    /// <summary>The suffix as the packet writes it, for example <c>Avg</c>.</summary>
    public string Suffix { get; init; }

    /// <summary>The value as the packet writes it.</summary>
    public string Text { get; init; }

    /// <summary>The value, exactly; <see langword="null"/> if it is missing or not a number.</summary>
    public decimal? Value { get; init; }

    /// <summary>The data mark, for example <c>N</c>; empty if there is none.</summary>
    public string Mark { get; init; }

    /// <summary>What the mark comes down to; a mark that is set by hand, unknown or missing is a <see cref="ReadingStatus.Fault"/>, unless the profile counts unmarked values.</summary>
    public ReadingStatus Status { get; init; }

    /// <summary>The unit by the profile; <see langword="null"/> if the profile does not say.</summary>
    public string? Unit { get; init; }

    /// <summary>The key of the measurand in the catalogue; <see langword="null"/> if there is none.</summary>
    public string? Measurand { get; init; }

    /// <summary>Which particulate it is; <see langword="null"/> for everything else.</summary>
    public Particulate? Particulate { get; init; }

    /// <summary>
    /// Whether the value counts: a number with a station and a time, under a CRC that is accepted, with a status of <see cref="ReadingStatus.Valid"/>, not there twice and
    /// no code for "no value". A doubtful unit does not change it.
    /// </summary>
    public bool IsUsable { get; init; }

    /// <summary>The same as a reading of the library, in local time; <see langword="null"/> if there is no time.</summary>
    /// <remarks>What does not count, or has no number, has a status other than <see cref="ReadingStatus.Valid"/>: that a station gave nothing is not the same as that it was silent.</remarks>
    public MonitorReading? ToMonitorReading() =>
        Time is { } time ? new MonitorReading(time.DateTime, Value ?? 0, Status == ReadingStatus.Valid && !(IsUsable && Value is not null) ? ReadingStatus.Fault : Status) : null;
}
