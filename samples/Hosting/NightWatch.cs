using GreenBuild.Standards.DependencyInjection;
using GreenBuild.Standards.Noise;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GreenBuild.Standards.Samples.Hosting;

/// <summary>Judges one level that was measured at night on each site, says by which edition, and ends the host.</summary>
internal sealed class NightWatch(
    [FromKeyedServices("lingang")] GreenBuildStandards lingang,
    [FromKeyedServices("lingang")] ISiteEvaluator<SiteBoundaryMeasurement> lingangNoise,
    [FromKeyedServices("tongzhou")] GreenBuildStandards tongzhou,
    [FromKeyedServices("tongzhou")] ISiteEvaluator<SiteBoundaryMeasurement> tongzhouNoise,
    IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Judge("lingang", lingang, lingangNoise);
        Judge("tongzhou", tongzhou, tongzhouNoise);
        lifetime.StopApplication();
        return Task.CompletedTask;
    }

    private static void Judge(string name, GreenBuildStandards standards, ISiteEvaluator<SiteBoundaryMeasurement> noise)
    {
        var site = new ConstructionSite(standards.Place) { Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true) };
        // Synthetic: 52 dB(A) at 23:00 of this day, in local time of the place.
        var measured = new SiteBoundaryMeasurement("P1", standards.Today.ToDateTime().AddHours(23), 52);
        var finding = noise.Judge(site, measured)[0];
        Console.WriteLine($"{name} ({standards.Place.Name.English} {standards.Place.Name.Chinese}) {standards.Today}: {finding}");
    }
}
