using System.Globalization;
using System.Reflection;
using CsCheck;

namespace GreenBuild.Standards.Tests.Quantities;

public sealed class QuantityTests
{
    /// <summary>What limits are written in, each with a struct; a new unit of one of these quantities in the vocabulary must get its members.</summary>
    private static readonly Dictionary<string, string> Vocabulary = new()
    {
        ["ActivityConcentration"] = "activity-concentration",
        ["Area"] = "area",
        ["AreaDensity"] = "area-density",
        ["AreaEmissionRate"] = "area-emission-rate",
        ["Density"] = "density",
        ["Length"] = "length",
        ["Mass"] = "mass",
        ["MassConcentration"] = "mass-concentration",
        ["MassFraction"] = "mass-fraction",
        ["Ratio"] = "dimensionless",
        ["SoundLevel"] = "sound-level",
        ["SpecificActivity"] = "specific-activity",
        ["Volume"] = "volume",
    };

    [Fact]
    public void EachUnitOfTheVocabulary_HasItsMembers()
    {
        Assert.Equal(Vocabulary.Keys.Order(StringComparer.Ordinal), QuantityMembers.Types.Select(static type => type.Name));
        foreach (var type in QuantityMembers.Types)
        {
            var symbols = MeasurementUnit.All.Where(unit => unit.Quantity == Vocabulary[type.Name]).Select(static unit => unit.Symbol).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(symbols, QuantityMembers.Properties(type).Select(static one => one.Unit).Order(StringComparer.Ordinal));
            foreach (var group in QuantityMembers.Factories(type).GroupBy(static one => one.Unit))
            {
                Assert.Contains(group.Key, symbols);
                Assert.Single(group.Select(static one => one.Factory.Name).Distinct());
                // Without a factory for whole numbers, FromMetres(3) could be the decimal as well as the double one, and would be none.
                Assert.Equal(["Decimal", "Double", type == typeof(SoundLevel) ? "Int32" : "Int64"], group.Select(static one => one.Factory.GetParameters()[0].ParameterType.Name).Order(StringComparer.Ordinal));
            }

            Assert.Equal(symbols.Count, QuantityMembers.Factories(type).Select(static one => one.Unit).Distinct().Count());
        }
    }

    /// <summary>Every factory with every property, against the conversion of the catalogue's units: the names must lead to the units that they say.</summary>
    [Fact]
    public void EachFactoryAndProperty_ConvertAsTheCatalogueDoes()
    {
        foreach (var type in QuantityMembers.Types)
            foreach (var (factory, from) in QuantityMembers.Factories(type))
            {
                var made = QuantityMembers.Make(factory, 7);
                foreach (var (property, to) in QuantityMembers.Properties(type))
                {
                    Assert.True(MeasurementUnit.TryConvert(7, from, to, out var expected));
                    Assert.Equal(expected, property.GetValue(made));
                }

                if (type == typeof(SoundLevel)) continue;
                Assert.Equal(7m, type.GetProperty("Value")!.GetValue(made));
                Assert.Equal(from, type.GetProperty("Unit")!.GetValue(made));
            }
    }

    // Definitions: 1 L = 0.001 m3; 1 lb = 0.45359237 kg, 1 ft = 0.3048 m and 1 yd = 0.9144 m exactly (1959), so that 1 lb/yd3 is
    // 0.45359237 / 0.764554857984 = 0.593276421... kg/m3 and 1 lb/ft2 is 0.45359237 / 0.09290304 = 4.88242763638... kg/m2; 1 M = 100 mm (GB/T 50002).
    public static TheoryData<string, decimal, decimal> ByHand => new()
    {
        { "Length m -> mm", Length.FromMetres(1.5m).InMillimetres, 1500 },
        { "Length mm -> m", Length.FromMillimetres(90).InMetres, 0.09m },
        { "Length cm -> mm", Length.FromCentimetres(2.5m).InMillimetres, 25 },
        { "Length km -> m", Length.FromKilometres(0.5m).InMetres, 500 },
        { "Length M -> mm", Length.FromModules(3).InMillimetres, 300 },
        { "Length m -> km", Length.FromMetres(250).InKilometres, 0.25m },
        { "Length mm -> cm", Length.FromMillimetres(-5).InCentimetres, -0.5m },
        { "Length mm -> M", Length.FromMillimetres(2700).InModules, 27 },
        { "Area cm2 -> m2", Area.FromSquareCentimetres(12500).InSquareMetres, 1.25m },
        { "Area m2 -> cm2", Area.FromSquareMetres(0.02m).InSquareCentimetres, 200 },
        { "Volume m3", Volume.FromCubicMetres(35.5m).InCubicMetres, 35.5m },
        { "Mass t -> kg", Mass.FromTonnes(12.5m).InKilograms, 12500 },
        { "Mass kg -> t", Mass.FromKilograms(300).InTonnes, 0.3m },
        { "Ratio % -> 1", Ratio.FromPercent(70).InFraction, 0.7m },
        { "Ratio 1 -> %", Ratio.FromFraction(0.385m).InPercent, 38.5m },
        { "MassConcentration mg/m3 -> µg/m3", MassConcentration.FromMilligramsPerCubicMetre(0.15m).InMicrogramsPerCubicMetre, 150 },
        { "MassConcentration µg/m3 -> mg/m3", MassConcentration.FromMicrogramsPerCubicMetre(80).InMilligramsPerCubicMetre, 0.08m },
        { "MassConcentration ng/m3 -> µg/m3", MassConcentration.FromNanogramsPerCubicMetre(2.5m).InMicrogramsPerCubicMetre, 0.0025m },
        { "MassConcentration µg/m3 -> ng/m3", MassConcentration.FromMicrogramsPerCubicMetre(0.001m).InNanogramsPerCubicMetre, 1 },
        { "MassConcentration g/L -> mg/L", MassConcentration.FromGramsPerLitre(80).InMilligramsPerLitre, 80_000 },
        { "MassConcentration mg/L -> mg/m3", MassConcentration.FromMilligramsPerLitre(5).InMilligramsPerCubicMetre, 5000 },
        { "MassConcentration mg/m3 -> g/L", MassConcentration.FromMilligramsPerCubicMetre(2_000_000).InGramsPerLitre, 2 },
        { "Density t/m3 -> kg/m3", Density.FromTonnesPerCubicMetre(1.5m).InKilogramsPerCubicMetre, 1500 },
        { "Density kg/m3 -> t/m3", Density.FromKilogramsPerCubicMetre(2400).InTonnesPerCubicMetre, 2.4m },
        { "Density lb/yd3 -> kg/m3", decimal.Round(Density.FromPoundsPerCubicYard(1000).InKilogramsPerCubicMetre, 6), 593.276421m },
        { "MassFraction g/kg -> mg/kg", MassFraction.FromGramsPerKilogram(0.09m).InMilligramsPerKilogram, 90 },
        { "MassFraction mg/100g -> mg/kg", MassFraction.FromMilligramsPerHundredGrams(8).InMilligramsPerKilogram, 80 },
        { "MassFraction mg/kg -> g/kg", MassFraction.FromMilligramsPerKilogram(500).InGramsPerKilogram, 0.5m },
        { "AreaDensity t/(10^4 m2) -> kg/m2", AreaDensity.FromTonnesPerTenThousandSquareMetres(300).InKilogramsPerSquareMetre, 30 },
        { "AreaDensity t/(100 m2) -> t/(10^4 m2)", AreaDensity.FromTonnesPerHundredSquareMetres(3.2m).InTonnesPerTenThousandSquareMetres, 320 },
        { "AreaDensity t/m2 -> kg/m2", AreaDensity.FromTonnesPerSquareMetre(0.03m).InKilogramsPerSquareMetre, 30 },
        { "AreaDensity g/m2 -> mg/m2", AreaDensity.FromGramsPerSquareMetre(0.5m).InMilligramsPerSquareMetre, 500 },
        { "AreaDensity lb/ft2 -> kg/m2", decimal.Round(AreaDensity.FromPoundsPerSquareFoot(2).InKilogramsPerSquareMetre, 8), 9.76485527m },
        { "AreaEmissionRate", AreaEmissionRate.FromMilligramsPerSquareMetreAndHour(0.5m).InMilligramsPerSquareMetreAndHour, 0.5m },
        { "ActivityConcentration", ActivityConcentration.FromBecquerelsPerCubicMetre(150).InBecquerelsPerCubicMetre, 150 },
        { "SpecificActivity", SpecificActivity.FromBecquerelsPerKilogram(200).InBecquerelsPerKilogram, 200 },
    };

    [Theory]
    [MemberData(nameof(ByHand))]
    public void Conversions_ByHand(string conversion, decimal actual, decimal expected) => Assert.True(actual == expected, $"{conversion}: {actual} instead of {expected}");

    /// <summary>The unit that a value without any has is that of its first property, and stands in the documentation.</summary>
    [Theory]
    [InlineData(typeof(Length), "0 mm")]
    [InlineData(typeof(Area), "0 m2")]
    [InlineData(typeof(Volume), "0 m3")]
    [InlineData(typeof(Mass), "0 kg")]
    [InlineData(typeof(Ratio), "0 %")]
    [InlineData(typeof(MassConcentration), "0 µg/m3")]
    [InlineData(typeof(Density), "0 kg/m3")]
    [InlineData(typeof(MassFraction), "0 mg/kg")]
    [InlineData(typeof(AreaDensity), "0 kg/m2")]
    [InlineData(typeof(AreaEmissionRate), "0 mg/(m2.h)")]
    [InlineData(typeof(ActivityConcentration), "0 Bq/m3")]
    [InlineData(typeof(SpecificActivity), "0 Bq/kg")]
    public void Default_IsNothingInItsUnit(Type type, string expected) => Assert.Equal(expected, Activator.CreateInstance(type)!.ToString());

    [Theory]
    [InlineData("0.15 mg/m³", "0.15 mg/m3")]
    [InlineData(" 150ug/m3 ", "150 µg/m3")]
    [InlineData("80 g/L", "80 g/L")]
    [InlineData("150 微克/立方米", "150 µg/m3")]
    [InlineData("+3 ㎎/㎥", "3 mg/m3")]
    public void Parse_UnderstandsTheUnit(string text, string expected) => Assert.Equal(expected, MassConcentration.Parse(text).ToString());

    [Theory]
    [InlineData("0.15")] // 0.15 mg/m3 or µg/m3?
    [InlineData("0,15 mg/m3")]
    [InlineData("1e2 µg/m3")]
    [InlineData("15 mg/kg")]
    [InlineData("-1 mg/m3")]
    [InlineData("1000000000000001 mg/m3")]
    [InlineData("0.10000000000000000000000000001 mg/m3")] // more digits than a decimal holds
    [InlineData("mg/m3")]
    [InlineData("1-2 mg/m3")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_RefusesWhatIsNone(string? text)
    {
        Assert.False(MassConcentration.TryParse(text, out var nothing));
        Assert.Equal(default, nothing);
        Assert.Throws<FormatException>(() => MassConcentration.Parse(text!));
    }

    /// <summary>A ratio alone may stand without a unit: the number without unit is a unit of it.</summary>
    [Fact]
    public void Ratio_WithoutSignIsAFraction()
    {
        Assert.Equal(Ratio.FromPercent(70), Ratio.Parse("0.7"));
        Assert.Equal(("0.7", "70 %"), (Ratio.FromFraction(0.7m).ToString(), Ratio.FromPercent(70).ToString()));
        Assert.Equal(Ratio.FromFraction(70), Ratio.Parse("70"));
    }

    [Fact]
    public void ToString_FormatsTheNumberInTheCulture()
    {
        var length = Length.FromMillimetres(1234.5m);
        Assert.Equal("1234.5 mm", length.ToString());
        Assert.Equal("1,234.50 mm", length.ToString("N2", CultureInfo.InvariantCulture));
        Assert.Equal("1234,5 mm", length.ToString(null, new NumberFormatInfo { NumberDecimalSeparator = "," }));
        Assert.Equal("1234.50 mm", string.Format(CultureInfo.InvariantCulture, "{0:F2}", length));
    }

    [Fact]
    public void Factories_KeepDecimalsAndTakeBinaryNumbersToFifteenDigits()
    {
        Assert.Equal(0.1m, Length.FromMetres(0.1).Value);
        Assert.Equal(0.3m, Length.FromMetres(0.1 + 0.2).Value);
        Assert.Equal(0.1234567890123456789012345678m, Length.FromMetres(0.1234567890123456789012345678m).Value);
        Assert.Equal(3m, Length.FromMetres(3).Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1.1e15)]
    [InlineData(-1.1e15)]
    public void Factories_RefuseWhatIsOutOfRange(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Length.FromMetres(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => MassConcentration.FromMilligramsPerCubicMetre(value));
    }

    /// <summary>A deviation may be negative; an error code of an instrument such as −999 is no concentration.</summary>
    [Fact]
    public void Factories_NegativeOnlyWhereADifferenceIsAValue()
    {
        Assert.Equal("-5 mm", Length.FromMillimetres(-5).ToString());
        foreach (var type in QuantityMembers.Types.Where(static type => type != typeof(SoundLevel)))
        {
            var isSigned = type.GetMethod("op_Subtraction") is not null;
            Assert.Equal(type.Name is "Length" or "Area" or "Volume" or "Mass" or "Ratio", isSigned);
            foreach (var (factory, _) in QuantityMembers.Factories(type))
            {
                var thrown = Record.Exception(() => QuantityMembers.Make(factory, -1));
                Assert.Equal(isSigned, thrown is null);
                if (thrown is not null) Assert.IsType<ArgumentOutOfRangeException>(Assert.IsType<TargetInvocationException>(thrown).InnerException);
            }
        }
    }

    /// <summary>The largest value in any unit can be read in every other: the range says so.</summary>
    [Fact]
    public void Properties_OfTheLargestValueDoNotOverflow()
    {
        foreach (var type in QuantityMembers.Types.Where(static type => type != typeof(SoundLevel)))
            foreach (var (factory, _) in QuantityMembers.Factories(type))
                foreach (var (property, _) in QuantityMembers.Properties(type))
                    Assert.True((decimal)property.GetValue(QuantityMembers.Make(factory, 1_000_000_000_000_000))! > 0);
    }

    [Fact]
    public void Operators_ByHand()
    {
        Assert.Equal("1500 mm", (Length.FromMillimetres(1200) + Length.FromMetres(0.3m)).ToString());
        Assert.Equal("1.2 m", (Length.FromMetres(1.5m) - Length.FromMillimetres(300)).ToString());
        Assert.Equal("-1 mm", (-Length.FromMillimetres(1)).ToString());
        Assert.Equal("37.5 t", (3 * Mass.FromTonnes(12.5m)).ToString());
        Assert.Equal("37.5 t", (Mass.FromTonnes(12.5m) * 3).ToString());
        Assert.Equal("4 m2", (Area.FromSquareMetres(12) / 3).ToString());
        Assert.Equal("0.07 mg/m3", (MassConcentration.FromMilligramsPerCubicMetre(0.05m) + MassConcentration.FromMicrogramsPerCubicMetre(20)).ToString());
        Assert.Equal("1200 mm", (default(Length) + Length.FromMetres(1.2m)).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(static () => MassConcentration.FromMilligramsPerCubicMetre(1) * -1);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Length.FromMetres(600_000_000_000_000) + Length.FromMetres(600_000_000_000_000));
        Assert.Throws<DivideByZeroException>(static () => Length.FromMetres(1) / 0);
        // Densities of two bodies do not add up to that of both.
        Assert.Null(typeof(Density).GetMethod("op_Addition"));
    }

    [Fact]
    public void Comparison_AcrossUnits()
    {
        Assert.True(MassConcentration.FromMilligramsPerCubicMetre(0.15m) == MassConcentration.FromMicrogramsPerCubicMetre(150));
        Assert.True(MassConcentration.FromMilligramsPerCubicMetre(0.15m) > MassConcentration.FromMicrogramsPerCubicMetre(149));
        Assert.True(Length.FromMillimetres(99) < Length.FromModules(1) && Length.FromMillimetres(99) <= Length.FromModules(1) && Length.FromMillimetres(99) != Length.FromModules(1));
        Assert.True(Length.FromMillimetres(100) >= Length.FromModules(1));
        Assert.Equal(1, Length.FromMetres(1).CompareTo(null));
        Assert.Throws<ArgumentException>(static () => Length.FromMetres(1).CompareTo("1 m"));
        Assert.False(Length.FromMetres(1).Equals((object)Area.FromSquareMetres(1)));
    }

    /// <summary>Equal values have equal hash codes whatever their units are, and every value is read again from its text.</summary>
    [Fact]
    public void EqualityAndText_HoldForAnyValue()
    {
        var anyDensity = Gen.Select(Gen.Long[0, 1_000_000], Gen.Int[0, 9], Gen.Int[0, 6], static (digits, scale, unit) =>
        {
            var factory = QuantityMembers.Factories(typeof(AreaDensity)).Where(static one => one.Factory.GetParameters()[0].ParameterType == typeof(decimal)).ElementAt(unit).Factory;
            return (AreaDensity)QuantityMembers.Make(factory, new decimal(digits) / (decimal)Math.Pow(10, scale));
        });
        Gen.Select(anyDensity, Gen.Int[0, 6]).Sample(static (density, other) =>
        {
            var (property, unit) = QuantityMembers.Properties(typeof(AreaDensity)).ElementAt(other);
            var read = AreaDensity.Parse(density.ToString());
            Assert.Equal((density.Value, density.Unit, density), (read.Value, read.Unit, read));
            Assert.True(density.TryIn(unit, out var value));
            Assert.Equal(property.GetValue(density), value);
            // Pounds per square foot are no finite number of kilograms per square metre, so only the others come back exactly.
            if (unit == "lb/ft2" || density.Unit == "lb/ft2") return;
            var converted = AreaDensity.Parse(value.ToString(CultureInfo.InvariantCulture) + " " + unit);
            Assert.Equal(density, converted);
            Assert.Equal(density.GetHashCode(), converted.GetHashCode());
        }, iter: 2000);
    }

    [Fact]
    public void TryIn_RefusesOtherQuantities()
    {
        Assert.False(Length.FromMetres(1).TryIn("m2", out var nothing));
        Assert.Equal(0, nothing);
        Assert.False(MassConcentration.FromGramsPerLitre(1).TryIn("kg/m3", out _));
    }

    /// <summary>No number becomes a quantity by itself, nor a quantity a number: its unit is the question.</summary>
    [Fact]
    public void Quantities_AreNeverConvertedImplicitly() =>
        Assert.All(QuantityMembers.Types, static type => Assert.DoesNotContain(type.GetMethods(), static method => method.Name is "op_Implicit" or "op_Explicit"));
}
