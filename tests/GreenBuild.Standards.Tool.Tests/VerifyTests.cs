using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>A report is what its files give, or <c>greenbuild verify</c> says where it is not.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly TemporarySite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("report.html", "en")]
    [InlineData("report.html", "zh")]
    [InlineData("report.json", "en")]
    [InlineData("report.sarif", "zh")]
    public void Report_OfTheSameFiles(string report, string language)
    {
        _site.Audit("--out", report, "--quiet", "--lang", language);

        var run = Verify(report);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        // Those of the limit, of its rounding, of the hours of night and of the weather.
        var editions = JsonDocument.Parse(_site.Audit("--format", "json", "--no-report").Output).RootElement.GetProperty("evidence").GetProperty("editions").GetArrayLength();
        Assert.InRange(editions, 2, 9);
        Assert.Equal(
            [
                "Files: 2 read, each as recorded.", $"Rules: the facts of {editions} editions are those that were applied.", "Verdicts: all 1 come out again, compliant as a whole.",
                "Report: every letter is as this program writes it.", "Verified.", "",
            ],
            run.Output.ReplaceLineEndings("\n").Split('\n'));
        Assert.EndsWith("验证通过。", Verify(report, "--lang", "zh").Output.TrimEnd(), StringComparison.Ordinal);
    }

    /// <summary>The same answers for programs: what was checked, whether it holds, and in both languages what is said of it.</summary>
    [Fact]
    public void Json_SaysWhatWasChecked()
    {
        _site.Audit("--out", "report.json", "--quiet");

        var good = JsonDocument.Parse(Verify("report.json", "--format", "json").Output).RootElement;
        Assert.Equal(("verified", "验证通过。"), (good.GetProperty("result").GetString(), good.GetProperty("text").GetProperty("zh").GetString()));
        Assert.Equal(["files True", "rules True", "verdicts True", "report True"], Checks(good));

        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 75));
        var run = Verify("report.json", "--format", "json");
        var bad = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((1, "notVerified"), (run.ExitCode, bad.GetProperty("result").GetString()));
        // At 75 dB(A) the correction for background is asked, too: another edition is applied.
        Assert.Equal(["files False", "rules False", "verdicts False", "report False"], Checks(bad));
        Assert.Equal("Files that are not as recorded: readings/a.csv.", bad.GetProperty("checks")[0].GetProperty("text").GetProperty("en").GetString());

        static IEnumerable<string> Checks(JsonElement root) => root.GetProperty("checks").EnumerateArray().Select(static check => $"{check.GetProperty("check").GetString()} {check.GetProperty("holds").GetBoolean()}");
    }

    [Fact]
    public void Sample_IsVerified()
    {
        var sample = Path.Combine(_site.Work, "sample");
        Directory.CreateDirectory(sample);
        CopyTo(RepositoryFiles.PathOf("samples/SiteAudit"), sample);
        ToolRun.In(_site.Work, "audit", "sample", "--quiet", "--out", "r.html");

        Assert.EndsWith("Verified.", Verify("r.html").Output.TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith("Verified.", Verify("r.html", "--project", "sample").Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_AreTakenFromTheReport()
    {
        using var overlay = new OverlayFile();
        _site.Audit("--out", "before.json", "--quiet");
        _site.Audit("--out", "report.json", "--quiet", "--on", "2026-06-30", "--in", "CN-BJ", "--evidence", "confirmed", "--baseline", "before.json", "--overlay", Path.Combine(overlay.Folder, OverlayFile.Name));

        var run = Verify("report.json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Files: 4 read, each as recorded.", run.Output, StringComparison.Ordinal);
        // Each of them counts: with another baseline the report is another.
        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 75));
        _site.Audit("--out", "before.json", "--quiet");
        Assert.Contains("before.json", Verify("report.json").LinesWith("Files that are not as recorded").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Readings_ThatWereChanged()
    {
        _site.Audit("--out", "report.html", "--quiet");
        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 75));

        var run = Verify("report.html");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("Files that are not as recorded: readings/a.csv.", run.Output, StringComparison.Ordinal);
        Assert.Contains("The verdicts differ: recorded are 1, compliant as a whole; now 1 come out, non-compliant as a whole.", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Not verified.", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.json")]
    [InlineData("report.sarif")]
    public void Report_ThatWasChanged(string report)
    {
        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 75));
        _site.Audit("--out", report, "--quiet");
        var path = Path.Combine(_site.Work, report);
        var text = File.ReadAllText(path);
        // The name of the point, which stands in every form before the manifest.
        var at = text.IndexOf("Point A", StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + "Point B" + text[(at + 7)..]);

        var run = Verify(report);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("Verdicts: all 1 come out again", run.Output, StringComparison.Ordinal);
        Assert.Contains("The report itself is not what these files give", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_ThatIsRecordedWrongly()
    {
        _site.Audit("--out", "report.json", "--quiet");
        var path = Path.Combine(_site.Work, "report.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"overall\": \"compliant\"", "\"overall\": \"non-compliant\"", StringComparison.Ordinal));

        Assert.Contains("The verdicts differ: recorded are 1, non-compliant as a whole; now 1 come out, compliant as a whole.", Verify("report.json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_ThatHaveChanged()
    {
        _site.Audit("--out", "report.json", "--quiet");
        var path = Path.Combine(_site.Work, "report.json");
        var text = File.ReadAllText(path);
        var edition = JsonDocument.Parse(text).RootElement.GetProperty("evidence").GetProperty("editions").EnumerateArray().Single(static one => one.GetProperty("key").GetString() == "cn.gb-12523-2025");
        var facts = edition.GetProperty("factsSha256").GetString()!;
        File.WriteAllText(path, text.Replace(facts, new string('0', 64), StringComparison.Ordinal));

        Assert.Contains("Editions whose facts have changed in the catalogue, or that are not applied any more: GB 12523-2025.", Verify("report.json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherVersion_ComparesNoLetters()
    {
        _site.Audit("--out", "report.json", "--quiet");
        var path = Path.Combine(_site.Work, "report.json");
        var report = File.ReadAllText(path);
        // Of the same version another commit is another program.
        var now = Regex.Match(report, "\"producer\": \"(greenbuild 0\\.1\\.0[^\"]*)\"").Groups[1].Value;
        File.WriteAllText(path, report.Replace($"\"producer\": \"{now}\"", "\"producer\": \"greenbuild 0.1.0 (0123456789ab)\"", StringComparison.Ordinal));

        var run = Verify("report.json");

        // Whoever forges a report can write another producer: that proves nothing about its text.
        Assert.Equal(ExitCode.Undecided, run.ExitCode);
        Assert.EndsWith("the report itself was not verified.", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains($"The report was made by greenbuild 0.1.0 (0123456789ab), and this is {now}: its letters were not compared.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_ThatWasMoved()
    {
        _site.Audit("--out", "report.html", "--quiet");
        Directory.Move(_site.Project, Path.Combine(_site.Work, "moved"));

        var run = Verify("report.html");
        Assert.Equal((65, ""), (run.ExitCode, run.Output));
        Assert.Contains("the report was not verified", run.Error, StringComparison.Ordinal);

        Assert.Equal((0, ""), (Verify("report.html", "--project", "moved").ExitCode, Verify("report.html", "--project", "moved").Error));
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.md")]
    [InlineData("missing.html")]
    [InlineData("broken.html")]
    [InlineData("newer.json")]
    public void Report_WithoutManifest(string report)
    {
        _site.Audit("--out", "a.csv", "--out", "a.md", "--out", "broken.html", "--out", "newer.json", "--quiet");
        Change("broken.html", "&quot;verdicts&quot;", "&quot;words&quot;");
        Change("newer.json", "\"evidence\": {\n    \"version\": 1", "\"evidence\": {\n    \"version\": 2");

        var run = Verify(report);

        Assert.Equal((65, ""), (run.ExitCode, run.Output));
        Assert.Contains(
            report switch { "missing.html" => "cannot be read", "broken.html" => "Its evidence manifest cannot be read.", "newer.json" => "has the form 2; this program knows form 1", _ => "There is no evidence manifest in it" },
            run.Error, StringComparison.Ordinal);

        void Change(string file, string from, string to)
        {
            var path = Path.Combine(_site.Work, file);
            var text = File.ReadAllText(path).ReplaceLineEndings("\n");
            Assert.Contains(from, text, StringComparison.Ordinal);
            File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        }
    }

    /// <summary>A report may come from anyone: what it says must neither stop the program, nor lead it to another machine, nor reach the terminal as it is.</summary>
    [Theory]
    [InlineData("project", "//elsewhere/share/site.greenbuild.json", "'//elsewhere/share/site.greenbuild.json' does not lie beside the report.")]
    [InlineData("project", "\\\\elsewhere\\share", "does not lie beside the report.")]
    [InlineData("baseline", "//elsewhere/share/before.json", "does not lie beside the report.")]
    [InlineData("overlays", "/\\elsewhere/share/o.json", "does not lie beside the report.")]
    [InlineData("project", "a\0b", "'a\uFFFDb' does not lie beside the report.")]
    [InlineData("format", "pdf", "Its evidence manifest cannot be read.")]
    [InlineData("format", "csv", "Its evidence manifest cannot be read.")]
    public void Report_OfAStranger(string member, string value, string message)
    {
        WriteManifest(member, value);

        var run = Verify("report.json");

        Assert.Equal((65, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_WithSignsForTheTerminal()
    {
        WriteManifest("producer", "\u001b[2J\u202egreenbuild");

        Assert.Contains("The report was made by \uFFFD[2J\uFFFDgreenbuild, and this is greenbuild 0.1.0", Verify("report.json").Output, StringComparison.Ordinal);
    }

    private void WriteManifest(string member, string value)
    {
        _site.Audit("--out", "report.json", "--quiet");
        var path = Path.Combine(_site.Work, "report.json");
        var report = JsonNode.Parse(File.ReadAllText(path))!;
        report["evidence"]![member] = member == "overlays" ? new JsonArray(value) : value;
        File.WriteAllText(path, report.ToJsonString());
    }

    private static void CopyTo(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    private ToolRun Verify(params string[] arguments) => ToolRun.In(_site.Work, ["verify", .. arguments]);
}
