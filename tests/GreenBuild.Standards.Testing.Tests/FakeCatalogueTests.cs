namespace GreenBuild.Standards.Testing.Tests;

public class FakeCatalogueTests
{
    private static readonly Circumstances Night = Circumstances.None.With("period", "night");

    private static readonly Jurisdiction Shanghai = Jurisdiction.Parse("CN-SH");

    [Fact]
    public void Limit_GovernsWhereAndWhenItSays()
    {
        var catalogue = FakeCatalogue.Of(new FakeEdition("TEST 1-2030") { Place = Shanghai, Effective = new(2030, 1, 1), Withdrawn = new(2031, 1, 1) }
            .Limit(Measurands.Noise.SiteBoundary, Comparator.LessThanOrEqual, 45, "dB(A)", Night, clause: "4.2"));

        Assert.Equal(45m, Governing(Shanghai, new(2030, 1, 1), Night)?.Value);
        Assert.Equal("TEST 1-2030 4.2", Governing(Shanghai, new(2030, 12, 31), Night)?.Citation);
        Assert.Null(Governing(Shanghai, new(2029, 12, 31), Night));
        Assert.Null(Governing(Shanghai, new(2031, 1, 1), Night));
        Assert.Null(Governing(Jurisdiction.China, new(2030, 1, 1), Night));
        Assert.Null(Governing(Shanghai, new(2030, 1, 1), Circumstances.None.With("period", "day")));

        Requirement? Governing(Jurisdiction place, CalendarDate date, Circumstances circumstances) =>
            catalogue.Governing(Measurands.Noise.SiteBoundary, place, date, circumstances).Requirement;
    }

    [Fact]
    public void Of_HoldsNothingElse()
    {
        var catalogue = FakeCatalogue.Of(new FakeEdition("TEST 1-2030").Limit(Measurands.Noise.SiteBoundary, Comparator.LessThan, 45.5m, "dB(A)"));

        var edition = Assert.Single(catalogue.Editions);
        Assert.Equal(("test.test-1-2030", "TEST 1", "TEST 1-2030", BindingForce.Mandatory), (edition.Key, edition.Standard, edition.Number, edition.Binding));
        Assert.Null(catalogue.FindEdition("GB 12523-2025"));
        Assert.Empty(StandardsCatalogue.Empty.Editions);
        // The vocabulary is that of the library.
        Assert.Equal(StandardsCatalogue.Default.ReleaseDate, catalogue.ReleaseDate);
        Assert.Equal("TEST 1-2030", edition.Overlay);
    }

    [Fact]
    public void Successor_StandsInOneHistory_AndWithdrawnEnds()
    {
        var catalogue = FakeCatalogue.Of(
            new FakeEdition("TEST 1-2030") { Effective = new(2030, 1, 1), Withdrawn = new(2032, 7, 1) }.Limit(Measurands.Noise.SiteBoundary, Comparator.LessThanOrEqual, 60, "dB(A)"),
            new FakeEdition("TEST 1-2032") { Effective = new(2032, 7, 1), Supersedes = ["TEST 1-2030"] }.Limit(Measurands.Noise.SiteBoundary, Comparator.LessThanOrEqual, 50, "dB(A)"));

        Assert.Equal(["TEST 1-2030", "TEST 1-2032"], catalogue.History("TEST 1").Select(static edition => edition.Number));
        Assert.Equal([60m, 50m], new CalendarDate[] { new(2032, 6, 30), new(2032, 7, 1) }.Select(day => catalogue.Governing(Measurands.Noise.SiteBoundary, Jurisdiction.China, day, Circumstances.None).Requirement!.Value));
    }

    /// <summary>No rule says when night is: 60 dB at 23:00 is not held to the 70 of the day.</summary>
    [Fact]
    public void NightWithoutHours_IsAskedFor()
    {
        var catalogue = FakeCatalogue.Of(new FakeEdition("TEST 1-2020") { Effective = new(2020, 1, 1) }
            .Limit(Measurands.Noise.SiteBoundary, Comparator.LessThanOrEqual, 70, "dB(A)", Circumstances.None.With("period", "day"))
            .Limit(Measurands.Noise.SiteBoundary, Comparator.LessThanOrEqual, 55, "dB(A)", Circumstances.None.With("period", "night")));
        var measurement = new GreenBuild.Standards.Noise.SiteBoundaryMeasurement("P1", new DateTime(2026, 3, 2, 23, 0, 0), 60);

        var finding = new GreenBuild.Standards.Noise.SiteBoundaryCheck(SiteBuilder.BuildingNearHomes().In("CN-SH").Build(), catalogue).Judge(measurement)[0];

        Assert.Equal((Verdict.Indeterminate, "period"), (finding.Verdict, Assert.Single(finding.Missing)));
    }

    [Fact]
    public void EveryKindOfRow_IsRead()
    {
        var edition = new FakeEdition("TEST \"2\"-2030") { Binding = BindingForce.Recommended, IsPartial = true }
            .Between(Measurands.Noise.SiteBoundary, 40, 60.5m, "dB(A)", Circumstances.None.With("noiseSensitiveBuildings", true).With("distance", 40.5m), Evidence.SingleSource, rounding: 1)
            .Duty(Measurands.Noise.ResponsibleParties, mustBeDone: false)
            .Factor(Measurands.Noise.WindSpeed, 5, "m/s", key: "wind");
        var catalogue = FakeCatalogue.Of(edition);

        var rows = catalogue.Editions[0].Requirements;
        Assert.Equal([RequirementKind.Limit, RequirementKind.Measure, RequirementKind.Factor], rows.Select(static row => row.Kind));
        Assert.Equal((40m, 60.5m, 1, Evidence.SingleSource), (rows[0].Value!.Value, rows[0].UpperValue!.Value, rows[0].RoundingDigits!.Value, rows[0].Evidence));
        Assert.Equal(["noiseSensitiveBuildings", "distance"], rows[0].Conditions.Select(static condition => condition.Facet));
        Assert.Equal(("false", 5m), (rows[1].Setting, rows[2].Value!.Value));
        Assert.Equal(("TEST \"2\"-2030", true, BindingForce.Recommended), (catalogue.Editions[0].Number, catalogue.Editions[0].IsPartial, catalogue.Editions[0].Binding));
        Assert.Equal(["test.test--2--2030.row-1", "test.test--2--2030.row-2", "test.test--2--2030.wind"], rows.Select(static row => row.Key));
        Assert.Same(rows[2], catalogue.Find(edition.Key + ".wind"));
    }

    /// <summary>What no source confirms decides nothing by itself: so it is with a made-up fact too.</summary>
    [Fact]
    public void UnconfirmedLimit_IsProvisional()
    {
        var edition = new FakeEdition("TEST 1-2030").Limit(Measurands.Noise.SiteBoundary, Comparator.LessThanOrEqual, 60, "dB(A)", evidence: Evidence.Unconfirmed, key: "all-day");
        var limit = FakeCatalogue.Of(edition).Find("test.test-1-2030.all-day")!;

        FindingAssert.Provisional(LimitCheck.Judge(limit, 61), Verdict.NonCompliant);
        FindingAssert.Provisional(LimitCheck.Judge(limit, 60), Verdict.Compliant);
    }

    /// <summary>Beside the real rules: GB 12523-2025 allows 70 dB(A) by day. A made-up edition may ask for less, never allow more.</summary>
    [Fact]
    public void Beside_TheStricterGoverns()
    {
        var day = Circumstances.None.With("period", "day").With("projectType", "building").With("noiseSensitiveBuildings", true).WithNoneOf("workNature");
        var catalogue = FakeCatalogue.Beside(
            StandardsCatalogue.Default, new FakeEdition("TEST 1-2030") { Effective = new(2030, 1, 1) }.Limit(Measurands.Noise.SiteBoundary, Comparator.LessThanOrEqual, 65, "dB(A)", Circumstances.None.With("period", "day")));

        Assert.Equal([70m, 65m], new CalendarDate[] { new(2029, 12, 31), new(2030, 1, 1) }.Select(date => catalogue.Governing(Measurands.Noise.SiteBoundary, Shanghai, date, day).Requirement!.Value));
        var looser = new FakeEdition("TEST 1-2030") { Effective = new(2030, 1, 1) }.Limit(Measurands.Noise.SiteBoundary, Comparator.LessThanOrEqual, 80, "dB(A)", Circumstances.None.With("period", "day"));
        Assert.Contains("70 dB(A)", Assert.Throws<ArgumentException>(() => FakeCatalogue.Beside(StandardsCatalogue.Default, looser)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_AreNamed()
    {
        Assert.Contains("noise.nothing", Of(new FakeEdition("TEST 1-2030").Limit("noise.nothing", Comparator.LessThan, 1, "dB(A)")), StringComparison.Ordinal);
        Assert.Contains("kg", Of(new FakeEdition("TEST 1-2030").Limit(Measurands.Noise.SiteBoundary, Comparator.LessThan, 1, "kg")), StringComparison.Ordinal);
        Assert.Contains("TEST 0", Of(new FakeEdition("TEST 1-2030") { Supersedes = ["TEST 0"] }), StringComparison.Ordinal);
        Assert.Contains("TEST 1-2030", Of(new FakeEdition("TEST 1-2030"), new FakeEdition("TEST 1-2030")), StringComparison.Ordinal);
        Assert.Contains("row-2", Of(new FakeEdition("TEST 1-2030").Limit(Measurands.Noise.SiteBoundary, Comparator.LessThan, 1, "dB(A)", key: "row-2").Limit(Measurands.Noise.SiteBoundary, Comparator.LessThan, 2, "dB(A)")), StringComparison.Ordinal);
        Assert.Contains("'A key'", Of(new FakeEdition("TEST 1-2030").Limit(Measurands.Noise.SiteBoundary, Comparator.LessThan, 1, "dB(A)", key: "A key")), StringComparison.Ordinal);

        static string Of(params FakeEdition[] editions) => Assert.Throws<ArgumentException>(() => FakeCatalogue.Of(editions)).Message;
    }
}
