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

    /// <summary>
    /// LEED v4.1 after 2020-11-09: 15 lb/ft2 earn 1 point, 10 lb/ft2 2 (one source; others say 12.5). 15 lb/ft2 = 73.2364 kg/m2, on 10,000 m2 732.36 t; 10 lb/ft2 488.24 t.
    /// </summary>
    [Theory]
    [InlineData(488, 2)]
    [InlineData(489, 1)]
    [InlineData(732, 1)]
    [InlineData(733, 0)]
    public void Leed41_TotalWaste(int tonnes, int points) => Assert.Equal(
        points,
        Score("us.leed-v4.1-bdc-cwm", Project("US", "registration=from-2020-11-09", 10_000), new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, tonnes)]))
            .Single(static credit => credit.Measurand.Key == "waste.generation-intensity").Points);

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

    /// <summary>By mass 80 % (non-demolition) and 90 % (demolition), by volume 70 % and 80 %; volumes have to be volumes.</summary>
    [Fact]
    public void Breeam_DiversionByMassAndVolume()
    {
        var project = new WasteProject(Site("GB", "")) { IsComplete = true };
        var byMass = Score("gb.breeam-nc-2011-wst01", project, OfHundred(WasteClass.EngineeringWaste, 80)).Where(static credit => credit.Measurand.Key == "waste.diversion-rate").ToList();
        Assert.Equal([null, 1, null, null], byMass.Select(static credit => credit.Points));
        Assert.Equal(["volume"], byMass[0].Finding.Missing);
        Assert.Equal(["generated"], byMass[3].Finding.Missing);

        var byVolume = Score("gb.breeam-nc-2011-wst01", project, OfHundred(WasteClass.EngineeringWaste, 70, "m3")).Where(static credit => credit.Measurand.Key == "waste.diversion-rate").ToList();
        Assert.Equal(1, byVolume[0].Points);
        Assert.Equal(["density"], byVolume[1].Finding.Missing);
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

    private static IReadOnlyList<WasteCredit> Score(string edition, WasteProject project, WasteLedger ledger) => WasteScheme.Score(StandardsCatalogue.Default.FindEdition(edition)!, project, ledger);

    private static WasteLedger OfHundred(WasteClass wasteClass, int recycled, string unit = "t") => new(
    [
        Entry(wasteClass, WasteRoute.Generated, 100, unit), Entry(wasteClass, WasteRoute.RecycledOffSite, recycled, unit), Entry(wasteClass, WasteRoute.Disposed, 100 - recycled, unit),
    ]);
}
