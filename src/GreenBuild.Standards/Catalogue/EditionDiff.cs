namespace GreenBuild.Standards;

/// <summary>What became of a requirement from one edition to another.</summary>
public enum RequirementChange
{
    /// <summary>It says the same; its clause number may differ. This is the value of <c>default</c>.</summary>
    Unchanged = 0,

    /// <summary>Value, unit, comparison, rounding or applicability changed.</summary>
    Changed = 1,

    /// <summary>It stands in the later edition only.</summary>
    Added = 2,

    /// <summary>It stands in the earlier edition only.</summary>
    Removed = 3,

    /// <summary>
    /// It stands in one of the two only, and of the other a part of the rules was not seen (<see cref="Edition.IsPartial"/>): whether it was
    /// removed (or added), changed or kept is not known.
    /// </summary>
    NotKnown = 4,
}

/// <summary>One requirement of two editions side by side.</summary>
public sealed class RequirementDifference
{
    internal RequirementDifference(RequirementChange change, Requirement? before, Requirement? after, IReadOnlyList<string> fields)
    {
        Change = change;
        Before = before;
        After = after;
        ChangedFields = fields;
    }

    /// <summary>What became of it.</summary>
    public RequirementChange Change { get; }

    /// <summary>The requirement in the earlier edition, or <see langword="null"/> if it was added, or is not known there.</summary>
    public Requirement? Before { get; }

    /// <summary>The requirement in the later edition, or <see langword="null"/> if it was removed, or is not known there.</summary>
    public Requirement? After { get; }

    /// <summary>What changed: <c>value</c>, <c>unit</c>, <c>comparator</c>, <c>rounding</c>, <c>applicability</c>, <c>kind</c>, <c>evidence</c>; empty unless it changed.</summary>
    public IReadOnlyList<string> ChangedFields { get; }
}

/// <summary>Two editions compared row by row.</summary>
public static class EditionDiff
{
    /// <summary>Compares two editions.</summary>
    /// <param name="before">The earlier edition.</param>
    /// <param name="after">The later edition.</param>
    /// <returns>
    /// The rows of the later edition in its order, then those of the earlier one that have no partner there: removed, or not known where the later
    /// edition is partial; likewise a row without partner in an earlier edition that is partial is not known and not added. Rows belong together by their key; those that are left, by
    /// measurand and applicability, and then by measurand and applicability without dates: the first stage of the later edition follows the last of the earlier one.
    /// </returns>
    public static IReadOnlyList<RequirementDifference> Compare(Edition before, Edition after)
    {
        var left = before.Requirements.ToList();
        var partners = new Dictionary<Requirement, Requirement>();
        Pair(static (a, b) => a.RowKey == b.RowKey && a.Measurand == b.Measurand);
        Pair(static (a, b) => a.Measurand == b.Measurand && a.Kind == b.Kind && Applicability(a) == Applicability(b));
        Pair((a, b) => a.IsStageOf(b) && !HasEnded(a));

        var result = new List<RequirementDifference>();
        foreach (var row in after.Requirements)
        {
            if (!partners.TryGetValue(row, out var partner))
            {
                result.Add(new RequirementDifference(before.IsPartial ? RequirementChange.NotKnown : RequirementChange.Added, null, row, []));
                continue;
            }

            var fields = Changes(partner, row);
            result.Add(new RequirementDifference(fields.Count > 0 ? RequirementChange.Changed : RequirementChange.Unchanged, partner, row, fields));
        }

        foreach (var row in left) result.Add(new RequirementDifference(after.IsPartial ? RequirementChange.NotKnown : RequirementChange.Removed, row, null, []));
        return result.AsReadOnly();

        // A stage that was over before the later edition began is no predecessor: what held last may have been something else.
        bool HasEnded(Requirement row) =>
            after.CountsFrom is { } start && row.Condition("dates")?.Spans is { } spans && spans.All(span => !span.IsYearly && span.End <= start.ToDateTime());

        void Pair(Func<Requirement, Requirement, bool> belongTogether)
        {
            foreach (var row in after.Requirements)
            {
                if (partners.ContainsKey(row)) continue;
                var partner = left.Find(candidate => belongTogether(candidate, row));
                if (partner is null) continue;
                partners.Add(row, partner);
                left.Remove(partner);
            }
        }
    }

    private static List<string> Changes(Requirement before, Requirement after)
    {
        var fields = new List<string>();
        Note("kind", before.Kind == after.Kind);
        Note("value", Words.ValueOf(before).English == Words.ValueOf(after).English || before.Unit != after.Unit || before.Comparator != after.Comparator);
        Note("value", before.Value == after.Value && before.UpperValue == after.UpperValue);
        Note("comparator", before.Comparator == after.Comparator && before.IsTrigger == after.IsTrigger);
        Note("unit", before.Unit == after.Unit);
        Note("rounding", before.RoundingDigits == after.RoundingDigits);
        Note("applicability", Applicability(before) == Applicability(after));
        Note("evidence", before.Evidence == after.Evidence);
        return fields;

        void Note(string field, bool isSame)
        {
            if (!isSame && !fields.Contains(field)) fields.Add(field);
        }
    }

    private static string Applicability(Requirement requirement) =>
        string.Join("; ", requirement.Conditions.Select(static condition => condition.ToString()).OrderBy(static text => text, StringComparer.Ordinal));
}
