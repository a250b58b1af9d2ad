namespace GreenBuild.Standards.Tool;

/// <summary>One requirement through the editions of its standard.</summary>
internal static class RowHistory
{
    /// <summary>The requirement in every edition that holds it or what it grew out of, the oldest first, with what changed against the one before.</summary>
    public static IReadOnlyList<RequirementDifference> Of(StandardsCatalogue catalogue, Requirement requirement)
    {
        var editions = catalogue.History(requirement.Edition.Number).Where(static edition => edition.HasRequirements).ToList();
        var here = editions.IndexOf(requirement.Edition);
        var steps = new List<RequirementDifference>();
        var row = requirement;
        for (var i = here; i > 0; i--)
        {
            var step = EditionDiff.Compare(editions[i - 1], editions[i]).First(difference => difference.After == row);
            steps.Insert(0, step);
            if (step.Before is null) break;
            row = step.Before;
        }

        row = requirement;
        for (var i = here; i >= 0 && i + 1 < editions.Count; i++)
        {
            var step = EditionDiff.Compare(editions[i], editions[i + 1]).First(difference => difference.Before == row);
            steps.Add(step);
            if (step.After is null) break;
            row = step.After;
        }

        return steps;
    }
}
