using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>The rows of all parts as one table, each part measured in a process of its own: histories want fresh memory, and what one part had translated is not for the next.</summary>
internal static class Table
{
    public static int Print(IReadOnlyList<string> parts, Effort effort, string? native, string? output)
    {
        var rows = new List<Row>();
        var busy = new List<string>();
        var all = Stopwatch.StartNew();
        foreach (var part in parts)
        {
            var file = Path.GetTempFileName();
            try
            {
                List<string> arguments = [part, "--rows", file];
                if (effort.IsLong) arguments.Add("--long");
                if (part == "start" && native is not null) arguments.AddRange(["--native", native]);
                Console.Error.WriteLine("== " + part);
                var watch = Stopwatch.StartNew();
                var before = OthersBusy();
                OwnProcess.Run(arguments, Console.Error.WriteLine);
                busy.Add(Row.Invariant($"{part} {watch.Elapsed.TotalSeconds:0} s") + (OthersBusy() - before is { } others ? Row.Invariant($" ({Math.Max(0, others / watch.Elapsed.TotalSeconds):0.0})") : ""));
                rows.AddRange(JsonSerializer.Deserialize<List<Row>>(File.ReadAllText(file))!);
            }
            finally
            {
                File.Delete(file);
            }
        }

        var text = new StringBuilder();
        text.Append(Row.Table(rows)).Append(Row.Invariant($"\n{DateTime.Now:yyyy-MM-dd}, .NET {Environment.Version}, {Environment.ProcessorCount} processors, {(effort.IsLong ? "the rounds of --long" : "few rounds")}, {all.Elapsed.TotalMinutes:0.0} minutes. "));
        text.Append("Seconds of each part, in brackets the processors that others kept busy meanwhile: ").AppendJoin(", ", busy).Append(".\n");
        Console.Write(text);
        if (output is not null) File.WriteAllText(output, text.ToString());
        return rows.Exists(static row => row.IsMet == false) ? 1 : 0;
    }

    /// <summary>How many seconds of processors all other programs have used so far; <see langword="null"/> where the system does not say.</summary>
    private static double? OthersBusy()
    {
        if (!File.Exists("/proc/stat")) return null;
        // user nice system idle iowait irq softirq steal: idle and waiting is nobody's work.
        var machine = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(Number).ToList();
        // After the name in brackets: own user and system time are the 12th and 13th field, those of children that have ended the next two.
        var own = File.ReadAllText("/proc/self/stat");
        var mine = own[(own.LastIndexOf(')') + 2)..].Split(' ').Skip(11).Take(4).Sum(Number);
        const double perSecond = 100;
        return (machine.Sum() - machine[3] - machine[4] - mine) / perSecond;

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }
}
