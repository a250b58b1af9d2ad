using System.IO.Compression;
using System.Reflection;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>What the facts add to the package: an assembly that holds nothing else, zipped as a package is.</summary>
internal static class FactsSize
{
    public static List<Row> Measure()
    {
        var path = typeof(FactsSize).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "FactsAlone").Value!;
        var (assembly, documentation) = (Zipped(path + ".dll"), Zipped(path + ".xml"));
        // One assembly and its documentation for each of three frameworks, and the assembly once more beside the analyzers.
        var inPackage = (4 * assembly) + (3 * documentation);
        return
        [
            new()
            {
                Work = "what the facts add to the package, zipped", Ours = Row.Invariant($"{inPackage / 1e6:0.00} MB"), Target = "below 2 MB", IsMet = inPackage < 2_000_000,
                Check = Row.Invariant($"4 assemblies of {new FileInfo(path + ".dll").Length:N0} B, {assembly:N0} B zipped; 3 documentations of {documentation:N0} B zipped"),
            },
        ];
    }

    private static long Zipped(string path)
    {
        using var zipped = new MemoryStream();
        using (var deflate = new DeflateStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        using (var file = File.OpenRead(path))
            file.CopyTo(deflate);
        return zipped.Length;
    }
}
