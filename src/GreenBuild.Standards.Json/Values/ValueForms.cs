using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GreenBuild.Standards.Components;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Materials;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Waste;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Json;

/// <summary>How the values of one type stand in JSON.</summary>
internal abstract class ValueForm
{
    public abstract JsonConverter Converter(StandardsCatalogue catalogue);

    public abstract JsonTypeInfo TypeInfo(JsonSerializerOptions options, StandardsCatalogue catalogue);
}

/// <summary>The one table of the types that have a form of their own. Named type by type, so that nothing is looked for by reflection.</summary>
internal static class ValueForms
{
    // A decimal has at most 28 digits behind the point, and what is written is read again as the same value.
    private const string AllDigits = "0.############################";

    private static readonly Dictionary<Type, ValueForm> Forms = [];

    /// <summary>The same for nullable values; the serializer derives their converters itself, but not their metadata.</summary>
    private static readonly Dictionary<Type, ValueForm> NullableForms = [];

    // A static constructor, and not initialisers: two tables are filled in one pass.
#pragma warning disable CA1810
    static ValueForms()
#pragma warning restore CA1810
    {
        Quantity<SoundLevel>(SoundLevel.TryParse, "a sound level with its unit, such as 70 dB(A)", "带单位的声级，如 70 dB(A)");
        Quantity<Length>(Length.TryParse, "a length with its unit, such as 90 mm", "带单位的长度，如 90 mm");
        Quantity<Area>(Area.TryParse, "an area with its unit, such as 1200 m2", "带单位的面积，如 1200 m2");
        Quantity<Volume>(Volume.TryParse, "a volume with its unit, such as 35.5 m3", "带单位的体积，如 35.5 m3");
        Quantity<Mass>(Mass.TryParse, "a mass with its unit, such as 12.5 t", "带单位的质量，如 12.5 t");
        Quantity<Ratio>(Ratio.TryParse, "a ratio such as 70 % or 0.7", "比率，如 70 % 或 0.7");
        Quantity<MassConcentration>(MassConcentration.TryParse, "a mass concentration with its unit, such as 0.15 mg/m3", "带单位的质量浓度，如 0.15 mg/m3");
        Quantity<Density>(Density.TryParse, "a density with its unit, such as 1.5 t/m3", "带单位的密度，如 1.5 t/m3");
        Quantity<MassFraction>(MassFraction.TryParse, "a mass fraction with its unit, such as 90 mg/kg", "带单位的质量分数，如 90 mg/kg");
        Quantity<AreaDensity>(AreaDensity.TryParse, "a mass per area with its unit, such as 300 t/(10^4 m2)", "带单位的单位面积质量，如 300 t/(10^4 m2)");
        Quantity<AreaEmissionRate>(AreaEmissionRate.TryParse, "an area emission rate with its unit, such as 0.5 mg/(m2.h)", "带单位的面积释放率，如 0.5 mg/(m2.h)");
        Quantity<ActivityConcentration>(ActivityConcentration.TryParse, "an activity concentration with its unit, such as 150 Bq/m3", "带单位的活度浓度，如 150 Bq/m3");
        Quantity<SpecificActivity>(SpecificActivity.TryParse, "a specific activity with its unit, such as 200 Bq/kg", "带单位的比活度，如 200 Bq/kg");

        Text<CalendarDate>(CalendarDate.TryParse, static date => date.ToString(), "a day such as 2026-03-02", "日期，如 2026-03-02");
        TextOf<DateSpan>(DateSpan.TryParse, static span => span.ToString(), "a stretch of the calendar such as 2026-06-01/2026-06-30", "日期区间，如 2026-06-01/2026-06-30");
        TextOf<WeeklyWindow>(WeeklyWindow.TryParse, static window => window.ToString(), "hours of the week such as Mon-Sat 07:00-19:00", "每周时段，如 Mon-Sat 07:00-19:00");
        TextOf<Jurisdiction>(Jurisdiction.TryParse, static place => place.Code, "a known place such as CN-SH", "已知地点，如 CN-SH");
        TextOf<MeasurementUnit>(MeasurementUnit.TryParse, static unit => unit.Symbol, "a unit of the catalogue such as mg/m3", "标准库的单位，如 mg/m3");
        TextOf<Measurand>(static (string text, out Measurand found) => (found = Vocabulary.FindMeasurand(text)!) is not null, static measurand => measurand.Key, "the key of a measurand such as noise.site-boundary", "被测量的键，如 noise.site-boundary");
        TextOf<Facet>(static (string text, out Facet found) => (found = Vocabulary.FindFacet(text)!) is not null, static facet => facet.Name, "the name of a facet such as period", "条件的名称，如 period");
        Add(static catalogue => new TextConverter<Requirement>(
            new("the key of a requirement of the catalogue, such as cn.gb-12523-2025.boundary-night", "标准库中要求的键，如 cn.gb-12523-2025.boundary-night"),
            (string text, out Requirement found) => (found = catalogue.Find(text)!) is not null, static requirement => requirement.Key));
        Add(static catalogue => new TextConverter<Edition>(
            new("the key or number of an edition of the catalogue, such as cn.gb-12523-2025", "标准库中版本的键或编号，如 cn.gb-12523-2025"),
            (string text, out Edition found) => (found = catalogue.FindEdition(text)!) is not null,
            // An edition known by its number only has no key.
            static edition => edition.Key.Length > 0 ? edition.Key : edition.Number));

        AddValue<BilingualText>(static _ => new BilingualTextConverter());
        Add<Circumstances>(static _ => new CircumstancesConverter());
        Add<Finding>(static _ => new FindingConverter());

        AddValue<Comparator>(static _ => new TextConverter<Comparator>(
            new("one of <, <=, >, >=, =, between, none", "<、<=、>、>=、=、between、none 之一"),
            JsonWord.TryParse, static comparator => JsonWord.Of(comparator) ?? JsonWord.NoComparator));
        Words<Verdict>();
        Words<Evidence>();
        Words<Language>();
        Words<RequirementKind>();
        Words<BindingForce>();
        Words<StandardKind>();
        Words<RequirementChange>();
        Words<FacetMatch>();
        Words<FacetType>();
        Words<ReadingStatus>();
        Words<ProjectDomain>();
        Words<WasteRoute>();
        Words<WasteClass>();
        Words<EvaluationItemType>();
        Words<EvaluationOutcome>();
        Words<EvaluationGrade>();
        Words<Particulate>();
        Words<DustBasis>();
        Words<DustOutcome>();
        Words<PmvFormula>();
        Words<AssemblyTarget>();
        Words<AssemblyItem>();
        Words<AssemblyStructure>();
        Words<AssemblyPhase>();
        Words<AssemblyJointKind>();
        Words<AssemblyGrade>();
        Words<AssemblyGradeRounding>();
        Words<ComponentRule>();
        Words<ComponentDimension>();
        Words<ProductFamily>();
        Words<EpdGeneration>();
        Words<EpdIndicator>();
        Words<GreenBuildingGrade>();
        Words<StructuralRole>();
        Words<TestMethod>();
        Words<LeedDocument>();
        Words<BackgroundOutcome>();

        AddValue<NoiseReading>(static _ => new FormConverter<NoiseReading, NoiseReadingForm>(FormContext.Default.NoiseReadingForm, NoiseReadingForm.Of, static form => form.ToReading()));
        AddValue<MonitorReading>(static _ => new FormConverter<MonitorReading, MonitorReadingForm>(FormContext.Default.MonitorReadingForm, MonitorReadingForm.Of, static form => form.ToReading()));
        AddValue<ComponentSize>(static _ => new FormConverter<ComponentSize, ComponentSizeForm>(
            FormContext.Default.ComponentSizeForm, static size => new(size.Length, size.Width, size.Depth), static form => new(form.Length, form.Width, form.Depth)));
        AddValue<PrecastComponent>(static _ => new FormConverter<PrecastComponent, PrecastComponentForm>(
            FormContext.Default.PrecastComponentForm,
            static one => new(one.Id, one.Category, one.Size, one.LengthTolerance, one.SectionTolerance, one.FlatnessTolerance, one.Face),
            static form => new()
            {
                Id = form.Id, Category = form.Category, Size = form.Size, LengthTolerance = form.LengthTolerance, SectionTolerance = form.SectionTolerance, FlatnessTolerance = form.FlatnessTolerance, Face = form.Face,
            }));
        AddValue<CityAir>(static _ => new FormConverter<CityAir, CityAirForm>(FormContext.Default.CityAirForm, static air => new(air.Index, air.PrimaryPollutant), static form => new(form.Index, form.PrimaryPollutant ?? "")));
        AddValue<AirState>(static _ => new FormConverter<AirState, AirStateForm>(
            FormContext.Default.AirStateForm, static air => new() { Kelvin = air.Kelvin, Kilopascals = air.Kilopascals }, static form => new(form.Kelvin, form.Kilopascals)));
        AddValue<SectionShape>(static _ => new FormConverter<SectionShape, SectionShapeForm>(
            FormContext.Default.SectionShapeForm,
            static shape => new() { Class = shape.Class, Height = shape.Height, Width = shape.Width, WebThickness = shape.WebThickness, FlangeThickness = shape.FlangeThickness },
            static form => new(form.Class, form.Height, form.Width, form.WebThickness, form.FlangeThickness)));
    }

    /// <summary>The types that have a form.</summary>
    public static IReadOnlyCollection<Type> Types => Forms.Keys;

    public static ValueForm? Find(Type type) => Forms.TryGetValue(type, out var form) ? form : null;

    /// <summary>The same for nullable values as well.</summary>
    public static ValueForm? FindWithNullable(Type type) => Find(type) ?? (NullableForms.TryGetValue(type, out var form) ? form : null);

    private static void Quantity<T>(TextParser<T> parse, string english, string chinese)
        where T : struct, IFormattable => Text(parse, static quantity => quantity.ToString(AllDigits, CultureInfo.InvariantCulture), english, chinese);

    private static void Text<T>(TextParser<T> parse, Func<T, string> write, string english, string chinese)
        where T : struct => AddValue(_ => new TextConverter<T>(new(english, chinese), parse, write));

    private static void TextOf<T>(TextParser<T> parse, Func<T, string> write, string english, string chinese)
        where T : class => Add(_ => new TextConverter<T>(new(english, chinese), parse, write));

    private static void Words<T>()
        where T : struct, Enum =>
        AddValue(static _ => new TextConverter<T>(new("one of " + string.Join(", ", WordsOf<T>.All), string.Join("、", WordsOf<T>.All) + " 之一"), WordsOf<T>.TryParse, static value => WordsOf<T>.Find(value) ?? throw new ValueFormatException(new($"{value} is not a value of {typeof(T).Name}.", $"{value} 不是 {typeof(T).Name} 的值。"))));

    private static void AddValue<T>(Func<StandardsCatalogue, JsonConverter<T>> make)
        where T : struct
    {
        Add(make);
        NullableForms.Add(typeof(T?), new NullableValueForm<T>());
    }

    private static void Add<T>(Func<StandardsCatalogue, JsonConverter<T>> make)
        where T : notnull => Forms.Add(typeof(T), new TypedForm<T>(make));

    private sealed class TypedForm<T>(Func<StandardsCatalogue, JsonConverter<T>> make) : ValueForm
        where T : notnull
    {
        public override JsonConverter Converter(StandardsCatalogue catalogue) => make(catalogue);

        public override JsonTypeInfo TypeInfo(JsonSerializerOptions options, StandardsCatalogue catalogue) => JsonMetadataServices.CreateValueInfo<T>(options, make(catalogue));
    }

    private sealed class NullableValueForm<T> : ValueForm
        where T : struct
    {
        public override JsonConverter Converter(StandardsCatalogue catalogue) => throw new NotSupportedException();

        public override JsonTypeInfo TypeInfo(JsonSerializerOptions options, StandardsCatalogue catalogue) => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options));
    }
}
