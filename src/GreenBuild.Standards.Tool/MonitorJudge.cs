using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary>Judges the series of stations for <c>monitor</c>, with the engine's own findings.</summary>
internal abstract class MonitorJudge(ToolContext context, StationLogs logs)
{
    protected ToolContext Context => context;

    protected StationLogs Logs => logs;

    /// <summary>Judges a series; <see langword="null"/> if it is none that is judged.</summary>
    public abstract IEnumerable<JudgedDay>? Judge(Hj212Series series, IReadOnlyList<Hj212Series> all);

    /// <summary>Why a series is not judged; <see langword="null"/> if nobody expects it: it is no dust and no noise, or is judged beside another.</summary>
    public NotJudged? WhyNot(Hj212Series series, IReadOnlyList<Hj212Series> all)
    {
        if (series.Measurand is null && series.Particulate is null) return Unknown(series, all);
        // A maximum is judged with the levels of its time.
        if (all.Any(levels => IsNoise(levels) && series.IsConditionOf(levels))) return null;
        if (IsBesideMeans(series, all)) return NotJudged.BesideMeans;
        if (Unexpected(series) is { } other) return other;
        if (series.Unit is null) return NotJudged.UnitUnknown;
        return series.Duration is null ? NotJudged.PeriodUnknown : NotJudged.NoLevels;
    }

    /// <summary>The finding that the readings are probably in another unit, by the limit of the first day that has one.</summary>
    public JudgedDay? SlipOf(Hj212Series series, IReadOnlyList<JudgedDay> days)
    {
        if (series.Particulate is null || days.FirstOrDefault(static day => day.Limit is not null)?.Limit is not { } limit) return null;
        return series.ToMonitorSeries(logs.OnlyFile) is { } readings && DustUnitSlip.Find(readings, limit) is { } slip
            ? new(series, CalendarDate.FromDateTime(series.FirstTime.DateTime), CalendarDate.FromDateTime(series.LastTime.DateTime), JudgedPeriod.Series, slip, context.Say("unit?", "单位？")) : null;
    }

    /// <summary>The finding that readings cannot stand for as long as is said.</summary>
    public JudgedDay MinutesOf(SeriesDoubt doubt, IReadOnlyList<JudgedDay> days)
    {
        var series = doubt.Series;
        var finding = new Finding(days.Select(static day => day.Limit ?? day.Finding.Requirement).FirstOrDefault(static limit => limit is not null))
        {
            Subject = series.Station, Verdict = Verdict.Indeterminate, Missing = [doubt.Kind], Reason = doubt.Text, Origin = new FindingOrigin { File = logs.OnlyFile },
        };
        finding.Steps.Add(doubt.Text);
        return new(series, CalendarDate.FromDateTime(series.FirstTime.DateTime), CalendarDate.FromDateTime(series.LastTime.DateTime), JudgedPeriod.Series, finding, context.Say("minutes?", "时长？"));
    }

    /// <summary>Why a series of dust or noise is none for this judge, whatever is known of its unit and periods.</summary>
    protected abstract NotJudged? Unexpected(Hj212Series series);

    /// <summary>Why a series is not judged of which nobody said what was measured; <see langword="null"/> if nobody expects it.</summary>
    protected virtual NotJudged? Unknown(Hj212Series series, IReadOnlyList<Hj212Series> all) => null;

    protected static bool IsNoise(Hj212Series series) => series is { Measurand: Measurands.Noise.SiteBoundary, Statistic: Hj212Statistic.Average or Hj212Statistic.Period or Hj212Statistic.RealTime };

    // A level of a moment stands for its period only where nothing better does.
    protected static bool IsBesideMeans(Hj212Series series, IReadOnlyList<Hj212Series> all) =>
        series.Statistic == Hj212Statistic.RealTime && IsNoise(series)
        && all.Any(other => IsNoise(other) && other.Statistic != Hj212Statistic.RealTime && other.Station == series.Station && other.Duration == series.Duration);
}

/// <summary>Dust and noise at the boundary of a site.</summary>
internal sealed class SiteJudge(ToolContext context, StationLogs logs, StatedConditions stated, DustSurroundings surroundings) : MonitorJudge(context, logs)
{
    private readonly ConstructionSite _site = new(logs.Place) { Circumstances = stated.Circumstances };

    public override IEnumerable<JudgedDay>? Judge(Hj212Series series, IReadOnlyList<Hj212Series> all)
    {
        if (series is { Particulate: { } particulate, Measurand: Measurands.Dust.SiteBoundaryTsp or Measurands.Dust.SiteBoundaryPm10, Statistic: Hj212Statistic.Average } && series.ToMonitorSeries(Logs.OnlyFile) is { } dust)
            return new SiteDustMonitoring(_site, surroundings, Context.Catalogue).Judge(particulate, dust).Select(day => new JudgedDay(series, day.Date, day.Date, JudgedPeriod.WholeDay, day.Finding, FoundOf(day), day.Rule?.Limit));

        if (!IsNoise(series) || IsBesideMeans(series, all) || series.ToNoiseSeries(Logs.OnlyFile, all) is not { } noise) return null;
        return new SiteBoundaryMonitoring(_site, Context.Catalogue).Judge(noise).SelectMany(period => period.Findings.Select((finding, i) => new JudgedDay(
            series, CalendarDate.FromDateTime(period.Start), CalendarDate.FromDateTime(period.Start), period.IsNight ? JudgedPeriod.Night : JudgedPeriod.Day, finding,
            i == 0 ? "LAeq " + ReportFormat.LevelOf(period.EquivalentLevel) + ReportFormat.CoverageOf(period).In(Context.Language) : "LAmax " + ReportFormat.LevelOf(period.Maximum))
        {
            // Of a night that is cut where the edition changes each part is named, or it would look like the next night.
            Hours = period.IsNight && (period.Start.TimeOfDay == TimeSpan.Zero || period.End.TimeOfDay == TimeSpan.Zero) ? ReportFormat.ClockOf(period) : "",
        }));
    }

    protected override NotJudged? Unexpected(Hj212Series series) => series switch
    {
        { Particulate: not null, Measurand: not (Measurands.Dust.SiteBoundaryTsp or Measurands.Dust.SiteBoundaryPm10) } => NotJudged.NoDustOfSites,
        { Particulate: not null, Statistic: not Hj212Statistic.Average } => NotJudged.NoMeans,
        { Measurand: Measurands.Noise.SiteBoundary } when !IsNoise(series) => NotJudged.NoMeans,
        _ => null,
    };

    // Percentiles beside LAeq are expected by nobody; where they are all that there is, noise was measured and is not judged.
    protected override NotJudged? Unknown(Hj212Series series, IReadOnlyList<Hj212Series> all) =>
        series.Unit == SiteBoundaryMonitoring.Unit && !all.Any(other => other.Station == series.Station && IsNoise(other)) ? NotJudged.OtherLevels : null;

    // How often which value was exceeded: of a rule in tiers each has its own.
    private string FoundOf(DustDay day)
    {
        if (day.Rule is not { Limit: { Value: { } value } limit }) return "";
        var (english, chinese) = day is { IsBroken: true, Exceedances: 0, HighestSliding.Window.Start: var start } ? ($", one between from {Words.Clock(start)}", $"，另有一个自 {Words.Clock(start)} 起") : ("", "");
        return Context.Say(
            $"{day.Exceedances} of {day.ValidWindows} above {Words.Number(value)} {limit.Unit}{english}", $"{day.ValidWindows} 个时段中 {day.Exceedances} 个超过 {Words.Number(value)} {limit.Unit}{chinese}");
    }
}

/// <summary>Dust as ambient air, by day and year.</summary>
internal sealed class AmbientJudge(ToolContext context, StationLogs logs, StatedConditions stated, CalendarDate? rulesOf) : MonitorJudge(context, logs)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public override IEnumerable<JudgedDay>? Judge(Hj212Series series, IReadOnlyList<Hj212Series> all)
    {
        if (series is not { Particulate: { } particulate, Statistic: Hj212Statistic.Average } || series.Duration != Hour || series.ToMonitorSeries(Logs.OnlyFile) is not { } hourly) return null;
        return new AmbientAirMonitoring(Logs.Place, stated.Circumstances, Context.Catalogue).Judge(hourly, particulate, rulesOf).SelectMany(year => year.Days
            .Select(day => new JudgedDay(series, day.Date, day.Date, JudgedPeriod.WholeDay, day.Finding, MeanOf(day.Mean, $"{day.ValidHours} h"), day.Finding.Requirement))
            .Append(new JudgedDay(
                series, new CalendarDate(year.Year, 1, 1), new CalendarDate(year.Year, 12, 31), JudgedPeriod.Year, year.Finding,
                MeanOf(year.Mean, Context.Say($"{year.ValidDays} d, {year.DaysOver} above", $"{year.ValidDays} d，超标 {year.DaysOver} d")), year.Finding.Requirement)));

        string MeanOf(decimal? mean, string count) => mean is { } known && MeasurementUnit.TryConvert(known, hourly.Unit, SiteDustMonitoring.Unit, out var micrograms) ? $"{Words.AboutTenth((double)micrograms)} {SiteDustMonitoring.Unit}, {count}" : count;
    }

    protected override NotJudged? Unexpected(Hj212Series series) => series switch
    {
        { Particulate: null } => NotJudged.NoDust,
        { Statistic: not Hj212Statistic.Average } => NotJudged.NoMeans,
        { Unit: not null, Duration: { } duration } when duration != Hour => NotJudged.NotHourly(duration),
        _ => null,
    };
}
