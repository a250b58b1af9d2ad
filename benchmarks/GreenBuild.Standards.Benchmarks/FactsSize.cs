using System.Globalization;
using System.IO.Compression;
using System.Reflection;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>What the facts add to the package: an assembly that holds nothing else, zipped as a package is.</summary>
internal static class FactsSize
{
    public static int Run()
    {
        var path = typeof(FactsSize).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "FactsAlone").Value!;
        var (assembly, documentation) = (Zipped(path + ".dll"), Zipped(path + ".xml"));
        // One assembly and its documentation for each of three frameworks, and the assembly once more beside the analyzers.
        var inPackage = (4 * assembly) + (3 * documentation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path + ".dll").Length,10:N0} B  the facts as an assembly"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{assembly,10:N0} B  the same, zipped"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documentation,10:N0} B  documentation of their constants, zipped"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{inPackage,10:N0} B  in the package (4 assemblies, 3 documentations)"));
        return inPackage < 2_000_000 ? 0 : 1;
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
