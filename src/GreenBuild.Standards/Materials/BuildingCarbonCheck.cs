namespace GreenBuild.Standards.Materials;

/// <summary>What a design says of the energy and carbon of its operation (GB 55015-2021). What is not known is left out.</summary>
public sealed class BuildingCarbonDesign
{
    /// <summary>What is known of the building: <c>buildingStatus</c>, <c>buildingUse</c> (<c>residential</c> or <c>public</c>), <c>climateZone</c>, <c>designPhase</c>.</summary>
    public Circumstances Circumstances { get; init; } = Circumstances.None;

    /// <summary>The carbon intensity of the designed building in kgCO2/(m2.a).</summary>
    public decimal? DesignIntensity { get; init; }

    /// <summary>The carbon intensity of the reference building by the standards of 2016, computed by the same method, in kgCO2/(m2.a).</summary>
    public decimal? ReferenceIntensity { get; init; }

    /// <summary>By how much the design energy use lies below that of the standards of 2016, in %.</summary>
    public decimal? EnergyReduction { get; init; }

    /// <summary>The mean energy-saving rate in %.</summary>
    public decimal? EnergySavingRate { get; init; }

    /// <summary>Whether the design documents hold a carbon analysis report.</summary>
    public bool? HasCarbonReport { get; init; }
}

/// <summary>Judges the operational energy and carbon of a design against GB 55015-2021.</summary>
/// <remarks>
/// What the catalogue gives as an average (40 % and 7 kgCO2/(m2.a) of 2.0.3, 30 and 20 % of 2.0.1, the rates of 2.0.2) is one of all buildings; one building is not judged by it: the finding has the
/// figure, and is not applicable.
/// </remarks>
public static class BuildingCarbonCheck
{
    private const string AllBuildings = "allBuildings";

    /// <summary>Judges a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day of the design review.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>
    /// Carbon reduction in % and absolute, design energy and saving rate, each with its figure; and the carbon report where the phase of the design asks for it. What is not known is
    /// <see cref="Verdict.Indeterminate"/> and named (<c>designIntensity</c>, <c>referenceIntensity</c>, <c>energyReduction</c>, <c>energySavingRate</c>, <c>carbonReport</c>);
    /// what is no such number, as a share above 100 %, is <see cref="Verdict.Invalid"/>.
    /// </returns>
    public static IReadOnlyList<Finding> Judge(BuildingCarbonDesign design, Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        options ??= CheckOptions.Default;
        var missing = new List<string>();
        if (design.DesignIntensity is null) missing.Add("designIntensity");
        if (design.ReferenceIntensity is null) missing.Add("referenceIntensity");
        const string Intensity = "kgCO2/(m2.a)";
        BilingualText fault = default;
        if (design.DesignIntensity is { } designed && (designed < 0 || !MeasuredNumber.IsQuantity(designed))) fault = None(designed, Intensity, "carbon intensity of the design", "设计碳排放强度");
        else if (design.ReferenceIntensity is { } reference && (reference <= 0 || !MeasuredNumber.IsQuantity(reference))) fault = None(reference, Intensity, "carbon intensity of the reference building", "参照建筑碳排放强度");
        decimal? saved = missing.Count == 0 && fault.English is not { Length: > 0 } ? design.ReferenceIntensity - design.DesignIntensity : null;
        var basis = new FactorSheet();
        if (saved is { } absolute)
            basis.Step(
                $"{Words.Number(design.ReferenceIntensity!.Value)} − {Words.Number(design.DesignIntensity!.Value)} = {Words.Number(absolute)} kgCO2/(m2.a).",
                $"{Words.Number(design.ReferenceIntensity.Value)} − {Words.Number(design.DesignIntensity.Value)} = {Words.Number(absolute)} kgCO2/(m2.a)。");
        var findings = new List<Finding>
        {
            Judged(Measurands.Materials.OperationalCarbonReduction, saved * 100 / design.ReferenceIntensity, "%", basis, missing, fault),
            Judged(Measurands.Materials.OperationalCarbonReductionAbsolute, saved, Intensity, basis, missing, fault),
            Judged(Measurands.Materials.DesignEnergyReduction, design.EnergyReduction, "%", new FactorSheet(), ["energyReduction"], FaultOf(design.EnergyReduction, -1_000, "reduction of the design energy", "设计能耗降低率")),
            Judged(Measurands.Materials.EnergySavingRate, design.EnergySavingRate, "%", new FactorSheet(), ["energySavingRate"], FaultOf(design.EnergySavingRate, 0, "energy-saving rate", "节能率")),
        };
        foreach (var duty in catalogue.InForce(Measurands.Materials.CarbonAnalysisReport, place, date))
        {
            var match = duty.AppliesTo(design.Circumstances.In(place), out var unknown);
            if (match == FacetMatch.Fails) continue;
            var finding = match == FacetMatch.Unknown ? ComputedFinding.Ask(new Finding(duty), unknown) : ComputedFinding.JudgeDuty(duty, design.HasCarbonReport, "carbonReport", options);
            finding.Subject = "carbon-analysis-report";
            findings.Add(finding);
        }

        return findings.AsReadOnly();

        Finding Judged(string measurand, decimal? value, string unit, FactorSheet of, IReadOnlyList<string> without, BilingualText wrong)
        {
            var finding = wrong.English is { Length: > 0 } ? ComputedFinding.Invalid(wrong) : ComputedFinding.JudgeGoverning(catalogue, measurand, value, unit, of, without, place, date, design.Circumstances.With(AllBuildings, true), options);
            finding.Subject = measurand.Substring("materials.".Length);
            if (finding.Requirement is { } mean && mean.Condition(AllBuildings) is not null)
                ComputedFinding.Withdraw(finding, Verdict.NotApplicable, [], new($"A mean over all buildings, and no test of one ({mean.Citation}).", $"系全体建筑的平均要求，不用于判定单体建筑（{mean.Citation}）。"));
            return finding;
        }

        // More than all cannot be saved; a design can need more than the reference, to ten times as much.
        static BilingualText FaultOf(decimal? share, decimal least, string english, string chinese) => share is { } given && (given < least || given > 100) ? None(given, "%", english, chinese) : default;

        static BilingualText None(decimal value, string unit, string english, string chinese) => new($"{Words.Number(value)} {unit} is no {english}.", $"{Words.Number(value)} {unit} 不是{chinese}。");
    }
}
