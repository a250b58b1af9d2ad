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
        var input = new StationInput(context);
        var from = ToolOptions.Day(context, "--from", "First day that is judged.", "评价的第一天。");
        var to = ToolOptions.Day(context, "--to", "Last day that is judged.", "评价的最后一天。");
        var when = StatedConditions.Option(context);
        var ambient = new Option<bool>("--ambient")
        {
            Description = context.Say(
                "Judge hourly dust as ambient air, by day and by year (GB 3095), not as that of the boundary of a site; it asks for --when airZone=1 or 2.", "将扬尘小时值按环境空气（GB 3095）逐日逐年评价，而非按场界评价；须给出 --when airZone=1 或 2。"),
        };
        var overlay = ToolOptions.Overlay(context);
        var format = ToolOptions.Format(context, hasCsv: true);
        var command = new Command("monitor", context.Say(
            "Judges the dust and noise of stations at the boundary of a site (HJ 212, or tables in CSV or JSON), day by day.", "逐日评价场界监测站（HJ 212 或 CSV、JSON 读数表）的扬尘和噪声。"))
        {
            from, to, when, ambient, overlay, format,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            if (!context.TryLoad(result.GetValue(overlay) ?? [])) return ExitCode.BadData;
            if (!StatedConditions.TryRead(result.GetValue(when) ?? [], out var stated, out var exitCode, out var problem)) return context.Fail(exitCode, problem);
            if (!input.TryOpen(result, out var place, out var logs)) return ExitCode.BadData;
            var code = Judge(context, logs, place, stated, result.GetValue(ambient), (result.GetValue(from), result.GetValue(to)), result.GetRequiredValue(format));
            return logs.WriteFindings() && input.IsStrict(result) ? ExitCode.BadData : code;
        });
        return command;
    }

    private static int Judge(ToolContext context, StationLogs logs, Jurisdiction place, StatedConditions stated, bool isAmbient, (CalendarDate? From, CalendarDate? To) span, string format)
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
                if (isAmbient && dust.ReadingDuration == TimeSpan.FromHours(1))
                {
                    AddAmbient(context, days, series, new AmbientAirMonitoring(place, site.Circumstances, context.Catalogue).Judge(dust, particulate), span);
                    continue;
                }

                if (isAmbient)
                {
                    left.Add(series);
                    continue;
                }

                foreach (var day in new SiteDustMonitoring(site, catalogue: context.Catalogue).Judge(particulate, dust))
                    days.Add(new JudgedDay(series, day.Date, "", day.Finding, FoundOf(context, day)));
            }
            else if (!isAmbient && series is { Measurand: Measurands.Noise.SiteBoundary, Statistic: Hj212Statistic.Average or Hj212Statistic.Period or Hj212Statistic.RealTime } && series.ToNoiseSeries(file) is { } noise)
            {
                foreach (var period in new SiteBoundaryMonitoring(site, context.Catalogue).Judge(noise))
                    for (var i = 0; i < period.Findings.Count; i++)
                        days.Add(new JudgedDay(
                            series, CalendarDate.FromDateTime(period.Start), period.IsNight ? context.Say("night", "夜间") : context.Say("day", "昼间"), period.Findings[i],
                            i == 0 ? "LAeq " + ReportFormat.LevelOf(period.EquivalentLevel) : "LAmax " + ReportFormat.LevelOf(period.Maximum)));
            }
            else if (series.Measurand is not null || series.Particulate is not null) left.Add(series);
        }

        days.RemoveAll(day => day.Date < span.From || day.Date > span.To);
        Write(context, place, days, format);
        foreach (var series in left)
            context.ErrorLine(context.Say(
                $"Not judged: {series.Station} {series.Code}-{series.Readings.First().Suffix}, {series.Readings.Count} readings{(series.Duration is null ? ", whose period is not known" : "")}.",
                $"未评价：{series.Station} {series.Code}-{series.Readings.First().Suffix}，{series.Readings.Count} 条读数{(series.Duration is null ? "，周期未知" : "")}。"));
        if (days.Count > 0) return ExitCode.Of(Finding.OverallOf([.. days.Select(static day => day.Finding)]));
        return context.Fail(ExitCode.Undecided, new(
            "Nothing was judged: no dust or noise of the boundary with a unit and a known period. Give --profile, and --minutes for CN=2051.", "没有可评价的内容：没有带单位且周期已知的场界扬尘或噪声。请给出 --profile；CN=2051 还需 --minutes。"));
    }

    // The year stands behind its last day that was judged, and only if all of it lies in the time that was asked for.
    private static void AddAmbient(ToolContext context, List<JudgedDay> days, Hj212Series series, IReadOnlyList<AmbientYear> years, (CalendarDate? From, CalendarDate? To) span)
    {
        foreach (var year in years)
        {
            foreach (var day in year.Days) days.Add(new JudgedDay(series, day.Date, "", day.Finding, context.Say($"{day.ValidHours} hours", $"{day.ValidHours} 小时")));
            if (year.Days[0].Date < span.From || year.Days[^1].Date > span.To) continue;
            days.Add(new JudgedDay(series, year.Days[^1].Date, context.Say($"year {year.Year}", $"{year.Year} 年"), year.Finding, context.Say($"{year.ValidDays} days, {year.DaysOver} over", $"{year.ValidDays} 天，超标 {year.DaysOver} 天")));
        }
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
