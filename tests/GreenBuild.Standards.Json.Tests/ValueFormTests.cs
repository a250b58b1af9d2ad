using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using GreenBuild.Standards.Components;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Json.Tests;

/// <summary>The JSON forms of single values.</summary>
public class ValueFormTests
{
    private static readonly JsonSerializerOptions Options = GreenBuildJson.Options;

    /// <summary>What a check works out is no input of anything: the finding is its form.</summary>
    private static readonly Type[] WorkedOut = [typeof(LimitComparison), typeof(AssemblyPoints), typeof(PercentileLevels), typeof(NearestSizes), typeof(ComponentOutcome), typeof(ComponentFinding)];

    [Fact]
    public void EveryPublicValueType_HasAForm()
    {
        var types = typeof(Length).Assembly.GetExportedTypes().Where(static type => type.IsValueType && type.FullName!.StartsWith("GreenBuild.", StringComparison.Ordinal) && !type.IsNested).ToList();

        Assert.Contains(typeof(Length), types);
        Assert.Equal(types.Except(WorkedOut).Select(static type => type.FullName).Order(StringComparer.Ordinal), ValueForms.Types.Where(static type => type.IsValueType).Select(static type => type.FullName).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Circumstances", "DateSpan", "Edition", "Facet", "Finding", "Jurisdiction", "Measurand", "MeasurementUnit", "Requirement", "WeeklyWindow"],
            ValueForms.Types.Where(static type => !type.IsValueType).Select(static type => type.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>Each form written out by hand.</summary>
    public static TheoryData<object, string> Forms => new()
    {
        { SoundLevel.FromDecibels(70.5m), "\"70.5 dB(A)\"" },
        { Length.FromMillimetres(90), "\"90 mm\"" },
        { Length.FromModules(3), "\"3 M\"" },
        { Area.FromSquareMetres(1200), "\"1200 m2\"" },
        { Volume.FromCubicMetres(35.5m), "\"35.5 m3\"" },
        { Mass.FromTonnes(-12.5m), "\"-12.5 t\"" },
        { Ratio.FromPercent(70), "\"70 %\"" },
        { Ratio.FromFraction(0.7m), "\"0.7\"" },
        { MassConcentration.FromMicrogramsPerCubicMetre(150), "\"150 µg/m3\"" },
        { Density.FromPoundsPerCubicYard(860), "\"860 lb/yd3\"" },
        { MassFraction.FromMilligramsPerHundredGrams(4), "\"4 mg/100g\"" },
        { AreaDensity.FromTonnesPerTenThousandSquareMetres(300), "\"300 t/(10^4 m2)\"" },
        { AreaEmissionRate.FromMilligramsPerSquareMetreAndHour(0.5m), "\"0.5 mg/(m2.h)\"" },
        { ActivityConcentration.FromBecquerelsPerCubicMetre(150), "\"150 Bq/m3\"" },
        { SpecificActivity.FromBecquerelsPerKilogram(200), "\"200 Bq/kg\"" },
        { new CalendarDate(2026, 3, 2), "\"2026-03-02\"" },
        { Jurisdiction.Parse("Shanghai"), "\"CN-SH\"" },
        { Verdict.NonCompliant, "\"non-compliant\"" },
        { Evidence.SingleSource, "\"single-source\"" },
        { Comparator.GreaterThanOrEqual, "\">=\"" },
        { Comparator.None, "\"none\"" },
        { Waste.WasteRoute.RecycledOnSite, "\"recycled-on-site\"" },
        { new BilingualText("day", "昼间"), """{"en":"day","zh":"昼间"}""" },
        { Circumstances.None, """{"facets":{}}""" },
        { new MonitorReading(new DateTime(2026, 3, 2, 10, 0, 0), 0.15m, ReadingStatus.OutOfRange), """{"localTime":"2026-03-02T10:00:00","value":0.15,"status":"out-of-range"}""" },
        { new NoiseReading(new DateTime(2026, 3, 2, 22, 0, 30), 54.5) { WindSpeed = 2.1m, Precipitation = false, Line = 7 }, """{"localTime":"2026-03-02T22:00:30","level":54.5,"maximum":null,"windSpeed":2.1,"precipitation":false,"line":7}""" },
        { new NoiseReading(new DateTime(2026, 3, 2, 22, 0, 30), double.PositiveInfinity) { Maximum = double.PositiveInfinity }, """{"localTime":"2026-03-02T22:00:30","level":null,"maximum":null,"aboveRange":true,"maximumAboveRange":true,"windSpeed":null,"precipitation":null,"line":0}""" },
        { new ComponentSize(3000, 2400, null), """{"length":3000,"width":2400,"depth":null}""" },
        { new PrecastComponent { Id = "W1", Category = "wall-panel", Size = new(3000, 2800, 200), LengthTolerance = 4, Face = "outer" }, """{"id":"W1","category":"wall-panel","size":{"length":3000,"width":2800,"depth":200},"lengthTolerance":4,"sectionTolerance":null,"flatnessTolerance":null,"face":"outer"}""" },
        { new CityAir(155, "PM2.5"), """{"index":155,"primaryPollutant":"PM2.5"}""" },
        { AirState.Reference, """{"kelvin":273,"kilopascals":101.325}""" },
        { new SectionShape("HW", 400, 400, 13, 21), """{"class":"HW","height":400,"width":400,"webThickness":13,"flangeThickness":21}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Form_IsWrittenAndReadAgain(object value, string json)
    {
        var type = value.GetType();
        var written = JsonSerializer.Serialize(value, Options.GetTypeInfo(type));

        Assert.Equal(json, Compact(written));
        Assert.Equal(json, Compact(JsonSerializer.Serialize(JsonSerializer.Deserialize(written, Options.GetTypeInfo(type)), Options.GetTypeInfo(type))));
        if (value is not Circumstances) Assert.Equal(value, JsonSerializer.Deserialize(written, Options.GetTypeInfo(type)));
    }

    /// <summary>Number and unit of every unit of every quantity come back exactly as they were, digit by digit.</summary>
    [Fact]
    public void Quantities_RoundTrip()
    {
        var number = Gen.Select(Gen.Long[0, 1_000_000_000_000_000_000], Gen.Int[4, 18]).Select(static (digits, scale) => new decimal((int)digits, (int)(digits >> 32), 0, false, (byte)scale));
        foreach (var type in ValueForms.Types.Where(static type => type.GetMembers().Any(static member => member.GetCustomAttribute<QuantityUnitAttribute>() is not null)))
        {
            var info = Options.GetTypeInfo(type);
            foreach (var factory in type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(static method => method.GetCustomAttribute<QuantityUnitAttribute>() is not null && method.GetParameters()[0].ParameterType == typeof(decimal)))
            {
                var unit = factory.GetCustomAttribute<QuantityUnitAttribute>()!.Unit;
                number.Sample(
                    one =>
                    {
                        // A level is at most 200 dB(A); the digits are what counts.
                        var given = type == typeof(SoundLevel) ? one / 100_000_000_000_000m : one;
                        var json = JsonSerializer.Serialize(factory.Invoke(null, [given]), info);
                        var read = JsonSerializer.Deserialize(json, info)!;
                        var text = given.ToString("0.############################", CultureInfo.InvariantCulture);
                        Assert.Equal("\"" + (unit == "1" ? text : text + " " + unit) + "\"", json);
                        Assert.Equal(given, type == typeof(SoundLevel) ? ((SoundLevel)read).Decibels : (decimal)type.GetProperty("Value")!.GetValue(read)!);
                        if (type != typeof(SoundLevel)) Assert.Equal(unit, type.GetProperty("Unit")!.GetValue(read));
                    },
                    seed: "0N0XIzNsQ0O2", iter: 40);
            }
        }
    }

    [Fact]
    public void Days_RoundTrip() =>
        Gen.Int[0, 3_652_058].Sample(
            static days =>
            {
                var day = CalendarDate.MinValue.PlusDays(days);
                var json = JsonSerializer.Serialize(day, Options.GetTypeInfo(typeof(CalendarDate)));
                Assert.Equal("\"" + new DateTime(days * TimeSpan.TicksPerDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "\"", json);
                Assert.Equal(day, JsonSerializer.Deserialize(json, Options.GetTypeInfo(typeof(CalendarDate))));
            },
            seed: "0N0XIzNsQ0O2", iter: 300);

    [Fact]
    public void PlacesUnitsAndKeys_RoundTripAll()
    {
        All(Jurisdiction.All, static place => place.Code);
        All(MeasurementUnit.All, static unit => unit.Symbol);
        All(Vocabulary.Measurands, static measurand => measurand.Key);
        All(Vocabulary.Facets, static facet => facet.Name);
        All(StandardsCatalogue.Default.Editions, static edition => edition.Key.Length > 0 ? edition.Key : edition.Number);
        All(StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements), static requirement => requirement.Key);

        static void All<T>(IEnumerable<T> values, Func<T, string> text)
            where T : class
        {
            foreach (var value in values)
            {
                var json = JsonSerializer.Serialize(value, Options.GetTypeInfo(typeof(T)));
                Assert.Equal(text(value), JsonDocument.Parse(json).RootElement.GetString());
                Assert.Same(value, JsonSerializer.Deserialize(json, Options.GetTypeInfo(typeof(T))));
            }
        }
    }

    /// <summary>The words that the catalogue's files and the project's tables have already are the same.</summary>
    [Fact]
    public void Words_AreThoseOfTheCatalogue()
    {
        Same<Verdict>(JsonWord.Of);
        Same<Evidence>(JsonWord.Of);
        Same<RequirementKind>(JsonWord.Of);
        Same<StandardKind>(JsonWord.Of);
        Same<BindingForce>(JsonWord.Of);
        Same<RequirementChange>(JsonWord.Of);

        static void Same<T>(Func<T, string> word)
            where T : struct, Enum
        {
            foreach (var value in Enum.GetValues<T>()) Assert.Equal(word(value), WordsOf<T>.Find(value));
        }
    }

    [Fact]
    public void Words_RoundTripAll()
    {
        foreach (var type in ValueForms.Types.Where(static type => type.IsEnum))
        {
            var info = Options.GetTypeInfo(type);
            var words = new HashSet<string>();
            foreach (var value in Enum.GetValues(type))
            {
                var json = JsonSerializer.Serialize(value, info);
                Assert.True(words.Add(json), json);
                Assert.Equal(value, JsonSerializer.Deserialize(json, info));
            }
        }
    }

    [Fact]
    public void Circumstances_RoundTrip()
    {
        var facets = Vocabulary.Facets.Where(static facet => facet.Type is FacetType.Token or FacetType.Flag or FacetType.Number && facet.Name != "region").ToList();
        var pick = Gen.Select(Gen.Int[0, facets.Count - 1], Gen.Int[-1, 1000]).List[0, 6];
        Gen.Select(pick, Gen.Int[0, Jurisdiction.All.Count], Gen.Int[-1, 1_000_000]).Sample(
            (picks, place, minute) =>
            {
                var made = Circumstances.None;
                foreach (var (index, choice) in picks)
                {
                    var facet = facets[index];
                    made = facet.Type switch
                    {
                        FacetType.Flag => made.With(facet.Name, choice % 2 == 0),
                        FacetType.Number => made.With(facet.Name, choice / 8m),
                        _ => choice < 0 ? made.WithNoneOf(facet.Name) : made.With(facet.Name, facet.Values[choice % facet.Values.Count].Value),
                    };
                }

                if (place < Jurisdiction.All.Count) made = made.In(Jurisdiction.All[place]);
                if (minute >= 0) made = made.At(new DateTime(2026, 1, 1).AddMinutes(minute));
                var info = Options.GetTypeInfo(typeof(Circumstances));
                var read = (Circumstances)JsonSerializer.Deserialize(JsonSerializer.Serialize(made, info), info)!;

                Assert.Equal((made.ToString(), made.Place, made.LocalTime), (read.ToString(), read.Place, read.LocalTime));
            },
            seed: "0N0XIzNsQ0O2", iter: 300);
    }

    [Fact]
    public void Circumstances_ByHand()
    {
        var made = Circumstances.None.In(Jurisdiction.Parse("CN-SH")).At(new DateTime(2026, 3, 2, 22, 0, 0)).With("period", "night").With("noiseSensitiveBuildings", true).With("distance", 40.5m).WithNoneOf("workNature");

        Assert.Equal(
            """{"place":"CN-SH","localTime":"2026-03-02T22:00:00","facets":{"period":"night","noiseSensitiveBuildings":true,"distance":40.5,"workNature":null}}""",
            Compact(JsonSerializer.Serialize(made, Options.GetTypeInfo(typeof(Circumstances)))));
    }

    [Fact]
    public void Circumstances_WithHolidays_AreNotWritten() =>
        Assert.Throws<NotSupportedException>(static () => JsonSerializer.Serialize(Circumstances.None.WithPublicHolidays(static _ => false), Options.GetTypeInfo(typeof(Circumstances))));

    /// <summary>16:00 UTC is midnight in Shanghai; the text has no offset, and would be read as 16:00 there.</summary>
    [Fact]
    public void Utc_IsNotWritten()
    {
        var utc = new DateTime(2026, 3, 2, 16, 0, 0, DateTimeKind.Utc);
        foreach (var value in new object[] { Circumstances.None.At(utc), new NoiseReading(utc, 60), new MonitorReading(utc, 1), new FindingRecord { From = utc }, new FindingRecord { To = utc } })
            Assert.Contains("UTC", Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(value, Options.GetTypeInfo(value.GetType()))).Message, StringComparison.Ordinal);
    }

    /// <summary>What is no value is refused with a message that says what is expected; nothing is guessed.</summary>
    [Theory]
    [InlineData(typeof(SoundLevel), "70", "with its unit")]
    [InlineData(typeof(SoundLevel), "\"70 mm\"", "'70 mm' is not a sound level")]
    [InlineData(typeof(Length), "\"90\"", "'90' is not a length with its unit")]
    [InlineData(typeof(Length), "\"90 kg\"", "'90 kg' is not a length")]
    [InlineData(typeof(Length), "\"1,5 m\"", "is not a length")]
    [InlineData(typeof(MassConcentration), "\"-1 mg/m3\"", "is not a mass concentration")]
    [InlineData(typeof(Length), "null", "A text is expected")]
    [InlineData(typeof(Length), "{}", "A text is expected")]
    [InlineData(typeof(CalendarDate), "\"2026-02-30\"", "'2026-02-30' is not a day")]
    [InlineData(typeof(Jurisdiction), "\"CN-XX\"", "'CN-XX' is not a known place")]
    [InlineData(typeof(Requirement), "\"cn.gb-12523-2025.nothing\"", "is not the key of a requirement")]
    [InlineData(typeof(Verdict), "\"Compliant\"", "one of indeterminate, compliant")]
    [InlineData(typeof(Verdict), "1", "A text is expected")]
    [InlineData(typeof(Circumstances), """{"facets":{"perod":"night"}}""", "'perod' is not a facet")]
    [InlineData(typeof(Circumstances), """{"facets":{"period":"noon"}}""", "'noon' is not a value of period")]
    [InlineData(typeof(Circumstances), """{"facets":{"distance":null}}""", "is not a facet of words")]
    [InlineData(typeof(Circumstances), """{"localTime":"2026-03-02T22:00:00+08:00"}""", "without an offset")]
    [InlineData(typeof(MonitorReading), """{"localTime":"2026-03-02T22:00:00"}""", "value")]
    [InlineData(typeof(NoiseReading), """{"localTime":"2026-03-02T22:00:00","level":54.5,"aboveRange":true}""", "Where aboveRange is true, level is null")]
    [InlineData(typeof(NoiseReading), """{"localTime":"2026-03-02T22:00:00","level":54.5,"maximum":60,"maximumAboveRange":true}""", "Where maximumAboveRange is true, maximum is null")]
    [InlineData(typeof(MonitorReading), """{"localTime":null,"value":1}""", "has a localTime")]
    public void Wrong_IsRefused(Type type, string json, string message)
    {
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(json, Options.GetTypeInfo(type)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_IsNotRead() =>
        Assert.Contains("FindingRecord", Assert.Throws<NotSupportedException>(static () => JsonSerializer.Deserialize("{}", Options.GetTypeInfo(typeof(Finding)))).Message, StringComparison.Ordinal);

    /// <summary>Other spellings of a unit are understood, as by the type's own Parse; what comes out has the catalogue's.</summary>
    [Fact]
    public void OtherSpellings_AreUnderstood() =>
        Assert.Equal("\"0.15 mg/m3\"", JsonSerializer.Serialize(JsonSerializer.Deserialize("\"0.15 mg/m³\"", Options.GetTypeInfo(typeof(MassConcentration))), Options.GetTypeInfo(typeof(MassConcentration))));

    /// <summary>Members that are not known are left out of circumstances and readings, but never a facet.</summary>
    [Fact]
    public void UnknownMembers_AreLeftOut()
    {
        var circumstances = (Circumstances)JsonSerializer.Deserialize("""{"more":{"a":[1]},"facets":{"period":"night"}}""", Options.GetTypeInfo(typeof(Circumstances)))!;
        Assert.Equal("period=night", circumstances.ToString());
        Assert.Equal(new ComponentSize(1, 2, 3), JsonSerializer.Deserialize("""{"length":1,"width":2,"depth":3,"colour":"red"}""", Options.GetTypeInfo(typeof(ComponentSize))));
    }

    [Fact]
    public void NoLevel_IsNull()
    {
        var json = JsonSerializer.Serialize(new NoiseReading(new DateTime(2026, 3, 2), double.NaN), Options.GetTypeInfo(typeof(NoiseReading)));

        Assert.Contains("\"level\":null", Compact(json), StringComparison.Ordinal);
        Assert.False(((NoiseReading)JsonSerializer.Deserialize(json, Options.GetTypeInfo(typeof(NoiseReading)))!).HasLevel);
    }

    /// <summary>The ready options know the types of this library and no other: nothing is found by reflection.</summary>
    [Fact]
    public void Options_UseNoReflection()
    {
        Assert.Throws<NotSupportedException>(static () => JsonSerializer.Serialize(new Plan(), Options));
        Assert.NotNull(Options.GetTypeInfo(typeof(Length?)));
        Assert.NotNull(Options.GetTypeInfo(typeof(FindingsDocument)));
    }

    /// <summary>A user's own types hold ours, with the serializer's reflection as with a context of the user.</summary>
    [Fact]
    public void OwnTypes_HoldOurs()
    {
        var plan = new Plan
        {
            Place = Jurisdiction.Parse("CN-SH"), Limit = SoundLevel.FromDecibels(70), Depth = Length.FromMillimetres(90), Night = StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-night"),
            Levels = new() { [new CalendarDate(2026, 3, 2)] = SoundLevel.FromDecibels(54.5m) },
        };
        const string expected = """{"Place":"CN-SH","Limit":"70 dB(A)","Depth":"90 mm","Height":null,"Night":"cn.gb-12523-2025.boundary-night","Levels":{"2026-03-02":"54.5 dB(A)"}}""";
        var reflecting = new JsonSerializerOptions().AddGreenBuildConverters();

        Assert.Equal(expected, JsonSerializer.Serialize(plan, reflecting));
        Assert.Equal(expected, JsonSerializer.Serialize(plan, PlanContext.Default.Plan));
        Assert.Equal(expected, JsonSerializer.Serialize(plan, new JsonSerializerOptions { TypeInfoResolver = PlanContext.Default }.AddGreenBuildConverters()));
        foreach (var read in new[] { JsonSerializer.Deserialize<Plan>(expected, reflecting)!, JsonSerializer.Deserialize(expected, PlanContext.Default.Plan)! })
        {
            Assert.Equal((plan.Place, plan.Limit, plan.Depth, plan.Height), (read.Place, read.Limit, read.Depth, read.Height));
            Assert.Same(plan.Night, read.Night);
            Assert.Equal(plan.Levels, read.Levels);
        }
    }

    [Fact]
    public void Keys_AreLookedUpInTheCatalogueThatWasGiven()
    {
        var errors = StandardsCatalogue.Default.WithOverlay("house.greenbuild-overlay.json", RepositoryFiles.Read("samples/Hosting/house.greenbuild-overlay.json"), out var catalogue);
        Assert.Empty(errors);
        var own = catalogue.Editions.Single(static edition => edition.Overlay is not null).Requirements[0];
        var json = JsonSerializer.Serialize(own, Options.GetTypeInfo(typeof(Requirement)));

        Assert.Throws<ValueFormatException>(() => JsonSerializer.Deserialize(json, Options.GetTypeInfo(typeof(Requirement))));
        Assert.Same(own, JsonSerializer.Deserialize<Requirement>(json, new JsonSerializerOptions().AddGreenBuildConverters(catalogue)));
        Assert.Same(own, JsonSerializer.Deserialize<Requirement>(json, new JsonSerializerOptions { TypeInfoResolver = GreenBuildJson.TypeInfoResolver }.AddGreenBuildConverters(catalogue)));
    }

    /// <summary>An attribute cannot name a catalogue: the options do, and who sets them again means it.</summary>
    [Fact]
    public void Catalogue_OfTheOptions_CountsEverywhere()
    {
        var errors = StandardsCatalogue.Default.WithOverlay("house.greenbuild-overlay.json", RepositoryFiles.Read("samples/Hosting/house.greenbuild-overlay.json"), out var catalogue);
        Assert.Empty(errors);
        var own = catalogue.Editions.Single(static edition => edition.Overlay is not null).Requirements[0];
        var json = $$"""{"Night":"{{own.Key}}"}""";

        Assert.Same(own, JsonSerializer.Deserialize<Plan>(json, new JsonSerializerOptions().AddGreenBuildConverters(catalogue))!.Night);
        Assert.Same(own, JsonSerializer.Deserialize<Plan>(json, new JsonSerializerOptions { TypeInfoResolver = PlanContext.Default }.AddGreenBuildConverters(catalogue))!.Night);
        Assert.Same(own, JsonSerializer.Deserialize<Plan>(json, new JsonSerializerOptions(PlanContext.Default.Options).AddGreenBuildConverters(catalogue))!.Night);
        Assert.Same(own, JsonSerializer.Deserialize<Plan>(json, new JsonSerializerOptions().AddGreenBuildConverters().AddGreenBuildConverters(catalogue))!.Night);
        Assert.Same(own, JsonSerializer.Deserialize<Plan>(json, new JsonSerializerOptions().AddGreenBuildConverters(catalogue).AddGreenBuildConverters())!.Night);
        Assert.Throws<ValueFormatException>(() => JsonSerializer.Deserialize<Plan>(json, new JsonSerializerOptions().AddGreenBuildConverters(catalogue).AddGreenBuildConverters(StandardsCatalogue.Default)));
        Assert.Same(own, JsonSerializer.Deserialize<Requirement>($"\"{own.Key}\"", new JsonSerializerOptions().AddGreenBuildConverters(StandardsCatalogue.Default).AddGreenBuildConverters(catalogue)));
        Assert.Throws<ValueFormatException>(() => JsonSerializer.Deserialize<Plan>(json, new JsonSerializerOptions().AddGreenBuildConverters()));
    }

    internal static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Readable);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>A type of a user.</summary>
internal sealed class Plan
{
    public Jurisdiction? Place { get; set; }

    public SoundLevel Limit { get; set; }

    public Length? Depth { get; set; }

    public Length? Height { get; set; }

    [JsonConverter(typeof(GreenBuildJsonConverter))]
    public Requirement? Night { get; set; }

    public Dictionary<CalendarDate, SoundLevel> Levels { get; set; } = [];
}

/// <summary>The context of a user.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(GreenBuildJsonConverter)])]
[JsonSerializable(typeof(Plan))]
internal sealed partial class PlanContext : JsonSerializerContext;
