using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The vocabulary is bilingual, and no larger than what the rows use. Places are closed by geography, not by use.</summary>
public sealed partial class VocabularyTests
{
    /// <summary>Every entry has both texts; the Chinese one is Chinese, unless it is a name that reads the same in both (4a, PM10, LEED v4).</summary>
    [Fact]
    public void EveryEntry_IsBilingual()
    {
        var entries = CatalogueFiles.Vocabularies.SelectMany(static file => Entries(CatalogueFiles.Json(file)).Select(entry => (File: file, Entry: entry))).ToList();

        Assert.All(entries, static pair =>
        {
            var (english, chinese) = ((string?)pair.Entry["en"], (string?)pair.Entry["zh"]);
            Assert.False(string.IsNullOrWhiteSpace(english), $"{pair.File}: no English text in {pair.Entry.ToJsonString()}");
            Assert.False(string.IsNullOrWhiteSpace(chinese), $"{pair.File}: no Chinese text in {pair.Entry.ToJsonString()}");
            Assert.True(Chinese().IsMatch(chinese) || chinese == english, $"{pair.File}: '{chinese}' is not Chinese.");
            Assert.False(Chinese().IsMatch(english), $"{pair.File}: '{english}' is not English.");
        });
        Assert.True(entries.Count > 200, "The entries of the vocabulary were not found.");
    }

    /// <summary>Editions name themselves and their rows in both languages too; a row may be named by a symbol that reads the same in both (TVOC A+).</summary>
    [Fact]
    public void EveryRow_IsBilingual()
    {
        var editions = StandardsCatalogue.Default.Editions.Where(static edition => edition.HasRequirements).ToList();

        Assert.All(editions, static edition => Assert.Matches(Chinese(), edition.Title.Chinese));
        Assert.All(editions, static edition => Assert.NotEqual("", edition.Title.English));
        Assert.All(editions.SelectMany(static edition => edition.Requirements), static row => Assert.NotEqual("", row.Title.English));
        Assert.All(editions.SelectMany(static edition => edition.Requirements), static row =>
            Assert.True(Chinese().IsMatch(row.Title.Chinese) || (row.Title.Chinese.Length > 0 && !Word().IsMatch(row.Title.Chinese)), $"{row.Key}: '{row.Title.Chinese}' is not Chinese."));
    }

    [Fact]
    public void EveryMeasurand_IsUsedInEachOfItsUnits()
    {
        var used = CatalogueFiles.Rows
            .SelectMany(static row => (row["dimensions"]?.AsArray().AsEnumerable() ?? Enumerable.Repeat<JsonNode?>(row, 1)).Select(value => $"{row["measurand"]} in '{value!["unit"]}'"))
            .ToHashSet();

        var unused = CatalogueFiles.Measurands
            .SelectMany(static measurand => (measurand["units"]?.AsArray().Select(static unit => unit!.ToString()) ?? [""]).Select(unit => $"{measurand["key"]} in '{unit}'"))
            .Where(use => !used.Contains(use));

        Assert.Empty(unused);
    }

    [Fact]
    public void EveryFacetAndWord_IsUsed()
    {
        var used = CatalogueFiles.Rows
            .SelectMany(static row => new[] { row["when"], row["unless"] })
            .SelectMany(static conditions => conditions?.AsObject().ToList() ?? [])
            .SelectMany(static condition => Values(condition.Value!).Select(value => condition.Key + "=" + value).Append(condition.Key))
            .ToHashSet();

        var unused = CatalogueFiles.Facets
            .SelectMany(static facet => (facet["values"]?.AsArray() ?? []).Select(value => facet["name"] + "=" + value!["value"]).Append(facet["name"]!.ToString()))
            .Where(word => !used.Contains(word));

        Assert.Empty(unused);
    }

    [Fact]
    public void EveryUnit_IsUsed()
    {
        var used = CatalogueFiles.Rows.Concat(CatalogueFiles.Facets).Select(static item => item["unit"]?.ToString())
            .Concat(CatalogueFiles.Rows.SelectMany(static row => row["dimensions"]?.AsArray() ?? []).Select(static dimension => dimension!["unit"]?.ToString())).ToHashSet();

        var unused = CatalogueFiles.Units.Select(static unit => unit["unit"]!.ToString()).Where(unit => !used.Contains(unit)).ToList();

        Assert.Empty(unused);
    }

    /// <summary>What the library shows is what the files say.</summary>
    [Fact]
    public void Library_ShowsTheSameVocabulary()
    {
        Assert.Equal(
            CatalogueFiles.Facets.Select(static facet => $"{facet["name"]}|{facet["unit"]}|{facet["en"]}|{facet["zh"]}|{string.Join(",", (facet["values"]?.AsArray() ?? []).Select(static value => $"{value!["value"]}={value["en"]}={value["zh"]}"))}").Order(StringComparer.Ordinal),
            Vocabulary.Facets.Select(static facet => $"{facet.Name}|{facet.Unit}|{facet.Title.English}|{facet.Title.Chinese}|{string.Join(",", facet.Values.Select(static value => $"{value.Value}={value.Title.English}={value.Title.Chinese}"))}").Order(StringComparer.Ordinal));
        Assert.Equal(
            CatalogueFiles.Measurands.Select(static measurand => $"{measurand["key"]}|{measurand["en"]}|{measurand["zh"]}|{string.Join(",", measurand["units"]?.AsArray() ?? [])}|{measurand["basis"]}").Order(StringComparer.Ordinal),
            Vocabulary.Measurands.Select(static measurand => $"{measurand.Key}|{measurand.Title.English}|{measurand.Title.Chinese}|{string.Join(",", measurand.Units)}|{measurand.Basis}").Order(StringComparer.Ordinal));
    }

    /// <summary>An address is something that a browser opens; a path with blanks in it is a reference in words.</summary>
    [Fact]
    public void EverySource_HasAnAddressOrNone() =>
        Assert.All(StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Sources), static source =>
        {
            if (source.Address is { } address)
                Assert.True(Uri.TryCreate(address, UriKind.Absolute, out _) && !address.Any(char.IsWhiteSpace), $"'{address}' is not an address.");
            Assert.NotEqual("", source.Reference);
        });

    private static IEnumerable<JsonObject> Entries(JsonObject file) =>
        new[] { "units", "places", "measurands", "facets" }
            .SelectMany(list => file[list]?.AsArray() ?? [])
            .Select(static entry => entry!.AsObject())
            .SelectMany(static entry => (entry["values"]?.AsArray() ?? []).Select(static value => value!.AsObject()).Prepend(entry));

    private static IEnumerable<string> Values(JsonNode value) =>
        value is JsonArray list ? list.Select(static item => item!.ToString()) : [value.GetValueKind() == JsonValueKind.Object ? "" : value.ToString()];

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex("[a-z]{3,}")]
    private static partial Regex Word();
}
