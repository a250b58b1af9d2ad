using GreenBuild.Standards.Monitoring.Batch;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>The values of a part of a table in columns, with its own numbers of the stations.</summary>
internal sealed class ReadingTablePart
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private string? _lastStation;
    private int _lastNumber;

    public List<string> Stations { get; } = [];

    public Dictionary<ReadingChannelKey, ChannelPart> Channels { get; } = [];

    public required InputErrorList Errors { get; init; }

    public bool IsRefused { get; private set; }

    public long RowCount { get; private set; }

    public long BadRowCount { get; private set; }

    public long ValueCount { get; private set; }

    public long MissingCount { get; private set; }

    /// <summary>Reads all that a reader has.</summary>
    public static ReadingTablePart Of(ReadingTableReader reader)
    {
        var part = new ReadingTablePart { Errors = reader.Errors };
        // A column of values is almost always of one channel.
        var byColumn = new List<ChannelPart?>();
        while (reader.Read(out var row))
        {
            while (byColumn.Count <= row.Column) byColumn.Add(null);
            var channel = byColumn[row.Column];
            if (channel is null || !channel.Holds(row)) byColumn[row.Column] = channel = part.ChannelOf(row);
            channel.Add(row.LocalTime.Ticks, part.NumberOf(row.Station), row is { IsUsable: true, Value: { } value } ? (double)value : double.NaN);
        }

        (part.IsRefused, part.RowCount, part.BadRowCount, part.ValueCount, part.MissingCount) = (reader.IsRefused, reader.RowCount, reader.BadRowCount, reader.ValueCount, reader.MissingCount);
        return part;
    }

    /// <summary>The numbers that its stations have among all.</summary>
    public int[] NumbersIn(Dictionary<string, int> all)
    {
        var numbers = new int[Stations.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = all[Stations[i]];
        return numbers;
    }

    private ChannelPart ChannelOf(in ReadingRow row)
    {
        var key = new ReadingChannelKey(row);
        if (!Channels.TryGetValue(key, out var channel)) Channels.Add(key, channel = new ChannelPart(key));
        return channel;
    }

    private int NumberOf(string station)
    {
        if (ReferenceEquals(station, _lastStation)) return _lastNumber;
        if (!_numbers.TryGetValue(station, out var number))
        {
            _numbers.Add(station, number = Stations.Count);
            Stations.Add(station);
        }

        (_lastStation, _lastNumber) = (station, number);
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
