using GreenBuild.Standards.Monitoring.Batch;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>The values of a part of a table in columns, with its own numbers of the stations.</summary>
internal sealed class ReadingTablePart
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly string?[] _lastStations = new string?[TextCache.Slots];
    private readonly int[] _lastNumbers = new int[TextCache.Slots];
    private readonly List<ChannelPart?> _byColumn = [];

    public List<string> Stations { get; } = [];

    /// <summary>The channels; one without values is there as well.</summary>
    public Dictionary<ReadingChannelKey, ChannelPart> Channels { get; } = [];

    public required InputErrorList Errors { get; init; }

    public bool IsRefused { get; private set; }

    /// <summary>As <see cref="ReadingTableReader.Midnights"/>.</summary>
    public (bool TwentyFour, bool Midnight) Midnights { get; private set; }

    public long RowCount { get; private set; }

    public long BadRowCount { get; private set; }

    public long ValueCount { get; private set; }

    public long MissingCount { get; private set; }

    /// <summary>Reads all that a reader has.</summary>
    public static ReadingTablePart Of(ReadingTableReader reader)
    {
        var part = new ReadingTablePart { Errors = reader.Errors };
        reader.ReadInto(part);
        (part.IsRefused, part.RowCount, part.BadRowCount, part.ValueCount, part.MissingCount) = (reader.IsRefused, reader.RowCount, reader.BadRowCount, reader.ValueCount, reader.MissingCount);
        part.Midnights = reader.Midnights;
        return part;
    }

    /// <summary>The numbers that its stations have among all.</summary>
    public int[] NumbersIn(Dictionary<string, int> all)
    {
        var numbers = new int[Stations.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = all[Stations[i]];
        return numbers;
    }

    public void Add(in ReadingRow row)
    {
        // A column of values is almost always of one channel.
        while (_byColumn.Count <= row.Column) _byColumn.Add(null);
        var channel = _byColumn[row.Column];
        if (channel is null || !channel.Holds(row)) _byColumn[row.Column] = channel = ChannelOf(new(row));
        channel.Add(row.LocalTime.Ticks, NumberOf(row.Station, 0), ValueOf(row));
    }

    // As everywhere in columns: not a number where nothing counts, and beyond all numbers what was above the range of the instrument.
    private static double ValueOf(in ReadingRow row) =>
        row is { IsUsable: true, Value: { } value } ? (double)value : row.Status == ReadingStatus.OutOfRange ? double.PositiveInfinity : double.NaN;

    public ChannelPart ChannelOf(in ReadingChannelKey key)
    {
        if (!Channels.TryGetValue(key, out var channel)) Channels.Add(key, channel = new ChannelPart(key));
        return channel;
    }

    /// <summary>The number of a station, which may have a place of its own where it is looked for first.</summary>
    public int NumberOf(string station, int place)
    {
        if (ReferenceEquals(station, _lastStations[place])) return _lastNumbers[place];
        if (!_numbers.TryGetValue(station, out var number))
        {
            _numbers.Add(station, number = Stations.Count);
            Stations.Add(station);
        }

        (_lastStations[place], _lastNumbers[place]) = (station, number);
        return number;
    }
}

/// <summary>The values of one channel in a part of a table.</summary>
internal sealed class ChannelPart(ReadingChannelKey key)
{
    private long[] _times = new long[1024];
    private int[] _stations = new int[1024];
    private double[] _values = new double[1024];

    public int Count { get; private set; }

    public bool Holds(in ReadingRow row) => key == new ReadingChannelKey(row);

    public void Add(long time, int station, double value)
    {
        if (Count == _times.Length)
        {
            Array.Resize(ref _times, 2 * Count);
            Array.Resize(ref _stations, 2 * Count);
            Array.Resize(ref _values, 2 * Count);
        }

        (_times[Count], _stations[Count], _values[Count]) = (time, station, value);
        Count++;
    }

    public void CopyTo(long[] times, int[] points, double[] values, int at, int[] numbers)
    {
        Array.Copy(_times, 0, times, at, Count);
        Array.Copy(_values, 0, values, at, Count);
        for (var i = 0; i < Count; i++) points[at + i] = numbers[_stations[i]];
    }
}
