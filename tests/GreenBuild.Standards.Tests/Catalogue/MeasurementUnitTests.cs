using System.Globalization;

namespace GreenBuild.Standards.Tests.Catalogue;

public sealed class MeasurementUnitTests
{
    // Definitions: 1 lb = 0.45359237 kg and 1 ft = 0.3048 m exactly (international yard and pound, 1959); 1 M = 100 mm (GB/T 50002).
    [Theory]
    [InlineData("0.15", "mg/m3", "µg/m3", "150")]
    [InlineData("300", "t/(10^4 m2)", "kg/m2", "30")]
    [InlineData("3", "t/(100 m2)", "t/(10^4 m2)", "300")]
    [InlineData("1", "g/kg", "mg/kg", "1000")]
    [InlineData("0.1", "%", "g/kg", "1")]
    [InlineData("3", "M", "mm", "300")]
    [InlineData("48", "h", "d", "2")]
    [InlineData("0.5", "kgCO2/kWh", "tCO2/TJ", "138.888888888888888888888888889")]
    public void TryConvert(string value, string from, string to, string expected)
    {
        Assert.True(MeasurementUnit.TryConvert(decimal.Parse(value, CultureInfo.InvariantCulture), from, to, out var result));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), result, 24);
    }

    [Theory]
    [InlineData("mg/m³", "mg/m3")]
    [InlineData(" ug/m3 ", "µg/m3")]
    [InlineData("\u03BCg/m³", "µg/m3")] // the Greek letter, not the sign for micro
    [InlineData("dB(A)", "dB(A)")]
    [InlineData("dBA", "dB(A)")]
    [InlineData("ug/m^3", "µg/m3")]
    [InlineData("mg/m^3", "mg/m3")]
    [InlineData("㎍/㎥", "µg/m3")]
    [InlineData("ｍｇ／ｍ３", "mg/m3")]
    [InlineData("微克/立方米", "µg/m3")]
    [InlineData("毫克/立方米", "mg/m3")]
    [InlineData("毫克每立方米", "mg/m3")]
    [InlineData("分贝", "dB")]
    [InlineData("立方米", "m3")]
    [InlineData("吨", "t")]
    [InlineData("％", "%")]
    [InlineData("t/(10^4 m2)", "t/(10^4 m2)")]
    [InlineData("t/10⁴ m²", "t/(10^4 m2)")]
    public void TryParse_AsPeopleTypeThem(string text, string symbol)
    {
        Assert.True(MeasurementUnit.TryParse(text, out var unit));
        Assert.Equal(symbol, unit.Symbol);
    }

    [Theory]
    [InlineData("MG/M3")] // mega is not milli
    [InlineData("furlong")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_RefusesWhatIsNoUnit(string? text) => Assert.False(MeasurementUnit.TryParse(text, out _));

    /// <summary>2.5 lb/ft2 is 2.5 · 0.45359237 / 0.09290304 = 12.2061 kg/m2.</summary>
    [Fact]
    public void TryConvert_PoundsPerSquareFoot()
    {
        Assert.True(MeasurementUnit.TryConvert(2.5m, "lb/ft2", "kg/m2", out var result));
        Assert.Equal(12.2061m, result, 4);
    }

    [Theory]
    [InlineData("mg/m3", "mg/kg")]
    [InlineData("dB(A)", "m")]
    [InlineData("d", "working-day")]
    [InlineData("CNY", "SGD")]
    [InlineData("mg/m3", "furlong")]
    public void TryConvert_RefusesWhatIsNoConversion(string from, string to) => Assert.False(MeasurementUnit.TryConvert(1, from, to, out _));

    /// <summary>A value in another unit is converted before it is judged: GB 18580-2017 asks for 0.124 mg/m3.</summary>
    [Theory]
    [InlineData(124, Verdict.Compliant)]
    [InlineData(125, Verdict.NonCompliant)]
    public void JudgeGoverning_ConvertsTheUnit(int micrograms, Verdict verdict)
    {
        var limit = StandardsCatalogue.Default.Search("GB 18580-2017").First(static row => row is { Kind: RequirementKind.Limit, Unit: "mg/m3" });
        var circumstances = Circumstances.None;
        foreach (var condition in limit.Conditions)
            if (!condition.IsException) circumstances = circumstances.With(condition.Facet, condition.Values[0]);
        var finding = LimitCheck.JudgeGoverning(
            StandardsCatalogue.Default, limit.Measurand.Key, micrograms, Jurisdiction.China, new CalendarDate(2024, 1, 1), circumstances, unit: "µg/m3");
        Assert.Equal((verdict, "GB 18580-2017"), (finding.Verdict, finding.Edition?.Number));
        Assert.Equal(verdict == Verdict.Compliant ? 0.124m : 0.125m, finding.Compared);
    }

    [Fact]
    public void JudgeGoverning_UnitThatDoesNotFitIsIndeterminate()
    {
        var circumstances = Circumstances.None.With("functionZone", "2").With("period", "day");
        var finding = LimitCheck.JudgeGoverning(StandardsCatalogue.Default, Measurands.Noise.Ambient, 1, Jurisdiction.China, new CalendarDate(2024, 1, 1), circumstances, unit: "m");
        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["unit"], finding.Missing);
    }
}
