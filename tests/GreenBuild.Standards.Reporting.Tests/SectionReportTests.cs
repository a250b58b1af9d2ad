using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GreenBuild.Standards.Json;
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

    /// <summary>What is done today may be undone tomorrow: duties stand in the list for the site also where nothing is wrong with them.</summary>
    [Fact]
    public void Checklist_HasDutiesToSeeAgain()
    {
        var rows = Document(Project, Language.English).Descendants("section").Single(static section => section.Attribute("id")?.Value == "checklist").Descendants("tr")
            .Where(static row => row.Attribute("class")?.Value.EndsWith(" of-duties", StringComparison.Ordinal) == true).ToList();

        // The one record is waived, and so no problem.
        Assert.Contains("waived until 2026-07-31", Assert.Single(rows).Value, StringComparison.Ordinal);

        var done = Document(Project.Replace("\"done\": false", "\"done\": true", StringComparison.Ordinal), Language.English);
        Assert.Contains("to be seen again", done.Root!.Value, StringComparison.Ordinal);
        // Without duties there is no such list.
        Assert.DoesNotContain("to be seen again", Document("""{ "name": "Tower", "place": "CN-SH", "components": { "schedule": [ { "id": "A", "category": "composite-slab", "length": 3050 } ] } }""", Language.English).Root!.Value, StringComparison.Ordinal);
    }

    /// <summary>Without script a filter is a rule of the style sheet: each choice has one, and each part its class.</summary>
    [Fact]
    public void Filters_HaveRules()
    {
        var document = Document(Project, Language.English);
        var style = document.Descendants("style").Single().Value;
        var choices = document.Descendants("input").Select(static input => input.Attribute("id")!.Value).ToList();

        Assert.Equal(["only-all", "only-components", "only-duties"], choices.Where(static id => id.StartsWith("only-", StringComparison.Ordinal)));
        Assert.All(choices.Where(static id => id is not ("view-all" or "only-all")), id => Assert.Contains($":has(#{id}:checked)", style, StringComparison.Ordinal));
        // Every part that a project can have, also those that this one has not.
        Assert.All(Enum.GetNames<ProjectDomain>(), name => Assert.Contains($"body:has(#only-{name.ToLowerInvariant()}:checked)", style, StringComparison.Ordinal));
        Assert.Single(document.Descendants("section"), static section => section.Attribute("class")?.Value == "point of-components");
    }

    /// <summary>The answer to the second question is one line, however much is missing.</summary>
    [Fact]
    public void Stage_NamesEightFacts()
    {
        // Every duty on dust that has no record is asked for by its own name.
        var report = Report(Project.Replace("{ \"records\"", "{ \"measurands\": \"dust.\", \"records\"", StringComparison.Ordinal));
        var missing = report.Audit.Findings.SelectMany(static finding => finding.Missing).Distinct().ToList();
        Assert.True(missing.Count > 8);
        // A duty is named by its title, all others as people call them.
        var titles = missing.ConvertAll(static key => StandardsCatalogue.Default.Find(key)?.Title ?? Words.OfInput(key));

        var answer = report.Stages[1].Answer;
        Assert.EndsWith($": {string.Join(", ", titles[..8].Select(static title => title.English))} and {missing.Count - 8} more", answer.English, StringComparison.Ordinal);
        Assert.EndsWith($"：{string.Join("、", titles[..8].Select(static title => title.Chinese))}，另有 {missing.Count - 8} 项", answer.Chinese, StringComparison.Ordinal);
        // Up to eight there is nothing to leave out.
        Assert.DoesNotContain(" more", Report(Project).Stages[1].Answer.English, StringComparison.Ordinal);
    }

    /// <summary>A finding in the report is the finding as it is stored alone, beside its identifier and waiver.</summary>
    [Fact]
    public void Json_HoldsFindingsAsTheyAreStored()
    {
        var report = Report(Project);
        using var output = new StringWriter();
        JsonReport.Write(output, report, Language.English);

        var written = JsonNode.Parse(output.ToString())!["sections"]!.AsArray().SelectMany(static section => section!["groups"]!.AsArray()).SelectMany(static group => group!["findings"]!.AsArray()).ToList();
        Assert.Equal(report.Findings.Count, written.Count);
        foreach (var (one, node) in report.Findings.Zip(written))
        {
            using var stored = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stored)) FindingJson.Write(writer, one.Finding);
            var expected = JsonNode.Parse(stored.ToArray())!.AsObject();
            expected.Insert(0, "id", one.Id);
            expected.Insert(1, "waivedUntil", one.Waiver?.Until.ToString());
            Assert.Equal(expected.ToJsonString(), node!.ToJsonString());
        }
    }

    [Fact]
    public void Html_ListsWhatWasApplied()
    {
        var report = Report(Project);
        var manifest = report.ManifestOf(ReportForms.Html, Language.English);
        var inputs = Document(Project, Language.English).Descendants("section").Single(static section => section.Attribute("id")?.Value == "inputs");

        var rows = inputs.Elements("table").Last().Element("tbody")!.Elements("tr").Select(static row => string.Join(" ", row.Elements().Select(static cell => cell.Value))).ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(manifest.Editions.Select(static edition => $"{edition.Number} {edition.Key} {edition.FactsSha256}"), rows);
        Assert.Contains(manifest.VerdictsSha256, inputs.Element("dl")!.Value, StringComparison.Ordinal);
    }

    /// <summary>A slab may be 5 mm shorter or longer (GB 50204-2015, Table 9.2.7): both ends stand in every form, and in the hash of the verdicts.</summary>
    [Fact]
    public void BothEndsOfALimit_AreShown()
    {
        const string project = """{ "name": "Tower", "place": "CN-SH", "on": "2026-06-30", "components": { "schedule": [ { "id": "A", "category": "composite-slab", "length": 3000, "width": 2400, "depth": 60, "lengthTolerance": 6 } ] } }""";
        var report = Report(project);
        var one = Assert.Single(report.Findings, static one => one.Finding.Requirement?.Citation == "GB 50204-2015 Table 9.2.7");
        using var csv = new StringWriter();
        CsvReport.Write(csv, report, Language.English);

        // The table is recalled: provisional.
        Assert.Equal((Verdict.Indeterminate, Verdict.NonCompliant), (one.Finding.Verdict, one.Finding.ProvisionalVerdict));
        Assert.Equal("∈ −5 … 5", ReportFormat.LimitOf(one.Finding));
        Assert.Contains("∈ −5 … 5", Document(project, Language.English).Root!.Value, StringComparison.Ordinal);
        Assert.Contains(",,6,∈,-5,5,mm,-1,", csv.ToString(), StringComparison.Ordinal);
        // The others say what else should be known of the slab, and compare nothing.
        var lines = string.Concat(report.Findings.Select(each => each == one ? $"{one.Id}\tindeterminate\tnon-compliant\t6\t-5\t5\tmm\n" : $"{each.Id}\t{FindingJson.WordOf(each.Finding.Verdict)}\t\t\t\t\t{each.Finding.Unit}\n"));
        Assert.All(report.Findings.Where(each => each != one), static each => Assert.Equal((null, null, null), (each.Finding.Compared, each.Finding.Limit, each.Finding.ProvisionalVerdict)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))), report.ManifestOf(ReportForms.Html, Language.English).VerdictsSha256);
    }

    [Fact]
    public void NothingOfAFile_BecomesMarkup()
    {
        var document = Document(Project.Replace("\"ID\"", "\"" + Hostile + "\"", StringComparison.Ordinal), Language.English);

        Assert.DoesNotContain(document.Descendants(), static element => element.Attribute("onclick") is not null);
        Assert.Contains(document.Descendants("th"), static cell => cell.Value == "<b onclick='x'>&\"");
    }

    private static AuditReport Report(string project)
    {
        Assert.True(ProjectFile.TryReadText(project, "p", out var read, out var errors), string.Join("\n", errors));
        return new AuditReport(ProjectAudit.Judge(read!, ProjectReadings.None), []);
    }

    private static XDocument Document(string project, Language language)
    {
        using var output = new StringWriter();
        HtmlReport.Write(output, Report(project), language);
        return XDocument.Parse(output.ToString()[(output.ToString().IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }
}
