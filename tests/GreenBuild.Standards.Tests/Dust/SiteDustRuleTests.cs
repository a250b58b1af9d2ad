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
        var days = Judge(Site("CN-SN", "earthwork"), Particulate.Tsp, Series(new DateTime(2017, 8, 5, 23, 0, 0), 60, 900, 900), Background(100));
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
