namespace GreenBuild.Standards.Noise;

/// <summary>What the correction of a measured level for background noise came to.</summary>
public enum BackgroundOutcome
{
    /// <summary>No rule for the correction is known for the case. This is the value of <c>default</c>.</summary>
    NoRule = 0,

    /// <summary>The background is so low that nothing is corrected.</summary>
    NotNeeded = 1,

    /// <summary>A step of the table was added.</summary>
    Corrected = 2,

    /// <summary>The background is too high to correct, but the measured level is so near the limit that the source alone is below it (HJ 706-2014, 6.3).</summary>
    BelowLimit = 3,

    /// <summary>The background is too high: lower it and measure again. No verdict can be reached.</summary>
    Undecidable = 4,
}

/// <summary>Correction of a measured emission level for background noise by the stepped table (GB 12523-2011, 5.7; HJ 706-2014).</summary>
/// <remarks>
/// Only done where the uncorrected value exceeds the limit (HJ 706-2014, 6.1). The rows of the edition that is applied are used;
/// where it has none, those of HJ 706. The table is not the energetic subtraction (<see cref="EquivalentLevel.Subtract"/>).
/// </remarks>
public sealed class BackgroundCorrection
{
    private BackgroundCorrection(BackgroundOutcome outcome, decimal correction, decimal difference, Requirement? rule)
    {
        Outcome = outcome;
        Correction = correction;
        Difference = difference;
        Rule = rule;
    }

    /// <summary>What it came to.</summary>
    public BackgroundOutcome Outcome { get; }

    /// <summary>What is added to the measured level, in dB; zero or negative.</summary>
    public decimal Correction { get; }

    /// <summary>The measured level minus the background, rounded to whole dB by GB/T 8170 as the rules ask.</summary>
    public decimal Difference { get; }

    /// <summary>The row that was applied, or <see langword="null"/> where there is none.</summary>
    public Requirement? Rule { get; }

    /// <summary>Looks the correction up.</summary>
    /// <param name="catalogue">The catalogue that is asked.</param>
    /// <param name="limit">The limit that is checked; its edition's own rows go first.</param>
    /// <param name="place">Where it was measured.</param>
    /// <param name="date">When it was measured; HJ 706-2014 applies from 2015-01-01.</param>
    /// <param name="measured">The measured level in dB(A), unrounded.</param>
    /// <param name="background">The background level in dB(A), unrounded.</param>
    public static BackgroundCorrection Find(
        StandardsCatalogue catalogue, Requirement limit, Jurisdiction place, CalendarDate date, decimal measured, decimal background)
    {
        var exact = measured - background;
        var difference = Gbt8170.Round(exact, 0);
        var given = Circumstances.None.With("backgroundDifference", difference);
        var rules = Rules(catalogue, limit, place, date);
        if (rules.Count == 0) return new BackgroundCorrection(BackgroundOutcome.NoRule, 0, difference, null);

        // A background that is not below the measured level shows that one of the two is wrong.
        if (exact <= 0) return new BackgroundCorrection(BackgroundOutcome.Undecidable, 0, difference, Threshold(catalogue, limit, place, date, Comparator.LessThan));

        // Before HJ 706-2014 the clauses of GB 12523-2011 stand alone, and speak of the difference before it is rounded (5.7.1, 5.7.3).
        if (!IsHj706InForce(catalogue, place, date))
        {
            if (Threshold(catalogue, limit, place, date, Comparator.GreaterThan) is { Value: { } upper } none && exact >= upper)
                return new BackgroundCorrection(BackgroundOutcome.NotNeeded, 0, difference, none);
            if (Threshold(catalogue, limit, place, date, Comparator.LessThan) is { Value: { } lower } again && exact < lower)
                return new BackgroundCorrection(BackgroundOutcome.Undecidable, 0, difference, again);
        }

        foreach (var rule in rules)
            if (rule.Kind == RequirementKind.Factor && rule.Value is { } step && rule.AppliesTo(given, out _) == FacetMatch.Holds)
                return new BackgroundCorrection(BackgroundOutcome.Corrected, step, difference, rule);

        // Beyond the table: above its upper end nothing is corrected, below its lower end it cannot be.
        if (difference > 3) return new BackgroundCorrection(BackgroundOutcome.NotNeeded, 0, difference, Threshold(catalogue, limit, place, date, Comparator.GreaterThan));
        var over = Gbt8170.Round(measured - (limit.Value ?? 0), 0);
        foreach (var rule in catalogue.InForce(Measurands.Noise.LimitExcess, place, date))
        {
            if (rule.Condition("backgroundDifference") is null || rule.Value is not { } bound || !LimitCheck.Compare(rule, over, bound).IsMet) continue;
            return new BackgroundCorrection(rule.Comparator == Comparator.LessThanOrEqual ? BackgroundOutcome.BelowLimit : BackgroundOutcome.Undecidable, 0, difference, rule);
        }

        return new BackgroundCorrection(BackgroundOutcome.Undecidable, 0, difference, Threshold(catalogue, limit, place, date, Comparator.LessThan));
    }

    /// <summary>Whether HJ 706-2014 is in force on a day in a place.</summary>
    internal static bool IsHj706InForce(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date) =>
        catalogue.EditionsInForce(place, date).Any(static edition => edition.Standard == "HJ 706");

    private static List<Requirement> Rules(StandardsCatalogue catalogue, Requirement limit, Jurisdiction place, CalendarDate date)
    {
        var own = limit.Edition.Requirements.Where(static row => row.Measurand.Key == Measurands.Noise.BackgroundCorrection).ToList();
        return own.Count > 0
            ? own
            : catalogue.InForce(Measurands.Noise.BackgroundCorrection, place, date).Where(static row => row.Edition.Standard == "HJ 706").ToList();
    }

    private static Requirement? Threshold(StandardsCatalogue catalogue, Requirement limit, Jurisdiction place, CalendarDate date, Comparator comparator) =>
        limit.Edition.Requirements.Concat(catalogue.InForce(Measurands.Noise.BackgroundDifference, place, date))
            .FirstOrDefault(row => row.Measurand.Key == Measurands.Noise.BackgroundDifference && row.Comparator == comparator);
}
