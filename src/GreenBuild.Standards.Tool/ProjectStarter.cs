using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Tool;

/// <summary>A project file to fill in, written from the definitions that the reader of project files goes by: what is needed with a value to replace, what is optional as a remark.</summary>
internal sealed class ProjectStarter(Language language)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string File, string Text)> _tables = [];

    /// <summary>The tables that the file names: their headings, and nothing below.</summary>
    public IReadOnlyList<(string File, string Text)> Tables => _tables;

    /// <summary>Writes the project file.</summary>
    public string Write(string name, Jurisdiction place, string schema, Func<ProjectField, bool> isWanted)
    {
        var project = new JsonObject { ["$schema"] = schema };
        var remarks = new JsonArray(new BilingualText(
            "Remarks like this one are not read. Replace the values, and delete what the project does not have.", "此类备注不作解析。请替换各值，并删除项目不涉及的部分。").In(language));
        project[ProjectField.Comment] = remarks;
        project["name"] = name;
        project["place"] = place.Code;
        foreach (var field in ProjectFileReader.Fields)
        {
            if (field.Name is "$schema" or "name" or "place") continue;
            if (field.Name == "site") project["site"] = new JsonObject { [ProjectField.Comment] = new BilingualText($"{field.Description.English}. 'greenbuild explain facets' lists what can stand here.", $"{field.Description.Chinese}。可用条件见 greenbuild explain facets。").In(language) };
            else if (!ProjectFileReader.Sections.Contains(field)) remarks.Add((JsonNode)Remark(field));
            else if (isWanted(field)) project[field.Name] = Value(field, field.Name, isSection: true);
        }

        return project.ToJsonString(Readable) + "\n";
    }

    private JsonObject Object(ProjectField field, string path, bool isSection)
    {
        var remarks = new JsonArray(field.Description.In(language));
        var value = new JsonObject { [ProjectField.Comment] = remarks };
        foreach (var one in field.Fields)
        {
            // A section without any needed field would be empty: its tables are what it is filled in with.
            if (one.IsNeeded || (isSection && one.Kind == ProjectFieldKind.Table)) value[one.Name] = Value(one, path + "-" + one.Name, isSection: false);
            else remarks.Add((JsonNode)Remark(one));
        }

        if (remarks.Count == 1) value[ProjectField.Comment] = field.Description.In(language);
        return value;
    }

    private JsonNode? Value(ProjectField field, string path, bool isSection)
    {
        switch (field.Kind)
        {
            case ProjectFieldKind.Object: return Object(field, path, isSection);
            case ProjectFieldKind.List: return new JsonArray(Object(field, path, isSection: false));
            case ProjectFieldKind.Facets or ProjectFieldKind.Words: return field.Kind == ProjectFieldKind.Words ? new JsonArray() : new JsonObject();
            case ProjectFieldKind.Number: return JsonValue.Create(field is { IsAbove: true, Lowest: 0 } or { Lowest: null } ? 1m : field.Lowest!.Value);
            case ProjectFieldKind.Flag: return JsonValue.Create(false);
            case ProjectFieldKind.Day: return JsonValue.Create(StandardsCatalogue.Default.ReleaseDate.ToString());
            case ProjectFieldKind.Moment: return JsonValue.Create(StandardsCatalogue.Default.ReleaseDate + "T22:00");
            case ProjectFieldKind.Word: return JsonValue.Create(field.Facet is { } facet ? Vocabulary.FindFacet(facet)!.Values[0].Value : field.Words[0].Value);
            case ProjectFieldKind.Path: return JsonValue.Create(path + ".csv");
            case ProjectFieldKind.Table:
                var file = path + ".csv";
                _tables.Add((file, string.Join(',', field.Table!().Columns.Select(Heading)) + "\n"));
                return new JsonObject { ["file"] = file };
            default: return JsonValue.Create(field.Description.In(language));
        }
    }

    private string Heading(TableColumn column)
    {
        var name = language == Language.Chinese ? Array.Find(column.Names, static one => one.Any(static c => c is >= '\u4e00' and <= '\u9fff')) ?? column.Name : column.Name;
        return column.Units.Length == 0 ? name : $"{name}({column.Units[0]})";
    }

    private string Remark(ProjectField field) => $"{field.Name}: {field.Description.In(language)}";
}
