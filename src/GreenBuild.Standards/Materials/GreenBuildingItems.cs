namespace GreenBuild.Standards.Materials;

/// <summary>What a building has of one material item of GB/T 50378.</summary>
public sealed class GreenBuildingItem
{
    /// <summary>Creates a record of an item that is measured.</summary>
    /// <param name="measurand">What was measured, for example <c>materials.recyclable-material-share</c>.</param>
    /// <param name="value">The value in the unit of the item (%, or a count).</param>
    public GreenBuildingItem(string measurand, decimal value)
    {
        Measurand = measurand;
        Value = value;
    }

    /// <summary>Creates a record of an item that is met or not.</summary>
    /// <param name="measurand">What is asked for, for example <c>materials.integrated-decoration</c>.</param>
    /// <param name="isMet">Whether it is met.</param>
    public GreenBuildingItem(string measurand, bool isMet)
    {
        Measurand = measurand;
        IsMet = isMet;
    }

    /// <summary>What the record is about, by the key of the measurand.</summary>
    public string Measurand { get; }

    /// <summary>How well what the value rests on is known: of a value that was computed from facts, the weakest of them.</summary>
    internal Evidence Evidence { get; init; } = Evidence.Confirmed;

    /// <summary>The value; <see langword="null"/> for an item that is met or not.</summary>
    public decimal? Value { get; }

    /// <summary>Whether the item is met; <see langword="null"/> for one that is measured.</summary>
    public bool? IsMet { get; }

    /// <summary>The part that it is about, a word of the facet <c>scoredPart</c>; <see langword="null"/> if the item has no parts.</summary>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    public string? Part { get; init => field = value is null ? null : Vocabulary.Checked("scoredPart", value); }
}

/// <summary>The points of one clause.</summary>
public sealed class GreenBuildingClause
{
    internal GreenBuildingClause(string clause, decimal low, decimal high, decimal full, IReadOnlyList<string> missing, FactorSheet sheet, string? structureType)
    {
        Clause = clause;
        LowPoints = low;
        HighPoints = high;
        FullPoints = full;
        Missing = missing;
        Evidence = sheet.Evidence;
        Rows = sheet.Factors;
        Explanation = sheet.Explanation;
        StructureType = structureType;
    }

    /// <summary>The clause, for example <c>7.2.17</c>.</summary>
    public string Clause { get; }

    /// <summary>The points; <see langword="null"/> if they are not known.</summary>
    public decimal? Points => LowPoints == HighPoints && Missing.Count == 0 ? LowPoints : null;

    /// <summary>At least so many points.</summary>
    public decimal LowPoints { get; }

    /// <summary>At most so many points.</summary>
    public decimal HighPoints { get; }

    /// <summary>The full points of the clause for such a building.</summary>
    public decimal FullPoints { get; }

    /// <summary>What is missing, by measurand (and part); <c>tier</c> where two readings of the clause differ; empty if nothing is.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The weakest evidence of the rows that were used.</summary>
    public Evidence Evidence { get; }

    /// <summary>The rows that were used.</summary>
    public IReadOnlyList<Requirement> Rows { get; }

    /// <summary>The structure that the points are for, where a clause scores structures apart; else <see langword="null"/>.</summary>
    public string? StructureType { get; }

    /// <summary>How the points were found.</summary>
    public IReadOnlyList<BilingualText> Explanation { get; }

    /// <summary>Clause and points.</summary>
    public override string ToString() => $"{Clause}: {(Points is { } points ? Words.Number(points) : Words.Number(LowPoints) + "–" + Words.Number(HighPoints) + "?")} / {Words.Number(FullPoints)}";
}

/// <summary>The points of the material items of GB/T 50378: durability, green products, high-strength materials, recyclable materials, green material ratio and so on.</summary>
/// <remarks>
/// Only the tier that is reached counts. Where the catalogue holds two readings of one tier (7.2.18 of 2024: 50 % or 60 %), a value between them earns a number of points that is not
/// known. Most items are recalled: see <see cref="GreenBuildingClause.Evidence"/>. Bonus items (9.2) are scored as well; their clauses offer alternatives, of which the best counts.
/// </remarks>
public static class GreenBuildingItems
{
    /// <summary>Scores the material items.</summary>
    /// <param name="edition">GB/T 50378-2019 or its revision of 2024.</param>
    /// <param name="items">What the building has; items without a record score nothing and are named as missing.</param>
    /// <param name="circumstances"><c>buildingUse</c> (<c>residential</c> or <c>public</c>; of another word it is asked which of the two) and <c>structureType</c> (<c>concrete</c> or <c>steel</c>); for a mixed structure leave the latter out and give <paramref name="isMixedStructure"/>.</param>
    /// <param name="isMixedStructure">Whether the structure is of concrete and of steel: 7.2.15 is then the mean of both parts.</param>
    /// <returns>One result for each clause with score or bonus rows that may apply, in the order of the catalogue.</returns>
    public static IReadOnlyList<GreenBuildingClause> Score(Edition edition, IReadOnlyList<GreenBuildingItem> items, Circumstances circumstances, bool isMixedStructure = false)
    {
        var clauses = new List<GreenBuildingClause>();
        foreach (var clause in edition.Requirements.Where(static row => row is { Kind: RequirementKind.ScoreRow, Domain: "materials", Clause: not null }).GroupBy(static row => row.Clause!))
        {
            var rows = clause.ToList();
            if (isMixedStructure && rows.Exists(static row => row.Condition("structureType") is not null))
            {
                var concrete = Of(clause.Key, rows, items, circumstances.With("structureType", "concrete"), "concrete");
                var steel = Of(clause.Key, rows, items, circumstances.With("structureType", "steel"), "steel");
                if (concrete is not null && steel is not null) clauses.Add(Mean(concrete, steel));
            }
            else if (Of(clause.Key, rows, items, circumstances, null) is { } scored)
            {
                clauses.Add(scored);
            }
        }

        return clauses.AsReadOnly();
    }

    private static GreenBuildingClause Mean(GreenBuildingClause concrete, GreenBuildingClause steel)
    {
        var sheet = new FactorSheet();
        foreach (var row in concrete.Rows.Concat(steel.Rows)) sheet.Cite(row);
        // The rule itself stands in the methods only.
        sheet.Weaken(concrete.Evidence);
        sheet.Weaken(steel.Evidence);
        sheet.Step($"Mixed structure: mean of concrete ({concrete}) and steel ({steel}).", $"混合结构：混凝土部分（{concrete}）与钢结构部分（{steel}）取平均值。");
        return new GreenBuildingClause(
            concrete.Clause, (concrete.LowPoints + steel.LowPoints) / 2, (concrete.HighPoints + steel.HighPoints) / 2, (concrete.FullPoints + steel.FullPoints) / 2,
            concrete.Missing.Concat(steel.Missing).Distinct().ToList().AsReadOnly(), sheet, null);
    }

    private static GreenBuildingClause? Of(string clause, List<Requirement> rows, IReadOnlyList<GreenBuildingItem> items, Circumstances circumstances, string? structureType)
    {
        var sheet = new FactorSheet();
        var missing = new List<string>();
        var parts = new List<(decimal Low, decimal High, decimal Full)>();
        var isBonus = false;
        foreach (var part in rows.GroupBy(static row => (row.Measurand.Key, Part: row.Condition("scoredPart")?.Values[0])))
        {
            var (applying, open) = (new List<Requirement>(), 0m);
            foreach (var row in part)
            {
                var match = row.AppliesTo(WithOwn(row, circumstances), out var unknown);
                if (match == FacetMatch.Holds) applying.Add(row);
                if (match != FacetMatch.Unknown) continue;
                missing.AddRange(unknown.Where(name => !missing.Contains(name)));
                open = Math.Max(open, row.Points ?? 0);
                sheet.Weaken(row.Evidence);
            }

            // A use that the clause does not name (nursery, health care) is one of those that it does: which, is to be said.
            if (applying.Count == 0 && open == 0 && IsOtherUse([.. part], circumstances))
            {
                if (!missing.Contains("buildingUse")) missing.Add("buildingUse");
                open = part.Max(static row => row.Points ?? 0);
                foreach (var row in part) sheet.Weaken(row.Evidence);
            }

            // Of rows that may apply the points are open.
            if (open > 0) parts.Add((0, open, open));
            if (applying.Count == 0) continue;
            isBonus |= applying[0].Condition("itemType")?.Values.Contains("bonus") == true;
            parts.Add(ScorePart(applying, items.LastOrDefault(item => item.Measurand == part.Key.Key && item.Part == part.Key.Part), part.Key.Key, part.Key.Part, sheet, missing));
        }

        if (parts.Count == 0 && missing.Count == 0) return null;
        // A structure is of steel or timber, or of precast concrete: the points of both (9.2.5) never count together.
        var isEither = isBonus && rows.Exists(static row => row.Measurand.Key == Measurands.Materials.SteelTimberMainStructure) && rows.Exists(static row => row.Measurand.Key == Measurands.Materials.PrecastConcreteVolumeShare);
        return new GreenBuildingClause(
            clause,
            isEither ? parts.Max(static part => part.Low) : parts.Sum(static part => part.Low),
            isEither ? parts.Max(static part => part.High) : parts.Sum(static part => part.High),
            isEither ? parts.Max(static part => part.Full) : parts.Sum(static part => part.Full),
            missing.AsReadOnly(), sheet, structureType);
    }

    private static bool IsOtherUse(List<Requirement> rows, Circumstances circumstances) =>
        circumstances.TryGetToken("buildingUse", out var use) && rows.TrueForAll(row => row.Condition("buildingUse") is { IsException: false }) && !rows[0].Edition.Requirements.Any(row => row.Condition("buildingUse")?.Values.Contains(use) == true);

    /// <summary>What a row says of itself is no question to the building: what sort of item it is, and from which share on a kind counts.</summary>
    private static Circumstances WithOwn(Requirement row, Circumstances circumstances)
    {
        foreach (var facet in new[] { "itemType", "scoredPart" })
            if (row.Condition(facet) is { } own) circumstances = circumstances.With(facet, own.Values[0]);
        // The record counts the kinds that are above this share.
        if (row.Condition("shareOfKind") is not null) circumstances = circumstances.With("shareOfKind", 100);
        return circumstances;
    }

    private static (decimal Low, decimal High, decimal Full) ScorePart(
        List<Requirement> rows, GreenBuildingItem? item, string measurand, string? part, FactorSheet sheet, List<string> missing)
    {
        var full = rows.Max(static row => row.Points ?? 0);
        var isMeasured = rows.Exists(static row => row.Range is not null);
        if (item is null || (isMeasured ? item.Value is null : item.IsMet is null))
        {
            missing.Add(part is null ? measurand : measurand + ":" + part);
            foreach (var row in rows) sheet.Weaken(row.Evidence);
            return (0, full, full);
        }

        sheet.Weaken(item.Evidence);
        if (!isMeasured)
        {
            sheet.Cite(rows[0]);
            var points = item.IsMet == true ? full : 0;
            return (points, points, full);
        }

        var value = item.Value!.Value;
        var (low, high) = (0m, 0m);
        Requirement? best = null;
        foreach (var tier in rows.GroupBy(static row => row.Points ?? 0))
        {
            // Two readings of one tier: it is surely reached where all hold, and perhaps where one does.
            if (tier.All(row => row.Range!.Contains(value)) && tier.Key > low) (low, best) = (tier.Key, tier.First());
            if (tier.Any(row => row.Range!.Contains(value)) && tier.Key > high) high = tier.Key;
        }

        foreach (var row in rows.Where(row => row == best || (row.Points > low && row.Points <= high))) sheet.Cite(row);
        // That nothing is earned rests on the lowest tier.
        if (best is null && high == 0) sheet.Cite(rows.OrderBy(static row => row.Points).First());
        if (low == high) return (low, high, full);
        missing.Add("tier");
        sheet.Step(
            $"Two readings of the tier differ at {Words.Number(value)}: {Words.Number(low)} or {Words.Number(high)} points; it is not settled.", $"对该档次的两种说法在 {Words.Number(value)} 处不一致：{Words.Number(low)} 或 {Words.Number(high)} 分，尚无定论。");
        return (low, high, full);
    }
}
