using System.Globalization;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>One value of a table of readings, with all that says whether and as what it counts, and where it stands.</summary>
public readonly record struct ReadingRow
{
    /// <summary>The station or monitoring point.</summary>
    public string Station { get; init; }

    /// <summary>The start of the period, or the moment of sampling, in the local time of the place.</summary>
    public DateTime LocalTime { get; init; }

    /// <summary>The offset of <see cref="LocalTime"/> from UTC; <see langword="null"/> where the place has no fixed one.</summary>
    public TimeSpan? UtcOffset { get; init; }

    /// <summary>The length of the period; <see langword="null"/> if it is not known, and for values of a moment.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The factor code of HJ 212 (<c>a34002</c>, <c>Leq</c>) where the name of the quantity is known, else as the file writes it.</summary>
    public string Code { get; init; }

    /// <summary>What the value is.</summary>
    public Hj212Statistic Statistic { get; init; }

    /// <summary>The suffix of HJ 212 that says what the value is, for example <c>Avg</c>.</summary>
    public string Suffix { get; init; }

    /// <summary>The value in <see cref="Unit"/>, exactly as it is written; <see langword="null"/> if it is missing.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit, as the catalogue writes it if that has it; <see langword="null"/> if it is not known.</summary>
    public string? Unit { get; init; }

    /// <summary>The key of the measurand in the catalogue; <see langword="null"/> if there is none.</summary>
    public string? Measurand { get; init; }

    /// <summary>Which particulate it is; <see langword="null"/> for everything else.</summary>
    public Particulate? Particulate { get; init; }

    /// <summary>The data mark, for example <c>N</c>; empty if there is none.</summary>
    public string Mark { get; init; }

    /// <summary>Whether it counts by the status of the file, or else by its mark as in HJ 212; a row with neither is <see cref="ReadingStatus.Valid"/>.</summary>
    public ReadingStatus Status { get; init; }

    /// <summary>Whether the value counts: a number with a status of <see cref="ReadingStatus.Valid"/>, no code for "no value" (as for <see cref="Hj212Reading.IsUsable"/>), and not denied by the file.</summary>
    public bool IsUsable { get; init; }

    /// <summary>The line of the file, counted from 1.</summary>
    public int Line { get; init; }

    /// <summary>The column of the value, counted from 1; in JSON in the order in which the names appeared.</summary>
    public int Column { get; init; }

    /// <summary>The same as a reading of a station, for <see cref="Hj212Series"/>.</summary>
    /// <remarks>Where the offset is not known the time has that of UTC: its local part is right, and all that is used to judge.</remarks>
    public Hj212Reading ToReading() => new()
    {
        Station = Station,
        Time = new DateTimeOffset(LocalTime, UtcOffset ?? TimeSpan.Zero),
        Duration = Duration,
        Code = Code,
        Statistic = Statistic,
        Suffix = Suffix,
        Text = Value?.ToString(CultureInfo.InvariantCulture) ?? "",
        Value = Value,
        Mark = Mark,
        Status = Status,
        Unit = Unit,
        Measurand = Measurand,
        Particulate = Particulate,
        IsUsable = IsUsable,
    };
}
