using System.Text;
using System.Text.Json;
using CsCheck;

namespace GreenBuild.Standards.Json.Tests;

/// <summary>Findings as they stand in JSON, and files of them.</summary>
public class FindingRecordTests
{
    private static readonly Requirement Night = StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-night")!;

    private static readonly Circumstances AtNight = Circumstances.None.With("period", "night").With("noiseSensitiveBuildings", true).WithNoneOf("workNature");

    private static Finding Exceeded => LimitCheck.Judge(Night, 57.4m, AtNight);

    [Fact]
    public void Finding_ByHand()
    {
        var json = JsonDocument.Parse(Write(Exceeded)).RootElement;

        // GB 12523-2025, table 1: 55 dB(A) at night; 57.4 is rounded to 57 by GB/T 8170, and 55 - 57 = -2.
        Assert.Equal("non-compliant", json.GetProperty("verdict").GetString());
        Assert.Equal("cn.gb-12523-2025.boundary-night", json.GetProperty("requirement").GetString());
        Assert.Equal("GB 12523-2025 Table 1", json.GetProperty("citation").GetString());
        Assert.Equal((57.4m, 57m, 55m, -2m), (json.GetProperty("measured").GetDecimal(), json.GetProperty("compared").GetDecimal(), json.GetProperty("limit").GetDecimal(), json.GetProperty("margin").GetDecimal()));
        Assert.Equal(("<=", "dB(A)", 0, "confirmed"), (json.GetProperty("comparator").GetString(), json.GetProperty("unit").GetString(), json.GetProperty("rounding").GetInt32(), json.GetProperty("evidence").GetString()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("provisional").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("origin").ValueKind);
        // Stable: members are added behind these, never taken away or renamed within a version.
        Assert.Equal(
            ["verdict", "provisional", "subject", "from", "to", "requirement", "edition", "clause", "citation", "rules", "measured", "compared", "comparator", "limit", "unit", "margin", "rounding", "evidence", "missing", "notRecorded", "reason", "explanation", "origin", "upperLimit"],
            json.EnumerateObject().Select(static member => member.Name));
    }

    [Fact]
    public void Record_HasWhatTheFindingHas()
    {
        var finding = Exceeded;
        var read = JsonSerializer.Deserialize(Write(finding), GreenBuildJsonContext.Default.FindingRecord)!;

        Assert.Same(Night, read.FindRequirement());
        Assert.Equal((Verdict.NonCompliant, finding.Measured, finding.Compared, finding.Limit, finding.Margin), (read.Verdict, read.Measured, read.Compared, read.Limit, read.Margin));
        Assert.Equal((finding.Reason, (Comparator?)Comparator.LessThanOrEqual, (Evidence?)Evidence.Confirmed, (int?)0), (read.Reason, read.Comparator, read.Evidence, read.Rounding));
        Assert.Equal(finding.Explanation, read.Explanation);
        Assert.Null(read.Unknown);
    }

    /// <summary>Any value judged by any limit of the catalogue: what is read again is written as the same bytes.</summary>
    [Fact]
    public void Findings_RoundTrip()
    {
        var limits = StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements).Where(static row => row.Kind == RequirementKind.Limit).ToList();
        Gen.Select(Gen.Int[0, limits.Count - 1], Gen.Decimal[-100, 1000]).Sample(
            (index, value) =>
            {
                var finding = LimitCheck.Judge(limits[index], Math.Round(value, 6), Circumstances.None);
                var json = Write(finding);
                var read = JsonSerializer.Deserialize(json, GreenBuildJsonContext.Default.FindingRecord)!;

                Assert.Equal(json, JsonSerializer.Serialize(read, GreenBuildJson.Options.GetTypeInfo(typeof(FindingRecord))).ReplaceLineEndings("\n"));
                Assert.Equal(finding.Requirement?.Key, read.FindRequirement()?.Key);
                Assert.Equal((finding.Verdict, finding.ProvisionalVerdict, finding.Measured, finding.Compared, finding.Limit, finding.Margin), (read.Verdict, read.Provisional, read.Measured, read.Compared, read.Limit, read.Margin));
                Assert.Equal(finding.Missing, read.Missing);
                Assert.Equal(finding.Rules.Select(static rule => rule.Key), read.Rules);
            },
            seed: "0N0XIzNsQ0O2", iter: 300);
    }

    [Fact]
    public void Origin_RoundTrips()
    {
        var origin = new FindingOrigin { File = "readings.csv", Line = 17, Column = 4, JsonPointer = "/a/0", ElementId = "W1" };
        var json = JsonSerializer.Serialize(FindingOriginRecord.Of(origin), GreenBuildJsonContext.Default.FindingOriginRecord);

        Assert.Equal("""{"file":"readings.csv","line":17,"column":4,"pointer":"/a/0","element":"W1"}""", json);
        Assert.Equal(origin.ToString(), JsonSerializer.Deserialize(json, GreenBuildJsonContext.Default.FindingOriginRecord)!.ToOrigin().ToString());
    }

    /// <summary>GB 50204-2015 table 8.3.2: −5 to +10 mm. What was compared with is kept without a catalogue.</summary>
    [Fact]
    public void BothEnds_AreKept()
    {
        var read = JsonSerializer.Deserialize(Write(LimitCheck.Judge(StandardsCatalogue.Default.Find("cn.gb-50204-2015.cast-section")!, 11)), GreenBuildJson.FindingRecordInfo)!;

        Assert.Equal((11m, -5m, 10m, -1m), (read.Compared, read.Limit, read.UpperLimit, read.Margin));
        Assert.Null(FindingRecord.Of(Exceeded).UpperLimit);
    }

    [Fact]
    public void Finding_WithinOptions_IsTheSame() =>
        Assert.Equal(Write(Exceeded), JsonSerializer.Serialize(Exceeded, GreenBuildJson.Options.GetTypeInfo(typeof(Finding))).ReplaceLineEndings("\n"));

    /// <summary>A program that hands a document to the serializer with options of its own writes no other form under the same name and version.</summary>
    [Fact]
    public void OtherOptions_WriteTheSame()
    {
        var unconfirmed = StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements).First(static row => row is { Kind: RequirementKind.Limit, Evidence: Evidence.Unconfirmed, RelativeTo: null, IsTrigger: false, Value: not null });
        var document = FindingsDocument.Of([Exceeded, LimitCheck.Judge(unconfirmed, 1, Circumstances.None), LimitCheck.Judge(Night, 50m, Circumstances.None)]);
        var expected = JsonSerializer.Serialize(document, GreenBuildJson.FindingsDocumentInfo);

        Assert.Contains("\"verdict\":\"non-compliant\"", expected, StringComparison.Ordinal);
        foreach (var options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper } })
        {
            Assert.Equal(expected, JsonSerializer.Serialize(document, options));
            Assert.Equal(expected, JsonSerializer.Serialize(JsonSerializer.Deserialize<FindingsDocument>(expected, options), options));
            Assert.Equal(JsonSerializer.Serialize(document.Findings[0], GreenBuildJson.FindingRecordInfo), JsonSerializer.Serialize(document.Findings[0], options));
        }
    }

    [Fact]
    public void Document_RoundTrips()
    {
        var document = FindingsDocument.Of([Exceeded, LimitCheck.Judge(Night, 50m, AtNight)]);
        var json = document.ToJson();

        Assert.True(FindingsDocument.TryRead(Encoding.UTF8.GetBytes("\uFEFF" + json), "findings.json", out var read, out var errors), string.Join("\n", errors));
        Assert.Equal(json, read!.ToJson());
        Assert.Equal((FindingsDocument.FormatName, 1, Verdict.NonCompliant, 2), (read.Format, read.Version, read.Overall, read.Findings.Count));
        Assert.Equal(StandardsCatalogue.Default.ReleaseDate, read.Catalogue);
        Assert.Equal(Verdict.Compliant, read.Findings[1].Verdict);
    }

    /// <summary>A later writer adds members: they are kept, at each level, and come out again.</summary>
    [Fact]
    public void UnknownMembers_AreKept()
    {
        const string json = """{ "format": "greenbuild-findings", "version": 1, "site": "A", "findings": [ { "verdict": "compliant", "signature": { "by": "B" }, "origin": { "file": "f", "sheet": 2 } } ] }""";

        Assert.True(FindingsDocument.TryRead(Encoding.UTF8.GetBytes(json), "f.json", out var read, out _));
        Assert.Equal("A", read!.Unknown!["site"].GetString());
        var written = JsonDocument.Parse(read.ToJson()).RootElement;
        Assert.Equal("A", written.GetProperty("site").GetString());
        Assert.Equal("B", written.GetProperty("findings")[0].GetProperty("signature").GetProperty("by").GetString());
        Assert.Equal(2, written.GetProperty("findings")[0].GetProperty("origin").GetProperty("sheet").GetInt32());
    }

    /// <summary>What a file says of the whole is not taken over: it is worked out from its findings.</summary>
    [Fact]
    public void Overall_IsWorkedOut()
    {
        const string json = """{ "format": "greenbuild-findings", "version": 1, "overall": "compliant", "findings": [ { "verdict": "non-compliant" } ] }""";

        Assert.True(FindingsDocument.TryRead(Encoding.UTF8.GetBytes(json), "f.json", out var read, out _));
        Assert.Equal(Verdict.NonCompliant, read!.Overall);
        Assert.Null(read.Unknown);
    }

    [Theory]
    [InlineData("{\n \"format\": \"greenbuild-findings\",\n \"version\": 2, \"findings\": [ { \"verdict\": 7 } ] }", 3, "version", "version '2'", "版本为“2”")]
    [InlineData("""{ "format": "greenbuild-findings", "findings": [] }""", 1, "version", "version ''", "版本为“”")]
    [InlineData("""{ "format": "greenbuild-findings", "version": "one", "findings": [] }""", 1, "version", "version 'one'", "版本为“one”")]
    [InlineData("""{ "format": "sarif", "version": 1, "findings": [] }""", 1, "format", "'greenbuild-findings', not 'sarif'", "而不是“sarif”")]
    [InlineData("""{ "version": 1, "findings": [] }""", 1, "format", "not ''", "而不是“”")]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1 }""", 1, "", "findings", "不符合")]
    [InlineData("{ \"format\": \"greenbuild-findings\", \"version\": 1, \"findings\": [\n { \"verdict\": \"good\" } ] }", 2, "findings[0].verdict", "'good' is not one of", "“good”不是")]
    [InlineData("{ \"format\": \"greenbuild-findings\", \"version\": 1, \"findings\": [ { \"verdict\": \"compliant\", \"measured\": \"x\" } ] }", 1, "findings[0].measured", "not of the form", "不符合")]
    [InlineData("""{ "format": "greenbuild-findings", "version": 1, "findings": [ { "measured": 1 } ] }""", 1, "findings[0]", "verdict", "不符合")]
    [InlineData("{ \"format\": \"greenbuild-findings\", \"version\": 1,\n \"findings\": null }", 2, "findings", "not null", "而不是 null")]
    [InlineData("{ \"format\": \"greenbuild-findings\", \"version\": 1, \"findings\": [\n { \"verdict\": \"compliant\" },\n null ] }", 3, "findings[1]", "not null", "而不是 null")]
    [InlineData("{ \"format\": \"greenbuild-findings\", \"version\": 1, \"findings\": [ { \"verdict\": \"compliant\",\n \"rules\": [ \"a\",\n null ] } ] }", 3, "findings[0].rules", "Item 2 of the list is null", "第 2 项为 null")]
    [InlineData("{ \"format\": \"greenbuild-findings\", \"version\": 1, \"findings\": [ { \"verdict\": \"compliant\",\n \"missing\": [ null ] } ] }", 2, "findings[0].missing", "Item 1 of the list is null", "第 1 项为 null")]
    [InlineData("{ \"format\": \"greenbuild-findings\", \"version\": 1, \"findings\": [ { \"verdict\": \"compliant\",\n \"notRecorded\": [ null ] } ] }", 2, "findings[0].notRecorded", "Item 1 of the list is null", "第 1 项为 null")]
    [InlineData("[]", 1, "", "not of the form", "不符合")]
    [InlineData("null", 1, "", "null", "null")]
    [InlineData("{", 1, "", "not valid JSON", "不是有效的 JSON")]
    [InlineData("", 1, "", "empty", "为空")]
    public void Wrong_IsAnErrorAtItsLine(string json, int line, string field, string english, string chinese)
    {
        Assert.False(FindingsDocument.TryRead(Encoding.UTF8.GetBytes(json), "f.json", out var document, out var errors));

        Assert.Null(document);
        var error = Assert.Single(errors);
        Assert.Equal((line, field), (error.Line, error.Field));
        Assert.Contains(english, error.Message.English, StringComparison.Ordinal);
        Assert.Contains(chinese, error.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[ null ]")]
    public void NoFinding_IsRefusedByTheSerializerToo(string findings) =>
        Assert.Contains("not null", Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize($$"""{ "format": "greenbuild-findings", "version": 1, "findings": {{findings}} }""", GreenBuildJson.FindingsDocumentInfo)).Message, StringComparison.Ordinal);

    [Fact]
    public void OtherVersion_IsRefusedByTheSerializerToo() =>
        Assert.Contains("version '2'", Assert.ThrowsAny<JsonException>(static () => JsonSerializer.Deserialize("""{ "format": "greenbuild-findings", "version": 2, "findings": [] }""", GreenBuildJsonContext.Default.FindingsDocument)).Message, StringComparison.Ordinal);

    private static string Write(Finding finding)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, RequirementJson.WriterOptions)) FindingJson.Write(writer, finding);
        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n");
    }
}
