namespace GreenBuild.Standards;

/// <summary>Which limits may be exceeded a number of times: then one value above them breaks nothing by itself, the count does.</summary>
internal static class Allowance
{
    /// <summary>The limit on the number of exceedances of a limit, or <see langword="null"/> if none may occur.</summary>
    /// <remarks>It stands in the same edition: of a day for means of the same time and tier (DB31/ 964, DB13/ 2934), of a year for daily means of the same pollutant (EU).</remarks>
    public static Requirement? Of(Requirement limit)
    {
        if (limit.Kind != RequirementKind.Limit || limit.IsTrigger || limit.Domain != "dust") return null;
        foreach (var count in limit.Edition.Requirements)
        {
            if (count.Kind != RequirementKind.Limit) continue;
            switch (count.Measurand.Key)
            {
                case Measurands.Dust.DailyExceedances when limit.Condition("averaging") is not null && IsSame(count, limit, "averaging") && IsSame(count, limit, "exceedanceTier") && limit.Measurand != count.Measurand:
                    return count;
                case Measurands.Dust.AnnualExceedanceDays when limit.Measurand.Key.EndsWith("-daily", StringComparison.Ordinal) && IsSame(count, limit, "dates")
                    && count.Condition("airPollutant") is { } pollutant && limit.Measurand.Key.IndexOf("-" + pollutant.Values[0] + "-", StringComparison.Ordinal) >= 0:
                    return count;
            }
        }

        return null;
    }

    private static bool IsSame(Requirement a, Requirement b, string facet) => a.Condition(facet)?.ToString() == b.Condition(facet)?.ToString();
}
