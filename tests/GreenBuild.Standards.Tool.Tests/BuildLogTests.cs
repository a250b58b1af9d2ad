namespace GreenBuild.Standards.Tool.Tests;

/// <summary><c>baseline</c> and <c>suppressions</c> on logs; how they work on those of a real build is tested with the sample of the analyzers.</summary>
public sealed class BuildLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("greenbuild-log-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Result(string rule, string file, int line, string suppressions = "") =>
        $$$"""{ "ruleId": "{{{rule}}}", "ruleIndex": 7, "message": { "text": "a “message”" }, {{{suppressions}}} "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "{{{new Uri(Path.Combine(_folder, file)).AbsoluteUri}}}" }, "region": { "startLine": {{{line}}} } } } ] }""";

    private void WriteLog(params string[] results) =>
        File.WriteAllText(Path.Combine(_folder, "b.sarif"), $$"""{ "version": "2.1.0", "runs": [ { "tool": { "driver": { "name": "c" } }, "results": [ {{string.Join(", ", results)}} ] } ] }""");

    [Fact]
    public void Baseline_HoldsWhatIsReported()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "src dir"));
        File.WriteAllLines(Path.Combine(_folder, "src dir", "A.cs"), ["first", "  level = 71.5;", "third"]);
        WriteLog(
            Result("GBS1001", "src dir/A.cs", 2), Result("CS0168", "src dir/A.cs", 1), Result("GBS2001", "src dir/A.cs", 3, """ "suppressions": [ { "kind": "inSource", "justification": "why" } ], """),
            Result("GBS1003", "gone.cs", 1), """{ "ruleId": "GBS8002", "message": { "text": "an option" } }""");

        var run = ToolRun.In(_folder, "baseline", "b.sarif");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("1 finding written to greenbuild-baseline.json.", run.Output, StringComparison.Ordinal);
        // The file that is gone, and the option, which is mended and not taken over.
        Assert.Contains("1 left out: not in a source file below", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 left out: mistakes in options", run.Output, StringComparison.Ordinal);
        Assert.Contains("""{ "rule": "GBS1001", "file": "src dir/A.cs", "line": "level = 71.5;", "message": "a “message”" }""", File.ReadAllText(Path.Combine(_folder, "greenbuild-baseline.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Suppressions_AreListedInBothLanguages()
    {
        WriteLog(
            Result("GBS2001", "A.cs", 3, """ "suppressions": [ { "kind": "inSource", "justification": "the report is of 2024", "properties": { "suppressionType": "SuppressMessageAttribute" } } ], """),
            Result("GBS1001", "A.cs", 2), Result("GBS1001", "A.cs", 1, """ "suppressions": [ { "kind": "inSource", "properties": { "suppressionType": "DiagnosticSuppressor { GBSB1001 }" } } ], """));

        Assert.Equal(
            ["GBS1001  A.cs:1", "  a “message”", "  baseline: it was there when the project took the rules on", "GBS2001  A.cs:3", "  a “message”", "  [SuppressMessage]: the report is of 2024", "2 suppressed."],
            ToolRun.In(_folder, "suppressions", "b.sarif").Output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
        Assert.Contains("基线：项目启用规则时即已存在", ToolRun.In(_folder, "suppressions", "b.sarif", "--lang", "zh").Output, StringComparison.Ordinal);
        Assert.Equal(2, System.Text.Json.JsonDocument.Parse(ToolRun.In(_folder, "suppressions", "b.sarif", "--format", "json").Output).RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "no log of SARIF 2.1.0")]
    [InlineData("""{ "version": "1.0.0", "runs": [] }""", "no log of SARIF 2.1.0")]
    [InlineData("""{ "version": "2.1.0" }""", "no log of SARIF 2.1.0")]
    [InlineData("""{ "version": "2.1.0", "runs": {} }""", "does not have the form")]
    [InlineData("""{ "version": "2.1.0", "runs": [ { "results": [ { "ruleId": "GBS1001" } ] } ] }""", "does not have the form")]
    [InlineData("""{ "version": 2, "runs": [] }""", "does not have the form")]
    [InlineData("""{ "version": "2.1.0", "runs": [ { "results": [ { "ruleId": "GBS1001", "message": { "text": "" }, "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "a" }, "region": { "startLine": 1.5 } } } ] } ] } ] }""", "does not have the form")]
    [InlineData("""{ "version": "2.1.0", "runs": [ { "results": [ { "ruleId": "GBS1001", "message": { "text": "" }, "locations": [ { "physicalLocation": { "artifactLocation": { "uri": null } } } ] } ] } ] }""", "does not have the form")]
    public void WhatIsNoLog_IsRefused(string text, string message)
    {
        File.WriteAllText(Path.Combine(_folder, "b.sarif"), text);
        foreach (var command in new[] { "baseline", "suppressions" })
        {
            var run = ToolRun.In(_folder, command, "b.sarif");
            Assert.Equal(ExitCode.BadData, run.ExitCode);
            Assert.Contains("b.sarif", run.Error, StringComparison.Ordinal);
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Path.Combine(_folder, "greenbuild-baseline.json")));
        Assert.Equal(ExitCode.BadData, ToolRun.In(_folder, "baseline", "no-such.sarif").ExitCode);
        Assert.Equal(ExitCode.Usage, ToolRun.In(_folder, "baseline", "b.sarif", "--out", "readings.csv").ExitCode);
        Assert.Equal(ExitCode.Usage, ToolRun.In(_folder, "suppressions", "b.sarif", "--out", "readings.csv").ExitCode);
    }
}
