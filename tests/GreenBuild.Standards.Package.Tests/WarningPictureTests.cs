using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>The picture of the compiler's warnings in the README is what the compiler says of the sample today.</summary>
public sealed partial class WarningPictureTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Sample = "samples/CompileTime";

    /// <summary><c>bash eng/pictures</c> draws them anew.</summary>
    [Theory]
    [InlineData("en", "en")]
    [InlineData("zh", "zh-Hans")]
    public async Task Picture_SaysWhatTheBuildSays(string name, string language)
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, "Picture-" + name)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(PackageFixture.RepositoryRoot, Sample))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var run = await DotNet.RunAsync(
            folder, package.Packages, language,
            ["build", "--no-incremental", "-v:q", "-tl:off", "-clp:NoSummary", "-p:RestoreSources=" + package.Feed, "-p:GreenBuildVersion=" + package.Version, "-p:NuGetAudit=false", "-p:UseAppHost=false"]);
        Assert.True(run.ExitCode == 0, run.Output);

        // The compiler's own lines, in the order of the sources: it reports as its threads come to them. What MSBuild adds at the end, and the folder of this test, are left out.
        var warnings = Warning().Matches(run.Output.ReplaceLineEndings("\n").Replace(folder, Sample, StringComparison.Ordinal)).DistinctBy(static match => match.Value)
            .OrderBy(static match => match.Groups[2].Value, StringComparer.Ordinal).ThenBy(static match => int.Parse(match.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture)).Select(static match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(warnings);
        var picture = Path.Combine(PackageFixture.RepositoryRoot, "docs", "images", $"warnings.{name}.svg");
        var drawn = TerminalPicture.Of("dotnet build " + Sample, warnings);
        if (Environment.GetEnvironmentVariable("GREENBUILD_UPDATE_PICTURES") == "1") await File.WriteAllTextAsync(picture, drawn, TestContext.Current.CancellationToken);

        var shown = (await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var texts = XDocument.Parse(shown, LoadOptions.PreserveWhitespace).Root!.Elements().Where(static element => element.Name.LocalName == "text").Select(static text => text.Value).ToList();
        Assert.Equal(["dotnet build " + Sample, .. warnings], texts);
        Assert.Equal(drawn, shown);
    }

    [GeneratedRegex(@"^(([^\n(]+)\(([0-9]+),[0-9]+\): warning GBS[0-9]{4}: .*?)(?: \[[^\n\]]*\.csproj\])?$", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
