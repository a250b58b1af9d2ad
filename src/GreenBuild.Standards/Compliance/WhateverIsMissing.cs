namespace GreenBuild.Standards;

/// <summary>Findings where a word is not known that chooses the limit, and every word says the same: then it decides nothing.</summary>
internal static class WhateverIsMissing
{
    // Beyond this the question itself is the better answer.
    private const int Most = 256;

    /// <summary>Judges by the limit that governs, or by each that would where facets are missing.</summary>
    /// <param name="govern">The limit that governs under circumstances.</param>
    /// <param name="known">What is known.</param>
    /// <param name="judge">Judges by a limit under the circumstances that choose it.</param>
    /// <returns><see langword="null"/> where it decides: a number is missing, under some word no limit applies, or the verdicts differ.</returns>
    public static Finding? Judge(Func<Circumstances, (Requirement? Limit, IReadOnlyList<string> Missing)> govern, Circumstances known, Func<Requirement, Circumstances, Finding> judge)
    {
        var missing = new List<string>();
        var judged = new List<Finding>();
        var left = Most;
        // What is asked for instead, as a retest, is a part of the answer.
        if (!Visit(known) || judged.Count == 0 || !judged.TrueForAll(finding => Of(finding) == Of(judged[0]) && finding.Missing.SequenceEqual(judged[0].Missing))) return null;
        if (Of(judged[0]) == Verdict.NotApplicable) return null;
        // What is provisional under one word is no better known; of the rest the one nearest to the other verdict says it most plainly.
        var said = judged.OrderByDescending(static finding => finding.IsProvisional).ThenBy(static finding => Math.Abs(finding.Margin ?? 0)).First();
        said.Step($"The same whatever {string.Join(", ", missing)} is.", $"无论{Words.NamesOf(missing).Chinese}如何，结论相同。");
        return said;

        bool Visit(Circumstances under)
        {
            if (--left < 0) return false;
            var (limit, lacks) = govern(under);
            if (limit is not null)
            {
                judged.Add(judge(limit, under));
                return true;
            }

            if (lacks.Count == 0 || Vocabulary.FindFacet(lacks[0]) is not { Type: FacetType.Token or FacetType.Flag } facet) return false;
            if (!missing.Contains(facet.Name)) missing.Add(facet.Name);
            return facet.Type == FacetType.Flag
                ? Visit(under.With(facet.Name, true)) && Visit(under.With(facet.Name, false))
                : facet.Values.All(word => Visit(under.With(facet.Name, word.Value)));
        }

        static Verdict Of(Finding finding) => finding.ProvisionalVerdict ?? finding.Verdict;
    }
}
