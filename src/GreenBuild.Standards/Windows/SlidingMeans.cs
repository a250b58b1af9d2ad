namespace GreenBuild.Standards.Windows;

/// <summary>
/// The highest mean of an averaging time that begins at any moment of a day, not on the clock alone. It lies in the day and is covered as a whole: among means with gaps one could choose the gap.
/// Keeps the readings of one averaging time.
/// </summary>
internal sealed class SlidingMeans(WindowRule rule, TimeSpan readingDuration)
{
    private readonly Queue<(DateTime Time, decimal Value, bool IsOnTop)> _readings = new();
    private decimal _sum;
    private int _onTop;
    private DateTime _last;

    /// <summary>The window with the highest mean of those that begin in the same hour as the last one that was covered as a whole; <see langword="null"/> if none was.</summary>
    public ClockWindow? Highest { get; private set; }

    /// <summary>Whether the last reading made it the highest.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Adds a reading.</summary>
    public void Append(in MonitorReading reading)
    {
        IsNew = false;
        // Where clocks are set back no averaging time goes on.
        if (reading.LocalTime <= _last)
            while (_readings.Count > 0) RemoveFirst();
        var isOnTop = _readings.Count > 0 && !CoveredSum.IsSpaced(reading.LocalTime - _last, readingDuration);
        _last = reading.LocalTime;

        var start = reading.LocalTime + readingDuration - rule.Length;
        // The clock of a monitor is seconds early or late at times.
        var tolerance = TimeSpan.FromTicks(readingDuration.Ticks / 2);
        while (_readings.Count > 0 && _readings.Peek().Time < start - tolerance) RemoveFirst();
        if (reading.Status != ReadingStatus.Valid || !CoveredSum.CanAdd(reading.Value)) return;
        _readings.Enqueue((reading.LocalTime, reading.Value, isOnTop));
        _sum += reading.Value;
        if (isOnTop) _onTop++;
        if (_readings.Count * readingDuration.Ticks < rule.Length.Ticks) return;
        // What surrounds a site is known by the hour.
        if (Highest is { } before && start.Ticks / TimeSpan.TicksPerHour != before.Start.Ticks / TimeSpan.TicksPerHour) Highest = null;
        // Where no reading lies on top of another the sum so far says well enough that a mean is not the highest.
        if (_onTop == 0 && _sum / _readings.Count < Highest?.Mean * 0.999999m) return;

        var covered = default(CoveredSum);
        foreach (var (time, value, _) in _readings) covered.Add(time, value, readingDuration);
        if (covered.Covered < rule.Length || covered.Mean <= Highest?.Mean) return;
        (Highest, IsNew) = (rule.Window(start, covered.Mean, covered.Covered), true);
    }

    private void RemoveFirst()
    {
        var (_, value, isOnTop) = _readings.Dequeue();
        _sum -= value;
        if (isOnTop) _onTop--;
    }
}
