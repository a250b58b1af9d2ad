namespace GreenBuild.Standards.Components;

/// <summary>By which of its two formulas a pre-manufactured value was computed; they give different numbers.</summary>
public enum PmvFormula
{
    /// <summary>(gross construction cost − preliminaries − site labour) / gross construction cost: RIBA overlay, Cast. This is the value of <c>default</c>.</summary>
    GrossCost = 0,

    /// <summary>(materials + off-site labour) / (materials + off-site labour + site labour): the variant of the DfE.</summary>
    Labour = 1,
}

/// <summary>The pre-manufactured value (PMV) of a building in the United Kingdom, with the formula that it was computed by.</summary>
public sealed record PreManufacturedValue
{
    private PreManufacturedValue(PmvFormula formula, decimal percent)
    {
        Formula = formula;
        Percent = percent;
    }

    /// <summary>The formula.</summary>
    public PmvFormula Formula { get; }

    /// <summary>The value in per cent.</summary>
    public decimal Percent { get; }

    /// <summary>From cost: (gross − preliminaries − site labour) / gross.</summary>
    /// <param name="gross">The gross construction cost.</param>
    /// <param name="preliminaries">The preliminaries, in the same currency.</param>
    /// <param name="siteLabour">The labour on the site, in the same currency.</param>
    /// <returns><see langword="null"/> where these are no such costs: negative, or parts above the whole.</returns>
    public static PreManufacturedValue? OfCost(decimal gross, decimal preliminaries, decimal siteLabour) =>
        IsCost(gross) && gross > 0 && IsCost(preliminaries) && IsCost(siteLabour) && preliminaries + siteLabour <= gross ? new(PmvFormula.GrossCost, (gross - preliminaries - siteLabour) * 100 / gross) : null;

    /// <summary>From labour: (materials + off-site labour) / (materials + off-site labour + site labour).</summary>
    /// <param name="materials">The materials.</param>
    /// <param name="offSiteLabour">The labour off the site, in the same currency.</param>
    /// <param name="siteLabour">The labour on the site, in the same currency.</param>
    /// <returns><see langword="null"/> where these are no such costs: negative, or all zero.</returns>
    public static PreManufacturedValue? OfLabour(decimal materials, decimal offSiteLabour, decimal siteLabour) =>
        IsCost(materials) && IsCost(offSiteLabour) && IsCost(siteLabour) && materials + offSiteLabour + siteLabour > 0
            ? new(PmvFormula.Labour, (materials + offSiteLabour) * 100 / (materials + offSiteLabour + siteLabour)) : null;

    /// <summary>Judges it against the funding condition in force on a day: that of the Affordable Homes Programme 2021-26.</summary>
    /// <param name="date">The day.</param>
    /// <param name="known">What else is known: <c>affordableHomesProgramme</c>, whether the home is under the programme.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>
    /// <see cref="Verdict.NotApplicable"/> outside the years of the programme, and for homes that are not under it. The condition is that of the author of the formula from cost
    /// (Cast): a value by the other formula is another number, and <see cref="Verdict.Indeterminate"/>.
    /// </returns>
    public Finding Judge(CalendarDate date, Circumstances? known = null, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        var finding = AssemblyFigure.JudgeIn([AssemblyFigure.Pmv(Percent)], Jurisdiction.Parse("GB"), date, known, catalogue, options)[0];
        if (Formula == PmvFormula.GrossCost)
        {
            finding.Step("Computed as (gross cost − preliminaries − site labour) / gross cost.", "按（总造价 − 措施费 − 现场人工）/ 总造价计算。");
            return finding;
        }

        var other = new BilingualText(
            "Computed as (materials + off-site labour) / (materials + off-site labour + site labour); the funding condition does not say which formula it means.",
            "按（材料 + 场外人工）/（材料 + 场外人工 + 现场人工）计算；资助条件未说明采用哪个公式。");
        if (finding.Decided is Verdict.Compliant or Verdict.NonCompliant) ComputedFinding.Withdraw(finding, Verdict.Indeterminate, ["grossConstructionCost"], other);
        else finding.Steps.Add(other);
        return finding;
    }

    private static bool IsCost(decimal cost) => cost is >= 0 and <= 1_000_000_000_000_000;
}
