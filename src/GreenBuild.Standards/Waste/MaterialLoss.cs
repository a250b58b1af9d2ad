namespace GreenBuild.Standards.Waste;

/// <summary>The loss of a material on the site: what was issued against what the drawings need.</summary>
public static class MaterialLoss
{
    /// <summary>The loss rate in %: (issued − net) / net · 100 (建质〔2007〕223号).</summary>
    /// <param name="issued">The quantity issued to the works.</param>
    /// <param name="net">The theoretical net quantity by the drawings, in the same unit, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The net quantity is not above 0, or the quantity issued is negative.</exception>
    public static decimal Rate(decimal issued, decimal net)
    {
        if (net <= 0) throw new ArgumentOutOfRangeException(nameof(net), net, "A net quantity is above 0.");
        if (issued < 0) throw new ArgumentOutOfRangeException(nameof(issued), issued, "A quantity issued is not negative.");
        return (issued - net) * 100 / net;
    }

    /// <summary>Judges by how much the loss of a material lies below the loss that the quota allows: (quota − actual) / quota.</summary>
    /// <param name="material">The material, for the finding.</param>
    /// <param name="actualRate">The loss rate in %, as <see cref="Rate"/> gives it.</param>
    /// <param name="quotaRate">The loss rate of the quota (定额损耗率) in %.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day of the evaluation.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns><see cref="Verdict.Invalid"/> if a rate is none: a quota that is not 0.0001 to 1000 %, an actual rate that is not −100 to 1,000,000 %.</returns>
    public static Finding JudgeReduction(
        string material, decimal actualRate, decimal quotaRate, Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        if (quotaRate is < 0.0001m or > 1000 || actualRate is < -100 or > 1_000_000)
        {
            return new Finding(null)
            {
                Verdict = Verdict.Invalid,
                Subject = material,
                Reason = new($"A loss of {Words.Number(actualRate)} % against a quota of {Words.Number(quotaRate)} % is no loss.", $"损耗率 {Words.Number(actualRate)} %、定额损耗率 {Words.Number(quotaRate)} % 无效。"),
            };
        }

        var reduction = (quotaRate - actualRate) * 100 / quotaRate;
        var finding = LimitCheck.JudgeGoverning(
            catalogue ?? StandardsCatalogue.Default, Measurands.Waste.LossReductionAgainstQuota, reduction, place, date, Circumstances.None, options, "%");
        finding.Subject = material;
        finding.Steps.Insert(0, new(
            $"({Words.Number(quotaRate)} − {Words.Level(actualRate)}) / {Words.Number(quotaRate)} = {Words.Level(reduction)} % below the quota.",
            $"（{Words.Number(quotaRate)} − {Words.Level(actualRate)}）/ {Words.Number(quotaRate)} = 比定额降低 {Words.Level(reduction)} %。"));
        return finding;
    }
}
