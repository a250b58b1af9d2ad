using System.Buffers;
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
    private const int FirstChunk = 1024;
    private const int LongestChunk = 64 * 1024;

    // Chunks that are full stay where they are, and come from the pool: growing by copying, and memory that the system has to bring up each time, took more than half of the time of reading.
    private readonly List<Chunk> _full = [];
    private Chunk _chunk = new(FirstChunk);
    private int _at;

    public int Count => _full.Sum(static chunk => chunk.Length) + _at;

    public bool Holds(in ReadingRow row) => key == new ReadingChannelKey(row);

    public void Add(long time, int station, double value)
    {
        if (_at == _chunk.Length)
        {
            _full.Add(_chunk);
            (_chunk, _at) = (new Chunk(Math.Min(16 * _at, LongestChunk)), 0);
        }

        (_chunk.Times[_at], _chunk.Stations[_at], _chunk.Values[_at]) = (time, station, value);
        _at++;
    }

    /// <summary>Moves all values to their places in the columns of the whole table, once: nothing is left here.</summary>
    public void MoveTo(long[] times, int[] points, double[] values, int at, int[] numbers)
    {
        foreach (var chunk in _full)
        {
            chunk.MoveTo(times, points, values, at, chunk.Length, numbers);
            at += chunk.Length;
        }

        _chunk.MoveTo(times, points, values, at, _at, numbers);
    }

    // The pool may give longer arrays than were asked for.
    private sealed class Chunk(int length)
    {
        public readonly int Length = length;
        public readonly long[] Times = ArrayPool<long>.Shared.Rent(length);
        public readonly int[] Stations = ArrayPool<int>.Shared.Rent(length);
        public readonly double[] Values = ArrayPool<double>.Shared.Rent(length);

        public void MoveTo(long[] times, int[] points, double[] values, int at, int count, int[] numbers)
        {
            Array.Copy(Times, 0, times, at, count);
            Array.Copy(Values, 0, values, at, count);
            for (var i = 0; i < count; i++) points[at + i] = numbers[Stations[i]];
            ArrayPool<long>.Shared.Return(Times);
            ArrayPool<int>.Shared.Return(Stations);
            ArrayPool<double>.Shared.Return(Values);
        }
    }
}
