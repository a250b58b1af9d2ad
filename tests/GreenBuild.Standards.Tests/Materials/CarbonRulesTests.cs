using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.GreenMaterialSample;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>Grid factors, GB 55015-2021, EN 15804+A2, Buy Clean California, LEED.</summary>
public sealed class CarbonRulesTests
{
    /// <summary>MEE/NBS 2025 No. 47, factors of 2023: Shanghai 0.5737, Guangdong 0.4419 (also for Shenzhen), southwest 0.2472, China 0.5306; Tibet has none of its own.</summary>
    [Theory]
    [InlineData("CN-SH", null, 0.5737, "province")]
    [InlineData("CN-GD-440300", null, 0.4419, "province")]
    [InlineData("CN-XZ", "southwest", 0.2472, "region")]
    [InlineData("CN-XZ", null, 0.5306, "national")]
    [InlineData("CN", "east", 0.55, "region")]
    public void TheGridFactor_OfThePlace(string place, string? region, double value, string level)
    {
        var factor = GridCarbon.Choose(Jurisdiction.Parse(place), Day, region)!;

        Assert.Equal(((decimal)value, level, 2023), (factor.Value, factor.Level, factor.Year));
        Assert.Contains(level, factor.Statement.English, StringComparison.Ordinal);
        Assert.Contains("2023", factor.Statement.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_ThereIsNone() => Assert.Null(GridCarbon.Choose(Jurisdiction.Parse("DE"), Day));

    /// <summary>GB 55015-2021: 40 % and 7 kgCO2/(m2.a) ; energy 30 % residential, 20 % public; saving 75 % in the cold, 65 % elsewhere, 72 % public: all of them means, by which no building is judged.</summary>
    [Theory]
    [InlineData(20, 12, 40, 8)]
    [InlineData(20, 12.01, 39.95, 7.99)]
    [InlineData(16, 10, 37.5, 6)]
    public void CarbonOfADesign(double reference, double design, double share, double absolute)
    {
        var findings = Judge(new BuildingCarbonDesign { Circumstances = Residential, ReferenceIntensity = (decimal)reference, DesignIntensity = (decimal)design });

        Assert.Equal(((decimal)share, (decimal)absolute), (findings[0].Measured, findings[1].Measured));
        Assert.All(findings.Take(2), static finding => Assert.Equal(Verdict.NotApplicable, finding.Verdict));
        Assert.All(findings.Take(2), static finding => Assert.Null(finding.ProvisionalVerdict));
    }

    [Fact]
    public void EnergyOfADesign()
    {
        // "Average against 2016-era standards", 平均节能率: of all buildings, so that one is neither passed nor failed by them.
        foreach (var (reduction, rate) in new[] { (30m, 75m), (29.9m, 74.9m) })
        {
            var findings = Judge(new BuildingCarbonDesign { Circumstances = Residential, EnergyReduction = reduction, EnergySavingRate = rate });
            Assert.Equal([(Verdict.NotApplicable, reduction), (Verdict.NotApplicable, rate)], findings.Skip(2).Take(2).Select(static finding => (finding.Verdict, finding.Measured!.Value)));
            Assert.All(findings.Skip(2).Take(2), static finding => Assert.Contains("A mean over all buildings", finding.Reason.English, StringComparison.Ordinal));
        }

        // More than all is not saved, and less than nothing is no rate; a design that needs more than the reference is one.
        Assert.Equal(Verdict.Invalid, Judge(new BuildingCarbonDesign { Circumstances = Residential, EnergyReduction = 1000 })[2].Verdict);
        Assert.Equal(Verdict.Invalid, Judge(new BuildingCarbonDesign { Circumstances = Residential, EnergySavingRate = -5 })[3].Verdict);
        Assert.Equal(Verdict.NotApplicable, Judge(new BuildingCarbonDesign { Circumstances = Residential, EnergyReduction = -5 })[2].Verdict);
        // What judges no building is not asked for either.
        Assert.All(Judge(new BuildingCarbonDesign { Circumstances = Residential }).Take(4), static finding => Assert.Equal((Verdict.NotApplicable, 0, (decimal?)null), (finding.Verdict, finding.Missing.Count, finding.Measured)));
        var report = Judge(new BuildingCarbonDesign { Circumstances = Residential, HasCarbonReport = false })[4];
        Assert.Equal((Verdict.Indeterminate, Verdict.NonCompliant), (report.Verdict, report.ProvisionalVerdict));
        Assert.Equal(["carbonReport"], Judge(new BuildingCarbonDesign { Circumstances = Residential })[4].Missing);
    }

    /// <summary>Buy Clean California 2022: rebar 0.89 t/t, flat glass 1.43 t/t, light mineral wool 3.33 kg/m2. Rebar and wool were replaced on 2025-01-01 by values that were not seen.</summary>
    [Theory]
    [InlineData("flat-glass", 1.43, "kg", "2026-03-15", Verdict.Compliant)]
    [InlineData("flat-glass", 1.4301, "kg", "2026-03-15", Verdict.NonCompliant)]
    [InlineData("rebar", 0.89, "kg", "2024-12-31", Verdict.Compliant)]
    [InlineData("rebar", 0.95, "kg", "2024-12-31", Verdict.NonCompliant)]
    [InlineData("rebar", 0.10, "kg", "2025-01-01", Verdict.Indeterminate)]
    [InlineData("mineral-wool-light", 3.34, "m2", "2024-12-31", Verdict.NonCompliant)]
    public void BuyClean(string material, double gwp, string unit, string day, Verdict verdict)
    {
        var finding = BuyCleanOf(Declaration(gwp: (decimal)gwp, unit: unit), material, day);

        Assert.Equal(verdict, finding.Verdict);
        if (verdict == Verdict.Indeterminate) Assert.Equal(["limit"], finding.Missing);
    }

    /// <summary>Per m3 with 2500 kg/m3: 3000 / 2500 = 1.2 kg/kg. Without a density it cannot be compared.</summary>
    [Fact]
    public void BuyClean_AsksForTheDensity()
    {
        var finding = BuyCleanOf(Declaration(gwp: 3000, unit: "m3", density: 2500), "flat-glass", "2026-03-15");
        Assert.Equal((Verdict.Compliant, 1.2m), (finding.Verdict, finding.Measured));
        Assert.Equal(["density"], BuyCleanOf(Declaration(gwp: 3000, unit: "m3"), "flat-glass", "2026-03-15").Missing);
        Assert.Equal(Verdict.Invalid, BuyCleanOf(Declaration(until: "2026-03-14"), "flat-glass", "2026-03-15").Verdict);
    }

    /// <summary>The limits are on product-specific type III declarations (basis of the rows): averages and generic data are none.</summary>
    [Fact]
    public void BuyClean_TakesDeclarationsOfTheProduct()
    {
        Assert.Equal(["datasetType"], BuyCleanOf(Declaration(gwp: 1, type: ""), "flat-glass", "2026-03-15").Missing);
        Assert.Equal(Verdict.Invalid, BuyCleanOf(Declaration(gwp: 1, type: "generic dataset"), "flat-glass", "2026-03-15").Verdict);
        Assert.Equal(Verdict.Invalid, BuyCleanOf(Declaration(gwp: 1, type: "average dataset"), "flat-glass", "2026-03-15").Verdict);
    }

    [Fact]
    public void BuyClean_HoldsForPublicWorksOfTheState()
    {
        Assert.Equal(["statePublicWorks"], EpdCheck.JudgeLimit(Declaration(), "flat-glass", Jurisdiction.Parse("US-CA"), Day).Missing);
        Assert.Equal(Verdict.NotApplicable, EpdCheck.JudgeLimit(Declaration(), "flat-glass", Jurisdiction.Parse("DE"), Day).Verdict);
    }

    /// <summary>EN 15804+A2: A1-A3, C1 to C4 and D; GWP total, fossil, biogenic, luluc. Of A1 nothing of it is asked.</summary>
    [Fact]
    public void TheContentOfADeclaration()
    {
        string[] modules = ["A1-A3", "C1", "C2", "C3", "C4", "D"];
        EpdIndicator[] parts = [EpdIndicator.GwpTotal, EpdIndicator.GwpFossil, EpdIndicator.GwpBiogenic, EpdIndicator.GwpLandUse];
        Epd With(IEnumerable<string> of, IEnumerable<EpdIndicator> indicators, EpdGeneration generation = EpdGeneration.A2) => new()
        {
            Id = "x", Name = "x", DeclaredUnit = "kg", Generation = generation, Values = of.SelectMany(module => indicators.Select(indicator => new EpdValue(indicator, module, 1))).ToList(),
        };

        Assert.All(EpdCheck.JudgeContent(With(modules, parts)), static finding => Assert.Equal(Verdict.Compliant, finding.Verdict));
        Assert.Equal(Verdict.NonCompliant, EpdCheck.JudgeContent(With(modules.Where(static module => module != "C2"), parts), isExempt: false)[0].Verdict);
        Assert.Equal(["epdModuleExemption"], EpdCheck.JudgeContent(With(["A1-A3"], parts))[0].Missing);
        Assert.Equal(Verdict.NotApplicable, EpdCheck.JudgeContent(With(["A1-A3"], parts), isExempt: true)[0].Verdict);
        Assert.Equal(Verdict.NonCompliant, EpdCheck.JudgeContent(With(modules, parts.Take(1)))[1].Verdict);
        Assert.All(EpdCheck.JudgeContent(With(["A1-A3"], parts.Take(1), EpdGeneration.A1)), static finding => Assert.Equal(Verdict.NotApplicable, finding.Verdict));
        Assert.All(EpdCheck.JudgeContent(With(["A1-A3"], parts, EpdGeneration.Unknown)), static finding => Assert.Equal(["epdGeneration"], finding.Missing));
    }

    /// <summary>LEED v4: 20 products, an industry-wide declaration counts half, an LCA a quarter; 5 manufacturers. v4.1: 10 for core and shell.</summary>
    [Theory]
    [InlineData(20, 0, 0, "v4", null, Verdict.Compliant)]
    [InlineData(19, 1, 1, "v4", null, Verdict.NonCompliant)] // 19.75
    [InlineData(19, 1, 2, "v4", null, Verdict.Compliant)] // 20
    [InlineData(0, 40, 0, "v4", null, Verdict.Compliant)]
    [InlineData(0, 0, 79, "v4", null, Verdict.NonCompliant)]
    [InlineData(10, 0, 0, "v4.1", "core-and-shell", Verdict.Compliant)]
    [InlineData(10, 0, 0, "v4.1", null, Verdict.NonCompliant)]
    [InlineData(19, 2, 0, "v4.1", null, Verdict.Indeterminate)] // what an industry-wide one counts in v4.1 was not seen
    public void Leed(int own, int industry, int assessments, string version, string? project, Verdict verdict)
    {
        var products = Enumerable.Range(0, own + industry + assessments)
            .Select(i => new LeedProduct("p" + i, "m" + i % 5, i < own ? LeedDocument.ProductEpd : i < own + industry ? LeedDocument.IndustryWideEpd : LeedDocument.AssessmentOnly)).ToList();

        var findings = LeedEpdCredit.Judge(products, version, project);

        Assert.Equal(verdict, findings[0].Verdict);
        Assert.Equal(Verdict.Compliant, findings[1].Verdict);
        Assert.Equal(Verdict.NonCompliant, LeedEpdCredit.Judge(products.Select(static product => new LeedProduct(product.Name, "one", product.Document)).ToList(), version, project)[1].Verdict);
    }

    /// <summary>Of 20 products without a maker nobody knows whether they are of five; of four, and one of the fifth's, they are at most five.</summary>
    [Fact]
    public void Leed_AsksForTheMaker()
    {
        static List<LeedProduct> Of(int count, string maker) => Enumerable.Range(0, count).Select(i => new LeedProduct("p" + maker + i, maker, LeedDocument.ProductEpd)).ToList();

        Assert.Equal(["manufacturer"], LeedEpdCredit.Judge(Of(20, ""), "v4")[1].Missing);
        Assert.Equal(Verdict.NonCompliant, LeedEpdCredit.Judge([.. Of(19, "a"), .. Of(3, " ")], "v4")[1].Verdict);
    }

    private static readonly Circumstances Residential = Circumstances.None.With("buildingStatus", "new").With("buildingUse", "residential").With("climateZone", "cold").With("designPhase", "preliminary");

    private static IReadOnlyList<Finding> Judge(BuildingCarbonDesign design) => BuildingCarbonCheck.Judge(design, Jurisdiction.China, Day);

    private static Finding BuyCleanOf(Epd epd, string material, string day) =>
        EpdCheck.JudgeLimit(epd, material, Jurisdiction.Parse("US-CA"), CalendarDate.Parse(day), Circumstances.None.With("statePublicWorks", true));
}
