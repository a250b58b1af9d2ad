using System.Diagnostics;
using System.Text;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>From the start of the published <c>greenbuild</c> to the first byte that it writes, a limit being asked for.</summary>
internal static class ProgramStart
{
    public const string Publish = "dotnet publish src/GreenBuild.Standards.Tool -c Release -p:Native=true -o FOLDER, then --native FOLDER/greenbuild";
    private const double Most = 30;

    public static List<Row> Measure(Effort effort, string? native)
    {
        var row = new Row { Work = "greenbuild explain: start to first output, published AOT", Ours = "not published", Target = Row.Invariant($"at most {Most} ms"), Check = Publish };
        if (native is null) return [row];
        var times = new Times();
        for (var round = -3; round < effort.Rounds(21, 51); round++)
        {
            var time = Once(native);
            if (round >= 0) times.Add(time);
        }

        return
        [
            row with
            {
                Ours = Row.Invariant($"{times.Median:0.0} ms (lowest {times.Lowest:0.0})"), IsMet = times.Median <= Most,
                Check = $"{times.Count} processes; each names the limit of GB 12523-2025 at night, 55 dB(A)",
            },
        ];
    }

    private static double Once(string native)
    {
        var start = new ProcessStartInfo(native, ["explain", "cn.gb-12523-2025.boundary-night"]) { RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.BaseStream;
        var first = output.ReadByte();
        var time = watch.Elapsed.TotalMilliseconds;
        using var all = new MemoryStream();
        if (first >= 0) all.WriteByte((byte)first);
        output.CopyTo(all);
        process.WaitForExit();
        if (process.ExitCode != 0 || !Encoding.UTF8.GetString(all.ToArray()).Contains("55 dB(A)", StringComparison.Ordinal)) throw new InvalidOperationException($"{native} ended with {process.ExitCode} and did not name the limit.");
        return time;
    }
}
