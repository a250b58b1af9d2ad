using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Tests.Components;

/// <summary>A block of flats of concrete, made up for the tests and docs/components.md; its sheet is worked out by hand in <see cref="AssemblyScoreSheetTests"/>.</summary>
internal static class AssemblySample
{
    public static readonly CalendarDate Day = new(2026, 6, 30);

    public static readonly CheckOptions All = new() { EvidenceFloor = Evidence.Unconfirmed };

    public static AssemblyTakeOff Building() => new()
    {
        Name = "3#",
        Phase = AssemblyPhase.Design,
        Structure = AssemblyStructure.Concrete,
        VerticalVolume = 2_400,
        PrecastVerticalVolume = 900,
        VerticalJoints =
        [
            new() { Kind = AssemblyJointKind.WallStrip, Quantity = 60, Size = 500 },
            new() { Kind = AssemblyJointKind.WallStrip, Quantity = 20, Size = 650 },
            new() { Kind = AssemblyJointKind.WallBand, Quantity = 24, Size = 250 },
        ],
        FloorArea = 10_000,
        PrecastFloorArea = 7_000,
        FloorStrips = [new() { Kind = AssemblyJointKind.FloorStrip, Quantity = 300, Size = 280 }],
        NonBearingEnclosureArea = 3_000,
        NonMasonryEnclosureArea = 3_000,
        EnclosureArea = 4_000,
        IntegratedEnclosureArea = 2_400,
        PartitionArea = 9_000,
        NonMasonryPartitionArea = 7_200,
        IntegratedPartitionArea = 4_950,
        HasFullFitOut = true,
        DryFloorArea = 6_900,
        KitchenArea = 1_200,
        DryKitchenArea = 960,
        KitchensEquipped = true,
        BathroomArea = 1_500,
        DryBathroomArea = 1_350,
        BathroomsEquipped = true,
        ServiceLength = 20_000,
        SeparatedServiceLength = 11_000,
    };

    public static AssemblyScoreSheet Score(AssemblyTakeOff takeOff, AssemblyGradeRounding rounding = default, CheckOptions? options = null) =>
        AssemblyScoreSheet.Of(takeOff, Jurisdiction.China, Day, rounding, options: options ?? All);

    /// <summary>A building whose rows have these ratios in per cent, in the order of the table; null where the function does not exist. The seventh is full fit-out.</summary>
    public static AssemblyTakeOff WithRatios(params decimal?[] ratios)
    {
        var takeOff = new AssemblyTakeOff
        {
            Structure = AssemblyStructure.Concrete,
            VerticalVolume = 1_000,
            FloorArea = 1_000,
            NonBearingEnclosureArea = ratios[2] is null ? null : 1_000,
            EnclosureArea = ratios[3] is null ? null : 1_000,
            PartitionArea = ratios[4] is null && ratios[5] is null ? null : 1_000,
            KitchenArea = ratios[8] is null ? null : 1_000,
            BathroomArea = ratios[9] is null ? null : 1_000,
            ServiceLength = ratios[10] is null ? null : 1_000,
            Absent = Enumerable.Range(0, 11).Where(i => ratios[i] is null).Select(static i => (AssemblyItem)i).ToList(),
        };
        for (var i = 0; i < 11; i++)
            if (ratios[i] is { } ratio && i != 6) takeOff = takeOff.WithRatio((AssemblyItem)i, ratio);
        return takeOff with { HasFullFitOut = ratios[6] > 0 };
    }
}
