using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>
/// The JSON Schemas complete and check the catalogue in an editor. They repeat the vocabulary, so they are held against it
/// word by word; and every file must pass, read by somebody else's validator.
/// </summary>
public sealed class SchemaTests
{
    private static readonly JsonObject Edition = CatalogueFiles.Json("schema/edition.schema.json");
    private static readonly JsonObject Requirement = Edition["$defs"]!["requirement"]!["properties"]!.AsObject();
    private static readonly JsonObject Conditions = Edition["$defs"]!["conditions"]!["properties"]!.AsObject();

    public static TheoryData<string> FacetNames => [.. CatalogueFiles.Facets.Select(static facet => (string)facet["name"]!)];

    /// <summary>
    /// After a change of the vocabulary the schemas are written anew by this test itself:
    /// <c>GREENBUILD_UPDATE_SCHEMAS=1 dotnet test --project tests/GreenBuild.Standards.Catalogue.Tests</c>.
    /// </summary>
    [Theory]
    [InlineData("schema/edition.schema.json")]
    [InlineData("schema/register.schema.json")]
    [InlineData("schema/vocabulary.schema.json")]
    public void Schema_HasTheWordsOfTheVocabulary(string file)
    {
        var expected = SchemaWriter.Write(file);
        if (Environment.GetEnvironmentVariable("GREENBUILD_UPDATE_SCHEMAS") == "1") CatalogueFiles.Write(file, expected);
        Assert.Equal(expected, CatalogueFiles.Text(file));
    }

    [Fact]
    public void Edition_UnitsAreThoseOfTheVocabulary() =>
        SameWords(CatalogueFiles.Units.Select(static unit => (string)unit["unit"]!), Edition["$defs"]!["unit"]!["enum"]);

    [Fact]
    public void Edition_MeasurandsAreThoseOfTheVocabulary() =>
        SameWords(CatalogueFiles.Measurands.Select(static measurand => (string)measurand["key"]!), Requirement["measurand"]!["enum"]);

    /// <summary>A value can only be added to the limit of a quantity that some row limits: exactly the measurands that rows name.</summary>
    [Fact]
    public void Edition_RelativeToIsWhatRowsRelateTo() =>
        SameWords(CatalogueFiles.Rows.Where(static row => row.ContainsKey("relativeTo")).Select(static row => (string)row["relativeTo"]!).Distinct(), Requirement["relativeTo"]!["enum"]);

    [Fact]
    public void Edition_FacetsAreThoseOfTheVocabulary() => SameWords(FacetNames.Select(static row => row.Data), new JsonArray([.. Conditions.Select(static facet => (JsonNode)facet.Key)]));

    [Fact]
    public void EditionAndRegister_PlacesAreThoseOfTheVocabulary()
    {
        var places = CatalogueFiles.Places.Select(static place => (string)place["code"]!).ToList();

        SameWords(places, Edition["properties"]!["jurisdiction"]!["enum"]);
        SameWords(places, CatalogueFiles.Json("schema/register.schema.json")["properties"]!["editions"]!["items"]!["properties"]!["jurisdiction"]!["enum"]);
    }

    /// <summary>A facet takes one of its words or a list of at least two of them; a flag, a number or a range; hours or dates.</summary>
    [Theory]
    [MemberData(nameof(FacetNames))]
    public void Edition_FacetTakesExactlyItsValues(string name)
    {
        var facet = CatalogueFiles.Facets.Single(facet => (string)facet["name"]! == name);
        var schema = Conditions[name]!;

        switch ((string)facet["type"]!)
        {
            case "token":
                var words = facet["values"]!.AsArray().Select(static value => (string)value!["value"]!).ToList();
                SameWords(words, schema["oneOf"]![0]!["enum"]);
                SameWords(words, schema["oneOf"]![1]!["items"]!["enum"]);
                break;
            case "flag":
                Assert.Equal("boolean", (string?)schema["type"]);
                break;
            case "number":
                Assert.Equal("number", (string?)schema["oneOf"]![0]!["type"]);
                Assert.Equal("#/$defs/range", (string?)schema["oneOf"]![1]!["$ref"]);
                if (facet["unit"] is { } unit) Assert.Contains((string)unit!, (string)schema["description"]!, StringComparison.Ordinal);
                break;
            case var other:
                Assert.Contains(other, (string[])["hours", "dates"]);
                Assert.Equal("string", (string?)schema["oneOf"]![0]!["type"]);
                Assert.NotNull(schema["oneOf"]![0]!["pattern"]);
                break;
        }

        // What an editor shows while somebody writes is what the vocabulary says, in both languages.
        Assert.StartsWith((string)facet["en"]!, (string)schema["description"]!, StringComparison.Ordinal);
        Assert.Contains(" / " + (string)facet["zh"]!, (string)schema["description"]!, StringComparison.Ordinal);
    }

    /// <summary>The schema invents no word that the library does not know. Words of the library that the noise catalogue does not need may be missing.</summary>
    [Fact]
    public void Edition_ClosedSetsAreWordsOfTheLibrary()
    {
        AllKnown<StandardKind>(Edition["properties"]!["kind"]!);
        AllKnown<BindingForce>(Edition["properties"]!["binding"]!);
        AllKnown<RequirementKind>(Requirement["kind"]!);
        AllKnown<Evidence>(Requirement["evidence"]!);
        AllKnown<StandardKind>(CatalogueFiles.Json("schema/register.schema.json")["properties"]!["editions"]!["items"]!["properties"]!["kind"]!);
        AllKnown<FacetType>(CatalogueFiles.Json("schema/vocabulary.schema.json")["properties"]!["facets"]!["items"]!["properties"]!["type"]!);

        static void AllKnown<T>(JsonNode schema)
            where T : struct, Enum
        {
            var known = Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName).ToList();
            Assert.All(schema["enum"]!.AsArray(), word => Assert.Contains((string)word!, known));
        }
    }

    [Fact]
    public void Vocabulary_QuantitiesAreThoseOfTheUnits() =>
        SameWords(
            CatalogueFiles.Units.Select(static unit => (string)unit["quantity"]!).Distinct(),
            CatalogueFiles.Json("schema/vocabulary.schema.json")["properties"]!["units"]!["items"]!["properties"]!["quantity"]!["enum"]);

    /// <summary>All files of the catalogue, each with the schema that it names itself.</summary>
    [Fact]
    public void EveryFile_FitsItsSchema()
    {
        var schemas = new Dictionary<string, JsonSchema>();
        var files = CatalogueFiles.Editions.Concat(CatalogueFiles.Vocabularies).Append("register.json").ToList();
        var mistakes = new List<string>();
        foreach (var file in files)
        {
            var name = SchemaOf(file);
            if (!schemas.TryGetValue(name, out var schema)) schemas.Add(name, schema = JsonSchema.FromText(CatalogueFiles.Text(name)));
            mistakes.AddRange(Mistakes(schema, CatalogueFiles.Text(file)).Select(mistake => file + mistake));
        }

        Assert.True(mistakes.Count == 0, string.Join("\n", mistakes.Take(40)));
        Assert.Equal(3, schemas.Count);
        Assert.True(files.Count > 40, "The files of the catalogue were not found.");
    }

    /// <summary>A schema that lets everything pass would pass the test above: each of these mistakes must be seen.</summary>
    [Theory]
    [InlineData("\"unit\": \"dB(A)\"", "\"unit\": \"dBA\"")]
    [InlineData("\"measurand\": \"noise.site-boundary\"", "\"measurand\": \"noise.boundary\"")]
    [InlineData("\"period\": \"night\"", "\"period\": \"nigth\"")]
    [InlineData("\"period\": \"night\"", "\"perood\": \"night\"")]
    [InlineData("\"hours\": \"22:00-06:00\"", "\"hours\": \"22-06\"")]
    [InlineData("\"jurisdiction\": \"CN\"", "\"jurisdiction\": \"CN-XX\"")]
    [InlineData("\"effective\": \"2026-01-01\"", "\"effective\": \"2026-1-1\"")]
    [InlineData("\"evidence\": \"confirmed\"", "\"evidence\": \"sure\"")]
    [InlineData("\"comparator\": \"<=\"", "\"comparator\": \"=<\"")]
    [InlineData("\"value\": 55", "\"value\": true")]
    [InlineData("\"clause\": \"Table 1\",", "")]
    [InlineData("\"url\": \"https://", "\"url\": \"www.")]
    public void Edition_MistakesAreSeen(string right, string wrong)
    {
        var schema = JsonSchema.FromText(CatalogueFiles.Text("schema/edition.schema.json"));
        var text = CatalogueFiles.Text("cn/noise/gb-12523-2025.json");
        Assert.Contains(right, text, StringComparison.Ordinal);

        Assert.Empty(Mistakes(schema, text));
        Assert.NotEmpty(Mistakes(schema, text.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static string SchemaOf(string file)
    {
        var reference = (string)CatalogueFiles.Json(file)["$schema"]!;
        return Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(file)!, reference)).Replace('\\', '/');
    }

    private static List<string> Mistakes(JsonSchema schema, string text)
    {
        using var document = JsonDocument.Parse(text);
        var result = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid ? [] : (result.Details ?? [])
            .Where(static detail => !detail.IsValid && detail.Errors is { Count: > 0 })
            .Select(static detail => $" {detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}")
            .DefaultIfEmpty(" does not fit")
            .ToList();
    }

    private static void SameWords(IEnumerable<string> expected, JsonNode? schema) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), schema!.AsArray().Select(static word => (string)word!).Order(StringComparer.Ordinal));
}
