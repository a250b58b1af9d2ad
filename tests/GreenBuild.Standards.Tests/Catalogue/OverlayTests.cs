using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Tests.Noise;

namespace GreenBuild.Standards.Tests.Catalogue;

public sealed class OverlayTests
{
    private const string Overlay = """
        {
          "$schema": "edition.schema.json",
          "key": "cn-sh.acme-noise-2026",
          "standard": "ACME noise",
          "number": "ACME noise 2026",
          "kind": "association",
          "binding": "mandatory",
          "titleEn": "Stricter limits of a contractor",
          "titleZh": "承包商内控限值",
          "jurisdiction": "CN-SH",
          "issued": null,
          "effective": "2026-01-01",
          "withdrawn": null,
          "requirements": [
            {
              "key": "boundary-night",
              "kind": "limit",
              "clause": "1",
              "titleEn": "Site-boundary limit, night",
              "titleZh": "场界限值 夜间",
              "measurand": "noise.site-boundary",
              "when": { "period": "night" },
              "comparator": "<=",
              "value": 50,
              "unit": "dB(A)",
              "rounding": 0,
              "evidence": "confirmed",
              "sources": [0]
            }
          ],
          "sources": [ { "reference": "ACME house rule 7", "what": "house rule", "says": "50 at night" } ]
        }
        """;

    [Fact]
    public void Overlay_TightensAndSaysSo()
    {
        Assert.Empty(StandardsCatalogue.Default.WithOverlay("acme.json", Overlay, out var catalogue));
        var measurement = new SiteBoundaryMeasurement("P1", new DateTime(2026, 3, 2, 23, 0, 0), 52m);

        var finding = new SiteBoundaryCheck(SiteBoundaryCheckTests.Site("CN-SH"), catalogue).Judge(measurement)[0];

        Assert.Equal((Verdict.NonCompliant, (decimal?)50m, "acme.json"), (finding.Verdict, finding.Limit, finding.Edition!.Overlay));
        Assert.Contains(finding.Explanation, static step => step.English == "From the overlay acme.json, beside the built-in catalogue.");
        Assert.NotNull(catalogue.Find("cn-sh.acme-noise-2026.boundary-night"));
        // Elsewhere, and in the built-in catalogue, nothing has changed.
        Assert.Equal(Verdict.Compliant, new SiteBoundaryCheck(SiteBoundaryCheckTests.Site("CN-BJ"), catalogue).Judge(measurement)[0].Verdict);
        Assert.Equal(Verdict.Compliant, new SiteBoundaryCheck(SiteBoundaryCheckTests.Site("CN-SH")).Judge(measurement)[0].Verdict);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("\"partial\": false,", false)]
    [InlineData("\"partial\": true,", true)]
    public void Overlay_MaySayThatItIsPartial(string member, bool isPartial)
    {
        Assert.Empty(StandardsCatalogue.Default.WithOverlay("acme.json", Overlay.Replace("\"withdrawn\": null,", "\"withdrawn\": null," + member, StringComparison.Ordinal), out var catalogue));

        Assert.Equal(isPartial, catalogue.FindEdition("ACME noise 2026")!.IsPartial);
    }

    [Fact]
    public void Overlay_PartialIsTrueOrFalse()
    {
        var errors = StandardsCatalogue.Default.WithOverlay("acme.json", Overlay.Replace("\"withdrawn\": null,", "\"withdrawn\": null, \"partial\": \"yes\",", StringComparison.Ordinal), out _);

        Assert.Contains("true or false", Assert.Single(errors).Message.English, StringComparison.Ordinal);
    }

    /// <summary>GB 50325-2020, table 6.0.4: at most 0.08 mg/m3, compared as measured. The same number in whole milligrams would let 0.5 through; in tenths of a hundredth, 0.0805. 0.07 in tenths lets 0.05 through, which becomes 0.0, and no more.</summary>
    [Theory]
    [InlineData("0.08", "0", false)]
    [InlineData("0.08", "3", false)]
    [InlineData("0.07", "2", true)]
    [InlineData("0.07", "1", true)]
    [InlineData("0.1", "1", false)]
    public void Overlay_MustNotLoosenByRounding(string value, string digits, bool isTaken)
    {
        var overlay = Overlay.Replace("noise.site-boundary", "materials.indoor-acceptance-formaldehyde", StringComparison.Ordinal).Replace("\"period\": \"night\"", "\"buildingClass\": \"II\"", StringComparison.Ordinal)
            .Replace("\"value\": 50", "\"value\": " + value, StringComparison.Ordinal).Replace("dB(A)", "mg/m3", StringComparison.Ordinal).Replace("\"rounding\": 0", "\"rounding\": " + digits, StringComparison.Ordinal);

        Assert.Equal(isTaken, StandardsCatalogue.Default.WithOverlay("acme.json", overlay, out _).Count == 0);
    }

    /// <summary>GB 12523-2025 asks for 55 at night, in whole decibels: 55.5 goes to the even 56 and breaks it, and who compares as measured must not let it through.</summary>
    [Theory]
    [InlineData("55.4", true)]
    [InlineData("55.499", true)]
    [InlineData("55.5", false)]
    public void Overlay_WithoutRoundingMustNotLoosen(string value, bool isTaken)
    {
        var overlay = Overlay.Replace("\"value\": 50", "\"value\": " + value, StringComparison.Ordinal).Replace("\"rounding\": 0,", "", StringComparison.Ordinal);

        Assert.Equal(isTaken, StandardsCatalogue.Default.WithOverlay("acme.json", overlay, out _).Count == 0);
    }

    /// <summary>GB 12523-2025 asks for 55 at night: 56 is an attempt to loosen, 55 is not.</summary>
    [Theory]
    [InlineData("55", null)]
    [InlineData("56", "≤ 56 dB(A) is looser than the mandatory ≤ 55 dB(A) of GB 12523-2025 Table 1, with which it can meet")]
    public void Overlay_MustNotLoosen(string value, string? error)
    {
        var errors = StandardsCatalogue.Default.WithOverlay("acme.json", Overlay.Replace("\"value\": 50", "\"value\": " + value, StringComparison.Ordinal), out var catalogue);
        if (error is null)
        {
            Assert.Empty(errors);
            return;
        }

        var only = Assert.Single(errors);
        Assert.Equal((error, "acme.json", 24), (only.Message.English, only.File, only.Line));
        Assert.Same(StandardsCatalogue.Default, catalogue);
    }

    /// <summary>"Less than" is stricter than "at most" at the same number; the lower end of a range is as much a limit as its upper.</summary>
    [Theory]
    [InlineData("\"comparator\": \"<\", \"value\": 55", true)]
    // Less than 56 in whole decibels is 55 at most.
    [InlineData("\"comparator\": \"<\", \"value\": 56", true)]
    [InlineData("\"comparator\": \"<\", \"value\": 57", false)]
    [InlineData("\"comparator\": \">=\", \"value\": 20", true)]
    public void Overlay_MayTightenByAnotherComparator(string limit, bool isAllowed)
    {
        var text = Overlay.Replace("\"comparator\": \"<=\"", limit.Split(", ")[0], StringComparison.Ordinal).Replace("\"value\": 50", limit.Split(", ")[1], StringComparison.Ordinal);
        Assert.Equal(isAllowed, StandardsCatalogue.Default.WithOverlay("acme.json", text, out _).Count == 0);
    }

    /// <summary>
    /// Indoors the mandatory limit is 10 below that of the boundary (60 by day, 45 at night): an absolute limit is looser unless it keeps the strictest base. A row about
    /// rescue work cannot meet a limit that excepts rescue, nor one of 2026 a stage of 2031.
    /// </summary>
    [Theory]
    [InlineData("noise.site-indoor", "{ \"period\": \"night\" }", "75", "dB(A)", false)]
    [InlineData("noise.site-indoor", "{ \"period\": \"night\" }", "45", "dB(A)", true)]
    [InlineData("noise.site-boundary", "{ \"workNature\": \"rescue\" }", "80", "dB(A)", true)]
    [InlineData("dust.ambient-pm10-daily", "{ \"airZone\": \"2\", \"dates\": \"2026-03-01/2030-12-31\" }", "110", "µg/m3", true)]
    [InlineData("dust.ambient-pm10-daily", "{ \"airZone\": \"2\" }", "110", "µg/m3", false)]
    public void Overlay_MeetsOnlyWhatItCanMeet(string measurand, string when, string value, string unit, bool isAllowed)
    {
        var text = Overlay.Replace("noise.site-boundary", measurand, StringComparison.Ordinal).Replace("{ \"period\": \"night\" }", when, StringComparison.Ordinal)
            .Replace("\"value\": 50", "\"value\": " + value, StringComparison.Ordinal).Replace("dB(A)", unit, StringComparison.Ordinal)
            .Replace("\"effective\": \"2026-01-01\"", "\"effective\": \"2026-03-01\"", StringComparison.Ordinal).Replace("\"rounding\": 0,", "", StringComparison.Ordinal);
        Assert.Equal(isAllowed ? [] : ["is looser"], StandardsCatalogue.Default.WithOverlay("acme.json", text, out _).Select(static error => error.Message.English.Contains("is looser", StringComparison.Ordinal) ? "is looser" : error.Message.English).Distinct());
    }

    /// <summary>GB 16297-1996, C2.1.5: the inlet is 1.5 m (floor) to 15 m (ceiling) high: one governs and the other binds as well.</summary>
    [Fact]
    public void FloorAndCeiling_BindTogether()
    {
        var place = Jurisdiction.China;
        var date = new CalendarDate(2026, 3, 2);
        var limits = StandardsCatalogue.Default.InForce(Measurands.Dust.InletHeight, place, date);
        var (floor, ceiling) = (limits.Single(static limit => limit.RowKey == "inlet-height-min").Value!.Value, limits.Single(static limit => limit.RowKey == "inlet-height-max").Value!.Value);

        var governing = StandardsCatalogue.Default.Governing(Measurands.Dust.InletHeight, place, date, Circumstances.None);

        Assert.Equal(["inlet-height-max", "inlet-height-min"], governing.Beside.Append(governing.Requirement!).Select(static limit => limit.RowKey).Order());
        Assert.Equal(
            [Verdict.NonCompliant, Verdict.Compliant, Verdict.NonCompliant],
            new[] { floor - 0.5m, (floor + ceiling) / 2, ceiling + 0.5m }.Select(height => LimitCheck.JudgeGoverning(StandardsCatalogue.Default, Measurands.Dust.InletHeight, height, place, date, Circumstances.None).Verdict));
    }

    /// <summary>2 m are 200 cm: a value in another unit than that of the limits is converted once for each of those that bind together.</summary>
    [Theory]
    [InlineData(200, Verdict.Compliant)]
    [InlineData(100, Verdict.NonCompliant)]
    [InlineData(1600, Verdict.NonCompliant)]
    public void FloorAndCeiling_InAnotherUnit(int centimetres, Verdict verdict) =>
        Assert.Equal(verdict, LimitCheck.JudgeGoverning(
            StandardsCatalogue.Default, Measurands.Dust.InletHeight, centimetres, Jurisdiction.China, new CalendarDate(2026, 3, 2), Circumstances.None, unit: "cm").Verdict);

    /// <summary>An overlay that only tightens the limit at night leaves the rules on weather, calibration and measuring time alone.</summary>
    [Fact]
    public void Overlay_LeavesTheMethodAlone()
    {
        Assert.Empty(StandardsCatalogue.Default.WithOverlay("acme.json", Overlay, out var catalogue));
        var night = new DateTime(2026, 3, 2, 23, 0, 0);
        Verdict Judge(StandardsCatalogue asked, SiteBoundaryMeasurement measurement) => new SiteBoundaryCheck(SiteBoundaryCheckTests.Site("CN-SH"), asked).Judge(measurement)[0].Verdict;

        foreach (var measurement in new[]
        {
            new SiteBoundaryMeasurement("P1", night, 45) { WindSpeed = 5 },
            new SiteBoundaryMeasurement("P1", night, 45) { CalibrationDrift = 0.6m },
            new SiteBoundaryMeasurement("P1", night, 45) { MeasuringTime = TimeSpan.FromMinutes(19) },
        })
        {
            Assert.Equal(Verdict.Invalid, Judge(StandardsCatalogue.Default, measurement));
            Assert.Equal(Verdict.Invalid, Judge(catalogue, measurement));
        }
    }

    /// <summary>A limit that leaves the period open meets with the night as well.</summary>
    [Fact]
    public void Overlay_ThatLeavesThePeriodOpenMeetsTheNight() =>
        Assert.Single(StandardsCatalogue.Default.WithOverlay(
            "acme.json", Overlay.Replace("\"when\": { \"period\": \"night\" },", "", StringComparison.Ordinal).Replace("\"value\": 50", "\"value\": 60", StringComparison.Ordinal), out _));

    [Theory]
    [InlineData("\"dB(A)\"", "\"m\"", "'m' is not a unit of noise.site-boundary, which is given in: dB(A)", 25)]
    [InlineData("\"period\"", "\"perood\"", "'perood' is not a facet of domain noise", 22)]
    [InlineData("\"sources\": [0]", "\"sources\": []", "A fact without a source must be marked \"evidence\": \"unconfirmed\"", 28)]
    [InlineData("cn-sh.acme-noise-2026", "cn.gb-12523-2025", "'cn.gb-12523-2025' is used twice; it stands also in GB 12523-2025", 3)]
    [InlineData("\"CN-SH\"", "\"CN-XX\"", "'CN-XX' is not a known place", 10)]
    [InlineData("\"kind\": \"limit\",", "\"kind\": limit,", "This is not JSON: 'l' is not expected here", 17)]
    public void Overlay_IsCheckedAsTheBuildChecks(string text, string by, string error, int line)
    {
        var errors = StandardsCatalogue.Default.WithOverlay("acme.json", Overlay.Replace(text, by, StringComparison.Ordinal), out _);
        Assert.Contains((error, (int?)line), errors.Select(static found => (found.Message.English, found.Line)));
        Assert.All(errors, static found => Assert.NotEqual(found.Message.English, found.Message.Chinese));
    }

    [Fact]
    public void Overlays_Stack()
    {
        Assert.Empty(StandardsCatalogue.Default.WithOverlay("a.json", Overlay, out var first));
        var second = Overlay.Replace("acme-noise-2026", "other-2026", StringComparison.Ordinal).Replace("ACME noise", "OTHER", StringComparison.Ordinal).Replace("\"value\": 50", "\"value\": 45", StringComparison.Ordinal);
        Assert.Empty(first.WithOverlay("b.json", second, out var both));
        Assert.Equal(["a.json", "b.json"], both.Editions.Select(static edition => edition.Overlay).OfType<string>());
    }
}
