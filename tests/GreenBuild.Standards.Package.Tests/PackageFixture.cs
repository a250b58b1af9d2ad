using System.IO.Compression;
using System.Reflection;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>Packs the package once into a folder of its own, under a version that no cache can know.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>A folder that no Directory.Build.props stands above.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("greenbuild-package-").FullName;

    /// <summary>The folder of the repository that was built.</summary>
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The configuration in which it was built.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    public string Version { get; } = "0.1.0-test." + Guid.NewGuid().ToString("N")[..12];

    public string Feed => Path.Combine(Folder, "feed");

    public string PackagePath => Path.Combine(Feed, $"GreenBuild.Standards.{Version}.nupkg");

    /// <summary>Where packages are unpacked: empty at the start, so that only the feed can fill it.</summary>
    public string Packages => Path.Combine(Folder, "packages");

    public async ValueTask InitializeAsync()
    {
        var project = Path.Combine(RepositoryRoot, "src", "GreenBuild.Standards.Package", "GreenBuild.Standards.Package.csproj");
        var run = await DotNet.RunAsync(Folder, null, "en", "pack", project, "--no-build", "-c", Configuration, "-o", Feed, "-p:Version=" + Version, "-v:q", "-tl:off");
        Assert.True(run.ExitCode == 0, run.Output);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The bytes of a file of the package.</summary>
    public byte[] Read(string name)
    {
        using var package = ZipFile.OpenRead(PackagePath);
        using var stream = package.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Makes a project that knows the folder feed and nothing else, and restores it.</summary>
    public async Task<string> ConsumerAsync(string name, string project, params (string Path, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              {project.Replace("$VERSION$", Version, StringComparison.Ordinal)}
            </Project>
            """);
        foreach (var (path, text) in files) await File.WriteAllTextAsync(Path.Combine(folder, path), text);

        var run = await DotNet.RunAsync(folder, Packages, "en", "restore", "-v:q", "-tl:off");
        Assert.True(run.ExitCode == 0, run.Output);
        return folder;
    }

    private static string Metadata(string key) =>
        typeof(PackageFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
