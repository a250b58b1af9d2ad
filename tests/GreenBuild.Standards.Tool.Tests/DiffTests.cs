using System.Text.Json;

namespace GreenBuild.Standards.Tool.Tests;

public class DiffTests
{
    [Theory]
    [InlineData("GB12523-2011", "GB 12523—2025")]
    [InlineData("cn.gb-12523-2011", "gb12523-2025")]
    public void Diff_NumbersAsPeopleWriteThem(string a, string b)
    {
        var run = ToolRun.Of("diff", a, b);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        // The limit stays, the works that it covers become six.
        Assert.Single(run.LinesWith("changed", "boundary-day", "≤ 70 dB(A)", "applicability", "projectType=building; ", "→ projectType=building | municipal"));
        Assert.Single(run.LinesWith("added", "responsible-parties", "required"));
        // The clauses of 2025 on measuring were not seen: whether the rule went is not known.
        Assert.Single(run.LinesWith("not known", "calibration-drift", "≤ 0.5 dB(A)"));
        Assert.Contains("4 changed, 2 added, 0 removed, 18 not known, 0 unchanged.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Only a part of the rules of GB 12523-2025 is known", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_UnchangedOnlyWithAll()
    {
        Assert.Empty(ToolRun.Of("diff", "HJ 633-2012", "HJ 633-2026").LinesWith("unchanged "));
        var all = ToolRun.Of("diff", "HJ 633-2012", "HJ 633-2026", "--all");

        // IAQI 100 of PM10: 150 in 2012, 120 in 2026 (table 3); most of the table stays.
        Assert.Single(all.LinesWith("changed", "iaqi-pm10-100", "150 µg/m3", "120 µg/m3"));
        Assert.NotEmpty(all.LinesWith("unchanged", "iaqi"));
    }

    [Fact]
    public void Diff_InChinese()
    {
        var run = ToolRun.Of("diff", "GB 3095-2012", "GB 3095-2026", "--lang", "zh");

        Assert.NotEmpty(ToolRun.Of("diff", "GB12523-2011", "GB12523-2025", "--lang", "zh").LinesWith("未知 18 项"));
        Assert.DoesNotContain("未知", run.Output, StringComparison.Ordinal);
        Assert.Single(run.LinesWith("变更", "≤ 150 µg/m3", "≤ 120 µg/m3", "数值、适用条件", "pm10-daily-class2-transition"));
        Assert.Contains("GB 3095-2026：环境空气质量标准，自 2026-03-01 起施行", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_JsonAndCsvSayTheSame()
    {
        var json = JsonDocument.Parse(ToolRun.Of("diff", "GB12523-2011", "GB12523-2025", "--format", "json").Output).RootElement;
        var csv = CsvReading.Of(ToolRun.Of("diff", "GB12523-2011", "GB12523-2025", "--format", "csv").Output);

        Assert.Equal((4, 2, 0, 18, 0), (Count("changed"), Count("added"), Count("removed"), Count("not-known"), Count("unchanged")));
        Assert.Equal(("GB 12523-2011", "GB 12523-2025"), (json.GetProperty("before").GetProperty("number").GetString(), json.GetProperty("after").GetProperty("number").GetString()));
        Assert.Equal(json.GetProperty("rows").EnumerateArray().Select(static row => row.GetProperty("change").GetString()), csv.Select(static row => row["change"]));

        Assert.Equal(18, csv.Count(static row => row["change"] == "not-known"));

        int Count(string change) => json.GetProperty("counts").GetProperty(change).GetInt32();
    }

    [Theory]
    [InlineData("'GB12523-2012' is not an edition", "GB 12523-2011", "GB12523-2012", "GB12523-2025")]
    [InlineData("'nonsense' is not an edition", "", "GB12523-2011", "nonsense")]
    [InlineData("known by its number only", "", "GB 3096-82", "GB 3096-93")]
    public void Diff_UnknownEdition(string message, string near, string a, string b)
    {
        var run = ToolRun.Of("diff", a, b);

        Assert.Equal((65, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains(near, run.Error, StringComparison.Ordinal);
    }
}
