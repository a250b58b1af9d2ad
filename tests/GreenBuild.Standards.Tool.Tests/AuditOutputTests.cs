using System.Text;
using System.Text.Json;
using Json.Schema;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>The forms of a report beside HTML, what they hold, and what ends with which code.</summary>
public sealed class AuditOutputTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 1, 5, 12, 0, 0);

    // The schema is of draft 4; it uses nothing in which draft 7 differs but the name of its identifier.
    private static readonly Lazy<JsonSchema> s_sarif = new(static () => JsonSchema.FromText(RepositoryFiles.Read("tests/GreenBuild.Standards.Tool.Tests/Schemas/sarif-schema-2.1.0.json")
        .Replace("http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-07/schema#", StringComparison.Ordinal).Replace("  \"id\": \"https", "  \"$id\": \"https", StringComparison.Ordinal)));

    private readonly TemporarySite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Out_TakesAllForms()
    {
        var run = _site.Audit("--out", "a.html", "--out", "a.json", "--out", "a.sarif", "--out", "a.csv", "--out", "a.md", "--quiet");

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(["a.csv", "a.html", "a.json", "a.md", "a.sarif"], Directory.GetFiles(_site.Work).Select(Path.GetFileName).Order());
        // To a file and to the output the same is written.
        foreach (var (form, file) in new[] { ("json", "a.json"), ("sarif", "a.sarif"), ("csv", "a.csv"), ("markdown", "a.md"), ("md", "a.md"), ("html", "a.html") })
            Assert.Equal(Text(file), _site.Audit("--format", form, "--no-report").Output);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a")]
    public void Out_RefusesOtherNames(string file)
    {
        var run = _site.Audit("--out", file);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("must end in .html, .json, .sarif, .csv or .md", run.Error, StringComparison.Ordinal);
        Assert.Contains("须以", _site.Audit("--out", file, "--lang", "zh").Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_site.Work));
    }

    [Fact]
    public void Out_TheSameTwice()
    {
        var run = _site.Audit("--out", "a.html", "--out", "../work/a.html");

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains("asked for twice", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Sarif_KeepsItsSchema(string language)
    {
        var schema = s_sarif.Value;
        Break();
        foreach (var output in new[]
        {
            ToolRun.In(_site.Work, "audit", RepositoryFiles.PathOf("samples/SiteAudit"), "--format", "sarif", "--no-report", "--lang", language).Output,
            _site.Audit("--format", "sarif", "--no-report", "--lang", language, "--baseline", Baseline()).Output,
        })
        {
            var result = schema.Evaluate(JsonDocument.Parse(output).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
            Assert.True(result.IsValid, string.Join('\n', (result.Details ?? []).Where(static one => one.Errors is not null).Select(static one => one.InstanceLocation + ": " + string.Join("; ", one.Errors!.Values))));
        }

        // The check can fail: a result without a message is none.
        Assert.False(schema.Evaluate(JsonDocument.Parse("""{ "version": "2.1.0", "runs": [ { "tool": { "driver": { "name": "x" } }, "results": [ {} ] } ] }""").RootElement).IsValid);

        string Baseline()
        {
            File.WriteAllText(Path.Combine(_site.Work, "before.json"), _site.Audit("--format", "json", "--no-report").Output);
            return "before.json";
        }
    }

    [Fact]
    public void Sarif_SaysWhatWantsAttentionAndWhere()
    {
        // 12:00 to 13:00 at 75 against 70 (GB 12523-2025, table 1).
        Break();

        var run = Sarif();

        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal(("cn.gb-12523-2025.boundary-day", "fail", "error"), (Member(result, "ruleId"), Member(result, "kind"), Member(result, "level")));
        Assert.Equal("Point A, 2026-01-05 06:00 – 22:00: non-compliant: 75 > 70 dB(A), GB 12523-2025 Table 1", Member(result.GetProperty("message"), "text"));
        var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("readings/a.csv", Member(location.GetProperty("artifactLocation"), "uri"));
        Assert.Equal("../site/", Member(run.GetProperty("originalUriBaseIds").GetProperty("PROJECT"), "uri"));
        Assert.Equal("GB 12523-2025", Member(run.GetProperty("taxonomies")[0], "name"));
        var target = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("relationships")[0].GetProperty("target");
        Assert.Equal(Member(target, "id"), Member(run.GetProperty("taxonomies")[0].GetProperty("taxa")[0], "id"));
        // The same finding keeps its fingerprint when the number changes, and another time has another.
        var fingerprint = Fingerprint(result);
        Break(80);
        Assert.Equal(fingerprint, Fingerprint(Sarif().GetProperty("results")[0]));
        _site.WriteReadings(TemporarySite.Readings(Noon.AddDays(1), 60, 80));
        Assert.NotEqual(fingerprint, Fingerprint(Sarif().GetProperty("results")[0]));

        JsonElement Sarif() => JsonDocument.Parse(_site.Audit("--format", "sarif", "--no-report").Output).RootElement.GetProperty("runs")[0];

        static string? Fingerprint(JsonElement result) => Member(result.GetProperty("partialFingerprints"), "greenBuildFinding/v1");
    }

    [Fact]
    public void Sarif_SuppressesWhatIsWaived()
    {
        Break();
        _site.WriteProject(top: "\n\"waivers\": [ { \"rule\": \"cn.gb-12523-2025.boundary-day\", \"reason\": \"Agreed with the neighbours\", \"until\": \"2030-01-01\" } ],");

        var run = _site.Audit("--format", "sarif", "--no-report");

        var suppression = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("suppressions")[0];
        Assert.Equal(("external", "accepted", "Agreed with the neighbours"), (Member(suppression, "kind"), Member(suppression, "status"), Member(suppression, "justification")));
        // Nothing else was judged: what is left is that nothing applies.
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void Csv_HasARowForEachFinding()
    {
        _site.WriteProject(name: "=HYPERLINK(\"x\")");
        Break();

        var row = Assert.Single(CsvReading.Of(_site.Audit("--format", "csv", "--no-report").Output));
        var chinese = Assert.Single(CsvReading.Of(_site.Audit("--format", "csv", "--no-report", "--lang", "zh").Output));

        Assert.Equal(("non-compliant", "75", "70", "dB(A)", "-5", "GB 12523-2025", "confirmed"), (row["verdict"], row["compared"], row["limit"], row["unit"], row["margin"], row["edition"], row["evidence"]));
        // A formula from a file is a text in the spreadsheet.
        Assert.Equal("'=HYPERLINK(\"x\")", row["subject"]);
        Assert.Equal(("不符合", "噪声"), (chinese["结论"], chinese["部分"]));
    }

    [Fact]
    public void Markdown_ListsWhatWantsAttention()
    {
        _site.WriteProject(name: "<b>A</b> | `x` @all https://example.org [y](z) # t");
        Break();

        var text = _site.Audit("--format", "markdown", "--no-report").Output;

        Assert.Contains("**Result: ✗ non-compliant**", text, StringComparison.Ordinal);
        Assert.Contains("| Noise | 0 | 1 | 0 | 0 | 0 | ✗ non-compliant |", text, StringComparison.Ordinal);
        Assert.Contains("- ✓ Can it be read? 2 files, without error", text, StringComparison.Ordinal);
        Assert.Contains("- ✓ Is it complete? nothing is missing that a rule asks for", text, StringComparison.Ordinal);
        Assert.Contains("- ✗ Does it comply? 1 not compliant, 0 not decided, of 1 finding", text, StringComparison.Ordinal);
        Assert.Contains("&#60;b&#62;A&#60;/b&#62; \\| \\`x\\` &#64;all https:&#47;&#47;example.org \\[y\\](z) \\# t, 2026-01-05 06:00 – 22:00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.Matches(@"\ngreenbuild 0\.1\.0( \([0-9a-f]{12}\))?, 2026-11-26 08:30 UTC\n", text);
        Assert.Contains("**总体结论：✗ 不符合**", _site.Audit("--format", "markdown", "--no-report", "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_AreThoseOfABuild()
    {
        Break();

        var run = _site.Audit("--format", "lines", "--no-report");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            ["../site/readings/a.csv(2): error cn.gb-12523-2025.boundary-day: Point A, 2026-01-05 06:00 – 22:00: non-compliant: 75 > 70 dB(A), GB 12523-2025 Table 1", "Result: non-compliant", ""],
            run.Output.ReplaceLineEndings("\n").Split('\n'));
    }

    [Theory]
    // 75 breaks the limit; without knowing of noise-sensitive buildings no limit can be chosen; 60 keeps it.
    [InlineData(75, true, "undecided", 1)]
    [InlineData(75, true, "non-compliant", 1)]
    [InlineData(75, true, "never", 0)]
    [InlineData(60, false, "undecided", 2)]
    [InlineData(60, false, "non-compliant", 0)]
    [InlineData(60, false, "never", 0)]
    [InlineData(60, true, "undecided", 0)]
    public void FailOn(double level, bool isStated, string failOn, int code)
    {
        Break(level);
        if (!isStated) _site.WriteProject(site: """{ "projectType": "building" }""");

        Assert.Equal(code, _site.Audit("--fail-on", failOn, "--no-report").ExitCode);
    }

    [Fact]
    public void Baseline_NewWorseAndFixed()
    {
        // Day 5 breaks the limit before; then it keeps it, and day 6 breaks it.
        Days(75, 60);
        Assert.Equal(1, _site.Audit("--out", "before.json", "--quiet").ExitCode);
        Assert.Equal(0, _site.Audit("--baseline", "before.json", "--fail-on", "new", "--no-report").ExitCode);
        Days(60, 75);

        var run = _site.Audit("--baseline", "before.json", "--fail-on", "new", "--no-report");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Against the baseline: 1 new or worse, 1 fixed or better, 0 as before.", run.Output, StringComparison.Ordinal);
        Assert.Contains("worse: Point A, 2026-01-06 06:00 – 22:00: non-compliant: 75 > 70 dB(A)", run.Output, StringComparison.Ordinal);
        Assert.Contains("fixed or better: Point A, GB 12523-2025 Table 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("与基线相比：新增或变差 1 项，消除或改善 1 项，未变 0 项。", _site.Audit("--baseline", "before.json", "--no-report", "--lang", "zh").Output, StringComparison.Ordinal);
        var comparison = JsonDocument.Parse(_site.Audit("--baseline", "before.json", "--no-report", "--format", "json").Output).RootElement.GetProperty("comparison");
        Assert.Equal((1, 1), (comparison.GetProperty("new").GetArrayLength(), comparison.GetProperty("fixed").GetArrayLength()));
        Assert.Equal(["better", "worse"], CsvReading.Of(_site.Audit("--baseline", "before.json", "--no-report", "--format", "csv").Output).Select(static row => row["change"]));
        var results = JsonDocument.Parse(_site.Audit("--baseline", "before.json", "--no-report", "--format", "sarif").Output).RootElement.GetProperty("runs")[0].GetProperty("results");
        Assert.Equal("updated", Member(Assert.Single(results.EnumerateArray()), "baselineState"));
        // A day that was not there before is new; what was there and is the same is not.
        Days(60, 75, 75);
        Assert.Contains("Against the baseline: 2 new or worse, 1 fixed or better, 0 as before.", _site.Audit("--baseline", "before.json", "--no-report").Output, StringComparison.Ordinal);
        Assert.Equal(1, _site.Audit("--out", "after.json", "--quiet").ExitCode);
        Assert.Contains("Against the baseline: 0 new or worse, 0 fixed or better, 2 as before.", _site.Audit("--baseline", "after.json", "--no-report").Output, StringComparison.Ordinal);

        // A day that is not in the readings any more was not mended.
        Days(75);
        run = _site.Audit("--baseline", "after.json", "--no-report");
        Assert.Contains("Against the baseline: 1 new or worse, 0 fixed or better, 0 as before, 2 not judged again.", run.Output, StringComparison.Ordinal);
        Assert.Contains("not judged again: Point A, GB 12523-2025 Table 1", run.Output, StringComparison.Ordinal);

        void Days(params double[] levels) => _site.WriteReadings(string.Concat(levels.Select(static (level, i) => TemporarySite.Readings(Noon.AddDays(i), 60, level)[(i == 0 ? 0 : "datetime,LAeq\n".Length)..])));
    }

    /// <summary>The signs that OWASP names (CSV Injection): spreadsheets in Chinese and Japanese take the full-width ones as well.</summary>
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@A1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠A1")]
    public void Csv_HoldsNoFormula(string text)
    {
        _site.WriteProject(name: text);

        Assert.Equal("'" + text, Assert.Single(CsvReading.Of(_site.Audit("--format", "csv", "--no-report").Output))["subject"]);
    }

    [Theory]
    [InlineData("missing.json", "cannot be read")]
    [InlineData("text.json", "This is not JSON.")]
    [InlineData("other.json", "This is not a report of an audit in JSON")]
    [InlineData("half.json", "This is not JSON.")]
    public void Baseline_ThatIsNone(string file, string message)
    {
        File.WriteAllText(Path.Combine(_site.Work, "text.json"), "x");
        File.WriteAllText(Path.Combine(_site.Work, "other.json"), """{ "findings": [] }""");
        // Half of a surrogate pair is no text, though the parser lets it pass.
        File.WriteAllText(Path.Combine(_site.Work, "half.json"), """{ "evidence": {}, "\ud800": 1 }""");

        var run = _site.Audit("--baseline", file);

        Assert.Equal((65, ""), (run.ExitCode, run.Output));
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_site.DefaultReport));
    }

    [Theory]
    [InlineData("--fail-on new asks for --baseline.", "--fail-on", "new")]
    [InlineData("--quiet and --format exclude each other.", "--quiet", "--format", "json")]
    public void Options_ThatDoNotGoTogether(string message, params string[] options)
    {
        var run = _site.Audit(options);

        Assert.Equal(64, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_SetsWhatDecides()
    {
        // The maximum of a night is known from a single source (GB 12523-2025); the equivalent level is confirmed.
        _site.WriteReadings(TemporarySite.Readings(new DateTime(2026, 1, 5, 23, 0, 0), 60, 50, "datetime,LAeq,LAmax", ",60"));

        Assert.Equal(["compliant", "compliant"], Verdicts());
        Assert.Equal(["compliant", "indeterminate"], Verdicts("--evidence", "confirmed"));
        Assert.Equal("confirmed", Json("--evidence", "confirmed").GetProperty("evidence").GetProperty("evidenceFloor").GetString());

        string?[] Verdicts(params string[] options) => [.. Json(options).GetProperty("points")[0].GetProperty("periods")[0].GetProperty("findings").EnumerateArray().Select(static finding => Member(finding, "verdict"))];
    }

    [Fact]
    public void In_JudgesByTheRulesOfAnotherPlace()
    {
        Assert.Equal("CN-SH", Member(Json().GetProperty("project"), "place"));
        var json = Json("--in", "Beijing");
        Assert.Equal(("CN-BJ", "CN-BJ"), (Member(json.GetProperty("project"), "place"), Member(json.GetProperty("evidence"), "place")));

        var run = _site.Audit("--in", "Atlantis");
        Assert.Equal(65, run.ExitCode);
        Assert.Contains("'Atlantis' is not a known place", run.Error, StringComparison.Ordinal);
    }

    private static string? Member(JsonElement element, string name) => element.GetProperty(name).GetString();

    private JsonElement Json(params string[] options) => JsonDocument.Parse(_site.Audit(["--format", "json", "--no-report", .. options]).Output).RootElement;

    // Byte by byte: to read it as a text would drop the byte order mark.
    private string Text(string file) => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(_site.Work, file)));

    private void Break(double level = 75) => _site.WriteReadings(TemporarySite.Readings(Noon, 60, level));
}
