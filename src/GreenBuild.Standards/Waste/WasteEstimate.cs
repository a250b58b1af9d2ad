namespace GreenBuild.Standards.Waste;

/// <summary>How much construction waste works will give, by the factors of an edition: for plans, permits and fees.</summary>
/// <remarks>
/// An estimate is a range where the factors are, and never a verdict. A figure that bounds on one side only ("best practice is below 4.2") is no factor. The catalogue has factors of CJJ/T 134-2019 (by class), of the municipal rules (by structure,
/// use and works), of Yantai (volumes) and of a Californian county. Coefficients by stage (JGJ/T 498-2024) were not seen, so nothing is estimated by stage.
/// </remarks>
public sealed class WasteEstimate
{
    // Beyond this a number is no area, volume or count of works.
    private const decimal Most = 1_000_000_000_000;

    private readonly FactorSheet _sheet = new();

    private WasteEstimate(string unit) => Unit = unit;

    /// <summary>The lower end in <see cref="Unit"/>; <see langword="null"/> if it is not known.</summary>
    public decimal? Low { get; private set; }

    /// <summary>The upper end in <see cref="Unit"/>; equal to the lower one where the factor is one number; <see langword="null"/> if it is not known.</summary>
    public decimal? High { get; private set; }

    /// <summary>The unit: <c>t</c>, <c>m3</c> where the factors are volumes, <c>t/a</c> for households.</summary>
    public string Unit { get; }

    /// <summary>The rows that were used.</summary>
    public IReadOnlyList<Requirement> Factors => _sheet.Factors;

    /// <summary>What is missing, by the names of facets or inputs (<c>floorArea</c>, <c>volume</c>, <c>households</c>), or <c>factor</c> where the edition has none for the case; empty if nothing is.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>The weakest evidence of the factors.</summary>
    public Evidence Evidence => _sheet.Evidence;

    /// <summary>How it was computed, step by step.</summary>
    public IReadOnlyList<BilingualText> Explanation => _sheet.Explanation;

    /// <summary>Estimates from the floor area: area · factor.</summary>
    /// <param name="edition">The edition whose factors are used.</param>
    /// <param name="works">The facets that the factors ask for: <c>sourceWorks</c>, <c>structureType</c>, <c>buildingUse</c>, <c>salvage</c>, <c>wasteClass</c>.</param>
    /// <param name="floorArea">The floor area in m2, as the edition counts it: storeys lower than 2.2 m count 3/5 in the municipal rules.</param>
    public static WasteEstimate ByFloorArea(Edition edition, Circumstances works, decimal floorArea)
    {
        var isVolume = edition.Requirements.Any(static row => row is { Kind: RequirementKind.Factor, Measurand.Key: Measurands.Waste.GenerationVolumeIntensity });
        var estimate = new WasteEstimate(isVolume ? "m3" : "t");
        if (floorArea is < 0 or > Most) return estimate.Ask(["floorArea"]);
        var measurand = isVolume ? Measurands.Waste.GenerationVolumeIntensity : Measurands.Waste.GenerationIntensity;
        var known = works.With("floorArea", floorArea);
        var perArea = isVolume ? "m3/m2" : "t/m2";

        // Halls take a share of the factor of a dwelling of the same structure; those of steel have a factor of their own.
        var shares = Find(edition, Measurands.Waste.IndustrialFactorShare, known, out _);
        if (shares.Count > 0 && !(works.TryGetToken("structureType", out var structure) && structure == "steel"))
        {
            var factors = Find(edition, measurand, known, out var unknown);
            if (factors.Count == 0) return estimate.Ask(unknown);
            estimate.Multiply(floorArea, "m2", factors, perArea, shares);
            return estimate;
        }

        var found = Find(edition, measurand, known, out var missing);
        if (found.Count == 0) return estimate.Ask(missing);
        estimate.Multiply(floorArea, "m2", found, perArea, []);
        return estimate;
    }

    /// <summary>Estimates spoil: (excavated − backfilled) · factor.</summary>
    /// <param name="edition">The edition whose factor is used.</param>
    /// <param name="excavated">The volume excavated in m3.</param>
    /// <param name="backfilled">The volume filled back in m3, at most that excavated.</param>
    public static WasteEstimate OfExcavation(Edition edition, decimal excavated, decimal backfilled)
    {
        var estimate = new WasteEstimate("t");
        if (backfilled < 0 || backfilled > excavated || excavated > Most) return estimate.Ask(["volume"]);
        estimate._sheet.Step(
            $"{Words.Number(excavated)} m3 excavated − {Words.Number(backfilled)} m3 filled back.", $"挖方 {Words.Number(excavated)} m3 − 回填 {Words.Number(backfilled)} m3。");
        return estimate.ByVolume(edition, "foundation", excavated - backfilled);
    }

    /// <summary>Estimates the demolition of structures that are no buildings: actual volume · factor.</summary>
    /// <param name="edition">The edition whose factor is used.</param>
    /// <param name="volume">The volume of the structure in m3.</param>
    public static WasteEstimate OfStructure(Edition edition, decimal volume)
    {
        var estimate = new WasteEstimate("t");
        return volume is < 0 or > Most ? estimate.Ask(["volume"]) : estimate.ByVolume(edition, "structure-demolition", volume);
    }

    /// <summary>Estimates the decoration waste of households in a year: number · factor (CJJ/T 134-2019).</summary>
    /// <param name="edition">The edition whose factors are used.</param>
    /// <param name="households">The number of households.</param>
    public static WasteEstimate OfHouseholds(Edition edition, decimal households)
    {
        var estimate = new WasteEstimate("t/a");
        if (households is < 0 or > Most) return estimate.Ask(["households"]);
        var factors = Find(edition, Measurands.Waste.HouseholdGeneration, Circumstances.None.With("wasteClass", "decoration-waste"), out var missing);
        if (factors.Count == 0) return estimate.Ask(missing);
        estimate.Multiply(households, "", factors, "t/(household a)", []);
        return estimate;
    }

    private WasteEstimate ByVolume(Edition edition, string works, decimal volume)
    {
        var factors = Find(edition, Measurands.Waste.GenerationPerVolume, Circumstances.None.With("sourceWorks", works), out var missing);
        if (factors.Count == 0) return Ask(missing);
        Multiply(volume, "m3", factors, "t/m3", []);
        return this;
    }

    private static List<Requirement> Find(Edition edition, string measurand, Circumstances known, out List<string> missing)
    {
        var found = new List<Requirement>();
        missing = [];
        foreach (var row in edition.Requirements)
        {
            if (row.Kind != RequirementKind.Factor || row.Measurand.Key != measurand || row.Value is null) continue;
            var match = row.AppliesTo(known, out var unknown);
            if (match == FacetMatch.Holds) found.Add(row);
            if (match == FacetMatch.Unknown)
                foreach (var facet in unknown)
                    if (!missing.Contains(facet)) missing.Add(facet);
        }

        // A benchmark that only says "less than" bounds what the best reach, and says nothing of what these works give.
        if (found.Count > 0 && (found.TrueForAll(IsUpper) || found.TrueForAll(IsLower))) found.Clear();
        if (found.Count == 0 && missing.Count == 0) missing.Add("factor");
        return found;

        static bool IsUpper(Requirement row) => row.Comparator is Comparator.LessThan or Comparator.LessThanOrEqual;

        static bool IsLower(Requirement row) => row.Comparator is Comparator.GreaterThan or Comparator.GreaterThanOrEqual;
    }

    private void Multiply(decimal quantity, string quantityUnit, List<Requirement> factors, string unit, List<Requirement> shares)
    {
        var (low, high) = Ends(factors, unit);
        var (lowShare, highShare) = shares.Count == 0 ? (1, 1) : Ends(shares, "1");
        (Low, High) = (quantity * low * lowShare, quantity * high * highShare);
        foreach (var row in factors.Concat(shares)) _sheet.Cite(row);
        var result = Words.Level(Low.Value) + (Low == High ? "" : " – " + Words.Level(High.Value)) + " " + Unit;
        var amount = (Words.Number(quantity) + " " + quantityUnit).Trim();
        _sheet.Step($"{amount} · factor = {result}.", $"{amount} × 系数 = {result}。");
    }

    private static (decimal Low, decimal High) Ends(List<Requirement> factors, string unit)
    {
        decimal? low = null, high = null;
        foreach (var row in factors)
        {
            if (!MeasurementUnit.TryConvert(row.Value!.Value, row.Unit, unit, out var value)) continue;
            if (row.Comparator is not (Comparator.LessThan or Comparator.LessThanOrEqual)) low = low is { } least ? Math.Min(least, value) : value;
            if (row.Comparator is not (Comparator.GreaterThan or Comparator.GreaterThanOrEqual)) high = high is { } most ? Math.Max(most, value) : value;
        }

        return (low ?? high ?? 0, high ?? low ?? 0);
    }

    private WasteEstimate Ask(IReadOnlyList<string> missing)
    {
        Missing = missing;
        return this;
    }
}
