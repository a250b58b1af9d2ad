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

    /// <summary>What is known of the site and stands in no row of the edition, for example <c>stage=piling</c>; empty if its rows name all.</summary>
    internal string Unnamed { get; private set; } = "";

    /// <summary>Whether the limit refers to dry air at 273 K and 101.325 kPa, not to the air as it is.</summary>
    public bool RefersToReferenceState => Limit.Condition("referenceState") is not null;

    /// <summary>Whether the limit is on any mean of its averaging time, not on those that begin on the clock alone, by the basis that the catalogue states.</summary>
    public bool IsOnAnyMean => Limit.Basis.StartsWith("any ", StringComparison.Ordinal) || IsOnConsecutiveMinutes;

    /// <summary>Whether the edition counts any consecutive minutes as an exceedance, so that a mean off the clock decides (DB21/ 2642).</summary>
    internal bool IsOnConsecutiveMinutes => Limit.Basis.EndsWith(" consecutive minutes", StringComparison.Ordinal);

    /// <summary>Whether the edition counts what exceeds the limit over all points of the site, by the basis that the catalogue states (DB13/ 2934).</summary>
    public bool IsCountedPerSite => Allowance is { } allowance && allowance.Basis.EndsWith("per site", StringComparison.Ordinal);

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
        foreach (var ofEdition in measurands.SelectMany(measurand => catalogue.InForce(measurand, site.Place, date)).GroupBy(static row => row.Edition))
            rules.AddRange(OfEdition(ofEdition.ToList(), site, known));

        var narrowest = rules.Count == 0 ? 0 : rules.Max(static rule => DepthOf(rule.Limit.Edition.Jurisdiction));
        rules.RemoveAll(rule => DepthOf(rule.Limit.Edition.Jurisdiction) < narrowest);
        // Recommended values govern only where no mandatory limit is in force.
        if (rules.Exists(static rule => rule.Limit.Edition.Binding == BindingForce.Mandatory)) rules.RemoveAll(static rule => rule.Limit.Edition.Binding != BindingForce.Mandatory);
        return rules;
    }

    /// <summary>
    /// The words that an edition sorts the sites of its place by. One that none of its rows names does not take a site out of the edition: under which row it falls,
    /// or whether under none, was not seen, and the general standard must not answer in its place.
    /// </summary>
    private static bool IsSorting(string facet) => facet is "stage" or "areaType" or "dustType";

    private static List<SiteDustRule> OfEdition(List<Requirement> rows, ConstructionSite site, Circumstances known)
    {
        var rules = new List<SiteDustRule>();
        foreach (var row in rows)
            if (Read(row, site, known) is { } rule) rules.Add(rule);

        // Each stage is asked by itself: one that is named beside one that is not leaves the second open.
        var open = new List<SiteDustRule>();
        foreach (var now in Each(site, known))
        {
            if (rows.Exists(row => AveragingFor(row) is not null && row.AppliesTo(OwnFacets(row, now), out _) != FacetMatch.Fails)) continue;
            var sorted = rows.Where(row => AveragingFor(row) is not null && SortedOut(row, now) is not null).ToList();
            // A row that applies to another stage stands in the list already; one entry is enough to ask.
            var fresh = sorted.Where(row => !rules.Exists(other => other.Limit == row)).ToList();
            foreach (var row in fresh.Count > 0 ? fresh : sorted.Take(1))
                if (!open.Exists(other => other.Limit == row)) open.Add(NewRule(row, AveragingFor(row)!.Value, SortedOut(row, now)!, UnnamedIn(row, now)));
        }

        rules.AddRange(open);
        return rules;
    }

    /// <summary>What has to be known of a row that fails by the words of sorting facets alone: these, and what else it asks for; <see langword="null"/> if it does not fail, or for another reason.</summary>
    private static List<string>? SortedOut(Requirement row, Circumstances known)
    {
        var (facets, unknown) = (new List<string>(), new List<string>());
        var own = OwnFacets(row, known);
        foreach (var condition in row.Conditions)
        {
            var match = condition.Match(own);
            if (condition.IsException && match == FacetMatch.Holds) return null;
            if (condition.IsException) continue;
            if (match == FacetMatch.Fails && !IsSorting(condition.Facet)) return null;
            if (match == FacetMatch.Fails) facets.Add(condition.Facet);
            if (match == FacetMatch.Unknown) unknown.Add(condition.Facet);
        }

        return facets.Count == 0 ? null : [.. facets, .. unknown];
    }

    private static string UnnamedIn(Requirement row, Circumstances known) =>
        string.Join(", ", row.Conditions.Where(condition => !condition.IsException && IsSorting(condition.Facet) && condition.Match(known) == FacetMatch.Fails)
            .Select(condition => known.TryGetToken(condition.Facet, out var word) ? condition.Facet + "=" + word : condition.Facet));

    private static IEnumerable<Circumstances> Each(ConstructionSite site, Circumstances known) =>
        site.Stages.Count == 0 ? [known] : site.Stages.Select(stage => known.With("stage", stage));

    private static SiteDustRule? Read(Requirement row, ConstructionSite site, Circumstances known)
    {
        if (AveragingFor(row) is not { } averaging) return null;
        var match = MatchStages(row, site, OwnFacets(row, known), out var missing);
        return match == FacetMatch.Fails ? null : NewRule(row, averaging, match == FacetMatch.Unknown ? missing : []);
    }

    /// <summary>The averaging time of a row that readings are judged by, or <see langword="null"/> if it is none.</summary>
    private static TimeSpan? AveragingFor(Requirement row) =>
        // A limit whose row could not be read at all is still one: it must not look as if there were none.
        row.Kind != RequirementKind.Limit || row.IsTrigger ? null : AveragingOf(row) ?? (row.Value is null ? TimeSpan.FromHours(1) : null);

    private static SiteDustRule NewRule(Requirement row, TimeSpan averaging, IReadOnlyList<string> missing, string unnamed = "")
    {
        var rule = new SiteDustRule(row, averaging) { Missing = missing, Unnamed = unnamed, Allowance = Standards.Allowance.Of(row) };
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
        foreach (var facet in new[] { "exceedanceTier", "referenceState" })
            if (WordOf(row, facet) is { } word) known = known.With(facet, word);
        if (row.Condition("dustType") is not null && known.TryGetToken("dustType", out var dust) && IsOther(row.Edition, dust)) known = known.With("dustType", "other");
        return known;
    }

    /// <summary>
    /// "Other" is what the edition does not name: a word that stands in none of its rows. Where the catalogue holds its row on "other" alone, what it names beside was not
    /// seen, and nothing can be said.
    /// </summary>
    private static bool IsOther(Edition edition, string dust)
    {
        var named = new HashSet<string>(edition.Requirements.SelectMany(static row => row.Condition("dustType")?.Values ?? []), StringComparer.Ordinal);
        return named.Count > 1 && named.Contains("other") && !named.Contains(dust);
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
