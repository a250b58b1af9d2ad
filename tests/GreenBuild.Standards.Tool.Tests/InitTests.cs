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

    /// <summary>What is written has every section, and nothing is wrong with it but that it is not filled in.</summary>
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

        Assert.False(ProjectInput.TryRead(Path.Combine(_root.FullName, "new"), out _, out var errors));
        var all = errors.SelectMany(static list => list).ToList();
        Assert.NotEmpty(all);
        // Files of readings that are not there yet, and tables without a row.
        Assert.All(all, static error => Assert.True(
            error.Message.English.Contains("does not exist", StringComparison.Ordinal) || error.Message.English.StartsWith("There is no", StringComparison.Ordinal) || error.Message.English.Contains("is not a known", StringComparison.Ordinal),
            error.In(Language.English)));
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
