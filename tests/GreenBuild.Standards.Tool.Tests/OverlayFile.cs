namespace GreenBuild.Standards.Tool.Tests;

/// <summary>A folder with an overlay of a contractor in Shanghai: PM10 a day at most 45 µg/m3 in 2026, and 40 from 2027.</summary>
internal sealed class OverlayFile : IDisposable
{
    public const string Name = "acme.json";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("greenbuild-");

    public OverlayFile(string value = "45", string unit = "µg/m3", string title = "PM10, 24-hour mean", string reference = "ACME house rule 7") => File.WriteAllText(
        Path.Combine(_folder.FullName, Name),
        $$"""
        {
          "key": "cn-sh.acme-dust-2026",
          "standard": "ACME dust",
          "number": "ACME dust 2026",
          "kind": "association",
          "binding": "mandatory",
          "titleEn": "Stricter dust limits of a contractor",
          "titleZh": "承包商扬尘内控限值",
          "jurisdiction": "CN-SH",
          "issued": null,
          "effective": "2026-06-01",
          "withdrawn": null,
          "requirements": [
            {
              "key": "pm10-daily", "kind": "limit", "clause": "1", "titleEn": "{{title}}", "titleZh": "PM10 日平均",
              "measurand": "dust.ambient-pm10-daily", "when": { "dates": "2026-06-01/2026-12-31" }, "comparator": "<=",
              "value": {{value}},
              "unit": "{{unit}}", "evidence": "confirmed", "sources": [0]
            },
            {
              "key": "pm10-daily-2027", "kind": "limit", "clause": "1", "titleEn": "PM10, 24-hour mean, second stage", "titleZh": "PM10 日平均（第二阶段）",
              "measurand": "dust.ambient-pm10-daily", "when": { "dates": "2027-01-01/.." }, "comparator": "<=", "value": 40,
              "unit": "µg/m3", "evidence": "confirmed", "sources": [0]
            }
          ],
          "sources": [ { "reference": "{{reference}}", "what": "house rule", "says": "45, then 40" } ]
        }
        """);

    public string Folder => _folder.FullName;

    public ToolRun Run(params string[] arguments) => ToolRun.In(Folder, [.. arguments, "--overlay", Name]);

    public void Dispose() => _folder.Delete(recursive: true);
}
