using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Tests.Dust.DustCases;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>What docs/dust.md says is what the library does.</summary>
public sealed class DustDocsTests
{
    private static readonly string[] Pages = ["dust.md", "dust.zh-CN.md"];

    /// <summary>The example of the page, compiled and run in the same words.</summary>
    [Fact]
    public void Example_IsTheOneOfThePage()
    {
        // <example>
        var site = new ConstructionSite(Jurisdiction.Parse("CN-HE"));
        var county = new DustSurroundings { BackgroundPm10 = hour => 100 };
        var ledger = new SiteDustMonitoring(site, county).Open(Particulate.Pm10, "Gate 1", "µg/m3", TimeSpan.FromHours(1));

        decimal[] means = [200, 170, 200, 200, 170];
        for (var hour = 0; hour < means.Length; hour++)
            ledger.Append(new MonitorReading(new DateTime(2026, 6, 1, hour, 0, 0), means[hour]));

        var today = ledger.Today[0];
        var state = $"{today.Exceedances} of {today.AllowedExceedances} used, {today.RemainingExceedances} left, broken: {today.IsBroken}";
        var verdict = today.Finding.ToString();
        // </example>

        // By hand: net 100, 70, 100, 100 of the four hours that are over; three above 80, two allowed.
        Assert.Equal("3 of 2 used, 0 left, broken: True", state);
        Assert.Equal("non-compliant: 3 > 2 times a day, DB13/ 2934-2019 table 1", verdict);
        var source = File.ReadAllText(Find(Path.Combine("tests", "GreenBuild.Standards.Tests", "Dust", "DustDocsTests.cs"))).ReplaceLineEndings("\n");
        var from = source.IndexOf("// <example>\n", StringComparison.Ordinal) + "// <example>\n".Length;
        var lines = source[from..source.IndexOf("        // </example>", StringComparison.Ordinal)].Split('\n');
        var example = string.Join("\n", lines.Select(static line => line.Length > 8 ? line[8..] : ""));
        foreach (var page in Pages)
        {
            Assert.Contains("```csharp\n" + example + "```", Read(page), StringComparison.Ordinal);
            Assert.Contains(state, Read(page), StringComparison.Ordinal);
            Assert.Contains(verdict, Read(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Month_IsTheTableOfThePage()
    {
        var table = string.Join("\n", SyntheticMonthTests.Table());
        foreach (var page in Pages) Assert.Contains("\n" + table + "\n", Read(page), StringComparison.Ordinal);
    }

    /// <summary>Every limit that is applied to a site anywhere stands in the table of rules, with its value and unit.</summary>
    [Fact]
    public void Rules_AreAllNamed()
    {
        var day = CalendarDate.Parse("2026-06-01");
        var rules = new HashSet<(string Number, BilingualText Value)>();
        foreach (var place in Jurisdiction.All)
            foreach (var stage in new[] { "earthwork", "structure" })
                foreach (var particulate in Enum.GetValues<Particulate>())
                    foreach (var rule in new SiteDustMonitoring(Site(place.Code, stage)).RulesFor(particulate, day))
                        rules.Add((rule.Limit.Edition.Number, Words.ValueOf(rule.Limit)));

        Assert.True(rules.Count >= 15);
        foreach (var page in Pages)
        {
            var rows = Read(page).Split('\n').Where(static line => line.StartsWith('|')).ToList();
            foreach (var (number, value) in rules)
                Assert.True(rows.Exists(row => row.Contains(number, StringComparison.Ordinal) && row.Contains(page == Pages[0] ? value.English : value.Chinese, StringComparison.Ordinal)), $"{page} has no row with {number} and {value}.");
        }
    }

    /// <summary>Both pages have the same parts: headings, tables, code.</summary>
    [Fact]
    public void Pages_AreOfOneShape()
    {
        static string Shape(string page) => string.Join(" ", Read(page).Split('\n').Select(static line => line.Length == 0 ? "" : line[0] is '#' or '|' or '`' or '-' ? line[..1] : "t").Where(static mark => mark.Length > 0));
        Assert.Equal(Shape(Pages[0]), Shape(Pages[1]));
    }

    private static string Read(string page) => File.ReadAllText(Find(Path.Combine("docs", page))).ReplaceLineEndings("\n");

    private static string Find(string path)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, path))) return Path.Combine(folder, path);
        throw new FileNotFoundException(path);
    }
}
