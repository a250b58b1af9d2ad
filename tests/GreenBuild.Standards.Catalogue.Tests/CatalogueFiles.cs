using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The files of catalogue/ as they stand in the repository.</summary>
internal static class CatalogueFiles
{
    private static readonly string Root = RepositoryFiles.PathOf("catalogue");

    public static IEnumerable<string> Editions => All().Where(static file => !file.StartsWith("vocabulary/", StringComparison.Ordinal) && file != "register.json");

    public static IEnumerable<string> Vocabularies => All().Where(static file => file.StartsWith("vocabulary/", StringComparison.Ordinal));

    public static IEnumerable<JsonObject> Facets => Vocabularies.SelectMany(static file => Items(file, "facets"));

    public static IEnumerable<JsonObject> Measurands => Vocabularies.SelectMany(static file => Items(file, "measurands"));

    public static IEnumerable<JsonObject> Units => Items("vocabulary/units.json", "units");

    public static IEnumerable<JsonObject> Places => Items("vocabulary/places.json", "places");

    /// <summary>All requirements of all editions.</summary>
    public static IEnumerable<JsonObject> Rows => Editions.SelectMany(static file => Items(file, "requirements"));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static void Write(string file, string text) => File.WriteAllText(Path.Combine(Root, file), text);

    public static JsonObject Json(string file) => JsonNode.Parse(Text(file))!.AsObject();

    private static IEnumerable<JsonObject> Items(string file, string member) =>
        (Json(file)[member]?.AsArray() ?? []).Select(static item => item!.AsObject());

    // Paths below catalogue/, with slashes, without the schemas.
    private static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Root, "*.json", SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(static file => !file.StartsWith("schema/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
