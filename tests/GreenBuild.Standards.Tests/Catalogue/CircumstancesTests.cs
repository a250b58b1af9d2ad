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

    [Fact]
    public void With_WordsNumbersAndFlags()
    {
        var circumstances = Circumstances.None.With("period", "night").With("distance", 40m).With("noiseSensitiveBuildings", true).With("period", "day");
        Assert.Equal("distance=40, noiseSensitiveBuildings=true, period=day", circumstances.ToString());
        Assert.Throws<ArgumentException>(() => circumstances.With("period", 3m));
        Assert.Throws<ArgumentException>(() => circumstances.With("distance", true));
    }
}
