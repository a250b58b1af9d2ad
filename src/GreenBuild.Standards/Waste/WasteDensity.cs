namespace GreenBuild.Standards.Waste;

/// <summary>A named factor that turns a volume of waste into its mass.</summary>
/// <remarks>Volumes are bulk volumes unless the factor says otherwise; factors of different tables differ by half, so the name goes into the finding.</remarks>
public sealed class WasteDensity
{
    private WasteDensity(string name, decimal tonnesPerCubicMetre, Requirement? requirement)
    {
        Name = name;
        TonnesPerCubicMetre = tonnesPerCubicMetre;
        Requirement = requirement;
    }

    /// <summary>Where the factor comes from.</summary>
    public string Name { get; }

    /// <summary>The factor in t/m3.</summary>
    public decimal TonnesPerCubicMetre { get; }

    /// <summary>The row of the catalogue, or <see langword="null"/> for a factor of the caller.</summary>
    public Requirement? Requirement { get; }

    /// <summary>A factor of the catalogue.</summary>
    /// <param name="factor">A row on <c>waste.bulk-density</c> or <c>waste.generation-per-volume</c>.</param>
    /// <exception cref="ArgumentException">The row is no density, or its value is not known.</exception>
    public static WasteDensity From(Requirement factor) =>
        TryFrom(factor, out var density) ? density : throw new ArgumentException($"{factor.Key} is no density.", nameof(factor));

    /// <summary>A factor that the caller measured or was given, with its name: who measured it, and of what.</summary>
    /// <param name="name">Where it comes from, for example <c>weighbridge, 12 loads of 2026-03</c>.</param>
    /// <param name="tonnesPerCubicMetre">The factor in t/m3, above 0 and at most 10.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not above 0 and at most 10 t/m3; steel has 7.85.</exception>
    public static WasteDensity Given(string name, decimal tonnesPerCubicMetre)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("A factor says where it comes from.", nameof(name));
        if (tonnesPerCubicMetre is <= 0 or > 10) throw new ArgumentOutOfRangeException(nameof(tonnesPerCubicMetre), tonnesPerCubicMetre, "A density of waste is above 0 and at most 10 t/m3.");
        return new WasteDensity(name, tonnesPerCubicMetre, null);
    }

    /// <summary>Name and factor.</summary>
    public override string ToString() => Name + ": " + Words.Number(Gbt8170.Round(TonnesPerCubicMetre, 6)) + " t/m3";

    internal static bool TryFrom(Requirement factor, out WasteDensity density)
    {
        density = null!;
        if (factor.Kind != RequirementKind.Factor || factor.Measurand.Key is not (Measurands.Waste.BulkDensity or Measurands.Waste.GenerationPerVolume)) return false;
        if (factor.Value is not { } value || !MeasurementUnit.TryConvert(value, factor.Unit, "t/m3", out var tonnes)) return false;
        density = new WasteDensity(factor.Citation + " " + factor.RowKey, tonnes, factor);
        return true;
    }
}

/// <summary>A named table of the catalogue with factors from volume to mass, by class or by material.</summary>
/// <remarks>
/// The catalogue has <c>cn.local-waste-quantity-common</c> (by class), <c>us.volume-to-weight</c> (by material, with <c>leed-2009</c> or
/// <c>calrecycle</c> as its table) and <c>us.leed-v4-homes-cwm</c> (by material). There is no table that is right everywhere.
/// </remarks>
public sealed class WasteDensityTable
{
    private readonly Edition _edition;
    private readonly string? _table;

    private WasteDensityTable(Edition edition, string? table) => (_edition, _table) = (edition, table);

    /// <summary>The name, for example <c>US volume-to-weight factors for C&amp;D debris (calrecycle)</c>.</summary>
    public string Name => _edition.Number + (_table is null ? "" : " (" + _table + ")");

    /// <summary>The table of an edition.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="edition">The key or number of the edition.</param>
    /// <param name="table">The table in the edition, a word of the facet <c>factorTable</c>, where the edition has several.</param>
    /// <exception cref="ArgumentException">There is no such edition, or it has no factors of this kind.</exception>
    public static WasteDensityTable From(StandardsCatalogue catalogue, string edition, string? table = null)
    {
        var found = catalogue.FindEdition(edition) ?? throw new ArgumentException($"There is no edition '{edition}'.", nameof(edition));
        var densities = new WasteDensityTable(found, table);
        foreach (var row in found.Requirements)
            if (WasteDensity.TryFrom(row, out _) && densities.IsOfTable(row)) return densities;
        throw new ArgumentException($"{edition} has no factors from volume to mass{(table is null ? "" : " in a table " + table)}.", nameof(edition));
    }

    /// <summary>The factor for a class and material, or <see langword="null"/> where the table has none.</summary>
    /// <param name="wasteClass">The class: spoil is what foundation works give, demolition waste what demolition gives.</param>
    /// <param name="material">A word of the facet <c>wasteMaterial</c>, or <see langword="null"/>.</param>
    public WasteDensity? Find(WasteClass wasteClass, string? material = null)
    {
        var circumstances = Circumstances.None;
        var works = wasteClass switch
        {
            WasteClass.EngineeringSpoil => "foundation",
            WasteClass.DemolitionWaste => "demolition",
            _ => null,
        };
        if (works is not null) circumstances = circumstances.With("sourceWorks", works);
        if (material is not null && !circumstances.TryWith("wasteMaterial", material, out circumstances, out _)) return null;
        if (_table is not null) circumstances = circumstances.With("factorTable", _table);
        foreach (var row in _edition.Requirements)
            if (IsOfTable(row) && WasteDensity.TryFrom(row, out var density) && row.AppliesTo(circumstances, out _) == FacetMatch.Holds) return density;
        return null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private bool IsOfTable(Requirement row) => row.Condition("factorTable") is not { } condition || (_table is not null && condition.Values.Contains(_table));
}
