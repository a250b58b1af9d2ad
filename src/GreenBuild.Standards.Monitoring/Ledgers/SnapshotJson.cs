using System.Globalization;
using System.Text.Json;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>Writes snapshots as JSON. Readings stand in runs: of the same status, one after the other at the same step.</summary>
internal static class SnapshotJson
{
    public const string Moment = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";
    public const string Local = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    public static void Write(Utf8JsonWriter writer, SiteLedgerSnapshot snapshot)
    {
        writer.WriteStartObject();
        writer.WriteString("format", SiteLedgerSnapshot.Format);
        writer.WriteNumber("version", SiteLedgerSnapshot.Version);
        writer.WriteString("site", snapshot.Site);
        writer.WriteString("place", snapshot.Place);
        writer.WriteString("allowedLateness", Text(snapshot.AllowedLateness));
        if (snapshot.Now is { } now) writer.WriteString("now", Text(now));
        writer.WriteNumber("refused", snapshot.Refused);
        writer.WriteStartArray("series");
        foreach (var series in snapshot.Series) Write(writer, series);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static IEnumerable<(string Field, long Count)> CountsOf(SeriesCounts counts) =>
    [
        ("received", counts.Received), ("late", counts.Late), ("repeated", counts.Repeated), ("contradicted", counts.Contradicted), ("outOfOrder", counts.OutOfOrder), ("refused", counts.Refused),
        ("windowsKept", counts.WindowsKept), ("windowsExceeded", counts.WindowsExceeded), ("windowsUnknown", counts.WindowsUnknown), ("windowsInvalid", counts.WindowsInvalid),
        ("compliant", counts.Compliant), ("nonCompliant", counts.NonCompliant), ("undecided", counts.Undecided),
    ];

    private static void Write(Utf8JsonWriter writer, SeriesSnapshot series)
    {
        writer.WriteStartObject();
        writer.WriteString("point", series.Key.Point);
        writer.WriteString("measurand", series.Key.Measurand);
        writer.WriteString("unit", series.Key.Unit);
        writer.WriteString("duration", Text(series.Key.Duration));
        writer.WriteString("watermark", Text(series.Watermark));
        writer.WriteString("closedTo", series.ClosedTo.ToString(Local, CultureInfo.InvariantCulture));
        if (series.FedOffset is { } offset) writer.WriteString("fedOffset", Text(offset));
        if (series.Newest is { } newest) writer.WriteString("newest", Text(newest));
        writer.WriteString("greatestLateness", Text(series.GreatestLateness));
        writer.WriteStartObject("counts");
        foreach (var (field, count) in CountsOf(series.Counts))
            if (count != 0) writer.WriteNumber(field, count);
        writer.WriteEndObject();
        writer.WriteStartArray("runs");
        for (var from = 0; from < series.Readings.Count;)
        {
            var to = EndOfRun(series.Readings, from, out var step);
            WriteRun(writer, series.Readings, from, to, step);
            from = to;
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static int EndOfRun(IReadOnlyList<LoggedReading> readings, int from, out TimeSpan step)
    {
        step = TimeSpan.Zero;
        var first = readings[from];
        var to = from + 1;
        for (; to < readings.Count; to++)
        {
            var (next, last) = (readings[to], readings[to - 1]);
            var apart = next.Reading.Time - last.Reading.Time;
            if (to == from + 1) step = apart;
            if (apart != step || next.Reading.Time.Offset != first.Reading.Time.Offset || next.Reading.Status != first.Reading.Status || next.Use != first.Use) break;
        }

        return to;
    }

    private static void WriteRun(Utf8JsonWriter writer, IReadOnlyList<LoggedReading> readings, int from, int to, TimeSpan step)
    {
        var first = readings[from];
        writer.WriteStartObject();
        writer.WriteString("from", Text(first.Reading.Time));
        if (to - from > 1) writer.WriteString("step", Text(step));
        if (first.Reading.Status != ReadingStatus.Valid) writer.WriteString("status", WordsOf<ReadingStatus>.Find(first.Reading.Status));
        if (first.Use != ReadingUse.Used) writer.WriteString("use", WordsOf<ReadingUse>.Find(first.Use));
        var run = new List<LoggedReading>(to - from);
        for (var i = from; i < to; i++) run.Add(readings[i]);
        WriteColumns(writer, run.ConvertAll(static one => one.Reading));
        if (first.Use == ReadingUse.Contradicted)
        {
            writer.WriteStartObject("highest");
            WriteColumns(writer, run.ConvertAll(static one => one.Highest ?? one.Reading));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter writer, List<SiteReading> readings)
    {
        WriteColumn("values", static reading => reading.Value);
        WriteColumn("maximum", static reading => reading.Maximum);
        WriteColumn("windSpeed", static reading => reading.WindSpeed);
        WriteFlags("precipitation", static reading => reading.Precipitation, static flag => flag is not null);
        WriteFlags("maximumAboveRange", static reading => reading.IsMaximumAboveRange, static flag => flag == true);
        WriteFlags("onlyMaximum", static reading => reading.IsOnlyMaximum, static flag => flag == true);

        void WriteFlags(string name, Func<SiteReading, bool?> of, Func<bool?, bool> isSaid)
        {
            if (!readings.Exists(reading => isSaid(of(reading)))) return;
            writer.WriteStartArray(name);
            foreach (var reading in readings)
            {
                if (of(reading) is { } flag) writer.WriteBooleanValue(flag);
                else writer.WriteNullValue();
            }

            writer.WriteEndArray();
        }

        void WriteColumn(string name, Func<SiteReading, decimal?> of)
        {
            if (!readings.Exists(reading => of(reading) is not null)) return;
            writer.WriteStartArray(name);
            foreach (var reading in readings)
            {
                if (of(reading) is { } number) writer.WriteNumberValue(number);
                else writer.WriteNullValue();
            }

            writer.WriteEndArray();
        }
    }

    private static string Text(DateTimeOffset moment) => moment.ToString(Moment, CultureInfo.InvariantCulture);

    private static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
}
