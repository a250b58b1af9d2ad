namespace GreenBuild.Standards.Waste;

/// <summary>Looks for values that are wrong by a power of ten because a unit was mistaken: kg/m2 for t per 10,000 m2 (10), t per 100 m2 (100), kg for t (1000).</summary>
/// <remarks>A slip that is found is a finding of its own with the verdict <see cref="Verdict.Indeterminate"/> and the missing <c>unit</c>: it asks a person to look, and never changes a value or another verdict.</remarks>
public static class WasteUnitSlip
{
    private static readonly decimal[] Factors = [10, 100, 1000];

    /// <summary>Compares a value that a plan, template or contract sets with limits: is it one of them, times or divided by 10, 100 or 1000?</summary>
    /// <param name="stated">The value that is set.</param>
    /// <param name="limits">The limits that it may be meant to repeat.</param>
    /// <returns>The finding, or <see langword="null"/> if there is no such slip.</returns>
    /// <example>300 kg/m2 are 3000 t/(10^4 m2), ten times the 300 t/(10^4 m2) of 建质〔2020〕46号.</example>
    public static Finding? OfStated(AreaDensity stated, IEnumerable<Requirement> limits)
    {
        var all = limits.Where(static limit => limit is { Kind: RequirementKind.Limit, Value: > 0 }).OrderByDescending(static limit => limit.Evidence).ToList();
        // What repeats one of the limits is right, though it may be a multiple of another.
        foreach (var limit in all)
            if (stated.TryIn(limit.Unit, out var same) && same == limit.Value) return null;
        foreach (var limit in all)
        {
            if (!stated.TryIn(limit.Unit, out var value)) continue;
            foreach (var factor in Factors)
            {
                var isLarge = value == limit.Value * factor;
                if (!isLarge && value * factor != limit.Value) continue;
                var (times, chinese) = isLarge ? (Words.Number(factor) + " times", Words.Number(factor) + " 倍") : ("1/" + Words.Number(factor) + " of", "1/" + Words.Number(factor));
                var finding = Asking(limit, value, limit.Unit);
                finding.Limit = limit.Value;
                finding.Step(
                    $"{stated} = {Words.Number(value)} {Words.OfUnit(limit.Unit)}; the limit is {Words.ValueOf(limit).English} ({limit.Citation}).",
                    $"{stated} = {Words.Number(value)} {Words.OfUnit(limit.Unit)}；限值为 {Words.ValueOf(limit).Chinese}（{limit.Citation}）。");
                finding.Reason = new(
                    $"{stated} is exactly {times} the limit of {Words.Number(limit.Value!.Value)} {Words.OfUnit(limit.Unit)} ({limit.Citation}): probably a {Name(factor).English} slip of the unit.",
                    $"{stated} 恰为限值 {Words.Number(limit.Value.Value)} {Words.OfUnit(limit.Unit)}（{limit.Citation}）的 {chinese}：可能是{Name(factor).Chinese}的单位错误。");
                return finding;
            }
        }

        return null;
    }

    /// <summary>Looks whether a measured value is implausible as it stands, and plausible after a slip of 10, 100 or 1000.</summary>
    /// <param name="measured">The waste per floor area.</param>
    /// <param name="plausible">
    /// The lower and upper planning factor of the kind of works, for example those of CJJ/T 134-2019 for engineering waste (300 and 800 t/(10^4 m2)).
    /// Half of the lower one is still taken as plausible, because limits and good practice lie below planning factors.
    /// </param>
    /// <returns>The finding, or <see langword="null"/> if the value is plausible or no slip explains it.</returns>
    public static Finding? OfMeasured(AreaDensity measured, (Requirement Low, Requirement High) plausible)
    {
        var unit = plausible.High.Unit;
        if (!measured.TryIn(unit, out var value) || plausible.High.Value is not { } high || plausible.Low.Value is not { } lower || plausible.Low.Unit != unit) return null;
        var low = lower / 2;
        if (value <= 0 || (value >= low && value <= high)) return null;
        foreach (var factor in Factors)
        {
            var meant = value > high ? value / factor : value * factor;
            if (meant < low || meant > high) continue;
            var finding = Asking(null, value, unit);
            finding.Rely(plausible.High.Evidence);
            finding.Rely(plausible.Low.Evidence);
            finding.Step(
                $"Planning factors: {Words.Number(lower)} to {Words.Number(high)} {Words.OfUnit(unit)} ({plausible.High.Edition.Number}, {Words.Of(finding.Evidence).English}).",
                $"规划系数：{Words.Number(lower)}～{Words.Number(high)} {unit}（{plausible.High.Edition.Number}，{Words.Of(finding.Evidence).Chinese}）。");
            finding.Reason = new(
                $"{Words.Level(value)} {Words.OfUnit(unit)} is implausible, {Words.Level(meant)} would be usual: probably a {Name(factor).English} slip of the unit.",
                $"{Words.Level(value)} {Words.OfUnit(unit)} 不合常理，{Words.Level(meant)} 属正常范围：可能是{Name(factor).Chinese}的单位错误。");
            return finding;
        }

        return null;
    }

    /// <summary>The planning factors of CJJ/T 134 for the kind of works, or <see langword="null"/> where it has none.</summary>
    internal static (Requirement Low, Requirement High)? PlanningFactors(StandardsCatalogue catalogue, Circumstances known, CalendarDate date)
    {
        if (!known.TryGetToken("sourceWorks", out var works)) return null;
        var wasteClass = works switch
        {
            "new-building" => "engineering-waste",
            "demolition" => "demolition-waste",
            _ => null,
        };
        if (wasteClass is null) return null;
        Requirement? low = null, high = null;
        foreach (var row in catalogue.InForce(Measurands.Waste.GenerationIntensity, Jurisdiction.China, date))
        {
            if (row.Kind != RequirementKind.Factor || row.Condition("wasteClass") is not { } condition || !condition.Values.Contains(wasteClass)) continue;
            if (row.Comparator == Comparator.GreaterThanOrEqual) low ??= row;
            if (row.Comparator == Comparator.LessThanOrEqual) high ??= row;
        }

        return low is null || high is null ? null : (low, high);
    }

    private static Finding Asking(Requirement? requirement, decimal value, string unit) =>
        new(requirement) { Verdict = Verdict.Indeterminate, Missing = ["unit"], Measured = value, Unit = unit };

    private static BilingualText Name(decimal factor) => factor switch
    {
        10 => new("tenfold", "十倍"),
        100 => new("hundredfold", "百倍"),
        _ => new("thousandfold", "千倍"),
    };
}
