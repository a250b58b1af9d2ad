using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>The pages on tables of readings are true: each command gives what stands below it, on the files that the page shows.</summary>
public sealed class ReadingsDocsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("greenbuild-docs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("readings.md")]
    [InlineData("readings.zh-CN.md")]
    public void Commands_SayWhatThePageSays(string page)
    {
        var text = RepositoryFiles.Read("docs/" + page);
        var files = Regex.Matches(text, "`([a-z]+\\.(?:csv|jsonl))`[:：]\n\n```(?:csv|json)\n(.*?)```", RegexOptions.Singleline);
        Assert.Equal(["north.csv", "yard.csv", "north.jsonl", "logger.csv", "ends.csv", "bare.csv", "wrong.csv"], files.Select(static file => file.Groups[1].Value));
        foreach (Match file in files) File.WriteAllText(Path.Combine(_folder, file.Groups[1].Value), file.Groups[2].Value);

        var count = 0;
        foreach (Match console in Regex.Matches(text, "```console\n(.*?)```", RegexOptions.Singleline))
        {
            foreach (var part in Regex.Split(console.Groups[1].Value, @"^\$ greenbuild ", RegexOptions.Multiline).Skip(1))
            {
                var line = part.Split('\n', 2);
                var run = ToolRun.In(_folder, [.. Regex.Matches(line[0], "\"([^\"]*)\"|\\S+").Select(static word => word.Groups[1].Success ? word.Groups[1].Value : word.Value)]);
                Assert.Equal(line[1], (run.Output + run.Error).TrimStart('\uFEFF').ReplaceLineEndings("\n"));
                count++;
            }
        }

        Assert.Equal(9, count);
        // What was written is a table that reads the same; and the other two forms hold what the page says of them.
        File.WriteAllText(Path.Combine(_folder, "again.csv"), ToolRun.In(_folder, "readings", "north.csv", "--minutes", "60", "--format", "csv").Output);
        Assert.Equal(ValuesOf("north.csv", "--minutes", "60"), ValuesOf("again.csv"));
        Assert.Equal(["a34002 97 µg/m3 3600", "Leq 58.4 dB(A) 3600"], ValuesOf("yard.csv"));
        Assert.Equal(["a34002 97 µg/m3 3600", "Leq 58.4 dB(A) 3600", "a34002  µg/m3 3600"], ValuesOf("north.jsonl", "--minutes", "60"));
    }

    /// <summary>Every option of the page is one of the tool, and every word of a status is said.</summary>
    [Theory]
    [InlineData("readings.md")]
    [InlineData("readings.zh-CN.md")]
    public void Options_AreThere(string page)
    {
        var help = string.Concat(new[] { "readings", "monitor", "screen" }.Select(static command => ToolRun.Of(command, "--help").Output));
        foreach (Match option in Regex.Matches(RepositoryFiles.Read("docs/" + page), @"--[a-z-]{3,}")) Assert.Contains(option.Value, help, StringComparison.Ordinal);
        foreach (var option in new[] { "--columns", "--unit", "--encoding", "--separator", "--decimal", "--minutes", "--stamps", "--strict", "--ambient", "--rules-of" }) Assert.Contains(option, RepositoryFiles.Read("docs/" + page), StringComparison.Ordinal);
    }

    private List<string> ValuesOf(string file, params string[] options) => CsvReading.Of(ToolRun.In(_folder, ["readings", file, "--format", "csv", .. options]).Output)
        .Select(static row => $"{row["code"]} {row["value"]} {row["unit"]} {row["seconds"]}").ToList();
}
