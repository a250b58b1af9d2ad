using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>One folder of the dossier: what its rows must be in the catalogue, told from the dossier alone.</summary>
/// <param name="name">The domain, as the keys of the catalogue begin.</param>
/// <param name="folder">The folder of the dossier.</param>
internal abstract class DossierDomain(string name, string folder)
{
    /// <summary>The domains that are compared, one line each.</summary>
    public static readonly IReadOnlyList<DossierDomain> All =
    [
        new NoiseDomain(),
        new MaterialsDomain(),
        new ComponentsDomain(),
        new DustDomain(),
        new WasteDomain(),
    ];

    private static readonly Dictionary<string, Comparator> Comparators = new()
    {
        ["<"] = Comparator.LessThan, ["<="] = Comparator.LessThanOrEqual, [">"] = Comparator.GreaterThan, [">="] = Comparator.GreaterThanOrEqual,
    };

    public string Name { get; } = name;

    public string Folder { get; } = folder;

    /// <summary>What a row of the dossier must be in the catalogue: one row, or the parts of a split one.</summary>
    public abstract IEnumerable<ExpectedRow> Expect(DossierEdition edition, JsonObject row);

    /// <summary>What covers an edition besides its members: some files say more in a note of the file, which an edition of the catalogue does not have.</summary>
    public virtual string Scope(DossierEdition edition) => Text(edition.Json["scope"]);

    /// <summary>The note of a row.</summary>
    public virtual string Note(JsonObject row) => Text(row["note"]);

    public static Comparator ComparatorOf(string text) => Comparators.GetValueOrDefault(text);

    public static string Text(JsonNode? value) => value?.ToString() ?? "";

    /// <summary>A document that holds up to a day is withdrawn on the next.</summary>
    public static string DayAfter(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A condition that a facet has one of some words; their order means nothing.</summary>
    protected static string Words(string facet, IEnumerable<string> words) => facet + "=" + string.Join("|", words.Order(StringComparer.Ordinal));

    /// <summary>A value of the dossier that is one thing or a list of things.</summary>
    protected static string[] Texts(JsonNode value) =>
        value is JsonArray list ? list.Select(static item => item!.ToString()).ToArray() : [value.ToString()];

    /// <summary>"&gt;=12 &amp; &lt;18", "500..1000", "(27,100]", "&gt;25%" or a number, as the comparison writes bounds.</summary>
    protected static string Bounds(string facet, string text)
    {
        text = text.Replace("%", "", StringComparison.Ordinal);
        if (text.Contains(" & ", StringComparison.Ordinal)) return facet + text.Replace(" & ", ",", StringComparison.Ordinal);
        if (text.Split("..") is [var from, var to]) return $"{facet}>={from},<={to}";
        if (text is ['(', .. var inside, ']'] && inside.Split(',') is [var above, var max]) return $"{facet}>{above},<={max}";
        return text[0] is '<' or '>' ? facet + text : facet + "=" + text;
    }

    /// <summary>Sizes, or a list of words, as the comparison writes them.</summary>
    protected static string List(JsonNode list) =>
        string.Join("|", list.AsArray().Select(static item => item!.GetValueKind() == JsonValueKind.Number ? DossierValue.Number((decimal)item) : (string)item!));

    protected static string Number(JsonNode? value) => value is null ? "" : DossierValue.Number((decimal)value);

    protected static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a row of the catalogue must say for a row of the dossier, or for one part of it.</summary>
internal sealed record ExpectedRow(string Part)
{
    public RequirementKind Kind { get; init; }

    public Comparator Comparator { get; init; }

    /// <summary>A number, <c>low..high</c>, words or sizes with <c>|</c> between, <c>H=100 mm|...</c>, or the bounds of a score row, for example <c>&gt;=35,&lt;=80</c>.</summary>
    public string Value { get; init; } = "";

    public string Unit { get; init; } = "";

    public string Formula { get; init; } = "";

    /// <summary>The points of a score row: a number, or <c>low..high</c>.</summary>
    public string Points { get; init; } = "";

    /// <summary>What may be measured; null where the dossier's word says nothing about it.</summary>
    public IReadOnlyList<string>? Measurands { get; init; }

    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>The key in the catalogue, where a row of another folder tells the same fact and gave it its key.</summary>
    public string? Key { get; init; }

    /// <summary>Where the row stands in an edition of its own, for example because it was in force before the rest of its file: that edition.</summary>
    public SplitEdition? In { get; init; }
}

/// <summary>An edition that the catalogue has for some rows of a file only, and what these rows say about it; days are the first and the last in force.</summary>
internal sealed record SplitEdition(string Number, string Jurisdiction, string From, string To);
