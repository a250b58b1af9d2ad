using System.Diagnostics.CodeAnalysis;
using GreenBuild.Standards;

/// <summary>What a team decided to live with, and how it says so.</summary>
internal sealed class Waivers
{
    [StandardValue("noise.site-boundary", When = "period=night; projectType=building; noiseSensitiveBuildings=true")]
    public double Limit { get; set; }

    // With a reason: nothing is reported, and an auditor finds the reason in the log of the build.
    [SuppressMessage("GreenBuild.Limits", "GBS1001", Justification = "the worst case of the load test")]
    public void LoadTest() => Limit = 90;

    // Past its day.
    [SuppressMessage("GreenBuild.Limits", "GBS1001", Justification = "permit 17 of the authority, until 2026-05-31")] // GBS8007
    public void Permit() => Limit = 65;

#pragma warning disable GBS1001 // the worst hour of the crane test
    public void Commented() => Limit = 62;
#pragma warning restore GBS1001

    // Known since the project took the rules on: it stands in greenbuild-baseline.json.
    public void Old() => Limit = 58;
}
