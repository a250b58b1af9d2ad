using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>Project folders that are made to harm: each ends in a clear error or in a bounded report, and none hangs or eats the memory.</summary>
public sealed class HostileFolderTests : IDisposable
{
    private const string Readings = "datetime,LAeq\n2026-01-05 12:00,60\n";

    private readonly TemporarySite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void LineWithoutEnd()
    {
        _site.WriteReadings("datetime,LAeq\n2026-01-05 12:00," + new string('1', 1 << 20) + "\n");
        AssertRefused("../site/site.greenbuild.json:7: noise.points[0].readings: Line 2 is longer than 1 MiB.");
    }

    /// <summary>A file of 1.4 MB whose lines end with a return, as old systems wrote them: its lines are lines, and it is judged like any other.</summary>
    [Fact]
    public void LinesThatEndWithAReturn()
    {
        var text = TemporarySite.Readings(new DateTime(2026, 1, 5), 65_000, 50);
        Assert.InRange(text.Length, 1_100_000, int.MaxValue);
        var outputs = new[] { "\n", "\r", "\r\n" }.Select(end =>
        {
            File.WriteAllText(InProject("readings/a.csv"), text.Replace("\n", end, StringComparison.Ordinal));
            var run = Run("--no-report", "--format", "csv");
            Assert.Equal("", run.Error);
            return run.Output;
        }).ToList();
        Assert.InRange(CsvReading.Of(outputs[0]).Count, 45, int.MaxValue);
        Assert.Single(outputs.Distinct());
    }

    [Fact]
    public void LineOfOneGigabyte()
    {
        // The file has the length and takes no room.
        using (var file = File.OpenWrite(InProject("readings/a.csv"))) file.SetLength(1L << 30);
        AssertRefused("noise.points[0].readings: The file is larger than 512 MiB.");
    }

    [Fact]
    public void ProjectFileOfOneGigabyte()
    {
        using (var file = File.OpenWrite(InProject("site.greenbuild.json"))) file.SetLength(1L << 30);
        AssertRefused("../site/site.greenbuild.json: The file is larger than 64 MiB.");
    }

    [Fact]
    public void JsonThatIsNestedWithoutEnd()
    {
        WriteProject("{ \"$comment\": " + new string('[', 1_000_000) + new string(']', 1_000_000) + " }");
        AssertRefused("more than 32 levels of nesting");
    }

    [Fact]
    public void FileThatNamesItself()
    {
        WriteProject("""{ "noise": { "points": [ { "name": "A", "readings": "site.greenbuild.json", "readingMinutes": 1 } ] }, "waste": { "ledger": { "file": "site.greenbuild.json" } } }""");
        AssertRefused("../site/site.greenbuild.json:");
    }

    [Fact]
    public void LinksInACircle()
    {
        File.Delete(InProject("readings/a.csv"));
        File.CreateSymbolicLink(InProject("readings/a.csv"), "b.csv");
        File.CreateSymbolicLink(InProject("readings/b.csv"), "a.csv");
        AssertRefused("noise.points[0].readings: 'readings/a.csv' leads out of the project folder.");
    }

    [Fact]
    public void FolderThatHoldsItself()
    {
        File.CreateSymbolicLink(InProject("again"), ".");
        File.WriteAllText(InProject("readings/a.csv"), Readings);
        _site.WriteProject(readings: "again/again/again/readings/a.csv");
        // It is the file inside of the folder after all; one minute of a day does not count.
        Assert.Equal((2, ""), (Run().ExitCode, Run().Error));
    }

    [Fact]
    public void PipeWithoutAWriter()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes with a name in a folder are made by mkfifo of Linux.");
        File.Delete(InProject("readings/a.csv"));
        using (var made = Process.Start("mkfifo", InProject("readings/a.csv"))) made.WaitForExit();
        AssertRefused("../site/readings/a.csv:1: The file is empty");
    }

    /// <summary>
    /// Names that are formulas and script, a row of findings for each of many components: the page and the log for services say how much they leave out, and stay small.
    /// <c>GREENBUILD_HOSTILE=250000</c> makes more than a million findings of it (some 2 minutes, 4 GB).
    /// </summary>
    [Fact]
    public void FindingsWithoutEnd()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("GREENBUILD_HOSTILE") ?? "6000", CultureInfo.InvariantCulture);
        using (var file = File.CreateText(InProject("components.csv")))
        {
            file.Write("编号,类别,数量,长度 (mm),宽度 (mm),厚度 (mm),长度允许偏差 (mm),截面允许偏差 (mm),平整度 (mm)\n");
            for (var i = 0; i < count; i++) file.Write(string.Create(CultureInfo.InvariantCulture, $"\"=cmd|<script>alert({i})</script>\",composite-slab,1,2999,2401,61,9,9,9\n"));
        }

        WriteProject("""{ "components": { "schedule": { "file": "components.csv" } } }""");

        var run = Run("--out", "a.html", "--out", "a.sarif", "--out", "a.md", "--out", "a.csv");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        var (page, log, summary, table) = (Written("a.html"), Written("a.sarif"), Written("a.md"), Written("a.csv"));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", summary, StringComparison.OrdinalIgnoreCase);
        // A row for each finding; a text that begins like a formula gets an apostrophe in front.
        var rows = table.Split("'=cmd|<script>").Length - 1;
        Assert.Equal(count, table.Split("\r\n").Count(static line => line.Contains("flatness", StringComparison.OrdinalIgnoreCase)));
        Assert.True(rows >= 4 * count, rows.ToString(CultureInfo.InvariantCulture));
        Assert.DoesNotContain(",=cmd", table, StringComparison.Ordinal);
        // The page lists 5,000 and unfolds 1,000 of them, the log for services holds 5,000: about 4 and 16 MB whatever the number.
        Assert.InRange(page.Length, 100_000, 6_000_000);
        Assert.InRange(log.Length, 100_000, 24_000_000);
        Assert.InRange(summary.Length, 1_000, 100_000);
    }

    private string InProject(string name) => Path.Combine(_site.Project, name);

    private string Written(string name) => File.ReadAllText(Path.Combine(_site.Work, name));

    private void WriteProject(string more) => File.WriteAllText(
        InProject("site.greenbuild.json"),
        """{ "name": "Hostile", "place": "CN-SH", "on": "2026-06-30", "site": { "projectType": "building", "noiseSensitiveBuildings": true },""" + more[1..]);

    // What hangs would hang the tests, too.
    private ToolRun Run(params string[] more) => Task.Run(() => _site.Audit(more.Length > 0 ? more : ["--no-report"])).WaitAsync(TimeSpan.FromMinutes(15)).GetAwaiter().GetResult();

    private void AssertRefused(string error)
    {
        var run = Run();
        Assert.Equal(65, run.ExitCode);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was judged, and no report was written", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.True(run.Error.Length < 2000, "The error is longer than a screen.");
    }
}
