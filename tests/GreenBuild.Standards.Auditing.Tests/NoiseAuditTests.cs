using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Auditing.Tests;

public class NoiseAuditTests
{
    private static readonly ConstructionSite Site = new(Jurisdiction.Parse("CN-SH"))
    {
        Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true),
    };

    [Fact]
    public void Judge_BackgroundOfDayAndNightAreKeptApart()
    {
        // Day 72 over 67: difference 5, correction -2 (GB 12523-2011, table 2, and HJ 706-2014), 70: compliant.
        // Night 58 over 48: difference 10, correction -1, 57 over the limit 55; with the day's 67 it could not be decided.
        var series = Series(new DateTime(2026, 1, 5, 12, 0, 0), 60, 72).Concat(Series(new DateTime(2026, 1, 5, 23, 0, 0), 60, 58)).ToList();
        var point = new MonitoringPoint(new NoiseSeries("A", TimeSpan.FromMinutes(1), series)) { DayBackgroundLevel = 67, NightBackgroundLevel = 48 };

        var audit = NoiseAudit.Judge(Site, [point], [], []);

        var periods = Assert.Single(audit.Points).Periods;
        Assert.Equal([false, true], periods.Select(static period => period.IsNight));
        Assert.Equal(70, periods[0].Finding.Compared);
        Assert.Equal(Verdict.Compliant, periods[0].Finding.Verdict);
        Assert.Equal(57, periods[1].Finding.Compared);
        Assert.Equal(Verdict.NonCompliant, periods[1].Finding.Verdict);
        Assert.Equal(Verdict.NonCompliant, audit.Overall);
    }

    [Fact]
    public void Judge_PointsAreNeverAveraged()
    {
        // 72 and 60: the energy mean 69.3 would pass; the loud point fails the site (GB 12523-2011, 6.1).
        var start = new DateTime(2026, 1, 5, 12, 0, 0);
        MonitoringPoint Point(string name, double level) => new(new NoiseSeries(name, TimeSpan.FromMinutes(1), Series(start, 60, level)));

        var audit = NoiseAudit.Judge(Site, [Point("loud", 72), Point("quiet", 60)], [], []);

        Assert.Equal([Verdict.NonCompliant, Verdict.Compliant], audit.Points.Select(static point => point.Periods[0].Finding.Verdict));
        Assert.Equal(Verdict.NonCompliant, audit.Overall);
        Assert.Equal((1, 1), (audit.Count(Verdict.Compliant), audit.Count(Verdict.NonCompliant)));
    }

    [Fact]
    public void Overall_UndecidedFindingIsNotCompliant()
    {
        // Ten minutes are fewer than the twenty of a measurement (GB 12523-2011, 5.4): invalid, so nothing is shown.
        var site = NoiseAudit.Judge(Site, [new MonitoringPoint(new NoiseSeries("A", TimeSpan.FromMinutes(1), Series(new DateTime(2025, 6, 5, 12, 0, 0), 10, 60)))], [], []);

        Assert.Equal(Verdict.Invalid, Assert.Single(site.Findings).Verdict);
        Assert.Equal(Verdict.Indeterminate, site.Overall);
        Assert.Equal(Verdict.NotApplicable, Finding.OverallOf(Array.Empty<Finding>()));
    }

    [Fact]
    public void Judge_WorkIsJudgedBesideTheLevel()
    {
        var site = new ConstructionSite(Site.Place) { Circumstances = Site.Circumstances.With("sensitivity", "noise-sensitive-concentrated-area") };
        var work = new ConstructionWork(new DateTime(2026, 1, 5, 22, 0, 0), new DateTime(2026, 1, 6, 2, 0, 0)) { Description = "concreting" };
        var point = new MonitoringPoint(new NoiseSeries("A", TimeSpan.FromMinutes(1), Series(new DateTime(2026, 1, 5, 22, 0, 0), 60, 50)));

        var audit = NoiseAudit.Judge(site, [point], [work], []);

        // The level is met; the work without exception is forbidden all the same (Noise Law 2021, article 43).
        Assert.Equal(Verdict.Compliant, audit.Points[0].Periods[0].Finding.Verdict);
        Assert.Contains(audit.Works[0].Findings, static finding => finding.Verdict == Verdict.NonCompliant && finding.Clause == "43");
        Assert.Equal(Verdict.NonCompliant, audit.Overall);
    }

    [Fact]
    public void Judge_SaysHowManyReadingsDoNotCountAndWhy()
    {
        // 60 minutes: 3 without level (one of them in wind), 4 in wind of 5 m/s (measurements need less, GB 12523-2025, 5.4.2), 53 that count.
        var readings = Series(new DateTime(2026, 1, 5, 12, 0, 0), 60, 60);
        for (var i = 10; i < 13; i++) readings[i] = new NoiseReading(readings[i].LocalTime, double.NaN) { WindSpeed = i == 10 ? 8 : null };
        for (var i = 30; i < 34; i++) readings[i] = new NoiseReading(readings[i].LocalTime, 95) { WindSpeed = 5 };

        var point = NoiseAudit.Judge(Site, [new MonitoringPoint(new NoiseSeries("A", TimeSpan.FromMinutes(1), readings))], [], []).Points[0];

        Assert.Equal((3, 4, 7), (point.WithoutLevelCount, point.WeatherCount, point.LeftOutCount));
        var period = Assert.Single(point.Periods);
        Assert.Equal((TimeSpan.FromMinutes(53), TimeSpan.FromMinutes(7)), (period.ValidTime, period.InvalidTime));
        Assert.Equal(Verdict.Compliant, period.Finding.Verdict);
    }

    private static List<NoiseReading> Series(DateTime start, int minutes, double level) =>
        Enumerable.Range(0, minutes).Select(minute => new NoiseReading(start.AddMinutes(minute), level)).ToList();
}
