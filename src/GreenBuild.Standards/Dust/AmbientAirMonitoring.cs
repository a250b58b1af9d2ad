using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Dust;

/// <summary>One day of ambient air: its mean, and the verdict on it.</summary>
public sealed class AmbientDay
{
    internal AmbientDay(CalendarDate date, int validHours, decimal? mean, Finding finding)
    {
        Date = date;
        ValidHours = validHours;
        Mean = mean;
        Finding = finding;
    }

    /// <summary>The day, 00:00 to 24:00 local time.</summary>
    public CalendarDate Date { get; }

    /// <summary>The hourly means that count.</summary>
    public int ValidHours { get; }

    /// <summary>The hours in which readings lie above the range of the monitor: with one of them the day keeps no limit.</summary>
    public int HoursAboveRange { get; internal init; }

    /// <summary>The mean of the day in the unit of the series, unrounded, or <see langword="null"/> where the hours are too few for a valid day.</summary>
    public decimal? Mean { get; }

    /// <summary>Whether enough hours count for a daily mean.</summary>
    public bool IsValid => Mean is not null;

    /// <summary>The verdict on the daily mean; <see cref="Verdict.Invalid"/> where the day is not valid.</summary>
    public Finding Finding { get; }
}

/// <summary>One calendar year of ambient air: its days, its mean, and the verdict on it.</summary>
public sealed class AmbientYear
{
    internal AmbientYear(int year, IReadOnlyList<AmbientDay> days, decimal? mean, Finding finding)
    {
        Year = year;
        Days = days;
        Mean = mean;
        Finding = finding;
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>Its days with readings, in order.</summary>
    public IReadOnlyList<AmbientDay> Days { get; }

    /// <summary>How many days have a valid mean.</summary>
    public int ValidDays => Days.Count(static day => day.IsValid);

    /// <summary>How many valid days lie above the limit of their day, as measured; what rounding would settle the other way, or a number of days allows, is counted too.</summary>
    public int DaysOver => Days.Count(static day => day is { IsValid: true, Finding.Margin: < 0 });

    /// <summary>The mean of the valid days in the unit of the series, unrounded, or <see langword="null"/> where there are none.</summary>
    public decimal? Mean { get; }

    /// <summary>The verdict on the annual mean; <see cref="Verdict.Invalid"/> where valid days are too few in the year or in one of its months.</summary>
    public Finding Finding { get; }
}

/// <summary>Judges hourly means of particulates in ambient air by day and by year (GB 3095, table 1 and 2; valid data by its table 4).</summary>
/// <remarks>
/// The limit of the zone (<c>airZone</c> 1 or 2) governs by date: GB 3095-2012 until 2026-02-28, the transition of GB 3095-2026 until 2030-12-31,
/// its final limits after. To how many digits a mean is rounded before it is compared stands in no row of the catalogue: it is compared as it is, and
/// where whole µg/m³ would settle it the other way, the finding is provisional. Immutable; safe for several threads.
/// </remarks>
public sealed class AmbientAirMonitoring
{
    private static readonly WindowRule Hours = new(TimeSpan.FromHours(1), TimeSpan.FromHours(1));

    private readonly StandardsCatalogue _catalogue;
    private readonly Jurisdiction _place;
    private readonly Circumstances _circumstances;
    private readonly CheckOptions _options;

    /// <summary>Creates a judge for a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="circumstances">What is known of it, above all <c>airZone</c>; without it every finding asks for it.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public AmbientAirMonitoring(Jurisdiction place, Circumstances circumstances, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _place = place;
        _circumstances = circumstances;
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
    }

    /// <summary>Judges a series, year by year.</summary>
    /// <param name="hourly">Hourly means; a reading that does not count is left out of its day.</param>
    /// <param name="particulate">What was measured.</param>
    /// <param name="rulesOf">The day by whose rules all is judged, to see what another edition would mean; the rules of each day itself if not given.</param>
    /// <exception cref="ArgumentException">The readings are not hourly.</exception>
    public IReadOnlyList<AmbientYear> Judge(MonitorSeries hourly, Particulate particulate, CalendarDate? rulesOf = null)
    {
        if (hourly.ReadingDuration != Hours.Length) throw new ArgumentException("Ambient air is judged by hourly means.", nameof(hourly));
        var (daily, annual, pollutant) = particulate switch
        {
            Particulate.Pm10 => (Measurands.Dust.AmbientPm10Daily, Measurands.Dust.AmbientPm10Annual, "pm10"),
            Particulate.Pm25 => (Measurands.Dust.AmbientPm25Daily, Measurands.Dust.AmbientPm25Annual, "pm25"),
            _ => (Measurands.Dust.AmbientTspDaily, Measurands.Dust.AmbientTspAnnual, "tsp"),
        };
        var circumstances = _circumstances.With("airPollutant", pollutant);
        var years = new List<AmbientYear>();
        var days = new List<AmbientDay>();
        foreach (var (date, hours, sum, above) in DaysOf(hourly, _place.UtcOffset is null))
        {
            if (days.Count > 0 && days[0].Date.Year != date.Year)
            {
                years.Add(JudgeYear(hourly, days, annual, circumstances, rulesOf));
                days = [];
            }

            days.Add(JudgeDay(hourly, date, hours, sum, above, daily, circumstances, rulesOf ?? date));
        }

        if (days.Count > 0) years.Add(JudgeYear(hourly, days, annual, circumstances, rulesOf));
        var others = hourly.Alternatives.Select(other => Judge(other, particulate, rulesOf)).ToList();
        for (var i = 0; i < years.Count && others.Count > 0; i++)
        {
            ContradictedReadings.Settle(years[i].Finding, others.ConvertAll(other => other[i].Finding));
            for (var k = 0; k < years[i].Days.Count; k++) ContradictedReadings.Settle(years[i].Days[k].Finding, others.ConvertAll(other => other[i].Days[k].Finding));
        }

        return years.AsReadOnly();
    }

    private static IEnumerable<(CalendarDate Date, int Hours, decimal Sum, int Above)> DaysOf(MonitorSeries hourly, bool hasSummerTime)
    {
        (CalendarDate Date, int Hours, decimal Sum, int Above)? open = null;
        DateTime? last = null;
        foreach (var hour in ClockWindows.Of(hourly.AsConcentrations(), Hours))
        {
            // Where clocks are never set back, the same hour again is the same reading sent twice.
            if (!hasSummerTime && hour.Start <= last) continue;
            last = hour.Start;
            var date = CalendarDate.FromDateTime(hour.Start);
            if (open is { } day && day.Date != date)
            {
                yield return day;
                open = null;
            }

            var (_, hours, sum, above) = open ?? (date, 0, 0, 0);
            if (hour.HasReadingsAboveRange) above++;
            open = hour is { IsValid: true, Mean: { } mean } ? (date, hours + 1, sum + mean, above) : (date, hours, sum, above);
        }

        if (open is { } end) yield return end;
    }

    private AmbientDay JudgeDay(MonitorSeries hourly, CalendarDate date, int hours, decimal sum, int above, string measurand, Circumstances circumstances, CalendarDate rulesOf)
    {
        var needed = Applying(Measurands.Dust.ValidHoursPerDay, circumstances, rulesOf);
        decimal? ofHours = hours > 0 ? sum / hours : null;
        var mean = needed is not null && LimitCheck.Meets(needed, hours) ? ofHours : null;
        var finding = JudgeMean(hourly, measurand, ofHours, circumstances, rulesOf, date, date.PlusDays(1));
        if (finding.Requirement is not null && needed is null) Refuse(finding, null, $"How many hours make a valid day is not known for {rulesOf}.", $"{rulesOf} 有效日均值所需小时数未知。");
        else if (finding.Requirement is not null && mean is null) Refuse(finding, needed, $"Only {hours} hours of the day count", $"当日有效小时仅 {hours} 个");
        else if (needed is not null && finding.Requirement is not null) HangOn(finding, needed, $"{hours} hours of the day count", $"当日有效小时 {hours} 个");
        LeaveOpen(finding, above);
        return new AmbientDay(date, hours, mean, finding) { HoursAboveRange = above };
    }

    private AmbientYear JudgeYear(MonitorSeries hourly, List<AmbientDay> days, string measurand, Circumstances circumstances, CalendarDate? rulesOf)
    {
        var year = days[0].Date.Year;
        var (first, last) = (new CalendarDate(year, 1, 1), new CalendarDate(year, 12, 31));
        var rules = rulesOf ?? last;
        var valid = days.Where(static day => day.IsValid).ToList();
        decimal? mean = valid.Count > 0 ? valid.Sum(static day => day.Mean!.Value) / valid.Count : null;
        var finding = JudgeMean(hourly, measurand, mean, circumstances, rules, first, last.PlusDays(1));
        if (finding.Requirement is not null)
        {
            var perYear = Applying(Measurands.Dust.ValidDaysPerYear, circumstances, rules);
            if (mean is null || perYear is null) Refuse(finding, perYear, $"{valid.Count} days of the year are valid", $"全年有效日 {valid.Count} 天");
            else if (!LimitCheck.Meets(perYear, valid.Count)) Refuse(finding, perYear, $"Only {valid.Count} days of the year are valid", $"全年有效日仅 {valid.Count} 天");
            else
            {
                HangOn(finding, perYear, $"{valid.Count} days of the year are valid", $"全年有效日 {valid.Count} 天");
                RefuseShortMonth(finding, year, valid, circumstances, rulesOf);
                // Which days are valid is a rule as well.
                if (finding.Verdict != Verdict.Invalid && Applying(Measurands.Dust.ValidHoursPerDay, circumstances, rules) is { } perDay) finding.RelyAlso(perDay, _options);
            }
        }

        LeaveOpen(finding, days.Sum(static day => day.HoursAboveRange));
        return new AmbientYear(year, days.AsReadOnly(), mean, finding);
    }

    private void RefuseShortMonth(Finding finding, int year, List<AmbientDay> valid, Circumstances circumstances, CalendarDate? rulesOf)
    {
        for (var month = 1; month <= 12; month++)
        {
            // Which number a month needs (27, in February 25) depends on its own dates; in which edition, on the day of the rules.
            var inMonth = new CalendarDate(year, month, 15);
            var needed = Applying(Measurands.Dust.ValidDaysPerMonth, circumstances, rulesOf ?? new CalendarDate(year, 12, 31), inMonth);
            var days = valid.Count(day => day.Date.Month == month);
            if (needed is null) continue;
            if (LimitCheck.Meets(needed, days))
            {
                finding.RelyAlso(needed, _options);
                continue;
            }

            Refuse(finding, needed, $"Only {days} days of {year}-{month:00} are valid", $"{year}-{month:00} 有效日仅 {days} 天");
            return;
        }
    }

    private Finding JudgeMean(MonitorSeries hourly, string measurand, decimal? mean, Circumstances circumstances, CalendarDate rulesOf, CalendarDate from, CalendarDate to)
    {
        // Whatever moment someone stated of the place: the readings have their own.
        circumstances = circumstances.At(rulesOf.ToDateTime());
        var finding = mean is { } known
            ? LimitCheck.JudgeGoverning(_catalogue, measurand, known, _place, rulesOf, circumstances, _options, hourly.Unit)
            : ComputedFinding.WithoutValue(_catalogue, measurand, hourly.Unit, _place, rulesOf, circumstances, _options);
        finding.Subject = hourly.Point;
        finding.From = from.ToDateTime();
        finding.To = to.ToDateTime();
        finding.Origin = new FindingOrigin { File = hourly.File };
        if (finding is { Requirement: { RoundingDigits: null } limit, Compared: { } compared } && MeasurementUnit.TryConvert(compared, limit.Unit, "µg/m3", out var micrograms))
        {
            MeasurementUnit.TryConvert(Gbt8170.Round(micrograms, 0), "µg/m3", limit.Unit, out var rounded);
            if (LimitCheck.Meets(limit, rounded) != LimitCheck.Meets(limit, compared))
            {
                var decided = finding.Decided;
                finding.Step(
                    $"Rounded to whole µg/m3 ({Words.Number(rounded)} {limit.Unit}) it would be the other way; to how many digits a mean is rounded was not seen.",
                    $"若修约到整数 µg/m3（{Words.Number(rounded)} {limit.Unit}），结论相反；均值修约位数未见规定。");
                finding.Rely(Evidence.Unconfirmed);
                finding.ProvisionalVerdict = null;
                finding.Conclude(decided, _options);
            }
        }

        return finding;
    }

    /// <summary>The rule on valid data that applies: the strictest, where several do.</summary>
    private Requirement? Applying(string measurand, Circumstances circumstances, CalendarDate date, CalendarDate? of = null) =>
        _catalogue.Governing(measurand, _place, date, circumstances.At((of ?? date).ToDateTime()), _options).Requirement;

    /// <summary>The mean counts by a rule: it is named, and the finding is no better known than it.</summary>
    private void HangOn(Finding finding, Requirement rule, string english, string chinese)
    {
        finding.Step(
            $"{english}; {Words.ValueOf(rule).English} are needed ({rule.Citation}, {Words.Of(rule.Evidence).English}).", $"{chinese}；要求 {Words.ValueOf(rule).Chinese}（{rule.Citation}，{Words.Of(rule.Evidence).Chinese}）。");
        finding.RelyAlso(rule, _options);
    }

    /// <summary>No mean keeps a limit where the monitor could not show how much there was.</summary>
    private static void LeaveOpen(Finding finding, int hoursAboveRange)
    {
        if (hoursAboveRange == 0 || finding.Decided != Verdict.Compliant) return;
        AboveRange.Withdraw(finding, new(
            $"In {hoursAboveRange} hours the monitor was above its range: what there was is not known, and without it the mean is too low.",
            $"有 {hoursAboveRange} 个小时监测值超出量程：实际数值未知，不计入时均值偏低。"));
    }

    private static void Refuse(Finding finding, Requirement? rule, string english, string chinese)
    {
        finding.Verdict = Verdict.Invalid;
        finding.ProvisionalVerdict = null;
        // A mean of too little is a figure of nothing, also in a table that shows what was measured.
        finding.Measured = finding.Compared = finding.Margin = null;
        finding.Reason = rule is null ? new(english, chinese) : new($"{english}; {Words.ValueOf(rule).English} are needed ({rule.Citation}).", $"{chinese}；要求 {Words.ValueOf(rule).Chinese}（{rule.Citation}）。");
        finding.Steps.Add(finding.Reason);
        if (rule is not null) finding.Rely(rule);
    }
}
