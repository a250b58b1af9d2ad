using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Projects;

/// <summary>What a project file says of noise: monitoring points, permits and work at night.</summary>
public sealed class NoiseSection
{
    private static readonly BilingualText LocalTime = new("Local time, for example 2025-12-31T22:00", "当地时间，例如 2025-12-31T22:00");

    internal static readonly ProjectField Field = new("noise", ProjectFieldKind.Object, new("Noise at the boundary of the site", "场界噪声"))
    {
        Fields =
        [
            new("points", ProjectFieldKind.List, new("Monitoring points; each is judged by itself", "测点；各测点分别评价"))
            {
                IsNeeded = true,
                NeedsItem = true,
                Fields =
                [
                    new("name", ProjectFieldKind.Name, new("Name of the point, unique in the project", "测点名称，在项目内唯一")) { IsNeeded = true },
                    ReadingsEntry.FileField(new("File of the readings, relative to the project file", "读数文件，相对于项目文件")),
                    ReadingsEntry.MinutesField,
                    ReadingsEntry.StampsField,
                    new("backgroundLevel", ProjectFieldKind.Object, new("Background level in dB(A), measured with the site at rest: one number for day and night, or one of each", "工地停工时测得的背景噪声 dB(A)：昼夜共用一个数值，或分别给出"))
                    {
                        Short = ProjectFieldKind.Number,
                        Fields =
                        [
                            new("day", ProjectFieldKind.Number, new("By day", "昼间")) { Lowest = -50, Highest = 200 },
                            new("night", ProjectFieldKind.Number, new("At night", "夜间")) { Lowest = -50, Highest = 200 },
                        ],
                    },
                    new("calibrationDrift", ProjectFieldKind.Number, new("Difference of the calibrations before and after, in dB", "测量前后校准示值之差，dB")),
                ],
            },
            new("nightWork", ProjectFieldKind.Object, new("Permits and work whose permission is judged", "许可及需评价许可的施工"))
            {
                Fields =
                [
                    new("permits", ProjectFieldKind.List, new("Permits for work at night", "夜间施工许可"))
                    {
                        Fields =
                        [
                            new("number", ProjectFieldKind.Name, new("Number of the permit", "许可编号")) { IsNeeded = true },
                            new("issuer", ProjectFieldKind.Name, new("Authority that issued it", "核发机关")),
                            new("from", ProjectFieldKind.Moment, LocalTime) { IsNeeded = true },
                            new("to", ProjectFieldKind.Moment, LocalTime) { IsNeeded = true },
                            new("reason", ProjectFieldKind.Word, new("Reason for which it was given", "许可事由")) { Facet = "workNature" },
                            new("noticePosted", ProjectFieldKind.Day, new("Day on which notice was posted, or false for none", "公示日期；未公示则为 false")) { Short = ProjectFieldKind.Flag },
                        ],
                    },
                    new("work", ProjectFieldKind.List, new("Stretches of work", "施工时段"))
                    {
                        Fields =
                        [
                            new("description", ProjectFieldKind.Name, new("What was done", "施工内容")),
                            new("from", ProjectFieldKind.Moment, LocalTime) { IsNeeded = true },
                            new("to", ProjectFieldKind.Moment, LocalTime) { IsNeeded = true },
                            new("workNature", ProjectFieldKind.Word, new("Special nature or reason of the work", "作业性质或施工事由")) { Facet = "workNature" },
                            new("residentsNotified", ProjectFieldKind.Day, new("Day on which residents were notified, or false for not", "告知居民的日期；未告知则为 false")) { Short = ProjectFieldKind.Flag },
                        ],
                    },
                ],
            },
        ],
    };

    /// <summary>The monitoring points of a project file, whose readings are read apart; empty in a project that was made in memory.</summary>
    public IReadOnlyList<NoisePointEntry> Points { get; private init; } = [];

    /// <summary>The permits for work at night.</summary>
    public IReadOnlyList<NightWorkPermit> Permits { get; init; } = [];

    /// <summary>The work whose permission is judged, as the file says it; <see cref="WorkPermissionCheck"/> takes what it does not say from <see cref="Permits"/>.</summary>
    public IReadOnlyList<ConstructionWork> Works { get; init; } = [];

    /// <summary>The work that lies in the time that is audited.</summary>
    private List<ConstructionWork> WorksOf(ProjectFile project) => Works.Where(work => project.Covers(work.Start) || project.Covers(work.End.AddTicks(-1))).ToList();

    internal NoiseAudit Judge(ProjectFile project, IReadOnlyList<MonitoringPoint> points, StandardsCatalogue catalogue, CheckOptions options) =>
        NoiseAudit.Judge(project.Site, points, WorksOf(project), Permits, catalogue, options);

    internal static AuditSection Describe(NoiseAudit audit)
    {
        var groups = audit.Points.Select(static point => new AuditGroup(Words.Same(point.Name), point.Periods.SelectMany(static period => period.Findings).ToList())).ToList();
        groups.AddRange(audit.Works.Select(static work => new AuditGroup(work.Work.Description.Length > 0 ? Words.Same(work.Work.Description) : new("Work at night", "夜间施工"), work.Findings)));
        return new AuditSection(ProjectDomain.Noise, new("Noise", "噪声"), groups) { AtBest = audit.AtBest, Notes = audit.WhyNoLevelWasJudged is { } why ? [why] : [] };
    }

    internal static NoiseSection Read(ProjectFields noise)
    {
        var points = ReadPoints(noise);
        var (permits, works) = NightWork(noise);
        return new NoiseSection { Points = points.AsReadOnly(), Permits = permits.AsReadOnly(), Works = works.AsReadOnly() };
    }

    private static List<NoisePointEntry> ReadPoints(ProjectFields noise)
    {
        var points = new List<NoisePointEntry>();
        if (noise.Find("points") is { Kind: Reading.JsonKind.Array, Items.Count: 0 }) noise.Report("points", "There is no monitoring point.", "没有任何测点。");
        foreach (var point in noise.List("points"))
        {
            var name = point.Name("name");
            if (name is not null && points.Any(other => other.Entry.Name == name))
                point.Report("name", $"Another point is called '{InputError.Quote(name)}' already.", $"已有名为“{InputError.Quote(name)}”的测点。");
            var readings = ReadingsEntry.Read(point, name ?? "", unit: null);
            var (day, night) = Background(point);
            var drift = point.Number("calibrationDrift");
            if (readings is not null && points.Any(other => other.Entry.Readings == readings.Readings)) point.Report("readings", "These are the readings of another point already.", "该文件已是另一测点的读数。");
            if (name is null || readings is null) continue;
            points.Add(new NoisePointEntry(readings)
            {
                DayBackgroundLevel = day,
                NightBackgroundLevel = night,
                CalibrationDrift = drift,
            });
        }

        return points;
    }

    private static (decimal? Day, decimal? Night) Background(ProjectFields point)
    {
        if (point.Find("backgroundLevel") is not { } value) return (null, null);
        if (value.Kind == Reading.JsonKind.Object) return point.Object("backgroundLevel") is { } both ? (both.Number("day"), both.Number("night")) : (null, null);
        if (point.Number("backgroundLevel") is not { } level) return (null, null);
        if (level is >= -50 and <= 200) return (level, level);
        point.Report("backgroundLevel", $"{Words.Number(level)} is not a sound level of −50 to 200 dB(A).", $"{Words.Number(level)} 不是 −50 至 200 dB(A) 的声级。");
        return (null, null);
    }

    private static (List<NightWorkPermit> Permits, List<ConstructionWork> Works) NightWork(ProjectFields noise)
    {
        var permits = new List<NightWorkPermit>();
        var works = new List<ConstructionWork>();
        if (noise.Object("nightWork") is not { } nightWork) return (permits, works);
        foreach (var permit in nightWork.List("permits"))
        {
            var (number, issuer, span, reason, posted) = (permit.Name("number"), permit.Name("issuer"), Span(permit), permit.Word("reason"), permit.DayOrNone("noticePosted"));
            if (number is not null && span is var (start, end)) permits.Add(new NightWorkPermit(number, start, end) { Issuer = issuer ?? "", Reason = reason, NoticePosted = posted.Day, IsWithoutNotice = posted.IsNone });
        }

        foreach (var work in nightWork.List("work"))
        {
            var (description, nature, notified) = (work.Name("description"), work.Word("workNature"), work.DayOrNone("residentsNotified"));
            if (Span(work) is not var (start, end)) continue;
            if (end - start > TimeSpan.FromDays(366))
            {
                work.Report("to", "One stretch of work is at most 366 days long.", "一段施工最长 366 天。");
                continue;
            }

            works.Add(new ConstructionWork(start, end) { Description = description ?? "", WorkNature = nature, ResidentsNotified = notified.Day, IsWithoutNotice = notified.IsNone, Origin = work.Origin });
        }

        return (permits, works);
    }

    private static (DateTime Start, DateTime End)? Span(ProjectFields fields)
    {
        var (from, to) = (fields.Moment("from"), fields.Moment("to"));
        if (from is not { } first || to is not { } last) return null;
        if (last > first) return (first, last);
        fields.Report("to", "The end is not after the beginning.", "结束时间不晚于开始时间。");
        return null;
    }
}

/// <summary>A monitoring point of a project file.</summary>
public sealed class NoisePointEntry
{
    internal NoisePointEntry(ReadingsEntry entry) => Entry = entry;

    /// <summary>The name of the point and the file of its readings.</summary>
    public ReadingsEntry Entry { get; }

    /// <summary>The background level by day in dB(A), or <see langword="null"/> if none was measured.</summary>
    public decimal? DayBackgroundLevel { get; internal init; }

    /// <summary>The background level at night in dB(A), or <see langword="null"/> if none was measured.</summary>
    public decimal? NightBackgroundLevel { get; internal init; }

    /// <summary>The difference of the calibrations before and after, in dB, or <see langword="null"/> if it was not recorded.</summary>
    public decimal? CalibrationDrift { get; internal init; }
}
