using System.Text.Json;
using System.Text.RegularExpressions;
using GreenBuild.Standards.Tool;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>The sample of the analyzers, built as its README says, from the packed package.</summary>
public sealed partial class CompileTimeSampleTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    // What an editor shows, and the log of the build holds; no build prints it.
    private static readonly string[] Hints = ["GBS1004", "GBS3001"];

    private static string Sample => Path.Combine(PackageFixture.RepositoryRoot, "samples", "CompileTime");

    [Fact]
    public async Task Build_WarnsWhereItIsMarked()
    {
        var run = await BuildAsync(CopySample());

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(Marked().Where(static mark => !Hints.Contains(mark.Rule)), Warned(run.Output));
        // The table of the README names the same rules.
        var readme = await File.ReadAllTextAsync(Path.Combine(Sample, "README.md"), TestContext.Current.CancellationToken);
        Assert.Equal(Marked().Select(static mark => mark.Rule).Distinct().Order(), Rule().Matches(readme).Select(static match => match.Value).Distinct().Order());
    }

    /// <summary>Each command of the README is typed in its order; only the feed is that of this test, and the sample a copy.</summary>
    [Fact]
    public async Task Readme_CanBeFollowed()
    {
        var folder = CopySample("Readme");
        var readme = (await File.ReadAllTextAsync(Path.Combine(Sample, "README.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var commands = CommandBlock().Matches(readme).SelectMany(static block => block.Groups[1].Value.Split('\n')).ToList();
        Assert.Equal(5, commands.Count);
        foreach (var command in commands)
        {
            switch (command.Replace("\"", "", StringComparison.Ordinal).Replace("samples/CompileTime/", "", StringComparison.Ordinal).Split(' '))
            {
                case ["dotnet", "pack", "src/GreenBuild.Standards.Package", "-o", "artifacts/feed"]:
                    break;
                case ["dotnet", "build", "samples/CompileTime", .. var options]:
                    Assert.Contains("-p:RestoreAdditionalProjectSources=$PWD/artifacts/feed", options);
                    var build = await BuildAsync(folder, [.. options.Where(static option => option.StartsWith("-p:ErrorLog", StringComparison.Ordinal))]);
                    Assert.True(build.ExitCode == 0, build.Output);
                    break;
                case ["dotnet", "run", "--project", "src/GreenBuild.Standards.Tool", "--", .. var arguments]:
                    var (exitCode, output) = Greenbuild(folder, arguments);
                    Assert.True(exitCode == 0, output);
                    break;
                default:
                    Assert.Fail(command);
                    break;
            }
        }

        // What the last of them wrote silences all but the mistake in a waiver.
        Assert.Equal([("Waivers.cs", 15, "GBS8007")], Warned((await BuildAsync(folder)).Output));
    }

    [Fact]
    public async Task ModeAll_WarnsOfHintsToo()
    {
        var run = await BuildAsync(CopySample(), "-p:GreenBuildMode=all");

        Assert.Equal(Marked(), Warned(run.Output));
    }

    [Fact]
    public async Task Log_ShowsWhatIsWaivedAndWhy()
    {
        var folder = CopySample();
        await BuildAsync(folder, "-p:ErrorLog=build.sarif%2Cversion=2.1");

        var (exitCode, output) = Greenbuild(folder, "suppressions", "build.sarif", "--format", "csv", "--out", "suppressed.sarif");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                "12,attribute,the worst case of the load test",
                "16,attribute,\"permit 17 of the authority, until 2026-05-31\"",
                "19,directive,the worst hour of the crane test",
                "23,baseline,",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static line => SuppressedRow().Match(line).Groups[1].Value));
        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "suppressed.sarif"), TestContext.Current.CancellationToken));
        Assert.Equal(4, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Count(static result => result.GetProperty("suppressions").GetArrayLength() > 0));
    }

    [Fact]
    public async Task Baseline_TakesOverEverythingButMistakesInTheWaivers()
    {
        var folder = CopySample("Baseline");
        await BuildAsync(folder, "-p:ErrorLog=build.sarif%2Cversion=2.1");

        var (exitCode, output) = Greenbuild(folder, "baseline", "build.sarif");
        Assert.True(exitCode == 0, output);
        // All that is marked but the waiver that is past its day, and the one that the old baseline held.
        Assert.StartsWith($"{Marked().Count(static mark => mark.Rule != "GBS8007") + 1} findings written to greenbuild-baseline.json.", output, StringComparison.Ordinal);
        Assert.Contains("1 left out: mistakes in options, overlays, waivers and baselines", output, StringComparison.Ordinal);

        var again = await BuildAsync(folder, "-p:GreenBuildMode=all");
        Assert.Equal([("Waivers.cs", 15, "GBS8007")], Warned(again.Output));

        // A new mistake is reported.
        var program = Path.Combine(folder, "Program.cs");
        await File.AppendAllTextAsync(program, "\ninternal static class Later { public static readonly Site Site = new() { NightLimit = 61 }; }\n", TestContext.Current.CancellationToken);
        Assert.Equal(["GBS1001", "GBS8007"], Warned((await BuildAsync(folder)).Output).Select(static warning => warning.Rule));
    }

    /// <summary>A copy to build in; those who change what is in it take one of their own.</summary>
    private string CopySample(string name = "")
    {
        var folder = Path.Combine(package.Folder, "CompileTime" + name);
        if (Directory.Exists(folder)) return folder;
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Sample)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }

    private Task<Run> BuildAsync(string folder, params string[] arguments) => DotNet.RunAsync(
        folder, package.Packages, "en",
        ["build", .. Directory.Exists(Path.Combine(folder, "obj")) ? ["--no-restore"] : Array.Empty<string>(), "--no-incremental", "-v:q", "-tl:off", "-clp:NoSummary", "-p:RestoreSources=" + package.Feed, "-p:GreenBuildVersion=" + package.Version, "-p:NuGetAudit=false", "-p:UseAppHost=false", .. arguments]);

    private static (int ExitCode, string Output) Greenbuild(string folder, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        return (GreenBuildTool.Run(arguments, output, error, folder), output.ToString() + error);
    }

    private static List<(string File, int Line, string Rule)> Marked() =>
    [
        .. Directory.GetFiles(Sample, "*.cs").Order(StringComparer.Ordinal)
            .SelectMany(static file => File.ReadAllLines(file).Select((text, index) => (File: Path.GetFileName(file), Line: index + 1, Mark().Match(text).Groups[1].Value)))
            .Where(static mark => mark.Value.Length > 0),
    ];

    private static List<(string File, int Line, string Rule)> Warned(string output) =>
        [.. Warning().Matches(output).Select(static match => (Path.GetFileName(match.Groups[1].Value), int.Parse(match.Groups[2].Value), match.Groups[3].Value)).Distinct().Order()];

    [GeneratedRegex("^```\\n(.*?)\\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CommandBlock();

    [GeneratedRegex("// (GBS[0-9]{4})")]
    private static partial Regex Mark();

    [GeneratedRegex("GBS[0-9]{4}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^([^\r\n(]+)\(([0-9]+),[0-9]+\): warning (GBS[0-9]{4})", RegexOptions.Multiline)]
    private static partial Regex Warning();

    [GeneratedRegex(@"^GBS1001,[^,]*Waivers\.cs,(.*),[0-9]+ dB")]
    private static partial Regex SuppressedRow();
}
