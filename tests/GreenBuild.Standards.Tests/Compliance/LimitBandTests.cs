namespace GreenBuild.Standards.Tests.Compliance;

/// <summary>What many binary numbers are sorted by is what one decimal number is compared by.</summary>
public sealed class LimitBandTests
{
    [Theory]
    [InlineData(60, 0, true)]
    [InlineData(69.49, 0, true)]
    // 69.5 to 70 is rounded to 70, the limit itself; 70 to 70.5 is, too, and there rounding decides; 70.5 exactly is left open, half to even.
    [InlineData(69.51, 1, true)]
    [InlineData(70.3, 2, true)]
    [InlineData(70.51, 3, false)]
    [InlineData(90, 3, false)]
    public void PieceOf_TheNoiseLimitByDay(double value, int piece, bool isMet)
    {
        var band = LimitBand.Of(StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-day"))!;
        Assert.Equal(piece, band.PieceOf(value, 1e-9));
        Assert.Equal(isMet, band.IsMetIn(piece));
    }

    [Theory]
    [InlineData(70.5)]
    [InlineData(70.5000000001)]
    [InlineData(69.9999999999)]
    [InlineData(double.NaN)]
    public void PieceOf_NearAnEndIsLeftOpen(double value) =>
        Assert.Null(LimitBand.Of(StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-day"))!.PieceOf(value, 1e-9));

    /// <summary>All limits of the catalogue, a thousandth of a unit at a time around each: whatever a piece says is what the decimal comparison says, and rounding decides in the whole piece or nowhere in it.</summary>
    [Fact]
    public void PieceOf_IsTheComparisonForAllLimits()
    {
        var asked = 0;
        foreach (var limit in StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements))
        {
            if (LimitBand.Of(limit) is not { } band) continue;
            var (bound, unit) = (limit.Value!.Value, 1m);
            for (var digit = limit.RoundingDigits ?? 3; digit > 0; digit--) unit /= 10;
            var decided = new Dictionary<int, bool>();
            for (var i = -2500; i <= 2500; i += 7)
            {
                var value = bound + (unit * i / 1000);
                Assert.True(LimitCheck.TryCompare(limit, value, out var comparison));
                if (band.PieceOf((double)value, 1e-9 * (1 + Math.Abs((double)value))) is not { } piece) continue;
                asked++;
                Assert.Equal(comparison.IsMet, band.IsMetIn(piece));
                Assert.Equal(comparison.IsMet, band.IsMet((double)value));
                if (!decided.TryGetValue(piece, out var byRounding)) decided[piece] = byRounding = comparison.IsDecidedByRounding;
                Assert.Equal(byRounding, comparison.IsDecidedByRounding);
            }
        }

        Assert.True(asked > 100_000);
    }
}
