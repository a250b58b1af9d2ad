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

    /// <summary>
    /// The thresholds of Yunnan are on concrete buildings: a steel frame is not held against them, what else is asked of it there (DBJ 53/T-96-2018) is not held, and which it is has
    /// to be said.
    /// </summary>
    [Theory]
    [InlineData("steel", Verdict.Indeterminate)]
    [InlineData("reinforced-concrete", Verdict.NonCompliant)]
    [InlineData(null, Verdict.Indeterminate)]
    public void Yunnan_IsOnConcrete(string? structure, Verdict verdict)
    {
        var known = Circumstances.None.With("promotionArea", "kunming-named-areas");
        if (structure is not null) known = known.With("structureType", structure);
        var finding = AssemblyFigure.JudgeIn([AssemblyFigure.LocalAssemblyRate(10)], Jurisdiction.Parse("CN-YN"), Day, known)[0];

        Assert.Equal(verdict, finding.Verdict);
        if (structure is null) Assert.Equal(["structureType"], finding.Missing);
        if (structure != "steel") return;
        Assert.Equal(["limit"], finding.Missing);
        Assert.Null(finding.Requirement);
        Assert.Contains("DBJ 53/T-96-2018", finding.Reason.English, StringComparison.Ordinal);
    }

    /// <summary>
    /// A province has rules for its own rate and ratio, and the numbers inside its standard were not reachable (local-editions-index.json): not "no limit", but "not known", with the
    /// standard where its number is known. Xi'an's 20 % are of 2019 and 2020.
    /// </summary>
    [Theory]
    [InlineData("CN-BJ", "2026-06-30", "DB11/T 1831-2021")]
    [InlineData("CN-TJ", "2026-06-30", "DB/T29-305-2024")]
    [InlineData("CN-HA", "2026-06-30", "DBJ41/T 222-2024")]
    [InlineData("CN-GD-440300", "2026-06-30", "")]
    [InlineData("CN-SN-610100", "2026-06-30", "")]
    [InlineData("CN-SH", "2019-06-01", "沪建建材〔2016〕601号")]
    [InlineData("CN-SH", "2025-09-01", "沪建建材〔2025〕250号")]
    [InlineData("CN-SH", "2015-01-01", "What Shanghai asks on 2015-01-01")]
    [InlineData("CN-GS", "1990-06-30", "What Gansu asks on 1990-06-30")]
    public void APlaceWhoseLimitsAreNotHeld_IsNotKnown(string place, string day, string edition)
    {
        foreach (var figure in new[] { AssemblyFigure.LocalAssemblyRate(10), AssemblyFigure.LocalPrecastRatio(10) })
        {
            var finding = AssemblyFigure.JudgeIn([figure], Jurisdiction.Parse(place), CalendarDate.Parse(day))[0];

            Assert.Equal((Verdict.Indeterminate, "limit"), (finding.Verdict, Assert.Single(finding.Missing)));
            Assert.Contains(edition, finding.Reason.English, StringComparison.Ordinal);
            if (edition.Contains('号', StringComparison.Ordinal)) Assert.Contains(edition, finding.Reason.Chinese, StringComparison.Ordinal);
            // A list of ours of numbers from several places is in force in none.
            Assert.DoesNotContain("LOCAL-PREFAB", finding.Reason.English, StringComparison.Ordinal);
        }

        // Nor does it bind the share of the country, for which there was no target before 2020.
        Assert.Equal(
            Verdict.NotApplicable,
            AssemblyFigure.JudgeIn([AssemblyFigure.PrefabricatedShare(10)], Jurisdiction.China, CalendarDate.Parse("2012-06-30"), Circumstances.None.With("regionLevel", "national"))[0].Verdict);

        Assert.Equal(Verdict.NonCompliant, AssemblyFigure.JudgeIn([AssemblyFigure.LocalAssemblyRate(19)], Jurisdiction.Parse("CN-SN-610100"), CalendarDate.Parse("2020-06-01"))[0].Verdict);
        Assert.Equal(Verdict.NotApplicable, AssemblyFigure.JudgeIn([AssemblyFigure.LocalAssemblyRate(19)], Jurisdiction.Parse("SG"), Day)[0].Verdict);
    }

    /// <summary>
    /// Shanghai's rules of 2019 ran beside those of 2016 until 2020-07-01 (sh-hjjc-2019-765.json, source 0): what breaks the newer ones in that time may have been built by the older,
    /// whose limits are not held; what keeps them keeps them.
    /// </summary>
    [Theory]
    [InlineData("2020-06-30", 30, Verdict.Indeterminate, "editionChosen")]
    [InlineData("2020-07-01", 30, Verdict.NonCompliant, null)]
    [InlineData("2020-06-30", 40, Verdict.Compliant, null)]
    public void Shanghai_TwoSetsOfRulesAtOnce(string day, int precast, Verdict verdict, string? missing)
    {
        var finding = AssemblyFigure.JudgeIn([AssemblyFigure.LocalPrecastRatio(precast), AssemblyFigure.LocalAssemblyRate(50)], Jurisdiction.Parse("CN-SH"), CalendarDate.Parse(day), options: All)[0];

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(missing is null ? [] : [missing], finding.Missing);
        Assert.Equal(day == "2020-06-30", finding.Explanation.Any(static step => step.English.Contains("沪建建材〔2016〕601号", StringComparison.Ordinal)));
    }

    /// <summary>
    /// Bands of 5.0.2: A 60–75, AA 76–90, AAA from 91 on. A rate above the band that is asked about has a higher grade; one between two bands is assigned to none (note of grade-a), so
    /// both are open; what lies below is a breach of what was asked.
    /// </summary>
    [Theory]
    [InlineData(80, "A", Verdict.NotApplicable)]
    [InlineData(92, "AA", Verdict.NotApplicable)]
    [InlineData(75.5, "A", Verdict.Indeterminate)]
    [InlineData(75.5, "AA", Verdict.Indeterminate)]
    [InlineData(90.5, "AAA", Verdict.Indeterminate)]
    [InlineData(90.5, "A", Verdict.NotApplicable)]
    [InlineData(75.5, "AAA", Verdict.NonCompliant)]
    [InlineData(80, "AAA", Verdict.NonCompliant)]
    [InlineData(59.9, "A", Verdict.NonCompliant)]
    [InlineData(75, "A", Verdict.Compliant)]
    public void AGrade_IsNotBrokenFromAbove(double rate, string grade, Verdict verdict)
    {
        var known = Circumstances.None.With("assessmentPurpose", "grading").With("assemblyGrade", grade);
        var finding = AssemblyFigure.JudgeIn([AssemblyFigure.AssemblyRate((decimal)rate)], Jurisdiction.China, Day, known)[0];

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(verdict == Verdict.Indeterminate ? ["gradeRounding"] : [], finding.Missing);
        Assert.Equal(verdict, AssemblyFigure.AssemblyRate((decimal)rate).Judge(finding.Requirement!, known).Verdict);
        if (rate == 80 && grade == "A") Assert.Equal("80 %: grade AA, above grade A.", finding.Reason.English);
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

    /// <summary>Henan: at most 3,000,000 CNY a project (notes of both rows, two sources); below 50 % what it pays is not held.</summary>
    [Theory]
    [InlineData(3_000_000, 55, Verdict.Compliant)]
    [InlineData(3_000_001, 65, Verdict.NonCompliant)]
    [InlineData(100, 49, Verdict.Indeterminate)]
    public void Henan_CapsAProject(int total, int rate, Verdict verdict)
    {
        var measurand = rate < 50 ? Measurands.Components.Subsidy : Measurands.Components.SubsidyTotal;
        var finding = LimitCheck.JudgeGoverning(Catalogue, measurand, total, Jurisdiction.Parse("CN-HA"), CalendarDate.Parse("2020-06-30"), Circumstances.None.With("localAssemblyRate", rate));

        Assert.Equal(verdict, finding.Verdict);
    }

    /// <summary>Targets of policy: 30 % in 2025 (14th five-year plan), 40 % in 2030 (建标〔2022〕53号).</summary>
    [Theory]
    [InlineData("2025-12-31", 29, Verdict.NonCompliant)]
    [InlineData("2025-12-31", 30, Verdict.Compliant)]
    [InlineData("2030-12-31", 39, Verdict.NonCompliant)]
    [InlineData("2030-12-31", 40, Verdict.Compliant)]
    public void Targets_OfARegion(string day, int share, Verdict verdict) => Assert.Equal(
        verdict, AssemblyFigure.JudgeIn([AssemblyFigure.PrefabricatedShare(share)], Jurisdiction.China, CalendarDate.Parse(day), Circumstances.None.With("regionLevel", "national"))[0].Verdict);

    /// <summary>A national figure has no area of promotion: 15 % by 2020 (policy-13fyp-prefab-2020.json), whatever is asked of key areas. Those are asked for their own.</summary>
    [Theory]
    [InlineData("2021-12-31", 16, Verdict.Compliant)]
    [InlineData("2024-12-31", 14, Verdict.NonCompliant)]
    public void Targets_OfTheCountryBefore2025(string day, int share, Verdict verdict)
    {
        Assert.Equal(verdict, AssemblyFigure.JudgeIn([AssemblyFigure.PrefabricatedShare(share)], Jurisdiction.China, CalendarDate.Parse(day), Circumstances.None.With("regionLevel", "national"))[0].Verdict);
        Assert.Equal(Verdict.NonCompliant, AssemblyFigure.JudgeIn([AssemblyFigure.PrefabricatedShare(share)], Jurisdiction.Parse("CN-HB"), CalendarDate.Parse(day), Circumstances.None.With("regionLevel", "province").With("promotionArea", "key"))[0].Verdict);
    }

    /// <summary>Shenzhen: a pass mark of 50 points, recalled.</summary>
    [Fact]
    public void Shenzhen_IsProvisional()
    {
        var finding = AssemblyFigure.JudgeIn([AssemblyFigure.TechnicalScore(55)], Jurisdiction.Parse("CN-GD-440300"), Day, Circumstances.None.With("itemMinimums", true))[0];

        Assert.Equal((Verdict.Indeterminate, Verdict.Compliant), (finding.Verdict, finding.ProvisionalVerdict));
        Assert.Equal(Verdict.NonCompliant, AssemblyFigure.JudgeIn([AssemblyFigure.TechnicalScore(49)], Jurisdiction.Parse("CN-GD-440300"), Day)[0].ProvisionalVerdict);
    }

    /// <summary>Shenzhen, 2(1), confirmed: every item reaches its own minimum before the total counts; an item that does not breaks that rule whatever the total is.</summary>
    [Theory]
    [InlineData(50, null, Verdict.Indeterminate, null)]
    [InlineData(80, null, Verdict.Indeterminate, null)]
    [InlineData(50, false, Verdict.NonCompliant, null)]
    [InlineData(40, false, Verdict.NonCompliant, null)]
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
        var under = Circumstances.None.With("affordableHomesProgramme", true);
        Assert.Equal(Verdict.Compliant, cost.Judge(Day, under).Verdict);
        Assert.Equal(Verdict.NonCompliant, PreManufacturedValue.OfCost(1_000, 120, 331)!.Judge(Day, under).Verdict);
        // "The two give different numbers" (uk-pmv.json): a value by the other formula reaches nothing, and breaks nothing.
        Assert.Equal((Verdict.Indeterminate, "grossConstructionCost"), (labour.Judge(Day, under).Verdict, Assert.Single(labour.Judge(Day, under).Missing)));
        Assert.Contains("does not say which formula", labour.Judge(Day, under).Explanation[^1].English, StringComparison.Ordinal);
        // A funding condition of the Affordable Homes Programme 2021-26: of no other homes, and no other years.
        Assert.Equal(["affordableHomesProgramme"], cost.Judge(Day).Missing);
        foreach (var finding in new[] { cost.Judge(Day, Circumstances.None.With("affordableHomesProgramme", false)), cost.Judge(CalendarDate.Parse("2005-01-01"), under), cost.Judge(CalendarDate.Parse("2035-01-01"), under) })
            Assert.Equal(Verdict.NotApplicable, finding.Verdict);
        Assert.Null(PreManufacturedValue.OfCost(1_000, 600, 500));
        Assert.Null(PreManufacturedValue.OfLabour(0, 0, 0));
        Assert.Equal(Verdict.NonCompliant, AssemblyFigure.JudgeIn([AssemblyFigure.MmcHomeShare(24)], Jurisdiction.Parse("GB"), Day, under)[0].Verdict);
        Assert.Equal(Verdict.NotApplicable, AssemblyFigure.JudgeIn([AssemblyFigure.MmcHomeShare(24)], Jurisdiction.Parse("GB"), CalendarDate.Parse("2035-01-01"), under)[0].Verdict);
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

    /// <summary>Singapore: 5000 m2 since the edition of 2022-04; 2000 m2 under the editions before it (confirmed); no law before 2001-01-01 (source 3 of the edition).</summary>
    [Theory]
    [InlineData("1995-01-01", 3_000, Verdict.NotApplicable)]
    [InlineData("2012-01-01", 3_000, Verdict.Indeterminate)]
    [InlineData("2020-06-30", 3_000, Verdict.Indeterminate)]
    [InlineData("2012-01-01", 1_999, Verdict.NotApplicable)]
    [InlineData("2026-06-30", 3_000, Verdict.NotApplicable)]
    public void BuildableDesign_AsksTheThresholdOfItsDay(string day, int floorArea, Verdict verdict)
    {
        var design = new BuildableDesign { GrossFloorArea = floorArea, Structure = [new() { Quantity = 1, LabourSavingIndex = 0.9m }], Walls = [new() { Quantity = 1, LabourSavingIndex = 0.9m }], OtherFeatures = 6 };

        Assert.Equal(verdict, design.Judge(Jurisdiction.Parse("SG"), CalendarDate.Parse(day), out _).Verdict);
    }
}
