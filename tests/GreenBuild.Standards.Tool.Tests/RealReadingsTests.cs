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

        Assert.Equal(16_470, expected.Sum(static period => period.Levels.Count));
        // 16,470 readings as a chart stay a small report.
        Assert.InRange(new FileInfo(site.DefaultReport).Length, 10_000, 200_000);
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
