using System.Globalization;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Testing.Tests;

public class FindingAssertTests
{
    private const string Citation = "GB 12523-2025 Table 1";

    private static readonly ConstructionSite Site = SiteBuilder.BuildingNearHomes().In("CN-SH").Build();

    /// <summary>By day on 2026-03-02, when GB 12523-2025 with its 70 dB(A) is in force.</summary>
    private static Finding Day(decimal level, decimal? windSpeed = 1) =>
        new SiteBoundaryCheck(Site).Judge(new SiteBoundaryMeasurement("P1", new DateTime(2026, 3, 2, 10, 0, 0), level)
        {
            WindSpeed = windSpeed, Precipitation = false, CalibrationDrift = 0, MeasuringTime = TimeSpan.FromMinutes(20), Origin = new FindingOrigin { File = "a.csv", Line = 3 },
        })[0];

    /// <summary>The night limit is only for sites with noise-sensitive buildings beside them, and nobody said whether there are.</summary>
    private static Finding Unknown => LimitCheck.JudgeGoverning(StandardsCatalogue.Default, Measurands.Noise.SiteBoundary, 50, Jurisdiction.Parse("CN-SH"), new CalendarDate(2026, 3, 2), AtNight);

    private static Circumstances AtNight => Circumstances.None.With("period", "night").With("projectType", "building").WithNoneOf("workNature");

    [Fact]
    public void Passing_GivesTheFindingBack()
    {
        var (good, bad, missing, windy) = (Day(70), Day(71), Unknown, Day(60, windSpeed: 5));

        Assert.Same(good, FindingAssert.Compliant(good));
        Assert.Same(good, FindingAssert.Compliant(good, Citation));
        Assert.Same(good, FindingAssert.Compliant(good, "GB 12523-2025"));
        Assert.Same(bad, FindingAssert.NonCompliant(bad, Citation, 70));
        Assert.Same(missing, FindingAssert.Missing(missing));
        Assert.Same(missing, FindingAssert.Missing(missing, "noiseSensitiveBuildings"));
        Assert.Same(windy, FindingAssert.Invalid(windy));
        Assert.Same(bad, FindingAssert.OnlyOn([missing, bad], "cn.gb-12523-2025.boundary-day"));
        FindingAssert.Overall([good, bad], Verdict.NonCompliant);
        FindingAssert.Overall([good], Verdict.Compliant);
        FindingAssert.Overall([], Verdict.NotApplicable);
        var repair = LimitCheck.Judge(StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-night")!, 50, Circumstances.None.With("period", "day"));
        Assert.Same(repair, FindingAssert.NotApplicable(repair));
    }

    /// <summary>The message tells all that a person needs: expected, found, the subject, the file, and each step.</summary>
    [Fact]
    public void Failing_PrintsTheExplanation()
    {
        var finding = Day(71.4m);
        var error = Fails(() => FindingAssert.Compliant(finding));

        Assert.Same(finding, error.Finding);
        Assert.StartsWith("Expected compliant, but it is non-compliant.\nnon-compliant: 71 > 70 dB(A), GB 12523-2025 Table 1\n  subject: P1\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("\n  measured: 71.4 dB(A)\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("\n  origin: a.csv:3\n", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Explanation);
        for (var i = 0; i < finding.Explanation.Count; i++) Assert.Contains($"\n  {i + 1}. {finding.Explanation[i].English}", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("预期“符合”，但为“不符合”。\n不符合", error.Text.Chinese, StringComparison.Ordinal);
        Assert.Contains("1. " + finding.Explanation[0].Chinese, error.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Failing_SaysWhatDiffers()
    {
        Assert.Contains("Expected non-compliant, but it is compliant.", Fails(() => FindingAssert.NonCompliant(Day(70))).Message, StringComparison.Ordinal);
        Assert.Contains("Expected GB 12523-2011, but it rests on GB 12523-2025 Table 1.", Fails(() => FindingAssert.NonCompliant(Day(71), "GB 12523-2011")).Message, StringComparison.Ordinal);
        Assert.Contains("Expected the limit 65, but it is 70.", Fails(() => FindingAssert.NonCompliant(Day(71), limit: 65)).Message, StringComparison.Ordinal);
        Assert.Contains("Expected indeterminate, but it is compliant.", Fails(() => FindingAssert.Missing(Day(70))).Message, StringComparison.Ordinal);
        Assert.Contains("Expected that 'windSpeed' is missing", Fails(() => FindingAssert.Missing(Unknown, "noiseSensitiveBuildings", "windSpeed")).Message, StringComparison.Ordinal);
        Assert.Contains("missing: noiseSensitiveBuildings", Fails(() => FindingAssert.Compliant(Unknown)).Message, StringComparison.Ordinal);
        Assert.Contains("Expected not applicable", Fails(() => FindingAssert.NotApplicable(Day(70))).Message, StringComparison.Ordinal);
        Assert.Contains("Expected invalid", Fails(() => FindingAssert.Invalid(Day(70))).Message, StringComparison.Ordinal);
        Assert.Contains("would be non-compliant", Fails(() => FindingAssert.Provisional(Day(71), Verdict.NonCompliant)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_NameThoseThatStandAgainst()
    {
        var overall = Fails(() => FindingAssert.Overall([Day(70), Day(71)], Verdict.Compliant)).Message;
        Assert.StartsWith("Expected that all is compliant, but it is non-compliant.\nnon-compliant: 71 > 70 dB(A)", overall, StringComparison.Ordinal);
        Assert.DoesNotContain("\ncompliant: 70", overall, StringComparison.Ordinal);

        Assert.Contains("there are 0. The findings:\n  cn.gb-12523-2025.boundary-day: compliant: 70", Fails(() => FindingAssert.OnlyOn([Day(70)], "cn.gb-12523-2025.boundary-night")).Message, StringComparison.Ordinal);
        Assert.Contains("there are 2.", Fails(() => FindingAssert.OnlyOn([Day(70), Day(71)], "cn.gb-12523-2025.boundary-day")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_IsInTheLanguageOfTheUser()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
            Assert.StartsWith("预期“符合”，但为“不符合”。", Fails(() => FindingAssert.Compliant(Day(71))).Message, StringComparison.Ordinal);
            CultureInfo.CurrentUICulture = new CultureInfo("de-DE");
            Assert.StartsWith("Expected compliant, but it is non-compliant.", Fails(() => FindingAssert.Compliant(Day(71))).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static FindingAssertionException Fails(Action assertion) => Assert.Throws<FindingAssertionException>(assertion);
}
