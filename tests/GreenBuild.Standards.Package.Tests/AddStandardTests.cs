using System.Reflection;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>Does what CONTRIBUTING says about adding a standard, in a copy of what the library is built from.</summary>
public sealed partial class AddStandardTests
{
    private static readonly string Root = typeof(AddStandardTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;

    private static readonly string[] Rooms = ["catalogue", "eng", "src/GreenBuild.Standards", "analyzers/GreenBuild.Standards.Generators"];

    [Fact]
    public async Task OneFile_AddsTheLimitOfAProvince()
    {
        var copy = Directory.CreateTempSubdirectory("greenbuild-contributing-");
        try
        {
            foreach (var room in Rooms) CopyRoom(room, copy.FullName);
            foreach (var file in Directory.GetFiles(Root).Where(static path => Path.GetFileName(path) is "Directory.Build.props" or "Directory.Build.targets" or "Directory.Packages.props" or "global.json" or ".editorconfig"))
                File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));

            var guide = await File.ReadAllTextAsync(Path.Combine(Root, "CONTRIBUTING.md"), TestContext.Current.CancellationToken);
            var path = Path.Combine(copy.FullName, EditionPath().Match(guide).Groups[1].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, JsonBlock().Match(guide).Groups[1].Value, TestContext.Current.CancellationToken);

            var program = Path.Combine(copy.FullName, "src", "Program");
            Directory.CreateDirectory(program);
            await File.WriteAllTextAsync(Path.Combine(program, "Program.Tool.csproj"), """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <UseAppHost>false</UseAppHost>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../GreenBuild.Standards/GreenBuild.Standards.csproj" />
                  </ItemGroup>
                </Project>
                """, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(program, "Program.cs"), """
                using GreenBuild.Standards;
                var stage = Circumstances.None.With("stage", "earthwork").With("averaging", 60m);
                foreach (var place in new[] { "CN-GS", "CN-QH" })
                    foreach (var year in new[] { 2029, 2030 })
                        Console.WriteLine(StandardsCatalogue.Default.Governing(Measurands.Dust.SiteBoundaryTsp, Jurisdiction.Parse(place), new CalendarDate(year, 1, 1), stage).Requirement?.Key ?? "none");
                Console.WriteLine(KEY);
                """.Replace("KEY", Constant().Match(guide).Value, StringComparison.Ordinal), TestContext.Current.CancellationToken);

            // What the analyzers say of the library's own code they said when it was built.
            var run = await DotNet.RunAsync(program, null, "en", "run", "-v:q", "-tl:off", "-p:RunAnalyzers=false");

            Assert.True(run.ExitCode == 0, run.Output);
            const string Added = "cn-gs.db62-000-2030.tsp-hourly-earthwork";
            Assert.Equal(["none", Added, "none", "none", Added], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static void CopyRoom(string room, string to)
    {
        var from = Path.Combine(Root, room);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Root, file);
            if (relative.Split('/', '\\').Intersect(["bin", "obj"]).Any()) continue;
            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [GeneratedRegex(@"`(catalogue/[a-z0-9./-]+\.json)`")]
    private static partial Regex EditionPath();

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex(@"RequirementKeys\.\w+\.\w+\.\w+")]
    private static partial Regex Constant();
}
