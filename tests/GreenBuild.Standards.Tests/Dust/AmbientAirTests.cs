using System.Globalization;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Tests.Dust;

public sealed class AmbientAirTests
{
    private static readonly Jurisdiction Beijing = Jurisdiction.Parse("CN-BJ");
    private static readonly Circumstances ClassTwo = Circumstances.None.With("airZone", "2");

    /// <summary>A year of constant air: GB 3095-2026 asks for 120 a day and 60 a year until 2030-12-31 and for 100 and 50 after, GB 3095-2012 for 150 and 70 before 2026-03-01.</summary>
    [Theory]
    [InlineData(2025, "150", Verdict.Compliant, Verdict.NonCompliant, "GB 3095-2012")]
    [InlineData(2025, "70", Verdict.Compliant, Verdict.Compliant, "GB 3095-2012")]
    [InlineData(2030, "120", Verdict.Compliant, Verdict.NonCompliant, "GB 3095-2026")]
    [InlineData(2030, "121", Verdict.NonCompliant, Verdict.NonCompliant, "GB 3095-2026")]
    [InlineData(2031, "100", Verdict.Compliant, Verdict.NonCompliant, "GB 3095-2026")]
    [InlineData(2031, "101", Verdict.NonCompliant, Verdict.NonCompliant, "GB 3095-2026")]
    [InlineData(2031, "50", Verdict.Compliant, Verdict.Compliant, "GB 3095-2026")]
    public void Limits_GoByDate(int year, string level, Verdict daily, Verdict annual, string edition)
    {
        var found = Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo).Judge(Year(year, decimal.Parse(level, CultureInfo.InvariantCulture)), Particulate.Pm10));

        Assert.All(found.Days, day => Assert.Equal((daily, edition), (day.Finding.Verdict, day.Finding.Edition!.Number)));
        Assert.Equal((annual, edition), (found.Finding.Verdict, found.Finding.Edition!.Number));
    }

    /// <summary>The day on which the edition changes: 2026-02-28 by 150, 2026-03-01 by 120.</summary>
    [Fact]
    public void Day_GoesByItsOwnEdition()
    {
        var readings = Enumerable.Range(0, 48).Select(static hour => new MonitorReading(new DateTime(2026, 2, 28).AddHours(hour), 130)).ToList();
        var days = Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo).Judge(new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), readings), Particulate.Pm10)).Days;
        Assert.Equal([Verdict.Compliant, Verdict.NonCompliant], days.Select(static day => day.Finding.Verdict));
    }

    /// <summary>An hour or a day that someone states is not that of the readings: 110 keeps 150 and 120 and breaks the 100 from 2031 on, whatever is stated.</summary>
    [Fact]
    public void StatedMoment_IsNotThatOfTheReadings()
    {
        foreach (var stated in new[] { ClassTwo, ClassTwo.At(new DateTime(2026, 2, 27, 12, 0, 0)), ClassTwo.With("dates", "2026-02-27") })
        {
            var years = new AmbientAirMonitoring(Beijing, stated).Judge(
                new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), [.. Enumerable.Range(0, 24 * 1771).Select(static hour => new MonitorReading(new DateTime(2026, 2, 27).AddHours(hour), 110))]), Particulate.Pm10);

            Assert.Equal(
                [(2026, "150 120", "Compliant"), (2027, "120", "Compliant"), (2028, "120", "Compliant"), (2029, "120", "Compliant"), (2030, "120", "Compliant"), (2031, "100", "NonCompliant")],
                years.Select(static year => (year.Year, string.Join(" ", year.Days.Select(static day => day.Finding.Limit).Distinct()), string.Join(" ", year.Days.Select(static day => day.Finding.Verdict).Distinct()))));
            Assert.Equal(new CalendarDate(2026, 3, 1), years[0].Days.First(static day => day.Finding.Limit == 120).Date);
            // 2026 begins too late for 324 days; of the rest the mean breaks 60.
            Assert.Equal([Verdict.Invalid, Verdict.NonCompliant, Verdict.NonCompliant, Verdict.NonCompliant, Verdict.NonCompliant, Verdict.Invalid], years.Select(static year => year.Finding.Verdict));
        }
    }

    /// <summary>By hand, 120 a day: 23 hours of 118 keep it; with a last hour of 90 as well (116.8), with one of 500 not (133.9). The next day has nothing of this, and 2027 has too few days either way.</summary>
    [Fact]
    public void ContradictedHour_IsNoCleanPass()
    {
        static MonitorSeries Of(decimal? last) => new(
            "A", "µg/m3", TimeSpan.FromHours(1), [.. Enumerable.Range(0, 48).Select(hour => new MonitorReading(new DateTime(2027, 5, 1).AddHours(hour), hour == 23 ? last ?? 0 : 118, hour == 23 && last is null ? ReadingStatus.Fault : ReadingStatus.Valid))]);
        AmbientYear Year(params MonitorSeries[] alternatives) =>
            Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo).Judge(new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), Of(null).Readings) { Alternatives = alternatives }, Particulate.Pm10));

        var found = Year(Of(500), Of(90));
        Assert.Equal([Verdict.Indeterminate, Verdict.Compliant], found.Days.Select(static day => day.Finding.Verdict));
        Assert.Equal(["contradictedReadings"], found.Days[0].Finding.Missing);
        Assert.Equal("Readings of one time contradict each other, and the verdict hangs on which of them is right: compliant without them, non-compliant with the one or the other value.", found.Days[0].Finding.Reason.English);
        Assert.Equal((Verdict.Invalid, 0), (found.Finding.Verdict, found.Finding.Missing.Count));
        // 400 breaks it as well, (23 · 118 + 400) / 24 = 129.75: which of the two is right is not what the verdict hangs on.
        Assert.Equal("Readings of one time contradict each other, and the verdict hangs on whether any of them counts: compliant without them, non-compliant whichever of them is right.", Year(Of(500), Of(400)).Days[0].Finding.Reason.English);
        // Whichever of 119 and 90 is right, the day keeps its limit.
        Assert.Equal([Verdict.Compliant, Verdict.Compliant], Year(Of(119), Of(90)).Days.Select(static day => day.Finding.Verdict));
        Assert.Throws<ArgumentException>(() => Year(new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), [])));
    }

    /// <summary>GB 3095, table 4: at least 20 hours; for TSP all 24 of them.</summary>
    [Theory]
    [InlineData(Particulate.Pm10, 20, Verdict.Compliant)]
    [InlineData(Particulate.Pm10, 19, Verdict.Invalid)]
    [InlineData(Particulate.Tsp, 24, Verdict.Compliant)]
    [InlineData(Particulate.Tsp, 23, Verdict.Invalid)]
    public void Day_NeedsItsHours(Particulate particulate, int hours, Verdict verdict)
    {
        var readings = Enumerable.Range(0, 24).Select(hour => new MonitorReading(new DateTime(2026, 5, 1).AddHours(hour), 50, hour < hours ? ReadingStatus.Valid : ReadingStatus.Fault)).ToList();
        var day = Assert.Single(Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo).Judge(new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), readings), particulate)).Days);
        Assert.Equal((verdict, hours, verdict == Verdict.Compliant ? 50m : null), (day.Finding.Verdict, day.ValidHours, day.Mean));
    }

    /// <summary>Table 4: 27 valid days a month, 25 in February. Losing five days of July leaves 26 and the year without a verdict; four of February leave 24.</summary>
    [Theory]
    [InlineData(7, 4, Verdict.Compliant)]
    [InlineData(7, 5, Verdict.Invalid)]
    [InlineData(2, 3, Verdict.Compliant)]
    [InlineData(2, 4, Verdict.Invalid)]
    public void Year_NeedsItsMonths(int month, int lost, Verdict verdict)
    {
        var whole = Year(2027, 40);
        var readings = whole.Readings.Where(reading => reading.LocalTime.Month != month || reading.LocalTime.Day > lost).ToList();
        var year = Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo).Judge(new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), readings), Particulate.Pm10));
        Assert.Equal((verdict, 365 - lost), (year.Finding.Verdict, year.ValidDays));
    }

    /// <summary>120.4 is above 120 as it is, and 120 in whole µg/m³: to how many digits a mean is rounded was not seen, so the verdict is provisional.</summary>
    [Fact]
    public void RoundingThatDecides_IsProvisional()
    {
        var readings = Enumerable.Range(0, 24).Select(static hour => new MonitorReading(new DateTime(2026, 5, 1).AddHours(hour), 120.4m)).ToList();
        var year = Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo).Judge(new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), readings), Particulate.Pm10));
        Assert.Equal((Verdict.Indeterminate, (Verdict?)Verdict.NonCompliant, 1), (year.Days[0].Finding.Verdict, year.Days[0].Finding.ProvisionalVerdict, year.DaysOver));
    }

    /// <summary>Two error codes among 24 hours of 125: 22 hours count and their mean is 125, not the 31.33 that 22 · 125 − 2 · 999 would give.</summary>
    [Fact]
    public void ErrorCodes_DoNotCount()
    {
        var readings = Enumerable.Range(0, 24).Select(static hour => new MonitorReading(new DateTime(2026, 6, 1).AddHours(hour), hour is 3 or 4 ? -999 : 125)).ToList();
        var day = Assert.Single(Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo).Judge(new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), readings), Particulate.Pm10)).Days);
        Assert.Equal((22, 125m, Verdict.NonCompliant), (day.ValidHours, day.Mean, day.Finding.Verdict));
    }

    /// <summary>One hour of 24 is no day, whichever edition asks for 20 of them; of TSP the edition of 2012 is not known to the catalogue, and that makes no day either.</summary>
    [Theory]
    [InlineData(Particulate.Pm10, 2025)]
    [InlineData(Particulate.Pm10, 2027)]
    [InlineData(Particulate.Tsp, 2025)]
    [InlineData(Particulate.Tsp, 2027)]
    public void OneHour_IsNoDay(Particulate particulate, int year)
    {
        var day = Assert.Single(Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo).Judge(new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), [new MonitorReading(new DateTime(year, 5, 1), 50)]), particulate)).Days);
        Assert.Equal((Verdict.Invalid, null), (day.Finding.Verdict, day.Mean));
    }

    /// <summary>Where no hour of a day counts, and no day of its year, nothing was measured: the findings say so and have the limit, not a 0.</summary>
    [Fact]
    public void NothingThatCounts_IsNotZero()
    {
        var readings = Enumerable.Range(0, 24).Select(static hour => new MonitorReading(new DateTime(2026, 6, 1).AddHours(hour), 125, ReadingStatus.Calibration)).ToList();

        var year = Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo).Judge(new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), readings), Particulate.Pm10));

        // Class 2 of the first stage of GB 3095-2026: 120 a day, 60 a year (table 1).
        foreach (var (finding, limit) in new[] { (Assert.Single(year.Days).Finding, 120m), (year.Finding, 60m) })
        {
            Assert.Equal((Verdict.Invalid, null, null, null, limit, "µg/m3"), (finding.Verdict, finding.Measured, finding.Compared, finding.Margin, finding.Limit, finding.Unit));
            Assert.DoesNotContain(finding.Explanation, static step => step.English.StartsWith("Measured", StringComparison.Ordinal));
        }
    }

    /// <summary>
    /// That 20 hours make a day and 27 days a month has one source for GB 3095-2012 and is confirmed for GB 3095-2026 (dossier, table 4): a day or year that counts by it names the
    /// rule and is no better known; with a floor of "confirmed" the verdict is provisional.
    /// </summary>
    [Theory]
    [InlineData(2025, Evidence.SingleSource)]
    [InlineData(2027, Evidence.Confirmed)]
    public void ValidDays_HangOnTheirRule(int year, Evidence evidence)
    {
        var found = Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo).Judge(Year(year, 40), Particulate.Pm10));
        var day = found.Days[0].Finding;
        Assert.Equal((Verdict.Compliant, evidence, Verdict.Compliant, evidence), (day.Verdict, day.Evidence, found.Finding.Verdict, found.Finding.Evidence));
        Assert.Equal([Measurands.Dust.ValidHoursPerDay], day.Rules.Select(static rule => rule.Measurand.Key));
        Assert.Equal(
            [Measurands.Dust.ValidDaysPerMonth, Measurands.Dust.ValidDaysPerMonth, Measurands.Dust.ValidDaysPerYear, Measurands.Dust.ValidHoursPerDay],
            found.Finding.Rules.Select(static rule => rule.Measurand.Key).Order(StringComparer.Ordinal));
        Assert.Contains(day.Explanation, static step => step.English.StartsWith("24 hours of the day count; ≥ 20 h are needed", StringComparison.Ordinal));

        var strict = Assert.Single(new AmbientAirMonitoring(Beijing, ClassTwo, options: new CheckOptions { EvidenceFloor = Evidence.Confirmed }).Judge(Year(year, 40), Particulate.Pm10));
        var expected = evidence == Evidence.Confirmed ? (Verdict.Compliant, (Verdict?)null) : (Verdict.Indeterminate, Verdict.Compliant);
        Assert.Equal((expected, expected), ((strict.Days[0].Finding.Verdict, strict.Days[0].Finding.ProvisionalVerdict), (strict.Finding.Verdict, strict.Finding.ProvisionalVerdict)));
    }

    [Fact]
    public void Zone_IsAskedFor()
    {
        var readings = Enumerable.Range(0, 24).Select(static hour => new MonitorReading(new DateTime(2026, 5, 1).AddHours(hour), 30)).ToList();
        var day = Assert.Single(new AmbientAirMonitoring(Beijing, Circumstances.None).Judge(new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), readings), Particulate.Pm10)).Days[0];
        Assert.Equal(Verdict.Indeterminate, day.Finding.Verdict);
        Assert.Equal(["airZone"], day.Finding.Missing);
    }

    /// <summary>
    /// Four years of real hours of a station in Beijing (../shared/data/dust, not part of the repository) by the limits of GB 3095-2012 and of both stages of GB
    /// 3095-2026, against a loop that shares no code with the product; the numbers themselves were also counted by a program in another language.
    /// </summary>
    [Theory]
    [InlineData("2020-01-01", 150, new[] { 58, 91, 84, 74, 17 })]
    [InlineData("2026-06-01", 120, new[] { 104, 143, 130, 103, 24 })]
    [InlineData("2031-06-01", 100, new[] { 138, 178, 161, 135, 28 })]
    public void RealHours(string rulesOf, int limit, int[] daysOver)
    {
        var file = RepositoryFiles.Shared("data/dust/PRSA_Data_Dongsi_20130301-20170228.csv");

        var (readings, plain) = Read(file);
        var years = new AmbientAirMonitoring(Beijing, ClassTwo).Judge(new MonitorSeries("Dongsi", "µg/m3", TimeSpan.FromHours(1), readings), Particulate.Pm10, CalendarDate.Parse(rulesOf));

        Assert.Equal(35_064, plain.Values.Sum(static hours => hours.Count));
        Assert.Equal(daysOver, years.Select(static year => year.DaysOver));
        Assert.Equal([302, 360, 361, 348, 58], years.Select(static year => year.ValidDays));
        // 2013 and 2017 hold too few days; in July 2016 only 26 are valid.
        Assert.Equal([Verdict.Invalid, Verdict.NonCompliant, Verdict.NonCompliant, Verdict.Invalid, Verdict.Invalid], years.Select(static year => year.Finding.Verdict));
        foreach (var year in years)
        {
            var means = plain.Where(day => day.Key.Year == year.Year).Select(static day => day.Value.Where(static hour => hour is not null).ToList()).Where(static hours => hours.Count >= 20)
                .Select(static hours => hours.Sum(static hour => hour!.Value) / hours.Count).ToList();
            Assert.Equal((means.Count, means.Count(mean => mean > limit), means.Sum() / means.Count), (year.ValidDays, year.DaysOver, year.Mean!.Value));
        }
    }

    private static (List<MonitorReading> Readings, SortedDictionary<DateTime, List<decimal?>> Plain) Read(string file)
    {
        var readings = new List<MonitorReading>();
        var plain = new SortedDictionary<DateTime, List<decimal?>>();
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var field = line.Split(',');
            var at = new DateTime(int.Parse(field[1], CultureInfo.InvariantCulture), int.Parse(field[2], CultureInfo.InvariantCulture), int.Parse(field[3], CultureInfo.InvariantCulture), int.Parse(field[4], CultureInfo.InvariantCulture), 0, 0);
            decimal? value = field[6] == "NA" ? null : decimal.Parse(field[6], CultureInfo.InvariantCulture);
            if (!plain.TryGetValue(at.Date, out var day)) plain[at.Date] = day = [];
            day.Add(value);
            readings.Add(new MonitorReading(at, value ?? 0, value is null ? ReadingStatus.Fault : ReadingStatus.Valid));
        }

        return (readings, plain);
    }

    private static MonitorSeries Year(int year, decimal level)
    {
        var start = new DateTime(year, 1, 1);
        var hours = (int)(start.AddYears(1) - start).TotalHours;
        return new MonitorSeries("A", "µg/m3", TimeSpan.FromHours(1), Enumerable.Range(0, hours).Select(hour => new MonitorReading(start.AddHours(hour), level)).ToList());
    }
}
