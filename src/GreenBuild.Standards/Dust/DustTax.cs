namespace GreenBuild.Standards.Dust;

/// <summary>One measure against dust that a payer of the tax claims a reduction for.</summary>
public sealed class DustTaxMeasure
{
    /// <summary>Creates a claim.</summary>
    /// <param name="measure">The measure, a word of the facet <c>dustMeasure</c>: <c>road-hardening</c>, <c>hoarding</c>, <c>bare-ground-cover</c>, <c>material-cover</c>, <c>suppressant</c>, <c>machine-wash</c>, <c>simple-wash</c>.</param>
    /// <param name="meetsAllConditions">Whether every condition of the measure is met all month; one that is not makes the whole measure count nothing.</param>
    /// <exception cref="ArgumentException">The word is not in the vocabulary.</exception>
    public DustTaxMeasure(string measure, bool meetsAllConditions)
    {
        Measure = Vocabulary.Checked("dustMeasure", measure);
        MeetsAllConditions = meetsAllConditions;
    }

    /// <summary>The measure.</summary>
    public string Measure { get; }

    /// <summary>Whether every condition is said to be met.</summary>
    public bool MeetsAllConditions { get; }

    /// <summary>
    /// What was measured of it, by measurand in the unit of the catalogue: <c>dust.reduction-hoarding-height</c> (m), <c>dust.reduction-base-height</c> (cm),
    /// <c>dust.reduction-hoarding-gap</c> (cm), <c>dust.reduction-bare-ground-cover</c> (%). A value that breaks its condition outweighs what is said; a condition of another measure says nothing of this one.
    /// </summary>
    public IReadOnlyDictionary<string, decimal> Measured { get; init; } = new Dictionary<string, decimal>();
}

/// <summary>Environmental protection tax on the dust of a construction site in one month (from 2018-01-01).</summary>
/// <remarks>
/// Emission = (generation − reductions) · area in kg; pollution equivalents = emission / 4; tax = equivalents · rate of the province. A reduction is all or nothing: a
/// measure counts only if each of its conditions is met, and of mechanical and simple washing only one counts. A computation and never a verdict. Not covered: coefficients
/// for short works and local variants, which some provinces have and the catalogue only describes in words.
/// </remarks>
public sealed class DustTax
{
    // Beyond this a number is no area.
    private const decimal Most = 1_000_000_000_000;

    private readonly FactorSheet _sheet = new();

    private DustTax()
    {
    }

    /// <summary>The emission of the month in kg, unrounded; <see langword="null"/> if something is missing.</summary>
    public decimal? Emission { get; private set; }

    /// <summary>The pollution equivalents of the month, unrounded; <see langword="null"/> if something is missing.</summary>
    public decimal? Equivalents { get; private set; }

    /// <summary>The tax of the month in CNY, unrounded; <see langword="null"/> if something is missing.</summary>
    public decimal? Tax { get; private set; }

    /// <summary>What is missing: <c>area</c>, <c>projectType</c>, <c>taxRate</c> (not known for the province, or outside the law), <c>concentrationBelowStandard</c> (no share), <c>factor</c>, or the key of a measured figure that no condition has; empty if nothing is.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>The rows that were used.</summary>
    public IReadOnlyList<Requirement> Factors => _sheet.Factors;

    /// <summary>The weakest evidence of the rows.</summary>
    public Evidence Evidence => _sheet.Evidence;

    /// <summary>How it was computed, step by step.</summary>
    public IReadOnlyList<BilingualText> Explanation => _sheet.Explanation;

    /// <summary>Computes the tax of one month.</summary>
    /// <param name="site">The site; its facet <c>projectType</c> (<c>building</c>, <c>municipal</c>, <c>demolition</c>) decides the coefficients, its place the rate.</param>
    /// <param name="date">A day of the month.</param>
    /// <param name="area">The area in m2: of buildings the building area under construction in the month; of municipal works red-line width · length, otherwise 3 · width of excavation · length; of works in sections the actual area.</param>
    /// <param name="measures">The measures that are claimed.</param>
    /// <param name="rate">The rate of the province in CNY per equivalent; that of the catalogue if not given. It must lie within the law.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    public static DustTax Compute(
        ConstructionSite site, CalendarDate date, decimal area, IReadOnlyList<DustTaxMeasure> measures, decimal? rate = null, StandardsCatalogue? catalogue = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        var tax = new DustTax();
        if (area is < 0 or > Most) return tax.Ask("area");
        var known = site.Circumstances.In(site.Place);
        if (!known.TryGetToken("projectType", out _)) return tax.Ask("projectType");
        // A share: 30 would be a percentage, and give the greatest relief away.
        if (known.TryGetNumber("concentrationBelowStandard", out var below) && below is < 0 or > 1) return tax.Ask("concentrationBelowStandard");
        var generation = FactorSheet.Find(catalogue, Measurands.Dust.GenerationCoefficient, site.Place, date, known);
        var equivalent = FactorSheet.Find(catalogue, Measurands.Dust.PollutionEquivalent, site.Place, date, known);
        if (generation?.Value is not { } generated || equivalent?.Value is not { } perEquivalent) return tax.Ask("factor");

        // A figure of a name that no condition has would be passed over, and the reduction given away.
        foreach (var key in measures.SelectMany(static claim => claim.Measured.Keys))
            if (catalogue.InForce(key, site.Place, date).Count == 0) return tax.Ask(key);
        tax._sheet.Cite(generation);
        var reduced = 0m;
        foreach (var row in tax.Reductions(catalogue, site.Place, date, known, measures))
        {
            tax._sheet.Cite(row);
            reduced += row.Value!.Value;
        }

        // The coefficients of all measures together are less than what is generated; a province's own might not be.
        var perArea = Math.Max(generated - reduced, 0);
        tax.Emission = perArea * area;
        tax._sheet.Step(
            $"Emission: ({Words.Number(generated)} − {Words.Number(reduced)}) · {Words.Number(area)} m2 = {Words.Number(tax.Emission.Value)} kg.",
            $"排放量：（{Words.Number(generated)} − {Words.Number(reduced)}）× {Words.Number(area)} m2 = {Words.Number(tax.Emission.Value)} kg。");
        tax._sheet.Cite(equivalent);
        tax.Equivalents = tax.Emission / perEquivalent;
        if (tax.RateOf(catalogue, site.Place, date, known, rate) is not { } applied) return tax.Ask("taxRate");
        var relief = tax.Relief(catalogue, site.Place, date, known);
        tax.Tax = tax.Equivalents * applied * relief;
        tax._sheet.Step(
            $"Tax: {Words.Number(tax.Emission.Value)} / {Words.Number(perEquivalent)} · {Words.Number(applied)}{(relief == 1 ? "" : " · " + Words.Number(relief))} = {Words.Number(tax.Tax.Value)} CNY.",
            $"税额：{Words.Number(tax.Emission.Value)} / {Words.Number(perEquivalent)} × {Words.Number(applied)}{(relief == 1 ? "" : " × " + Words.Number(relief))} = {Words.Number(tax.Tax.Value)} 元。");
        return tax;
    }

    private List<Requirement> Reductions(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date, Circumstances known, IReadOnlyList<DustTaxMeasure> measures)
    {
        var counted = new List<Requirement>();
        foreach (var claims in measures.GroupBy(static claim => claim.Measure))
        {
            var claim = claims.First();
            if (!claims.All(static one => one.MeetsAllConditions))
            {
                _sheet.Step($"'{claim.Measure}' does not meet all its conditions: it counts nothing.", $"“{claim.Measure}”未满足全部条件，不予削减。");
                continue;
            }

            if (claims.Select(one => BrokenCondition(catalogue, place, date, known, one)).FirstOrDefault(static found => found is not null) is { } broken)
            {
                _sheet.Cite(broken);
                _sheet.Step($"'{claim.Measure}' breaks this condition as measured: it counts nothing.", $"“{claim.Measure}”实测不满足该条件，不予削减。");
                continue;
            }

            var row = FactorSheet.Find(catalogue, Measurands.Dust.ReductionCoefficient, place, date, known.With("dustMeasure", claim.Measure));
            if (row is null) _sheet.Step($"No reduction is known for '{claim.Measure}' at this sort of works.", $"此类工程没有“{claim.Measure}”的削减系数。");
            else counted.Add(row);
        }

        // Mechanical and simple washing stand for each other.
        var washes = counted.Where(static row => row.Condition("dustMeasure") is { } measure && measure.Values.Any(static word => word is "machine-wash" or "simple-wash")).OrderBy(static row => row.Value).ToList();
        for (var i = 0; i < washes.Count - 1; i++)
        {
            counted.Remove(washes[i]);
            _sheet.Step($"{washes[i].Title.English}: counts once with the other washing.", $"{washes[i].Title.In(Language.Chinese)}：两种冲洗方式只计一项。");
        }

        return counted;
    }

    private static Requirement? BrokenCondition(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date, Circumstances known, DustTaxMeasure claim)
    {
        foreach (var (measurand, value) in claim.Measured.Select(static pair => (pair.Key, pair.Value)))
            foreach (var condition in catalogue.InForce(measurand, place, date))
                if (condition.AppliesTo(known.With("dustMeasure", claim.Measure), out _) == FacetMatch.Holds && LimitCheck.TryCompare(condition, value, out var comparison) && !comparison.IsMet) return condition;
        return null;
    }

    private decimal? RateOf(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date, Circumstances known, decimal? given)
    {
        var row = FactorSheet.Find(catalogue, Measurands.Dust.TaxRate, place, date, known);
        if (row is not null) _sheet.Cite(row);
        if (row is not null && given is { } other && other != row.Value)
            _sheet.Step($"The rate given, {Words.Number(other)}, is not that of the catalogue; it is applied.", $"所给税额 {Words.Number(other)} 与目录不同，按所给税额计算。");
        if ((given ?? row?.Value) is not { } rate) return null;
        foreach (var bound in catalogue.InForce(Measurands.Dust.TaxRate, place, date))
        {
            if (!LimitCheck.TryCompare(bound, rate, out var comparison) || comparison.IsMet) continue;
            _sheet.Cite(bound);
            return null;
        }

        return rate;
    }

    private decimal Relief(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date, Circumstances known)
    {
        // 30 % and 50 % below the standard both hold at 50: the greater relief is meant.
        var best = catalogue.InForce(Measurands.Dust.TaxRelief, place, date)
            .Where(row => row is { Kind: RequirementKind.Factor, Value: not null } && row.AppliesTo(known, out _) == FacetMatch.Holds)
            .OrderBy(static row => row.Value).FirstOrDefault();
        if (best is not null) _sheet.Cite(best);
        return best?.Value ?? 1;
    }

    private DustTax Ask(string name)
    {
        Missing = [name];
        _sheet.Step(Words.NotKnown([name]));
        return this;
    }
}
