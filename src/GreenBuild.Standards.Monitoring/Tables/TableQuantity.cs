using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>What is measured: a factor of HJ 212 where the name is known, and what a table without suffixes has of it.</summary>
internal sealed class TableQuantity
{
    private const string Mass = "µg/m3";
    private const string Level = SiteBoundaryMonitoring.Unit;
    private const string Speed = "m/s";

    private static readonly string[] MassUnits = [Mass, "ug/m3", "μg/m3", "µg/m³", "ug/m³", "μg/m³", "微克/立方米", "mg/m³", "毫克/立方米"];

    private static readonly (TableColumn Names, string Code, string Suffix)[] Known =
    [
        (Column(Mass, MassUnits, "TSP", "总悬浮颗粒物", "TSP浓度"), "a34001", "Avg"),
        (Column(Mass, MassUnits, "PM10", "可吸入颗粒物", "PM10浓度"), "a34002", "Avg"),
        (Column(Mass, MassUnits, "PM2.5", "PM25", "PM2_5", "细颗粒物", "PM2.5浓度"), "a34004", "Avg"),
        (Column(Level, NoiseCsvTable.Decibels, "LAeq", "Leq", "等效声级", "等效连续A声级", "噪声", "噪声值", "噪音", "噪音值", "noise"), "Leq", "Data"),
        (Column(Level, NoiseCsvTable.Decibels, "LAmax", "Lmax", "LAFmax", "最大声级"), NoiseConditions.MaximumCode, "Data"),
        (Column(Speed, NoiseCsvTable.MetersPerSecond, "wind", "wind speed", "风速"), NoiseConditions.WindCode, "Avg"),
        (Column("", [], "rain", "precipitation", "降水", "降雨"), NoiseConditions.PrecipitationCode, "Data"),
    ];

    private readonly TableColumn? _names;
    private readonly string? _channelUnit;

    private TableQuantity(string code, string suffix, TableColumn? names)
    {
        // The codes and their meaning are those of the stations; units are not, since a table says its own.
        var channel = Hj212StationProfile.Micrograms.Find(code, out var spelling);
        (Code, Suffix, Measurand, Particulate) = (spelling, suffix, channel?.Measurand, channel?.Particulate);
        _channelUnit = channel?.Unit;
        _names = names;
    }

    public string Code { get; }

    public string Suffix { get; }

    public string? Measurand { get; }

    public Particulate? Particulate { get; }

    /// <summary>The unit where a quantity has one only: sound levels and the speed of wind. Else <see langword="null"/>.</summary>
    public string? OnlyUnit => _channelUnit is Level or Speed ? _channelUnit : null;

    /// <summary>Whether it rained: yes or no, or how much.</summary>
    public bool IsPrecipitation => Code == NoiseConditions.PrecipitationCode;

    /// <summary>Finds the quantity of a heading.</summary>
    /// <param name="heading">The heading, for example <c>PM10 (µg/m3)</c>.</param>
    /// <param name="unit">What stands behind the name; empty if nothing does.</param>
    public static TableQuantity? OfHeading(string heading, out string unit)
    {
        foreach (var (names, code, suffix) in Known)
            if (names.IsNamed(heading, out unit)) return new TableQuantity(code, suffix, names);

        var bracket = heading.IndexOfAny(['(', '[', '（']);
        var name = (bracket < 0 ? heading : heading.Substring(0, bracket)).Trim();
        unit = bracket < 0 ? "" : heading.Substring(bracket);
        return Hj212StationProfile.Micrograms.Find(name) is null ? null : OfCode(name);
    }

    /// <summary>The quantity of a code or name that a row gives.</summary>
    public static TableQuantity OfCode(string code)
    {
        foreach (var (names, known, suffix) in Known)
            if (string.Equals(code, known, StringComparison.OrdinalIgnoreCase) || (names.IsNamed(code, out var unit) && unit.Length == 0)) return new TableQuantity(known, suffix, names);
        var quantity = new TableQuantity(code, "", null);
        return quantity._channelUnit == Level ? new TableQuantity(code, "Data", null) : new TableQuantity(code, "Avg", null);
    }

    /// <summary>The quantity that has a measurand of the catalogue, if the codes have such a one.</summary>
    public static TableQuantity? OfMeasurand(string measurand)
    {
        foreach (var (names, code, suffix) in Known)
            if (new TableQuantity(code, suffix, names) is var quantity && quantity.Measurand == measurand) return quantity;
        return null;
    }

    /// <summary>The unit as the catalogue writes it, if values of this quantity can be in it.</summary>
    public bool TryUnit(string text, out string symbol)
    {
        symbol = text.Trim();
        if (symbol.Length > 1 && symbol[0] is '(' or '[' or '（') symbol = symbol.Substring(1, symbol.Length - 2).Trim();
        if (OnlyUnit is { } only)
        {
            var isAccepted = _names?.Accepts(symbol) ?? Array.IndexOf(NoiseCsvTable.Decibels, symbol) >= 0;
            symbol = only;
            return isAccepted;
        }

        if (symbol is "微克/立方米") symbol = Mass;
        else if (symbol is "毫克/立方米") symbol = "mg/m3";
        if (MeasurementUnit.TryParse(symbol, out var unit)) symbol = unit.Symbol;
        return Particulate is null || MeasurementUnit.TryConvert(1, symbol, Mass, out _);
    }

    /// <summary>The same for a unit that was given for all that can be in it: one of a quantity that nobody knows cannot be said to be.</summary>
    public bool TryDeclared(string text, out string symbol) => TryUnit(text, out symbol) && _channelUnit is { } own && MeasurementUnit.TryConvert(1, symbol, own, out _);

    /// <summary>Whether any known quantity can be in a unit.</summary>
    public static bool IsUnit(string text)
    {
        foreach (var (names, code, suffix) in Known)
            if (new TableQuantity(code, suffix, names).TryDeclared(text, out _)) return true;
        return false;
    }

    private static TableColumn Column(string unit, string[] units, params string[] names) => new(names[0], false, names, units, "") { IsConverted = unit == Mass };
}
