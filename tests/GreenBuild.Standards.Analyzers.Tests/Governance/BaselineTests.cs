using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

public sealed class BaselineTests
{
    private const string Code = """
        using GreenBuild.Standards;
        class Site
        {
            [StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] public double Level { get; set; }
            void Old() { Level = 71.5; }
            void New() { Level = 85; }
            const string Basis = "GB 12523-2011";
        }
        """;

    private static string Baseline(string findings) => $"{{ \"version\": 1, \"findings\": [{findings}] }}";

    private const string Known = """{ "rule": "GBS1001", "file": "src/Site.cs", "line": "void Old()  { Level = 71.5; }", "message": "" }""";

    [Theory]
    [InlineData(Known, "/repository/greenbuild-baseline.json", true)]
    [InlineData(Known, "/repository/old.greenbuild-baseline.json", true)]
    [InlineData(Known, @"C:\repository\greenbuild-baseline.json", false)]
    [InlineData(Known, "/greenbuild-baseline.json", false)]
    [InlineData(Known, "/repository/baseline.json", false)]
    [InlineData("""{ "rule": "GBS1001", "file": "src\\Site.cs", "line": "void Old() { Level = 71.5; }", "message": "moved" }""", "/repository/greenbuild-baseline.json", true)]
    [InlineData("""{ "rule": "GBS1002", "file": "src/Site.cs", "line": "void Old() { Level = 71.5; }", "message": "another rule" }""", "/repository/greenbuild-baseline.json", false)]
    [InlineData("""{ "rule": "GBS1001", "file": "src/Other.cs", "line": "void Old() { Level = 71.5; }", "message": "another file" }""", "/repository/greenbuild-baseline.json", false)]
    [InlineData("""{ "rule": "GBS1001", "file": "src/Site.cs", "line": "void Old() { Level = 72; }", "message": "another line" }""", "/repository/greenbuild-baseline.json", false)]
    [InlineData("", "/repository/greenbuild-baseline.json", false)]
    public async Task KnownFindings_AreSuppressedAndOthersAreNot(string findings, string path, bool isSuppressed)
    {
        var found = await FindAsync(Baseline(findings), path);

        Assert.Equal(
            [("GBS1001", 5, isSuppressed), ("GBS1001", 6, false), ("GBS2001", 7, false)],
            found.Select(static one => (one.Id, one.Location.GetLineSpan().StartLinePosition.Line + 1, one.IsSuppressed)).Order());
    }

    [Fact]
    public async Task Broken_SuppressesNothingAndIsReported()
    {
        var found = await FindAsync(Baseline(Known + ", { \"rule\": 7 }"), "/repository/greenbuild-baseline.json");

        Assert.DoesNotContain(found, static one => one.IsSuppressed);
        Assert.Contains(found, static one => one.Id == "GBS8008");
    }

    [Theory]
    [InlineData("", 1, "The file is not valid JSON")]
    [InlineData("[]", 1, "It must be an object.")]
    [InlineData("{ \"version\": 1,\n \"finding\": [] }", 2, "The field is not known.")]
    [InlineData("{\n\n \"version\": 2, \"findings\": [] }", 3, "The version is 1")]
    [InlineData("{ \"version\": 1 }", 1, "The field is missing.")]
    [InlineData("{ \"version\": 1, \"findings\": {} }", 1, "It must be an array.")]
    [InlineData("{ \"version\": 1, \"findings\": [\n 7 ] }", 2, "It must be an object.")]
    [InlineData("{ \"version\": 1, \"findings\": [\n { \"rule\": \"GBS1001\", \"file\": \"a\" } ] }", 2, "The field is missing.")]
    [InlineData("{ \"version\": 1, \"findings\": [\n {\n \"rule\": \"GBS1001\",\n \"file\": 7, \"line\": \"\" } ] }", 4, "It must be a text.")]
    public async Task Unreadable_IsReportedAtItsLine(string json, int line, string message)
    {
        var diagnostic = Assert.Single(await FindAsync(json, "/repository/greenbuild-baseline.json"), static one => one.Id == "GBS8008");

        Assert.Equal(line, diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1);
        Assert.Equal("/repository/greenbuild-baseline.json", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRuleOnCode_CanBeTakenOver() => Assert.Equal(
        // Mistakes in what the build is told, and in waivers, are not taken over; records of a project are waived in its file. The tool that writes baselines asks the same.
        Verify.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().Except(["GBS8002", "GBS8003", "GBS8006", "GBS8007", "GBS8008", "GBS9001", "GBS9002", "GBS9003"]).Order(),
        new BaselineSuppressor().SupportedSuppressions.Select(static suppression => suppression.SuppressedDiagnosticId).Where(BaselineFile.MayHold).Order());

    [Fact]
    public void WhatCannotBeTakenOver_IsNotWritten() =>
        Assert.All(Verify.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics), static rule => Assert.Equal(Rules.Suppressible.Any(one => one.Id == rule.Id), BaselineFile.MayHold(rule.Id)));

    /// <summary>What is written is read again: odd characters of a line too.</summary>
    [Fact]
    public void Write_ThenRead_CoversTheSame()
    {
        var entries = new[]
        {
            new BaselineEntry("GBS1001", @"src\B.cs", "\tx = \"a\\b\";  // \u0001 “71.5”", "says \"what\""),
            new BaselineEntry("GBS1001", "src/A.cs", "y = 71.5;", ""),
            new BaselineEntry("GBS1001", "src/A.cs", "  y   = 71.5;", "the same once more"),
        };

        var text = BaselineFile.Write(entries);
        var read = BaselineFile.Read("b.json", text, out var errors);

        Assert.Empty(errors);
        Assert.Equal(2, read.Count);
        Assert.All(entries, entry => Assert.True(read.Covers(entry.Rule, entry.File, entry.Line)));
        Assert.Equal("""
            {
              "version": 1,
              "findings": [
                { "rule": "GBS1001", "file": "src/A.cs", "line": "y = 71.5;", "message": "" },
                { "rule": "GBS1001", "file": "src/B.cs", "line": "x = \"a\\b\"; // \u0001 “71.5”", "message": "says \"what\"" }
              ]
            }

            """, text, ignoreLineEndingDifferences: true);
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string baseline, string path)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new OverlayText(baseline, path)], new BuildOptions("")), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var compilation = CSharpCompilation.Create(
            "Sample", [CSharpSyntaxTree.ParseText(Code, path: "/repository/src/Site.cs")], [.. Verify.Framework, Verify.Library], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return await compilation.WithAnalyzers(Verify.Analyzers, options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
