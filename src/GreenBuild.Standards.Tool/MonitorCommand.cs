using System.CommandLine;
using GreenBuild.Standards.Monitoring.Hj212;

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
        var surroundings = new SurroundingsOptions(context);
        var when = StatedConditions.When(context);
        var overlay = ToolOptions.Overlay(context);
        var format = ToolOptions.Format(context, hasCsv: true);
        var command = new Command("monitor", context.Say(
            "Judges the dust and noise that stations at the boundary of a site sent (HJ 212, tables), day by day; or ambient air.", "逐日评价场界监测站上报的扬尘和噪声（HJ 212、读数表），或评价环境空气。"));
        logOptions.AddTo(command);
        foreach (var option in new Option[] { isAmbient, rulesOf, from, to }) command.Options.Add(option);
        surroundings.AddTo(command);
        foreach (var option in new Option[] { when, overlay, format }) command.Options.Add(option);
        command.SetAction(result =>
        {
            var days = new DaySpan(result.GetValue(from), result.GetValue(to));
            if (days.Last < days.First) return context.Fail(ExitCode.Usage, new($"--to ({days.Last}) is before --from ({days.First}).", $"--to（{days.Last}）早于 --from（{days.First}）。"));
            if (!context.TryLoad(result.GetValue(overlay) ?? [])) return ExitCode.BadData;
            if (!StatedConditions.TryRead(result.GetValue(when) ?? [], out var stated, out var exitCode, out var problem)) return context.Fail(exitCode, problem);
            if (stated.HasMoment) return context.Fail(ExitCode.Usage, StatedConditions.NoMoment);
            if (!logOptions.TryOpen(context, result, out var logs)) return ExitCode.BadData;
            if (!surroundings.TryRead(context, result, logs, stated, result.GetValue(isAmbient), out var air, out exitCode)) return exitCode;
            MonitorJudge judge = result.GetValue(isAmbient) ? new AmbientJudge(context, logs, stated, result.GetValue(rulesOf)) : new SiteJudge(context, logs, stated, air);
            return Judge(context, logs, judge, days, result.GetRequiredValue(format));
        });
        return command;
    }

    private static int Judge(ToolContext context, StationLogs logs, MonitorJudge judge, DaySpan span, string format)
    {
        // Minutes and hours of one station may both be there; each is judged as it was sent.
        var all = logs.ReadSeries();
        if (logs.AreStampsDoubtful)
        {
            logs.WriteFindings();
            return context.Fail(ExitCode.BadData, new(
                "Nothing was judged: it is not known whether times begin or end their periods, and to which day they belong. Give --stamps.", "未作评价：时间是时段的开始还是结束、属于哪一天，均未知。请给出 --stamps。"));
        }

        var (days, left, doubts, others) = (new List<JudgedDay>(), new List<(Hj212Series Series, NotJudged Why)>(), new List<SeriesDoubt>(), new List<JudgedDay>());
        foreach (var series in all)
        {
            if (judge.Judge(series, all) is not { } judged)
            {
                if (judge.WhyNot(series, all) is { } why) left.Add((series, why));
                continue;
            }

            // A year of which some days are left out is not the one that was judged.
            var ofSeries = judged.ToList();
            var inside = ofSeries.Where(day => span.Holds(day)).ToList();
            others.AddRange(ofSeries.Where(day => day.Period != JudgedPeriod.Year && !span.Holds(day)));
            if (inside.Count == 0) continue;
            if (judge.SlipOf(series, inside) is { } slip)
            {
                inside.Insert(0, slip);
                doubts.Add(new(series, "unit", slip.Finding.Reason));
            }

            if (logs.StepDoubtOf(series) is { } doubt)
            {
                doubts.Add(doubt);
                if (doubt.IsOpen) inside.Insert(0, judge.MinutesOf(doubt, inside));
            }

            days.AddRange(inside);
        }

        MonitorReport.Write(context, logs.Place, days, doubts, format);
        logs.WriteFindings();
        logs.WriteContradictions(all);
        logs.WriteDoubts(doubts);
        foreach (var (series, why) in left)
            context.ErrorLine(context.Say(
                $"Not judged: {series.Station} {series.Code}-{series.Suffix}, {series.Readings.Count} readings, {why.Reason.English}.", $"未评价：{series.Station} {series.Code}-{series.Suffix}，{series.Readings.Count} 条读数，{why.Reason.Chinese}。"));
        foreach (var hint in MissingInputs.HintsFor(context.Catalogue, logs.Place, days)) context.ErrorLine(hint.In(context.Language));
        if (NotJudged.Of(logs, all, days, left.ConvertAll(static one => one.Why), span, others) is { } nothing) context.Fail(ExitCode.Undecided, nothing);
        return days.Count == 0 ? ExitCode.Undecided : ExitCode.Of(Finding.OverallOf([.. days.Select(static day => day.Finding)]));
    }
}

/// <summary>The days that are judged.</summary>
/// <param name="First">The first; <see langword="null"/> for all from the beginning on.</param>
/// <param name="Last">The last, inclusive; <see langword="null"/> for all to the end.</param>
internal sealed record DaySpan(CalendarDate? First, CalendarDate? Last)
{
    public bool Holds(JudgedDay day) => !(day.Date < First) && !(day.LastDate > Last);

    /// <summary>The span as the options say it.</summary>
    public override string ToString() => string.Join(' ', new[] { First is { } first ? $"--from {first}" : "", Last is { } last ? $"--to {last}" : "" }.Where(static part => part.Length > 0));
}
