using System.Text.Json;

namespace GreenBuild.Standards.Json.Tests;

public class RequirementJsonTests
{
    [Fact]
    public void Write_Limit()
    {
        var json = Write("cn.gb-12523-2025.boundary-night");

        // GB 12523-2025, table 1: 55 dB(A) at night, from 2026-01-01, not for emergency repair and rescue.
        Assert.Equal("cn.gb-12523-2025.boundary-night", json.GetProperty("key").GetString());
        Assert.Equal("noise.site-boundary", json.GetProperty("measurand").GetString());
        Assert.Equal("noise", json.GetProperty("domain").GetString());
        Assert.Equal("limit", json.GetProperty("kind").GetString());
        Assert.Equal("GB 12523", json.GetProperty("standard").GetString());
        Assert.Equal("GB 12523-2025", json.GetProperty("edition").GetString());
        Assert.Equal("Table 1", json.GetProperty("clause").GetString());
        Assert.Contains("夜间", json.GetProperty("titleZh").GetString(), StringComparison.Ordinal);
        Assert.Equal("<=", json.GetProperty("comparator").GetString());
        Assert.Equal(55m, json.GetProperty("value").GetDecimal());
        Assert.Equal("dB(A)", json.GetProperty("unit").GetString());
        Assert.Equal(0, json.GetProperty("rounding").GetInt32());
        Assert.Equal("CN", json.GetProperty("jurisdiction").GetString());
        Assert.Equal("2026-01-01", json.GetProperty("effective").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("withdrawn").ValueKind);
        Assert.Equal("confirmed", json.GetProperty("evidence").GetString());
        Assert.True(json.GetProperty("sources").GetArrayLength() >= 2);
        var applicability = json.GetProperty("applicability");
        Assert.Equal("night", applicability.GetProperty("when").GetProperty("period").GetString());
        Assert.True(applicability.GetProperty("when").GetProperty("noiseSensitiveBuildings").GetBoolean());
        Assert.Equal(["emergency-repair", "rescue"], applicability.GetProperty("unless").GetProperty("workNature").EnumerateArray().Select(static word => word.GetString()));
    }

    [Fact]
    public void Write_OffsetAndDuty()
    {
        var relative = Write("cn.gb-12523-2025.indoor-minus-10");
        Assert.Equal(-10, relative.GetProperty("value").GetInt32());
        Assert.Equal("noise.site-boundary", relative.GetProperty("relativeTo").GetString());
        // Nobody has seen whether the 2025 edition keeps the rule.
        Assert.Equal("unconfirmed", relative.GetProperty("evidence").GetString());
        // The row of the indoor rule carries no clause number, since none was seen.
        Assert.Equal(JsonValueKind.Null, relative.GetProperty("clause").ValueKind);

        var duty = Write("cn.gb-12523-2025.responsible-parties");
        Assert.Equal("measure", duty.GetProperty("kind").GetString());
        Assert.True(duty.GetProperty("value").GetBoolean());
        Assert.Equal(JsonValueKind.Null, duty.GetProperty("comparator").ValueKind);
        Assert.Equal(JsonValueKind.Null, duty.GetProperty("unit").ValueKind);
    }

    [Fact]
    public void Write_RangeOfAFacet()
    {
        // GB 12523-2011, table 2: a difference of 4 to 5 dB is corrected by -2 dB.
        var json = Write("cn.gb-12523-2011.bg-correction-4-5");

        var range = json.GetProperty("applicability").GetProperty("when").GetProperty("backgroundDifference");
        Assert.Equal((4, 5), (range.GetProperty("min").GetInt32(), range.GetProperty("max").GetInt32()));
        Assert.Equal(-2, json.GetProperty("value").GetInt32());
    }

    [Fact]
    public void Write_EveryRequirementOfTheCatalogueHasTheSameMembers()
    {
        string[]? expected = null;
        foreach (var requirement in StandardsCatalogue.Default.Editions.Where(static edition => edition.HasRequirements).SelectMany(static edition => edition.Requirements))
        {
            var json = Write(requirement);
            var members = json.EnumerateObject().Select(static member => member.Name).ToArray();
            Assert.Equal(expected ??= members, members);
            Assert.Equal(requirement.Key, json.GetProperty("key").GetString());
        }

        foreach (var needed in new[] { "formula", "points", "values", "dimensions", "overlay", "key", "measurand", "domain", "kind", "standard", "clause", "title", "titleZh", "comparator", "value", "unit", "applicability", "jurisdiction", "effective", "withdrawn", "evidence", "sources", "note" })
            Assert.Contains(needed, expected!);
    }

    [Fact]
    public void Write_Finding()
    {
        // 70.5 is rounded half to even to 70 (GB/T 8170-2008, 3.2) and passes.
        var requirement = StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-day")!;
        var finding = LimitCheck.Judge(requirement, 70.5m, Circumstances.None.With("period", "day"));

        var json = ToJson(writer => FindingJson.Write(writer, finding));

        Assert.Equal("compliant", json.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("provisional").ValueKind);
        Assert.Equal((70.5m, 70m, 70m, 0m), (json.GetProperty("measured").GetDecimal(), json.GetProperty("compared").GetDecimal(), json.GetProperty("limit").GetDecimal(), json.GetProperty("margin").GetDecimal()));
        Assert.Equal("GB 12523-2025 Table 1", json.GetProperty("citation").GetString());
        Assert.NotEmpty(json.GetProperty("reason").GetProperty("zh").GetString()!);
        Assert.Equal(finding.Explanation.Count, json.GetProperty("explanation").GetArrayLength());
    }

    [Theory]
    [InlineData(Verdict.Compliant, "compliant")]
    [InlineData(Verdict.NonCompliant, "non-compliant")]
    [InlineData(Verdict.NotApplicable, "not-applicable")]
    [InlineData(Verdict.Indeterminate, "indeterminate")]
    [InlineData(Verdict.Invalid, "invalid")]
    public void WordOf_Verdict(Verdict verdict, string word) => Assert.Equal(word, FindingJson.WordOf(verdict));

    private static JsonElement Write(string key) => Write(StandardsCatalogue.Default.Find(key) ?? throw new ArgumentException(key));

    private static JsonElement Write(Requirement requirement) => ToJson(writer => RequirementJson.Write(writer, requirement));

    private static JsonElement ToJson(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, RequirementJson.WriterOptions)) write(writer);
        return JsonDocument.Parse(buffer.ToArray()).RootElement.Clone();
    }
}
