using System.Globalization;

namespace GreenBuild.Standards.Tests.Compliance;

/// <summary>Limits of a kind, or side by side in a way, that the catalogue has only in part: made up, so that each comparison, and what is the stricter of two, can be worked out by hand.</summary>
public sealed class MadeUpLimitTests
{
    private static readonly CalendarDate Day = new(2026, 3, 2);

    /// <summary>All six comparisons at the limit of 5 and a tenth beside it; the margin is how far the value is on the right side.</summary>
    [Theory]
    [InlineData("<", "4.9", true, "0.1")]
    [InlineData("<", "5", false, "0")]
    [InlineData("<", "5.1", false, "-0.1")]
    [InlineData("<=", "5", true, "0")]
    [InlineData("<=", "5.1", false, "-0.1")]
    [InlineData(">", "5.1", true, "0.1")]
    [InlineData(">", "5", false, "0")]
    [InlineData(">=", "5", true, "0")]
    [InlineData(">=", "4.9", false, "-0.1")]
    [InlineData("=", "5", true, "0")]
    [InlineData("=", "4.9", false, "-0.1")]
    [InlineData("=", "5.1", false, "-0.1")]
    public void Compare_AtTheLimit(string comparator, string value, bool isMet, string margin)
    {
        var limit = Only(Edition(1, Row("r", $$"""{{Comparing(comparator, "5")}}""")));

        Assert.True(LimitCheck.TryCompare(limit, Number(value), out var comparison));
        Assert.Equal((isMet, Number(margin)), (comparison.IsMet, comparison.Margin));
    }

    /// <summary>An overlay loosens a limit exactly if some value keeps the one and not the other, rounding included: tried with all values from -1 to 4 in steps of 0.005, and with some just beside them.</summary>
    [Theory]
    [InlineData("<=", "<")]
    [InlineData(">=", ">")]
    public void Overlay_LoosensIfItLetsAnyValueThrough(params string[] comparators)
    {
        string[] bounds = ["0.08", "0.5", "1", "1.5", "2"];
        int?[] digits = [null, 0, 1];
        var values = Enumerable.Range(-200, 1001).Select(static i => i * 0.005m).SelectMany(static value => new[] { value - 0.0001m, value, value + 0.0001m }).ToList();
        var kept = (from comparator in comparators from bound in bounds from digit in digits
                    select (Row: Row("r", Comparing(comparator, bound) + (digit is { } shown ? $", \"rounding\": {shown}" : "")), Values: values.Where(value => Keeps(value, comparator, Number(bound), digit)).ToHashSet())).ToList();

        foreach (var mandatory in kept)
        {
            var catalogue = With(Edition(1, mandatory.Row));
            foreach (var (row, its) in kept)
            {
                var (name, json) = Edition(2, row);
                var isLooser = catalogue.WithOverlay(name, json, out _).Count > 0;
                Assert.True(isLooser == !its.IsSubsetOf(mandatory.Values), $"{row} beside {mandatory.Row}: {isLooser}");
            }
        }

        static bool Keeps(decimal value, string comparator, decimal bound, int? digits)
        {
            if (digits is { } kept) value = Math.Round(value, kept, MidpointRounding.ToEven);
            return comparator switch { "<" => value < bound, "<=" => value <= bound, ">" => value > bound, _ => value >= bound };
        }
    }

    /// <summary>A range is loosened where either end lies further out, and a fixed number by any other.</summary>
    [Theory]
    [InlineData("0", "10", "0", "10", false)]
    [InlineData("0", "10", "1", "9", false)]
    [InlineData("0", "10", "0", "11", true)]
    [InlineData("0", "10", "-1", "10", true)]
    [InlineData("0", "10", "1", "11", true)]
    public void Overlay_LoosensARange(string low, string high, string ownLow, string ownHigh, bool isLooser)
    {
        var (name, json) = Edition(2, Row("r", Between(ownLow, ownHigh)));

        Assert.Equal(isLooser, With(Edition(1, Row("r", Between(low, high)))).WithOverlay(name, json, out _).Count > 0);
    }

    [Theory]
    [InlineData("5", false)]
    [InlineData("5.1", true)]
    public void Overlay_LoosensAFixedNumber(string own, bool isLooser)
    {
        var (name, json) = Edition(2, Row("r", Comparing("=", own)));

        Assert.Equal(isLooser, With(Edition(1, Row("r", Comparing("=", "5")))).WithOverlay(name, json, out _).Count > 0);
    }

    /// <summary>Of 0 to 10, 2 and 8 are both 2 from the nearer end: the outcomes differ in nothing but the value.</summary>
    [Fact]
    public void Comparisons_OfDifferentValuesDiffer()
    {
        var limit = Only(Edition(1, Row("r", Between("0", "10"))));
        Assert.True(LimitCheck.TryCompare(limit, 2, out var low));
        Assert.True(LimitCheck.TryCompare(limit, 8, out var high));

        Assert.Equal((2m, 2m), (low.Margin, high.Margin));
        Assert.NotEqual(low, high);
    }

    /// <summary>The stricter of two mandatory limits governs, whichever of them comes first by its key.</summary>
    [Theory]
    [InlineData("<=", "70", "<=", "65")]
    [InlineData(">=", "10", ">=", "12")]
    // What may not be reached is stricter than what may.
    [InlineData("<=", "70", "<", "70")]
    [InlineData(">=", "10", ">", "10")]
    // Between two ends, the narrower: at both, at the upper or at the lower end alone.
    [InlineData("0", "10", "2", "8")]
    [InlineData("0", "10", "0", "8")]
    [InlineData("0", "10", "2", "10")]
    public void Governing_IsTheStricter(string loose, string loosely, string strict, string strictly)
    {
        foreach (var number in new[] { 0, 2 })
        {
            var catalogue = With(Edition(1, Row("r", One(loose, loosely))), Edition(number, Row("r", One(strict, strictly))));

            Assert.Equal("TEST " + number, Governing(catalogue).Requirement!.Edition.Number);
        }

        static string One(string first, string second) => char.IsDigit(first[0]) ? Between(first, second) : Comparing(first, second);
    }

    /// <summary>0.06 mg/m3 are 60 µg/m3, stricter than 70: units are converted before two limits are compared.</summary>
    [Fact]
    public void Governing_ComparesInOneUnit()
    {
        var catalogue = With(
            Edition(1, Row("r", Comparing("<=", "70"), Measurands.Dust.SiteBoundaryTsp, "µg/m3")), Edition(2, Row("r", Comparing("<=", "0.06"), Measurands.Dust.SiteBoundaryTsp, "mg/m3")));

        var governing = catalogue.Governing(Measurands.Dust.SiteBoundaryTsp, Jurisdiction.China, Day, Circumstances.None);

        Assert.Equal("TEST 2", governing.Requirement!.Edition.Number);
    }

    /// <summary>A floor of 10 beside a ceiling of 20: what breaks either breaks a rule, and the finding is on that one.</summary>
    [Theory]
    [InlineData(9, Verdict.NonCompliant, 10, -1)]
    [InlineData(10, Verdict.Compliant, 20, 10)]
    [InlineData(20, Verdict.Compliant, 20, 0)]
    [InlineData(21, Verdict.NonCompliant, 20, -1)]
    public void JudgeGoverning_FloorBesideCeiling(int value, Verdict verdict, int limit, int margin)
    {
        var catalogue = With(Edition(1, Row("ceiling", Comparing("<=", "20"))), Edition(2, Row("floor", Comparing(">=", "10"))));

        var finding = LimitCheck.JudgeGoverning(catalogue, Measurands.Noise.SiteBoundary, value, Jurisdiction.China, Day, Circumstances.None);

        Assert.Equal((verdict, (decimal?)limit, (decimal?)margin), (finding.Verdict, finding.Limit, finding.Margin));
        // Each names the other beside it, and itself never; whether the other is kept is said where the value keeps the one applied.
        var beside = Assert.Single(finding.Explanation, static step => step.English.StartsWith("Beside it: ", StringComparison.Ordinal));
        Assert.Contains(limit == 20 ? "TEST 2" : "TEST 1", beside.English, StringComparison.Ordinal);
        Assert.DoesNotContain("does not keep", beside.English, StringComparison.Ordinal);
        Assert.DoesNotContain("不满足", beside.Chinese, StringComparison.Ordinal);
    }

    /// <summary>15 dB above the 50 of the night are 65; other quantities, factors and limits of the day in the same edition are not its base.</summary>
    [Fact]
    public void Judge_RelativeFindsItsBase()
    {
        var catalogue = With(Edition(
            1,
            Row("other", Comparing("<=", "30"), Measurands.Noise.Receiver),
            Row("day", Comparing("<=", "60"), when: "\"period\": \"day\""),
            Row("night", Comparing("<=", "50"), when: "\"period\": \"night\""),
            Relative("peak", "15", "\"period\": \"night\"")));

        var finding = LimitCheck.Judge(catalogue.Find("cn.test-1.peak")!, 65);

        Assert.Equal((Verdict.Compliant, (decimal?)65m, (decimal?)0m), (finding.Verdict, finding.Limit, finding.Margin));
        Assert.Equal(Verdict.NonCompliant, LimitCheck.Judge(catalogue.Find("cn.test-1.peak")!, 66).Verdict);
        // By itself it is no number to compare with.
        Assert.False(LimitCheck.TryCompare(catalogue.Find("cn.test-1.peak")!, 65, out _));
    }

    /// <summary>A finding is no better known than the worse of the limit and its base.</summary>
    [Theory]
    [InlineData("confirmed", "unconfirmed")]
    [InlineData("unconfirmed", "confirmed")]
    public void Judge_RelativeIsAsWellKnownAsItsBase(string evidence, string ofBase)
    {
        var catalogue = With(Edition(1, Row("night", Comparing("<=", "50"), evidence: ofBase), Relative("peak", "15", evidence: evidence)));

        var finding = LimitCheck.Judge(catalogue.Find("cn.test-1.peak")!, 66);

        Assert.Equal((Verdict.Indeterminate, (Verdict?)Verdict.NonCompliant, (Evidence?)Evidence.Unconfirmed), (finding.Verdict, finding.ProvisionalVerdict, finding.Evidence));
    }

    /// <summary>A base that is for another zone is none: the finding asks for the limit itself. One that hangs on a facet which is not known, or which the relative limit leaves open, is asked for that.</summary>
    [Theory]
    [InlineData("\"functionZone\": \"2\"", "", "", "functionZone=1", "noise.site-boundary")]
    [InlineData("\"functionZone\": \"2\"", "", "", "", "functionZone")]
    [InlineData("\"period\": \"night\"", "\"period\": [\"night\", \"midday\"]", "", "", "period")]
    [InlineData("\"period\": \"night\"", "", "\"period\": \"night\"", "", "period")]
    public void Judge_RelativeWithoutItsBase(string ofBase, string ofRelative, string unless, string known, string missing)
    {
        var catalogue = With(Edition(1, Row("base", Comparing("<=", "50"), when: ofBase), Relative("peak", $"15, \"unless\": {{ {unless} }}", ofRelative)));
        Assert.True(Circumstances.TryParse(known, out var circumstances, out _));

        var finding = LimitCheck.Judge(catalogue.Find("cn.test-1.peak")!, 60, circumstances);

        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal([missing], finding.Missing);
    }

    /// <summary>50 + 15 = 65 is stricter than 50 + 20 = 70.</summary>
    [Fact]
    public void Governing_ComparesRelativeLimitsByTheirSums()
    {
        var catalogue = With(
            Edition(1, Row("base", Comparing("<=", "40"), Measurands.Noise.Ambient), Relative("peak", "25", measurand: Measurands.Noise.SiteBoundary, to: Measurands.Noise.Ambient)),
            Edition(2, Row("base", Comparing("<=", "30"), Measurands.Noise.Ambient), Relative("peak", "30", measurand: Measurands.Noise.SiteBoundary, to: Measurands.Noise.Ambient)));

        // 40 + 25 = 65 and 30 + 30 = 60: the smaller sum governs, not the smaller addend.
        Assert.Equal("TEST 2", Governing(catalogue).Requirement!.Edition.Number);
    }

    /// <summary>What an overlay asks for is marked in its explanation.</summary>
    [Fact]
    public void Judge_SaysThatItIsOfAnOverlay() =>
        Assert.Equal("From the overlay test-1.json, beside the built-in catalogue.", LimitCheck.Judge(Only(Edition(1, Row("r", Comparing("<=", "5")))), 4).Explanation[0].English);

    /// <summary>Bands are made for limits below 1e9 that bound from one side, and are not relative.</summary>
    [Theory]
    [InlineData("<=", "999999999", true)]
    [InlineData("<=", "1000000000", false)]
    [InlineData("=", "5", false)]
    public void Band_IsOfWhatCanBeSorted(string comparator, string value, bool isBand) => Assert.Equal(isBand, LimitBand.Of(Only(Edition(1, Row("r", Comparing(comparator, value))))) is not null);

    /// <summary>
    /// "≤ 0.5, to whole numbers" is never met exactly: 0.5 becomes 0 and keeps it, 0.7 becomes 1 and does not. Within a unit of 0.5 the exact value decides, beyond it the side does.
    /// </summary>
    [Theory]
    [InlineData("<=", "0.5", 0, -0.6, 0, true)]
    [InlineData("<=", "0.5", 0, 0.7, null, false)]
    [InlineData("<=", "0.5", 0, 1.4, null, false)]
    [InlineData("<=", "0.5", 0, 1.6, 1, false)]
    // A unit of one decimal is 0.1.
    [InlineData("<=", "0.25", 1, 0.3, null, false)]
    [InlineData("<=", "0.25", 1, 0.4, 1, false)]
    [InlineData("<=", "0.25", 1, 0.1, 0, true)]
    // Nothing is rounded: one edge, and two pieces.
    [InlineData("<=", "70", null, 69.9, 0, true)]
    [InlineData("<=", "70", null, 70.1, 1, false)]
    // "≥ 20, to whole numbers": 19.7 becomes 20 and keeps it by rounding alone, 19.3 becomes 19.
    [InlineData(">=", "20", 0, 19.3, 0, false)]
    [InlineData(">=", "20", 0, 19.7, 1, true)]
    [InlineData(">=", "20", 0, 20.3, 2, true)]
    [InlineData(">=", "20", 0, 20.7, 3, true)]
    public void Band_Pieces(string comparator, string bound, int? rounding, double value, int? piece, bool isMet)
    {
        var limit = Only(Edition(1, Row("r", Comparing(comparator, bound) + (rounding is { } digits ? $", \"rounding\": {digits}" : ""))));
        var band = LimitBand.Of(limit)!;

        Assert.Equal(piece, band.PieceOf(value, 0));
        if (piece is { } found) Assert.Equal(isMet, band.IsMetIn(found));
        Assert.Equal(isMet, band.IsMet(value));
    }

    /// <summary>Edges of "≤ 70, to whole numbers" are 69.5, 70 and 70.5. With an uncertainty of a quarter 69.25 may be 69.5, and 70.75 may be 70.5; both are exact in binary.</summary>
    [Theory]
    [InlineData(69.125, 0)]
    [InlineData(69.25, null)]
    [InlineData(70.75, null)]
    [InlineData(70.875, 3)]
    public void Band_LeavesOpenWhatTouchesAnEdge(double value, int? piece) =>
        Assert.Equal(piece, LimitBand.Of(Only(Edition(1, Row("r", Comparing("<=", "70") + ", \"rounding\": 0"))))!.PieceOf(value, 0.25));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Comparing(string comparator, string value) => $"\"comparator\": \"{comparator}\", \"value\": {value}";

    private static string Between(string low, string high) => $"\"comparator\": \"between\", \"value\": [{low}, {high}]";

    private static string Relative(string key, string above, string when = "", string measurand = Measurands.Noise.SiteBoundaryMaximum, string to = Measurands.Noise.SiteBoundary, string evidence = "confirmed") =>
        Row(key, Comparing("<=", above) + $", \"relativeTo\": \"{to}\"", measurand, when: when, evidence: evidence);

    private static string Row(string key, string comparing, string measurand = Measurands.Noise.SiteBoundary, string unit = "dB(A)", string when = "", string evidence = "confirmed") =>
        $$"""{ "key": "{{key}}", "kind": "limit", "clause": "1", "titleEn": "Made up", "titleZh": "虚构", "measurand": "{{measurand}}", "when": { {{when}} }, {{comparing}}, "unit": "{{unit}}", "evidence": "{{evidence}}", "sources": {{(evidence == "confirmed" ? "[0, 1]" : "[]")}} }""";

    private static (string Name, string Json) Edition(int number, params string[] rows) => ($"test-{number}.json", $$"""
        {
          "key": "cn.test-{{number}}", "standard": "TEST {{number}}", "number": "TEST {{number}}", "kind": "mandatory-national", "binding": "mandatory", "titleEn": "Made up", "titleZh": "虚构",
          "jurisdiction": "CN", "issued": null, "effective": "2020-01-01", "withdrawn": null,
          "requirements": [ {{string.Join(", ", rows)}} ],
          "sources": [ { "reference": "a test", "what": "made up", "says": "nothing real" }, { "reference": "the same test", "what": "made up", "says": "nothing real" } ]
        }
        """);

    private static StandardsCatalogue With(params (string Name, string Json)[] editions)
    {
        var catalogue = StandardsCatalogue.Empty;
        foreach (var (name, json) in editions) Assert.Empty(catalogue.WithOverlay(name, json, out catalogue));
        return catalogue;
    }

    private static Requirement Only((string Name, string Json) edition) => With(edition).Editions.Single(static one => one.HasRequirements).Requirements.Single();

    private static GoverningLimit Governing(StandardsCatalogue catalogue) => catalogue.Governing(Measurands.Noise.SiteBoundary, Jurisdiction.China, Day, Circumstances.None);
}
