using System.Text.Json;
using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Json.Tests;

/// <summary>What is written of a requirement is what its file in catalogue/ says, member by member.</summary>
public class CatalogueRoundTripTests
{
    [Fact]
    public void Write_SaysWhatTheFileSays()
    {
        var rows = 0;
        foreach (var file in Files())
        {
            var edition = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            foreach (var row in edition["requirements"]!.AsArray())
            {
                var key = $"{edition["key"]}.{row!["key"]}";
                var written = Write(StandardsCatalogue.Default.Find(key)!);
                foreach (var member in new[] { "kind", "clause", "comparator", "value", "formula", "points", "values", "dimensions", "relativeTo", "unit", "basis", "rounding", "evidence", "note", "measurand" })
                    Same(key, member, row[member], written[member]);
                Same(key, "when", row["when"] ?? new JsonObject(), written["applicability"]!["when"]);
                Same(key, "unless", row["unless"] ?? new JsonObject(), written["applicability"]!["unless"]);
                Same(key, "title", row["titleEn"], written["title"]);
                Same(key, "effective", edition["effective"], written["effective"]);
                Same(key, "withdrawn", edition["withdrawn"], written["withdrawn"]);
                rows++;
            }
        }

        // The dossier has 1,960 rows; some were split, none may be lost.
        Assert.True(rows > 1900, $"Only {rows} rows were found.");
    }

    private static void Same(string key, string member, JsonNode? file, JsonNode? written)
    {
        var (expected, actual) = (Canonical(file), Canonical(written));
        Assert.True(expected == actual, $"{key}: {member} is {expected} in the file and {actual} as it is written.");
    }

    // Numbers by value, members by name, a list of one as its item: the forms that mean the same.
    private static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray { Count: 1 } list => Canonical(list[0]),
        JsonArray list => "[" + string.Join(",", list.Select(Canonical)) + "]",
        JsonObject { Count: 2 } range when range["min"] is { } min && range["max"] is { } max && Canonical(min) == Canonical(max) => Canonical(min),
        JsonObject o => "{" + string.Join(",", o.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => member.Key + ":" + Canonical(member.Value))) + "}",
        _ when node.GetValueKind() == JsonValueKind.Number => (node.GetValue<JsonElement>().GetDecimal() + 0.0000000000m).ToString("0.############", System.Globalization.CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };

    private static JsonNode Write(Requirement requirement)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer)) RequirementJson.Write(writer, requirement);
        return JsonNode.Parse(buffer.ToArray())!;
    }

    private static IEnumerable<string> Files()
    {
        var catalogue = RepositoryFiles.PathOf("catalogue");
        return Directory.EnumerateFiles(catalogue, "*.json", SearchOption.AllDirectories).Where(file =>
            Path.GetDirectoryName(file) != catalogue && !file.StartsWith(Path.Combine(catalogue, "vocabulary"), StringComparison.Ordinal) && !file.StartsWith(Path.Combine(catalogue, "schema"), StringComparison.Ordinal));
    }
}
