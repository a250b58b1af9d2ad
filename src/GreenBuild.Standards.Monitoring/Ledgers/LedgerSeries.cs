using System.Globalization;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>One series of a ledger: what came and is not judged for good, and how far its time has gone.</summary>
/// <remarks>
/// The watermark is the newest moment less the lateness allowed. What lies before it is fed to the engine in order of time, what comes from before it is late: so the engine
/// sees the same readings in the same order, however they came.
/// </remarks>
internal abstract class LedgerSeries(SeriesKey key)
{
    /// <summary>More than a day of seconds, twice: what sends more is no monitor.</summary>
    public const int MostReadings = 200_000;

    // In the offset of the reading that was fed last, since an hour may be repeated behind it.
    private TimeSpan? _fedOffset;

    public SeriesLog Log { get; } = new(key);

    /// <summary>In UTC ticks.</summary>
    public long Watermark { get; private set; } = long.MinValue;

    /// <summary>The local moment before which all is judged for good.</summary>
    public DateTime ClosedTo { get; protected set; }

    public TimeSpan? FedOffset => _fedOffset;

    /// <summary>What was counted beside what the log counts.</summary>
    protected SeriesCounts Counted { get; set; } = new();

    public SeriesCounts Counts =>
        Counted with { Received = Log.ReceivedCount + Counted.Received, Repeated = Log.RepeatedCount, Contradicted = Log.ContradictedCount, OutOfOrder = Log.OutOfOrderCount };

    public void Append(in SiteReading reading, TimeSpan lateness, LedgerStep step)
    {
        if (reading.Time.UtcTicks < Watermark)
        {
            Counted = Counted with { Received = Counted.Received + 1, Late = Counted.Late + 1 };
            var behind = new DateTimeOffset(Watermark, TimeSpan.Zero) - reading.Time + lateness;
            step.Add(LedgerFault.Late, reading, new($"It came {Said(behind)} behind, later than the {Said(lateness)} allowed: late, not counted.", $"迟到 {Said(behind)}，超过允许的 {Said(lateness)}：迟到，不计入。"));
            return;
        }

        if (Log.Count >= MostReadings)
        {
            Refuse();
            step.Add(LedgerFault.TooMany, reading, new($"The series has {MostReadings} readings that are not judged yet: not counted.", $"该序列尚未评价的读数已达 {MostReadings} 条：不计入。"));
            return;
        }

        if (Log.Append(reading) == LogEntry.Contradicted)
            step.Add(LedgerFault.Contradicted, reading, new("Another reading says another value of the same moment: neither is counted.", "同一时刻另有数值不同的读数：均不计入。"));
        MoveTo(reading.Time.UtcTicks - lateness.Ticks, reading.Time.Offset, step);
    }

    /// <summary>Moves the watermark on, feeds what lies before it, and closes what is over.</summary>
    public void MoveTo(long watermark, TimeSpan offset, LedgerStep step)
    {
        if (watermark <= Watermark) return;
        var from = Watermark;
        // Before the engine is asked: what it completes may be dropped.
        Watermark = watermark;
        foreach (var logged in Log.Between(from, watermark)) Offer(logged, step);
        var local = LocalOf(watermark, offset);
        if (_fedOffset is { } fed && LocalOf(watermark, fed) < local) local = LocalOf(watermark, fed);
        Close(local, step);
        Log.DropBefore(KeptFrom);
    }

    /// <summary>Feeds all that came, and closes the day or the period that is open.</summary>
    public void Complete(LedgerStep step)
    {
        if (Log.Newest is not { } newest) return;
        MoveTo(newest.UtcTicks + 1, newest.Offset, step);
        if (EndOfOpen is { } end) MoveTo(end.Ticks - Math.Min(newest.Offset.Ticks, _fedOffset?.Ticks ?? newest.Offset.Ticks), newest.Offset, step);
    }

    public void Refuse() => Counted = Counted with { Received = Counted.Received + 1, Refused = Counted.Refused + 1 };

    /// <summary>Goes on where a snapshot was taken.</summary>
    /// <returns>Whether its readings before the watermark are those of one day or period, in order of local time.</returns>
    public bool Restore(SeriesSnapshot snapshot)
    {
        foreach (var logged in snapshot.Readings)
        {
            Log.Append(logged.Reading);
            if (logged.Use != ReadingUse.Used) Log.SetAside(logged.Reading, logged.Use);
            if (logged.Highest is { } highest) Log.KeepHighest(highest);
        }

        var counts = snapshot.Counts;
        (Log.Newest, Log.GreatestLateness) = (snapshot.Newest, snapshot.GreatestLateness);
        (Log.RepeatedCount, Log.ContradictedCount, Log.OutOfOrderCount) = (counts.Repeated, counts.Contradicted, counts.OutOfOrder);
        Log.ReceivedCount = counts.Received;
        (Watermark, ClosedTo, _fedOffset) = (snapshot.Watermark.UtcTicks, snapshot.ClosedTo, snapshot.FedOffset);
        Resume();
        // What it completes was told before.
        var told = new LedgerStep();
        foreach (var logged in Log.Between(long.MinValue, Watermark))
        {
            if (logged.Use == ReadingUse.SetBack) continue;
            if (!CanFeed(logged)) return false;
            Feed(logged, told);
        }

        CatchUp(told);
        Counted = counts with { Received = 0 };
        return told is { Days.Count: 0, Periods.Count: 0 };
    }

    /// <summary>The readings before it are not needed any more, in UTC ticks.</summary>
    protected abstract long KeptFrom { get; }

    /// <summary>The local moment at which the day or the period that is open ends.</summary>
    protected abstract DateTime? EndOfOpen { get; }

    /// <summary>Whether the engine takes a reading at its local time.</summary>
    protected abstract bool CanFeed(in LoggedReading logged);

    protected abstract void Feed(in LoggedReading logged, LedgerStep step);

    /// <summary>Closes what is over at a local moment.</summary>
    protected abstract void Close(DateTime local, LedgerStep step);

    /// <summary>Before the readings of a snapshot are fed again: what was closed before them.</summary>
    protected abstract void Resume();

    /// <summary>After the readings of a snapshot were fed again: what was closed in between.</summary>
    protected abstract void CatchUp(LedgerStep step);

    /// <summary>The readings of a day or period that is over; and the same with the highest, and with the lowest of those that contradict each other, if any do.</summary>
    protected (List<T> Readings, List<List<T>> Alternatives) Whole<T>(long from, long to, Func<LoggedReading, T> of)
    {
        var logged = Log.Between(from, to).Where(static one => one.Use != ReadingUse.SetBack).ToList();
        var alternatives = new List<List<T>>();
        if (logged.Exists(static one => one.Use == ReadingUse.Contradicted))
            alternatives.AddRange([logged.ConvertAll(one => of(one.Counting(isHighest: true))), logged.ConvertAll(one => of(one.Counting(isHighest: false)))]);
        return (logged.ConvertAll(one => of(one)), alternatives);
    }

    private void Offer(in LoggedReading logged, LedgerStep step)
    {
        if (!CanFeed(logged))
        {
            Log.SetAside(logged.Reading, ReadingUse.SetBack);
            Counted = Counted with { Refused = Counted.Refused + 1 };
            step.Add(LedgerFault.SetBack, logged.Reading, new("Its local time is not after that of the reading before it: not counted.", "其当地时间不晚于前一条读数：不计入。"));
            return;
        }

        _fedOffset = logged.Reading.Time.Offset;
        Feed(logged, step);
    }

    private static DateTime LocalOf(long ticks, TimeSpan offset) => new(Math.Max(0, Math.Min(DateTime.MaxValue.Ticks, ticks + offset.Ticks)));

    private static string Said(TimeSpan time) => Math.Round((decimal)time.Ticks / TimeSpan.TicksPerMinute, 1).ToString("0.#", CultureInfo.InvariantCulture) + " min";
}
