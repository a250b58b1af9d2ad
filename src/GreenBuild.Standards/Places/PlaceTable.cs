using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>The closed set of places, read once from the compiled catalogue.</summary>
internal static class PlaceTable
{
    private static readonly Dictionary<string, Jurisdiction> ByName = new(StringComparer.OrdinalIgnoreCase);

    // A static constructor, and not initialisers: the two tables are filled in one pass.
#pragma warning disable CA1810
    static PlaceTable()
#pragma warning restore CA1810
    {
        var all = new List<Jurisdiction>();
        foreach (var line in PackedFormat.Lines(CatalogueData.Places))
        {
            var field = PackedFormat.Fields(line);
            var parent = field[1].Length == 0 ? null : ByName[field[1]];
            TimeSpan? offset = field[4].Length == 0 ? null : TimeSpan.ParseExact(field[4].Substring(1), @"hh\:mm", CultureInfo.InvariantCulture);
            if (field[4].StartsWith("-", StringComparison.Ordinal)) offset = -offset;
            var place = new Jurisdiction(field[0], parent, new BilingualText(field[2], field[3]), offset);
            all.Add(place);
            Add(place.Code, place);
            Add(field[2], place);
            Add(field[3], place);
            Add(field[3].TrimEnd('省', '市', '区'), place);
            foreach (var alias in PackedFormat.List(field[5])) Add(alias, place);
        }

        All = all.AsReadOnly();
    }

    internal static IReadOnlyList<Jurisdiction> All { get; }

    internal static bool TryFind(string text, out Jurisdiction place) => ByName.TryGetValue(text, out place!);

    private static void Add(string name, Jurisdiction place)
    {
        // The first wins: a city named like its province is found by its code.
        if (name.Length > 0 && !ByName.ContainsKey(name)) ByName.Add(name, place);
    }
}
