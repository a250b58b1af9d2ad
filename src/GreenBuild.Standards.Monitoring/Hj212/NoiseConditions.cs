using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>What is measured beside a sound level over the same time: its maximum, and the weather by which it counts or not.</summary>
internal readonly record struct NoiseConditions(decimal? Maximum, decimal? WindSpeed, bool? Precipitation)
{
    public const string MaximumCode = "LMx";
    public const string WindCode = "a01007";

    // HJ 212 has no code that says whether it rained; tables do.
    public const string PrecipitationCode = "rain";

    /// <summary>Whether a reading is one of these.</summary>
    public static bool Are(string code) => Is(code, MaximumCode) || Is(code, WindCode) || Is(code, PrecipitationCode);

    /// <summary>Whether a reading is the maximum, and not the weather.</summary>
    public static bool AreMaximum(string code) => Is(code, MaximumCode);

    /// <summary>Whether the maximum was above the range of the instrument.</summary>
    public bool IsMaximumAboveRange { get; private init; }

    /// <summary>These with what another reading says; one that does not count says nothing.</summary>
    public NoiseConditions With(in Hj212Reading reading)
    {
        var isMaximum = AreMaximum(reading.Code) && reading is { Unit: SiteBoundaryMonitoring.Unit, Statistic: Hj212Statistic.Period or Hj212Statistic.Maximum or Hj212Statistic.Average };
        if (isMaximum && reading.Status == ReadingStatus.OutOfRange) return this with { IsMaximumAboveRange = true };
        if (reading is not { IsUsable: true, Value: { } value }) return this;
        if (isMaximum) return this with { Maximum = value };
        if (Is(reading.Code, WindCode)) return reading is { Unit: "m/s", Statistic: Hj212Statistic.Average } ? this with { WindSpeed = WindOf(value) } : this;
        return Is(reading.Code, PrecipitationCode) && value >= 0 ? this with { Precipitation = value > 0 } : this;
    }

    /// <summary>The weather alone.</summary>
    public NoiseConditions WithoutMaximum() => this with { Maximum = null, IsMaximumAboveRange = false };

    /// <summary>The maximum, if it can be that of a time with this mean: one below it is none.</summary>
    public decimal? MaximumBeside(decimal? level) => Maximum < level ? null : Maximum;

    /// <summary>The speed of wind, if it is one: beyond 0 to 150 m/s stand error codes.</summary>
    public static decimal? WindOf(decimal speed) => speed is >= 0 and <= 150 ? speed : null;

    /// <summary>Words by which tables say whether it rained; <see langword="null"/> for what is none of them.</summary>
    public static bool? YesOrNo(ReadOnlySpan<char> text) => text.Trim() switch
    {
        "true" or "True" or "TRUE" or "yes" or "是" => true,
        "false" or "False" or "FALSE" or "no" or "否" => false,
        _ => null,
    };

    private static bool Is(string code, string known) => string.Equals(code, known, StringComparison.OrdinalIgnoreCase);
}
