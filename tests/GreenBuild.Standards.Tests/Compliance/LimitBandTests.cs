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
}
