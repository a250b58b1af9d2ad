using System.Text.Json;

namespace GreenBuild.Standards.Tool.Tests;

public class ExplainTests
{
    [Fact]
    public void Explain_Requirement()
    {
        var run = ToolRun.Of("explain", "cn.gb-12523-2025.boundary-night");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (var line in new[]
        {
            "Site-boundary noise emission limit, night", "建筑施工场界噪声排放限值 夜间", "≤ 55 dB(A)", "Kind: limit", "Standing: mandatory national standard", "Place: China (CN)", "In force: from 2026-01-01",
            "Applies where: Part of the day, as the edition or the competent authority sets it: Night (period=night)", "But not where: Special nature or reason of the work: Emergency repair, Rescue (workNature=emergency-repair | rescue)",
            "Rounding: by GB/T 8170 to 0 decimals, half to even", "Evidence: confirmed", "History", "Methods of GB 12523-2025", "Sources",
        })
            Assert.Contains(line, run.Output.ReplaceLineEndings("\n").Split('\n'));
        Assert.Single(run.LinesWith("GB 12523-2011: ≤ 55 dB(A) · from 2012-07-01, until 2026-01-01 (exclusive) · 4.1 Table 1 · cn.gb-12523-2011.boundary-night"));
        Assert.Single(run.LinesWith("GB 12523-2025: ≤ 55 dB(A)", "this requirement", "changed: applicability"));
        Assert.NotEmpty(run.LinesWith("https://"));
    }

    [Theory]
    [InlineData("GB 12523-2025", "en", "; only a part of its rules is known")]
    [InlineData("GB 12523-2025", "zh", "；仅收录部分条文")]
    [InlineData("JGJ/T 494-2022", "en", "no requirements; only a part of its rules is known")]
    public void Explain_EditionKnownInPart(string edition, string language, string words) =>
        Assert.Contains(words, ToolRun.Of("explain", edition, "--lang", language).Output, StringComparison.Ordinal);

    [Fact]
    public void Explain_RequirementInChinese()
    {
        var run = ToolRun.Of("explain", "cn.gb-12523-2025.boundary-night", "--lang", "zh");

        foreach (var text in new[] { "有效期：自 2026-01-01 起施行", "工地周围有噪声敏感建筑物：是（noiseSensitiveBuildings=true）", "除外：作业性质或施工事由：抢修、抢险救灾", "依据程度：已确认", "沿革", "本要求", "来源" })
            Assert.Contains(text, run.Output, StringComparison.Ordinal);
    }

    /// <summary>The tool says conditions with the words of the library, hours and days included.</summary>
    [Fact]
    public void Conditions_AreInTheWordsOfTheLibrary()
    {
        foreach (var condition in StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements).SelectMany(static requirement => requirement.Conditions))
            foreach (var language in new[] { Language.English, Language.Chinese })
                Assert.Equal(Words.Of(condition).In(language), ConditionWords.InWords(condition, language));

        // GB 3095-2026: 100 from 2031-01-01 on.
        var chinese = ToolRun.Of("explain", "dust.ambient-pm10-daily", "--lang", "zh");
        Assert.Single(chinese.LinesWith("≤ 100 µg/m3", "GB 3095-2026", "2031-01-01 起"));
        Assert.DoesNotContain("2031-01-01/..", chinese.Output, StringComparison.Ordinal);
    }

    /// <summary>150 in 2012, 120 from 2026-03-01, 100 from 2031-01-01: whichever is asked about.</summary>
    [Theory]
    [InlineData("cn.gb-3095-2012.pm10-daily-class2")]
    [InlineData("cn.gb-3095-2026.pm10-daily-class2-transition")]
    [InlineData("cn.gb-3095-2026.pm10-daily-class2-final")]
    public void Explain_HistoryHoldsTheStages(string key)
    {
        var history = Json(key).GetProperty("history").EnumerateArray().Select(static step => step.GetProperty("requirement").GetProperty("value").GetInt32());

        Assert.Equal([150, 120, 100], history);
    }

    [Fact]
    public void Explain_EveryRequirementInBothLanguages()
    {
        foreach (var requirement in StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements.Where(static (_, index) => index % 7 == 0)))
        {
            var english = ToolRun.Of("explain", requirement.Key);
            Assert.Equal((0, ""), (english.ExitCode, english.Error));
            Assert.Contains(requirement.Title.English, english.Output, StringComparison.Ordinal);
            Assert.Contains(requirement.Note, english.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Explain_Measurand()
    {
        var run = ToolRun.Of("explain", "dust.ambient-pm10-daily");

        Assert.StartsWith("Ambient PM10, 24-hour mean", run.Output, StringComparison.Ordinal);
        Assert.Single(run.LinesWith("Units: µg/m3 (microgram per cubic metre)"));
        Assert.Single(run.LinesWith("≤ 150 µg/m3", "GB 3095-2012", "China (CN)", "until 2026-03-01 (exclusive)"));
        Assert.Single(run.LinesWith("≤ 100 µg/m3", "GB 3095-2026", "dates=2031-01-01/.."));
        Assert.Contains("无：属于义务，履行或未履行", ToolRun.Of("explain", "noise.night-work-permit", "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GB 12523—2025")]
    [InlineData("cn.gb-12523-2025")]
    public void Explain_Edition(string key)
    {
        var run = ToolRun.Of("explain", key);

        Assert.StartsWith("GB 12523-2025", run.Output, StringComparison.Ordinal);
        foreach (var text in new[] { "建筑施工噪声排放标准", "Replaces: GB 12523-2011", "6 requirements", "cn.gb-12523-2025.boundary-day", "Methods of GB 12523-2025", "Sources", "GB 12523-90" })
            Assert.Contains(text, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Standard() => Assert.Equal(3, ToolRun.Of("explain", "gb12523").LinesWith("cn.gb-12523-").Count);

    [Fact]
    public void Explain_Facet()
    {
        Assert.Single(ToolRun.Of("explain", "period").LinesWith("night: Night"));
        Assert.Single(ToolRun.Of("explain", "noiseSensitiveBuildings", "--lang", "zh").LinesWith("取值：true 或 false"));
    }

    [Theory]
    [InlineData("cn.gb-12523-2025.boundary-night", "requirement")]
    [InlineData("noise.site-boundary", "measurand")]
    [InlineData("GB 12523-2025", "edition")]
    [InlineData("GB 12523", "standard")]
    [InlineData("period", "facet")]
    public void Explain_Json(string key, string what)
    {
        var json = Json(key);

        Assert.Equal(what, json.GetProperty("what").GetString());
        Assert.Equal(StandardsCatalogue.Default.ReleaseDate.ToString(), json.GetProperty("catalogue").GetString());
    }

    [Theory]
    [InlineData("cn.gb-12523-2025.boundry-night", "cn.gb-12523-2025.boundary-night")]
    [InlineData("site-boundary", "noise.site-boundary")]
    [InlineData("noise.siteboundary", "noise.site-boundary")]
    [InlineData("GB 12523-2013", "GB 12523-2011")]
    public void Explain_UnknownKeySuggestsNearOnes(string key, string near)
    {
        var english = ToolRun.Of("explain", key);
        var chinese = ToolRun.Of("explain", key, "--lang", "zh");

        Assert.Equal((65, "", 65), (english.ExitCode, english.Output, chinese.ExitCode));
        Assert.Contains("Is one of these meant? ", english.Error, StringComparison.Ordinal);
        Assert.Contains(near, english.Error, StringComparison.Ordinal);
        Assert.Contains("是否应为：", chinese.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_NothingNearIsSaidPlainly()
    {
        var run = ToolRun.Of("explain", "qqqqqqqqqqqqqqqqqqqqq");

        Assert.Equal(65, run.ExitCode);
        Assert.EndsWith("is no requirement, measurand, edition or facet of the catalogue." + Environment.NewLine, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_UnknownKeySuggestsNearOnes()
    {
        var run = ToolRun.Of("check", "noise.site-boundry", "70");

        Assert.Equal(65, run.ExitCode);
        Assert.Contains("Is one of these meant? noise.site-boundary", run.Error, StringComparison.Ordinal);
    }

    private static JsonElement Json(string key) => JsonDocument.Parse(ToolRun.Of("explain", key, "--format", "json").Output).RootElement;

    [Theory]
    [InlineData("facets", "noiseSensitiveBuildings", "Noise-sensitive buildings are near the site", "true | false")]
    [InlineData("facets", "projectType", "Kind of construction project", "building | municipal")]
    [InlineData("places", "CN-SH", "Shanghai", "上海市")]
    [InlineData("measurands", "noise.site-boundary", "dB(A)", "noise")]
    public void Lists_NameEverything(string list, params string[] line)
    {
        Assert.NotEmpty(ToolRun.Of("explain", list).LinesWith(line));
        Assert.Equal(0, ToolRun.Of("explain", list, "--lang", "zh").ExitCode);
        var json = System.Text.Json.JsonDocument.Parse(ToolRun.Of("explain", list, "--format", "json").Output).RootElement;
        var count = list switch { "facets" => Vocabulary.Facets.Count, "places" => Jurisdiction.All.Count, _ => Vocabulary.Measurands.Count };
        Assert.Equal((list, count), (json.GetProperty("what").GetString(), json.GetProperty(list).GetArrayLength()));
    }
}
