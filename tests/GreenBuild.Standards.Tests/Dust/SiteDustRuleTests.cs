using GreenBuild.Standards.Dust;

using static GreenBuild.Standards.Tests.Dust.DustCases;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>Which rule applies: by place, day, stage and area. Expected rows by the dossier's places and dates.</summary>
public sealed class SiteDustRuleTests
{
    private const string National = "cn.gb-16297-1996.fugitive-pm-new-other";

    /// <summary>The last day of the old and the first of the new: DB61/ 1078 from 2017-08-06, DB51/ 2682 from 2020-09-01, DB44/ 27 from 2002-01-01.</summary>
    [Theory]
    [InlineData("CN-SN", "2017-08-05", National)]
    [InlineData("CN-SN", "2017-08-06", "cn-sn.db61-1078-2017.tsp-hourly-earthwork")]
    [InlineData("CN-SC-510100", "2020-08-31", National)]
    [InlineData("CN-SC-510100", "2020-09-01", "cn-sc.db51-2682-2020.tsp-earthwork-basin")]
    [InlineData("CN-GD", "2001-12-31", National)]
    [InlineData("CN-GD", "2002-01-01", "cn-gd.db44-27-2001.fugitive-pm-period2")]
    public void Tsp_ByDate(string place, string date, string row) => Assert.Equal([row], RowsOn(place, Particulate.Tsp, date, "earthwork"));

    /// <summary>GB 16297-1996 is in force from 1997-01-01; before there is nothing.</summary>
    [Fact]
    public void BeforeTheFirstEdition_NothingApplies()
    {
        Assert.Empty(RowsOn("CN-HN", Particulate.Tsp, "1996-12-31"));
        Assert.Equal([National], RowsOn("CN-HN", Particulate.Tsp, "1997-01-01"));
    }

    /// <summary>Hebei limits PM10 from 2019-04-01; there is no national limit on it at a boundary before.</summary>
    [Fact]
    public void Pm10_ByDate()
    {
        Assert.Empty(RowsOn("CN-HE", Particulate.Pm10, "2019-03-31"));
        Assert.Equal(["cn-he.db13-2934-2019.pm10-net-hourly"], RowsOn("CN-HE", Particulate.Pm10, "2019-04-01"));
    }

    /// <summary>The change of edition falls between two days of one series: 900 µg/m³ keeps 1.0 and breaks 0.8 mg/m³.</summary>
    [Fact]
    public void ChangeOfEdition_CutsASeries()
    {
        var days = Judge(Site("CN-SN", "earthwork"), Particulate.Tsp, Series(new DateTime(2017, 8, 5), 60, [.. Enumerable.Repeat(900m, 25)]), Background(100));
        Assert.Equal(
            [("2017-08-05", "GB 16297-1996", Verdict.Compliant), ("2017-08-06", "DB61/ 1078-2017", Verdict.NonCompliant)],
            days.Select(static day => (day.Date.ToString(), day.Finding.Edition!.Number, day.Finding.Verdict)));
    }

    /// <summary>The rules of the province stand alone, the general standard is not added to them (GB 16297-1996, 1.2.1); where the province has none it applies.</summary>
    [Theory]
    [InlineData("CN-SH", Particulate.Tsp, "cn-sh.db31-964-2016.tsp-15min-high,cn-sh.db31-964-2016.tsp-15min-low")]
    [InlineData("CN-JS", Particulate.Tsp, "cn-js.db32-4437-2022.tsp-15min")]
    [InlineData("CN-JS", Particulate.Pm10, "cn-js.db32-4437-2022.pm10-net-hourly")]
    [InlineData("CN-AH", Particulate.Tsp, "cn-ah.db34-4811-2024.tsp-15min-high,cn-ah.db34-4811-2024.tsp-15min-low")]
    [InlineData("CN-BJ", Particulate.Tsp, "cn-bj.db11-501-2017.fugitive-pm-other")]
    [InlineData("CN-GD-440300", Particulate.Tsp, "cn-gd.db44-27-2001.fugitive-pm-period2")]
    [InlineData("CN-HN", Particulate.Tsp, National)]
    [InlineData("CN-HE", Particulate.Tsp, National)]
    [InlineData("CN-TJ", Particulate.Tsp, National)]
    [InlineData("CN-HN", Particulate.Pm10, "")]
    [InlineData("SG", Particulate.Tsp, "")]
    public void NarrowestPlace_StandsAlone(string place, Particulate particulate, string rows) =>
        Assert.Equal(rows, string.Join(",", RowsOn(place, particulate, "2026-06-01")));

    /// <summary>Wuhan's figures are values at which something starts (alert, stop of work), not limits that a site may not exceed.</summary>
    [Fact]
    public void AlertValues_AreNoLimits()
    {
        var day = Judge(Site("CN-HB-420100"), Particulate.Pm10, Series(Day, 60, 500)).Single();
        Assert.Equal((Verdict.NotApplicable, null), (day.Finding.Verdict, day.Rule));
        Assert.Equal((0, null), (day.RemainingExceedances, day.EarliestBreach(Day)));
    }

    /// <summary>Stages by the table of DB61/ 1078; of two that run at the same time both rows are judged.</summary>
    [Theory]
    [InlineData("demolition", "tsp-hourly-earthwork")]
    [InlineData("earthwork", "tsp-hourly-earthwork")]
    [InlineData("ground-treatment", "tsp-hourly-earthwork")]
    [InlineData("foundation", "tsp-hourly-structure")]
    [InlineData("structure", "tsp-hourly-structure")]
    [InlineData("finishing", "tsp-hourly-structure")]
    [InlineData("earthwork,structure", "tsp-hourly-earthwork,tsp-hourly-structure")]
    public void Shaanxi_ByStage(string stages, string rows) =>
        Assert.Equal(rows.Split(',').Select(static row => "cn-sn.db61-1078-2017." + row), RowsOn("CN-SN", Particulate.Tsp, "2026-06-01", stages.Split(',')));

    /// <summary>
    /// What no row of the standard of the province names is not left to the general standard: DB61/ 1078 names six stages, DB21/ 2642 built-up towns and suburbs, DB44/ 27 is
    /// known for "other" dust only. 100 µg/m³ would be compliant by GB 16297-1996, and nothing is said of it here.
    /// </summary>
    [Theory]
    [InlineData("CN-SN", "stage", "piling", 60, "DB61/ 1078-2017")]
    [InlineData("CN-SN", "stage", "percussive-piling", 60, "DB61/ 1078-2017")]
    [InlineData("CN-SN", "stage", "installation", 60, "DB61/ 1078-2017")]
    [InlineData("CN-SN", "stage", "greening", 60, "DB61/ 1078-2017")]
    [InlineData("CN-LN", "areaType", "built-up", 5, "DB21/ 2642-2016")]
    [InlineData("CN-LN", "areaType", "urban", 5, "DB21/ 2642-2016")]
    [InlineData("CN-LN", "areaType", "residential", 5, "DB21/ 2642-2016")]
    [InlineData("CN-GD", "dustType", "cement", 60, "DB44/ 27-2001")]
    [InlineData("CN-GD", "dustType", "silica-glass-slag-wool", 60, "DB44/ 27-2001")]
    [InlineData("CN-HN", "dustType", "carbon-black-dye", 60, "GB 16297-1996")]
    public void WordThatNoRowNames_IsIndeterminate(string place, string facet, string word, int minutes, string edition)
    {
        var days = Judge(Site(place, Circumstances.None.With(facet, word)), Particulate.Tsp, Series(Day, minutes, 100), options: CheckOptions.Default);
        Assert.NotEmpty(days);
        Assert.All(days, day => Assert.Equal((Verdict.Indeterminate, null, edition), (day.Finding.Verdict, day.Finding.ProvisionalVerdict, day.Finding.Edition!.Number)));
        Assert.All(days, day => Assert.Equal([facet], day.Finding.Missing));
        Assert.All(days, day => Assert.Equal($"No row of {edition} names {facet}={word}: under which of its limits that falls, or whether under any, is not known.", day.Finding.Reason.English));
        Assert.All(days, static day => Assert.Equal((0, null), (day.RemainingExceedances, day.EarliestBreach(Day))));
    }

    /// <summary>
    /// GB 16297-1996, table 2 item 3, names carbon black and dye, then glass wool, quartz and slag wool; cement is "other" (1.0 mg/m³ from 1997, 5.0 before). Dust with free silica
    /// above 10 % is silica dust (矽尘) by GBZ 2.1: 1.0 from 1997, 2.0 before, not the looser 5.0.
    /// </summary>
    [Theory]
    [InlineData("cement", 2026, National)]
    [InlineData("limestone", 2026, National)]
    [InlineData("silica", 2026, "cn.gb-16297-1996.fugitive-pm-new-silica")]
    [InlineData("cement", 1990, "cn.gb-16297-1996.fugitive-pm-existing-other")]
    [InlineData("silica", 1990, "cn.gb-16297-1996.fugitive-pm-existing-silica")]
    public void National_ByKindOfDust(string dust, int year, string row)
    {
        var site = Site("CN-HN", Circumstances.None.With("dustType", dust).With("sourceYear", year));
        Assert.Equal([row], new SiteDustMonitoring(site).RulesFor(Particulate.Tsp, CalendarDate.Parse("2026-06-01")).Select(static rule => rule.Limit.Key));
    }

    /// <summary>
    /// Earthwork is held to 0.8 mg/m³, and piling beside it stands in no row: above 0.8 the site breaks the rule of the earthwork; below, piling leaves it open. Neither the order of the
    /// stages nor what else runs changes that.
    /// </summary>
    [Theory]
    [InlineData("earthwork,piling", 900, Verdict.NonCompliant)]
    [InlineData("piling,earthwork", 900, Verdict.NonCompliant)]
    [InlineData("earthwork,piling", 500, Verdict.Indeterminate)]
    [InlineData("piling", 900, Verdict.Indeterminate)]
    [InlineData("earthwork,structure,piling", 750, Verdict.NonCompliant)]
    [InlineData("earthwork,structure,piling", 500, Verdict.Indeterminate)]
    [InlineData("earthwork,structure", 750, Verdict.NonCompliant)]
    [InlineData("earthwork,structure", 500, Verdict.Compliant)]
    public void TwoStages_AreEachAsked(string stages, int mean, Verdict overall)
    {
        var days = Judge(Site("CN-SN", stages.Split(',')), Particulate.Tsp, Series(Day, 60, mean), Background(100), CheckOptions.Default);
        Assert.Equal(overall, Finding.OverallOf(days.Select(static day => day.Finding)));
    }

    /// <summary>
    /// DB61/ 1078 and DB51/ 2682 are for built-up and planned urban areas (their scope): elsewhere the national 1.0 mg/m³ holds, and where it is not said, it is asked.
    /// </summary>
    [Theory]
    [InlineData("CN-SN", "cn-sn.db61-1078-2017.tsp-hourly-earthwork")]
    [InlineData("CN-SC-510100", "cn-sc.db51-2682-2020.tsp-earthwork-basin")]
    public void Scope_IsAsked(string place, string row)
    {
        var date = CalendarDate.Parse("2026-06-01");
        string[] RowsOf(Circumstances circumstances) =>
            [.. new SiteDustMonitoring(new ConstructionSite(Jurisdiction.Parse(place)) { Stages = ["earthwork"], Circumstances = circumstances }).RulesFor(Particulate.Tsp, date).Select(static rule => rule.Limit.Key)];
        Assert.Equal([row], RowsOf(Circumstances.None.With("urbanPlannedArea", true)));
        Assert.Equal([National], RowsOf(Circumstances.None.With("urbanPlannedArea", false)));
        var open = new SiteDustMonitoring(new ConstructionSite(Jurisdiction.Parse(place)) { Stages = ["earthwork"] }).RulesFor(Particulate.Tsp, date).Single();
        Assert.Equal((row, "urbanPlannedArea"), (open.Limit.Key, Assert.Single(open.Missing)));
    }

    /// <summary>Sichuan has four rows, by basin (17 cities) or plateau (4 prefectures) and by earthwork or other stages.</summary>
    [Theory]
    [InlineData("CN-SC-510100", "earthwork", "tsp-earthwork-basin", 600)]
    [InlineData("CN-SC-510100", "demolition", "tsp-earthwork-basin", 600)]
    [InlineData("CN-SC-512000", "structure", "tsp-other-basin", 250)]
    [InlineData("CN-SC-513400", "earthwork", "tsp-earthwork-plateau", 900)]
    [InlineData("CN-SC-510400", "finishing", "tsp-other-plateau", 350)]
    public void Sichuan_ByRegionAndStage(string place, string stage, string row, int limit)
    {
        Assert.Equal(["cn-sc.db51-2682-2020." + row], RowsOn(place, Particulate.Tsp, "2026-06-01", stage));
        Assert.Equal(DustOutcome.Kept, Outcome(Site(place, stage), Particulate.Tsp, 15, limit - 0.001m));
        Assert.Equal(DustOutcome.Kept, Outcome(Site(place, stage), Particulate.Tsp, 15, limit));
        Assert.Equal(DustOutcome.Exceeded, Outcome(Site(place, stage), Particulate.Tsp, 15, limit + 0.001m));
    }

    /// <summary>300 µg/m³ is more than 250 and less than 600: without the stage nobody can say. It would be wrong to take "other" for granted.</summary>
    [Fact]
    public void Sichuan_StageUnknown_IsIndeterminate()
    {
        var days = Judge(Site("CN-SC-510100"), Particulate.Tsp, Series(Day, 15, 300));
        Assert.NotEmpty(days);
        Assert.All(days, static day => Assert.Equal((Verdict.Indeterminate, null), (day.Finding.Verdict, day.Finding.ProvisionalVerdict)));
        Assert.All(days, static day => Assert.Equal(["stage"], day.Finding.Missing));
    }

    /// <summary>A stage that the circumstances give is known.</summary>
    [Fact]
    public void Sichuan_StageFromTheCircumstances()
    {
        var site = Site("CN-SC-510100", Circumstances.None.With("stage", "structure"));
        Assert.Equal(["tsp-other-basin"], new SiteDustMonitoring(site).RulesFor(Particulate.Tsp, CalendarDate.Parse("2026-06-01")).Select(static rule => rule.Limit.RowKey));
    }

    /// <summary>Somewhere in Sichuan, the city not given: the national 1.0 mg/m³ must not take the place of 0.6 or 0.9.</summary>
    [Fact]
    public void Sichuan_CityUnknown_IsIndeterminate()
    {
        var days = Judge(Site("CN-SC", "earthwork"), Particulate.Tsp, Series(Day, 15, 950));
        Assert.NotEmpty(days);
        Assert.All(days, static day => Assert.Equal((Verdict.Indeterminate, "DB51/ 2682-2020"), (day.Finding.Verdict, day.Finding.Edition!.Number)));
        Assert.All(days, static day => Assert.Equal(["region"], day.Finding.Missing));
    }

    /// <summary>Guizhou limits PM10 from 2023-03-01, at a value that could not be read: that is not the same as no limit.</summary>
    [Fact]
    public void Guizhou_HasALimitThatNobodyKnows()
    {
        var day = Judge(Site("CN-GZ"), Particulate.Pm10, Series(Day, 60, 10)).Single();
        Assert.Equal((Verdict.Indeterminate, "DB52/ 1700-2022"), (day.Finding.Verdict, day.Finding.Edition!.Number));
        Assert.Equal(["limit"], day.Finding.Missing);
        Assert.Equal((0, null), (day.ValidWindows, day.EarliestBreach(Day)));
        Assert.Equal(Verdict.NotApplicable, Judge(Site("CN-GZ"), Particulate.Pm10, Series(new DateTime(2023, 2, 28), 60, 10)).Single().Finding.Verdict);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.01)]
    public void NeededShare_IsAShare(double share) => Assert.Throws<ArgumentOutOfRangeException>(() => new SiteDustMonitoring(Site("CN-SH"), neededShare: (decimal)share));
}
