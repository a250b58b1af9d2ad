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

    /// <summary>Shanghai's notice of 2025 forbade night work from 05-31 to 06-15; that of 2026 was not found, so June nights of 2026 are asked about, and those of August are not.</summary>
    [Theory]
    [InlineData("2026-06-06 22:00", true)]
    [InlineData("2026-06-20 22:00", true)]
    [InlineData("2026-06-23 22:00", false)]
    [InlineData("2026-08-06 22:00", false)]
    [InlineData("2026-06-06 10:00", false)]
    [InlineData("2025-06-06 22:00", false)]
    public void ExamNoticeOfTheYear_IsAskedFor(string start, bool isAsked)
    {
        var findings = Judge("CN-SH", Circumstances.None, Work(start, 2));
        Assert.Equal(isAsked, findings.Any(static finding => finding.Missing.Contains("examNotice")));
    }

    /// <summary>Guangdong 2018, article 20: hammer piling 07:00 to 12:00 and 14:00 to 20:00 only. What begins in time and ends late is caught at 20:00.</summary>
    [Theory]
    [InlineData("2026-03-02 19:00", 1, null)]
    [InlineData("2026-03-02 19:00", 2, "2026-03-02 20:00")]
    [InlineData("2026-03-02 11:30", 1, "2026-03-02 12:00")]
    public void Hours_AreAskedAtTheirEdges(string start, int hours, string? from)
    {
        var findings = Judge("CN-GD", Circumstances.None.With("areaType", "urban").With("machine", "hammer-pile-driver"), Work(start, hours)).Where(static finding => finding.Requirement!.RowKey == "pile-hours");
        Assert.Equal(from is null ? [] : [(Verdict.NonCompliant, (DateTime?)At(from))], findings.Select(static finding => (finding.Verdict, finding.From)));
    }

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
            WorkNature = "special-need-continuous", ResidentsNotified = isNotified ? new CalendarDate(2026, 3, 1) : null, IsWithoutNotice = !isNotified,
        };
        NightWorkPermit[] permits = hasPermit ? [new("沪建夜 001", At("2026-03-02 22:00"), At("2026-03-03 06:00"))] : [];

        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-SH", Sensitive)).Judge(work, permits);

        Assert.Equal(Verdict.NotApplicable, Of(findings, Measurands.Noise.WorkBan).Verdict);
        Assert.Equal(permit, Of(findings, Measurands.Noise.NightWorkPermit).Verdict);
        Assert.Equal(notice, Of(findings, Measurands.Noise.NightWorkNotice).Verdict);
    }

    /// <summary>That nobody said whether residents were notified is no breach; it is asked for.</summary>
    [Fact]
    public void NoticeNotSaid_IsAskedFor()
    {
        var work = new ConstructionWork(At("2026-03-02 23:00"), At("2026-03-03 04:00")) { WorkNature = "special-need-continuous" };

        var notice = Of(new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-SH", Sensitive)).Judge(work, []), Measurands.Noise.NightWorkNotice);

        Assert.Equal(Verdict.Indeterminate, notice.Verdict);
        Assert.Equal(["residentsNotified"], notice.Missing);
    }

    /// <summary>A permit that ends before the work does is not enough: the later part meets with a change of day.</summary>
    [Fact]
    public void Permit_MustCoverTheWork()
    {
        var work = new ConstructionWork(At("2026-03-02 23:00"), At("2026-03-03 04:00")) { WorkNature = "special-need-continuous", ResidentsNotified = new CalendarDate(2026, 3, 1) };
        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-SH", Sensitive)).Judge(work, [new("1", At("2026-03-02 22:00"), At("2026-03-03 01:30"))]);
        Assert.Equal(Verdict.NonCompliant, Of(findings, Measurands.Noise.NightWorkPermit).Verdict);
    }

    /// <summary>What a permit says of its reason and notice counts as if the work said it, so that the library and a project file come to the same.</summary>
    [Theory]
    [InlineData("2026-03-01", false, Verdict.Compliant)]
    [InlineData(null, true, Verdict.NonCompliant)]
    [InlineData(null, false, Verdict.Indeterminate)]
    public void Permit_SpeaksForWorkThatSaysNothing(string? posted, bool isWithout, Verdict notice)
    {
        CalendarDate? day = posted is null ? null : CalendarDate.Parse(posted);
        var (start, end) = (At("2026-03-02 23:00"), At("2026-03-03 04:00"));
        var permit = new NightWorkPermit("1", At("2026-03-02 22:00"), At("2026-03-03 06:00"));
        var saying = new NightWorkPermit("1", permit.Start, permit.End) { Reason = "special-need-continuous", NoticePosted = day, IsWithoutNotice = isWithout };
        var check = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-SH", Sensitive));

        var inherited = check.Judge(new ConstructionWork(start, end), [saying]);
        var said = check.Judge(new ConstructionWork(start, end) { WorkNature = "special-need-continuous", ResidentsNotified = day, IsWithoutNotice = isWithout }, [permit]);

        Assert.Equal(Verdict.NotApplicable, Of(inherited, Measurands.Noise.WorkBan).Verdict);
        Assert.Equal(Verdict.Compliant, Of(inherited, Measurands.Noise.NightWorkPermit).Verdict);
        Assert.Equal(notice, Of(inherited, Measurands.Noise.NightWorkNotice).Verdict);
        Assert.Equal(said.Select(static finding => (finding.Requirement!.Key, finding.Verdict, finding.Reason.Chinese)), inherited.Select(static finding => (finding.Requirement!.Key, finding.Verdict, finding.Reason.Chinese)));
    }

    /// <summary>A permit speaks only for the moments that it covers: work that begins before the night is helped, work that goes on after it is not.</summary>
    [Theory]
    [InlineData("2026-03-02 18:00", "2026-03-03 04:00", Verdict.NotApplicable)]
    [InlineData("2026-03-02 23:00", "2026-03-03 05:00", Verdict.NonCompliant)]
    [InlineData("2026-03-03 23:00", "2026-03-04 02:00", Verdict.NonCompliant)]
    public void Permit_SpeaksForItsOwnTime(string start, string end, Verdict ban)
    {
        var permit = new NightWorkPermit("1", At("2026-03-02 22:00"), At("2026-03-03 04:00")) { Reason = "special-need-continuous", NoticePosted = new CalendarDate(2026, 3, 1) };

        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-SH", Sensitive)).Judge(new ConstructionWork(At(start), At(end)), [permit]);

        Assert.Equal(ban, Of(findings, Measurands.Noise.WorkBan).Verdict);
    }

    /// <summary>What the work says itself goes before its permit; of two nights, the one without notice decides.</summary>
    [Fact]
    public void Permit_DoesNotContradictTheWorkNorHideTheSecondNight()
    {
        var first = new NightWorkPermit("1", At("2026-03-02 22:00"), At("2026-03-03 06:00")) { Reason = "special-need-continuous", NoticePosted = new CalendarDate(2026, 3, 1) };
        var second = new NightWorkPermit("2", At("2026-03-03 22:00"), At("2026-03-04 06:00")) { Reason = "special-need-continuous", IsWithoutNotice = true };
        var check = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-SH", Sensitive));
        var work = new ConstructionWork(At("2026-03-02 23:00"), At("2026-03-04 04:00"));

        Assert.Equal(Verdict.NonCompliant, Of(check.Judge(work, [first, second]), Measurands.Noise.NightWorkNotice).Verdict);
        var told = new ConstructionWork(work.Start, work.End) { ResidentsNotified = new CalendarDate(2026, 3, 1) };
        Assert.Equal(Verdict.Compliant, Of(check.Judge(told, [first, second]), Measurands.Noise.NightWorkNotice).Verdict);
    }

    /// <summary>14:00 UTC is 22:00 in Shanghai: by day it would be no night work.</summary>
    [Fact]
    public void Utc_IsRefused()
    {
        Assert.Throws<ArgumentException>(static () => new ConstructionWork(DateTime.SpecifyKind(At("2026-03-02 14:00"), DateTimeKind.Utc), At("2026-03-02 22:00")));
        Assert.Throws<ArgumentException>(static () => new ConstructionWork(At("2026-03-02 14:00"), DateTime.SpecifyKind(At("2026-03-02 22:00"), DateTimeKind.Utc)));
    }

    /// <summary>A slip of the pen throws where it is made, not out of the judgement.</summary>
    [Fact]
    public void WordsThatAreNone_ThrowWhereTheyAreSet()
    {
        var work = Assert.Throws<ArgumentException>(static () => new ConstructionWork(At("2026-03-02 22:00"), At("2026-03-03 06:00")) { WorkNature = "rescu" });
        Assert.Contains("'rescu' is not a value of workNature", work.Message, StringComparison.Ordinal);
        var site = Assert.Throws<ArgumentException>(static () => new ConstructionSite(Jurisdiction.China) { Stages = ["piling", "pilling"] });
        Assert.Contains("'pilling' is not a value of stage", site.Message, StringComparison.Ordinal);
        Assert.Equal(["piling", "structure"], new ConstructionSite(Jurisdiction.China) { Stages = ["piling", "structure"] }.Stages);
        Assert.Null(new ConstructionWork(At("2026-03-02 22:00"), At("2026-03-03 06:00")) { WorkNature = null }.WorkNature);
    }

    [Fact]
    public void Permit_ReasonIsAWordOfTheVocabulary() =>
        Assert.Contains("'concreting' is not a value of workNature", Assert.Throws<ArgumentException>(static () => new NightWorkPermit("1", At("2026-03-02 22:00"), At("2026-03-03 06:00")) { Reason = "concreting" }).Message, StringComparison.Ordinal);

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

    /// <summary>Beijing: no permits from 1 June to the end of the middle-school examination, a day that the calendar does not know.</summary>
    [Fact]
    public void Beijing_JuneIsNotProven()
    {
        var work = new ConstructionWork(At("2026-06-05 22:00"), At("2026-06-06 04:00")) { WorkNature = "special-need-continuous", ResidentsNotified = new CalendarDate(2026, 6, 1) };
        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-BJ", Sensitive)).Judge(work, [new("1", At("2026-06-05 00:00"), At("2026-06-07 00:00"))]);
        var stop = findings.Single(static finding => finding.Requirement!.Key == "cn-bj.exam-quiet-2005.no-night-permit");
        Assert.Equal((Verdict.Indeterminate, "dates"), (stop.Verdict, string.Join(",", stop.Missing)));
    }

    /// <summary>Beijing, Zengcheng: sites within 500 m of an examination place stop on the days of the examination.</summary>
    [Theory]
    [InlineData("CN-BJ", "2026-06-07 09:00", 500, Verdict.NonCompliant)]
    [InlineData("CN-BJ", "2026-06-07 09:00", 501, null)]
    [InlineData("CN-GD-440118", "2021-06-08 09:00", 100, Verdict.NonCompliant)]
    [InlineData("CN-GD-440118", "2021-06-04 09:00", 100, null)] // the radius holds from 06-07
    public void ExamRadius(string place, string start, int metres, Verdict? verdict)
    {
        var findings = Judge(place, Circumstances.None.With("examSiteDistance", (decimal)metres).With("examDay", true), Work(start, 2));
        Assert.Equal(verdict, findings.FirstOrDefault(static finding => finding.Requirement!.Measurand.Key == Measurands.Noise.ExamSiteDistance)?.Verdict);
    }

    /// <summary>Guangdong, article 20: hammer piling in urban areas only from 07:00 to 12:00 and 14:00 to 20:00.</summary>
    [Theory]
    [InlineData("2020-03-02 19:00", 1, null)]
    [InlineData("2020-03-02 20:30", 1, Verdict.NonCompliant)]
    [InlineData("2020-03-02 12:30", 1, Verdict.NonCompliant)]
    public void Guangdong_PilingHours(string start, int hours, Verdict? verdict)
    {
        var findings = Judge("CN-GD", Circumstances.None.With("areaType", "urban").With("machine", "hammer-pile-driver"), Work(start, hours));
        Assert.Equal(verdict, findings.FirstOrDefault(static finding => finding.Requirement!.Measurand.Key == Measurands.Noise.WorkHours)?.Verdict);
    }

    /// <summary>An exception that one text names and the other does not: neither lawful nor unlawful until the authority has spoken.</summary>
    [Theory]
    [InlineData("special-need-continuous")]
    [InlineData("continuous-concreting")]
    [InlineData("emergency-repair")]
    public void Guangdong_ExceptionsOfTwoTexts(string nature)
    {
        var work = new ConstructionWork(At("2026-03-02 23:00"), At("2026-03-03 01:00")) { WorkNature = nature };
        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-GD", Sensitive)).Judge(work, []);
        Assert.DoesNotContain(findings, static finding => finding.Verdict == Verdict.NonCompliant && finding.Requirement!.Measurand.Key == Measurands.Noise.WorkBan);
        Assert.Contains(findings, static finding => finding.Verdict == Verdict.Indeterminate && finding.Requirement!.Measurand.Key == Measurands.Noise.WorkBan);
    }

    /// <summary>Shanghai's notice names no exception and grants no certificate: special need does not help there, an emergency is doubtful.</summary>
    [Theory]
    [InlineData("special-need-continuous", Verdict.NonCompliant)]
    [InlineData("emergency-repair", Verdict.Indeterminate)]
    public void Shanghai_ExamNightsHaveNoExceptions(string nature, Verdict verdict)
    {
        var work = new ConstructionWork(At("2025-06-10 23:00"), At("2025-06-11 01:00")) { WorkNature = nature };
        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-SH", Sensitive)).Judge(work, []);
        Assert.Equal(verdict, findings.Single(static finding => finding.Edition!.Key == "cn-sh.exam-notice-2025").Verdict);
    }

    /// <summary>Shenzhen: from 06:00 to 07:00 only the ordinance bans, and in built-up areas only; from 22:00 to 23:00 only the law.</summary>
    [Theory]
    [InlineData("2026-03-02 06:10", "built-up", "cn-gd-440300.noise-ordinance-2012")]
    [InlineData("2026-03-02 22:10", "built-up", "cn.noise-pollution-prevention-law-2021, cn-gd.noise-measures-2018")]
    [InlineData("2026-03-02 06:10", "industrial", "")]
    public void Shenzhen_EachRuleByItsOwnHours(string start, string area, string editions)
    {
        var work = new ConstructionWork(At(start), At(start).AddMinutes(40));
        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-GD-440300", Sensitive.With("areaType", area))).Judge(work, []);
        Assert.Equal(
            editions.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(),
            findings.Where(static finding => finding.Verdict == Verdict.NonCompliant).Select(static finding => finding.Edition!.Key).Distinct().Order());
    }

    /// <summary>An area that is not known is asked for by the certificate and the notice as well.</summary>
    [Fact]
    public void UnknownArea_IsAskedForByEveryRule()
    {
        var work = new ConstructionWork(At("2026-03-02 23:00"), At("2026-03-03 01:00")) { WorkNature = "special-need-continuous" };
        var findings = new WorkPermissionCheck(SiteBoundaryCheckTests.Site("CN-SH", Circumstances.None)).Judge(work, []);
        Assert.Equal(["sensitivity", "sensitivity"], findings.Where(static finding => finding.Verdict == Verdict.Indeterminate).Select(static finding => string.Join(",", finding.Missing)));
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
