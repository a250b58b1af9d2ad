using System.Globalization;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Projects;

/// <summary>What a project file says of dust at the boundary: monitors, and the air around the site.</summary>
public sealed class DustSection
{
    private static readonly ProjectField[] s_series =
    [
        ReadingsEntry.FileField(new("File of the readings (CSV or JSON), relative to the project file; a column for each of TSP, PM10, PM2.5", "读数文件（CSV 或 JSON），相对于项目文件；TSP、PM10、PM2.5 各一列")),
        ReadingsEntry.MinutesField,
        ReadingsEntry.StampsField,
        new("unit", ProjectFieldKind.Text, new("Unit of the columns whose heading names none: µg/m3, mg/m3", "列名未注明单位的列的单位：µg/m3、mg/m3")),
    ];

    internal static readonly ProjectField Field = new("dust", ProjectFieldKind.Object, new("Dust at the boundary of the site", "场界扬尘"))
    {
        Fields =
        [
            new("monitors", ProjectFieldKind.List, new("Monitors at the boundary; each is judged by itself", "场界监测点；各点分别评价"))
            {
                IsNeeded = true,
                NeedsItem = true,
                Fields = [new("name", ProjectFieldKind.Name, new("Name of the monitor, unique in the project", "监测点名称，在项目内唯一")) { IsNeeded = true }, .. s_series],
            },
            new("background", ProjectFieldKind.Object, new(
                "PM10 of the surroundings by the hour, for rules that do not hold the site responsible for it: the mean of the county or city, or the nearest ambient station", "周边 PM10 小时值（县、市均值或最近的环境空气站），用于扣除背景的规则"))
            {
                Fields = s_series,
            },
        ],
    };

    /// <summary>The monitors of a project file, whose readings are read apart; empty in a project that was made in memory.</summary>
    public IReadOnlyList<ReadingsEntry> Monitors { get; private init; } = [];

    /// <summary>PM10 of the surroundings, or <see langword="null"/> if the file names none.</summary>
    public ReadingsEntry? Background { get; private init; }

    internal static DustSection Read(ProjectFields dust)
    {
        var monitors = new List<ReadingsEntry>();
        foreach (var fields in dust.List("monitors"))
        {
            var name = fields.Name("name");
            if (name is not null && monitors.Any(other => other.Name == name)) fields.Report("name", $"Another monitor is called '{InputError.Quote(name)}' already.", $"已有名为“{InputError.Quote(name)}”的监测点。");
            if (ReadSeries(fields, name ?? "") is { } monitor && name is not null) monitors.Add(monitor);
        }

        return new DustSection { Monitors = monitors.AsReadOnly(), Background = dust.Object("background") is { } around ? ReadHours(around) : null };
    }

    private static ReadingsEntry? ReadHours(ProjectFields fields)
    {
        if (ReadSeries(fields, "") is not { } entry) return null;
        if (TimeSpan.TicksPerHour % entry.ReadingDuration.Ticks == 0) return entry;
        fields.Report("readingMinutes", "Readings of the surroundings make hourly means: they stand for an hour, or a part that divides it.", "周边读数用于计算小时均值：每个读数应代表一小时或能整除一小时的时段。");
        return null;
    }

    private static ReadingsEntry? ReadSeries(ProjectFields fields, string name)
    {
        var unit = fields.Text("unit");
        if (unit is not null && !MeasurementUnit.TryConvert(1, unit, SiteDustMonitoring.Unit, out _))
            fields.Report("unit", $"'{InputError.Quote(unit)}' is no unit of mass concentration, such as µg/m3.", $"“{InputError.Quote(unit)}”不是质量浓度单位（如 µg/m3）。");
        return ReadingsEntry.Read(fields, name, unit);
    }

    internal static AuditSection Judge(ProjectFile project, ProjectReadings readings, StandardsCatalogue catalogue, CheckOptions options)
    {
        var surroundings = readings.DustBackground is { } around ? new DustSurroundings { BackgroundPm10 = DustSurroundings.HourlyMeans(around) } : null;
        var groups = new List<AuditGroup>();
        var judged = new SiteDustMonitoring(project.Site, surroundings, catalogue, options).Judge(readings.Dust.Select(static monitor => (monitor.Particulate, monitor.Series)).ToList());
        foreach (var (monitor, all) in readings.Dust.Zip(judged, static (monitor, days) => (monitor, days)))
        {
            var days = all.Where(day => project.Covers(day.Date)).ToList();
            var name = Words.Same($"{monitor.Series.Point} {Words.Of(monitor.Particulate)}");
            // Where no rule is about what was measured, saying so once for each day would bury the rest.
            if (days.Count > 0 && days.TrueForAll(static day => day.Rule is null))
            {
                groups.Add(new AuditGroup(name, []) { Notes = [days[0].Finding.Reason] });
                continue;
            }

            var findings = days.ConvertAll(static day => day.Finding);
            // A series in the wrong unit keeps every limit, or none: that comes first.
            if (days.Find(static day => day.Rule is not null)?.Rule is { } rule && DustUnitSlip.Find(monitor.Series, rule.Limit) is { } slip) findings.Insert(0, slip);
            groups.Add(new AuditGroup(name, findings.AsReadOnly()) { Tables = [DaysOf(days)] });
        }

        return new AuditSection(ProjectDomain.Dust, new("Dust", "扬尘"), groups.AsReadOnly());
    }

    private static AuditTable DaysOf(List<DustDay> days) => new(
        new("Means by day", "逐日均值统计"),
        [
            new(new("Day", "日期")), new(new("Limit", "限值")), new(new("Means judged", "已评价均值数"), true), new(new("above the limit", "超限次数"), true), new(new("allowed", "允许次数"), true),
            new(new("open", "待定"), true), new(new("Highest, µg/m3", "最高值，µg/m3"), true),
        ],
        days.Where(static day => day.Rule is not null).Select(static day => (IReadOnlyList<BilingualText>)
        [
            Words.Same(day.Date.ToString()), Words.ValueOf(day.Rule!.Limit), Number(day.ValidWindows), Number(day.Exceedances), Number(day.AllowedExceedances), Number(day.UnknownWindows), Words.Same(Highest(day)),
        ]).ToList());

    private static string Highest(DustDay day)
    {
        var highest = day.HighestSliding?.Mean;
        foreach (var window in day.Windows)
            if (window is { Window.IsValid: true, Mean: { } mean } && !(mean <= highest)) highest = mean;
        return highest is { } found && MeasurementUnit.TryConvert(found, day.Rule!.Limit.Unit, SiteDustMonitoring.Unit, out var micrograms) ? Words.Number(Gbt8170.Round(micrograms, 0)) : "";
    }

    private static BilingualText Number(int count) => Words.Same(count.ToString(CultureInfo.InvariantCulture));
}

/// <summary>The readings of one particulate at one monitor.</summary>
public sealed class DustSeries
{
    /// <summary>Creates a series.</summary>
    /// <param name="particulate">What was measured.</param>
    /// <param name="series">The readings, in a unit of mass concentration.</param>
    /// <exception cref="ArgumentException">The unit is none of mass concentration.</exception>
    public DustSeries(Particulate particulate, MonitorSeries series)
    {
        if (!MeasurementUnit.TryConvert(1, series.Unit, SiteDustMonitoring.Unit, out _)) throw new ArgumentException($"{series.Unit} is no unit of mass concentration.", nameof(series));
        Particulate = particulate;
        Series = series;
    }

    /// <summary>What was measured.</summary>
    public Particulate Particulate { get; }

    /// <summary>The readings.</summary>
    public MonitorSeries Series { get; }
}
