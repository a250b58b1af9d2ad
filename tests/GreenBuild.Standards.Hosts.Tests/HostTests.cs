using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GreenBuild.Standards.DependencyInjection;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Package.Tests;

namespace GreenBuild.Standards.Hosts.Tests;

/// <summary>The same cases in programs of other kinds: what they print is the same, byte for byte.</summary>
public sealed partial class HostTests : IDisposable
{
    private static readonly string Configuration = typeof(HostTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Configuration").Value!;

    private readonly string _folder = Directory.CreateTempSubdirectory("greenbuild-host-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>
    /// GB 12523-2025, Table 1: 55 dB(A) at night; 56.4 is rounded to 56 and breaks it. The place has letters changed round, and a document of version 2 is not known.
    /// </summary>
    private const string ExpectedOfCompanions =
        "findings\tNonCompliant 56.4 56 55 dB(A) GB 12523-2025 Table 1 same\n" +
        "findings-refused\t1 version\n" +
        "value\t\"2026-03-01\"\n" +
        "settings\tCN-SH Confirmed NonCompliant 55\n" +
        "settings-refused\tGreenBuild:Place: 'Shangahi' is not a known place\n";

    private static string NetFrameworkFolder => RepositoryFiles.PathOf($"tests/Hosts/NetFramework/bin/{Configuration}/net472");

    /// <summary>
    /// A program for .NET Framework 4.7.2 with the library for .NET Standard 2.0 beside it, and nothing else: no binding is redirected. It is run by
    /// Mono, where that is installed (on Debian: mono-devel, which has the façade for .NET Standard).
    /// </summary>
    [Fact]
    public async Task NetFramework_AnswersAsTheTableSays()
    {
        if (DotNet.FindMono() is not { } mono) { DotNet.SkipWithoutMono(); return; }

        var run = await DotNet.RunProgramAsync(mono, _folder, Path.Combine(NetFrameworkFolder, "NetFramework.exe"), ConformanceTests.TablePath);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(ConformanceTests.Expected, run.Output);
    }

    [Fact]
    public void NetFramework_RedirectsNoBinding()
    {
        Assert.Equal(["GreenBuild.Standards.dll", "NetFramework.exe"], Directory.GetFiles(NetFrameworkFolder).Select(Path.GetFileName).Where(static name => name!.EndsWith(".dll", StringComparison.Ordinal) || name.EndsWith(".exe", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            Directory.GetFiles(NetFrameworkFolder, "*.config"),
            static file => XDocument.Load(file).Descendants().Any(static element => element.Name.LocalName is "bindingRedirect" or "dependentAssembly"));
    }

    [Fact]
    public void JsonAndDependencyInjection_AnswerAsByHand() => Assert.Equal(ExpectedOfCompanions, CompanionRun.Lines());

    [Theory]
    [InlineData("Aot")]
    [InlineData("Trimmed")]
    public async Task Published_AnswersAsTheTableSays(string host)
    {
        var target = Path.Combine(_folder, host);
        // The libraries are built already; a warning of the trimmer or of the compiler to native code is an error.
        var published = await DotNet.RunAsync(
            RepositoryFiles.PathOf("tests/Hosts/" + host), null, "en", "publish", "-c", Configuration, "-o", target, "-v:q", "-tl:off", "-warnaserror", "-p:BuildProjectReferences=false");
        if (published.ExitCode != 0 && MissingOf(published.Output) is { } tool) MissingTool.Skip(tool);
        // No tool of the machine: what its source of packages has is not ours to install.
        if (published.ExitCode != 0 && ArePackagesMissing(published.Output)) Assert.Skip("The packages of the run-time or of the compiler to native code cannot be restored here.");
        Assert.True(published.ExitCode == 0, published.Output);
        Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);

        var run = await DotNet.RunProgramAsync(Path.Combine(target, host), _folder, ConformanceTests.TablePath);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(ConformanceTests.Expected + ExpectedOfCompanions, run.Output);
        // Native: nothing of the libraries stands beside the program. Trimmed: they do, and are smaller than they were.
        foreach (var whole in new[] { typeof(StandardsCatalogue), typeof(FindingsDocument), typeof(GreenBuildStandards) }.Select(static type => new FileInfo(type.Assembly.Location)))
        {
            var library = new FileInfo(Path.Combine(target, whole.Name));
            Assert.Equal(host == "Trimmed", library.Exists);
            if (library.Exists) Assert.InRange(library.Length, 1, whole.Length - 1);
        }
    }

    /// <summary>A package of ours that is named wrongly, or in a version that never was, is no reason to skip: only what the SDK itself asks for to publish, in its own version.</summary>
    [Theory]
    [InlineData("error NU1301: Unable to load the service index for source https://example.org/v3/index.json.", true)]
    [InlineData("error NU1101: Unable to find package runtime.linux-x64.Microsoft.DotNet.ILCompiler. No packages exist with this id in source(s): a", true)]
    [InlineData("error NU1102: Unable to find package Microsoft.NETCore.App.Runtime.linux-x64 with version (= 10.0.9)", true)]
    [InlineData("error NU1102: Unable to find package System.Text.Json with version (>= 88.0.6)", false)]
    [InlineData("error NU1101: Unable to find package PolyShrap. No packages exist with this id in source(s): a", false)]
    [InlineData("error NU1101: Unable to find package PolyShrap. No packages\nerror NU1102: Unable to find package Microsoft.NET.ILLink.Tasks with version (>= 10.0.9)", false)]
    [InlineData("error CS1002: ; expected", false)]
    public void OnlyPackagesOfTheSdk_MayBeMissing(string output, bool isReason) => Assert.Equal(isReason, ArePackagesMissing(output));

    /// <summary>A reason to skip, where the machine has not what links native code; every other failure is one.</summary>
    private static string? MissingOf(string output) =>
        output.Contains("Platform linker", StringComparison.Ordinal) ? "There is no linker (clang or gcc)."
        : output.Contains("cannot find -lz", StringComparison.Ordinal) ? "There is no zlib to link with (on Debian: zlib1g-dev)."
        : null;

    private static bool ArePackagesMissing(string output)
    {
        var missing = NotFound().Matches(output);
        return missing.Count > 0 ? missing.All(static one => OfTheSdk().IsMatch(one.Groups[1].Value)) : output.Contains("NU1301", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"NU110[12]: Unable to find package (\S+?)\.? ")]
    private static partial Regex NotFound();

    [GeneratedRegex(@"^(Microsoft\.(NETCore|AspNetCore)\.App\.|(runtime\.[a-z0-9-]+\.)?Microsoft\.DotNet\.ILCompiler$|Microsoft\.NET\.ILLink\.Tasks$)")]
    private static partial Regex OfTheSdk();
}
