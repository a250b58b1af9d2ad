using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting;

/// <summary>A fact that findings wait for: said once, with where the project file takes it.</summary>
public sealed class MissingFact
{
    // These follow from the time and kind of each reading, or are of the work and not of the site.
    private static readonly HashSet<string> NotOfTheSite = new(StringComparer.Ordinal) { "period", "hours", "dates", "location", "backgroundDifference", "workNature", "region", "targetYear" };

    // Inputs that are no facts of the site, where the project file takes them and in which form.
    private static readonly Dictionary<(ProjectDomain Domain, string Input), (string Path, BilingualText Form)> Elsewhere = new()
    {
        [(ProjectDomain.Noise, "maximumLevel")] = ("noise.points[].readings", new("a column with LAmax", "含 LAmax 的列")),
        [(ProjectDomain.Waste, "completion")] = ("waste.isComplete", new("true where the ledger holds the whole project, else false", "台账涵盖整个项目时为 true，否则为 false")),
        [(ProjectDomain.Waste, "floorArea")] = ("waste.floorArea", new("m2", "m2")),
        [(ProjectDomain.Waste, "generated")] = ("waste.ledger", new("a line with the route 'generated' for each class of waste", "为每一类垃圾各补一行，route 列填 generated（产生）")),
        [(ProjectDomain.Materials, "floorArea")] = ("materials.floorArea", new("m2", "m2")),
    };

    private readonly BilingualText _form;

    private MissingFact(string input, string path, BilingualText form, int findingCount)
    {
        Input = input;
        Path = path;
        _form = form;
        FindingCount = findingCount;
    }

    /// <summary>What is missing, as <see cref="Finding.Missing"/> names it.</summary>
    public string Input { get; }

    /// <summary>How many findings name it as missing.</summary>
    public int FindingCount { get; }

    /// <summary>Where the project file takes it, for example <c>site.projectType</c>.</summary>
    public string Path { get; }

    /// <summary>The facts that findings of an audit miss and that the project file can state, in the order in which they are first missed.</summary>
    public static IReadOnlyList<MissingFact> Of(ProjectAudit audit) =>
        audit.Sections.SelectMany(static section => section.Findings.SelectMany(finding => finding.Missing.Select(input => (section.Domain, Input: input))))
            .Select(static missing => (missing.Input, Place: PlaceOf(missing.Domain, missing.Input)))
            .Where(static missing => missing.Place is not null).GroupBy(static missing => (missing.Input, missing.Place!.Value.Path))
            .Select(static group => new MissingFact(group.Key.Input, group.Key.Path, group.First().Place!.Value.Form, group.Count())).ToList();

    private static (string Path, BilingualText Form)? PlaceOf(ProjectDomain domain, string input)
    {
        if (Elsewhere.TryGetValue((domain, input), out var place)) return place;
        if (NotOfTheSite.Contains(input) || (input != "stage" && ProjectFile.SiteFacets.All(facet => facet.Name != input))) return null;
        return ("site." + (input == "stage" ? "stages" : input), FormOf(Vocabulary.FindFacet(input)!));
    }

    private static BilingualText FormOf(Facet facet)
    {
        return facet.Type switch
        {
            FacetType.Flag => new("true, false", "true（是）、false（否）"),
            FacetType.Number => new("a number" + Unit(" in "), "数值" + Unit("，单位 ")),
            _ => new(string.Join(", ", facet.Values), string.Join("、", facet.Values.Select(static value => $"{value.Value}（{value.Title.Chinese}）"))),
        };

        string Unit(string before) => facet.Unit is "" or "1" ? "" : before + facet.Unit;
    }

    /// <summary>What is missing, where to add it, and the values that it takes.</summary>
    public BilingualText Advice
    {
        get
        {
            var title = Words.OfInput(Input);
            var count = FindingCount == 1 ? "1 finding waits" : $"{FindingCount} findings wait";
            return new(
                $"Not known: {title.English}; {count} for it. Add {Path}: {_form.English}.",
                $"缺少信息：{title.Chinese}，{FindingCount} 项结论待定。请补充 {Path}：{_form.Chinese}。");
        }
    }
}
