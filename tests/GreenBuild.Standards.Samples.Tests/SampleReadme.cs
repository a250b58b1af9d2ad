using System.Reflection;
using System.Text.RegularExpressions;
using GreenBuild.Standards.Package.Tests;

namespace GreenBuild.Standards.Samples.Tests;

/// <summary>A README of a sample as a reader takes it: blocks of commands to type, and below them blocks of what is then printed.</summary>
internal sealed partial class SampleReadme
{
    private SampleReadme(IReadOnlyList<(IReadOnlyList<string> Commands, IReadOnlyList<string> Printed)> steps) => Steps = steps;

    /// <summary>Commands, with the blocks of output up to the next commands.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Commands, IReadOnlyList<string> Printed)> Steps { get; }

    public static SampleReadme Of(string file)
    {
        var steps = new List<(IReadOnlyList<string>, IReadOnlyList<string>)>();
        foreach (var block in Block().Matches(RepositoryFiles.Read(file)).Select(static match => match.Groups[1].Value))
        {
            if (block.StartsWith("dotnet ", StringComparison.Ordinal)) steps.Add((Lines(block), []));
            else if (steps.Count > 0) steps[^1] = (steps[^1].Item1, [.. steps[^1].Item2, block]);
        }

        return new SampleReadme(steps);

        static string[] Lines(string block) => block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Runs a command of a README in the folder of the repository, or in another, where what it writes is nobody's. It is not built again: other tests run beside this one, out of the same folders.</summary>
    public static async Task<Run> RunAsync(string command, string? folder = null)
    {
        var words = command.Split(' ');
        if (folder is not null) words = Array.ConvertAll(words, static word => Path.Exists(RepositoryFiles.PathOf(word)) ? RepositoryFiles.PathOf(word) : word);
        Assert.Equal(["dotnet", "run", "--project"], words[..3]);
        var configuration = typeof(SampleReadme).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Configuration").Value!;
        return await DotNet.RunAsync(folder ?? RepositoryFiles.PathOf(""), null, "en", ["run", "--no-build", "-c", configuration, .. words[2..]]);
    }

    [GeneratedRegex("^```\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
