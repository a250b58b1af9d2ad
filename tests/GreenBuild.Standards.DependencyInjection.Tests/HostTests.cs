using System.Diagnostics;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GreenBuild.Standards.DependencyInjection.Tests;

/// <summary>In a real host: what is wrong is said at start, and the sample runs.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task Host_DoesNotStartWithWrongSettings()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["GreenBuild:Place"] = "Shangahi";
        builder.Services.AddGreenBuildStandards(builder.Configuration.GetSection("GreenBuild"));
        builder.Services.AddGreenBuildStandards("other", static options => options.Overlays.Add(StandardsOverlay.FromFile("nowhere.json")));
        using var host = builder.Build();

        // Two registrations are wrong: the host gathers both.
        var problem = await Assert.ThrowsAsync<AggregateException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        var failures = problem.InnerExceptions.Cast<OptionsValidationException>().SelectMany(static one => one.Failures).ToList();
        Assert.Contains(failures, static failure => failure.StartsWith("GreenBuild:Place: 'Shangahi' is not a known place.", StringComparison.Ordinal));
        Assert.Contains(failures, static failure => failure.StartsWith("other:Place: No place is given.", StringComparison.Ordinal));
        Assert.Contains(failures, static failure => failure.StartsWith("other:Overlays: nowhere.json: The file cannot be read.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Host_StartsWithRightSettings_AndUsesWhatWasValidated()
    {
        var folder = Directory.CreateTempSubdirectory("greenbuild-di-").FullName;
        try
        {
            var file = Path.Combine(folder, "house.json");
            File.Copy(Path.Combine(AppContext.BaseDirectory, "house.greenbuild-overlay.json"), file);
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Configuration["GreenBuild:Place"] = "CN-SH";
            builder.Configuration["GreenBuild:Overlays"] = file;
            builder.Services.AddGreenBuildStandards(builder.Configuration.GetSection("GreenBuild"));
            using var host = builder.Build();
            await host.StartAsync(TestContext.Current.CancellationToken);

            // What was read at start is what counts: the file is not read a second time.
            File.Delete(file);

            Assert.NotNull(host.Services.GetRequiredService<GreenBuildStandards>().Catalogue.FindEdition("cn-sh.house-noise-2026"));
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>52 dB(A) at 23:00. Until 2025 the 55 dB(A) of GB 12523-2011 hold in both places; from 2026 on the 50 dB(A) of the house in Shanghai, and 55 dB(A) of GB 12523-2025 in Beijing.</summary>
    [Theory]
    [InlineData("2025-12-31T12:00+08:00", "lingang (Shanghai 上海市) 2025-12-31: compliant: 52 ≤ 55 dB(A), GB 12523-2011", "tongzhou (Beijing 北京市) 2025-12-31: compliant: 52 ≤ 55 dB(A), GB 12523-2011")]
    [InlineData("2026-01-01T00:00+08:00", "lingang (Shanghai 上海市) 2026-01-01: non-compliant: 52 > 50 dB(A), House rule", "tongzhou (Beijing 北京市) 2026-01-01: compliant: 52 ≤ 55 dB(A), GB 12523-2025")]
    public async Task Sample_JudgesBothSites(string now, string lingang, string tongzhou)
    {
        var (exitCode, output) = await RunSampleAsync("--now", now);

        Assert.True(exitCode == 0, output);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith(lingang, lines[0], StringComparison.Ordinal);
        Assert.StartsWith(tongzhou, lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_SaysWhatIsWrong()
    {
        var (exitCode, output) = await RunSampleAsync("--Sites:lingang:Place", "CN-SG");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Sites:lingang:Place: 'CN-SG' is not a known place.", output, StringComparison.Ordinal);
        Assert.Contains("不是已知的地点", output, StringComparison.Ordinal);
    }

    /// <summary>The library is trim- and AOT-safe by the analysis of its build, and says so.</summary>
    [Fact]
    public void Library_SaysThatItCanBeTrimmed() => Assert.Contains(
        typeof(GreenBuildStandards).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(), static one => (one.Key, one.Value) == ("IsTrimmable", "True"));

    private static async Task<(int ExitCode, string Output)> RunSampleAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hosting.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
