using System.Globalization;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Reporting;

/// <summary>How reports write periods, levels and times: the same in the HTML report and in the table of the tool.</summary>
public static class ReportFormat
{
    /// <summary>The verdicts in the order in which reports count them.</summary>
    internal static IReadOnlyList<Verdict> Verdicts { get; } = [Verdict.Compliant, Verdict.NonCompliant, Verdict.Indeterminate, Verdict.Invalid, Verdict.NotApplicable];

    /// <summary>What stands where there is nothing to show.</summary>
    public const string Nothing = "–";

    /// <summary>Date, kind and clock time of a period, for example <c>2025-12-31 night 22:00–24:00</c>.</summary>
    public static string PeriodOf(NoisePeriod period, Language language) => DayOf(period, language) + " " + ClockOf(period);

    /// <summary>Date and kind of a period, for example <c>2025-12-31 night</c>; a night has the date on which it, or its part, begins.</summary>
    public static string DayOf(NoisePeriod period, Language language) =>
        Day(period.Start) + " " + (period.IsNight ? new BilingualText("night", "夜间") : new BilingualText("day", "昼间")).In(language);

    /// <summary>How much of a period was measured, for example <c> (25 of 480 min)</c>, where it is less than half of it: a verdict on a day of which little was measured must not look like one on the whole day. Else empty.</summary>
    public static BilingualText CoverageOf(NoisePeriod period)
    {
        var whole = period.End - period.Start;
        return period.ValidTime.Ticks * 2 >= whole.Ticks
            ? new("", "")
            : new($" ({MinutesOf(period.ValidTime)} of {MinutesOf(whole)} min)", $"（{MinutesOf(whole)} min 中有 {MinutesOf(period.ValidTime)} min）");
    }

    /// <summary>The clock times of a period, for example <c>22:00–06:00⁺¹</c>, where the end lies on the next day.</summary>
    public static string ClockOf(NoisePeriod period) => Clock(period.Start) + "–" + EndOf(period.Start, period.End);

    /// <summary>A stretch of local time, for example <c>2025-12-31 22:00 – 2026-01-01 06:00</c>.</summary>
    public static string SpanOf(DateTime start, DateTime end) => Moment(start) + " – " + (start.Date == end.Date ? Clock(end) : Moment(end));

    /// <summary>A local moment, for example <c>2025-12-31 22:00</c>.</summary>
    public static string Moment(DateTime local) => Day(local) + " " + Clock(local);

    /// <summary>
    /// A level to a tenth of a decibel; to more digits where a tenth would hide on which side of a whole decibel it is rounded.
    /// </summary>
    /// <param name="level">The unrounded level in dB(A); nothing, or not a number, is a dash.</param>
    public static string LevelOf(double? level)
    {
        if (level is not { } known || double.IsNaN(known) || known is < -1e9 or > 1e9) return Nothing;
        return LevelOf((decimal)known);
    }

    /// <summary>A level that is shown for information and not judged, to a tenth of a decibel.</summary>
    /// <param name="level">The unrounded level in dB(A); nothing, or not a number, is a dash.</param>
    public static string TenthOf(double? level) =>
        level is not { } known || double.IsNaN(known) || known is < -1e9 or > 1e9 ? Nothing : Gbt8170.Round((decimal)known, 1).ToString("F1", CultureInfo.InvariantCulture);

    /// <summary>The highest 20 minutes of a period with the value that compares with the limit, for example <c>72.4 (70)</c>.</summary>
    public static string HighestTwentyMinutesOf(NoisePeriod period) =>
        TenthOf(period.HighestTwentyMinutes) + (period.HighestTwentyMinutesCompared is { } compared ? $" ({Words.Number(compared)})" : "");

    /// <summary>A level as by <see cref="LevelOf(double?)"/>.</summary>
    public static string LevelOf(decimal level)
    {
        for (var digits = 1; ; digits++)
        {
            var shown = Gbt8170.Round(level, digits);
            if (digits == 6 || Gbt8170.Round(shown, 0) == Gbt8170.Round(level, 0)) return shown.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What a finding is about: its subject, or the title of its rule where it has none.</summary>
    public static string SubjectOf(Finding finding, Language language) =>
        finding.Subject.Length > 0 ? finding.Subject : finding.Requirement?.Title.In(language) ?? new BilingualText("the project", "项目").In(language);

    /// <summary>What a finding is about, with the time that it stands for, for example <c>Point A, 2026-01-05 22:00 – 2026-01-06 06:00</c>.</summary>
    public static string SubjectAndTimeOf(Finding finding, Language language) =>
        SubjectOf(finding, language) + (finding is { From: { } from, To: { } to } ? new BilingualText(", ", "，").In(language) + (IsDay(from, to) ? Day(from) : SpanOf(from, to)) : "");

    /// <summary>How an audit compares with the earlier one, in numbers.</summary>
    public static BilingualText ComparisonOf(AuditReport report)
    {
        var (worse, mended, gone) = (report.NewProblems.Count, report.Fixed.Count, report.NotJudgedAgain.Count);
        var same = report.Problems.Count - worse;
        return new(
            $"{worse} new or worse, {mended} fixed or better, {same} as before{(gone > 0 ? $", {gone} not judged again" : "")}.",
            $"新增或变差 {worse} 项，消除或改善 {mended} 项，未变 {same} 项{(gone > 0 ? $"，未再评价 {gone} 项" : "")}。");
    }

    /// <summary>The earlier findings that are better, or were not judged again, each in a line that says which.</summary>
    public static IEnumerable<BilingualText> PreviousOf(AuditReport report) =>
        report.Fixed.Select(static one => Line(one, "fixed or better: ", "消除或改善：")).Concat(report.NotJudgedAgain.Select(static one => Line(one, "not judged again: ", "未再评价：")));

    private static BilingualText Line(PreviousFinding one, string english, string chinese)
    {
        string[] parts = one.Subject.Length == 0 ? [one.Citation ?? ""] : one.Citation is null ? [one.Subject] : [one.Subject, one.Citation];
        return new(english + string.Join(", ", parts), chinese + string.Join("，", parts));
    }

    /// <summary>A number with its unit; a dash where there is none. One of more than four decimals that no rounding rule was for is shown to four, with a sign that says so.</summary>
    public static string WithUnit(decimal? number, string unit)
    {
        if (number is not { } known) return Nothing;
        var shown = Gbt8170.Round(known, 4);
        return (shown == known ? Words.Number(known) : "≈ " + Words.Number(shown)) + (unit is "" or "1" ? "" : " " + Words.OfUnit(unit));
    }

    /// <summary>A time in minutes without unit, for example <c>12</c> or <c>0.5</c>.</summary>
    public static string MinutesOf(TimeSpan time) => Words.Number((decimal)time.Ticks / TimeSpan.TicksPerMinute);

    /// <summary>For how many minutes the levels of a period, uncorrected, were over the limit; a dash where there is no limit.</summary>
    public static string ExceedingOf(NoisePeriod period) => LimitOf(period.Finding) == Nothing ? Nothing : MinutesOf(period.ExceedingTime);

    /// <summary>The sum of <see cref="ExceedingOf(NoisePeriod)"/> over the periods of a point; a dash where none has a limit.</summary>
    public static string ExceedingOf(PointAudit point) =>
        point.Periods.All(static period => LimitOf(period.Finding) == Nothing) ? Nothing : MinutesOf(TimeSpan.FromTicks(point.Periods.Sum(static period => period.ExceedingTime.Ticks)));

    /// <summary>How many readings of a point do not count, and why, for example <c>80 of 4320 readings do not count (weather 60, no level 20)</c>.</summary>
    public static BilingualText LeftOutOf(PointAudit point)
    {
        var all = point.Point.Series.Readings.Count.ToString(CultureInfo.InvariantCulture);
        if (point.LeftOutCount == 0) return new($"all {all} readings count", $"{all} 个读数全部有效");
        var (leftOut, weather, withoutLevel) = (Count(point.LeftOutCount), Count(point.WeatherCount), Count(point.WithoutLevelCount));
        var (english, chinese) = point.MisplacedCount == 0 ? ("", "") : ($", over the end of a period or overlapping {Count(point.MisplacedCount)}", $"，跨时段或重叠 {Count(point.MisplacedCount)} 个");
        if (point.AboveRangeCount > 0) (english, chinese) = ($", above the range {Count(point.AboveRangeCount)}{english}", $"，超量程 {Count(point.AboveRangeCount)} 个{chinese}");
        return new(
            $"{leftOut} of {all} readings do not count (weather {weather}, no level {withoutLevel}{english})",
            $"{all} 个读数中 {leftOut} 个不计入（气象条件 {weather} 个，无声级 {withoutLevel} 个{chinese}）");

        static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Stands beside a verdict that holds only if what was not recorded was in order.</summary>
    public const string OnTrustSign = "‡";

    /// <summary>That findings are compliant only if what was not recorded was in order; <see langword="null"/> if there are none.</summary>
    public static BilingualText? OnTrustOf(AuditReport report)
    {
        if (report.OnTrust.Count == 0) return null;
        var names = report.OnTrust.SelectMany(static one => one.Finding.NotRecorded).Distinct().Select(Words.OfInput).ToList();
        var count = report.OnTrust.Count.ToString(CultureInfo.InvariantCulture);
        return new(
            $"{count} of the compliant findings take as in order what was not recorded: {string.Join(", ", names.Select(static name => name.English))}.",
            $"符合的结论中有 {count} 项将未记录的条件视为符合要求：{string.Join("、", names.Select(static name => name.Chinese))}。");
    }

    /// <summary>A number that may be missing.</summary>
    public static string NumberOf(decimal? value) => value is { } known ? Words.Number(known) : Nothing;

    /// <summary>The limit of a finding with its comparison, for example <c>≤ 70</c> or <c>∈ −5 … 5</c>.</summary>
    public static string LimitOf(Finding finding)
    {
        if (LimitNumberOf(finding) is not { } limit) return Nothing;
        var upper = finding.Limit is null ? finding.Requirement!.UpperValue : finding.UpperLimit;
        return (Words.Of(finding.Requirement!.Comparator) + " " + (upper is { } high ? Words.Between(limit, high) : Words.Number(limit))).Trim();
    }

    /// <summary>The limit of a finding, also where nothing could be compared with it; <see langword="null"/> where it hangs on another that is not known.</summary>
    internal static decimal? LimitNumberOf(Finding finding) =>
        finding.Requirement is { } requirement ? finding.Limit ?? (requirement.RelativeTo is null ? requirement.Value : null) : null;

    /// <summary>The verdict in words; a provisional one says what it would be.</summary>
    public static string VerdictOf(Finding finding, Language language)
    {
        var verdict = Words.Of(finding.Verdict).In(language);
        if (finding.ProvisionalVerdict is not { } provisional) return verdict;
        return language == Language.Chinese ? $"暂定：{Words.Of(provisional).Chinese}" : $"provisional: {Words.Of(provisional).English}";
    }

    private static bool IsDay(DateTime from, DateTime to) => from.TimeOfDay == TimeSpan.Zero && to - from == TimeSpan.FromDays(1);

    private static string Day(DateTime local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string EndOf(DateTime start, DateTime end) =>
        (end - start.Date).Ticks == TimeSpan.TicksPerDay ? "24:00" : Clock(end) + (end.Date > start.Date ? "⁺¹" : "");
}
