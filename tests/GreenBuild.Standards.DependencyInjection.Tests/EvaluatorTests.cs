using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Materials;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Waste;
using GreenBuild.Standards.Windows;
using Microsoft.Extensions.DependencyInjection;

namespace GreenBuild.Standards.DependencyInjection.Tests;

public sealed class EvaluatorTests
{
    private static readonly SiteBoundaryMeasurement Loud = new("P1", new DateTime(2026, 3, 2, 23, 0, 0), 56);

    /// <summary>GB 12523-2025, Table 1: 55 dB(A) at night; LAmax was not recorded.</summary>
    [Fact]
    public void SiteBoundary_IsJudged()
    {
        using var container = Shanghai();

        var findings = container.GetRequiredService<ISiteEvaluator<SiteBoundaryMeasurement>>().Judge(Sites.In("CN-SH"), Loud);

        Assert.Equal((Verdict.NonCompliant, (decimal?)55), (findings[0].Verdict, findings[0].Limit));
        Assert.Equal(2, findings.Count);
    }

    /// <summary>A night of readings at 56 dB(A) each: their energy mean is 56.</summary>
    [Fact]
    public void NoiseSeries_IsJudgedByPeriods()
    {
        using var container = Shanghai();
        var readings = Enumerable.Range(0, 480).Select(static minute => new NoiseReading(new DateTime(2026, 3, 2, 22, 0, 0).AddMinutes(minute), 56)).ToList();

        var findings = container.GetRequiredService<ISiteEvaluator<NoiseSeries>>().Judge(Sites.In("CN-SH"), new NoiseSeries("P1", TimeSpan.FromMinutes(1), readings));

        Assert.Contains(findings, static finding => finding is { Verdict: Verdict.NonCompliant, Measured: 56, Limit: 55 });
    }

    /// <summary>Noise Law 2021, article 43: no work at night where noise-sensitive buildings are concentrated.</summary>
    [Fact]
    public void NightWork_NeedsItsPermit()
    {
        using var container = Shanghai();
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH")) { Circumstances = Circumstances.None.With("sensitivity", "noise-sensitive-concentrated-area") };
        var work = new PermittedWork(new ConstructionWork(new DateTime(2026, 3, 2, 22, 0, 0), new DateTime(2026, 3, 3, 4, 0, 0)), []);

        var findings = container.GetRequiredService<ISiteEvaluator<PermittedWork>>().Judge(site, work);

        Assert.Contains(findings, static finding => finding.Verdict == Verdict.NonCompliant);
    }

    /// <summary>DB13/ 2934-2019, table 1: 80 µg/m3 net of the county, at most two hours a day. 200 − 100 = 100 in three hours: one too many. Without the county, nothing can be said.</summary>
    [Theory]
    [InlineData(true, Verdict.NonCompliant)]
    [InlineData(false, Verdict.Indeterminate)]
    public void DustSeries_IsJudgedByDays(bool isCountyKnown, Verdict verdict)
    {
        using var container = Build.Container(static services => services.AddGreenBuildStandards(static options => options.Place = Jurisdiction.Parse("CN-HE")));
        var readings = Enumerable.Range(0, 24).Select(static hour => new MonitorReading(new DateTime(2026, 6, 1, hour, 0, 0), hour < 3 ? 200 : 110)).ToList();
        var series = new DustSeries(Particulate.Pm10, new MonitorSeries("Gate 1", "µg/m3", TimeSpan.FromHours(1), readings))
        {
            Surroundings = isCountyKnown ? new DustSurroundings { BackgroundPm10 = static _ => 100 } : null,
        };

        Assert.Equal(verdict, Assert.Single(container.GetRequiredService<ISiteEvaluator<DustSeries>>().Judge(Sites.In("CN-HE"), series)).Verdict);
    }

    /// <summary>GB 18580-2025 asks 0.050 mg/m3 of wood floors from 2026-06-01, the edition of 2017 0.124.</summary>
    [Theory]
    [InlineData("2026-05-31", Verdict.Compliant)]
    [InlineData("2026-06-01", Verdict.NonCompliant)]
    public void SuppliedProduct_IsJudgedByItsDay(string delivery, Verdict verdict)
    {
        using var container = Shanghai();
        var day = CalendarDate.Parse(delivery);

        var findings = container.GetRequiredService<IEvaluator<SuppliedProduct>>().Judge(Floor(day));

        Assert.Equal(verdict, Assert.Single(findings, static finding => finding.Measured is 0.080m).Verdict);
    }

    /// <summary>The same floor in a bill: its figures are judged as well, by the clock of the host where they are of no delivery.</summary>
    [Fact]
    public void MaterialBill_IsJudgedAsByTheLibrary()
    {
        using var container = Shanghai();
        var floor = Floor(new(2026, 6, 1));
        var bill = new MaterialBill
        {
            Place = Jurisdiction.Parse("CN-SH"),
            Lines =
            [
                new MaterialLine
                {
                    Id = "1", Name = "floor", Quantity = 10, Unit = "m2", Class = floor.Class, DeliveryDate = floor.DeliveryDate, ProductionDate = floor.ProductionDate, Reports = floor.Reports,
                },
            ],
        };

        var findings = container.GetRequiredService<IEvaluator<MaterialEvaluation>>().Judge(new MaterialEvaluation(bill));

        Assert.Contains(findings, static finding => finding is { Verdict: Verdict.NonCompliant, Measured: 0.080m });
        Assert.Equal(bill.Judge(new(2026, 6, 15)).Findings.Select(static finding => finding.ToString()), findings.Select(static finding => finding.ToString()));
    }

    /// <summary>财库〔2024〕36号: from 2025-01-01, all mandatory kinds are green; the one here is not. The clock says 2026-06-15.</summary>
    [Theory]
    [InlineData("2024-12-31", Verdict.NotApplicable)]
    [InlineData("2025-01-01", Verdict.NonCompliant)]
    [InlineData(null, Verdict.NonCompliant)]
    public void MaterialEvaluation_IsJudgedByItsDay(string? day, Verdict verdict)
    {
        using var container = Shanghai();
        var bill = new MaterialBill
        {
            Place = Jurisdiction.Parse("CN-SH"),
            Circumstances = Circumstances.None.With("governmentProcurement", true),
            Lines = [new MaterialLine { Id = "1", Name = "cement", Quantity = 10, Unit = "t", ProcurementList = "mandatory", HasProcurementReport = false }],
        };

        var findings = container.GetRequiredService<IEvaluator<MaterialEvaluation>>().Judge(new MaterialEvaluation(bill) { Date = day is null ? null : CalendarDate.Parse(day) });

        Assert.Equal(verdict, Assert.Single(findings, static finding => finding.Subject == "mandatory").Verdict);
    }

    /// <summary>GB 50325-2020, table 6.0.4: formaldehyde 0.07 mg/m3 in class I; 0.080 is too much with clean air outdoors.</summary>
    [Fact]
    public void IndoorAir_IsJudged()
    {
        using var container = Shanghai();
        var test = new IndoorAirTest
        {
            Building = "A",
            BuildingClass = "I",
            TestDate = new(2026, 6, 1),
            CompletionDate = new(2026, 5, 1),
            Rooms = [new IndoorAirRoom { Name = "1", Area = 20, Ventilation = "natural", ClosedHours = 1, Concentrations = new Dictionary<string, IReadOnlyList<decimal>> { ["formaldehyde"] = [0.080m] } }],
            Outdoor = new Dictionary<string, decimal> { ["formaldehyde"] = 0 },
        };

        var findings = container.GetRequiredService<IEvaluator<IndoorAirTest>>().Judge(test);

        Assert.Contains(findings, static finding => finding is { Verdict: Verdict.NonCompliant, Limit: 0.07m, Edition.Number: "GB 50325-2020" });
    }

    /// <summary>建质〔2020〕46号: 300 t/(10^4 m2). By hand: 690 t / 24,000 m2 = 287.5, and 750 t / 24,000 m2 = 312.5.</summary>
    [Theory]
    [InlineData(690, 287.5, Verdict.Compliant)]
    [InlineData(750, 312.5, Verdict.NonCompliant)]
    public void WasteAccount_IsJudgedByTheClock(int tonnes, double intensity, Verdict verdict)
    {
        using var container = Shanghai();
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH")) { Circumstances = Circumstances.None.With("sourceWorks", "new-building").With("prefabricated", false) };
        var account = new WasteAccount(
            new WasteProject(site) { FloorArea = 24_000, IsComplete = true },
            new WasteLedger([new WasteEntry(new(2026, 6, 1), WasteClass.EngineeringWaste, WasteRoute.Disposed, tonnes, "t")]));

        var findings = container.GetRequiredService<IEvaluator<WasteAccount>>().Judge(account);

        Assert.Equal(verdict, Assert.Single(findings, finding => finding.Subject == "discharge-intensity" && finding.Limit == 300 && finding.Compared == (decimal)intensity).Verdict);
    }

    /// <summary>
    /// 400 t arose and 160 t of them were recycled: 40 %. GB/T 50640-2010 asks 50 % of those that choose its preferred items, until GB/T 50640-2023 takes its place on 2024-05-01 without
    /// such a share; 建质〔2007〕223号 asks 30 %, before and after. The clock says 2026-06-15.
    /// </summary>
    [Theory]
    [InlineData("2024-04-30", 50, Verdict.NonCompliant)]
    [InlineData("2024-05-01", 30, Verdict.Compliant)]
    [InlineData(null, 30, Verdict.Compliant)]
    public void WasteAccount_IsJudgedByItsDay(string? day, int limit, Verdict verdict)
    {
        using var container = Shanghai();
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH")) { Circumstances = Circumstances.None.With("sourceWorks", "new-building").With("prefabricated", false).With("itemType", "preferred") };
        var arose = new CalendarDate(2024, 3, 1);
        var ledger = new WasteLedger(
        [
            new WasteEntry(arose, WasteClass.EngineeringWaste, WasteRoute.Generated, 400, "t"), new WasteEntry(arose, WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 160, "t"),
            new WasteEntry(arose, WasteClass.EngineeringWaste, WasteRoute.Disposed, 240, "t"),
        ]);
        var account = new WasteAccount(new WasteProject(site) { FloorArea = 24_000, IsComplete = true }, ledger) { Date = day is null ? null : CalendarDate.Parse(day) };

        var findings = container.GetRequiredService<IEvaluator<WasteAccount>>().Judge(account);

        Assert.Equal((verdict, (decimal?)limit), Assert.Single(findings, static finding => finding is { Measured: 40, Unit: "%" }) is var rate ? (rate.Verdict, rate.Limit) : default);
    }

    /// <summary>15:30 UTC on 2024-04-30 is the first of May in Tokyo, where the host is, and half past eleven in Shanghai, where the site is: GB/T 50640-2010 asks its 50 % for the last time.</summary>
    [Fact]
    public void WasteAccount_WithoutADay_IsJudgedByThatOfItsSite()
    {
        using var container = Build.Container(static services => services.AddGreenBuildStandards(static options => (options.Place, options.Clock) = (Jurisdiction.Parse("JP"), new SettableClock("2024-04-30T15:30Z"))));
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH")) { Circumstances = Circumstances.None.With("sourceWorks", "new-building").With("prefabricated", false).With("itemType", "preferred") };
        var arose = new CalendarDate(2024, 3, 1);
        var ledger = new WasteLedger([new WasteEntry(arose, WasteClass.EngineeringWaste, WasteRoute.Generated, 400, "t"), new WasteEntry(arose, WasteClass.EngineeringWaste, WasteRoute.RecycledOffSite, 160, "t"), new WasteEntry(arose, WasteClass.EngineeringWaste, WasteRoute.Disposed, 240, "t")]);

        var findings = container.GetRequiredService<IEvaluator<WasteAccount>>().Judge(new WasteAccount(new WasteProject(site) { FloorArea = 24_000, IsComplete = true }, ledger));

        Assert.Equal(new CalendarDate(2024, 5, 1), container.GetRequiredService<GreenBuildStandards>().Today);
        Assert.Equal((Verdict.NonCompliant, 50m), Assert.Single(findings, static finding => finding is { Measured: 40, Unit: "%" }) is var rate ? (rate.Verdict, rate.Limit) : default);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OwnEvaluator_ReplacesThatOfTheLibrary(bool isBefore)
    {
        var own = new DayOnly();
        using var container = Build.Container(services =>
        {
            if (isBefore) Own();
            services.AddGreenBuildStandards(static options => options.Place = Jurisdiction.Parse("CN-SH"));
            services.AddGreenBuildStandards("other", static options => options.Place = Jurisdiction.Parse("CN-BJ"));
            if (!isBefore) Own();
            void Own() => services.AddSingleton<ISiteEvaluator<SiteBoundaryMeasurement>>(own).AddKeyedSingleton<ISiteEvaluator<SiteBoundaryMeasurement>>("other", own);
        });

        Assert.Empty(container.GetRequiredService<ISiteEvaluator<SiteBoundaryMeasurement>>().Judge(Sites.In("CN-SH"), Loud));
        Assert.Same(own, container.GetRequiredKeyedService<ISiteEvaluator<SiteBoundaryMeasurement>>("other"));
        Assert.IsNotType<DayOnly>(container.GetRequiredService<ISiteEvaluator<NoiseSeries>>());
    }

    /// <summary>One's own service is kept as well, and the evaluators judge by it.</summary>
    [Fact]
    public void OwnStandards_AreThoseOfTheEvaluators()
    {
        using var container = Build.Container(static services => services
            .AddSingleton(new GreenBuildStandards(Jurisdiction.Parse("CN-SH"), checkOptions: new CheckOptions { EvidenceFloor = Evidence.Confirmed }))
            .AddGreenBuildStandards(static options => options.Place = Jurisdiction.Parse("CN-BJ")));

        Assert.Equal("CN-SH", container.GetRequiredService<GreenBuildStandards>().Place.Code);
        Assert.Equal(Verdict.NonCompliant, container.GetRequiredService<ISiteEvaluator<SiteBoundaryMeasurement>>().Judge(Sites.In("CN-SH"), Loud)[0].Verdict);
    }

    /// <summary>Evaluators are shared by threads; the checks of the library are not. 59 dB(A) breaks the 55 of both editions, 54 keeps it.</summary>
    [Fact]
    public void Evaluators_ServeSeveralThreads()
    {
        using var container = Shanghai();
        var evaluator = container.GetRequiredService<ISiteEvaluator<SiteBoundaryMeasurement>>();
        var site = Sites.In("CN-SH");
        var broken = 0;

        Parallel.For(0, 400, i =>
        {
            var start = new DateTime(2025, 12, 1, 23, 0, 0).AddDays(i % 60);
            if (evaluator.Judge(site, new SiteBoundaryMeasurement("P", start, i % 2 == 0 ? 59 : 54))[0].Verdict == Verdict.NonCompliant) Interlocked.Increment(ref broken);
        });

        Assert.Equal(200, broken);
    }

    private static ServiceProvider Shanghai() => Build.Container(static services => services.AddGreenBuildStandards(static options =>
        (options.Place, options.Clock) = (Jurisdiction.Parse("CN-SH"), new SettableClock("2026-06-15T00:00Z"))));

    private static SuppliedProduct Floor(CalendarDate day) => new()
    {
        Id = "floor",
        Class = ProductClass.Parse("wood-floor"),
        DeliveryDate = day,
        ProductionDate = day,
        Reports = [new TestReport { Measurand = Measurands.Materials.FormaldehydeEmission, Value = 0.080m, Unit = "mg/m3", Method = TestMethod.Chamber1m3 }],
    };

    /// <summary>A host that does not work at night and wants to hear nothing of it.</summary>
    private sealed class DayOnly : ISiteEvaluator<SiteBoundaryMeasurement>
    {
        public IReadOnlyList<Finding> Judge(ConstructionSite site, SiteBoundaryMeasurement subject) => [];
    }
}
