using System.Reflection;
using System.Xml.Linq;
using GreenBuild.Standards.Package.Tests;

namespace GreenBuild.Standards.Hosts.Tests;

/// <summary>The same cases in programs of other kinds: what they print is the same, byte for byte.</summary>
public sealed class HostTests : IDisposable
{
    private static readonly string Configuration = typeof(HostTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Configuration").Value!;

    private readonly string _folder = Directory.CreateTempSubdirectory("greenbuild-host-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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

    [Theory]
    [InlineData("Aot")]
    [InlineData("Trimmed")]
    public async Task Published_AnswersAsTheTableSays(string host)
    {
        var target = Path.Combine(_folder, host);
        // The library is built already; a warning of the trimmer or of the compiler to native code is an error.
        var published = await DotNet.RunAsync(
            RepositoryFiles.PathOf("tests/Hosts/" + host), null, "en", "publish", "-c", Configuration, "-o", target, "-v:q", "-tl:off", "-warnaserror", "-p:BuildProjectReferences=false");
        if (published.ExitCode != 0 && WhatIsMissing(published.Output) is { } missing) { DotNet.Skip(missing); return; }
        Assert.True(published.ExitCode == 0, published.Output);
        Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);

        var run = await DotNet.RunProgramAsync(Path.Combine(target, host), _folder, ConformanceTests.TablePath);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(ConformanceTests.Expected, run.Output);
        // Native: nothing of the library stands beside the program. Trimmed: it does, and is smaller than it was.
        var library = new FileInfo(Path.Combine(target, "GreenBuild.Standards.dll"));
        Assert.Equal(host == "Trimmed", library.Exists);
        if (library.Exists) Assert.InRange(library.Length, 1, new FileInfo(typeof(StandardsCatalogue).Assembly.Location).Length - 1);
    }

    /// <summary>A reason to skip, where the machine has not what a publish needs; every other failure is one.</summary>
    private static string? WhatIsMissing(string output) =>
        output.Contains("Platform linker", StringComparison.Ordinal) ? "There is no linker (clang or gcc)."
        : output.Contains("cannot find -lz", StringComparison.Ordinal) ? "There is no zlib to link with (on Debian: zlib1g-dev)."
        : output.Contains("NU1101", StringComparison.Ordinal) || output.Contains("NU1102", StringComparison.Ordinal) || output.Contains("NU1301", StringComparison.Ordinal) ? "The packages of the run-time or of the compiler cannot be restored here."
        : null;
}
