using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>What the package holds, and what it does in a project that has nothing else.</summary>
public sealed partial class PackageTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string MarkedName = "Consumer";

    private const string Reference = """<ItemGroup><PackageReference Include="GreenBuild.Standards" Version="$VERSION$" /></ItemGroup>""";

    private static readonly string[] Contents =
    [
        "GreenBuild.Standards.nuspec",
        "LICENSE",
        "README.md",
        "analyzers/dotnet/cs/GreenBuild.Standards.Analyzers.dll",
        "analyzers/dotnet/cs/GreenBuild.Standards.CodeFixes.dll",
        "analyzers/dotnet/cs/GreenBuild.Standards.UnitsNetBridge.dll",
        "analyzers/dotnet/cs/GreenBuild.Standards.dll",
        "analyzers/dotnet/cs/zh-Hans/GreenBuild.Standards.Analyzers.resources.dll",
        "build/GreenBuild.Standards.props",
        "build/GreenBuild.Standards.targets",
        "build/severities/all.globalconfig",
        "build/severities/as-error.globalconfig",
        "build/severities/off.globalconfig",
        "buildTransitive/GreenBuild.Standards.props",
        "buildTransitive/GreenBuild.Standards.targets",
        "buildTransitive/severities/all.globalconfig",
        "buildTransitive/severities/as-error.globalconfig",
        "buildTransitive/severities/off.globalconfig",
        "icon.png",
        "lib/net10.0/GreenBuild.Standards.dll",
        "lib/net10.0/GreenBuild.Standards.xml",
        "lib/net8.0/GreenBuild.Standards.dll",
        "lib/net8.0/GreenBuild.Standards.xml",
        "lib/netstandard2.0/GreenBuild.Standards.dll",
        "lib/netstandard2.0/GreenBuild.Standards.xml",
        "sbom.cdx.json",
    ];

    [Fact]
    public void Package_HoldsExactlyTheseFiles()
    {
        using var archive = ZipFile.OpenRead(package.PackagePath);

        // The frame that every package has: types, relations, and properties under a name that changes.
        var files = archive.Entries.Select(static entry => entry.FullName)
            .Where(static name => name is not ("[Content_Types].xml" or "_rels/.rels") && !name.StartsWith("package/services/metadata/core-properties/", StringComparison.Ordinal));
        Assert.Equal(Contents, files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nuspec_NamesThePackageAndDependsOnNothing()
    {
        var metadata = XDocument.Parse(Encoding.UTF8.GetString(package.Read("GreenBuild.Standards.nuspec")).TrimStart('\uFEFF')).Root!.Elements().Single();
        XElement Only(string name) => metadata.Elements().Single(element => element.Name.LocalName == name);

        Assert.Equal("GreenBuild.Standards", Only("id").Value);
        Assert.Equal(package.Version, Only("version").Value);
        Assert.Equal("MIT", Only("license").Value);
        Assert.Equal("README.md", Only("readme").Value);
        Assert.Equal([".NETStandard2.0", "net10.0", "net8.0"], Only("dependencies").Elements().Select(static group => group.Attribute("targetFramework")!.Value).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(metadata.Descendants(), static element => element.Name.LocalName == "dependency");
    }

    /// <summary>One engine: the analyzers ask the very library that is shipped.</summary>
    [Fact]
    public void LibraryBesideTheAnalyzers_IsTheLibrary() =>
        Assert.Equal(package.Read("lib/netstandard2.0/GreenBuild.Standards.dll"), package.Read("analyzers/dotnet/cs/GreenBuild.Standards.dll"));

    /// <summary>What a compiler of version 4.8 has, and nothing else: an assembly that it cannot load silences the rules.</summary>
    [Theory]
    [InlineData("GreenBuild.Standards.dll", "netstandard")]
    [InlineData("GreenBuild.Standards.Analyzers.dll", "GreenBuild.Standards, Microsoft.CodeAnalysis, Microsoft.CodeAnalysis.CSharp, System.Collections.Immutable, System.Reflection.Metadata, netstandard")]
    [InlineData("GreenBuild.Standards.CodeFixes.dll", "GreenBuild.Standards.Analyzers, Microsoft.CodeAnalysis, Microsoft.CodeAnalysis.CSharp, Microsoft.CodeAnalysis.CSharp.Workspaces, Microsoft.CodeAnalysis.Workspaces, System.Collections.Immutable, System.Composition.AttributedModel, netstandard")]
    [InlineData("GreenBuild.Standards.UnitsNetBridge.dll", "Microsoft.CodeAnalysis, Microsoft.CodeAnalysis.CSharp, System.Collections.Immutable, netstandard")]
    public void Component_NeedsOnlyWhatTheCompilerHas(string component, string allowed)
    {
        using var image = new PEReader(new MemoryStream(package.Read("analyzers/dotnet/cs/" + component)));
        var reader = image.GetMetadataReader();
        var needed = reader.AssemblyReferences.Select(reader.GetAssemblyReference).Select(reference => (Name: reader.GetString(reference.Name), reference.Version)).ToList();

        Assert.NotEmpty(needed);
        Assert.Subset(allowed.Split(", ").ToHashSet(), needed.Select(static reference => reference.Name).ToHashSet());
        Assert.All(needed.Where(static reference => reference.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)), static reference => Assert.Equal(new Version(4, 8, 0, 0), reference.Version));
        // That of the compiler itself.
        Assert.All(needed.Where(static reference => reference.Name == "System.Reflection.Metadata"), static reference => Assert.True(reference.Version <= new Version(7, 0, 0, 2)));
    }

    /// <summary>A line that is marked with a rule is warned about by that rule, in the words given; no other line is.</summary>
    private const string Marked = """
        using GreenBuild.Standards;

        public sealed class LevelAttribute : Attribute { public LevelAttribute([StandardValue("cn.gb-12523-2025.boundary-day")] double level) { } }

        public class Site
        {
            public Site() { }
            public Site([StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] double level) { }
            [StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] public double Level { get; set; }
        }

        public record Reading([StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] double Level);

        public class Uses
        {
            const double Constant = 71.5;
            static readonly double Fixed = 71.5;
            public const string Basis = "GB 12523-2011"; // GBS2001
            [StandardValue("no.such.key")] public double Wrong { get; set; } // GBS8001
            void Set([StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] double level, string name = "") { }
            void Lower(ref double level) => level = 60;

            void Bad(Reading reading)
            {
                Set(71.5); // GBS1001
                Set(Constant); // GBS1001
                Set(Fixed); // GBS1001
                var local = 71.5;
                Set(local); // GBS1001
                Set(name: "north", level: 71.5); // GBS1001
                _ = new Site(71.5); // GBS1001
                _ = new Site { Level = 71.5 }; // GBS1001
                _ = reading with { Level = 71.5 }; // GBS1001
            }

            [Level(71.5)] // GBS1001
            void Marked() { }

            [return: StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)]
            double Returned() => 71.5; // GBS1001

            void Good()
            {
                Set(70.5);
                var reassigned = 71.5;
                reassigned = 60;
                Set(reassigned);
                var byReference = 71.5;
                Lower(ref byReference);
                Set(byReference);
            }
        }
        """;

    private const string Generated = """
        // <auto-generated/>
        public class FromATool { public void M(Site site) { site.Level = 71.5; _ = "GB 12523-2011"; } }
        """;

    /// <summary>One project for all that only build it, each in its own way: it is restored once.</summary>
    private async Task<string> MarkedConsumerAsync() =>
        Path.Combine(package.Folder, MarkedName) is var folder && Directory.Exists(folder) ? folder : await package.ConsumerAsync(MarkedName, Reference, ("Marked.cs", Marked), ("Tool.g.cs", Generated));

    [Fact]
    public async Task Consumer_IsWarnedInEnglish()
    {
        var folder = await MarkedConsumerAsync();

        var warnings = await BuildAsync(folder, "en");

        Assert.Equal(Expected(), warnings.Select(static warning => (warning.Line, warning.Rule)));
        Assert.All(warnings.Where(static warning => warning.Rule == "GBS1001"), static warning => Assert.Equal("71.5 dB(A) breaks ≤ 70 dB(A) (GB 12523-2025 Table 1)", warning.Message));
        Assert.Equal("GB 12523-2011 lapsed on 2026-01-01; GB 12523-2025 applies now", Assert.Single(warnings, static warning => warning.Rule == "GBS2001").Message);
        // Restored from the feed alone, and it alone.
        Assert.Equal(["greenbuild.standards"], Directory.GetDirectories(package.Packages).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("zh-Hans", "")]
    [InlineData("en", "-p:PreferredUILang=zh-Hans")]
    public async Task Consumer_IsWarnedInChinese(string language, string argument)
    {
        var folder = await MarkedConsumerAsync();

        var warnings = await BuildAsync(folder, language, argument.Length == 0 ? [] : [argument]);

        Assert.Equal(Expected(), warnings.Select(static warning => (warning.Line, warning.Rule)));
        Assert.All(warnings.Where(static warning => warning.Rule == "GBS1001"), static warning => Assert.Equal("71.5 dB(A) 不满足 ≤ 70 dB(A)（GB 12523-2025 Table 1）", warning.Message));
        Assert.Equal("GB 12523-2011 自 2026-01-01 起失效；现行版本为 GB 12523-2025", Assert.Single(warnings, static warning => warning.Rule == "GBS2001").Message);
    }

    [Fact]
    public async Task DayOfTheBuild_ReachesTheAnalyzers()
    {
        var folder = await MarkedConsumerAsync();

        // GB 12523-2011 was in force until the end of 2025.
        var earlier = await BuildAsync(folder, "en", "-p:GreenBuildAsOf=2025-12-31");
        Assert.DoesNotContain(earlier, static warning => warning.Rule == "GBS2001");

        var unreadable = await BuildAsync(folder, "en", "-p:GreenBuildAsOf=tomorrow", "-p:GreenBuildJurisdiction=CN-SH");
        Assert.StartsWith("'tomorrow' is not a value of GreenBuildAsOf: ", Assert.Single(unreadable, static warning => warning.Rule == "GBS8002").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("off", "")]
    [InlineData("recommended", "GBS1001 warning, GBS2001 warning, GBS8001 warning")]
    [InlineData("all", "GBS1001 warning, GBS2001 warning, GBS8001 warning")]
    [InlineData("as-error", "GBS1001 error, GBS2001 warning, GBS8001 warning")]
    public async Task Mode_SetsSeverities(string mode, string expected)
    {
        var folder = await MarkedConsumerAsync();

        var run = await DotNet.RunAsync(folder, package.Packages, "en", "build", "--no-restore", "--no-incremental", "-v:q", "-tl:off", "-p:GreenBuildMode=" + mode);

        Assert.Equal(expected, string.Join(", ", Regex.Matches(run.Output, @"(error|warning) (GBS\d+)").Select(static match => match.Groups[2].Value + " " + match.Groups[1].Value).Distinct().Order()));
    }

    [Fact]
    public async Task Switch_TurnsTheRulesOff() => Assert.Empty(await BuildAsync(await MarkedConsumerAsync(), "en", "-p:GreenBuildEnabled=false"));

    [Fact]
    public async Task BaselineBesideTheProject_IsFound()
    {
        var folder = await package.ConsumerAsync("Baseline", Reference, ("Marked.cs", Marked), ("greenbuild-baseline.json", """
            { "version": 1, "findings": [ { "rule": "GBS1001", "file": "Marked.cs", "line": "Set(71.5); // GBS1001", "message": "" } ] }
            """));

        var warnings = await BuildAsync(folder, "en");

        Assert.Equal(Expected().Skip(1).Count(), warnings.Count);
        Assert.Equal(Expected().Count(static one => one.Rule == "GBS1001") - 1, warnings.Count(static warning => warning.Rule == "GBS1001"));
    }

    [Fact]
    public async Task ProjectWithoutTheLibrary_IsNotWarned()
    {
        var folder = await package.ConsumerAsync("Without", "", ("Any.cs", """
            public class Any { public double Level { get; set; } = 171.5; public string Basis { get; } = "GB 12523-2011"; }
            """));

        Assert.Empty(await BuildAsync(folder, "en"));
    }

    /// <summary>The generator runs from the package: a type of the shape of UnitsNet's is converted both ways, and the bridge is no part of the program.</summary>
    [Fact]
    public async Task UnitsNet_IsConvertedBothWays()
    {
        var folder = await package.ConsumerAsync("Guest", "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>" + Reference, ("Program.cs", """
            using GreenBuild.Standards;

            var depth = UnitsNet.Length.FromMeters(0.09).ToGreenBuild();
            Console.WriteLine($"{depth}, {Length.FromMillimetres(depth.InMillimetres).ToUnitsNet().Meters * 100} cm");

            namespace UnitsNet
            {
                public readonly record struct Length(double Meters)
                {
                    public static Length FromMeters(double value) => new(value);
                }
            }
            """));
        Assert.Empty(await BuildAsync(folder, "en"));

        var run = await DotNet.RunAsync(folder, package.Packages, "en", Path.Combine("bin", "Debug", "net10.0", "Guest.dll"));

        Assert.Equal((0, "0.09 m, 9 cm"), (run.ExitCode, run.Output.Trim()));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(folder, "bin"), "*.dll", SearchOption.AllDirectories), static file => file.Contains("Bridge", StringComparison.Ordinal));
    }

    private static List<(int Line, string Rule)> Expected() =>
        [.. Marked.Split('\n').Select(static (text, index) => (Line: index + 1, Mark().Match(text).Groups[1].Value)).Where(static row => row.Value.Length > 0).Select(static row => (row.Line, row.Value))];

    /// <summary>Builds, and gives all warnings of whatever kind in the order of the source.</summary>
    private async Task<List<Warned>> BuildAsync(string folder, string language, params string[] arguments)
    {
        var run = await DotNet.RunAsync(folder, package.Packages, language, ["build", "--no-restore", "--no-incremental", "-v:q", "-tl:off", "-clp:NoSummary", .. arguments]);
        Assert.True(run.ExitCode == 0, run.Output);
        return [.. WarningLine().Matches(run.Output).Select(Warned.From).Distinct().OrderBy(static warning => warning.Line)];
    }

    private sealed record Warned(int Line, string Rule, string Message)
    {
        public static Warned From(Match match) =>
            new(match.Groups["line"] is { Success: true } line ? int.Parse(line.Value, System.Globalization.CultureInfo.InvariantCulture) : 0, match.Groups["rule"].Value, match.Groups["message"].Value.Trim());
    }

    [GeneratedRegex(@"(?:\((?<line>\d+),\d+\)|CSC) ?: warning (?<rule>\w+): (?<message>.*?)(?= \[|\r|\n|$)")]
    private static partial Regex WarningLine();

    [GeneratedRegex(@"// (GBS\d{4})")]
    private static partial Regex Mark();
}
