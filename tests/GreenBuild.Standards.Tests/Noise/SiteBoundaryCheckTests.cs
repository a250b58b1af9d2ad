using System.Globalization;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Tests.Noise;

public sealed class SiteBoundaryCheckTests
{
    private static readonly DateTime Day2026 = new(2026, 3, 2, 10, 0, 0);
    private static readonly DateTime Night2026 = new(2026, 3, 2, 23, 0, 0);
    private static readonly DateTime Day2011 = new(2020, 3, 2, 10, 0, 0);

    /// <summary>Limits 70 by day and 55 at night (GB 12523-2011 and -2025, table 1); results are rounded to whole dB, half to even (HJ 706-2014, 5.4; GB/T 8170).</summary>
    [Theory]
    [InlineData("2026-03-02 10:00", "70.5", Verdict.Compliant, "70", "GB 12523-2025")] // half to the even 70
    [InlineData("2026-03-02 10:00", "70.51", Verdict.NonCompliant, "71", "GB 12523-2025")]
    [InlineData("2026-03-02 10:00", "71.5", Verdict.NonCompliant, "72", "GB 12523-2025")]
    [InlineData("2026-03-02 22:00", "70.4", Verdict.NonCompliant, "70", "GB 12523-2025")] // the night begins at 22:00
    [InlineData("2026-03-02 21:59", "70.4", Verdict.Compliant, "70", "GB 12523-2025")]
    [InlineData("2026-03-03 05:59", "56", Verdict.NonCompliant, "56", "GB 12523-2025")]
    [InlineData("2026-03-03 06:00", "56", Verdict.Compliant, "56", "GB 12523-2025")] // and ends at 06:00
    [InlineData("2026-03-02 23:00", "55.5", Verdict.NonCompliant, "56", "GB 12523-2025")] // half to the even 56
    [InlineData("2026-03-02 23:00", "55.49", Verdict.Compliant, "55", "GB 12523-2025")]
    [InlineData("2025-12-31 23:59", "55", Verdict.Compliant, "55", "GB 12523-2011")] // the last minute of the edition of 2011
    [InlineData("2026-01-01 00:00", "55", Verdict.Compliant, "55", "GB 12523-2025")] // the first of that of 2025
    [InlineData("2012-07-01 10:00", "70", Verdict.Compliant, "70", "GB 12523-2011")]
    public void Judge_ByPeriodAndEdition(string start, string level, Verdict verdict, string compared, string edition)
    {
        var finding = Judge(new SiteBoundaryMeasurement("P1", DateTime.Parse(start, CultureInfo.InvariantCulture), Number(level)));

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(Number(compared), finding.Compared);
        Assert.Equal(edition, finding.Edition!.Number);
        Assert.Equal(finding.Limit - finding.Compared, finding.Margin);
        Assert.Equal("P1", finding.Subject);
    }

    /// <summary>Beyond −50 to 200 dB(A) stand error codes of instruments; a maximum below the mean is no maximum.</summary>
    [Theory]
    [InlineData("-999", null, Verdict.Invalid)]
    [InlineData("-50", null, Verdict.Compliant)]
    [InlineData("200", null, Verdict.NonCompliant)]
    [InlineData("200.1", null, Verdict.Invalid)]
    [InlineData("50", "49.9", Verdict.Invalid)]
    [InlineData("50", "50", Verdict.Compliant)]
    public void ImpossibleLevels_DoNotCount(string level, string? maximum, Verdict verdict) =>
        Assert.Equal(verdict, Judge(new SiteBoundaryMeasurement("P1", Day2026, Number(level)) { MaximumLevel = maximum is null ? null : Number(maximum) }).Verdict);

    /// <summary>16:00 UTC is midnight in Shanghai: the limit would be another.</summary>
    [Fact]
    public void Utc_IsRefused() => Assert.Throws<ArgumentException>(static () => new SiteBoundaryMeasurement("P1", new DateTime(2026, 3, 2, 16, 0, 0, DateTimeKind.Utc), 60));

    /// <summary>A finding in which nothing was compared says why in its one line.</summary>
    [Fact]
    public void Summary_SaysWhyNothingWasCompared() => Assert.Equal(
        "indeterminate: Not known: projectType, noiseSensitiveBuildings.",
        new SiteBoundaryCheck(new ConstructionSite(Jurisdiction.Parse("CN-SH"))).Judge(new SiteBoundaryMeasurement("P1", Day2026, 60))[0].ToString());

    /// <summary>
    /// Limit 70, table 2 of GB 12523-2011 and HJ 706-2014: D 3 gives −3, 4 and 5 give −2, 6 to 10 give −1, above nothing; below 3 see 5.3 and 6.3.
    /// D is rounded first (5.7.2).
    /// </summary>
    [Theory]
    [InlineData("72", "67", "70", Verdict.Compliant)] // D 5, −2
    [InlineData("73", "70", "70", Verdict.Compliant)] // D 3, −3
    [InlineData("72", "68", "70", Verdict.Compliant)] // D 4, −2
    [InlineData("71", "65", "70", Verdict.Compliant)] // D 6, −1
    [InlineData("71", "61", "70", Verdict.Compliant)] // D 10, −1
    [InlineData("71", "60", "71", Verdict.NonCompliant)] // D 11, nothing
    [InlineData("72", "66", "71", Verdict.NonCompliant)] // D 6, −1 is not enough
    [InlineData("72.4", "67.9", "70", Verdict.Compliant)] // D 4.5 rounds to the even 4, −2: 70.4, which rounds to 70
    [InlineData("72.6", "67.1", "72", Verdict.NonCompliant)] // D 5.5 rounds to the even 6, −1: 71.6, which rounds to 72
    [InlineData("73.4", "70.9", null, Verdict.Indeterminate)] // D 2.5 rounds to the even 2: below 3, no correction
    public void Background_IsCorrectedByTheTable(string level, string background, string? compared, Verdict verdict)
    {
        foreach (var start in new[] { Day2011, Day2026 })
        {
            var finding = Judge(new SiteBoundaryMeasurement("P1", start, Number(level)) { BackgroundLevel = Number(background) });

            Assert.Equal(verdict, finding.Verdict);
            Assert.Equal(compared is null ? null : Number(compared), finding.Compared);
        }
    }

    [Fact]
    public void Background_SaysHowItWasCorrected()
    {
        var finding = Judge(new SiteBoundaryMeasurement("P1", Day2011, 72m) { BackgroundLevel = 67m });

        Assert.Equal(Verdict.Compliant, finding.Verdict);
        Assert.Contains(finding.Explanation, static step => step.English == "Correction -2 dB (GB 12523-2011 5.7.2 Table 2): 72 becomes 70 dB(A).");
        Assert.Contains(finding.Explanation, static step => step.Chinese == "修正值 -2 dB（GB 12523-2011 5.7.2 Table 2）：72 修正为 70 dB(A)。");
        Assert.Equal(Evidence.Confirmed, finding.Evidence);
    }

    /// <summary>The 2025 text on correction was not seen: HJ 706's table, known from one source, decides, and the finding says so.</summary>
    [Fact]
    public void Background_In2025RestsOnHj706()
    {
        var finding = Judge(new SiteBoundaryMeasurement("P1", Day2026, 72m) { BackgroundLevel = 67m });

        Assert.Equal((Verdict.Compliant, Evidence.SingleSource), (finding.Verdict, finding.Evidence));
        Assert.Contains(finding.Explanation, static step => step.English.Contains("HJ 706-2014 5.2 Table 1", StringComparison.Ordinal));
    }

    /// <summary>HJ 706-2014, 6.1: where the uncorrected value does not exceed, nothing is corrected, not even by a background above the level.</summary>
    [Fact]
    public void Background_IsNotLookedAtBelowTheLimit()
    {
        var finding = Judge(new SiteBoundaryMeasurement("P1", Day2011, 69m) { BackgroundLevel = 75m });

        Assert.Equal((Verdict.Compliant, 69m), (finding.Verdict, finding.Compared));
    }

    /// <summary>HJ 706-2014, 6.3, which no source confirms: at most 4 dB over and D below 3 is "below the limit"; 5 or more cannot be judged.</summary>
    [Fact]
    public void Background_TooHigh_IsProvisionalOrUndecidable()
    {
        var near = Judge(new SiteBoundaryMeasurement("P1", Day2011, 74m) { BackgroundLevel = 72m });
        Assert.Equal((Verdict.Indeterminate, (Verdict?)Verdict.Compliant, Evidence.Unconfirmed), (near.Verdict, near.ProvisionalVerdict, near.Evidence));

        var far = Judge(new SiteBoundaryMeasurement("P1", Day2011, 75m) { BackgroundLevel = 73m });
        Assert.Equal((Verdict.Indeterminate, (Verdict?)null), (far.Verdict, far.ProvisionalVerdict));
        Assert.Equal(["backgroundLevel"], far.Missing);

        // Before HJ 706 (2015-01-01) there is only the duty to lower the background (5.7.3).
        var before = Judge(new SiteBoundaryMeasurement("P1", new DateTime(2014, 12, 31, 10, 0, 0), 74m) { BackgroundLevel = 72m });
        Assert.Equal((Verdict.Indeterminate, (Verdict?)null), (before.Verdict, before.ProvisionalVerdict));
    }

    /// <summary>
    /// Before 2015 only GB 12523-2011 speaks, of the difference before it is rounded: from 10 dB on nothing is corrected (5.7.1), below 3 dB
    /// it is measured again (5.7.3); from 2015-01-01 HJ 706-2014 rounds first.
    /// </summary>
    [Theory]
    [InlineData("2014-12-31 10:00", "71.4", "61.0", Verdict.NonCompliant, "71")] // D 10.4: nothing
    [InlineData("2015-01-01 10:00", "71.4", "61.0", Verdict.Compliant, "70")] // D rounds to 10: −1
    [InlineData("2014-12-31 10:00", "72", "69.4", Verdict.Indeterminate, null)] // D 2.6: measure again
    [InlineData("2015-01-01 10:00", "72", "69.4", Verdict.Compliant, "69")] // D rounds to 3: −3
    public void Background_BeforeHj706(string start, string level, string background, Verdict verdict, string? compared)
    {
        var finding = Judge(new SiteBoundaryMeasurement("P1", DateTime.Parse(start, CultureInfo.InvariantCulture), Number(level)) { BackgroundLevel = Number(background) });
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(compared is null ? null : Number(compared), finding.Compared);
    }

    /// <summary>
    /// GB 12523-2011 corrects nothing where the background is 10 dB or more below (5.7.1), and takes 1 dB off at a rounded difference of 10 (5.7.2, Table 2):
    /// the table counts, as HJ 706-2014 asks, and that the two differ is said under both editions.
    /// </summary>
    [Theory]
    [InlineData("2015-03-02 10:00")]
    [InlineData("2026-03-02 10:00")]
    public void Background_OfExactlyTenBelowSaysThatTheTextDiffers(string start)
    {
        var finding = Judge(new SiteBoundaryMeasurement("P1", DateTime.Parse(start, CultureInfo.InvariantCulture), 71m) { BackgroundLevel = 61m });
        Assert.Equal((Verdict.Compliant, 70m), (finding.Verdict, finding.Compared));
        Assert.Contains(finding.Explanation, static step => step.English.StartsWith("At a difference of exactly 10 dB", StringComparison.Ordinal));
    }

    /// <summary>Where rounding to whole dB decides, its rule counts: HJ 706-2014 from one source; before it was in force none is known.</summary>
    [Theory]
    [InlineData("2014-12-31 10:00", Verdict.Indeterminate, Evidence.Unconfirmed)]
    [InlineData("2015-01-01 10:00", Verdict.Compliant, Evidence.SingleSource)]
    public void Rounding_ThatDecidesIsEvidence(string start, Verdict verdict, Evidence evidence)
    {
        var finding = Judge(new SiteBoundaryMeasurement("P1", DateTime.Parse(start, CultureInfo.InvariantCulture), 70.5m));
        Assert.Equal((verdict, evidence), (finding.Verdict, finding.Evidence));
    }

    /// <summary>A background that is not below the level shows that one of the two is wrong.</summary>
    [Fact]
    public void Background_AboveTheLevelIsIndeterminate() =>
        Assert.Equal((Verdict.Indeterminate, (Verdict?)null), Judge(new SiteBoundaryMeasurement("P1", Day2011, 74m) { BackgroundLevel = 80m }) is var finding ? (finding.Verdict, finding.ProvisionalVerdict) : default);

    /// <summary>Twenty minutes over 22:00 are neither day nor night.</summary>
    [Theory]
    [InlineData("2026-03-02 22:00", Verdict.Compliant)]
    [InlineData("2026-03-02 22:01", Verdict.Invalid)]
    public void Measurement_OverTheChangeOfPeriodIsInvalid(string end, Verdict verdict) =>
        Assert.Equal(verdict, Judge(new SiteBoundaryMeasurement("P1", new DateTime(2026, 3, 2, 21, 40, 0), 60m) { End = DateTime.Parse(end, CultureInfo.InvariantCulture) }).Verdict);

    /// <summary>GB 12523-90, 2.1 has no limit for piling at night, because it forbids it.</summary>
    [Fact]
    public void Edition1990_PilingAtNightAsksForTheWork()
    {
        var site = new ConstructionSite(Jurisdiction.China) { Stages = ["piling"] };
        var finding = new SiteBoundaryCheck(site).Judge(new SiteBoundaryMeasurement("P1", new DateTime(2010, 3, 2, 23, 0, 0), 90m))[0];
        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Contains("forbidden at this time (GB 12523-90 2.1)", finding.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void EvidenceFloor_CanBeLowered()
    {
        var check = new SiteBoundaryCheck(Site("CN-SH"), options: new CheckOptions { EvidenceFloor = Evidence.Unconfirmed });
        var finding = check.Judge(new SiteBoundaryMeasurement("P1", Day2011, 74m) { BackgroundLevel = 72m })[0];

        Assert.Equal((Verdict.Compliant, (Verdict?)null), (finding.Verdict, finding.ProvisionalVerdict));
    }

    /// <summary>GB 12523-2011, 5.2: wind below 5 m/s, no rain, snow or thunder; 5.1.2: calibration within 0.5 dB; 5.4: 20 min.</summary>
    [Theory]
    [InlineData("4.9", false, "0.5", 20, Verdict.NonCompliant)]
    [InlineData("5.0", false, "0.5", 20, Verdict.Invalid)]
    [InlineData("0", true, "0.5", 20, Verdict.Invalid)]
    [InlineData("0", false, "0.6", 20, Verdict.Invalid)]
    [InlineData("0", false, "-0.6", 20, Verdict.Invalid)]
    [InlineData("0", false, "0", 19, Verdict.Invalid)]
    public void Measurement_ThatDoesNotCountIsInvalid(string wind, bool rain, string drift, int minutes, Verdict verdict)
    {
        foreach (var start in new[] { Day2011, Day2026 })
        {
            var finding = Judge(new SiteBoundaryMeasurement("P1", start, 80m)
            {
                WindSpeed = Number(wind), Precipitation = rain, CalibrationDrift = Number(drift), MeasuringTime = TimeSpan.FromMinutes(minutes),
            });
            Assert.Equal(verdict, finding.Verdict);
        }
    }

    [Fact]
    public void CarriedOverMethod_IsSaidToBe()
    {
        var finding = Judge(new SiteBoundaryMeasurement("P1", Day2026, 60m) { CalibrationDrift = 0.8m });

        Assert.Equal((Verdict.Invalid, Evidence.Unconfirmed), (finding.Verdict, finding.Evidence));
        Assert.Contains(finding.Explanation, static step => step.English.StartsWith("The corresponding clause of GB 12523-2025 was not seen: GB 12523-2011 5.1.2", StringComparison.Ordinal));
    }

    /// <summary>GB 12523-2011, 4.2 and 6.2: at night LAmax at most 55 + 15 = 70, as measured; by day it is not judged.</summary>
    [Theory]
    [InlineData("70", Verdict.Compliant)]
    [InlineData("70.1", Verdict.NonCompliant)]
    public void Maximum_IsJudgedAtNightOnly(string maximum, Verdict verdict)
    {
        var check = new SiteBoundaryCheck(Site("CN-SH"));
        var night = check.Judge(new SiteBoundaryMeasurement("P1", Night2026, 50m) { MaximumLevel = Number(maximum), BackgroundLevel = 60m });
        Assert.Equal([Verdict.Compliant, verdict], night.Select(static finding => finding.Verdict));
        Assert.Equal(Measurands.Noise.SiteBoundaryMaximum, night[1].Requirement!.Measurand.Key);
        Assert.Single(check.Judge(new SiteBoundaryMeasurement("P1", Day2026, 50m) { MaximumLevel = Number(maximum) }));
    }

    /// <summary>At night the maximum must be judged: where it was not recorded, that is said.</summary>
    [Fact]
    public void Maximum_NotRecordedIsIndeterminate()
    {
        var findings = new SiteBoundaryCheck(Site("CN-SH")).Judge(new SiteBoundaryMeasurement("P1", Night2026, 50m));
        Assert.Equal([Verdict.Compliant, Verdict.Indeterminate], findings.Select(static finding => finding.Verdict));
        Assert.Equal(["maximumLevel"], findings[1].Missing);
    }

    /// <summary>GB 12523-2011, 4.3: indoors 60 by day and 45 at night. The 2025 clause, which nobody has seen, is relative: 70 − 10 and 55 − 10, provisionally.</summary>
    [Theory]
    [InlineData("2020-03-02 10:00", 60)]
    [InlineData("2020-03-02 23:00", 45)]
    [InlineData("2026-03-02 10:00", 60)]
    [InlineData("2026-03-02 23:00", 45)]
    public void Indoors_IsTenLower(string start, int limit)
    {
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH"))
        {
            Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true).With("measuringCase", "no-valid-outdoor-position"),
        };
        var finding = new SiteBoundaryCheck(site).Judge(new SiteBoundaryMeasurement("P1", DateTime.Parse(start, CultureInfo.InvariantCulture), limit + 1) { IsIndoors = true })[0];

        Assert.Equal((Verdict.NonCompliant, (decimal?)limit), (finding.ProvisionalVerdict ?? finding.Verdict, finding.Limit));
        Assert.Equal(start.StartsWith("2026", StringComparison.Ordinal), finding.IsProvisional);
    }

    /// <summary>GB 12523-90, 2.1: earthwork 75/55, piling 85 and none at night, structure 70/55, finishing 65/55; 2.3: the noisiest stage decides.</summary>
    [Theory]
    [InlineData("2010-03-02 10:00", "earthwork", 75)]
    [InlineData("2010-03-02 10:00", "piling", 85)]
    [InlineData("2010-03-02 10:00", "structure", 70)]
    [InlineData("2010-03-02 10:00", "finishing", 65)]
    [InlineData("2010-03-02 10:00", "finishing,piling,structure", 85)]
    [InlineData("2010-03-02 23:00", "finishing,structure", 55)]
    public void Edition1990_GoesByStage(string start, string stages, int limit)
    {
        var site = new ConstructionSite(Jurisdiction.China) { Stages = stages.Split(',') };
        var finding = new SiteBoundaryCheck(site).Judge(new SiteBoundaryMeasurement("P1", DateTime.Parse(start, CultureInfo.InvariantCulture), limit))[0];

        Assert.Equal(("GB 12523-90", (decimal?)limit, Verdict.Compliant), (finding.Edition!.Number, finding.Limit, finding.Verdict));
    }

    [Fact]
    public void UnknownFacet_IsIndeterminateAndNamed()
    {
        var site = new ConstructionSite(Jurisdiction.China) { Circumstances = Circumstances.None.With("projectType", "building") };
        var finding = new SiteBoundaryCheck(site).Judge(new SiteBoundaryMeasurement("P1", Day2026, 80m))[0];

        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["noiseSensitiveBuildings"], finding.Missing);
    }

    /// <summary>Emergency repair and rescue are outside the standard (scope); but only where that is claimed.</summary>
    [Fact]
    public void EmergencyRepair_IsNotApplicable()
    {
        var site = Site("CN-SH", Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true).With("workNature", "emergency-repair"));
        Assert.Equal(Verdict.NotApplicable, new SiteBoundaryCheck(site).Judge(new SiteBoundaryMeasurement("P1", Day2026, 90m))[0].Verdict);
    }

    /// <summary>Before 1991-03-01 no edition was in force.</summary>
    [Fact]
    public void BeforeAnyEdition_IsNotApplicable() =>
        Assert.Equal(Verdict.NotApplicable, Judge(new SiteBoundaryMeasurement("P1", new DateTime(1991, 2, 28, 10, 0, 0), 90m)).Verdict);

    /// <summary>The limits and the law call 22:00 to 06:00 night. Shenzhen's ban on work from 23:00 to 07:00 does not move the night of the limits.</summary>
    [Theory]
    [InlineData("CN-GD-440300", 21, false)]
    [InlineData("CN-GD-440300", 22, true)]
    [InlineData("CN-GD-440300", 5, true)]
    [InlineData("CN-GD-440300", 6, false)]
    [InlineData("CN-GD", 6, false)]
    [InlineData("CN-GD", 22, true)]
    public void NightHours_AreThoseOfTheLimits(string place, int hour, bool isNight)
    {
        var hours = NightHours.For(StandardsCatalogue.Default, Jurisdiction.Parse(place), new CalendarDate(2026, 3, 2));
        Assert.Equal(isNight, hours.Contains(new DateTime(2026, 3, 2, hour, 0, 0)));
    }

    [Fact]
    public void NightHours_Of1990AreCarriedBack()
    {
        var hours = NightHours.For(StandardsCatalogue.Default, Jurisdiction.China, new CalendarDate(2010, 3, 2));
        Assert.True(hours.IsCarriedBack);
        Assert.True(hours.Contains(new DateTime(2010, 3, 2, 22, 0, 0)));
    }

    internal static ConstructionSite Site(string place, Circumstances? circumstances = null) => new(Jurisdiction.Parse(place))
    {
        Circumstances = circumstances ?? Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true),
    };

    private static Finding Judge(SiteBoundaryMeasurement measurement) => new SiteBoundaryCheck(Site("CN-SH")).Judge(measurement)[0];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
