using GreenBuild.Standards;
using GreenBuild.Standards.DependencyInjection;
using GreenBuild.Standards.Noise;
using Microsoft.Extensions.DependencyInjection;

internal static class Further
{
    internal static void Run()
    {
        // 2025-12-31 16:30 UTC is half past midnight in Shanghai, of the first day of GB 12523-2025.
        var services = new ServiceCollection();
        services.AddGreenBuildStandards("site", options => { options.Place = Jurisdiction.Parse("CN-SH"); options.Clock = new Fixed(); });
        using var provider = services.BuildServiceProvider();
        var standards = provider.GetRequiredKeyedService<GreenBuildStandards>("site");
        Console.WriteLine(standards.Today); // 2026-01-01
        // 56 dB(A) is above the 55 of the night.
        var night = Circumstances.None.With("period", "night").With("projectType", "building").With("noiseSensitiveBuildings", true);
        var finding = standards.Judge(Measurands.Noise.SiteBoundary, 56, "dB(A)", night);
        Console.WriteLine($"{finding.Verdict} {finding.Limit} {finding.Requirement!.Edition.Number}"); // NonCompliant 55 GB 12523-2025
        // An evaluator to inject: 72 dB(A) by day is above 70.
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH")) { Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true) };
        var boundary = provider.GetRequiredKeyedService<ISiteEvaluator<SiteBoundaryMeasurement>>("site");
        Console.WriteLine(boundary.Judge(site, new SiteBoundaryMeasurement("P1", new DateTime(2026, 3, 2, 10, 0, 0), 72m))[0].Margin); // -2
    }

    private sealed class Fixed : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 12, 31, 16, 30, 0, TimeSpan.Zero);
    }
}
