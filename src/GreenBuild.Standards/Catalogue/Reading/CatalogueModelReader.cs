namespace GreenBuild.Standards.Reading;

/// <summary>Reads all files of the catalogue and checks what only shows when they stand side by side.</summary>
internal sealed class CatalogueModelReader
{
    private readonly List<Mistake> _mistakes = [];

    public VocabularyReader Vocabulary { get; } = new();

    public List<EditionModel> Editions { get; } = [];

    /// <summary>The day for which the catalogue was last checked against the world.</summary>
    public string ReleaseDate { get; private set; } = "";

    public IReadOnlyList<Mistake> Mistakes => _mistakes;

    public void Read(IEnumerable<(string Path, string Text)> files)
    {
        var parsed = files
            .OrderBy(static file => file.Path, System.StringComparer.Ordinal)
            .Select(file => new CatalogueFile(file.Path.Replace('\\', '/'), file.Text, _mistakes))
            .ToList();

        ReadSingle(parsed, "/vocabulary/units.json", Vocabulary.ReadUnits);
        ReadSingle(parsed, "/vocabulary/places.json", Vocabulary.ReadPlaces);
        foreach (var file in parsed.Where(static file => IsVocabulary(file.Path) && file.Name is not ("units.json" or "places.json"))) Vocabulary.ReadDomain(file);

        var reader = new EditionReader(Vocabulary);
        foreach (var file in parsed.Where(static file => !IsVocabulary(file.Path) && file.Name != "register.json"))
            if (reader.ReadEdition(file) is { } edition) Editions.Add(edition);
        ReadSingle(parsed, "/register.json", file =>
        {
            Editions.AddRange(reader.ReadRegister(file));
            ReleaseDate = file.Root is { } root ? file.Date(root, "releaseDate")?.ToString() ?? "" : "";
        });

        CheckKeys();
        CheckReferences();
        CheckOverlaps();
    }

    private static bool IsVocabulary(string path) => path.Contains("/vocabulary/");

    private void ReadSingle(List<CatalogueFile> files, string name, System.Action<CatalogueFile> read)
    {
        if (files.FirstOrDefault(file => file.Path.EndsWith(name, System.StringComparison.Ordinal)) is { } found) read(found);
        else _mistakes.Add(new Mistake(Mistake.MissingFile, "", default, 0, 0, [name.Substring(1)]));
    }

    private void CheckKeys()
    {
        var numbers = new Dictionary<string, EditionModel>();
        var keys = new Dictionary<string, EditionModel>();
        foreach (var edition in Editions)
        {
            Check(numbers, edition, "number", edition.Number);
            if (edition.Key.Length > 0) Check(keys, edition, "key", edition.Key);
        }

        static void Check(Dictionary<string, EditionModel> known, EditionModel edition, string member, string text)
        {
            if (known.TryGetValue(text, out var other)) edition.File.Report(Mistake.DuplicateKey, edition.Value[member]!.Range, text, other.File.Name);
            else known.Add(text, edition);
        }
    }

    private void CheckReferences()
    {
        var numbers = new HashSet<string>(Editions.Select(static edition => edition.Number));
        foreach (var edition in Editions)
            foreach (var member in new[] { "supersedes", "supersededBy" })
                foreach (var reference in CatalogueFile.Items(edition.Value, member))
                    if (!numbers.Contains(reference.Text)) edition.File.Report(Mistake.UnknownEdition, reference.Range, reference.Text);
    }

    /// <summary>Two editions of one standard in one place must not be in force on the same day.</summary>
    private void CheckOverlaps()
    {
        foreach (var series in Editions.Where(static edition => edition.Effective is not null).GroupBy(static edition => (edition.Standard, edition.Jurisdiction)))
        {
            var ordered = series.OrderBy(static edition => edition.Effective!.Value).ToList();
            for (var i = 1; i < ordered.Count; i++)
            {
                var (earlier, later) = (ordered[i - 1], ordered[i]);
                if (earlier.Withdrawn is { } end && end <= later.Effective) continue;
                later.File.Report(Mistake.Overlap, later.Value["effective"]!.Range, later.Number, earlier.Number, series.Key.Standard, later.Effective!);
            }
        }
    }
}
