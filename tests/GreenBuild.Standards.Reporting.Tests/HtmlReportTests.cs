using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting.Tests;

public class HtmlReportTests
{
    private const string Hostile = "<script>alert('x')</script>\" onload=\"y & z";

    private static readonly ConstructionSite Site = new(Jurisdiction.Parse("CN-SH"))
    {
        Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true).With("sensitivity", "noise-sensitive-concentrated-area"),
    };

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void Write_NothingOfAFileBecomesMarkup(Language language)
    {
        var work = new ConstructionWork(new DateTime(2026, 1, 5, 23, 0, 0), new DateTime(2026, 1, 6, 1, 0, 0))
        {
            Description = Hostile,
            WorkNature = "special-need-continuous",
            Origin = new FindingOrigin { File = Hostile, Line = 3 },
        };
        var permit = new NightWorkPermit(Hostile, work.Start, work.End) { Issuer = Hostile };
        var audit = Judge([Point(Hostile, 2000, file: Hostile)], [work], [permit], Hostile);

        var html = Html(new AuditReport(audit, [new AuditedFile(Hostile, 1, new string('0', 64))]) { Run = new() { Producer = Hostile } }, language);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onload=", html, StringComparison.Ordinal);
        // And it is there to be read: title, heading, point, permit, issuer, work, files.
        var document = XDocument.Parse(html);
        Assert.Contains(document.Descendants("h1"), static heading => heading.Value == Hostile);
        Assert.True(document.Descendants().Count(static element => !element.HasElements && element.Value.Contains(Hostile, StringComparison.Ordinal)) >= 6);
        // An attribute that holds a file's text holds it as text.
        Assert.Contains(document.Descendants("svg"), static chart => chart.Attribute("aria-label")!.Value.Contains(Hostile, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_NeedsNothingButItself()
    {
        var html = Html(Report(), Language.English);

        var document = XDocument.Parse(html);
        Assert.DoesNotContain(document.Descendants(), static element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "embed" or "base" or "form");
        Assert.DoesNotContain(document.Descendants().Attributes(), static attribute => attribute.Name.LocalName is "src" or "srcset" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        var style = Assert.Single(document.Descendants("style")).Value;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        // Light and dark, and paper.
        Assert.Contains("prefers-color-scheme: dark", style, StringComparison.Ordinal);
        Assert.Contains("size: A4", style, StringComparison.Ordinal);
        // Links lead to sources on the web or to another part of the report, which exists.
        var ids = document.Descendants().Attributes("id").Select(static id => id.Value).ToHashSet();
        foreach (var href in document.Descendants("a").Attributes("href").Select(static href => href.Value))
            Assert.True(href.StartsWith('#') ? ids.Contains(href[1..]) : href.StartsWith("http", StringComparison.Ordinal), href);
    }

    [Theory]
    [InlineData(Language.English, "en", "non-compliant", "Rules applied and their sources")]
    [InlineData(Language.Chinese, "zh-CN", "不符合", "所依据的规则及其来源")]
    public void Write_SpeaksBothLanguages(Language language, string code, string verdict, string heading)
    {
        var document = XDocument.Parse(Html(Report(), language));

        Assert.Equal(code, document.Root!.Attribute("lang")!.Value);
        Assert.Contains(verdict, document.Descendants("p").Single(static p => p.Attribute("class")?.Value.StartsWith("overall", StringComparison.Ordinal) == true).Value, StringComparison.Ordinal);
        Assert.Contains(document.Descendants("h2"), element => element.Value == heading);
    }

    [Fact]
    public void Write_ChineseReportHasNoEnglishHeadings()
    {
        var document = XDocument.Parse(Html(Report(), Language.Chinese));

        var headings = document.Descendants().Where(static element => element.Name.LocalName is "h2" or "dt" || element.Attribute("scope")?.Value == "col").Select(static element => element.Value);
        // SHA-256 and the percentiles are called so in Chinese, too.
        Assert.All(headings, static text => Assert.True(text.Any(static c => c is >= '\u4e00' and <= '\u9fff') || text is "SHA-256" or "L10 / L50 / L90", text));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void Write_CellsCarryTheirHeading(Language language)
    {
        // On a phone a row becomes a card, whose lines are named by what stood above the column; a period is one card.
        var document = XDocument.Parse(Html(Report(), language));

        var tables = document.Descendants("table").ToList();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            Assert.Contains("cards", table.Attribute("class")!.Value, StringComparison.Ordinal);
            var headings = table.Descendants("th").Where(static th => th.Attribute("scope")!.Value == "col").Select(static th => th.Value).ToList();
            foreach (var row in table.Elements("tbody").Elements("tr"))
                Assert.Equal(headings.Skip(1), row.Elements("td").Select(static td => td.Attribute("data-label")!.Value));
        }

        var periods = document.Descendants("table").Where(static table => table.Attribute("class")!.Value.StartsWith("periods", StringComparison.Ordinal)).ToList();
        Assert.Equal(Report().Audit.Noise!.Points.Select(static point => point.Periods.Count), periods.Select(static table => table.Elements("tbody").Count()));
        Assert.All(periods.Elements("tbody"), static period => Assert.Single(period.Descendants("th")));
        // Nothing scrolls sideways, least of all on paper.
        Assert.DoesNotContain("overflow-x", document.Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SiteIsToldInWords()
    {
        var english = XDocument.Parse(Html(Report(), Language.English)).Descendants("dd").Select(static dd => dd.Value).ToList();
        Assert.DoesNotContain(english, static text => text.Contains("noiseSensitiveBuildings", StringComparison.Ordinal));
        Assert.Contains(english, static text => text.Contains(": yes", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_SameInputsSameBytes() => Assert.Equal(Html(Report(), Language.English), Html(Report(), Language.English));

    [Fact]
    public void Write_ShowsWhatAnInspectorLooksFor()
    {
        var sha = new string('a', 64);
        var audit = Judge([Point("A", 2000)], [], []);

        var document = XDocument.Parse(Html(new AuditReport(audit, [new AuditedFile("readings/a.csv", 1234, sha)]), Language.English));
        var text = string.Join(" ", document.Descendants().Where(static element => !element.HasElements).Select(static element => element.Value));

        Assert.Contains(audit.Catalogue.ReleaseDate.ToString(), text, StringComparison.Ordinal);
        Assert.Contains(sha, text, StringComparison.Ordinal);
        Assert.Contains("1234", text, StringComparison.Ordinal);
        Assert.Contains("Shanghai (CN-SH)", text, StringComparison.Ordinal);
        // Every finding with every step of its explanation, each once.
        var findings = document.Descendants("details").Where(static details => details.Attribute("class")!.Value.StartsWith("finding", StringComparison.Ordinal)).ToList();
        Assert.Equal(audit.Findings.Count, findings.Count);
        Assert.Equal(audit.Findings.Select(static finding => finding.Explanation.Count), findings.Select(static details => details.Element("ol")!.Elements("li").Count()));
        // What is not compliant is unfolded from the start.
        Assert.Contains(findings, static details => details.Attribute("class")!.Value.Contains("non-compliant", StringComparison.Ordinal));
        Assert.All(findings, static details => Assert.True(details.Attribute("open") is not null || !details.Attribute("class")!.Value.Contains("non-compliant", StringComparison.Ordinal)));
        // Evidence stands beside every rule: the limits, and the rules that shaped the findings beside them.
        var rules = document.Descendants("details").Where(static details => details.Attribute("class")!.Value == "rule").ToList();
        Assert.Equal(audit.Findings.SelectMany(static finding => finding.Rules.Prepend(finding.Requirement!)).Distinct().Count(), rules.Count);
        Assert.All(rules, static rule => Assert.Contains("evidence", rule.Element("summary")!.Elements("span").First().Attribute("class")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ManyPointsStayAPage()
    {
        var points = Enumerable.Range(1, 203).Select(static number => Point("P" + number, 60)).ToList();

        var document = XDocument.Parse(Html(new AuditReport(Judge(points, [], []), []), Language.English));

        // 200 are drawn, as docs/security.md says; the others are named as left out, and nothing leads to them.
        Assert.Equal(200, document.Descendants("svg").Count());
        Assert.Contains("3 more points are not shown here", document.Root!.Value, StringComparison.Ordinal);
        var ids = document.Descendants().Attributes("id").Select(static id => "#" + id.Value).ToHashSet();
        Assert.All(document.Descendants("a").Attributes("href").Where(static href => href.Value.StartsWith('#')), href => Assert.Contains(href.Value, ids));
    }

    [Fact]
    public void Write_EvidenceThatIsWeakIsSeen()
    {
        var audit = Judge( [new MonitoringPoint(new NoiseSeries("A", TimeSpan.FromMinutes(1), Enumerable.Range(0, 60).Select(static i => new NoiseReading(new DateTime(2026, 1, 5, 12, 0, 0).AddMinutes(i), 80)).ToList())) { CalibrationDrift = 3 }], [], []);
        var finding = audit.Findings[0];
        Assert.Equal(Verdict.Invalid, finding.Verdict);

        var html = Html(new AuditReport(audit, []), Language.English);

        // A drift of 3 dB is over 0.5 dB (GB 12523-2011, 5.1): invalid, by a rule that is carried over and so unconfirmed for 2025.
        Assert.Contains("invalid", html, StringComparison.Ordinal);
        Assert.Contains("○ unconfirmed", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16_000)]
    [InlineData(200_000)]
    public void Chart_StaysSmall(int readings)
    {
        var audit = Judge([Point("A", readings)], [], []);

        var chart = Assert.Single(XDocument.Parse(Html(new AuditReport(audit, []), Language.English)).Descendants("svg"));
        var curve = chart.Elements("path").Single(static path => path.Attribute("class")!.Value == "readings").Attribute("d")!.Value;

        // One stroke for each of the 861 columns of pixels, at most.
        Assert.InRange(curve.Count(static c => c == 'M'), 800, 861);
        Assert.InRange(curve.Length, 1, 25_000);
    }

    [Fact]
    public void Chart_MarksWhatExceeds()
    {
        // Two hours by day at 60 with ten minutes at 75 against 70: only those are marked, from the limit up.
        var start = new DateTime(2026, 1, 5, 10, 0, 0);
        var readings = Enumerable.Range(0, 120).Select(i => new NoiseReading(start.AddMinutes(i), i is >= 30 and < 40 ? 75 : 60)).ToList();
        var chart = Chart(readings);

        var over = Assert.Single(chart.Elements("path"), static path => path.Attribute("class")!.Value == "over").Attribute("d")!.Value;
        var strokes = Regex.Matches(over, @"M([\d.]+) ([\d.]+)V([\d.]+)");
        Assert.Equal(10, strokes.Count);
        var limit = Assert.Single(chart.Elements("path"), static path => path.Attribute("class")!.Value == "limit").Attribute("d")!.Value;
        var limitY = Regex.Match(limit, @"^M[\d.]+ ([\d.]+)H").Groups[1].Value;
        Assert.All(strokes, stroke => Assert.Equal(limitY, stroke.Groups[2].Value));
        // 75 lies above 70, that is at a smaller y.
        Assert.All(strokes, stroke => Assert.True(Number(stroke.Groups[3].Value) < Number(limitY)));
        // The ten minutes begin a quarter into the two hours: x runs from 40 over 860 pixels.
        Assert.Equal(40 + 860 * 30 / 120, Number(strokes[0].Groups[1].Value), 1.0);
    }

    [Fact]
    public void Chart_MarksEachStretchAboveTheLimitOnce()
    {
        // Two hours by day against 70: above it from minute 20 to 29, highest (80) at 24, again from 32 to 39, and from 90 to 91.
        var start = new DateTime(2026, 1, 5, 10, 0, 0);
        var readings = Enumerable.Range(0, 120).Select(i => new NoiseReading(start.AddMinutes(i), i == 24 ? 80 : i is (>= 20 and < 30) or (>= 32 and < 40) or 90 or 91 ? 75 : 60)).ToList();

        var mark = Assert.Single(Chart(readings).Elements("path"), static path => path.Attribute("class")!.Value == "mark");

        // 860 pixels for 120 minutes are 7.2 each: within a stretch no two marks fit, between the first two, of 21 pixels, they do.
        var tips = Regex.Matches(mark.Attribute("d")!.Value, @"M([\d.]+) ([\d.]+)h8l-4 7z").Select(static one => (X: Number(one.Groups[1].Value) + 4, Y: Number(one.Groups[2].Value) + 7)).ToList();
        Assert.Equal([24, 32, 90], tips.Select(static tip => (int)Math.Round((tip.X - 40) / 860 * 120)));
        // The axis runs from 60 to 90 over 210 pixels from 22 on; a tip stands 2 above the reading.
        Assert.Equal(22 + 210 * (90 - 80) / 30.0 - 2, tips[0].Y, 1.0);
        Assert.DoesNotContain(Chart(readings.ConvertAll(static reading => new NoiseReading(reading.LocalTime, 60))).Elements("path"), static path => path.Attribute("class")!.Value == "mark");
    }

    [Fact]
    public void Chart_MarksReadingsThatDoNotCountAndNights()
    {
        var start = new DateTime(2026, 1, 5, 20, 0, 0);
        var readings = Enumerable.Range(0, 240).Select(i => new NoiseReading(start.AddMinutes(i), 50) { WindSpeed = i < 60 ? 6 : 1 }).ToList();

        var chart = Chart(readings);

        Assert.Contains(chart.Elements("path"), static path => path.Attribute("class")!.Value == "left-out");
        // Night begins at 22:00, half way.
        var night = Assert.Single(chart.Elements("rect"), static rect => rect.Attribute("class")!.Value == "night");
        Assert.Equal(40 + 860 / 2, Number(night.Attribute("x")!.Value), 1.0);
        // Both limits are there: 70 by day, 55 at night (GB 12523-2025, table 1).
        Assert.Equal(["≤ 70", "≤ 55"], chart.Elements("text").Where(static text => text.Attribute("class")!.Value == "limit-label").Select(static text => text.Value));
    }

    [Theory]
    [InlineData(Language.English, "There are no readings")]
    [InlineData(Language.Chinese, "没有读数")]
    public void Write_PointWithoutReadings(Language language, string said)
    {
        var empty = new MonitoringPoint(new NoiseSeries("Empty", TimeSpan.FromMinutes(1), []));

        foreach (var points in new[] { new[] { empty }, [empty, Point("A", 100)], [Point("A", 100), empty] })
        {
            var document = XDocument.Parse(Html(new AuditReport(Judge(points, [], []), []), language));
            Assert.Equal(points.Length - 1, document.Descendants("svg").Count());
            Assert.Contains(document.Descendants("p"), text => text.Value.Contains(said, StringComparison.Ordinal));
        }
    }

    /// <summary>A clock that was never set says the first or the last moment that there is.</summary>
    [Theory]
    [InlineData(0L)]
    [InlineData(864_000_000_000L - 1)] // 0001-01-01, the end of the day
    [InlineData(3155378975999999999L)] // DateTime.MaxValue
    [InlineData(3155378975999999999L - 600_000_000L)] // a minute before
    [InlineData(3155378975999999999L - 863_999_999_999L)] // 9999-12-31, the beginning of the day
    public void Write_ReadingsAtTheEdgesOfTheCalendar(long ticks)
    {
        var reading = new NoiseReading(new DateTime(ticks), 60);
        var audit = Judge([new MonitoringPoint(new NoiseSeries("A", TimeSpan.FromMinutes(1), [reading]))], [], []);

        var period = Assert.Single(audit.Noise!.Points[0].Periods);
        Assert.True(period.Start <= reading.LocalTime && reading.LocalTime <= period.End);
        // One reading is too short to count, or no rule is known; either way it is a verdict.
        Assert.DoesNotContain(audit.Findings, static finding => finding.Verdict == Verdict.Compliant);
        var path = XDocument.Parse(Html(new AuditReport(audit, []), Language.English)).Descendants("path").Single(static path => path.Attribute("class")!.Value == "readings");
        Assert.StartsWith("M", path.Attribute("d")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    // To a tenth, and to more digits only where the tenth would mislead: 55.46 is judged as 55, "55.5" looks like 56.
    [InlineData(66.44, "66.4")]
    [InlineData(55.46, "55.46")]
    [InlineData(70.5, "70.5")]
    [InlineData(71.4999, "71.4999")]
    [InlineData(double.NaN, "–")]
    public void LevelOf_NeverHidesTheRounding(double level, string shown) => Assert.Equal(shown, ReportFormat.LevelOf(level));

    private static AuditReport Report() => new(Judge([Point("A", 3000), Point("B", 100)], [], []), [new AuditedFile("a.csv", 1, new string('0', 64))]) { Run = new() { Producer = "test" } };

    private static XElement Chart(IReadOnlyList<NoiseReading> readings)
    {
        var audit = Judge([new MonitoringPoint(new NoiseSeries("A", TimeSpan.FromMinutes(1), readings))], [], []);
        return Assert.Single(XDocument.Parse(Html(new AuditReport(audit, []), Language.English)).Descendants("svg"));
    }

    /// <summary>A point whose levels swing between 50 and 80 dB(A), so that days and nights fail.</summary>
    private static MonitoringPoint Point(string name, int readings, string file = "a.csv") =>
        new(new NoiseSeries(name, TimeSpan.FromMinutes(1), Enumerable.Range(0, readings).Select(static i => new NoiseReading(new DateTime(2026, 1, 5, 12, 0, 0).AddMinutes(i), 65 + 15 * Math.Sin(i / 7.0))).ToList()) { File = file });

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static ProjectAudit Judge(IReadOnlyList<MonitoringPoint> points, IReadOnlyList<ConstructionWork> works, IReadOnlyList<NightWorkPermit> permits, string name = "Site") =>
        ProjectAudit.Judge(new ProjectFile(name, Site) { Noise = new NoiseSection { Works = works, Permits = permits } }, new ProjectReadings { Noise = points });

    private static string Html(AuditReport report, Language language)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(writer, report, language);
        return writer.ToString();
    }
}
