using CsCheck;
using GreenBuild.Standards.Components;
using static GreenBuild.Standards.Tests.Components.AssemblySample;

namespace GreenBuild.Standards.Tests.Components;

/// <summary>The score sheet against a second, plain computation with the numbers of the dossier written out, on take-offs that nobody chose.</summary>
public sealed class AssemblyReferenceTests
{
    private static readonly (decimal From, decimal To, decimal Low, decimal High)[] Table =
    [
        (35, 80, 20, 30), (70, 80, 10, 20), (80, 80, 5, 5), (50, 80, 2, 5), (50, 50, 5, 5), (50, 80, 2, 5), (0, 0, 6, 6), (70, 70, 6, 6), (70, 90, 3, 6), (70, 90, 3, 6), (50, 70, 4, 6),
    ];

    /// <summary>Ratios of parts in thousandths of a whole of 1000, with every row but structure, floors and fit-out left out now and then.</summary>
    private static readonly Gen<int?[]> Ratios = Gen.Select(Gen.Int[0, 1000].Array[11], Gen.Int[0, 9].Array[11], static (parts, left) =>
        parts.Select((part, i) => i == 6 ? part % 4 == 0 ? 0 : 1000 : IsLeftOut(i, left) ? null : (int?)part).ToArray());

    // Both rows on partitions have one whole, and without enclosure walls there are none that bear no load.
    private static bool IsLeftOut(int row, int[] left) => row switch
    {
        // Services can only be absent where there is no fit-out, kitchen or bathroom: a case of its own.
        0 or 1 or 7 or 10 => false,
        2 => left[2] == 0 || left[3] == 0,
        5 => left[4] == 0,
        _ => left[row] == 0,
    };

    [Fact]
    public void Sheet_IsWhatAPlainComputationGives() => Ratios.Sample(static parts =>
    {
        var sheet = Score(TakeOff(parts), AssemblyGradeRounding.Nearest);
        var (points, q4) = (new decimal[11], 0m);
        for (var i = 0; i < 11; i++)
        {
            if (parts[i] is not { } part)
            {
                q4 += Table[i].High;
                continue;
            }

            var (ratio, row) = (part / 10m, Table[i]);
            if (i == 6) points[i] = part > 0 ? 6 : 0;
            else if (ratio >= row.To) points[i] = row.High;
            else if (ratio >= row.From) points[i] = Math.Round(row.Low + ((ratio - row.From) * (row.High - row.Low) / (row.To - row.From)), 1, MidpointRounding.ToEven);
        }

        var (q1, q2, q3) = (points[0] + points[1], points[2] + points[3] + points[4] + points[5], points[6] + points[7] + points[8] + points[9] + points[10]);
        var rate = (q1 + q2 + q3) * 100 / (100 - q4);
        var isPrefabricated = q1 >= 20 && q2 >= 10 && points[6] > 0 && rate >= 50;
        var whole = rate is > 75 and < 76 or > 90 and < 91 ? Math.Round(rate, 0, MidpointRounding.ToEven) : rate;
        var grade = !isPrefabricated || parts[0] < 350 || whole < 60 ? AssemblyGrade.None : whole <= 75 ? AssemblyGrade.A : whole <= 90 ? AssemblyGrade.AA : AssemblyGrade.AAA;

        Assert.Equal(points, sheet.Rows.Select(static row => row.Points.Value!.Value));
        Assert.Equal((q1, q2, q3, q4), (sheet.Q1.Value, sheet.Q2.Value, sheet.Q3.Value, sheet.Q4));
        Assert.Equal(rate, sheet.Rate.Value);
        Assert.Equal(isPrefabricated ? Verdict.Compliant : Verdict.NonCompliant, sheet.Verdict);
        Assert.Equal(grade, sheet.Grade);
    }, iter: 3_000);

    /// <summary>More of a part never lowers P, nor takes a verdict or a grade away.</summary>
    [Fact]
    public void MoreOfAPart_NeverLowersTheRate() => Gen.Select(Ratios, Gen.Int[0, 10], Gen.Int[0, 1000]).Sample(static (parts, at, more) =>
    {
        if (parts[at] is not { } part) return;
        var raised = (int?[])parts.Clone();
        raised[at] = Math.Min(1000, part + more);
        var (before, after) = (Score(TakeOff(parts), AssemblyGradeRounding.Nearest), Score(TakeOff(raised), AssemblyGradeRounding.Nearest));

        Assert.True(after.Rate.Value >= before.Rate.Value);
        Assert.True(before.Verdict != Verdict.Compliant || after.Verdict == Verdict.Compliant);
        Assert.True(after.Grade >= before.Grade);
    }, iter: 2_000);

    /// <summary>A quantity that is not known leaves P between what it is without and what it is with all of it.</summary>
    [Fact]
    public void WhatIsNotKnown_IsBracketed() => Gen.Select(Ratios, Gen.Int[0, 10]).Sample(static (parts, at) =>
    {
        if (parts[at] is null || at == 6) return;
        var takeOff = TakeOff(parts);
        var open = Score(at switch
        {
            0 => takeOff with { PrecastVerticalVolume = null },
            1 => takeOff with { PrecastFloorArea = null },
            2 => takeOff with { NonMasonryEnclosureArea = null },
            3 => takeOff with { IntegratedEnclosureArea = null },
            4 => takeOff with { NonMasonryPartitionArea = null },
            5 => takeOff with { IntegratedPartitionArea = null },
            7 => takeOff with { DryFloorArea = null },
            8 => takeOff with { DryKitchenArea = null },
            9 => takeOff with { DryBathroomArea = null },
            _ => takeOff with { SeparatedServiceLength = null },
        });
        var known = Score(takeOff);

        Assert.InRange(known.Rate.Value!.Value, open.Rate.Low, open.Rate.High);
        Assert.True(open.Verdict == Verdict.Indeterminate || open.Verdict == known.Verdict);
        Assert.True(open.Grade is null || open.Grade == known.Grade);
    }, iter: 1_000);

    private static AssemblyTakeOff TakeOff(int?[] parts) => WithRatios(parts.Select(static part => part / 10m).ToArray());
}
