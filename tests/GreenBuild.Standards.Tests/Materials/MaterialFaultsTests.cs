using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.GreenMaterialSample;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>Verdicts that were wrong once, each with the figures that showed it.</summary>
public sealed class MaterialFaultsTests
{
    /// <summary>EPD 10 kgCO2e/m2 with 5 kg/m2: 1 t is 200 m2, 200 · 10 = 2000; that a line in tonnes says 1000 kg each changes nothing of it.</summary>
    [Fact]
    public void MassOfTheDeclaredUnit_IsThatOfTheDeclaration()
    {
        var epd = Declaration(gwp: 10, unit: "m2", mass: 5);
        MaterialLine Tonne(decimal? each) => new() { Id = "x", Name = "x", Quantity = 1, Unit = "t", MassPerUnit = each, Epd = epd, TransportDistance = 0 };

        Assert.Equal(2000, Carbon(Tonne(null)).Production);
        Assert.Equal(2000, Carbon(Tonne(1000)).Production);
    }

    /// <summary>Two figures of one module: neither is taken, whichever stands first. The same figure twice is one.</summary>
    [Fact]
    public void TwoFiguresOfOneModule_AreNone()
    {
        Epd Of(params decimal[] values) => new()
        {
            Id = "e", Name = "e", DeclaredUnit = "kg", Generation = EpdGeneration.A2, Values = values.Select(static value => new EpdValue(EpdIndicator.GwpTotal, "A1-A3", value)).ToList(),
        };

        Assert.Null(Of(2, 3).Production());
        Assert.Null(Of(3, 2).Production());
        Assert.Equal(2, Of(2, 2).Production());
    }

    /// <summary>74.6 … 75.4 Bq/kg are printed as 75: IRa 75/200 = 0.375 or, of 74.6, 0.373 and so 0.37. 0.36 is 72 Bq/kg and contradicts.</summary>
    [Theory]
    [InlineData(0.37, false)]
    [InlineData(0.38, false)]
    [InlineData(0.36, true)]
    public void StatedIndex_MayComeFromUnroundedActivities(double stated, bool isContradicted)
    {
        var test = new RadionuclideTest { Radium226 = 75, Thorium232 = 40, Potassium40 = 400, ReportedInternalIndex = (decimal)stated };
        var findings = new RadionuclideCheck(Jurisdiction.China).Judge(test, MaterialCases.Facets("materialUse=main-structure"), Day);

        Assert.Equal(isContradicted, findings.Any(static finding => finding.Verdict == Verdict.Invalid));
    }

    /// <summary>A factor whose generation nobody states is not added to declarations of A2, and is asked about; stated, it is: 2000 + 1000 = 3000; of A1 it never is.</summary>
    [Fact]
    public void GivenFactor_OfUnknownGeneration_IsNotMixed()
    {
        EmbodiedCarbon With(EpdGeneration generation) => Of(
            Line("a", 1, "t", epd: Declaration(), distance: 0),
            new MaterialLine { Id = "b", Name = "b", Quantity = 1, Unit = "t", TransportDistance = 0, Factor = CarbonFactor.Given("quote of the plant", 2025, 1000, "t", generation: generation) });

        var unknown = With(EpdGeneration.Unknown);
        Assert.Null(unknown.Production);
        Assert.Equal((Verdict.Indeterminate, "epd-generation"), (unknown.Findings[0].Verdict, unknown.Findings[0].Subject));
        Assert.Equal(["epdGeneration"], unknown.Findings[0].Missing);
        Assert.Contains("epdGeneration", unknown.Missing);
        Assert.Equal(3000, With(EpdGeneration.A2).Production);
        Assert.Equal(Verdict.Invalid, With(EpdGeneration.A1).Findings[0].Verdict);
    }

    /// <summary>One product named twice, in other letters, is one of the 20 that LEED v4 asks for; 20 different ones are 20.</summary>
    [Fact]
    public void LeedProductNamedTwice_IsOne()
    {
        var nineteen = Enumerable.Range(1, 19).Select(static i => new LeedProduct("p" + i, "m" + (i % 6), LeedDocument.ProductEpd)).ToList();

        Assert.Equal(Verdict.NonCompliant, LeedEpdCredit.Judge([.. nineteen, new LeedProduct("P1 ", "M1", LeedDocument.ProductEpd)], "v4")[0].Verdict);
        Assert.NotEqual(Verdict.NonCompliant, LeedEpdCredit.Judge([.. nineteen, new LeedProduct("p20", "m1", LeedDocument.ProductEpd)], "v4")[0].Verdict);
    }

    /// <summary>A declaration without GWP: the default stands for it (2340 for a tonne of rebar), and that is seen.</summary>
    [Fact]
    public void DeclarationThatLacksItsFigure_IsSeen()
    {
        var empty = new Epd { Id = "e", Name = "e", DeclaredUnit = "kg", Generation = EpdGeneration.A2, Values = [] };
        var carbon = Of(Line("rebar", 1, "t", "rebar", 0, epd: empty));

        Assert.Equal(2340, carbon.Production);
        Assert.Contains(carbon.Findings, static finding => finding.Subject == "rebar" && finding.Missing.Contains("gwp"));
    }

    /// <summary>9.2.8 of GB/T 50378-2019: concrete loss 4, rebar loss 4, formwork without plaster 4, green construction 8 are added: 20 of 20, and not the greatest of them.</summary>
    [Fact]
    public void BonusesOfOneClause_AreAdded()
    {
        var edition = StandardsCatalogue.Default.FindEdition("cn.gb-t-50378-2019")!;
        var clause = GreenBuildingItems.Score(edition, [], Circumstances.None).Single(static clause => clause.Clause == "9.2.8");

        Assert.Equal(20, clause.FullPoints);
    }

    /// <summary>0.10 mg/m3 delivered on 2026-06-15 keeps 0.124 of 2017 and breaks 0.05 of 2025: without the day of production, which of the two decides, nobody knows; 0.13 breaks both.</summary>
    [Fact]
    public void UnknownDayOfProduction_ConvictsOnlyWhereNoDayAcquits()
    {
        Finding Delivered(decimal value) => MaterialCases.Judge(MaterialCases.Product("door", "2026-06-15", "", MaterialCases.Report("formaldehyde-emission", value, "mg/m3", TestMethod.Chamber1m3))).On("formaldehyde-emission");

        Assert.Equal((Verdict.Indeterminate, "productionDate"), (Delivered(0.10m).Verdict, string.Join(",", Delivered(0.10m).Missing)));
        Assert.Equal(Verdict.NonCompliant, Delivered(0.13m).Verdict);
        Assert.Equal(Verdict.Compliant, Delivered(0.05m).Verdict);
    }

    /// <summary>A building of -5 m is none, and no class is acquitted by it.</summary>
    [Fact]
    public void ImpossibleHeight_AcquitsNothing()
    {
        Assert.True(FireClass.TryParse("B1", out var b1));
        var finding = new InsulationFireCheck(Jurisdiction.China).Judge(b1, MaterialCases.Facets("insulationSystem=external; buildingUse=residential; buildingHeight=-5; insulationCavity=false"), Day);

        Assert.Equal(Verdict.Invalid, finding.Verdict);
    }

    /// <summary>7 stars prove nothing, nor does a certificate of before the scheme: the line is not green by it.</summary>
    [Theory]
    [InlineData("2023-04-01", "2028-03-31", 7)]
    [InlineData("2019-04-01", "2040-03-31", 2)]
    public void CertificateThatNoRuleCovers_ProvesNothing(string issued, string until, int stars)
    {
        var line = Delivery(Certificate(issued, until, stars));
        var bill = new MaterialBill { Place = Jurisdiction.China, Lines = [line] };

        Assert.NotEqual(true, bill.Judge(Day).Lines[0].IsGreen);
    }

    /// <summary>The clause stands once in a summary, and no full stop stands before it.</summary>
    [Fact]
    public void Summary_CitesOnce()
    {
        var product = MaterialCases.Judge(MaterialCases.Product("door", "2026-06-01", ""));
        foreach (var finding in product)
            foreach (var language in new[] { Language.English, Language.Chinese })
            {
                Assert.DoesNotContain(".,", finding.Summarise(language), StringComparison.Ordinal);
                Assert.DoesNotContain("。,", finding.Summarise(language), StringComparison.Ordinal);
            }
    }

    private static CarbonLine Carbon(MaterialLine line) => Of(line).Lines[0];

    private static EmbodiedCarbon Of(params MaterialLine[] lines) => EmbodiedCarbon.Of(lines, Jurisdiction.China, Day);

    /// <summary>The French label A+ limits what is emitted after 28 days (1000 µg/m3, fr.voc-a-plus): a report of 3 days beside it changes nothing, in whatever order they come.</summary>
    [Theory]
    [InlineData(28, 3)]
    [InlineData(3, 28)]
    public void EachReport_IsHeldAgainstItsOwnLimit(int first, int second)
    {
        TestReport Of(int days) => MaterialCases.Report("tvoc-emission", days == 28 ? 5000 : 500, "µg/m3", facets: "testAge=" + days);
        var findings = MaterialCases.Judge(MaterialCases.Product("interior-wall-coating", "2026-07-01", "emissionClass=A+", Of(first), Of(second)), "FR", MaterialCases.AnyEvidence);

        Assert.Contains(findings, static finding => finding is { Verdict: Verdict.NonCompliant, Measured: 5000 });
        Assert.DoesNotContain(findings, static finding => finding is { Verdict: Verdict.Compliant, Measured: 5000 });
    }

    /// <summary>A declared grade is not kept by a number that no test gives.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(-0.001)]
    public void DeclaredGrade_IsNotKeptByANegativeNumber(double value)
    {
        var findings = MaterialCases.Judge(MaterialCases.Product("wood-based-panel", "2026-06-01", "formaldehydeGrade=ENF", MaterialCases.Report("formaldehyde-emission", (decimal)value, "mg/m3", TestMethod.Chamber1m3)));

        Assert.NotEmpty(findings);
        Assert.DoesNotContain(findings, static finding => finding.Verdict == Verdict.Compliant);
    }

    /// <summary>
    /// Two reports of one product made in 2025 and delivered from 2026-06-01 on (GB 18580-2025: 0.050; GB 18580-2017: 0.124): 0.13 breaks both editions, 0.10 only the new one, and each
    /// finding is held against the older one of its own report.
    /// </summary>
    [Theory]
    [InlineData(0.13, 0.10)]
    [InlineData(0.10, 0.13)]
    public void Stock_OlderFindingIsThatOfTheSameReport(double first, double second)
    {
        TestReport Of(double value) => MaterialCases.Report("formaldehyde-emission", (decimal)value, "mg/m3", TestMethod.Chamber1m3);
        var product = new SuppliedProduct
        {
            Id = "p", Class = ProductClass.Parse("wood-floor"), ProductionDate = CalendarDate.Parse("2025-11-01"), DeliveryDate = CalendarDate.Parse("2026-06-15"), Reports = [Of(first), Of(second)],
        };
        var findings = MaterialCases.Judge(product);

        Assert.Equal(Verdict.NonCompliant, Assert.Single(findings, static finding => finding.Measured == 0.13m).Verdict);
        var open = Assert.Single(findings, static finding => finding.Measured == 0.10m);
        Assert.Equal((Verdict.Indeterminate, "stockTransition"), (open.Verdict, open.Missing.SingleOrDefault()));
    }

    /// <summary>What is not said is no proof and no refusal: without a certificate and without a word on a report of the kind, the list of procurement stays open.</summary>
    [Theory]
    [InlineData(true, Verdict.Compliant)]
    [InlineData(false, Verdict.NonCompliant)]
    [InlineData(null, Verdict.Indeterminate)]
    public void ProcurementReport_ThatNobodyMentions_IsUnknown(bool? hasReport, Verdict verdict)
    {
        var bill = new MaterialBill
        {
            Place = Jurisdiction.China,
            Circumstances = Circumstances.None.With("governmentProcurement", "true"),
            Lines = [new() { Id = "x", Name = "x", Quantity = 1, Unit = "t", ProcurementList = "mandatory", HasProcurementReport = hasReport }],
        };

        var finding = bill.Judge(Day).Procurement.Single(static list => list.Subject == "mandatory");
        Assert.Equal(verdict, finding.ProvisionalVerdict ?? finding.Verdict);
        Assert.Equal(hasReport is null ? ["kind:x"] : [], finding.Missing);
    }
}
