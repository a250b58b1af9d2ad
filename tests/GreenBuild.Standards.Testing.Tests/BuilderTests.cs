using GreenBuild.Standards.Components;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Waste;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Testing.Tests;

public class BuilderTests
{
    [Fact]
    public void Site_HasWhatWasSaid()
    {
        var site = SiteBuilder.Empty().In("上海").Named("A").With("distance", 40m).With("noiseSensitiveBuildings", true).With("projectType", "building").WithNoneOf("workNature")
            .AtStages("earthwork", "piling").WithPublicHolidays(new CalendarDate(2026, 10, 1)).Build();

        Assert.Equal(("CN-SH", "A", "distance=40, noiseSensitiveBuildings=true, projectType=building, workNature=none"), (site.Place.Code, site.Name, site.Circumstances.ToString()));
        Assert.Equal(["earthwork", "piling"], site.Stages);
        Assert.True(site.Circumstances.IsPublicHoliday!(new CalendarDate(2026, 10, 1)));
        Assert.False(site.Circumstances.IsPublicHoliday!(new CalendarDate(2026, 10, 2)));
        Assert.Empty(SiteBuilder.Empty().Build().Circumstances.Facets);
        Assert.Throws<FormatException>(static () => SiteBuilder.Empty().In("Atlantis"));
        Assert.Throws<ArgumentException>(static () => SiteBuilder.Empty().With("perod", "night"));
        Assert.Throws<ArgumentException>(static () => SiteBuilder.Empty().WithNoneOf("distance"));
    }

    [Fact]
    public void NoiseSeries_IsOfStretchesAndGaps()
    {
        var series = new NoiseSeriesBuilder("P1", new DateTime(2026, 3, 2, 6, 0, 0), TimeSpan.FromMinutes(5))
            .For(TimeSpan.FromMinutes(10), 60).Skip(TimeSpan.FromMinutes(15)).For(TimeSpan.FromMinutes(5), 65.5, maximum: 70, windSpeed: 6, precipitation: true).Build();

        Assert.Equal(["06:00", "06:05", "06:25"], series.Readings.Select(static reading => reading.LocalTime.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal([60, 60, 65.5], series.Readings.Select(static reading => reading.Level));
        Assert.Equal(new NoiseReading(new DateTime(2026, 3, 2, 6, 25, 0), 65.5) { Maximum = 70, WindSpeed = 6, Precipitation = true }, series.Readings[2]);
        Assert.Equal(("P1", TimeSpan.FromMinutes(5)), (series.Point, series.ReadingDuration));
        Assert.Throws<ArgumentException>(static () => new NoiseSeriesBuilder("P1", default).For(TimeSpan.FromSeconds(90), 60));
        Assert.Throws<ArgumentException>(static () => new NoiseSeriesBuilder("P1", default).Skip(TimeSpan.Zero));
        Assert.Throws<ArgumentException>(static () => new NoiseSeriesBuilder("P1", default, TimeSpan.Zero));
    }

    /// <summary>A day at 72 dB(A) breaks the 70 dB(A) of GB 12523-2025, and the night at 50 keeps its 55.</summary>
    [Fact]
    public void NoiseSeries_IsJudged()
    {
        var series = new NoiseSeriesBuilder("P1", new DateTime(2026, 3, 2, 6, 0, 0)).For(TimeSpan.FromHours(16), 72, maximum: 75).For(TimeSpan.FromHours(8), 50, maximum: 60).Build();
        var periods = new SiteBoundaryMonitoring(SiteBuilder.BuildingNearHomes().In("CN-SH").Build()).Judge(series);

        Assert.Equal([960, 480], periods.Select(static period => (int)period.ValidTime.TotalMinutes));
        FindingAssert.NonCompliant(FindingAssert.OnlyOn(periods[0].Findings, RequirementKeys.Cn.Gb12523_2025.BoundaryDay), "GB 12523-2025", limit: 70);
        FindingAssert.Compliant(FindingAssert.OnlyOn(periods[1].Findings, RequirementKeys.Cn.Gb12523_2025.BoundaryNight), "GB 12523-2025");
    }

    [Fact]
    public void MonitorSeries_IsOfStretchesRampsAndGaps()
    {
        var series = new MonitorSeriesBuilder("D1", "µg/m3", new DateTime(2026, 3, 2), TimeSpan.FromHours(1))
            .For(TimeSpan.FromHours(1), 80).Ramp(TimeSpan.FromHours(3), 100, 200).Skip(TimeSpan.FromHours(1)).For(TimeSpan.FromHours(1), 0, ReadingStatus.Fault).Build();

        Assert.Equal([80m, 100m, 150m, 200m, 0m], series.Readings.Select(static reading => reading.Value));
        Assert.Equal([0, 1, 2, 3, 5], series.Readings.Select(static reading => reading.LocalTime.Hour));
        Assert.Equal(ReadingStatus.Fault, series.Readings[4].Status);
        Assert.Throws<ArgumentException>(static () => new MonitorSeriesBuilder("D1", "µg/m3", default).Ramp(TimeSpan.FromMinutes(1), 1, 2));
        Assert.Throws<ArgumentException>(static () => new MonitorSeriesBuilder("D1", "furlong", default).Build());
    }

    /// <summary>A whole day of readings is a day of the dust rules of the place.</summary>
    [Fact]
    public void MonitorSeries_IsJudged()
    {
        var site = SiteBuilder.Empty().In("CN-SH").AtStages("earthwork").Build();
        var days = new SiteDustMonitoring(site).Judge(Particulate.Pm10, new MonitorSeriesBuilder("D1", "µg/m3", new DateTime(2026, 3, 2)).Ramp(TimeSpan.FromDays(1), 100, 200).Build());

        Assert.Equal(new CalendarDate(2026, 3, 2), Assert.Single(days).Date);
    }

    [Fact]
    public void WasteLedger_IsOfLines()
    {
        var ledger = new WasteLedgerBuilder(new CalendarDate(2026, 3, 2))
            .Arose(WasteClass.EngineeringWaste, 100).Went(WasteRoute.RecycledOffSite, WasteClass.EngineeringWaste, 60, material: "concrete")
            .On(new CalendarDate(2026, 3, 3)).Went(WasteRoute.Disposed, WasteClass.EngineeringWaste, 40_000, "kg").Build();

        Assert.Equal(["2026-03-02", "2026-03-02", "2026-03-03"], ledger.Entries.Select(static entry => entry.Date.ToString()));
        Assert.Equal([WasteRoute.Generated, WasteRoute.RecycledOffSite, WasteRoute.Disposed], ledger.Entries.Select(static entry => entry.Route));
        Assert.Equal((40_000m, "kg", "concrete"), (ledger.Entries[2].Quantity, ledger.Entries[2].Unit, ledger.Entries[1].Material));
    }

    /// <summary>A wall panel of 3000 × 2800 × 200 mm is 1.68 m3.</summary>
    [Fact]
    public void ComponentModel_IsOfTypesAndPieces()
    {
        var model = new ComponentModelBuilder().Add("W1", "wall-panel", 3000, 2800, 200, count: 2).WithTolerances(length: 4, flatness: 3, face: "outer").Add("S1", "slab", 3600, null, 60);

        Assert.Equal([("W1", 2, (decimal?)1.68m), ("S1", 1, null)], model.Schedule().Select(static line => (line.TypeMark, line.Count, line.Volume)));
        Assert.Equal(["W1/1", "W1/2", "S1/1"], model.Pieces().Select(static piece => piece.Id));
        Assert.Equal(new PrecastComponent { Id = "S1/1", Category = "slab", Size = new(3600, null, 60), LengthTolerance = 4, FlatnessTolerance = 3, Face = "outer" }, model.Pieces()[2]);
        Assert.Null(model.Pieces()[0].LengthTolerance);
        // More of a type that is there already are counted on.
        Assert.Equal(["W1/1", "W1/2", "S1/1", "W1/3", "W1/4"], model.Add("W1", "wall-panel", 3000, 2800, 200, count: 2).Pieces().Select(static piece => piece.Id));
        Assert.Equal(["W1/1", "W1/2", "S1/1", "W1/3", "W1/4"], model.Pieces().Select(static piece => piece.Id));
        Assert.Equal(5, Standardisation.Of(model.Schedule()).Pieces);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new ComponentModelBuilder().Add("W1", "wall-panel", 1, 1, 1, count: 0));
    }
}
