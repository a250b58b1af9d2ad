using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Tests.Dust.DustCases;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>A day that is over and of which not all was recorded.</summary>
public sealed class DustDayOverTests
{
    private static DustDay Over(ConstructionSite site, Particulate particulate, MonitorSeries series) =>
        new SiteDustMonitoring(site, Background(0), options: Recalled).Judge(particulate, series)[0];

    /// <summary>
    /// Hebei allows two hours a day (DB13/ 2934-2019, table 1); of 24 hours those that are not recorded may each have been above 80 µg/m³. By hand, hours above + hours not
    /// recorded ≤ 2 is compliant.
    /// </summary>
    [Theory]
    [InlineData(2, 2, Verdict.Indeterminate)]
    [InlineData(24, 2, Verdict.Compliant)]
    [InlineData(23, 1, Verdict.Compliant)]
    [InlineData(23, 2, Verdict.Indeterminate)]
    [InlineData(22, 0, Verdict.Compliant)]
    [InlineData(21, 0, Verdict.Indeterminate)]
    [InlineData(3, 3, Verdict.NonCompliant)]
    public void Count_TakesWhatIsNotRecordedForTheWorst(int recorded, int above, Verdict verdict)
    {
        var day = Over(Site("CN-HE"), Particulate.Pm10, Series(Day, 60, [.. Enumerable.Range(0, recorded).Select(hour => hour < above ? 200m : 10m)]));
        Assert.Equal(verdict, day.Finding.Verdict);
        Assert.Equal(verdict == Verdict.Indeterminate ? ["windows"] : [], day.Finding.Missing);
    }

    /// <summary>GB 16297-1996 has the highest point: 12 of 24 hours are half of the day, 11 are fewer. What exceeds 1.0 mg/m³ exceeds it, however little is recorded.</summary>
    [Theory]
    [InlineData(12, 500, Verdict.Compliant)]
    [InlineData(11, 500, Verdict.Indeterminate)]
    [InlineData(1, 500, Verdict.Indeterminate)]
    [InlineData(1, 1001, Verdict.NonCompliant)]
    public void Highest_NeedsHalfOfTheDay(int recorded, int mean, Verdict verdict)
    {
        var finding = Over(Site("CN-HN"), Particulate.Tsp, Series(Day, 60, [.. Enumerable.Repeat((decimal)mean, recorded)])).Finding;
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(verdict == Verdict.Indeterminate ? ["windows"] : [], finding.Missing);
        if (verdict != Verdict.Indeterminate) return;
        Assert.Equal(mean / 1000m, finding.Measured);
        Assert.Contains("caution of this library", finding.Reason.English, StringComparison.Ordinal);
    }
}
