using System.Text.Json;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The differences that are meant, from the files IntendedDifferences*.json, each with its reason.</summary>
/// <remarks>
/// A file may be for one domain. An entry names an edition (<c>*</c> for any), rows (<c>*</c> inside a name stands for anything; none for the edition itself),
/// members with the dossier's and the catalogue's text, conditions that are lost or added, and in how many rows this is so,
/// where rows are not named one by one.
/// </remarks>
internal sealed class IntendedDifferences
{
    // A misspelt member of the file is an error, not an entry that says less.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly List<Entry> _entries;

    private IntendedDifferences(List<Entry> entries) => _entries = entries;

    public static IntendedDifferences Read()
    {
        var assembly = typeof(IntendedDifferences).Assembly;
        var entries = new List<Entry>();
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith("IntendedDifferences", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var file = JsonSerializer.Deserialize<DifferencesFile>(stream, Options)!;
            entries.AddRange(file.Differences.Select(entry => new Entry(file.Domain, entry)));
        }

        return new IntendedDifferences(entries);
    }

    /// <summary>The differences that no entry names; each difference that an entry names is counted there.</summary>
    public List<Difference> Unlisted(IEnumerable<Difference> differences) => differences.Where(difference => !_entries.Exists(entry => entry.Takes(difference))).ToList();

    /// <summary>The entries that were not met as often as they say; to be asked after <see cref="Unlisted"/>.</summary>
    public IEnumerable<string> Stale() => _entries.SelectMany(static entry => entry.Stale());

    /// <summary>The entries whose reason says nothing.</summary>
    public IEnumerable<string> WithoutReason() => _entries.Where(static entry => entry.Text.Reason.Length < 20).Select(static entry => entry.ToString());

    internal sealed record DifferencesFile(string Purpose, List<EntryText> Differences, string? Domain = null);

    internal sealed record EntryText(
        string Reason, string Edition, List<string>? Rows = null, Dictionary<string, string[]>? Members = null, List<string>? Lost = null, List<string>? Added = null, int? Count = null);

    private sealed class Entry
    {
        private readonly string? _domain;
        private readonly Regex[] _rows;
        private readonly List<(string Member, string Dossier, string Catalogue)> _members = [];
        private readonly int[] _taken;

        public Entry(string? domain, EntryText text)
        {
            _domain = domain;
            Text = text;
            _rows = (text.Rows ?? [""]).Select(static row => new Regex("^" + Regex.Escape(row).Replace("\\*", ".*", StringComparison.Ordinal) + "$")).ToArray();
            foreach (var (member, sides) in text.Members ?? []) _members.Add((member, sides[0], sides[1]));
            foreach (var lost in text.Lost ?? []) _members.Add(("condition", lost, ""));
            foreach (var added in text.Added ?? []) _members.Add(("condition", "", added));
            _taken = new int[_members.Count];
        }

        public EntryText Text { get; }

        public bool Takes(Difference difference)
        {
            if (_domain is not null && _domain != difference.Domain) return false;
            if (Text.Edition != "*" && Text.Edition != difference.Edition) return false;
            if (!_rows.Any(row => row.IsMatch(difference.Row))) return false;
            var index = _members.IndexOf((difference.Member, difference.Dossier, difference.Catalogue));
            if (index < 0) return false;
            _taken[index]++;
            return true;
        }

        public IEnumerable<string> Stale()
        {
            var wanted = Text.Count ?? _rows.Length;
            for (var i = 0; i < _members.Count; i++)
                if (_taken[i] != wanted) yield return $"{this} {_members[i].Member} '{_members[i].Dossier}' -> '{_members[i].Catalogue}': listed for {wanted}, found in {_taken[i]}";
        }

        public override string ToString() => Text.Edition + " [" + string.Join(", ", Text.Rows ?? []) + "]";
    }
}
