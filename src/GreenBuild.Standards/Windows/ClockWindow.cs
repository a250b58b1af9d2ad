namespace GreenBuild.Standards.Windows;

/// <summary>One averaging time aligned to the clock, and the mean of the readings in it.</summary>
public sealed class ClockWindow
{
    internal ClockWindow(DateTime start, TimeSpan length, decimal? mean, TimeSpan validTime, bool isValid)
    {
        Start = start;
        Length = length;
        Mean = mean;
        ValidTime = validTime;
        IsValid = isValid;
    }

    /// <summary>The local moment at which it begins.</summary>
    public DateTime Start { get; }

    /// <summary>The averaging time.</summary>
    public TimeSpan Length { get; }

    /// <summary>The local moment at which it ends, exclusive.</summary>
    public DateTime End => Start + Length;

    /// <summary>The mean of the readings that count, unrounded; <see langword="null"/> if none does.</summary>
    public decimal? Mean { get; }

    /// <summary>The time covered by readings that count.</summary>
    public TimeSpan ValidTime { get; }

    /// <summary>Whether enough of it is covered for its mean to count.</summary>
    public bool IsValid { get; }

    /// <summary>
    /// Whether readings above the range of the monitor lie in it (<see cref="ReadingStatus.OutOfRange"/>), and with those that count cover enough: then the mean without them says only
    /// what it was at least.
    /// </summary>
    public bool HasReadingsAboveRange { get; internal init; }
}

/// <summary>How windows are cut, and how much of one must be covered for its mean to count.</summary>
public sealed class WindowRule
{
    /// <summary>Creates a rule.</summary>
    /// <param name="length">The averaging time; it divides a day.</param>
    /// <param name="needed">The time that must be covered by readings that count; more than nothing, at most <paramref name="length"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The averaging time does not divide a day, or the time needed is out of range.</exception>
    public WindowRule(TimeSpan length, TimeSpan needed)
    {
        if (length <= TimeSpan.Zero || TimeSpan.TicksPerDay % length.Ticks != 0) throw new ArgumentOutOfRangeException(nameof(length), "An averaging time divides a day.");
        if (needed <= TimeSpan.Zero || needed > length) throw new ArgumentOutOfRangeException(nameof(needed), "The time needed is more than nothing and at most the averaging time.");
        Length = length;
        Needed = needed;
    }

    /// <summary>The averaging time.</summary>
    public TimeSpan Length { get; }

    /// <summary>The time that must be covered by readings that count.</summary>
    public TimeSpan Needed { get; }

    /// <summary>The window that a moment lies in begins here.</summary>
    public DateTime StartOf(DateTime local) => local.AddTicks(-(local.TimeOfDay.Ticks % Length.Ticks));

    /// <summary>Whether enough of a window is covered for its mean to count.</summary>
    /// <param name="covered">The time covered by readings that count.</param>
    public bool IsEnough(TimeSpan covered) => covered >= Needed;

    /// <summary>A window whose mean was found otherwise, as in bulk.</summary>
    /// <param name="start">The local moment at which it begins, one that <see cref="StartOf"/> gives.</param>
    /// <param name="mean">The mean of the readings that count, unrounded; <see langword="null"/> if none does.</param>
    /// <param name="covered">The time covered by readings that count; what is longer than the window counts as the window.</param>
    public ClockWindow Window(DateTime start, decimal? mean, TimeSpan covered) => Window(start, mean, covered, hasReadingsAboveRange: false);

    internal ClockWindow Window(DateTime start, decimal? mean, TimeSpan covered, bool hasReadingsAboveRange)
    {
        var validTime = covered < Length ? covered : Length;
        return new(start, Length, mean, validTime, IsEnough(validTime)) { HasReadingsAboveRange = hasReadingsAboveRange };
    }

    /// <summary>How many windows a day has.</summary>
    public int PerDay => (int)(TimeSpan.TicksPerDay / Length.Ticks);
}

/// <summary>Cuts readings into windows aligned to the clock, one after the other, as they arrive.</summary>
/// <remarks>
/// A window is complete when a reading of a later one arrives, or at <see cref="Flush"/>. Windows in which nothing was read are left out.
/// The sum is exact, so that a mean at a limit is not on the wrong side of it. What a monitor sends twice covers its time once.
/// Keeps the open window only: use one instance by one thread at a time.
/// </remarks>
public sealed class ClockWindows
{
    private readonly WindowRule _rule;
    private readonly TimeSpan _readingDuration;
    private DateTime _start;
    private DateTime _last;
    private CoveredSum _valid;
    private CoveredSum _withAbove;
    private bool _isAbove;
    private bool _isOpen;
    private DateTime? _repeatedOn;

    /// <summary>Creates the windows of readings of one duration.</summary>
    /// <param name="rule">How windows are cut.</param>
    /// <param name="readingDuration">The time that each reading stands for; it divides the averaging time.</param>
    /// <exception cref="ArgumentException">A reading stands for no time, or for one that does not divide the averaging time.</exception>
    public ClockWindows(WindowRule rule, TimeSpan readingDuration)
    {
        if (!CanCut(rule, readingDuration)) throw new ArgumentException("The time that a reading stands for must divide the averaging time.", nameof(readingDuration));
        _rule = rule;
        _readingDuration = readingDuration;
    }

    /// <summary>Whether readings of a duration can be cut into such windows.</summary>
    public static bool CanCut(WindowRule rule, TimeSpan readingDuration) => readingDuration > TimeSpan.Zero && rule.Length.Ticks % readingDuration.Ticks == 0;

    /// <summary>Adds a reading.</summary>
    /// <returns>The window that it completes, or <see langword="null"/>.</returns>
    /// <remarks>In the hour that clocks repeat when summer time ends, each pass has windows of its own.</remarks>
    /// <exception cref="ArgumentException">The reading is not after the one before it.</exception>
    public ClockWindow? Append(in MonitorReading reading)
    {
        var isSetBack = _isOpen && reading.LocalTime <= _last;
        if (isSetBack)
        {
            if (_repeatedOn == reading.LocalTime.Date || !RepeatedHour.Begins(_last, reading.LocalTime)) throw new ArgumentException("The reading is not after the one before it.", nameof(reading));
            _repeatedOn = reading.LocalTime.Date;
        }

        _last = reading.LocalTime;
        var start = _rule.StartOf(reading.LocalTime);
        var completed = _isOpen && (start != _start || isSetBack) ? Flush() : null;
        if (!_isOpen)
        {
            _isOpen = true;
            _start = start;
        }

        if (reading.Status == ReadingStatus.Valid && CoveredSum.CanAdd(reading.Value))
        {
            _valid.Add(reading.LocalTime, reading.Value, _readingDuration);
            if (_isAbove) _withAbove.Add(reading.LocalTime, reading.Value, _readingDuration);
        }
        else if (reading.Status == ReadingStatus.OutOfRange)
        {
            if (!_isAbove) (_isAbove, _withAbove) = (true, _valid);
            // Only the time that it covers is asked for.
            _withAbove.Add(reading.LocalTime, 0, _readingDuration);
        }

        return completed;
    }

    /// <summary>When the window began that is open now, or <see langword="null"/>.</summary>
    internal DateTime? OpenFrom => _isOpen ? _start : null;

    /// <summary>Completes the open window: there are no further readings in it.</summary>
    /// <returns>The window, or <see langword="null"/> if none is open.</returns>
    public ClockWindow? Flush()
    {
        if (!_isOpen) return null;
        var window = _rule.Window(_start, _valid.Mean, _valid.Covered, _isAbove && _rule.IsEnough(_withAbove.Covered));
        (_valid, _withAbove, _isAbove, _isOpen) = (default, default, false, false);
        return window;
    }

    /// <summary>All windows of a series, in order of time.</summary>
    public static IReadOnlyList<ClockWindow> Of(MonitorSeries series, WindowRule rule)
    {
        var windows = new ClockWindows(rule, series.ReadingDuration);
        var found = new List<ClockWindow>();
        foreach (var reading in series.Readings)
            if (windows.Append(reading) is { } completed) found.Add(completed);
        if (windows.Flush() is { } last) found.Add(last);
        return found.AsReadOnly();
    }
}
