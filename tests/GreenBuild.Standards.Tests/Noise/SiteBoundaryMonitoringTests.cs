using System.Globalization;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Tests.Noise;

public sealed class SiteBoundaryMonitoringTests
{
    /// <summary>A night over the change of edition is cut at midnight, and each part cites its own.</summary>
    [Fact]
    public void ChangeOfEdition_IsCutAtMidnight()
    {
        var periods = Judge(Minutes(new DateTime(2025, 12, 31, 12, 0, 0), 24 * 60, static _ => 50));

        Assert.Equal(
            [
                ("2025-12-31 06:00", "2025-12-31 22:00", false, "GB 12523-2011"),
                ("2025-12-31 22:00", "2026-01-01 00:00", true, "GB 12523-2011"),
                ("2026-01-01 00:00", "2026-01-01 06:00", true, "GB 12523-2025"),
                ("2026-01-01 06:00", "2026-01-01 22:00", false, "GB 12523-2025"),
            ],
            periods.Select(static period => ($"{period.Start:yyyy-MM-dd HH:mm}", $"{period.End:yyyy-MM-dd HH:mm}", period.IsNight, period.Finding.Edition!.Number)));
    }

    /// <summary>Any other night is one period.</summary>
    /// <summary>A clock that was never set says the first moment of the calendar, and none says the last: no reason to throw.</summary>
    [Fact]
    public void Judge_ReadingsAtTheEdgesOfTheCalendar()
    {
        NoiseReading[] readings = [new(DateTime.MinValue, 60), new(new DateTime(2026, 3, 2, 12, 0, 0), 60), new(DateTime.MaxValue.AddHours(-3), 60), new(DateTime.MaxValue, 60)];

        var periods = new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH", Circumstances.None)).Judge(new NoiseSeries("A", TimeSpan.FromMinutes(1), readings));

        Assert.Equal([1, 2026, 9999, 9999], periods.Select(static period => period.Start.Year));
        Assert.Equal(DateTime.MaxValue, periods[3].End);
    }

    /// <summary>Whatever moment someone states of the site, a reading of the night is one of the night: 58 breaks 55, by the edition of its own date.</summary>
    [Theory]
    [InlineData("2025-06-01", "GB 12523-2011")]
    [InlineData("2026-06-01", "GB 12523-2025")]
    public void StatedMoment_IsNotThatOfTheReadings(string date, string edition)
    {
        var site = SiteBoundaryCheckTests.Site("CN-SH");
        var night = DateTime.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddHours(22);
        foreach (var stated in new[] { site.Circumstances, site.Circumstances.At(new DateTime(2026, 3, 1, 12, 0, 0)), site.Circumstances.With("dates", "2019-01-01") })
        {
            var period = Assert.Single(new SiteBoundaryMonitoring(new ConstructionSite(site.Place) { Circumstances = stated }).Judge(new NoiseSeries("P1", TimeSpan.FromMinutes(1), Minutes(night, 480, static _ => 58))));
            Assert.Equal((Verdict.NonCompliant, 55m, edition), (period.Finding.Verdict, period.Finding.Limit, period.Finding.Edition!.Number));
        }
    }

    /// <summary>
    /// By hand: of a night of 480 min, 30 have no level that counts and the rest have 50, which keeps 55. With 68 in them it is 10 lg((450·10^5 + 30·10^6.8)/480) = 56.9, with 50 it is 50.
    /// LAmax of 69 keeps 70, 71 does not.
    /// </summary>
    [Theory]
    [InlineData(68, 69, Verdict.Indeterminate, Verdict.Compliant)]
    [InlineData(54, 69, Verdict.Compliant, Verdict.Compliant)]
    [InlineData(54, 71, Verdict.Compliant, Verdict.Indeterminate)]
    public void ContradictedMinutes_AreNoCleanPass(double high, double maximum, Verdict level, Verdict peak)
    {
        static NoiseSeries Of(double level, double? maximum) => new("P1", TimeSpan.FromMinutes(1), Minutes(new DateTime(2025, 6, 1, 22, 0, 0), 480, i => i is >= 100 and < 130 ? level : 50).ConvertAll(reading =>
            reading.Level.Equals(50.0) ? reading with { Maximum = 60 } : reading with { Maximum = maximum }));
        var series = new NoiseSeries("P1", TimeSpan.FromMinutes(1), Of(double.NaN, null).Readings) { Alternatives = [Of(high, maximum), Of(50, 60)] };

        var night = Assert.Single(new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH")).Judge(series));

        Assert.Equal([level, peak], night.Findings.Select(static finding => finding.Verdict));
        Assert.Equal([level == Verdict.Indeterminate, peak == Verdict.Indeterminate], night.Findings.Select(static finding => finding.Missing.Contains("contradictedReadings")));
        Assert.Throws<ArgumentException>(() => new NoiseSeries("P1", TimeSpan.FromMinutes(1), series.Readings) { Alternatives = [new NoiseSeries("P1", TimeSpan.FromMinutes(1), [])] });
    }

    /// <summary>
    /// By hand: of a night of 480 min, 25 are at 45 (LAmax 55) and the rest above the range: at least what that holds, so that 55 dB(A) and 70 dB(A) may well be broken. With 25 at 56 and LAmax 71 both are
    /// broken without the rest. 25 min at 55 and ten above the range: open as well. Of nothing but levels above the range nothing is invalid, it is open; 14 min and 5 above the range are no 20.
    /// </summary>
    [Theory]
    [InlineData(25, 455, 45, 55, Verdict.Indeterminate, Verdict.Indeterminate)]
    [InlineData(25, 455, 56, 71, Verdict.NonCompliant, Verdict.NonCompliant)]
    [InlineData(25, 455, 56, 60, Verdict.NonCompliant, Verdict.Indeterminate)]
    [InlineData(470, 10, 55, 70, Verdict.Indeterminate, Verdict.Indeterminate)]
    [InlineData(480, 0, 55, 70, Verdict.Compliant, Verdict.Compliant)]
    [InlineData(0, 480, 0, 0, Verdict.Indeterminate, null)]
    [InlineData(5, 15, 80, 90, Verdict.NonCompliant, Verdict.NonCompliant)]
    [InlineData(14, 5, 50, 60, Verdict.Invalid, Verdict.Invalid)]
    public void AboveTheRange_IsNoCleanPass(int counting, int above, double level, double maximum, Verdict onLevel, Verdict? onMaximum)
    {
        var readings = Minutes(new DateTime(2026, 6, 1, 22, 0, 0), counting + above, i => i < counting ? level : double.PositiveInfinity).ConvertAll(reading =>
            reading with { Maximum = reading.HasLevel ? maximum : double.PositiveInfinity });

        var night = Judge(readings).Single();

        Assert.Equal(onMaximum is { } peak ? [onLevel, peak] : [onLevel], night.Findings.Select(static finding => finding.Verdict));
        Assert.All(night.Findings, static finding => Assert.Equal(finding.Verdict == Verdict.Indeterminate ? ["overRange"] : [], finding.Missing));
        Assert.Equal((above, 0, TimeSpan.FromMinutes(counting)), (night.AboveRangeCount, night.WithoutLevelCount, night.ValidTime));
    }

    /// <summary>
    /// By hand: 71.5 all day, background 64.5, difference 7: 71.5 − 1 = 70.5, by GB/T 8170 70, kept. The energy mean of 960 binary numbers is 71.5000000000001, which less 1 would be 71. With a background
    /// of 69.0 the difference is 2.5, rounded 2: too near, and no correction by 3.
    /// </summary>
    [Theory]
    [InlineData(64.5, Verdict.Compliant, "70")]
    [InlineData(69.0, Verdict.Indeterminate, null)]
    public void ExactHalf_IsNotCarriedOverByTheArithmetic(double background, Verdict verdict, string? compared)
    {
        var series = new NoiseSeries("P1", TimeSpan.FromMinutes(1), Minutes(new DateTime(2026, 3, 2, 6, 0, 0), 960, static _ => 71.5));
        var day = Assert.Single(new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH")).Judge(series, dayBackgroundLevel: (decimal)background));
        Assert.Equal((verdict, 71.5m, compared), (day.Finding.Verdict, day.Finding.Measured, day.Finding.Compared?.ToString("0", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Hours have no gap, and make no 20 minutes; nor do 15 minutes. Ten of 2 minutes do.</summary>
    [Theory]
    [InlineData(60, "The mean keeps the limit, but readings of 60 min make no 20 minutes, the time that the standard measures; whether the mean is enough is not confirmed.")]
    [InlineData(15, "The mean keeps the limit, but readings of 15 min make no 20 minutes, the time that the standard measures; whether the mean is enough is not confirmed.")]
    [InlineData(2, "50 dB(A) against ≤ 70 dB(A) (GB 12523-2025 Table 1).")]
    public void ReadingsThatMakeNoTwentyMinutes_AreNoGap(int minutes, string reason)
    {
        var readings = Enumerable.Range(0, 960 / minutes).Select(i => new NoiseReading(new DateTime(2026, 3, 2, 6, 0, 0).AddMinutes(i * minutes), 50)).ToList();
        var day = Assert.Single(new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH")).Judge(new NoiseSeries("P1", TimeSpan.FromMinutes(minutes), readings)));
        Assert.Equal(reason, day.Finding.Reason.English);
    }

    /// <summary>An LAmax above the range beside levels that count leaves LAmax open, not LAeq; and what blew over 5 m/s does not count however loud it was.</summary>
    [Fact]
    public void AboveTheRange_OfTheMaximumAlone_AndInTheWind()
    {
        var readings = Minutes(new DateTime(2026, 6, 1, 22, 0, 0), 480, static _ => 45);
        var loud = Judge(readings.ConvertAll(static reading => reading with { Maximum = reading.LocalTime.Minute == 7 ? double.PositiveInfinity : 60 })).Single();
        Assert.Equal([(Verdict.Compliant, ""), (Verdict.Indeterminate, "overRange")], loud.Findings.Select(static finding => (finding.Verdict, string.Join(",", finding.Missing))));

        var windy = Judge([.. readings.Select(static (reading, i) => new NoiseReading(reading.LocalTime, i == 100 ? double.PositiveInfinity : 45) { Maximum = i == 100 ? double.PositiveInfinity : 60, WindSpeed = i == 100 ? 9 : 1 })]).Single();
        Assert.Equal([Verdict.Compliant, Verdict.Compliant], windy.Findings.Select(static finding => finding.Verdict));
        Assert.Equal((0, 1), (windy.AboveRangeCount, windy.WeatherCount));
    }

    /// <summary>A night at 45 with one minute without LAeq: its LAmax of 120 breaks 70 all the same (GB 12523-2011, 4.2), in the wind it does not. Where no LAeq is there at all, LAmax is judged by itself.</summary>
    [Theory]
    [InlineData(1, 1, Verdict.Compliant, Verdict.NonCompliant)]
    [InlineData(1, 9, Verdict.Compliant, Verdict.Compliant)]
    [InlineData(480, 1, Verdict.Invalid, Verdict.NonCompliant)]
    public void MaximumBesideAMissingLevel_Counts(int without, int wind, Verdict onLevel, Verdict onMaximum)
    {
        var readings = Minutes(new DateTime(2026, 6, 1, 22, 0, 0), 480, i => i < without ? double.NaN : 45).ConvertAll(reading =>
            reading.HasLevel ? reading with { Maximum = 60 } : reading with { Maximum = 120, WindSpeed = wind });

        var night = Judge(readings).Single();

        Assert.Equal([onLevel, onMaximum], night.Findings.Select(static finding => finding.Verdict));
        Assert.Equal((without, onMaximum == Verdict.NonCompliant ? 120 : 60.0), (night.WithoutLevelCount, night.Maximum));
    }

    [Fact]
    public void OrdinaryNight_IsOnePeriod()
    {
        var periods = Judge(Minutes(new DateTime(2025, 6, 1, 21, 0, 0), 10 * 60, static _ => 50));
        Assert.Equal([false, true, false], periods.Select(static period => period.IsNight));
        Assert.Equal(TimeSpan.FromHours(8), periods[1].ValidTime);
    }

    /// <summary>By hand: a night of 480 min, 60 of them at 65 and 420 at 45 dB(A): (60·10^6.5 + 420·10^4.5)/480 = 4.22955e5, 10 lg = 56.2629; 56 > 55.</summary>
    [Fact]
    public void Night_IsJudgedByItsEnergyMean()
    {
        var night = Judge(Minutes(new DateTime(2025, 6, 1, 22, 0, 0), 480, static i => i < 60 ? 65 : 45)).Single();

        Assert.Equal(56.2629, night.EquivalentLevel, 4);
        Assert.Equal((Verdict.NonCompliant, 56m), (night.Finding.Verdict, night.Finding.Compared));
        Assert.Equal(TimeSpan.FromMinutes(60), night.ExceedingTime);
        Assert.Equal(65, night.HighestTwentyMinutes!.Value, 9);
        Assert.Equal((65.0, 45.0), (night.Percentiles!.Value.L5, night.Percentiles.Value.L50));
    }

    /// <summary>
    /// The standard measures 20 minutes on end (GB 12523-2011, 5.4). A file with every fifteenth minute left out has none, and what they would
    /// have shown is not known: 50 dB(A) throughout is no more than provisionally compliant.
    /// </summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(15, true)]
    [InlineData(2, true)]
    public void NoTwentyMinutesOnEnd_IsProvisional(int leftOut, bool isProvisional)
    {
        var readings = Minutes(new DateTime(2026, 3, 2, 8, 0, 0), 600, static _ => 50).Where((_, i) => leftOut == 1 || i % leftOut != 0).ToList();
        var finding = Judge(readings).Single().Finding;

        Assert.Equal(isProvisional ? Verdict.Indeterminate : Verdict.Compliant, finding.Verdict);
        Assert.Equal(isProvisional ? Verdict.Compliant : null, finding.ProvisionalVerdict);
    }

    /// <summary>
    /// 20 minutes from 21:50 are of the day and of the night, and nobody knows how loud each half was: they count for neither. Of 24 hours from midnight no period has a level at all
    /// (a station's daily value; GB 12523-2011, 3.6 and 3.7, measures by day and by night).
    /// </summary>
    [Fact]
    public void ReadingOverTheEndOfAPeriod_CountsForNeither()
    {
        var start = new DateTime(2026, 3, 2, 21, 10, 0);
        var twenties = Enumerable.Range(0, 8).Select(i => new NoiseReading(start.AddMinutes(20 * i), i == 2 ? 69 : 50)).ToList();
        var periods = new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH")).Judge(new NoiseSeries("P1", TimeSpan.FromMinutes(20), twenties));

        Assert.Equal([(1, 40.0, 20.0, 50.0), (0, 100.0, 0.0, 50.0)], periods.Select(static period => (period.CrossingCount, period.ValidTime.TotalMinutes, period.InvalidTime.TotalMinutes, Math.Round(period.EquivalentLevel, 9))));

        var day = new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH")).Judge(new NoiseSeries("P1", TimeSpan.FromHours(24), [new(new DateTime(2026, 1, 5), 60)])).Single();
        Assert.Equal((Verdict.Invalid, null, 1), (day.Finding.Verdict, day.Finding.Measured, day.CrossingCount));
        Assert.Contains(day.Finding.Explanation, static step => step.English.Contains("run over the end of the period", StringComparison.Ordinal));
    }

    /// <summary>Ten readings of 2 minutes that begin 10 s after each other are 3.5 minutes and no 20: those from 0 and 60 s count (GB 12523-2011, 5.4 asks for 20 min).</summary>
    [Fact]
    public void OverlappingReadings_CountTheirTimeOnce()
    {
        var start = new DateTime(2026, 3, 2, 8, 0, 0);
        var readings = Enumerable.Range(0, 10).Select(i => new NoiseReading(start.AddSeconds(10 * i), 50)).ToList();
        var period = new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH")).Judge(new NoiseSeries("P1", TimeSpan.FromMinutes(2), readings)).Single();

        Assert.Equal((Verdict.Invalid, 8, 4.0, null), (period.Finding.Verdict, period.OverlappingCount, period.ValidTime.TotalMinutes, period.HighestTwentyMinutes));
    }

    /// <summary>55 + 15 dB(A) at night (GB 12523-2011, 4.2): a maximum that is not there in each reading, or is below LAeq of its time, may hide a higher one; one above the limit breaks it all the same.</summary>
    [Theory]
    [InlineData(480, 60, Verdict.Compliant)]
    [InlineData(479, 60, Verdict.Indeterminate)]
    [InlineData(1, 60, Verdict.Indeterminate)]
    [InlineData(480, 40, Verdict.Indeterminate)]
    [InlineData(1, 71, Verdict.NonCompliant)]
    public void Maximum_MustBeThereInEachReading(int recorded, int maximum, Verdict expected)
    {
        var readings = Minutes(new DateTime(2025, 6, 1, 22, 0, 0), 480, static _ => 50).Select((reading, i) => i < recorded ? reading with { Maximum = maximum } : reading).ToList();
        var finding = Judge(readings).Single().Findings[1];

        Assert.Equal((Measurands.Noise.SiteBoundaryMaximum, expected), (finding.Requirement!.Measurand.Key, finding.Verdict));
        if (expected == Verdict.Indeterminate) Assert.Equal(["maximumLevel"], finding.Missing);
    }

    /// <summary>By hand: 72 dB(A) over a background of 67 is a difference of 5, corrected by −2 (GB 12523-2011, table 2).</summary>
    [Fact]
    public void HighestTwentyMinutes_IsComparedAsTheLimitIs()
    {
        var readings = Minutes(new DateTime(2020, 6, 1, 8, 0, 0), 60, static _ => 72);
        var period = new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH")).Judge(new NoiseSeries("P1", TimeSpan.FromMinutes(1), readings), dayBackgroundLevel: 67).Single();

        Assert.Equal((72, 70m, Verdict.Compliant), ((int)Math.Round(period.HighestTwentyMinutes!.Value), period.HighestTwentyMinutesCompared, period.Finding.Verdict));
    }

    /// <summary>What the standard asks of the measurement and the readings do not say, the finding says.</summary>
    [Fact]
    public void WeatherAndCalibrationNotRecorded_IsSaid()
    {
        var start = new DateTime(2026, 3, 2, 8, 0, 0);
        var bare = Judge(Minutes(start, 60, static _ => 50)).Single().Finding;
        Assert.Equal(["windSpeed", "precipitation", "calibrationDrift"], bare.NotRecorded);
        Assert.Contains(bare.Explanation, static step => step.English.StartsWith("Not recorded, and taken as in order: wind speed (", StringComparison.Ordinal));

        var full = Enumerable.Range(0, 60).Select(i => new NoiseReading(start.AddMinutes(i), 50) { WindSpeed = 1, Precipitation = false }).ToList();
        var site = SiteBoundaryCheckTests.Site("CN-SH", SiteBoundaryCheckTests.Site("CN-SH").Circumstances);
        Assert.Empty(new SiteBoundaryMonitoring(site).Judge(new NoiseSeries("P1", TimeSpan.FromMinutes(1), full), calibrationDrift: 0.1m).Single().Finding.NotRecorded);
    }

    [Fact]
    public void UtcReadings_AreRefused() => Assert.Throws<ArgumentException>(static () => Judge(Minutes(new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc), 60, static _ => 50)));

    /// <summary>Readings in wind of 5 m/s do not count; what is left is judged, if it is 20 minutes.</summary>
    [Theory]
    [InlineData(20, Verdict.NonCompliant)]
    [InlineData(19, Verdict.Invalid)]
    public void WindyReadings_DoNotCount(int calm, Verdict verdict)
    {
        var start = new DateTime(2025, 6, 1, 10, 0, 0);
        var readings = Enumerable.Range(0, 60).Select(i => new NoiseReading(start.AddMinutes(i), 80) { WindSpeed = i < calm ? 4.9m : 5.0m }).ToList();

        var day = Judge(readings).Single();

        Assert.Equal(verdict, day.Finding.Verdict);
        Assert.Equal((calm, 60 - calm), ((int)day.ValidTime.TotalMinutes, (int)day.InvalidTime.TotalMinutes));
    }

    /// <summary>Twenty minutes with a gap in them are not twenty minutes.</summary>
    [Fact]
    public void HighestTwentyMinutes_NeedsReadingsWithoutGap()
    {
        var start = new DateTime(2025, 6, 1, 10, 0, 0);
        var gap = Enumerable.Range(0, 30).Where(static i => i != 15).Select(i => new NoiseReading(start.AddMinutes(i), 60)).ToList();
        Assert.Null(Judge(gap).Single().HighestTwentyMinutes);
        var whole = Enumerable.Range(0, 30).Select(i => new NoiseReading(start.AddMinutes(i), i is 9 or 10 ? 70 : 60)).ToList();
        // By hand: two of twenty at 70, eighteen at 60: (2·10^7 + 18·10^6)/20 = 1.9e6, 10 lg = 62.7875.
        Assert.Equal(62.7875, Judge(whole).Single().HighestTwentyMinutes!.Value, 4);
    }

    /// <summary>
    /// By hand: 20 min at 84 and the rest of a day (940 min) at 50 dB(A): (20·10^8.4 + 940·10^5)/960 = 5.3311e6, 10 lg = 67.27. The mean keeps 70, the
    /// 20 minutes that the standard measures (5.4) do not: nobody has seen which counts.
    /// </summary>
    [Fact]
    public void LoudTwentyMinutes_MakeTheMeanProvisional()
    {
        var day = Judge(Minutes(new DateTime(2025, 6, 1, 6, 0, 0), 960, static i => i is >= 100 and < 120 ? 84 : 50)).Single();
        Assert.Equal(67.27, day.EquivalentLevel, 2);
        Assert.Equal((Verdict.Indeterminate, (Verdict?)Verdict.Compliant), (day.Finding.Verdict, day.Finding.ProvisionalVerdict));
    }

    [Fact]
    public void Coverage_IsSaid()
    {
        var night = Judge(Minutes(new DateTime(2025, 6, 1, 23, 0, 0), 25, static _ => 50)).Single();
        Assert.Contains(night.Finding.Explanation, static step => step.English == "LAeq of 25 min that count, of the 480 min of the period.");
    }

    /// <summary>A night of rain in 1990, when no rule asks for minutes: no reading counts, so there is no level to be compliant.</summary>
    [Fact]
    public void NoReadingThatCounts_IsInvalid()
    {
        var start = new DateTime(2010, 6, 1, 22, 0, 0);
        var readings = Enumerable.Range(0, 480).Select(i => new NoiseReading(start.AddMinutes(i), 50) { Precipitation = true }).ToList();
        var site = new ConstructionSite(Jurisdiction.China) { Stages = ["structure"] };
        var finding = new SiteBoundaryMonitoring(site).Judge(new NoiseSeries("P1", TimeSpan.FromMinutes(1), readings)).Single().Finding;
        Assert.Equal((Verdict.Invalid, (decimal?)null), (finding.Verdict, finding.Measured));
    }

    /// <summary>Strange measured values never throw.</summary>
    [Theory]
    [InlineData(double.NaN, Verdict.Invalid)]
    [InlineData(double.PositiveInfinity, Verdict.Indeterminate)]
    [InlineData(1e300, Verdict.Invalid)]
    [InlineData(-999, Verdict.Invalid)]
    public void StrangeValues_AreVerdicts(double level, Verdict verdict) =>
        Assert.Equal(verdict, Judge(Minutes(new DateTime(2025, 6, 1, 10, 0, 0), 30, _ => level)).Single().Finding.Verdict);

    /// <summary>Error codes among good readings neither silence nor drown the day: they do not count, and a run of 20 minutes has to go around them.</summary>
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(9999)]
    [InlineData(-999)]
    public void ErrorCodes_AmongGoodReadings_DoNotCount(double code)
    {
        var day = Judge(Minutes(new DateTime(2025, 6, 1, 10, 0, 0), 60, i => i == 25 ? code : i > 25 ? 66 : 60)).Single();

        Assert.Equal((59, 1), ((int)day.ValidTime.TotalMinutes, (int)day.InvalidTime.TotalMinutes));
        // By hand: (25·10^6 + 34·10^6.6)/59 = 2.71791e6, 10 lg = 64.3423; the highest 20 minutes lie behind the code.
        Assert.Equal((64.3423, 66), (Math.Round(day.EquivalentLevel, 4), Math.Round(day.HighestTwentyMinutes!.Value, 9)));
        Assert.Equal(Verdict.Compliant, day.Finding.Verdict);
    }

    /// <summary>A finding names what else it went by: the hours of night, and the rules on weather and calibration that were not recorded.</summary>
    [Fact]
    public void Finding_NamesTheOtherRules()
    {
        var rules = Judge(Minutes(new DateTime(2025, 6, 1, 10, 0, 0), 60, static _ => 50)).Single().Finding.Rules.Select(static rule => rule.Key).ToList();
        Assert.Contains("cn.hj-706-2014.skip-if-below-limit", rules);
        Assert.Contains("cn.gb-12523-2011.wind", rules.Select(static key => key.StartsWith("cn.gb-12523-2011.wind", StringComparison.Ordinal) ? "cn.gb-12523-2011.wind" : key));
    }

    /// <summary>Explanations are the same on every machine: a culture with a decimal comma and another calendar changes nothing.</summary>
    [Fact]
    public void Explanations_DoNotFollowTheMachine()
    {
        var readings = Minutes(new DateTime(2025, 6, 1, 6, 0, 0), 960, static i => i is >= 100 and < 120 ? 84 : 50);
        var night = Minutes(new DateTime(2026, 3, 2, 7, 0, 0), 65, static i => i < 6 ? 70.5 : 60);
        var expected = Texts();
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign, culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.TimeSeparator) = (",", "~", "/", ".");
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        List<string> Texts() => Judge(readings).SelectMany(static period => period.Findings)
            .Concat(new ReceiverMonitoring(SiteBoundaryCheckTests.Site("SG", Circumstances.None.With("receiver", "dwelling").With("distance", 100m))).Judge(new NoiseSeries("R1", TimeSpan.FromMinutes(1), night)).Select(static window => window.Finding))
            .SelectMany(static finding => finding.Explanation.Append(finding.Reason)).SelectMany(static step => new[] { step.English, step.Chinese }).ToList();
    }

    [Fact]
    public void Points_AreNeverAveraged()
    {
        var start = new DateTime(2025, 6, 1, 10, 0, 0);
        var monitoring = new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH"));
        var loud = monitoring.Judge(new NoiseSeries("east", TimeSpan.FromMinutes(1), Minutes(start, 60, static _ => 72)));
        var quiet = monitoring.Judge(new NoiseSeries("west", TimeSpan.FromMinutes(1), Minutes(start, 60, static _ => 50)));
        Assert.Equal((Verdict.NonCompliant, Verdict.Compliant), (loud[0].Finding.Verdict, quiet[0].Finding.Verdict));
    }

    /// <summary>Day from 06:00 to 22:00; the night over 2025-12-31 is cut at midnight, where GB 12523-2025 begins.</summary>
    [Theory]
    [InlineData("2025-06-01T10:00:00", "2025-06-01T22:00:00")]
    [InlineData("2025-06-01T21:59:59", "2025-06-01T22:00:00")]
    [InlineData("2025-06-01T22:00:00", "2025-06-02T06:00:00")]
    [InlineData("2025-06-02T05:00:00", "2025-06-02T06:00:00")]
    [InlineData("2025-12-31T23:00:00", "2026-01-01T00:00:00")]
    [InlineData("2026-01-01T00:00:00", "2026-01-01T06:00:00")]
    public void PeriodAt_EndsWhereItsReadingsEnd(string at, string end)
    {
        static DateTime Moment(string text) => DateTime.ParseExact(text, "s", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Moment(end), new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH")).PeriodAt(Moment(at)).End);
    }

    [Fact]
    public void Series_MustBeInOrder()
    {
        var start = new DateTime(2025, 6, 1, 10, 0, 0);
        Assert.Throws<ArgumentException>(() => new NoiseSeries("P", TimeSpan.FromMinutes(1), [new(start, 50), new(start, 50)]));
        Assert.Throws<ArgumentException>(() => new NoiseSeries("P", TimeSpan.Zero, []));
    }

    internal static List<NoiseReading> Minutes(DateTime start, int count, Func<int, double> level) =>
        Enumerable.Range(0, count).Select(i => new NoiseReading(start.AddMinutes(i), level(i))).ToList();

    private static IReadOnlyList<NoisePeriod> Judge(List<NoiseReading> readings) =>
        new SiteBoundaryMonitoring(SiteBoundaryCheckTests.Site("CN-SH")).Judge(new NoiseSeries("P1", TimeSpan.FromMinutes(1), readings));
}
