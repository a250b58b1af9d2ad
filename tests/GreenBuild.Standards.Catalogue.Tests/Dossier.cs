using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The facts as they were researched: one JSON file per edition, in a folder beside the repository that a checkout alone does not have.</summary>
internal static class Dossier
{
    private static readonly Lazy<string?> Root = new(static () => FolderAbove.Find("shared/standards"));

    // Which numbers several folders describe; read once, and never given out, since tests change what they read.
    private static readonly Lazy<ILookup<string, DossierEdition>> ByNumber = new(static () => DossierDomain.All.SelectMany(Files).ToLookup(static file => file.Number));

    /// <summary>Reads all editions of all domains, or skips the test where the dossier is not at hand.</summary>
    public static IReadOnlyList<DossierEdition> ReadOrSkip()
    {
        if (Root.Value is null) Assert.Skip("The facts dossier (a folder shared/standards beside the repository) is not on this machine; there is nothing to compare the catalogue with.");
        return DossierDomain.All.SelectMany(Files).ToList();
    }

    /// <summary>The files that describe one edition: folders overlap, and the catalogue has one edition for all of them.</summary>
    public static IReadOnlyList<DossierEdition> FilesOf(string number) => ByNumber.Value[number].ToList();

    private static IEnumerable<DossierEdition> Files(DossierDomain domain) =>
        Directory.EnumerateFiles(Path.Combine(Root.Value!, domain.Folder), "*.json").Order(StringComparer.Ordinal)
            .Select(file => new DossierEdition(domain, JsonNode.Parse(File.ReadAllText(file))!.AsObject()));
}

/// <summary>One file of the dossier.</summary>
internal sealed class DossierEdition(DossierDomain domain, JsonObject json)
{
    public DossierDomain Domain { get; } = domain;

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
