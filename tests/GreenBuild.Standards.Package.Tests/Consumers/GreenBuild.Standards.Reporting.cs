using System.Text.Json;
using GreenBuild.Standards;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Reporting;

internal static class Further
{
    internal static void Run()
    {
        // 310 t left a site of 10,000 m2: 310 t/(10^4 m2), above the 300 that a building which is not prefabricated may give off.
        const string Project = """
            {
              "name": "<Site>", "place": "CN-SH", "on": "2026-06-30",
              "site": { "projectType": "building", "prefabricated": false, "sourceWorks": "new-building" },
              "waste": {
                "floorArea": 10000, "isComplete": true,
                "ledger": [
                  { "date": "2026-03-02", "class": "engineering-waste", "route": "generated", "quantity": 310, "unit": "t" },
                  { "date": "2026-03-03", "class": "engineering-waste", "route": "disposed", "quantity": 310, "unit": "t" }
                ]
              }
            }
            """;
        if (!ProjectFile.TryReadText(Project, "site.greenbuild.json", out var project, out var errors)) throw new InvalidDataException(errors[0].ToString());
        var report = new AuditReport(ProjectAudit.Judge(project!, new ProjectReadings()), Array.Empty<AuditedFile>());
        using var csv = new StringWriter();
        CsvReport.Write(csv, report, Language.English);
        Console.WriteLine(csv.ToString().Split('\n').Count(line => line.Contains("cn.jianzhi-2020-46.site-discharge-new-build,") && line.Contains("non-compliant") && line.Contains(",310,"))); // 1
        using var sarif = new StringWriter();
        SarifReport.Write(sarif, report, Language.Chinese);
        using var log = JsonDocument.Parse(sarif.ToString());
        Console.WriteLine(log.RootElement.GetProperty("version").GetString()); // 2.1.0
        // The name of the site is a text and no tag.
        using var html = new StringWriter();
        HtmlReport.Write(html, report, Language.English);
        Console.WriteLine(html.ToString().Contains("&lt;Site&gt;") && !html.ToString().Contains("<Site>")); // True
    }
}
