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
/// must meet the limit. An averaging period with a missing reading is left out; a window as a whole is judged by the readings that it has.
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
        foreach (var rule in RulesOn(first).Union(RulesOn(last)))
        {
            if (rule.Condition("hours") is not { } hours || !AppliesApartFromTime(rule)) continue;
            foreach (var window in hours.Windows)
                for (var day = first.PlusDays(-1); day <= last; day = day.PlusDays(1))
                    if (rule.Edition.IsInForceOn(day) && window.OpensOn(day, _site.Circumstances.IsPublicHoliday))
                        JudgeWindow(results, series, rule, day.ToDateTime() + window.Start, window.Length);
        }

        return results.AsReadOnly();
    }

    private IEnumerable<Requirement> RulesOn(CalendarDate date) =>
        _catalogue.InForce(Measurands.Noise.Receiver, _site.Place, date).Concat(_catalogue.InForce(Measurands.Noise.ReceiverRating, _site.Place, date))
            .Where(static rule => rule.Kind == RequirementKind.Limit && rule.RelativeTo is null);

    private bool AppliesApartFromTime(Requirement rule)
    {
        foreach (var condition in rule.Conditions)
        {
            // Averaging and time are what the window itself settles.
            if (condition.Type is FacetType.Hours or FacetType.Dates || condition.Facet is "averaging" or "period") continue;
            var match = condition.Match(_site.Circumstances);
            if (condition.IsException ? match == FacetMatch.Holds : match != FacetMatch.Holds) return false;
        }

        return true;
    }

    private void JudgeWindow(List<ReceiverWindow> results, NoiseSeries series, Requirement rule, DateTime start, TimeSpan length)
    {
        var readings = series.Readings;
        var from = FirstAt(readings, start);
        var to = FirstAt(readings, start + length);
        if (from == to) return;
        var averaging = AveragingOf(rule) is { } minutes && minutes < length ? minutes : length;
        var isWhole = averaging == length;
        (double Level, DateTime At)? highest = null;
        var (judged, exceeding, incomplete) = (0, 0, 0);
        for (var block = start; block < start + length; block += averaging)
        {
            var (first, end) = (FirstAt(readings, block), FirstAt(readings, block + averaging));
            if (first == end) continue;
            var expected = averaging.Ticks / series.ReadingDuration.Ticks;
            if (!isWhole && end - first < expected)
            {
                incomplete++;
                continue;
            }

            var levels = new List<double>(end - first);
            for (var i = first; i < end; i++)
                if (!double.IsNaN(readings[i].Level) && !double.IsInfinity(readings[i].Level)) levels.Add(readings[i].Level);
            if (levels.Count == 0) continue;
            var level = EquivalentLevel.OfEqual(levels);
            judged++;
            if (LimitCheck.TryCompare(rule, (decimal)level, out var comparison) && !comparison.IsMet) exceeding++;
            if (highest is null || level > highest.Value.Level) highest = (level, block);
        }

        var finding = Finding(series, rule, start, length, averaging, highest, isWhole ? to - from : 0);
        results.Add(new ReceiverWindow(rule, start, start + length, finding) { Judged = judged, Exceeding = exceeding, Incomplete = incomplete });
    }

    private Finding Finding(NoiseSeries series, Requirement rule, DateTime start, TimeSpan length, TimeSpan averaging, (double Level, DateTime At)? highest, int wholeCount)
    {
        Finding finding;
        if (highest is not { } found)
        {
            finding = new Finding(rule) { Unit = rule.Unit, Verdict = Verdict.Invalid, Reason = new("No averaging period is complete.", "没有完整的平均时段。") };
        }
        else
        {
            var (level, correction) = Rated(rule, (decimal)found.Level);
            finding = LimitCheck.Judge(rule, level, null, _options);
            finding.Step(
                $"Highest of {averaging.TotalMinutes:0} min: {found.Level:0.0} dB(A) from {found.At:yyyy-MM-dd HH:mm}.",
                $"{averaging.TotalMinutes:0} min 平均的最大值：{found.Level:0.0} dB(A)，始于 {found.At:yyyy-MM-dd HH:mm}。");
            if (correction is not null)
            {
                finding.Rely(correction.Evidence);
                finding.Step(
                    $"Time correction {Words.Number(correction.Value!.Value)} dB(A) for the daily running time ({correction.Citation}).",
                    $"按日运行时间修正 {Words.Number(correction.Value!.Value)} dB(A)（{correction.Citation}）。");
                var decided = finding.ProvisionalVerdict ?? finding.Verdict;
                finding.ProvisionalVerdict = null;
                finding.Conclude(decided, _options);
            }

            if (wholeCount > 0)
            {
                var share = 100.0 * wholeCount * series.ReadingDuration.Ticks / length.Ticks;
                finding.Step($"Readings cover {share:0.#} % of the window.", $"数据覆盖时段的 {share:0.#} %。");
            }
        }

        finding.Subject = series.Point;
        finding.From = start;
        finding.To = start + length;
        finding.Origin = new FindingOrigin { File = series.File };
        return finding;
    }

    /// <summary>The rating level of the AVV: the level less a correction for machines that run part of the day.</summary>
    private (decimal Level, Requirement? Correction) Rated(Requirement rule, decimal level)
    {
        if (rule.Measurand.Key != Measurands.Noise.ReceiverRating) return (level, null);
        var period = rule.Condition("period")?.Values[0];
        var circumstances = period is null ? _site.Circumstances : _site.Circumstances.With("period", period);
        var correction = rule.Edition.Requirements.FirstOrDefault(row =>
            row.Measurand.Key == Measurands.Noise.TimeCorrection && row.Value is not null && row.AppliesTo(circumstances, out _) == FacetMatch.Holds);
        return correction is null ? (level, null) : (level + correction.Value!.Value, correction);
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
