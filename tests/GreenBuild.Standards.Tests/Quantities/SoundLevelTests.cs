using System.Globalization;

namespace GreenBuild.Standards.Tests.Quantities;

public sealed class SoundLevelTests
{
    [Theory]
    [InlineData("70", 70)]
    [InlineData("70 dB(A)", 70)]
    [InlineData(" 70dBA ", 70)]
    [InlineData("-5 dB", -5)]
    public void Parse_TakesTheUnit(string text, int expected) => Assert.Equal(expected, SoundLevel.Parse(text).Decibels);

    [Theory]
    [InlineData("70,5 dB(A)")] // a comma could be a decimal or a thousands sign
    [InlineData("1e2")]
    [InlineData("70.00000000000000000000000000001")] // more digits than a decimal holds: it would be another level
    [InlineData("201")]
    [InlineData("-51")]
    [InlineData("NaN")]
    [InlineData("dB(A)")]
    [InlineData(null)]
    public void TryParse_RefusesWhatIsNoLevel(string? text) => Assert.False(SoundLevel.TryParse(text, out _));

    [Fact]
    public void FromDecibels_KeepsTenths() => Assert.Equal(70.1m, SoundLevel.FromDecibels(70.1).Decibels);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(200.1)]
    public void FromDecibels_RefusesWhatIsNoLevel(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => SoundLevel.FromDecibels(value));

    [Fact]
    public void Default_IsTheHearingThreshold() => Assert.Equal("0 dB(A)", default(SoundLevel).ToString());

    [Fact]
    public void Order_IsThatOfLevels() => Assert.True(SoundLevel.FromDecibels(70m) > SoundLevel.FromDecibels(69.9m) && SoundLevel.FromDecibels(70m) == SoundLevel.FromDecibels(70.0));

    /// <summary>A host that writes 70,5 must not change what a citation or a report says.</summary>
    [Fact]
    public void ToString_IgnoresCulture()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.Equal("70,5", 70.5m.ToString(CultureInfo.CurrentCulture));
            Assert.Equal("70.5 dB(A)", SoundLevel.FromDecibels(70.5m).ToString());
            Assert.Equal("70.5", Words.Number(70.5m));
            Assert.Equal(70.5m, SoundLevel.Parse("70.5").Decibels);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
