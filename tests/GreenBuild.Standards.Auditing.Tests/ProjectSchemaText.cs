using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Auditing.Tests;

/// <summary>Writes the JSON Schema of project files from the definitions that their reader goes by.</summary>
internal static class ProjectSchemaText
{
    private const string Day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private const string Moment = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Project file of GreenBuild.Standards (*.greenbuild.json) / GreenBuild.Standards 项目文件（*.greenbuild.json）",
        };
        Fill(schema, ProjectFileReader.Fields);
        schema["anyOf"] = new JsonArray([.. ProjectFileReader.Sections.Select(static section => new JsonObject { ["required"] = new JsonArray(section.Name) })]);
        schema["properties"]!["place"]!["examples"] = new JsonArray([.. Jurisdiction.All.Select(static place => JsonValue.Create(place.Code))]);
        return schema.ToJsonString(Readable) + "\n";
    }

    private static void Fill(JsonObject schema, ProjectField[] fields)
    {
        schema["type"] = "object";
        schema["additionalProperties"] = false;
        if (fields.Any(static field => field.IsNeeded)) schema["required"] = new JsonArray([.. fields.Where(static field => field.IsNeeded).Select(static field => JsonValue.Create(field.Name))]);
        var properties = new JsonObject { [ProjectField.Comment] = Remark() };
        foreach (var field in fields) properties[field.Name] = Of(field);
        schema["properties"] = properties;
    }

    private static JsonObject Remark() => new()
    {
        ["description"] = "A remark for people, not read / 供人阅读的备注，不作解析",
        ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }),
    };

    private static JsonObject Of(ProjectField field)
    {
        var schema = new JsonObject { ["description"] = Both(field.Description) };
        switch (field.Kind)
        {
            case ProjectFieldKind.Name:
                schema["type"] = "string";
                schema["minLength"] = 1;
                schema["maxLength"] = 200;
                schema["pattern"] = "\\S";
                break;
            case ProjectFieldKind.Text or ProjectFieldKind.Path:
                schema["type"] = "string";
                break;
            case ProjectFieldKind.Flag:
                schema["type"] = "boolean";
                break;
            case ProjectFieldKind.Number:
                schema["type"] = "number";
                if (field.Lowest is { } lowest) schema[field.IsAbove ? "exclusiveMinimum" : "minimum"] = lowest;
                if (field.Highest is { } highest) schema["maximum"] = highest;
                break;
            case ProjectFieldKind.Day or ProjectFieldKind.Moment:
                var text = new JsonObject { ["type"] = "string", ["pattern"] = field.Kind == ProjectFieldKind.Day ? Day : Moment };
                if (field.Short == ProjectFieldKind.Flag) schema["oneOf"] = new JsonArray(text, new JsonObject { ["const"] = false });
                else foreach (var (name, value) in text) schema[name] = value!.DeepClone();
                break;
            case ProjectFieldKind.Word:
                schema["oneOf"] = WordsOf(field);
                break;
            case ProjectFieldKind.Words:
                schema["type"] = "array";
                schema["uniqueItems"] = true;
                schema["items"] = new JsonObject { ["oneOf"] = WordsOf(field) };
                break;
            case ProjectFieldKind.Facets:
                schema["type"] = "object";
                schema["additionalProperties"] = false;
                var facets = new JsonObject { [ProjectField.Comment] = Remark() };
                foreach (var own in field.Fields) facets[own.Name] = Of(own);
                foreach (var facet in field.Facets!()) facets[facet.Name] = Of(facet);
                schema["properties"] = facets;
                break;
            case ProjectFieldKind.Object:
                var whole = new JsonObject();
                Fill(whole, field.Fields);
                if (field.Short == ProjectFieldKind.Number) schema["oneOf"] = new JsonArray(new JsonObject { ["type"] = "number", ["minimum"] = field.Fields[0].Lowest, ["maximum"] = field.Fields[0].Highest }, whole);
                else foreach (var (name, value) in whole) schema[name] = value?.DeepClone();
                break;
            case ProjectFieldKind.List:
                schema["type"] = "array";
                if (field.NeedsItem) schema["minItems"] = 1;
                var item = new JsonObject();
                Fill(item, field.Fields);
                schema["items"] = item;
                break;
            case ProjectFieldKind.Table:
                var reference = new JsonObject();
                Fill(reference, ProjectReading.FileFields);
                var row = new JsonObject { ["type"] = "object" };
                var columns = field.Table!().Columns;
                // Other columns are left alone, as in a table.
                row["required"] = new JsonArray([.. columns.Where(static column => column.IsNeeded).Select(static column => JsonValue.Create(column.Key))]);
                var properties = new JsonObject();
                foreach (var column in columns) properties[column.Key] = Of(column);
                row["properties"] = properties;
                var rows = new JsonObject { ["type"] = "array", ["items"] = row };
                if (field.NeedsItem) rows["minItems"] = 1;
                schema["oneOf"] = new JsonArray(rows, reference);
                break;
        }

        return schema;
    }

    private static JsonObject Of(TableColumn column)
    {
        var unit = column.Units.Length == 0 ? default : new BilingualText($" [{column.Units[0]}]", $" [{column.Units[0]}]");
        return new JsonObject
        {
            ["description"] = Both(new(column.Description.English + unit.English, column.Description.Chinese + unit.Chinese)),
            ["type"] = new JsonArray("string", "number", "boolean", "null"),
            ["examples"] = new JsonArray([.. column.Example.Length == 0 ? [] : new[] { JsonValue.Create(column.Example) }]),
        };
    }

    private static JsonObject Of(Facet facet)
    {
        var unit = facet.Unit is "" or "1" ? "" : $" [{facet.Unit}]";
        var schema = new JsonObject { ["description"] = Both(facet.Title) + unit };
        if (facet.Type == FacetType.Token) schema["oneOf"] = WordsOf(facet.Values);
        else schema["type"] = facet.Type == FacetType.Flag ? "boolean" : "number";
        return schema;
    }

    private static JsonArray WordsOf(ProjectField field) => WordsOf(field.Facet is { } facet ? Vocabulary.FindFacet(facet)!.Values : field.Words);

    // The reader looks names up; here they would double each list.
    private static JsonArray WordsOf(IReadOnlyList<FacetValue> words) => new([
        .. words.Select(static word => new JsonObject { ["const"] = word.Value, ["description"] = Both(word.Title) }),
        new JsonObject { ["type"] = "string", ["pattern"] = "[\u4e00-\u9fff]", ["description"] = "Its Chinese name, as reports show it / 其中文名称，同报告所示" },
    ]);

    private static string Both(BilingualText text) => text.English == text.Chinese ? text.English : $"{text.English} / {text.Chinese}";
}
