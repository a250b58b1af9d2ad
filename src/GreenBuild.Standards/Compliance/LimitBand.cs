namespace GreenBuild.Standards;

/// <summary>Compares many binary numbers with one limit: exactly near the limit, and by size alone where no rounding can reach it.</summary>
/// <remarks>For series of a year of minutes; every answer is that of <see cref="LimitCheck"/>.</remarks>
internal sealed class LimitBand
{
    private readonly Requirement _limit;
    private readonly double _bound;
    private readonly double _reach;
    private readonly bool _isMetAbove;
    private readonly bool _isMetBelow;

    private LimitBand(Requirement limit, decimal bound)
    {
        _limit = limit;
        _bound = (double)bound;
        // Rounding moves a value by half a unit of its last digit; a binary number differs from its decimal by far less than the rest.
        _reach = limit.RoundingDigits is { } digits ? Math.Pow(10, -digits) : 0.001;
        _isMetAbove = LimitCheck.Meets(limit, bound + (decimal)(2 * _reach));
        _isMetBelow = LimitCheck.Meets(limit, bound - (decimal)(2 * _reach));
    }

    /// <summary>The band of a limit, or <see langword="null"/> if nothing can be compared with it, or it bounds from both sides.</summary>
    public static LimitBand? Of(Requirement? limit) =>
        limit?.Value is { } bound && LimitCheck.TryCompare(limit, bound, out _) && limit.Comparator is not (Comparator.Between or Comparator.Equal) && Math.Abs(bound) < 1e9m
            ? new LimitBand(limit, bound)
            : null;

    /// <summary>Whether a finite value is on the right side.</summary>
    public bool IsMet(double value) =>
        value - _bound > _reach ? _isMetAbove : _bound - value > _reach ? _isMetBelow : LimitCheck.Meets(_limit, (decimal)value);
}
