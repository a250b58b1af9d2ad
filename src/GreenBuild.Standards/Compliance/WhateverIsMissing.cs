namespace GreenBuild.Standards;

/// <summary>Findings where a word is not known that chooses the limit, and every word says the same: then it decides nothing.</summary>
internal static class WhateverIsMissing
{
    // Beyond this the question itself is the better answer.
    private const int Most = 256;

    /// <summary>Judges by the limit that governs, or by each that would where facets are missing.</summary>
    /// <param name="govern">What governs under circumstances.</param>
    /// <param name="known">What is known.</param>
    /// <param name="judge">Judges by what governs, where that is a limit; <see langword="null"/> where none does.</param>
    /// <param name="missing">What is missing for it.</param>
    /// <returns><see langword="null"/> where it decides: a number is missing, under some word no limit applies, or the verdicts differ.</returns>
    public static Finding? Judge<TGoverning>(
        Circumstances known, Func<Circumstances, TGoverning> govern, Func<TGoverning, Circumstances, Finding?> judge, Func<TGoverning, IReadOnlyList<string>> missing)
    {
        var names = new List<string>();
        var judged = new List<Finding>();
        var left = Most;
        // What is asked for instead, as a retest, is a part of the answer.
        if (!Visit(known) || judged.Count == 0 || !judged.TrueForAll(finding => finding.Decided == judged[0].Decided && finding.Missing.SequenceEqual(judged[0].Missing))) return null;
        if (judged[0].Decided == Verdict.NotApplicable) return null;
        // What is provisional under one word is no better known; of the rest the one nearest to the other verdict says it most plainly.
        var said = judged.OrderByDescending(static finding => finding.IsProvisional).ThenBy(static finding => Math.Abs(finding.Margin ?? 0)).First();
        said.Step($"The same whatever {string.Join(", ", names)} is.", $"无论{Words.NamesOf(names).Chinese}如何，结论相同。");
        return said;

        bool Visit(Circumstances under)
        {
            if (--left < 0) return false;
            var governing = govern(under);
            if (judge(governing, under) is { } finding)
            {
                judged.Add(finding);
                return true;
            }

            var lacks = missing(governing);
            if (lacks.Count == 0 || Vocabulary.FindFacet(lacks[0]) is not { Type: FacetType.Token or FacetType.Flag } facet) return false;
            if (!names.Contains(facet.Name)) names.Add(facet.Name);
            return facet.Type == FacetType.Flag
                ? Visit(under.With(facet.Name, true)) && Visit(under.With(facet.Name, false))
                : facet.Values.All(word => Visit(under.With(facet.Name, word.Value)));
        }
    }
}
