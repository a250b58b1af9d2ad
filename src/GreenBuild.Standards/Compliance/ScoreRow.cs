namespace GreenBuild.Standards;

/// <summary>What a row of a scoring table gives for a value: nothing outside its range, its points within, interpolated where it has two.</summary>
internal static class ScoreRow
{
    /// <summary>The points of a row that has a range.</summary>
    /// <param name="row">A score row.</param>
    /// <param name="value">The value, in the unit of the row.</param>
    /// <param name="decimals">The decimals that interpolated points are rounded to by GB/T 8170; not rounded if <see langword="null"/>.</param>
    /// <param name="unrounded">The points before they were rounded.</param>
    public static decimal Points(Requirement row, decimal value, int? decimals, out decimal unrounded)
    {
        unrounded = Unrounded(row, value);
        return decimals is { } digits ? Gbt8170.Round(unrounded, digits) : unrounded;
    }

    private static decimal Unrounded(Requirement row, decimal value)
    {
        if (row.Range is not { } range || row.Points is not { } points) return 0;
        // A row that is interpolated gives its most from the upper end on; one of several steps gives nothing beyond its own.
        if (row.UpperPoints is { } most && range is { Low: { } low, High: { } high })
            return value >= high ? most : range.Contains(value) ? points + ((value - low) * (most - points) / (high - low)) : 0;
        return range.Contains(value) ? points : 0;
    }
}
