using GreenBuild.Standards.Dust;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>A monitoring point whose history is judged: its name, its site, and what is known beside its readings.</summary>
/// <remarks>Points whose sites say the same share what is looked up in the catalogue.</remarks>
public sealed class MonitoredPoint
{
    /// <summary>Creates a point.</summary>
    /// <param name="name">The name of the point, for findings.</param>
    /// <param name="site">The construction site that it stands on.</param>
    public MonitoredPoint(string name, ConstructionSite site)
    {
        Name = name;
        Site = site;
    }

    /// <summary>The name of the point.</summary>
    public string Name { get; }

    /// <summary>The construction site that it stands on.</summary>
    public ConstructionSite Site { get; }

    /// <summary>What is known of the air around the site; nothing by default. Its functions may be called by several threads at the same time.</summary>
    public DustSurroundings Surroundings { get; init; } = DustSurroundings.None;

    /// <summary>The background level by day in dB(A), measured with the site at rest, or <see langword="null"/> if none was measured.</summary>
    public decimal? DayBackgroundLevel { get; init; }

    /// <summary>The background level at night in dB(A), measured with the site at rest, or <see langword="null"/> if none was measured.</summary>
    public decimal? NightBackgroundLevel { get; init; }

    /// <summary>The difference of the calibrations in dB, or <see langword="null"/> if it was not recorded.</summary>
    public decimal? CalibrationDrift { get; init; }
}
