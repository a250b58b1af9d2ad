using GreenBuild.Standards.Waste;
using static GreenBuild.Standards.Tests.Waste.WasteSample;

namespace GreenBuild.Standards.Tests.Waste;

/// <summary>CALGreen 4.408 / 5.408: 50 % by the code of 2013, 65 % from 2017-01-01; instead of it the amount disposed of, for new buildings; land clearing.</summary>
public sealed class WasteCaliforniaTests
{
    private const string NewOffice = "sourceWorks=new-building; buildingUse=non-residential";

    /// <summary>The alternative is for new construction: works on what stands keep the rate, whatever path they claim, and no amount is asked of them.</summary>
    [Theory]
    [InlineData("demolition; rateBasis=mass", 64, Verdict.NonCompliant)]
    [InlineData("renovation", 65, Verdict.Compliant)]
    public void TheDisposalPath_IsForNewBuildings(string works, int diverted, Verdict verdict)
    {
        foreach (var use in new[] { "non-residential", "residential; storeys=2" })
        {
            var findings = Of($"sourceWorks={works}; buildingUse={use}; compliancePath=disposal-amount", diverted);

            Assert.Equal((verdict, (decimal?)65m), (Diversion(findings)!.Verdict, Diversion(findings)!.Limit));
            Assert.DoesNotContain(findings, static finding => finding.Subject == "disposal-intensity");
        }
    }

    /// <summary>
    /// "By weight or by volume": 60 t of 100 t recycled (60 %) are 70 m3 of 100 m3 (concrete to the crusher, light foam to the tip). One of them is enough; where the
    /// ledger has no volumes, a miss by mass is a question, and the project may answer which way it chose.
    /// </summary>
    [Theory]
    [InlineData("", "t", 60, 40, Verdict.Indeterminate, "rateBasis")]
    [InlineData("", "t", 65, 35, Verdict.Compliant, "")]
    [InlineData("; rateBasis=mass", "t", 60, 40, Verdict.NonCompliant, "")]
    [InlineData("; rateBasis=volume", "t", 65, 35, Verdict.Indeterminate, "volume")]
    // 40 m3 of 1.5 t/m3 and 60 m3 of 0.1 t/m3: 60 of 66 t, 90.9 % by mass, 40 % by volume. The other way round: 9.1 % and 60 %; with 70 m3: 13.5 % and 70 %.
    [InlineData("", "m3", 40, 60, Verdict.Compliant, "")]
    [InlineData("; rateBasis=volume", "m3", 40, 60, Verdict.NonCompliant, "")]
    [InlineData("", "light m3", 70, 30, Verdict.Compliant, "")]
    [InlineData("; rateBasis=mass", "light m3", 70, 30, Verdict.NonCompliant, "")]
    [InlineData("", "light m3", 60, 40, Verdict.NonCompliant, "")]
    public void WeightOrVolume_OneIsEnough(string basis, string unit, int recycled, int disposed, Verdict verdict, string missing)
    {
        var (heavy, light) = (WasteDensity.Given("weighbridge, concrete", 1.5m), WasteDensity.Given("weighbridge, foam", 0.1m));
        var isVolume = unit.EndsWith("m3", StringComparison.Ordinal);
        var (first, second) = unit.StartsWith("light", StringComparison.Ordinal) ? (light, heavy) : (heavy, light);
        var day = new CalendarDate(2026, 3, 2);
        WasteEntry Line(WasteRoute route, int quantity, WasteDensity density) =>
            new(day, WasteClass.EngineeringWaste, route, quantity, isVolume ? "m3" : "t") { Density = isVolume ? density : null };
        var ledger = new WasteLedger(
        [
            Line(WasteRoute.Generated, recycled, first), Line(WasteRoute.Generated, disposed, second), Line(WasteRoute.RecycledOffSite, recycled, first), Line(WasteRoute.Disposed, disposed, second),
        ]);

        var finding = Diversion(Judge(Project("US-CA", NewOffice + basis), ledger, CalendarDate.Parse("2026-06-30")))!;

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(missing.Length > 0 ? [missing] : [], finding.Missing);
    }

    /// <summary>A path without a limit for this use frees of nothing: 65 % are enough in any way, fewer are a question.</summary>
    [Theory]
    [InlineData(65, Verdict.Compliant)]
    [InlineData(64, Verdict.Indeterminate)]
    public void APathWithoutLimit_IsAsked(int diverted, Verdict verdict)
    {
        var finding = Diversion(Of("sourceWorks=new-building; buildingUse=education; compliancePath=disposal-amount", diverted))!;

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(verdict == Verdict.Compliant ? [] : ["compliancePath"], finding.Missing);
    }

    /// <summary>Before the 2016 code began on 2017-01-01 nobody owed 65 %: which code it was is asked, and 2013 gives 50 %.</summary>
    [Fact]
    public void TheRate_IsThatOfTheCode()
    {
        var in2016 = Diversion(Of(NewOffice, 60, "2016-12-31"))!;
        Assert.Equal(Verdict.Indeterminate, in2016.Verdict);
        Assert.Equal(["codeEdition"], in2016.Missing);

        Assert.Equal((Verdict.NonCompliant, (decimal?)65m), Of2(Diversion(Of(NewOffice + "; rateBasis=mass", 60, "2017-01-01"))!));
        Assert.Equal((Verdict.Compliant, (decimal?)50m), Of2(Diversion(Of(NewOffice + "; codeEdition=2013", 60, "2016-12-31"))!));
        Assert.Equal((Verdict.Compliant, (decimal?)50m), Of2(Diversion(Of(NewOffice + "; codeEdition=2013", 60, "2018-06-30"))!));
        Assert.Equal((Verdict.NonCompliant, (decimal?)50m), Of2(Diversion(Of(NewOffice + "; codeEdition=2013", 49, "2016-12-31"))!));
        Assert.Null(Diversion(Of(NewOffice, 60, "1990-06-30")));

        static (Verdict, decimal?) Of2(Finding finding) => (finding.Verdict, finding.Limit);
    }

    /// <summary>
    /// Under the code of 2013 as well it is one or the other: 3.8 lb/ft2 in a low dwelling, where 4 were allowed (3.4 today). 3.8 lb/ft2 = 18.553 kg/m2, 185.53 t on 10,000 m2.
    /// </summary>
    [Theory]
    [InlineData("; codeEdition=2013", Verdict.Compliant, 4)]
    [InlineData("", Verdict.NonCompliant, 3.4)]
    public void OfRateAndAmount_OneIsJudged(string code, Verdict verdict, double limit)
    {
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 185.53m)]);
        var findings = Judge(Project("US-CA", "sourceWorks=new-building; buildingUse=residential; storeys=2; compliancePath=disposal-amount" + code, 10_000), ledger);

        Assert.Null(Diversion(findings));
        var disposal = findings.Single(static finding => finding.Subject == "disposal-intensity");
        Assert.Equal((verdict, (decimal?)(decimal)limit), (disposal.Verdict, disposal.Limit));
    }

    /// <summary>5.408.3: all of the land-clearing debris of a new non-residential building is reused or recycled; it counts in no other rate.</summary>
    [Theory]
    [InlineData("non-residential", 100, Verdict.Compliant)]
    [InlineData("non-residential", 99, Verdict.NonCompliant)]
    [InlineData("residential", 0, null)]
    public void LandClearingDebris_IsUsed(string use, int recycled, Verdict? verdict)
    {
        var ledger = new WasteLedger(
        [
            Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 100), Entry(WasteClass.LandClearing, WasteRoute.Generated, 100),
            Entry(WasteClass.LandClearing, WasteRoute.RecycledOffSite, recycled), Entry(WasteClass.LandClearing, WasteRoute.Disposed, 100 - recycled),
        ]);
        var findings = Judge(Project("US-CA", "sourceWorks=new-building; buildingUse=" + use), ledger);

        Assert.Equal(verdict, findings.SingleOrDefault(static finding => finding.Subject == "land-clearing")?.Verdict);
        Assert.Equal((decimal?)100m, Diversion(findings)!.Compared);
    }

    private static Finding? Diversion(IEnumerable<Finding> findings) => findings.SingleOrDefault(static finding => finding.Subject == "diversion");

    /// <summary>100 t, so many of them recycled, all before the day.</summary>
    private static IReadOnlyList<Finding> Of(string facets, int diverted, string date = "2026-06-30")
    {
        var day = new CalendarDate(1989, 3, 2);
        var ledger = new WasteLedger(
        [
            new(day, WasteClass.EngineeringWaste, WasteRoute.Generated, 100, "t"), new(day, WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, diverted, "t"),
            new(day, WasteClass.EngineeringWaste, WasteRoute.Disposed, 100 - diverted, "t"),
        ]);
        return Judge(Project("US-CA", facets), ledger, CalendarDate.Parse(date));
    }
}
