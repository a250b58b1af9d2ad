using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.UnitsNetBridge.Tests;

/// <summary>The shapes of UnitsNet, as source: the package itself cannot be had here, and no more of it is asked for than its names and types.</summary>
internal static class StandIn
{
    /// <summary>Quantity, and the factor of each unit to its first one, as UnitsNet defines them.</summary>
    private static readonly (string Name, (string Member, string Plural, string Factor)[] Units)[] Quantities =
    [
        ("Length", [("Meter", "Meters", "1"), ("Millimeter", "Millimeters", "0.001"), ("Centimeter", "Centimeters", "0.01"), ("Kilometer", "Kilometers", "1000"), ("Foot", "Feet", "0.3048")]),
        ("Area", [("SquareMeter", "SquareMeters", "1"), ("SquareCentimeter", "SquareCentimeters", "0.0001")]),
        ("Volume", [("CubicMeter", "CubicMeters", "1"), ("Liter", "Liters", "0.001")]),
        ("Mass", [("Kilogram", "Kilograms", "1"), ("Tonne", "Tonnes", "1000"), ("Pound", "Pounds", "0.45359237")]),
        ("Ratio", [("DecimalFraction", "DecimalFractions", "1"), ("Percent", "Percent", "0.01")]),
        ("MassConcentration", [("KilogramPerCubicMeter", "KilogramsPerCubicMeter", "1"), ("MicrogramPerCubicMeter", "MicrogramsPerCubicMeter", "0.000000001"), ("MilligramPerCubicMeter", "MilligramsPerCubicMeter", "0.000001"), ("MilligramPerLiter", "MilligramsPerLiter", "0.001"), ("GramPerLiter", "GramsPerLiter", "1")]),
        ("Density", [("KilogramPerCubicMeter", "KilogramsPerCubicMeter", "1"), ("TonnePerCubicMeter", "TonnesPerCubicMeter", "1000"), ("PoundPerCubicYard", "PoundsPerCubicYard", "(0.45359237 / 0.764554857984)")]),
        ("MassFraction", [("DecimalFraction", "DecimalFractions", "1"), ("MilligramPerKilogram", "MilligramsPerKilogram", "0.000001"), ("GramPerKilogram", "GramsPerKilogram", "0.001")]),
        ("AreaDensity", [("KilogramPerSquareMeter", "KilogramsPerSquareMeter", "1"), ("GramPerSquareMeter", "GramsPerSquareMeter", "0.001"), ("MilligramPerSquareMeter", "MilligramsPerSquareMeter", "0.000001"), ("PoundPerSquareFoot", "PoundsPerSquareFoot", "(0.45359237 / 0.09290304)")]),
        ("Level", [("Decibel", "Decibels", "1"), ("Neper", "Nepers", "(1 / 0.115129254)")]),
    ];

    // Version 5 keeps a double or a decimal and gives a double only when asked; version 6 gives it by itself.
    private const string QuantityValue = """
        namespace UnitsNet
        {
            public readonly struct QuantityValue
            {
                private readonly double _value;
                private QuantityValue(double value) { _value = value; }
                public static implicit operator QuantityValue(int value) => new QuantityValue(value);
                public static implicit operator QuantityValue(double value) => new QuantityValue(value);
                public static implicit operator QuantityValue(decimal value) => new QuantityValue((double)value);
                public static $IMPLICIT$ operator double(QuantityValue value) => value._value;
                public static explicit operator decimal(QuantityValue value) => (decimal)value._value;
            }
        }

        """;

    /// <summary>Version 5: factories take a QuantityValue, properties are double. It has no pound per square foot (5.75.1).</summary>
    public static string Version5 => QuantityValue.Replace("$IMPLICIT$", "explicit", StringComparison.Ordinal) + Types("QuantityValue", "double", static (_, member) => member != "PoundPerSquareFoot");

    /// <summary>Version 6: factories and properties are QuantityValue.</summary>
    public static string Version6 => QuantityValue.Replace("$IMPLICIT$", "implicit", StringComparison.Ordinal) + Types("QuantityValue", "QuantityValue");

    /// <summary>UnitsNet.Modular: double everywhere, and no QuantityValue.</summary>
    public static string Modular => Types("double", "double");

    /// <summary>A module that includes only some quantities and units; the base unit is always there.</summary>
    public static string LeanModule => Types("double", "double", static (name, member) => name == "Length" && member is "Meter" or "Millimeter");

    private static string Types(string taken, string given, Func<string, string, bool>? isIncluded = null)
    {
        var code = new StringBuilder("namespace UnitsNet\n{\n");
        var enumerations = new StringBuilder("namespace UnitsNet.Units\n{\n");
        foreach (var (name, all) in Quantities)
        {
            var units = all.Where(unit => isIncluded?.Invoke(name, unit.Member) != false).ToList();
            if (units.Count == 0) continue;
            enumerations.Append(CultureInfo.InvariantCulture, $"    public enum {name}Unit {{ {string.Join(", ", units.Select(static (unit, index) => $"{unit.Member} = {index + 7}"))} }}\n");
            code.Append(CultureInfo.InvariantCulture, $$"""
                public readonly partial struct {{name}}
                {
                    private readonly double _value;
                    private readonly Units.{{name}}Unit? _unit;
                    public {{name}}({{taken}} value, Units.{{name}}Unit unit) { _value = (double)value; _unit = unit; }
                    public Units.{{name}}Unit Unit => _unit.GetValueOrDefault(Units.{{name}}Unit.{{units[0].Member}});
                    private double Factor(Units.{{name}}Unit unit)
                    {
                        switch (unit)
                        {
                            {{string.Concat(units.Select(unit => $"case Units.{name}Unit.{unit.Member}: return {unit.Factor}; "))}}
                            default: throw new System.NotSupportedException();
                        }
                    }
                    public double As(Units.{{name}}Unit unit) => unit == Unit ? _value : _value * Factor(Unit) / Factor(unit);

                """);
            foreach (var (member, plural, _) in units)
                code.Append(CultureInfo.InvariantCulture, $"    public {given} {plural} => As(Units.{name}Unit.{member});\n    public static {name} From{plural}({taken} value) => new {name}(value, Units.{name}Unit.{member});\n");
            code.Append("}\n");
        }

        return code.Append("}\n").Append(enumerations).Append("}\n").ToString();
    }
}
