using System.Text.Json;

namespace GreenBuild.Standards.Tool.Tests;

public class StandardsTests
{
    [Fact]
    public void Standards_InForceOnTheDay()
    {
        Assert.Single(ToolRun.Of("standards", "12523", "--on", "2025-12-31").LinesWith("GB 12523-2011", "2012-07-01", "2026-01-01", "GB 12523-2025", "mandatory national standard"));
        var after = ToolRun.Of("standards", "12523", "--on", "2026-01-01");
        Assert.Single(after.LinesWith("GB 12523-2025"));
        Assert.Empty(after.LinesWith("GB 12523-2011"));
    }

    [Fact]
    public void Standards_AllAreInOrderOfTime()
    {
        var lines = ToolRun.Of("standards", "GB12523", "--all").LinesWith("cn.gb-12523");

        // 1991, 2012 and 2026 by their days of effect, not by their numbers.
        Assert.Equal(["GB 12523-90", "GB 12523-2011", "GB 12523-2025"], lines.Select(static line => line.Trim().Split("   ")[0]));
    }

    [Fact]
    public void Standards_PlaceInherits()
    {
        var editions = Json("standards", "--in", "Shenzhen").Select(static edition => edition.GetProperty("jurisdiction").GetString()).Distinct().ToList();

        Assert.Contains("CN", editions);
        Assert.Contains("CN-GD-440300", editions);
        Assert.DoesNotContain("CN-SH", editions);
    }

    [Fact]
    public void Standards_AllHoldsThoseKnownByNumberOnly()
    {
        var all = Json("standards", "--all");

        Assert.Equal(StandardsCatalogue.Default.Editions.Count, all.Count);
        Assert.Contains(all, static edition => edition.GetProperty("requirements").GetInt32() == 0);
        Assert.Equal("known by its number only", EditionWords.CountsOf(StandardsCatalogue.Default.Editions.First(static edition => !edition.HasRequirements)).English);
    }

    [Fact]
    public void Standards_Csv()
    {
        var row = Assert.Single(CsvReading.Of(ToolRun.Of("standards", "GB 12523—2011", "--all", "--format", "csv").Output));

        Assert.Equal(("GB 12523", "mandatory-national", "mandatory", "CN"), (row["standard"], row["kind"], row["binding"], row["jurisdiction"]));
        Assert.Equal(("2012-07-01", "2026-01-01", "GB 12523-2025", "22"), (row["effective"], row["noLongerInForceFrom"], row["supersededBy"], row["requirements"]));
    }

    [Fact]
    public void Standards_InChinese()
    {
        var run = ToolRun.Of("standards", "12523", "--on", "2026-02-01", "--lang", "zh");

        Assert.StartsWith("中国（CN），2026-02-01", run.Output, StringComparison.Ordinal);
        Assert.Single(run.LinesWith("建筑施工噪声排放标准", "强制性国家标准"));
        Assert.Contains("共 1 个版本。", run.Output, StringComparison.Ordinal);
    }

    /// <summary>The clauses of GB 12523-2025 on measuring were not seen by the dossier; GB 12523-2011 was read in full.</summary>
    [Fact]
    public void Standards_SayWhatIsKnownInPart()
    {
        Assert.Single(ToolRun.Of("standards", "12523", "--on", "2026-02-01").LinesWith("GB 12523-2025", "only a part of its rules is known"));
        Assert.Single(ToolRun.Of("standards", "12523", "--on", "2026-02-01", "--lang", "zh").LinesWith("GB 12523-2025", "仅收录部分条文"));
        Assert.Empty(ToolRun.Of("standards", "12523", "--on", "2025-02-01").LinesWith("only a part"));
        Assert.Equal(
            ["", "", "true"],
            CsvReading.Of(ToolRun.Of("standards", "GB 12523", "--all", "--format", "csv").Output).Where(static row => row["standard"] == "GB 12523").Select(static row => row["partial"] == "true" ? "true" : ""));
    }

    [Theory]
    [InlineData("waste")]
    [InlineData("components")]
    public void Standards_Domain(string domain) => Assert.All(
        Json("standards", "--all", "--domain", domain),
        edition => Assert.Contains(StandardsCatalogue.Default.FindEdition(edition.GetProperty("number").GetString()!)!.Requirements, requirement => requirement.Domain == domain));

    [Fact]
    public void Standards_AllAndOnExcludeEachOther() => Assert.Equal(64, ToolRun.Of("standards", "--all", "--on", "2026-01-01").ExitCode);

    private static List<JsonElement> Json(params string[] arguments) =>
        JsonDocument.Parse(ToolRun.Of([.. arguments, "--format", "json"]).Output).RootElement.GetProperty("editions").EnumerateArray().ToList();
}
