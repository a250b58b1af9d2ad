namespace GreenBuild.Standards.Tool;

/// <summary>One requirement in time: its stages, and what it was and became in other editions.</summary>
/// <param name="Row">The requirement, or a stage or relative of it.</param>
/// <param name="ChangedFields">What changed against the earlier edition, in the words of <see cref="RequirementDifference.ChangedFields"/>.</param>
internal sealed record RowHistory(Requirement Row, IReadOnlyList<string> ChangedFields)
{
    /// <summary>The requirement and its relatives, the oldest first.</summary>
    public static IReadOnlyList<RowHistory> Of(StandardsCatalogue catalogue, Requirement requirement)
    {
        var editions = catalogue.History(requirement.Edition.Number).Where(static edition => edition.HasRequirements).ToList();
        var here = editions.IndexOf(requirement.Edition);
        var found = new List<RowHistory>();
        AddStages(requirement, []);
        var earlier = StagesOf(requirement);
        for (var i = here; i > 0; i--)
        {
            var steps = EditionDiff.Compare(editions[i - 1], editions[i]).Where(step => step is { Before: not null, After: not null } && earlier.Contains(step.After)).ToList();
            for (var k = 0; k < found.Count; k++)
                if (steps.Find(step => step.After == found[k].Row) is { } step) found[k] = new RowHistory(found[k].Row, step.ChangedFields);
            foreach (var step in steps) AddStages(step.Before!, []);
            earlier = steps.SelectMany(static step => StagesOf(step.Before!)).ToHashSet();
        }

        var later = StagesOf(requirement);
        for (var i = here; i >= 0 && i + 1 < editions.Count; i++)
        {
            var steps = EditionDiff.Compare(editions[i], editions[i + 1]).Where(step => step is { Before: not null, After: not null } && later.Contains(step.Before)).ToList();
            foreach (var step in steps) AddStages(step.After!, step.ChangedFields);
            later = steps.SelectMany(static step => StagesOf(step.After!)).ToHashSet();
        }

        return found.OrderBy(step => editions.IndexOf(step.Row.Edition)).ThenBy(static step => StartOf(step.Row)).ToList();

        void AddStages(Requirement row, IReadOnlyList<string> fields)
        {
            foreach (var stage in StagesOf(row))
                if (!found.Exists(step => step.Row == stage)) found.Add(new RowHistory(stage, stage == row ? fields : []));
        }
    }

    private static HashSet<Requirement> StagesOf(Requirement row)
    {
        var stages = new HashSet<Requirement> { row };
        // Only dates make stages of what else would be two requirements.
        if (row.Condition("dates") is null) return stages;
        foreach (var other in row.Edition.Requirements)
            if (other.Condition("dates") is not null && other.IsStageOf(row)) stages.Add(other);
        return stages;
    }

    private static DateTime StartOf(Requirement row) => row.Condition("dates")?.Spans[0].Start ?? DateTime.MinValue;
}
