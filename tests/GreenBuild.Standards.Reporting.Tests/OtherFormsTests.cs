using System.Text;
using System.Text.Json;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting.Tests;

/// <summary>The forms for programs, spreadsheets and messages, written from the report alone; what they must hold was written down from the project below.</summary>
public sealed class OtherFormsTests
{
    // One duty is done, one is not, one is not and waived; 建质〔2020〕46号: 300 t/10⁴ m² of a building that is not prefabricated.
    private const string Project = """
        {
          "name": "Tower $x$ <b>", "place": "CN", "on": "2026-06-30",
          "site": { "sourceWorks": "new-building", "prefabricated": false },
          "waste": { "floorArea": 10000, "isComplete": true, "ledger": [
            { "date": "2026-01-31", "class": "engineering-waste", "route": "generated", "quantity": 450, "unit": "t" },
            { "date": "2026-02-28", "class": "engineering-waste", "route": "recycled-on-site", "quantity": 100, "unit": "t" },
            { "date": "2026-03-31", "class": "engineering-waste", "route": "disposed", "quantity": 350, "unit": "t" } ] },
          "duties": { "records": [
            { "requirement": "cn.gb-55034-2022.watering", "done": true },
            { "requirement": "cn.gb-55034-2022.bare-ground", "done": false, "proof": "=photo()" } ] },
          "waivers": [ { "rule": "cn.gb-55034-2022.bare-ground", "reason": "Planted in July", "until": "2026-07-31" } ]
        }
        """;

    [Fact]
    public void Markdown_IsBoundedAndPlain()
    {
        var lines = Written(MarkdownReport.Write, Language.English).Split('\n');

        // Neither a formula nor a tag.
        Assert.Equal("# Tower &#36;x&#36; &#60;b&#62;", lines[0]);
        Assert.Contains("**Result: ✗ non-compliant**", lines);
        Assert.Contains("| Part | compliant | non-compliant | indeterminate | invalid | not applicable | Result |", lines);
        Assert.Contains("Waived: 1; they do not count towards the result.", lines);
        // 350 t on 10,000 m2.
        var row = Assert.Single(lines, static line => line.StartsWith("| ✗ non-compliant | discharge-intensity |", StringComparison.Ordinal));
        Assert.Contains("| 350 t/10⁴ m² | ≤ 300 |", row, StringComparison.Ordinal);
        Assert.DoesNotContain(lines, static line => line.Contains("bare", StringComparison.Ordinal));
        Assert.Contains("**总体结论：✗ 不符合**", Written(MarkdownReport.Write, Language.Chinese).Split('\n'));
    }

    [Fact]
    public void Csv_HasTheSymbolAndTheNumbers()
    {
        var text = Written(CsvReport.Write, Language.English);

        Assert.StartsWith("\uFEFFpart,group,subject,rule,verdict,would be,waived until,change,from,to,measured,compared,comparison,limit,upper limit,unit,margin,", text, StringComparison.Ordinal);
        var rows = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var discharge = Assert.Single(rows, static row => row.Contains(",discharge-intensity,", StringComparison.Ordinal));
        Assert.Contains(",350,350,≤,300,,t/(10^4 m2),-50,建质〔2020〕46号,", discharge, StringComparison.Ordinal);
        var waived = Assert.Single(rows, static row => row.Contains("cn.gb-55034-2022.bare-ground,", StringComparison.Ordinal) && row.Contains(",2026-07-31,", StringComparison.Ordinal));
        Assert.Contains(",non-compliant,,2026-07-31,,", waived, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_HasTheFindingAndTheWaiver()
    {
        var run = JsonDocument.Parse(Written(SarifReport.Write, Language.English)).RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results").EnumerateArray().ToList();

        var discharge = Assert.Single(results, static result => result.GetProperty("message").GetProperty("text").GetString() == "discharge-intensity: non-compliant: 350 > 300 t/10⁴ m², 建质〔2020〕46号");
        Assert.Equal(("fail", "t/(10^4 m2)"), (discharge.GetProperty("kind").GetString(), discharge.GetProperty("properties").GetProperty("unit").GetString()));
        Assert.Empty(discharge.GetProperty("suppressions").EnumerateArray());
        var waived = Assert.Single(results, static result => result.GetProperty("ruleId").GetString() == "cn.gb-55034-2022.bare-ground");
        Assert.Equal("Planted in July", waived.GetProperty("suppressions")[0].GetProperty("justification").GetString());
    }

    /// <summary>What was broken and is kept now is better, what is broken now and was not there is new; a waiver that has gone makes worse.</summary>
    [Fact]
    public void Previous_IsComparedByIdentifier()
    {
        var before = Report(Project);
        Assert.True(PreviousAudit.TryRead(Encoding.UTF8.GetBytes(Written(JsonReport.Write, Language.English)), "before.json", out var previous, out _));
        Assert.Equal(before.Findings.Select(static one => one.Id).Order(), previous!.Findings.Select(static one => one.Id).Order());
        var unwaived = Report(Project.Replace("\"until\": \"2026-07-31\"", "\"until\": \"2026-01-31\"", StringComparison.Ordinal).Replace("\"quantity\": 350", "\"quantity\": 250", StringComparison.Ordinal).Replace("\"quantity\": 450", "\"quantity\": 350", StringComparison.Ordinal));

        Assert.Equal("worse", ChangeOf(unwaived, static finding => finding.Requirement?.Key == "cn.gb-55034-2022.bare-ground"));
        Assert.Equal("better", ChangeOf(unwaived, static finding => finding.Subject == "discharge-intensity" && finding.Measured == 250));
        Assert.Equal("unchanged", ChangeOf(unwaived, static finding => finding.Requirement?.Key == "cn.gb-55034-2022.watering"));
        Assert.Equal("new", ChangeOf(Report(Project.Replace("bare-ground", "hardened", StringComparison.Ordinal)), static finding => finding.Requirement?.Key == "cn.gb-55034-2022.hardened"));

        string ChangeOf(AuditReport report, Func<Finding, bool> isMeant) => previous.ChangeOf(report.Findings.First(one => isMeant(one.Finding))).English;
    }

    [Theory]
    [InlineData("{", 1, "This is not JSON.", "该文件不是 JSON。")]
    [InlineData("{}", null, "This is not a report of an audit", "该文件不是审核的 JSON 报告")]
    [InlineData("[]", null, "This is not a report of an audit", "该文件不是审核的 JSON 报告")]
    public void Previous_Refused(string text, int? line, string english, string chinese)
    {
        Assert.False(PreviousAudit.TryRead(Encoding.UTF8.GetBytes(text), "b.json", out _, out var errors));

        var error = Assert.Single(errors);
        Assert.Equal(("b.json", line), (error.File, error.Line));
        Assert.StartsWith(english, error.Message.English, StringComparison.Ordinal);
        Assert.StartsWith(chinese, error.Message.Chinese, StringComparison.Ordinal);
    }

    private static string Written(Action<TextWriter, AuditReport, Language> write, Language language)
    {
        using var output = new StringWriter();
        write(output, Report(Project), language);
        return output.ToString();
    }

    private static AuditReport Report(string project)
    {
        Assert.True(ProjectFile.TryReadText(project, "p", out var read, out var errors), string.Join("\n", errors));
        return new AuditReport(ProjectAudit.Judge(read!, ProjectReadings.None), []);
    }
}
