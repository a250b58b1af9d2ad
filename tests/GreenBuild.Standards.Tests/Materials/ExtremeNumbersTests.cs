using CsCheck;
using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.GreenMaterialSample;
using static GreenBuild.Standards.Tests.Materials.MaterialCases;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>Data of users never throw: whatever a decimal can hold in each place, every check answers, and what no quantity can be is no compliance.</summary>
public sealed class ExtremeNumbersTests
{
    private static readonly decimal[] Numbers =
    [
        0, 1, -1, 20, 100, 1e-28m, -1e-28m, 1e-9m, 1e-10m, 1e12m, 1e13m, 7e28m, 1e27m, -1e27m, decimal.MaxValue, decimal.MinValue, decimal.MaxValue / 3, 0.1m,
    ];

    private static readonly Gen<decimal> Any = Gen.Int[0, Numbers.Length - 1].Select(static i => Numbers[i]);
    private static readonly Gen<decimal[]> Several = Any.Array[10];
    private static readonly CalendarDate Today = new(2026, 6, 1);

    [Fact]
    public void Bills() => Several.Sample(static n =>
    {
        foreach (var unit in new[] { "t", "m3", "m2", "1" })
        {
            var epd = Epd(n, n[8] > 0 ? n[8] : 1);
            MaterialLine[] lines =
            [
                new() { Id = "a", Name = "a", Quantity = n[0], Unit = unit, Density = n[1], MassPerUnit = n[2], RecycledContent = n[3], TransportDistance = n[4], TransportMode = "heavy-diesel-18t", Factor = CarbonFactor.Given("s", 2025, n[5], "m2"), MaterialGroup = "q1", StrengthGrade = n[6], StructuralRole = StructuralRole.Rebar, DeliveryDate = Today, Certificate = Certificate() },
                new() { Id = "b", Name = "b", Quantity = n[7], Unit = unit, Density = n[1], Epd = epd, MaterialGroup = "q1", IsRecyclable = true },
                new() { Id = "c", Name = "c", Quantity = 1, Unit = "kg", Factor = CarbonFactor.Given("s", 2025, n[9], "t"), BuildingMaterial = "rebar" },
            ];
            var result = new MaterialBill { Lines = lines, Place = Jurisdiction.China, FloorArea = n[6] }.Judge(Today);
            Assert.NotEmpty(result.Findings.Select(static finding => finding.ToString()));
            Assert.NotEmpty(result.Figures.Select(static figure => figure.ToString()));
        }
    });

    [Fact]
    public void Declarations() => Several.Sample(static n =>
    {
        foreach (var unit in new[] { "kg", "m3", "m2", "1" })
        {
            var epd = Epd(n, n[3] > 0 ? n[3] : 1, unit);
            _ = EpdCheck.JudgeLimit(epd, "flat-glass", Jurisdiction.Parse("US-CA"), Today, Circumstances.None.With("statePublicWorks", true)).ToString();
            _ = EpdCheck.JudgeContent(epd);
            _ = epd.Production();
            if (CarbonFactor.TryFrom(epd, out var factor, out _)) _ = factor.TryPer("t", n[4], n[5], out _, out _);
            _ = CarbonFactor.Given("s", 2025, n[6], unit).TryPer("t", n[4], n[5], out _, out _);
        }
    });

    [Fact]
    public void Designs_Ratios_AndScores() => Several.Sample(static n =>
    {
        _ = BuildingCarbonCheck.Judge(new() { DesignIntensity = n[0], ReferenceIntensity = n[1], EnergyReduction = n[2], EnergySavingRate = n[3] }, Jurisdiction.China, Today);
        _ = GreenMaterialRatio.Of([new("q1", "a", n[0], n[1]), new("q1", "a", n[2], n[3]), new("q2", "b", n[4], n[5])], Jurisdiction.China, Today).ToString();
        _ = GreenMaterialRatio.OfPoints(n[0], n[1], n[2], n[3]);
        _ = GreenBuildingAssessment.Evaluate(new() { Phase = "completion", AreControlItemsMet = true, IsFullyDecorated = true, PollutantReduction = n[6], Points = new Dictionary<string, decimal> { ["safety-durability"] = n[0], ["health-comfort"] = n[1], ["convenience"] = n[2], ["resource-saving"] = n[3], ["environment"] = n[4], ["innovation"] = n[5] } }, Jurisdiction.China, Today);
        _ = GreenBuildingItems.Score(StandardsCatalogue.Default.FindEdition("cn.gb-t-50378-2019-2024")!, [new(Measurands.Materials.GreenMaterialRatio, n[0])], Circumstances.None);
    });

    [Fact]
    public void Products_Rooms_AndInsulation() => Several.Sample(static n =>
    {
        var report = Report("formaldehyde-emission", n[0], "mg/m3", TestMethod.Chamber1m3);
        _ = Judge(Product("wood-floor", "2026-06-01", "formaldehydeGrade=E0", report));
        _ = FormaldehydeGrade.Classify(report, ProductClass.Parse("wood-floor"), Jurisdiction.China, Today);
        _ = new RadionuclideCheck(Jurisdiction.China).Judge(new() { Radium226 = n[0], Thorium232 = n[1], Potassium40 = n[2], ReportedInternalIndex = n[3], ReportedExternalIndex = n[4], InternalUncertainty = n[5], ExternalUncertainty = n[6] }, Facets("materialUse=main-structure"), Today);
        var check = new IndoorAirCheck(Jurisdiction.China);
        var room = new IndoorAirRoom { Name = "1", Area = n[3], ClosedHours = n[4], Ventilation = "natural", Concentrations = new Dictionary<string, IReadOnlyList<decimal>> { ["formaldehyde"] = [n[0], n[1]], ["radon"] = [n[2]] } };
        _ = check.Judge(new() { Building = "b", BuildingClass = "I", RoomCount = 1, TestDate = Today, Rooms = [room], Outdoor = new Dictionary<string, decimal> { ["formaldehyde"] = n[5] } });
        _ = check.JudgeInUse(Measurands.Materials.IndoorAirFormaldehyde, n[0], "mg/m3", n[1], n[2], Today);
        Assert.True(FireClass.TryParse("B1", out var b1));
        _ = new InsulationFireCheck(Jurisdiction.China).Judge(b1, Circumstances.None.With("insulationSystem", "external").With("buildingHeight", n[0]), Today, n[1]);
        _ = new InsulationFireCheck(Jurisdiction.China).Judge(b1, Facets("insulationSystem=cavity-free-composite"), Today, n[1]);
    });

    /// <summary>The numbers by which each check was once thrown out.</summary>
    [Fact]
    public void WhatOnceThrew_IsInvalid()
    {
        var carbon = EmbodiedCarbon.Of([new MaterialLine { Id = "a", Name = "a", Quantity = 20, Unit = "t", Factor = CarbonFactor.Given("s", 2025, decimal.MaxValue, "t") }], Jurisdiction.China, Today, 1e-28m);
        Assert.Equal(["a", "floor-area"], carbon.Findings.Where(static finding => finding.Verdict == Verdict.Invalid).Select(static finding => finding.Subject));
        Assert.Null(carbon.Total);
        Assert.Null(carbon.PerFloorArea);
        Assert.False(CarbonFactor.TryFrom(Epd([1, 1, 1], 1e-27m), out _, out var missing));
        Assert.Equal("gwp", missing);
        Assert.Equal(Verdict.Invalid, BuildingCarbonCheck.Judge(new() { Circumstances = Facets("buildingStatus=new; buildingUse=residential; climateZone=cold; designPhase=preliminary"), DesignIntensity = 1, ReferenceIntensity = 1e-28m }, Jurisdiction.China, Today)[0].Verdict);
    }

    private static Epd Epd(decimal[] n, decimal amount, string unit = "kg") => new()
    {
        Id = "e", Name = "e", DeclaredUnit = unit, DeclaredAmount = amount, DeclaredMass = n[2], Density = n[1], Generation = EpdGeneration.A2, DatasetType = "specific dataset",
        Values = [new EpdValue(EpdIndicator.GwpTotal, "A1", n[0]), new EpdValue(EpdIndicator.GwpTotal, "A2", n[1]), new EpdValue(EpdIndicator.GwpTotal, "A3", n[2])],
    };
}
