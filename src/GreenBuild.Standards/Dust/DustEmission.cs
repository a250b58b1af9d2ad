namespace GreenBuild.Standards.Dust;

/// <summary>How much dust a construction site emits, by the inventory guideline of the ministry: W = E · A · T (Notice 2014 No. 92).</summary>
/// <remarks>
/// E is the factor of TSP, times the share of PM10 or PM2.5, times (1 − efficiency of control). An estimate for inventories and plans, never a verdict. Where several
/// measures act the largest efficiency is taken; that, like most of these figures, was recalled and not read again: <see cref="Evidence"/> says so.
/// </remarks>
public sealed class DustEmission
{
    // Beyond this a number is no area or time.
    private const decimal Most = 1_000_000_000_000;

    private readonly FactorSheet _sheet = new();

    private DustEmission()
    {
    }

    /// <summary>The emission in t, unrounded, or <see langword="null"/> if something is missing.</summary>
    public decimal? Tonnes { get; private set; }

    /// <summary>The rows that were used.</summary>
    public IReadOnlyList<Requirement> Factors => _sheet.Factors;

    /// <summary>What is missing (<c>area</c>, <c>months</c>, or <c>factor</c> where the catalogue has none for the place and case); empty if nothing is.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>The weakest evidence of the factors.</summary>
    public Evidence Evidence => _sheet.Evidence;

    /// <summary>How it was computed, step by step.</summary>
    public IReadOnlyList<BilingualText> Explanation => _sheet.Explanation;

    /// <summary>Estimates the emission of a site.</summary>
    /// <param name="catalogue">The catalogue that is asked.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">A day of the time, by which the factors go.</param>
    /// <param name="particulate">What is estimated.</param>
    /// <param name="area">The construction area in m2.</param>
    /// <param name="months">The time in months: days of work divided by 30.</param>
    /// <param name="measures">The measures of control that act, words of the facet <c>dustMeasure</c>; those without an efficiency in the catalogue change nothing, and it is said.</param>
    public static DustEmission Estimate(
        StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date, Particulate particulate, decimal area, decimal months, IReadOnlyList<string> measures)
    {
        var emission = new DustEmission();
        if (area is < 0 or > Most) return emission.Ask("area");
        if (months is < 0 or > Most) return emission.Ask("months");
        var pollutant = particulate switch { Particulate.Pm10 => "pm10", Particulate.Pm25 => "pm25", _ => "tsp" };
        var known = Circumstances.None.With("airPollutant", pollutant);
        if (emission.Use(catalogue, place, date, Measurands.Dust.EmissionFactor, known, "t/(m2*month)") is not { } factor) return emission.Ask("factor");
        decimal share = 1;
        if (particulate != Particulate.Tsp)
        {
            if (emission.Use(catalogue, place, date, Measurands.Dust.ParticleShare, known, "1") is not { } part) return emission.Ask("factor");
            share = part;
        }

        Requirement? best = null;
        foreach (var measure in measures)
        {
            var row = Vocabulary.FindFacet("dustMeasure")!.Values.Any(word => word.Value == measure)
                ? FactorSheet.Find(catalogue, Measurands.Dust.ControlEfficiency, place, date, known.With("dustMeasure", measure))
                : null;
            if (row is null) emission._sheet.Step($"No efficiency is known of '{measure}': it counts nothing.", $"“{measure}”的控制效率未知，不计入。");
            else if (best is null || row.Value > best.Value) best = row;
        }

        decimal left = 1;
        if (best?.Value is { } efficiency)
        {
            emission._sheet.Cite(best);
            left = 1 - (efficiency / 100);
        }

        emission.Tonnes = factor * share * left * area * months;
        emission._sheet.Step(
            $"{Words.Number(factor)} · {Words.Number(share)} · {Words.Number(left)} · {Words.Number(area)} m2 · {Words.Number(months)} months = {Words.Number(emission.Tonnes.Value)} t.",
            $"{Words.Number(factor)} × {Words.Number(share)} × {Words.Number(left)} × {Words.Number(area)} m2 × {Words.Number(months)} 月 = {Words.Number(emission.Tonnes.Value)} t。");
        return emission;
    }

    private decimal? Use(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date, string measurand, Circumstances known, string unit)
    {
        if (FactorSheet.Find(catalogue, measurand, place, date, known) is not { Value: { } value } row || !MeasurementUnit.TryConvert(value, row.Unit, unit, out var converted)) return null;
        _sheet.Cite(row);
        return converted;
    }

    private DustEmission Ask(string name)
    {
        Missing = [name];
        _sheet.Step(Words.NotKnown([name]));
        return this;
    }
}
