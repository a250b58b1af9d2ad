using GreenBuild.Standards.Dust;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>What a factor code means at a station: packets carry no units.</summary>
public sealed class Hj212Channel
{
    /// <summary>Creates a channel.</summary>
    /// <param name="unit">The unit that the station sends, for example <c>µg/m3</c>.</param>
    public Hj212Channel(string unit) => Unit = unit;

    /// <summary>The unit that the station sends.</summary>
    public string Unit { get; }

    /// <summary>The key of the measurand in the catalogue, for example <c>dust.site-boundary-pm10</c>; <see langword="null"/> if the catalogue has none.</summary>
    public string? Measurand { get; init; }

    /// <summary>Which particulate it is; <see langword="null"/> for everything else. Values of particulates are looked at for slips of the unit.</summary>
    public Particulate? Particulate { get; init; }

    /// <summary>The least that is plausible, in <see cref="Unit"/>; <see langword="null"/> if there is no such bound.</summary>
    public decimal? Least { get; init; }

    /// <summary>The most that is plausible, in <see cref="Unit"/>; <see langword="null"/> if there is no such bound.</summary>
    public decimal? Most { get; init; }
}
