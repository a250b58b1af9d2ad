using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Batch;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>All values of one quantity in a table, over periods of one length and in one unit, of all stations.</summary>
public sealed class ReadingTableChannel
{
    internal ReadingTableChannel(in ReadingChannelKey key, long[] times, int[] stations, double[] values, ReadingColumns? columns) =>
        (Key, Times, Stations, Values, Columns) = (key, times, stations, values, columns);

    /// <summary>The factor code of HJ 212 where the name of the quantity is known, else as the file writes it.</summary>
    public string Code => Key.Code;

    /// <summary>What the values are.</summary>
    public Hj212Statistic Statistic => Key.Statistic;

    /// <summary>The length of the periods; <see langword="null"/> if it is not known, and for values of a moment.</summary>
    public TimeSpan? Duration => Key.Duration;

    /// <summary>The unit; <see langword="null"/> if it is not known.</summary>
    public string? Unit => Key.Unit;

    /// <summary>The key of the measurand in the catalogue; <see langword="null"/> if there is none.</summary>
    public string? Measurand => Key.Measurand;

    /// <summary>Which particulate it is; <see langword="null"/> for everything else.</summary>
    public Particulate? Particulate => Key.Particulate;

    /// <summary>How many values there are, those that do not count included.</summary>
    public int Count => Values.Length;

    /// <summary>The local times in ticks, in the order of the rows.</summary>
    public ReadOnlyMemory<long> Times { get; }

    /// <summary>The stations of the values, by their place in <see cref="ReadingTableColumns.Stations"/>.</summary>
    public ReadOnlyMemory<int> Stations { get; }

    /// <summary>The values; not a number where one is missing or does not count.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>
    /// The values for <see cref="HistoryJudge"/>, whose points are <see cref="ReadingTableColumns.Stations"/>; not a number where one does not count. <see langword="null"/> if the length of the periods is not
    /// known. Its errors name the points whose times are not strictly ascending, as where a reading came twice: <see cref="Hj212Series"/> takes those.
    /// </summary>
    public ReadingColumns? Columns { get; }

    internal ReadingChannelKey Key { get; }
}

/// <summary>What values of one channel have in common.</summary>
internal readonly record struct ReadingChannelKey(string Code, Hj212Statistic Statistic, TimeSpan? Duration, string? Unit, string? Measurand, Particulate? Particulate) : IComparable<ReadingChannelKey>
{
    public ReadingChannelKey(in ReadingRow row)
        : this(row.Code, row.Statistic, row.Duration, row.Unit, row.Measurand, row.Particulate)
    {
    }

    public int CompareTo(ReadingChannelKey other)
    {
        var order = string.CompareOrdinal(Code, other.Code);
        if (order == 0) order = Statistic.CompareTo(other.Statistic);
        if (order == 0) order = Nullable.Compare(Duration, other.Duration);
        if (order == 0) order = string.CompareOrdinal(Unit, other.Unit);
        return order == 0 ? string.CompareOrdinal(Measurand, other.Measurand) : order;
    }
}
