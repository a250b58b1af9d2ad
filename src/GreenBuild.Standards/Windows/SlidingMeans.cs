namespace GreenBuild.Standards.Windows;

/// <summary>The highest mean of an averaging time that begins at any reading, not on the clock alone. Keeps the readings of one averaging time.</summary>
internal sealed class SlidingMeans(WindowRule rule, TimeSpan readingDuration)
{
    private readonly Queue<(DateTime Start, decimal Value)> _readings = new();
    private decimal _sum;
    private DateTime _last;

    /// <summary>The window with the highest mean so far; <see langword="null"/> if none was covered well enough.</summary>
    public ClockWindow? Highest { get; private set; }

    public void Append(in MonitorReading reading)
    {
        // Where clocks are set back, and after a reading out of order, no time is without a gap.
        if (reading.LocalTime <= _last)
        {
            _readings.Clear();
            _sum = 0;
        }

        _last = reading.LocalTime;
        // The clock of a monitor is seconds early or late at times.
        var from = reading.LocalTime.Ticks + readingDuration.Ticks - rule.Length.Ticks - (readingDuration.Ticks / 2);
        while (_readings.Count > 0 && _readings.Peek().Start.Ticks < from) _sum -= _readings.Dequeue().Value;
        if (reading is not { Status: ReadingStatus.Valid, Value: > -1e12m and < 1e12m }) return;
        _readings.Enqueue((reading.LocalTime, reading.Value));
        _sum += reading.Value;
        var covered = TimeSpan.FromTicks(readingDuration.Ticks * _readings.Count);
        var mean = _sum / _readings.Count;
        if (rule.IsEnough(covered) && !(mean <= Highest?.Mean)) Highest = rule.Window(_readings.Peek().Start, mean, covered);
    }
}
