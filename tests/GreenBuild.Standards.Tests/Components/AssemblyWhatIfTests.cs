using CsCheck;
using GreenBuild.Standards.Components;
using static GreenBuild.Standards.Tests.Components.AssemblySample;

namespace GreenBuild.Standards.Tests.Components;

public sealed class AssemblyWhatIfTests
{
    /// <summary>
    /// P = 70.8 %, grade AA asks 76 %: 5.2 points more. Alone: q1a gives at most 30 − 21.3 = 8.7, q1b 20 − 13 = 7, q3a 6. q1a needs 26.5 points: 26.45 rounds to 26.4 (half to
    /// even), so just above 35 + 6.45/10·45 = 64.025 %: 64.03 %. q1b needs 18.2 points: 18.15 rounds to 18.2: 78.15 %. q3a needs 70 %, and gives 6.
    /// </summary>
    [Fact]
    public void SingleRows_ByHand()
    {
        var search = AssemblyWhatIf.Of(Score(Building()), AssemblyTarget.AA, mostChanges: 1);

        Assert.Equal(76, search.RateNeeded);
        Assert.False(search.IsReached);
        Assert.Equal(
            [(AssemblyItem.VerticalMembers, 64.03m, 5.2m), (AssemblyItem.HorizontalMembers, 78.15m, 5.2m), (AssemblyItem.DryFloor, 70m, 6m)],
            search.Ways.Select(static way => (way.Changes[0].Item, way.Changes[0].RatioNeeded, way.PointsGained)));
        // 64.03 % of 2400 m3 are 1536.72, 984 count already; 78.15 % of 10000 m2 are 7815, 7300 count; 7000 of which 6900 are laid dry.
        Assert.Equal([552.72m, 515m, 100m], search.Ways.Select(static way => way.Changes[0].QuantityMore));
        Assert.Equal([76m, 76m, 76.8m], search.Ways.Select(static way => way.Rate));
        Assert.Equal("Dry-construction floors: 69 % → 70 %, + 6 points", search.Ways[2].ToString());
        Assert.Equal("干式工法的楼面、地面：69 % → 70 %，加 6 分", search.Ways[2].Changes[0].In(Language.Chinese));
    }

    /// <summary>
    /// Combinations without those rows: q2b gives 2 more, q2d 2.5, q3b 1.5, q3d 1.5; q2a, q2c, q3c and fit-out are full. 5.2 points need q2b and q2d and one of q3b and q3d
    /// (6.0), or q2d with q3b and q3d (5.5); q2b with these (5.0) is not enough.
    /// </summary>
    [Fact]
    public void Combinations_AreMinimal()
    {
        var search = AssemblyWhatIf.Of(Score(Building()), AssemblyTarget.AA);
        var light = search.Ways.Where(static way => way.Changes.All(static change => change.Item is not (AssemblyItem.VerticalMembers or AssemblyItem.HorizontalMembers or AssemblyItem.DryFloor))).ToList();

        Assert.Equal(
            ["EnclosureIntegrated PartitionIntegrated IntegratedKitchen", "EnclosureIntegrated PartitionIntegrated ServiceSeparation", "PartitionIntegrated IntegratedKitchen ServiceSeparation"],
            light.Select(static way => string.Join(' ', way.Changes.Select(static change => change.Item))).Order(StringComparer.Ordinal));
        Assert.All(light, static way => Assert.Equal(5.2m, way.PointsGained));
    }

    /// <summary>
    /// Who rounds what lies between two grades to the nearest whole per cent has AA from 75.5 % on (75.5 → 76, half to even): 4.7 points. q1a needs 26.0: 25.95 rounds to 26.0, just
    /// above 35 + 5.95/10·45 = 61.775 %: 61.78 %. Who rounds down, or did not choose, needs the 76 %.
    /// </summary>
    [Theory]
    [InlineData(AssemblyGradeRounding.Nearest, 61.78, 4.7)]
    [InlineData(AssemblyGradeRounding.Down, 64.03, 5.2)]
    [InlineData(AssemblyGradeRounding.NotChosen, 64.03, 5.2)]
    public void TheGapBetweenGrades_IsRoundedAsTheSheetDoes(AssemblyGradeRounding rounding, double ratio, double points)
    {
        var way = AssemblyWhatIf.Of(Score(Building(), rounding), AssemblyTarget.AA, mostChanges: 1).Ways[0];

        Assert.Equal((AssemblyItem.VerticalMembers, (decimal)ratio, (decimal)points), (way.Changes[0].Item, way.Changes[0].RatioNeeded, way.PointsGained));
        Assert.Equal(AssemblyGrade.AA, Score(way.ApplyTo(Building()), rounding).ProvisionalGrade);
    }

    /// <summary>A tower in a group that may have none is a unit of its own (3.0.1): no ratio changes that, and nothing is called reached.</summary>
    [Fact]
    public void AGroupThatIsNone_ReachesNothing()
    {
        var takeOff = Building() with { Group = [new() { Name = "tower", Storeys = 30, AboveGroundArea = 20_000 }] };
        // Nor is it where it is not known whether it may have one, or where the quantities contradict each other: the sheet gives no verdict there.
        foreach (var none in new[] { takeOff, Building() with { Group = [new() { Name = "gate" }] }, Building() with { DryKitchenArea = 1_300 } })
        {
            Assert.Null(Score(none).Grade);
            foreach (var target in new[] { AssemblyTarget.A, AssemblyTarget.AA })
            {
                var search = AssemblyWhatIf.Of(Score(none), target);
                Assert.False(search.IsReached);
                Assert.Empty(search.Ways);
            }
        }
    }

    /// <summary>No way asks for less of anything than there is.</summary>
    [Fact]
    public void Quantities_AreNeverNegative() => Gen.Int[0, 10_000].Array[11].Sample(hundredths =>
    {
        var search = AssemblyWhatIf.Of(Score(WithRatios([.. hundredths.Select(static value => value / 100m)])), AssemblyTarget.AA, mostChanges: 3);
        Assert.All(search.Ways.SelectMany(static way => way.Changes), static change => Assert.False(change.QuantityMore < 0));
    }, iter: 60);

    [Fact]
    public void WhatIsReached_NeedsNothing()
    {
        var search = AssemblyWhatIf.Of(Score(Building()), AssemblyTarget.A);

        Assert.True(search.IsReached);
        Assert.Empty(search.Ways);
    }

    /// <summary>Without services and kitchens there is no way of one row to AAA, and q1a with q1b together have 15.7 points: 86.5.</summary>
    [Fact]
    public void WhatCannotBeReached_HasNoWays()
    {
        var search = AssemblyWhatIf.Of(Score(Building()), AssemblyTarget.AAA, mostChanges: 2);

        Assert.False(search.IsReached);
        Assert.Empty(search.Ways);
    }

    /// <summary>Joints that are too wide stay cast: of 1000 m3 with 300 m3 in such joints no more than 70 % can be precast, and 80 % is not proposed.</summary>
    [Fact]
    public void Joints_BoundWhatCanBeRaised()
    {
        var takeOff = WithRatios(35, 0, 80, 0, 50, 0, 100, 0, 0, 0, 0) with { VerticalJoints = [new() { Kind = AssemblyJointKind.WallStrip, Quantity = 300, Size = 900 }] };
        foreach (var way in AssemblyWhatIf.Of(Score(takeOff), AssemblyTarget.Prefabricated).Ways)
        {
            Assert.All(way.Changes.Where(static change => change.Item == AssemblyItem.VerticalMembers), static change => Assert.InRange(change.RatioNeeded, 35, 70));
            Assert.Equal(Verdict.Compliant, Score(way.ApplyTo(takeOff)).Verdict);
        }
    }

    [Fact]
    public void Mistakes_OfTheCaller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => AssemblyWhatIf.Of(Score(Building()), AssemblyTarget.A, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => AssemblyWhatIf.Of(Score(Building()), (AssemblyTarget)7));
        Assert.Throws<ArgumentException>(static () => AssemblyWhatIf.Of(AssemblyScoreSheet.Of(Building(), Jurisdiction.Parse("SG"), Day), AssemblyTarget.A));
    }

    /// <summary>Each way, scored again, reaches the target; without any one of its rows it does not; nor with any ratio 0.01 % lower; and the second answer is the first.</summary>
    [Fact]
    public void EveryWay_ReachesAndNoneIsTooLong() => Gen.Select(Gen.Int[0, 10_000].Array[11], Gen.Int[0, 7].Array[11], Gen.Int[0, 3], Gen.Bool).Sample(static (parts, left, target, areEquipped) =>
    {
        var ratios = parts.Select((part, i) => i == 6 ? part % 3 == 0 ? 0m : 100m : left[i] == 0 && i is 2 or 8 or 9 ? null : (decimal?)part / 100).ToArray();
        var takeOff = WithRatios(ratios);
        if (ratios[6] == 0 && !areEquipped) takeOff = takeOff with { KitchensEquipped = ratios[8] is null ? null : false };
        var sheet = Score(takeOff);
        var search = AssemblyWhatIf.Of(sheet, (AssemblyTarget)target);

        Assert.Equal(Reached(sheet, target), search.IsReached);
        Assert.Equal(search.Ways.Select(static way => way.ToString()), AssemblyWhatIf.Of(sheet, (AssemblyTarget)target).Ways.Select(static way => way.ToString()));
        Assert.Equal(search.Ways.Select(static way => way.PointsGained).Order(), search.Ways.Select(static way => way.PointsGained));
        foreach (var way in search.Ways)
        {
            var after = Score(way.ApplyTo(takeOff));
            Assert.True(Reached(after, target), way.ToString());
            Assert.Equal((way.Rate, way.Rate), (after.Rate.Low, after.Rate.High));
            foreach (var change in way.Changes)
            {
                var without = way.Changes.Where(other => other != change).Aggregate(takeOff, static (changed, other) => changed.WithRatio(other.Item, other.RatioNeeded));
                Assert.False(Reached(Score(without), target), $"{way} without {change}");
                if (change.Item == AssemblyItem.FullFitOut) continue;
                var lower = way.Changes.Aggregate(takeOff, (changed, other) => changed.WithRatio(other.Item, other == change ? other.RatioNeeded - 0.01m : other.RatioNeeded));
                Assert.False(Reached(Score(lower), target), $"{way} with {change} lower");
            }
        }
    }, iter: 60);

    private static bool Reached(AssemblyScoreSheet sheet, int target) => target == 0 ? sheet.Verdict == Verdict.Compliant : Graded(sheet) >= target;

    // In a gap the lower grade is what counts: a target is the lower end of its band.
    private static int Graded(AssemblyScoreSheet sheet) => (int)(Score(sheet.TakeOff, AssemblyGradeRounding.Down).Grade ?? 0);
}
