using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>Puts the words of the vocabulary into the schemas, whose structure is written by hand.</summary>
internal static class SchemaWriter
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The text that a schema should have.</summary>
    public static string Write(string file)
    {
        var schema = CatalogueFiles.Json(file);
        switch (Path.GetFileName(file))
        {
            case "edition.schema.json":
                var requirement = schema["$defs"]!["requirement"]!["properties"]!;
                schema["$defs"]!["unit"]!["enum"] = Words(CatalogueFiles.Units, "unit");
                requirement["measurand"]!["enum"] = Words(CatalogueFiles.Measurands, "key");
                requirement["relativeTo"]!["enum"] = new JsonArray([.. CatalogueFiles.Rows.Select(static row => (string?)row["relativeTo"]).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(static word => (JsonNode)word)]);
                schema["properties"]!["jurisdiction"]!["enum"] = Words(CatalogueFiles.Places, "code");
                schema["$defs"]!["conditions"]!["properties"] = Conditions(schema["$defs"]!["conditions"]!["properties"]!.AsObject());
                break;
            case "register.schema.json":
                schema["properties"]!["editions"]!["items"]!["properties"]!["jurisdiction"]!["enum"] = Words(CatalogueFiles.Places, "code");
                break;
            case "vocabulary.schema.json":
                schema["properties"]!["units"]!["items"]!["properties"]!["quantity"]!["enum"] =
                    new JsonArray([.. CatalogueFiles.Units.Select(static unit => (string)unit["quantity"]!).Distinct().Select(static word => (JsonNode)word)]);
                break;
        }

        return schema.ToJsonString(Options) + "\n";
    }

    // Forms of hours and dates are written by hand: they are taken over from the facet that has them.
    private static JsonObject Conditions(JsonObject before)
    {
        var conditions = new JsonObject();
        foreach (var facet in CatalogueFiles.Facets)
        {
            var name = (string)facet["name"]!;
            var condition = (string)facet["type"]! switch
            {
                "token" => OneOrMore(new JsonObject { ["enum"] = Words(facet["values"]!.AsArray().Select(static value => value!.AsObject()), "value") }),
                "flag" => new JsonObject { ["type"] = "boolean" },
                "number" => new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, new JsonObject { ["$ref"] = "#/$defs/range" }) },
                _ => new JsonObject { ["oneOf"] = before[name]!["oneOf"]!.DeepClone() },
            };
            var unit = facet["unit"] is { } symbol ? symbol : null;
            condition["description"] = $"{facet["en"]}{(unit is null ? "" : $" ({unit})")} / {facet["zh"]}{(unit is null ? "" : $"（{unit}）")}";
            conditions.Add(name, condition);
        }

        return conditions;
    }

    private static JsonObject OneOrMore(JsonObject item) => new()
    {
        ["oneOf"] = new JsonArray(item, new JsonObject { ["type"] = "array", ["items"] = item.DeepClone(), ["minItems"] = 2, ["uniqueItems"] = true }),
    };

    private static JsonArray Words(IEnumerable<JsonObject> items, string member) => new([.. items.Select(item => (JsonNode)(string)item[member]!)]);
}
