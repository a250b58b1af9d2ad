using System.Text;
using System.Text.RegularExpressions;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Batch;
using GreenBuild.Standards.Monitoring.Tables;

namespace GreenBuild.Standards.Monitoring.Tests.Tables;

/// <summary>The snippets of docs/readings.md are the code below, and what the page says of the first is what it says.</summary>
public sealed class ReadingsDocsTests
{
    [Theory]
    [InlineData("readings.md", Language.English)]
    [InlineData("readings.zh-CN.md", Language.Chinese)]
    public void TheSnippets_AreWhatTheLibrarySays(string page, Language language)
    {
        var said = new List<string>();
        Read(said, language);
        Assert.Single(Judge());

        var (text, here) = (RepositoryFiles.Read("docs/" + page), RepositoryFiles.Read("tests/GreenBuild.Standards.Monitoring.Tests/Tables/ReadingsDocsTests.cs"));
        foreach (Match code in Regex.Matches(here, @"// begin\n(.*?)\n *// end", RegexOptions.Singleline).Take(2))
            Assert.Contains("```csharp\n" + Regex.Replace(code.Groups[1].Value, "^        ", "", RegexOptions.Multiline) + "\n```", text, StringComparison.Ordinal);
        Assert.Equal(said, Regex.Matches(text, "^- `(.*)`$", RegexOptions.Multiline).Select(static match => match.Groups[1].Value));
    }

    private static void Read(List<string> said, Language language)
    {
        // begin
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("time,PM10 (µg/m3),LAeq\n2026-03-01 00:00,97,58.4\n2026-03-01 01:00,x,57.9\n"));
        using var reader = new ReadingTableReader(stream, "north.csv", new ReadingTableOptions { Duration = TimeSpan.FromHours(1) });
        while (reader.Read(out var row))
            said.Add($"{row.Station} {row.LocalTime:HH:mm} {row.Code} {row.Value} {row.Unit}");
        foreach (var error in reader.Errors) said.Add(error.In(language));
        // end
    }

    private static List<DustHistory> Judge()
    {
        var histories = new List<DustHistory>();
        void Add(DustHistory history) => histories.Add(history);
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH"));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("station,time,PM10 (µg/m3),LAeq\na,2026-03-01 00:00,97,58.4\nb,2026-03-01 00:00,98,57.9\n"));

        // begin
        var table = ReadingTableColumns.Read(stream, "month.csv", new ReadingTableOptions { Duration = TimeSpan.FromMinutes(1) });
        var judge = new HistoryJudge(table.Stations.Select(name => new MonitoredPoint(name, site)).ToList());
        foreach (var channel in table.Channels)
            if (channel is { Particulate: { } particulate, Unit: { } unit, Columns: { } columns }) Add(judge.JudgeDust(particulate, unit, columns));
        // end
        return histories;
    }
}
