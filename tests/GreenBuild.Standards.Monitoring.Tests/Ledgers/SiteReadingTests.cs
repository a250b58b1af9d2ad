using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Monitoring.Ledgers;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Monitoring.Tests.Ledgers.LedgerCases;

namespace GreenBuild.Standards.Monitoring.Tests.Ledgers;

public sealed class SiteReadingTests
{
    private static readonly Hj212Reading Mean = new()
    {
        Station = "MN1", Time = Day, Duration = TimeSpan.FromMinutes(1), Code = "a34002", Statistic = Hj212Statistic.Average, Suffix = "Avg", Text = "80.5", Value = 80.5m, Mark = "N",
        Unit = "µg/m3", Measurand = Measurands.Dust.SiteBoundaryPm10, IsUsable = true,
    };

    private static readonly Hj212Reading Level = Mean with { Code = "LA", Statistic = Hj212Statistic.Period, Unit = "dB(A)", Measurand = Measurands.Noise.SiteBoundary, Value = 61.2m };

    [Fact]
    public void From_TakesWhatIsJudged()
    {
        var pm10 = new SeriesKey("MN1", Measurands.Dust.SiteBoundaryPm10, "µg/m3", TimeSpan.FromMinutes(1));
        Assert.Equal(new SiteReading(pm10, Day, 80.5m), SiteReading.From(Mean));
        Assert.Equal(new SiteReading(pm10, Day, 80.5m, ReadingStatus.Fault), SiteReading.From(Mean with { IsUsable = false }));
        Assert.Equal(new SiteReading(pm10 with { Measurand = Measurands.Noise.SiteBoundary, Unit = "dB(A)" }, Day, 61.2m), SiteReading.From(Level));
        // A minute without a level, or a concentration without a number, is one that does not count.
        Assert.Equal(ReadingStatus.Fault, SiteReading.From(Level with { Value = null, IsUsable = false })!.Value.Status);
        Assert.Equal(ReadingStatus.Fault, SiteReading.From(Mean with { Value = null, IsUsable = false })!.Value.Status);
    }

    [Fact]
    public void From_LeavesOutTheRest()
    {
        Hj212Reading[] others =
        [
            default, Mean with { Time = null }, Mean with { Duration = null }, Mean with { Unit = null }, Mean with { Measurand = null }, Mean with { Statistic = Hj212Statistic.Maximum },
            Mean with { Statistic = Hj212Statistic.Period }, Mean with { Statistic = Hj212Statistic.RealTime }, Level with { Statistic = Hj212Statistic.Minimum }, Level with { Statistic = Hj212Statistic.DayPart },
        ];
        Assert.All(others, static reading => Assert.Null(SiteReading.From(reading)));
    }

    /// <summary>A level of the moment stands only where there is none of the period: 62.0 beside 60.0 is no contradiction.</summary>
    [Fact]
    public void FromAll_LevelsOfTheMomentGiveWay()
    {
        var moment = Level with { Statistic = Hj212Statistic.RealTime, Suffix = "Rtd", Value = 62.0m };
        var mean = Level with { Statistic = Hj212Statistic.Average, Suffix = "Avg", Value = 60.0m };
        var later = moment with { Time = Day.AddMinutes(1) };
        Assert.Equal([60.0m, 62.0m], SiteReading.From([moment, mean, later]).Select(static reading => reading.Value));
        Assert.Equal([62.0m, 60.0m], SiteReading.From([moment with { Station = "MN2" }, mean]).Select(static reading => reading.Value));

        var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.Zero, Options);
        for (var minute = 0; minute < 60; minute++) ledger.Append(SiteReading.From([moment with { Time = Day.AddMinutes(minute) }, mean with { Time = Day.AddMinutes(minute) }]));
        Assert.Equal((60L, 0L), (ledger.Counts.Received, ledger.Counts.Contradicted));
    }

    /// <summary>What a packet has beside a level goes with it: the maximum, the wind, and of tables the rain. What does not count says nothing, and a maximum below the mean is none.</summary>
    [Fact]
    public void FromAll_JoinsWhatBelongsToLevels()
    {
        var wind = Mean with { Code = "a01007", Unit = "m/s", Measurand = null, Value = 5.2m };
        var maximum = Level with { Code = "LMx", Measurand = Measurands.Noise.SiteBoundaryMaximum, Value = 75m };
        var rain = Level with { Code = "rain", Unit = null, Measurand = null, Value = 0.2m };
        var later = Level with { Time = Day.AddMinutes(1) };

        Assert.Equal(
            [SiteReading.From(Mean)!.Value, SiteReading.From(Level)!.Value with { Maximum = 75m, WindSpeed = 5.2m, Precipitation = true }, SiteReading.From(later)!.Value],
            SiteReading.From([Mean, wind, Level, maximum, rain, later]));
        Assert.Equal([SiteReading.From(Level)!.Value], SiteReading.From([Level, wind with { IsUsable = false }, maximum with { Value = 61.1m }, rain with { Value = -1 }, wind with { Station = "MN2" }]));
    }
}
