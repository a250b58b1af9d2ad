using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>The page on audits is true: its example is whole, and its table of facets complete.</summary>
public sealed class AuditDocsTests : IDisposable
{
    private readonly TemporarySite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Example_IsJudgedWithoutAQuestion()
    {
        var example = Regex.Match(RepositoryFiles.Read("docs/" + "audit.md"), "```json\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;
        File.WriteAllText(Path.Combine(_site.Project, "site.greenbuild.json"), example);
        // A quiet day and night with work, as the example has it.
        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 6, 0, 0), 1440, 50, "datetime,LAeq,LAmax", ",55"), "north.csv");

        var run = _site.Audit();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain("Not known", run.Output, StringComparison.Ordinal);
        Assert.Contains("Concreting of the raft", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audit.md")]
    [InlineData("audit.zh-CN.md")]
    public void Facets_OfTheLimitsAreListedWithTheirValues(string page)
    {
        var text = RepositoryFiles.Read("docs/" + page);
        string[] measurands = ["noise.site-boundary", "noise.site-boundary-maximum", "noise.night-work-permit", "noise.night-work-notice", "noise.notice-lead-time", "noise.exam-site-distance", "noise.work-ban"];
        // These follow from the time, or are of the work.
        string[] others = ["period", "hours", "dates", "workNature", "machine", "region", "examDay", "addressee", "location"];
        var conditions = StandardsCatalogue.Default.Editions.Where(static edition => Jurisdiction.China.Contains(edition.Jurisdiction)).SelectMany(static edition => edition.Requirements)
            .Where(requirement => measurands.Contains(requirement.Measurand.Key)).SelectMany(static requirement => requirement.Conditions).Where(condition => !others.Contains(condition.Facet)).ToList();
        Assert.NotEmpty(conditions);
        foreach (var condition in conditions)
        {
            Assert.Contains($"| `{(condition.Facet == "stage" ? "stages" : condition.Facet)}` |", text, StringComparison.Ordinal);
            if (condition.Type == FacetType.Token)
                foreach (var value in condition.Values) Assert.Contains($"`{value}`", text, StringComparison.Ordinal);
        }
    }
}
