using GreenBuild.Standards.Waste;
using static GreenBuild.Standards.Tests.Waste.WasteSample;

namespace GreenBuild.Standards.Tests.Waste;

public sealed class UnitSlipTests
{
    /// <summary>By definition: 1 t/(10^4 m2) = 0.1 kg/m2, 1 t/(100 m2) = 10 kg/m2; 1 lb/ft2 = 0.45359237 / 0.09290304 = 4.882428 kg/m2.</summary>
    [Theory]
    [InlineData("300 t/(10^4 m2)", 30)]
    [InlineData("3 t/(100 m2)", 30)]
    [InlineData("30 kg/m2", 30)]
    [InlineData("0.03 t/m2", 30)]
    [InlineData("2.5 lb/ft2", 12.206069)]
    [InlineData("15 lb/ft2", 73.236415)]
    public void AreaDensity_InEveryUnit(string text, double kilograms)
    {
        var density = AreaDensity.Parse(text);

        Assert.Equal(kilograms, (double)density.InKilogramsPerSquareMetre, 5);
        Assert.Equal(text, density.ToString());
    }

    [Fact]
    public void AreaDensity_IsEqualAcrossUnitsAndKeepsItsOwn()
    {
        Assert.Equal(AreaDensity.FromKilogramsPerSquareMetre(30), AreaDensity.FromTonnesPerTenThousandSquareMetres(300));
        Assert.Equal(AreaDensity.FromKilogramsPerSquareMetre(30).GetHashCode(), AreaDensity.FromTonnesPerHundredSquareMetres(3).GetHashCode());
        Assert.True(AreaDensity.FromPoundsPerSquareFoot(1) < AreaDensity.FromKilogramsPerSquareMetre(5));
        Assert.True(AreaDensity.FromPoundsPerSquareFoot(15).TryIn("lb/ft2", out var same) && same == 15);
        Assert.False(AreaDensity.FromKilogramsPerSquareMetre(1).TryIn("t", out _));
        Assert.Equal("0 kg/m2", default(AreaDensity).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(static () => AreaDensity.FromKilogramsPerSquareMetre(-1));
    }

    [Theory]
    [InlineData("300")] // in which unit?
    [InlineData("300 t")]
    [InlineData("kg/m2")]
    [InlineData("-3 kg/m2")]
    [InlineData(null)]
    public void AreaDensity_IsNotReadWithoutItsUnit(string? text) => Assert.False(AreaDensity.TryParse(text, out _));

    /// <summary>The template that writes 300 kg/m2: 3000 t/(10^4 m2) against the limit 300.</summary>
    [Fact]
    public void ATemplateOf300KilogramsPerSquareMetre_IsATenfoldSlip()
    {
        var project = new WasteProject(Site())
        {
            FloorArea = 24_000,
            IsComplete = true,
            PlannedDischarge = AreaDensity.Parse("300 kg/m2"),
            PlannedDischargeOrigin = new FindingOrigin { File = "template.json", JsonPointer = "/waste/limit" },
        };
        var planned = Judge(project).Where(static finding => finding.Subject == "planned").ToList();

        Assert.Equal(2, planned.Count);
        Assert.Equal((Verdict.NonCompliant, (decimal?)3000m, (decimal?)300m), (planned[0].Verdict, planned[0].Compared, planned[0].Limit));
        Assert.Equal((Verdict.Indeterminate, "template.json#/waste/limit"), (planned[1].Verdict, planned[1].Origin!.ToString()));
        Assert.Equal(["unit"], planned[1].Missing);
        Assert.Equal("300 kg/m2 is exactly 10 times the limit of 300 t/10⁴ m² (建质〔2020〕46号): probably a tenfold slip of the unit.", planned[1].Reason.English);
        Assert.Equal("300 kg/m2 恰为限值 300 t/10⁴ m²（建质〔2020〕46号）的 10 倍：可能是十倍的单位错误。", planned[1].Reason.Chinese);
    }

    /// <summary>200 and 300 are limits themselves; 20 kg/m2 are 200 t/(10^4 m2). 30 t/(10^4 m2) is what 30 kg/m2 looks like with the wrong unit.</summary>
    [Theory]
    [InlineData("300 t/(10^4 m2)", null)]
    [InlineData("30 kg/m2", null)]
    [InlineData("20 kg/m2", null)]
    [InlineData("250 t/(10^4 m2)", null)]
    [InlineData("200 kg/m2", "tenfold")]
    [InlineData("30 t/(10^4 m2)", "tenfold")]
    [InlineData("3 t/(10^4 m2)", "hundredfold")] // 3 t/(100 m2)
    [InlineData("300 t/(100 m2)", "hundredfold")]
    [InlineData("0.3 t/(10^4 m2)", "thousandfold")]
    public void Stated_IsComparedWithEveryLimit(string stated, string? slip)
    {
        var limits = StandardsCatalogue.Default.InForce("waste.discharge-intensity", Jurisdiction.China, Completion);
        var finding = WasteUnitSlip.OfStated(AreaDensity.Parse(stated), limits);

        Assert.Equal(slip is null, finding is null);
        if (slip is not null) Assert.Contains(slip, finding!.Reason.English, StringComparison.Ordinal);
    }

    /// <summary>
    /// CJJ/T 134-2019 plans with 300 to 800 t/(10^4 m2) of engineering waste. On 10,000 m2 the tonnes are the value: 3000 is ten times 300, 300,000 a thousand times
    /// (kg read as t), 3 a hundredth (t/(100 m2)); 900 and 1400 are much, but a tenth of them is too little to be what was meant.
    /// </summary>
    [Theory]
    [InlineData("3000", "tenfold")]
    [InlineData("30000", "hundredfold")]
    [InlineData("300000", "thousandfold")]
    [InlineData("30", "tenfold")]
    [InlineData("3", "hundredfold")]
    [InlineData("0.3", "thousandfold")]
    [InlineData("287", null)]
    [InlineData("150", null)]
    [InlineData("800", null)]
    [InlineData("1400", null)]
    [InlineData("100", null)]
    public void Measured_IsComparedWithPlanningFactors(string tonnes, string? slip)
    {
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, decimal.Parse(tonnes, System.Globalization.CultureInfo.InvariantCulture))]);
        var finding = Judge(Project(floorArea: 10_000), ledger).SingleOrDefault(static finding => finding.Subject == "discharged");

        Assert.Equal(slip is null, finding is null);
        if (slip is null) return;
        Assert.Equal(Verdict.Indeterminate, finding!.Verdict);
        Assert.Contains(slip, finding.Reason.English, StringComparison.Ordinal);
    }

    /// <summary>A site that uses nearly all of its waste discharges little, and the ledger shows why: 400 t arose, 20 t left.</summary>
    [Fact]
    public void LittleDischarge_IsNoSlipWhereTheLedgerExplainsIt()
    {
        var ledger = new WasteLedger(
        [
            Entry(WasteClass.EngineeringWaste, WasteRoute.Generated, 400), Entry(WasteClass.EngineeringWaste, WasteRoute.ReusedOnSite, 380), Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 20),
        ]);

        Assert.DoesNotContain(Judge(Project(floorArea: 10_000), ledger), static finding => finding.Missing.Contains("unit"));
    }
}
