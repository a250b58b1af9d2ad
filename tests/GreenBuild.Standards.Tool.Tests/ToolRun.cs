namespace GreenBuild.Standards.Tool.Tests;

/// <summary>One run of the tool in this process, with what it wrote.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static ToolRun In(string folder, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return new ToolRun(GreenBuildTool.Run(arguments, output, error, folder), output.ToString(), error.ToString());
    }

    public static ToolRun Of(params string[] arguments) => In(Path.GetTempPath(), arguments);
}
