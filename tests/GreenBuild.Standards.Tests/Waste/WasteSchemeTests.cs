using GreenBuild.Standards.Waste;
using static GreenBuild.Standards.Tests.Waste.WasteSample;

namespace GreenBuild.Standards.Tests.Waste;

public sealed class WasteSchemeTests
{
    /// <summary>
    /// LEED v4 BD+C: 50 % with three streams earn 1 point, 75 % with four 2. The sample generated 840 t without spoil; of a hundred tonnes here, so many were diverted.
    /// </summary>
    [Theory]
    [InlineData(49, 4, 0)]
    [InlineData(50, 3, 1)]
    [InlineData(75, 3, 1)] // four streams are asked for
    [InlineData(75, 4, 2)]
    [InlineData(50, 2, 0)]
    public void Leed4_Diversion(int diverted, int streams, int points)
    {
        var credit = Score("us.leed-v4-bdc-cwm", Project("US", $"materialStreams={streams}"), OfHundred(WasteClass.EngineeringWaste, diverted)).Single(static credit => credit.Measurand.Key == "waste.diversion-rate");

        Assert.Equal(points, credit.Points);
        Assert.Equal(points > 0 ? Verdict.Compliant : Verdict.NonCompliant, credit.Finding.Verdict);
    }

    [Fact]
    public void Leed4_AsksForStreamsOnlyWhereTheyDecide()
    {
        Assert.Equal(["materialStreams"], Diversion(60).Finding.Missing);
        Assert.Equal(0, Diversion(49).Points);

        static WasteCredit Diversion(int diverted) =>
            Score("us.leed-v4-bdc-cwm", Project("US", ""), OfHundred(WasteClass.EngineeringWaste, diverted)).Single(static credit => credit.Measurand.Key == "waste.diversion-rate");
    }

    /// <summary>LEED v4 BD+C, option 2: 12.2 kg/m2 in all. On 10,000 m2 that is 122 t.</summary>
    [Theory]
    [InlineData(122, 2)]
    [InlineData(123, 0)]
    public void Leed4_TotalWaste(int tonnes, int points) => Assert.Equal(
        points,
        Score("us.leed-v4-bdc-cwm", Project("US", "", 10_000), new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, tonnes)]))
            .Single(static credit => credit.Measurand.Key == "waste.generation-intensity").Points);

    /// <summary>2.5 lb/ft2 = 12.206 kg/m2, which the credit prints as 12.2: whoever keeps either earns it. On 10,000 m2: 122.06 t keep 2.5 lb/ft2 (122.0607), 122.07 t neither.</summary>
    [Theory]
    [InlineData("122.06", 2)]
    [InlineData("122.07", 0)]
    public void Leed4_TotalWaste_IsKeptInEitherUnit(string tonnes, int points) => Assert.Equal(
        points, Total("us.leed-v4-bdc-cwm", Project("US", "", 10_000), new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, Number(tonnes))])).Points);

    /// <summary>
    /// LEED v4.1 after 2020-11-09, as the credit prints it: less than 75 kg/m2 (15 lb/ft2) 1 point, less than 50 kg/m2 (10 lb/ft2) 2. On 10,000 m2: 750 t and 500 t.
    /// </summary>
    [Theory]
    [InlineData("499.999", 2)]
    [InlineData("500", 1)]
    [InlineData("740", 1)] // 74 kg/m2
    [InlineData("749.999", 1)]
    [InlineData("750", 0)]
    public void Leed41_TotalWaste(string tonnes, int points) => Assert.Equal(
        points, Total("us.leed-v4.1-bdc-cwm", Project("US", "registration=from-2020-11-09", 10_000), new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, Number(tonnes))])).Points);

    /// <summary>Option 2 counts the waste of new construction (400 t on 10,000 m2: 40 kg/m2), and asks for half of the demolition waste to be diverted.</summary>
    [Theory]
    [InlineData(5000, 5000, 2)]
    [InlineData(4999, 5001, 0)]
    [InlineData(0, 0, 2)]
    public void Leed41_Demolition_IsDivertedByHalf(int diverted, int disposed, int points)
    {
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 400)]);
        if (diverted > 0) ledger.Append(Entry(WasteClass.DemolitionWaste, WasteRoute.RecycledOffSite, diverted));
        if (disposed > 0) ledger.Append(Entry(WasteClass.DemolitionWaste, WasteRoute.Disposed, disposed));

        Assert.Equal(points, Total("us.leed-v4.1-bdc-cwm", Project("US", "registration=from-2020-11-09", 10_000), ledger).Points);
    }

    [Fact]
    public void Leed41_AsksWhereTheDemolitionWasteWent()
    {
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 400), Entry(WasteClass.DemolitionWaste, WasteRoute.Generated, 1000), Entry(WasteClass.DemolitionWaste, WasteRoute.RecycledOffSite, 400)]);
        var credit = Total("us.leed-v4.1-bdc-cwm", Project("US", "registration=from-2020-11-09", 10_000), ledger);

        Assert.Equal((null, Verdict.Indeterminate), (credit.Points, credit.Finding.Verdict));
        Assert.Equal(["demolitionDiverted", "destination"], credit.Finding.Missing);
    }

    /// <summary>The thresholds of option 2 before 2020-11-09 were not seen: neither points nor none. When it was registered is asked for.</summary>
    [Fact]
    public void Leed41_ACaseWithoutRows_IsNotKnown()
    {
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 100)]);

        var before = Total("us.leed-v4.1-bdc-cwm", Project("US", "registration=before-2020-11-09", 10_000), ledger);
        Assert.Equal((null, Verdict.Indeterminate), (before.Points, before.Finding.Verdict));
        Assert.Equal(["limit"], before.Finding.Missing);
        Assert.Equal(["registration"], Total("us.leed-v4.1-bdc-cwm", Project("US", "", 10_000), ledger).Finding.Missing);
    }

    /// <summary>Method of the dossier: wood to fuel counts as diverted, other waste to energy does not. 40 t recycled and 10 t burnt of 100 t.</summary>
    [Theory]
    [InlineData("wood", 1)]
    [InlineData("drywall", 0)]
    [InlineData(null, null)]
    public void Leed4_WoodToFuel_IsDiverted(string? material, int? points)
    {
        var ledger = new WasteLedger(
        [
            Entry(WasteClass.EngineeringWaste, WasteRoute.Generated, 100), Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 40), Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 50),
            new(new CalendarDate(2026, 3, 2), WasteClass.EngineeringWaste, WasteRoute.EnergyRecovery, 10, "t") { Material = material },
        ]);
        var credit = Diversion("us.leed-v4-bdc-cwm", Project("US", "materialStreams=4"), ledger);

        Assert.Equal(points, credit.Points);
        Assert.Equal(material is null ? ["wasteMaterial"] : [], credit.Finding.Missing);
    }

    /// <summary>One missing kilogram decides nothing: 60 t of 100 t, and 1 kg of unknown class, are 1 point (3 streams) at either end.</summary>
    [Fact]
    public void WhatCannotDecide_DecidesNothing()
    {
        var ledger = OfHundred(WasteClass.EngineeringWaste, 60);
        ledger.Append(Entry(WasteClass.Unknown, WasteRoute.Disposed, 1, "kg"));

        Assert.Equal(1, Diversion("us.leed-v4-bdc-cwm", Project("US", "materialStreams=3"), ledger).Points);
    }

    /// <summary>What is wrong with the ledger, what it takes as given and how good its factors are stand in the score as in every finding.</summary>
    [Fact]
    public void AScore_SaysWhatItRestsOn()
    {
        var table = WasteDensityTable.From(StandardsCatalogue.Default, "us.volume-to-weight", "leed-2009");
        var project = new WasteProject(Site("US", "materialStreams=4")) { Densities = table };
        var date = new CalendarDate(2026, 3, 2);
        var ledger = new WasteLedger(
        [
            Entry(WasteClass.EngineeringWaste, WasteRoute.Generated, 100), Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 80),
            new(date, WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 1, "m3") { Material = "metal" }, Entry(WasteClass.EngineeringSpoil, WasteRoute.Generated, 1), Entry(WasteClass.EngineeringSpoil, WasteRoute.Disposed, 2),
        ]);
        var credit = Diversion("us.leed-v4-bdc-cwm", project, ledger);

        Assert.Equal(2, credit.Points);
        Assert.Equal(["completion"], credit.Finding.NotRecorded);
        Assert.Equal([Verdict.Invalid, Verdict.Indeterminate], credit.LedgerFindings.Select(static finding => finding.Verdict));
        Assert.Contains(credit.Finding.Explanation, static step => step.English.StartsWith("2 t of engineering spoil", StringComparison.Ordinal));
        // The factor for metal has one source.
        Assert.Equal(Evidence.SingleSource, credit.Finding.Evidence);
    }

    /// <summary>
    /// BREEAM NC 2011 Wst 01: 11.1, 6.5 and 3.2 t per 100 m2 of gross internal floor area earn 1, 2 and 3; demolition and excavation are left out.
    /// On 1,000 m2, 32 t are 3.2 t/(100 m2).
    /// </summary>
    [Theory]
    [InlineData(32, 3)]
    [InlineData(33, 2)]
    [InlineData(65, 2)]
    [InlineData(111, 1)]
    [InlineData(112, 0)]
    public void Breeam_ResourceEfficiency(int tonnes, int points)
    {
        var project = new WasteProject(Site("GB", "")) { GrossInternalFloorArea = 1000, IsComplete = true };
        var ledger = new WasteLedger(
        [
            Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, tonnes), Entry(WasteClass.DemolitionWaste, WasteRoute.Disposed, 9000), Entry(WasteClass.EngineeringSpoil, WasteRoute.Disposed, 9000),
        ]);

        Assert.Equal(points, Score("gb.breeam-nc-2011-wst01", project, ledger).Single(static credit => credit.Measurand.Key == "waste.generation-intensity").Points);
    }

    [Fact]
    public void Breeam_NeedsTheInternalArea() => Assert.Equal(
        ["grossInternalFloorArea"],
        Score("gb.breeam-nc-2011-wst01", Project("GB", ""), Ledger()).Single(static credit => credit.Measurand.Key == "waste.generation-intensity").Finding.Missing);

    /// <summary>
    /// One credit: by mass 80 % of non-demolition and 90 % of demolition waste, by volume 70 and 80 %, of what there is. The scheme document names one credit for both.
    /// </summary>
    [Theory]
    [InlineData(80, null, 1)]
    [InlineData(79, null, 0)]
    [InlineData(80, 90, 1)]
    [InlineData(80, 89, 0)]
    [InlineData(79, 90, 0)]
    [InlineData(null, 90, 1)]
    public void Breeam_Diversion_IsOneCredit(int? construction, int? demolition, int points)
    {
        var ledger = new WasteLedger();
        if (construction is { } built) foreach (var entry in OfHundred(WasteClass.EngineeringWaste, built).Entries) ledger.Append(entry);
        if (demolition is { } pulled) foreach (var entry in OfHundred(WasteClass.DemolitionWaste, pulled).Entries) ledger.Append(entry);

        Assert.Equal(points, Diversion("gb.breeam-nc-2011-wst01", new WasteProject(Site("GB", "")) { IsComplete = true }, ledger).Points);
    }

    [Fact]
    public void Breeam_DiversionByVolume()
    {
        var project = new WasteProject(Site("GB", "")) { IsComplete = true };

        Assert.Equal(1, Diversion("gb.breeam-nc-2011-wst01", project, OfHundred(WasteClass.EngineeringWaste, 70, "m3")).Points);
        Assert.Equal(0, Diversion("gb.breeam-nc-2011-wst01", project, OfHundred(WasteClass.EngineeringWaste, 69, "m3")).Points);
        Assert.Equal((null, Verdict.Indeterminate), (Diversion("gb.breeam-nc-2011-wst01", project, new WasteLedger()).Points, Diversion("gb.breeam-nc-2011-wst01", project, new WasteLedger()).Finding.Verdict));
    }

    /// <summary>Burnt waste is not in a landfill; whether it counts as diverted was not seen. 75 t recycled and 10 t burnt of 100 t: 75 or 85 % against 80.</summary>
    [Fact]
    public void Breeam_AsksWhetherEnergyRecoveryCounts()
    {
        var project = new WasteProject(Site("GB", "")) { IsComplete = true };
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 75), Entry(WasteClass.EngineeringWaste, WasteRoute.EnergyRecovery, 10), Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 15)]);
        Assert.Equal(["energyRecovery"], Diversion("gb.breeam-nc-2011-wst01", project, ledger).Finding.Missing);

        ledger.Append(Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 100));
        Assert.Equal(1, Diversion("gb.breeam-nc-2011-wst01", project, ledger).Points);
    }

    /// <summary>Demolition waste is not counted; a ledger of nothing else says nothing of the construction waste.</summary>
    [Fact]
    public void Breeam_ADemolitionLedger_EarnsNothing()
    {
        var project = new WasteProject(Site("GB", "")) { GrossInternalFloorArea = 1000, IsComplete = true };
        var credit = Total("gb.breeam-nc-2011-wst01", project, new WasteLedger([Entry(WasteClass.DemolitionWaste, WasteRoute.Disposed, 9000)]));

        Assert.Null(credit.Points);
        Assert.Equal(["entries"], credit.Finding.Missing);
    }

    /// <summary>Cap. 354N: until 2017-04-06 HK$27, 100 and 125 a tonne, then 71, 175 and 200.</summary>
    [Theory]
    [InlineData("2017-04-06", "public-fill", 27)]
    [InlineData("2017-04-07", "public-fill", 71)]
    [InlineData("2017-04-06", "sorting", 100)]
    [InlineData("2017-04-07", "sorting", 175)]
    [InlineData("2017-04-06", "landfill", 125)]
    [InlineData("2026-03-02", "landfill", 200)]
    public void HongKong_ChargesByFacilityAndDay(string date, string facility, int rate)
    {
        var ledger = new WasteLedger([new(CalendarDate.Parse(date), WasteClass.EngineeringWaste, WasteRoute.Disposed, 12.5m, "t") { ReceivingFacility = facility }]);
        var charge = DisposalCharge.Of(ledger, Jurisdiction.Parse("HK"));

        Assert.Equal((12.5m * rate, "HKD/t"), (charge.Total, Assert.Single(charge.Lines).Rate!.Unit));
        Assert.Empty(charge.Missing);
    }

    [Fact]
    public void HongKong_NamesWhatIsMissing()
    {
        var ledger = new WasteLedger(
        [
            Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 10),
            new(new CalendarDate(2005, 1, 1), WasteClass.EngineeringWaste, WasteRoute.Disposed, 10, "t") { ReceivingFacility = "landfill" },
            new(new CalendarDate(2026, 1, 1), WasteClass.EngineeringWaste, WasteRoute.Disposed, 10, "m3") { ReceivingFacility = "landfill" },
            Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOnSite, 10),
        ]);
        var charge = DisposalCharge.Of(ledger, Jurisdiction.Parse("HK"));

        Assert.Equal((0, 3), (charge.Total, charge.Lines.Count));
        Assert.Equal(["receivingFacility", "rate", "density"], charge.Missing);
    }

    /// <summary>The Regulation leaves out sludge; hazardous waste is no construction waste. Of waste of unknown class nobody knows.</summary>
    [Fact]
    public void HongKong_ChargesConstructionWasteOnly()
    {
        var date = new CalendarDate(2026, 3, 2);
        var ledger = new WasteLedger(((WasteClass[])[WasteClass.EngineeringWaste, WasteClass.EngineeringSlurry, WasteClass.Hazardous, WasteClass.Unknown])
            .Select(wasteClass => new WasteEntry(date, wasteClass, WasteRoute.Disposed, 10, "t") { ReceivingFacility = "landfill" }));
        var charge = DisposalCharge.Of(ledger, Jurisdiction.Parse("HK"));

        Assert.Equal(2000, charge.Total);
        Assert.Equal(["wasteClass"], charge.Missing);
        Assert.Equal([WasteClass.EngineeringSlurry, WasteClass.Hazardous], charge.NotCharged.Select(static entry => entry.Class));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static WasteCredit Diversion(string edition, WasteProject project, WasteLedger ledger) => Score(edition, project, ledger).Single(static credit => credit.Measurand.Key == "waste.diversion-rate");

    private static WasteCredit Total(string edition, WasteProject project, WasteLedger ledger) => Score(edition, project, ledger).Single(static credit => credit.Measurand.Key == "waste.generation-intensity");

    private static IReadOnlyList<WasteCredit> Score(string edition, WasteProject project, WasteLedger ledger) => WasteScheme.Score(StandardsCatalogue.Default.FindEdition(edition)!, project, ledger);

    private static WasteLedger OfHundred(WasteClass wasteClass, int recycled, string unit = "t") => new(
    [
        Entry(wasteClass, WasteRoute.Generated, 100, unit), Entry(wasteClass, WasteRoute.RecycledOffSite, recycled, unit), Entry(wasteClass, WasteRoute.Disposed, 100 - recycled, unit),
    ]);
}
