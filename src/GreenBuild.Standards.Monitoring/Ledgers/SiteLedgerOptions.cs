using GreenBuild.Standards.Dust;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>What a ledger knows beside the site and its readings.</summary>
public sealed record SiteLedgerOptions
{
    /// <summary>Nothing beside the site: the built-in catalogue, no surroundings, no background levels.</summary>
    public static SiteLedgerOptions Default { get; } = new();

    /// <summary>
    /// What is known of the air around the site; nothing by default. Asked when an averaging time is judged, and again when a snapshot is restored: it must say the same of the
    /// same time.
    /// </summary>
    public DustSurroundings Surroundings { get; init; } = DustSurroundings.None;

    /// <summary>The catalogue that is asked; the built-in one by default.</summary>
    public StandardsCatalogue Catalogue { get; init; } = StandardsCatalogue.Default;

    /// <summary>The evidence floor; <see cref="CheckOptions.Default"/> by default.</summary>
    public CheckOptions Check { get; init; } = CheckOptions.Default;

    /// <summary>The share of an averaging time that must be covered, above 0 and at most 1; <see cref="SiteDustMonitoring.DefaultNeededShare"/> by default.</summary>
    public decimal NeededShare { get; init; } = SiteDustMonitoring.DefaultNeededShare;

    /// <summary>What was measured once at points of noise, by the name of the point; nothing by default.</summary>
    public IReadOnlyDictionary<string, NoisePoint> NoisePoints { get; init; } = new Dictionary<string, NoisePoint>();

    /// <summary>
    /// How far the time of a reading may be ahead of the moment that <see cref="SiteLedger.Advance"/> was told last; <see langword="null"/>, the default, for any. One clock
    /// that is years ahead would else make all that its monitor sends afterwards late.
    /// </summary>
    public TimeSpan? AllowedAhead { get; init; }
}

/// <summary>What was measured once at a point of noise.</summary>
public sealed record NoisePoint
{
    /// <summary>The background level by day in dB(A), measured with the site at rest, or <see langword="null"/> if none was measured.</summary>
    public decimal? DayBackgroundLevel { get; init; }

    /// <summary>The background level at night in dB(A), measured with the site at rest, or <see langword="null"/> if none was measured.</summary>
    public decimal? NightBackgroundLevel { get; init; }

    /// <summary>The difference of the calibrations before and after, in dB, or <see langword="null"/> if it was not recorded.</summary>
    public decimal? CalibrationDrift { get; init; }
}
