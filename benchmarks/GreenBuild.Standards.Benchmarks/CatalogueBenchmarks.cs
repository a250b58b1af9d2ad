using BenchmarkDotNet.Attributes;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>What asking the catalogue costs once the program is warm.</summary>
[MemoryDiagnoser]
public class CatalogueBenchmarks
{
    private static readonly Jurisdiction Shanghai = Jurisdiction.Parse("CN-SH");
    private static readonly CalendarDate Day = new(2026, 7, 1);
    private static readonly Circumstances Night =
        Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true).With("period", "night");

    /// <summary>One limit by its key.</summary>
    [Benchmark(Baseline = true)]
    public decimal ByKey() => StandardsCatalogue.Default.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryNight)!.Value!.Value;

    /// <summary>The limit that governs in a place on a day.</summary>
    [Benchmark]
    public decimal Governing() => StandardsCatalogue.Default.Governing(Measurands.Noise.SiteBoundary, Shanghai, Day, Night).Requirement!.Value!.Value;

    /// <summary>All that is found by a word.</summary>
    [Benchmark]
    public int Search() => StandardsCatalogue.Default.Search("PM10").Count();
}
