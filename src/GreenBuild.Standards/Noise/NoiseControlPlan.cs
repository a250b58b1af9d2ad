namespace GreenBuild.Standards.Noise;

/// <summary>
/// The levels at the boundary that a plan for the control of construction noise (施工噪声污染防治实施方案) commits a site to: what its alarms, its contracts and its choice of
/// machines are set by. A plan that allows more than the standard does not keep it, whatever is measured later.
/// </summary>
/// <remarks>
/// The properties are under contract for a building site with noise-sensitive buildings around it, the case that GB 12523 limits: the analyzers warn where a constant is put into
/// them that the standard in force does not allow. Other sites are judged by <see cref="Judge"/> with what is known of them.
/// </remarks>
public sealed record NoiseControlPlan
{
    private const string ByDay = "period=day; projectType=building; noiseSensitiveBuildings=true";
    private const string AtNight = "period=night; projectType=building; noiseSensitiveBuildings=true";

    /// <summary>The highest LAeq at the boundary by day that the plan allows; <see langword="null"/> if it says none (GB 12523-2025, Table 1: 70 dB(A)).</summary>
    [StandardValue(Measurands.Noise.SiteBoundary, When = ByDay)]
    public SoundLevel? DayLimit { get; init; }

    /// <summary>The highest LAeq at the boundary at night that the plan allows; <see langword="null"/> if it says none (GB 12523-2025, Table 1: 55 dB(A)).</summary>
    [StandardValue(Measurands.Noise.SiteBoundary, When = AtNight)]
    public SoundLevel? NightLimit { get; init; }

    /// <summary>The highest LAmax at the boundary at night that the plan allows; <see langword="null"/> if it says none (GB 12523-2025: 15 dB(A) above the limit of the night).</summary>
    [StandardValue(Measurands.Noise.SiteBoundaryMaximum, When = AtNight)]
    public SoundLevel? NightMaximum { get; init; }

    /// <summary>Judges the plan against the limits that hold at a site on a day.</summary>
    /// <param name="site">The site.</param>
    /// <param name="date">The day, for example the last one of the works: a plan has to keep what will be in force by then.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>
    /// One finding for each level that the plan has to say: <see cref="Verdict.Indeterminate"/> naming <c>dayLimit</c>, <c>nightLimit</c> or <c>nightMaximum</c> where it says none and a
    /// limit holds or may; with the missing facets, or <c>limit</c>, where it cannot be told which holds; <see cref="Verdict.NotApplicable"/> where none does.
    /// </returns>
    public IReadOnlyList<Finding> Judge(ConstructionSite site, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        return Array.AsReadOnly(new[]
        {
            Judge("dayLimit", Measurands.Noise.SiteBoundary, "day", DayLimit),
            Judge("nightLimit", Measurands.Noise.SiteBoundary, "night", NightLimit),
            Judge("nightMaximum", Measurands.Noise.SiteBoundaryMaximum, "night", NightMaximum),
        });

        Finding Judge(string subject, string measurand, string period, SoundLevel? level)
        {
            string[] missing = level is null ? [subject] : [];
            var finding = ComputedFinding.JudgeGoverning(
                catalogue, measurand, level?.Decibels, "dB(A)", new FactorSheet(), missing, site.Place, date, site.Circumstances.With("period", period), options ?? CheckOptions.Default);
            finding.Subject = subject;
            return finding;
        }
    }
}
