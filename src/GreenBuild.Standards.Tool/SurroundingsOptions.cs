using System.CommandLine;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Tool;

/// <summary>What <c>monitor</c> is told of the air around a site: many rules do not hold the site responsible for the dust of the city.</summary>
internal sealed class SurroundingsOptions
{
    private readonly Option<string> _background;
    private readonly Option<string> _upwind;
    private readonly Option<string> _temperature;
    private readonly Option<string> _pressure;

    public SurroundingsOptions(ToolContext context)
    {
        _background = new("--background")
        {
            Description = context.Say(
                "PM10 of the surroundings (mean of the county or city, nearest ambient station), for rules that subtract it: a file of hours, or one value such as \"100 µg/m3\".", "周边 PM10（县、市均值或最近的环境空气站），用于扣除背景的规则：小时值文件，或一个数值（如 \"100 µg/m3\"）。"),
            HelpName = "FILE|VALUE",
        };
        _upwind = new("--upwind")
        {
            Description = context.Say("TSP at the upwind reference point, for rules that subtract it: a file of hours, or one value.", "上风向参照点的 TSP，用于扣除参照值的规则：小时值文件，或一个数值。"),
            HelpName = "FILE|VALUE",
        };
        _temperature = new("--temperature") { Description = context.Say("Temperature of the air on the site in °C, with --pressure, for limits at 273 K and 101.325 kPa.", "工地气温（°C），与 --pressure 同用，用于 273 K、101.325 kPa 状态下的限值。"), HelpName = "N" };
        _pressure = new("--pressure") { Description = context.Say("Pressure of the air on the site in hPa, not reduced to sea level.", "工地气压（hPa，非海平面气压）。"), HelpName = "N" };
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _background, _upwind, _temperature, _pressure }) command.Options.Add(option);
    }

    /// <summary>Reads what was given, or says what is wrong with it.</summary>
    /// <param name="context">Where it is said.</param>
    /// <param name="result">The command line.</param>
    /// <param name="logs">The files that are judged: others are read as they are.</param>
    /// <param name="stated">What <c>--when</c> says: the air quality of the city is among it.</param>
    /// <param name="isAmbient">Whether ambient air is judged, which has no surroundings.</param>
    /// <param name="air">What is known.</param>
    /// <param name="exitCode">What the tool ends with if it cannot be read.</param>
    public bool TryRead(ToolContext context, ParseResult result, StationLogs logs, StatedConditions stated, bool isAmbient, out DustSurroundings air, out int exitCode)
    {
        (air, exitCode) = (DustSurroundings.None, ExitCode.Usage);
        if (isAmbient && new Option<string>[] { _background, _upwind, _temperature, _pressure }.FirstOrDefault(option => result.GetValue(option) is not null) is { } given)
        {
            context.Fail(exitCode, new($"{given.Name}: is not for --ambient.", $"{given.Name}：不能与 --ambient 同用。"));
            return false;
        }

        if (!TryState(context, result.GetValue(_temperature), result.GetValue(_pressure), out var state) || !TryCity(context, stated, out var city)) return false;
        exitCode = ExitCode.BadData;
        if (!TryHours(context, logs, result.GetValue(_background), Particulate.Pm10, out var background) || !TryHours(context, logs, result.GetValue(_upwind), Particulate.Tsp, out var upwind)) return false;
        air = new DustSurroundings { BackgroundPm10 = background, UpwindTsp = upwind, City = city, State = state };
        return true;
    }

    private static bool TryState(ToolContext context, string? temperature, string? pressure, out Func<DateTime, AirState?>? state)
    {
        state = null;
        if (temperature is null && pressure is null) return true;
        if (temperature is null || pressure is null)
        {
            context.Fail(ExitCode.Usage, new("--temperature and --pressure are given together.", "--temperature 和 --pressure 须同时给出。"));
            return false;
        }

        if (NumberText.TryParse(PlainText.Of(temperature), out var celsius, out _) && NumberText.TryParse(PlainText.Of(pressure), out var hectopascals, out _)
            && celsius is > -300 and < 300 && AirState.FromCelsiusAndHectopascals(celsius, hectopascals) is { IsPlausible: true } known)
        {
            state = _ => known;
            return true;
        }

        context.Fail(ExitCode.Usage, new(
            $"--temperature {InputError.Quote(temperature)} (°C) and --pressure {InputError.Quote(pressure)} (hPa) are no air of a site.", $"--temperature {InputError.Quote(temperature)}（°C）、--pressure {InputError.Quote(pressure)}（hPa）不是工地可能的空气状态。"));
        return false;
    }

    // The index and the primary pollutant are facets, and asked for by their names.
    private static bool TryCity(ToolContext context, StatedConditions stated, out Func<CalendarDate, CityAir?>? city)
    {
        city = null;
        if (!stated.Circumstances.TryGetNumber("cityAqi", out var index)) return true;
        if (index is not (>= 0 and <= 500) || index != decimal.Truncate(index))
        {
            context.Fail(ExitCode.Usage, new($"--when: cityAqi={Words.Number(index)} is no index, a whole number of 0 to 500.", $"--when：cityAqi={Words.Number(index)} 不是 0～500 的整数指数。"));
            return false;
        }

        var air = new CityAir((int)index, stated.PrimaryPollutant);
        city = _ => air;
        return true;
    }

    // Hours, of which some may be missing, or what they plainly come in; a few readings show no step.
    private static TimeSpan? StepOf(Hj212Series series)
    {
        var times = series.Readings.Select(static reading => reading.Time!.Value.UtcTicks).ToList();
        if (series.UsualStep is { } step) return step;
        return times.Zip(times.Skip(1), static (one, next) => next - one).All(static apart => apart % TimeSpan.TicksPerHour == 0) ? TimeSpan.FromHours(1) : null;
    }

    // What is subtracted a thousandfold too small or too large convicts, or acquits.
    private static BilingualText? SlipOf(decimal value, string unit) => DustUnitSlip.FactorOf(value, unit) is not { } factor
        ? null
        : new($"{Words.Number(value)} {unit} is no outdoor air, {Words.Number(value * factor)} {unit} would be: the unit is probably wrong.", $"{Words.Number(value)} {unit} 不可能是室外空气，{Words.Number(value * factor)} {unit} 才可能：单位很可能有误。");

    private static bool TryHours(ToolContext context, StationLogs logs, string? text, Particulate particulate, out Func<DateTime, decimal?>? hours)
    {
        hours = null;
        if (text is null) return true;
        if (MassConcentration.TryParse(PlainText.Of(text), out var value))
        {
            var micrograms = value.InMicrogramsPerCubicMetre;
            if (SlipOf(micrograms, SiteDustMonitoring.Unit) is { } slip) return Fail(slip);
            hours = _ => micrograms;
            return true;
        }

        if (NumberText.TryParse(PlainText.Of(text), out _, out _)) return Fail(new("A value needs its unit, for example µg/m3.", "数值须带单位，如 µg/m3。"));
        if (!logs.TryOpenBeside(text, null, out var around)) return false;
        var all = Means(around);
        // Where no column says how long a reading is, the step that they come in does.
        if (all is [{ Duration: null } unsaid] && !around.IsWithoutTable)
        {
            if (StepOf(unsaid) is not { } step)
                return Fail(new("Its readings come in no steady steps, and no column says how long each is: add a column 'minutes'.", "其读数间隔不固定，且没有说明时长的列：请增加“minutes”列。"));
            if (!logs.TryOpenBeside(text, step, out around)) return false;
            all = Means(around);
        }

        around.WriteFindings();
        if (around.AreStampsDoubtful) return Fail(new("It is not known whether its times begin or end their periods. Give --stamps.", "时间是时段的开始还是结束未知。请给出 --stamps。"));
        if (all.Count == 0) return Fail(new($"It holds no means of {Words.Of(particulate)}.", $"其中没有 {Words.Of(particulate)} 均值。"));
        if (all.Count > 1) return Fail(new($"It holds {all.Count} series of {Words.Of(particulate)}; one is needed.", $"其中有 {all.Count} 个 {Words.Of(particulate)} 序列；应只有一个。"));
        if (all[0].ToMonitorSeries(text) is not { } readings) return Fail(new("The unit or the period of its readings is not known.", "其读数的单位或周期未知。"));
        if (TimeSpan.TicksPerHour % readings.ReadingDuration.Ticks != 0) return Fail(new($"Its readings of {PeriodText.Of(readings.ReadingDuration)} do not divide an hour.", $"其读数时长 {PeriodText.Of(readings.ReadingDuration)} 不能整除小时。"));
        if (DustUnitSlip.MedianOf(readings) is { } median && SlipOf(median, readings.Unit) is { } slipped) return Fail(slipped);
        hours = DustSurroundings.HourlyMeans(readings);
        return true;

        List<Hj212Series> Means(StationLogs file) => file.ReadSeries().Where(series => series.Particulate == particulate && series.Statistic == Hj212Statistic.Average).ToList();

        bool Fail(BilingualText why)
        {
            context.Fail(ExitCode.BadData, new($"'{InputError.Quote(text)}' cannot be taken for the surroundings. {why.English}", $"“{InputError.Quote(text)}”不能用作周边数据。{why.Chinese}"));
            return false;
        }
    }
}
