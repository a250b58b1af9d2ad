using System.Text.Json.Serialization;
using GreenBuild.Standards.Components;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Json;

/// <summary>A reading of a noise monitor. A level that is no number is null; whether it was above the range of the instrument is said beside it.</summary>
internal sealed record NoiseReadingForm
{
    [JsonRequired, JsonConverter(typeof(LocalTimeConverter))]
    public DateTime? LocalTime { get; init; }

    [JsonRequired]
    public double? Level { get; init; }

    public double? Maximum { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AboveRange { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MaximumAboveRange { get; init; }

    public decimal? WindSpeed { get; init; }

    public bool? Precipitation { get; init; }

    public int Line { get; init; }

    public static NoiseReadingForm Of(NoiseReading reading) => new()
    {
        LocalTime = reading.LocalTime, Level = Finite(reading.Level), Maximum = reading.Maximum is { } maximum ? Finite(maximum) : null,
        AboveRange = reading.IsAboveRange, MaximumAboveRange = reading.IsMaximumAboveRange,
        WindSpeed = reading.WindSpeed, Precipitation = reading.Precipitation, Line = reading.Line,
    };

    public NoiseReading ToReading() => new(LocalMoment.Of(LocalTime), Read(Level, AboveRange, "level", "aboveRange") ?? double.NaN)
    {
        Maximum = Read(Maximum, MaximumAboveRange, "maximum", "maximumAboveRange"), WindSpeed = WindSpeed, Precipitation = Precipitation, Line = Line,
    };

    // How high a level above the range was is not known: one of the two is wrong, and to follow the number could pass what was too loud for the meter.
    private static double? Read(double? level, bool isAboveRange, string name, string flag) =>
        !isAboveRange ? level
        : level is null ? double.PositiveInfinity
        : throw new ValueFormatException(new($"Where {flag} is true, {name} is null.", $"{flag} 为 true 时，{name} 应为 null。"));

    private static double? Finite(double level) => double.IsNaN(level) || double.IsInfinity(level) ? null : level;
}

/// <summary>A reading of another monitor.</summary>
internal sealed record MonitorReadingForm
{
    [JsonRequired, JsonConverter(typeof(LocalTimeConverter))]
    public DateTime? LocalTime { get; init; }

    [JsonRequired]
    public decimal Value { get; init; }

    public ReadingStatus Status { get; init; }

    public static MonitorReadingForm Of(MonitorReading reading) => new() { LocalTime = reading.LocalTime, Value = reading.Value, Status = reading.Status };

    public MonitorReading ToReading() => new(LocalMoment.Of(LocalTime), Value, Status);
}

/// <summary>The sizes of a component in mm.</summary>
internal sealed record ComponentSizeForm(decimal? Length, decimal? Width, decimal? Depth);

/// <summary>A component with its sizes and tolerances in mm.</summary>
internal sealed record PrecastComponentForm(string? Id, string? Category, ComponentSize Size, decimal? LengthTolerance, decimal? SectionTolerance, decimal? FlatnessTolerance, string? Face);

/// <summary>The air of a city.</summary>
internal sealed record CityAirForm(int Index, string? PrimaryPollutant);

/// <summary>The state of air.</summary>
internal sealed record AirStateForm
{
    [JsonRequired]
    public decimal Kelvin { get; init; }

    [JsonRequired]
    public decimal Kilopascals { get; init; }
}

/// <summary>What a designation of an H section says, in mm.</summary>
internal sealed record SectionShapeForm
{
    public string? Class { get; init; }

    [JsonRequired]
    public decimal Height { get; init; }

    [JsonRequired]
    public decimal Width { get; init; }

    public decimal? WebThickness { get; init; }

    public decimal? FlangeThickness { get; init; }
}

/// <summary>A moment that must be there.</summary>
internal static class LocalMoment
{
    public static DateTime Of(DateTime? time) => time ?? throw new ValueFormatException(new("A reading has a localTime.", "读数须有 localTime。"));
}

/// <summary>The code of the forms, written by the compiler.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(GreenBuildJsonConverter)])]
[JsonSerializable(typeof(NoiseReadingForm))]
[JsonSerializable(typeof(MonitorReadingForm))]
[JsonSerializable(typeof(ComponentSizeForm))]
[JsonSerializable(typeof(PrecastComponentForm))]
[JsonSerializable(typeof(CityAirForm))]
[JsonSerializable(typeof(AirStateForm))]
[JsonSerializable(typeof(SectionShapeForm))]
internal sealed partial class FormContext : JsonSerializerContext;
