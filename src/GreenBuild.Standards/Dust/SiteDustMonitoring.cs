using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Dust;

/// <summary>Judges the readings of dust monitors at the boundary of a construction site, by the rules of the place and the day.</summary>
/// <remarks>
/// Which rule it is follows from the catalogue: an absolute limit on means of 5, 15 or 60 minutes; net of the background with a cap (DB13/ 2934);
/// by the ratio to the background (DB61/ 1078); in two tiers with a number of exceedances a day (DB31/ 964, DB34/ 4811); corrected by the air
/// quality of the city (DB32/ 4437); above the upwind reference (GB 16297-1996, table 1). A correction can only lower a value: where the value
/// as measured keeps the limit, nothing else has to be known. Limits that refer to dry air at 273 K and 101.325 kPa are compared in that state; where the state
/// of the air is not known and could decide, it is asked for. Each point is judged by itself, which for "the highest of the points" comes to the
/// same, and for numbers that are counted per site does not: <see cref="Judge(IReadOnlyList{ValueTuple{Particulate, MonitorSeries}})"/> looks at all. Keeps what it has looked up by day: use one instance by one thread at a time.
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

    private const int MostDaysKept = 64;

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
        if (_rules.TryGetValue((particulate, date), out var rules)) return rules;
        // One that runs for years keeps no more than it needs.
        if (_rules.Count >= MostDaysKept) _rules.Clear();
        return _rules[(particulate, date)] = SiteDustRule.Find(_catalogue, _site, particulate, date);
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
        var others = series.Alternatives.Select(other => Judge(particulate, other)).ToList();
        for (var i = 0; i < days.Count && others.Count > 0; i++) days[i].Settle(others.ConvertAll(other => other[i]));
        return days.AsReadOnly();
    }

    /// <summary>Judges the monitors of one site together.</summary>
    /// <param name="series">The series of each point and particulate.</param>
    /// <returns>
    /// For each series what <see cref="Judge(Particulate, MonitorSeries)"/> gives. Where the edition counts over all points of a site (<see cref="SiteDustRule.IsCountedPerSite"/>) and the exceeding
    /// means of several points are together more than it allows, a point that keeps the number by itself is provisional: how they are added up was not seen.
    /// </returns>
    /// <exception cref="ArgumentException">The unit of a series is none of mass concentration.</exception>
    public IReadOnlyList<IReadOnlyList<DustDay>> Judge(IReadOnlyList<(Particulate Particulate, MonitorSeries Series)> series)
    {
        var all = series.Select(one => Judge(one.Particulate, one.Series)).ToList();
        foreach (var together in all.SelectMany(static days => days).Where(static day => day.Rule is { IsCountedPerSite: true }).GroupBy(static day => (day.Date, day.Rule!.Limit)))
        {
            if (together.Select(static day => day.Point).Distinct().Count() < 2) continue;
            var rule = together.First().Rule!;
            var exceeding = together.Sum(static day => day.MostExceedances);
            if (!LimitCheck.TryCompare(rule.Allowance!, exceeding, out var comparison) || comparison.IsMet) continue;
            foreach (var day in together)
            {
                if (day.Finding.Decided != Verdict.Compliant) continue;
                MakeProvisional(day.Finding, new(
                    $"This point keeps the number by itself; all points of the site together exceed the limit up to {exceeding} times (what is not known counted), above {Words.ValueOf(rule.Allowance!).English}, and the edition counts per site: how points are added up was not seen.",
                    $"本测点单独计数未超过允许次数；全工地各测点合计最多 {exceeding} 次超限（未知者计入），高于 {Words.ValueOf(rule.Allowance!).Chinese}，而该标准按工地计数：各测点如何合计，未见规定。"));
            }
        }

        return all.AsReadOnly();
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

    /// <summary>Whether clocks are set back in autumn at the place of the site, or may be.</summary>
    internal bool HasSummerTime => _site.Place.UtcOffset is null;

    /// <summary>How windows are cut under a rule, and how much of one must be covered.</summary>
    public WindowRule WindowOf(SiteDustRule rule) => new(rule.Averaging, TimeSpan.FromTicks((long)Math.Ceiling(rule.Averaging.Ticks * _neededShare)));

    /// <summary>The entry of a day before its first window.</summary>
    internal DustDay Begin(string point, CalendarDate date, SiteDustRule? rule, bool canCut, TimeSpan readingDuration, string? file)
    {
        var day = new DustDay(point, date, rule, NewFinding(point, date, rule, file));
        if (rule is null)
        {
            day.Finding.Verdict = Verdict.NotApplicable;
            day.Finding.Reason = new($"No limit on dust at the boundary applies to this site in {_site.Place.Code} on {date}.", $"{_site.Place.Name.Chinese} 在 {date} 没有适用于该工地的场界扬尘限值。");
        }
        else if (rule.Missing.Count > 0)
        {
            Ask(day.Finding, rule);
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
            var (minutes, length) = (Words.AboutTenth(rule.Averaging.TotalMinutes), Words.AboutTenth(readingDuration.TotalMinutes));
            day.Finding.Reason = readingDuration > rule.Averaging
                ? new($"The limit is on means of {minutes} min; readings of {length} min are longer.", $"限值针对 {minutes} min 均值；读数时长为 {length} min，超过该时长。")
                : new($"The limit is on means of {minutes} min; readings of {length} min do not divide that time.", $"限值针对 {minutes} min 均值；读数时长 {length} min 不能整除该时长。");
        }
        else
        {
            day.IsJudged = true;
            day.Finding.Missing = ["readings"];
            day.Finding.Reason = new("No averaging time of the day is over yet.", "当日尚无已结束的平均时段。");
        }

        return day;
    }

    /// <summary>Judges one window under a rule. Several threads may do so at the same time, as far as the functions of the surroundings allow it.</summary>
    /// <param name="rule">The rule, one of <see cref="RulesFor"/>.</param>
    /// <param name="window">The window, cut by <see cref="WindowOf"/> from readings of which none below nothing counts.</param>
    /// <param name="unit">The unit of the readings, one of mass concentration; in another nothing is judged.</param>
    public DustWindow JudgeWindow(SiteDustRule rule, ClockWindow window, string unit)
    {
        var judged = JudgeMean(rule, window, unit);
        // What the monitor could not show may have been any amount: with it no limit is kept.
        if (window.HasReadingsAboveRange && judged.Outcome is DustOutcome.Kept or DustOutcome.Invalid && rule.Missing.Count == 0 && rule.Limit.Value is not null) Unknown(judged, AboveRange.Missing);
        return judged;
    }

    private DustWindow JudgeMean(SiteDustRule rule, ClockWindow window, string unit)
    {
        var limit = rule.Limit;
        var mean = window.Mean is { } measured && MeasurementUnit.TryConvert(measured, unit, limit.Unit, out var converted) ? converted : (decimal?)null;
        var judged = new DustWindow(window, mean) { Evidence = limit.Evidence };
        if (!window.IsValid || mean is not { } value || rule.Missing.Count > 0 || limit.Value is null) return judged;
        if (!rule.RefersToReferenceState)
        {
            Compare(judged, rule, value, null);
            return judged;
        }

        var given = _surroundings.State?.Invoke(window.Start);
        if (given is { IsPlausible: true } state)
        {
            Compare(judged, rule, state.Convert(value, AirState.Reference), state);
            return judged;
        }

        // In whatever state the air may be: what keeps the limit in the thinnest, or exceeds it in the densest, does so in all.
        (judged.IsStateUnknown, judged.ImplausibleState) = (true, given);
        DustWindow Try(AirState assumed)
        {
            var tried = new DustWindow(window, mean) { Evidence = limit.Evidence };
            Compare(tried, rule, assumed.Convert(value, AirState.Reference), assumed);
            return tried;
        }

        var (thin, dense) = (Try(AirState.Thinnest), Try(AirState.Densest));
        if (thin.Outcome == DustOutcome.Kept || dense.Outcome == DustOutcome.Exceeded) Compare(judged, rule, value, null);
        else Unknown(judged, dense.Outcome == DustOutcome.Unknown ? dense.Missing : "airState");
        judged.Rejected = dense.Rejected;
        return judged;
    }

    /// <summary>Compares a value in the state of the limit; the state that it was measured in, if it was converted.</summary>
    private void Compare(DustWindow judged, SiteDustRule rule, decimal value, AirState? state)
    {
        if (state is not null) judged.Correction = new($"at 273 K and 101.325 kPa {Words.Level(value)}", $"折算到 273 K、101.325 kPa 为 {Words.Level(value)}");
        // Nothing that is subtracted makes a value larger: what keeps the limit as measured keeps it.
        if (LimitCheck.Meets(rule.Limit, value) || rule.Basis == DustBasis.Measured) Settle(judged, rule.Limit, value);
        else Correct(judged, rule, value, state);
    }

    private void Correct(DustWindow judged, SiteDustRule rule, decimal value, AirState? state)
    {
        var (limit, start) = (rule.Limit, judged.Window.Start);
        switch (rule.Basis)
        {
            case DustBasis.NetOfBackground:
                var cap = rule.Correction(Measurands.Dust.SubtractedBackgroundPm10);
                if (cap is not null) judged.Rules.Add(cap);
                var plausible = Background(judged, limit, start);
                if (plausible is null && cap is not null && FarAbove(judged, limit, start, cap) is { } far)
                {
                    // Whatever the air around the site was, no more than the cap comes off: but that it was so much has only this one figure for it.
                    judged.Evidence = Evidence.Unconfirmed;
                    judged.Rejected = default;
                    plausible = far;
                }

                if (plausible is not { } background)
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
                    judged.Correction = new(
                        $"minus background {Words.Level(subtracted)}{(subtracted < background ? $" (capped, it is {Words.Level(background)})" : "")}",
                        $"减背景 {Words.Level(subtracted)}{(subtracted < background ? $"（按上限；背景为 {Words.Level(background)}）" : "")}");
                    Settle(judged, limit, value - subtracted);
                }

                break;
            case DustBasis.UpwindDifference:
                if (Plausible(judged, limit, _surroundings.UpwindTsp?.Invoke(HourOf(start)), new("upwind reference", "上风向参照值")) is { } reference)
                {
                    // Both points stand in the same air.
                    if (state is { } air) reference = air.Convert(reference, AirState.Reference);
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
        var air = _surroundings.City?.Invoke(CalendarDate.FromDateTime(judged.Window.Start));
        if (air is { IsIndex: false } beyond)
        {
            judged.Rejected = new($"the AQI {beyond.Index} is none (0 to 500)", $"AQI {beyond.Index} 不是有效指数（0～500）");
            air = null;
        }

        var known = Circumstances.None.With("averaging", (decimal)rule.Averaging.TotalMinutes);
        if (air is { } city)
        {
            known = known.With("cityAqi", city.Index);
            if (city.PrimaryParticulates is { } primary) known = primary.Count > 0 ? known.With("primaryPollutant", primary[0]) : known.WithNoneOf("primaryPollutant");
        }

        switch (correction.AppliesTo(known, out _))
        {
            case FacetMatch.Fails:
                judged.Rules.Add(correction);
                Settle(judged, limit, value);
                return;
            case FacetMatch.Unknown when LimitCheck.Meets(limit, value - amount):
                Unknown(judged, air is null ? "cityAqi" : "primaryPollutant");
                return;
            case FacetMatch.Unknown:
                // Where even the corrected value exceeds the limit the air of the city does not matter.
                Settle(judged, limit, value);
                return;
        }

        judged.Rules.Add(correction);
        judged.Evidence = Weaker(judged.Evidence, correction.Evidence);
        judged.Correction = new($"minus {Words.Level(amount)} (city AQI {air!.Value.Index})", $"减 {Words.Level(amount)}（城市 AQI {air.Value.Index}）");
        Settle(judged, limit, value - amount);
    }

    /// <summary>
    /// DB61/ 1078: up to 1.3 times the background the site has no influence; from there to twice, 1.3 times the background is subtracted; beyond,
    /// what is measured is judged. What follows from "no influence" is a row of its own: the sources do not agree on it.
    /// </summary>
    private void CorrectByRatio(DustWindow judged, SiteDustRule rule, decimal value)
    {
        var limit = rule.Limit;
        if (Background(judged, limit, judged.Window.Start) is not { } background)
        {
            Unknown(judged, "background");
            return;
        }

        var influence = rule.Correction(Measurands.Dust.BackgroundRatio)!;
        // Beyond a millionfold it is no ratio of airs, and might be more than a decimal holds.
        var ratio = background > value / 1_000_000 ? value / background : decimal.MaxValue;
        var shown = $"{Words.Number(Math.Round(Math.Min(ratio, 999), 3))}";
        var at = Circumstances.None.With("backgroundRatio", ratio);
        var consequence = rule.Corrections.FirstOrDefault(row => row.Measurand.Key == Measurands.Dust.BackgroundCorrectedTsp && row.AppliesTo(at, out _) == FacetMatch.Holds);
        judged.Rules.Add(influence);
        if (consequence is not null) judged.Rules.Add(consequence);
        if (influence.Value is { } low && ratio <= low)
        {
            judged.Evidence = Weaker(Weaker(judged.Evidence, influence.Evidence), consequence?.Evidence ?? Evidence.Unconfirmed);
            judged.Correction = new($"ratio to background {shown}: no influence of the site, not compared with the limit", $"与背景之比 {shown}：工地无影响，不与限值比较");
            judged.Outcome = DustOutcome.Kept;
            return;
        }

        if (consequence is not null && influence.Value is { } share)
        {
            var net = value - (share * background);
            // What exceeds the limit even so exceeds it as measured too, and hangs on nothing of this.
            if (LimitCheck.Meets(limit, net)) judged.Evidence = Weaker(Weaker(judged.Evidence, influence.Evidence), consequence.Evidence);
            judged.Correction = new($"ratio to background {shown}: minus {Words.Number(share)} × {Words.Level(background)}", $"与背景之比 {shown}：减 {Words.Number(share)} × {Words.Level(background)}");
            Settle(judged, limit, net);
            return;
        }

        // That nothing is subtracted any more is a fact of its own where the subtraction would decide.
        if (influence.Value is { } factor && LimitCheck.Meets(limit, value - (factor * background)))
            foreach (var band in rule.Corrections)
                if (band.Measurand.Key == Measurands.Dust.BackgroundCorrectedTsp && band.Condition("backgroundRatio")?.Range?.Low is not null)
                {
                    judged.Rules.Add(band);
                    judged.Evidence = Weaker(judged.Evidence, band.Evidence);
                }

        judged.Correction = new($"ratio to background {shown}: judged as measured", $"与背景之比 {shown}：按实测值评价");
        Settle(judged, limit, value);
    }

    private static DateTime HourOf(DateTime start) => start.AddTicks(-(start.TimeOfDay.Ticks % TimeSpan.TicksPerHour));

    private decimal? Background(DustWindow judged, Requirement limit, DateTime start)
    {
        // An averaging time below the hour meets the hour that it lies in.
        return Plausible(judged, limit, _surroundings.BackgroundPm10?.Invoke(HourOf(start)), new("background", "背景值"));
    }

    /// <summary>A background that is none of the air around this site only for being far above it, and above what may be subtracted; <see langword="null"/> otherwise.</summary>
    private decimal? FarAbove(DustWindow judged, Requirement limit, DateTime start, Requirement cap)
    {
        return _surroundings.BackgroundPm10?.Invoke(HourOf(start)) is { } given and >= 0 and <= DustSurroundings.MostPlausible && MeasurementUnit.TryConvert(given, Unit, limit.Unit, out var converted)
            && cap.Value is { } most && MeasurementUnit.TryConvert(most, cap.Unit, limit.Unit, out var capped) && converted > capped ? converted : null;
    }

    /// <summary>What is to be subtracted, in the unit of the limit; <see langword="null"/> if it is not known, or none of the air around the site.</summary>
    private static decimal? Plausible(DustWindow judged, Requirement limit, decimal? reference, BilingualText name)
    {
        if (reference is not { } given) return null;
        if (given is >= 0 and <= DustSurroundings.MostPlausible && MeasurementUnit.TryConvert(given, Unit, limit.Unit, out var converted) && converted <= DustSurroundings.MostTimesOfSite * judged.Mean)
            return converted;
        judged.Rejected = new($"the {name.English} of {Words.Number(given)} {Unit}", $"{name.Chinese} {Words.Number(given)} {Unit}");
        return null;
    }

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

    private static void Ask(Finding finding, SiteDustRule rule)
    {
        finding.Verdict = Verdict.Indeterminate;
        finding.Missing = rule.Missing;
        finding.Reason = rule.Unnamed.Length == 0
            ? Words.NotKnown(rule.Missing)
            : new(
                $"No row of {rule.Limit.Edition.Number} names {rule.Unnamed}: under which of its limits that falls, or whether under any, is not known.",
                $"{rule.Limit.Edition.Number} 的各行均未列出 {rule.Unnamed}：适用哪一限值、是否适用，均未知。");
    }

    /// <summary>Writes the verdict of a day from its windows, anew each time one was added.</summary>
    internal void Conclude(DustDay day, bool isOver, string? file)
    {
        if (day.Rule is not { Missing.Count: 0, Limit.Value: not null } rule || (day.Finding.Verdict == Verdict.Indeterminate && day.Windows.Count == 0)) return;
        var finding = NewFinding(day.Point, day.Date, rule, file);
        day.Finding = finding;
        if (day.ValidWindows == 0 && !day.IsBroken)
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
        ExplainState(day, finding, notRecorded);
        finding.NotRecorded = notRecorded.AsReadOnly();
        foreach (var window in day.Windows)
        {
            // What nothing hangs on needs no evidence: of the means that are kept, only those that a correction saved are cited.
            if (!window.IsCorrected) continue;
            finding.Rely(window.Evidence);
            foreach (var used in window.Rules) finding.Refer(used);
        }

        ExplainCorrections(day, finding);
        finding.Rely(rule.Limit);
        // Of a day that still runs the verdict is "so far"; of one that is over, what nobody recorded may have been anything.
        var unrecorded = isOver ? Math.Max(0, perDay - day.ValidWindows) : 0;
        var isThin = unrecorded > perDay / 2;
        // Where a count is allowed, each mean that nobody recorded may have been one more; a highest value is left open only by many of them.
        day.End(unrecorded, counted: rule.Allowance is not null || isThin ? unrecorded : 0);
        if (rule.Allowance is { } allowance) ConcludeCount(day, finding, rule, allowance, unrecorded);
        else ConcludeHighest(day, finding, rule, isThin, perDay);
    }

    private static void ExplainState(DustDay day, Finding finding, List<string> notRecorded)
    {
        var open = day.Windows.Where(static window => window is { IsStateUnknown: true, Outcome: not DustOutcome.Invalid }).ToList();
        if (open.Count == 0) return;
        var basis = day.Rule!.Limit.Edition.Number;
        if (open.Find(static window => window.ImplausibleState is not null) is { ImplausibleState: { } given } first)
        {
            finding.Step(
                $"airState: {Words.Number(given.Kelvin)} and {Words.Number(given.Kilopascals)} (from {Words.Clock(first.Window.Start)}) are none of air on a site. A temperature is expected in K (above 200, below 350), a pressure in kPa (above 40, below 120); degrees Celsius and hectopascals by AirState.FromCelsiusAndHectopascals.",
                $"airState：{Words.Number(given.Kelvin)} 与 {Words.Number(given.Kilopascals)}（{Words.Clock(first.Window.Start)} 起）不是工地空气可能的状态。温度应以 K 为单位（200～350），气压应以 kPa 为单位（40～120）；摄氏度和百帕请使用 AirState.FromCelsiusAndHectopascals。");
        }
        else
        {
            notRecorded.Add("airState");
        }

        finding.Step(
            $"The limit of {basis} refers to dry air at 273 K and 101.325 kPa; of {open.Count} means the state of the air is not known. In air of −53 to 40 °C and 60 to 108 kPa a mean may be {Words.Level(AirState.Densest.Convert(1, AirState.Reference))} to {Words.Level(AirState.Thinnest.Convert(1, AirState.Reference))} times what was measured: only what comes out the same throughout is decided.",
            $"{basis} 的限值以 273 K、101.325 kPa 的干空气为基准；有 {open.Count} 个均值的空气状态未知。在 −53～40 °C、60～108 kPa 范围内，折算值可为实测值的 {Words.Level(AirState.Densest.Convert(1, AirState.Reference))}～{Words.Level(AirState.Thinnest.Convert(1, AirState.Reference))} 倍：仅对结论始终一致者作出判定。");
    }

    /// <summary>What was subtracted, mean by mean, and what was not taken for air around the site.</summary>
    private static void ExplainCorrections(DustDay day, Finding finding)
    {
        const int Shown = 24;
        var corrected = day.Windows.Where(static window => window.IsCorrected && window.Correction.English is { Length: > 0 }).ToList();
        if (corrected.Count > 0)
        {
            static string Of(DustWindow window, Language language) =>
                $"{Words.Clock(window.Window.Start)} {Words.Level(window.Mean!.Value)}{(language == Language.Chinese ? "，" : ", ")}{window.Correction.In(language)}{(window.Compared is { } compared ? " = " + Words.Level(compared) : "")}";
            var rest = corrected.Count - Shown;
            finding.Step(
                $"In {day.Rule!.Limit.Unit}: {string.Join("; ", corrected.Take(Shown).Select(static window => Of(window, Language.English)))}{(rest > 0 ? $"; and {rest} more" : "")}.",
                $"单位 {day.Rule.Limit.Unit}：{string.Join("；", corrected.Take(Shown).Select(static window => Of(window, Language.Chinese)))}{(rest > 0 ? $"；另有 {rest} 个" : "")}。");
        }

        var rejected = day.Windows.Where(static window => window.Rejected.English is { Length: > 0 }).ToList();
        if (rejected.Count == 0) return;
        finding.Step(
            $"Taken as not known for {rejected.Count} means, since it is none of the air around a site (0 to {Words.Number(DustSurroundings.MostPlausible)} {Unit}, at most {Words.Number(DustSurroundings.MostTimesOfSite)} times the mean of the site; bounds of plausibility, no limits): {rejected[0].Rejected.English} from {Words.Clock(rejected[0].Window.Start)}.",
            $"有 {rejected.Count} 个均值的以下数值按未知处理，因其不可能是工地周边空气的数值（0～{Words.Number(DustSurroundings.MostPlausible)} {Unit}，且不超过工地均值的 {Words.Number(DustSurroundings.MostTimesOfSite)} 倍；为合理性界限，并非限值）：{Words.Clock(rejected[0].Window.Start)} 起{rejected[0].Rejected.Chinese}。");
    }

    private void ConcludeCount(DustDay day, Finding finding, SiteDustRule rule, Requirement allowance, int unrecorded)
    {
        finding.Measured = day.Exceedances;
        finding.Unit = allowance.Unit;
        finding.Rely(allowance);
        finding.Step(
            $"Above {Words.ValueOf(rule.Limit).English}: {day.Exceedances} times, counted at this point.", $"超过 {Words.ValueOf(rule.Limit).Chinese}：本测点计 {day.Exceedances} 次。");
        LimitCheck.TryCompare(allowance, day.Exceedances, out var now);
        LimitCheck.TryCompare(allowance, day.Exceedances + day.UnknownWindows + unrecorded, out var worst);
        if (now.IsMet && !worst.IsMet)
        {
            AskWindows(day, finding, unrecorded, new(
                $"{unrecorded} means of the day were not recorded; had each of them exceeded, it would be {day.Exceedances + day.UnknownWindows + unrecorded} times.",
                $"当日有 {unrecorded} 个均值未记录；若其全部超限，则为 {day.Exceedances + day.UnknownWindows + unrecorded} 次。"));
        }
        else
        {
            LimitCheck.Conclude(finding, allowance, now, _options);
        }
    }

    private void ConcludeHighest(DustDay day, Finding finding, SiteDustRule rule, bool isThin, int perDay)
    {
        DustWindow? highest = null;
        DustWindow? spared = null;
        foreach (var window in day.Windows)
        {
            if (window.Compared is { } compared && (highest?.Compared is not { } so || compared > so)) highest = window;
            if (window is { Outcome: DustOutcome.Kept, Compared: null } && !(window.Mean <= spared?.Mean)) spared = window;
        }

        if (!day.IsBroken && (day.UnknownWindows > 0 || isThin))
        {
            if (highest is not null && day.UnknownWindows == 0) (finding.Measured, finding.Unit) = (highest.Mean, rule.Limit.Unit);
            AskWindows(day, finding, isThin ? perDay - day.ValidWindows : 0, new(
                $"None of the {day.ValidWindows} means exceeds the limit, but fewer than half of the {perDay} of the day were recorded: no confirmed pass. That is a caution of this library; the standard does not say so.",
                $"{day.ValidWindows} 个均值均未超过限值，但记录的均值不足当日 {perDay} 个的一半：不作为确认的合格。此为本库的审慎处理，并非标准的规定。"));
            return;
        }

        if (!day.IsBroken && spared is not null)
        {
            // Nothing was compared of it: no margin can be told.
            finding.Measured = spared.Mean;
            finding.Unit = rule.Limit.Unit;
            finding.Reason = new(
                $"{Words.Level(spared.Mean!.Value)} {rule.Limit.Unit} from {Words.Clock(spared.Window.Start)} is above {Words.ValueOf(rule.Limit).English} ({rule.Limit.Citation}); {spared.Correction.English}.",
                $"{Words.Clock(spared.Window.Start)} 起 {Words.Level(spared.Mean.Value)} {rule.Limit.Unit} 高于 {Words.ValueOf(rule.Limit).Chinese}（{rule.Limit.Citation}）；{spared.Correction.Chinese}。");
            finding.Steps.Add(finding.Reason);
            finding.Conclude(Verdict.Compliant, _options);
            return;
        }

        var offTheClock = day.Exceedances == 0 && day.IsOpenOffTheClock ? day.HighestSliding : null;
        if (day.IsBroken && offTheClock is not null) highest = offTheClock;
        finding.Measured = highest!.Mean;
        finding.Unit = rule.Limit.Unit;
        var (english, chinese) = highest.Correction.English is { Length: > 0 } ? (", " + highest.Correction.English, "，" + highest.Correction.Chinese) : ("", "");
        finding.Step(
            $"Highest: {Words.Level(highest.Mean!.Value)} {rule.Limit.Unit} from {Words.Clock(highest.Window.Start)}{english}; {day.Exceedances} of {day.ValidWindows} above the limit.",
            $"最大值：{Words.Clock(highest.Window.Start)} 起 {Words.Level(highest.Mean.Value)} {rule.Limit.Unit}{chinese}；{day.ValidWindows} 个中 {day.Exceedances} 个超过限值。");
        if (day.IsBroken && offTheClock is not null)
        {
            finding.Step(
                $"The limit is on any mean over so many minutes on end ({rule.Limit.Citation}), whenever in the day it begins.",
                $"限值针对任意连续时段的均值（{rule.Limit.Citation}），不论当日何时起始。");
        }

        if (rule.IsOnAnyMean && !day.IsBroken)
        {
            finding.Step(
                "Means that begin between are looked at as well, where they are covered as a whole; those over midnight are not.",
                "起始于其间且全程有有效读数的均值亦经考察；跨零点者除外。");
        }

        LimitCheck.TryCompare(rule.Limit, highest.Compared!.Value, out var comparison);
        LimitCheck.Conclude(finding, rule.Limit, comparison, _options);
        if (offTheClock is null || finding.Decided != Verdict.Compliant) return;
        var (hangs, on) = offTheClock.Outcome == DustOutcome.Unknown ? ($"may not ({offTheClock.Missing} is not known)", $"是否满足尚不确定（{offTheClock.Missing} 未知）") : ("does not", "不满足");
        MakeProvisional(finding, new(
            $"The means on the clock keep the limit; one that begins at {Words.Clock(offTheClock.Window.Start)} ({Words.Level(offTheClock.Mean!.Value)} {rule.Limit.Unit}) {hangs}. Whether \"any mean\" is on the clock only was not seen.",
            $"整点时段的均值满足限值；自 {Words.Clock(offTheClock.Window.Start)} 起的均值（{Words.Level(offTheClock.Mean.Value)} {rule.Limit.Unit}）{on}。“任意均值”是否仅指整点时段，未见规定。"));
    }

    private void MakeProvisional(Finding finding, BilingualText reason)
    {
        finding.Rely(Evidence.Unconfirmed);
        finding.ProvisionalVerdict = null;
        finding.Conclude(Verdict.Compliant, _options);
        finding.Reason = reason;
        finding.Steps.Add(reason);
    }

    /// <summary>Asks for what means hang on, and for the means that were not recorded where there are such.</summary>
    private static void AskWindows(DustDay day, Finding finding, int unrecorded, BilingualText thin)
    {
        var missing = day.Windows.Where(static window => window.Outcome == DustOutcome.Unknown).Select(static window => window.Missing).Distinct().ToList();
        if (missing.Contains(AboveRange.Missing))
        {
            finding.Step(
                $"{AboveRange.Missing}: readings above the range of the monitor lie in these means; what they were is not known, and without them the mean is too low.",
                $"{AboveRange.Missing}：这些均值含超量程读数，其实际数值未知；不计入时均值偏低。");
        }

        if (day.UnknownWindows > 0)
        {
            finding.Reason = new(
                $"{day.UnknownWindows} means hang on what is not known: {string.Join(", ", missing)}.", $"有 {day.UnknownWindows} 个均值取决于未知信息：{Words.NamesOf(missing).Chinese}。");
            finding.Steps.Add(finding.Reason);
        }

        if (unrecorded > 0)
        {
            missing.Add("windows");
            finding.Steps.Add(thin);
            if (day.UnknownWindows == 0) finding.Reason = thin;
        }

        finding.Verdict = Verdict.Indeterminate;
        finding.Missing = missing.AsReadOnly();
    }
}
