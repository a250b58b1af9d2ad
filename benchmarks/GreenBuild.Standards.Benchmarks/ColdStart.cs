using System.Diagnostics;
using System.Globalization;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>What reading a limit costs a program that has just started.</summary>
internal static class ColdStart
{
    private static readonly string[] Names =
    [
        "first limit of a process: library loaded, its code translated, one edition read",
        "first limit of another edition: code translated, edition read",
        "a limit of an edition that was read before, first call",
    ];

    public static List<Row> Measure(Effort effort)
    {
        var processes = effort.Rounds(11, 21);
        var times = Array.ConvertAll(Names, static _ => new List<double>());
        var bytes = Array.ConvertAll(Names, static _ => new List<double>());
        for (var process = 0; process < processes; process++)
        {
            var line = 0;
            OwnProcess.Run(["cold", "--once"], read =>
            {
                var part = read.Split(' ');
                times[line].Add(double.Parse(part[0], CultureInfo.InvariantCulture));
                bytes[line++].Add(double.Parse(part[1], CultureInfo.InvariantCulture));
            });
            if (line != Names.Length) throw new InvalidOperationException("The process that was to be measured failed.");
        }

        return Names.Select((name, i) => new Row
        {
            Work = name, Ours = Row.Invariant($"{Times.MedianOf(times[i]) / 1000:0.000} ms (lowest {times[i].Min() / 1000:0.000}), {Times.MedianOf(bytes[i]):N0} B"),
            Target = i == 1 ? "below 1 ms" : "–", IsMet = i == 1 ? Times.MedianOf(times[i]) < 1000 : null, Check = $"medians of {processes} processes; the limits are 70 dB(A), 150 µg/m3 and 55 dB(A)",
        }).ToList();
    }

    /// <summary>What one process measures of itself.</summary>
    public static void Once()
    {
        // The clock and the counter are translated before they count.
        Measure(static () => 70m, 70);
        (double Time, long Bytes)[] found =
        [
            Measure(static () => Limit("cn.gb-12523-2025.boundary-day"), 70),
            Measure(static () => Limit("cn.gb-3095-2012.pm10-daily-class2"), 150),
            Measure(static () => Limit("cn.gb-12523-2025.boundary-night"), 55),
        ];
        foreach (var (time, bytes) in found) Console.WriteLine(Row.Invariant($"{time:0.0} {bytes}"));

        static decimal Limit(string key) => StandardsCatalogue.Default.Find(key)!.Value!.Value;
    }

    private static (double Microseconds, long Bytes) Measure(Func<decimal> read, decimal expected)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var value = read();
        var time = Stopwatch.GetElapsedTime(start);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return value == expected ? (time.TotalMicroseconds, bytes) : throw new InvalidOperationException($"A limit of {expected} was expected, and is {value}.");
    }
}
