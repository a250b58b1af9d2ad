namespace GreenBuild.Standards.DependencyInjection.Tests;

/// <summary>Building sites beside dwellings.</summary>
internal static class Sites
{
    public static ConstructionSite In(string place) =>
        new(Jurisdiction.Parse(place)) { Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true) };
}
