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
}
