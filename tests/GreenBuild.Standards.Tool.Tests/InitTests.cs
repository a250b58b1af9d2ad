using System.Text.Json;
using GreenBuild.Standards.Auditing;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary><c>init</c> and <c>schema</c>.</summary>
public sealed class InitTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("greenbuild-init");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Schema_IsThePublishedOne()
    {
        var run = ToolRun.Of("schema");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(ProjectSchema.Read().TrimEnd(), run.Output.TrimEnd());
        Assert.Equal("object", JsonDocument.Parse(run.Output).RootElement.GetProperty("type").GetString());
    }

    /// <summary>What is written has every section and every file that it names: it can be audited as it is, and only what the examples do not say is open.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Init_WritesAProjectToFillIn(string language)
    {
        var run = ToolRun.In(_root.FullName, "init", "new", "--in", "CN-SH", "--lang", language);

        Assert.Equal(0, run.ExitCode);
        using var project = JsonDocument.Parse(File.ReadAllText(Path.Combine(_root.FullName, "new", "site.greenbuild.json")));
        Assert.Equal("CN-SH", project.RootElement.GetProperty("place").GetString());
        Assert.All(ProjectFileReader.Sections, section => Assert.True(project.RootElement.TryGetProperty(section.Name, out _), section.Name));
        var remark = project.RootElement.GetProperty("$comment")[0].GetString()!;
        Assert.Equal(language == "zh", remark.Any(static c => c is >= '\u4e00' and <= '\u9fff'));

        Assert.True(ProjectInput.TryRead(Path.Combine(_root.FullName, "new"), out var input, out var errors), string.Join("\n", errors.SelectMany(static list => list)));
        // Every column of the examples is one that is read, and each table is small.
        Assert.Empty(input!.Project.Notes);
        Assert.All(Directory.GetFiles(Path.Combine(_root.FullName, "new"), "*.csv"), static file => Assert.InRange(File.ReadLines(file).First().Split(',').Length, 3, 10));
        Assert.All(input.Readings.Noise, static point => Assert.Empty(point.UnusedColumns));
        Assert.Equal(ProjectFileReader.Sections.Length, input.Judge().Sections.Count);
        Assert.InRange(ToolRun.In(_root.FullName, "audit", "new", "--no-report").ExitCode, 0, 2);
    }

    /// <summary>The columns that the examples leave out are named beside the table: those of the bill of materials are many.</summary>
    [Fact]
    public void Init_NamesTheOtherColumns()
    {
        ToolRun.In(_root.FullName, "init", "--sections", "materials,waste");

        using var project = JsonDocument.Parse(File.ReadAllText(Path.Combine(_root.FullName, "site.greenbuild.json")));
        Assert.Equal(
            "Further columns, as needed: stage, receiving facility, density (t/m3), recoverable, commingled", project.RootElement.GetProperty("waste").GetProperty("ledger").GetProperty("$comment").GetString());
        Assert.Contains("valid until, suspended, epd", project.RootElement.GetProperty("materials").GetProperty("bill").GetProperty("$comment").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Init_OnlyTheSectionsThatAreWanted()
    {
        ToolRun.In(_root.FullName, "init", "--sections", "noise", "--name", "Tower A");

        using var project = JsonDocument.Parse(File.ReadAllText(Path.Combine(_root.FullName, "site.greenbuild.json")));
        Assert.Equal("Tower A", project.RootElement.GetProperty("name").GetString());
        Assert.Equal(["noise"], ProjectFileReader.Sections.Select(static section => section.Name).Where(name => project.RootElement.TryGetProperty(name, out _)));
    }

    [Fact]
    public void Init_OverwritesNothing()
    {
        File.WriteAllText(Path.Combine(_root.FullName, "project.schema.json"), "mine");

        var run = ToolRun.In(_root.FullName, "init");

        Assert.Equal(ExitCode.CannotWrite, run.ExitCode);
        Assert.Contains("'project.schema.json' is there already", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_root.FullName, "project.schema.json")));
        Assert.False(File.Exists(Path.Combine(_root.FullName, "site.greenbuild.json")));
    }

    /// <summary>The command line names the parts of a project without making their fields; the reader of project files names them by those.</summary>
    [Fact]
    public void Init_NamesTheSectionsOfTheReader() => Assert.Contains(
        $"Which parts: {string.Join(", ", ProjectFileReader.Sections.Select(static section => section.Name))}. Default",
        string.Join(' ', ToolRun.In(_root.FullName, "init", "--help").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    [Fact]
    public void Init_UnknownSection()
    {
        var run = ToolRun.In(_root.FullName, "init", "--sections", "noise,smell");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("'smell' is not one of noise", run.Error, StringComparison.Ordinal);
    }
}
