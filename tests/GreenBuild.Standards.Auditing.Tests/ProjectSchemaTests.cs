using System.Text.Json.Nodes;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Projects;
using Json.Schema;

namespace GreenBuild.Standards.Auditing.Tests;

/// <summary>The published schema says what the reader does.</summary>
public class ProjectSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(ProjectSchema.Read())!;

    /// <summary>Written from the reader's own definitions; GREENBUILD_UPDATE_SCHEMAS=1 writes it anew.</summary>
    [Fact]
    public void Schema_IsWrittenFromTheReader()
    {
        var written = ProjectSchemaText.Write();
        if (Environment.GetEnvironmentVariable("GREENBUILD_UPDATE_SCHEMAS") == "1") File.WriteAllText(RepositoryFiles.PathOf("src/GreenBuild.Standards.Json/schema/project.schema.json"), written);

        Assert.Equal(written, ProjectSchema.Read());
    }

    [Fact]
    public void Places_AreOffered() =>
        Assert.Equal(Jurisdiction.All.Select(static place => place.Code).Order(), Schema["properties"]!["place"]!["examples"]!.AsArray().Select(static code => code!.GetValue<string>()).Order());

    [Fact]
    public void Descriptions_AreInBothLanguages()
    {
        var descriptions = Descriptions(Schema).ToList();

        Assert.NotEmpty(descriptions);
        // Some words are names that are the same in both.
        string[] names = ["PM10", "PM2.5", "LEED v4", "LEED v4.1", "LEED 2009", "CalRecycle"];
        Assert.All(descriptions.Except(names), static text => Assert.True(text.Contains(" / ", StringComparison.Ordinal) && text.Any(static c => c is >= '\u4e00' and <= '\u9fff'), text));
    }

    [Theory]
    [InlineData("""{ "name": "a", "place": "CN", "noise": { "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1, "backgroundLevel": { "day": 50 } } ] } }""", true)]
    [InlineData("""{ "name": "a", "place": "CN" }""", false)]
    [InlineData("""{ "name": "a", "place": "CN", "noise": { "points": [] } }""", false)]
    [InlineData("""{ "name": "a", "place": "CN", "noise": { "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 0 } ] } }""", false)]
    [InlineData("""{ "name": "a", "place": "CN", "site": { "projectType": "house" }, "noise": { "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1 } ] } }""", false)]
    [InlineData("""{ "name": "a", "place": "CN", "site": { "stages": ["piling"] }, "noise": { "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1 } ] } }""", true)]
    [InlineData("""{ "name": "a", "place": "CN", "site": { "projectType": "房屋建筑工程" }, "noise": { "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1 } ] } }""", true)]
    [InlineData("""{ "$comment": ["x", "y"], "name": "a", "place": "CN", "site": { "$comment": "x" }, "noise": { "points": [ { "$comment": "x", "name": "A", "readings": "a.csv", "readingMinutes": 1 } ] } }""", true)]
    [InlineData("""{ "$comment": 7, "name": "a", "place": "CN", "noise": { "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1 } ] } }""", false)]
    [InlineData("""{ "name": "a", "place": "CN", "more": 1, "noise": { "points": [ { "name": "A", "readings": "a.csv", "readingMinutes": 1 } ] } }""", false)]
    public void Schema_AndReaderAgree(string text, bool isGood)
    {
        var schema = JsonSchema.FromText(ProjectSchema.Read());

        Assert.Equal(isGood, schema.Evaluate(System.Text.Json.JsonDocument.Parse(text).RootElement).IsValid);
        Assert.Equal(isGood, ProjectFile.TryReadText(text, "p", out _, out _));
    }

    private static IEnumerable<string> Descriptions(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(static member =>
            member.Key == "description" && member.Value is JsonValue text ? [text.GetValue<string>()] : Descriptions(member.Value)),
        JsonArray many => many.SelectMany(Descriptions),
        _ => [],
    };
}
