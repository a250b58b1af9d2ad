using CsCheck;
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

    /// <summary>
    /// An hour of four means of 10 and one of which two are told. By hand, DB13/ 2934-2019 (80 µg/m³, two hours a day): with 400 the hour is (3·10 + 400)/4 = 107.5 and above. One such hour beside
    /// two of 200 breaks the rule if the higher is right; beside one it does not, and with 200 ((30 + 200)/4 = 57.5) it never does.
    /// </summary>
    [Theory]
    [InlineData(2, 400, Verdict.Indeterminate)]
    [InlineData(1, 400, Verdict.Compliant)]
    [InlineData(2, 200, Verdict.Compliant)]
    [InlineData(3, 400, Verdict.NonCompliant)]
    public void ContradictedMean_IsNoCleanPass(int above, int high, Verdict verdict)
    {
        MonitorSeries Of(decimal? contradicted) => new("P1", "µg/m3", TimeSpan.FromMinutes(15), [.. Enumerable.Range(0, 96).Select(i =>
            i == 90 ? new MonitorReading(Day.AddMinutes(15 * i), contradicted ?? 0, contradicted is null ? ReadingStatus.Fault : ReadingStatus.Valid) : new MonitorReading(Day.AddMinutes(15 * i), i < 4 * above ? 200 : 10))]);

        var day = Over(Site("CN-HE"), Particulate.Pm10, new MonitorSeries("P1", "µg/m3", TimeSpan.FromMinutes(15), Of(null).Readings) { Alternatives = [Of(high), Of(10)] });

        Assert.Equal(verdict, day.Finding.Verdict);
        Assert.Equal(verdict == Verdict.Indeterminate ? ["contradictedReadings"] : [], day.Finding.Missing);
        Assert.Equal((above == 3, verdict is Verdict.Indeterminate or Verdict.NonCompliant, Math.Max(0, 2 - above - (high == 400 ? 1 : 0))), (day.IsBroken, day.MayBeBroken, day.RemainingExceedances));
    }

    /// <summary>What a platform shows of a day that is over is what its finding says: broken, perhaps broken, or nothing left open; and the first end of an hour that may have broken it.</summary>
    [Fact]
    public void State_AgreesWithTheFinding() => Gen.Int[0, 2].Array[24].Sample(hours =>
    {
        // 0: not recorded, 1: below 80 µg/m³, 2: above. A day with no reading at all is not judged.
        if (hours.All(static hour => hour == 0)) return;
        var readings = new List<MonitorReading>();
        for (var hour = 0; hour < 24; hour++)
            if (hours[hour] > 0) readings.Add(new MonitorReading(Day.AddHours(hour), hours[hour] == 2 ? 200m : 10m));
        var day = Over(Site("CN-HE"), Particulate.Pm10, new MonitorSeries("P1", "µg/m3", TimeSpan.FromMinutes(60), readings));

        var (above, unrecorded) = (hours.Count(static hour => hour == 2), hours.Count(static hour => hour == 0));
        Assert.Equal((above, unrecorded, above > 2, above + unrecorded > 2), (day.Exceedances, day.UnrecordedWindows, day.IsBroken, day.MayBeBroken));
        Assert.Equal((Math.Max(0, 2 - above - unrecorded), Math.Max(0, 2 - above)), (day.RemainingExceedances, day.MostRemainingExceedances));
        Assert.Equal(day.IsBroken ? Verdict.NonCompliant : day.MayBeBroken ? Verdict.Indeterminate : Verdict.Compliant, day.Finding.Verdict);
        if (day.IsBroken || !day.MayBeBroken) return;
        var third = Enumerable.Range(0, 24).Where(hour => hours[hour] != 1).ElementAt(2);
        Assert.Equal(Day.AddHours(third + 1), day.EarliestBreach(Day.AddHours(23)));
    }, iter: 500);
}
