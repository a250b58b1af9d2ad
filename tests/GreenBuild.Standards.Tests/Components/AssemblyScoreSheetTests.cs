using GreenBuild.Standards.Components;
using static GreenBuild.Standards.Tests.Components.AssemblySample;

namespace GreenBuild.Standards.Tests.Components;

public sealed class AssemblyScoreSheetTests
{
    /// <summary>
    /// Each row at, just below and above each bound, by Table 4.0.1 as the dossier has it. Interpolated: points = low + (q − from) / (to − from) · (high − low), to one
    /// decimal, half to even.
    /// </summary>
    [Theory]
    // q1a 35–80 %, 20–30 points.
    [InlineData(AssemblyItem.VerticalMembers, 0, 0)]
    [InlineData(AssemblyItem.VerticalMembers, 34.99, 0)] // below the floor nothing, not 19.9978
    [InlineData(AssemblyItem.VerticalMembers, 35, 20)]
    [InlineData(AssemblyItem.VerticalMembers, 35.22, 20.0)] // 20 + 0.22/45·10 = 20.0489
    [InlineData(AssemblyItem.VerticalMembers, 35.225, 20.0)] // 20 + 0.225/45·10 = 20.05: half to even
    [InlineData(AssemblyItem.VerticalMembers, 35.23, 20.1)] // 20.0511
    [InlineData(AssemblyItem.VerticalMembers, 57.5, 25)] // 20 + 22.5/45·10
    [InlineData(AssemblyItem.VerticalMembers, 79.99, 30.0)] // 20 + 44.99/45·10 = 29.9978
    [InlineData(AssemblyItem.VerticalMembers, 80, 30)]
    [InlineData(AssemblyItem.VerticalMembers, 100, 30)]
    // q1b 70–80 %, 10–20 points.
    [InlineData(AssemblyItem.HorizontalMembers, 69.99, 0)]
    [InlineData(AssemblyItem.HorizontalMembers, 70, 10)]
    [InlineData(AssemblyItem.HorizontalMembers, 70.05, 10.0)] // 10 + 0.05/10·10 = 10.05: half to even
    [InlineData(AssemblyItem.HorizontalMembers, 70.15, 10.2)] // 10.15: half to even
    [InlineData(AssemblyItem.HorizontalMembers, 75, 15)]
    [InlineData(AssemblyItem.HorizontalMembers, 80, 20)]
    [InlineData(AssemblyItem.HorizontalMembers, 80.01, 20)]
    // q2a at least 80 %, 5 points.
    [InlineData(AssemblyItem.EnclosureNonMasonry, 79.99, 0)]
    [InlineData(AssemblyItem.EnclosureNonMasonry, 80, 5)]
    [InlineData(AssemblyItem.EnclosureNonMasonry, 80.01, 5)]
    [InlineData(AssemblyItem.EnclosureNonMasonry, 100, 5)]
    // q2b 50–80 %, 2–5 points.
    [InlineData(AssemblyItem.EnclosureIntegrated, 49.99, 0)]
    [InlineData(AssemblyItem.EnclosureIntegrated, 50, 2)]
    [InlineData(AssemblyItem.EnclosureIntegrated, 65, 3.5)] // 2 + 15/30·3
    [InlineData(AssemblyItem.EnclosureIntegrated, 80, 5)]
    [InlineData(AssemblyItem.EnclosureIntegrated, 80.01, 5)]
    // q2c at least 50 %, 5 points.
    [InlineData(AssemblyItem.PartitionNonMasonry, 49.99, 0)]
    [InlineData(AssemblyItem.PartitionNonMasonry, 50, 5)]
    [InlineData(AssemblyItem.PartitionNonMasonry, 50.01, 5)]
    // q2d 50–80 %, 2–5 points.
    [InlineData(AssemblyItem.PartitionIntegrated, 49.99, 0)]
    [InlineData(AssemblyItem.PartitionIntegrated, 50, 2)]
    [InlineData(AssemblyItem.PartitionIntegrated, 50.5, 2.0)] // 2 + 0.5/30·3 = 2.05: half to even
    [InlineData(AssemblyItem.PartitionIntegrated, 80, 5)]
    [InlineData(AssemblyItem.PartitionIntegrated, 80.01, 5)]
    // Full fit-out: 6 or nothing.
    [InlineData(AssemblyItem.FullFitOut, 0, 0)]
    [InlineData(AssemblyItem.FullFitOut, 100, 6)]
    // q3a at least 70 %, 6 points.
    [InlineData(AssemblyItem.DryFloor, 69.99, 0)]
    [InlineData(AssemblyItem.DryFloor, 70, 6)]
    [InlineData(AssemblyItem.DryFloor, 70.01, 6)]
    // q3b and q3c 70–90 %, 3–6 points.
    [InlineData(AssemblyItem.IntegratedKitchen, 69.99, 0)]
    [InlineData(AssemblyItem.IntegratedKitchen, 70, 3)]
    [InlineData(AssemblyItem.IntegratedKitchen, 80, 4.5)] // 3 + 10/20·3
    [InlineData(AssemblyItem.IntegratedKitchen, 90, 6)]
    [InlineData(AssemblyItem.IntegratedKitchen, 90.01, 6)]
    [InlineData(AssemblyItem.IntegratedBathroom, 69.99, 0)]
    [InlineData(AssemblyItem.IntegratedBathroom, 70, 3)]
    [InlineData(AssemblyItem.IntegratedBathroom, 89.99, 6.0)] // 3 + 19.99/20·3 = 5.9985
    [InlineData(AssemblyItem.IntegratedBathroom, 90, 6)]
    [InlineData(AssemblyItem.IntegratedBathroom, 100, 6)]
    // q3d 50–70 %, 4–6 points.
    [InlineData(AssemblyItem.ServiceSeparation, 49.99, 0)]
    [InlineData(AssemblyItem.ServiceSeparation, 50, 4)]
    [InlineData(AssemblyItem.ServiceSeparation, 55, 4.5)] // 4 + 5/20·2
    [InlineData(AssemblyItem.ServiceSeparation, 70, 6)]
    [InlineData(AssemblyItem.ServiceSeparation, 70.01, 6)]
    public void ARow_GivesItsPoints(AssemblyItem item, double ratio, double points)
    {
        var ratios = Enumerable.Repeat<decimal?>(0, 11).ToArray();
        ratios[(int)item] = (decimal)ratio;
        var row = Score(WithRatios(ratios)).Rows[(int)item];

        Assert.Equal((item, (decimal)points), (row.Item, row.Points.Value));
        if (item != AssemblyItem.FullFitOut) Assert.Equal((decimal)ratio, row.Ratio);
    }

    /// <summary>
    /// q1a = (900 + 60 + 24) / 2400 = 41 %: the strip of 650 mm is wider than 600 mm. 20 + 6/45·10 = 21.333 → 21.3.
    /// q1b = (7000 + 300) / 10000 = 73 %: 10 + 3/10·10 = 13. Q1 = 34.3.
    /// q2a = 100 %: 5. q2b = 2400/4000 = 60 %: 2 + 10/30·3 = 3. q2c = 7200/9000 = 80 %: 5. q2d = 4950/9000 = 55 %: 2 + 5/30·3 = 2.5. Q2 = 15.5.
    /// Fit-out 6. q3a = 69 %: 0. q3b = 960/1200 = 80 %: 4.5. q3c = 1350/1500 = 90 %: 6. q3d = 11000/20000 = 55 %: 4.5. Q3 = 21.
    /// Q4 = 0. P = (34.3 + 15.5 + 21) / 100 = 70.8 %: grade A.
    /// </summary>
    [Fact]
    public void AWholeBuilding_WorkedByHand()
    {
        var sheet = Score(Building());

        Assert.Equal([41m, 73, 100, 60, 80, 55, null, 69, 80, 90, 55], sheet.Rows.Select(static row => row.Ratio));
        Assert.Equal([21.3m, 13, 5, 3, 5, 2.5m, 6, 0, 4.5m, 6, 4.5m], sheet.Rows.Select(static row => row.Points.Value));
        Assert.Equal((34.3m, 15.5m, 21m, 0m, 100m), (sheet.Q1.Value, sheet.Q2.Value, sheet.Q3.Value, sheet.Q4, sheet.FullPoints));
        Assert.Equal(70.8m, sheet.Rate.Value);
        Assert.Equal((Verdict.Compliant, AssemblyGrade.A), (sheet.Verdict, sheet.Grade));
        Assert.Equal(["Q1", "Q2", "full-fit-out", "P"], sheet.Findings.Select(static finding => finding.Subject));
        Assert.Equal([14.3m, 5.5m, null, 20.8m], sheet.Findings.Select(static finding => finding.Margin));
        Assert.Equal([Verdict.Compliant, Verdict.Compliant], sheet.Grading.Select(static finding => finding.Verdict));
        Assert.Empty(sheet.Missing);
        Assert.Equal("3.0.2", sheet.PhaseRule!.Clause);
    }

    /// <summary>An office has no kitchens: Q4 = 6, P = (34.3 + 15.5 + 16.5) / 94 = 70.5319 %. Dry floors scored nothing, and stay in the denominator.</summary>
    [Fact]
    public void AFunctionThatDoesNotExist_LeavesTheDenominator()
    {
        var sheet = Score(Building() with { KitchenArea = null, DryKitchenArea = null, KitchensEquipped = null, Absent = [AssemblyItem.IntegratedKitchen] });

        Assert.Equal((6m, 16.5m), (sheet.Q4, sheet.Q3.Value));
        Assert.Equal(70.5319m, Math.Round(sheet.Rate.Value!.Value, 4));
        Assert.True(sheet.Rows[8].IsAbsent);
        Assert.Empty(sheet.Missing);
    }

    /// <summary>All facts on points are recalled: what hangs on them is provisional, and names its evidence. Full fit-out is confirmed and decides alone.</summary>
    [Fact]
    public void WhatIsRecalled_IsProvisional()
    {
        var sheet = Score(Building(), options: CheckOptions.Default);

        Assert.Equal((Verdict.Indeterminate, Verdict.Compliant), (sheet.Verdict, sheet.ProvisionalVerdict));
        Assert.Null(sheet.Grade);
        Assert.Equal(AssemblyGrade.A, sheet.ProvisionalGrade);
        Assert.All(sheet.Findings.Where(static finding => finding.Subject != "full-fit-out"), static finding => Assert.Equal((Evidence.Unconfirmed, true), (finding.Evidence, finding.IsProvisional)));
        Assert.Equal((Verdict.Compliant, Evidence.Confirmed), (sheet.Findings[2].Verdict, sheet.Findings[2].Evidence));

        var bare = Score(Building() with { HasFullFitOut = false }, options: CheckOptions.Default);
        Assert.Equal((Verdict.NonCompliant, AssemblyGrade.None), (bare.Verdict, bare.Grade));
        Assert.Equal(Verdict.NotApplicable, bare.Grading[0].Verdict);
    }

    /// <summary>
    /// The conditions of 3.0.3 at their bounds. Q1 = 20 from q1a = 35 % alone, or q1b = 80 % alone. Q2 = 10 from q2a and q2c. P: 20 + 10 + 6 + 6 + 4 + 4 (q3b = 76.67 %: 3 + 6.67/20·3
    /// = 4.0005 → 4.0) = 50; with q3b = 76 %: 3.9 and 49.9.
    /// </summary>
    [Theory]
    [InlineData(35, 0, 80, 50, 76.67, Verdict.Compliant, 50)]
    [InlineData(0, 80, 80, 50, 76.67, Verdict.Compliant, 50)]
    [InlineData(35, 0, 80, 50, 76, Verdict.NonCompliant, 49.9)]
    [InlineData(0, 79.9, 80, 50, 90, Verdict.NonCompliant, 51.9)] // Q1 = 10 + 9.9 = 19.9
    [InlineData(80, 80, 80, 49.9, 90, Verdict.NonCompliant, 77)] // Q2 = 5: 50 + 5 + 6 + 6 + 6 + 4
    public void TheConditions_HoldTogether(double vertical, double horizontal, double enclosure, double partition, double kitchen, Verdict verdict, double rate)
    {
        var sheet = Score(WithRatios((decimal)vertical, (decimal)horizontal, (decimal)enclosure, 0, (decimal)partition, 0, 100, 70, (decimal)kitchen, 0, 50));

        Assert.Equal((decimal)rate, sheet.Rate.Value);
        Assert.Equal(verdict, sheet.Verdict);
    }

    /// <summary>
    /// The gate of 5.0.1: q1a = 34.99 % and all else full gives P = 20 + 20 + 30 = 70 %: prefabricated and not graded; with 35 % P = 90 % and AA.
    /// </summary>
    [Theory]
    [InlineData(34.99, 70, AssemblyGrade.None, Verdict.NonCompliant)]
    [InlineData(35, 90, AssemblyGrade.AA, Verdict.Compliant)]
    [InlineData(80, 100, AssemblyGrade.AAA, Verdict.Compliant)]
    public void TheGate_ComesBeforeTheGrade(double vertical, double rate, AssemblyGrade grade, Verdict gate)
    {
        var sheet = Score(WithRatios((decimal)vertical, 80, 80, 80, 50, 80, 100, 70, 90, 90, 70));

        Assert.Equal(((decimal?)rate, Verdict.Compliant, grade, gate), (sheet.Rate.Value, sheet.Verdict, sheet.Grade, sheet.Grading[0].Verdict));
    }

    /// <summary>
    /// Grades at their bounds. All full but vertical members and kitchens gives 20 + 20 + 20 + 24 = 84 with q1a = 35 % and no kitchen points; P is set by q1a (0.1 point each
    /// 0.45 %) and by leaving rows out.
    /// </summary>
    [Theory]
    [InlineData(59.9, AssemblyGradeRounding.NotChosen, AssemblyGrade.None)]
    [InlineData(59.9, AssemblyGradeRounding.Nearest, AssemblyGrade.None)] // below every band is no gap
    [InlineData(60, AssemblyGradeRounding.NotChosen, AssemblyGrade.A)]
    [InlineData(75, AssemblyGradeRounding.NotChosen, AssemblyGrade.A)]
    [InlineData(75.1, AssemblyGradeRounding.NotChosen, null)]
    [InlineData(75.1, AssemblyGradeRounding.Nearest, AssemblyGrade.A)]
    [InlineData(75.4, AssemblyGradeRounding.Nearest, AssemblyGrade.A)]
    [InlineData(75.5, AssemblyGradeRounding.Nearest, AssemblyGrade.AA)] // half to even: 76
    [InlineData(75.9, AssemblyGradeRounding.Nearest, AssemblyGrade.AA)]
    [InlineData(75.9, AssemblyGradeRounding.Down, AssemblyGrade.A)]
    [InlineData(75.9, AssemblyGradeRounding.NotChosen, null)]
    [InlineData(76, AssemblyGradeRounding.NotChosen, AssemblyGrade.AA)]
    [InlineData(90, AssemblyGradeRounding.NotChosen, AssemblyGrade.AA)]
    [InlineData(90.5, AssemblyGradeRounding.NotChosen, null)]
    [InlineData(90.5, AssemblyGradeRounding.Nearest, AssemblyGrade.AA)] // half to even: 90
    [InlineData(90.6, AssemblyGradeRounding.Nearest, AssemblyGrade.AAA)]
    [InlineData(90.9, AssemblyGradeRounding.Down, AssemblyGrade.AA)]
    [InlineData(91, AssemblyGradeRounding.NotChosen, AssemblyGrade.AAA)]
    [InlineData(100, AssemblyGradeRounding.NotChosen, AssemblyGrade.AAA)]
    public void Grades_AndTheGapsBetweenThem(double rate, AssemblyGradeRounding rounding, AssemblyGrade? grade)
    {
        var sheet = Score(AtRate((decimal)rate), rounding);

        Assert.Equal((decimal)rate, sheet.Rate.Value);
        Assert.Equal(grade, sheet.Grade);
        var finding = sheet.Grading[1];
        if (grade is null)
        {
            Assert.Equal((Verdict.Indeterminate, "gradeRounding"), (finding.Verdict, Assert.Single(finding.Missing)));
            Assert.Contains("lies between two grades (60–75 %, 76–90 %, ≥ 91 %)", finding.Explanation[^1].English, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(grade == AssemblyGrade.None ? Verdict.NotApplicable : Verdict.Compliant, finding.Verdict);
        }
    }

    /// <summary>From 20 + 10 + 6 = 36 up: q1b (10–20), q2b (2–5), q3a (6), q3b (3–6), q3c (3–6), q3d (4–6), q2d (2–5) whole, the rest by q1a in tenths of a point: 0.45 % each.</summary>
    private static AssemblyTakeOff AtRate(decimal rate)
    {
        var ratios = new decimal?[] { 35, 0, 80, 0, 50, 0, 100, 0, 0, 0, 0 };
        var points = 36m;
        foreach (var (row, ratio, full) in new[] { (10, 70m, 6m), (9, 90m, 6m), (8, 90m, 6m), (7, 70m, 6m), (5, 80m, 5m), (3, 80m, 5m), (1, 80m, 20m) })
        {
            if (points + full > rate) continue;
            ratios[row] = ratio;
            points += full;
        }

        ratios[0] = 35 + ((rate - points) * 4.5m);
        return WithRatios(ratios);
    }

    /// <summary>Vertical members of steel or timber count as prefabricated (30 points), floors on decking as horizontal members: (1000 + 6500) / 10000 = 75 %: 15.</summary>
    [Theory]
    [InlineData(AssemblyStructure.Steel)]
    [InlineData(AssemblyStructure.Timber)]
    public void SteelAndTimber_CountAsPrefabricated(AssemblyStructure structure)
    {
        var sheet = Score(Building() with
        {
            Structure = structure, VerticalVolume = null, PrecastVerticalVolume = null, VerticalJoints = [], PrecastFloorArea = 1_000, FormworkFreeFloorArea = 6_500, FloorStrips = [],
        });

        Assert.Equal((100m, 30m), (sheet.Rows[0].Ratio, sheet.Rows[0].Points.Value));
        Assert.Equal((75m, 15m), (sheet.Rows[1].Ratio, sheet.Rows[1].Points.Value));
    }

    /// <summary>Joints of 4.0.3 and 4.0.5 at their bounds. 350 m3 precast of 1000 is 35 %; a joint of 10 m3 makes it 36 % where it counts.</summary>
    [Theory]
    [InlineData(AssemblyJointKind.WallStrip, 600, null, 36)]
    [InlineData(AssemblyJointKind.WallStrip, 601, null, 35)]
    [InlineData(AssemblyJointKind.WallBand, 300, null, 36)]
    [InlineData(AssemblyJointKind.WallBand, 301, null, 35)]
    [InlineData(AssemblyJointKind.BeamColumnNode, null, null, 36)]
    [InlineData(AssemblyJointKind.ColumnJoint, 500, 500, 36)]
    [InlineData(AssemblyJointKind.ColumnJoint, 501, 500, 35)]
    [InlineData(AssemblyJointKind.FloorStrip, 300, null, 36)]
    [InlineData(AssemblyJointKind.FloorStrip, 301, null, 35)]
    public void Joints_CountWithinTheirBounds(AssemblyJointKind kind, int? size, int? column, int expected)
    {
        var joint = new AssemblyJoint { Kind = kind, Quantity = 10, Size = size, ColumnSize = column };
        var isFloor = kind == AssemblyJointKind.FloorStrip;
        var takeOff = new AssemblyTakeOff
        {
            Structure = AssemblyStructure.Concrete, VerticalVolume = 1_000, PrecastVerticalVolume = 350, FloorArea = 1_000, PrecastFloorArea = 350,
            VerticalJoints = isFloor ? [] : [joint], FloorStrips = isFloor ? [joint] : [],
        };

        Assert.Equal(expected, Score(takeOff).Rows[isFloor ? 1 : 0].Ratio);
    }

    [Theory]
    [InlineData(AssemblyJointKind.WallStrip, "jointSize")]
    [InlineData(AssemblyJointKind.ColumnJoint, "jointSize")]
    public void AJointOfUnknownSize_IsAsked(AssemblyJointKind kind, string missing)
    {
        var row = Score(Building() with { VerticalJoints = [new() { Kind = kind, Quantity = 10 }] }).Rows[0];

        Assert.Null(row.Ratio);
        Assert.Equal([missing], row.Missing);
        Assert.Equal((0m, 30m), (row.Points.Low, row.Points.High));
    }

    /// <summary>Without all that belongs in them installed, kitchens and bathrooms count nothing; not said, it is asked, unless they score nothing anyway.</summary>
    [Fact]
    public void Kitchens_AreEquipped()
    {
        var unfinished = Building() with { KitchensEquipped = false, HasFullFitOut = false };
        Assert.Equal((0m, 0m), (Score(unfinished).Rows[8].Ratio, Score(unfinished).Rows[8].Points.Value));

        var unsaid = Score(Building() with { KitchensEquipped = null }).Rows[8];
        Assert.Equal(["kitchensEquipped"], unsaid.Missing);
        Assert.Equal((0m, 4.5m), (unsaid.Points.Low, unsaid.Points.High));

        var low = Score(Building() with { KitchensEquipped = null, DryKitchenArea = 600 });
        Assert.Equal(0m, low.Rows[8].Points.Value);
    }

    /// <summary>What is not known leaves its row open. P lies between 49.5 and 79.5 without q1a; whether Q1 ≥ 20 is open (13 to 43), Q2 is not.</summary>
    [Fact]
    public void AMissingQuantity_DecidesOnlyWhereItCan()
    {
        var sheet = Score(Building() with { PrecastVerticalVolume = null });

        Assert.Equal((49.5m, 79.5m), (sheet.Rate.Low, sheet.Rate.High));
        Assert.Equal([Verdict.Indeterminate, Verdict.Compliant, Verdict.Compliant, Verdict.Indeterminate], sheet.Findings.Select(static finding => finding.Verdict));
        Assert.Equal(["precastVerticalVolume"], sheet.Missing);
        Assert.Equal("Not known: precast concrete of vertical members (precastVerticalVolume).", sheet.Findings[0].Reason.English);
        Assert.Equal("缺少信息：竖向构件预制混凝土体积（precastVerticalVolume）。", sheet.Findings[0].Reason.Chinese);
        Assert.Null(sheet.Grade);

        // Without service lines P lies between 66.3 and 72.3: prefabricated and grade A whatever they are.
        var services = Score(Building() with { SeparatedServiceLength = null });
        Assert.Equal((66.3m, 72.3m, Verdict.Compliant, AssemblyGrade.A), (services.Rate.Low, services.Rate.High, services.Verdict, services.Grade));
    }

    /// <summary>A total of nothing is no share: it is asked whether the function exists.</summary>
    [Fact]
    public void NothingOfNothing_IsAsked()
    {
        var row = Score(Building() with { KitchenArea = 0, DryKitchenArea = 0 }).Rows[8];

        Assert.Equal(["kitchenArea"], row.Missing);
        Assert.Contains(row.Explanation, static step => step.English.Contains("named as absent", StringComparison.Ordinal));
    }

    public static TheoryData<string, AssemblyTakeOff, string> Contradictions => new()
    {
        { "vertical-members", Building() with { PrecastVerticalVolume = 2_310 }, "more than there is (V1a > V)" }, // with the strip that does not count: 2310 + 60 + 24 + 20 > 2400
        { "vertical-members", Building() with { PrecastVerticalVolume = -1 }, "-1 m3 is no quantity" },
        { "horizontal-members", Building() with { PrecastFloorArea = 9_800 }, "10100 m2 of 10000 m2 are more than there is" },
        { "enclosure-non-masonry", Building() with { NonMasonryEnclosureArea = 3_001 }, "3001 m2 of 3000 m2 are more" },
        { "enclosure-non-masonry", Building() with { NonBearingEnclosureArea = 4_001 }, "are more than all enclosure walls (4000 m2)" },
        { "full-fit-out", Building() with { UnfinishedArea = 50 }, "but 50 m2 are handed over without" },
        { "full-fit-out", Building() with { KitchensEquipped = false }, "cabinets and appliances of the kitchens are not all installed" },
        { "integrated-kitchen", Building() with { Absent = [AssemblyItem.IntegratedKitchen] }, "said not to exist, but 1200 m2 of it are given" },
        { "enclosure-integrated", Building() with { EnclosureArea = null, IntegratedEnclosureArea = null, Absent = [AssemblyItem.EnclosureIntegrated] }, "but 3000 m2 of them bear no load" },
        { "partition-integrated", Building() with { Absent = [AssemblyItem.PartitionIntegrated] }, "said not to exist, but 9000 m2 of it are given" },
        // Both rows on partitions count the walls Aw3: a building without partitions has neither row. Walls that bear no load are enclosure walls.
        { "partition-non-masonry", Building() with { PartitionArea = null, NonMasonryPartitionArea = 0, IntegratedPartitionArea = 3_000, Absent = [AssemblyItem.PartitionNonMasonry] }, "has neither row" },
        { "partition-integrated", Building() with { PartitionArea = null, NonMasonryPartitionArea = 3_000, IntegratedPartitionArea = null, Absent = [AssemblyItem.PartitionIntegrated] }, "has neither row" },
        { "enclosure-integrated", Building() with { NonBearingEnclosureArea = null, NonMasonryEnclosureArea = null, EnclosureArea = null, IntegratedEnclosureArea = null, Absent = [AssemblyItem.EnclosureIntegrated] }, "has neither row" },
        { "dry-floor", Building() with { Absent = [AssemblyItem.DryFloor] }, "No building is without" },
        { "vertical-members", Building() with { Structure = AssemblyStructure.Steel }, "how a structure of both is counted is not known" },
        { "vertical-members", Building() with { Structure = AssemblyStructure.Steel, VerticalVolume = null, PrecastVerticalVolume = null }, "how a structure of both is counted is not known" }, // 104 m3 of joints
        { "horizontal-members", Building() with { FloorStrips = [new() { Kind = AssemblyJointKind.WallStrip, Quantity = 1, Size = 100 }] }, "does not belong to" },
        { "service-separation", Building() with { ServiceLength = decimal.MaxValue }, "is no quantity" },
        { "service-separation", Building() with { ServiceLength = null, SeparatedServiceLength = null, Absent = [AssemblyItem.ServiceSeparation] }, "the building is fitted out" },
        { "integrated-kitchen", Building() with { KitchenArea = null, DryKitchenArea = null, Absent = [AssemblyItem.IntegratedKitchen] }, "said to be equipped" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void AContradiction_IsAFinding(string subject, AssemblyTakeOff takeOff, string reason)
    {
        var sheet = Score(takeOff);
        var finding = Assert.Single(sheet.Findings, static finding => finding.Verdict == Verdict.Invalid);

        Assert.Equal(subject, finding.Subject);
        Assert.Contains(reason, finding.Reason.English, StringComparison.Ordinal);
        Assert.NotEqual("", finding.Reason.Chinese);
        Assert.NotEqual(Verdict.Compliant, sheet.Verdict);
    }

    /// <summary>Claims change nothing; each that is not what the quantities give is a finding.</summary>
    [Theory]
    [InlineData(AssemblyItem.DryFloor, 6, "6 points are claimed at 69 %, below the least ratio of 70 %: 0.")]
    [InlineData(AssemblyItem.VerticalMembers, 30, "30 points are claimed; the quantities give 21.3.")]
    [InlineData(AssemblyItem.VerticalMembers, 21.3, null)]
    public void AClaim_IsCompared(AssemblyItem item, double points, string? reason)
    {
        var sheet = Score(Building() with { ClaimedPoints = new Dictionary<AssemblyItem, decimal> { [item] = (decimal)points } });

        Assert.Equal(70.8m, sheet.Rate.Value);
        Assert.Equal(Verdict.Compliant, sheet.Verdict);
        if (reason is null) Assert.Empty(sheet.Claims);
        else Assert.EndsWith(reason, Assert.Single(sheet.Claims).Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void AClaimOfFitOutThatIsNotDone_IsAFinding()
    {
        var sheet = Score(Building() with { HasFullFitOut = false, ClaimedPoints = new Dictionary<AssemblyItem, decimal> { [AssemblyItem.FullFitOut] = 6 } });

        Assert.Equal((Verdict.Invalid, "full-fit-out"), (Assert.Single(sheet.Claims).Verdict, sheet.Claims[0].Subject));
    }

    /// <summary>A group is of buildings of at most 3 storeys and at most 500 m2 each (3.0.1).</summary>
    [Theory]
    [InlineData(3, 500, null)]
    [InlineData(4, 500, "storeys (storeys) 4, for a group ≤ 3")]
    [InlineData(3, 501, "floor area above ground (aboveGroundFloorArea) 501 m2, for a group ≤ 500 m2")]
    public void AGroup_IsOfSmallBuildings(int storeys, int area, string? reason)
    {
        var sheet = Score(Building() with { Group = [new() { Name = "5#", Storeys = storeys, AboveGroundArea = area }] });

        if (reason is null) Assert.Equal(Verdict.Compliant, sheet.Verdict);
        else Assert.Contains(reason, Assert.Single(sheet.Findings, static finding => finding.Verdict == Verdict.Invalid).Reason.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CN", "2018-01-31", "GB/T 51129-2015 is in force, which has a form of its own")]
    [InlineData("CN", "2015-12-31", "not in force in China on 2015-12-31")]
    [InlineData("SG", "2026-06-30", "not in force in Singapore")]
    public void WhereTheEditionIsNotInForce_NothingIsScored(string place, string day, string reason)
    {
        var sheet = AssemblyScoreSheet.Of(Building(), Jurisdiction.Parse(place), CalendarDate.Parse(day));

        Assert.Empty(sheet.Rows);
        Assert.Equal(Verdict.NotApplicable, sheet.Verdict);
        Assert.Contains(reason, Assert.Single(sheet.Findings).Reason.English, StringComparison.Ordinal);
        Assert.NotEqual("", sheet.ToText(Language.Chinese));
    }

    [Fact]
    public void WhatDoesNotExist_IsAProgrammingMistake()
    {
        Assert.Throws<ArgumentException>(static () => Score(Building() with { Absent = [(AssemblyItem)11] }));
        Assert.Throws<ArgumentException>(static () => Score(Building() with { Structure = (AssemblyStructure)9 }));
        Assert.Throws<ArgumentException>(static () => Score(null!));
    }

    /// <summary>P = 70.8 % is grade A (60 to 75): the sheet says so, and that facts which decide are from memory.</summary>
    [Fact]
    public void TheSheet_SaysTheGrade()
    {
        Assert.Contains("等级：A级（暂定）；无法判定", Score(Building(), options: CheckOptions.Default).ToText(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("grade: grade A; compliant", Score(Building(), options: new CheckOptions { EvidenceFloor = Evidence.Unconfirmed }).ToText(Language.English), StringComparison.Ordinal);
    }

    /// <summary>The sheet shows every intermediate value, in both languages.</summary>
    [Theory]
    [InlineData(Language.English, "q1a = V1a / V = (900 + 60 + 24) / 2400 × 100 % = 41 %", "20 + (41 − 35) / (80 − 35) × (30 − 20) = 21.3333, rounded by GB/T 8170, half to even, to 21.3.", "vertical strip between wall panels, 650 mm (≤ 600 mm): 20 m3, not counted.")]
    [InlineData(Language.Chinese, "q1a = V1a / V = (900 + 60 + 24) / 2400 × 100 % = 41 %", "20 + (41 − 35) / (80 − 35) × (30 − 20) = 21.3333，按 GB/T 8170 修约（四舍六入五成双）为 21.3 分。", "预制墙板间竖向后浇段，650 mm（≤ 600 mm）：20 m3，不计入。")]
    public void TheSheet_ShowsHow(Language language, params string[] lines)
    {
        var sheet = Score(Building(), options: CheckOptions.Default);
        foreach (var text in new[] { sheet.ToText(language), sheet.ToMarkdown(language) })
        {
            foreach (var line in lines) Assert.Contains(line, text, StringComparison.Ordinal);
            Assert.Contains("P = (Q1 + Q2 + Q3) / (100 − Q4) × 100 % = (34.3 + 15.5 + 21) / (100 − 0) × 100 % = 70.8 %", text, StringComparison.Ordinal);
            Assert.Contains("3#".Replace("#", text.StartsWith('#') ? "\\#" : "#", StringComparison.Ordinal), text, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', text);
        }
    }
}
