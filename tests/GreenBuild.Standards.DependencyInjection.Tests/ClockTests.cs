namespace GreenBuild.Standards.DependencyInjection.Tests;

public sealed class ClockTests
{
    private static readonly Circumstances Night = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true).With("period", "night");

    /// <summary>GB 12523-2025 replaced the edition of 2011 on 2026-01-01, which begins in Shanghai at 16:00 UTC of the day before.</summary>
    [Fact]
    public void Turn_OfTheYear_ChangesTheEdition()
    {
        var clock = new SettableClock("2025-12-31T15:59:59Z");
        var standards = new GreenBuildStandards(Jurisdiction.Parse("CN-SH"), clock);

        Assert.Equal(("2025-12-31", "GB 12523-2011"), Answer());
        clock.Now = SettableClock.At("2025-12-31T16:00:00Z");
        Assert.Equal(("2026-01-01", "GB 12523-2025"), Answer());

        (string, string?) Answer()
        {
            var governing = standards.Governing(Measurands.Noise.SiteBoundary, Night).Requirement;
            Assert.Equal(55, governing?.Value);
            Assert.Contains(governing, standards.InForce(Measurands.Noise.SiteBoundary));
            Assert.Contains(governing!.Edition, standards.EditionsInForce());
            Assert.Equal(governing.Edition, standards.Judge(Measurands.Noise.SiteBoundary, 50, "dB(A)", Night).Edition);
            return (standards.Today.ToString(), governing.Edition.Number);
        }
    }

    /// <summary>A day that is given goes before the clock.</summary>
    [Fact]
    public void GivenDay_GoesBeforeTheClock()
    {
        var standards = new GreenBuildStandards(Jurisdiction.Parse("CN-SH"), new SettableClock("2026-06-01T00:00Z"));

        Assert.Equal("GB 12523-2011", standards.Governing(Measurands.Noise.SiteBoundary, Night, new CalendarDate(2025, 6, 1)).Requirement?.Edition.Number);
        Assert.DoesNotContain(standards.InForce(Measurands.Noise.SiteBoundary, new CalendarDate(2025, 6, 1)), static limit => limit.Edition.Number == "GB 12523-2025");
    }

    /// <summary>The United States have several zones: the zone of the clock counts (here UTC+1, where 23:30 UTC is the next day).</summary>
    [Fact]
    public void PlaceWithoutFixedOffset_TakesTheZoneOfTheClock()
    {
        var place = Jurisdiction.Parse("US");

        Assert.Null(place.UtcOffset);
        Assert.Equal("2026-01-01", new GreenBuildStandards(place, new SettableClock("2025-12-31T23:30Z")).Today.ToString());
        Assert.Equal("2025-12-31", new GreenBuildStandards(place, new SettableClock("2025-12-31T22:30Z")).Today.ToString());
    }
}
