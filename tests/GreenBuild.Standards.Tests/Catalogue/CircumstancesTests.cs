namespace GreenBuild.Standards.Tests.Catalogue;

public sealed class CircumstancesTests
{
    /// <summary>A slip of the pen would make limits silently not apply; it is an error.</summary>
    [Theory]
    [InlineData("projectType", "bulding")]
    [InlineData("projectType", "Building")]
    [InlineData("projecttype", "building")]
    [InlineData("noiseSensitiveBuildings", "yes")]
    [InlineData("distance", "near")]
    [InlineData("hours", "22:00")]
    public void With_UnknownFacetOrValueThrows(string facet, string value) =>
        Assert.StartsWith(facet == "projecttype" ? "'projecttype' is not a facet" : $"'{value}' is not a value of {facet}: ", Assert.Throws<ArgumentException>(() => Circumstances.None.With(facet, value)).Message, StringComparison.Ordinal);

    /// <summary>A comma was once taken for a sign between thousands: 1,5 m became 15 m.</summary>
    [Theory]
    [InlineData("1,5", "has a comma", "含有逗号")]
    [InlineData("1,500", "has a comma", "含有逗号")]
    [InlineData("1e3", "power of ten", "指数写法")]
    [InlineData("1 500", "'1 500' is not a number", "不是数值")]
    [InlineData("NaN", "'NaN' is not a number", "不是数值")]
    [InlineData("", "number is missing", "缺少数值")]
    public void TryWith_NumbersHaveADecimalPointOnly(string value, string english, string chinese)
    {
        Assert.False(Circumstances.None.TryWith("distance", value, out _, out var error));

        Assert.Contains(english, error.English, StringComparison.Ordinal);
        Assert.Contains(chinese, error.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("-0.50")]
    [InlineData("+3")]
    // 28 digits behind the point are what a decimal holds.
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    public void TryWith_PlainNumbers(string value) => Assert.True(Circumstances.None.TryWith("distance", value, out _, out _));

    [Theory]
    [InlineData("79228162514264337593543950336", "too large")]
    [InlineData("0.00000000000000000000000000001", "more digits than can be kept")]
    [InlineData("1.00000000000000000000000000001", "more digits than can be kept")]
    public void TryWith_NumbersBeyondADecimal(string value, string english)
    {
        Assert.False(Circumstances.None.TryWith("distance", value, out _, out var error));
        Assert.Contains(english, error.English, StringComparison.Ordinal);
    }

    /// <summary>A number that a program computed is taken as it is, with all its digits.</summary>
    [Theory]
    [InlineData(2.0, 3.0)]
    [InlineData(20.0, 3.0)]
    public void With_ComputedNumbers(double a, double b) => Assert.StartsWith("distance=", Circumstances.None.With("distance", (decimal)a / (decimal)b).ToString(), StringComparison.Ordinal);

    [Fact]
    public void With_WordsNumbersAndFlags()
    {
        var circumstances = Circumstances.None.With("period", "night").With("distance", 40m).With("noiseSensitiveBuildings", true).With("period", "day");
        Assert.Equal("distance=40, noiseSensitiveBuildings=true, period=day", circumstances.ToString());
        Assert.Throws<ArgumentException>(() => circumstances.With("period", 3m));
        Assert.Throws<ArgumentException>(() => circumstances.With("distance", true));
    }
}
