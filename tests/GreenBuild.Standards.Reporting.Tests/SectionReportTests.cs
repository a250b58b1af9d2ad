using System.Xml.Linq;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting.Tests;

/// <summary>The sections of a report beside noise.</summary>
public sealed class SectionReportTests
{
    private const string Hostile = "<b onclick='x'>&\\\"";

    private const string Project = """
        {
          "name": "Tower", "place": "CN-SH", "on": "2026-06-30",
          "components": { "schedule": [ { "id": "ID", "category": "composite-slab", "length": 3050, "width": 2400, "depth": 60 } ] },
          "duties": { "records": [ { "requirement": "cn.gb-55034-2022.watering", "done": false } ] },
          "waivers": [
            { "rule": "cn.gb-55034-2022.watering", "reason": "no water main", "until": "2026-07-31" },
            { "rule": "cn.gb-55034-2022.watering", "reason": "long ago", "until": "2026-01-31" }
          ]
        }
        """;

    [Theory]
    [InlineData(Language.English, "Prefabricated components", "Duties", "waived until 2026-07-31", "it does not count")]
    [InlineData(Language.Chinese, "预制构件", "应落实的措施", "已豁免至 2026-07-31", "不生效")]
    public void Sections_AreShown(Language language, string components, string duties, string waived, string past)
    {
        var document = Document(Project, language);

        var headings = document.Descendants("h2").Select(static heading => heading.Value).ToList();
        Assert.Contains(headings, heading => heading.StartsWith(components, StringComparison.Ordinal));
        Assert.Contains(headings, heading => heading.StartsWith(duties, StringComparison.Ordinal));
        var text = document.Root!.Value;
        Assert.Contains("3050", text, StringComparison.Ordinal);
        Assert.Contains(waived, text, StringComparison.Ordinal);
        Assert.Contains(past, text, StringComparison.Ordinal);
        // Every cell of a card says what stood above it, and every link leads somewhere.
        foreach (var table in document.Descendants("table"))
        {
            var above = table.Descendants("th").Where(static th => th.Attribute("scope")!.Value == "col").Select(static th => th.Value).ToList();
            foreach (var row in table.Elements("tbody").Elements("tr")) Assert.Equal(above.Skip(1), row.Elements("td").Select(static td => td.Attribute("data-label")!.Value));
        }

        var ids = document.Descendants().Attributes("id").Select(static id => id.Value).ToHashSet();
        Assert.All(document.Descendants("a").Attributes("href").Where(static href => href.Value.StartsWith('#')), href => Assert.Contains(href.Value[1..], ids));
    }

    [Fact]
    public void NothingOfAFile_BecomesMarkup()
    {
        var document = Document(Project.Replace("\"ID\"", "\"" + Hostile + "\"", StringComparison.Ordinal), Language.English);

        Assert.DoesNotContain(document.Descendants(), static element => element.Attribute("onclick") is not null);
        Assert.Contains(document.Descendants("th"), static cell => cell.Value == "<b onclick='x'>&\"");
    }

    private static XDocument Document(string project, Language language)
    {
        Assert.True(ProjectFile.TryReadText(project, "p", out var read, out var errors), string.Join("\n", errors));
        using var output = new StringWriter();
        HtmlReport.Write(output, new AuditReport(ProjectAudit.Judge(read!, ProjectReadings.None), []), language);
        return XDocument.Parse(output.ToString()[(output.ToString().IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }
}
