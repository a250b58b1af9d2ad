using System.Globalization;
using System.Text;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting;

/// <summary>Everything that a report on an audit shows, in whichever form.</summary>
public sealed class AuditReport
{
    private IReadOnlyList<ReportedFinding>? _problems;
    private IReadOnlyList<ReportedFinding>? _onTrust;

    /// <summary>Creates a report.</summary>
    /// <param name="audit">What was judged.</param>
    /// <param name="inputs">The files that were read.</param>
    public AuditReport(ProjectAudit audit, IReadOnlyList<AuditedFile> inputs)
        : this(audit, inputs, Identify(audit))
    {
    }

    private AuditReport(ProjectAudit audit, IReadOnlyList<AuditedFile> inputs, IReadOnlyList<ReportedFinding> findings)
    {
        Audit = audit;
        Inputs = inputs;
        Findings = findings;
    }

    /// <summary>What was judged.</summary>
    public ProjectAudit Audit { get; }

    /// <summary>The files that were read, so that the report can be tied to them.</summary>
    public IReadOnlyList<AuditedFile> Inputs { get; }

    /// <summary>Who made the report, when, and with which options.</summary>
    public AuditRun Run { get; init; } = new();

    /// <summary>An earlier audit of the same project that this one is compared with, or <see langword="null"/>.</summary>
    public PreviousAudit? Previous { get; init; }

    /// <summary>The project folder as it is found from where the report is read, with <c>/</c> at its end; empty if it is that place itself.</summary>
    /// <remarks>Only for forms that lead a program to the line of a file (SARIF, lines of a build log).</remarks>
    public string Folder { get; init; } = "";

    /// <summary>All findings in order, each with its identifier.</summary>
    public IReadOnlyList<ReportedFinding> Findings { get; }

    /// <summary>The findings that want attention, the worst first: not compliant, then not decided; waived ones are none.</summary>
    public IReadOnlyList<ReportedFinding> Problems => _problems ??= Findings.Where(static one => one.Severity > 0).OrderByDescending(static one => one.Severity).ToList().AsReadOnly();

    /// <summary>The compliant findings that hold only if what nobody recorded was in order (<see cref="Finding.IsOnTrust"/>), such as the wind while noise was measured.</summary>
    public IReadOnlyList<ReportedFinding> OnTrust => _onTrust ??= Findings.Where(static one => one.Finding.IsOnTrust).ToList().AsReadOnly();

    /// <summary>The findings that want attention and are new, or worse than in <see cref="Previous"/>; all of them where there is none.</summary>
    public IReadOnlyList<ReportedFinding> NewProblems => Problems.Where(one => one.Severity > (Previous?.Find(one.Id)?.Severity ?? 0)).ToList();

    /// <summary>The findings of <see cref="Previous"/> that wanted attention then, were judged again, and want it less or not at all now.</summary>
    public IReadOnlyList<PreviousFinding> Fixed
    {
        get
        {
            if (Previous is null) return [];
            var now = Findings.ToDictionary(static one => one.Id, static one => one.Severity);
            return Previous.Findings.Where(one => now.TryGetValue(one.Id, out var severity) && one.Severity > severity).ToList();
        }
    }

    /// <summary>The findings of <see cref="Previous"/> that wanted attention then and were not judged again: nothing says that they were mended.</summary>
    public IReadOnlyList<PreviousFinding> NotJudgedAgain
    {
        get
        {
            if (Previous is null) return [];
            var now = new HashSet<string>(Findings.Select(static one => one.Id), StringComparer.Ordinal);
            return Previous.Findings.Where(one => one.Severity > 0 && !now.Contains(one.Id)).ToList();
        }
    }

    /// <summary>The three questions that a submission is asked, with their answers.</summary>
    public IReadOnlyList<ReportStage> Stages => ReportStage.Of(this);

    /// <summary>The same report with another account of how it was made.</summary>
    /// <param name="run">Who made it, when, and with which options.</param>
    public AuditReport With(AuditRun run) => new(Audit, Inputs, Findings) { Run = run, Previous = Previous, Folder = Folder };

    /// <summary>What ties a form of the report to its inputs, rules and verdicts.</summary>
    /// <param name="format">The form, see <see cref="ReportForms"/>.</param>
    /// <param name="language">The language of the report.</param>
    public EvidenceManifest ManifestOf(string format, Language language) => EvidenceManifest.Of(this, format, language);

    // By what a finding is about and not by what it says, so that it is the same finding when the site has mended it.
    private static List<ReportedFinding> Identify(ProjectAudit audit)
    {
        var found = new List<ReportedFinding>(audit.Findings.Count);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var section in audit.Sections)
        {
            foreach (var group in section.Groups)
            {
                foreach (var finding in group.Findings)
                {
                    var about = string.Join("\n", section.Domain, group.Name.English, finding.Requirement?.Key, finding.Subject, finding.From?.ToString("s", CultureInfo.InvariantCulture));
                    var number = counts.TryGetValue(about, out var earlier) ? earlier + 1 : 0;
                    counts[about] = number;
                    var id = AuditedFile.Of("", Encoding.UTF8.GetBytes(about + "\n" + number.ToString(CultureInfo.InvariantCulture))).Sha256.Substring(0, 16);
                    found.Add(new ReportedFinding(id, section, group, finding, audit.WaiverOf(finding)));
                }
            }
        }

        return found;
    }
}

/// <summary>Who made a report, when, and with which options: what must be known to make it again.</summary>
public sealed record AuditRun
{
    /// <summary>The program, with its version; may be empty.</summary>
    public string Producer { get; init; } = "";

    /// <summary>When the audit was made, or <see langword="null"/> if the report does not say.</summary>
    public DateTimeOffset? Made { get; init; }

    /// <summary>The project file, relative to the folder of the report and with <c>/</c>; may be empty.</summary>
    public string Project { get; init; } = "";

    /// <summary>The day that the audit was asked for, where the project's own did not count.</summary>
    public CalendarDate? On { get; init; }

    /// <summary>The code of the place by whose rules it was judged, where that was not the project's own; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>The overlays, relative to the folder of the report and in the order in which they were loaded.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>The report of <see cref="AuditReport.Previous"/>, relative to the folder of this one; may be empty.</summary>
    public string Baseline { get; init; } = "";
}

/// <summary>A finding in a report.</summary>
public sealed class ReportedFinding
{
    internal ReportedFinding(string id, AuditSection section, AuditGroup group, Finding finding, ProjectWaiver? waiver)
    {
        Id = id;
        Section = section;
        Group = group;
        Finding = finding;
        Waiver = waiver;
    }

    /// <summary>Sixteen hexadecimal digits that the finding keeps from audit to audit as long as it is about the same thing, time and rule.</summary>
    public string Id { get; }

    /// <summary>The part of the project that it belongs to.</summary>
    public AuditSection Section { get; }

    /// <summary>What it belongs to in that part.</summary>
    public AuditGroup Group { get; }

    /// <summary>The finding.</summary>
    public Finding Finding { get; }

    /// <summary>Its waiver, or <see langword="null"/>.</summary>
    public ProjectWaiver? Waiver { get; }

    /// <summary>How much attention it wants: 2 not compliant, 1 not decided or not valid, 0 none, as when it is waived. What changes no verdict, such as a claim that does not hold, wants it too.</summary>
    public int Severity => Waiver is null ? SeverityOf(Finding.Verdict) : 0;

    internal static int SeverityOf(Verdict verdict) => verdict switch
    {
        Verdict.NonCompliant => 2,
        Verdict.Indeterminate or Verdict.Invalid => 1,
        _ => 0,
    };
}
