using System.CommandLine;
using System.Globalization;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild monitor</c>: what stations sent, judged day by day.</summary>
internal static class MonitorCommand
{
    public static Command Create(ToolContext context)
    {
        var files = StationLogs.Files(context);
        var profile = StationLogs.Profile(context);
        var minutes = StationLogs.Minutes(context);
        var place = ToolOptions.In(context);
        var from = ToolOptions.Day(context, "--from", "First day that is judged.", "评价的第一天。");
        var to = ToolOptions.Day(context, "--to", "Last day that is judged.", "评价的最后一天。");
        var when = new Option<string[]>("--when")
        {
            Description = context.Say("What is known of the site, for example stage=earthwork; may be repeated.", "工地的已知条件，如 stage=earthwork；可重复给出。"),
            HelpName = "facet=value",
            Arity = ArgumentArity.OneOrMore,
        };
        var overlay = ToolOptions.Overlay(context);
        var format = ToolOptions.Format(context, hasCsv: true);
        var command = new Command("monitor", context.Say(
            "Judges the dust and noise that stations at the boundary of a site sent (HJ 212), day by day.", "逐日评价场界监测站（HJ 212）上报的扬尘和噪声。"))
        {
            files, profile, minutes, place, from, to, when, overlay, format,
        };
        command.SetAction(result =>
        {
            if (!context.TryLoad(result.GetValue(overlay) ?? []) || !ToolOptions.TryPlace(context, result.GetValue(place), out var where)) return ExitCode.BadData;
            if (!StatedConditions.TryRead(result.GetValue(when) ?? [], out var stated, out var exitCode, out var problem)) return context.Fail(exitCode, problem);
            if (!StationLogs.TryOpen(context, result.GetRequiredValue(files), result.GetRequiredValue(profile), result.GetValue(minutes), out var logs)) return ExitCode.BadData;
            return Judge(context, logs, where, stated, result.GetValue(from), result.GetValue(to), result.GetRequiredValue(format));
        });
        return command;
    }

    private static int Judge(ToolContext context, StationLogs logs, Jurisdiction place, StatedConditions stated, CalendarDate? from, CalendarDate? to, string format)
    {
        var file = logs.OnlyFile;
        var days = new List<JudgedDay>();
        var left = new List<Hj212Series>();
        foreach (var series in Hj212Series.Of(logs.Read().Select(static one => one.Reading)))
        {
            // Minutes and hours of one station may both be there; each is judged as it was sent.
            var site = new ConstructionSite(place) { Circumstances = stated.On(CalendarDate.FromDateTime(series.Readings.First().Time!.Value.DateTime)) };
            if (series is { Particulate: { } particulate, Measurand: not null, Statistic: Hj212Statistic.Average } && series.ToMonitorSeries(file) is { } dust)
            {
                foreach (var day in new SiteDustMonitoring(site, catalogue: context.Catalogue).Judge(particulate, dust))
                    days.Add(new JudgedDay(series, day.Date, "", day.Finding, FoundOf(context, day)));
            }
            else if (series is { Measurand: Measurands.Noise.SiteBoundary, Statistic: Hj212Statistic.Average or Hj212Statistic.Period or Hj212Statistic.RealTime } && series.ToNoiseSeries(file) is { } noise)
            {
                foreach (var period in new SiteBoundaryMonitoring(site, context.Catalogue).Judge(noise))
                    for (var i = 0; i < period.Findings.Count; i++)
                        days.Add(new JudgedDay(
                            series, CalendarDate.FromDateTime(period.Start), period.IsNight ? context.Say("night", "夜间") : context.Say("day", "昼间"), period.Findings[i],
                            i == 0 ? "LAeq " + ReportFormat.LevelOf(period.EquivalentLevel) : "LAmax " + ReportFormat.LevelOf(period.Maximum)));
            }
            else if (series.Measurand is not null || series.Particulate is not null) left.Add(series);
        }

        days.RemoveAll(day => day.Date < from || day.Date > to);
        Write(context, place, days, format);
        logs.WriteFindings();
        foreach (var series in left)
            context.ErrorLine(context.Say(
                $"Not judged: {series.Station} {series.Code}-{series.Readings.First().Suffix}, {series.Readings.Count} readings{(series.Duration is null ? ", whose period is not known" : "")}.",
                $"未评价：{series.Station} {series.Code}-{series.Readings.First().Suffix}，{series.Readings.Count} 条读数{(series.Duration is null ? "，周期未知" : "")}。"));
        if (days.Count > 0) return ExitCode.Of(Finding.OverallOf([.. days.Select(static day => day.Finding)]));
        return context.Fail(ExitCode.Undecided, new(
            "Nothing was judged: no dust or noise of the boundary with a unit and a known period. Give --profile, and --minutes for CN=2051.", "没有可评价的内容：没有带单位且周期已知的场界扬尘或噪声。请给出 --profile；CN=2051 还需 --minutes。"));
    }

    // How often which value was exceeded: of a rule in tiers each has its own.
    private static string FoundOf(ToolContext context, DustDay day) => day.Rule is not { Limit: { Value: { } value } limit } ? ""
        : context.Say($"{day.Exceedances} of {day.ValidWindows} above {Words.Number(value)} {limit.Unit}", $"{day.ValidWindows} 个时段中 {day.Exceedances} 个超过 {Words.Number(value)} {limit.Unit}");

    private static void Write(ToolContext context, Jurisdiction place, List<JudgedDay> days, string format)
    {
        switch (format)
        {
            case "csv":
                context.Csv(
                    ["station", "code", "seconds", "date", "period", "verdict", "provisional", "measured", "compared", "limit", "unit", "requirement", "citation", "evidence", "reason"],
                    days.Select(day => (IReadOnlyList<object?>)
                    [
                        day.Series.Station, day.Series.Code, (int)day.Series.Duration!.Value.TotalSeconds, day.Date, day.Period, JsonWord.Of(day.Finding.Verdict),
                        day.Finding.ProvisionalVerdict is { } provisional ? JsonWord.Of(provisional) : null, day.Finding.Measured, day.Finding.Compared, day.Finding.Limit, day.Finding.Unit,
                        day.Finding.Requirement?.Key, day.Finding.Requirement?.Citation, JsonWord.Of(day.Finding.Evidence), day.Finding.Reason.In(context.Language),
                    ]));
                return;
            case "json":
                context.Json(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("catalogue", context.Catalogue.ReleaseDate.ToString());
                    writer.WriteString("place", place.Code);
                    writer.WriteStartArray("days");
                    foreach (var day in days)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("station", day.Series.Station);
                        writer.WriteString("code", day.Series.Code);
                        writer.WriteNumber("seconds", (int)day.Series.Duration!.Value.TotalSeconds);
                        writer.WriteString("date", day.Date.ToString());
                        writer.WriteString("period", day.Period);
                        writer.WritePropertyName("finding");
                        FindingJson.Write(writer, day.Finding);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                    writer.WriteEndObject();
                });
                return;
        }

        var listing = new Listing(
            context, new(context.Say("Day", "日期")), new(context.Say("Station", "监测站"), HasDetails: true), new(context.Say("Factor", "因子")), new(context.Say("Found", "结果")), new(context.Say("Limit", "限值"), IsNumber: true),
            new(context.Say("Verdict", "结论")), new(context.Say("Reason", "理由"), true))
        {
            IsSpaced = false,
        };
        foreach (var day in days)
        {
            listing.Add(
                [
                    new(day.Date + (day.Period.Length > 0 ? " " + day.Period : "")), new(day.Series.Station), new($"{day.Series.Code} {((int)day.Series.Duration!.Value.TotalMinutes).ToString(CultureInfo.InvariantCulture)} min"), new(day.Found), new(ReportFormat.LimitOf(day.Finding)),
                    new(ReportFormat.VerdictOf(day.Finding, context.Language), ToolContext.StyleOf(day.Finding.Verdict)), new(day.Finding.Reason.In(context.Language)),
                ],
                Listing.Detail(day.Finding.Verdict == Verdict.Compliant ? "" : day.Finding.Reason.In(context.Language)));
        }

        if (days.Count > 0) listing.Write();
    }

    private sealed record JudgedDay(Hj212Series Series, CalendarDate Date, string Period, Finding Finding, string Found);
}
