using System.CommandLine;
using System.Globalization;
using GreenBuild.Standards.Monitoring.Quality;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild screen</c>: whether what stations sent is believable.</summary>
internal static class ScreenCommand
{
    public static Command Create(ToolContext context)
    {
        var logOptions = new StationLogOptions(context);
        var when = StatedConditions.When(context);
        var overlay = ToolOptions.Overlay(context);
        var format = ToolOptions.Format(context, hasCsv: true);
        var command = new Command("screen", context.Say(
            "Screens readings that stations sent (HJ 212, tables) for signs that they are not what was measured: hints to look, no verdicts.", "筛查监测站上报数据（HJ 212、读数表）的可信度：仅提示疑点，不作结论。"));
        logOptions.AddTo(command);
        command.Options.Add(when);
        command.Options.Add(overlay);
        command.Options.Add(format);
        command.SetAction(result =>
        {
            if (!context.TryLoad(result.GetValue(overlay) ?? [])) return ExitCode.BadData;
            if (!StatedConditions.TryRead(result.GetValue(when) ?? [], out var stated, out var exitCode, out var problem)) return context.Fail(exitCode, problem);
            if (stated.HasMoment) return context.Fail(ExitCode.Usage, StatedConditions.NoMoment);
            if (!logOptions.TryOpen(context, result, out var logs)) return ExitCode.BadData;
            var all = logs.ReadSeries();
            var channels = QualityChannel.Of(all, series => SiteLimits.Of(context, logs.Place, stated, series));
            var found = DataQualityScreen.Screen(channels);
            Write(context, channels, found, result.GetRequiredValue(format));
            logs.WriteFindings();
            logs.WriteContradictions(all);
            logs.WriteDoubts(all.Select(logs.StepDoubtOf).OfType<SeriesDoubt>());
            if (channels.Count > 0) return ExitCode.Compliant;
            return context.Fail(ExitCode.Undecided, new("Nothing was screened: no series with a unit and a known period. Give --profile, and --minutes for CN=2051; for tables --unit and --minutes.", "没有可筛查的内容：没有带单位且周期已知的数据。请给出 --profile；CN=2051 还需 --minutes；读数表请给出 --unit 和 --minutes。"));
        });
        return command;
    }

    private static void Write(ToolContext context, IReadOnlyList<QualityChannel> channels, IReadOnlyList<QualityFinding> found, string format)
    {
        switch (format)
        {
            case "csv":
                context.Csv(
                    ["station", "channels", "kind", "severity", "from", "to", "statistic", "value", "threshold", "falseAlarmRate", "text"],
                    found.Select(one => (IReadOnlyList<object?>)
                    [
                        one.Point, string.Join(" ", one.Channels), WordOf(one.Kind), "hint", Moment(one.From), Moment(one.To), one.StatisticKey, Number(one.Value), Number(one.Threshold), Number(one.FalseAlarmRate),
                        one.Text.In(context.Language),
                    ]));
                return;
            case "json":
                context.Json(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("channels", channels.Count);
                    writer.WriteStartArray("findings");
                    foreach (var one in found)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("station", one.Point);
                        writer.WriteStartArray("channels");
                        foreach (var channel in one.Channels) writer.WriteStringValue(channel);
                        writer.WriteEndArray();
                        writer.WriteString("kind", WordOf(one.Kind));
                        writer.WriteString("severity", "hint");
                        writer.WriteString("from", Moment(one.From));
                        writer.WriteString("to", Moment(one.To));
                        writer.WriteString("statistic", one.StatisticKey);
                        writer.WriteNumber("value", one.Value);
                        writer.WriteNumber("threshold", one.Threshold);
                        writer.WriteNumber("falseAlarmRate", one.FalseAlarmRate);
                        writer.WriteString("text", one.Text.In(context.Language));
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                    writer.WriteEndObject();
                });
                return;
        }

        var listing = new Listing(context, new(context.Say("From", "起")), new(context.Say("To", "止")), new(context.Say("Station", "监测站"), HasDetails: true), new(context.Say("Factor", "因子")), new(context.Say("Seen", "疑点"), true)) { IsSpaced = false };
        foreach (var one in found)
            listing.Add([new(Moment(one.From)), new(Moment(one.To)), new(one.Point), new(string.Join(" ", one.Channels)), new(one.Text.In(context.Language))], Listing.Detail(one.Text.In(context.Language)));
        if (found.Count > 0) listing.Write();
        context.Line(context.Say($"{channels.Count} series screened, {found.Count} hints; none is a verdict.", $"已筛查 {channels.Count} 个序列，{found.Count} 条提示；均非结论。"));
    }

    private static string WordOf(QualityFindingKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString().Substring(1);

    private static string Moment(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
