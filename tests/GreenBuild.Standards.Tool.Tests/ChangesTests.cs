using System.Text.Json;

namespace GreenBuild.Standards.Tool.Tests;

public class ChangesTests
{
    /// <summary>GB 3095-2026, 4.4: the second stage begins on 2031-01-01, for class 2 PM10 a day from 120 to 100, for class 1 with 50 as before.</summary>
    [Fact]
    public void Changes_SecondStageIsOneLine()
    {
        var run = ToolRun.Of("changes", "--from", "2030-06-01", "--to", "2031-06-01", "--in", "CN-SH");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"2031-01-01 +changes +Ambient PM10 24-hour .*class 2.* ≤ 120 → ≤ 100 µg/m3 +GB 3095-2026 4.2 table 1; 4.4 .*airZone=2", Assert.Single(run.LinesWith("pm10-daily")));
        Assert.Contains("1 requirement more: a new stage begins with the value as before", run.Output, StringComparison.Ordinal);
        Assert.Single(ToolRun.Of("changes", "--from", "2030-06-01", "--to", "2031-06-01", "--all").LinesWith("unchanged", "pm10-daily-class1-final", "≤ 50 µg/m3"));
    }

    [Fact]
    public void Changes_SecondStageInChinese() =>
        Assert.Single(ToolRun.Of("changes", "--from", "2030-06-01", "--to", "2031-06-01", "--in", "上海", "--lang", "zh").LinesWith("2031-01-01", "变更", "PM10日平均二级浓度限值", "≤ 120 → ≤ 100 µg/m3"));

    [Theory]
    // The day before it all is known, the day itself is looked at.
    [InlineData("2030-12-31", "2031-01-01", 7)]
    [InlineData("2031-01-01", "2031-12-31", 0)]
    [InlineData("2030-01-01", "2030-12-31", 0)]
    public void Changes_FromIsKnownAndToIsLookedAt(string from, string to, int count) => Assert.Equal(count, Json("--from", from, "--to", to, "--domain", "dust").Count);

    [Fact]
    public void Changes_EditionsBeginAndReplace()
    {
        var run = ToolRun.Of("changes", "--from", "2025-12-01", "--to", "2026-01-31", "--domain", "noise");

        Assert.Single(run.LinesWith("2026-01-01", "in force", "GB 12523-2025, Emission standard for construction noise", "replaces GB 12523-2011 (4 changed, 2 added, 18 not known)"));
        Assert.Single(run.LinesWith("2026-01-01", "changes", "boundary-night", "applicability"));
        // That the rule on wind is known worse than before is no change of the rule.
        Assert.Empty(run.LinesWith("cn.gb-12523-2025.weather"));
        // Who is replaced the same day is told there and not once more.
        Assert.Empty(run.LinesWith("lapses", "GB 12523-2011"));
    }

    [Fact]
    public void Changes_FirstStageFollowsTheEarlierEdition() =>
        Assert.Single(ToolRun.Of("changes", "--from", "2026-02-01", "--to", "2026-03-31").LinesWith("2026-03-01", "changes", "≤ 150 → ≤ 120 µg/m3", "pm10-daily-class2-transition"));

    /// <summary>The Noise Law of 2021 went into the Ecological Environment Code on 2026-08-15.</summary>
    [Fact]
    public void Changes_LawOfNoise() => Assert.NotEmpty(ToolRun.Of("changes", "--from", "2026-08-01", "--to", "2026-08-31", "--lang", "zh").LinesWith("2026-08-15", "生态环境法典", "施行"));

    [Fact]
    public void Changes_Json()
    {
        var change = Json("--from", "2030-12-01", "--to", "2031-01-31").Single(static line => line.GetProperty("after").GetProperty("key").GetString() == "cn.gb-3095-2026.pm10-daily-class2-final");

        Assert.Equal(("2031-01-01", "requirement-changes"), (change.GetProperty("date").GetString(), change.GetProperty("event").GetString()));
        Assert.Equal((120, 100), (change.GetProperty("before").GetProperty("value").GetInt32(), change.GetProperty("after").GetProperty("value").GetInt32()));
        var begins = Json("--from", "2025-12-01", "--to", "2026-01-31").First(static line => line.GetProperty("event").GetString() == "edition-begins");
        Assert.Equal(JsonValueKind.Null, begins.GetProperty("after").ValueKind);
    }

    [Fact]
    public void Changes_Csv()
    {
        var row = CsvReading.Of(ToolRun.Of("changes", "--from", "2030-12-01", "--to", "2031-01-31", "--format", "csv").Output).Single(static row => row["key"].EndsWith("pm10-daily-class2-final", StringComparison.Ordinal));

        Assert.Equal(("2031-01-01", "requirement-changes", "≤ 120 µg/m3", "≤ 100 µg/m3"), (row["date"], row["event"], row["before"], row["after"]));
    }

    [Fact]
    public void Changes_RowsOfAnOverlayAreMarked()
    {
        using var overlay = new OverlayFile();

        var run = overlay.Run("changes", "--from", "2026-05-01", "--to", "2027-01-31", "--in", "CN-SH", "--domain", "dust");

        Assert.Single(run.LinesWith("2026-06-01", "in force", "ACME dust 2026 [overlay acme.json]"));
        Assert.Single(run.LinesWith("2027-01-01", "changes", "≤ 45 → ≤ 40 µg/m3", "ACME dust 2026 1 [overlay acme.json]"));
        Assert.Empty(overlay.Run("changes", "--from", "2026-05-01", "--to", "2027-01-31", "--in", "CN-BJ").LinesWith("ACME"));
    }

    [Fact]
    public void Changes_DefaultsAreSaid()
    {
        var release = StandardsCatalogue.Default.ReleaseDate;

        Assert.StartsWith($"China (CN), after {release}, the release date of the catalogue, up to {CalendarDate.FromDateTime(release.ToDateTime().AddYears(1))}", ToolRun.Of("changes").Output, StringComparison.Ordinal);
        Assert.Contains("Nothing changes that the catalogue knows of.", ToolRun.Of("changes", "--from", "2040-01-01").Output, StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of("changes", "--from", "9999-12-31").ExitCode);
    }

    [Fact]
    public void Changes_ToBeforeFromIsWrongUsage() => Assert.Equal(64, ToolRun.Of("changes", "--from", "2027-01-01", "--to", "2026-01-01").ExitCode);

    private static List<JsonElement> Json(params string[] arguments) =>
        JsonDocument.Parse(ToolRun.Of(["changes", .. arguments, "--format", "json"]).Output).RootElement.GetProperty("changes").EnumerateArray().ToList();
}
