namespace GreenBuild.Standards.UnitsNetBridge;

/// <summary>A quantity of this library and that of UnitsNet which means the same.</summary>
/// <param name="Name">The type in the namespace GreenBuild.Standards.</param>
/// <param name="Guest">The type in the namespace UnitsNet.</param>
/// <param name="Caution">What the conversion takes for granted; empty if nothing.</param>
/// <param name="Units">The units that both have: our symbol, the member of the unit enumeration, and the plural of property and factory. The first that is there serves where a value is in a unit that only one side has.</param>
internal sealed record Counterpart(string Name, string Guest, string Caution, (string Symbol, string Member, string Plural)[] Units);

/// <summary>Which quantities and units mean the same. It holds names alone: no conversion is made here but by the two libraries.</summary>
internal static class CounterpartTable
{
    public static readonly Counterpart[] All =
    [
        new("Length", "Length", "",
            [("m", "Meter", "Meters"), ("mm", "Millimeter", "Millimeters"), ("cm", "Centimeter", "Centimeters"), ("km", "Kilometer", "Kilometers")]),
        new("Area", "Area", "", [("m2", "SquareMeter", "SquareMeters"), ("cm2", "SquareCentimeter", "SquareCentimeters")]),
        new("Volume", "Volume", "", [("m3", "CubicMeter", "CubicMeters")]),
        new("Mass", "Mass", "", [("kg", "Kilogram", "Kilograms"), ("t", "Tonne", "Tonnes")]),
        new("Ratio", "Ratio", "", [("1", "DecimalFraction", "DecimalFractions"), ("%", "Percent", "Percent")]),
        new("MassConcentration", "MassConcentration", "",
            [("µg/m3", "MicrogramPerCubicMeter", "MicrogramsPerCubicMeter"), ("mg/m3", "MilligramPerCubicMeter", "MilligramsPerCubicMeter"), ("mg/L", "MilligramPerLiter", "MilligramsPerLiter"), ("g/L", "GramPerLiter", "GramsPerLiter")]),
        new("Density", "Density", "",
            [("kg/m3", "KilogramPerCubicMeter", "KilogramsPerCubicMeter"), ("t/m3", "TonnePerCubicMeter", "TonnesPerCubicMeter"), ("lb/yd3", "PoundPerCubicYard", "PoundsPerCubicYard")]),
        new("MassFraction", "MassFraction", "", [("mg/kg", "MilligramPerKilogram", "MilligramsPerKilogram"), ("g/kg", "GramPerKilogram", "GramsPerKilogram")]),
        new("AreaDensity", "AreaDensity", "",
            [("kg/m2", "KilogramPerSquareMeter", "KilogramsPerSquareMeter"), ("g/m2", "GramPerSquareMeter", "GramsPerSquareMeter"), ("mg/m2", "MilligramPerSquareMeter", "MilligramsPerSquareMeter"), ("lb/ft2", "PoundPerSquareFoot", "PoundsPerSquareFoot")]),
        new("SoundLevel", "Level", "A Level is any level in dB, and a SoundLevel is A-weighted: convert only what was measured with the A-weighting.",
            [("dB(A)", "Decibel", "Decibels")]),
    ];
}
