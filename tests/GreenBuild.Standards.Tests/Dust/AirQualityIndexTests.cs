using System.Globalization;
using GreenBuild.Standards.Dust;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>HJ 633-2012 and HJ 633-2026, by hand: (IAQIhi − IAQIlo) / (BPhi − BPlo) · (C − BPlo) + IAQIlo, rounded up.</summary>
public sealed class AirQualityIndexTests
{
    [Theory]
    [InlineData(Particulate.Pm10, "150", "2026-02-28", 100)]
    // 50/100 · 1 + 100 = 100.5.
    [InlineData(Particulate.Pm10, "151", "2026-02-28", 101)]
    [InlineData(Particulate.Pm10, "120", "2026-03-01", 100)]
    // 50/130 · 30 + 100 = 111.54.
    [InlineData(Particulate.Pm10, "150", "2026-03-01", 112)]
    // Half to even: 100.5 is 100; 50/100 · 50 + 50 = 75.
    [InlineData(Particulate.Pm10, "100.5", "2026-02-28", 75)]
    // 50/40 · 25 + 100 = 131.25 by 2012; 50/55 · 40 + 100 = 136.36 by 2026.
    [InlineData(Particulate.Pm25, "100", "2026-02-28", 132)]
    [InlineData(Particulate.Pm25, "100", "2026-03-01", 137)]
    [InlineData(Particulate.Pm25, "0", "2026-03-01", 0)]
    [InlineData(Particulate.Pm10, "600", "2026-03-01", 500)]
    [InlineData(Particulate.Pm10, "900", "2026-03-01", 500)]
    public void Index(Particulate particulate, string mean, string date, int index)
    {
        Assert.True(AirQualityIndex.TryCompute(StandardsCatalogue.Default, particulate, decimal.Parse(mean, CultureInfo.InvariantCulture), Jurisdiction.China, CalendarDate.Parse(date), out var found));
        Assert.Equal((index, mean == "900"), (found!.Value, found.IsBeyondTable));
    }

    [Theory]
    [InlineData("35", "I, excellent")]
    [InlineData("36", "II, good")]
    [InlineData("151", "V, heavily polluted")]
    public void Level(string mean, string level)
    {
        Assert.True(AirQualityIndex.TryCompute(StandardsCatalogue.Default, Particulate.Pm25, decimal.Parse(mean, CultureInfo.InvariantCulture), Jurisdiction.China, new CalendarDate(2026, 6, 1), out var found));
        Assert.Equal(level, found!.Level.English);
    }

    [Fact]
    public void NoIndex()
    {
        Assert.False(AirQualityIndex.TryCompute(StandardsCatalogue.Default, Particulate.Tsp, 100, Jurisdiction.China, new CalendarDate(2026, 6, 1), out _));
        Assert.False(AirQualityIndex.TryCompute(StandardsCatalogue.Default, Particulate.Pm10, -1, Jurisdiction.China, new CalendarDate(2026, 6, 1), out _));
        Assert.False(AirQualityIndex.TryCompute(StandardsCatalogue.Default, Particulate.Pm10, 100, Jurisdiction.Parse("SG"), new CalendarDate(2026, 6, 1), out _));
    }

    /// <summary>More dust is never a lower index, in both editions.</summary>
    [Fact]
    public void Index_NeverFalls()
    {
        foreach (var date in new[] { new CalendarDate(2020, 1, 1), new CalendarDate(2027, 1, 1) })
        {
            var before = 0;
            for (var mean = 0m; mean <= 620; mean += 0.5m)
            {
                Assert.True(AirQualityIndex.TryCompute(StandardsCatalogue.Default, Particulate.Pm10, mean, Jurisdiction.China, date, out var found));
                Assert.InRange(found!.Value, before, 500);
                before = found.Value;
            }
        }
    }

    /// <summary>The dossier has the rule on rounding the mean from HJ 633-2026 only; an index by the edition of 2012 says so.</summary>
    [Theory]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-03-01", false)]
    public void Rounding_NotSeenIsSaid(string date, bool isSaid)
    {
        Assert.True(AirQualityIndex.TryCompute(StandardsCatalogue.Default, Particulate.Pm10, 99.5m, Jurisdiction.China, CalendarDate.Parse(date), out var found));
        Assert.Equal(isSaid, found!.Explanation.Any(static step => step.English.StartsWith("How a mean is rounded before was not seen in HJ 633-2012", StringComparison.Ordinal)));
    }
}
