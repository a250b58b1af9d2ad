namespace GreenBuild.Standards;

/// <summary>What a number of a user can be: beyond that it is a slip or a trick, and products and quotients of several would leave what a decimal holds.</summary>
internal static class MeasuredNumber
{
    private const decimal Least = 0.000_000_001m;
    private const decimal Most = 1_000_000_000_000;

    /// <summary>Whether a number is a quantity: 0, or 1e-9 to 1e12 in magnitude. What is divided by is one.</summary>
    public static bool IsQuantity(decimal value) => value == 0 || (IsBounded(value) && Math.Abs(value) >= Least);

    /// <summary>Whether a number is at most 1e12 in magnitude; for sums and comparisons, where a trace of something is a value like others.</summary>
    public static bool IsBounded(decimal value) => value is <= Most and >= -Most;
}
