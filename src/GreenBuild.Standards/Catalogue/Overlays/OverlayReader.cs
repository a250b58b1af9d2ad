namespace GreenBuild.Standards.Reading;

/// <summary>An overlay in the packed form of the catalogue.</summary>
internal sealed record OverlayText(string Name, string Header, string Text);

/// <summary>Reads an overlay with the checks of the build, and the one that only an overlay needs: it must not loosen a mandatory limit.</summary>
internal static class OverlayReader
{
    public static InputErrorList Read(StandardsCatalogue catalogue, string name, string json, out OverlayText? overlay)
    {
        overlay = null;
        var mistakes = new List<Mistake>();
        var file = new CatalogueFile(name, json, mistakes);
        if (new EditionReader(CompiledVocabulary.Read()).ReadEdition(file) is { } model)
        {
            CheckReferences(catalogue, file, model);
            overlay = new OverlayText(name, CataloguePacker.Header(model, -1), CataloguePacker.Text(model));
            if (mistakes.Count == 0) CheckLoosening(catalogue, file, model, overlay);
        }

        var errors = new InputErrorList();
        foreach (var mistake in mistakes)
            errors.Add(new InputError(name, mistake.Line + 1, "", new BilingualText(mistake.Message(Language.English), mistake.Message(Language.Chinese))));
        return errors;
    }

    private static void CheckReferences(StandardsCatalogue catalogue, CatalogueFile file, EditionModel model)
    {
        if (catalogue.FindEdition(model.Number) is { } sameNumber) file.Report(Mistake.DuplicateKey, model.Value["number"]!.Range, model.Number, sameNumber.Key);
        if (catalogue.FindEdition(model.Key) is { } sameKey) file.Report(Mistake.DuplicateKey, model.Value["key"]!.Range, model.Key, sameKey.Number);
        foreach (var member in new[] { "supersedes", "supersededBy" })
            foreach (var reference in CatalogueFile.Items(model.Value, member))
                if (catalogue.FindEdition(reference.Text) is null) file.Report(Mistake.UnknownEdition, reference.Range, reference.Text);
    }

    private static void CheckLoosening(StandardsCatalogue catalogue, CatalogueFile file, EditionModel model, OverlayText overlay)
    {
        var edition = new Edition(catalogue, overlay.Header, 0, overlay.Header.Length, overlay.Text, overlay.Name);
        var rows = CatalogueFile.Items(file.Root!, "requirements");
        for (var i = 0; i < edition.Requirements.Count; i++)
        {
            var row = edition.Requirements[i];
            if (row.Kind != RequirementKind.Limit || row.IsTrigger || Extreme(row, isLoosest: true) is not { } own) continue;
            foreach (var mandatory in Mandatory(catalogue, edition, row))
            {
                // Whatever the overlay still allows must be allowed by the mandatory limit. A limit of another side is an addition: both hold.
                if (LimitCheck.SideOf(row) != LimitCheck.SideOf(mandatory) || Extreme(mandatory, isLoosest: false) is not { } bound) continue;
                if (!MeasurementUnit.TryConvert(0, row.Unit, mandatory.Unit, out _) || LimitCheck.AllowsNoMore(row, own, mandatory, bound)) continue;
                file.Report(Mistake.Loosens, rows[i]["value"]!.Range, Words.ValueOf(row).English, Words.ValueOf(mandatory).English, mandatory.Citation);
                break;
            }
        }
    }

    private static IEnumerable<Requirement> Mandatory(StandardsCatalogue catalogue, Edition overlay, Requirement row)
    {
        foreach (var edition in catalogue.Editions)
        {
            if (edition.Binding != BindingForce.Mandatory || !edition.HasRequirements || !edition.IsAbout(row.Measurand.Key)) continue;
            if (!edition.Jurisdiction.Contains(overlay.Jurisdiction) || !Overlap(edition, overlay)) continue;
            foreach (var limit in edition.Requirements)
                if (limit.Kind == RequirementKind.Limit && !limit.IsTrigger && limit.Measurand == row.Measurand && CanMeet(limit, row))
                    yield return limit;
        }
    }

    /// <summary>The number that a limit comes to: of one relative to another, with the strictest or the loosest base of its edition.</summary>
    private static decimal? Extreme(Requirement limit, bool isLoosest)
    {
        if (limit.RelativeTo is not { } measurand) return limit.Value;
        var bases = limit.Edition.Requirements.Where(row => row is { Kind: RequirementKind.Limit, RelativeTo: null, Value: not null } && row.Measurand == measurand).Select(static row => row.Value!.Value).ToList();
        if (bases.Count == 0) return null;
        var isCeiling = limit.Comparator is Comparator.LessThan or Comparator.LessThanOrEqual;
        return limit.Value + (isCeiling == isLoosest ? bases.Max() : bases.Min());
    }

    private static bool Overlap(Edition a, Edition b) =>
        !(a.ValidUntil <= (b.CountsFrom ?? CalendarDate.MinValue)) && !(b.ValidUntil <= (a.CountsFrom ?? CalendarDate.MinValue));

    /// <summary>Whether both can apply to one case: no facet that both ask about keeps them apart.</summary>
    private static bool CanMeet(Requirement a, Requirement b)
    {
        if (IsExcepted(a, b) || IsExcepted(b, a)) return false;
        foreach (var condition in a.Conditions)
        {
            if (condition.IsException || b.Condition(condition.Facet) is not { IsException: false } other) continue;
            var areApart = condition.Type switch
            {
                FacetType.Token or FacetType.Flag => !condition.Values.Intersect(other.Values).Any(),
                FacetType.Number => !condition.Range!.Overlaps(other.Range!),
                FacetType.Dates => !condition.Spans.Any(span => other.Spans.Any(span.Overlaps)),
                _ => false,
            };
            if (areApart) return false;
        }

        return true;
    }

    /// <summary>Whether all that one row is about is an exception of the other.</summary>
    private static bool IsExcepted(Requirement row, Requirement other)
    {
        foreach (var exception in other.Conditions)
        {
            if (!exception.IsException || exception.Type is not (FacetType.Token or FacetType.Flag)) continue;
            foreach (var condition in row.Conditions)
                if (!condition.IsException && condition.Facet == exception.Facet && condition.Values.All(exception.Values.Contains)) return true;
        }

        return false;
    }
}
