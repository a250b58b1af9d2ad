using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Projects;

/// <summary>The audit of a project: every section of its file, judged by the rules of the place and of each record's own day.</summary>
/// <remarks>The same engine as everywhere: it only brings the evaluators of the domains and the records of the file together. Reads no clock and no file. Immutable.</remarks>
public sealed class ProjectAudit
{
    private readonly Dictionary<Finding, ProjectWaiver> _waived = [];

    private ProjectAudit(ProjectFile project, StandardsCatalogue catalogue, CalendarDate on, CheckOptions options, NoiseAudit? noise, IReadOnlyList<AuditSection> sections)
    {
        Project = project;
        Catalogue = catalogue;
        On = on;
        Options = options;
        Noise = noise;
        Sections = sections;
        Findings = sections.SelectMany(static section => section.Findings).ToList().AsReadOnly();
        foreach (var finding in Findings)
            if (WaiverFor(finding) is { } waiver) _waived.Add(finding, waiver);
        Overall = Finding.OverallOf(sections.Select(OverallOf));
    }

    /// <summary>The project.</summary>
    public ProjectFile Project { get; }

    /// <summary>The catalogue that was asked.</summary>
    public StandardsCatalogue Catalogue { get; }

    /// <summary>The day by whose rules everything was judged that has no day of its own, and by which waivers count.</summary>
    public CalendarDate On { get; }

    /// <summary>How facts that are not well known were treated.</summary>
    public CheckOptions Options { get; }

    /// <summary>The noise of the site in detail, or <see langword="null"/> if the project has none.</summary>
    public NoiseAudit? Noise { get; }

    /// <summary>What was judged, section by section, in the order of <see cref="ProjectDomain"/>.</summary>
    public IReadOnlyList<AuditSection> Sections { get; }

    /// <summary>All findings, in the order of the sections.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What all findings that are not waived come to; see <see cref="Finding.OverallOf(IEnumerable{Finding})"/>.</summary>
    public Verdict Overall { get; }

    /// <summary>How many findings have a verdict, waived ones included.</summary>
    public int Count(Verdict verdict) => Findings.Count(finding => finding.Verdict == verdict);

    /// <summary>How many findings are provisional; they are counted among <see cref="Verdict.Indeterminate"/> as well.</summary>
    public int ProvisionalCount => Findings.Count(static finding => finding.IsProvisional);

    /// <summary>What should be said first: that something was not judged at all, and what of the project's tables was not read.</summary>
    public IReadOnlyList<BilingualText> Notes => Sections.SelectMany(static section => section.Notes).Concat(Project.Notes).ToList();

    /// <summary>How many findings are waived.</summary>
    public int WaivedCount => _waived.Count;

    /// <summary>The waiver of a finding, or <see langword="null"/>. Only what is not compliant, or not decided, can be waived.</summary>
    public ProjectWaiver? WaiverOf(Finding finding) => _waived.TryGetValue(finding, out var waiver) ? waiver : null;

    /// <summary>The waivers that no longer count on <see cref="On"/>.</summary>
    public IEnumerable<ProjectWaiver> ExpiredWaivers => Project.Waivers.Where(waiver => waiver.Until < On);

    /// <summary>Judges a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="readings">The readings of its monitors.</param>
    /// <param name="on">The day by whose rules everything is judged that has no day of its own; if not given, that of the project file, and without one the release date of the catalogue.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public static ProjectAudit Judge(ProjectFile project, ProjectReadings readings, CalendarDate? on = null, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        options ??= CheckOptions.Default;
        var date = on ?? project.On ?? catalogue.ReleaseDate;
        var sections = new List<AuditSection>();
        NoiseAudit? noise = null;
        if (project.Noise is { } section)
        {
            noise = section.Judge(project, readings.Noise, catalogue, options);
            sections.Add(NoiseSection.Describe(noise));
        }

        if (project.Dust is not null) sections.Add(DustSection.Judge(project, readings, catalogue, options));
        if (project.Waste is { } waste) sections.Add(waste.Judge(project, date, catalogue, options));
        if (project.Materials is { } materials) sections.Add(materials.Judge(project, date, catalogue, options));
        if (project.Components is { } components) sections.Add(components.Judge(project, date, catalogue, options));
        if (project.Assembly is { } assembly) sections.Add(assembly.Judge(project, date, catalogue, options));
        if (project.Duties is { } duties) sections.Add(duties.Judge(project, date, catalogue, options));
        return new ProjectAudit(project, catalogue, date, options, noise, sections.AsReadOnly());
    }

    /// <summary>What a section comes to without its waived findings.</summary>
    /// <param name="section">One of <see cref="Sections"/>.</param>
    public Verdict OverallOf(AuditSection section) =>
        section.OverallOf(section.Findings.Where(finding => !_waived.ContainsKey(finding)));

    private ProjectWaiver? WaiverFor(Finding finding)
    {
        if (finding.Requirement is not { } requirement || finding.Verdict is Verdict.Compliant or Verdict.NotApplicable) return null;
        foreach (var waiver in Project.Waivers)
            if (waiver.Rule == requirement.Key && waiver.Until >= On && (waiver.Subject is null || waiver.Subject == finding.Subject)) return waiver;
        return null;
    }
}

/// <summary>The readings of the monitors that a project file names.</summary>
public sealed class ProjectReadings
{
    /// <summary>No readings: of a project without monitors.</summary>
    public static ProjectReadings None { get; } = new();

    /// <summary>The noise monitors, in the order of <see cref="NoiseSection.Points"/>.</summary>
    public IReadOnlyList<MonitoringPoint> Noise { get; init; } = [];

    /// <summary>The dust monitors, in the order of <see cref="DustSection.Monitors"/>, a series for each particulate.</summary>
    public IReadOnlyList<DustSeries> Dust { get; init; } = [];

    /// <summary>PM10 of the surroundings, or <see langword="null"/> if it is not known.</summary>
    public Windows.MonitorSeries? DustBackground { get; init; }
}
