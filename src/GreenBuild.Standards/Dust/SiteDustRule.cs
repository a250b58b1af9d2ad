using System.Globalization;

namespace GreenBuild.Standards.Dust;

/// <summary>How a rule treats the dust that does not come from the site.</summary>
public enum DustBasis
{
    /// <summary>What is measured is judged. This is the value of <c>default</c>.</summary>
    Measured = 0,

    /// <summary>The simultaneous PM10 of the surroundings is subtracted, up to a cap if the rule has one.</summary>
    NetOfBackground = 1,

    /// <summary>The ratio to the PM10 of the surroundings decides whether, and with how much subtracted, the limit is compared.</summary>
    RatioToBackground = 2,

    /// <summary>The value at the upwind reference point is subtracted.</summary>
    UpwindDifference = 3,

    /// <summary>On days of regional pollution a fixed amount is subtracted.</summary>
    AirQualityCorrection = 4,
}

/// <summary>One rule on the dust at the boundary of a site, put together from the rows of an edition: a limit on means, and how often it may be exceeded in a day.</summary>
public sealed class SiteDustRule
{
    internal SiteDustRule(Requirement limit, TimeSpan averaging)
    {
        Limit = limit;
        Averaging = averaging;
    }

    /// <summary>The limit on a mean.</summary>
    public Requirement Limit { get; }

    /// <summary>The averaging time.</summary>
    public TimeSpan Averaging { get; }

    /// <summary>How often a day the limit may be exceeded, or <see langword="null"/> where it may not.</summary>
    public Requirement? Allowance { get; internal set; }

    /// <summary>How dust that does not come from the site is treated.</summary>
    public DustBasis Basis { get; internal set; }

    /// <summary>The rows on background, correction and bands that the basis uses.</summary>
    public IReadOnlyList<Requirement> Corrections { get; internal set; } = [];

    /// <summary>What has to be known for the rule to be chosen, and is not; empty where it applies.</summary>
    public IReadOnlyList<string> Missing { get; internal set; } = [];

    /// <summary>The citation and the limit.</summary>
    public override string ToString() => Limit.Citation + " " + Words.ValueOf(Limit).English;

    internal Requirement? Correction(string measurand)
    {
        foreach (var row in Corrections)
            if (row.Measurand.Key == measurand) return row;
        return null;
    }

    /// <summary>The rules that apply to a site on a day.</summary>
    /// <remarks>
    /// The rules of the narrowest place that has any come first and stand alone: a province that limits the dust of construction sites takes
    /// the place of the general national standard (GB 16297-1996, 1.2.1), it does not come on top of it.
    /// </remarks>
    internal static List<SiteDustRule> Find(StandardsCatalogue catalogue, ConstructionSite site, Particulate particulate, CalendarDate date)
    {
        string[] measurands = particulate switch
        {
            Particulate.Tsp => [Measurands.Dust.SiteBoundaryTsp, Measurands.Dust.UpwindDifferenceTsp],
            Particulate.Pm10 => [Measurands.Dust.SiteBoundaryPm10, Measurands.Dust.SiteNetPm10],
            _ => [],
        };
        var known = WithDefaults(site.Circumstances.In(site.Place).At(date.ToDateTime()), date);
        var rules = new List<SiteDustRule>();
        foreach (var measurand in measurands)
            foreach (var row in catalogue.InForce(measurand, site.Place, date))
                if (Read(row, site, known) is { } rule) rules.Add(rule);

        var narrowest = rules.Count == 0 ? 0 : rules.Max(static rule => DepthOf(rule.Limit.Edition.Jurisdiction));
        rules.RemoveAll(rule => DepthOf(rule.Limit.Edition.Jurisdiction) < narrowest);
        // Recommended values govern only where no mandatory limit is in force.
        if (rules.Exists(static rule => rule.Limit.Edition.Binding == BindingForce.Mandatory)) rules.RemoveAll(static rule => rule.Limit.Edition.Binding != BindingForce.Mandatory);
        return rules;
    }

    private static SiteDustRule? Read(Requirement row, ConstructionSite site, Circumstances known)
    {
        if (row.Kind != RequirementKind.Limit || row.IsTrigger) return null;
        // A limit whose row could not be read at all is still one: it must not look as if there were none.
        if ((AveragingOf(row) ?? (row.Value is null ? TimeSpan.FromHours(1) : null)) is not { } averaging) return null;
        var match = MatchStages(row, site, OwnFacets(row, known), out var missing);
        if (match == FacetMatch.Fails) return null;
        var rule = new SiteDustRule(row, averaging) { Missing = match == FacetMatch.Unknown ? missing : [] };
        rule.Allowance = Standards.Allowance.Of(row);
        rule.Corrections = row.Edition.Requirements.Where(other => other.Measurand.Key is Measurands.Dust.SubtractedBackgroundPm10 or Measurands.Dust.BackgroundRatio or Measurands.Dust.BackgroundCorrectedTsp
            || (other.Measurand.Key == Measurands.Dust.AqiCorrection && AveragingOf(other) == averaging)).ToList();
        rule.Basis = row.Measurand.Key switch
        {
            Measurands.Dust.SiteNetPm10 => DustBasis.NetOfBackground,
            Measurands.Dust.UpwindDifferenceTsp => DustBasis.UpwindDifference,
            _ when rule.Correction(Measurands.Dust.BackgroundRatio) is not null => DustBasis.RatioToBackground,
            _ when rule.Correction(Measurands.Dust.AqiCorrection) is not null => DustBasis.AirQualityCorrection,
            _ => DustBasis.Measured,
        };
        return rule;
    }

    /// <summary>Of stages that run at the same time each is asked; a row that holds for one of them is looked at.</summary>
    private static FacetMatch MatchStages(Requirement row, ConstructionSite site, Circumstances known, out IReadOnlyList<string> missing)
    {
        if (site.Stages.Count == 0)
        {
            var asked = row.AppliesTo(known, out missing);
            // "The other stages" is a stage, not an exception that a site may claim or leave.
            if (asked == FacetMatch.Fails || known.TryGetToken("stage", out _) || !row.Conditions.Any(static condition => condition is { IsException: true, Facet: "stage" })) return asked;
            missing = [.. missing, "stage"];
            return FacetMatch.Unknown;
        }

        (var best, missing) = (FacetMatch.Fails, []);
        foreach (var stage in site.Stages)
        {
            var match = row.AppliesTo(known.With("stage", stage), out var unknown);
            if (match == FacetMatch.Holds) return match;
            if (match == FacetMatch.Unknown) (best, missing) = (match, unknown);
        }

        return best;
    }

    // What a row says of itself is no question to the site.
    private static Circumstances OwnFacets(Requirement row, Circumstances known)
    {
        if (AveragingOf(row) is { } averaging) known = known.With("averaging", (decimal)averaging.TotalMinutes);
        if (WordOf(row, "exceedanceTier") is { } tier) known = known.With("exceedanceTier", tier);
        return known;
    }

    /// <summary>
    /// A site that is at work now was not established before 1997, and its dust is the "other particulate matter" of GB 16297-1996, unless the
    /// site says otherwise.
    /// </summary>
    private static Circumstances WithDefaults(Circumstances known, CalendarDate date)
    {
        if (!known.TryGetToken("sourceYear", out _)) known = known.With("sourceYear", date.Year);
        if (!known.TryGetToken("dustType", out _)) known = known.With("dustType", "other");
        return known;
    }

    private static TimeSpan? AveragingOf(Requirement row) =>
        row.Condition("averaging")?.Range is { Low: var minutes } && minutes > 0 ? TimeSpan.FromMinutes((double)minutes) : DefaultAveraging(row);

    // The ratio and the cap of a background are hourly by their basis and carry no facet.
    private static TimeSpan? DefaultAveraging(Requirement row) => row.Measurand.Key == Measurands.Dust.SiteNetPm10 ? TimeSpan.FromHours(1) : null;

    private static string? WordOf(Requirement row, string facet) => row.Condition(facet) is { Values: [var word] } ? word : null;

    private static int DepthOf(Jurisdiction place)
    {
        var depth = 0;
        for (var parent = place.Parent; parent is not null; parent = parent.Parent) depth++;
        return depth;
    }
}
