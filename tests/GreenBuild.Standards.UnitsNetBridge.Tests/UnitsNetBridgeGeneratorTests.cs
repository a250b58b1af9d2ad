using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GreenBuild.Standards.UnitsNetBridge.Tests;

public sealed class UnitsNetBridgeGeneratorTests
{
    /// <summary>An expression in the user's code, and what it is as text, by the definitions of the units (1 ft = 0.3048 m, 1 lb = 0.45359237 kg).</summary>
    private static readonly (string Expression, string Expected)[] Cases =
    [
        // There: the unit stays where the catalogue has it, and the number is the decimal that was written.
        ("UnitsNet.Length.FromMillimeters(90).ToGreenBuild()", "90 mm"),
        ("UnitsNet.Length.FromMeters(0.1).ToGreenBuild()", "0.1 m"),
        ("UnitsNet.Length.FromCentimeters(2.5).ToGreenBuild()", "2.5 cm"),
        ("UnitsNet.Length.FromKilometers(12).ToGreenBuild()", "12 km"),
        ("UnitsNet.Length.FromFeet(10).ToGreenBuild()", "3.048 m"),
        ("UnitsNet.Length.FromMeters(-0.005).ToGreenBuild()", "-0.005 m"),
        ("UnitsNet.Area.FromSquareMeters(1200).ToGreenBuild()", "1200 m2"),
        ("UnitsNet.Area.FromSquareCentimeters(7.07).ToGreenBuild()", "7.07 cm2"),
        ("UnitsNet.Volume.FromCubicMeters(35.5).ToGreenBuild()", "35.5 m3"),
        ("UnitsNet.Volume.FromLiters(250).ToGreenBuild()", "0.25 m3"),
        ("UnitsNet.Mass.FromTonnes(12.5).ToGreenBuild()", "12.5 t"),
        ("UnitsNet.Mass.FromKilograms(3).ToGreenBuild()", "3 kg"),
        ("UnitsNet.Mass.FromPounds(2).ToGreenBuild()", "0.90718474 kg"),
        ("UnitsNet.Ratio.FromPercent(70).ToGreenBuild()", "70 %"),
        ("UnitsNet.Ratio.FromDecimalFractions(0.7).ToGreenBuild()", "0.7"),
        ("UnitsNet.MassConcentration.FromMicrogramsPerCubicMeter(150).ToGreenBuild()", "150 µg/m3"),
        ("UnitsNet.MassConcentration.FromMilligramsPerCubicMeter(0.15).ToGreenBuild()", "0.15 mg/m3"),
        ("UnitsNet.MassConcentration.FromMilligramsPerLiter(5).ToGreenBuild()", "5 mg/L"),
        ("UnitsNet.MassConcentration.FromGramsPerLiter(80).ToGreenBuild()", "80 g/L"),
        ("UnitsNet.Density.FromKilogramsPerCubicMeter(2400).ToGreenBuild()", "2400 kg/m3"),
        ("UnitsNet.Density.FromTonnesPerCubicMeter(1.5).ToGreenBuild()", "1.5 t/m3"),
        ("UnitsNet.Density.FromPoundsPerCubicYard(860).ToGreenBuild()", "860 lb/yd3"),
        ("UnitsNet.MassFraction.FromMilligramsPerKilogram(90).ToGreenBuild()", "90 mg/kg"),
        ("UnitsNet.MassFraction.FromGramsPerKilogram(50).ToGreenBuild()", "50 g/kg"),
        ("UnitsNet.AreaDensity.FromKilogramsPerSquareMeter(30).ToGreenBuild()", "30 kg/m2"),
        ("UnitsNet.AreaDensity.FromGramsPerSquareMeter(250).ToGreenBuild()", "250 g/m2"),
        ("UnitsNet.AreaDensity.FromMilligramsPerSquareMeter(8).ToGreenBuild()", "8 mg/m2"),
        ("UnitsNet.Level.FromDecibels(70.5).ToGreenBuild()", "70.5 dB(A)"),
        // Units of theirs that the catalogue has not: 0.001 kg/m3 is 10^6 µg/m3, a fraction of 0.0009 is 900 mg/kg.
        ("UnitsNet.MassConcentration.FromKilogramsPerCubicMeter(0.001).ToGreenBuild()", "1000000 µg/m3"),
        ("UnitsNet.MassFraction.FromDecimalFractions(0.0009).ToGreenBuild()", "900 mg/kg"),
        // Numbers that doubles hold badly come as the decimals that were written.
        ("UnitsNet.Length.FromMillimeters(0.1 + 0.2).ToGreenBuild()", "0.3 mm"),
        ("UnitsNet.MassConcentration.FromMilligramsPerCubicMeter(0.07).ToGreenBuild()", "0.07 mg/m3"),
        ("UnitsNet.Level.FromDecibels(-3.2).ToGreenBuild()", "-3.2 dB(A)"),
        ("default(UnitsNet.Length).ToGreenBuild()", "0 m"),

        // Back: the unit stays where UnitsNet has it; else the value comes in the first unit that both have.
        ("Text(GreenBuild.Standards.Length.FromMillimetres(90).ToUnitsNet())", "90 Millimeter"),
        ("Text(GreenBuild.Standards.Length.FromCentimetres(2.5m).ToUnitsNet())", "2.5 Centimeter"),
        ("Text(GreenBuild.Standards.Length.FromMetres(0.1m).ToUnitsNet())", "0.1 Meter"),
        ("Text(GreenBuild.Standards.Length.FromKilometres(12).ToUnitsNet())", "12 Kilometer"),
        ("Text(GreenBuild.Standards.Length.FromModules(3).ToUnitsNet())", "0.3 Meter"),
        ("Text(GreenBuild.Standards.Area.FromSquareMetres(1200).ToUnitsNet())", "1200 SquareMeter"),
        ("Text(GreenBuild.Standards.Area.FromSquareCentimetres(7.07m).ToUnitsNet())", "7.07 SquareCentimeter"),
        ("Text(GreenBuild.Standards.Volume.FromCubicMetres(35.5m).ToUnitsNet())", "35.5 CubicMeter"),
        ("Text(GreenBuild.Standards.Mass.FromTonnes(12.5m).ToUnitsNet())", "12.5 Tonne"),
        ("Text(GreenBuild.Standards.Mass.FromKilograms(3).ToUnitsNet())", "3 Kilogram"),
        ("Text(GreenBuild.Standards.Ratio.FromPercent(70).ToUnitsNet())", "70 Percent"),
        ("Text(GreenBuild.Standards.Ratio.FromFraction(0.7m).ToUnitsNet())", "0.7 DecimalFraction"),
        ("Text(GreenBuild.Standards.MassConcentration.FromMilligramsPerCubicMetre(0.15m).ToUnitsNet())", "0.15 MilligramPerCubicMeter"),
        ("Text(GreenBuild.Standards.MassConcentration.FromMicrogramsPerCubicMetre(150).ToUnitsNet())", "150 MicrogramPerCubicMeter"),
        ("Text(GreenBuild.Standards.MassConcentration.FromNanogramsPerCubicMetre(6).ToUnitsNet())", "0.006 MicrogramPerCubicMeter"),
        ("Text(GreenBuild.Standards.MassConcentration.FromMilligramsPerLitre(5).ToUnitsNet())", "5 MilligramPerLiter"),
        ("Text(GreenBuild.Standards.MassConcentration.FromGramsPerLitre(80).ToUnitsNet())", "80 GramPerLiter"),
        ("Text(GreenBuild.Standards.Density.FromKilogramsPerCubicMetre(2400).ToUnitsNet())", "2400 KilogramPerCubicMeter"),
        ("Text(GreenBuild.Standards.Density.FromTonnesPerCubicMetre(1.5m).ToUnitsNet())", "1.5 TonnePerCubicMeter"),
        ("Text(GreenBuild.Standards.Density.FromPoundsPerCubicYard(860).ToUnitsNet())", "860 PoundPerCubicYard"),
        ("Text(GreenBuild.Standards.MassFraction.FromMilligramsPerKilogram(90).ToUnitsNet())", "90 MilligramPerKilogram"),
        ("Text(GreenBuild.Standards.MassFraction.FromGramsPerKilogram(50).ToUnitsNet())", "50 GramPerKilogram"),
        ("Text(GreenBuild.Standards.MassFraction.FromMilligramsPerHundredGrams(4).ToUnitsNet())", "40 MilligramPerKilogram"),
        ("Text(GreenBuild.Standards.AreaDensity.FromTonnesPerTenThousandSquareMetres(300).ToUnitsNet())", "30 KilogramPerSquareMeter"),
        ("Text(GreenBuild.Standards.AreaDensity.FromGramsPerSquareMetre(250).ToUnitsNet())", "250 GramPerSquareMeter"),
        ("Text(GreenBuild.Standards.AreaDensity.FromMilligramsPerSquareMetre(8).ToUnitsNet())", "8 MilligramPerSquareMeter"),
        // 2 t in 100 m2 are 2000 kg in 100 m2; 0.03 t/m2 are 30 kg/m2.
        ("Text(GreenBuild.Standards.AreaDensity.FromTonnesPerHundredSquareMetres(2).ToUnitsNet())", "20 KilogramPerSquareMeter"),
        ("Text(GreenBuild.Standards.AreaDensity.FromTonnesPerSquareMetre(0.03m).ToUnitsNet())", "30 KilogramPerSquareMeter"),
        ("Text(GreenBuild.Standards.AreaDensity.FromKilogramsPerSquareMetre(30).ToUnitsNet())", "30 KilogramPerSquareMeter"),
        ("Text(GreenBuild.Standards.SoundLevel.FromDecibels(70.5m).ToUnitsNet())", "70.5 Decibel"),
        ("Text(default(GreenBuild.Standards.Length).ToUnitsNet())", "0 Millimeter"),

        // There and back is the same value in the same unit.
        ("Text(UnitsNet.Density.FromPoundsPerCubicYard(860).ToGreenBuild().ToUnitsNet())", "860 PoundPerCubicYard"),
        ("GreenBuild.Standards.MassConcentration.FromMilligramsPerCubicMetre(0.15m).ToUnitsNet().ToGreenBuild()", "0.15 mg/m3"),
        ("GreenBuild.Standards.SoundLevel.FromDecibels(54.9m).ToUnitsNet().ToGreenBuild()", "54.9 dB(A)"),
    ];

    /// <summary>The pound per square foot came with version 6; to version 5 it goes in kg/m2: 6.25 lb/ft2 × 0.45359237 kg/lb ÷ 0.09290304 m2/ft2 = 30.5151727274 kg/m2.</summary>
    private static (string Expression, string Expected)[] CasesOf(string shape) =>
        shape == "5"
            ? [.. Cases, ("Text(GreenBuild.Standards.AreaDensity.FromPoundsPerSquareFoot(6.25m).ToUnitsNet())", "30.515172727 KilogramPerSquareMeter")]
            : [.. Cases, ("UnitsNet.AreaDensity.FromPoundsPerSquareFoot(6.25).ToGreenBuild()", "6.25 lb/ft2"), ("Text(GreenBuild.Standards.AreaDensity.FromPoundsPerSquareFoot(6.25m).ToUnitsNet())", "6.25 PoundPerSquareFoot")];

    private static string UsesOf(string shape) => $$"""
        using GreenBuild.Standards;
        public static class Uses
        {
            public static string All()
            {
                var text = new System.Text.StringBuilder();
                {{string.Concat(CasesOf(shape).Select(static one => $"text.Append({one.Expression}).Append('\\n');\n"))}}
                return text.ToString();
            }
            {{string.Concat(new[] { "Length", "Area", "Volume", "Mass", "Ratio", "MassConcentration", "Density", "MassFraction", "AreaDensity", "Level" }.Select(static name =>
                $"static string Text(UnitsNet.{name} q) => System.Math.Round(q.As(q.Unit), 9).ToString(System.Globalization.CultureInfo.InvariantCulture) + \" \" + q.Unit;\n"))}}
        }
        """;

    /// <summary>Every unit that both sides have stands in the cases, in both directions, and so does every other unit of ours.</summary>
    [Fact]
    public void Cases_HaveEveryUnit()
    {
        foreach (var counterpart in CounterpartTable.All)
        {
            foreach (var (symbol, member, plural) in counterpart.Units)
            {
                Assert.Contains(CasesOf("6"), one => one.Expression.StartsWith($"UnitsNet.{counterpart.Guest}.From{plural}(", StringComparison.Ordinal) && one.Expected.EndsWith(symbol == "1" ? "0.7" : " " + symbol, StringComparison.Ordinal));
                Assert.Contains(CasesOf("6"), one => one.Expression.StartsWith($"Text(GreenBuild.Standards.{counterpart.Name}.From", StringComparison.Ordinal) && one.Expected.EndsWith(" " + member, StringComparison.Ordinal));
            }

            var type = typeof(Length).Assembly.GetType("GreenBuild.Standards." + counterpart.Name, throwOnError: true)!;
            foreach (var factory in type.GetMethods().Where(static method => method.IsStatic && method.IsDefined(typeof(QuantityUnitAttribute), false)).Select(static method => method.Name).Distinct())
                Assert.Contains(CasesOf("6"), one => one.Expression.StartsWith($"Text(GreenBuild.Standards.{counterpart.Name}.{factory}(", StringComparison.Ordinal));
        }
    }

    /// <summary>UnitsNet has no activity in a mass or a volume, and of rates per area none in mg/(m2.h).</summary>
    [Fact]
    public void Quantities_WithoutACounterpart() =>
        Assert.Equal(
            ["ActivityConcentration", "AreaEmissionRate", "SpecificActivity"],
            typeof(Length).Assembly.GetExportedTypes().Where(static type => type.IsValueType && type.GetMethods().Any(static method => method.IsDefined(typeof(QuantityUnitAttribute), false)))
                .Select(static type => type.Name).Except(CounterpartTable.All.Select(static one => one.Name)).Order(StringComparer.Ordinal));

    public static TheoryData<string> Shapes => new("5", "6", "modular");

    private static string Shape(string name) => name switch { "5" => StandIn.Version5, "6" => StandIn.Version6, _ => StandIn.Modular };

    /// <summary>UnitsNet in an assembly of its own: the package, or the units project that owns a module. C# 7.3 is the language of .NET Framework hosts.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void BothDirections_FromAnotherAssembly(string shape)
    {
        var guest = Bridge.Emit(Bridge.Compilation("Guest", [Shape(shape)], hasLibrary: false));
        var (user, _) = Bridge.Run(Bridge.Compilation("User", [UsesOf(shape)], [MetadataReference.CreateFromImage(guest)]));

        Assert.Equal(CasesOf(shape).Select(static one => one.Expected), Bridge.Call([guest, Bridge.Emit(user)], "Uses", "All").TrimEnd('\n').Split('\n'));
    }

    /// <summary>The types in the user's own assembly, and there not even public.</summary>
    [Theory]
    [InlineData("public readonly")]
    [InlineData("internal readonly")]
    public void BothDirections_WithinTheAssemblyOfTheUser(string access)
    {
        var (user, _) = Bridge.Run(Bridge.Compilation("User", [StandIn.Modular.Replace("public readonly", access, StringComparison.Ordinal), UsesOf("modular")]));

        Assert.Equal(CasesOf("modular").Select(static one => one.Expected), Bridge.Call([Bridge.Emit(user)], "Uses", "All").TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Module_OnlyWhatItIncludes()
    {
        const string use = """
            using GreenBuild.Standards;
            public static class Uses
            {
                public static string All() => UnitsNet.Length.FromMillimeters(90).ToGreenBuild() + ", " + Length.FromCentimetres(2.5m).ToUnitsNet().Meters.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            """;
        var (user, code) = Bridge.Run(Bridge.Compilation("User", [StandIn.LeanModule, use]));

        Assert.DoesNotContain("Centimeter", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Mass", code, StringComparison.Ordinal);
        Assert.Equal("90 mm, 0.025", Bridge.Call([Bridge.Emit(user)], "Uses", "All"));
    }

    [Fact]
    public void WithoutUnitsNet_Nothing() => Assert.Empty(Bridge.Run(Bridge.Compilation("User", ["public class C { }"])).Code);

    [Fact]
    public void WithoutTheLibrary_Nothing() => Assert.Empty(Bridge.Run(Bridge.Compilation("User", [StandIn.Version5], hasLibrary: false)).Code);

    /// <summary>Types that code cannot name as <c>global::UnitsNet</c> would make the generated code an error of the user's.</summary>
    [Fact]
    public void BehindAnExternAlias_Nothing()
    {
        var guest = MetadataReference.CreateFromImage(Bridge.Emit(Bridge.Compilation("Guest", [StandIn.Version5], hasLibrary: false)));

        Assert.Empty(Bridge.Run(Bridge.Compilation("User", ["public class C { }"], [guest.WithAliases(["units"])])).Code);
        Assert.NotEmpty(Bridge.Run(Bridge.Compilation("User", ["public class C { }"], [guest.WithAliases(["units", "global"])])).Code);
    }

    [Fact]
    public void InternalTypesOfAnotherAssembly_Nothing()
    {
        var guest = Bridge.Emit(Bridge.Compilation("Guest", [StandIn.Modular.Replace("public readonly", "internal readonly", StringComparison.Ordinal)], hasLibrary: false));

        Assert.Empty(Bridge.Run(Bridge.Compilation("User", ["public class C { }"], [MetadataReference.CreateFromImage(guest)])).Code);
    }

    /// <summary>A test project sees the internals of the project it tests: the methods must not be there twice.</summary>
    [Fact]
    public void FriendAssembly_UsesThoseOfItsFriend()
    {
        var guest = Bridge.Emit(Bridge.Compilation("Guest", [StandIn.Version5], hasLibrary: false));
        var guestReference = MetadataReference.CreateFromImage(guest);
        var first = Bridge.Emit(Bridge.Run(Bridge.Compilation("First", ["[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"User\")]"], [guestReference])).Compilation);

        var (user, code) = Bridge.Run(Bridge.Compilation("User", [UsesOf("5")], [guestReference, MetadataReference.CreateFromImage(first)]));

        Assert.Empty(code);
        Assert.NotEmpty(Bridge.Emit(user));
    }

    /// <summary>Half-typed code, and types that are called like those of UnitsNet and are none.</summary>
    [Theory]
    [InlineData("namespace UnitsNet { public struct Length { public double Meters => ; public static Length FromMeters( } }")]
    [InlineData("namespace UnitsNet { public struct Length { public Missing Meters => 1; public static Length FromMeters(Missing m) => default; } }")]
    [InlineData("namespace UnitsNet { public struct Length { public double Meters => 1; public static double FromMeters(double m) => m; } }")]
    [InlineData("namespace UnitsNet { public struct Length { public static double Meters => 1; public Length FromMeters(double m) => default; } }")]
    [InlineData("namespace UnitsNet { public struct Length { private double Meters => 1; private static Length FromMeters(double m) => default; } }")]
    [InlineData("namespace UnitsNet { public static class Length { } public enum Mass { } public struct Area<T> { } public class Level { }")]
    [InlineData("namespace UnitsNet { public struct Length { public string Meters => null; public static Length FromMeters(string m) => default; } }")]
    [InlineData("namespace UnitsNet.Length { public class C { } }")]
    public void WhatIsNotTheShape_Nothing(string source) => Assert.Empty(Bridge.Run(Bridge.Compilation("User", [source])).Code);

    /// <summary>A stand-in cut off at any place: the generator must bear it.</summary>
    [Fact]
    public void CutSource_NeverThrows()
    {
        var whole = StandIn.Version6;
        for (var length = 0; length < whole.Length; length += 397) Bridge.Run(Bridge.Compilation("User", [whole[..length]]));
    }

    [Fact]
    public void UnrelatedEdit_RunsNothingAgain()
    {
        var guest = MetadataReference.CreateFromImage(Bridge.Emit(Bridge.Compilation("Guest", [StandIn.Version5], hasLibrary: false)));
        var compilation = Bridge.Compilation("User", ["class C { int M() => 1; }"], [guest]);
        var driver = Bridge.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class C { int M() => 2; }", (CSharpParseOptions)compilation.SyntaxTrees[0].Options, cancellationToken: TestContext.Current.CancellationToken));

        var result = driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        Assert.Equal(IncrementalStepRunReason.Unchanged, Assert.Single(Assert.Single(result.TrackedSteps[UnitsNetBridgeGenerator.BridgeStep]).Outputs).Reason);
        Assert.All(result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static step => step.Outputs), static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    /// <summary>The conversions are those of the two libraries: the bridge holds no number.</summary>
    [Fact]
    public void Code_HoldsNoFactor()
    {
        var guest = MetadataReference.CreateFromImage(Bridge.Emit(Bridge.Compilation("Guest", [StandIn.Version5], hasLibrary: false)));
        var (compilation, _) = Bridge.Run(Bridge.Compilation("User", [], [guest]));
        var tree = Assert.Single(compilation.SyntaxTrees);

        Assert.DoesNotContain(tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens(), static token => token.IsKind(SyntaxKind.NumericLiteralToken));
    }
}
