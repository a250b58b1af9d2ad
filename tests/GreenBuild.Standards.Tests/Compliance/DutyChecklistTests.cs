namespace GreenBuild.Standards.Tests.Compliance;

public sealed class DutyChecklistTests
{
    private static readonly CalendarDate Date = new(2026, 3, 2);

    /// <summary>The six "100 %": hoarding, covering, washing, hardening, wet work, closed transport; Hebei adds video and PM10 monitoring.</summary>
    [Theory]
    [InlineData("CN-SH", 6)]
    [InlineData("CN-HE", 7)]
    public void SixHundredPercent(string place, int duties)
    {
        var checklist = new DutyChecklist(new ConstructionSite(Jurisdiction.Parse(place)), Date, [Measurands.Dust.MeasureCoverage]);
        Assert.Equal(duties, checklist.Duties.Count);

        var wash = checklist.Duties.Single(static duty => duty.RowKey == "wash-100").Key;
        var wet = checklist.Duties.Single(static duty => duty.RowKey == "wet-100").Key;
        DutyRecord[] records = [new(wash, 98m), new(wet, 100m) { Proof = "photo 12" }, new("cn.misspelled.duty", true)];
        var findings = checklist.Judge(records);

        Assert.Equal(Verdict.NonCompliant, findings.Single(finding => finding.Requirement!.Key == wash).Verdict);
        Assert.Equal(Verdict.Compliant, findings.Single(finding => finding.Requirement!.Key == wet).Verdict);
        Assert.Contains(findings.Single(finding => finding.Requirement!.Key == wet).Explanation, static step => step.English == "Shown by: photo 12.");
        // What nobody looked at is asked for by its key.
        var open = findings.Where(static finding => finding.Verdict == Verdict.Indeterminate).ToList();
        Assert.Equal(duties - 2, open.Count);
        Assert.All(open, static finding => Assert.Equal([finding.Requirement!.Key], finding.Missing));
        Assert.Equal(["cn.misspelled.duty"], checklist.Unknown(records).Select(static record => record.Requirement));
    }

    /// <summary>Beijing's orange alert stops earthwork and the transport of spoil; it says nothing of fitting out.</summary>
    [Theory]
    [InlineData("earthwork", true)]
    [InlineData("finishing", false)]
    public void Alert_SuspendsWork(string stage, bool isStopped)
    {
        var site = new ConstructionSite(Jurisdiction.Parse("CN-BJ")) { Stages = [stage], Circumstances = Circumstances.None.With("alertLevel", "orange") };
        var duties = new DutyChecklist(site, Date, ["dust.alert-"]).Duties.Select(static duty => duty.RowKey).ToList();

        Assert.Equal(isStopped, duties.Contains("beijing-orange-work-stop"));
        Assert.Contains("beijing-orange-transport-stop", duties);
        Assert.DoesNotContain("anhui-red-work-stop", duties);
    }

    /// <summary>Without the alert level it is not known whether the duty applies: it is asked for, and never taken as kept.</summary>
    [Fact]
    public void Alert_NotSaid_IsAskedFor()
    {
        var checklist = new DutyChecklist(new ConstructionSite(Jurisdiction.Parse("CN-BJ")), Date, ["dust.alert-transport-stop"]);
        var finding = checklist.Judge([]).Single(static finding => finding.Requirement!.RowKey == "beijing-orange-transport-stop");
        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["alertLevel"], finding.Missing);
    }

    /// <summary>A prohibition is kept by what did not happen, a duty by what was done.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Prohibition_IsKeptByWhatDidNotHappen(bool happened)
    {
        var night = Circumstances.None.With("period", "night").With("sensitivity", "noise-sensitive-concentrated-area");
        var checklist = new DutyChecklist(new ConstructionSite(Jurisdiction.China) { Circumstances = night }, Date, []);
        var forbidden = checklist.Duties.Single(static duty => duty is { Key: "cn.noise-pollution-prevention-law-2021.night-construction-ban", Setting: "false" });
        var required = checklist.Duties.First(static duty => duty.Setting == "true" && duty.Evidence == Evidence.Confirmed && duty.Conditions.Count == 0);

        var findings = checklist.Judge([new(forbidden.Key, happened), new(required.Key, happened)]);

        Assert.Equal(happened ? Verdict.NonCompliant : Verdict.Compliant, findings.Single(finding => finding.Requirement == forbidden).Verdict);
        Assert.Equal(happened ? Verdict.Compliant : Verdict.NonCompliant, findings.Single(finding => finding.Requirement == required).Verdict);
    }
}
