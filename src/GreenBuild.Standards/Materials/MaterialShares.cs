namespace GreenBuild.Standards.Materials;

/// <summary>A share of the materials of a bill, in %, or the bounds of it where lines do not say enough.</summary>
public sealed class MaterialShare
{
    internal MaterialShare(decimal part, decimal open, decimal whole, string unit, IReadOnlyList<string> missing, BilingualText what, Evidence evidence = Evidence.SingleSource)
    {
        Evidence = evidence;
        Part = part;
        Whole = whole;
        Unit = unit;
        Missing = missing;
        if (whole > 0)
        {
            Low = part * 100 / whole;
            High = (part + open) * 100 / whole;
        }

        Explanation = whole > 0
            ? new(
                $"{what.English}: {Words.Number(part)} / {Words.Number(whole)} {unit} = {Words.Level(Low!.Value)} %{(open > 0 ? $", at most {Words.Level(High!.Value)} %" : "")}.",
                $"{what.Chinese}：{Words.Number(part)} / {Words.Number(whole)} {unit} = {Words.Level(Low.Value)} %{(open > 0 ? $"，最多 {Words.Level(High!.Value)} %" : "")}。")
            : new($"{what.English}: there is nothing of it in the bill.", $"{what.Chinese}：清单中没有此类材料。");
    }

    /// <summary>The share in %; <see langword="null"/> if it is not known, or there is nothing to take a share of.</summary>
    public decimal? Ratio => Missing.Count == 0 ? Low : null;

    /// <summary>At least this share in %, of the lines whose amount is known; <see langword="null"/> if there is nothing to take a share of.</summary>
    public decimal? Low { get; }

    /// <summary>At most this share in %, of the lines whose amount is known; <see langword="null"/> if there is nothing to take a share of.</summary>
    public decimal? High { get; }

    /// <summary>The amount that counts, in <see cref="Unit"/>.</summary>
    public decimal Part { get; }

    /// <summary>The whole, in <see cref="Unit"/>.</summary>
    public decimal Whole { get; }

    /// <summary>The unit of the amounts.</summary>
    public string Unit { get; }

    /// <summary>What lines do not say: <c>recyclable</c>, <c>strengthGrade</c>, <c>density</c>, <c>massPerUnit</c>, <c>unit</c>, <c>fault</c>, <c>edition</c>; empty if nothing.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>How well is known what counts: what a material can be recycled to is the bill's word, from which grade a strength is high that of an edition.</summary>
    public Evidence Evidence { get; }

    /// <summary>How it was computed.</summary>
    public BilingualText Explanation { get; }

    /// <summary>The explanation in English.</summary>
    public override string ToString() => Explanation.English;
}

/// <summary>Shares of the materials of a bill that GB/T 50378 asks for: recyclable (7.2.17) and of high strength (7.2.15).</summary>
public static class MaterialShares
{
    /// <summary>The share of recyclable and reusable materials by mass (method <c>recycle-ratio</c>).</summary>
    /// <param name="lines">The lines of the bill.</param>
    /// <param name="date">The day of the bill, on which a declaration of a line without a day of delivery must be valid to prove its density; <see langword="null"/> if not known: then it is taken as valid.</param>
    public static MaterialShare Recyclable(IReadOnlyList<MaterialLine> lines, CalendarDate? date = null)
    {
        var (part, open, whole, missing) = (0m, 0m, 0m, new List<string>());
        foreach (var line in lines)
        {
            if (!line.TryGetMass(ValidEpd(line, date), out var mass, out var lacks))
            {
                Add(missing, lacks);
                continue;
            }

            whole += mass;
            if (line.IsRecyclable == true) part += mass;
            else if (line.IsRecyclable is null && mass > 0)
            {
                open += mass;
                Add(missing, "recyclable");
            }
        }

        return new MaterialShare(part, open, whole, "kg", missing.AsReadOnly(), new("Recyclable and reusable", "可再循环、可再利用材料"));
    }

    /// <summary>The share of high strength: of rebar and steel by mass, of concrete by volume.</summary>
    /// <param name="lines">The lines of the bill; those of the role count.</param>
    /// <param name="role">Rebar, vertical concrete or structural steel.</param>
    /// <param name="edition">The edition of GB/T 50378 that says from which grade the strength is high: 400 MPa, C50, Q345 (7.2.15).</param>
    /// <param name="date">The day of the bill, as for <see cref="Recyclable"/>.</param>
    /// <returns>The share; without figures, and with <c>edition</c> missing, where the edition does not say the grade.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The role is none of the three.</exception>
    public static MaterialShare HighStrength(IReadOnlyList<MaterialLine> lines, StructuralRole role, Edition edition, CalendarDate? date = null)
    {
        var (measurand, unit, what) = role switch
        {
            StructuralRole.Rebar => (Measurands.Materials.HighStrengthRebarGrade, "kg", new BilingualText("Rebar of high strength", "高强钢筋")),
            StructuralRole.VerticalConcrete => (Measurands.Materials.HighStrengthConcreteGrade, "m3", new BilingualText("Concrete of high strength in vertical structure", "竖向承重结构高强混凝土")),
            StructuralRole.StructuralSteel => (Measurands.Materials.HighStrengthSteelGrade, "kg", new BilingualText("Steel of high strength", "高强钢材")),
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no share of high strength for it."),
        };
        if (edition.Requirements.FirstOrDefault(row => row is { Kind: RequirementKind.Factor, Value: not null } && row.Measurand.Key == measurand) is not { } least)
            return new MaterialShare(0, 0, 0, unit, ["edition"], what, Evidence.Unconfirmed);
        var grade = Words.Number(least.Value!.Value);
        what = new($"{what.English} ({grade} or more, {least.Citation})", $"{what.Chinese}（{grade} 及以上，{least.Citation}）");
        var (part, open, whole, missing) = (0m, 0m, 0m, new List<string>());
        foreach (var line in lines)
        {
            if (line.StructuralRole != role) continue;
            if (line.Fault.English.Length > 0)
            {
                Add(missing, "fault");
                continue;
            }

            var epd = ValidEpd(line, date);
            if (!MaterialMass.TryConvert(line.Quantity, line.Unit, unit, line.DensityBy(epd), line.MassPerUnitBy(epd), out var amount, out var lacks))
            {
                Add(missing, lacks);
                continue;
            }

            amount = Gbt8170.Round(amount, 6);
            whole += amount;
            if (line.StrengthGrade >= least.Value) part += amount;
            if (line.StrengthGrade is not null || amount == 0) continue;
            open += amount;
            Add(missing, "strengthGrade");
        }

        return new MaterialShare(part, open, whole, unit, missing.AsReadOnly(), what, least.Evidence);
    }

    private static Epd? ValidEpd(MaterialLine line, CalendarDate? date) => line.ValidEpd(date, StandardsCatalogue.Default, CheckOptions.Default);

    private static void Add(List<string> missing, string name)
    {
        if (!missing.Contains(name)) missing.Add(name);
    }
}
