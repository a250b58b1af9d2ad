using System.Diagnostics;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>Works that are measured in turn in one process: some rounds to warm up, then those that count, and in every round the same answer.</summary>
internal static class Turns
{
    /// <summary>Measures each work once a round, every second round in the other order.</summary>
    /// <param name="warmUps">The rounds before those that count.</param>
    /// <param name="rounds">The rounds that count.</param>
    /// <param name="pause">How long nothing is done before each work: what one leaves to be cleared away is not for the next to wait for.</param>
    /// <param name="difference">What is wrong with the answers of a round, in the order of the works; <see langword="null"/> if they are the same. A difference ends the run.</param>
    /// <param name="works">The works; the first is ours.</param>
    public static IReadOnlyList<Times> Measure<T>(int warmUps, int rounds, TimeSpan pause, Func<T[], string?> difference, params Func<T>[] works)
    {
        var times = Array.ConvertAll(works, static _ => new Times());
        var answers = new T[works.Length];
        for (var round = -warmUps; round < rounds; round++)
        {
            // Methods are translated anew in the background while they are warm; then what was measured counts no longer.
            if (round == 0) Thread.Sleep(1000);
            for (var turn = 0; turn < works.Length; turn++)
            {
                var which = round % 2 == 0 ? turn : works.Length - 1 - turn;
                if (pause > TimeSpan.Zero) Thread.Sleep(pause);
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                answers[which] = works[which]();
                var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                times[which].Bytes = GC.GetAllocatedBytesForCurrentThread() - before;
                if (round >= 0) times[which].Add(time);
            }

            if (difference(answers) is { } wrong) throw new InvalidOperationException("The answers of one round differ: " + wrong);
        }

        return times;
    }

    /// <summary>Measures one work by itself.</summary>
    public static Times Alone<T>(int warmUps, int rounds, Func<T> work) => Measure(warmUps, rounds, TimeSpan.Zero, static _ => null, work)[0];
}

/// <summary>The times of one work in ms, a round each.</summary>
internal sealed class Times
{
    private readonly List<double> _all = [];

    /// <summary>What the last round allocated on the thread that called.</summary>
    public long Bytes { get; set; }

    public int Count => _all.Count;

    public double Median => MedianOf(_all);

    public double Lowest => _all.Min();

    public void Add(double milliseconds) => _all.Add(milliseconds);

    /// <summary>The median of the ratios of single rounds: what slows a whole round down falls out of it.</summary>
    public double RatioTo(Times other) => MedianOf(_all.Zip(other._all, static (own, others) => own / others));

    public static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
