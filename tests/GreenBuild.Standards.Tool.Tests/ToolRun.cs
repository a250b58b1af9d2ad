namespace GreenBuild.Standards.Tool.Tests;

/// <summary>One run of the tool in this process, with what it wrote.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static ToolRun In(string folder, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return new ToolRun(GreenBuildTool.Run(arguments, output, error, folder, clock: new StoppedClock()), output.ToString(), error.ToString());
    }

    /// <summary>A run whose output goes to a terminal of 100 columns.</summary>
    public static ToolRun OnTerminal(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return new ToolRun(GreenBuildTool.Run(arguments, output, error, Path.GetTempPath(), isTerminal: true, width: 100), output.ToString(), error.ToString());
    }

    /// <summary>The lines of the output that hold all of some texts.</summary>
    public IReadOnlyList<string> LinesWith(params string[] texts) =>
        Output.ReplaceLineEndings("\n").Split('\n').Where(line => texts.All(text => line.Contains(text, StringComparison.Ordinal))).ToList();

    public static ToolRun Of(params string[] arguments) => In(Path.GetTempPath(), arguments);
}

/// <summary>A clock that always says the same: what a report says of its making can then be expected.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 26, 8, 30, 15, 250, TimeSpan.Zero);
}
