using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>Some readings of one series in columns, in order of time: 20 bytes a reading, and 19 more where LAmax or the weather was recorded.</summary>
internal sealed class ReadingChunk
{
    public const int Capacity = 256;

    // Beside the status and the use of a reading in one byte.
    private const int MaximumAbove = 128;
    private const int OnlyMaximum = 64;

    private readonly long[] _ticks = new long[Capacity];
    private readonly short[] _offset = new short[Capacity];
    private readonly DecimalColumn _value = new(Capacity);
    private readonly byte[] _state = new byte[Capacity];
    private DecimalColumn? _maximum;
    private DecimalColumn? _wind;
    private byte[]? _precipitation;

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    public long First => _ticks[0];

    public long Last => _ticks[Count - 1];

    public long Bytes => (Capacity * 11L) + _value.Bytes + (_maximum?.Bytes ?? 0) + (_wind?.Bytes ?? 0) + (_precipitation?.Length ?? 0);

    public long TicksAt(int index) => _ticks[index];

    /// <summary>The first place at which a moment is not before another.</summary>
    public int LowerBound(long ticks)
    {
        // Readings come in order but for a few: the end is where most belong.
        if (Count == 0 || _ticks[Count - 1] < ticks) return Count;
        var found = Array.BinarySearch(_ticks, 0, Count, ticks);
        return found < 0 ? ~found : found;
    }

    public LoggedReading At(int index, SeriesKey key)
    {
        var state = _state[index];
        return new LoggedReading(
            new SiteReading(key, new DateTimeOffset(_ticks[index], TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(_offset[index])), _value[index]!.Value, (ReadingStatus)(state & 15))
            {
                Maximum = _maximum?[index], IsMaximumAboveRange = (state & MaximumAbove) != 0, IsOnlyMaximum = (state & OnlyMaximum) != 0, WindSpeed = _wind?[index], Precipitation = (_precipitation?[index] ?? 0) switch { 1 => false, 2 => true, _ => null },
            },
            (ReadingUse)((state & ~(MaximumAbove | OnlyMaximum)) >> 4));
    }

    public void Insert(int index, in SiteReading reading, ReadingUse use)
    {
        Move(index, index + 1, Count - index);
        Count++;
        Set(index, reading, use);
    }

    public void Set(int index, in SiteReading reading, ReadingUse use)
    {
        _ticks[index] = reading.Time.UtcTicks;
        _offset[index] = (short)(reading.Time.Offset.Ticks / TimeSpan.TicksPerMinute);
        _value[index] = reading.Value;
        _state[index] = (byte)((int)reading.Status | ((int)use << 4) | (reading.IsMaximumAboveRange ? MaximumAbove : 0) | (reading.IsOnlyMaximum ? OnlyMaximum : 0));
        if (reading.Maximum is not null || _maximum is not null) (_maximum ??= new(Capacity))[index] = reading.Maximum;
        if (reading.WindSpeed is not null || _wind is not null) (_wind ??= new(Capacity))[index] = reading.WindSpeed;
        if (reading.Precipitation is not null || _precipitation is not null) (_precipitation ??= new byte[Capacity])[index] = (byte)(reading.Precipitation switch { null => 0, false => 1, true => 2 });
    }

    /// <summary>Forgets the first readings.</summary>
    public void Drop(int count)
    {
        Move(count, 0, Count - count);
        Count -= count;
    }

    /// <summary>Gives the upper half away.</summary>
    public ReadingChunk Split(SeriesKey key)
    {
        var upper = new ReadingChunk();
        var half = Count / 2;
        for (var i = half; i < Count; i++)
        {
            var reading = At(i, key);
            upper.Insert(i - half, reading.Reading, reading.Use);
        }

        Count = half;
        return upper;
    }

    private void Move(int from, int to, int count)
    {
        Array.Copy(_ticks, from, _ticks, to, count);
        Array.Copy(_offset, from, _offset, to, count);
        Array.Copy(_state, from, _state, to, count);
        _value.Move(from, to, count);
        _maximum?.Move(from, to, count);
        _wind?.Move(from, to, count);
        if (_precipitation is not null) Array.Copy(_precipitation, from, _precipitation, to, count);
    }
}
