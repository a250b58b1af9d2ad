namespace GreenBuild.Standards.Components;

/// <summary>One structural system or wall system of a building in Singapore.</summary>
public sealed record BuildableSystem
{
    /// <summary>The floor area of a structural system in m2, or the length of a wall system in m.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Its labour saving index by the Code of Practice, 0 to about 1.0 with allowances; the tables are not held.</summary>
    public required decimal LabourSavingIndex { get; init; }
}

/// <summary>What the Buildable Design Score of Singapore's Code of Practice on Buildability is computed from.</summary>
public sealed record BuildableDesign
{
    /// <summary>The gross floor area in m2; <see langword="null"/> if it is not known.</summary>
    public decimal? GrossFloorArea { get; init; }

    /// <summary>The structural systems, by floor area.</summary>
    public IReadOnlyList<BuildableSystem> Structure { get; init; } = [];

    /// <summary>The wall systems, by length.</summary>
    public IReadOnlyList<BuildableSystem> Walls { get; init; } = [];

    /// <summary>N: the points of other buildable features, 0 to 10; <see langword="null"/> if they are not known.</summary>
    public decimal? OtherFeatures { get; init; }

    /// <summary>Bonus points, 0 or more, added to the score.</summary>
    public decimal Bonus { get; init; }

    /// <summary>
    /// The score: 45 · Σ(As · Ss) + 45 · Σ(Lw · Sw) + N + bonus, with As and Lw the shares by system. The form of the formula is recalled, the weights come from a
    /// single source.
    /// </summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    /// <param name="score">The score; <see langword="null"/> if it cannot be computed.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <returns>
    /// <see cref="Verdict.NotApplicable"/> below the floor area from which minimum scores apply; else <see cref="Verdict.Indeterminate"/>, since the minimum scores
    /// are not known to the catalogue; <see cref="Verdict.Invalid"/> for quantities, indices or points that are negative or beyond all buildings.
    /// </returns>
    public Finding Judge(Jurisdiction place, CalendarDate date, out decimal? score, StandardsCatalogue? catalogue = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        score = null;
        var weights = catalogue.InForce(Measurands.Components.BuildableDesignWeight, place, date);
        // The days of the rows say which edition is meant.
        var known = StandardsCatalogue.WithPlaceAndDate(Circumstances.None.With("buildabilityEdition", "up-to-2017"), place, date);
        var threshold = catalogue.InForce(Measurands.Components.BuildabilityFloorArea, place, date).FirstOrDefault(row => row.AppliesTo(known, out _) == FacetMatch.Holds);
        var finding = new Finding(threshold) { Subject = "buildable-design-score", Unit = "1" };
        if (threshold is null || weights.Count == 0)
        {
            finding.Verdict = Verdict.NotApplicable;
            finding.Reason = new($"No rules on buildability are known for {place.Name.English} on {date}.", $"{place.Name.Chinese} 在 {date} 没有收录的可建造性规则。");
            return finding;
        }

        LimitCheck.Cite(finding, threshold);
        finding.Rely(Evidence.Unconfirmed);
        var sheet = new FactorSheet();
        if (Structure.Concat(Walls).Any(static system => !AssemblyCount.IsQuantity(system.Quantity) || system.LabourSavingIndex is < 0 or > 10) || OtherFeatures is < 0 or > ComponentBounds.MostPoints || Bonus is < 0 or > ComponentBounds.MostPoints
            || (GrossFloorArea is { } floor && !AssemblyCount.IsQuantity(floor)))
        {
            finding.Verdict = Verdict.Invalid;
            finding.Reason = new("A quantity, an index or points are negative or absurd.", "数量、指数或分值为负或不合理。");
            return finding;
        }

        var missing = new List<string>();
        if (GrossFloorArea is null) missing.Add("grossFloorArea");
        var structure = Weighted(Structure, "sg-structure", "structure", weights, sheet, missing);
        var walls = Weighted(Walls, "sg-walls", "walls", weights, sheet, missing);
        if (OtherFeatures is null) missing.Add("otherFeatures");
        finding.Steps.AddRange(sheet.Explanation);
        foreach (var factor in sheet.Factors) finding.Refer(factor);
        if (structure is { } s && walls is { } w && OtherFeatures is { } n)
        {
            score = s + w + n + Bonus;
            finding.Measured = score;
            var equation = $"B = {Words.Level(s)} + {Words.Level(w)} + {Words.Number(n)} + {Words.Number(Bonus)} = {Words.Level(score.Value)}";
            finding.Step(equation + ".", equation + "。");
        }

        if (GrossFloorArea is { } area && LimitCheck.TryCompare(threshold, area, out var comparison) && comparison.IsMet)
        {
            finding.Verdict = Verdict.NotApplicable;
            finding.Reason = new($"{Words.Number(area)} m2 are below {Words.Number(comparison.Limit)} m2: no minimum score applies.", $"{Words.Number(area)} m2 低于 {Words.Number(comparison.Limit)} m2：无最低分要求。");
            return finding;
        }

        missing.Add("limit");
        finding.Missing = missing;
        finding.Reason = new("The minimum scores are not known to the catalogue.", "目录中没有最低分值。");
        if (missing.Count > 1) finding.Reason = Words.NotKnown(missing, threshold);
        return finding;
    }

    private static decimal? Weighted(IReadOnlyList<BuildableSystem> systems, string part, string input, IReadOnlyList<Requirement> weights, FactorSheet sheet, List<string> missing)
    {
        var weight = weights.FirstOrDefault(row => row.Condition("scorePart")?.Values.Contains(part) == true);
        var whole = systems.Sum(static system => system.Quantity);
        if (whole <= 0 || weight?.Value is not { } points)
        {
            missing.Add(input);
            return null;
        }

        sheet.Cite(weight);
        var index = systems.Sum(static system => system.Quantity * system.LabourSavingIndex) / whole;
        var equation = $"{Words.Number(points)} × {Words.Level(index)} = {Words.Level(points * index)}";
        sheet.Step(equation + ".", equation + "。");
        return points * index;
    }
}
