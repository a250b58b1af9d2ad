using System.Text.Json;

namespace GreenBuild.Standards.Json.Tests;

public class EditionJsonTests
{
    private static readonly StandardsCatalogue Catalogue = StandardsCatalogue.Default;

    [Fact]
    public void Write_Edition()
    {
        var json = ToJson(static writer => EditionJson.Write(writer, Catalogue.FindEdition("GB 12523-2011")!));

        // In force from 2012-07-01; the edition of 2025 replaced it on 2026-01-01.
        Assert.Equal(("cn.gb-12523-2011", "GB 12523", "mandatory-national", "mandatory", "CN"), (
            Text(json, "key"), Text(json, "standard"), Text(json, "kind"), Text(json, "binding"), Text(json, "jurisdiction")));
        Assert.Equal(("2012-07-01", "2026-01-01", "GB 12523-2025"), (Text(json, "effective"), Text(json, "validUntil"), Text(json, "supersededBy")));
        Assert.Equal(22, json.GetProperty("requirements").GetInt32());
        Assert.Equal(22, json.GetProperty("evidence").EnumerateObject().Sum(static member => member.Value.GetInt32()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("overlay").ValueKind);
        // The text of 2011 was read in full, the clauses of 2025 on measuring were not seen.
        Assert.False(json.GetProperty("partial").GetBoolean());
        Assert.True(ToJson(static writer => EditionJson.Write(writer, Catalogue.FindEdition("GB 12523-2025")!)).GetProperty("partial").GetBoolean());
    }

    [Fact]
    public void Write_EveryEditionHasTheSameMembers()
    {
        string[]? expected = null;
        foreach (var edition in Catalogue.Editions)
        {
            var members = ToJson(writer => EditionJson.Write(writer, edition)).EnumerateObject().Select(static member => member.Name).ToArray();
            Assert.Equal(expected ??= members, members);
        }
    }

    [Fact]
    public void WriteWhole_HoldsRowsMethodsAndSources()
    {
        var edition = Catalogue.FindEdition("GB 12523-2011")!;
        var json = ToJson(writer => EditionJson.WriteWhole(writer, edition));

        Assert.Equal((22, edition.Methods.Count, edition.Sources.Count), (json.GetProperty("rows").GetArrayLength(), json.GetProperty("methods").GetArrayLength(), json.GetProperty("sources").GetArrayLength()));
    }

    [Fact]
    public void Write_Difference()
    {
        var rows = EditionDiff.Compare(Catalogue.FindEdition("GB 3095-2012")!, Catalogue.FindEdition("GB 3095-2026")!);
        var json = ToJson(writer => EditionDiffJson.Write(writer, rows.Single(static row => row.Before?.RowKey == "pm10-daily-class2")));

        // PM10 a day, class 2: 150 in 2012, 120 in the first stage of 2026.
        Assert.Equal("changed", Text(json, "change"));
        Assert.Equal(["value", "applicability"], json.GetProperty("changedFields").EnumerateArray().Select(static field => field.GetString()));
        Assert.Equal((150, 120), (json.GetProperty("before").GetProperty("value").GetInt32(), json.GetProperty("after").GetProperty("value").GetInt32()));
        var added = ToJson(writer => EditionDiffJson.Write(writer, rows.First(static row => row.Change == RequirementChange.Added)));
        Assert.Equal(JsonValueKind.Null, added.GetProperty("before").ValueKind);
    }

    [Theory]
    [InlineData(RequirementChange.Unchanged, "unchanged")]
    [InlineData(RequirementChange.Changed, "changed")]
    [InlineData(RequirementChange.Added, "added")]
    [InlineData(RequirementChange.Removed, "removed")]
    [InlineData(RequirementChange.NotKnown, "not-known")]
    public void WordOf_Change(RequirementChange change, string word) => Assert.Equal(word, EditionDiffJson.WordOf(change));

    private static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();

    private static JsonElement ToJson(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return JsonDocument.Parse(buffer.ToArray()).RootElement.Clone();
    }
}
