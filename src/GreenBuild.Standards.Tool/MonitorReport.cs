using System.Globalization;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary>Writes what <c>monitor</c> found: for programs a row a finding, with words that hang on no language; for people a list with a summary below it.</summary>
internal static class MonitorReport
{
    public static void Write(ToolContext context, Jurisdiction place, IReadOnlyList<JudgedDay> days, IReadOnlyList<SeriesDoubt> doubts, string format)
    {
        if (format == "csv") WriteCsv(context, days);
        else if (format == "json") WriteJson(context, place, days, doubts);
        else if (days.Count > 0) WriteList(context, days);
    }

    private static void WriteCsv(ToolContext context, IReadOnlyList<JudgedDay> days) => context.Csv(
        ["station", "code", "seconds", "date", "period", "from", "to", "verdict", "provisional", "measured", "compared", "limit", "unit", "requirement", "citation", "evidence", "reason"],
        days.Select(day => (IReadOnlyList<object?>)
        [
            day.Series.Station, day.Series.Code, PeriodText.Seconds(day.Series.Duration!.Value), day.Date, day.PeriodWord, MomentOf(day.Finding.From), MomentOf(day.Finding.To), JsonWord.Of(day.Finding.Verdict),
            day.Finding.ProvisionalVerdict is { } provisional ? JsonWord.Of(provisional) : null, day.Finding.Measured, day.Finding.Compared, ReportFormat.LimitNumberOf(day.Finding),
            day.Finding.Unit is { Length: > 0 } unit ? unit : day.Finding.Requirement?.Unit,
            day.Finding.Requirement?.Key, day.Finding.Requirement?.Citation, JsonWord.Of(day.Finding.Evidence), day.Finding.Reason.In(context.Language),
        ]));

    // As in the JSON of findings; without them the parts of a night that is cut where the edition changes could not be told from the next night.
    private static string? MomentOf(DateTime? local) => local?.ToString("s", CultureInfo.InvariantCulture);

    private static void WriteJson(ToolContext context, Jurisdiction place, IReadOnlyList<JudgedDay> days, IReadOnlyList<SeriesDoubt> doubts) => context.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("catalogue", context.Catalogue.ReleaseDate.ToString());
        writer.WriteString("place", place.Code);
        writer.WriteStartArray("days");
        foreach (var day in days)
        {
            StartOf(day.Series);
            writer.WriteString("date", day.Date.ToString());
            writer.WriteString("period", day.PeriodWord);
            writer.WritePropertyName("finding");
            FindingJson.Write(writer, day.Finding);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("doubts");
        foreach (var doubt in doubts)
        {
            StartOf(doubt.Series);
            writer.WriteString("kind", doubt.Kind);
            writer.WritePropertyName("text");
            FindingJson.WriteText(writer, doubt.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();

        void StartOf(Hj212Series series)
        {
            writer.WriteStartObject();
            writer.WriteString("station", series.Station);
            writer.WriteString("code", series.Code);
            writer.WriteNumber("seconds", PeriodText.Seconds(series.Duration!.Value));
        }
    });

    private static void WriteList(ToolContext context, IReadOnlyList<JudgedDay> days)
    {
        var listing = new Listing(
            context, new(context.Say("Day", "日期")), new(context.Say("Station", "监测站"), HasDetails: true), new(context.Say("Factor", "因子")), new(context.Say("Found", "结果")), new(context.Say("Limit", "限值"), IsNumber: true),
            new(context.Say("Verdict", "结论")), new(context.Say("Reason", "理由"), true))
        {
            IsSpaced = false,
        };
        foreach (var day in days.Where(static day => !day.HasNoLimit)) Add(DateOf(day), day.Series.Station, day, day.Found, day.Finding.Reason.In(context.Language));
        // Where no rule is about what was measured, saying so once for each day of each station would bury the rest.
        foreach (var same in days.Where(static day => day.HasNoLimit).GroupBy(static day => (day.Series.Code, day.Series.Duration)))
        {
            var (all, stations) = (same.ToList(), same.Select(static day => day.Series.Station).Distinct().ToList());
            var (first, last) = (all.MinBy(static day => day.Date)!, all.Max(static day => day.LastDate));
            var reason = first.Finding.Reason.In(context.Language) + (all.Count > 1 ? context.Say($" The same {all.Count} times in all.", $"同类共 {all.Count} 项。") : "");
            Add(
                all.Count == 1 || first.Date == last ? DateOf(first) : context.Say($"{first.Date} to {last}", $"{first.Date} 至 {last}"), stations is [var only] ? only : context.Say($"{stations.Count} stations", $"{stations.Count} 个监测站"),
                first, all.Count == 1 ? first.Found : "", reason);
        }

        listing.Write();
        context.Line(SummaryOf(days).In(context.Language));

        string DateOf(JudgedDay day)
        {
            var date = day.Period == JudgedPeriod.Year ? day.Date.Year.ToString(CultureInfo.InvariantCulture) : day.Date.ToString();
            return day.Period == JudgedPeriod.WholeDay ? date : date + " " + day.PeriodName.In(context.Language) + (day.Hours.Length > 0 ? " " + day.Hours : "");
        }

        void Add(string date, string station, JudgedDay day, string found, string reason) => listing.Add(
            [
                new(date), new(station), new($"{day.Series.Code} {PeriodText.Of(day.Series.Duration!.Value)}"), new(found), new(ReportFormat.LimitOf(day.Finding)),
                new(ReportFormat.VerdictOf(day.Finding, context.Language), ToolContext.StyleOf(day.Finding.Verdict)), new(reason),
            ],
            Listing.Detail(day.Finding.Verdict == Verdict.Compliant ? "" : reason));
    }

    /// <summary>How many findings there are of each factor, by verdict, those on all readings together among them; a day has one for each limit: <c>Leq 4 (compliant 2, indeterminate 2)</c>.</summary>
    private static BilingualText SummaryOf(IReadOnlyList<JudgedDay> days)
    {
        var factors = days.GroupBy(static day => day.Series.Code).OrderBy(static factor => factor.Key, StringComparer.Ordinal).Select(static factor => (factor.Key, Count: factor.Count(), Verdicts: factor
            .GroupBy(static day => (day.Finding.Verdict, day.Finding.ProvisionalVerdict)).OrderBy(static same => same.Key.Verdict).ThenBy(static same => same.Key.ProvisionalVerdict)
            .Select(static same => (Finding: same.First().Finding, Count: same.Count())).ToList())).ToList();
        return new(
            "Findings: " + string.Join("; ", factors.Select(static one => $"{one.Key} {one.Count} ({string.Join(", ", one.Verdicts.Select(static same => $"{ReportFormat.VerdictOf(same.Finding, Language.English)} {same.Count}"))})")) + ".",
            "评价结果：" + string.Join("；", factors.Select(static one => $"{one.Key} {one.Count} 项（{string.Join("，", one.Verdicts.Select(static same => $"{ReportFormat.VerdictOf(same.Finding, Language.Chinese)} {same.Count}"))}）")) + "。");
    }
}
