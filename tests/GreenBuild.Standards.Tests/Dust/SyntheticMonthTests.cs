using System.Globalization;
using System.Text;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Tests.Dust.DustCases;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>One month of one site under the rules of five provinces: five different tables from the same readings.</summary>
public sealed class SyntheticMonthTests
{
    private static readonly PlainLoop.Air Air = new(SyntheticMonth.Background, SyntheticMonth.CityAir);
    private static readonly (MonitorReading[] Tsp, MonitorReading[] Pm10) Month = SyntheticMonth.Readings();

    private static readonly DustSurroundings Surroundings = new()
    {
        BackgroundPm10 = SyntheticMonth.Background,
        City = static date => SyntheticMonth.CityAir(date.ToDateTime()) is { } city ? new CityAir(city.Aqi, city.Primary) : null,
    };

    private static readonly (string Name, ConstructionSite Site, Particulate Particulate, PlainLoop.Rule[] Rules, string Edition)[] Provinces =
    [
        ("SH", Site("CN-SH"), Particulate.Tsp, [PlainLoop.Shanghai(high: true), PlainLoop.Shanghai(high: false)], "DB31/ 964-2016"),
        ("HE", Site("CN-HE"), Particulate.Pm10, [PlainLoop.Hebei(Air)], "DB13/ 2934-2019"),
        ("SN", Site("CN-SN", "earthwork"), Particulate.Tsp, [PlainLoop.Shaanxi(Air)], "DB61/ 1078-2017"),
        ("JS", Site("CN-JS"), Particulate.Tsp, [PlainLoop.JiangsuTsp(Air)], "DB32/ 4437-2022"),
        ("LN", Site("CN-LN", Circumstances.None.With("areaType", "built-up-town")), Particulate.Tsp, [PlainLoop.Liaoning()], "DB21/ 2642-2016"),
    ];

    [Fact]
    public void EachProvince_EqualsThePlainLoop()
    {
        foreach (var province in Provinces)
        {
            var readings = Of(province.Particulate);
            List<PlainLoop.Day> plain = [.. province.Rules.SelectMany(rule => PlainLoop.Judge(rule, readings, 1)).OrderBy(static day => day.Date)];
            var days = Days(province.Name, Recalled);

            SiteDustLedgerPropertyTests.Equal(plain, days, 1);
            Assert.Equal(30 * province.Rules.Length, days.Count);
            Assert.All(days, day => Assert.Equal((province.Edition, "table 1"), (day.Finding.Edition!.Number, day.Finding.Clause)));
        }
    }

    [Fact]
    public void FiveProvinces_FiveTables()
    {
        var tables = Provinces.Select(static province => string.Join(" ", Days(province.Name, Recalled).Select(static day => day.Finding.Verdict.ToString()))).ToList();
        Assert.Equal(5, tables.Distinct().Count());
        // Each of them has something to say: days that are kept and days that are broken, and the day without a monitor.
        foreach (var verdict in new[] { Verdict.Compliant, Verdict.NonCompliant, Verdict.Invalid }) Assert.All(tables, table => Assert.Contains(verdict.ToString(), table, StringComparison.Ordinal));
    }

    /// <summary>Days that tell the rules apart. The counts come from a third loop over the same formula, in another language.</summary>
    [Theory]
    // Demolition: above everything.
    [InlineData(15, "✗ 17/40", "✗ 11", "✗ 10", "✗ 42", "✗ 123")]
    // One mean above 2.0 and six above 1.0 mg/m³ are just what Shanghai allows.
    [InlineData(30, "✓ 1/6", "✗ 5", "✗ 1", "✗ 8", "✗ 10")]
    // Two hours are what Hebei allows.
    [InlineData(7, "✓ 0/0", "✓ 2", "✓ 0", "✗ 2", "✗ 3")]
    // Pollution of the region: Hebei takes off 150 at most, Jiangsu 200, Shaanxi 1.3 times the background.
    [InlineData(18, "✓ 0/0", "✗ 24", "✓ 0", "✓ 0", "✓ 0")]
    // AQI 318: Jiangsu takes nothing off above 300.
    [InlineData(21, "✓ 0/0", "✗ 24", "✓ 0", "✗ 96", "✗ 120")]
    // The index is not known: 96 means hang on it.
    [InlineData(22, "✓ 0/0", "✗ 24", "✓ 0", "? 0+96", "✓ 0")]
    // The county is not known.
    [InlineData(23, "✓ 0/0", "? 2+22", "✓ 0", "✗ 40", "✗ 3")]
    [InlineData(24, "✗ 0/12", "✗ 10+14", "? 0+10", "✗ 40", "✗ 112")]
    [InlineData(16, "–", "–", "–", "–", "–")]
    public void TellingDays(int day, params string[] cells) => Assert.Equal(cells, Provinces.Select(province => Cell(province.Name, day)));

    /// <summary>Hebei's, Shaanxi's and Liaoning's figures have sources; Shanghai's and Jiangsu's are recalled, and every verdict by them is provisional unless one says otherwise.</summary>
    [Fact]
    public void RecalledFigures_AreProvisionalByDefault()
    {
        foreach (var province in Provinces)
        {
            var (byDefault, recalled) = (Days(province.Name, CheckOptions.Default), Days(province.Name, Recalled));
            for (var i = 0; i < byDefault.Count; i++)
            {
                var isDecision = recalled[i].Finding.Verdict is Verdict.Compliant or Verdict.NonCompliant;
                var isProvisional = isDecision && (province.Name == "SH" || province.Name == "JS");
                Assert.Equal(isProvisional ? recalled[i].Finding.Verdict : null, byDefault[i].Finding.ProvisionalVerdict);
                Assert.Equal(isProvisional ? Verdict.Indeterminate : recalled[i].Finding.Verdict, byDefault[i].Finding.Verdict);
            }
        }
    }

    /// <summary>The month one minute after the other comes to the same as at once.</summary>
    [Fact]
    public void MonthAsItArrives_IsTheMonthAtOnce()
    {
        foreach (var province in Provinces)
        {
            var ledger = new SiteDustMonitoring(province.Site, Surroundings, options: Recalled).Open(province.Particulate, "P1", "µg/m3", TimeSpan.FromMinutes(1));
            List<DustDay> days = [.. Of(province.Particulate).SelectMany(reading => ledger.Append(reading)), .. ledger.Complete()];
            Assert.Equal(Days(province.Name, Recalled).Select(static day => (day.Date, day.Finding.Reason)), days.Select(static day => (day.Date, day.Finding.Reason)));
        }
    }

    /// <summary>The table of the documentation, row by row.</summary>
    internal static IEnumerable<string> Table()
    {
        for (var day = 1; day <= 30; day++)
        {
            var row = new StringBuilder().Append(CultureInfo.InvariantCulture, $"| {day} |");
            foreach (var province in Provinces) row.Append(' ').Append(Cell(province.Name, day)).Append(" |");
            yield return row.ToString();
        }
    }

    /// <summary>Verdict of a day, and how often the limit was exceeded; after a plus what is not known.</summary>
    private static string Cell(string province, int day)
    {
        var rules = Days(province, Recalled).Where(one => one.Date.Day == day).ToList();
        if (rules.TrueForAll(static rule => rule.Finding.Verdict == Verdict.Invalid)) return "–";
        var verdicts = rules.ConvertAll(static rule => rule.Finding.Verdict);
        var sign = verdicts.Contains(Verdict.NonCompliant) ? "✗" : verdicts.Contains(Verdict.Indeterminate) ? "?" : "✓";
        var unknown = rules.Sum(static rule => rule.UnknownWindows);
        return sign + " " + string.Join("/", rules.ConvertAll(static rule => rule.Exceedances.ToString(CultureInfo.InvariantCulture)))
            + (unknown > 0 ? "+" + unknown.ToString(CultureInfo.InvariantCulture) : "");
    }

    private static readonly Dictionary<(string, Evidence), IReadOnlyList<DustDay>> Judged = [];

    private static IReadOnlyList<DustDay> Days(string province, CheckOptions options)
    {
        lock (Judged)
        {
            if (Judged.TryGetValue((province, options.EvidenceFloor), out var days)) return days;
            var one = Provinces.Single(known => known.Name == province);
            var series = new MonitorSeries("P1", "µg/m3", TimeSpan.FromMinutes(1), Of(one.Particulate));
            return Judged[(province, options.EvidenceFloor)] = DustCases.Judge(one.Site, one.Particulate, series, Surroundings, options);
        }
    }

    private static MonitorReading[] Of(Particulate particulate) => particulate == Particulate.Pm10 ? Month.Pm10 : Month.Tsp;
}
