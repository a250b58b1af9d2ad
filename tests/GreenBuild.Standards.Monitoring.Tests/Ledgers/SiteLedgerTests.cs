using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Ledgers;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Monitoring.Tests.Ledgers.LedgerCases;

namespace GreenBuild.Standards.Monitoring.Tests.Ledgers;

public sealed class SiteLedgerTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    /// <summary>
    /// By hand, DB31/ 964-2016: means of 15 min; the first, 500, keeps both limits; the second, 1200, exceeds 1000; the third, 2500, both. Allowed are one above 2000 and six
    /// above 1000.
    /// </summary>
    [Fact]
    public void Shanghai_CountsItsTiers()
    {
        var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.Zero, Options);
        var steps = new List<LedgerStep>();
        decimal[] means = [500, 1200, 2500];
        for (var i = 0; i < 9; i++) steps.Add(ledger.Append(new SiteReading(Tsp(5), Day.AddMinutes(5 * i), means[i / 3])));
        Assert.Equal([3, 6], steps.Select(static (step, i) => (step, i)).Where(static one => one.step.Windows.Count > 0).Select(static one => one.i));

        Assert.Equal(2, ledger.Append(new SiteReading(Tsp(5), Day.AddMinutes(45), 100)).Windows.Count);
        var today = ledger.Today.Select(static one => (Limit: one.Day.Rule!.Limit.Value, one.Day.Exceedances, one.Day.RemainingExceedances)).OrderBy(static one => one.Exceedances).ToList();
        Assert.Equal([1, 2], today.Select(static one => one.Exceedances));
        Assert.Equal([0, 4], today.Select(static one => one.RemainingExceedances));
        // Two rules: three means each.
        Assert.Equal((6, 3, 3, 0), (ledger.Counts.WindowsJudged, ledger.Counts.WindowsKept, ledger.Counts.WindowsExceeded, ledger.Counts.WindowsInvalid));
    }

    /// <summary>
    /// By hand, GB 16297-1996, 1 mg/m³ over the upwind point, which is at 0: 23 hours of 300 keep it, and the hour 10:00 says 300 and 5000. Nothing of this is a clean pass, in whatever order it comes, and
    /// after a snapshot neither; with 300 and 310 it is.
    /// </summary>
    [Theory]
    [InlineData(5000, Verdict.Indeterminate)]
    [InlineData(310, Verdict.Compliant)]
    public void ContradictedHour_IsNoCleanPass(int other, Verdict verdict)
    {
        var options = new SiteLedgerOptions { Surroundings = new DustSurroundings { UpwindTsp = static _ => 0, State = static _ => AirState.Reference }, Check = new CheckOptions { EvidenceFloor = Evidence.Unconfirmed } };
        foreach (var isHighFirst in new[] { false, true })
        {
            var ledger = new SiteLedger(Site("CN-HN"), FiveMinutes, options);
            for (var hour = 0; hour < 24; hour++)
            {
                ledger.Append(new SiteReading(Tsp(60), Day.AddHours(hour), hour == 10 && isHighFirst ? other : 300));
                if (hour == 10) Assert.Equal(LedgerFault.Contradicted, Assert.Single(ledger.Append(new SiteReading(Tsp(60), Day.AddHours(hour), isHighFirst ? 300 : other)).Findings).Fault);
            }

            Assert.True(SiteLedgerSnapshot.TryRead(ledger.ToSnapshot().ToJson(), out var snapshot, out _));
            Assert.True(SiteLedger.TryRestore(Site("CN-HN"), snapshot, options, out var restored, out _));
            foreach (var one in new[] { ledger, restored })
            {
                var day = Assert.Single(one.Complete().Days).Day;
                Assert.Equal((verdict, 23), (day.Finding.Verdict, day.ValidWindows));
                Assert.Equal(verdict == Verdict.Indeterminate ? ["contradictedReadings"] : [], day.Finding.Missing);
                Assert.Equal((verdict == Verdict.Compliant ? 1 : 0, verdict == Verdict.Compliant ? 0 : 1), (one.Counts.Compliant, one.Counts.Undecided));
            }
        }
    }

    /// <summary>A night of 50 dB(A) of which 30 minutes say 80 as well: 68.0 by hand, above 55.</summary>
    [Fact]
    public void ContradictedMinutes_AreNoCleanPass()
    {
        var ledger = new SiteLedger(Site("CN-SH"), FiveMinutes, Options);
        for (var minute = 0; minute < 480; minute++)
        {
            var reading = new SiteReading(Sound(1), Day.AddHours(-2).AddMinutes(minute), 50) { Maximum = 60 };
            ledger.Append(reading);
            if (minute is >= 100 and < 130) ledger.Append(reading with { Value = 80, Maximum = 85 });
        }

        var findings = Assert.Single(ledger.Complete().Periods).Period.Findings;
        Assert.Equal([Verdict.Indeterminate, Verdict.Indeterminate], findings.Select(static finding => finding.Verdict));
        Assert.All(findings, static finding => Assert.Contains("contradictedReadings", finding.Missing));
    }

    [Fact]
    public void Late_IsAFinding()
    {
        var ledger = new SiteLedger(Site("CN-SH"), FiveMinutes, Options);
        ledger.Append(new SiteReading(Tsp(1), Day.AddMinutes(60), 80));
        Assert.True(ledger.Append(new SiteReading(Tsp(1), Day.AddMinutes(55), 80)).IsEmpty);
        var step = ledger.Append(new SiteReading(Tsp(1), Day.AddMinutes(53).AddSeconds(30), 80));
        var finding = Assert.Single(step.Findings);
        Assert.Equal(LedgerFault.Late, finding.Fault);
        Assert.Equal("It came 6.5 min behind, later than the 5 min allowed: late, not counted.", finding.Message.English);
        Assert.Equal("迟到 6.5 min，超过允许的 5 min：迟到，不计入。", finding.Message.Chinese);
        // Another point has a time of its own.
        Assert.True(ledger.Append(new SiteReading(Tsp(1, "Gate 2"), Day, 80)).IsEmpty);
        Assert.Equal((4, 1, 1), (ledger.Counts.Received, ledger.Counts.Late, ledger.Counts.OutOfOrder));
        Assert.Equal(1, ledger.CountsOf(Tsp(1)).Late);
        Assert.Equal(0, ledger.CountsOf(Tsp(1, "Gate 2")).Late);
    }

    /// <summary>A window is judged as soon as the watermark has passed it: at 00:20 with 5 min of lateness.</summary>
    [Fact]
    public void Window_IsJudgedAtTheWatermark()
    {
        var ledger = new SiteLedger(Site("CN-JS"), FiveMinutes, Options);
        for (var minute = 0; minute < 20; minute++) Assert.Empty(ledger.Append(new SiteReading(Tsp(1), Day.AddMinutes(minute), 100)).Windows);
        var window = Assert.Single(ledger.Append(new SiteReading(Tsp(1), Day.AddMinutes(20), 100)).Windows);
        Assert.Equal((Day.DateTime, 100m, DustOutcome.Kept), (window.Window.Window.Start, window.Window.Mean!.Value, window.Window.Outcome));
    }

    /// <summary>A station that falls silent: the host's clock closes its averaging time, and at midnight its day.</summary>
    [Fact]
    public void Advance_ClosesWhatFellSilent()
    {
        var ledger = new SiteLedger(Site("CN-JS"), FiveMinutes, Options);
        for (var minute = 0; minute < 15; minute++) ledger.Append(new SiteReading(Tsp(1), Day.AddMinutes(minute), 100));
        Assert.Empty(ledger.Advance(Day.AddMinutes(19)).Windows);
        Assert.Single(ledger.Advance(Day.AddMinutes(20)).Windows);
        Assert.True(ledger.Advance(Day.AddMinutes(18)).IsEmpty);
        Assert.Empty(ledger.Advance(Day.AddDays(1).AddMinutes(4)).Days);
        Assert.Single(ledger.Advance(Day.AddDays(1).AddMinutes(5)).Days);
        // What comes of that day now is late, and of a series that begins only now as well.
        Assert.Equal(LedgerFault.Late, Assert.Single(ledger.Append(new SiteReading(Tsp(1), Day.AddMinutes(16), 100)).Findings).Fault);
        Assert.Equal(LedgerFault.Late, Assert.Single(ledger.Append(new SiteReading(Tsp(1, "Gate 2"), Day.AddMinutes(16), 100)).Findings).Fault);
    }

    /// <summary>A night of 55 dB(A) keeps the limit of 55 (GB 12523-2025, in force since 2026); it is judged when a reading of the day comes, from 22:00 to 06:00.</summary>
    [Fact]
    public void Night_IsJudgedInTheMorning()
    {
        var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.Zero, Options);
        for (var minute = 0; minute < 480; minute++) Assert.True(ledger.Append(new SiteReading(Sound(1), Day.AddHours(22).AddMinutes(minute), 55) { Maximum = 60 }).IsEmpty);
        var period = Assert.Single(ledger.Append(new SiteReading(Sound(1), Day.AddHours(30), 60)).Periods).Period;
        Assert.Equal((true, Day.DateTime.AddHours(22), Day.DateTime.AddHours(30)), (period.IsNight, period.Start, period.End));
        Assert.Equal(55.0, period.EquivalentLevel, 1e-9);
        Assert.Equal(Verdict.Compliant, period.Finding.Verdict);
        Assert.Equal(1, ledger.Counts.Compliant);
        // The night is forgotten.
        Assert.Equal(1, ledger.KeptReadings);
    }

    /// <summary>By day 70.9 dB(A) rounds to 71, above 70. It is 10.9 above the background of 60 that was measured at gate 1: nothing is subtracted. At gate 2 none was measured.</summary>
    [Fact]
    public void Background_IsThatOfThePoint()
    {
        var options = Options with { NoisePoints = new Dictionary<string, NoisePoint> { ["Gate 1"] = new() { DayBackgroundLevel = 60 } } };
        var readings = Enumerable.Range(0, 60).SelectMany(static minute => new[] { "Gate 1", "Gate 2" }.Select(point => new SiteReading(Sound(1, point), Day.AddHours(10).AddMinutes(minute), 70.9m))).ToList();
        var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.Zero, options);
        List<LedgerStep> steps = [ledger.Append(readings), ledger.Complete()];
        Assert.Equal(Whole(Site("CN-SH"), options, readings), Said(steps));
        var said = steps[1].Periods.Select(static one => string.Join(" ", one.Period.Finding.Explanation.Select(static step => step.English))).ToList();
        Assert.Equal(2, said.Count);
        Assert.NotEqual(said[0], said[1]);
        Assert.Equal(Verdict.NonCompliant, steps[1].Periods[0].Period.Finding.Verdict);
    }

    /// <summary>Clocks go back on 2026-10-25 in Great Britain: 01:00 to 02:00 comes twice, and is two hours; elsewhere a clock that goes back is a finding.</summary>
    [Fact]
    public void RepeatedHour_IsTwo()
    {
        var site = new ConstructionSite(Jurisdiction.Parse("GB"));
        var midnight = new DateTimeOffset(2026, 10, 24, 23, 0, 0, TimeSpan.Zero);
        List<SiteReading> readings = [];
        for (var quarter = 0; quarter < 25 * 4; quarter++)
        {
            var moment = midnight.AddMinutes(15 * quarter);
            readings.Add(new SiteReading(Pm10(15), moment.ToOffset(TimeSpan.FromHours(quarter < 8 ? 1 : 0)), 50));
        }

        foreach (var lateness in new[] { TimeSpan.Zero, TimeSpan.FromHours(2) })
        {
            var ledger = new SiteLedger(site, lateness, Options);
            List<LedgerStep> steps = [.. Delayed(readings, lateness, new Random(7)).Select(reading => ledger.Append(reading)), ledger.Complete()];
            Assert.All(steps, static step => Assert.Empty(step.Findings));
            var starts = steps.SelectMany(static step => step.Windows).Select(static one => one.Window.Window.Start.Hour).ToList();
            Assert.Equal([0, 1, 1, .. Enumerable.Range(2, 22)], starts);
            Assert.Equal(Whole(site, Options, []).Count + 26, Said(steps).Count);
        }
    }

    /// <summary>Around both changes of the clocks, in any order within two hours: the averaging times of the whole series, none closed an hour early.</summary>
    [Theory]
    [InlineData("2026-03-29", 0, 1)]
    [InlineData("2026-10-25", 1, 0)]
    public void SummerTime_InAnyOrder(string day, int before, int after)
    {
        var site = new ConstructionSite(Jurisdiction.Parse("GB"));
        // Clocks change at 01:00 UTC (Summer Time Order 2002).
        var change = new DateTimeOffset(CalendarDate.Parse(day).ToDateTime(), TimeSpan.Zero).AddHours(1);
        var readings = Enumerable.Range(-24, 64).Select(quarter => new SiteReading(Pm10(15), change.AddMinutes(15 * quarter).ToOffset(TimeSpan.FromHours(quarter < 0 ? before : after)), 50 + quarter)).ToList();
        var expected = Whole(site, Options, readings);
        for (var seed = 0; seed < 40; seed++)
        {
            var ledger = new SiteLedger(site, TimeSpan.FromHours(2), Options);
            List<LedgerStep> steps = [.. Delayed(readings, TimeSpan.FromHours(2), new Random(seed)).Select(reading => ledger.Append(reading)), ledger.Complete()];
            Assert.All(steps, static step => Assert.Empty(step.Findings));
            Assert.Equal(expected, Said(steps));
        }
    }

    [Fact]
    public void ClockThatGoesBack_IsAFinding()
    {
        // A place without a fixed offset, in June: local time 10:10 comes after 10:30.
        var ledger = new SiteLedger(new ConstructionSite(Jurisdiction.Parse("GB")), TimeSpan.Zero, Options);
        var at = new DateTimeOffset(2026, 6, 1, 10, 30, 0, TimeSpan.FromHours(1));
        foreach (var key in new[] { Pm10(1), Sound(1) })
        {
            Assert.True(ledger.Append(new SiteReading(key, at, 50)).IsEmpty);
            Assert.Empty(ledger.Append(new SiteReading(key, new DateTimeOffset(at.AddMinutes(40).UtcDateTime).ToOffset(TimeSpan.Zero), 50)).Findings);
            var step = ledger.Append(new SiteReading(key, new DateTimeOffset(at.AddMinutes(60).UtcDateTime).ToOffset(TimeSpan.Zero), 50));
            Assert.Equal(LedgerFault.SetBack, Assert.Single(step.Findings).Fault);
        }

        Assert.Equal(2, ledger.Counts.Refused);
        Assert.Equal(6, ledger.Counts.Received);
    }

    /// <summary>All of China has one offset: what was sent in UTC is put on the right day.</summary>
    [Fact]
    public void Utc_IsPutInPlace()
    {
        var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.Zero, Options);
        ledger.Append([new SiteReading(Tsp(15), new DateTimeOffset(2026, 5, 31, 16, 0, 0, TimeSpan.Zero), 50), new SiteReading(Tsp(15), new DateTimeOffset(2026, 5, 31, 16, 15, 0, TimeSpan.Zero), 50)]);
        Assert.Equal("2026-06-01", ledger.Today[0].Day.Date.ToString());
    }

    [Fact]
    public void WhatIsNotJudged_IsAFinding()
    {
        var hour = TimeSpan.FromHours(1);
        SeriesKey[] keys =
        [
            new("Gate 1", "dust.ambient-pm10-hourly", "µg/m3", hour), new("Gate 1", Measurands.Dust.SiteBoundaryTsp, "dB(A)", hour), new("Gate 1", Measurands.Noise.SiteBoundary, "µg/m3", hour),
            new("Gate 1", Measurands.Dust.SiteBoundaryTsp, "µg/m3", TimeSpan.Zero), new("Gate 1", Measurands.Dust.SiteBoundaryTsp, "?", hour), default,
        ];
        foreach (var key in keys)
        {
            var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.Zero, Options);
            Assert.Equal(LedgerFault.NotJudged, Assert.Single(ledger.Append(new SiteReading(key, Day, 50)).Findings).Fault);
            Assert.Equal((1, 1), (ledger.Counts.Received, ledger.Counts.Refused));
            Assert.Empty(ledger.Series);
        }
    }

    /// <summary>A clock that was never set, or is years ahead, takes nothing with it.</summary>
    [Fact]
    public void StrangeClocks_AreFindings()
    {
        var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.Zero, Options with { AllowedAhead = TimeSpan.FromHours(1) });
        ledger.Advance(Day);
        foreach (var time in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Day.AddYears(3), Day.AddHours(1).AddTicks(1) })
            Assert.Equal(LedgerFault.Ahead, Assert.Single(ledger.Append(new SiteReading(Tsp(15), time, 50)).Findings).Fault);
        Assert.True(ledger.Append(new SiteReading(Tsp(15), Day.AddHours(1), 50)).IsEmpty);
        Assert.Equal((5, 4), (ledger.Counts.Received, ledger.Counts.Refused));
    }

    /// <summary>At the ends of the calendar, and closed twice: nothing throws, nothing comes twice, and what comes afterwards is late.</summary>
    [Fact]
    public void Ends_AreNoError()
    {
        SiteReading[] readings = [new(Tsp(15), Day, 50), new(Sound(15), Day, 50)];
        var ledger = new SiteLedger(Site("CN-JS"), SiteLedger.MostLateness, Options);
        Assert.True(ledger.Complete().IsEmpty);
        Assert.True(ledger.Advance(DateTimeOffset.MinValue).IsEmpty);
        ledger.Append(readings);
        var step = ledger.Advance(DateTimeOffset.MaxValue);
        Assert.Equal((1, 1), (step.Days.Count, step.Periods.Count));
        Assert.True(ledger.Advance(DateTimeOffset.MaxValue).IsEmpty);
        Assert.True(ledger.Complete().IsEmpty);
        Assert.Equal([LedgerFault.Late, LedgerFault.Late], ledger.Append(readings).Findings.Select(static finding => finding.Fault));
        Assert.True(SiteLedgerSnapshot.TryRead(ledger.ToSnapshot().ToJson(), out var snapshot, out var errors), string.Join("\n", errors));
        Assert.True(SiteLedger.TryRestore(Site("CN-JS"), snapshot, Options, out var restored, out errors), string.Join("\n", errors));
        Assert.Equal(ledger.Counts, restored.Counts);

        // Completed, a ledger goes on with the next day.
        ledger = new SiteLedger(Site("CN-JS"), TimeSpan.Zero, Options);
        ledger.Append(readings);
        Assert.Equal((1, 1), (ledger.Complete() is var last ? last.Days.Count : 0, last.Periods.Count));
        Assert.Equal(LedgerFault.Late, Assert.Single(ledger.Append(new SiteReading(Tsp(15), Day.AddHours(23), 50)).Findings).Fault);
        Assert.True(ledger.Append(new SiteReading(Tsp(15), Day.AddDays(1), 50)).IsEmpty);
        Assert.Single(ledger.Complete().Days);
    }

    [Fact]
    public void Numbers_AreBounded()
    {
        var ledger = new SiteLedger(Site("CN-SH"), SiteLedger.MostLateness, Options);
        for (var i = 0; i < SiteLedger.MostSeries; i++) ledger.Append(new SiteReading(Tsp(15, FormattableString.Invariant($"{i}")), Day, 50));
        Assert.Equal(LedgerFault.TooMany, Assert.Single(ledger.Append(new SiteReading(Tsp(15, "one more"), Day, 50)).Findings).Fault);
        // A day and more of readings every half second, none of them judged for good within the lateness.
        var found = Enumerable.Range(1, 200_000).SelectMany(i => ledger.Append(new SiteReading(Tsp(15, "0"), Day.AddMilliseconds(500 * i), 50)).Findings).ToList();
        Assert.Equal(LedgerFault.TooMany, Assert.Single(found).Fault);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SiteLedger(Site("CN-SH"), SiteLedger.MostLateness + TimeSpan.FromTicks(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SiteLedger(Site("CN-SH"), TimeSpan.FromTicks(-1)));
    }

    /// <summary>A year of a site of four series, minutes of two days in every month and quarters of an hour else: what is kept is never more than the open day and night.</summary>
    [Fact]
    public void AYear_KeepsADay()
    {
        var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.FromMinutes(30), Options);
        SeriesKey[] keys = [Tsp(15), Tsp(15, "Gate 2"), Sound(15), Sound(15, "Gate 2")];
        var (mostReadings, mostBytes, periods) = (0L, 0L, 0);
        for (var quarter = 0; quarter < 365 * 96; quarter++)
        {
            foreach (var key in keys)
            {
                var step = ledger.Append(new SiteReading(key, Day.AddMinutes(15 * quarter), quarter % 97));
                periods += step.Periods.Count + step.Days.Count;
            }

            (mostReadings, mostBytes) = (Math.Max(mostReadings, ledger.KeptReadings), Math.Max(mostBytes, ledger.KeptBytes));
        }

        // At 22:00 there are 22 h of dust and 16 h of noise at two points each, and half an hour more that may be overtaken.
        Assert.InRange(mostReadings, 2 * (88 + 64), 2 * (88 + 64 + 6));
        // One chunk of 256 for each series, two at most while one is being emptied.
        Assert.InRange(mostBytes, 4 * 256 * 20, 4 * 2 * 256 * 20);
        Assert.InRange(ledger.ToSnapshot().ToJson().Length, 500, 10_000);
        // 364 days of dust under two rules at two points; of noise at two points 365 days (the last ended at 22:00), 364 nights and the first small hours.
        Assert.Equal((364 * 2 * 2) + ((365 + 364 + 1) * 2), periods);
    }
}
