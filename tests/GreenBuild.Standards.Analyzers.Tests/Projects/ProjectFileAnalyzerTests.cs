using System.Globalization;
using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Project files in a build: the same verdicts as in an audit, at their lines.</summary>
public sealed class ProjectFileAnalyzerTests
{
    private const string Path = "/build/site.greenbuild.json";

    // Night work near dwellings for which no permit is shown; the Noise Law of 2021, article 43, was in force that night.
    private const string Project = """
        {
          "name": "Site", "place": "CN-SH",
          "site": { "sensitivity": "noise-sensitive-concentrated-area" },
          "noise": {
            "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1 } ],
            "nightWork": {
              "work": [
                { "description": "concreting", "from": "2026-03-02T22:00", "to": "2026-03-03T04:00", "workNature": "special-need-continuous", "residentsNotified": false }
              ]
            }
          }
        }
        """;

    [Fact]
    public async Task Broken_IsReportedAtTheRecord()
    {
        var found = await Of(Project);

        Assert.NotEmpty(found);
        Assert.All(found, static one => Assert.Equal(("GBS9002", Path, 7, 8), (one.Id, one.Location.GetLineSpan().Path, one.Location.GetLineSpan().StartLinePosition.Line, one.Location.GetLineSpan().StartLinePosition.Character)));
        Assert.Contains(found, static one => one.GetMessage(CultureInfo.InvariantCulture).Contains("No permit covers 2026-03-02 22:00", StringComparison.Ordinal));
        Assert.All(found, static one => Assert.Matches("[\u4e00-\u9fff]", one.GetMessage(new CultureInfo("zh-Hans"))));
    }

    /// <summary>What the audit says of the same text, finding by finding.</summary>
    [Fact]
    public async Task Verdicts_AreThoseOfTheAudit()
    {
        Assert.True(GreenBuild.Standards.Projects.ProjectFile.TryReadText(Project, Path, out var project, out _));
        var audit = GreenBuild.Standards.Projects.ProjectAudit.Judge(project!, GreenBuild.Standards.Projects.ProjectReadings.None);

        var found = await Of(Project);

        Assert.Equal(audit.Count(Verdict.NonCompliant), found.Count(static one => one.Id == "GBS9002"));
        Assert.Equal(
            audit.Findings.Where(static finding => finding.Verdict == Verdict.NonCompliant).Select(static finding => $"The project breaks a rule: {finding.Subject}{(finding.Subject.Length > 0 ? ": " : "")}{finding.Summarise(Language.English)} [{finding.Requirement!.Key}]").Order(),
            found.Select(static one => one.GetMessage(CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task Waived_IsNotReported()
    {
        var keys = (await Rules()).ToList();
        var waivers = string.Join(", ", keys.Select(static key => $$"""{ "rule": "{{key}}", "reason": "settled with the authority", "until": "2026-12-31" }"""));

        Assert.NotEmpty(keys);
        Assert.Empty(await Of(Project.Replace("\"name\": \"Site\",", $"\"name\": \"Site\", \"on\": \"2026-03-31\", \"waivers\": [ {waivers} ],", StringComparison.Ordinal)));
        // A day later than the last one of the waivers they are back.
        var back = await Of(Project.Replace("\"name\": \"Site\",", $"\"name\": \"Site\", \"on\": \"2027-01-01\", \"waivers\": [ {waivers} ],", StringComparison.Ordinal));
        Assert.NotEmpty(back);
        Assert.All(back, static one => Assert.EndsWith("; its waiver ended on 2026-12-31", one.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

        static Task<IEnumerable<string>> Rules()
        {
            GreenBuild.Standards.Projects.ProjectFile.TryReadText(Project, Path, out var project, out _);
            var audit = GreenBuild.Standards.Projects.ProjectAudit.Judge(project!, GreenBuild.Standards.Projects.ProjectReadings.None);
            return Task.FromResult(audit.Findings.Where(static finding => finding.Verdict == Verdict.NonCompliant).Select(static finding => finding.Requirement!.Key).Distinct());
        }
    }

    [Fact]
    public async Task Mistake_IsReportedAtLineAndColumn()
    {
        var found = Assert.Single(await Of(Project.Replace("\"workNature\": \"special-need-continuous\"", "\"workNature\": \"specal-need-continuous\"", StringComparison.Ordinal)));

        var line = Project.Split('\n')[7];
        Assert.Equal(("GBS9001", 7, line.IndexOf("\"special-need", StringComparison.Ordinal)), (found.Id, found.Location.GetLineSpan().StartLinePosition.Line, found.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Contains("Is 'special-need-continuous' meant?", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherFiles_AreLeftAlone()
    {
        Assert.Empty(await Verify.DiagnosticsWithFilesAsync(new ProjectFileAnalyzer(), "class C { }", "", ("/build/site.json", "{"), ("/build/a.greenbuild-overlay.json", "{")));
        Assert.NotEmpty(await Of("{"));
        Assert.Empty(await Verify.DiagnosticsWithFilesAsync(new ProjectFileAnalyzer(), "class C { }", "build_property.GreenBuildEnabled = false", (Path, "{")));
    }

    private static async Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Of(string project) =>
        await Verify.DiagnosticsWithFilesAsync(new ProjectFileAnalyzer(), "class C { }", "", (Path, project.ReplaceLineEndings("\n")));
}
