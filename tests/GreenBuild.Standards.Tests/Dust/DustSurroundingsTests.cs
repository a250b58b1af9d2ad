using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Tests.Dust.DustCases;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>What is known of the air around a site, and what is not to be believed. Means in µg/m³.</summary>
public sealed class DustSurroundingsTests
{
    /// <summary>
    /// A background acquits, so it must be one: codes of instruments (9999, 99999), what is below nothing, and more than three times the site count as not known. By hand, Shaanxi,
    /// earthwork, 1040 µg/m³: at 800 the ratio is 1.3 and the site is spared; 3 · 1040 = 3120 is the last that is believed.
    /// </summary>
    [Theory]
    [InlineData(1040, 800, DustOutcome.Kept)]
    [InlineData(1040, 3120, DustOutcome.Kept)]
    [InlineData(1040, 3121, DustOutcome.Unknown)]
    [InlineData(1040, 9999, DustOutcome.Unknown)]
    [InlineData(1040, 99999, DustOutcome.Unknown)]
    [InlineData(1040, -999, DustOutcome.Unknown)]
    [InlineData(6000, 5000, DustOutcome.Kept)]
    [InlineData(6000, 5001, DustOutcome.Unknown)]
    [InlineData(6000, 9999, DustOutcome.Unknown)]
    public void Background_ThatIsNone_IsNotKnown(int mean, int background, DustOutcome outcome)
    {
        var day = Judge(Site("CN-SN", "earthwork"), Particulate.Tsp, Series(Day, 60, mean), Background(background)).Single();
        Assert.Equal(outcome, day.Windows.Single().Outcome);
        if (outcome != DustOutcome.Unknown) return;
        Assert.Equal((Verdict.Indeterminate, "background"), (day.Finding.Verdict, Assert.Single(day.Finding.Missing)));
        Assert.Contains(day.Finding.Explanation, step => step.English.Contains($"the background of {background} µg/m3 from 00:00", StringComparison.Ordinal) && step.English.Contains("no limits", StringComparison.Ordinal));
    }

    /// <summary>A county of 600 around a site of 190 is more than three times as much; no more than 150 comes off in any case: 190 − min(600, 150) = 40, which 80 allows, provisionally.</summary>
    [Fact]
    public void Background_FarAboveTheSite_IsTheCap()
    {
        var series = Series(Day, 60, [.. Enumerable.Repeat(190m, 24)]);
        Assert.Equal((DustOutcome.Kept, (decimal?)40m), Of(Judge(Site("CN-HE"), Particulate.Pm10, series, Background(600)).Single().Windows[0]));
        var byDefault = Judge(Site("CN-HE"), Particulate.Pm10, series, Background(600), CheckOptions.Default).Single().Finding;
        Assert.Equal((Verdict.Indeterminate, Verdict.Compliant), (byDefault.Verdict, byDefault.ProvisionalVerdict));

        static (DustOutcome, decimal?) Of(DustWindow window) => (window.Outcome, window.Compared);
    }

    /// <summary>Hebei caps what is subtracted at 150, so that 9999 would acquit 200: 200 − 150 = 50. Above 80 + 150 = 230 nothing can help.</summary>
    [Theory]
    [InlineData(200, DustOutcome.Unknown)]
    [InlineData(231, DustOutcome.Exceeded)]
    [InlineData(80, DustOutcome.Kept)]
    public void Background_ThatIsNone_Hebei(int mean, DustOutcome outcome) => Assert.Equal(outcome, Outcome(Site("CN-HE"), Particulate.Pm10, 60, mean, Background(9999)));

    /// <summary>The upwind reference likewise: 6000 − 9999 is no difference of two airs.</summary>
    [Theory]
    [InlineData(6000, 1000, DustOutcome.Kept)]
    [InlineData(6000, 9999, DustOutcome.Unknown)]
    [InlineData(6000, -1, DustOutcome.Unknown)]
    [InlineData(5001, 15004, DustOutcome.Unknown)]
    public void Upwind_ThatIsNone_IsNotKnown(int mean, int upwind, DustOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Site("CN-HN", Circumstances.None.With("sourceYear", 1990)), Particulate.Tsp, 60, mean, new DustSurroundings { UpwindTsp = _ => upwind, State = AtReference.State }));

    /// <summary>
    /// DB32/ 4437: minus 200 at an AQI of 200 to 300 by PM10 or PM2.5. 700 µg/m³ hang on it. Several names of one pollutant, pollutants of one sub-index, and what names none.
    /// </summary>
    [Theory]
    [InlineData("PM₂.₅", DustOutcome.Kept)]
    [InlineData("PM2_5", DustOutcome.Kept)]
    [InlineData("pm 2.5", DustOutcome.Kept)]
    [InlineData("PM₁₀", DustOutcome.Kept)]
    [InlineData("细颗粒物", DustOutcome.Kept)]
    [InlineData("可吸入颗粒物", DustOutcome.Kept)]
    [InlineData("细颗粒物(PM2.5)", DustOutcome.Kept)]
    [InlineData("颗粒物（粒径小于等于10μm）", DustOutcome.Kept)]
    [InlineData("PM2.5,PM10", DustOutcome.Kept)]
    [InlineData("PM2.5、PM10", DustOutcome.Kept)]
    [InlineData("O3, PM10", DustOutcome.Kept)]
    [InlineData("O3", DustOutcome.Exceeded)]
    [InlineData("臭氧", DustOutcome.Exceeded)]
    [InlineData("NO₂、O₃", DustOutcome.Exceeded)]
    [InlineData("", DustOutcome.Unknown)]
    [InlineData("—", DustOutcome.Unknown)]
    [InlineData("无", DustOutcome.Unknown)]
    [InlineData("颗粒物", DustOutcome.Unknown)]
    public void PrimaryPollutant_IsRead(string pollutant, DustOutcome outcome)
    {
        var day = Judge(Site("CN-JS"), Particulate.Tsp, Series(Day, 15, 700), new DustSurroundings { City = _ => new CityAir(250, pollutant) }).Single();
        Assert.Equal(outcome, day.Windows.Single().Outcome);
        if (outcome == DustOutcome.Unknown) Assert.Equal(["primaryPollutant"], day.Finding.Missing);
    }

    /// <summary>Where the index alone says that nothing is subtracted, or even 200 less exceed 500, the pollutant does not matter.</summary>
    [Theory]
    [InlineData(700, 90, DustOutcome.Exceeded)]
    [InlineData(701, 250, DustOutcome.Exceeded)]
    [InlineData(500, 250, DustOutcome.Kept)]
    public void PrimaryPollutant_NotKnown_WhereItDoesNotDecide(int mean, int index, DustOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Site("CN-JS"), Particulate.Tsp, 15, mean, new DustSurroundings { City = _ => new CityAir(index, "") }));

    /// <summary>HJ 633: an index lies between 0 and 500. Another number is not one, and not "below 200" either.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(501)]
    [InlineData(9999)]
    public void Index_OutOfRange_IsNotKnown(int index)
    {
        var finding = Judge(Site("CN-JS"), Particulate.Tsp, Series(Day, 15, 700), new DustSurroundings { City = _ => new CityAir(index, "PM10") }).Single().Finding;
        Assert.Equal((Verdict.Indeterminate, "cityAqi"), (finding.Verdict, Assert.Single(finding.Missing)));
        Assert.Contains(finding.Explanation, step => step.English.Contains($"the AQI {index} is none (0 to 500)", StringComparison.Ordinal));
    }

    /// <summary>
    /// DB61/ 1078: that a site has practically no influence up to 1.3 times the background is confirmed; that a reading above the limit is then not held against it is not: the rule base
    /// says "compare directly with the limit". 1040 at 800 hangs on it and is provisional; 750 keeps the limit as measured and hangs on nothing.
    /// </summary>
    [Theory]
    [InlineData(1040, Verdict.Indeterminate, Verdict.Compliant)]
    [InlineData(750, Verdict.Compliant, null)]
    public void Ratio_ThatAcquits_IsProvisional(int mean, Verdict verdict, Verdict? provisional)
    {
        var day = Judge(Site("CN-SN", "earthwork"), Particulate.Tsp, Series(Day, 60, mean), Background(800), CheckOptions.Default).Single();
        Assert.Equal((verdict, provisional, DustOutcome.Kept), (day.Finding.Verdict, day.Finding.ProvisionalVerdict, day.Windows.Single().Outcome));
        Assert.Equal(mean == 750 ? 0.75m : null, day.Finding.Compared);
        if (provisional is null) return;
        Assert.Equal((null, 1.04m, Evidence.Unconfirmed), (day.Windows.Single().Compared, day.Finding.Measured, day.Finding.Evidence));
        Assert.Equal("1.04 mg/m3 from 00:00 is above ≤ 0.8 mg/m3 (DB61/ 1078-2017 table 1); ratio to background 1.3: no influence of the site, not compared with the limit.", day.Finding.Reason.English);
        Assert.Equal(["background-ratio", "background-ratio-no-influence"], day.Finding.Rules.Select(static rule => rule.RowKey));
    }

    /// <summary>Between 1.3 and 2 the subtraction saves it, by one source: 1500 − 1.3 · 800 = 460. From 2 on nothing does: 1700 at 800 is 2.125 times.</summary>
    [Theory]
    [InlineData(1500, Verdict.Compliant, Evidence.SingleSource, "background-ratio,background-corrected-band")]
    [InlineData(1700, Verdict.NonCompliant, Evidence.SingleSource, "background-ratio,background-corrected-band")]
    [InlineData(3000, Verdict.NonCompliant, Evidence.Confirmed, "background-ratio")]
    public void Ratio_CitesWhatItUsed(int mean, Verdict verdict, Evidence evidence, string rows)
    {
        var finding = Judge(Site("CN-SN", "earthwork"), Particulate.Tsp, Series(Day, 60, mean), Background(800), CheckOptions.Default).Single().Finding;
        Assert.Equal((verdict, evidence, rows), (finding.Verdict, finding.Evidence, string.Join(",", finding.Rules.Select(static rule => rule.RowKey))));
    }

    /// <summary>Where a count decides, each mean says what was subtracted from it: 230 − 150 of 400, 200 − 100, 160 − 100.</summary>
    [Fact]
    public void Count_SaysWhatWasSubtracted()
    {
        var surroundings = new DustSurroundings { BackgroundPm10 = static hour => hour.Hour == 0 ? 400 : 100 };
        var finding = Judge(Site("CN-HE"), Particulate.Pm10, Series(Day, 60, 230, 200, 160, 60), surroundings, CheckOptions.Default).Single().Finding;
        Assert.Contains(new BilingualText(
            "In µg/m3: 00:00 230, minus background 150 (capped, it is 400) = 80; 01:00 200, minus background 100 = 100; 02:00 160, minus background 100 = 60.",
            "单位 µg/m3：00:00 230，减背景 150（按上限；背景为 400） = 80；01:00 200，减背景 100 = 100；02:00 160，减背景 100 = 60。"), finding.Explanation);
        Assert.Contains(finding.Rules, static rule => rule.RowKey == "background-cap");
    }

    /// <summary>
    /// What hangs on an unknown county is left out of no count. By hand, Hebei, two allowed: two hours of 200 without county may both be over; the third of them may be the one that
    /// breaks it, at its end, 03:00.
    /// </summary>
    [Fact]
    public void Remaining_IsTheWorstCase()
    {
        var ledger = new SiteDustMonitoring(Site("CN-HE"), Background(null)).Open(Particulate.Pm10, "P1", "µg/m3", TimeSpan.FromHours(1));
        (int Worst, int Best, bool MayBeBroken, string? Breach)[] course = [(2, 2, false, "03:00"), (1, 2, false, "03:00"), (0, 2, false, "03:00"), (0, 2, true, "03:00"), (0, 2, true, "03:00")];
        for (var i = 0; i < course.Length; i++)
        {
            ledger.Append(new MonitorReading(Day.AddHours(i), 200));
            var day = ledger.Today.Single();
            Assert.Equal(course[i], (day.RemainingExceedances, day.MostRemainingExceedances, day.MayBeBroken, day.EarliestBreach(Day.AddHours(i))?.ToString("HH:mm", null)));
            Assert.False(day.IsBroken);
        }
    }

    /// <summary>
    /// GB 16297-1996 and DB44/ 27-2001 (both 3.1) limit dry air at 273 K and 101.325 kPa. In air of −53 to 40 °C and 60 to 108 kPa the factor is, by hand, 101.325/108 · 220/273 = 0.75605 to
    /// 101.325/60 · 313/273 = 1.9362: against 1000 µg/m³ what is measured up to 1000/1.9362 = 516.5 keeps it, above 1000/0.75605 = 1322.7 exceeds it, and between it hangs on the state.
    /// </summary>
    [Theory]
    [InlineData("CN-HN", 516, Verdict.Compliant)]
    [InlineData("CN-HN", 517, Verdict.Indeterminate)]
    [InlineData("CN-HN", 950, Verdict.Indeterminate)]
    [InlineData("CN-HN", 1322, Verdict.Indeterminate)]
    [InlineData("CN-HN", 1323, Verdict.NonCompliant)]
    [InlineData("CN-GD", 516, Verdict.Compliant)]
    [InlineData("CN-GD", 950, Verdict.Indeterminate)]
    [InlineData("CN-GD", 1323, Verdict.NonCompliant)]
    public void State_NotKnown_LeavesOpenWhatItDecides(string place, int mean, Verdict verdict)
    {
        var finding = Judge(Site(place), Particulate.Tsp, Series(Day, 60, mean), DustSurroundings.None, CheckOptions.Default).Single().Finding;
        Assert.Equal((verdict, verdict == Verdict.Indeterminate ? "airState" : null), (finding.Verdict, finding.Missing.SingleOrDefault()));
        Assert.Contains("airState", finding.NotRecorded);
    }

    /// <summary>Guangdong at 25 °C: 950 · 298.15/273 = 1037.5 µg/m³.</summary>
    [Fact]
    public void State_OfGuangdong_IsConverted()
    {
        var finding = Judge(Site("CN-GD"), Particulate.Tsp, Series(Day, 60, 950), new DustSurroundings { State = static _ => AirState.FromCelsiusAndHectopascals(25, 1013.25m) }, CheckOptions.Default).Single().Finding;
        Assert.Equal((Verdict.NonCompliant, "DB44/ 27-2001"), (finding.Verdict, finding.Edition!.Number));
        Assert.Equal(1.0375183, (double)finding.Compared!.Value, 6);
    }

    /// <summary>The difference to the upwind point: with nothing upwind, 5000/0.75605 = 6613.3; with 1000 there, 7613.3 is the last that hangs on the state.</summary>
    [Theory]
    [InlineData(7613, DustOutcome.Unknown)]
    [InlineData(7614, DustOutcome.Exceeded)]
    [InlineData(3582, DustOutcome.Kept)]
    [InlineData(3583, DustOutcome.Unknown)]
    public void State_NotKnown_Upwind(int mean, DustOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Site("CN-HN", Circumstances.None.With("sourceYear", 1990)), Particulate.Tsp, 60, mean, new DustSurroundings { UpwindTsp = static _ => 1000 }));

    /// <summary>Degrees Celsius and hectopascals are recorded, in another unit than asked for: the finding says which is expected.</summary>
    [Theory]
    [InlineData(25, 101.325)]
    [InlineData(298, 1013.25)]
    public void State_InAnotherUnit_IsSaid(double temperature, double pressure)
    {
        var finding = Judge(Site("CN-HN"), Particulate.Tsp, Series(Day, 60, 950), new DustSurroundings { State = _ => new AirState((decimal)temperature, (decimal)pressure) }, CheckOptions.Default).Single().Finding;
        Assert.Equal((Verdict.Indeterminate, "airState"), (finding.Verdict, Assert.Single(finding.Missing)));
        Assert.DoesNotContain("airState", finding.NotRecorded);
        Assert.Contains(finding.Explanation, static step => step.English.StartsWith("airState: ", StringComparison.Ordinal) && step.English.Contains("A temperature is expected in K (above 200, below 350), a pressure in kPa", StringComparison.Ordinal));
    }

    /// <summary>Readings of ten minutes are not too long for fifteen, they do not divide it.</summary>
    [Theory]
    [InlineData(10, "The limit is on means of 15 min; readings of 10 min do not divide that time.")]
    [InlineData(60, "The limit is on means of 15 min; readings of 60 min are longer.")]
    public void Readings_ThatDoNotFit(int minutes, string reason)
    {
        var finding = Judge(Site("CN-JS"), Particulate.Tsp, Series(Day, minutes, 10)).Single().Finding;
        Assert.Equal((Verdict.Indeterminate, reason), (finding.Verdict, finding.Reason.English));
    }

    /// <summary>
    /// Clocks in Britain go back from 02:00 to 01:00 on 2026-10-25: the day has 25 hours, and the second pass of the hour from 01:00 has its own mean. In China an hour that comes again is a
    /// reading sent twice.
    /// </summary>
    [Theory]
    [InlineData(60)]
    [InlineData(15)]
    public void RepeatedHour_IsJudgedTwice(int minutes)
    {
        var readings = new List<MonitorReading>();
        var start = new DateTime(2026, 10, 25);
        for (var at = 0; at < 25 * 60; at += minutes) readings.Add(new(start.AddMinutes(at < 120 ? at : at - 60), at is >= 120 and < 180 ? 500 : 50));
        var series = new MonitorSeries("P1", "µg/m3", TimeSpan.FromMinutes(minutes), readings);

        var day = Judge(Site("GB"), Particulate.Pm10, series).Single();
        Assert.Equal((25, 1, Verdict.NonCompliant), (day.ValidWindows, day.Exceedances, day.Finding.Verdict));
        Assert.Equal([1, 1], day.Windows.Where(static window => window.Window.Start.Hour == 1).Select(static window => window.Window.Start.Hour));

        var ledger = new SiteDustMonitoring(Site("CN-HN"), AtReference).Open(Particulate.Tsp, "P1", "µg/m3", TimeSpan.FromMinutes(minutes));
        Assert.Throws<ArgumentException>(() => readings.ForEach(reading => ledger.Append(reading)));
    }

    /// <summary>Once a night, on the Sunday on which clocks go back: anything else is a reading out of order.</summary>
    [Theory]
    [InlineData("2026-10-26", 1)]
    [InlineData("2026-06-07", 1)]
    [InlineData("2026-10-25", 2)]
    public void RepeatedHour_IsOneHour(string date, int times)
    {
        var start = CalendarDate.Parse(date).ToDateTime();
        var readings = new List<MonitorReading> { new(start.AddHours(1), 50) };
        for (var i = 0; i < times; i++) readings.Add(new(start.AddHours(1), 50));
        Assert.Throws<ArgumentException>(() => new MonitorSeries("P1", "µg/m3", TimeSpan.FromHours(1), readings));
    }

    /// <summary>
    /// A worse alert takes nothing back (dossier: Hebei II "as III", I stops all outdoor work; Beijing orange; Anhui red beside orange). What the sources do not say of the worse level is from a single
    /// source at most.
    /// </summary>
    [Theory]
    [InlineData("CN-HE", "responseLevel", "III", "II")]
    [InlineData("CN-HE", "responseLevel", "II", "I")]
    [InlineData("CN-BJ", "alertLevel", "orange", "red")]
    [InlineData("CN-AH", "alertLevel", "orange", "red")]
    public void WorseAlert_HasTheDutiesOfTheMilder(string place, string facet, string milder, string worse)
    {
        foreach (var stage in new[] { "earthwork", "demolition" })
        {
            List<Requirement> Of(string level) => [.. new DutyChecklist(
                new ConstructionSite(Jurisdiction.Parse(place)) { Stages = [stage], Circumstances = Circumstances.None.With(facet, level).With("outdoorWork", true) }, CalendarDate.Parse("2026-06-01"), ["dust.alert-"])
                .Duties.Where(static duty => duty.Measurand.Key.StartsWith("dust.alert-", StringComparison.Ordinal) && duty.Edition.Number.StartsWith("重污染", StringComparison.Ordinal) && !duty.IsTrigger)];
            var (before, after) = (Of(milder), Of(worse));
            Assert.NotEmpty(before);
            foreach (var duty in before)
                Assert.Contains(after, other => other.Measurand == duty.Measurand && !(other.Value < duty.Value) && other.Setting == duty.Setting);
        }

        Assert.All(
            StandardsCatalogue.Default.FindEdition("重污染天气应急预案（施工要求）")!.Requirements.Where(static row => row.RowKey.Contains("-at-", StringComparison.Ordinal)),
            static row => Assert.True(row.Evidence <= Evidence.SingleSource && row.Note.Length > 0));
    }
}
