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
        var logOptions = new StationLogOptions(context);
        var isAmbient = new Option<bool>("--ambient")
        {
            Description = context.Say(
                "Judge dust as ambient air, by day and year (GB 3095; say --when airZone=1 or 2), not as that of the boundary of a site.", "按环境空气逐日、逐年评价颗粒物（GB 3095；请给出 --when airZone=1 或 2），而非按场界扬尘评价。"),
        };
        var rulesOf = ToolOptions.Day(context, "--rules-of", "With --ambient: judge all days by the rules of this one. Default: each day by its own.", "与 --ambient 同用：全部按该日的规定评价。默认：每日按其自身日期。");
        rulesOf.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetResult(isAmbient)?.GetValueOrDefault<bool>() != true) result.AddError(context.Say("--rules-of: is for --ambient only.", "--rules-of：只能与 --ambient 同用。"));
        });
        var from = ToolOptions.Day(context, "--from", "First day that is judged.", "评价的第一天。");
        var to = ToolOptions.Day(context, "--to", "Last day that is judged.", "评价的最后一天。");
        var when = StatedConditions.When(context);
        var overlay = ToolOptions.Overlay(context);
        var format = ToolOptions.Format(context, hasCsv: true);
        var command = new Command("monitor", context.Say(
            "Judges the dust and noise that stations at the boundary of a site sent (HJ 212, tables), day by day; or ambient air.", "逐日评价场界监测站上报的扬尘和噪声（HJ 212、读数表），或评价环境空气。"));
        logOptions.AddTo(command);
        foreach (var option in new Option[] { isAmbient, rulesOf, from, to, when, overlay, format }) command.Options.Add(option);
        command.SetAction(result =>
        {
            if (!context.TryLoad(result.GetValue(overlay) ?? [])) return ExitCode.BadData;
            if (!StatedConditions.TryRead(result.GetValue(when) ?? [], out var stated, out var exitCode, out var problem)) return context.Fail(exitCode, problem);
            if (stated.HasMoment) return context.Fail(ExitCode.Usage, StatedConditions.NoMoment);
            if (!logOptions.TryOpen(context, result, out var logs)) return ExitCode.BadData;
            Func<Hj212Series, IReadOnlyList<Hj212Series>, IEnumerable<JudgedDay>?> judge = result.GetValue(isAmbient)
                ? (series, _) => JudgeAmbient(context, logs, stated, series, result.GetValue(rulesOf)) : (series, all) => JudgeSite(context, logs, stated, series, all);
            return Judge(context, logs, judge, result.GetValue(from), result.GetValue(to), result.GetRequiredValue(format));
        });
        return command;
    }

    private static int Judge(ToolContext context, StationLogs logs, Func<Hj212Series, IReadOnlyList<Hj212Series>, IEnumerable<JudgedDay>?> judge, CalendarDate? from, CalendarDate? to, string format)
    {
        var days = new List<JudgedDay>();
        var left = new List<Hj212Series>();
        // Minutes and hours of one station may both be there; each is judged as it was sent.
        var all = logs.ReadSeries();
        if (logs.AreStampsDoubtful)
        {
            logs.WriteFindings();
            return context.Fail(ExitCode.BadData, new(
                "Nothing was judged: it is not known whether times begin or end their periods, and to which day they belong. Give --stamps.", "未作评价：时间是时段的开始还是结束、属于哪一天，均未知。请给出 --stamps。"));
        }

        foreach (var series in all)
        {
            if (judge(series, all) is { } judged) days.AddRange(judged);
            // A maximum is judged with the levels of its time.
            else if ((series.Measurand is not null || series.Particulate is not null) && !all.Any(levels => IsNoise(levels) && series.IsConditionOf(levels))) left.Add(series);
        }

        // A year of which some days are left out is not the one that was judged.
        days.RemoveAll(day => day.Date < from || day.LastDate > to);
        Write(context, logs.Place, days, format);
        logs.WriteFindings();
        logs.WriteContradictions(all);
        foreach (var series in left)
        {
            var (english, chinese) = series switch
            {
                { Unit: null } => (", whose unit is not known", "，单位未知"),
                { Duration: null } => (", whose period is not known", "，周期未知"),
                _ when IsBesideMeans(series, all) => (", of the moment, where there are those of the period", "，为瞬时值，另有时段值"),
                _ => ("", ""),
            };
            context.ErrorLine(context.Say(
                $"Not judged: {series.Station} {series.Code}-{series.Suffix}, {series.Readings.Count} readings{english}.", $"未评价：{series.Station} {series.Code}-{series.Suffix}，{series.Readings.Count} 条读数{chinese}。"));
        }

        if (days.Count > 0) return ExitCode.Of(Finding.OverallOf([.. days.Select(static day => day.Finding)]));
        return context.Fail(ExitCode.Undecided, new(
            "Nothing was judged: no dust or noise of the boundary, or hourly dust for --ambient, with a unit and a known period. Give --profile, and --minutes for CN=2051; for tables --unit and --minutes.",
            "没有可评价的内容：没有带单位且周期已知的场界扬尘或噪声（--ambient 为小时颗粒物）。请给出 --profile；CN=2051 还需 --minutes；读数表请给出 --unit 和 --minutes。"));
    }

    private static IEnumerable<JudgedDay>? JudgeSite(ToolContext context, StationLogs logs, StatedConditions stated, Hj212Series series, IReadOnlyList<Hj212Series> all)
    {
        var site = new ConstructionSite(logs.Place) { Circumstances = stated.Circumstances };
        if (series is { Particulate: { } particulate, Measurand: Measurands.Dust.SiteBoundaryTsp or Measurands.Dust.SiteBoundaryPm10, Statistic: Hj212Statistic.Average } && series.ToMonitorSeries(logs.OnlyFile) is { } dust)
        {
            return new SiteDustMonitoring(site, catalogue: context.Catalogue).Judge(particulate, dust).Select(day => new JudgedDay(series, day.Date, day.Date, "", day.Finding, FoundOf(context, day)));
        }

        if (!IsNoise(series) || IsBesideMeans(series, all) || series.ToNoiseSeries(logs.OnlyFile, all) is not { } noise) return null;
        return new SiteBoundaryMonitoring(site, context.Catalogue).Judge(noise).SelectMany(period => period.Findings.Select((finding, i) => new JudgedDay(
            series, CalendarDate.FromDateTime(period.Start), CalendarDate.FromDateTime(period.Start), period.IsNight ? context.Say("night", "夜间") : context.Say("day", "昼间"), finding,
            i == 0 ? "LAeq " + ReportFormat.LevelOf(period.EquivalentLevel) : "LAmax " + ReportFormat.LevelOf(period.Maximum))));
    }

    private static bool IsNoise(Hj212Series series) => series is { Measurand: Measurands.Noise.SiteBoundary, Statistic: Hj212Statistic.Average or Hj212Statistic.Period or Hj212Statistic.RealTime };

    // A level of a moment stands for its period only where nothing better does.
    private static bool IsBesideMeans(Hj212Series series, IReadOnlyList<Hj212Series> all) =>
        series.Statistic == Hj212Statistic.RealTime && IsNoise(series)
        && all.Any(other => IsNoise(other) && other.Statistic != Hj212Statistic.RealTime && other.Station == series.Station && other.Duration == series.Duration);

    private static IEnumerable<JudgedDay>? JudgeAmbient(ToolContext context, StationLogs logs, StatedConditions stated, Hj212Series series, CalendarDate? rulesOf)
    {
        if (series is not { Particulate: { } particulate, Statistic: Hj212Statistic.Average } || series.Duration != TimeSpan.FromHours(1) || series.ToMonitorSeries(logs.OnlyFile) is not { } hourly) return null;
        return new AmbientAirMonitoring(logs.Place, stated.Circumstances, context.Catalogue).Judge(hourly, particulate, rulesOf).SelectMany(year => year.Days
            .Select(day => new JudgedDay(series, day.Date, day.Date, "", day.Finding, MeanOf(day.Mean, context.Say($"{day.ValidHours} h", $"{day.ValidHours} h"))))
            .Append(new JudgedDay(series, new CalendarDate(year.Year, 1, 1), new CalendarDate(year.Year, 12, 31), context.Say("year", "全年"), year.Finding, MeanOf(year.Mean, context.Say($"{year.ValidDays} d, {year.DaysOver} above", $"{year.ValidDays} d，超标 {year.DaysOver} d")))));

        string MeanOf(decimal? mean, string count) => mean is { } known && MeasurementUnit.TryConvert(known, hourly.Unit, SiteDustMonitoring.Unit, out var micrograms) ? $"{Words.AboutTenth((double)micrograms)} {SiteDustMonitoring.Unit}, {count}" : count;
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
                        day.Series.Station, day.Series.Code, PeriodText.Seconds(day.Series.Duration!.Value), day.Date, day.Period, JsonWord.Of(day.Finding.Verdict),
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
                        writer.WriteNumber("seconds", PeriodText.Seconds(day.Series.Duration!.Value));
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
                    new((day.LastDate == day.Date ? day.Date.ToString() : day.Date.Year.ToString(CultureInfo.InvariantCulture)) + (day.Period.Length > 0 ? " " + day.Period : "")), new(day.Series.Station), new($"{day.Series.Code} {PeriodText.Of(day.Series.Duration!.Value)}"), new(day.Found), new(ReportFormat.LimitOf(day.Finding)),
                    new(ReportFormat.VerdictOf(day.Finding, context.Language), ToolContext.StyleOf(day.Finding.Verdict)), new(day.Finding.Reason.In(context.Language)),
                ],
                Listing.Detail(day.Finding.Verdict == Verdict.Compliant ? "" : day.Finding.Reason.In(context.Language)));
        }

        if (days.Count > 0) listing.Write();
    }

    private sealed record JudgedDay(Hj212Series Series, CalendarDate Date, CalendarDate LastDate, string Period, Finding Finding, string Found);
}
