using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>What is promised of every package.</summary>
public sealed partial class FeedTests(FeedFixture feed) : IClassFixture<FeedFixture>
{
    public static TheoryData<string> Packages => [.. BillOfMaterials.Projects.Keys];

    public static TheoryData<string> Libraries => [.. BillOfMaterials.Projects.Keys.Where(static package => package != "GreenBuild.Standards.Tool")];

    [Fact]
    public void TwoPacks_AreTheSameBytes()
    {
        var names = Directory.GetFiles(feed.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();

        // Seven packages, and symbols of six; those of the tool are inside its assemblies.
        Assert.Equal(13, names.Count);
        Assert.Equal(names, Directory.GetFiles(feed.SecondFeed).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.True(File.ReadAllBytes(Path.Combine(feed.Feed, name!)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(feed.SecondFeed, name!))), name));
    }

    /// <summary>A dependency more is a change that somebody must have meant. Central versions pin what Monitoring brings along in Auditing as well.</summary>
    [Theory]
    [InlineData("GreenBuild.Standards", "", "", "")]
    [InlineData("GreenBuild.Standards.Reporting", "CsvHelper 33.1.0, GreenBuild.Standards.Json, System.Text.Json 8.0.6", "CsvHelper 33.1.0, GreenBuild.Standards.Json", "CsvHelper 33.1.0, GreenBuild.Standards.Json")]
    [InlineData("GreenBuild.Standards.Json", "GreenBuild.Standards, System.Text.Json 8.0.6", "GreenBuild.Standards", "GreenBuild.Standards")]
    [InlineData(
        "GreenBuild.Standards.Monitoring", "CsvHelper 33.1.0, GreenBuild.Standards, System.IO.Pipelines 8.0.0, System.Text.Encoding.CodePages 8.0.0, System.Text.Json 8.0.6",
        "CsvHelper 33.1.0, GreenBuild.Standards, Sep 0.17.1, System.IO.Pipelines 8.0.0", "CsvHelper 33.1.0, GreenBuild.Standards, Sep 0.17.1")]
    [InlineData(
        "GreenBuild.Standards.Auditing", "CsvHelper 33.1.0, ExcelDataReader 3.6.0, GreenBuild.Standards.Json, GreenBuild.Standards.Monitoring, System.IO.Pipelines 8.0.0, System.Text.Encoding.CodePages 8.0.0, System.Text.Json 8.0.6",
        "CsvHelper 33.1.0, ExcelDataReader 3.6.0, GreenBuild.Standards.Json, GreenBuild.Standards.Monitoring, Sep 0.17.1, System.IO.Pipelines 8.0.0",
        "CsvHelper 33.1.0, ExcelDataReader 3.6.0, GreenBuild.Standards.Json, GreenBuild.Standards.Monitoring, Sep 0.17.1")]
    [InlineData(
        "GreenBuild.Standards.DependencyInjection",
        "GreenBuild.Standards, Microsoft.Bcl.TimeProvider 8.0.1, Microsoft.Extensions.Configuration.Abstractions 8.0.0, Microsoft.Extensions.DependencyInjection.Abstractions 8.0.2, Microsoft.Extensions.Options 8.0.2",
        "GreenBuild.Standards, Microsoft.Extensions.Configuration.Abstractions 8.0.0, Microsoft.Extensions.DependencyInjection.Abstractions 8.0.2, Microsoft.Extensions.Options 8.0.2",
        "GreenBuild.Standards, Microsoft.Extensions.Configuration.Abstractions 8.0.0, Microsoft.Extensions.DependencyInjection.Abstractions 8.0.2, Microsoft.Extensions.Options 8.0.2")]
    public void Dependencies_AreThese(string package, string netStandard, string net8, string net10)
    {
        var groups = feed.Nuspec(package).Elements().Single(static element => element.Name.LocalName == "dependencies").Elements()
            .ToDictionary(static group => group.Attribute("targetFramework")!.Value, group => string.Join(", ", group.Elements().Select(Named).Order(StringComparer.Ordinal)));

        Assert.Equal(new Dictionary<string, string> { [".NETStandard2.0"] = netStandard, ["net8.0"] = net8, ["net10.0"] = net10 }, groups);

        // Our own go by one version.
        string Named(XElement dependency) =>
            dependency.Attribute("id")!.Value is var id && dependency.Attribute("version")!.Value is var version && id.StartsWith("GreenBuild.", StringComparison.Ordinal) && version == feed.Version
                ? id
                : id + " " + version;
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_HasWhatEveryPackageHas(string package)
    {
        var metadata = feed.Nuspec(package).Elements().Where(static element => !element.HasElements).ToDictionary(static element => element.Name.LocalName, static element => element.Value);

        Assert.Equal((package, "MIT", "README.md", "icon.png"), (metadata["id"], metadata["license"], metadata["readme"], metadata["icon"]));
        Assert.NotEmpty(metadata["description"]);
        // No public address is known; none is made up.
        Assert.DoesNotContain("projectUrl", metadata.Keys);
        Assert.StartsWith("# " + package, feed.Read(package, "README.md"), StringComparison.Ordinal);
        Assert.Equal(RepositoryFiles.Read($"eng/sbom/{package}.cdx.json"), feed.Read(package, "sbom.cdx.json").ReplaceLineEndings("\n"));
        using var archive = feed.Open(package);
        Assert.NotNull(archive.GetEntry("icon.png"));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Symbols_AreOfEveryTarget(string package)
    {
        using var archive = feed.Open(package, ".snupkg");

        Assert.Equal(
            [$"lib/net10.0/{package}.pdb", $"lib/net8.0/{package}.pdb", $"lib/netstandard2.0/{package}.pdb"],
            archive.Entries.Select(static entry => entry.FullName).Where(static name => name.EndsWith(".pdb", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>The example of each readme is a program; a project that has only packages of one folder builds it without a warning, and it prints what the readme says.</summary>
    [Theory]
    [InlineData("GreenBuild.Standards.Json", "")]
    [InlineData("GreenBuild.Standards.Monitoring", "")]
    [InlineData("GreenBuild.Standards.Reporting", "")]
    [InlineData("GreenBuild.Standards.Auditing", "")]
    [InlineData("GreenBuild.Standards.DependencyInjection", "Microsoft.Extensions.DependencyInjection 8.0.1")]
    public async Task Consumer_DoesWhatTheReadmeSays(string package, string beside)
    {
        foreach (var component in BillOfMaterials.Of(package).Components.Values.Where(static component => component.Sha512.Length > 0)) CopyToFeed(component.Name, component.Version);
        if (beside.Split(' ') is [var name, var version]) CopyToFeed(name, version);
        var example = Example().Match(feed.Read(package, "README.md").ReplaceLineEndings("\n")).Groups[1].Value;
        var promised = Promise().Matches(example).Select(static match => match.Groups[1].Value.Trim()).ToList();
        Assert.NotEmpty(promised);
        var folder = Directory.CreateDirectory(Path.Combine(feed.Folder, "of-" + package)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{feed.Feed}" /><add key="others" value="{feed.Feed}-of-others" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{feed.Version}" />
                {(beside.Length == 0 ? "" : $"""<PackageReference Include="{beside.Split(' ')[0]}" Version="{beside.Split(' ')[1]}" />""")}
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), example, TestContext.Current.CancellationToken);

        var build = await DotNet.RunAsync(folder, Path.Combine(feed.Folder, "packages"), "en", "build", "-v:q", "-tl:off", "-clp:NoSummary", "-warnaserror");
        Assert.True(build.ExitCode == 0, build.Output);
        var run = await DotNet.RunAsync(folder, Path.Combine(feed.Folder, "packages"), "en", Path.Combine("bin", "Debug", "net10.0", "Consumer.dll"));

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(promised, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    // What was restored for this build is there, and needs no network.
    private void CopyToFeed(string name, string version)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var file = $"{name}.{version}.nupkg".ToLowerInvariant();
        var target = Directory.CreateDirectory(feed.Feed + "-of-others");
        File.Copy(Path.Combine(packages, name.ToLowerInvariant(), version, file), Path.Combine(target.FullName, file), overwrite: true);
    }

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"Console\.WriteLine\(.*\); *// (.*)")]
    private static partial Regex Promise();
}
