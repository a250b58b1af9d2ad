using System.Text.RegularExpressions;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Testing.Tests;

/// <summary>The code of docs/testing.md is this code: compiled and run.</summary>
public partial class DocsTests
{
    [Fact]
    public void Builders()
    {
        // snippet
        var site = SiteBuilder.BuildingNearHomes().In("CN-SH").Build();
        var series = new NoiseSeriesBuilder("P1", new DateTime(2026, 3, 2, 6, 0, 0))
            .For(TimeSpan.FromHours(16), 72, maximum: 75)
            .For(TimeSpan.FromHours(8), 50, maximum: 60)
            .Build();

        var periods = new SiteBoundaryMonitoring(site).Judge(series);

        FindingAssert.NonCompliant(periods[0].Finding, citation: "GB 12523-2025", limit: 70);
        FindingAssert.Compliant(periods[1].Finding);
        // end
    }

    [Fact]
    public void FakeEditions()
    {
        // snippet
        var edition = new FakeEdition("TEST 1-2030") { Effective = new CalendarDate(2030, 1, 1) }
            .Limit(Measurands.Noise.SiteBoundary, Comparator.LessThanOrEqual, 65, "dB(A)", Circumstances.None.With("period", "day"));
        var catalogue = FakeCatalogue.Beside(StandardsCatalogue.Default, edition);
        var site = SiteBuilder.BuildingNearHomes().In("CN-SH").Build();

        var before = new SiteBoundaryCheck(site, catalogue).Judge(new SiteBoundaryMeasurement("P1", new DateTime(2029, 12, 31, 10, 0, 0), 68));
        var after = new SiteBoundaryCheck(site, catalogue).Judge(new SiteBoundaryMeasurement("P1", new DateTime(2030, 1, 1, 10, 0, 0), 68));

        FindingAssert.Compliant(before[0], "GB 12523-2025");
        FindingAssert.NonCompliant(after[0], "TEST 1-2030", limit: 65);
        // end
    }

    [Theory]
    [InlineData("docs/testing.md")]
    [InlineData("docs/testing.zh-CN.md")]
    public void Docs_ShowThisCode(string file)
    {
        var here = Snippet().Matches(RepositoryFiles.Read("tests/GreenBuild.Standards.Testing.Tests/DocsTests.cs")).Select(static match => string.Join("\n", match.Groups[1].Value.Split('\n').Select(static line => line.Length > 8 ? line[8..] : ""))).ToList();
        var shown = Block().Matches(RepositoryFiles.Read(file)).Select(static match => match.Groups[1].Value).ToList();

        Assert.Equal(2, here.Count);
        Assert.Equal(here.Select(static code => code.Trim()), shown.Select(static code => code.Trim()));
    }

    /// <summary>Every assertion and builder is named in the documentation.</summary>
    [Theory]
    [InlineData("docs/testing.md")]
    [InlineData("docs/testing.zh-CN.md")]
    public void Docs_NameAll(string file)
    {
        var text = RepositoryFiles.Read(file);
        foreach (var type in typeof(FindingAssert).Assembly.GetExportedTypes().Where(static type => type.Namespace == "GreenBuild.Standards.Testing")) Assert.Contains($"`{type.Name}", text, StringComparison.Ordinal);
        foreach (var method in typeof(FindingAssert).GetMethods().Where(static method => method.IsStatic && !method.IsSpecialName)) Assert.Contains($"`{method.Name}", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("// snippet\n(.*?)\n *// end\n", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
