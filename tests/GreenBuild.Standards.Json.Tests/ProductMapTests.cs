using System.Text;
using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards.Json.Tests;

/// <summary>Maps of a vendor's names: what is wrong is said with file, line and field.</summary>
public sealed class ProductMapTests
{
    [Fact]
    public void Map_IsRead()
    {
        var map = Read("""
            {
              "mappings": [
                { "name": "02 Beton gewapend - prefab", "class": "concrete", "facets": { "voidRatio": 30 } },
                { "name": "MDF *", "class": "人造板", "facets": { "panelType": "mdf" } },
                { "name": "Lak, watergedragen", "class": "Wood-Coating", "facets": { "medium": "water-borne", "pigmented": true } }
              ]
            }
            """);

        var mapping = map.Find("02 beton gewapend - PREFAB").Mapping!;
        Assert.Equal(("concrete", "voidRatio=30", "names.json:3#/mappings/0"), (mapping.Class.Key, mapping.Circumstances.ToString(), mapping.Origin!.ToString()));
        Assert.Equal("panelType=mdf", map.Find("MDF 18 mm").Mapping!.Circumstances.ToString());
        Assert.Equal("wood-coating", map.Find("Lak, watergedragen").Mapping!.Class.Key);
        Assert.Equal(["productClass"], map.Find("Hout").Finding!.Missing);
    }

    [Theory]
    [InlineData("""{ "mappings": [ { "name": "a", "class": "wal-panel" } ] }""", "names.json:1: mappings[0].class: 'wal-panel' is no product class. Is 'wall-panel' meant?")]
    [InlineData("""{ "mappings": [ { "name": "a" } ] }""", "names.json:1: mappings[0].class: The field is missing.")]
    [InlineData("""{ "mappings": [ { "name": " ", "class": "door" } ] }""", "names.json:1: mappings[0].name: The text is blank.")]
    [InlineData("""{ "mappings": [ { "name": "a", "class": "door", "facet": {} } ] }""", "names.json:1: mappings[0].facet: The field is not known. Is 'facets' meant?")]
    [InlineData("""{ "mappings": [ { "name": "a", "class": "door", "facets": { "glos60": 5 } } ] }""", "names.json:1: mappings[0].facets.glos60: 'glos60' is not a facet of materials. Is 'gloss60' meant?")]
    [InlineData("""{ "mappings": [ { "name": "a", "class": "door", "facets": { "product": "trim" } } ] }""", "names.json:1: mappings[0].facets.product: The class answers this.")]
    [InlineData("""{ "mappings": 1 }""", "names.json:1: mappings: An array is expected.")]
    [InlineData("{ }", "names.json:1: mappings: The field is missing.")]
    [InlineData("[]", "names.json:1: An object is expected.")]
    [InlineData("", "names.json:1: The file is empty.")]
    public void Mistakes_AreNamedWithTheirPlace(string json, string expected)
    {
        Assert.False(ProductMapReader.TryRead(Encoding.UTF8.GetBytes(json), "names.json", out _, out var errors));

        Assert.Equal(expected, Assert.Single(errors).ToString());
    }

    [Fact]
    public void AllMistakes_AreNamed()
    {
        var json = """
            {
              "mappings": [
                { "name": "A  b", "class": "door" },
                { "name": "a B", "class": "trim" },
                { "name": "c", "class": "paint", "facets": { "medium": "waterborne" } }
              ]
            }
            """;

        Assert.False(ProductMapReader.TryRead(Encoding.UTF8.GetBytes(json), "names.json", out _, out var errors));

        Assert.Equal([4, 5, 5], errors.Select(static error => error.Line));
        Assert.Contains(errors, static error => error.Message.English == "The name stands in line 3 already.");
        Assert.Contains(errors, static error => error.Field == "mappings[2].facets.medium" && error.Message.English.Contains("Is 'water-borne' meant?", StringComparison.Ordinal));
    }

    private static ProductMap Read(string json) =>
        ProductMapReader.TryRead(Encoding.UTF8.GetBytes(json), "names.json", out var map, out var errors) ? map! : throw new InvalidDataException(string.Join("\n", errors));
}
