namespace GreenBuild.Standards;

/// <summary>What has to be known of a construction site to judge its noise and dust.</summary>
public sealed class ConstructionSite
{
    /// <summary>Creates a site in a place.</summary>
    public ConstructionSite(Jurisdiction place) => Place = place;

    /// <summary>Where the site lies.</summary>
    public Jurisdiction Place { get; }

    /// <summary>The name of the site; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// What is known of the site, in facets of the catalogue: <c>projectType</c>, <c>noiseSensitiveBuildings</c>, <c>workNature</c>
    /// (an exception such as emergency repair), <c>affectedBuilding</c>, <c>distance</c> and so on.
    /// </summary>
    public Circumstances Circumstances { get; init; } = Circumstances.None;

    /// <summary>
    /// The construction stages that run at the same time (<c>earthwork</c>, <c>piling</c>, <c>structure</c>, <c>finishing</c>); limits on dust and
    /// GB 12523-90 ask for them. The list is copied.
    /// </summary>
    /// <exception cref="ArgumentException">One of them is no word of the facet <c>stage</c>.</exception>
    public IReadOnlyList<string> Stages { get; init => field = value.Select(static stage => Vocabulary.Checked("stage", stage)).ToList().AsReadOnly(); } = [];
}
