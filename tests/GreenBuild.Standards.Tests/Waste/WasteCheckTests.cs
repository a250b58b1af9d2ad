using System.Globalization;
using GreenBuild.Standards.Waste;
using static GreenBuild.Standards.Tests.Waste.WasteSample;

namespace GreenBuild.Standards.Tests.Waste;

public sealed class WasteCheckTests
{
    /// <summary>建质〔2020〕46号: 300 t/(10^4 m2), prefabricated 200. By hand: 690 t / 24,000 m2 = 287.5 t/(10^4 m2) = 28.75 kg/m2.</summary>
    [Fact]
    public void TheSample_Keeps300AndFails200OnceItIsPrefabricated()
    {
        var conventional = Discharge(Project());
        Assert.Equal((Verdict.Compliant, (decimal?)287.5m, (decimal?)300m, "建质〔2020〕46号"), (conventional.Verdict, conventional.Compared, conventional.Limit, conventional.Edition!.Number));

        var prefabricated = Discharge(Project(facets: "sourceWorks=new-building; prefabricated=true"));
        Assert.Equal((Verdict.NonCompliant, (decimal?)287.5m, (decimal?)200m, (decimal?)-87.5m), (prefabricated.Verdict, prefabricated.Compared, prefabricated.Limit, prefabricated.Margin));
        Assert.Equal("建质〔2020〕46号", prefabricated.Edition!.Number);
    }

    [Fact]
    public void TheExplanation_SaysWhatWasCounted()
    {
        var steps = Discharge(Project()).Explanation;

        Assert.Contains(steps, static step => step.English == "Counted, what left the site: engineering waste 630 t, decoration waste 60 t.");
        Assert.Contains(steps, static step => step.Chinese == "计入（出场）：工程垃圾 630 t、装修垃圾 60 t。");
        Assert.Contains(steps, static step => step.English == "Left out: engineering spoil 22000 t.");
        Assert.Contains(steps, static step => step.English == "690 t / 24000 m2 = 287.5 t/10⁴ m² = 28.75 kg/m2.");
        Assert.Contains(steps, static step => step.Chinese.StartsWith("政策目标", StringComparison.Ordinal));
    }

    /// <summary>"Not higher than" (不高于): exactly 300 t keeps it. 720 t / 24,000 m2 = 300 t/(10^4 m2).</summary>
    [Theory]
    [InlineData("720", Verdict.Compliant)]
    [InlineData("720.000000001", Verdict.NonCompliant)]
    [InlineData("0", Verdict.Compliant)]
    public void TheLimitItself_IsKept(string tonnes, Verdict verdict) =>
        Assert.Equal(verdict, Discharge(Project(), new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, decimal.Parse(tonnes, CultureInfo.InvariantCulture))])).Verdict);

    [Fact]
    public void AMissingFloorArea_IsNamed()
    {
        var finding = Discharge(Project(floorArea: null));

        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["floorArea"], finding.Missing);
        Assert.Equal("indeterminate: Not known: floorArea, 建质〔2020〕46号", finding.ToString());
    }

    [Fact]
    public void WhateverDecides_IsNamedAtOnce()
    {
        var finding = Discharge(Project(facets: "", floorArea: null), new WasteLedger());

        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["entries", "floorArea", "prefabricated", "sourceWorks"], finding.Missing.Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void NoFloorArea_IsInvalid(int area) => Assert.Equal(Verdict.Invalid, Discharge(Project(floorArea: area)).Verdict);

    /// <summary>A target "by the end of 2025" (2025年底) binds once that year has ended: from 31 December.</summary>
    [Theory]
    [InlineData("2025-01-01", Verdict.NotApplicable)]
    [InlineData("2025-12-30", Verdict.NotApplicable)]
    [InlineData("2025-12-31", Verdict.Compliant)]
    public void TheTarget_HoldsFromTheEndOf2025(string date, Verdict verdict) =>
        // Of 2024, so that every line counts on each of the days.
        Assert.Equal(verdict, Discharge(Project(), new WasteLedger(Ledger().Entries.Select(static line => new WasteEntry(new CalendarDate(2024, 3, 2), line.Class, line.Route, line.Quantity, line.Unit))), CalendarDate.Parse(date)).Verdict);

    /// <summary>A works in progress can break the limit, but not keep it yet.</summary>
    [Fact]
    public void InProgress_TheLimitCanBeBrokenButNotKept()
    {
        var kept = Discharge(Project(isComplete: false));
        Assert.Equal((Verdict.Indeterminate, (decimal?)287.5m), (kept.Verdict, kept.Measured));
        Assert.Equal(["completion"], kept.Missing);
        Assert.Equal(Verdict.NonCompliant, Discharge(Project(isComplete: false, facets: "sourceWorks=new-building; prefabricated=true")).Verdict);

        var unsaid = Discharge(Project(isComplete: null));
        Assert.Equal(Verdict.Compliant, unsaid.Verdict);
        Assert.Equal(["completion"], unsaid.NotRecorded);
    }

    /// <summary>What is not known decides only where it can: 12 m3 without a factor beside 287.5 t/(10^4 m2) may break 300, and cannot save a project that fails 200.</summary>
    [Fact]
    public void AnOpenLine_MattersOnlyWhereItCanDecide()
    {
        var ledger = Ledger();
        ledger.Append(Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 12, "m3"));

        Assert.Equal(["density"], Discharge(Project(), ledger).Missing);
        Assert.Equal(Verdict.NonCompliant, Discharge(Project(facets: "sourceWorks=new-building; prefabricated=true"), ledger).Verdict);
    }

    /// <summary>Waste of unknown class may be spoil, which is left out, or not: 30 t more would be exactly 300 (720 t), 31 t would break it.</summary>
    [Theory]
    [InlineData(30, Verdict.Compliant)]
    [InlineData(31, Verdict.Indeterminate)]
    public void UnknownClass_IsBounded(int tonnes, Verdict verdict)
    {
        var ledger = Ledger();
        ledger.Append(Entry(WasteClass.Unknown, WasteRoute.Disposed, tonnes));

        Assert.Equal(verdict, Discharge(Project(), ledger).Verdict);
    }

    /// <summary>
    /// 建办质〔2021〕9号 limits what arises. Prefabricated, 40,000 m2: 690 t / 40,000 = 172.5 discharged keeps 200 (46号), 840 t / 40,000 = 210 generated does not.
    /// </summary>
    [Fact]
    public void DischargeAndGeneration_AreDifferent()
    {
        var findings = Judge(Project(facets: "sourceWorks=new-building; prefabricated=true", floorArea: 40_000));
        var (discharge, generation) = (findings.Single(static finding => finding.Subject == "discharge-intensity"), findings.Single(static finding => finding.Subject == "generation-intensity"));

        Assert.Equal((Verdict.Compliant, (decimal?)172.5m), (discharge.Verdict, discharge.Compared));
        Assert.Equal((Verdict.NonCompliant, (decimal?)210m, "建办质〔2021〕9号"), (generation.Verdict, generation.Compared, generation.Edition!.Number));
    }

    /// <summary>A ledger without what arose gives the generation only once nothing is left on the site.</summary>
    [Theory]
    [InlineData(true, Verdict.Compliant)]
    [InlineData(null, Verdict.Indeterminate)]
    public void Generation_FollowsFromACompleteLedger(bool? isComplete, Verdict verdict)
    {
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 300), Entry(WasteClass.EngineeringWaste, WasteRoute.ReusedOnSite, 100)]);
        var finding = Judge(Project(facets: "sourceWorks=new-building; prefabricated=true", isComplete: isComplete), ledger).Single(static finding => finding.Subject == "generation-intensity");

        // 400 t / 24,000 m2 = 166.7 t/(10^4 m2).
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(isComplete == true ? [] : ["generated"], finding.Missing);
    }

    /// <summary>
    /// 建质〔2007〕223号, 4.2.5: construction waste at least 30 %, demolition waste more than 40 %, earthwork more than 50 %; the comparators as written.
    /// </summary>
    [Theory]
    [InlineData(WasteClass.EngineeringWaste, "construction-waste", 30, Verdict.Compliant)]
    [InlineData(WasteClass.EngineeringWaste, "construction-waste", 29, Verdict.NonCompliant)]
    [InlineData(WasteClass.DemolitionWaste, "demolition-waste", 40, Verdict.NonCompliant)]
    [InlineData(WasteClass.DemolitionWaste, "demolition-waste", 41, Verdict.Compliant)]
    [InlineData(WasteClass.EngineeringSpoil, "earthwork", 50, Verdict.NonCompliant)]
    [InlineData(WasteClass.EngineeringSpoil, "earthwork", 51, Verdict.Compliant)]
    public void RecyclingRates_AreComparedAsWritten(WasteClass wasteClass, string group, int recycled, Verdict verdict)
    {
        var finding = Judge(Project(), OfHundred(wasteClass, recycled)).Single(finding => finding.Subject == group);

        Assert.Equal((verdict, (decimal?)recycled, "建质〔2007〕223号"), (finding.Verdict, finding.Compared, finding.Edition!.Number));
    }

    /// <summary>Jiangsu writes "higher than 30 %" (高于): 30 % fails there and is enough elsewhere.</summary>
    [Theory]
    [InlineData(30, Verdict.NonCompliant)]
    [InlineData(31, Verdict.Compliant)]
    public void InJiangsu_ThirtyPerCentIsNotEnough(int recycled, Verdict verdict)
    {
        var finding = Judge(Project("CN-JS"), OfHundred(WasteClass.EngineeringWaste, recycled)).Single(static finding => finding.Subject == "construction-waste");

        Assert.Equal((verdict, Comparator.GreaterThan), (finding.Verdict, finding.Requirement!.Comparator));
    }

    /// <summary>
    /// One source names 80 % of what can be recovered, from memory: the verdict is provisional. At best all of the 60 t were of the 80 t that can be recovered, 75 %;
    /// at worst 20 t of them could not, 40 t, 50 %.
    /// </summary>
    [Fact]
    public void Recovery_AsksWhatCanBeRecovered()
    {
        var finding = Judge(Project()).Single(static finding => finding.Subject == "recoverable");
        Assert.Equal(["recoverable"], finding.Missing);

        var date = new CalendarDate(2026, 3, 2);
        var ledger = new WasteLedger(
        [
            new(date, WasteClass.EngineeringWaste, WasteRoute.Generated, 80, "t") { IsRecoverable = true },
            new(date, WasteClass.EngineeringWaste, WasteRoute.Generated, 20, "t") { IsRecoverable = false },
            Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 60),
            Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 40),
        ]);
        finding = Judge(Project(), ledger).Single(static finding => finding.Subject == "recoverable");
        Assert.Equal((Verdict.Indeterminate, (Verdict?)Verdict.NonCompliant, (decimal?)75m), (finding.Verdict, finding.ProvisionalVerdict, finding.Compared));
    }

    /// <summary>CALGreen 4.408.1 / 5.408.1: 65 % by weight, excavated soil excepted.</summary>
    [Theory]
    [InlineData(65, Verdict.Compliant)]
    [InlineData(64, Verdict.NonCompliant)]
    public void CalGreen_Diversion(int diverted, Verdict verdict)
    {
        var ledger = OfHundred(WasteClass.EngineeringWaste, diverted);
        ledger.Append(Entry(WasteClass.EngineeringSpoil, WasteRoute.Disposed, 5000));
        var finding = Judge(Project("US-CA", "sourceWorks=new-building; buildingUse=non-residential; rateBasis=mass"), ledger).Single(static finding => finding.Subject == "diversion");

        Assert.Equal((verdict, (decimal?)diverted), (finding.Verdict, finding.Compared));
    }

    /// <summary>
    /// CALGreen 5.408.1, the other way: at most 2 lb/ft2 disposed of. 2 lb/ft2 = 9.764856 kg/m2 (0.45359237 / 0.09290304 · 2), so on 10,000 m2 97.648 t keep it and 97.65 t do not.
    /// Where it is chosen the rate of diversion is not asked for.
    /// </summary>
    [Theory]
    [InlineData("97.648", Verdict.Compliant)]
    [InlineData("97.65", Verdict.NonCompliant)]
    public void CalGreen_Disposal(string disposed, Verdict verdict)
    {
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, decimal.Parse(disposed, CultureInfo.InvariantCulture))]);
        var findings = Judge(Project("US-CA", "sourceWorks=new-building; buildingUse=non-residential; compliancePath=disposal-amount", 10_000), ledger);

        var finding = findings.Single(static finding => finding.Subject == "disposal-intensity");
        Assert.Equal((verdict, "lb/ft2"), (finding.Verdict, finding.Unit));
        Assert.DoesNotContain(findings, static finding => finding.Subject == "diversion");
    }

    /// <summary>Directive 2008/98/EC, Art. 11(2)(b): 70 % of a member state. It is no limit of a site.</summary>
    [Theory]
    [InlineData(70, Verdict.Compliant)]
    [InlineData(69, Verdict.NonCompliant)]
    public void TheEuropeanTarget_IsOfACountry(int recovered, Verdict verdict)
    {
        var check = new WasteCheck(Project("EU", "sourceWorks=new-building"));

        Assert.Equal(verdict, check.JudgeRegion("waste.material-recovery-rate", "member-state", recovered, 100, Completion).Verdict);
        Assert.Throws<ArgumentException>(() => check.JudgeRegion("waste.diversion-rate", "member-state", 70, 100, Completion));
    }

    /// <summary>国办函〔2025〕57号: 50 % by 2027, as the average over the cities of the country: it is held against no single one.</summary>
    [Fact]
    public void ANationalAverage_IsHeldAgainstNoCity()
    {
        var in2027 = new CalendarDate(2027, 12, 31);

        Assert.Equal(Verdict.NonCompliant, new WasteCheck(Project()).JudgeRegion("waste.utilisation-rate", "national-city-average", 49, 100, in2027).Verdict);
        Assert.Equal(Verdict.NotApplicable, new WasteCheck(Project()).JudgeRegion("waste.utilisation-rate", "national-city-average", 49, 100, Completion).Verdict);
        Assert.Equal(Verdict.NotApplicable, new WasteCheck(Project("CN-GD-440300")).JudgeRegion("waste.utilisation-rate", "national-city-average", 49, 100, in2027).Verdict);
        Assert.Equal(Verdict.NotApplicable, new WasteCheck(Project("CN-GD-440300")).JudgeRegion("waste.utilisation-rate", "province", 49, 100, in2027).Verdict);
    }

    /// <summary>青海: 35 % of the province by the end of 2025; the figures of a year are asked for by any day of it.</summary>
    [Fact]
    public void ResourceUtilisation_IsOfARegion()
    {
        var finding = new WasteCheck(Project("CN-QH")).JudgeRegion("waste.utilisation-rate", "province", 36, 100, Completion);

        Assert.Equal((Verdict.Compliant, (decimal?)35m, (decimal?)36m), (finding.Verdict, finding.Limit, finding.Compared));
        Assert.Equal(Verdict.Invalid, new WasteCheck(Project("CN-QH")).JudgeRegion("waste.utilisation-rate", "province", 101, 100, Completion).Verdict);
        Assert.Equal(["generated"], new WasteCheck(Project("CN-QH")).JudgeRegion("waste.utilisation-rate", "province", 0, 0, Completion).Missing);
    }

    /// <summary>建办质〔2021〕9号, 青海 and 山东 speak of new buildings: the demolition of a prefabricated one (8000 t on 10,000 m2) is not held to 200 t. Nor does 400 t of 223号 mean it.</summary>
    [Theory]
    [InlineData("CN")]
    [InlineData("CN-QH")]
    [InlineData("CN-SD")]
    public void Demolition_IsNoNewBuilding(string place)
    {
        var ledger = new WasteLedger([Entry(WasteClass.DemolitionWaste, WasteRoute.Disposed, 8000)]);
        var findings = Judge(Project(place, "sourceWorks=demolition; prefabricated=true; buildingUse=residential", 10_000), ledger);

        Assert.DoesNotContain(findings, static finding => finding.Subject == "generation-intensity");
        Assert.Equal(Verdict.NotApplicable, findings.Single(static finding => finding.Subject == "discharge-intensity").Verdict);
    }

    /// <summary>A caller who asks for confirmed facts gets a provisional verdict from a single source.</summary>
    [Fact]
    public void TheEvidenceFloor_IsTheCallers()
    {
        var strict = new CheckOptions { EvidenceFloor = Evidence.Confirmed };
        var findings = new WasteCheck(Project(facets: "sourceWorks=new-building; prefabricated=true", floorArea: 40_000), options: strict).Judge(Ledger(), Completion);

        var generation = findings.Single(static finding => finding.Subject == "generation-intensity");
        Assert.Equal((Verdict.Indeterminate, (Verdict?)Verdict.NonCompliant), (generation.Verdict, generation.ProvisionalVerdict));
    }

    /// <summary>Jiangsu names 300 t for all new buildings: for prefabricated ones the national 200 t is stricter and governs. Qinghai repeats both.</summary>
    [Theory]
    [InlineData("CN-JS", false, 300, "江苏省关于推进建筑垃圾减量化的指导意见(2020)")]
    [InlineData("CN-JS", true, 200, "建质〔2020〕46号")]
    [InlineData("CN-QH", true, 200, "青海省关于推进建筑垃圾减量化促进资源化利用的实施意见(2020)")]
    public void InTheProvinces_TheStricterGoverns(string place, bool isPrefabricated, int limit, string edition)
    {
        var finding = Discharge(Project(place, "sourceWorks=new-building; prefabricated=" + (isPrefabricated ? "true" : "false")));

        Assert.Equal(((decimal?)limit, edition), (finding.Limit, finding.Edition!.Number));
    }

    /// <summary>No number of a caller ends in an overflow.</summary>
    [Fact]
    public void ExtremeNumbers_AreVerdicts()
    {
        var extreme = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, decimal.MaxValue), Entry(WasteClass.EngineeringWaste, WasteRoute.Generated, decimal.MinValue, "kg")]);

        Assert.Equal(["quantity"], Discharge(Project(), extreme).Missing);
        Assert.Equal(Verdict.Invalid, Discharge(Project(floorArea: decimal.MaxValue)).Verdict);
        Assert.Equal(Verdict.Invalid, Discharge(Project(floorArea: 0.0000000000000000000000000001m)).Verdict);
        Assert.Equal(Verdict.Invalid, new WasteCheck(Project("CN-QH")).JudgeRegion("waste.utilisation-rate", "province", decimal.MaxValue, decimal.MaxValue, Completion).Verdict);
        Assert.False(AreaDensity.TryParse(decimal.MaxValue.ToString(CultureInfo.InvariantCulture) + " kg/m2", out _));
        Assert.Equal(["floorArea"], WasteEstimate.ByFloorArea(StandardsCatalogue.Default.FindEdition("cn.cjj-t-134-2019")!, Circumstances.None, decimal.MaxValue).Missing);
    }

    private static WasteLedger OfHundred(WasteClass wasteClass, int recycled) => new(
    [
        Entry(wasteClass, WasteRoute.Generated, 100),
        Entry(wasteClass, WasteRoute.RecycledOffSite, recycled),
        Entry(wasteClass, WasteRoute.Disposed, 100 - recycled),
    ]);
}
