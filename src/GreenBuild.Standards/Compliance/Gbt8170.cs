namespace GreenBuild.Standards;

/// <summary>Rounding of values by GB/T 8170-2008 (数值修约规则与极限数值的表示和判定), clause 3.</summary>
public static class Gbt8170
{
    /// <summary>Rounds a value to a number of decimals, once, from the unrounded value; exactly half goes to the even digit.</summary>
    /// <param name="value">The unrounded value. Rounding a value that was rounded before breaks clause 3.3.</param>
    /// <param name="decimals">The number of decimals kept, 0 to 28.</param>
    /// <remarks>
    /// 70.5 becomes 70, 71.5 becomes 72, -70.5 becomes -70 (the absolute value is rounded, clause 3.2). Decimal arithmetic,
    /// so that 2.675 is what it says and not the nearest binary number below it.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not 0 to 28.</exception>
    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.ToEven);

    /// <summary>Half a unit of the last decimal that is kept: so far rounding moves a value at most.</summary>
    internal static decimal HalfUnit(int decimals)
    {
        var half = 0.5m;
        for (; decimals > 0; decimals--) half /= 10;
        return half;
    }
}
