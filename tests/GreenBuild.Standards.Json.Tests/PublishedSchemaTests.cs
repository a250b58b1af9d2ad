using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace GreenBuild.Standards.Json.Tests;

/// <summary>The published schemas say what the library writes.</summary>
public class PublishedSchemaTests
{
    private static readonly JsonSchema Findings = JsonSchema.FromText(FindingsSchema.Read());

    /// <summary>Written from the library's own words; GREENBUILD_UPDATE_SCHEMAS=1 writes them anew.</summary>
    [Fact]
    public void Schemas_AreWrittenFromTheLibrary()
    {
        var (values, findings) = (SchemaText.WriteValues(), SchemaText.WriteFindings());
        if (Environment.GetEnvironmentVariable("GREENBUILD_UPDATE_SCHEMAS") == "1")
        {
            File.WriteAllText(RepositoryFiles.PathOf("src/GreenBuild.Standards.Json/schema/values.schema.json"), values);
            File.WriteAllText(RepositoryFiles.PathOf("src/GreenBuild.Standards.Json/schema/findings.schema.json"), findings);
        }

        Assert.Equal(values, ValuesSchema.Read());
        Assert.Equal(findings, FindingsSchema.Read());
    }

    [Fact]
    public void EveryForm_HasADefinition() =>
        Assert.Equal(
            ValueForms.Types.Select(static type => type.Name).Order(StringComparer.Ordinal),
            JsonNode.Parse(ValuesSchema.Read())!["$defs"]!.AsObject().Select(static definition => definition.Key));

    /// <summary>Every form that is written out by hand is one by its definition, and what is refused is none.</summary>
    [Theory]
    [MemberData(nameof(ValueFormTests.Forms), MemberType = typeof(ValueFormTests))]
    public void Form_IsValid(object value, string json) => Assert.True(IsValid(value.GetType().Name, json), json);

    [Theory]
    [InlineData("SoundLevel", "70")]
    [InlineData("SoundLevel", "\"70 mm\"")]
    [InlineData("Length", "\"90\"")]
    [InlineData("CalendarDate", "\"2026-13-01\"")]
    [InlineData("Jurisdiction", "\"CN-XX\"")]
    [InlineData("Verdict", "\"Compliant\"")]
    [InlineData("Circumstances", """{"facets":{"perod":"night"}}""")]
    [InlineData("MonitorReading", """{"localTime":"2026-03-02T22:00:00"}""")]
    [InlineData("NoiseReading", """{"localTime":"2026-03-02T22:00:00","level":54.5,"aboveRange":true}""")]
    [InlineData("NoiseReading", """{"localTime":"2026-03-02T22:00:00","level":54.5,"maximum":60,"maximumAboveRange":true}""")]
    public void Wrong_IsNotValid(string type, string json) => Assert.False(IsValid(type, json));

    [Theory]
    [InlineData("""{"localTime":"2026-03-02T22:00:00","level":54.5,"aboveRange":false,"maximum":60,"maximumAboveRange":false}""")]
    [InlineData("""{"localTime":"2026-03-02T22:00:00","level":54.5,"maximumAboveRange":true}""")]
    [InlineData("""{"localTime":"2026-03-02T22:00:00","level":null,"aboveRange":true,"maximum":60}""")]
    public void Reading_IsValidAndRead(string json)
    {
        Assert.True(IsValid("NoiseReading", json));
        Assert.NotNull(JsonSerializer.Deserialize(json, GreenBuildJson.Options.GetTypeInfo(typeof(Noise.NoiseReading))));
    }

    [Fact]
    public void EveryQuantityOfTheCatalogue_IsValid()
    {
        foreach (var place in Jurisdiction.All) Assert.True(IsValid("Jurisdiction", JsonSerializer.Serialize(place.Code)), place.Code);
        foreach (var requirement in StandardsCatalogue.Default.Editions.Take(40).SelectMany(static edition => edition.Requirements)) Assert.True(IsValid("Requirement", $"\"{requirement.Key}\""), requirement.Key);
    }

    /// <summary>Findings of all kinds: compliant, broken, provisional, with missing inputs.</summary>
    [Fact]
    public void Document_IsValid()
    {
        var limits = StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements).Where(static row => row.Kind == RequirementKind.Limit).Where(static (_, index) => index % 25 == 0).ToList();
        Assert.True(limits.Count > 20);
        var document = FindingsDocument.Of(limits.SelectMany(static limit => new[] { LimitCheck.Judge(limit, 0.5m), LimitCheck.Judge(limit, 500m) }));

        var result = Findings.Evaluate(JsonDocument.Parse(document.ToJson()).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });

        Assert.True(result.IsValid, string.Join("\n", result.Details?.Where(static detail => detail.Errors is { Count: > 0 }).Select(static detail => detail.InstanceLocation + " " + string.Join(", ", detail.Errors!.Values)).Take(5) ?? []));
    }

    [Theory]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "later": true } ], "later": 1 }""", true)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 2, "findings": [] }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1 }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { } ] }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "good" } ] }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": null }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ null ] }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "rules": [ null ] } ] }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "rules": null } ] }""", true)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "missing": [ null ] } ] }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "missing": null } ] }""", true)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "notRecorded": [ null ] } ] }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "notRecorded": null } ] }""", true)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "explanation": [ null ] } ] }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "explanation": null } ] }""", true)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "rules": [ 7 ] } ] }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "rules": "a" } ] }""", false)]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "verdict": "compliant", "rules": [ "a" ], "reason": null } ] }""", false)]
    public void Schema_AndReaderAgree(string json, bool isGood)
    {
        Assert.Equal(isGood, Findings.Evaluate(JsonDocument.Parse(json).RootElement).IsValid);
        Assert.Equal(isGood, FindingsDocument.TryRead(System.Text.Encoding.UTF8.GetBytes(json), "f", out _, out _));
    }

    [Fact]
    public void Descriptions_AreInBothLanguages()
    {
        foreach (var schema in new[] { FindingsSchema.Read(), ValuesSchema.Read() })
        {
            var texts = Descriptions(JsonNode.Parse(schema)).ToList();
            Assert.NotEmpty(texts);
            Assert.All(texts, static text => Assert.True(text.Contains(" / ", StringComparison.Ordinal) && text.Any(static c => c is >= '一' and <= '鿿'), text));
        }
    }

    private static bool IsValid(string type, string json)
    {
        var definitions = JsonNode.Parse(ValuesSchema.Read())!["$defs"]!.DeepClone();
        // Alone: the schema of findings is another file.
        definitions.AsObject().Remove("Finding");
        var schema = JsonSchema.FromText(new JsonObject { ["$ref"] = "#/$defs/" + type, ["$defs"] = definitions }.ToJsonString());
        return schema.Evaluate(JsonDocument.Parse(json).RootElement).IsValid;
    }

    private static IEnumerable<string> Descriptions(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(static member => member.Key == "description" && member.Value is JsonValue text ? [text.GetValue<string>()] : Descriptions(member.Value)),
        JsonArray many => many.SelectMany(Descriptions),
        _ => [],
    };
}
