using System.Diagnostics;
using System.Text;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>What a run of the dotnet command left behind.</summary>
internal sealed record Run(int ExitCode, string Output);

/// <summary>Runs the dotnet command as a person would at a prompt.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs the command in a folder.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="packages">The folder that packages are unpacked into; <see langword="null"/> for that of the user.</param>
    /// <param name="language">The language that the prompt is set to.</param>
    /// <param name="arguments">The arguments.</param>
    public static Task<Run> RunAsync(string folder, string? packages, string language, params string[] arguments)
    {
        var start = StartOf("dotnet", folder, arguments);
        // What the build that runs these tests left for its own children is not meant for this one.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        start.Environment.Remove("CI");
        // The dotnet command hands the language of its own prompt down to what it starts.
        start.Environment.Remove("VSLANG");
        start.Environment.Remove("PreferredUILang");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = language;
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        if (packages is not null) start.Environment["NUGET_PACKAGES"] = packages;
        return RunAsync(start);
    }

    /// <summary>Runs any program in a folder.</summary>
    public static Task<Run> RunProgramAsync(string program, string folder, params string[] arguments)
    {
        var start = StartOf(program, folder, arguments);
        // What Mono writes is in the characters of the prompt.
        start.Environment["LC_ALL"] = "C.UTF-8";
        return RunAsync(start);
    }

    /// <summary>Mono with its façade for .NET Standard, where it is installed.</summary>
    public static string? FindMono() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(static folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "mono")) && File.Exists(Path.Combine(folder, "..", "lib", "mono", "4.5", "Facades", "netstandard.dll")))
        .Select(static folder => Path.Combine(folder, "mono"))
        .FirstOrDefault();

    public static void SkipWithoutMono() => MissingTool.Skip("Mono with its façade netstandard.dll is not installed (on Debian: apt-get install mono-devel).");

    private static ProcessStartInfo StartOf(string program, string folder, string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    };

    private static async Task<Run> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, TestContext.Current.CancellationToken);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var errors = process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token);
            return new Run(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
