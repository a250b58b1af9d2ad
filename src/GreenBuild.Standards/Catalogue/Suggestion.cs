namespace GreenBuild.Standards;

/// <summary>Finds what someone probably meant who mistyped a word.</summary>
public static class Suggestion
{
    /// <summary>The known word that is nearest to a mistyped one, or <see langword="null"/> if none is near.</summary>
    public static string? For(string word, IEnumerable<string> known) => Nearest(word, known, 1).FirstOrDefault();

    /// <summary>The known words that are near to a mistyped one, the nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> known, int count)
    {
        var limit = Math.Max(1, word.Length / 3);
        return known.Select(candidate => (Word: candidate, Distance: Distance(word, candidate))).Where(candidate => candidate.Distance <= limit)
            .OrderBy(static candidate => candidate.Distance).Select(static candidate => candidate.Word).Distinct().Take(count).ToList();
    }

    /// <summary>The question whether the place that is nearest to a mistyped one is meant; empty if none is near.</summary>
    public static BilingualText ForPlace(string text) => Ask(For(text, Jurisdiction.All.SelectMany(static known => new[] { known.Code, known.Name.English, known.Name.Chinese })));

    /// <summary>The question whether the nearest facet, or the nearest word of a facet that is known, is meant; empty if none is near.</summary>
    public static BilingualText ForFacet(string facet, string value, IEnumerable<Facet> facets)
    {
        var known = facets.ToList();
        if (known.Find(one => one.Name == facet) is { } found) return KnownWords.NearTo(found.Type == FacetType.Flag ? KnownWords.YesOrNo : found.Values, value);
        return Ask(For(facet, known.Select(static one => one.Name)));
    }

    /// <summary>The question whether a word is meant; empty if there is none.</summary>
    public static BilingualText Ask(string? near) => near is null ? default : new($" Is '{near}' meant?", $"是否应为“{near}”？");

    // Levenshtein over two rows, letter case aside.
    private static int Distance(string a, string b)
    {
        if (a.Length > 160 || b.Length > 160) return int.MaxValue;
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
