using System.Diagnostics;
using System.Globalization;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>What reading a limit costs a program that has just started.</summary>
internal static class ColdStart
{
    private const int Processes = 21;
    private static readonly string[] Names =
    [
        "first limit of the process: library loaded, its code translated, one edition read",
        "first limit of another edition: code translated, edition read",
        "limit of an edition that was read before",
    ];

    public static int Run()
    {
        var times = new List<double>[Names.Length];
        var bytes = new List<double>[Names.Length];
        for (var i = 0; i < Names.Length; i++) (times[i], bytes[i]) = ([], []);
        for (var process = 0; process < Processes; process++)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["cold", "once"]) { RedirectStandardOutput = true };
            using var once = Process.Start(start)!;
            var lines = once.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            once.WaitForExit();
            if (once.ExitCode != 0 || lines.Length != Names.Length) throw new InvalidOperationException("The process that was to be measured failed.");
            for (var i = 0; i < Names.Length; i++)
            {
                var part = lines[i].Split(' ');
                times[i].Add(double.Parse(part[0], CultureInfo.InvariantCulture));
                bytes[i].Add(double.Parse(part[1], CultureInfo.InvariantCulture));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"median µs",12} {"lowest",10} {"bytes",10}"));
        for (var i = 0; i < Names.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Median(times[i]),12:0.0} {times[i].Min(),10:0.0} {Median(bytes[i]),10:0}  {Names[i]}"));
        return 0;
    }

    /// <summary>What one process measures of itself.</summary>
    public static int Once()
    {
        // The clock and the counter are translated before they count.
        Measure(static () => 70m);
        (double Time, long Bytes)[] found =
        [
            Measure(static () => Limit("cn.gb-12523-2025.boundary-day")),
            Measure(static () => Limit("cn.gb-3095-2012.pm10-daily-class2")),
            Measure(static () => Limit("cn.gb-12523-2025.boundary-night")),
        ];
        foreach (var (time, bytes) in found) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time:0.0} {bytes}"));
        return 0;

        static decimal Limit(string key) => StandardsCatalogue.Default.Find(key)!.Value!.Value;
    }

    private static (double Microseconds, long Bytes) Measure(Func<decimal> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var value = read();
        var time = Stopwatch.GetElapsedTime(start);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return value > 0 ? (time.TotalMicroseconds, bytes) : throw new InvalidOperationException("A limit was expected.");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
