using GreenBuild.Standards.Json;

namespace GreenBuild.Standards.Tool;

/// <summary>What someone probably meant who asked for a key that there is not.</summary>
internal static class NearKeys
{
    private const int Count = 5;

    /// <summary>Near keys of requirements, measurands and editions.</summary>
    public static IReadOnlyList<string> Of(StandardsCatalogue catalogue, string key)
    {
        var known = catalogue.Editions.SelectMany(static edition => edition.Requirements).Select(static requirement => requirement.Key)
            .Concat(Vocabulary.Measurands.Select(static measurand => measurand.Key)).Concat(Editions(catalogue)).ToList();
        // "site-boundary" names every key that it is a part of; "gb-12523-2025.nihgt" is only near to one.
        var holding = known.Where(candidate => key.Trim().Length > 2 && candidate.Contains(key.Trim(), StringComparison.OrdinalIgnoreCase)).OrderBy(static candidate => candidate.Length);
        return [.. holding.Concat(Suggestion.Nearest(key, known, Count)).Distinct().Take(Count)];
    }

    /// <summary>Near numbers and keys of editions.</summary>
    public static IReadOnlyList<string> OfEdition(StandardsCatalogue catalogue, string text) =>
        [.. catalogue.SearchEditions(text).Select(static edition => edition.Number).Concat(Suggestion.Nearest(text, Editions(catalogue), Count)).Distinct().Take(Count)];

    /// <summary>The question whether one of them is meant; empty if there are none.</summary>
    public static BilingualText Ask(IReadOnlyList<string> near) => near.Count == 0
        ? default
        : new($" Is one of these meant? {string.Join(", ", near)}", $"是否应为：{string.Join("、", near)}");

    private static IEnumerable<string> Editions(StandardsCatalogue catalogue) => catalogue.Editions.SelectMany(static edition => new[] { edition.Key, edition.Number }).Where(static name => name.Length > 0);
}
