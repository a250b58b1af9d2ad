using CsCheck;
using GreenBuild.Standards.Waste;
using static GreenBuild.Standards.Tests.Waste.WasteSample;

namespace GreenBuild.Standards.Tests.Waste;

public sealed class WasteLedgerTests
{
    [Fact]
    public void Balance_KeepsClassesAndRoutesApart()
    {
        var balance = Ledger().Balance(isComplete: true);

        Assert.Equal(150, balance.UsedOnSite(WasteClass.EngineeringWaste));
        Assert.Equal(630, balance.LeftSite(WasteClass.EngineeringWaste));
        Assert.Equal(690, balance.Discharged(WasteClass.EngineeringWaste, WasteClass.DemolitionWaste, WasteClass.DecorationWaste).Tonnes);
        Assert.Equal(840, balance.Generated(WasteClass.EngineeringWaste, WasteClass.DecorationWaste).Tonnes);
        Assert.Equal([WasteClass.EngineeringSpoil, WasteClass.EngineeringWaste, WasteClass.DecorationWaste], balance.Classes);
        Assert.Empty(balance.Findings);
    }

    /// <summary>What leaves cannot exceed what arose: 780 t arose, 150 t were used, 650 t left.</summary>
    [Fact]
    public void MoreThanArose_IsAFindingAndNoException()
    {
        var ledger = Ledger();
        ledger.Append(Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 20));
        var finding = Assert.Single(ledger.Balance().Findings);

        Assert.Equal((Verdict.Invalid, "engineering-waste", (decimal?)800), (finding.Verdict, finding.Subject, finding.Measured));
        Assert.Equal("800 t of engineering waste were used or left the site, but only 780 t arose.", finding.Reason.English);
        Assert.Equal("工程垃圾现场利用与出场合计 800 t，而产生量仅 780 t。", finding.Reason.Chinese);
    }

    /// <summary>100 t arose, 70 t left: nobody says where 30 t are, whether the site is said to be cleared or nothing is said. Only as long as works are said to go on, they may lie on the site.</summary>
    [Fact]
    public void WasteThatNobodySaw_IsAsked()
    {
        var ledger = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Generated, 100), Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 70)]);
        var finding = Assert.Single(ledger.Balance(isComplete: true).Findings);

        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["destination"], finding.Missing);
        Assert.StartsWith("Of engineering waste, 30 t", finding.Reason.English, StringComparison.Ordinal);
        Assert.Empty(ledger.Balance(isComplete: false).Findings);
        Assert.Equal(["destination"], Assert.Single(ledger.Balance().Findings).Missing);
        Assert.Equal((70m, (decimal?)100m), (ledger.Balance().Discharged(WasteClass.EngineeringWaste).Tonnes, ledger.Balance().Discharged(WasteClass.EngineeringWaste).MostTonnes));
        var discharged = ledger.Balance(isComplete: true).Discharged(WasteClass.EngineeringWaste);
        Assert.Equal((70m, (decimal?)100m), (discharged.Tonnes, discharged.MostTonnes));
    }

    [Theory]
    [InlineData(-1, "t")]
    [InlineData(5, "lorry")]
    [InlineData(2_000_000_000, "t")]
    public void ABadLine_CountsNowhereAndNamesItself(int quantity, string unit)
    {
        var bad = new WasteEntry(new CalendarDate(2026, 3, 2), WasteClass.EngineeringWaste, WasteRoute.Disposed, quantity, unit) { Origin = new FindingOrigin { File = "waste.csv", Line = 7 } };
        var balance = new WasteLedger([bad, Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 10)]).Balance();
        var finding = Assert.Single(balance.Findings);

        Assert.Equal((Verdict.Invalid, "waste.csv:7"), (finding.Verdict, finding.Origin!.ToString()));
        var discharged = balance.Discharged(WasteClass.EngineeringWaste);
        Assert.Equal((10m, (decimal?)null), (discharged.Tonnes, discharged.MostTonnes));
        Assert.Equal(["quantity"], discharged.Missing);
    }

    [Fact]
    public void AVolumeWithoutFactor_IsNotAMass()
    {
        var balance = new WasteLedger([Entry(WasteClass.EngineeringWaste, WasteRoute.Disposed, 12, "m3")]).Balance();

        Assert.Equal(["density"], Assert.Single(balance.Findings).Missing);
        Assert.Equal(["density"], balance.Discharged(WasteClass.EngineeringWaste).Missing);
    }

    /// <summary>建筑垃圾量计算标准（多地通行版）: 1 m3 of demolition waste is 1.6 t, of spoil 1.6 t. 500 m3 · 1.6 = 800 t.</summary>
    [Theory]
    [InlineData(WasteClass.DemolitionWaste)]
    [InlineData(WasteClass.EngineeringSpoil)]
    public void TheMunicipalTable_ConvertsByClass(WasteClass wasteClass)
    {
        var table = WasteDensityTable.From(StandardsCatalogue.Default, "cn.local-waste-quantity-common");
        Assert.True(Entry(wasteClass, WasteRoute.Disposed, 500, "m3").TryGetTonnes(table, out var tonnes, out var density));

        Assert.Equal((800m, 1.6m), (tonnes, density!.TonnesPerCubicMetre));
        Assert.Null(table.Find(WasteClass.EngineeringWaste));
    }

    /// <summary>Wood by CalRecycle is 400 lb/yd3, by LEED 2009 300 lb/yd3; 1 lb/yd3 = 0.593276 kg/m3, so 0.237311 and 0.177983 t/m3.</summary>
    [Theory]
    [InlineData("calrecycle", 0.237311)]
    [InlineData("leed-2009", 0.177983)]
    public void TablesDiffer_SoTheyAreNamed(string table, double expected)
    {
        var density = WasteDensityTable.From(StandardsCatalogue.Default, "us.volume-to-weight", table).Find(WasteClass.EngineeringWaste, "wood")!;

        Assert.Equal(expected, (double)density.TonnesPerCubicMetre, 6);
        Assert.Throws<ArgumentException>(static () => WasteDensityTable.From(StandardsCatalogue.Default, "cn.gb-12523-2025"));
    }

    [Fact]
    public void ATableOfTables_GivesNothingWithoutItsName() => Assert.Throws<ArgumentException>(static () => WasteDensityTable.From(StandardsCatalogue.Default, "us.volume-to-weight"));

    [Fact]
    public void AFactorOfTheCaller_HasANameAndIsPossible()
    {
        var given = WasteDensity.Given("weighbridge 2026-03", 1.35m);
        var entry = new WasteEntry(new CalendarDate(2026, 3, 2), WasteClass.EngineeringWaste, WasteRoute.Disposed, 20, "m3") { Density = given };

        Assert.True(entry.TryGetTonnes(null, out var tonnes, out _));
        Assert.Equal(27, tonnes);
        Assert.Throws<ArgumentException>(static () => WasteDensity.Given(" ", 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => WasteDensity.Given("kg/m3 taken for t/m3", 1600));
    }

    /// <summary>The classes of GB 55012-2021, 6.1.1, and the local words for them (深圳 330号令, 2; 宁波, 3).</summary>
    [Theory]
    [InlineData("CN", "engineering-waste", WasteClass.EngineeringWaste)]
    [InlineData("CN-GD-440300", "construction-waste", WasteClass.EngineeringWaste)]
    [InlineData("CN-ZJ-330200", "engineering-offcuts", WasteClass.EngineeringWaste)]
    [InlineData("CN-ZJ-330200", "demolition-offcuts", WasteClass.DemolitionWaste)]
    [InlineData("CN-SH", "decoration-waste", WasteClass.DecorationWaste)]
    public void LocalSchemes_AreReadByTheirOwnWords(string place, string word, WasteClass expected)
    {
        var scheme = WasteClassScheme.InForce(StandardsCatalogue.Default, Jurisdiction.Parse(place), Completion)!;

        Assert.Equal(5, scheme.Classes.Count);
        Assert.True(scheme.TryRead(word, out var read));
        Assert.Equal(expected, read);
    }

    [Fact]
    public void LocalSchemes_DoNotKnowTheWordsOfOthers() =>
        Assert.False(WasteClassScheme.InForce(StandardsCatalogue.Default, Jurisdiction.China, Completion)!.TryRead("engineering-offcuts", out _));

    /// <summary>Every word of every scheme of the catalogue is one of the national five, and each scheme has all five.</summary>
    [Fact]
    public void EverySchemeOfTheCatalogue_IsTheNationalFive()
    {
        var schemes = StandardsCatalogue.Default.Editions.Where(static edition => edition.HasRequirements).SelectMany(static edition => edition.Requirements)
            .Where(static row => row.Measurand.Key == "waste.classes" && row.Settings.Count == 5).ToList();

        Assert.True(schemes.Count >= 5);
        foreach (var scheme in schemes)
            Assert.Equal(Enumerable.Range(1, 5), scheme.Settings.Select(static word => (WasteClassScheme.TryParse(word, out var read), (int)read).Item2).Order());
        Assert.True(WasteClassScheme.TryParse("工程渣土", out var spoil));
        Assert.Equal(WasteClass.EngineeringSpoil, spoil);
    }

    private static readonly Gen<WasteEntry> AnyEntry = Gen.Select(
        Gen.Int[0, 1000], Gen.Int[0, 7], Gen.Int[0, 6], Gen.Long[0, 50_000_000], Gen.Int[0, 2],
        static (day, wasteClass, route, quantity, unit) =>
            new WasteEntry(new CalendarDate(2024, 1, 1).PlusDays(day), (WasteClass)wasteClass, (WasteRoute)route, quantity / 1000m, unit == 0 ? "t" : unit == 1 ? "kg" : "m3") { Density = WasteDensity.Given("any", 1.37m) });

    private static readonly WasteClass[] All = [.. Enum.GetValues<WasteClass>()];

    /// <summary>The order of the lines does not matter, to the last digit.</summary>
    [Fact]
    public void Totals_DoNotDependOnOrder() => Gen.Select(AnyEntry.List[0, 40], Gen.Int).Sample(static (entries, seed) =>
    {
        var random = new Random(seed);
        var (one, other) = (new WasteLedger(entries).Balance(isComplete: true), new WasteLedger(entries.OrderBy(_ => random.Next())).Balance(isComplete: true));
        return one.Generated(All).Tonnes == other.Generated(All).Tonnes && one.Discharged(All).Tonnes == other.Discharged(All).Tonnes && one.Discharged(All).MostTonnes == other.Discharged(All).MostTonnes
            && one.Findings.Count == other.Findings.Count;
    });

    /// <summary>Mass is conserved: what a balance holds is the plain sum of the lines, and no more was used and discharged than arose, or a finding says so.</summary>
    [Fact]
    public void Mass_IsConserved() => AnyEntry.List[0, 40].Sample(static entries =>
    {
        var balance = new WasteLedger(entries).Balance();
        foreach (var wasteClass in All)
        {
            var sum = entries.Where(entry => entry.Class == wasteClass).Sum(TonnesOf);
            var arose = entries.Where(entry => entry.Class == wasteClass && entry.Route == WasteRoute.Generated).Sum(TonnesOf);
            if (balance.Tonnes(wasteClass, WasteRoute.Generated) + balance.UsedOnSite(wasteClass) + balance.LeftSite(wasteClass) != sum) return false;
            var isBroken = entries.Any(entry => entry.Class == wasteClass && entry.Route == WasteRoute.Generated) && sum - arose > arose;
            if (balance.Findings.Any(finding => finding.Verdict == Verdict.Invalid && finding.Subject == WasteClassWord(wasteClass)) != isBroken) return false;
            // What arose is never less than what was used and left.
            if (balance.Generated(wasteClass).Tonnes < sum - arose) return false;
        }

        return true;

        static decimal TonnesOf(WasteEntry entry) => entry.Unit switch
        {
            "kg" => entry.Quantity / 1000,
            "m3" => entry.Quantity * 1.37m,
            _ => entry.Quantity,
        };
    });

    /// <summary>A further line that left the site never makes the discharge smaller, nor a verdict better.</summary>
    [Fact]
    public void MoreDischarge_IsNeverBetter() => Gen.Select(AnyEntry.List[0, 20], AnyEntry).Sample(static (entries, more) =>
    {
        var project = Project(isComplete: null);
        var before = Discharge(project, new WasteLedger(entries));
        var after = Discharge(project, new WasteLedger([.. entries, new WasteEntry(more.Date, WasteClass.EngineeringWaste, WasteRoute.Disposed, more.Quantity, "t")]));
        return !(before.Verdict == Verdict.NonCompliant && after.Verdict != Verdict.NonCompliant) && !(before.Measured > after.Measured);
    });

    private static string WasteClassWord(WasteClass wasteClass) => Words.Of(wasteClass).English.Replace(' ', '-');
}
