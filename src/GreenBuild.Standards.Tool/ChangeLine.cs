namespace GreenBuild.Standards.Tool;

/// <summary>What happens on a day.</summary>
internal enum ChangeEvent
{
    /// <summary>An edition comes into force.</summary>
    EditionBegins,

    /// <summary>An edition lapses, and the edition that replaces it, if there is one, does not begin on the same day.</summary>
    EditionEnds,

    /// <summary>A requirement gives way to another one on the same thing.</summary>
    RowChanges,

    /// <summary>A requirement begins to hold.</summary>
    RowBegins,

    /// <summary>A requirement ceases to hold.</summary>
    RowEnds,

    /// <summary>A requirement gives way to one that says the same.</summary>
    RowContinues,
}

/// <summary>What changes on a day, with what was before side by side with what comes after it.</summary>
/// <param name="Date">The first day of the new state.</param>
/// <param name="Event">What happens.</param>
/// <param name="Edition">The edition that begins or ends, or that holds the requirement after the change.</param>
/// <param name="Replaced">The editions that lapse for it on the same day; only where an edition begins.</param>
/// <param name="Before">The requirement until then.</param>
/// <param name="After">The requirement from then on.</param>
/// <param name="ChangedFields">What of the requirement changes, in the words of <see cref="RequirementDifference.ChangedFields"/>.</param>
internal sealed record ChangeLine(
    CalendarDate Date, ChangeEvent Event, Edition Edition, IReadOnlyList<Edition> Replaced, Requirement? Before, Requirement? After, IReadOnlyList<string> ChangedFields)
{
    /// <summary>What changes in a place after one day and up to another, in order of date.</summary>
    public static IReadOnlyList<ChangeLine> Between(StandardsCatalogue catalogue, CalendarDate from, CalendarDate to, Jurisdiction place)
    {
        var lines = new List<ChangeLine>();
        foreach (var day in catalogue.ChangesBetween(from, to, place).GroupBy(static change => change.Date))
        {
            AddEditions(lines, day.Key, day.Where(static change => change.Requirement is null).ToList());
            AddRows(lines, day.Key, day.Where(static change => change.Requirement is not null).ToList());
        }

        return lines;
    }

    private static void AddEditions(List<ChangeLine> lines, CalendarDate date, List<CatalogueChange> changes)
    {
        var ending = changes.Where(static change => !change.Begins).Select(static change => change.Edition).ToList();
        foreach (var change in changes.Where(static change => change.Begins))
        {
            var replaced = ending.FindAll(edition => edition.Successor == change.Edition);
            ending.RemoveAll(replaced.Contains);
            lines.Add(new ChangeLine(date, ChangeEvent.EditionBegins, change.Edition, replaced, null, null, []));
            foreach (var edition in replaced.Where(static edition => edition.HasRequirements))
                foreach (var row in EditionDiff.Compare(edition, change.Edition))
                    AddChanged(lines, date, row);
        }

        foreach (var edition in ending) lines.Add(new ChangeLine(date, ChangeEvent.EditionEnds, edition, [], null, null, []));
    }

    private static void AddChanged(List<ChangeLine> lines, CalendarDate date, RequirementDifference row)
    {
        // That a rule is known better or worse than before does not change the rule.
        var fields = row.ChangedFields.Where(static field => field != "evidence").ToList();
        if (fields.Count == 0) return;
        // Only the dates of a first stage have come to it.
        var what = fields is ["applicability"] && row.Before!.IsStageOf(row.After!) ? ChangeEvent.RowContinues : ChangeEvent.RowChanges;
        lines.Add(new ChangeLine(date, what, row.After!.Edition, [], row.Before, row.After, fields));
    }

    private static void AddRows(List<ChangeLine> lines, CalendarDate date, List<CatalogueChange> changes)
    {
        var ending = changes.Where(static change => !change.Begins).Select(static change => change.Requirement!).ToList();
        foreach (var after in changes.Where(static change => change.Begins).Select(static change => change.Requirement!))
        {
            var before = ending.Find(row => row.Edition == after.Edition && row.IsStageOf(after));
            if (before is not null) ending.Remove(before);
            var what = before is null ? ChangeEvent.RowBegins : Words.ValueOf(before) == Words.ValueOf(after) ? ChangeEvent.RowContinues : ChangeEvent.RowChanges;
            lines.Add(new ChangeLine(date, what, after.Edition, [], before, after, what == ChangeEvent.RowChanges ? ["value"] : []));
        }

        foreach (var before in ending) lines.Add(new ChangeLine(date, ChangeEvent.RowEnds, before.Edition, [], before, null, []));
    }
}
