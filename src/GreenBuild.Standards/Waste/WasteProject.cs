namespace GreenBuild.Standards.Waste;

/// <summary>What has to be known of a project to judge its construction waste.</summary>
public sealed class WasteProject
{
    /// <summary>Creates a project on a site.</summary>
    /// <param name="site">
    /// The site, with the facets of the project in <see cref="ConstructionSite.Circumstances"/>: <c>sourceWorks</c>, <c>prefabricated</c>,
    /// <c>structureType</c>, <c>buildingUse</c>, and for schemes <c>materialStreams</c>, <c>registration</c>, <c>compliancePath</c> and so on.
    /// </param>
    public WasteProject(ConstructionSite site) => Site = site;

    /// <summary>The site.</summary>
    public ConstructionSite Site { get; }

    /// <summary>The gross floor area (建筑面积) in m2; <see langword="null"/> if it is not known.</summary>
    public decimal? FloorArea { get; init; }

    /// <summary>The gross internal floor area in m2, to which BREEAM refers; <see langword="null"/> if it is not known.</summary>
    public decimal? GrossInternalFloorArea { get; init; }

    /// <summary>
    /// Whether the works are finished and no waste is left on the site. Where it is not said, what the ledger holds is taken as the whole, and findings
    /// name <c>completion</c> in <see cref="Finding.NotRecorded"/>; where it is <see langword="false"/>, a limit can be exceeded but not yet kept.
    /// </summary>
    public bool? IsComplete { get; init; }

    /// <summary>The table for volumes that have no factor of their own; <see langword="null"/> for none.</summary>
    public WasteDensityTable? Densities { get; init; }

    /// <summary>The discharge per floor area that the waste-reduction plan or its template sets as its limit; <see langword="null"/> if there is none.</summary>
    public AreaDensity? PlannedDischarge { get; init; }

    /// <summary>Where the planned value stands.</summary>
    public FindingOrigin? PlannedDischargeOrigin { get; init; }
}
