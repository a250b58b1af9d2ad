using GreenBuild.Standards;
using GreenBuild.Standards.Components;

var site = new Site();
foreach (var level in args.Select(double.Parse)) Console.WriteLine($"{level} dB(A): {(site.IsTooLoud(level) ? "too loud" : "fine")}");

/// <summary>The limits of a site as its operator configured them.</summary>
internal sealed class Site
{
    // The limit of the night is typed from memory, and five decibels too high.
    [StandardValue("noise.site-boundary", When = "period=night; projectType=building; noiseSensitiveBuildings=true")]
    public double NightLimit { get; set; } = 60; // GBS1001

    // The right number, but a copy: it will not follow the next edition.
    [StandardValue("noise.site-boundary", When = "period=day; projectType=building; noiseSensitiveBuildings=true")]
    public double DayLimit { get; set; } = 70; // GBS1004

    // The edition that lapsed on 2026-01-01.
    public string Basis => "GB 12523-2011 Table 1"; // GBS2001

    // A slip of the finger: there is no such number.
    public string Materials => "GB 18580-2052"; // GBS2003

    // The contract itself is mistyped, and would look like a check without being one.
    [StandardValue("noise.site-boundry")] // GBS8001
    public double Typo { get; set; }

    public bool IsTooLoud([StandardValue("noise.site-boundary", When = "period=day; projectType=building; noiseSensitiveBuildings=true")] double level) =>
        level > 75; // GBS1003

    // Whether the limit applies hangs on facts that nobody stated: nothing would be checked.
    [StandardValue("noise.site-boundary", When = "period=night")] // GBS8009
    public double Open { get; set; } = 60;

    // The limit is 120 µg/m3; whoever typed this thought in mg/m3.
    [StandardValue(RequirementKeys.Cn.Gb3095_2026.Pm10DailyClass2Transition)]
    public double Dust { get; set; } = 0.12; // GBS4002

    // Two machines of 65 dB(A) together are 68, not 130.
    public SoundLevel Together(SoundLevel first, SoundLevel second) =>
        SoundLevel.FromDecibels((double)(first.Decibels + second.Decibels)); // GBS4001
}

/// <summary>The components of a building as a plug-in proposes them.</summary>
internal sealed class Design
{
    [StandardValue("components.module-step", When = "sizeUse=bay")]
    public int Bay { get; set; } = 2950; // GBS3001 (a hint: shown in the editor and in the log of the build)

    [StandardValue("components.tolerance-axis", When = "component=wall; inspectionStage=cast-in-place")]
    public double AxisTolerance { get; set; } = 10; // GBS3003

    public AssemblyTakeOff TakeOff { get; } = new()
    {
        Structure = AssemblyStructure.Concrete,
        FloorArea = 1_000,
        PrecastFloorArea = 1_200, // GBS3004
    };
}
