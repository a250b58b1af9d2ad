using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Ledgers;

namespace GreenBuild.Standards.Monitoring.Tests.Ledgers;

/// <summary>What docs/ledgers.md says is what the library does; its examples are these, compiled and run in the same words.</summary>
public sealed class LedgersDocsTests
{
    private static readonly string[] Pages = ["ledgers.md", "ledgers.zh-CN.md"];

    [Fact]
    public void Examples_AreThoseOfThePage()
    {
        // <example>
        var site = new ConstructionSite(Jurisdiction.Parse("CN-HE")) { Name = "Lot 7" };
        var options = new SiteLedgerOptions { Surroundings = new DustSurroundings { BackgroundPm10 = hour => 100 } };
        var ledger = new SiteLedger(site, allowedLateness: TimeSpan.FromMinutes(30), options);

        var gate = new SeriesKey("Gate 1", Measurands.Dust.SiteBoundaryPm10, "µg/m3", TimeSpan.FromMinutes(15));
        var midnight = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.FromHours(8));
        SiteReading At(int minute, decimal value) => new(gate, midnight.AddMinutes(minute), value);

        // The second and the third change places; the last comes 75 minutes behind.
        var step = ledger.Append([At(0, 200), At(30, 210), At(15, 190), At(45, 200), At(60, 120), At(75, 120), At(90, 120), At(15, 190)]);
        var judged = string.Join("; ", step.Windows.Select(one => $"{one.Window.Window.Start:HH:mm} {one.Window.Mean} {one.Window.Outcome}"));
        var findings = string.Join("; ", step.Findings);
        var today = ledger.Today[0].Day;
        var state = $"{today.Exceedances} of {today.AllowedExceedances} used, {today.RemainingExceedances} left";
        // </example>

        // <snapshot>
        var json = ledger.ToSnapshot().ToJson();
        if (!SiteLedgerSnapshot.TryRead(json, out var snapshot, out var errors) || !SiteLedger.TryRestore(site, snapshot, options, out var restored, out errors))
            throw new InvalidDataException(string.Join("\n", errors));
        var closed = restored.Advance(midnight.AddDays(1).AddMinutes(30));
        var verdict = closed.Days[0].Day.Finding.ToString();
        // </snapshot>

        // By hand: (200 + 190 + 210 + 200) / 4 = 200, net of 100 it is above 80; two hours a day may be. The hour from 01:00 has three quarters when the day ends, at 120 − 100.
        // 22 of 24 hours were not recorded, and each may have been one more: indeterminate.
        Assert.Equal("00:00 200 Exceeded", judged);
        Assert.Equal("Gate 1 dust.site-boundary-pm10 2026-06-01T00:15:00+08:00: It came 75 min behind, later than the 30 min allowed: late, not counted.", findings);
        Assert.Equal("1 of 2 used, 1 left", state);
        Assert.Equal(20m, closed.Windows[^1].Window.Compared);
        Assert.StartsWith("indeterminate", verdict, StringComparison.Ordinal);
        var source = Read(Path.Combine("tests", "GreenBuild.Standards.Monitoring.Tests", "Ledgers", "LedgersDocsTests.cs"));
        foreach (var page in Pages)
        {
            var text = Read(Path.Combine("docs", page));
            foreach (var name in new[] { "example", "snapshot" })
            {
                var from = source.IndexOf($"// <{name}>\n", StringComparison.Ordinal) + $"// <{name}>\n".Length;
                var lines = source[from..source.IndexOf($"        // </{name}>", StringComparison.Ordinal)].Split('\n');
                Assert.Contains("```csharp\n" + string.Join("\n", lines.Select(static line => line.Length > 8 ? line[8..] : "")) + "```", text, StringComparison.Ordinal);
            }

            foreach (var said in new[] { judged, findings, state, verdict }) Assert.Contains("`" + said + "`", text, StringComparison.Ordinal);
            Assert.Contains("`" + step.Findings[0].Message.In(page == Pages[0] ? Language.English : Language.Chinese) + "`", text, StringComparison.Ordinal);
            // The fields of the JSON, each in the table.
            foreach (var field in System.Text.RegularExpressions.Regex.Matches(System.Text.Encoding.UTF8.GetString(json), "\"([a-zA-Z]+)\":").Select(static match => match.Groups[1].Value))
                Assert.Contains("`" + field + "`", text, StringComparison.Ordinal);
        }
    }

    /// <summary>Both pages have the same parts: headings, tables, code.</summary>
    [Fact]
    public void Pages_AreOfOneShape()
    {
        static string Shape(string page) => string.Join(" ", Read(Path.Combine("docs", page)).Split('\n').Select(static line => line.Length == 0 ? "" : line[0] is '#' or '|' or '`' or '-' ? line[..1] : "t").Where(static mark => mark.Length > 0));
        Assert.Equal(Shape(Pages[0]), Shape(Pages[1]));
    }

    private static string Read(string path)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, path))) return File.ReadAllText(Path.Combine(folder, path)).ReplaceLineEndings("\n");
        throw new FileNotFoundException(path);
    }
}
