using System.CommandLine;
using System.Globalization;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild readings</c>: what stations sent, as plain rows.</summary>
internal static class ReadingsCommand
{
    public static Command Create(ToolContext context)
    {
        var logOptions = new StationLogOptions(context);
        var strict = new Option<bool>("--strict") { Description = context.Say("End with 65 if anything is wrong with a packet or a row.", "任一数据包或数据行有问题时以 65 退出。") };
        var format = ToolOptions.Format(context, hasCsv: true);
        var command = new Command("readings", context.Say(
            "Reads packets of HJ 212 and tables of readings and writes them as plain rows; what is wrong with them goes to the error stream.", "读取 HJ 212 数据包和读数表并输出为普通数据行；问题写入错误流。"));
        logOptions.AddTo(command);
        command.Options.Add(strict);
        command.Options.Add(format);
        command.SetAction(result =>
        {
            if (!logOptions.TryOpen(context, result, out var logs)) return ExitCode.BadData;
            Write(context, logs, result.GetRequiredValue(format));
            return logs.WriteFindings() && result.GetValue(strict) ? ExitCode.BadData : ExitCode.Compliant;
        });
        return command;
    }

    private static void Write(ToolContext context, StationLogs logs, string format)
    {
        switch (format)
        {
            case "csv":
                context.Csv(
                    ["file", "line", "station", "time", "seconds", "code", "suffix", "value", "unit", "measurand", "mark", "status", "usable"],
                    logs.Read().Select(static one => (IReadOnlyList<object?>)
                    [
                        one.File, one.Line, one.Reading.Station, Moment(one), Seconds(one.Reading), one.Reading.Code, one.Reading.Suffix, one.Reading.Value, one.Reading.Unit, one.Reading.Measurand,
                        one.Reading.Mark, WordsOf<ReadingStatus>.Find(one.Reading.Status), one.Reading.IsUsable ? "true" : "false",
                    ]));
                break;
            case "json":
                context.Json(writer =>
                {
                    writer.WriteStartArray();
                    foreach (var one in logs.Read())
                    {
                        var reading = one.Reading;
                        writer.WriteStartObject();
                        writer.WriteString("file", one.File);
                        writer.WriteNumber("line", one.Line);
                        writer.WriteString("station", reading.Station);
                        writer.WriteString("time", Moment(one));
                        if (Seconds(reading) is { } seconds) writer.WriteNumber("seconds", seconds);
                        writer.WriteString("code", reading.Code);
                        writer.WriteString("suffix", reading.Suffix);
                        if (reading.Value is { } value) writer.WriteNumber("value", value);
                        else writer.WriteNull("value");
                        writer.WriteString("unit", reading.Unit);
                        writer.WriteString("measurand", reading.Measurand);
                        writer.WriteString("mark", reading.Mark);
                        writer.WriteString("status", WordsOf<ReadingStatus>.Find(reading.Status));
                        writer.WriteBoolean("usable", reading.IsUsable);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                });
                break;
            default:
                WriteSeries(context, logs);
                break;
        }
    }

    private static void WriteSeries(ToolContext context, StationLogs logs)
    {
        var listing = new Listing(
            context, new(context.Say("Station", "监测站"), HasDetails: true), new(context.Say("Factor", "因子")), new(context.Say("Period", "周期"), IsNumber: true), new(context.Say("Unit", "单位")),
            new(context.Say("Readings", "读数"), IsNumber: true), new(context.Say("Usable", "有效"), IsNumber: true), new(context.Say("From", "起")), new(context.Say("To", "止")))
        {
            IsSpaced = false,
        };
        var all = logs.ReadSeries();
        foreach (var series in all)
        {
            var note = string.Join(context.Say("; ", "；"), new[]
            {
                series.RepeatedCount > 0 ? context.Say($"{series.RepeatedCount} came again", $"重复 {series.RepeatedCount} 条") : "",
                series.ContradictedCount > 0 ? context.Say($"{series.ContradictedCount} contradicted", $"矛盾 {series.ContradictedCount} 条") : "",
            }.Where(static part => part.Length > 0));
            listing.Add(
                [
                    new(series.Station), new($"{series.Code}-{NameOf(series)}"), new(series.Duration is { } duration ? PeriodText.Of(duration) : "–"), new(series.Unit ?? "–"),
                    new(Count(series.Readings.Count)), new(Count(series.UsableCount)), new(Minute(series.FirstTime)), new(Minute(series.LastTime)),
                ],
                Listing.Detail(note));
        }

        listing.Write();
        // Of what there is none, nothing is said.
        string[] counts =
        [
            logs.PacketCount > 0 ? context.Say($"{logs.PacketCount} packets", $"数据包 {logs.PacketCount} 个") : "", logs.RowCount > 0 ? context.Say($"{logs.RowCount} rows", $"数据行 {logs.RowCount} 行") : "",
            context.Say($"{logs.ReadingCount} readings", $"读数 {logs.ReadingCount} 条"),
        ];
        context.Line(string.Join(context.Say(", ", "，"), counts.Where(static one => one.Length > 0)) + context.Say(".", "。"));
        logs.WriteDoubts(all.Select(logs.StepDoubtOf).OfType<SeriesDoubt>());
    }

    private static string NameOf(Hj212Series series) => series.Suffix;

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Moment(StationReading one) => one.Reading.Time?.ToString(one.HasOffset ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    // In the local time of the place.
    private static string Minute(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static decimal? Seconds(Hj212Reading reading) => reading.Duration is { } duration ? PeriodText.Seconds(duration) : null;
}
