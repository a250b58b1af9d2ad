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

    /// <summary>The files that it names.</summary>
    public IReadOnlyList<(string File, string Text)> Tables => _tables;

    /// <summary>Writes the project file.</summary>
    public string Write(string name, Jurisdiction place, string schema, Func<ProjectField, bool> isWanted)
    {
        var project = new JsonObject { ["$schema"] = schema };
        var remarks = new JsonArray(new BilingualText(
            "Remarks like this one are not read. Replace the values and the rows of the tables, which are examples, and delete what the project does not have.",
            "此类备注不作解析。各值及表格各行均为示例，请替换，并删除项目不涉及的部分。").In(language));
        project[ProjectField.Comment] = remarks;
        project["name"] = name;
        project["place"] = place.Code;
        foreach (var field in ProjectFileReader.Fields)
        {
            if (field.Name is "$schema" or "name" or "place") continue;
            if (field.Name == "site") project["site"] = Site(field);
            else if (!ProjectFileReader.Sections.Contains(field)) remarks.Add((JsonNode)Remark(field));
            else if (isWanted(field)) project[field.Name] = Value(field, field.Name, isSection: true);
        }

        return project.ToJsonString(Readable) + "\n";
    }

    // The conditions that most rules ask for; the audit says which others it waits for.
    private JsonObject Site(ProjectField field)
    {
        var remarks = new JsonArray(new BilingualText(
            $"{field.Description.English}. The audit says what is missing; 'greenbuild explain facets' lists all that can stand here.",
            $"{field.Description.Chinese}。缺少的条件由审核指出；可用条件见 greenbuild explain facets --lang zh。").In(language));
        foreach (var name in new[] { "projectType", "noiseSensitiveBuildings", "sourceWorks", "prefabricated" })
        {
            var facet = Vocabulary.FindFacet(name)!;
            var words = KnownWords.Listed(facet.Type == FacetType.Flag ? KnownWords.YesOrNo : facet.Values);
            remarks.Add((JsonNode)$"{name}: {KnownWords.Short(facet.Title.In(language))}{new BilingualText(": ", "：").In(language)}{words.In(language)}");
        }

        return new JsonObject { [ProjectField.Comment] = remarks };
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
            case ProjectFieldKind.Path: return JsonValue.Create(Table(path).File);
            case ProjectFieldKind.Table:
                var (file, text) = Table(path);
                var headings = text.Split('\n')[0].Split(',');
                var others = field.Table!().Columns.Where(column => !headings.Any(heading => column.IsNamed(heading, out _))).Select(Heading).ToList();
                var more = new BilingualText("Further columns, as needed: ", "按需可加的列：").In(language) + string.Join(new BilingualText(", ", "、").In(language), others);
                return new JsonObject { [ProjectField.Comment] = more, ["file"] = file };
            // Named by its place, as people call a point.
            case ProjectFieldKind.Name: return JsonValue.Create(new BilingualText("North boundary", "北侧场界").In(language));
            default: return JsonValue.Create(field.Description.In(language));
        }
    }

    private (string File, string Text) Table(string path)
    {
        _tables.Add(StarterTables.Of(path, language));
        return _tables[^1];
    }

    private string Heading(TableColumn column)
    {
        var name = language == Language.Chinese ? Array.Find(column.Names, static one => one.Any(static c => c is >= '\u4e00' and <= '\u9fff')) ?? column.Name : column.Name;
        return column.Units.Length == 0 ? name : $"{name} ({column.Units[0]})";
    }

    private string Remark(ProjectField field) => $"{field.Name}: {field.Description.In(language)}";
}
