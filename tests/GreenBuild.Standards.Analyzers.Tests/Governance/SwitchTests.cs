using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers.Tests;

public sealed class SwitchTests
{
    private const string Code = """
        using GreenBuild.Standards;
        class Site
        {
            [StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] public double Level { get; set; } = 71.5;
            [StandardValue("no.such.key")] public double Wrong { get; set; }
            const string Basis = "GB 12523-2011";
            #pragma warning disable GBS1003
        }
        """;

    [Theory]
    [InlineData("greenbuild.enabled = false", 0)]
    [InlineData("greenbuild.enabled = False", 0)]
    [InlineData("build_property.GreenBuildEnabled = false", 0)]
    // The option goes before the property.
    [InlineData("greenbuild.enabled = true\nbuild_property.GreenBuildEnabled = false", 4)]
    [InlineData("greenbuild.enabled = true", 4)]
    [InlineData("build_property.GreenBuildEnabled = ", 4)]
    [InlineData("", 4)]
    // What is no switch leaves the rules on, and is reported.
    [InlineData("greenbuild.enabled = no", 5)]
    [InlineData("build_property.GreenBuildMode = strict", 5)]
    [InlineData("build_property.GreenBuildMode = as-error", 4)]
    [InlineData("build_property.GreenBuildMode = As-Error", 4)]
    public async Task Switch_TurnsEverythingOff(string options, int expected)
    {
        var found = new List<Diagnostic>();
        foreach (var analyzer in Verify.Analyzers) found.AddRange(await Verify.DiagnosticsAsync(analyzer, Code, options, "{ "));
        // The overlay is broken on purpose.
        Assert.Equal(expected == 0 ? 0 : expected + 1, found.Count);
    }

    /// <summary>The severities of each mode name every rule that they should.</summary>
    [Theory]
    [InlineData("off", "none", "")]
    [InlineData("all", "warning", "")]
    [InlineData("as-error", "error", "GBS1001 GBS1003 GBS3003 GBS9002")]
    public async Task Mode_NamesTheRules(string mode, string severity, string rules)
    {
        var lines = await File.ReadAllLinesAsync(
            Path.Combine(Verify.RepositoryRoot, "src", "GreenBuild.Standards.Package", "build", "severities", mode + ".globalconfig"), TestContext.Current.CancellationToken);
        IEnumerable<string> expected = rules.Length > 0 ? rules.Split(' ') : Verify.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().Order();

        Assert.Equal(expected.Select(id => $"dotnet_diagnostic.{id}.severity = {severity}"), lines.Where(static line => line.StartsWith("dotnet_", StringComparison.Ordinal)));
        Assert.Contains("is_global = true", lines);
        Assert.Contains("global_level = -100", lines);
    }

    [Fact]
    public void Modes_HaveTheirFiles() => Assert.Equal(
        Option.Modes.Except(["recommended"]).Order(),
        Directory.GetFiles(Path.Combine(Verify.RepositoryRoot, "src", "GreenBuild.Standards.Package", "build", "severities")).Select(Path.GetFileNameWithoutExtension).Order());
}
