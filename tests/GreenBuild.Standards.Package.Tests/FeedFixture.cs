using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>All packages, packed twice into two folders as for publication, under a version that no cache can know.</summary>
public sealed class FeedFixture : IAsyncLifetime
{
    private const string Prefix = "GreenBuild.Standards";

    public string Folder { get; } = Directory.CreateTempSubdirectory("greenbuild-feed-").FullName;

    public string Version { get; } = "0.1.0-test." + Guid.NewGuid().ToString("N")[..12];

    public string Feed => Path.Combine(Folder, "feed");

    public string SecondFeed => Path.Combine(Folder, "second");

    public async ValueTask InitializeAsync()
    {
        foreach (var feed in new[] { Feed, SecondFeed })
            foreach (var project in BillOfMaterials.Projects.Keys.Select(static package => package == Prefix ? Prefix + ".Package" : package))
            {
                var run = await DotNet.RunAsync(
                    Folder, null, "en", "pack", Path.Combine(PackageFixture.RepositoryRoot, "src", project), "--no-build", "-c", PackageFixture.Configuration, "-o", feed, "-p:Version=" + Version,
                    "-p:ContinuousIntegrationBuild=true", "-v:q", "-tl:off", "-warnaserror");
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
}
