using System.Globalization;
using System.Text.Json;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>
/// Eleven days of a real street microphone (../shared/data/noise, Apache-2.0, not part of the repository), judged as if it stood
/// at the boundary of a site in Shanghai, against a plain loop that shares no code with the product.
/// </summary>
public class RealReadingsTests
{
    [Fact]
    public void Audit_OneVerdictForEachDayAndNight()
    {
        var data = RepositoryFiles.Shared("data/noise/laeq-1min-11-days.csv");

        using var site = new TemporarySite();
        File.Copy(data, Path.Combine(site.Project, "readings", "a.csv"), overwrite: true);

        var run = site.Audit("--format", "json");

        Assert.Equal("", run.Error);
        var point = JsonDocument.Parse(run.Output).RootElement.GetProperty("points")[0];
        Assert.Equal(16_470, point.GetProperty("readings").GetInt32());
        var expected = ByHand(data);
        var actual = point.GetProperty("periods").EnumerateArray().ToList();
        Assert.Equal(expected.Count, actual.Count);
        // Eleven days and more, each with its night.
        Assert.InRange(expected.Count, 22, 24);
        for (var i = 0; i < expected.Count; i++)
        {
            var (period, start, levels) = (expected[i].Period, expected[i].Start, expected[i].Levels);
            // GB 12523-2011, table 1, in force in March 2025: 70 by day, 55 at night.
            var limit = period == "day" ? 70 : 55;
            var leq = 10 * Math.Log10(levels.Sum(static level => Math.Pow(10, level / 10)) / levels.Count);
            // Where the highest 20 minutes without gap (the measurement of 5.4) break the limit that the mean keeps, "compliant" is provisional.
            var twenty = HighestTwenty(expected[i].Times, levels);
            var verdict = levels.Count < 20 ? "invalid" : Whole(leq) > limit ? "non-compliant" : twenty is { } highest && Whole(highest) > limit ? "indeterminate" : "compliant";

            Assert.Equal(period, actual[i].GetProperty("period").GetString());
            Assert.Equal(start.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), actual[i].GetProperty("from").GetString());
            Assert.Equal(levels.Count, actual[i].GetProperty("validMinutes").GetInt32());
            Assert.Equal(leq, actual[i].GetProperty("laeq").GetDouble(), 1e-9);
            Assert.Equal(levels.Count(level => Whole(level) > limit), actual[i].GetProperty("exceedingMinutes").GetInt32());
            var findings = actual[i].GetProperty("findings").EnumerateArray().ToList();
            // LAmax was not recorded; at night (4.2) that is said.
            Assert.Equal(period == "day" ? 1 : 2, findings.Count);
            if (period == "night") Assert.Equal("indeterminate", findings[1].GetProperty("verdict").GetString());
            var finding = findings[0];
            Assert.Equal(verdict, finding.GetProperty("verdict").GetString());
            Assert.Equal("GB 12523-2011 4.1 Table 1", finding.GetProperty("citation").GetString());
            if (verdict != "invalid") Assert.Equal(Whole(leq), finding.GetProperty("compared").GetInt32());
        }

        Assert.Equal(16_470 - File.ReadLines(data).Count(static line => line.Contains(" 05:59:30", StringComparison.Ordinal) || line.Contains(" 21:59:30", StringComparison.Ordinal)), expected.Sum(static period => period.Levels.Count));
        // 16,470 readings as a chart stay a small report.
        Assert.InRange(new FileInfo(site.DefaultReport).Length, 10_000, 200_000);
    }

    /// <summary>The same readings through <c>monitor</c>, with the verdicts of the same plain loop.</summary>
    [Fact]
    public void Monitor_JudgesTheNoiseOfElevenDays()
    {
        var data = RepositoryFiles.Shared("data/noise/laeq-1min-11-days.csv");

        var run = ToolRun.Of("monitor", data, "--minutes", "1", "--in", "CN-SH", "--when", "projectType=building; noiseSensitiveBuildings=true", "--format", "csv");

        Assert.Equal(("", ExitCode.Undecided), (run.Error, run.ExitCode));
        var all = CsvReading.Of(run.Output);
        // LAmax was not recorded; at night (4.2) that is said.
        Assert.Equal(12, all.Count(static row => row is { } && row["measured"].Length == 0 && row["verdict"] == "indeterminate" && row["period"] == "night"));
        var rows = all.Where(static row => row["measured"].Length > 0).ToList();
        var expected = ByHand(data);
        Assert.Equal(expected.Count, rows.Count);
        foreach (var ((period, start, times, levels), row) in expected.Zip(rows))
        {
            var limit = period == "day" ? 70 : 55;
            var leq = 10 * Math.Log10(levels.Sum(static level => Math.Pow(10, level / 10)) / levels.Count);
            var verdict = levels.Count < 20 ? "invalid" : Whole(leq) > limit ? "non-compliant" : HighestTwenty(times, levels) is { } highest && Whole(highest) > limit ? "indeterminate" : "compliant";
            Assert.Equal(
                (start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), period, verdict, limit.ToString(CultureInfo.InvariantCulture), "dB(A)", "GB 12523-2011 4.1 Table 1"),
                (row["date"], row["period"], row["verdict"], row["limit"], row["unit"], row["citation"]));
            Assert.Equal(leq, double.Parse(row["measured"], CultureInfo.InvariantCulture), 1e-9);
            if (verdict != "invalid") Assert.Equal(Whole(leq), int.Parse(row["compared"], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>
    /// Four years of real hours of a station in Beijing (../shared/data/dust, not part of the repository) as ambient air by GB 3095-2012, class 2: 150 µg/m³ of PM10 a day and 70 a year, 75 and 35
    /// of PM2.5 (table 1); a day of 20 hours, a year of 324 days with 27 in each month, 25 in February (table 4). Time stands in four columns, gaps are NA, and no heading has a unit.
    /// </summary>
    [Fact]
    public void Monitor_JudgesFourYearsOfAmbientAir()
    {
        var data = RepositoryFiles.Shared("data/dust/PRSA_Data_Dongsi_20130301-20170228.csv");
        string[] options = ["--ambient", "--in", "CN-BJ", "--when", "airZone=2", "--format", "csv"];

        // Nobody knows the unit: nothing is judged, and that is said.
        var unknown = ToolRun.Of(["monitor", data, .. options]);
        Assert.Equal(ExitCode.Undecided, unknown.ExitCode);
        Assert.Contains("Not judged: Dongsi a34002-Avg, 35064 readings, whose unit is not known.", unknown.Error, StringComparison.Ordinal);

        var run = ToolRun.Of(["monitor", data, "--unit", "µg/m3", "--rules-of", "2020-01-01", .. options]);
        Assert.Equal((data + ": columns that mean nothing here and were left alone: No, SO2, NO2, CO, O3, TEMP, PRES, DEWP, wd, WSPM." + Environment.NewLine, ExitCode.NonCompliant), (run.Error, run.ExitCode));
        var rows = CsvReading.Of(run.Output);
        var expected = new List<(string Code, string Date, string Period, string Verdict, string Limit, decimal? Mean)>();
        foreach (var (code, column, daily, annual) in new[] { ("a34002", 6, 150, 70), ("a34004", 5, 75, 35) })
        {
            foreach (var year in Hours(data, column).GroupBy(static day => day.Key.Year))
            {
                var means = new Dictionary<DateTime, decimal>();
                foreach (var (date, hours) in year)
                {
                    var known = hours.Where(static hour => hour is not null).Select(static hour => hour!.Value).ToList();
                    if (known.Count >= 20) means[date] = known.Sum() / known.Count;
                    expected.Add((code, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "", known.Count >= 20 ? VerdictOf(means[date], daily) : "invalid", daily.ToString(CultureInfo.InvariantCulture), known.Count >= 20 ? means[date] : null));
                }

                var isWhole = means.Count >= 324 && Enumerable.Range(1, 12).All(month => means.Keys.Count(date => date.Month == month) >= (month == 2 ? 25 : 27));
                expected.Add((code, year.Key + "-01-01", "year", isWhole ? VerdictOf(means.Values.Sum() / means.Count, annual) : "invalid", annual.ToString(CultureInfo.InvariantCulture), isWhole ? means.Values.Sum() / means.Count : null));
            }
        }

        // 1,461 days and five calendar years, twice.
        Assert.Equal(2 * (1461 + 5), expected.Count);
        Assert.Equal(
            expected.Select(static one => (one.Code, one.Date, one.Period, one.Verdict, one.Limit)), rows.Select(static row => (row["code"], row["date"], row["period"], row["verdict"], row["limit"])));
        foreach (var (one, row) in expected.Zip(rows))
            if (one.Mean is { } mean) Assert.Equal((double)mean, double.Parse(row["measured"], CultureInfo.InvariantCulture), 1e-9);
        // Each verdict comes up, so that none is right by chance.
        Assert.Equal(["compliant", "indeterminate", "invalid", "non-compliant"], expected.Select(static one => one.Verdict).Distinct().Order(StringComparer.Ordinal));

        // Each day by its own date: GB 3095-2012 is in force since 2016-01-01, and the edition before it is not in the catalogue.
        var own = CsvReading.Of(ToolRun.Of(["monitor", data, "--unit", "µg/m3", .. options]).Output);
        Assert.All(own.Where(static row => string.CompareOrdinal(row["date"], "2016") < 0), static row => Assert.Equal("not-applicable", row["verdict"]));
        Assert.Equal(expected.Where(static one => string.CompareOrdinal(one.Date, "2016") >= 0).Select(static one => one.Verdict), own.Where(static row => string.CompareOrdinal(row["date"], "2016") >= 0).Select(static row => row["verdict"]));

        // A year of which the days asked for are only a part is left out.
        var part = CsvReading.Of(ToolRun.Of(["monitor", data, "--unit", "µg/m3", "--from", "2016-02-01", "--to", "2017-02-28", .. options]).Output);
        Assert.Equal(2 * (335 + 59), part.Count);
        Assert.DoesNotContain(part, static row => row["period"] == "year");
    }

    /// <summary>As measured; where whole µg/m³ (to how many digits a mean is rounded was not seen) would be the other way, nothing is decided.</summary>
    private static string VerdictOf(decimal mean, int limit) => mean > limit != Math.Round(mean, 0, MidpointRounding.ToEven) > limit ? "indeterminate" : mean > limit ? "non-compliant" : "compliant";

    private static SortedDictionary<DateTime, List<decimal?>> Hours(string file, int column)
    {
        var days = new SortedDictionary<DateTime, List<decimal?>>();
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var field = line.Split(',');
            var date = new DateTime(int.Parse(field[1], CultureInfo.InvariantCulture), int.Parse(field[2], CultureInfo.InvariantCulture), int.Parse(field[3], CultureInfo.InvariantCulture));
            if (!days.TryGetValue(date, out var day)) days[date] = day = [];
            day.Add(field[column] == "NA" ? null : decimal.Parse(field[column], CultureInfo.InvariantCulture));
        }

        return days;
    }

    /// <summary>Days from 06:00 to 22:00 and nights from 22:00 to 06:00, in order.</summary>
    private static List<(string Period, DateTime Start, List<DateTime> Times, List<double> Levels)> ByHand(string file)
    {
        var periods = new List<(string Period, DateTime Start, List<DateTime> Times, List<double> Levels)>();
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            var time = DateTime.Parse(line[..comma], CultureInfo.InvariantCulture);
            var isDay = time.Hour is >= 6 and < 22;
            var start = isDay ? time.Date.AddHours(6) : time.Hour < 6 ? time.Date.AddHours(-2) : time.Date.AddHours(22);
            if (periods.Count == 0 || periods[^1].Start != start) periods.Add((isDay ? "day" : "night", start, [], []));
            // Stamped at half a minute: that of 05:59:30 or 21:59:30 runs over the end and counts for neither.
            if (time.AddMinutes(1) > start.AddHours(isDay ? 16 : 8)) continue;
            periods[^1].Times.Add(time);
            periods[^1].Levels.Add(double.Parse(line[(comma + 1)..], CultureInfo.InvariantCulture));
        }

        return periods;
    }

    /// <summary>The highest mean of 20 readings in a row, each a minute (half a minute more for the clock) after the one before.</summary>
    private static double? HighestTwenty(List<DateTime> times, List<double> levels)
    {
        double? highest = null;
        for (var first = 0; first + 20 <= levels.Count; first++)
        {
            if (Enumerable.Range(first + 1, 19).Any(i => (times[i] - times[i - 1]).TotalSeconds > 90)) continue;
            var mean = 10 * Math.Log10(levels.Skip(first).Take(20).Sum(static level => Math.Pow(10, level / 10)) / 20);
            if (highest is null || mean > highest) highest = mean;
        }

        return highest;
    }

    /// <summary>GB/T 8170 to whole decibels: below half down, above half up, half to the even one.</summary>
    private static int Whole(double level)
    {
        var below = (int)Math.Floor(level);
        var rest = level - below;
        if (rest < 0.5) return below;
        if (rest > 0.5) return below + 1;
        return below % 2 == 0 ? below : below + 1;
    }
}
