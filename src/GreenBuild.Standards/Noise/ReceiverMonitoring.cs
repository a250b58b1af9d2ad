namespace GreenBuild.Standards.Noise;

/// <summary>What the readings of one window of one rule came to at an affected building.</summary>
public sealed class ReceiverWindow
{
    internal ReceiverWindow(Requirement rule, DateTime start, DateTime end, Finding finding)
    {
        Rule = rule;
        Start = start;
        End = end;
        Finding = finding;
    }

    /// <summary>The rule.</summary>
    public Requirement Rule { get; }

    /// <summary>The local moment at which the window opens.</summary>
    public DateTime Start { get; }

    /// <summary>The local moment at which it closes, exclusive.</summary>
    public DateTime End { get; }

    /// <summary>How many averaging periods of the window were judged.</summary>
    public int Judged { get; internal set; }

    /// <summary>How many of them exceed the limit.</summary>
    public int Exceeding { get; internal set; }

    /// <summary>The averaging periods that were left out because readings are missing.</summary>
    public int Incomplete { get; internal set; }

    /// <summary>The verdict: that of the highest averaging period.</summary>
    public Finding Finding { get; }
}

/// <summary>
/// Judges readings at an affected building by rules that hold several windows at once: Singapore (5 min, 1 h and 12 h together), Hong
/// Kong (30 min by day), the AVV Baulärm (07:00 to 20:00, 20:00 to 07:00).
/// </summary>
/// <remarks>
/// Each rule of the place that applies is judged in each of its windows: every averaging period, aligned to the start of the window,
/// must meet the limit. An averaging period with a missing reading is left out and counted; a window that is averaged as a whole and has gaps gives
/// a provisional verdict, unless what was measured breaks the limit by itself. A rule that hangs on a facet that is not given is indeterminate.
/// </remarks>
public sealed class ReceiverMonitoring
{
    private readonly StandardsCatalogue _catalogue;
    private readonly ConstructionSite _site;
    private readonly CheckOptions _options;

    /// <summary>Creates a judge for a site.</summary>
    /// <param name="site">The site; the facets of the rules of the place (<c>receiver</c>, <c>distance</c>, <c>areaType</c> ...) and its calendar of public holidays decide which apply.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public ReceiverMonitoring(ConstructionSite site, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _site = site;
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
    }

    /// <summary>Judges a series: one result for each rule and each of its windows that holds readings, in order of rule and time.</summary>
    public IReadOnlyList<ReceiverWindow> Judge(NoiseSeries series)
    {
        var results = new List<ReceiverWindow>();
        if (series.Readings.Count == 0) return results;
        var first = CalendarDate.FromDateTime(series.Readings[0].LocalTime);
        var last = CalendarDate.FromDateTime(series.Readings[series.Readings.Count - 1].LocalTime);
        var rules = new List<Requirement>();
        for (var day = first.PlusDays(-1); day <= last; day = day.PlusDays(1))
            foreach (var rule in RulesOn(day))
                if (!rules.Contains(rule)) rules.Add(rule);
        foreach (var rule in rules)
        {
            var match = MatchApartFromTime(rule, out var missing);
            if (match == FacetMatch.Fails) continue;
            if (rule.Condition("hours") is not { } hours) missing.Add("hours");
            else if (missing.Count == 0)
            {
                foreach (var window in hours.Windows)
                    for (var day = first.PlusDays(-1); day <= last; day = day.PlusDays(1))
                        if (rule.Edition.IsInForceOn(day) && rule.MayHoldOn(day) && window.OpensOn(day, _site.Circumstances.IsPublicHoliday))
                            JudgeWindow(results, series, rule, window, day.ToDateTime() + window.Start);
                continue;
            }

            // A rule of hours in which nothing was read has nothing to ask.
            if (rule.Condition("hours") is not { } open || series.Readings.Any(reading => open.InWindows(reading.LocalTime, _site.Circumstances.IsPublicHoliday)))
                results.Add(Undecided(series, rule, missing));
        }

        var others = series.Alternatives.Select(Judge).ToList();
        for (var i = 0; i < results.Count && others.Count > 0; i++) ContradictedReadings.Settle(results[i].Finding, others.ConvertAll(other => other[i].Finding));
        return results.AsReadOnly();
    }

    /// <summary>A rule of which it cannot be told whether it applies, or over what time it averages: silence would be taken for a pass.</summary>
    private static ReceiverWindow Undecided(NoiseSeries series, Requirement rule, List<string> missing)
    {
        var (start, end) = (series.Readings[0].LocalTime, series.Readings[series.Readings.Count - 1].LocalTime + series.ReadingDuration);
        var finding = new Finding(rule)
        {
            Unit = rule.Unit,
            Subject = series.Point,
            From = start,
            To = end,
            Missing = missing,
            Reason = Words.NotKnown(missing, rule),
        };
        return new ReceiverWindow(rule, start, end, finding);
    }

    private IEnumerable<Requirement> RulesOn(CalendarDate date) =>
        _catalogue.InForce(Measurands.Noise.Receiver, _site.Place, date).Concat(_catalogue.InForce(Measurands.Noise.ReceiverRating, _site.Place, date))
            .Where(static rule => rule.Kind == RequirementKind.Limit && rule.RelativeTo is null);

    private FacetMatch MatchApartFromTime(Requirement rule, out List<string> missing)
    {
        missing = [];
        foreach (var condition in rule.Conditions)
        {
            // Averaging and time are what the window itself settles.
            if (condition.Type is FacetType.Hours or FacetType.Dates || condition.Facet is "averaging" or "period") continue;
            var match = condition.Match(_site.Circumstances);
            if (condition.IsException ? match == FacetMatch.Holds : match == FacetMatch.Fails) return FacetMatch.Fails;
            if (!condition.IsException && match == FacetMatch.Unknown) missing.Add(condition.Facet);
        }

        // A rating level is formed over its whole window; any other level needs its averaging time.
        if (AveragingOf(rule) is null && rule.Measurand.Key != Measurands.Noise.ReceiverRating) missing.Add("averaging");
        return missing.Count > 0 ? FacetMatch.Unknown : FacetMatch.Holds;
    }

    private void JudgeWindow(List<ReceiverWindow> results, NoiseSeries series, Requirement rule, WeeklyWindow window, DateTime start)
    {
        var readings = series.Readings;
        var end = start + window.Length;
        var (from, to) = (FirstAt(readings, start), FirstAt(readings, end));
        if (from == to) return;
        var averaging = AveragingOf(rule) is { } minutes && minutes < window.Length ? minutes : window.Length;
        var correction = CorrectionOf(rule);
        (double Level, DateTime At, double Coverage)? highest = null;
        var (judged, exceeding, incomplete, aboveRange) = (0, 0, 0, 0);
        for (var block = start; block < end; block += averaging)
        {
            var levels = new List<double>();
            var (last, above) = (FirstAt(readings, block + averaging), 0);
            for (var i = FirstAt(readings, block); i < last; i++)
            {
                if (readings[i].HasLevel) levels.Add(readings[i].Level);
                else if (readings[i].IsAboveRange) above++;
            }

            aboveRange += above;
            if (levels.Count == 0) continue;
            // A reading that is longer than the averaging time says nothing about it. What was above the range was measured, and can only make the level higher.
            var coverage = series.ReadingDuration > averaging ? 0 : (double)(levels.Count + above) * series.ReadingDuration.Ticks / averaging.Ticks;
            if (coverage == 0 || (averaging < window.Length && coverage < 1))
            {
                incomplete++;
                continue;
            }

            var level = EquivalentLevel.OfEqual(levels);
            judged++;
            if (LimitCheck.TryCompare(rule, Acoustics.Exact(level) + (correction?.Value ?? 0), out var comparison) && !comparison.IsMet) exceeding++;
            if (highest is null || level > highest.Value.Level) highest = (level, block, coverage);
        }

        var finding = highest is { } found
            ? Judge(rule, found.Level, found.At, averaging, Math.Min(found.Coverage, 1), correction)
            : new Finding(rule) { Unit = rule.Unit, Verdict = Verdict.Invalid, Reason = new("No averaging period is complete.", "没有完整的平均时段。") };
        if (aboveRange > 0 && (finding.Decided == Verdict.Compliant || highest is null)) AboveRange.WithdrawLevels(finding, aboveRange);
        if (!window.IsDaily && _site.Circumstances.IsPublicHoliday is null)
            finding.Step("No calendar of public holidays was given: none is assumed.", "未提供公众假日日历：视为没有公众假日。");
        finding.Subject = series.Point;
        finding.From = start;
        finding.To = end;
        finding.Origin = new FindingOrigin { File = series.File };
        results.Add(new ReceiverWindow(rule, start, end, finding) { Judged = judged, Exceeding = exceeding, Incomplete = incomplete });
    }

    private Finding Judge(Requirement rule, double measured, DateTime at, TimeSpan averaging, double coverage, Requirement? correction)
    {
        var level = Acoustics.Exact(measured) + (correction?.Value ?? 0);
        var finding = LimitCheck.Judge(rule, level, null, _options);
        finding.Step(
            $"Highest of {Words.AboutTenth(averaging.TotalMinutes)} min: {Words.Tenth(measured)} dB(A) from {Words.Moment(at)}.",
            $"{Words.AboutTenth(averaging.TotalMinutes)} min 平均的最大值：{Words.Tenth(measured)} dB(A)，始于 {Words.Moment(at)}。");
        var decided = finding.Decided;
        if (rule.Measurand.Key == Measurands.Noise.ReceiverRating)
        {
            // 5-second maxima and a surcharge for tones make the rating level; a monitor's LAeq only stands in for it.
            finding.Rely(Evidence.Unconfirmed);
            finding.Step("LAeq stands in for the rating level: 5 s maxima and tone are not known.", "以 LAeq 代替评价声级：5 s 最大值和音调修正未知。");
        }

        if (correction is not null)
        {
            finding.Rely(correction);
            finding.Step(
                $"Time correction {Words.Number(correction.Value!.Value)} dB(A) for the daily running time ({correction.Citation}).",
                $"按日运行时间修正 {Words.Number(correction.Value!.Value)} dB(A)（{correction.Citation}）。");
        }

        if (coverage < 1)
        {
            finding.Step($"Readings cover {Words.AboutTenth(100 * coverage)} % of the averaging time.", $"数据覆盖平均时段的 {Words.AboutTenth(100 * coverage)} %。");
            // What was not measured can only add energy: the limit is broken for certain where the rest alone breaks it.
            var atLeast = measured + Acoustics.Level(coverage);
            var isCertain = decided == Verdict.NonCompliant
                && LimitCheck.TryCompare(rule, (decimal)atLeast + (correction?.Value ?? 0), out var least) && !least.IsMet;
            if (!isCertain)
            {
                finding.Missing = ["readings"];
                finding.Rely(Evidence.Unconfirmed);
            }
        }

        finding.ProvisionalVerdict = null;
        finding.Conclude(decided, _options);
        return finding;
    }

    /// <summary>The correction of the AVV for machines that run part of the day; null where there is none or the running time is not known.</summary>
    private Requirement? CorrectionOf(Requirement rule)
    {
        if (rule.Measurand.Key != Measurands.Noise.ReceiverRating) return null;
        var period = rule.Condition("period")?.Values[0];
        var circumstances = period is null ? _site.Circumstances : _site.Circumstances.With("period", period);
        return rule.Edition.Requirements.FirstOrDefault(row =>
            row.Measurand.Key == Measurands.Noise.TimeCorrection && row.Value is not null && row.AppliesTo(circumstances, out _) == FacetMatch.Holds);
    }

    private static TimeSpan? AveragingOf(Requirement rule) =>
        rule.Condition("averaging")?.Range?.Low is { } minutes ? TimeSpan.FromMinutes((double)minutes) : null;

    private static int FirstAt(IReadOnlyList<NoiseReading> readings, DateTime moment)
    {
        var (low, high) = (0, readings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (readings[middle].LocalTime < moment) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
