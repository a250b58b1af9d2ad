using System.Text.Json;

namespace GreenBuild.Standards.Tool.Tests;

public class OverlayTests
{
    private static readonly string[] Check = ["check", "dust.ambient-pm10-daily", "0.046 mg/m³", "--when", "airZone=2", "--on", "2026-07-01", "--in"];

    /// <summary>46 µg/m3 keeps the 120 of GB 3095-2026 and breaks the 45 of the contractor, in Shanghai only.</summary>
    [Fact]
    public void Check_OverlayTightens()
    {
        using var overlay = new OverlayFile();

        var run = overlay.Run([.. Check, "CN-SH"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("0.046 mg/m3 = 46 µg/m3.", run.Output, StringComparison.Ordinal);
        Assert.Contains("From the overlay acme.json", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, overlay.Run([.. Check, "CN-BJ"]).ExitCode);
        Assert.Equal(0, ToolRun.Of([.. Check, "CN-SH"]).ExitCode);
    }

    [Fact]
    public void Limits_OverlayIsMarked()
    {
        using var overlay = new OverlayFile();

        var run = overlay.Run("limits", "pm10", "daily", "--in", "CN-SH", "--on", "2026-07-01");
        Assert.Single(run.LinesWith("≤ 45 µg/m3", "ACME dust 2026 1 [overlay acme.json]"));
        Assert.Single(overlay.Run("limits", "acme", "--in", "CN-SH", "--on", "2026-07-01", "--lang", "zh").LinesWith("≤ 45 µg/m3", "[叠加文件 acme.json]"));
        var json = JsonDocument.Parse(overlay.Run("limits", "acme", "--in", "CN-SH", "--on", "2026-07-01", "--format", "json").Output).RootElement;
        Assert.Equal("acme.json", Assert.Single(json.GetProperty("requirements").EnumerateArray()).GetProperty("overlay").GetString());
    }

    [Fact]
    public void StandardsAndExplain_KnowTheOverlay()
    {
        using var overlay = new OverlayFile();

        Assert.Single(overlay.Run("standards", "acme", "--in", "CN-SH").LinesWith("ACME dust 2026", "[overlay acme.json]"));
        Assert.Single(overlay.Run("explain", "cn-sh.acme-dust-2026.pm10-daily").LinesWith("Overlay: acme.json"));
        Assert.Equal(65, ToolRun.Of("explain", "cn-sh.acme-dust-2026.pm10-daily").ExitCode);
        Assert.Single(overlay.Run("diff", "GB 3095-2026", "ACME dust 2026").LinesWith("added", "≤ 40 µg/m3"));
    }

    [Theory]
    [InlineData("450", "µg/m3", "acme.json:17: ≤ 450 µg/m3 is looser than the mandatory ≤ ", "acme.json:17：≤ 450 µg/m3 比 GB 3095-2026")]
    [InlineData("45", "furlong", "acme.json:18: 'furlong' is not", "acme.json:18：“furlong”")]
    [InlineData("\"low\"", "µg/m3", "acme.json:17: A limit needs a number", "acme.json:17：")]
    public void Overlay_ErrorsNameFileAndLine(string value, string unit, string english, string chinese)
    {
        using var overlay = new OverlayFile(value, unit);

        foreach (var command in new[] { new[] { "limits" }, ["standards"], ["changes"], ["explain", "period"], ["check", "noise.site-boundary", "70"], ["audit", "nowhere"], ["diff", "GB12523-2011", "GB12523-2025"] })
        {
            var run = overlay.Run(command);
            Assert.Equal((65, ""), (run.ExitCode, run.Output));
            Assert.StartsWith(english, run.Error, StringComparison.Ordinal);
            Assert.Contains("no answer was given.", run.Error, StringComparison.Ordinal);
        }

        Assert.StartsWith(chinese, overlay.Run("limits", "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlay_EveryFileIsReported()
    {
        using var overlay = new OverlayFile("450");
        File.WriteAllText(Path.Combine(overlay.Folder, "broken.json"), "{");
        File.WriteAllBytes(Path.Combine(overlay.Folder, "gbk.json"), [0x22, 0xB3, 0xA1, 0x22]);

        var run = overlay.Run("limits", "--overlay", "broken.json", "--overlay", "gbk.json", "--overlay", "missing.json");

        Assert.Equal(65, run.ExitCode);
        foreach (var text in new[] { "acme.json:17: ", "broken.json:1: ", "gbk.json: The file is not in UTF-8", "missing.json: The file cannot be read." }) Assert.Contains(text, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlay_TwiceIsAnError()
    {
        using var overlay = new OverlayFile();

        Assert.Equal(65, overlay.Run("limits", "--overlay", OverlayFile.Name).ExitCode);
    }

    [Fact]
    public void Audit_ListsTheOverlayAmongItsInputs()
    {
        using var overlay = new OverlayFile();
        using var site = new TemporarySite();
        var file = Path.Combine(overlay.Folder, OverlayFile.Name);

        var json = JsonDocument.Parse(site.Audit("--format", "json", "--overlay", file).Output).RootElement;

        Assert.Contains(json.GetProperty("evidence").GetProperty("inputs").EnumerateArray(), static input => input.GetProperty("file").GetString() == OverlayFile.Name && input.GetProperty("sha256").GetString()!.Length == 64);
        Assert.Contains(OverlayFile.Name, File.ReadAllText(site.DefaultReport), StringComparison.Ordinal);
        // The report must not take the place of what was read.
        Assert.Equal(64, site.Audit("--overlay", file, "--out", file).ExitCode);
        Assert.Contains("ACME", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_MarksTheOverlay()
    {
        using var site = new TemporarySite();
        var file = Path.Combine(site.Work, "house.json");
        File.WriteAllText(
            file,
            """
            {
              "key": "cn-sh.house-noise", "standard": "House noise", "number": "House noise 2026", "kind": "association", "binding": "mandatory",
              "titleEn": "House rule", "titleZh": "内控限值", "jurisdiction": "CN-SH", "issued": null, "effective": "2026-01-01", "withdrawn": null,
              "requirements": [ { "key": "day", "kind": "limit", "clause": "1", "titleEn": "By day", "titleZh": "昼间", "measurand": "noise.site-boundary",
                "when": { "period": "day" }, "comparator": "<=", "value": 65, "unit": "dB(A)", "rounding": 0, "evidence": "confirmed", "sources": [0] } ],
              "sources": [ { "reference": "house", "what": "house rule", "says": "65" } ]
            }
            """);

        var run = site.Audit("--overlay", "house.json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        // 60 dB(A) by day against the 65 of the house; the catalogue allows 70.
        Assert.Single(run.LinesWith("Overlays beside the built-in catalogue: house.json"));
        Assert.Single(run.LinesWith("2026-01-05 day", "≤ 65", "House noise 2026 1 [overlay house.json]"));
        Assert.Contains("[overlay house.json]", File.ReadAllText(site.DefaultReport), StringComparison.Ordinal);
        Assert.Single(site.Audit("--overlay", "house.json", "--lang", "zh").LinesWith("House noise 2026 1 [叠加文件 house.json]"));
    }
}
