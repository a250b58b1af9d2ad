using System.Globalization;
using CsCheck;

namespace GreenBuild.Standards.Tests.Compliance;

public sealed class Gbt8170Tests
{
    // From the method notes of HJ 706-2014 and the rule of GB/T 8170-2008, 3.2: less than half drops, more than half rounds up, exactly half goes to the even digit.
    [Theory]
    [InlineData("70.5", 0, "70")]
    [InlineData("71.5", 0, "72")]
    [InlineData("56.5", 0, "56")]
    [InlineData("56.51", 0, "57")]
    [InlineData("70.49999", 0, "70")]
    [InlineData("70.50001", 0, "71")]
    [InlineData("-70.5", 0, "-70")]
    [InlineData("-71.5", 0, "-72")]
    [InlineData("0.35", 1, "0.4")]
    [InlineData("0.45", 1, "0.4")]
    [InlineData("2.675", 2, "2.68")] // 2.67499999... as a binary number, which would give 2.67
    [InlineData("12.1498", 1, "12.1")]
    public void Round_HalfToEven(string value, int decimals, string expected) =>
        Assert.Equal(Read(expected), Gbt8170.Round(Read(value), decimals));

    /// <summary>GB/T 8170-2008, 3.3: 15.4546 rounded to whole numbers is 15; in steps (15.455, 15.46, 15.5, 16) it would be 16.</summary>
    [Fact]
    public void Round_OnceIsNotInSteps()
    {
        Assert.Equal(15m, Gbt8170.Round(15.4546m, 0));
        var inSteps = Gbt8170.Round(Gbt8170.Round(Gbt8170.Round(Gbt8170.Round(15.4546m, 3), 2), 1), 0);
        Assert.Equal(16m, inSteps);
    }

    /// <summary>A second, plain implementation on the written digits.</summary>
    [Fact]
    public void Round_AgreesWithRoundingTheDigits() =>
        Gen.Select(Gen.Long[-10_000_000, 10_000_000], Gen.Int[0, 6], Gen.Int[0, 4]).Sample(static (units, scale, decimals) =>
        {
            var value = units / Power(scale);
            return Gbt8170.Round(value, decimals) == ByDigits(units, scale, decimals);
        });

    private static decimal ByDigits(long units, int scale, int decimals)
    {
        if (decimals >= scale) return units / Power(scale);
        var divisor = (long)Power(scale - decimals);
        var (quotient, rest) = Math.DivRem(Math.Abs(units), divisor);
        if (rest * 2 > divisor || (rest * 2 == divisor && quotient % 2 == 1)) quotient++;
        return Math.Sign(units) * (quotient / Power(decimals));
    }

    private static decimal Power(int exponent) => Enumerable.Repeat(10m, exponent).Aggregate(1m, static (a, b) => a * b);

    private static decimal Read(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
