using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>Whether a reading of a log is used, beside what its own status says.</summary>
public enum ReadingUse
{
    /// <summary>It is used as its status says. This is the value of <c>default</c>.</summary>
    Used = 0,

    /// <summary>Readings that count say different values of its moment: none of them is used.</summary>
    Contradicted = 1,

    /// <summary>Its local time is not after that of the reading before it, and that is not the end of summer time: it is not used.</summary>
    SetBack = 2,
}

/// <summary>A reading of a log, and whether it is used.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Use">Whether it is used.</param>
public readonly record struct LoggedReading(SiteReading Reading, ReadingUse Use)
{
    // By reference: almost no reading has one, and it would be as large again.
    private readonly Other? _highest;

    /// <summary>Of readings that contradict each other the highest, where <see cref="Reading"/> is the lowest; else <see langword="null"/>.</summary>
    public SiteReading? Highest
    {
        get => _highest?.Reading;
        init => _highest = value is { } reading ? new Other(reading) : null;
    }

    /// <summary>The same where one of readings that contradict each other counts.</summary>
    internal LoggedReading Counting(bool isHighest) =>
        Use != ReadingUse.Contradicted ? this : new(isHighest && Highest is { } highest ? highest with { Time = Reading.Time } : Reading, ReadingUse.Used);

    /// <summary>Its status, which is a fault where it is not used.</summary>
    public ReadingStatus Status => Use == ReadingUse.Used ? Reading.Status : ReadingStatus.Fault;

    private sealed record Other(SiteReading Reading);
}

/// <summary>A time of a series without readings.</summary>
/// <param name="From">Where the reading before it ends.</param>
/// <param name="To">Where the reading after it begins.</param>
public readonly record struct ReadingGap(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>How long it is.</summary>
    public TimeSpan Length => To - From;
}

/// <summary>What became of a reading that was added to a log.</summary>
public enum LogEntry
{
    /// <summary>It is the first of its moment. This is the value of <c>default</c>.</summary>
    Added = 0,

    /// <summary>There was one of its moment, and it adds nothing: it says the same, or one of the two does not count, or they were contradicted before.</summary>
    Repeated = 1,

    /// <summary>There was one of its moment that counts and says another value: from now on neither is used.</summary>
    Contradicted = 2,
}

/// <summary>The readings of one series in columns, in the order of their moments, in whatever order they came.</summary>
/// <remarks>
/// Values are kept exactly. A reading takes 20 bytes, 39 where LAmax and the weather were recorded; a day of minutes about 30 kB. Chunks of 256 are filled one after the other:
/// nothing is copied as the log grows. Of readings that came out of order a chunk moves by at most 256 places.
/// Whichever of several readings of one moment comes first, the log is the same. Use one instance by one thread at a time.
/// </remarks>
public sealed class SeriesLog
{
    private readonly List<ReadingChunk> _chunks = [];

    // Of moments that are contradicted; there are few.
    private SeriesLog? _highest;

    /// <summary>Creates a log.</summary>
    /// <param name="key">Which series it is.</param>
    public SeriesLog(SeriesKey key) => Key = key;

    /// <summary>Which series it is.</summary>
    public SeriesKey Key { get; }

    /// <summary>The readings in order of their moments.</summary>
    public IEnumerable<LoggedReading> Readings => Between(long.MinValue, long.MaxValue);

    /// <summary>How many moments have a reading.</summary>
    public int Count { get; private set; }

    /// <summary>How many readings were added.</summary>
    public long ReceivedCount { get; internal set; }

    /// <summary>How many readings came for a moment that had one already, with the same value or another.</summary>
    public long RepeatedCount { get; internal set; }

    /// <summary>How many moments have readings that count and say different values.</summary>
    public long ContradictedCount { get; internal set; }

    /// <summary>How many readings came after one of a later moment.</summary>
    public long OutOfOrderCount { get; internal set; }

    /// <summary>How far the latest of them came behind the newest moment of its time; nothing if all came in order. A ledger whose allowed lateness is no less loses none.</summary>
    public TimeSpan GreatestLateness { get; internal set; }

    /// <summary>The latest moment that has come; <see langword="null"/> before the first reading.</summary>
    public DateTimeOffset? Newest { get; internal set; }

    /// <summary>The memory of the columns in bytes.</summary>
    public long Bytes => _chunks.Sum(static chunk => chunk.Bytes) + (_highest?.Bytes ?? 0);

    /// <summary>Adds a reading, wherever its moment lies.</summary>
    /// <exception cref="ArgumentException">It belongs to another series.</exception>
    public LogEntry Append(in SiteReading reading)
    {
        if (reading.Series != Key) throw new ArgumentException($"The reading belongs to {reading.Series}, not to {Key}.", nameof(reading));
        ReceivedCount++;
        if (Newest is { } newest && reading.Time <= newest)
        {
            if (reading.Time < newest) OutOfOrderCount++;
            if (newest - reading.Time > GreatestLateness) GreatestLateness = newest - reading.Time;
        }
        else
        {
            Newest = reading.Time;
        }

        var ticks = reading.Time.UtcTicks;
        var at = ChunkFor(ticks);
        if (at < 0)
        {
            at = _chunks.Count;
            _chunks.Add(new ReadingChunk());
        }

        var index = _chunks[at].LowerBound(ticks);
        if (index < _chunks[at].Count && _chunks[at].TicksAt(index) == ticks) return Again(_chunks[at], index, reading);
        if (_chunks[at].IsFull)
        {
            // At the end the next chunk begins; in between the chunk gives half of its readings away.
            _chunks.Insert(at + 1, index == ReadingChunk.Capacity ? new ReadingChunk() : _chunks[at].Split(Key));
            if (index > _chunks[at].Count || _chunks[at].IsFull) (index, at) = (index - _chunks[at].Count, at + 1);
        }

        _chunks[at].Insert(index, reading, ReadingUse.Used);
        Count++;
        return LogEntry.Added;
    }

    /// <summary>The times without readings between the first and the last.</summary>
    /// <remarks>What <see cref="MonitorSeries.IsGap"/> says is none is left out. Readings that do not count are there.</remarks>
    public IEnumerable<ReadingGap> Gaps()
    {
        DateTimeOffset? last = null;
        foreach (var (reading, _) in Readings)
        {
            if (last is { } before && MonitorSeries.IsGap(reading.Time - before, Key.Duration)) yield return new ReadingGap(before + Key.Duration, reading.Time);
            last = reading.Time;
        }
    }

    /// <summary>The readings from one moment on and before another, in UTC ticks.</summary>
    internal IEnumerable<LoggedReading> Between(long from, long to)
    {
        for (var at = Math.Max(0, ChunkFor(from)); at < _chunks.Count; at++)
        {
            var chunk = _chunks[at];
            for (var i = chunk.LowerBound(from); i < chunk.Count; i++)
            {
                if (chunk.TicksAt(i) >= to) yield break;
                var logged = chunk.At(i, Key);
                yield return logged.Use == ReadingUse.Contradicted ? logged with { Highest = _highest?.Find(chunk.TicksAt(i)) } : logged;
            }
        }
    }

    /// <summary>Says that a reading is not used.</summary>
    internal void SetAside(in SiteReading reading, ReadingUse use)
    {
        var chunk = _chunks[ChunkFor(reading.Time.UtcTicks)];
        chunk.Set(chunk.LowerBound(reading.Time.UtcTicks), reading, use);
    }

    /// <summary>Keeps the highest of readings that contradict each other.</summary>
    internal void KeepHighest(in SiteReading reading)
    {
        _highest ??= new SeriesLog(Key);
        if (_highest.Find(reading.Time.UtcTicks) is not { } known) _highest.Append(reading);
        else if (SiteReading.Compare(known, reading) < 0) _highest.SetAside(reading, ReadingUse.Used);
    }

    private SiteReading? Find(long ticks)
    {
        foreach (var (reading, _) in Between(ticks, ticks + 1)) return reading;
        return null;
    }

    /// <summary>Forgets the readings before a moment, in UTC ticks; what they were counted as stays.</summary>
    internal void DropBefore(long ticks)
    {
        _highest?.DropBefore(ticks);
        var whole = 0;
        while (whole < _chunks.Count && _chunks[whole].Last < ticks) Count -= _chunks[whole++].Count;
        _chunks.RemoveRange(0, whole);
        if (_chunks.Count == 0 || _chunks[0].First >= ticks) return;
        var some = _chunks[0].LowerBound(ticks);
        Count -= some;
        _chunks[0].Drop(some);
    }

    private LogEntry Again(ReadingChunk chunk, int index, in SiteReading reading)
    {
        RepeatedCount++;
        var (before, use) = chunk.At(index, Key);
        var same = before.SaysTheSame(reading);
        if (same || (before.Status == ReadingStatus.Valid) != (reading.Status == ReadingStatus.Valid) || before.Status != ReadingStatus.Valid)
        {
            // One that counts stands, whichever came first: a packet that came damaged is often sent again.
            if (use == ReadingUse.Used && SiteReading.Compare(reading, before) < 0) chunk.Set(index, reading, use);
            return LogEntry.Repeated;
        }

        if (use != ReadingUse.Contradicted) KeepHighest(before);
        KeepHighest(reading);
        chunk.Set(index, SiteReading.Compare(reading, before) < 0 ? reading : before, ReadingUse.Contradicted);
        if (use == ReadingUse.Contradicted) return LogEntry.Repeated;
        ContradictedCount++;
        return LogEntry.Contradicted;
    }

    /// <summary>The last chunk that does not begin after a moment, or the first; −1 if there is none.</summary>
    private int ChunkFor(long ticks)
    {
        var (low, high) = (0, _chunks.Count - 1);
        if (high <= 0 || _chunks[high].First <= ticks) return high;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_chunks[middle].First <= ticks) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
