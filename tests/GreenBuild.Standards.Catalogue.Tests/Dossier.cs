using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The facts as they were researched: one JSON file per edition, in a folder beside the repository that a checkout alone does not have.</summary>
internal static class Dossier
{
    /// <summary>The folders that the catalogue holds completely. A domain that is added to the catalogue is added here.</summary>
    public static readonly string[] Domains = ["noise"];

    /// <summary>
    /// The standards that stand in several folders of the dossier. In the catalogue each is one edition: its scope, methods, sources and notes
    /// are those of all folders together, so that of one folder they hold more.
    /// </summary>
    public static readonly HashSet<string> Shared = ReadShared();

    /// <summary>Reads all editions of <see cref="Domains"/>, or skips the test where the dossier is not at hand.</summary>
    public static IReadOnlyList<DossierEdition> ReadOrSkip()
    {
        var folder = FolderAbove.Find("shared/standards");
        if (folder is null) Assert.Skip("The facts dossier (a folder shared/standards beside the repository) is not on this machine; there is nothing to compare the catalogue with.");
        return Domains
            .SelectMany(domain => Directory.EnumerateFiles(Path.Combine(folder, domain), "*.json").Order(StringComparer.Ordinal))
            .Select(static file => new DossierEdition(JsonNode.Parse(File.ReadAllText(file))!.AsObject()))
            .ToList();
    }

    private static HashSet<string> ReadShared()
    {
        var folder = FolderAbove.Find("shared/standards");
        if (folder is null) return [];
        return Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(static file => JsonNode.Parse(File.ReadAllText(file)) as JsonObject)
            .Where(static file => file is not null && file.ContainsKey("requirements"))
            .GroupBy(static file => (string)file!["id"]!)
            .Where(static group => group.Count() > 1)
            .Select(static group => group.Key)
            .ToHashSet();
    }
}

/// <summary>One file of the dossier.</summary>
internal sealed class DossierEdition(JsonObject json)
{
    public JsonObject Json { get; } = json;

    public string Number => (string)Json["id"]!;

    public IEnumerable<JsonObject> Rows => Json["requirements"]!.AsArray().Select(static row => row!.AsObject());

    public JsonObject Row(string key) => Rows.Single(row => (string)row["key"]! == key);
}

/// <summary>Finds a folder in one of the folders above the test.</summary>
internal static class FolderAbove
{
    public static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, relative);
            if (Directory.Exists(found)) return found;
        }

        return null;
    }
}
