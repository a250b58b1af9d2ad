using System.Text.Json.Nodes;
using Json.Schema;

namespace GreenBuild.Standards.Json.Tests;

/// <summary>The published schema says what the reader does.</summary>
public class ProjectSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(ProjectFile.ReadSchema())!;

    public static TheoryData<string, string[]> Objects => new()
    {
        { "", ProjectFileReader.ProjectFields },
        { "noise", ProjectFileReader.NoiseFields },
        { "noise/points", ProjectFileReader.PointFields },
        { "noise/points/backgroundLevel", ProjectFileReader.BackgroundFields },
        { "noise/nightWork", ProjectFileReader.NightWorkFields },
        { "noise/nightWork/permits", ProjectFileReader.PermitFields },
        { "noise/nightWork/work", ProjectFileReader.WorkFields },
        { "noise/site", [.. ProjectFileReader.SiteFacets.Select(static facet => facet.Name), "stages"] },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Properties_AreThoseOfTheReader(string path, string[] fields)
    {
        var properties = Find(path)["properties"]!.AsObject();

        Assert.Equal(fields.Order(), properties.Select(static property => property.Key).Order());
        Assert.False(Find(path)["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public void Facets_HaveTheWordsOfTheVocabulary()
    {
        var site = Find("noise/site")["properties"]!;
        foreach (var facet in ProjectFileReader.SiteFacets)
        {
            var published = site[facet.Name]!;
            Assert.Equal($"{facet.Title.English} / {facet.Title.Chinese}", published["description"]!.GetValue<string>().Split(" [")[0]);
            if (facet.Type == FacetType.Token)
                Assert.Equal(facet.Values.Select(static word => word.Value), published["oneOf"]!.AsArray().Select(static word => word!["const"]!.GetValue<string>()));
            else
                Assert.Equal(facet.Type == FacetType.Flag ? "boolean" : "number", published["type"]!.GetValue<string>());
        }
    }

    [Fact]
    public void Places_AreOffered() =>
        Assert.Equal(Jurisdiction.All.Select(static place => place.Code).Order(), Find("")["properties"]!["place"]!["examples"]!.AsArray().Select(static code => code!.GetValue<string>()).Order());

    [Fact]
    public void Descriptions_AreInBothLanguages()
    {
        var descriptions = Descriptions(Schema).ToList();

        Assert.NotEmpty(descriptions);
        Assert.All(descriptions, static text => Assert.True(text.Contains(" / ", StringComparison.Ordinal) && text.Any(static c => c is >= '\u4e00' and <= '\u9fff'), text));
    }

    [Theory]
    [InlineData("""{ "name": "a", "place": "CN", "noise": { "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1, "backgroundLevel": { "day": 50 } } ] } }""", true)]
    [InlineData("""{ "name": "a", "place": "CN", "noise": { "points": [] } }""", false)]
    [InlineData("""{ "name": "a", "place": "CN", "noise": { "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 0 } ] } }""", false)]
    [InlineData("""{ "name": "a", "place": "CN", "noise": { "site": { "projectType": "house" }, "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1 } ] } }""", false)]
    [InlineData("""{ "name": "a", "place": "CN", "more": 1, "noise": { "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1 } ] } }""", false)]
    public void Schema_AndReaderAgree(string text, bool isGood)
    {
        var schema = JsonSchema.FromText(ProjectFile.ReadSchema());

        Assert.Equal(isGood, schema.Evaluate(System.Text.Json.JsonDocument.Parse(text).RootElement).IsValid);
        Assert.Equal(isGood, ProjectFile.TryRead(System.Text.Encoding.UTF8.GetBytes(text), "p", out _, out _));
    }

    private static JsonNode Find(string path)
    {
        var node = Schema;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node["properties"]![part]!;
            if (node["items"] is { } items) node = items;
            if (node["oneOf"]?.AsArray().FirstOrDefault(static choice => choice!["properties"] is not null) is { } choice) node = choice;
        }

        return node;
    }

    private static IEnumerable<string> Descriptions(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(static member =>
            member.Key == "description" && member.Value is JsonValue text ? [text.GetValue<string>()] : Descriptions(member.Value)),
        JsonArray many => many.SelectMany(Descriptions),
        _ => [],
    };
}
