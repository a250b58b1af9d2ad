namespace GreenBuild.Standards.Projects;

/// <summary>What a project file says of duties that are done or not: covering, washing, hoarding, notices, in every domain.</summary>
public sealed class DutiesSection
{
    internal static readonly ProjectField Field = new("duties", ProjectFieldKind.Object, new("Duties that are done or not, as an inspection found them", "应落实的措施及其检查结果"))
    {
        Fields =
        [
            new("records", ProjectFieldKind.Table, new("What the inspection found", "检查结果")) { IsNeeded = true, NeedsItem = true, Table = static () => new DutyTable("", StandardsCatalogue.Default) },
            new("measurands", ProjectFieldKind.Text, new(
                "Which duties the inspection was to cover, by measurand, separated by semicolons: dust.covering; dust. means all of dust. Those without a record are then asked for. If not given, only what has a record is judged",
                "检查应覆盖的措施（被测量，以分号分隔）：dust.covering；“dust.”表示全部扬尘措施。其中没有记录的将列为缺失。未给出则只评价有记录的措施")),
        ],
    };

    /// <summary>What the inspection found.</summary>
    public IReadOnlyList<DutyRecord> Records { get; init; } = [];

    /// <summary>Which duties the inspection was to cover, by measurand or the beginning of one; empty for those with a record only.</summary>
    public IReadOnlyList<string> Measurands { get; init; } = [];

    internal static DutiesSection? Read(ProjectFields duties)
    {
        var measurands = (duties.Text("measurands") ?? "").Split(';').Select(static text => text.Trim()).Where(static text => text.Length > 0).ToList();
        foreach (var measurand in measurands)
        {
            if (Vocabulary.Measurands.Any(known => DutyChecklist.IsNamed(known.Key, measurand))) continue;
            var near = Suggestion.Ask(Suggestion.For(measurand, Vocabulary.Measurands.Select(static known => known.Key)));
            duties.Report("measurands", $"'{InputError.Quote(measurand)}' is no measurand.{near.English}", $"“{InputError.Quote(measurand)}”不是被测量。{near.Chinese}");
        }

        return duties.TryReadTable("records", file => new DutyTable(file, duties.Catalogue), out var table) ? new DutiesSection { Records = table.Records.AsReadOnly(), Measurands = measurands } : null;
    }

    internal AuditSection Judge(ProjectFile project, CalendarDate date, StandardsCatalogue catalogue, CheckOptions options)
    {
        var named = Records.Select(record => catalogue.Find(record.Requirement)).OfType<Requirement>().ToList();
        var recorded = new HashSet<string>(named.Select(static duty => duty.Key), StringComparer.Ordinal);
        // What a record names is looked up by its own measurand; of these, only the duties with a record are meant.
        var asked = new DutyChecklist(project.Site, date, [.. Measurands.Concat(named.Select(static duty => duty.Measurand.Key)).Distinct()], catalogue, options);
        var judged = asked.Judge(Records);
        var findings = asked.Duties.Zip(judged, static (duty, finding) => (Duty: duty, Finding: finding)).Where(one => recorded.Contains(one.Duty.Key) || IsAsked(one.Duty)).ToList();
        foreach (var (duty, finding) in findings)
            if (finding.Subject.Length == 0) finding.Subject = duty.Key;
        var groups = findings.GroupBy(static one => one.Duty.Measurand.Domain, StringComparer.Ordinal)
            .Select(static domain => new AuditGroup(TitleOf(domain.Key), domain.Select(static one => one.Finding).ToList().AsReadOnly())).ToList();
        var notes = asked.Unknown(Records).Select(record => new BilingualText(
            $"{record.Requirement} is no duty in {project.Place.Name.English} on {date}: the record was not judged.", $"{record.Requirement} 在 {date} 不是{project.Place.Name.Chinese}的适用措施，未作评价。")).ToList();
        return new AuditSection(ProjectDomain.Duties, new("Duties", "应落实的措施"), groups.AsReadOnly()) { Notes = notes };
    }

    private bool IsAsked(Requirement duty) => Measurands.Any(measurand => DutyChecklist.IsNamed(duty.Measurand.Key, measurand));

    private static BilingualText TitleOf(string domain) => domain switch
    {
        "noise" => new("Noise", "噪声"),
        "dust" => new("Dust", "扬尘"),
        "waste" => new("Construction waste", "建筑垃圾"),
        "materials" => new("Materials", "材料"),
        "components" => new("Components", "构件"),
        _ => new(domain, domain),
    };
}
