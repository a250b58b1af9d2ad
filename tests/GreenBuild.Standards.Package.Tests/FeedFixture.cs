using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>
/// All packages, packed twice into two folders as for publication, under a version that no cache can know; and a program for each library that has its package and nothing else of ours.
/// </summary>
public sealed class FeedFixture : IAsyncLifetime
{
    private readonly Lazy<Task<Run>> _consumers;

    public FeedFixture() => _consumers = new(BuildConsumersAsync);

    public string Folder { get; } = Directory.CreateTempSubdirectory("greenbuild-feed-").FullName;

    public string Version { get; } = "0.1.0-test." + Guid.NewGuid().ToString("N")[..12];

    public string Feed => Path.Combine(Folder, "feed");

    public string SecondFeed => Path.Combine(Folder, "second");

    /// <summary>The folder of the programs: each stands in one that is named like its package.</summary>
    public string Consumers => Path.Combine(Folder, "consumers");

    public async ValueTask InitializeAsync()
    {
        // Whatever stands in the folder and can be packed: a list would not know what is new.
        var all = Path.Combine(Folder, "pack.proj");
        await File.WriteAllTextAsync(all, $"""
            <Project>
              <ItemGroup><Source Include="{PackageFixture.RepositoryRoot}/src/*/*.csproj" /></ItemGroup>
              <Target Name="Pack"><MSBuild Projects="@(Source)" Targets="Pack" BuildInParallel="true" /></Target>
            </Project>
            """);
        foreach (var feed in new[] { Feed, SecondFeed })
        {
            var run = await DotNet.RunAsync(
                Folder, null, "en", "pack", all, "--no-build", "-c", PackageFixture.Configuration, "-o", feed, "-p:Version=" + Version, "-p:ContinuousIntegrationBuild=true", "-v:q", "-tl:off", "-warnaserror");
            Assert.True(run.ExitCode == 0, run.Output);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public ZipArchive Open(string package, string extension = ".nupkg") => ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}{extension}"));

    /// <summary>The text of a file of a package.</summary>
    public string Read(string package, string name)
    {
        using var archive = Open(package);
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The metadata of a package.</summary>
    public XElement Nuspec(string package) => XDocument.Parse(Read(package, package + ".nuspec")).Root!.Elements().Single();

    /// <summary>The folder of the program that uses a package, and what it is made of: the example of the readme, and what stands in Consumers.</summary>
    /// <exception cref="FileNotFoundException">Nobody has written what uses the package.</exception>
    public async Task<(string Folder, string[] Sources)> ConsumerAsync(string package)
    {
        var run = await _consumers.Value;
        Assert.True(run.ExitCode == 0, run.Output);
        var folder = Path.Combine(Consumers, package);
        return (folder, [await File.ReadAllTextAsync(Path.Combine(folder, "Program.cs")), await File.ReadAllTextAsync(Path.Combine(folder, "Further.cs"))]);
    }

    /// <summary>Runs the dotnet command among the programs: packages come from the feed alone, and are unpacked where nothing was before.</summary>
    internal Task<Run> RunAsync(string folder, params string[] arguments) => DotNet.RunAsync(folder, Path.Combine(Folder, "packages"), "en", arguments);

    // One restore and one build for all of them, and for both kinds of run-time.
    private async Task<Run> BuildConsumersAsync()
    {
        Directory.CreateDirectory(Consumers);
        await File.WriteAllTextAsync(Path.Combine(Consumers, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Feed}" /><add key="others" value="{CopyOthers()}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
        foreach (var package in FeedTests.Libraries.Select(static row => row.Data))
        {
            var folder = Directory.CreateDirectory(Path.Combine(Consumers, package)).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, package + ".Consumer.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFrameworks>net10.0;net472</TargetFrameworks>
                    <LangVersion>latest</LangVersion>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <UseAppHost>false</UseAppHost>
                    <NuGetAudit>false</NuGetAudit>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="{package}" Version="{Version}" />
                    {(package.EndsWith(".DependencyInjection", StringComparison.Ordinal) ? """<PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="8.0.1" />""" : "")}
                  </ItemGroup>
                  <ItemGroup Condition="'$(TargetFramework)' == 'net472'">
                    <PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies" Version="1.0.3" PrivateAssets="all" />
                    <Using Remove="System.Net.Http" />
                  </ItemGroup>
                </Project>
                """);
            await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), FeedTests.ExampleOf(Read(package, "README.md")) + "\nFurther.Run();\n");
            File.Copy(RepositoryFiles.PathOf($"tests/GreenBuild.Standards.Package.Tests/Consumers/{package}.cs"), Path.Combine(folder, "Further.cs"));
        }

        await File.WriteAllTextAsync(Path.Combine(Consumers, "Consumers.slnx"), $"<Solution>{string.Concat(FeedTests.Libraries.Select(static row => $"<Project Path=\"{row.Data}/{row.Data}.Consumer.csproj\" />"))}</Solution>");
        return await RunAsync(Consumers, "build", "-v:q", "-tl:off", "-clp:NoSummary", "-warnaserror");
    }

    /// <summary>What was restored for this build is there, and needs no network.</summary>
    private string CopyOthers()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var target = Directory.CreateDirectory(Path.Combine(Folder, "others")).FullName;
        var components = BillOfMaterials.Projects.Keys.Select(BillOfMaterials.Of).SelectMany(static bill => bill.Components.Values).Where(static component => component.Sha512.Length > 0).Select(static component => (component.Name, component.Version));
        // What the project file of these tests names besides.
        var downloads = typeof(FeedFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(static data => data.Value!.StartsWith('[')).Select(static data => (Name: data.Key, Version: data.Value!.Trim('[', ']')));
        foreach (var (name, version) in components.Concat(downloads).Distinct())
        {
            var file = $"{name}.{version}.nupkg".ToLowerInvariant();
            File.Copy(Path.Combine(packages, name.ToLowerInvariant(), version, file), Path.Combine(target, file));
        }

        return target;
    }
}
