using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Tests.Dust.DustCases;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>Each shape of rule, just below, at and just above its limit. All means are in µg/m³.</summary>
public sealed class DustRuleShapeTests
{
    /// <summary>GB 16297-1996 table 2: 1.0 mg/m³ as the mean of any hour, no background subtracted.</summary>
    [Theory]
    [InlineData(999.999, DustOutcome.Kept, Verdict.Compliant)]
    [InlineData(1000, DustOutcome.Kept, Verdict.Compliant)]
    [InlineData(1000.001, DustOutcome.Exceeded, Verdict.NonCompliant)]
    public void National_IsAbsolute(double mean, DustOutcome outcome, Verdict verdict)
    {
        var day = Judge(Site("CN-HN"), Particulate.Tsp, Series(Day, 60, (decimal)mean), Background(900), CheckOptions.Default).Single();
        Assert.Equal((outcome, verdict), (day.Windows[0].Outcome, day.Finding.Verdict));
        Assert.Equal("GB 16297-1996", day.Finding.Edition!.Number);
    }

    /// <summary>Of up to four points the highest counts (8.2): one point over the limit breaks it, and each point has its verdict.</summary>
    [Fact]
    public void National_HighestOfFourPoints()
    {
        decimal[] points = [400, 1200, 1000, 90];
        var verdicts = points.Select(static mean => Judge(Site("CN-HN"), Particulate.Tsp, Series(Day, 60, mean)).Single().Finding).ToList();
        Assert.Equal([Verdict.Compliant, Verdict.NonCompliant, Verdict.Compliant, Verdict.Compliant], verdicts.Select(static finding => finding.Verdict));
        Assert.Equal((points.Max() > 1000, 1.2m), (verdicts.Exists(static finding => finding.Verdict == Verdict.NonCompliant), verdicts.Max(static finding => finding.Measured)));
    }

    /// <summary>Table 1, sources from before 1997: the point minus the upwind reference, 5.0 mg/m³. Nothing has to be known where the value itself keeps it.</summary>
    [Theory]
    [InlineData(5999, 1000.0, DustOutcome.Kept)]
    [InlineData(6000, 1000.0, DustOutcome.Kept)]
    [InlineData(6001, 1000.0, DustOutcome.Exceeded)]
    [InlineData(5000, null, DustOutcome.Kept)]
    [InlineData(5001, null, DustOutcome.Unknown)]
    [InlineData(5001, -500.0, DustOutcome.Unknown)]
    public void Upwind_IsSubtracted(int mean, double? upwind, DustOutcome outcome)
    {
        var surroundings = new DustSurroundings { UpwindTsp = _ => (decimal?)upwind, State = AtReference.State };
        var site = Site("CN-HN", Circumstances.None.With("sourceYear", 1996));
        var day = Judge(site, Particulate.Tsp, Series(Day, 60, mean), surroundings).Single();
        Assert.Equal((outcome, "table 1 item 3"), (day.Windows[0].Outcome, day.Finding.Clause));
        if (outcome == DustOutcome.Unknown) Assert.Equal(["upwind"], day.Finding.Missing);
    }

    /// <summary>DB21/ 2642: 0.8 mg/m³ in built-up towns and 1.0 in suburbs and villages, as means of five minutes, no allowance.</summary>
    [Theory]
    [InlineData("built-up-town", 799.999, DustOutcome.Kept)]
    [InlineData("built-up-town", 800, DustOutcome.Kept)]
    [InlineData("built-up-town", 800.001, DustOutcome.Exceeded)]
    [InlineData("suburban-rural", 800.001, DustOutcome.Kept)]
    [InlineData("suburban-rural", 1000, DustOutcome.Kept)]
    [InlineData("suburban-rural", 1000.001, DustOutcome.Exceeded)]
    public void Liaoning_UrbanAndRural(string area, double mean, DustOutcome outcome)
    {
        var day = Judge(Site("CN-LN", Circumstances.None.With("areaType", area)), Particulate.Tsp, Series(Day, 5, (decimal)mean), options: CheckOptions.Default).Single();
        Assert.Equal((outcome, 0), (day.Windows.Single().Outcome, day.AllowedExceedances));
        Assert.Equal(outcome == DustOutcome.Kept ? Verdict.Compliant : Verdict.NonCompliant, day.Finding.Verdict);
    }

    [Fact]
    public void Liaoning_AreaUnknown_IsIndeterminate()
    {
        var days = Judge(Site("CN-LN"), Particulate.Tsp, Series(Day, 5, 900));
        Assert.Equal(2, days.Count);
        Assert.All(days, static day => Assert.Equal(["areaType"], day.Finding.Missing));
        Assert.All(days, static day => Assert.Equal((Verdict.Indeterminate, null), (day.Finding.Verdict, day.EarliestBreach(Day))));
    }

    /// <summary>
    /// DB13/ 2934: net = site − min(county, 150), exceeded above 80. By hand: 230 − min(150, 150) = 80; 230.001 − 150 = 80.001; 230 − min(400, 150) = 80,
    /// 231 − 150 = 81 although 231 − 400 is below nothing; 170 − 90 = 80; 170.001 − 90 = 80.001; 80 − 0 = 80.
    /// </summary>
    [Theory]
    [InlineData(229.999, 150.0, DustOutcome.Kept)]
    [InlineData(230, 150.0, DustOutcome.Kept)]
    [InlineData(230.001, 150.0, DustOutcome.Exceeded)]
    [InlineData(230, 400.0, DustOutcome.Kept)]
    [InlineData(231, 400.0, DustOutcome.Exceeded)]
    [InlineData(170, 90.0, DustOutcome.Kept)]
    [InlineData(170.001, 90.0, DustOutcome.Exceeded)]
    [InlineData(80, 0.0, DustOutcome.Kept)]
    [InlineData(80.001, 0.0, DustOutcome.Exceeded)]
    // Without the county mean: up to 80 nothing has to be known, above 230 nothing can help; between, it hangs on it.
    [InlineData(80, null, DustOutcome.Kept)]
    [InlineData(80.001, null, DustOutcome.Unknown)]
    [InlineData(230, null, DustOutcome.Unknown)]
    [InlineData(230.001, null, DustOutcome.Exceeded)]
    // A county mean below nothing is none.
    [InlineData(200, -1.0, DustOutcome.Unknown)]
    public void Hebei_IsNetOfTheCounty_UpToACap(double mean, double? county, DustOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Site("CN-HE"), Particulate.Pm10, 60, (decimal)mean, Background((decimal?)county)));

    /// <summary>At most two exceeding hours a day. At 200 µg/m³ over a county of 100 an hour exceeds (net 100); 170 does not (70). Unknown hours count against "compliant" only.</summary>
    [Theory]
    [InlineData(0, 0, Verdict.Compliant)]
    [InlineData(1, 0, Verdict.Compliant)]
    [InlineData(2, 0, Verdict.Compliant)]
    [InlineData(3, 0, Verdict.NonCompliant)]
    [InlineData(24, 0, Verdict.NonCompliant)]
    [InlineData(2, 1, Verdict.Indeterminate)]
    [InlineData(1, 1, Verdict.Compliant)]
    [InlineData(0, 3, Verdict.Indeterminate)]
    [InlineData(0, 2, Verdict.Compliant)]
    [InlineData(3, 5, Verdict.NonCompliant)]
    public void Hebei_AllowsTwoHoursADay(int exceeding, int unknown, Verdict verdict)
    {
        var means = Enumerable.Range(0, 24).Select(i => i < exceeding + unknown ? 200m : 170m).ToArray();
        var surroundings = new DustSurroundings { BackgroundPm10 = hour => hour.Hour >= exceeding && hour.Hour < exceeding + unknown ? null : 100 };
        var day = Judge(Site("CN-HE"), Particulate.Pm10, Series(Day, 60, means), surroundings, CheckOptions.Default).Single();

        Assert.Equal((exceeding, unknown, 24, verdict), (day.Exceedances, day.UnknownWindows, day.ValidWindows, day.Finding.Verdict));
        Assert.Equal((2, Math.Max(0, 2 - exceeding), exceeding > 2), (day.AllowedExceedances, day.MostRemainingExceedances, day.IsBroken));
        Assert.Equal((Math.Max(0, 2 - exceeding - unknown), exceeding + unknown > 2), (day.RemainingExceedances, day.MayBeBroken));
        Assert.Equal(("DB13/ 2934-2019", (decimal?)exceeding), (day.Finding.Edition!.Number, day.Finding.Measured));
        if (verdict == Verdict.Indeterminate) Assert.Equal(["background"], day.Finding.Missing);
    }

    /// <summary>DB31/ 964 counts means of 15 minutes above 2.0 (one a day) and above 1.0 mg/m³ (six a day, those above 2.0 included).</summary>
    [Theory]
    [InlineData(0, 6, Verdict.Compliant, Verdict.Compliant)]
    [InlineData(0, 7, Verdict.Compliant, Verdict.NonCompliant)]
    [InlineData(1, 5, Verdict.Compliant, Verdict.Compliant)]
    [InlineData(1, 6, Verdict.Compliant, Verdict.NonCompliant)]
    [InlineData(2, 0, Verdict.NonCompliant, Verdict.Compliant)]
    [InlineData(2, 5, Verdict.NonCompliant, Verdict.NonCompliant)]
    public void Shanghai_TwoTiersWithACount(int aboveTwo, int aboveOne, Verdict high, Verdict low)
    {
        // At exactly 2.0 the upper limit is kept and the lower exceeded; at exactly 1.0 both are kept.
        var means = Enumerable.Range(0, 96).Select(i => i < aboveTwo ? 2000.001m : i >= 96 - aboveOne ? (i % 2 == 0 ? 2000m : 1000.001m) : 1000m).ToArray();
        var days = Judge(Site("CN-SH"), Particulate.Tsp, Series(Day, 15, means));

        Assert.Equal([(aboveTwo, 1, high), (aboveTwo + aboveOne, 6, low)], days.Select(static day => (day.Exceedances, day.AllowedExceedances, day.Finding.Verdict)));
        // The figures are recalled: by default the verdict is provisional.
        var byDefault = Judge(Site("CN-SH"), Particulate.Tsp, Series(Day, 15, means), options: CheckOptions.Default);
        Assert.Equal([(Verdict.Indeterminate, (Verdict?)high), (Verdict.Indeterminate, low)], byDefault.Select(static day => (day.Finding.Verdict, day.Finding.ProvisionalVerdict)));
    }

    /// <summary>
    /// DB61/ 1078 with the reference PM10 of the nearest station. By hand, earthwork, 0.8 mg/m³: up to 1.3 times no influence (1040 = 1.3 · 800);
    /// below twice TSP − 1.3 · PM10 is judged (2360 − 1.3 · 1200 = 800, 2361 gives 801); from twice on what is measured (1000 = 2 · 500).
    /// </summary>
    [Theory]
    [InlineData(800, null, DustOutcome.Kept, 0.8)]
    [InlineData(800.001, null, DustOutcome.Unknown, null)]
    // Not compared with the limit at all: there is no number to show.
    [InlineData(1039.999, 800.0, DustOutcome.Kept, null)]
    [InlineData(1040, 800.0, DustOutcome.Kept, null)]
    [InlineData(1040.001, 800.0, DustOutcome.Kept, 0.000001)]
    [InlineData(2359, 1200.0, DustOutcome.Kept, 0.799)]
    [InlineData(2360, 1200.0, DustOutcome.Kept, 0.8)]
    [InlineData(2361, 1200.0, DustOutcome.Exceeded, 0.801)]
    [InlineData(999.9, 500.0, DustOutcome.Kept, 0.3499)]
    [InlineData(1000, 500.0, DustOutcome.Exceeded, 1.0)]
    [InlineData(1000.1, 500.0, DustOutcome.Exceeded, 1.0001)]
    [InlineData(801, 0.0, DustOutcome.Exceeded, 0.801)]
    public void Shaanxi_ByTheRatioToTheBackground(double mean, double? background, DustOutcome outcome, double? compared)
    {
        var window = Judge(Site("CN-SN", "earthwork"), Particulate.Tsp, Series(Day, 60, (decimal)mean), Background((decimal?)background)).Single().Windows.Single();
        Assert.Equal((outcome, (decimal?)compared), (window.Outcome, window.Compared));
    }

    /// <summary>0.7 mg/m³ for foundation, structure and finishing, 0.8 for demolition, earthwork and ground treatment, at a background of 100 (ratio above 2).</summary>
    [Theory]
    [InlineData("structure", 700, DustOutcome.Kept)]
    [InlineData("structure", 700.001, DustOutcome.Exceeded)]
    [InlineData("earthwork", 700.001, DustOutcome.Kept)]
    [InlineData("earthwork", 800, DustOutcome.Kept)]
    [InlineData("earthwork", 800.001, DustOutcome.Exceeded)]
    public void Shaanxi_ByStage(string stage, double mean, DustOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Site("CN-SN", stage), Particulate.Tsp, 60, (decimal)mean, Background(100)));

    /// <summary>That from twice the background on nothing is subtracted has one source: with a floor of "confirmed" a verdict that hangs on it is provisional.</summary>
    [Theory]
    [InlineData(1000, 500, true)]
    // 3000 − 1.3 · 500 = 2350 exceeds as well, so that nothing hangs on it.
    [InlineData(3000, 500, false)]
    public void Shaanxi_EvidenceOfTheBand(int mean, int background, bool isProvisional)
    {
        var options = new CheckOptions { EvidenceFloor = Evidence.Confirmed };
        var finding = Judge(Site("CN-SN", "earthwork"), Particulate.Tsp, Series(Day, 60, mean), Background(background), options).Single().Finding;
        Assert.Equal(isProvisional ? (Verdict.Indeterminate, Verdict.NonCompliant) : (Verdict.NonCompliant, (Verdict?)null), (finding.Verdict, finding.ProvisionalVerdict));
    }

    /// <summary>
    /// DB32/ 4437: TSP over 15 minutes, 500 µg/m³; with the city's AQI at 200 to 300 and PM10 or PM2.5 as primary pollutant 200 is subtracted first.
    /// By hand: 700 − 200 = 500, 701 − 200 = 501. Without the AQI, 501 to 700 hang on it and 701 exceeds whatever it is.
    /// </summary>
    [Theory]
    [InlineData(499.999, 50, "pm10", DustOutcome.Kept)]
    [InlineData(500, 50, "pm10", DustOutcome.Kept)]
    [InlineData(500.001, 50, "pm10", DustOutcome.Exceeded)]
    [InlineData(700, 199, "pm10", DustOutcome.Exceeded)]
    [InlineData(700, 200, "pm10", DustOutcome.Kept)]
    [InlineData(700.001, 200, "pm10", DustOutcome.Exceeded)]
    [InlineData(700, 300, "pm25", DustOutcome.Kept)]
    [InlineData(700, 250, "PM2.5", DustOutcome.Kept)]
    [InlineData(700, 250, "PM10", DustOutcome.Kept)]
    [InlineData(700, 250, "o3", DustOutcome.Exceeded)]
    [InlineData(700, 301, "pm10", DustOutcome.Exceeded)]
    [InlineData(500, -1, "", DustOutcome.Kept)]
    [InlineData(500.001, -1, "", DustOutcome.Unknown)]
    [InlineData(700, -1, "", DustOutcome.Unknown)]
    [InlineData(700.001, -1, "", DustOutcome.Exceeded)]
    public void Jiangsu_TspIsCorrectedByTheAirOfTheCity(double mean, int index, string pollutant, DustOutcome outcome)
    {
        var surroundings = new DustSurroundings { City = _ => index < 0 ? null : new CityAir(index, pollutant) };
        var day = Judge(Site("CN-JS"), Particulate.Tsp, Series(Day, 15, (decimal)mean), surroundings).Single();
        Assert.Equal((outcome, 0), (day.Windows.Single().Outcome, day.AllowedExceedances));
        if (outcome == DustOutcome.Unknown) Assert.Equal(["cityAqi"], day.Finding.Missing);
    }

    /// <summary>DB32/ 4437: PM10 over an hour minus that of the city, 80 µg/m³, without a cap: 500 − 420 = 80.</summary>
    [Theory]
    [InlineData(499.999, 420.0, DustOutcome.Kept)]
    [InlineData(500, 420.0, DustOutcome.Kept)]
    [InlineData(500.001, 420.0, DustOutcome.Exceeded)]
    [InlineData(50, 420.0, DustOutcome.Kept)]
    [InlineData(500, null, DustOutcome.Unknown)]
    public void Jiangsu_Pm10IsNetOfTheCity(double mean, double? city, DustOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Site("CN-JS"), Particulate.Pm10, 60, (decimal)mean, Background((decimal?)city)));

    /// <summary>DB34/ 4811: Shanghai's count at 1000 and 500 µg/m³, after Jiangsu's correction: on a day of AQI 250 twice 1200 is twice 1000.</summary>
    [Theory]
    [InlineData(1200, 250, 0, 2)]
    [InlineData(1201, 250, 2, 2)]
    [InlineData(700, 250, 0, 0)]
    [InlineData(700, 100, 0, 2)]
    [InlineData(1200, 100, 2, 2)]
    public void Anhui_TwoTiersAfterTheCorrection(int mean, int index, int aboveHigh, int aboveLow)
    {
        var surroundings = new DustSurroundings { City = _ => new CityAir(index, "pm10") };
        var days = Judge(Site("CN-AH"), Particulate.Tsp, Series(Day, 15, mean, mean), surroundings);
        Assert.Equal([(aboveHigh, aboveHigh > 1), (aboveLow, false)], days.Select(static day => (day.Exceedances, day.IsBroken)));
    }

    /// <summary>Beijing, recalled: 0.3 mg/m³ above the upwind point.</summary>
    [Theory]
    [InlineData(400, DustOutcome.Kept)]
    [InlineData(400.001, DustOutcome.Exceeded)]
    public void Beijing_AboveTheUpwindPoint(double mean, DustOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Site("CN-BJ"), Particulate.Tsp, 60, (decimal)mean, new DustSurroundings { UpwindTsp = static _ => 100 }));

    /// <summary>The same in mg/m³: 0.5 is 500 µg/m³. A unit of something else is refused.</summary>
    [Fact]
    public void Units_AreConverted()
    {
        MonitorSeries In(string unit, decimal value) => new("P1", unit, TimeSpan.FromMinutes(15), [new MonitorReading(Day, value)]);
        Assert.Equal(DustOutcome.Kept, Judge(Site("CN-JS"), Particulate.Tsp, In("mg/m3", 0.5m)).Single().Windows[0].Outcome);
        Assert.Equal(DustOutcome.Unknown, Judge(Site("CN-JS"), Particulate.Tsp, In("mg/m3", 0.5001m)).Single().Windows[0].Outcome);
        Assert.Throws<ArgumentException>(() => Judge(Site("CN-JS"), Particulate.Tsp, In("dB(A)", 60)));
    }

    /// <summary>A background of one minute's readings is averaged by the hour. What is below nothing is an error of the station and does not pull it down.</summary>
    [Fact]
    public void HourlyMeans_LeaveOutWhatIsBelowNothing()
    {
        var readings = Enumerable.Range(0, 120).Select(static i => new MonitorReading(Day.AddMinutes(i), i switch { < 15 => -999, < 60 => 0.1m, < 76 => -1, _ => 0.2m })).ToList();
        var means = DustSurroundings.HourlyMeans(new MonitorSeries("county", "mg/m3", TimeSpan.FromMinutes(1), readings));
        // 45 valid minutes of the first hour, 44 of the second.
        Assert.Equal((100m, null, null), (means(Day), means(Day.AddHours(1)), means(Day.AddHours(2))));
    }

    /// <summary>A day on which nothing counts has no verdict, and one of half a day says that half is missing.</summary>
    [Fact]
    public void Coverage_IsSaid()
    {
        var readings = Enumerable.Range(0, 60).Select(static i => new MonitorReading(Day.AddMinutes(i), i < 44 ? 10 : -1)).ToList();
        var invalid = Judge(Site("CN-HN"), Particulate.Tsp, new MonitorSeries("P1", "µg/m3", TimeSpan.FromMinutes(1), readings)).Single();
        Assert.Equal((Verdict.Invalid, 0, DustOutcome.Invalid), (invalid.Finding.Verdict, invalid.ValidWindows, invalid.Windows[0].Outcome));

        var half = Judge(Site("CN-HN"), Particulate.Tsp, Series(Day, 60, [.. Enumerable.Repeat(10m, 12)])).Single().Finding;
        Assert.Equal((Verdict.Compliant, true), (half.Verdict, half.NotRecorded.Contains("windows")));
        Assert.Contains(half.Explanation, static step => step.English.StartsWith("12 means of 60 min of the 24 of the day so far; one counts if 75 % of it are covered", StringComparison.Ordinal));
    }

    /// <summary>Readings of an hour have no five-minute means.</summary>
    [Fact]
    public void ReadingsThatAreTooLong_AreIndeterminate()
    {
        var day = Judge(Site("CN-JS"), Particulate.Tsp, Series(Day, 60, 10)).Single();
        Assert.Equal((Verdict.Indeterminate, null), (day.Finding.Verdict, day.EarliestBreach(Day)));
        Assert.Equal(["readings"], day.Finding.Missing);
    }
}

public sealed class AirStateTests
{
    /// <summary>
    /// GB 16297-1996, 3.1: dry air at 273 K and 101.325 kPa. By hand: 0.95 · 298.15/273 = 1.037518… at sea level; in Lhasa (65.2 kPa, 283 K)
    /// 0.6 · 101.325/65.2 · 283/273 = 0.966593…
    /// </summary>
    [Theory]
    [InlineData(0.95, 298.15, 101.325, 1.0375183)]
    [InlineData(0.6, 283, 65.2, 0.9665939)]
    [InlineData(1, 273, 101.325, 1)]
    [InlineData(1, 263, 103, 0.9477035)]
    public void Convert_ToReference(double concentration, double kelvin, double kilopascals, double expected) =>
        Assert.Equal(expected, (double)new AirState((decimal)kelvin, (decimal)kilopascals).Convert((decimal)concentration, AirState.Reference), 6);

    /// <summary>Between 273 K and 298.15 K at the same pressure the ratio is 298.15/273 = 1.0921245, and back again.</summary>
    [Fact]
    public void Convert_BetweenTheTwoReferences()
    {
        var actual = new AirState(298.15m, 101.325m);
        Assert.Equal(1.0921245, (double)actual.Convert(1, AirState.Reference), 7);
        Assert.Equal(1, (double)AirState.Reference.Convert(actual.Convert(1, AirState.Reference), actual), 12);
    }

    /// <summary>Degrees Celsius and hectopascals are a slip of the unit.</summary>
    [Theory]
    [InlineData(25, 101.325)]
    [InlineData(298, 1013.25)]
    [InlineData(0, 0)]
    public void ImplausibleState_IsRefused(double kelvin, double kilopascals) =>
        Assert.Throws<InvalidOperationException>(() => new AirState((decimal)kelvin, (decimal)kilopascals).Convert(1, AirState.Reference));

    /// <summary>950 µg/m³ at 25 °C keep 1.0 mg/m³ as measured, and are 1.0375 mg/m³ at 273 K. Without the state the finding says that it is missing.</summary>
    [Fact]
    public void National_IsComparedInTheReferenceState()
    {
        var warm = Judge(Site("CN-HN"), Particulate.Tsp, Series(Day, 60, 950), new DustSurroundings { State = static _ => new AirState(298.15m, 101.325m) }).Single();
        Assert.Equal((Verdict.NonCompliant, 0.95m), (warm.Finding.Verdict, warm.Windows[0].Mean));
        Assert.Equal(1.0375183, (double)warm.Finding.Compared!.Value, 6);
        Assert.DoesNotContain("airState", warm.Finding.NotRecorded);

    }

    /// <summary>Both points stand in the same air. By hand at 298.15 K: (6000 − 1400) · 1.0921245 = 5023.8 µg/m³; to convert one of them only gives 5152.7.</summary>
    [Fact]
    public void UpwindPoint_IsConvertedAsWell()
    {
        var surroundings = new DustSurroundings { State = static _ => new AirState(298.15m, 101.325m), UpwindTsp = static _ => 1400 };
        var window = Judge(Site("CN-HN", Circumstances.None.With("sourceYear", 1990)), Particulate.Tsp, Series(Day, 60, 6000), surroundings).Single().Windows.Single();
        Assert.Equal(5.0238, (double)window.Compared!.Value, 4);
        Assert.Equal(DustOutcome.Exceeded, window.Outcome);
    }

    /// <summary>The provinces' limits name no state: a known one changes nothing.</summary>
    [Fact]
    public void Provinces_AreComparedAsMeasured() =>
        Assert.Equal(0.95m, Judge(Site("CN-LN", Circumstances.None.With("areaType", "suburban-rural")), Particulate.Tsp, Series(Day, 5, 950),
            new DustSurroundings { State = static _ => new AirState(298.15m, 101.325m) }).Single().Finding.Compared);
}
