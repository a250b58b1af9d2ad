using GreenBuild.Standards.Components;
using static GreenBuild.Standards.Tests.Components.AssemblySample;

namespace GreenBuild.Standards.Tests.Components;

public sealed class AssemblyFigureTests
{
    private static readonly StandardsCatalogue Catalogue = StandardsCatalogue.Default;

    /// <summary>Every figure against a threshold of another: a finding that says so, never a comparison.</summary>
    [Theory]
    [InlineData("cn.gb-t-51129-2017.min-assembly-rate")]
    [InlineData("cn.gb-t-51129-2015.control-assembly-rate")]
    [InlineData("cn-sh.hjjc-2019-765.assembly-rate-or")]
    public void APrecastRatio_IsNoAssemblyRate(string key)
    {
        var threshold = Catalogue.Find(key)!;
        foreach (var figure in new[] { AssemblyFigure.PrecastRatio(70), AssemblyFigure.LocalPrecastRatio(70) })
        {
            var finding = figure.Judge(threshold);

            Assert.Equal(Verdict.Invalid, finding.Verdict);
            Assert.Null(finding.Compared);
            Assert.Contains("figure of another kind: Precast ratio", finding.Reason.English, StringComparison.Ordinal);
            Assert.Contains("预制率", finding.Reason.Chinese, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheAssemblyRateOf2017_IsNotThatOf2015NorOfAPlace()
    {
        Assert.Equal(Verdict.Invalid, AssemblyFigure.AssemblyRate(70).Judge(Catalogue.Find("cn.gb-t-51129-2015.control-assembly-rate")!).Verdict);
        Assert.Equal(Verdict.Invalid, AssemblyFigure.AssemblyRate(70).Judge(Catalogue.Find("cn-sh.hjjc-2019-765.assembly-rate-or")!).Verdict);
        Assert.Equal(Verdict.Compliant, AssemblyFigure.AssemblyRate(70).Judge(Catalogue.Find("cn.gb-t-51129-2017.min-assembly-rate")!).Verdict);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    public void NoShare_IsAFinding(double percent)
    {
        Assert.Equal(Verdict.Invalid, AssemblyFigure.AssemblyRate((decimal)percent).Judge(Catalogue.Find("cn.gb-t-51129-2017.min-assembly-rate")!).Verdict);
        Assert.Equal(Verdict.Invalid, AssemblyFigure.JudgeIn([AssemblyFigure.LocalAssemblyRate((decimal)percent)], Jurisdiction.Parse("CN-YN"), Day)[0].Verdict);
    }

    /// <summary>沪建建材〔2019〕765号: a precast ratio of at least 40 %, or an assembly rate of at least 60 %. In the second column what is not known.</summary>
    [Theory]
    [InlineData(42, 55, Verdict.Compliant, Verdict.NotApplicable)]
    [InlineData(38, 61, Verdict.NotApplicable, Verdict.Compliant)]
    [InlineData(38, 55, Verdict.NonCompliant, Verdict.NonCompliant)]
    [InlineData(40, 60, Verdict.Compliant, Verdict.Compliant)]
    [InlineData(42, null, Verdict.Compliant, null)]
    [InlineData(38, null, Verdict.Indeterminate, null)]
    [InlineData(null, 61, null, Verdict.Compliant)]
    [InlineData(null, 55, null, Verdict.Indeterminate)]
    public void Shanghai_TakesOneOfTwo(int? precast, int? assembly, Verdict? ofPrecast, Verdict? ofAssembly)
    {
        var figures = new List<AssemblyFigure>();
        if (precast is { } p) figures.Add(AssemblyFigure.LocalPrecastRatio(p));
        if (assembly is { } a) figures.Add(AssemblyFigure.LocalAssemblyRate(a));
        var findings = AssemblyFigure.JudgeIn(figures, Jurisdiction.Parse("CN-SH"), CalendarDate.Parse("2024-06-30"), options: All);

        Assert.Equal(new[] { ofPrecast, ofAssembly }.Where(static verdict => verdict is not null), findings.Select(static finding => (Verdict?)finding.Verdict));
    }

    /// <summary>What Shanghai asks since 2025-09-01 was not seen: not "no limit", but "not known".</summary>
    [Fact]
    public void ShanghaiSince2025_IsNotKnown()
    {
        var finding = AssemblyFigure.JudgeIn([AssemblyFigure.LocalPrecastRatio(42)], Jurisdiction.Parse("CN-SH"), Day)[0];

        Assert.Equal((Verdict.Indeterminate, "limit"), (finding.Verdict, Assert.Single(finding.Missing)));
        Assert.Contains("沪建建材〔2025〕250号", finding.Reason.English, StringComparison.Ordinal);
    }

    /// <summary>150 % is no rate and excuses no precast ratio of 30 % (below 40 %); nor do two rates of one building. What is reached stays reached, by no invented fact.</summary>
    [Fact]
    public void WhatIsNoFigure_ExcusesNothing()
    {
        var day = CalendarDate.Parse("2024-06-30");
        Finding[] Judge(params AssemblyFigure[] figures) => [.. AssemblyFigure.JudgeIn(figures, Jurisdiction.Parse("CN-SH"), day, options: All)];

        var invalid = Judge(AssemblyFigure.LocalPrecastRatio(30), AssemblyFigure.LocalAssemblyRate(150));
        Assert.Equal([Verdict.Indeterminate, Verdict.Invalid], invalid.Select(static finding => finding.Verdict));
        Assert.Equal(["localAssemblyRate"], invalid[0].Missing);
        Assert.Equal([Verdict.Indeterminate, Verdict.Invalid, Verdict.Invalid], Judge(AssemblyFigure.LocalPrecastRatio(30), AssemblyFigure.LocalAssemblyRate(70), AssemblyFigure.LocalAssemblyRate(50)).Select(static finding => finding.Verdict));
        Assert.DoesNotContain(Judge(AssemblyFigure.LocalPrecastRatio(42))[0].Explanation, static step => step.English.Contains("Taken as given", StringComparison.Ordinal));
    }

    /// <summary>Figures of the country are held against no province (regionLevel of the rows): 20 % of a province is not below 30 %.</summary>
    [Theory]
    [InlineData("CN-YN", "national", Verdict.NotApplicable)]
    [InlineData("CN-YN", "province", Verdict.Indeterminate)] // rules of the province itself are known in part
    [InlineData("CN", "national", Verdict.NonCompliant)]
    [InlineData("CN", null, Verdict.Indeterminate)]
    public void TargetsOfTheCountry_AreOfNoProvince(string place, string? level, Verdict verdict)
    {
        var known = level is null ? Circumstances.None : Circumstances.None.With("regionLevel", level);

        Assert.Equal(verdict, AssemblyFigure.JudgeIn([AssemblyFigure.PrefabricatedShare(20)], Jurisdiction.Parse(place), CalendarDate.Parse("2026-12-31"), known)[0].Verdict);
    }

    /// <summary>The notice of Yunnan is of 2021 (云建科〔2021〕42号): it convicts nothing of 2016.</summary>
    [Fact]
    public void Yunnan_FromTheYearOfTheNoticeOn() => Assert.NotEqual(
        Verdict.NonCompliant,
        AssemblyFigure.JudgeIn([AssemblyFigure.LocalAssemblyRate(5)], Jurisdiction.Parse("CN-YN"), CalendarDate.Parse("2016-06-30"), Circumstances.None.With("promotionArea", "yunnan-other-cities"))[0].Verdict);

    /// <summary>Yunnan: 20 % in named areas of Kunming, 15 % elsewhere; which it is has to be said.</summary>
    [Theory]
    [InlineData("kunming-named-areas", 19, Verdict.NonCompliant)]
    [InlineData("kunming-named-areas", 20, Verdict.Compliant)]
    [InlineData("yunnan-other-cities", 15, Verdict.Compliant)]
    [InlineData("yunnan-other-cities", 14, Verdict.NonCompliant)]
    [InlineData(null, 17, Verdict.Indeterminate)]
    public void Yunnan_AsksByArea(string? area, int rate, Verdict verdict)
    {
        var known = Circumstances.None.With("structureType", "concrete");
        if (area is not null) known = known.With("promotionArea", area);
        var finding = AssemblyFigure.JudgeIn([AssemblyFigure.LocalAssemblyRate(rate)], Jurisdiction.Parse("CN-YN"), Day, known)[0];

        Assert.Equal(verdict, finding.Verdict);
        if (area is null) Assert.Equal(["promotionArea"], finding.Missing);
    }

    /// <summary>The thresholds of Yunnan are on concrete buildings: a steel frame is not held against them, and which it is has to be said.</summary>
    [Theory]
    [InlineData("steel", Verdict.NotApplicable)]
    [InlineData("reinforced-concrete", Verdict.NonCompliant)]
    [InlineData(null, Verdict.Indeterminate)]
    public void Yunnan_IsOnConcrete(string? structure, Verdict verdict)
    {
        var known = Circumstances.None.With("promotionArea", "kunming-named-areas");
        if (structure is not null) known = known.With("structureType", structure);
        var finding = AssemblyFigure.JudgeIn([AssemblyFigure.LocalAssemblyRate(10)], Jurisdiction.Parse("CN-YN"), Day, known)[0];

        Assert.Equal(verdict, finding.Verdict);
        if (structure is null) Assert.Equal(["structureType"], finding.Missing);
    }

    /// <summary>Henan pays at most 20 CNY/m2 from 50 %, and 30 from 60 % on: at 65 % the second alone holds.</summary>
    [Theory]
    [InlineData(55, 20)]
    [InlineData(59.9, 20)]
    [InlineData(60, 30)]
    [InlineData(65, 30)]
    public void Henan_OneCeilingHolds(double rate, int ceiling)
    {
        var known = Circumstances.None.With("localAssemblyRate", (decimal)rate);
        var finding = LimitCheck.JudgeGoverning(StandardsCatalogue.Default, Measurands.Components.Subsidy, 25, Jurisdiction.Parse("CN-HA"), CalendarDate.Parse("2020-06-30"), known);

        Assert.Equal(((decimal?)ceiling, ceiling == 20 ? Verdict.NonCompliant : Verdict.Compliant), (finding.Limit, finding.Verdict));
    }

    /// <summary>Targets of policy: 30 % in 2025 (14th five-year plan), 40 % in 2030 (建标〔2022〕53号).</summary>
    [Theory]
    [InlineData("2025-12-31", 29, Verdict.NonCompliant)]
    [InlineData("2025-12-31", 30, Verdict.Compliant)]
    [InlineData("2030-12-31", 39, Verdict.NonCompliant)]
    [InlineData("2030-12-31", 40, Verdict.Compliant)]
    public void Targets_OfARegion(string day, int share, Verdict verdict) => Assert.Equal(
        verdict, AssemblyFigure.JudgeIn([AssemblyFigure.PrefabricatedShare(share)], Jurisdiction.China, CalendarDate.Parse(day), Circumstances.None.With("regionLevel", "national"))[0].Verdict);

    /// <summary>Shenzhen: a pass mark of 50 points, recalled.</summary>
    [Fact]
    public void Shenzhen_IsProvisional()
    {
        var finding = AssemblyFigure.JudgeIn([AssemblyFigure.TechnicalScore(55)], Jurisdiction.Parse("CN-GD-440300"), Day, Circumstances.None.With("itemMinimums", true))[0];

        Assert.Equal((Verdict.Indeterminate, Verdict.Compliant), (finding.Verdict, finding.ProvisionalVerdict));
        Assert.Equal(Verdict.NonCompliant, AssemblyFigure.JudgeIn([AssemblyFigure.TechnicalScore(49)], Jurisdiction.Parse("CN-GD-440300"), Day)[0].ProvisionalVerdict);
    }

    /// <summary>Shenzhen, 2(1), confirmed: every item reaches its own minimum before the total counts. Below the mark it does not matter.</summary>
    [Theory]
    [InlineData(50, null, Verdict.Indeterminate, null)]
    [InlineData(80, null, Verdict.Indeterminate, null)]
    [InlineData(50, false, Verdict.NonCompliant, null)]
    [InlineData(50, true, Verdict.Indeterminate, Verdict.Compliant)]
    [InlineData(49, true, Verdict.Indeterminate, Verdict.NonCompliant)]
    [InlineData(49, null, Verdict.Indeterminate, Verdict.NonCompliant)]
    public void Shenzhen_AsksForTheMinimumsOfTheItems(int score, bool? areReached, Verdict verdict, Verdict? provisional)
    {
        var known = areReached is { } flag ? Circumstances.None.With("itemMinimums", flag) : Circumstances.None;
        var finding = AssemblyFigure.JudgeIn([AssemblyFigure.TechnicalScore(score)], Jurisdiction.Parse("CN-GD-440300"), Day, known)[0];

        Assert.Equal((verdict, provisional), (finding.Verdict, finding.ProvisionalVerdict));
        Assert.Equal(areReached is null && score >= 50 ? ["itemMinimums"] : [], finding.Missing);
    }

    /// <summary>450 m3 precast and 550 m3 cast: 450 / 1000 = 45 %.</summary>
    [Fact]
    public void APrecastRatio_FromVolumes()
    {
        Assert.Equal(45, AssemblyFigure.LocalPrecastRatioOf(450, 550)!.Value);
        Assert.Equal(45, AssemblyFigure.PrecastRatioOf(450, 550)!.Value);
        Assert.Null(AssemblyFigure.LocalPrecastRatioOf(-1, 550));
        Assert.Null(AssemblyFigure.LocalPrecastRatioOf(0, 0));
    }

    /// <summary>PMV: (1000 − 120 − 330) / 1000 = 55 %; (400 + 150) / (400 + 150 + 450) = 55 %.</summary>
    [Fact]
    public void Pmv_ByTwoFormulas()
    {
        var cost = PreManufacturedValue.OfCost(1_000, 120, 330)!;
        var labour = PreManufacturedValue.OfLabour(400, 150, 450)!;

        Assert.Equal((55m, PmvFormula.GrossCost, 55m, PmvFormula.Labour), (cost.Percent, cost.Formula, labour.Percent, labour.Formula));
        Assert.Equal(Verdict.Compliant, cost.Judge(Day).Verdict);
        Assert.Equal(Verdict.NonCompliant, PreManufacturedValue.OfCost(1_000, 120, 331)!.Judge(Day).Verdict);
        Assert.Contains("does not say which formula", labour.Judge(Day).Explanation[^1].English, StringComparison.Ordinal);
        Assert.Null(PreManufacturedValue.OfCost(1_000, 600, 500));
        Assert.Null(PreManufacturedValue.OfLabour(0, 0, 0));
        Assert.Equal(Verdict.NonCompliant, AssemblyFigure.JudgeIn([AssemblyFigure.MmcHomeShare(24)], Jurisdiction.Parse("GB"), Day)[0].Verdict);
    }

    /// <summary>Hong Kong: of 2000 m2, 6 % until mid 2022 are 120 m2, 10 % since are 200 m2.</summary>
    [Theory]
    [InlineData("2021-01-01", 120, Verdict.Compliant)]
    [InlineData("2021-01-01", 121, Verdict.NonCompliant)]
    [InlineData("2026-06-30", 200, Verdict.Compliant)]
    [InlineData("2026-06-30", 201, Verdict.NonCompliant)]
    [InlineData("2026-06-30", 2001, Verdict.Invalid)]
    [InlineData("2026-06-30", -1, Verdict.Invalid)]
    public void MicFloorArea_LeftOut(string day, int leftOut, Verdict verdict) => Assert.Equal(verdict, MicConcession.Judge(2_000, leftOut, CalendarDate.Parse(day)).Verdict);

    /// <summary>
    /// Singapore: structure (6000 · 0.9 + 4000 · 0.7) / 10000 = 0.82, times 45 = 36.9; walls (300 · 0.8 + 100 · 1.0) / 400 = 0.85, times 45 = 38.25; N = 6; B = 81.15. What has to be
    /// reached is not known from 5000 m2 on; below nothing has to.
    /// </summary>
    [Fact]
    public void BuildableDesignScore_ByHand()
    {
        var design = new BuildableDesign
        {
            GrossFloorArea = 5_000,
            Structure = [new() { Quantity = 6_000, LabourSavingIndex = 0.9m }, new() { Quantity = 4_000, LabourSavingIndex = 0.7m }],
            Walls = [new() { Quantity = 300, LabourSavingIndex = 0.8m }, new() { Quantity = 100, LabourSavingIndex = 1 }],
            OtherFeatures = 6,
        };
        var place = Jurisdiction.Parse("SG");
        var finding = design.Judge(place, Day, out var score);

        Assert.Equal(81.15m, score);
        Assert.Equal((Verdict.Indeterminate, "limit", Evidence.Unconfirmed), (finding.Verdict, Assert.Single(finding.Missing), finding.Evidence));
        Assert.Equal(Verdict.NotApplicable, (design with { GrossFloorArea = 4_999 }).Judge(place, Day, out _).Verdict);
        Assert.Equal(["grossFloorArea", "walls", "limit"], (design with { GrossFloorArea = null, Walls = [] }).Judge(place, Day, out score).Missing);
        Assert.Null(score);
        Assert.Equal(Verdict.Invalid, (design with { OtherFeatures = -1 }).Judge(place, Day, out _).Verdict);
        Assert.Equal(Verdict.NotApplicable, design.Judge(Jurisdiction.China, Day, out _).Verdict);
    }
}
