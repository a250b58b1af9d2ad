using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GreenBuild.Standards.UnitsNetBridge.Tests;

/// <summary>samples/UnitsNetInterop, its very sources, against the shapes of UnitsNet 5 and 6: the package itself is not needed to build this repository.</summary>
public sealed partial class InteropSampleTests
{
    private const string Folder = "samples/UnitsNetInterop";

    // 57.4 is rounded to 57 by GB/T 8170, above 55 (GB 12523-2025, table 1); 0.11 mg is 110 µg; half a foot is 0.1524 m; 300 t in 10^4 m2 are 30 kg/m2.
    private const string Expected = """
        night level: 57.4 dB(A)
        verdict: non-compliant: 57 > 55 dB(A), GB 12523-2025 Table 1
        PM10 of a day: 0.11 mg/m3 = 110 µg/m3
        depth: 0.1524 m = 152.4 mm
        limit of the night: 55 dB
        waste: 30 kg/m2

        """;

    [Theory]
    [InlineData("5")]
    [InlineData("6")]
    public void Sample_CompilesAndRuns(string version)
    {
        var guest = Bridge.Emit(Bridge.Compilation("UnitsNet", [version == "5" ? StandIn.Version5 : StandIn.Version6], hasLibrary: false));
        var sources = Directory.GetFiles(RepositoryFiles.PathOf(Folder), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        Assert.Equal(2, sources.Count);
        var compilation = Bridge.Compilation("UnitsNetInterop", sources, [MetadataReference.CreateFromImage(guest)], LanguageVersion.Latest);
        compilation = compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Enable));

        var (program, _) = Bridge.Run(compilation, LanguageVersion.Latest);

        Assert.Equal(Expected.ReplaceLineEndings("\n"), Bridge.Call([guest, Bridge.Emit(program)], "GreenBuild.Standards.Samples.UnitsNetInterop.DesignModel", "Report"));
    }

    [Fact]
    public void Readme_ShowsWhatItPrints() => Assert.Contains("```\n" + Expected.ReplaceLineEndings("\n") + "```", RepositoryFiles.Read(Folder + "/README.md"), StringComparison.Ordinal);

    /// <summary>The version stands in one place, is of 5.x, and can be chosen; the project is no part of the solution.</summary>
    [Fact]
    public void Version_IsNamedInOnePlace()
    {
        var packages = RepositoryFiles.Read("Directory.Packages.props");

        Assert.Matches(DefaultVersion(), packages);
        Assert.Contains("""<PackageVersion Include="UnitsNet" Version="$(UnitsNetVersion)" />""", packages, StringComparison.Ordinal);
        Assert.Contains("""<PackageReference Include="UnitsNet" />""", RepositoryFiles.Read(Folder + "/UnitsNetInterop.csproj"), StringComparison.Ordinal);
        Assert.DoesNotContain("UnitsNetInterop", RepositoryFiles.Read("GreenBuild.Standards.sln"), StringComparison.Ordinal);
    }

    [GeneratedRegex("""<UnitsNetVersion Condition="'\$\(UnitsNetVersion\)' == ''">5\.[0-9]+\.[0-9]+</UnitsNetVersion>""")]
    private static partial Regex DefaultVersion();
}
