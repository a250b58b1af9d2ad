using System.Diagnostics;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>This program once more: what must not be disturbed by what ran before is measured in a process of its own.</summary>
internal static class OwnProcess
{
    /// <summary>Starts it, and gives each line of its output as it comes.</summary>
    public static void Run(IEnumerable<string> arguments, Action<string> line)
    {
        var program = Environment.ProcessPath!;
        // "dotnet program.dll" is a process of dotnet.
        if (Path.GetFileNameWithoutExtension(program) == "dotnet") arguments = arguments.Prepend(typeof(OwnProcess).Assembly.Location);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } read) line(read);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
