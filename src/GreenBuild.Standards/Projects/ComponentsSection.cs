using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Projects;

/// <summary>What a project file says of prefabricated components: their schedule.</summary>
public sealed class ComponentsSection
{
    internal static readonly ProjectField Field = new("components", ProjectFieldKind.Object, new("Prefabricated components", "预制构件"))
    {
        Fields =
        [
            new("schedule", ProjectFieldKind.Table, new("Schedule of the components, in coordinating sizes", "构件表（标志尺寸）")) { IsNeeded = true, NeedsItem = true, Table = static () => new ComponentTable("") },
        ],
    };

    /// <summary>The components of the schedule, in order.</summary>
    public IReadOnlyList<ScheduledComponent> Schedule { get; init; } = [];

    /// <summary>What the fast check takes of each, by its position in <see cref="Schedule"/>: declared tolerances stand here.</summary>
    public IReadOnlyList<PrecastComponent> Pieces { get; init; } = [];

    internal static ComponentsSection? Read(ProjectFields components) =>
        components.TryReadTable("schedule", static file => new ComponentTable(file), out var table)
            ? new ComponentsSection { Schedule = table.Pieces.ConvertAll(static one => one.Scheduled).AsReadOnly(), Pieces = table.Pieces.ConvertAll(static one => one.Piece).AsReadOnly() }
            : null;

    internal AuditSection Judge(ProjectFile project, CalendarDate date, StandardsCatalogue catalogue, CheckOptions options)
    {
        var check = new ComponentCheck(project.Place, date, null, catalogue, options);
        var (all, found, kept, unsaid) = (new List<Finding>(), new List<ComponentFinding>(), 0, Verdict.NotApplicable);
        for (var i = 0; i < Pieces.Count; i++)
        {
            var piece = Pieces[i];
            found.Clear();
            var outcome = check.Check(piece, found);
            if (outcome.Findings == 0)
            {
                kept++;
                unsaid = Finding.OverallOf([unsaid, outcome.Verdict]);
            }

            foreach (var one in found)
            {
                var finding = check.Explain(piece, one);
                finding.Subject = piece.Id ?? "";
                finding.Origin = OriginOf(i);
                all.Add(finding);
            }
        }

        var standardisation = Standardisation.Of(Schedule, new StandardSizes(new ModularCoordination(project.Place, date, catalogue, options), null, ComponentShape.All));
        var groups = new List<AuditGroup>
        {
            new(new("Sizes and tolerances", "尺寸与允许偏差"), all.AsReadOnly())
            {
                Notes = [new(
                    $"{kept} of {Pieces.Count} lines have nothing to report: all rules that apply are kept, as far as the sizes and tolerances are given.",
                    $"{Pieces.Count} 行中有 {kept} 行无需报告：在已给出的尺寸和允许偏差范围内，适用规则均满足。")],
            },
            new(new("Repetition", "标准化程度"), standardisation.Findings) { Tables = [TypesOf(standardisation)] },
        };
        return new AuditSection(ProjectDomain.Components, new("Prefabricated components", "预制构件"), groups) { Unsaid = unsaid };
    }

    private FindingOrigin? OriginOf(int index) => index >= Schedule.Count || Schedule[index].Origin is not { } origin ? null : new FindingOrigin
    {
        File = origin.File, Line = origin.Line, Column = origin.Column, JsonPointer = origin.JsonPointer, ElementId = Schedule[index].TypeMark,
    };

    private static AuditTable TypesOf(Standardisation standardisation) => new(
        new($"{standardisation.Types.Count} types, {standardisation.Pieces} pieces", $"{standardisation.Types.Count} 种类型，{standardisation.Pieces} 件"),
        [new(new("Category", "类别")), new(new("Size, mm", "尺寸 mm")), new(new("Specification", "规格")), new(new("Pieces", "件数"), true), new(new("Preferred size", "优选尺寸"))],
        [.. standardisation.Types.Select(static type => (IReadOnlyList<BilingualText>)
        [
            Words.ValueOf("component", type.Category), Words.Same(type.Size.ToString()), Words.Same(type.Specification), Words.Same(Words.Number(type.Count)),
            type.IsStandard is { } isStandard ? (isStandard ? new("yes", "是") : new("no", "否")) : new("not held against a series", "未对照系列"),
        ])]);
}
