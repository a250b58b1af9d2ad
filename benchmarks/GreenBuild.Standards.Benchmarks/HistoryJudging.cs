using System.Globalization;
using DuckDB.NET.Data;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Batch;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>A month of minutes of 200 sites, judged: hourly means of PM10 and LAeq by day and night, here and in DuckDB with two threads, in turn in one process, with equal answers.</summary>
/// <remarks>
/// Both sides have their data in memory, DuckDB in a table of its own. The queries were chosen as the fastest of several; they give totals only, where the library gives the mean and the
/// verdict of each window, and beside LAeq the highest 20 minutes. The times of the library are from the raw columns on, the checks and the sorting of the rows included.
/// </remarks>
internal static class HistoryJudging
{
    internal const int Minutes = 43_200;
    private const int WarmUps = 4;
    private const int Rounds = 11;
    private const string Hourly = "SELECT count(*), count(*) FILTER (m > 190), sum(m) FROM (SELECT site, epoch_us(t) // 3600000000 AS h, avg(v) AS m FROM {0} GROUP BY ALL HAVING count(v) >= 45)";

    private const string DayAndNight = """
        SELECT count(*), count(*) FILTER (l > if(night, 55.5, 70.5)), sum(l)
        FROM (SELECT site, k // 3 AS d, k % 3 = 2 AS night, 10 * log10(sum(e) / sum(n)) AS l
              FROM (SELECT site, (epoch_us(t) - 21600000000) // 28800000000 AS k, sum(pow(10, l * 0.1)) AS e, count(l) AS n FROM {0} GROUP BY ALL)
              GROUP BY ALL HAVING sum(n) >= 20)
        """;

    public static List<Row> Measure(Effort effort, int sites)
    {
        var data = MonthOfSites.Make(sites, Minutes);
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        Load(duck, data);

        var dust = new HistoryJudge(data.Points(Jurisdiction.Parse("GB")));
        var noise = new HistoryJudge(data.Points(Jurisdiction.Parse("CN-SH")));
        var counts = Enumerable.Repeat(Minutes, sites).ToArray();
        var minute = TimeSpan.FromMinutes(1);
        List<Row> rows =
        [
            Compare("hourly means of PM10, rows contiguous by site", () => DustAnswer(dust.JudgeDust(Particulate.Pm10, "µg/m3", ReadingColumns.Contiguous(data.Times, data.Values, counts, minute))), Hourly, "contiguous", 5),
            Compare("hourly means of PM10, rows interleaved", () => DustAnswer(dust.JudgeDust(Particulate.Pm10, "µg/m3", ReadingColumns.Interleaved(data.RowTimes, data.RowSites, data.RowValues, sites, minute))), Hourly, "interleaved", 3),
            Compare("LAeq by day and night, rows contiguous by site", () => NoiseAnswer(noise.JudgeNoise(ReadingColumns.Contiguous(data.Times, data.Levels, counts, minute))), DayAndNight, "contiguous", 8),
            Compare("LAeq by day and night, rows interleaved", () => NoiseAnswer(noise.JudgeNoise(ReadingColumns.Interleaved(data.RowTimes, data.RowSites, data.RowLevels, sites, minute))), DayAndNight, "interleaved", null),
        ];
        if (!effort.IsLong) return rows;

        Console.WriteLine("with a judge that knows nothing yet:");
        Once("hourly PM10, contiguous", () => new HistoryJudge(data.Points(Jurisdiction.Parse("GB"))).JudgeDust(Particulate.Pm10, "µg/m3", ReadingColumns.Contiguous(data.Times, data.Values, counts, minute)).Count, sites);
        Once("LAeq day and night, contiguous", () => new HistoryJudge(data.Points(Jurisdiction.Parse("CN-SH"))).JudgeNoise(ReadingColumns.Contiguous(data.Times, data.Levels, counts, minute)).Count, sites);
        var surroundings = new DustSurroundings { BackgroundPm10 = static start => 60 + (start.Hour * 2) };
        var hebei = Enumerable.Range(0, sites).Select(site => new MonitoredPoint("P" + site.ToString(CultureInfo.InvariantCulture), new ConstructionSite(Jurisdiction.Parse("CN-HE"))) { Surroundings = surroundings }).ToList();
        Once("PM10 net of a background", () => new HistoryJudge(hebei).JudgeDust(Particulate.Pm10, "µg/m3", ReadingColumns.Contiguous(data.Times, data.Values, counts, minute)).Count, sites);
        Once("LAeq under two editions, diff", () => noise.CompareNoise(ReadingColumns.Contiguous(data.Times, data.Levels, counts, minute), new CalendarDate(2025, 4, 1)).Compared, sites);
        Scale(data);
        return rows;

        Row Compare(string work, Func<Answer> ours, string query, string table, double? least) => HistoryJudging.Compare(effort, work, data.Values.Length, ours, () => Ask(duck, query, table), least);
    }

    internal static Answer DustAnswer(DustHistory history)
    {
        var (windows, exceeded, sum) = (0, 0, 0.0);
        for (var i = 0; i < history.Count; i++)
        {
            if (history.OutcomeOf(i) == DustOutcome.Invalid) continue;
            windows++;
            sum += history.Means[i];
            if (history.OutcomeOf(i) == DustOutcome.Exceeded) exceeded++;
        }

        return new(windows, exceeded, sum);
    }

    private static Answer NoiseAnswer(NoiseHistory history)
    {
        var (periods, exceeded, sum) = (0, 0, 0.0);
        for (var i = 0; i < history.Count; i++)
        {
            if (history.VerdictOf(i) == Verdict.Invalid) continue;
            periods++;
            sum += history.EquivalentLevels[i];
            if ((history.ProvisionalVerdictOf(i) ?? history.VerdictOf(i)) == Verdict.NonCompliant) exceeded++;
        }

        return new(periods, exceeded, sum);
    }

    internal static Answer Ask(DuckDBConnection duck, string query, string table)
    {
        using var command = duck.CreateCommand();
        command.CommandText = string.Format(CultureInfo.InvariantCulture, query, table);
        using var reader = command.ExecuteReader();
        reader.Read();
        return new((int)reader.GetInt64(0), (int)reader.GetInt64(1), reader.GetDouble(2));
    }

    internal static Row Compare(Effort effort, string work, int rows, Func<Answer> ours, Func<Answer> theirs, double? least)
    {
        var answer = default(Answer);
        var times = Turns.Measure(WarmUps, effort.Rounds(7, Rounds), TimeSpan.FromMilliseconds(50), Difference, ours, theirs);
        return Row.Faster(work, "DuckDB 1.5, 2 threads", times[0], times[1], least, Row.Invariant($"{rows:N0} rows; {answer.Windows:N0} windows and {answer.Exceeded:N0} exceedances equal, sums to 1e-9, each round"));

        string? Difference(Answer[] answers)
        {
            answer = answers[0];
            return answer.Windows > 0 && answer.Windows == answers[1].Windows && answer.Exceeded == answers[1].Exceeded && Math.Abs(answer.Sum - answers[1].Sum) <= 1e-9 * answers[1].Sum ? null : $"{work}: {answer}, DuckDB {answers[1]}";
        }
    }

    private static void Once(string name, Func<int> run, int sites)
    {
        var bytes = 0L;
        var times = Turns.Alone(0, 5, () =>
        {
            var before = GC.GetTotalAllocatedBytes(true);
            run();
            return bytes = GC.GetTotalAllocatedBytes(true) - before;
        });
        Console.WriteLine(Row.Invariant($"  {name,-32} {times.Median,6:0.0} ms, {bytes / (sites * (Minutes / 1440.0)):0} B allocated a site and day"));
    }

    /// <summary>What more sites cost, at regular times: the same month over and over, so that the largest fits into the memory.</summary>
    private static void Scale(MonthOfSites data)
    {
        foreach (var sites in new[] { 1, 10, 100, 1000, 2000 })
        {
            var values = new double[sites * Minutes];
            var levels = new double[sites * Minutes];
            for (var site = 0; site < sites; site++)
            {
                Array.Copy(data.Values, site % data.SiteCount * Minutes, values, site * Minutes, Minutes);
                Array.Copy(data.Levels, site % data.SiteCount * Minutes, levels, site * Minutes, Minutes);
            }

            var (dust, noise) = (new HistoryJudge(MonthOfSites.Points(sites, Jurisdiction.Parse("GB"))), new HistoryJudge(MonthOfSites.Points(sites, Jurisdiction.Parse("CN-SH"))));
            var start = MonthOfSites.Start;
            var ofDust = Turns.Alone(WarmUps, Rounds, () => dust.JudgeDust(Particulate.Pm10, "µg/m3", ReadingColumns.Regular(start, TimeSpan.FromMinutes(1), values, sites)).Count).Median;
            var ofNoise = Turns.Alone(WarmUps, Rounds, () => noise.JudgeNoise(ReadingColumns.Regular(start, TimeSpan.FromMinutes(1), levels, sites)).Count).Median;
            Console.WriteLine(Row.Invariant($"  {sites,5:N0} sites: hourly PM10 {ofDust,8:0.00} ms ({ofDust * 1e6 / values.Length:0.00} ns a reading), LAeq {ofNoise,8:0.00} ms ({ofNoise * 1e6 / values.Length:0.00} ns a reading)"));
        }
    }

    private static void Load(DuckDBConnection duck, MonthOfSites data)
    {
        Execute(duck, "SET threads = 2");
        foreach (var table in new[] { "contiguous", "interleaved" }) Execute(duck, $"CREATE TABLE {table} (site INTEGER, t TIMESTAMP, v DOUBLE, l DOUBLE)");
        using (var rows = duck.CreateAppender("contiguous"))
            for (var i = 0; i < data.Values.Length; i++) Append(rows, i / Minutes, data.Times[i], data.Values[i], data.Levels[i]);
        using (var rows = duck.CreateAppender("interleaved"))
            for (var i = 0; i < data.Values.Length; i++) Append(rows, data.RowSites[i], data.RowTimes[i], data.RowValues[i], data.RowLevels[i]);

        static void Append(DuckDBAppender rows, int site, long time, double value, double level)
        {
            var row = rows.CreateRow().AppendValue(site).AppendValue(new DateTime(time));
            row = double.IsNaN(value) ? row.AppendNullValue() : row.AppendValue(value);
            (double.IsNaN(level) ? row.AppendNullValue() : row.AppendValue(level)).EndRow();
        }
    }

    internal static void Execute(DuckDBConnection duck, string text)
    {
        using var command = duck.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    internal readonly record struct Answer(int Windows, int Exceeded, double Sum);
}

/// <summary>Made readings: minutes of PM10 and LAeq, one in a hundred not valid, one in 500 missing; site by site, and row by row as they arrive.</summary>
internal sealed class MonthOfSites
{
    public static DateTime Start { get; } = new(2026, 4, 1);

    public required int SiteCount { get; init; }

    public required long[] Times { get; init; }

    public required double[] Values { get; init; }

    public required double[] Levels { get; init; }

    public required long[] RowTimes { get; init; }

    public required int[] RowSites { get; init; }

    public required double[] RowValues { get; init; }

    public required double[] RowLevels { get; init; }

    public List<MonitoredPoint> Points(Jurisdiction place) => Points(SiteCount, place);

    public static List<MonitoredPoint> Points(int count, Jurisdiction place) =>
        Enumerable.Range(0, count).Select(site => new MonitoredPoint("P" + site.ToString(CultureInfo.InvariantCulture), new ConstructionSite(place) { Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true) })).ToList();

    public static MonthOfSites Make(int sites, int minutes)
    {
        var random = new Random(3095);
        var data = new MonthOfSites
        {
            SiteCount = sites, Times = new long[sites * minutes], Values = new double[sites * minutes], Levels = new double[sites * minutes],
            RowTimes = new long[sites * minutes], RowSites = new int[sites * minutes], RowValues = new double[sites * minutes], RowLevels = new double[sites * minutes],
        };
        for (var site = 0; site < sites; site++)
        {
            // Dust and noise of a site by the hour of its day, and the minute around that.
            var (minute, dust, noise) = (0, 40 + random.Next(120), random.Next(8));
            for (var i = site * minutes; i < (site + 1) * minutes; i++, minute++)
            {
                while (random.Next(500) == 0) minute++;
                var time = Start.AddMinutes(minute);
                var isNight = time.Hour is >= 22 or < 6;
                data.Times[i] = time.Ticks;
                data.Values[i] = random.Next(100) == 0 ? double.NaN : Math.Round(dust * (0.2 + (random.NextDouble() * 1.2)) * (time.Hour is > 6 and < 20 ? 1.3 : 0.8) * (1 + (time.Day % 5 * 0.1)), 1);
                data.Levels[i] = random.Next(100) == 0 ? double.NaN : Math.Round((isNight ? 45 : 60) + noise + (time.Day % 4 * 0.6) + (random.NextDouble() * 8), 1);
            }
        }

        var order = new int[sites * minutes];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var keys = Array.ConvertAll(order, i => (data.Times[i], i / minutes));
        Array.Sort(keys, order);
        for (var row = 0; row < order.Length; row++)
        {
            var i = order[row];
            (data.RowTimes[row], data.RowSites[row], data.RowValues[row], data.RowLevels[row]) = (data.Times[i], i / minutes, data.Values[i], data.Levels[i]);
        }

        return data;
    }
}
