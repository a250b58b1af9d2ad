using CsCheck;
using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.GreenMaterialSample;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>Weights 45, 35, 15, 5 and a threshold of 80 % (method-2024, one source).</summary>
public sealed class GreenMaterialRatioTests
{
    /// <summary>
    /// q1: 3 kinds, of which concrete 80 of 100 (80 %: counts), steel 79.99 of 100 (does not), mortar 10 of 10 (counts): 45 · 2/3 = 30. q2: 1 of 2: 17.5. q3: 1 of 1: 15.
    /// q4: 0 of 1: 0. P = 62.5 %.
    /// </summary>
    [Fact]
    public void AHandComputedProject()
    {
        var ratio = Of(
            new("q1", "concrete", 100, 80), new("q1", "steel", 100, 79.99m), new("q1", "mortar", 10, 10), new("q2", "paint", 5, 5), new("q2", "panel", 8, 0),
            new("q3", "cable", 3, 3), new("q4", "paving", 40, 20));

        Assert.Equal(62.5m, ratio.Ratio);
        Assert.Equal([30, 17.5m, 15, 0], ratio.GroupScores.OrderBy(static score => score.Key).Select(static score => score.Value));
        Assert.Empty(ratio.AbsentGroups);
        Assert.Equal(Evidence.SingleSource, ratio.Evidence);
        Assert.Equal(7, ratio.Items.Count);
        Assert.Equal(Verdict.NonCompliant, ratio.Items.Single(static item => item.Subject == "steel").Verdict);
    }

    /// <summary>Of a group without materials the tool that was seen makes 0; how the standard treats it was not seen.</summary>
    [Fact]
    public void AnAbsentGroup_ScoresNothing_AndIsMarked()
    {
        var ratio = Of(new("q1", "concrete", 100, 100), new("q2", "paint", 5, 5), new("q3", "cable", 3, 3), new("q4", "paving", 0, 0));

        Assert.Equal(95, ratio.Ratio);
        Assert.Equal(["q4"], ratio.AbsentGroups);
        Assert.Equal(Evidence.Unconfirmed, ratio.Evidence);
        Assert.Contains(ratio.Explanation, static step => step.English.Contains("was not seen", StringComparison.Ordinal));
    }

    /// <summary>One kind in two parts is one kind: 50 + 50 of 100 + 100 are 50 %, below 80 %, and one of two kinds is half of 45.</summary>
    [Fact]
    public void AKindInParts_IsOneKind() =>
        Assert.Equal(22.5m, Of(new("q1", "concrete", 100, 100), new("q1", "concrete", 100, 0), new("q1", "rebar", 1, 1), new("q2", "x", 1, 0), new("q3", "x", 1, 0), new("q4", "x", 1, 0)).Ratio);

    /// <summary>The method of 2024 begins with the revision of GB/T 50378 of 2024-10-01.</summary>
    [Fact]
    public void BeforeTheMethod_ThereIsNoRatio()
    {
        Assert.Equal(["edition"], GreenMaterialRatio.Of([new("q1", "concrete", 100, 100)], Jurisdiction.China, new(2024, 9, 30)).Missing);
        Assert.Equal(45, GreenMaterialRatio.Of([new("q1", "concrete", 100, 100)], Jurisdiction.China, new(2024, 10, 1)).Ratio);
    }

    [Fact]
    public void WithoutAnyKind_TheRatioIsNotZero()
    {
        Assert.Equal(((decimal?)null, "materialGroup"), (Of().Ratio, Of().Missing.Single()));
        // A kind of which nothing is used says no more.
        Assert.Equal(((decimal?)null, "materialGroup"), (Of(new GreenMaterialItem("q1", "concrete", 0, 0)).Ratio, Of(new GreenMaterialItem("q1", "concrete", 0, 0)).Missing.Single()));
        Assert.Equal(0, Of(new("q1", "concrete", 0, 0), new("q1", "rebar", 1, 0)).Ratio);
    }

    /// <summary>Nothing used, and 5 of it green.</summary>
    [Fact]
    public void GreenOfNothing_IsNamed() => Assert.Equal(["item:concrete"], Of(new GreenMaterialItem("q1", "concrete", 0, 5)).Missing);

    [Fact]
    public void AnImpossibleItem_IsNamed()
    {
        var ratio = Of(new GreenMaterialItem("q1", "concrete", 100, 101));

        Assert.Null(ratio.Ratio);
        Assert.Equal(["item:concrete"], ratio.Missing);
    }

    [Fact]
    public void TheMethodOf2019_AddsPoints()
    {
        Assert.Equal(55, GreenMaterialRatio.OfPoints(20, 15, 12, 8).Ratio);
        Assert.Equal(Evidence.Unconfirmed, GreenMaterialRatio.OfPoints(20, 15, 12, 8).Evidence);
        Assert.Equal(["points"], GreenMaterialRatio.OfPoints(60, 30, 12, 8).Missing);
        Assert.Equal(["S2"], GreenMaterialRatio.OfPoints(60, -1, 12, 8).Missing);
    }

    private static readonly Gen<GreenMaterialItem[]> Items =
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 1000], Gen.Int[0, 100], static (group, used, percent) => new GreenMaterialItem("q" + group, "k", used, used * percent / 100m)).Array[1, 30].Select(static items => items.Select(static (item, i) => new GreenMaterialItem(item.Group, "k" + i, item.Used, item.Green)).ToArray()).Where(static items => items.Any(static item => item.Used > 0));

    /// <summary>A second, plain implementation; and the order of the items does not matter.</summary>
    [Fact]
    public void ThePlainLoop_AndAnyOrder_Agree() => Gen.Select(Items, Gen.Int).Sample(static (items, seed) =>
    {
        var weights = new Dictionary<string, decimal> { ["q1"] = 45, ["q2"] = 35, ["q3"] = 15, ["q4"] = 5 };
        var expected = 0m;
        foreach (var (group, weight) in weights)
        {
            int used = 0, reached = 0;
            foreach (var item in items)
            {
                if (item.Group != group || item.Used == 0) continue;
                used++;
                if (item.Green >= 0.8m * item.Used) reached++;
            }

            if (used > 0) expected += weight * reached / used;
        }

        var random = new Random(seed);
        var shuffled = items.OrderBy(_ => random.Next()).ToArray();
        return Of(items).Ratio == expected && Of(shuffled).Ratio == expected;
    });

    /// <summary>More of one kind certified never lowers the ratio.</summary>
    [Fact]
    public void MoreGreen_IsNeverWorse() => Gen.Select(Items.Where(static items => items.Length > 0), Gen.Int[0, 1000]).Sample(static (items, at) =>
    {
        var index = at % items.Length;
        var greener = items.ToArray();
        greener[index] = new GreenMaterialItem(items[index].Group, items[index].Name, items[index].Used, items[index].Used);
        return Of(greener).Ratio >= Of(items).Ratio;
    });

    private static GreenMaterialRatio Of(params GreenMaterialItem[] items) => GreenMaterialRatio.Of(items, Jurisdiction.China, Day);
}
