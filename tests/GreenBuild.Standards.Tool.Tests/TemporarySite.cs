using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>A project in a folder of its own, and a folder beside it from which the tool is run.</summary>
internal sealed class TemporarySite : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("greenbuild-");

    public TemporarySite()
    {
        Directory.CreateDirectory(Path.Combine(Project, "readings"));
        Directory.CreateDirectory(Work);
        WriteProject();
        WriteReadings(Readings(new DateTime(2026, 1, 5, 12, 0, 0), 60, 60));
    }

    /// <summary>The folder of the project.</summary>
    public string Project => Path.Combine(_root.FullName, "site");

    /// <summary>The current folder of the run; reports go there by default.</summary>
    public string Work => Path.Combine(_root.FullName, "work");

    public string DefaultReport => Path.Combine(Work, "greenbuild-report.html");

    public void Dispose() => _root.Delete(recursive: true);

    public ToolRun Audit(params string[] more) => ToolRun.In(Work, ["audit", "../site", .. more]);

    /// <summary>Writes the project with one point whose name, place and further members are given.</summary>
    public void WriteProject(
        string name = "Point A", string place = "CN-SH", string readings = "readings/a.csv", string site = """{ "projectType": "building", "noiseSensitiveBuildings": true }""", string more = "", string top = "") =>
        File.WriteAllText(
            Path.Combine(Project, "site.greenbuild.json"),
            $$"""
            {
              "name": "Test site",
              "place": "{{place}}",{{top}}
              "site": {{site}},
              "noise": {
                "points": [
                  { "name": {{System.Text.Json.JsonSerializer.Serialize(name)}}, "readings": "{{readings}}", "readingMinutes": 1 }
                ]{{more}}
              }
            }
            """);

    public void WriteReadings(string content, string file = "a.csv") => File.WriteAllText(Path.Combine(Project, "readings", file), content, new UTF8Encoding(false));

    public static string Readings(DateTime start, int minutes, double level, string header = "datetime,LAeq", string tail = "")
    {
        var text = new StringBuilder(header).Append('\n');
        for (var minute = 0; minute < minutes; minute++)
            text.Append(CultureInfo.InvariantCulture, $"{start.AddMinutes(minute):yyyy-MM-dd HH:mm},{level}{tail}\n");
        return text.ToString();
    }
}
