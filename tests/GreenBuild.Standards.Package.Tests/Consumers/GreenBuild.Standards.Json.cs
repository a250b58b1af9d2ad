using System.Text;
using System.Text.Json;
using GreenBuild.Standards;
using GreenBuild.Standards.Json;

internal static class Further
{
    internal static void Run()
    {
        // 71.5 dB(A) is 72 by GB/T 8170, which is 2 above the 70 of the day; what is written is read again.
        var limit = StandardsCatalogue.Default.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)!;
        var json = FindingsDocument.Of(new[] { LimitCheck.Judge(limit, 71.5m) }).ToJson();
        Console.WriteLine(FindingsDocument.TryRead(Encoding.UTF8.GetBytes(json), "findings.json", out var document, out _)); // True
        Console.WriteLine(document!.Findings[0].Compared); // 72
        Console.WriteLine(document.Findings[0].Margin); // -2
        // Cut off after the first brace, there is nothing after line 1.
        Console.WriteLine(FindingsDocument.TryRead(Encoding.UTF8.GetBytes("{"), "cut.json", out _, out var errors)); // False
        Console.WriteLine(errors[0].Line); // 1
        // Number and unit come back as they were; 0.15 mg/m3 are 150 µg/m3.
        Console.WriteLine(JsonSerializer.Serialize(Length.FromMillimetres(90), GreenBuildJson.Options)); // "90 mm"
        Console.WriteLine(JsonSerializer.Deserialize<MassConcentration>("\"0.15 mg/m3\"", GreenBuildJson.Options).InMicrogramsPerCubicMetre == 150); // True
    }
}
