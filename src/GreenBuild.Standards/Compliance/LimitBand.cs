namespace GreenBuild.Standards;

/// <summary>Compares many binary numbers with one limit: exactly near the limit, and by size alone where no rounding can reach it.</summary>
/// <remarks>For series of a year of minutes; every answer is that of <see cref="LimitCheck"/>. Immutable and safe for use by several threads.</remarks>
public sealed class LimitBand
{
    private readonly Requirement _limit;
    private readonly double _bound;
    private readonly double _reach;
    private readonly bool _isMetAbove;
    private readonly bool _isMetBelow;
    private readonly double[] _edges;
    private readonly bool[] _isMetIn;
    private readonly double _slack;

    private LimitBand(Requirement limit, decimal bound)
    {
        _limit = limit;
        _bound = (double)bound;
        // Rounding moves a value by half a unit of its last digit; a binary number differs from its decimal by far less than the rest.
        _reach = limit.RoundingDigits is { } digits ? Math.Pow(10, -digits) : 0.001;
        _isMetAbove = LimitCheck.Meets(limit, bound + (decimal)(2 * _reach));
        _isMetBelow = LimitCheck.Meets(limit, bound - (decimal)(2 * _reach));
        (_edges, _isMetIn, _slack) = Pieces(limit, bound);
    }

    /// <summary>The band of a limit, or <see langword="null"/> if nothing can be compared with it, it bounds from both sides, or its value is 1e9 or more.</summary>
    public static LimitBand? Of(Requirement? limit) =>
        limit?.Value is { } bound && LimitCheck.TryCompare(limit, bound, out _) && limit.Comparator is not (Comparator.Between or Comparator.Equal) && Math.Abs(bound) < 1e9m
            ? new LimitBand(limit, bound)
            : null;

    /// <summary>Whether a finite value is on the right side.</summary>
    public bool IsMet(double value) =>
        value - _bound > _reach ? _isMetAbove : _bound - value > _reach ? _isMetBelow : LimitCheck.Meets(_limit, (decimal)value);

    /// <summary>
    /// The piece of the number line that a value lies in, counted from below from 0. All values of a piece compare alike: they keep the limit or not, and rounding decides that or not.
    /// </summary>
    /// <param name="value">The value, in the unit of the limit.</param>
    /// <param name="uncertainty">How far the value may be from the exact one; 0 or more.</param>
    /// <returns><see langword="null"/> if it lies so near to the end of a piece that only the exact value decides, or is not a number.</returns>
    public int? PieceOf(double value, double uncertainty)
    {
        uncertainty += _slack;
        for (var i = 0; i < _edges.Length; i++)
        {
            if (value < _edges[i] - uncertainty) return i;
            if (!(value > _edges[i] + uncertainty)) return null;
        }

        return _edges.Length;
    }

    /// <summary>Whether the values of a piece are on the right side of the limit.</summary>
    /// <param name="piece">A piece that <see cref="PieceOf"/> gave.</param>
    public bool IsMetIn(int piece) => _isMetIn[piece];

    // The answer can change at the limit, and half a unit of the last digit beside it: there rounding carries a value over to the limit. A limit with more digits than are
    // kept is never met exactly; there all values within a unit are left to the exact comparison.
    private static (double[] Edges, bool[] IsMetIn, double Slack) Pieces(Requirement limit, decimal bound)
    {
        var half = Gbt8170.HalfUnit(limit.RoundingDigits ?? 0);
        var unit = 2 * half;
        var (isRounded, isRound) = (limit.RoundingDigits is not null, Gbt8170.Round(bound, limit.RoundingDigits ?? 0) == bound);
        decimal[] edges = isRounded && isRound ? [bound - half, bound, bound + half] : [bound];
        var isMet = new bool[edges.Length + 1];
        for (var i = 0; i < isMet.Length; i++)
            isMet[i] = LimitCheck.Meets(limit, i == 0 ? edges[0] - (2 * unit) : i == edges.Length ? edges[i - 1] + (2 * unit) : (edges[i - 1] + edges[i]) / 2);
        return (Array.ConvertAll(edges, static edge => (double)edge), isMet, isRounded && !isRound ? (double)unit : 0);
    }
}
