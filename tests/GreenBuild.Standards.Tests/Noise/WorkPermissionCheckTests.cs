using System.Globalization;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Tests.Noise;

public sealed class WorkPermissionCheckTests
{
    private static readonly Circumstances Sensitive = Circumstances.None.With("sensitivity", "noise-sensitive-concentrated-area");

    /// <summary>Noise Law article 43 until 2026-08-14, Ecological Environment Code article 572 from 2026-08-15.</summary>
    [Theory]
    [InlineData("2026-08-14 00:30", "43")]
    [InlineData("2026-08-15 00:30", "572")]
    public void NightWork_IsForbiddenByTheLawOfTheDay(string start, string article)
    {
        var finding = Assert.Single(Judge("CN-SH", Sensitive, Work(start, 2)));
        Assert.Equal((Verdict.NonCompliant, article), (finding.Verdict, finding.Clause));
    }

    /// <summary>A night over the change of law meets with both.</summary>
    [Fact]
    public void NightWork_OverTheChangeOfLaw() =>
        Assert.Equal(["43", "572"], Judge("CN-SH", Sensitive, Work("2026-08-14 23:00", 3)).Select(static finding => finding.Clause));

    [Fact]
    public void DayWork_MeetsNoRule() => Assert.Empty(Judge("CN-SH", Sensitive, Work("2026-03-02 08:00", 8)));

    /// <summary>Continuous work for special need: the ban is lifted, but certificate and notice are asked for, each by itself.</summary>
    [Theory]
    [InlineData(true, true, Verdict.Compliant, Verdict.Compliant)]
    [InlineData(false, true, Verdict.NonCompliant, Verdict.Compliant)]
    [InlineData(true, false, Verdict.Compliant, Verdict.NonCompliant)]
    public void SpecialNeed_NeedsCertificateAndNotice(bool hasPermit, bool isNotified, Verdict permit, Verdict notice)
    {
        var work = new ConstructionWork(At("2026-03-02 23:00"), At("2026-03-03 04:00"))
        {
            WorkNature = "special-need-continuous", ResidentsNotified = isNotified ? new CalendarDate(2026, 3, 1) : null,
        };
        NightWorkPermit[] permits = hasPermit ? [new("沪建夜 001", At("2026-03-02 22:00"), At("2026-03-03 06:00"))] : [];

        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-SH", Sensitive)).Judge(work, permits);

        Assert.Equal(Verdict.NotApplicable, Of(findings, Measurands.Noise.WorkBan).Verdict);
        Assert.Equal(permit, Of(findings, Measurands.Noise.NightWorkPermit).Verdict);
        Assert.Equal(notice, Of(findings, Measurands.Noise.NightWorkNotice).Verdict);
    }

    /// <summary>A permit that ends before the work does is not enough: the later part meets with a change of day.</summary>
    [Fact]
    public void Permit_MustCoverTheWork()
    {
        var work = new ConstructionWork(At("2026-03-02 23:00"), At("2026-03-03 04:00")) { WorkNature = "special-need-continuous", ResidentsNotified = new CalendarDate(2026, 3, 1) };
        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-SH", Sensitive)).Judge(work, [new("1", At("2026-03-02 22:00"), At("2026-03-03 01:30"))]);
        Assert.Equal(Verdict.NonCompliant, Of(findings, Measurands.Noise.NightWorkPermit).Verdict);
    }

    [Fact]
    public void UnknownArea_IsIndeterminate()
    {
        var finding = Assert.Single(Judge("CN-SH", Circumstances.None, Work("2026-03-02 23:00", 1)));
        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["sensitivity"], finding.Missing);
    }

    /// <summary>Shanghai 2025: no work at night from 05-31 22:00 to 06-15 06:00 in the whole city; by day within 100 m of an exam site on the exam days.</summary>
    [Theory]
    [InlineData("2025-05-31 21:00", 1, false)]
    [InlineData("2025-05-31 22:00", 1, true)]
    [InlineData("2025-06-10 12:00", 1, false)]
    [InlineData("2025-06-15 05:00", 1, true)]
    [InlineData("2025-06-15 06:00", 1, false)]
    public void ExamNights_OfShanghai2025(string start, int hours, bool isForbidden)
    {
        var findings = Judge("CN-SH", Circumstances.None.With("examSiteDistance", 1000m).With("sensitivity", "possible-serious-pollution"), Work(start, hours));
        Assert.Equal(isForbidden, findings.Any(static finding => finding.Verdict == Verdict.NonCompliant && finding.Edition!.Key == "cn-sh.exam-notice-2025"));
    }

    [Theory]
    [InlineData("2025-06-07 09:00", 100, true)]
    [InlineData("2025-06-07 09:00", 101, false)]
    [InlineData("2025-06-10 09:00", 100, false)] // between the two examinations
    [InlineData("2025-06-15 09:00", 100, true)] // the last day of the second
    public void ExamDays_WithinTheRadius(string start, int metres, bool isForbidden)
    {
        var circumstances = Circumstances.None.With("examSiteDistance", (decimal)metres).With("examHours", true);
        Assert.Equal(isForbidden, Judge("CN-SH", circumstances, Work(start, 2)).Any(static finding => finding.Verdict == Verdict.NonCompliant));
    }

    /// <summary>Singapore: no work within 150 m of homes from Saturday 22:00 to Monday 07:00. 2026-03-07 is a Saturday.</summary>
    [Theory]
    [InlineData("2026-03-07 21:00", 1, 100, false)]
    [InlineData("2026-03-07 22:00", 1, 100, true)]
    [InlineData("2026-03-08 12:00", 1, 100, true)]
    [InlineData("2026-03-09 06:00", 1, 100, true)]
    [InlineData("2026-03-09 07:00", 1, 100, false)]
    [InlineData("2026-03-08 12:00", 1, 150, false)] // below 150 m, not at it
    public void Singapore_Sundays(string start, int hours, int metres, bool isForbidden)
    {
        var findings = Judge("SG", Circumstances.None.With("distance", (decimal)metres), Work(start, hours));
        Assert.Equal(isForbidden, findings.Any(static finding => finding.Verdict == Verdict.NonCompliant));
    }

    /// <summary>Hangzhou asks for three days between notice and work.</summary>
    [Theory]
    [InlineData(27, Verdict.Compliant)] // 2026-02-27 to 03-02: 3 days
    [InlineData(28, Verdict.NonCompliant)]
    public void Hangzhou_NoticeDays(int february, Verdict verdict)
    {
        var work = new ConstructionWork(At("2026-03-02 23:00"), At("2026-03-03 01:00")) { WorkNature = "special-need-continuous", ResidentsNotified = new CalendarDate(2026, 2, february) };
        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-ZJ-330100", Sensitive)).Judge(work, [new("1", At("2026-03-02 00:00"), At("2026-03-04 00:00"))]);
        Assert.Equal(verdict, Of(findings, Measurands.Noise.NoticeLeadTime).Verdict);
    }

    /// <summary>GB 12523-90, 2.1: piling at night is forbidden whatever its level.</summary>
    [Fact]
    public void Piling_AtNightIn1990()
    {
        var site = new ConstructionSite(Jurisdiction.China) { Stages = ["structure", "piling"] };
        var finding = Assert.Single(new WorkPermissionCheck(site).Judge(Work("2010-03-02 23:00", 1), []));
        Assert.Equal((Verdict.NonCompliant, "GB 12523-90"), (finding.Verdict, finding.Edition!.Number));
    }

    private static IReadOnlyList<Finding> Judge(string place, Circumstances circumstances, ConstructionWork work) =>
        new WorkPermissionCheck(SiteBoundaryCheckTests.Site(place, circumstances)).Judge(work, []);

    private static ConstructionWork Work(string start, int hours) => new(At(start), At(start).AddHours(hours));

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static Finding Of(IReadOnlyList<Finding> findings, string measurand) => findings.Single(finding => finding.Requirement!.Measurand.Key == measurand);
}
