using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Dust;

/// <summary>Judges the readings of dust monitors at the boundary of a construction site, by the rules of the place and the day.</summary>
/// <remarks>
/// Which rule it is follows from the catalogue: an absolute limit on means of 5, 15 or 60 minutes; net of the background with a cap (DB13/ 2934);
/// by the ratio to the background (DB61/ 1078); in two tiers with a number of exceedances a day (DB31/ 964, DB34/ 4811); corrected by the air
/// quality of the city (DB32/ 4437); above the upwind reference (GB 16297-1996, table 1). A correction can only lower a value: where the value
/// as measured keeps the limit, nothing else has to be known. Each point is judged by itself, which for "the highest of the points" comes to the
/// same. Keeps what it has looked up by day: use one instance by one thread at a time.
/// </remarks>
public sealed class SiteDustMonitoring
{
    /// <summary>The unit in which the surroundings are given.</summary>
    public const string Unit = "µg/m3";

    /// <summary>
    /// The share of a window that must be covered by readings that count: 45 minutes of an hour. The rules for construction sites that were seen
    /// name none, and every finding says so.
    /// </summary>
    public const decimal DefaultNeededShare = 0.75m;

    private readonly StandardsCatalogue _catalogue;
    private readonly ConstructionSite _site;
    private readonly DustSurroundings _surroundings;
    private readonly CheckOptions _options;
    private readonly decimal _neededShare;
    private readonly Dictionary<(Particulate, CalendarDate), List<SiteDustRule>> _rules = [];

    /// <summary>Creates a judge for a site.</summary>
    /// <param name="site">The site; its circumstances answer facets such as <c>areaType</c>, its stages the facet <c>stage</c>.</param>
    /// <param name="surroundings">What is known of the air around it; nothing if not given.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <param name="neededShare">The share of a window that must be covered, above 0 and at most 1; <see cref="DefaultNeededShare"/> if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1.</exception>
    public SiteDustMonitoring(
        ConstructionSite site, DustSurroundings? surroundings = null, StandardsCatalogue? catalogue = null, CheckOptions? options = null, decimal neededShare = DefaultNeededShare)
    {
        if (neededShare is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(neededShare), "A share is above 0 and at most 1.");
        _site = site;
        _surroundings = surroundings ?? DustSurroundings.None;
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
        _neededShare = neededShare;
    }

    /// <summary>The rules that apply on a day; empty if there is none.</summary>
    public IReadOnlyList<SiteDustRule> RulesFor(Particulate particulate, CalendarDate date)
    {
        if (!_rules.TryGetValue((particulate, date), out var rules)) _rules[(particulate, date)] = rules = SiteDustRule.Find(_catalogue, _site, particulate, date);
        return rules;
    }

    /// <summary>Judges a series, day by day and rule by rule.</summary>
    /// <returns>One entry for each day with readings and each of its rules, in order of time; a day without a rule has one that says so.</returns>
    /// <exception cref="ArgumentException">The unit of the series is none of mass concentration.</exception>
    public IReadOnlyList<DustDay> Judge(Particulate particulate, MonitorSeries series)
    {
        var ledger = new SiteDustLedger(this, particulate, series.Point, series.Unit, series.ReadingDuration, series.File);
        var days = new List<DustDay>();
        foreach (var reading in series.Readings) days.AddRange(ledger.Append(reading));
        days.AddRange(ledger.Complete());
        return days.AsReadOnly();
    }

    /// <summary>Opens a ledger for readings that arrive one by one.</summary>
    /// <param name="particulate">What is measured.</param>
    /// <param name="point">The name of the monitoring point.</param>
    /// <param name="unit">The unit of the readings, for example <c>µg/m3</c>.</param>
    /// <param name="readingDuration">The time that each reading stands for; positive.</param>
    /// <exception cref="ArgumentException">The unit is none of mass concentration, or the duration is not positive.</exception>
    public SiteDustLedger Open(Particulate particulate, string point, string unit, TimeSpan readingDuration) => new(this, particulate, point, unit, readingDuration, null);

    /// <summary>The rules of a day, or one <see langword="null"/> where there is none.</summary>
    internal IReadOnlyList<SiteDustRule?> RulesOn(Particulate particulate, CalendarDate date)
    {
        var rules = RulesFor(particulate, date);
        return rules.Count == 0 ? [null] : [.. rules];
    }

    internal WindowRule WindowOf(SiteDustRule rule) => new(rule.Averaging, TimeSpan.FromTicks((long)Math.Ceiling(rule.Averaging.Ticks * _neededShare)));

    /// <summary>The entry of a day before its first window.</summary>
    internal DustDay Begin(string point, CalendarDate date, SiteDustRule? rule, bool canCut, string? file)
    {
        var day = new DustDay(point, date, rule, NewFinding(point, date, rule, file));
        if (rule is null)
        {
            day.Finding.Verdict = Verdict.NotApplicable;
            day.Finding.Reason = new($"No limit on dust at the boundary applies to this site in {_site.Place.Code} on {date}.", $"{_site.Place.Name.Chinese} 在 {date} 没有适用于该工地的场界扬尘限值。");
        }
        else if (rule.Missing.Count > 0)
        {
            Ask(day.Finding, rule.Missing);
        }
        else if (rule.Limit.Value is null)
        {
            day.Finding.Verdict = Verdict.Indeterminate;
            day.Finding.Missing = ["limit"];
            day.Finding.Reason = new("The catalogue does not know the value of this limit.", "目录中没有该限值的数值。");
        }
        else if (!canCut)
        {
            day.Finding.Verdict = Verdict.Indeterminate;
            day.Finding.Missing = ["readings"];
            day.Finding.Reason = new(
                $"The readings cannot be averaged over {Words.AboutTenth(rule.Averaging.TotalMinutes)} min: they are too long.", $"读数时长无法合成 {Words.AboutTenth(rule.Averaging.TotalMinutes)} min 均值。");
        }
        else
        {
            day.IsJudged = true;
            day.Finding.Missing = ["readings"];
            day.Finding.Reason = new("No averaging time of the day is over yet.", "当日尚无已结束的平均时段。");
        }

        return day;
    }

    internal DustWindow Judge(DustDay day, ClockWindow window, string unit)
    {
        var (rule, limit) = (day.Rule!, day.Rule!.Limit);
        var mean = window.Mean is { } measured && MeasurementUnit.TryConvert(measured, unit, limit.Unit, out var converted) ? converted : (decimal?)null;
        var judged = new DustWindow(window, mean) { Evidence = limit.Evidence };
        if (!window.IsValid || mean is not { } value || rule.Missing.Count > 0 || limit.Value is null) return judged;
        if (limit.Edition.Number == "GB 16297-1996")
        {
            if (StateOf(window.Start) is { } state)
            {
                value = state.Convert(value, AirState.Reference);
                judged.Correction = new($"at 273 K and 101.325 kPa {Words.Level(value)}", $"折算到 273 K、101.325 kPa 为 {Words.Level(value)}");
            }
            else
            {
                judged.IsStateUnknown = true;
            }
        }

        // Nothing that is subtracted makes a value larger: what keeps the limit as measured keeps it.
        if (LimitCheck.Meets(limit, value) || rule.Basis == DustBasis.Measured) Settle(judged, limit, value);
        else Correct(judged, rule, value);
        return judged;
    }

    private void Correct(DustWindow judged, SiteDustRule rule, decimal value)
    {
        var (limit, start) = (rule.Limit, judged.Window.Start);
        switch (rule.Basis)
        {
            case DustBasis.NetOfBackground:
                var cap = rule.Correction(Measurands.Dust.SubtractedBackgroundPm10);
                if (Background(limit, start) is not { } background)
                {
                    // Where even the cap does not save the value the background does not matter.
                    if (cap?.Value is not { } atMost || !MeasurementUnit.TryConvert(atMost, cap.Unit, limit.Unit, out var capped) || LimitCheck.Meets(limit, value - capped))
                    {
                        Unknown(judged, "background");
                        break;
                    }

                    judged.Evidence = Weaker(judged.Evidence, cap.Evidence);
                    judged.Correction = new($"minus at most {Words.Level(capped)} of an unknown background", $"背景未知，最多减 {Words.Level(capped)}");
                    Settle(judged, limit, value - capped);
                }
                else
                {
                    var subtracted = cap?.Value is { } most && MeasurementUnit.TryConvert(most, cap.Unit, limit.Unit, out var limited) && limited < background ? limited : background;
                    if (subtracted < background) judged.Evidence = Weaker(judged.Evidence, cap!.Evidence);
                    judged.Correction = new($"minus background {Words.Level(subtracted)}{(subtracted < background ? " (capped)" : "")}", $"减背景 {Words.Level(subtracted)}{(subtracted < background ? "（按上限）" : "")}");
                    Settle(judged, limit, value - subtracted);
                }

                break;
            case DustBasis.UpwindDifference:
                if (_surroundings.UpwindTsp?.Invoke(start) is { } upwind && upwind >= 0 && MeasurementUnit.TryConvert(upwind, Unit, limit.Unit, out var reference))
                {
                    // Both points stand in the same air.
                    if (judged.Correction.English is { Length: > 0 } && StateOf(start) is { } state) reference = state.Convert(reference, AirState.Reference);
                    var (english, chinese) = judged.Correction.English is { Length: > 0 } ? (judged.Correction.English + ", ", judged.Correction.Chinese + "，") : ("", "");
                    judged.Correction = new($"{english}minus upwind {Words.Level(reference)}", $"{chinese}减上风向参照 {Words.Level(reference)}");
                    Settle(judged, limit, value - reference);
                }
                else
                {
                    Unknown(judged, "upwind");
                }

                break;
            case DustBasis.AirQualityCorrection:
                CorrectByCity(judged, rule, value);
                break;
            default:
                CorrectByRatio(judged, rule, value);
                break;
        }
    }

    private void CorrectByCity(DustWindow judged, SiteDustRule rule, decimal value)
    {
        var limit = rule.Limit;
        var correction = rule.Correction(Measurands.Dust.AqiCorrection)!;
        var amount = correction.Value is { } off && MeasurementUnit.TryConvert(off, correction.Unit, limit.Unit, out var converted) ? converted : 0;
        if (_surroundings.City?.Invoke(CalendarDate.FromDateTime(judged.Window.Start)) is not { } air)
        {
            // Where even the corrected value exceeds the limit the air of the city does not matter.
            if (LimitCheck.Meets(limit, value - amount)) Unknown(judged, "cityAqi");
            else Settle(judged, limit, value);
            return;
        }

        var known = Circumstances.None.With("cityAqi", air.Index);
        known = air.PrimaryParticulate is { } particulate ? known.With("primaryPollutant", particulate) : known.WithNoneOf("primaryPollutant");
        if (correction.AppliesTo(known.With("averaging", (decimal)rule.Averaging.TotalMinutes), out _) != FacetMatch.Holds)
        {
            Settle(judged, limit, value);
            return;
        }

        judged.Evidence = Weaker(judged.Evidence, correction.Evidence);
        judged.Correction = new($"minus {Words.Level(amount)} (city AQI {air.Index})", $"减 {Words.Level(amount)}（城市 AQI {air.Index}）");
        Settle(judged, limit, value - amount);
    }

    /// <summary>
    /// DB61/ 1078: up to 1.3 times the background the site has no influence; from there to twice, 1.3 times the background is subtracted; beyond,
    /// what is measured is judged.
    /// </summary>
    private void CorrectByRatio(DustWindow judged, SiteDustRule rule, decimal value)
    {
        var limit = rule.Limit;
        if (Background(limit, judged.Window.Start) is not { } background)
        {
            Unknown(judged, "background");
            return;
        }

        var influence = rule.Correction(Measurands.Dust.BackgroundRatio)!;
        // Beyond a millionfold it is no ratio of airs, and might be more than a decimal holds.
        var ratio = background > value / 1_000_000 ? value / background : decimal.MaxValue;
        var shown = $"{Words.Number(Math.Round(Math.Min(ratio, 999), 3))}";
        judged.Evidence = Weaker(judged.Evidence, influence.Evidence);
        if (influence.Value is { } low && ratio <= low)
        {
            judged.Correction = new($"ratio to background {shown}: no influence of the site", $"与背景之比 {shown}：工地无影响");
            judged.Compared = 0;
            judged.Outcome = DustOutcome.Kept;
            return;
        }

        var band = rule.Correction(Measurands.Dust.BackgroundCorrectedTsp);
        if (band?.AppliesTo(Circumstances.None.With("backgroundRatio", ratio), out _) == FacetMatch.Holds && influence.Value is { } share)
        {
            judged.Evidence = Weaker(judged.Evidence, band.Evidence);
            judged.Correction = new($"ratio to background {shown}: minus {Words.Number(share)} × {Words.Level(background)}", $"与背景之比 {shown}：减 {Words.Number(share)} × {Words.Level(background)}");
            Settle(judged, limit, value - (share * background));
            return;
        }

        // That nothing is subtracted any more is a fact of its own where the subtraction would decide.
        if (band is not null && influence.Value is { } factor && LimitCheck.Meets(limit, value - (factor * background))) judged.Evidence = Weaker(judged.Evidence, band.Evidence);
        judged.Correction = new($"ratio to background {shown}: judged as measured", $"与背景之比 {shown}：按实测值评价");
        Settle(judged, limit, value);
    }

    private decimal? Background(Requirement limit, DateTime start)
    {
        // An averaging time below the hour meets the hour that it lies in.
        var hour = start.AddTicks(-(start.TimeOfDay.Ticks % TimeSpan.TicksPerHour));
        return _surroundings.BackgroundPm10?.Invoke(hour) is { } background && background >= 0 && MeasurementUnit.TryConvert(background, Unit, limit.Unit, out var converted) ? converted : null;
    }

    private AirState? StateOf(DateTime start) => _surroundings.State?.Invoke(start) is { IsPlausible: true } state ? state : null;

    private static void Settle(DustWindow judged, Requirement limit, decimal value)
    {
        LimitCheck.TryCompare(limit, value, out var comparison);
        judged.Compared = comparison.Compared;
        judged.Outcome = comparison.IsMet ? DustOutcome.Kept : DustOutcome.Exceeded;
    }

    private static void Unknown(DustWindow judged, string missing)
    {
        judged.Missing = missing;
        judged.Outcome = DustOutcome.Unknown;
    }

    private static Evidence Weaker(Evidence a, Evidence b) => a < b ? a : b;

    private static Finding NewFinding(string point, CalendarDate date, SiteDustRule? rule, string? file)
    {
        var finding = new Finding(rule?.Allowance ?? rule?.Limit)
        {
            Subject = point, From = date.ToDateTime(), To = date.PlusDays(1).ToDateTime(), Origin = file is null ? null : new FindingOrigin { File = file },
        };
        if (rule is null) return finding;
        LimitCheck.Cite(finding, rule.Limit);
        if (rule.Allowance is { } allowance) LimitCheck.Cite(finding, allowance);
        return finding;
    }

    private static void Ask(Finding finding, IReadOnlyList<string> missing)
    {
        finding.Verdict = Verdict.Indeterminate;
        finding.Missing = missing;
        finding.Reason = Words.NotKnown(missing);
    }

    /// <summary>Writes the verdict of a day from its windows, anew each time one was added.</summary>
    internal void Conclude(DustDay day, bool isOver, string? file)
    {
        if (day.Rule is not { Missing.Count: 0, Limit.Value: not null } rule || (day.Finding.Verdict == Verdict.Indeterminate && day.Windows.Count == 0)) return;
        var finding = NewFinding(day.Point, day.Date, rule, file);
        day.Finding = finding;
        if (day.ValidWindows == 0)
        {
            finding.Verdict = Verdict.Invalid;
            finding.Reason = new("No averaging time is covered well enough.", "没有一个平均时段的有效数据达到要求。");
            finding.Steps.Add(finding.Reason);
            return;
        }

        var (perDay, minutes) = (WindowOf(rule).PerDay, Words.Number((decimal)rule.Averaging.TotalMinutes));
        finding.Step(
            $"{day.ValidWindows} means of {minutes} min of the {perDay} of the day{(isOver ? "" : " so far")}; one counts if {Words.Number(_neededShare * 100)} % of it are covered (a rule of the edition on this was not seen).",
            $"{(isOver ? "" : "截至目前，")}当日 {perDay} 个 {minutes} min 均值中有 {day.ValidWindows} 个有效；有效数据不少于 {Words.Number(_neededShare * 100)}% 者计入（未见该版本对此的规定）。");
        var notRecorded = new List<string>();
        if (day.ValidWindows < perDay) notRecorded.Add("windows");
        if (day.Windows.Any(static window => window.IsStateUnknown))
        {
            notRecorded.Add("airState");
            finding.Step(
                "The limit refers to dry air at 273 K and 101.325 kPa (3.1); temperature and pressure are not recorded, and the means are compared as measured. Warm or thin air reads too low.",
                "该限值以 273 K、101.325 kPa 的干空气为基准（3.1）；未记录温度和气压，均值按实测状态比较。气温高或气压低时实测值偏低。");
        }

        finding.NotRecorded = notRecorded.AsReadOnly();
        foreach (var window in day.Windows)
        {
            // What nothing hangs on needs no evidence: of the means that are kept, only those that a correction saved are cited.
            if (window.Outcome == DustOutcome.Exceeded || (window.Outcome == DustOutcome.Kept && window.Correction.English is { Length: > 0 })) finding.Rely(window.Evidence);
        }

        finding.Rely(rule.Limit);
        if (rule.Allowance is { } allowance) ConcludeCount(day, finding, rule, allowance);
        else ConcludeHighest(day, finding, rule);
    }

    private void ConcludeCount(DustDay day, Finding finding, SiteDustRule rule, Requirement allowance)
    {
        finding.Measured = day.Exceedances;
        finding.Unit = allowance.Unit;
        finding.Rely(allowance);
        finding.Step(
            $"Above {Words.ValueOf(rule.Limit).English}: {day.Exceedances} times, counted at this point.", $"超过 {Words.ValueOf(rule.Limit).Chinese}：本测点计 {day.Exceedances} 次。");
        LimitCheck.TryCompare(allowance, day.Exceedances, out var now);
        LimitCheck.TryCompare(allowance, day.Exceedances + day.UnknownWindows, out var atMost);
        if (now.IsMet && !atMost.IsMet) AskWindows(day, finding);
        else LimitCheck.Conclude(finding, allowance, now, _options);
    }

    private void ConcludeHighest(DustDay day, Finding finding, SiteDustRule rule)
    {
        DustWindow? highest = null;
        foreach (var window in day.Windows)
            if (window.Compared is { } compared && (highest?.Compared is not { } so || compared > so)) highest = window;
        if (day.Exceedances == 0 && day.UnknownWindows > 0)
        {
            AskWindows(day, finding);
            return;
        }

        finding.Measured = highest!.Mean;
        finding.Unit = rule.Limit.Unit;
        var (english, chinese) = highest.Correction.English is { Length: > 0 } ? (", " + highest.Correction.English, "，" + highest.Correction.Chinese) : ("", "");
        finding.Step(
            $"Highest: {Words.Level(highest.Mean!.Value)} {rule.Limit.Unit} from {Words.Clock(highest.Window.Start)}{english}; {day.Exceedances} of {day.ValidWindows} above the limit.",
            $"最大值：{Words.Clock(highest.Window.Start)} 起 {Words.Level(highest.Mean.Value)} {rule.Limit.Unit}{chinese}；{day.ValidWindows} 个中 {day.Exceedances} 个超过限值。");
        LimitCheck.TryCompare(rule.Limit, highest.Compared!.Value, out var comparison);
        LimitCheck.Conclude(finding, rule.Limit, comparison, _options);
    }

    private static void AskWindows(DustDay day, Finding finding)
    {
        var missing = day.Windows.Where(static window => window.Outcome == DustOutcome.Unknown).Select(static window => window.Missing).Distinct().ToList();
        finding.Verdict = Verdict.Indeterminate;
        finding.Missing = missing.AsReadOnly();
        finding.Reason = new(
            $"{day.UnknownWindows} means are above the limit as measured, and {string.Join(", ", missing)} is not known.", $"有 {day.UnknownWindows} 个均值的实测值超过限值，而 {string.Join("、", missing)} 未知。");
        finding.Steps.Add(finding.Reason);
    }
}
