using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The facts as they were researched: one JSON file per edition, in a folder beside the repository that a checkout alone does not have.</summary>
internal static class Dossier
{
    // Which numbers several folders describe; read once, and never given out, since tests change what they read.
    private static readonly Lazy<ILookup<string, DossierEdition>> ByNumber = new(static () => DossierDomain.All.SelectMany(Files).ToLookup(static file => file.Number));

    /// <summary>Reads all editions of all domains, or skips the test where the dossier is not at hand.</summary>
    public static IReadOnlyList<DossierEdition> ReadOrSkip() => DossierDomain.All.SelectMany(Files).ToList();

    /// <summary>The files that describe one edition: folders overlap, and the catalogue has one edition for all of them.</summary>
    public static IReadOnlyList<DossierEdition> FilesOf(string number) => ByNumber.Value[number].ToList();

    private static IEnumerable<DossierEdition> Files(DossierDomain domain) =>
        Directory.EnumerateFiles(RepositoryFiles.Shared("standards/" + domain.Folder), "*.json").Order(StringComparer.Ordinal)
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
