using System.Globalization;
using System.Text.Json;

namespace GreenBuild.Standards.Tool.Tests;

public class LimitsTests
{
    private static readonly StandardsCatalogue Catalogue = StandardsCatalogue.Default;

    /// <summary>GB 3095-2026, 4.4: class 2 PM10 a day is 120 until 2030-12-31 and 100 after. A stage is a limit only in its time.</summary>
    [Theory]
    [InlineData("2030-12-31", "≤ 120 µg/m3", "≤ 100 µg/m3")]
    [InlineData("2031-01-01", "≤ 100 µg/m3", "≤ 120 µg/m3")]
    public void Limits_StageOfTheDay(string day, string holds, string doesNot)
    {
        var run = ToolRun.Of("limits", "pm10", "daily", "class2", "--on", day);

        Assert.Single(run.LinesWith("GB 3095-2026", holds));
        Assert.Empty(run.LinesWith(doesNot));
        Assert.Contains("1 more holds on other dates only", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    // GB 12523-2011 was replaced on 2026-01-01.
    [InlineData("GB 12523-2011 lapsed 2026-01-01; in force: GB 12523-2025.", "GB12523-2011", "--on", "2026-03-01")]
    [InlineData("GB 12523-2025 is not yet in force: from 2026-01-01.", "GB12523-2025", "--on", "2025-03-01")]
    [InlineData("Near words: noise", "noize", "--on", "2026-03-01")]
    [InlineData("In other places: Singapore (--in SG)", "singapore", "--on", "2026-03-01")]
    public void Limits_NothingFound_SaysWhatIsKnown(string said, params string[] asked) =>
        Assert.Contains(said, ToolRun.Of(["limits", .. asked]).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("噪音", "噪声")]
    [InlineData("挥发性有机物", "VOC")]
    public void Limits_SynonymsOfTheField(string said, string known)
    {
        var run = ToolRun.Of("limits", said, "--lang", "zh");

        Assert.Contains($"以下按“{known}”查询", run.Output, StringComparison.Ordinal);
        Assert.Equal(ToolRun.Of("limits", known, "--lang", "zh").LinesWith("cn.").Count, run.LinesWith("cn.").Count);
    }

    [Fact]
    public void Limits_RowsOfAnotherRegionAreLeftOut()
    {
        // Rows of the national editions may name provinces; of those only the ones of the place are its limits.
        Assert.Contains("region=", ToolRun.Of("limits").Output, StringComparison.Ordinal);

        var regions = Keys("limits", "--in", "CN-SH").Select(key => Catalogue.Find(key)!.Condition("region")).OfType<FacetCondition>();
        Assert.All(regions, static region => Assert.Contains(region.Values, static code => code.StartsWith("CN-SH", StringComparison.Ordinal)));
    }

    [Fact]
    public void Limits_NumberAsPeopleWriteIt() =>
        Assert.Equal(Keys("limits", "GB 12523-2025", "--on", "2026-02-01"), Keys("limits", "gb12523—2025", "--on", "2026-02-01"));

    [Theory]
    [InlineData("noise")]
    [InlineData("dust")]
    [InlineData("waste")]
    [InlineData("materials")]
    [InlineData("components")]
    [InlineData("general")]
    public void Limits_Domain(string domain)
    {
        var rows = Json("limits", "--domain", domain);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(domain, row.GetProperty("domain").GetString()));
    }

    [Fact]
    public void Limits_DomainsAreThoseOfTheVocabulary()
    {
        foreach (var domain in Vocabulary.Measurands.Select(static measurand => measurand.Domain).Distinct()) Assert.Equal(0, ToolRun.Of("limits", "--domain", domain, "--format", "csv").ExitCode);
        Assert.Equal(64, ToolRun.Of("limits", "--domain", "water").ExitCode);
    }

    [Theory]
    [InlineData("limit")]
    [InlineData("factor")]
    [InlineData("measure")]
    [InlineData("score-row")]
    [InlineData("size-series")]
    public void Limits_Kind(string kind)
    {
        var rows = Json("limits", "--kind", kind);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(kind, row.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("confirmed", "confirmed")]
    [InlineData("single-source", "confirmed", "single-source")]
    [InlineData("unconfirmed", "confirmed", "single-source", "unconfirmed")]
    public void Limits_EvidenceIsAFloor(string floor, params string[] expected) =>
        Assert.Equal(expected, Json("limits", "--evidence", floor).Select(static row => row.GetProperty("evidence").GetString()!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Limits_Csv()
    {
        var run = ToolRun.Of("limits", "--format", "csv", "--on", "2026-02-01");
        var rows = CsvReading.Of(run.Output);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Keys("limits", "--on", "2026-02-01"), rows.Select(static row => row["key"]));
        foreach (var row in rows)
        {
            var requirement = Catalogue.Find(row["key"])!;
            Assert.Equal(requirement.Title.Chinese, row["titleZh"].TrimStart('\''));
            // A number stays a number, a negative one too.
            if (requirement.Value is { } value) Assert.Equal(value, decimal.Parse(row["value"], NumberStyles.Number, CultureInfo.InvariantCulture));
            Assert.Equal(requirement.Edition.Effective?.ToString() ?? "", row["effective"]);
            Assert.All(row, static cell => Assert.False(
                cell.Value.Length > 0 && cell.Value[0] is '=' or '+' or '@' or '\t' or '\r' || (cell.Value is ['-', ..] && !decimal.TryParse(cell.Value, CultureInfo.InvariantCulture, out _)), cell.Key + ": " + cell.Value));
        }

        Assert.Contains(rows, static row => row["value"] is ['-', ..]);
    }

    /// <summary>A spreadsheet computes what begins like a formula: https://owasp.org/www-community/attacks/CSV_Injection.</summary>
    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("a=b, \\\"c\\\"", "a=b, \"c\"")] // quoted, not changed
    public void Limits_CsvDisarmsFormulas(string title, string expected)
    {
        using var overlay = new OverlayFile(title: title);

        var row = Assert.Single(CsvReading.Of(overlay.Run("limits", "acme", "--in", "CN-SH", "--on", "2026-07-01", "--format", "csv").Output));

        Assert.Equal((expected, "45", OverlayFile.Name), (row["title"], row["value"], row["overlay"]));
    }

    [Fact]
    public void Limits_CsvSpeaksChinese()
    {
        var row = Assert.Single(CsvReading.Of(ToolRun.Of("limits", "gb/t51129", "vertical", "--kind", "score-row", "--format", "csv", "--lang", "zh").Output));

        Assert.Equal(("35", "80", "20", "30", "35–80 %：20–30 分"), (row["value"], row["upperValue"], row["points"], row["upperPoints"], row["valueInWords"]));
        Assert.Contains("评价部分：主体结构", row["conditions"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(params string[] arguments) => Json(arguments).Select(static row => row.GetProperty("key").GetString()!);

    private static List<JsonElement> Json(params string[] arguments) =>
        JsonDocument.Parse(ToolRun.Of([.. arguments, "--format", "json"]).Output).RootElement.GetProperty("requirements").EnumerateArray().ToList();
}
