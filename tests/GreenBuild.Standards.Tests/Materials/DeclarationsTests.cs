using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.GreenMaterialSample;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>Which declaration counts: GB/T 51366-2019, factor-priority, "third-party-verified product factors (EPD) first, Annex D only as default"; EN 15804, validity at most 5 years. A tonne of rebar has 2340 kgCO2e by default.</summary>
public sealed class DeclarationsTests
{
    [Theory]
    [InlineData("specific dataset", "", 500)]
    [InlineData("average dataset", "SYN-001", 500)]
    [InlineData("average dataset", "", 2340)]
    [InlineData("generic dataset", "SYN-001", 2340)]
    [InlineData("template dataset", "SYN-001", 2340)]
    [InlineData("generic dataset", "", 2340)]
    [InlineData("", "", 2340)]
    public void OnlyAVerifiedDeclaration_GoesBeforeTheDefault(string type, string number, double production)
    {
        var carbon = Of(Line("x", 1, "t", "rebar", 0, epd: Epd(0.5m, type, number)));

        Assert.Equal((decimal)production, carbon.Production);
        Assert.Equal(production == 2340, carbon.Lines[0].Explanation.Any(static step => step.English.Contains("no declaration that a third party verified", StringComparison.Ordinal)));
        Assert.Equal(type.Length == 0, carbon.Findings.Any(static finding => finding.Subject == "x" && finding.Missing.Contains("datasetType")));
    }

    [Fact]
    public void OtherData_AreUsedForWantOfAFactor()
    {
        var line = Of(Line("x", 1, "t", null, 0, epd: Epd(0.5m, "generic dataset", ""))).Lines[0];

        Assert.Equal(500, line.Production);
        Assert.Contains(line.Explanation, static step => step.English.Contains("for want of another factor", StringComparison.Ordinal));
    }

    /// <summary>On 2026-03-15 five years are over on 2031-03-15.</summary>
    [Theory]
    [InlineData("2031-03-15", 2000)]
    [InlineData("2031-03-16", 2340)]
    [InlineData("2044-12-31", 2340)]
    public void NoDeclaration_IsValidForLonger(string until, double production)
    {
        var carbon = Of(Line("x", 1, "t", "rebar", 0, epd: Declaration(until: until)));

        Assert.Equal((decimal)production, carbon.Production);
        Assert.Equal(production == 2340, carbon.Findings.Any(static finding => finding is { Subject: "x", Verdict: Verdict.Invalid }));
        Assert.Equal(production == 2340 ? Verdict.Invalid : Verdict.NonCompliant, Limit(Declaration(until: until)).Verdict);
    }

    [Fact]
    public void AnEndThatIsNotGiven_IsSaid()
    {
        Assert.Equal(["validUntil"], Limit(Declaration(until: null)).NotRecorded);
        Assert.Empty(Limit(Declaration()).NotRecorded);
    }

    /// <summary>1 m3 whose density only a declaration of until 2024 gives: delivered in 2026, nobody knows its mass. Without a day of delivery that of the calculation counts.</summary>
    [Theory]
    [InlineData("2026-03-15")]
    [InlineData(null)]
    public void TheDensityOfALapsedDeclaration_IsAskedFor(string? delivered)
    {
        MaterialLine Until(string end) => new()
        {
            Id = "x", Name = "x", Quantity = 1, Unit = "m3", BuildingMaterial = "rebar", TransportDistance = 0, DeliveryDate = delivered is null ? null : CalendarDate.Parse(delivered),
            Epd = Declaration(unit: "m3", density: 2700, until: end),
        };

        Assert.Equal(["density"], Of(Until("2024-12-31")).Missing);
        Assert.Empty(Of(Until("2028-12-31")).Missing);
        // Nor does one that says it is valid for longer than five years (EN 15804) prove anything.
        Assert.Equal(["density"], Of(Until("2044-12-31")).Missing);
    }

    /// <summary>Parts that do not add up to their whole: nobody knows which is wrong. What rounding explains is no difference: 1.2 + 0.1 + 3.4 = 4.7, printed 4.8.</summary>
    [Theory]
    [InlineData(0.1, 0.5, 0.2, 0.3, true)]
    [InlineData(1.0, 0.5, 0.2, 0.3, false)]
    [InlineData(4.8, 1.2, 0.1, 3.4, false)]
    [InlineData(5.1, 1.2, 0.1, 3.4, true)]
    public void PartsAddUpToTheWhole(double whole, double first, double second, double third, bool isFault)
    {
        foreach (var isByModule in new[] { true, false })
        {
            EpdValue[] values = isByModule
                ? [new(EpdIndicator.GwpTotal, "A1-A3", (decimal)whole), new(EpdIndicator.GwpTotal, "A1", (decimal)first), new(EpdIndicator.GwpTotal, "A2", (decimal)second), new(EpdIndicator.GwpTotal, "A3", (decimal)third)]
                : [new(EpdIndicator.GwpTotal, "A1-A3", (decimal)whole), new(EpdIndicator.GwpFossil, "A1-A3", (decimal)first), new(EpdIndicator.GwpBiogenic, "A1-A3", (decimal)second), new(EpdIndicator.GwpLandUse, "A1-A3", (decimal)third)];
            var epd = new Epd { Id = "e", Name = "e", DeclaredUnit = "kg", Generation = EpdGeneration.A2, DatasetType = "specific dataset", ValidUntil = new(2028, 12, 31), Values = values };

            Assert.Equal(isFault, Of(Line("x", 1, "kg", null, 0, epd: epd)).Findings.Any(static finding => finding is { Subject: "x", Verdict: Verdict.Invalid }));
        }
    }

    /// <summary>9 kg of 10,009 kg may be left out (6.1.3): what need not be known is not asked for.</summary>
    [Fact]
    public void ALineThatIsLeftOut_IsNotAskedAbout()
    {
        var carbon = Of(Line("rebar", 10_000, "kg", "rebar", 0), Line("wire", 9, "kg"));

        var finding = Assert.Single(carbon.Findings, static finding => finding.Subject == "wire");
        Assert.Equal((Verdict.NotApplicable, 0), (finding.Verdict, finding.Missing.Count));
        Assert.Contains("0.0899 %", finding.Reason.English, StringComparison.Ordinal);
        Assert.Empty(carbon.Missing);
        Assert.NotNull(carbon.Total);
    }

    /// <summary>Ids can repeat: a line of 9 kg is left out, and what is said of other lines of the same id stays said.</summary>
    [Fact]
    public void LinesOfOneId_KeepTheirFindings()
    {
        var carbon = Of(Line("a", 10_000, "kg", "rebar", 0, epd: Declaration(until: "2024-12-31")), Line("a", 9, "kg"), Line("a", 10, "t", "rebar", 10));

        Assert.Equal(9, Assert.Single(carbon.LeftOut).Line.Quantity);
        // The lapsed one, the one left out, and that of which the means of transport is not known.
        Assert.Equal([(Verdict.Invalid, ""), (Verdict.Indeterminate, "transportMode"), (Verdict.NotApplicable, "")], carbon.Findings.Where(static finding => finding.Subject == "a").Select(static finding => (finding.Verdict, string.Join(",", finding.Missing))));
    }

    /// <summary>1 m3 whose density only a declaration of until 2024 gives beside 1 t that is not recyclable: on the day of a bill of 2026 nobody knows its mass, in 2024 it has 2,700 of 3,700 kg.</summary>
    [Fact]
    public void SharesOfMass_GoByTheDayOfTheBill()
    {
        MaterialLine[] lines =
        [
            new() { Id = "x", Name = "x", Quantity = 1, Unit = "m3", IsRecyclable = true, StructuralRole = StructuralRole.Rebar, StrengthGrade = 400, Epd = Declaration(unit: "m3", density: 2700, until: "2024-12-31") },
            new() { Id = "y", Name = "y", Quantity = 1, Unit = "t", IsRecyclable = false },
        ];
        var edition = StandardsCatalogue.Default.FindEdition("cn.gb-t-50378-2019-2024")!;

        Assert.Equal(["density"], MaterialShares.Recyclable(lines, Day).Missing);
        Assert.Equal(["density"], new MaterialBill { Lines = lines, Place = Jurisdiction.China }.Judge(Day).Recyclable.Missing);
        Assert.Equal(2700m * 100 / 3700, MaterialShares.Recyclable(lines, new(2024, 12, 31)).Ratio);
        Assert.Equal(["density"], MaterialShares.HighStrength(lines, StructuralRole.Rebar, edition, Day).Missing);
        Assert.Equal(100, MaterialShares.HighStrength(lines, StructuralRole.Rebar, edition, new(2024, 12, 31)).Ratio);
    }

    private static Epd Epd(decimal gwp, string type, string number) => new()
    {
        Id = "e", Name = "e", DeclaredUnit = "kg", Generation = EpdGeneration.A2, DatasetType = type, RegistrationNumber = number, ValidUntil = new(2028, 12, 31), Values = [new EpdValue(EpdIndicator.GwpTotal, "A1-A3", gwp)],
    };

    // Flat glass of 2 t/t is above 1.43.
    private static Finding Limit(Epd epd) => EpdCheck.JudgeLimit(epd, "flat-glass", Jurisdiction.Parse("US-CA"), Day, Circumstances.None.With("statePublicWorks", true));

    private static EmbodiedCarbon Of(params MaterialLine[] lines) => EmbodiedCarbon.Of(lines, Jurisdiction.China, Day);
}
