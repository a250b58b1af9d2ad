using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting;

/// <summary>A fact of the site that findings wait for: said once, with where the project file takes it.</summary>
public sealed class MissingFact
{
    // These follow from the time and kind of each reading, or are of the work and not of the site.
    private static readonly HashSet<string> NotOfTheSite = new(StringComparer.Ordinal) { "period", "hours", "dates", "location", "backgroundDifference", "workNature", "region", "targetYear" };

    private MissingFact(Facet facet, int findingCount)
    {
        Facet = facet;
        FindingCount = findingCount;
    }

    /// <summary>The facet that is not stated.</summary>
    public Facet Facet { get; }

    /// <summary>How many findings name it as missing.</summary>
    public int FindingCount { get; }

    /// <summary>Where the project file takes it, for example <c>site.projectType</c>.</summary>
    public string Path => "site." + (Facet.Name == "stage" ? "stages" : Facet.Name);

    /// <summary>The facts of the site that findings of an audit miss, in the order in which they are first missed.</summary>
    public static IReadOnlyList<MissingFact> Of(ProjectAudit audit) =>
        audit.Findings.SelectMany(static finding => finding.Missing).Where(static name => !NotOfTheSite.Contains(name)).GroupBy(static name => name)
            .Where(static group => Vocabulary.FindFacet(group.Key) is not null)
            .Select(static group => new MissingFact(Vocabulary.FindFacet(group.Key)!, group.Count())).ToList();

    /// <summary>What is missing, where to add it, and the values that it takes.</summary>
    public BilingualText Advice
    {
        get
        {
            var (english, chinese) = Facet.Type switch
            {
                FacetType.Flag => ("true, false", "true（是）、false（否）"),
                FacetType.Number => ("a number" + Unit(" in "), "数值" + Unit("，单位 ")),
                _ => (string.Join(", ", Facet.Values), string.Join("、", Facet.Values.Select(static value => $"{value.Value}（{value.Title.Chinese}）"))),
            };
            var count = FindingCount == 1 ? "1 finding waits" : $"{FindingCount} findings wait";
            return new(
                $"Not known: {Facet.Title.English}; {count} for it. Add {Path}: {english}.",
                $"缺少信息：{Facet.Title.Chinese}（{Facet.Name}），{FindingCount} 项结论待定。请补充 {Path}：{chinese}。");

            string Unit(string before) => Facet.Unit is "" or "1" ? "" : before + Facet.Unit;
        }
    }
}
