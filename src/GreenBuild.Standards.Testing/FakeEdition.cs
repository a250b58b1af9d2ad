using System.Globalization;
using System.Text;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Reading;

namespace GreenBuild.Standards.Testing;

/// <summary>A made-up edition of a standard for tests: limits, duties and factors with dates and a place of one's own.</summary>
/// <remarks>It goes through the reader and all checks of the catalogue, like an overlay. Its sources say that it was made for a test: no figure of it can be taken for a real one.</remarks>
public sealed class FakeEdition
{
    private readonly List<string> _rows = [];

    /// <summary>Creates an edition without requirements.</summary>
    /// <param name="number">The number as it is cited, for example <c>TEST 1-2030</c>. Best one that no real standard has.</param>
    public FakeEdition(string number) => Number = number;

    /// <summary>The number as it is cited.</summary>
    public string Number { get; }

    /// <summary>The key: <c>test.</c> and the number in small letters, for example <c>test.test-1-2030</c>.</summary>
    public string Key => "test." + Slug(Number);

    /// <summary>Where it applies; China if not given.</summary>
    public Jurisdiction Place { get; init; } = Jurisdiction.China;

    /// <summary>Whether it binds by law; mandatory if not given.</summary>
    public BindingForce Binding { get; init; } = BindingForce.Mandatory;

    /// <summary>The first day in force; <see langword="null"/> if not known, and it then counts as in force from the year in its number.</summary>
    public CalendarDate? Effective { get; init; }

    /// <summary>The first day no longer in force; <see langword="null"/> while it is in force.</summary>
    public CalendarDate? Withdrawn { get; init; }

    /// <summary>The numbers of editions that it replaces, which must stand before it in the catalogue: they have one history. It ends none of them, as no overlay does; give the one that ends its <see cref="Withdrawn"/>.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>Whether only a part of its rules is known.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Adds a limit.</summary>
    /// <param name="measurand">The key of a measurand, a constant of <see cref="Measurands"/>.</param>
    /// <param name="comparator">How a value is compared with it.</param>
    /// <param name="value">The limit in <paramref name="unit"/>.</param>
    /// <param name="unit">A unit of the measurand as the catalogue writes it.</param>
    /// <param name="when">Under which circumstances it applies; always if not given. Only facets count, not the moment or the place.</param>
    /// <param name="evidence">How well it is known.</param>
    /// <param name="rounding">To how many decimals a value is rounded before it is compared; <see langword="null"/> for not at all.</param>
    /// <param name="clause">The clause that findings cite.</param>
    /// <param name="key">
    /// What the key of the requirement ends with: <c>day</c> for <c>test.test-1-2030.day</c>, by which <see cref="StandardsCatalogue.Find"/> and <see cref="FindingAssert.OnlyOn"/>
    /// ask. Small letters, digits and hyphens; <c>row-1</c>, <c>row-2</c> and so on in the order of the calls if not given.
    /// </param>
    /// <returns>The same edition.</returns>
    public FakeEdition Limit(
        string measurand, Comparator comparator, decimal value, string unit, Circumstances? when = null, Evidence evidence = Evidence.Confirmed, int? rounding = null, string clause = "1", string? key = null) =>
        Add("limit", measurand, [("comparator", Quoted(JsonWord.Of(comparator) ?? "")), ("value", Text(value)), ("unit", Quoted(unit)), .. Rounding(rounding)], when, evidence, clause, key);

    /// <summary>Adds a limit with two ends, both allowed.</summary>
    /// <param name="measurand">As for <see cref="Limit"/>.</param>
    /// <param name="low">The lower end in <paramref name="unit"/>.</param>
    /// <param name="high">The upper end in <paramref name="unit"/>; above the lower.</param>
    /// <param name="unit">As for <see cref="Limit"/>.</param>
    /// <param name="when">As for <see cref="Limit"/>.</param>
    /// <param name="evidence">As for <see cref="Limit"/>.</param>
    /// <param name="rounding">As for <see cref="Limit"/>.</param>
    /// <param name="clause">As for <see cref="Limit"/>.</param>
    /// <param name="key">As for <see cref="Limit"/>.</param>
    /// <returns>The same edition.</returns>
    public FakeEdition Between(
        string measurand, decimal low, decimal high, string unit, Circumstances? when = null, Evidence evidence = Evidence.Confirmed, int? rounding = null, string clause = "1", string? key = null) =>
        Add("limit", measurand, [("comparator", "\"between\""), ("value", $"[{Text(low)}, {Text(high)}]"), ("unit", Quoted(unit)), .. Rounding(rounding)], when, evidence, clause, key);

    /// <summary>Adds a duty: something that must, or must not, be done.</summary>
    /// <param name="measurand">The key of a measurand without a unit.</param>
    /// <param name="mustBeDone">Whether it must be done; <see langword="false"/> for what is forbidden.</param>
    /// <param name="when">As for <see cref="Limit"/>.</param>
    /// <param name="evidence">As for <see cref="Limit"/>.</param>
    /// <param name="clause">As for <see cref="Limit"/>.</param>
    /// <param name="key">As for <see cref="Limit"/>.</param>
    /// <returns>The same edition.</returns>
    public FakeEdition Duty(string measurand, bool mustBeDone = true, Circumstances? when = null, Evidence evidence = Evidence.Confirmed, string clause = "1", string? key = null) =>
        Add("measure", measurand, [("value", mustBeDone ? "true" : "false")], when, evidence, clause, key);

    /// <summary>Adds a value that a method uses.</summary>
    /// <param name="measurand">As for <see cref="Limit"/>.</param>
    /// <param name="value">The value in <paramref name="unit"/>.</param>
    /// <param name="unit">As for <see cref="Limit"/>.</param>
    /// <param name="when">As for <see cref="Limit"/>.</param>
    /// <param name="evidence">As for <see cref="Limit"/>.</param>
    /// <param name="clause">As for <see cref="Limit"/>.</param>
    /// <param name="key">As for <see cref="Limit"/>.</param>
    /// <returns>The same edition.</returns>
    public FakeEdition Factor(string measurand, decimal value, string unit, Circumstances? when = null, Evidence evidence = Evidence.Confirmed, string clause = "1", string? key = null) =>
        Add("factor", measurand, [("value", Text(value)), ("unit", Quoted(unit))], when, evidence, clause, key);

    /// <summary>The edition in the JSON form of the catalogue, for <see cref="StandardsCatalogue.WithOverlay"/> or a file.</summary>
    public string ToJson()
    {
        var json = new StringBuilder("{\n");
        Member("key", Quoted(Key));
        Member("standard", Quoted(StandardOf(Number)));
        Member("number", Quoted(Number));
        Member("kind", Binding == BindingForce.Mandatory ? "\"mandatory-national\"" : "\"recommended-national\"");
        Member("binding", Quoted(JsonWord.Of(Binding)));
        Member("titleEn", "\"Made up for a test\"");
        Member("titleZh", "\"测试用虚构标准\"");
        Member("jurisdiction", Quoted(Place.Code));
        Member("issued", "null");
        Member("effective", Day(Effective));
        Member("withdrawn", Day(Withdrawn));
        if (Supersedes.Count > 0) Member("supersedes", "[" + string.Join(", ", Supersedes.Select(Quoted)) + "]");
        if (IsPartial) Member("partial", "true");
        json.Append("  \"requirements\": [").Append(string.Join(",", _rows)).Append("\n  ],\n");
        // Two, so that a fact can be confirmed.
        json.Append("  \"sources\": [\n    { \"reference\": \"a test\", \"what\": \"made up\", \"says\": \"nothing real\" },\n    { \"reference\": \"the same test\", \"what\": \"made up\", \"says\": \"nothing real\" }\n  ]\n}\n");
        return json.ToString();

        void Member(string name, string value) => json.Append("  \"").Append(name).Append("\": ").Append(value).Append(",\n");
    }

    /// <summary>The number.</summary>
    public override string ToString() => Number;

    private FakeEdition Add(string kind, string measurand, (string Name, string Value)[] members, Circumstances? when, Evidence evidence, string clause, string? key)
    {
        var row = new StringBuilder("\n    {");
        Member("key", Quoted(key ?? "row-" + (_rows.Count + 1).ToString(CultureInfo.InvariantCulture)), isFirst: true);
        Member("kind", Quoted(kind));
        Member("clause", Quoted(clause));
        Member("titleEn", Quoted("Made up: " + measurand));
        Member("titleZh", Quoted("虚构：" + measurand));
        Member("measurand", Quoted(measurand));
        if (when is not null && when.Facets.Any()) Member("when", "{ " + string.Join(", ", when.Facets.Select(facet => Quoted(facet) + ": " + ValueOf(when, facet))) + " }");
        foreach (var (name, value) in members) Member(name, value);
        Member("evidence", Quoted(JsonWord.Of(evidence)));
        Member("sources", evidence == Evidence.Unconfirmed ? "[]" : evidence == Evidence.SingleSource ? "[0]" : "[0, 1]");
        _rows.Add(row.Append(" }").ToString());
        return this;

        void Member(string name, string value, bool isFirst = false) => row.Append(isFirst ? " \"" : ", \"").Append(name).Append("\": ").Append(value);
    }

    private static (string Name, string Value)[] Rounding(int? digits) => digits is { } known ? [("rounding", known.ToString(CultureInfo.InvariantCulture))] : [];

    private static string ValueOf(Circumstances when, string facet)
    {
        when.TryGetToken(facet, out var value);
        return Vocabulary.FindFacet(facet)?.Type is FacetType.Number or FacetType.Flag ? value : Quoted(value);
    }

    private static string Day(CalendarDate? date) => date is { } known ? Quoted(known.ToString()) : "null";

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string text) => JsonText.Quoted(text);

    // GB 12523-2025 is an edition of GB 12523.
    private static string StandardOf(string number) => number.LastIndexOf('-') is > 0 and var dash ? number.Substring(0, dash) : number;

    private static string Slug(string number)
    {
        var slug = new StringBuilder(number.Length);
        foreach (var c in number.ToLowerInvariant()) slug.Append(c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : '-');
        return slug.ToString().Trim('-');
    }
}
