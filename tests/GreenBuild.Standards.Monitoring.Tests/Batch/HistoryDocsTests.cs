using System.Text.RegularExpressions;
using GreenBuild.Standards.Monitoring.Batch;

namespace GreenBuild.Standards.Monitoring.Tests.Batch;

/// <summary>The snippet of docs/history.md is the code below, and what the page says of it is what it says.</summary>
public sealed class HistoryDocsTests
{
    [Theory]
    [InlineData("history.md", Language.English)]
    [InlineData("history.zh-CN.md", Language.Chinese)]
    public void TheSnippet_IsWhatTheLibrarySays(string page, Language language)
    {
        var said = new List<string>();
        // 69 dB(A) by day; by night 54 at the first point and 58 at the second.
        var levels = Enumerable.Range(0, 2 * 2 * 1440).Select(static i => i % 1440 is >= 6 * 60 and < 22 * 60 ? 69.0 : i < 2 * 1440 ? 54 : 58).ToArray();

        // begin
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH"))
        {
            Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true),
        };
        var judge = new HistoryJudge([new("P1", site), new("P2", site)]);
        var readings = ReadingColumns.Regular(new DateTime(2025, 12, 1), TimeSpan.FromMinutes(1), levels, pointCount: 2);

        var history = judge.JudgeNoise(readings);
        for (var period = 0; period < history.Count; period++)
            if (history.VerdictOf(period) == Verdict.NonCompliant)
                said.Add($"{history.Points[history.PointOf(period)].Name} {history.StartOf(period):MM-dd HH:mm}: {history.PeriodOf(period)!.Finding.Summarise(language)}");

        var diff = judge.CompareNoise(readings, asIfFrom: new CalendarDate(2026, 1, 1));
        said.Add($"{diff.Compared} periods, {diff.Changes.Count} change");
        // end

        var (text, here) = (RepositoryFiles.Read("docs/" + page), RepositoryFiles.Read("tests/GreenBuild.Standards.Monitoring.Tests/Batch/HistoryDocsTests.cs"));
        var code = Regex.Match(here, @"// begin\n(.*?)\n *// end", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains("```csharp\n" + Regex.Replace(code, "^        ", "", RegexOptions.Multiline) + "\n```", text, StringComparison.Ordinal);
        Assert.Equal(said, Regex.Matches(text, "^- `(.*)`$", RegexOptions.Multiline).Select(static match => match.Groups[1].Value));
    }
}
