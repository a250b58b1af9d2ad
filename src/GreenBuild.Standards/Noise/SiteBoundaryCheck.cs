namespace GreenBuild.Standards.Noise;

/// <summary>One measurement of noise at a point of a site boundary.</summary>
public sealed class SiteBoundaryMeasurement
{
    /// <summary>Creates a measurement.</summary>
    /// <param name="point">The name of the monitoring point.</param>
    /// <param name="start">The local moment at which it began.</param>
    /// <param name="equivalentLevel">LAeq in dB(A), unrounded.</param>
    /// <exception cref="ArgumentException">The moment is marked as UTC: edition and period go by local time.</exception>
    public SiteBoundaryMeasurement(string point, DateTime start, decimal equivalentLevel)
    {
        if (start.Kind == DateTimeKind.Utc) throw new ArgumentException("The moment is in UTC; it must be in the local time of the place.", nameof(start));
        Point = point;
        Start = start;
        EquivalentLevel = equivalentLevel;
    }

    /// <summary>The name of the monitoring point.</summary>
    public string Point { get; }

    /// <summary>The local moment at which the measurement began; edition and period follow from it.</summary>
    public DateTime Start { get; }

    /// <summary>The local moment at which it ended, exclusive, or <see langword="null"/>.</summary>
    public DateTime? End { get; init; }

    /// <summary>LAeq in dB(A), unrounded and uncorrected.</summary>
    public decimal EquivalentLevel { get; }

    /// <summary>LAmax in dB(A), or <see langword="null"/> if it was not recorded; judged at night only, and never corrected.</summary>
    public decimal? MaximumLevel { get; init; }

    /// <summary>The background level in dB(A), measured with the site at rest, or <see langword="null"/> if none was measured.</summary>
    public decimal? BackgroundLevel { get; init; }

    /// <summary>The wind speed in m/s, or <see langword="null"/> if it was not recorded.</summary>
    public decimal? WindSpeed { get; init; }

    /// <summary>Whether it rained, snowed or thundered; <see langword="null"/> if that was not recorded.</summary>
    public bool? Precipitation { get; init; }

    /// <summary>The difference of the calibrations before and after, in dB, or <see langword="null"/> if it was not recorded.</summary>
    public decimal? CalibrationDrift { get; init; }

    /// <summary>The time that was measured, or <see langword="null"/> if it was not recorded.</summary>
    public TimeSpan? MeasuringTime { get; init; }

    /// <summary>The time over which LAmax was recorded, where that is more than <see cref="MeasuringTime"/>; <see langword="null"/> for a single measurement.</summary>
    internal TimeSpan? MaximumTime { get; init; }

    /// <summary>Whether wind and precipitation were recorded with every reading of a series; <see langword="null"/> for a single measurement.</summary>
    internal (bool Wind, bool Precipitation)? WeatherRecorded { get; init; }

    /// <summary>Whether it was measured indoors, because no position outside is valid.</summary>
    public bool IsIndoors { get; init; }

    /// <summary>Where the values came from.</summary>
    public FindingOrigin? Origin { get; init; }
}

/// <summary>Judges measurements at the boundary of a construction site: GB 12523 in the edition of the day (1990, 2011, 2025).</summary>
/// <remarks>
/// The steps: is the measurement valid; the limit of the place, day and period; where the uncorrected level exceeds it, the
/// correction for background; rounding to whole dB, once; comparison; at night also LAmax. Each point is judged by itself (GB 12523-2011,
/// 6.1): levels of several points are never averaged. Keeps what it has looked up by day: use one instance by one thread at a time.
/// </remarks>
public sealed class SiteBoundaryCheck
{
    private const int MostDaysKept = 64;

    private readonly StandardsCatalogue _catalogue;
    private readonly ConstructionSite _site;
    private readonly CheckOptions _options;
    private readonly Dictionary<CalendarDate, NightHours> _nightHours = [];
    private readonly Dictionary<CalendarDate, Requirement?> _weatherRules = [];
    private (CalendarDate Date, Requirement? Rule)? _lastWeatherRule;

    /// <summary>Creates a check for a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public SiteBoundaryCheck(ConstructionSite site, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _site = site;
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
    }

    /// <summary>The hours of night at the site on a day.</summary>
    public NightHours NightHoursOn(CalendarDate date)
    {
        if (_nightHours.TryGetValue(date, out var hours)) return hours;
        // One that runs for years keeps no more than it needs.
        if (_nightHours.Count >= MostDaysKept) _nightHours.Clear();
        return _nightHours[date] = NightHours.For(_catalogue, _site.Place, date);
    }

    /// <summary>The limit on LAeq that governs at a local moment.</summary>
    public GoverningLimit LimitAt(DateTime local, bool isIndoors = false) =>
        Limit(isIndoors ? Measurands.Noise.SiteIndoor : Measurands.Noise.SiteBoundary, local, isIndoors);

    /// <summary>Judges a measurement: LAeq, and at night LAmax, which is indeterminate if it was not recorded.</summary>
    public IReadOnlyList<Finding> Judge(SiteBoundaryMeasurement measurement)
    {
        var findings = new List<Finding> { JudgeEquivalentLevel(measurement) };
        if (NightHoursOn(CalendarDate.FromDateTime(measurement.Start)).Contains(measurement.Start)) findings.Add(JudgeMaximum(measurement));
        return findings.AsReadOnly();
    }

    /// <summary>What is said of a time in which no reading counts: the verdict is <see cref="Verdict.Invalid"/>, and there is no level.</summary>
    internal IReadOnlyList<Finding> JudgeNothing(SiteBoundaryMeasurement measurement)
    {
        var finding = Start(measurement, LimitAt(measurement.Start, measurement.IsIndoors), null);
        if (finding.Requirement is null) return [finding];
        finding.Verdict = Verdict.Invalid;
        finding.Reason = new("No reading counts.", "没有有效数据。");
        finding.Steps.Add(finding.Reason);
        // The highest level may be known where no mean is.
        return measurement.MaximumLevel is not null && NightHoursOn(CalendarDate.FromDateTime(measurement.Start)).Contains(measurement.Start) ? [finding, JudgeMaximum(measurement)] : [finding];
    }

    /// <summary>Judges LAeq alone.</summary>
    internal Finding JudgeEquivalentLevel(SiteBoundaryMeasurement measurement)
    {
        var governing = LimitAt(measurement.Start, measurement.IsIndoors);
        var finding = Start(measurement, governing, measurement.EquivalentLevel);
        if (finding.Requirement is not { } limit || !IsValid(finding, measurement)) return finding;
        var circumstances = CircumstancesAt(measurement.Start, measurement.IsIndoors);
        if (limit.RelativeTo is not null || limit.Value is null)
        {
            finding = Adopt(LimitCheck.Judge(limit, measurement.EquivalentLevel, circumstances, _options), measurement);
            LimitCheck.MentionOthers(finding, governing);
            return finding;
        }

        finding.Rely(limit);
        LimitCheck.MentionOthers(finding, governing);
        var level = measurement.EquivalentLevel;
        finding.Step($"Measured: LAeq {Words.Level(level)} dB(A).", $"实测：LAeq {Words.Level(level)} dB(A)。");
        SayNotRecorded(finding, measurement);
        if (LimitCheck.TryCompare(limit, level, out var uncorrected) && uncorrected.IsMet)
        {
            var waiver = _catalogue.InForce(Measurands.Noise.BackgroundWaiver, _site.Place, CalendarDate.FromDateTime(measurement.Start)).FirstOrDefault();
            if (waiver is not null) finding.Refer(waiver);
            finding.Step(
                $"The uncorrected level, rounded, does not exceed the limit: no correction for background{(waiver is null ? "" : " (" + waiver.Citation + ")")}.",
                $"未修正值修约后不超过限值，无需进行背景修正{(waiver is null ? "" : "（" + waiver.Citation + "）")}。");
        }
        else if (measurement.BackgroundLevel is not { } background)
        {
            finding.Step("No background level was given: the level is not corrected.", "未提供背景噪声值，不作修正。");
        }
        else if (!TryCorrect(finding, limit, measurement, background, ref level))
        {
            return finding;
        }

        var comparison = LimitCheck.Compare(limit, level, limit.Value.Value);
        // Rounding to whole dB is a rule of HJ 706: where it decides, its evidence counts, and before it was in force nothing is known.
        if (comparison.IsDecidedByRounding)
        {
            if (RoundingRule(measurement.Start) is { } rounding) finding.Rely(rounding);
            else finding.Rely(Evidence.Unconfirmed);
        }

        LimitCheck.Conclude(finding, limit, comparison, _options);
        return finding;
    }

    private Finding JudgeMaximum(SiteBoundaryMeasurement measurement)
    {
        var governing = Limit(Measurands.Noise.SiteBoundaryMaximum, measurement.Start, false);
        var finding = Start(measurement, governing, measurement.MaximumLevel);
        if (finding.Requirement is not { } limit) return finding;
        if (measurement.MaximumLevel is not { } maximum)
            return Missing(finding, "maximumLevel", new("LAmax was not recorded; at night it must be judged.", "未记录最大声级；夜间应予评价。"));
        // The row gives the limit for the boundary (55 + 15); what "the limit" is indoors is not said.
        if (measurement.IsIndoors)
            return Missing(finding, "indoorMaximumLimit", new("Which maximum applies indoors is not known.", "室内适用的最大声级限值未知。"));
        if (!IsValid(finding, measurement, measurement.MaximumTime)) return finding;
        var judged = Adopt(LimitCheck.Judge(limit, maximum, CircumstancesAt(measurement.Start, false), _options), measurement);
        LimitCheck.MentionOthers(judged, governing);
        judged.Step("LAmax is judged as measured, without correction for background (GB 12523-2011, 6.2).", "最大声级直接评价，不作背景修正（GB 12523-2011 6.2）。");
        SayCarriedOver(judged, "GB 12523-2011 6.2");
        return judged;
    }

    /// <summary>
    /// A measurement counts only in calm and dry weather with a calibrated meter. What was not recorded is not held against it, but it is said.
    /// </summary>
    private void SayNotRecorded(Finding finding, SiteBoundaryMeasurement measurement)
    {
        var (wind, precipitation) = measurement.WeatherRecorded ?? (measurement.WindSpeed is not null, measurement.Precipitation is not null);
        var (names, english, chinese) = (new List<string>(), new List<string>(), new List<string>());
        if (WeatherRule(measurement.Start) is { } weather)
        {
            if (!wind) Add("windSpeed", "wind speed", "风速", weather);
            if (!precipitation) Add("precipitation", "rain, snow and thunder", "雨、雪、雷电", weather);
        }

        if (measurement.CalibrationDrift is null && MethodRule(Measurands.Noise.CalibrationDrift, measurement.Start) is { } calibration)
            Add("calibrationDrift", "calibration before and after", "测量前后校准", calibration);
        if (names.Count == 0) return;
        finding.NotRecorded = names.AsReadOnly();
        finding.Step($"Not recorded, and taken as in order: {string.Join("; ", english)}.", $"未记录，视为符合要求：{string.Join("；", chinese)}。");

        void Add(string name, string inEnglish, string inChinese, Requirement rule)
        {
            finding.Refer(rule);
            names.Add(name);
            english.Add($"{inEnglish} ({rule.Citation})");
            chinese.Add($"{inChinese}（{rule.Citation}）");
        }
    }

    private static Finding Missing(Finding finding, string input, BilingualText reason)
    {
        finding.Verdict = Verdict.Indeterminate;
        finding.Missing = [input];
        finding.Reason = reason;
        finding.Steps.Add(reason);
        return finding;
    }

    /// <summary>Says that a clause which nobody has seen in the edition applied is taken from another.</summary>
    private static void SayCarriedOver(Finding finding, string citation)
    {
        if (finding.Requirement is not { } limit || citation.StartsWith(limit.Edition.Number, StringComparison.Ordinal)) return;
        finding.Step(
            $"The corresponding clause of {limit.Edition.Number} was not seen: {citation} is applied in its place.",
            $"未见 {limit.Edition.Number} 的相应条文：暂按 {citation} 执行。");
    }

    private Circumstances CircumstancesAt(DateTime local, bool isIndoors)
    {
        var night = NightHoursOn(CalendarDate.FromDateTime(local));
        var known = _site.Circumstances.At(local).With("location", isIndoors ? "indoor" : "site-boundary");
        // Where no rule names the hours of the night, nobody has said that this is day.
        return night.Windows.Count == 0 ? known : known.With("period", night.Contains(local) ? "night" : "day");
    }

    private GoverningLimit Limit(string measurand, DateTime local, bool isIndoors)
    {
        var circumstances = CircumstancesAt(local, isIndoors);
        var date = CalendarDate.FromDateTime(local);
        if (_site.Stages.Count == 0) return _catalogue.Governing(measurand, _site.Place, date, circumstances, _options);

        // GB 12523-90, 2.3: of stages that run at the same time the noisiest decides, that is the highest limit.
        GoverningLimit? highest = null;
        foreach (var stage in _site.Stages)
        {
            var governing = _catalogue.Governing(measurand, _site.Place, date, circumstances.With("stage", stage), _options);
            if (highest?.Requirement is null || (governing.Requirement is { } limit && LimitCheck.CompareStrictness(limit, highest.Requirement) > 0)) highest = governing;
        }

        return highest!;
    }

    private Finding Start(SiteBoundaryMeasurement measurement, GoverningLimit governing, decimal? measured)
    {
        var finding = new Finding(governing.Requirement) { Measured = measured, Unit = SiteBoundaryMonitoring.Unit };
        Adopt(finding, measurement);
        if (governing.Requirement is { } limit)
        {
            LimitCheck.Cite(finding, limit);
            if (_site.Stages.Count > 1 && limit.Condition("stage") is not null)
                finding.Step($"Stages at the same time: {string.Join(", ", _site.Stages)}; the noisiest decides (GB 12523-90, 2.3).", $"同时施工阶段：{string.Join("、", _site.Stages)}；按噪声最高的阶段执行（GB 12523-90 2.3）。");
            ExplainNight(finding, measurement.Start);
            return finding;
        }

        var date = CalendarDate.FromDateTime(measurement.Start);
        if (governing.Missing.Count == 0 && BanOfStages(measurement.Start) is { } ban)
        {
            var reason = new BilingualText(
                $"There is no limit, because the work itself is forbidden at this time ({ban.Citation}): whether it was done has to be judged.",
                $"该时段没有限值，因为作业本身被禁止（{ban.Citation}）：应判定是否进行了作业。");
            return Missing(finding, "work", reason);
        }

        finding.Missing = governing.Missing;
        finding.Verdict = governing.Missing.Count > 0 ? Verdict.Indeterminate : Verdict.NotApplicable;
        finding.Reason = governing.Missing.Count > 0
            ? Words.NotKnown(governing.Missing)
            : new($"No limit applies to this site in {_site.Place.Code} on {date}: {_site.Circumstances}.", $"{_site.Place.Name.Chinese} 在 {date} 没有适用于该工地的限值：{_site.Circumstances}。");
        return finding;
    }

    /// <summary>The ban on the stages of the site at a moment, as of piling at night in GB 12523-90, 2.1; null if there is none.</summary>
    private Requirement? BanOfStages(DateTime local)
    {
        foreach (var stage in _site.Stages)
            foreach (var ban in _catalogue.InForce(Measurands.Noise.WorkBan, _site.Place, CalendarDate.FromDateTime(local)))
                if (ban.Condition("stage") is not null && ban.AppliesTo(CircumstancesAt(local, false).With("stage", stage), out _) == FacetMatch.Holds) return ban;
        return null;
    }

    private void ExplainNight(Finding finding, DateTime local)
    {
        var night = NightHoursOn(CalendarDate.FromDateTime(local));
        if (night.Windows.Count == 0) return;
        if (night.IsCarriedBack) finding.Rely(Evidence.SingleSource);
        foreach (var rule in night.Rules) finding.Refer(rule);
        var hours = string.Join(", ", night.Windows);
        var rules = string.Join(", ", night.Rules.Select(static rule => rule.Citation).Distinct());
        finding.Step(
            $"Night: {hours} ({rules}){(night.IsCarriedBack ? "; the edition names no hours, those of its successor are taken" : "")}.",
            $"夜间：{hours}（{rules}）{(night.IsCarriedBack ? "；所用版本未规定时段，取其后续版本的时段" : "")}。");
    }

    private static Finding Adopt(Finding finding, SiteBoundaryMeasurement measurement)
    {
        finding.Subject = measurement.Point;
        finding.From = measurement.Start;
        finding.To = measurement.End;
        finding.Origin = measurement.Origin;
        return finding;
    }

    private bool IsValid(Finding finding, SiteBoundaryMeasurement measurement, TimeSpan? time = null)
    {
        // Beyond stand the error codes of instruments, such as −999.
        if (measurement.EquivalentLevel is < SoundLevel.Least or > SoundLevel.Most)
            return Invalid(finding, null, $"{Words.Number(measurement.EquivalentLevel)} dB(A) is no sound level of {SoundLevel.Least} to {SoundLevel.Most} dB(A)", $"{Words.Number(measurement.EquivalentLevel)} dB(A) 不是 {SoundLevel.Least} 至 {SoundLevel.Most} dB(A) 的声级");
        if (measurement.WeatherRecorded is null && measurement.MaximumLevel < measurement.EquivalentLevel)
            return Invalid(finding, null, "the maximum level is below the equivalent level", "最大声级低于等效声级");
        if (measurement.End is { } end && end > NightHoursOn(CalendarDate.FromDateTime(measurement.Start)).NextChange(measurement.Start))
            return Invalid(finding, null, "it runs over the change between day and night", "测量跨越昼夜分界");
        if (measurement.Precipitation == true)
            return Invalid(finding, WeatherRule(measurement.Start), "rain, snow or thunder", "雨、雪或雷电天气");
        if (measurement.WindSpeed is { } wind && WeatherRule(measurement.Start) is { } weather && !LimitCheck.Meets(weather, wind))
            return Invalid(finding, weather, $"wind {Words.Number(wind)} m/s", $"风速 {Words.Number(wind)} m/s");
        if (measurement.CalibrationDrift is { } drift && MethodRule(Measurands.Noise.CalibrationDrift, measurement.Start) is { } calibration && !LimitCheck.Meets(calibration, Math.Abs(drift)))
            return Invalid(finding, calibration, $"calibration differs by {Words.Number(drift)} dB", $"校准示值偏差 {Words.Number(drift)} dB");
        if ((time ?? measurement.MeasuringTime) is { } measured && MethodRule(Measurands.Noise.MeasuringTime, measurement.Start) is { Value: { } minutes } duration && (decimal)measured.TotalMinutes < minutes)
            return Invalid(finding, duration, $"only {Words.Number((decimal)measured.TotalMinutes)} valid minutes", $"有效测量时间仅 {Words.Number((decimal)measured.TotalMinutes)} min");
        return true;
    }

    /// <summary>Whether readings at a moment count, by the weather.</summary>
    public bool IsWeatherValid(in NoiseReading reading) =>
        reading.Precipitation != true
        && (reading.WindSpeed is not { } wind || WeatherRule(reading.LocalTime) is not { } weather || LimitCheck.Meets(weather, wind));

    private static bool Invalid(Finding finding, Requirement? rule, string english, string chinese)
    {
        finding.Verdict = Verdict.Invalid;
        var citation = rule is null ? "" : $" ({rule.Citation})";
        finding.Reason = new($"The measurement does not count: {english}{citation}.", $"测量无效：{chinese}{citation}。");
        finding.Steps.Add(finding.Reason);
        if (rule is not null)
        {
            finding.Rely(rule);
            if (finding.From is { } from && !rule.Edition.IsInForceOn(CalendarDate.FromDateTime(from)))
            {
                finding.Rely(Evidence.Unconfirmed);
                SayCarriedOver(finding, rule.Citation);
            }
        }

        return false;
    }

    // Asked for every reading of a year, so kept by day.
    private Requirement? WeatherRule(DateTime local)
    {
        var date = CalendarDate.FromDateTime(local);
        if (_lastWeatherRule is { } last && last.Date == date) return last.Rule;
        if (_weatherRules.Count >= MostDaysKept) _weatherRules.Clear();
        if (!_weatherRules.TryGetValue(date, out var rule)) _weatherRules[date] = rule = MethodRule(Measurands.Noise.WindSpeed, local);
        _lastWeatherRule = (date, rule);
        return rule;
    }

    private Requirement? RoundingRule(DateTime local) =>
        _catalogue.InForce(Measurands.General.RoundingDecimals, _site.Place, CalendarDate.FromDateTime(local)).FirstOrDefault();

    /// <summary>
    /// A row on how to measure: that of the standard in force, or where its text was not seen that of the edition before it. A stricter limit of
    /// a city or a company that says nothing on it does not change how is measured: the limits beside it are asked as well.
    /// </summary>
    private Requirement? MethodRule(string measurand, DateTime local)
    {
        foreach (var limit in LimitAt(local).Applicable)
            if (MethodRule(measurand, local, limit) is { } rule) return rule;
        return null;
    }

    private Requirement? MethodRule(string measurand, DateTime local, Requirement limit)
    {
        var date = CalendarDate.FromDateTime(local);
        foreach (var rule in _catalogue.InForce(measurand, _site.Place, date))
            if (IsOfMethod(rule)) return rule;
        for (var edition = limit.Edition; edition is not null; edition = edition.Supersedes.Select(_catalogue.FindEdition).FirstOrDefault(static older => older is { HasRequirements: true }))
            foreach (var rule in edition.Requirements)
                if (rule.Measurand.Key == measurand) return rule;
        return null;

        // GB 12524-90 held the method of GB 12523-90.
        bool IsOfMethod(Requirement rule) =>
            (rule.Edition == limit.Edition || rule.Edition.Standard == "GB 12524") && rule.AppliesTo(CircumstancesAt(local, false), out _) != FacetMatch.Fails;
    }

    private bool TryCorrect(Finding finding, Requirement limit, SiteBoundaryMeasurement measurement, decimal background, ref decimal level)
    {
        var correction = BackgroundCorrection.Find(_catalogue, limit, _site.Place, CalendarDate.FromDateTime(measurement.Start), level, background);
        if (correction.Rule is { } rule)
        {
            finding.Rely(rule);
            if (!limit.Edition.IsAbout(Measurands.Noise.BackgroundCorrection)) SayCarriedOver(finding, rule.Citation);
        }

        var difference = Words.Number(correction.Difference);
        var citation = correction.Rule?.Citation;
        finding.Step(
            $"Background {Words.Number(background)} dB(A); difference, rounded: {difference} dB.", $"背景噪声 {Words.Number(background)} dB(A)；差值修约后为 {difference} dB。");
        switch (correction.Outcome)
        {
            case BackgroundOutcome.NoRule:
                finding.Step("No rule for the correction is known for this edition: the level is not corrected.", "该版本没有已知的背景修正规则，不作修正。");
                return true;
            case BackgroundOutcome.NotNeeded:
                finding.Step($"The background is low enough: no correction ({citation}).", $"背景噪声足够低，不作修正（{citation}）。");
                return true;
            case BackgroundOutcome.Corrected:
                var corrected = level + correction.Correction;
                finding.Step(
                    $"Correction {Words.Number(correction.Correction)} dB ({citation}): {Words.Level(level)} becomes {Words.Level(corrected)} dB(A).",
                    $"修正值 {Words.Number(correction.Correction)} dB（{citation}）：{Words.Level(level)} 修正为 {Words.Level(corrected)} dB(A)。");
                if (level - background == 10 && limit.Edition.Number is ("GB 12523-2011" or "GB 12523-2025"))
                    finding.Step(
                        "At a difference of exactly 10 dB the clause (no correction) and its table (−1) of GB 12523-2011 differ; the table is applied, as HJ 706-2014 asks.",
                        "差值恰为 10 dB 时，GB 12523-2011 的条文（不修正）与其表（−1）不一致；按 HJ 706-2014 采用表中数值。");
                level = corrected;
                return true;
            case BackgroundOutcome.BelowLimit:
                finding.Step(
                    $"Difference below 3 dB, and the level is at most 4 dB over the limit: the site alone is below it ({citation}).",
                    $"差值小于 3 dB，且实测值超过限值不大于 4 dB：施工噪声本身低于限值（{citation}）。");
                finding.Reason = new($"Below the limit: the background dominates ({citation}).", $"低于限值：以背景噪声为主（{citation}）。");
                finding.Limit = limit.Value;
                finding.Conclude(Verdict.Compliant, _options);
                return false;
            default:
                finding.Verdict = Verdict.Indeterminate;
                finding.Missing = ["backgroundLevel"];
                finding.Limit = limit.Value;
                finding.Reason = new(
                    $"The background is too near: lower it and measure again ({citation}).", $"背景噪声过高：应降低背景噪声后重新测量（{citation}）。");
                finding.Steps.Add(finding.Reason);
                return false;
        }
    }
}
