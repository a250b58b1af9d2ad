using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Noise;

/// <summary>What the readings of one day or one night came to, and its verdicts.</summary>
public sealed class NoisePeriod
{
    internal NoisePeriod(string point, bool isNight, DateTime start, DateTime end)
    {
        Point = point;
        IsNight = isNight;
        Start = start;
        End = end;
    }

    /// <summary>The name of the monitoring point.</summary>
    public string Point { get; }

    /// <summary>Whether it is a night; else a day.</summary>
    public bool IsNight { get; }

    /// <summary>The local moment at which the period begins.</summary>
    public DateTime Start { get; }

    /// <summary>The local moment at which it ends, exclusive.</summary>
    public DateTime End { get; }

    /// <summary>The time covered by readings that count.</summary>
    public TimeSpan ValidTime { get; internal set; }

    /// <summary>The time covered by readings that do not count: by the weather, because they hold no sound level or one above the range of the instrument, or because they run over the end of the period.</summary>
    public TimeSpan InvalidTime { get; internal set; }

    /// <summary>How many readings do not count because they hold no sound level: the instrument gave none, or an error code.</summary>
    public int WithoutLevelCount { get; internal set; }

    /// <summary>How many readings do not count because their level was above the range of the instrument (<see cref="NoiseReading.IsAboveRange"/>); without them a limit can be broken, and cannot be kept.</summary>
    public int AboveRangeCount { get; internal set; }

    /// <summary>How many readings hold a level, or one above the range of the instrument, and do not count because of the weather: wind, rain, snow or thunder.</summary>
    public int WeatherCount { get; internal set; }

    /// <summary>How many readings begin in the period and run over its end: their level is that of two periods and counts for neither.</summary>
    public int CrossingCount { get; internal set; }

    /// <summary>How many readings begin before half of the last one that counts is over: their time is counted already.</summary>
    public int OverlappingCount { get; internal set; }

    /// <summary>The time of readings whose own level, compared as the limit is, exceeds the limit; for information, a verdict goes by LAeq.</summary>
    public TimeSpan ExceedingTime { get; internal set; }

    /// <summary>LAeq of the readings that count in dB(A), or not a number if there is none: Ld by day, Ln at night.</summary>
    public double EquivalentLevel { get; internal set; } = double.NaN;

    /// <summary>The highest LAeq of 20 minutes without gap in dB(A), or <see langword="null"/> if there are none; the time that GB 12523-2011 (5.4) measures.</summary>
    public double? HighestTwentyMinutes { get; internal set; }

    /// <summary>
    /// <see cref="HighestTwentyMinutes"/> as it compares with the limit: corrected for background and rounded; <see langword="null"/> if there are
    /// none, or they come to no value that could be compared.
    /// </summary>
    public decimal? HighestTwentyMinutesCompared { get; internal set; }

    /// <summary>The highest LAmax in dB(A), or <see langword="null"/> if it was not recorded.</summary>
    public double? Maximum { get; internal set; }

    /// <summary>The levels exceeded for shares of the time, or <see langword="null"/> if there is no reading that counts.</summary>
    public PercentileLevels? Percentiles { get; internal set; }

    /// <summary>The verdicts: on LAeq, and at night on LAmax.</summary>
    public IReadOnlyList<Finding> Findings { get; internal set; } = [];

    /// <summary>The verdict on LAeq.</summary>
    public Finding Finding => Findings[0];
}

/// <summary>Judges the readings of a monitor at a site boundary, day by day and night by night.</summary>
/// <remarks>
/// Each period is cut where the edition changes, so that each reading is judged by the edition of its own date; the night over
/// 2025-12-31 gives two verdicts. A period needs as many valid minutes as a measurement of the standard (20); fewer are <see cref="Verdict.Invalid"/>.
/// The standard's own measurement is 20 minutes of work; the text of the 2025 edition on automatic monitoring was not seen. The LAeq of the
/// whole period is judged, and the highest 20 minutes beside it: where they break the limit, the verdict of the period is provisional.
/// Readings that are no sound level (error codes, nothing), that run over the end of a period, or that overlap the one before by more than half do not count. Of LAmax
/// each reading that counts must have one, not below its LAeq: where some have none, the highest that is known can break the limit, and cannot keep it. An LAmax beside a missing LAeq
/// counts as well. A level above the range of the instrument was at least what the range holds: where the others keep the limit, <c>overRange</c> is missing. Keeps what it has looked up: use one instance by one thread at a time.
/// </remarks>
public sealed class SiteBoundaryMonitoring
{
    /// <summary>The unit of all levels, <c>dB(A)</c>.</summary>
    public const string Unit = "dB(A)";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly SiteBoundaryCheck _check;
    private readonly CheckOptions _options;

    /// <summary>Creates a judge for a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public SiteBoundaryMonitoring(ConstructionSite site, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _options = options ?? CheckOptions.Default;
        _check = new SiteBoundaryCheck(site, catalogue, options);
    }

    /// <summary>Judges a series.</summary>
    /// <param name="series">The readings of one point.</param>
    /// <param name="dayBackgroundLevel">The background level by day in dB(A), measured with the site at rest, or <see langword="null"/> if none was measured.</param>
    /// <param name="nightBackgroundLevel">The background level at night in dB(A), measured with the site at rest, or <see langword="null"/> if none was measured.</param>
    /// <param name="calibrationDrift">The difference of the calibrations in dB, if it was recorded.</param>
    /// <returns>One period for each day and each night with readings, in order of time.</returns>
    public IReadOnlyList<NoisePeriod> Judge(NoiseSeries series, decimal? dayBackgroundLevel = null, decimal? nightBackgroundLevel = null, decimal? calibrationDrift = null)
    {
        var periods = new List<NoisePeriod>();
        var readings = series.Readings;
        for (var i = 0; i < readings.Count;)
        {
            var period = PeriodOf(series.Point, readings[i].LocalTime);
            var end = i + 1;
            while (end < readings.Count && readings[end].LocalTime < period.End) end++;
            Judge(period, series, i, end, period.IsNight ? nightBackgroundLevel : dayBackgroundLevel, calibrationDrift);
            periods.Add(period);
            i = end;
        }

        var others = series.Alternatives.Select(other => Judge(other, dayBackgroundLevel, nightBackgroundLevel, calibrationDrift)).ToList();
        for (var i = 0; i < periods.Count && others.Count > 0; i++)
            for (var k = 0; k < periods[i].Findings.Count; k++)
                // Where nothing counts there is one finding, on LAeq.
                ContradictedReadings.Settle(periods[i].Findings[k], others.ConvertAll(other => other[i].Findings[Math.Min(k, other[i].Findings.Count - 1)]));
        return periods.AsReadOnly();
    }

    /// <summary>The time that a measurement of the standard takes, 20 minutes (GB 12523-2011, 5.4); the highest of a period is judged beside its mean.</summary>
    public static TimeSpan ShortTime { get; } = TimeSpan.FromMinutes(20);

    /// <summary>How many readings make up <see cref="ShortTime"/>; <see langword="null"/> if they do not, as those of a quarter of an hour.</summary>
    /// <param name="duration">The time that a reading stands for; more than none.</param>
    public static int? ReadingsInShortTime(TimeSpan duration) =>
        ShortTime.Ticks % duration.Ticks == 0 && ShortTime.Ticks / duration.Ticks is <= int.MaxValue and var count ? (int)count : null;

    /// <summary>The day or the night that a local moment lies in, cut where the edition changes.</summary>
    /// <returns>The local moments at which it begins and ends, the end exclusive, and whether it is a night.</returns>
    public (DateTime Start, DateTime End, bool IsNight) PeriodAt(DateTime local)
    {
        var period = PeriodOf("", local);
        return (period.Start, period.End, period.IsNight);
    }

    private NoisePeriod PeriodOf(string point, DateTime local)
    {
        var date = CalendarDate.FromDateTime(local);
        var hours = _check.NightHoursOn(date);
        var isNight = hours.Contains(local);
        var tomorrow = local.Date.PlusUpToTheEnd(Day);
        if (hours.Windows.Count == 0) return new NoisePeriod(point, false, local.Date, tomorrow);

        // Back to the change before, forward to the next, and both cut at midnight if another edition begins there.
        var yesterday = local.Date - DateTime.MinValue < Day ? local.Date : local.Date - Day;
        var start = yesterday;
        for (var change = hours.NextChange(start); change > start && change <= local; change = hours.NextChange(change)) start = change;
        var end = hours.NextChange(local);
        if (start < local.Date && !IsSameRule(yesterday, local, isNight)) start = local.Date;
        if (end > tomorrow && !IsSameRule(local, tomorrow, isNight)) end = tomorrow;
        return new NoisePeriod(point, isNight, start, end);
    }

    private bool IsSameRule(DateTime earlier, DateTime later, bool isNight)
    {
        // The same time of day on both days, so that only the date differs.
        var (a, b) = (InPeriod(earlier, isNight), InPeriod(later, isNight));
        return _check.LimitAt(a).Requirement?.Edition == _check.LimitAt(b).Requirement?.Edition;
    }

    private DateTime InPeriod(DateTime local, bool isNight)
    {
        var hours = _check.NightHoursOn(CalendarDate.FromDateTime(local));
        return hours.Contains(local) == isNight ? local : local.Date.AddHours(isNight ? 0 : 12);
    }

    private void Judge(NoisePeriod period, NoiseSeries series, int from, int to, decimal? backgroundLevel, decimal? calibrationDrift)
    {
        var band = LimitBand.Of(_check.LimitAt(series.Readings[from].LocalTime).Requirement);
        var levels = new List<double>(to - from);
        var readings = WithoutOverlaps(period, series, from, to);
        // One for each reading: its energy, or not a number where it does not count.
        var energies = new double[readings.Count];
        var (sum, exceeding, withoutMaximum, maxima, maximaAbove) = (0.0, 0, 0, 0, 0);
        double? maximum = null;
        var (hasWind, hasPrecipitation) = (true, true);
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            energies[i] = double.NaN;
            var isSilent = !reading.HasLevel && !reading.IsAboveRange;
            if (isSilent) period.WithoutLevelCount++;
            if (isSilent && reading.Maximum is null) continue;
            if (!_check.IsWeatherValid(reading))
            {
                if (!isSilent) period.WeatherCount++;
                continue;
            }

            // The highest level was there whatever became of the mean of its time.
            var peak = reading.Maximum is { } highest && Acoustics.IsLevel(highest) && !(reading.HasLevel && highest < reading.Level) ? highest : (double?)null;
            if (peak is not null) maxima++;
            if (peak is not null && !(peak <= maximum)) maximum = peak;
            if (reading.IsMaximumAboveRange || reading.IsAboveRange) maximaAbove++;
            if (reading.IsAboveRange) period.AboveRangeCount++;
            if (!reading.HasLevel) continue;
            sum += energies[i] = Acoustics.Energy(reading.Level);
            levels.Add(reading.Level);
            hasWind &= reading.WindSpeed is not null;
            hasPrecipitation &= reading.Precipitation is not null;
            if (peak is null && !reading.IsMaximumAboveRange) withoutMaximum++;
            if (band?.IsMet(reading.Level) == false) exceeding++;
        }

        period.ValidTime = Times(series.ReadingDuration, levels.Count);
        period.InvalidTime = Times(series.ReadingDuration, readings.Count + period.CrossingCount - levels.Count);
        period.ExceedingTime = Times(series.ReadingDuration, exceeding);
        period.Maximum = maximum;
        if (levels.Count > 0)
        {
            period.EquivalentLevel = Acoustics.Level(sum / levels.Count);
            period.Percentiles = PercentileLevels.Of(levels);
            period.HighestTwentyMinutes = HighestTwenty(readings, series.ReadingDuration, energies);
        }

        var measurement = new SiteBoundaryMeasurement(series.Point, series.Readings[from].LocalTime, levels.Count > 0 ? Acoustics.Exact(period.EquivalentLevel) : 0)
        {
            End = period.End,
            MaximumLevel = (decimal?)maximum,
            BackgroundLevel = backgroundLevel,
            CalibrationDrift = calibrationDrift,
            WeatherRecorded = (hasWind, hasPrecipitation),
            // What was above the range was measured, too.
            MeasuringTime = Times(series.ReadingDuration, levels.Count + period.AboveRangeCount),
            MaximumTime = Times(series.ReadingDuration, Math.Max(levels.Count + period.AboveRangeCount, maxima)),
            Origin = new FindingOrigin { File = series.File, Line = series.Readings[from].Line > 0 ? series.Readings[from].Line : null },
        };
        period.Findings = levels.Count > 0 ? _check.Judge(measurement) : _check.JudgeNothing(measurement);
        foreach (var finding in period.Findings) finding.From = period.Start;
        SayWhatWasMeasured(period, measurement, series.ReadingDuration);
        if (period.CrossingCount > 0) period.Finding.Step($"Left out: {period.CrossingCount} readings that run over the end of the period.", $"未计入：跨越时段终点的读数 {period.CrossingCount} 条。");
        if (period.OverlappingCount > 0) period.Finding.Step($"Left out: {period.OverlappingCount} readings that overlap those before.", $"未计入：与前一读数重叠的读数 {period.OverlappingCount} 条。");
        if (withoutMaximum > 0 && maximum is { } known) LeaveMaximumOpen(period, withoutMaximum, levels.Count, known);
        LeaveAboveRangeOpen(period, maximaAbove);
    }

    // What was above the range can only have made a level higher: a limit that is broken without it stays broken, one that is kept may not have been.
    private static void LeaveAboveRangeOpen(NoisePeriod period, int maximaAbove)
    {
        foreach (var finding in period.Findings)
        {
            var isMaximum = finding.Requirement?.Measurand.Key == Measurands.Noise.SiteBoundaryMaximum;
            var above = isMaximum ? maximaAbove : period.AboveRangeCount;
            var isOpen = finding.Decided == Verdict.Compliant || (isMaximum ? finding.Missing is ["maximumLevel"] : period.ValidTime == TimeSpan.Zero && finding.Verdict == Verdict.Invalid);
            if (above == 0 || finding.Requirement is null || !isOpen) continue;
            AboveRange.WithdrawLevels(finding, above);
        }
    }

    // The highest level may have been in a reading that did not record it.
    private static void LeaveMaximumOpen(NoisePeriod period, int without, int all, double known)
    {
        foreach (var finding in period.Findings)
        {
            if (finding.Requirement?.Measurand.Key != Measurands.Noise.SiteBoundaryMaximum || finding.Decided != Verdict.Compliant) continue;
            ComputedFinding.Withdraw(finding, Verdict.Indeterminate, ["maximumLevel"], new(
                $"{without} of {all} readings that count have no LAmax; the highest that is known, {Words.Tenth(known)} dB(A), keeps the limit, the highest of all may not.",
                $"{all} 条有效读数中有 {without} 条没有最大声级；已知最大值 {Words.Tenth(known)} dB(A) 满足限值，实际最大值未必。"));
        }
    }

    /// <summary>The readings from one to another, without those that run over the end of the period or whose time is counted already.</summary>
    private static List<NoiseReading> WithoutOverlaps(NoisePeriod period, NoiseSeries series, int from, int to)
    {
        var (readings, duration) = (new List<NoiseReading>(to - from), series.ReadingDuration.Ticks);
        var counted = DateTime.MinValue;
        for (var i = from; i < to; i++)
        {
            var reading = series.Readings[i];
            if (period.End.Ticks - reading.LocalTime.Ticks < duration)
            {
                period.CrossingCount++;
            }
            // Clocks of monitors jitter by a second or two; half a reading is no jitter.
            else if (reading.HasLevel && counted > DateTime.MinValue && (reading.LocalTime - counted).Ticks * 2 < duration)
            {
                period.OverlappingCount++;
            }
            else
            {
                if (reading.HasLevel) counted = reading.LocalTime;
                readings.Add(reading);
            }
        }

        return readings;
    }

    /// <summary>
    /// The standard measures 20 minutes of work; a mean over a day can hide them. Where the highest 20 minutes break the limit that the
    /// mean keeps, "compliant" is provisional: no clause that was seen says which of the two an automatic monitor is judged by.
    /// </summary>
    private void SayWhatWasMeasured(NoisePeriod period, SiteBoundaryMeasurement whole, TimeSpan duration)
    {
        var finding = period.Finding;
        if (finding.Requirement is null || finding.Measured is null) return;
        var (valid, all) = (Words.AboutTenth(period.ValidTime.TotalMinutes), Words.AboutTenth((period.End - period.Start).TotalMinutes));
        finding.Step($"LAeq of {valid} min that count, of the {all} min of the period.", $"LAeq 取该时段 {all} min 中有效的 {valid} min。");
        if (ReadingsInShortTime(duration) is null)
        {
            var length = Words.AboutTenth(duration.TotalMinutes);
            MakeProvisional(
                finding,
                new($"Readings of {length} min make no 20 minutes, the time that the standard measures: what they would have come to is not known.", $"时长 {length} min 的读数不能组成标准所要求的 20 min，无法得知其等效声级。"),
                new($"The mean keeps the limit, but readings of {length} min make no 20 minutes, the time that the standard measures; whether the mean is enough is not confirmed.", $"平均值满足限值，但时长 {length} min 的读数不能组成标准所要求的 20 min；仅凭平均值是否足够，尚未证实。"));
            return;
        }

        if (period.HighestTwentyMinutes is not { } twenty)
        {
            MakeProvisional(
                finding,
                new("There are no 20 minutes without a gap, the time that the standard measures: what they would have come to is not known.", "没有标准所要求的连续 20 min 数据，无法得知其等效声级。"),
                new("The mean keeps the limit, but no 20 minutes without a gap were measured; whether the mean is enough is not confirmed.", "平均值满足限值，但没有连续 20 min 的测量；仅凭平均值是否足够，尚未证实。"));
            return;
        }

        var highest = _check.JudgeEquivalentLevel(new SiteBoundaryMeasurement(whole.Point, whole.Start, Acoustics.Exact(twenty)) { BackgroundLevel = whole.BackgroundLevel });
        var shown = Words.Tenth(twenty);
        period.HighestTwentyMinutesCompared = highest.Compared;
        var (english, chinese) = highest.Compared is { } compared ? ($", compared as {Words.Number(compared)}", $"，比较值 {Words.Number(compared)}") : ("", "");
        finding.Step($"Highest 20 min: {shown} dB(A){english}.", $"20 min 最大等效声级：{shown} dB(A){chinese}。");
        if (highest.Verdict == Verdict.Compliant) return;
        MakeProvisional(
            finding,
            new("The highest 20 min, judged by themselves, do not keep the limit; that the mean of the whole period may be judged instead is not confirmed.", "20 min 最大值单独评价时不满足限值；是否可以改用整个时段的平均值，尚未证实。"),
            new($"The mean keeps the limit, the highest 20 min ({shown} dB(A)) does not; which of them counts is not confirmed.", $"平均值满足限值，而 20 min 最大值（{shown} dB(A)）不满足；以何者为准尚未证实。"));
    }

    private void MakeProvisional(Finding finding, BilingualText step, BilingualText reason)
    {
        if (finding.Verdict != Verdict.Compliant) return;
        finding.Rely(Evidence.Unconfirmed);
        finding.Steps.Add(step);
        finding.Conclude(Verdict.Compliant, _options);
        finding.Reason = reason;
    }

    private static double? HighestTwenty(List<NoiseReading> readings, TimeSpan duration, double[] energies)
    {
        if (ReadingsInShortTime(duration) is not { } count) return null;
        double? highest = null;
        var (sum, run) = (0.0, 0);
        for (var i = 0; i < energies.Length; i++)
        {
            var follows = i > 0 && !MonitorSeries.IsGap(readings[i].LocalTime - readings[i - 1].LocalTime, duration);
            if (!follows || double.IsNaN(energies[i])) (sum, run) = (0, 0);
            if (double.IsNaN(energies[i])) continue;
            sum += energies[i];
            // What cancels badly after a very loud reading has left is less than the highest sum, which held it.
            if (++run > count) sum -= energies[i - count];
            if (run >= count && !(sum <= highest)) highest = sum;
        }

        return highest is { } energy ? Acoustics.Level(energy / count) : null;
    }

    private static TimeSpan Times(TimeSpan duration, int count) => TimeSpan.FromTicks(duration.Ticks * count);
}
