using System.Globalization;
using System.Text;
using System.Text.Json;
using GreenBuild.Standards.DependencyInjection;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Noise;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GreenBuild.Standards.Hosts;

/// <summary>Asks the packages for JSON and for dependency injection, in every host that they promise to run in.</summary>
internal static class CompanionRun
{
    private static readonly SiteBoundaryMeasurement Loud = new("P1", new DateTime(2026, 3, 1, 23, 0, 0), 56.4m);

    /// <summary>A case a line, with a line feed alone.</summary>
    public static string Lines() => Findings() + FindingsRefused() + Value() + Settings() + SettingsRefused();

    /// <summary>A document of findings, written, read and written again.</summary>
    private static string Findings()
    {
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH")) { Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true) };
        var json = FindingsDocument.Of(new SiteBoundaryCheck(site).Judge(Loud).Take(1)).ToJson();
        if (!FindingsDocument.TryRead(Encoding.UTF8.GetBytes(json), "findings.json", out var read, out var errors)) return Line("findings", [.. errors.Select(static error => error.ToString())]);
        var finding = read!.Findings[0];
        return Line("findings", read.Overall.ToString(), Text(finding.Measured), Text(finding.Compared), Text(finding.Limit), finding.Unit, finding.Citation, read.ToJson() == json ? "same" : "changed");
    }

    private static string FindingsRefused()
    {
        FindingsDocument.TryRead("""{ "format": "greenbuild-findings", "version": 2, "findings": [] }"""u8, "findings.json", out _, out var errors);
        return Line("findings-refused", errors.Count.ToString(CultureInfo.InvariantCulture), errors[0].Field);
    }

    /// <summary>A value by its form, which is found at run time.</summary>
    private static string Value() => Line("value", JsonSerializer.Serialize(new CalendarDate(2026, 3, 1), GreenBuildJson.Options.GetTypeInfo(typeof(CalendarDate))));

    private static string Settings()
    {
        using var container = Container("CN-SH");
        var standards = container.GetRequiredService<GreenBuildStandards>();
        var site = new ConstructionSite(standards.Place) { Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true) };
        var finding = container.GetRequiredService<ISiteEvaluator<SiteBoundaryMeasurement>>().Judge(site, Loud)[0];
        return Line("settings", standards.Place.Code, standards.CheckOptions.EvidenceFloor.ToString(), finding.Verdict.ToString(), Text(finding.Limit));
    }

    private static string SettingsRefused()
    {
        using var container = Container("Shangahi");
        try
        {
            return Line("settings-refused", container.GetRequiredService<GreenBuildStandards>().Place.Code);
        }
        catch (OptionsValidationException refused)
        {
            return Line("settings-refused", [.. refused.Failures.Select(static failure => failure[..failure.IndexOf('.', StringComparison.Ordinal)])]);
        }
    }

    private static ServiceProvider Container(string place)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["GreenBuild:Place"] = place, ["GreenBuild:EvidenceFloor"] = "confirmed" }).Build();
        return new ServiceCollection().AddGreenBuildStandards(configuration.GetSection("GreenBuild")).BuildServiceProvider();
    }

    private static string Text(decimal? number) => number is { } known ? known.ToString(CultureInfo.InvariantCulture) : "none";

    private static string Line(string name, params string?[] cells) => name + "\t" + string.Join(' ', cells) + "\n";
}
