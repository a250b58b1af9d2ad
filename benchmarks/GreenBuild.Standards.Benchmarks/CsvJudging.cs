using System.Diagnostics;
using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Batch;
using GreenBuild.Standards.Monitoring.Tables;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>A month of minutes of 200 sites as a file of separated values, from its bytes to the verdicts on hourly means of PM10: here and in DuckDB with two threads, in turn in one process, with equal answers.</summary>
/// <remarks>
/// The file stands in the cache of the system. DuckDB is told the type of each column, and that rows may come in any order; the library finds out encoding, separator, columns and unit from the file by itself, and
/// says which lines are wrong. It judges by a judge made anew each time.
/// </remarks>
internal static class CsvJudging
{
    public static List<Row> Measure(Effort effort, int sites)
    {
        var data = MonthOfSites.Make(sites, HistoryJudging.Minutes);
        var file = Path.Combine(Path.GetTempPath(), "greenbuild-month-" + Guid.NewGuid().ToString("N") + ".csv");
        var rows = new List<Row>();
        try
        {
            Write(file, data);
            using var duck = new DuckDBConnection("DataSource=:memory:");
            duck.Open();
            HistoryJudging.Execute(duck, "SET threads = 2");
            HistoryJudging.Execute(duck, "SET preserve_insertion_order = false");
            var table = "read_csv('" + file + "', auto_detect = false, header = true, delim = ',', quote = '\"', nullstr = '', columns = {'station': 'VARCHAR', 'time': 'TIMESTAMP', 'v': 'DOUBLE'})";
            const string hourly = "SELECT count(*), count(*) FILTER (m > 190), sum(m) FROM (SELECT station, epoch_us(time) // 3600000000 AS h, avg(v) AS m FROM {0} GROUP BY ALL HAVING count(v) >= 45)";
            foreach (var threads in effort.IsLong ? new[] { 2, 1 } : [2])
            {
                var (reading, judging) = (new List<double>(), new List<double>());
                var work = Row.Invariant($"CSV of {new FileInfo(file).Length / 1e6:0} MB to verdicts on hourly means, {threads} thread{(threads == 1 ? "" : "s")}");
                rows.Add(HistoryJudging.Compare(effort, work, data.Values.Length, () => Judge(file, threads, reading, judging), () => HistoryJudging.Ask(duck, hourly, table), threads == 2 ? 1.5 : null));
                Console.WriteLine(Row.Invariant($"{work}: of which reading {Times.MedianOf(reading):0} ms, judging {Times.MedianOf(judging):0} ms"));
            }
        }
        finally
        {
            File.Delete(file);
        }

        return rows;
    }

    private static HistoryJudging.Answer Judge(string file, int threads, List<double> reading, List<double> judging)
    {
        var watch = Stopwatch.StartNew();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var table = ReadingTableColumns.Read(stream, file, new ReadingTableOptions { Place = Jurisdiction.Parse("GB"), Duration = TimeSpan.FromMinutes(1) }, threads);
        if (table.Errors.Count > 0) throw new InvalidOperationException(table.Errors[0].In(Language.English));
        reading.Add(watch.Elapsed.TotalMilliseconds);
        watch.Restart();
        var channel = table.Channels.Single();
        var judge = new HistoryJudge(table.Stations.Select(static name => new MonitoredPoint(name, new ConstructionSite(Jurisdiction.Parse("GB")))).ToList());
        var answer = HistoryJudging.DustAnswer(judge.JudgeDust(Particulate.Pm10, channel.Unit!, channel.Columns!));
        judging.Add(watch.Elapsed.TotalMilliseconds);
        return answer;
    }

    // Row by row as the readings arrive; a reading that does not count is a blank, as most exports have it.
    private static void Write(string file, MonthOfSites data)
    {
        using var writer = new StreamWriter(file, false, new UTF8Encoding(false), 1 << 20);
        writer.Write("station,time,PM10 (µg/m3)\n");
        var (last, text) = (0L, "");
        for (var row = 0; row < data.RowTimes.Length; row++)
        {
            if (data.RowTimes[row] != last) (last, text) = (data.RowTimes[row], new DateTime(data.RowTimes[row]).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
            writer.Write("P");
            writer.Write(data.RowSites[row]);
            writer.Write(',');
            writer.Write(text);
            writer.Write(',');
            if (!double.IsNaN(data.RowValues[row])) writer.Write(data.RowValues[row].ToString(CultureInfo.InvariantCulture));
            writer.Write('\n');
        }
    }
}
