namespace GreenBuild.Standards.Noise;

/// <summary>The audit of one construction site: all its monitoring points, and its work at night.</summary>
/// <remarks>Each point is judged by itself; levels of several points are never averaged (GB 12523-2011, 6.1).</remarks>
public sealed class NoiseAudit
{
    private NoiseAudit(
        ConstructionSite site, StandardsCatalogue catalogue, IReadOnlyList<PointAudit> points, IReadOnlyList<WorkAudit> works, IReadOnlyList<NightWorkPermit> permits)
    {
        Site = site;
        Catalogue = catalogue;
        Points = points;
        Works = works;
        Permits = permits;
        Findings = points.SelectMany(static point => point.Periods).SelectMany(static period => period.Findings)
            .Concat(works.SelectMany(static work => work.Findings)).ToList().AsReadOnly();
        WhyNoLevelWasJudged = ExplainNoLevel();
    }

    /// <summary>The site.</summary>
    public ConstructionSite Site { get; }

    /// <summary>The catalogue that was asked.</summary>
    public StandardsCatalogue Catalogue { get; }

    /// <summary>The monitoring points, in the order in which they were given.</summary>
    public IReadOnlyList<PointAudit> Points { get; }

    /// <summary>The work whose permission was judged, in the order in which it was given.</summary>
    public IReadOnlyList<WorkAudit> Works { get; }

    /// <summary>The permits that were shown.</summary>
    public IReadOnlyList<NightWorkPermit> Permits { get; }

    /// <summary>All findings: those of the points, then those of the work.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>
    /// What all findings come to; see <see cref="Finding.OverallOf(IEnumerable{Finding})"/>. Where no level was judged, a permit that is in order does not make the
    /// site compliant: <see cref="Verdict.NotApplicable"/>, and <see cref="WhyNoLevelWasJudged"/> says why.
    /// </summary>
    public Verdict Overall => Finding.OverallOf(Findings) is var overall && overall == Verdict.Compliant ? AtBest : overall;

    /// <summary>What compliant findings come to.</summary>
    internal Verdict AtBest => WhyNoLevelWasJudged is null ? Verdict.Compliant : Verdict.NotApplicable;

    /// <summary>That no limit applied to any level, and which facts of the site exclude the limits in force; <see langword="null"/> if a limit applied, or there are no levels.</summary>
    public BilingualText? WhyNoLevelWasJudged { get; }

    /// <summary>How many findings have a verdict.</summary>
    public int Count(Verdict verdict) => Findings.Count(finding => finding.Verdict == verdict);

    /// <summary>How many findings are provisional; they are counted among <see cref="Verdict.Indeterminate"/> as well.</summary>
    public int ProvisionalCount => Findings.Count(static finding => finding.IsProvisional);

    private BilingualText? ExplainNoLevel()
    {
        var periods = Points.SelectMany(static point => point.Periods).ToList();
        if (periods.Count == 0 || periods.Any(static period => period.Findings.Any(static finding => finding.Verdict != Verdict.NotApplicable))) return null;
        // What the site states against the limits; day and night are in force at one time or the other.
        var against = Catalogue.InForce(Measurands.Noise.SiteBoundary, Site.Place, CalendarDate.FromDateTime(periods[0].Start))
            .SelectMany(limit => limit.Conditions.Where(condition => !condition.IsException && condition.Facet != "period" && condition.Match(Site.Circumstances) == FacetMatch.Fails)
                .Select(condition => (Condition: condition.ToString(), Words: Words.Of(condition), limit.Citation)))
            .GroupBy(static one => one.Condition).Take(3).Select(static same => same.First()).ToList();
        return against.Count == 0
            ? new("No level limit applied, so no level was judged: " + periods[0].Finding.Reason.English, "没有适用的声级限值，未评价声级：" + periods[0].Finding.Reason.Chinese)
            : new(
                $"No level limit applied, so no level was judged. A limit in force is only for: {string.Join("; ", against.Select(static one => $"{one.Words.English} ({one.Citation})"))}. The site states otherwise.",
                $"没有适用的声级限值，未评价声级。现行限值仅适用于：{string.Join("；", against.Select(static one => $"{one.Words.Chinese}（{one.Citation}）"))}；工地条件与此不符。");
    }

    /// <summary>Judges a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="points">Its monitoring points.</param>
    /// <param name="works">Its work whose permission is judged beside the levels.</param>
    /// <param name="permits">The permits for work at night.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public static NoiseAudit Judge(
        ConstructionSite site,
        IReadOnlyList<MonitoringPoint> points,
        IReadOnlyList<ConstructionWork> works,
        IReadOnlyList<NightWorkPermit> permits,
        StandardsCatalogue? catalogue = null,
        CheckOptions? options = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        var levels = new SiteBoundaryMonitoring(site, catalogue, options);
        var permission = new WorkPermissionCheck(site, catalogue, options);
        return new NoiseAudit(
            site,
            catalogue,
            points.Select(point => new PointAudit(point, levels.Judge(point.Series, point.DayBackgroundLevel, point.NightBackgroundLevel, point.CalibrationDrift))).ToList().AsReadOnly(),
            works.Select(work => new WorkAudit(work, permission.Judge(work, permits))).ToList().AsReadOnly(),
            permits);
    }
}

/// <summary>A monitoring point with its readings and what belongs to them.</summary>
public sealed class MonitoringPoint
{
    /// <summary>Creates a point.</summary>
    /// <param name="series">Its readings.</param>
    public MonitoringPoint(NoiseSeries series) => Series = series;

    /// <summary>The readings.</summary>
    public NoiseSeries Series { get; }

    /// <summary>The background level by day in dB(A), measured with the site at rest, or <see langword="null"/> if none was measured.</summary>
    public decimal? DayBackgroundLevel { get; init; }

    /// <summary>The background level at night in dB(A), measured with the site at rest, or <see langword="null"/> if none was measured.</summary>
    public decimal? NightBackgroundLevel { get; init; }

    /// <summary>The difference of the calibrations before and after, in dB, or <see langword="null"/> if it was not recorded.</summary>
    public decimal? CalibrationDrift { get; init; }

    /// <summary>The columns of the file of readings that were not used; empty if not known.</summary>
    public IReadOnlyList<string> UnusedColumns { get; init; } = [];
}

/// <summary>A monitoring point, judged.</summary>
public sealed class PointAudit
{
    internal PointAudit(MonitoringPoint point, IReadOnlyList<NoisePeriod> periods)
    {
        Point = point;
        Periods = periods;
    }

    /// <summary>The point.</summary>
    public MonitoringPoint Point { get; }

    /// <summary>The name of the point.</summary>
    public string Name => Point.Series.Point;

    /// <summary>Its days and nights with their verdicts, in order of time.</summary>
    public IReadOnlyList<NoisePeriod> Periods { get; }

    /// <summary>How many readings do not count because they have no level: the instrument gave none, or an error code.</summary>
    public int WithoutLevelCount => Periods.Sum(static period => period.WithoutLevelCount);

    /// <summary>How many readings do not count because their level was above the range of the instrument.</summary>
    public int AboveRangeCount => Periods.Sum(static period => period.AboveRangeCount);

    /// <summary>How many readings have a level and do not count because of the weather: wind, rain, snow or thunder.</summary>
    public int WeatherCount => Periods.Sum(static period => period.WeatherCount);

    /// <summary>How many readings do not count because they run over the end of a day or a night, or overlap those before.</summary>
    public int MisplacedCount => Periods.Sum(static period => period.CrossingCount + period.OverlappingCount);

    /// <summary>How many readings do not count, for one reason or another.</summary>
    public int LeftOutCount => WithoutLevelCount + AboveRangeCount + WeatherCount + MisplacedCount;
}

/// <summary>A stretch of work, judged.</summary>
public sealed class WorkAudit
{
    internal WorkAudit(ConstructionWork work, IReadOnlyList<Finding> findings)
    {
        Work = work;
        Findings = findings;
    }

    /// <summary>The work.</summary>
    public ConstructionWork Work { get; }

    /// <summary>One finding for each rule that the work meets with; empty if no rule is concerned.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
