using CsCheck;
using GreenBuild.Standards.Waste;
using static GreenBuild.Standards.Tests.Waste.WasteSample;

namespace GreenBuild.Standards.Tests.Waste;

/// <summary>What a ledger does not say: it bounds a mass or a rate, and decides only where the two ends are judged differently.</summary>
public sealed class WasteUnknownTests
{
    private const string New = "sourceWorks=new-building; prefabricated=false";

    /// <summary>
    /// Waste that arose, and of which nothing else is recorded, may have left the site: 900 t on 10,000 m2 may break 300 t/(10^4 m2), 300 t cannot, whether
    /// the ledger is said to be complete or nothing is said.
    /// </summary>
    [Theory]
    [InlineData(WasteClass.EngineeringWaste, 900, null, "destination")]
    [InlineData(WasteClass.EngineeringWaste, 900, true, "destination")]
    [InlineData(WasteClass.EngineeringWaste, 300, null, "")]
    [InlineData(WasteClass.Unknown, 900, null, "destination,wasteClass")]
    [InlineData(WasteClass.Unknown, 900, true, "destination,wasteClass")]
    [InlineData(WasteClass.Unknown, 300, true, "")]
    public void WasteOfWhichNothingIsSaid_MayHaveLeft(WasteClass wasteClass, int tonnes, bool? isComplete, string missing)
    {
        var finding = Discharge(Project("CN", New, 10_000, isComplete), new WasteLedger([Entry(wasteClass, WasteRoute.Generated, tonnes)]));

        Assert.Equal(missing, string.Join(",", finding.Missing.Order()));
        Assert.Equal(missing.Length == 0 ? Verdict.Compliant : Verdict.Indeterminate, finding.Verdict);
        if (missing.Length == 0) Assert.Equal((300m, 0m), (finding.Compared, finding.Margin));
    }

    /// <summary>CALGreen, 2 lb/ft2 disposed of: 1 t is, of 99 t nobody knows: 100 t on 10,000 m2 are 2.048 lb/ft2, 90 t are 1.84.</summary>
    [Theory]
    [InlineData(100, Verdict.Indeterminate)]
    [InlineData(90, Verdict.Compliant)]
    public void Disposal_IsBounded(int generated, Verdict verdict)
    {
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Generated, generated), Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 1)]);
        var finding = Judge(Project("US-CA", "sourceWorks=new-building; buildingUse=non-residential; compliancePath=disposal-amount", 10_000, null), ledger).Single(static finding => finding.Subject == "disposal-intensity");

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(verdict == Verdict.Compliant ? [] : ["destination"], finding.Missing);
    }

    /// <summary>
    /// 建质〔2007〕223号, at least 30 %: of 100 t 25 were recycled. If nothing is said of 75 t the rate is 25 to 100 %; of 4 t, 25 to 29 %; of 1 kg of unknown class beside
    /// 40 of 100 t, 40 % at either end.
    /// </summary>
    [Theory]
    [InlineData(25, 0, 0, Verdict.Indeterminate, "destination")]
    [InlineData(25, 71, 0, Verdict.NonCompliant, "")]
    [InlineData(40, 60, 1, Verdict.Compliant, "")]
    [InlineData(30, 70, 1, Verdict.Indeterminate, "wasteClass")]
    public void ARate_IsBounded(int recycled, int disposed, int unknownKilograms, Verdict verdict, string missing)
    {
        var ledger = new WasteLedger(
        [
            Entry(WasteClass.EngineeringWaste, WasteRoute.Generated, 100), Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, recycled), Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, disposed),
            Entry(WasteClass.Unknown, WasteRoute.Disposed, unknownKilograms, "kg"),
        ]);
        var finding = Judge(Project(isComplete: null), ledger).Single(static finding => finding.Subject == "construction-waste");

        Assert.Equal((verdict, missing), (finding.Verdict, string.Join(",", finding.Missing)));
    }

    /// <summary>Waste of unknown class that arose and left is the same waste: 100 t at most, not 200. 建办质〔2021〕9号: 200 t on 10,000 m2.</summary>
    [Theory]
    [InlineData(200, Verdict.Compliant)]
    [InlineData(201, Verdict.Indeterminate)]
    public void UnknownClass_CountsOnce(int tonnes, Verdict verdict)
    {
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 0), Entry(WasteClass.Unknown, WasteRoute.Generated, tonnes), Entry(WasteClass.Unknown, WasteRoute.Disposed, tonnes)]);

        Assert.Equal((decimal?)tonnes, ledger.Balance(isComplete: true).Generated(WasteClass.EngineeringWaste).MostTonnes);
        var finding = Judge(Project("CN", "sourceWorks=new-building; prefabricated=true", 10_000), ledger).Single(static finding => finding.Subject == "generation-intensity");
        Assert.Equal(verdict, finding.Verdict);
        // What is concluded from is what is shown as measured: 200 t on 10,000 m2, and not the 0 t that are certain.
        if (verdict == Verdict.Compliant) Assert.Equal((200m, 200m), (finding.Measured, finding.Compared));
    }

    /// <summary>
    /// 80 % of what can be recovered (from memory, so at the floor of memory). 80 t can be recovered, 20 t cannot; beside it what was taken of which, by hand:
    /// 70 t marked as recoverable are 87.5 %; 85 t without a mark are 65 to 80 t, 81.25 % or more; 80 t of which 20 t are marked as not, 60 t, are 75 %.
    /// </summary>
    [Theory]
    [InlineData(70, 0, 0, Verdict.Compliant, 87.5)]
    [InlineData(0, 85, 0, Verdict.Compliant, 81.25)]
    [InlineData(60, 0, 20, Verdict.NonCompliant, 75.0)]
    [InlineData(0, 70, 0, Verdict.Indeterminate, null)]
    public void Recovery_CountsWhatCanBeRecovered(int yes, int unsaid, int no, Verdict verdict, double? rate)
    {
        var date = new CalendarDate(2026, 3, 2);
        var ledger = new WasteLedger(
        [
            new(date, WasteClass.EngineeringWaste, WasteRoute.Generated, 80, "t") { IsRecoverable = true }, new(date, WasteClass.EngineeringWaste, WasteRoute.Generated, 20, "t") { IsRecoverable = false },
            new(date, WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, yes, "t") { IsRecoverable = true }, Entry(WasteClass.EngineeringWaste, WasteRoute.ReusedOnSite, unsaid),
            new(date, WasteClass.EngineeringWaste, WasteRoute.ReusedOnSite, no, "t") { IsRecoverable = false }, Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 100 - yes - unsaid - no),
        ]);
        var finding = Recovery(ledger);

        Assert.Equal(verdict, finding.Verdict);
        if (rate is { } compared) Assert.Equal((decimal)compared, finding.Compared);
    }

    /// <summary>Waste of unknown class may be recoverable construction waste that nobody recovered: 85 of 100 t, and 50 t more, are 85 to 56.7 %.</summary>
    [Fact]
    public void Recovery_LeavesNoUnknownClassOut()
    {
        var date = new CalendarDate(2026, 3, 2);
        var ledger = new WasteLedger(
        [
            new(date, WasteClass.EngineeringWaste, WasteRoute.Generated, 100, "t") { IsRecoverable = true }, Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 85),
            Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 15),
        ]);
        Assert.Equal(Verdict.Compliant, Recovery(ledger).Verdict);

        ledger.Append(new(date, WasteClass.Unknown, WasteRoute.Generated, 50, "t") { IsRecoverable = true });
        ledger.Append(Entry(WasteClass.Unknown, WasteRoute.Disposed, 50));
        Assert.Equal(["wasteClass"], Recovery(ledger).Missing);
    }

    /// <summary>Units as people write them; what is none is a faulty line that says what would be one, and no exception.</summary>
    [Theory]
    [InlineData("t", 12.0)]
    [InlineData("吨", 12.0)]
    [InlineData(" kg ", 0.012)]
    [InlineData("千克", 0.012)]
    [InlineData("公斤", 0.012)]
    [InlineData("m³", 18.0)]
    [InlineData("立方米", 18.0)]
    [InlineData("lb", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Units_AreUnderstoodOrRefused(string? unit, double? tonnes)
    {
        var entry = new WasteEntry(new CalendarDate(2026, 3, 2), WasteClass.EngineeringWaste, WasteRoute.Disposed, 12, unit) { Density = WasteDensity.Given("weighbridge", 1.5m) };

        Assert.Equal(tonnes is not null, entry.TryGetTonnes(null, out var mass, out _));
        Assert.Equal((decimal)(tonnes ?? 0), mass);
        if (tonnes is not null) return;
        Assert.EndsWith("accepted are kg (千克), t (吨), m3 (立方米).", entry.Fault.English, StringComparison.Ordinal);
        Assert.Equal(Verdict.Invalid, Assert.Single(new WasteLedger([entry]).Balance().Findings).Verdict);
    }

    /// <summary>
    /// Whatever the lines of unknown class and whereabouts turn out to be, the verdict that was given stands: each is put into a class or onto a route at random,
    /// and a verdict that was reached before is reached again.
    /// </summary>
    [Fact]
    public void AVerdict_StandsWhateverIsFoundOut() => Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300], Gen.Int[0, 200], Gen.Int[0, 200], Gen.Int[0, 5], Gen.Int[1, 6]).Sample(static (recycled, disposed, lost, unknown, wasteClass, route) =>
    {
        List<WasteEntry> known =
        [
            Entry(WasteClass.EngineeringWaste, WasteRoute.Generated, recycled + disposed + lost), Entry(WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, recycled),
            Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, disposed),
        ];
        var before = Judge(Project("CN", New, 10_000), new WasteLedger([.. known, Entry(WasteClass.Unknown, WasteRoute.Generated, unknown), Entry(WasteClass.Unknown, WasteRoute.Disposed, unknown)]));
        var found = wasteClass == 0 ? WasteClass.EngineeringWaste : (WasteClass)wasteClass;
        var after = Judge(
            Project("CN", New, 10_000),
            new WasteLedger([.. known, Entry(WasteClass.EngineeringWaste, (WasteRoute)route, lost), Entry(found, WasteRoute.Generated, unknown), Entry(found, WasteRoute.Disposed, unknown)]));
        return new[] { "discharge-intensity", "generation-intensity", "construction-waste" }.All(subject =>
            Verdict(before, subject) is not (GreenBuild.Standards.Verdict.Compliant or GreenBuild.Standards.Verdict.NonCompliant) || Verdict(before, subject) == Verdict(after, subject));

        static Verdict? Verdict(IReadOnlyList<Finding> findings, string subject) => findings.FirstOrDefault(finding => finding.Subject == subject)?.Verdict;
    });

    private static Finding Recovery(WasteLedger ledger) =>
        new WasteCheck(Project(), options: new CheckOptions { EvidenceFloor = Evidence.Unconfirmed }).Judge(ledger, Completion).Single(static finding => finding.Subject == "recoverable");
}
