namespace GreenBuild.Standards.Tests.Catalogue;

public sealed class BandsOfAllLimitsTests
{
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
