using GreenBuild.Standards.Noise;
using Microsoft.Extensions.DependencyInjection;

namespace GreenBuild.Standards.DependencyInjection.Tests;

public sealed class OverlayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("greenbuild-di-").FullName;

    // The house rule of the sample: 50 dB(A) at night in Shanghai, from 2026 on.
    private static string House => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "house.greenbuild-overlay.json"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void FileInTheConfiguration_IsLoaded()
    {
        File.WriteAllText(Path.Combine(_folder, "house.json"), House);
        using var container = Build.Container(services => services.AddGreenBuildStandards(Build.Section(("Place", "CN-SH"), ("OverlayFolder", _folder), ("Overlays:0", "house.json"))));

        AssertTightened(container, "house.json");
    }

    [Fact]
    public void SingleFile_NeedsNoList()
    {
        var path = Path.Combine(_folder, "house.json");
        File.WriteAllText(path, House);
        using var container = Build.Container(services => services.AddGreenBuildStandards(Build.Section(("Place", "CN-SH"), ("Overlays", path))));

        AssertTightened(container, path);
    }

    [Fact]
    public void TextFromCode_IsLoaded()
    {
        using var container = Build.Container(static services => services.AddGreenBuildStandards(static options =>
        {
            options.Place = Jurisdiction.Parse("CN-SH");
            options.Overlays.Add(StandardsOverlay.FromText("house", House));
        }));

        AssertTightened(container, "house");
    }

    /// <summary>Without a folder, a file stands beside the application, as the one of the sample does beside these tests.</summary>
    [Fact]
    public void FileFromCode_CountsFromTheApplication()
    {
        using var container = Build.Container(static services => services.AddGreenBuildStandards(static options =>
        {
            options.Place = Jurisdiction.Parse("CN-SH");
            options.Overlays.Add(StandardsOverlay.FromFile("house.greenbuild-overlay.json"));
        }));

        AssertTightened(container, "house.greenbuild-overlay.json");
    }

    /// <summary>The second tightens the first: 48 governs.</summary>
    [Fact]
    public void SeveralOverlays_AreLoadedInOrder()
    {
        var stricter = House.Replace("cn-sh.house-noise-2026", "cn-sh.quiet-noise-2026", StringComparison.Ordinal).Replace("House rule on noise", "Quiet rule on noise", StringComparison.Ordinal)
            .Replace("\"value\": 50", "\"value\": 48", StringComparison.Ordinal);
        using var container = Build.Container(services => services.AddGreenBuildStandards(options =>
        {
            options.Place = Jurisdiction.Parse("CN-SH");
            options.Overlays.Add(StandardsOverlay.FromText("house", House));
            options.Overlays.Add(StandardsOverlay.FromText("quiet", stricter));
        }));

        var catalogue = container.GetRequiredService<GreenBuildStandards>().Catalogue;

        Assert.Equal(["house", "quiet"], catalogue.Editions.Where(static edition => edition.Overlay is not null).Select(static edition => edition.Overlay));
        var governing = catalogue.Governing(
            Measurands.Noise.SiteBoundary, Jurisdiction.Parse("CN-SH"), new CalendarDate(2026, 6, 1), Sites.In("CN-SH").Circumstances.With("period", "night"));
        Assert.Equal(48, governing.Requirement?.Value);
    }

    /// <summary>An application and a module of it, neither of which knows of the other.</summary>
    [Fact]
    public void RegisteredTwice_IsLoadedOnce()
    {
        File.WriteAllText(Path.Combine(_folder, "house.json"), House);
        var section = Build.Section(("Place", "CN-SH"), ("OverlayFolder", _folder), ("Overlays:0", "house.json"));
        using var configured = Build.Container(services => services.AddGreenBuildStandards(section).AddGreenBuildStandards(section));
        using var coded = Build.Container(services => services.AddGreenBuildStandards(FromCode).AddGreenBuildStandards(FromCode));

        AssertTightened(configured, "house.json");
        AssertTightened(coded, "house");

        static void FromCode(GreenBuildStandardsOptions options)
        {
            options.Place = Jurisdiction.Parse("CN-SH");
            options.Overlays.Add(StandardsOverlay.FromText("house", House));
        }
    }

    [Fact]
    public void RegisteredTwice_MistakesAreSaidOnce()
    {
        var section = Build.Section(("Place", "CN-XX"), ("OverlayFolder", _folder), ("Overlays:0", "nowhere.json"));

        Assert.Equal(2, Build.FailuresOf(services => services.AddGreenBuildStandards(section).AddGreenBuildStandards(section)).Count);
    }

    /// <summary>Two files that hold one edition are a mistake as before.</summary>
    [Fact]
    public void EditionInTwoFiles_IsNamed()
    {
        File.WriteAllText(Path.Combine(_folder, "house.json"), House);
        File.WriteAllText(Path.Combine(_folder, "copy.json"), House);

        Assert.NotEmpty(Build.FailuresOf(("Place", "CN-SH"), ("OverlayFolder", _folder), ("Overlays:0", "house.json"), ("Overlays:1", "copy.json")));
    }

    [Fact]
    public void MissingFile_IsNamedWithItsPathInTheConfiguration() => Assert.Equal(
        "GreenBuild:Overlays:0: nowhere.json: The file cannot be read. / 文件无法读取。",
        Assert.Single(Build.FailuresOf(("Place", "CN-SH"), ("OverlayFolder", _folder), ("Overlays:0", "nowhere.json"))));

    /// <summary>The value stands in line 23 of the file: 56 is looser than the 55 of GB 12523-2025 at night.</summary>
    [Fact]
    public void OverlayThatLoosens_IsNamedWithFileAndLine()
    {
        var text = House.Replace("\"value\": 50", "\"value\": 56", StringComparison.Ordinal);
        var line = text.Split('\n').Index().Single(static one => one.Item.Contains("\"value\"", StringComparison.Ordinal)).Index + 1;
        File.WriteAllText(Path.Combine(_folder, "loose.json"), text);

        var failure = Assert.Single(Build.FailuresOf(("Place", "CN-SH"), ("OverlayFolder", _folder), ("Overlays:0", "loose.json")));

        Assert.Equal(23, line);
        Assert.StartsWith("GreenBuild:Overlays:0: loose.json:23: ", failure, StringComparison.Ordinal);
        Assert.Contains("is looser than the mandatory ≤ 55 dB(A) of GB 12523-2025 Table 1", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void OverlayThatIsNoJson_IsNamedWithFileAndLine()
    {
        File.WriteAllText(Path.Combine(_folder, "broken.json"), "{\n  \"key\": \n");

        Assert.Matches("^GreenBuild:Overlays:0: broken\\.json:[23]: ", Build.FailuresOf(("Place", "CN-SH"), ("OverlayFolder", _folder), ("Overlays:0", "broken.json"))[0]);
    }

    [Fact]
    public void OverlayInAnotherEncoding_IsNamed()
    {
        // 国 in GBK: no UTF-8.
        File.WriteAllBytes(Path.Combine(_folder, "gbk.json"), [0x7B, 0xB9, 0xFA, 0x7D]);

        Assert.StartsWith(
            "GreenBuild:Overlays:0: gbk.json: The file is not in UTF-8;", Assert.Single(Build.FailuresOf(("Place", "CN-SH"), ("OverlayFolder", _folder), ("Overlays:0", "gbk.json"))), StringComparison.Ordinal);
    }

    [Fact]
    public void OverlayFromCode_IsNamedWithItsOption() => Assert.StartsWith(
        "Overlays: house:1: ", Build.FailuresOf(static services => services.AddGreenBuildStandards(static options =>
        {
            options.Place = Jurisdiction.China;
            options.Overlays.Add(StandardsOverlay.FromText("house", "[]"));
        }))[0], StringComparison.Ordinal);

    /// <summary>52 dB(A) at night keeps 55 (GB 12523-2025, Table 1) and breaks the 50 of the house.</summary>
    private static void AssertTightened(ServiceProvider container, string overlay)
    {
        var evaluator = container.GetRequiredService<ISiteEvaluator<SiteBoundaryMeasurement>>();
        var measured = new SiteBoundaryMeasurement("P1", new DateTime(2026, 3, 2, 23, 0, 0), 52);

        var finding = evaluator.Judge(Sites.In("CN-SH"), measured)[0];

        Assert.Equal((Verdict.NonCompliant, (decimal?)50, overlay), (finding.Verdict, finding.Limit, finding.Edition!.Overlay));
        Assert.Equal(Verdict.Compliant, evaluator.Judge(Sites.In("CN-BJ"), measured)[0].Verdict);
    }
}
