namespace GreenBuild.Standards.Testing;

/// <summary>Catalogues of made-up editions: what a program does when a standard is tightened, replaced or withdrawn can be tested today.</summary>
public static class FakeCatalogue
{
    /// <summary>A catalogue that holds these editions and nothing else.</summary>
    /// <param name="editions">The editions; those that others replace come first.</param>
    /// <exception cref="ArgumentException">An edition breaks a rule of the catalogue: an unknown measurand, a unit that is none of it, a number that stands twice.</exception>
    public static StandardsCatalogue Of(params FakeEdition[] editions) => Beside(StandardsCatalogue.Empty, editions);

    /// <summary>A catalogue that holds these editions beside those of another, as overlays: they may add limits and tighten mandatory ones.</summary>
    /// <param name="catalogue">The other, for example <see cref="StandardsCatalogue.Default"/>.</param>
    /// <param name="editions">As for <see cref="Of"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>, or an edition loosens a mandatory limit of the other catalogue.</exception>
    public static StandardsCatalogue Beside(StandardsCatalogue catalogue, params FakeEdition[] editions)
    {
        foreach (var edition in editions)
        {
            var errors = catalogue.WithOverlay(edition.Number, edition.ToJson(), out var with);
            if (errors.Count > 0) throw new ArgumentException(string.Join("\n", errors) + "\n" + edition.ToJson(), nameof(editions));
            catalogue = with;
        }

        return catalogue;
    }
}
