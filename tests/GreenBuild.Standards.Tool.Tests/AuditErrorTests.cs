using System.Globalization;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>Bad input: a clear error that names file, line and field, exit code 65, and no report.</summary>
public sealed class AuditErrorTests : IDisposable
{
    private readonly TemporarySite _site = new();

    public void Dispose() => _site.Dispose();

    public static TheoryData<string, int?, string, string, string> BadReadings => new()
    {
        { "datetime,level\n2026-01-05 12:00,60\n", 1, "LAeq", "column is missing", "缺少该列" },
        { "datetime,LAeq\n2026-01-05 12:00,loud\n", 2, "LAeq", "'loud' is not a number", "“loud”不是数值" },
        { "datetime,LEQ dB -A\n2026-01-05 12:00,NaN\n", 2, "LEQ dB -A", "not a finite number", "不是有限数值" },
        { "datetime,LAeq\n2026-01-05 12:00,60\n2026-01-05 12:00,60\n", 3, "datetime", "already in line 2", "已出现在第 2 行" },
        { "datetime,LAeq\n2026-01-05 12:01,60\n2026-01-05 12:00,60\n", 3, "datetime", "times must rise", "应逐行递增" },
        { "datetime,LAeq\n1985-01-05 12:00,60\n", 2, "datetime", "before any edition", "早于任何版本" },
        { "", 1, "", "is empty", "文件为空" },
        { "datetime,LAeq\n", 1, "", "no reading", "没有任何读数" },
    };

    [Theory]
    [MemberData(nameof(BadReadings))]
    public void Readings_AreRefused(string content, int? line, string column, string english, string chinese)
    {
        _site.WriteReadings(content);
        var where = "../site/readings/a.csv" + (line is { } number ? ":" + number.ToString(CultureInfo.InvariantCulture) : "");

        AssertRefused(_site.Audit(), where + ": " + (column.Length > 0 ? column + ": " : ""), english, "nothing was judged, and no report was written");
        AssertRefused(_site.Audit("--lang", "zh"), where + "：" + (column.Length > 0 ? column + "：" : ""), chinese, "未作任何评价，也未写入报告");
    }

    [Fact]
    public void Place_Unknown()
    {
        _site.WriteProject(place: "CN-XX");
        AssertRefused(_site.Audit(), "../site/site.greenbuild.json:3:12: place: ", "'CN-XX' is not a known place");
    }

    [Fact]
    public void Facet_Unknown()
    {
        _site.WriteProject(site: """{ "projectTipe": "building" }""");
        AssertRefused(_site.Audit(), "../site/site.greenbuild.json:4:13: site.projectTipe: ", "Is 'projectType' meant?");
    }

    [Fact]
    public void Field_Unknown()
    {
        _site.WriteProject(top: "\n\"owner\": \"x\",");
        AssertRefused(_site.Audit(), "../site/site.greenbuild.json:4:1: owner: ", "not known");
    }

    [Fact]
    public void Date_BeforeAnyEdition()
    {
        // GB 12523-90 is the first edition, in force from 1991-03-01.
        _site.WriteProject(top: "\n\"from\": \"1991-02-28\",");
        AssertRefused(_site.Audit(), "../site/site.greenbuild.json:4:9: from: ", "GB 12523-90, in force from 1991-03-01");
    }

    [Fact]
    public void Date_NoReadingInTheTimeAudited()
    {
        _site.WriteProject(top: "\n\"from\": \"2026-01-06\",");
        AssertRefused(_site.Audit(), "../site/readings/a.csv: ", "No reading lies in the time that is audited");
    }

    [Theory]
    [InlineData("../work/secret.csv")]
    [InlineData("readings/../../work/secret.csv")]
    [InlineData("/etc/hostname")]
    public void Path_OutsideTheProjectFolder(string path)
    {
        File.WriteAllText(Path.Combine(_site.Work, "secret.csv"), "datetime,LAeq\n2026-01-05 12:00,60\n");
        _site.WriteProject(readings: path);
        AssertRefused(_site.Audit(), "../site/site.greenbuild.json:7: noise.points[0].readings: ", "leads out of the project folder");
    }

    [Fact]
    public void Path_LinkOutOfTheProjectFolder()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Making symbolic links needs a privilege on Windows.");
        var secret = Path.Combine(_site.Work, "secret.csv");
        File.WriteAllText(secret, "datetime,LAeq\n2026-01-05 12:00,60\n");
        File.CreateSymbolicLink(Path.Combine(_site.Project, "readings", "link.csv"), secret);
        _site.WriteProject(readings: "readings/link.csv");
        AssertRefused(_site.Audit(), "../site/site.greenbuild.json:7: noise.points[0].readings: ", "leads out of the project folder");
    }

    [Fact]
    public void Path_MissingFile()
    {
        _site.WriteProject(readings: "readings/b.csv");
        AssertRefused(_site.Audit(), "../site/site.greenbuild.json:7: noise.points[0].readings: ", "does not exist");
    }

    [Fact]
    public void Project_Missing()
    {
        AssertRefused(ToolRun.In(_site.Work, "audit", "../nowhere"), "../nowhere: ", "no such file or folder");
        AssertRefused(ToolRun.In(_site.Work, "audit", "."), ".: ", "no project file");
    }

    [Fact]
    public void Project_NotJson()
    {
        File.WriteAllText(Path.Combine(_site.Project, "site.greenbuild.json"), "{\n  \"name\": \"a\",\n  name\n}");
        AssertRefused(_site.Audit(), "../site/site.greenbuild.json:3:3: ", "not valid JSON");
    }

    [Fact]
    public void Errors_OfAllFilesAreShownAtOnce()
    {
        _site.WriteProject(more: ", \"nightWork\": {}");
        File.WriteAllText(
            Path.Combine(_site.Project, "site.greenbuild.json"),
            """
            { "name": "x", "place": "CN", "noise": { "points": [
              { "name": "A", "readings": "readings/a.csv", "readingMinutes": 1 },
              { "name": "B", "readings": "readings/b.csv", "readingMinutes": 1 } ] } }
            """);
        _site.WriteReadings("datetime,LAeq\n" + string.Concat(Enumerable.Range(0, 25).Select(static i => $"2026-01-05 12:{i:00},x\n")) + "2026-01-05 12:25,60\n");
        _site.WriteReadings("datetime\n", "b.csv");

        var run = _site.Audit();

        Assert.Contains("a.csv:21: LAeq", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a.csv:22: LAeq", run.Error, StringComparison.Ordinal);
        Assert.Contains("and 5 more", run.Error, StringComparison.Ordinal);
        // One of b.csv beside the 25.
        AssertRefused(run, "../site/readings/b.csv:1: LAeq: ", "26 errors");
    }

    [Fact]
    public void Report_OfAnEarlierRunStaysWhenInputIsBad()
    {
        File.WriteAllText(_site.DefaultReport, "earlier");
        _site.WriteReadings("datetime,LAeq\n2026-01-05 12:00,x\n");

        Assert.Equal(ExitCode.BadData, _site.Audit().ExitCode);
        Assert.Equal("earlier", File.ReadAllText(_site.DefaultReport));
        Assert.Equal([_site.DefaultReport], Directory.GetFileSystemEntries(_site.Work));
    }

    private void AssertRefused(ToolRun run, params string[] expected)
    {
        Assert.Equal(65, run.ExitCode);
        Assert.Empty(run.Output);
        foreach (var part in expected) Assert.Contains(part, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_site.DefaultReport), "A report was written.");
    }
}
