using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Dust;

/// <summary>What a mean came to against a limit.</summary>
public enum DustOutcome
{
    /// <summary>Not enough of the window was measured. This is the value of <c>default</c>.</summary>
    Invalid = 0,

    /// <summary>The limit is kept.</summary>
    Kept = 1,

    /// <summary>The limit is exceeded.</summary>
    Exceeded = 2,

    /// <summary>It hangs on something that is not known.</summary>
    Unknown = 3,
}

/// <summary>One averaging time, judged.</summary>
public sealed class DustWindow
{
    internal DustWindow(ClockWindow window, decimal? mean)
    {
        Window = window;
        Mean = mean;
    }

    /// <summary>The window with its mean in the unit of the readings.</summary>
    public ClockWindow Window { get; }

    /// <summary>The mean in the unit of the limit, unrounded and uncorrected; <see langword="null"/> if nothing counts.</summary>
    public decimal? Mean { get; }

    /// <summary>
    /// The value that was compared, corrected as the rule says; <see langword="null"/> if it is not known, or nothing was compared with the limit (DB61/ 1078, where the
    /// site has no influence).
    /// </summary>
    public decimal? Compared { get; internal set; }

    /// <summary>What it came to.</summary>
    public DustOutcome Outcome { get; internal set; }

    /// <summary>How the value was corrected; empty if it was not.</summary>
    public BilingualText Correction { get; internal set; }

    /// <summary>What is not known and decides; empty unless the outcome is <see cref="DustOutcome.Unknown"/>.</summary>
    public string Missing { get; internal set; } = "";

    internal Evidence Evidence { get; set; } = Evidence.Confirmed;

    /// <summary>The rows by which the value was corrected, or not.</summary>
    internal List<Requirement> Rules { get; } = [];

    /// <summary>Whether the verdict may hang on how the value was corrected: it exceeds the limit, or was saved from that.</summary>
    internal bool IsCorrected => Outcome == DustOutcome.Exceeded || (Outcome == DustOutcome.Kept && Correction.English is { Length: > 0 });

    /// <summary>What was given of the surroundings and is none of air; empty if nothing was.</summary>
    internal BilingualText Rejected { get; set; }

    /// <summary>Whether the limit refers to a state of the air, and the one that was measured in is not known.</summary>
    internal bool IsStateUnknown { get; set; }

    /// <summary>The state that was given, where it is none of air on a site.</summary>
    internal AirState? ImplausibleState { get; set; }
}

/// <summary>One day of one point under one rule: its windows, how often the limit was exceeded, and the verdict so far.</summary>
public sealed class DustDay
{
    private readonly List<DustWindow> _windows = [];
    private int _countedUnrecorded;
    private int _contradicted;

    internal DustDay(string point, CalendarDate date, SiteDustRule? rule, Finding finding)
    {
        Point = point;
        Date = date;
        Rule = rule;
        Finding = finding;
    }

    /// <summary>The name of the monitoring point.</summary>
    public string Point { get; }

    /// <summary>The local day.</summary>
    public CalendarDate Date { get; }

    /// <summary>The rule, or <see langword="null"/> where none applies.</summary>
    public SiteDustRule? Rule { get; }

    /// <summary>The windows in which something was read, in order of time.</summary>
    public IReadOnlyList<DustWindow> Windows => _windows;

    /// <summary>How often the limit was exceeded.</summary>
    public int Exceedances { get; private set; }

    /// <summary>How many windows hang on something that is not known.</summary>
    public int UnknownWindows { get; private set; }

    /// <summary>How many windows were judged.</summary>
    public int ValidWindows { get; private set; }

    /// <summary>How many means of a day that is over were not recorded, or not valid; 0 while the day runs.</summary>
    public int UnrecordedWindows { get; private set; }

    /// <summary>How often the limit may be exceeded in the day: 0 where the rule allows none.</summary>
    public int AllowedExceedances => Rule?.Allowance?.Value is { } allowed ? (int)Math.Min(allowed, int.MaxValue) : 0;

    /// <summary>
    /// How often the limit may still be exceeded today without breaking the rule, if every window that hangs on something unknown exceeded it: the worst case. Of a day that is
    /// over, what its finding would still allow: windows that were not recorded may have exceeded it as well, as far as the finding counts them.
    /// 0 also where the rule is broken, may be, or cannot be judged. <see cref="MostRemainingExceedances"/> is the best case.
    /// </summary>
    public int RemainingExceedances => IsJudged ? Math.Max(0, AllowedExceedances - MostExceedances) : 0;

    /// <summary>How often the limit may still be exceeded today if no window that hangs on something unknown exceeded it; 0 also where the rule is broken or cannot be judged.</summary>
    public int MostRemainingExceedances => IsJudged ? Math.Max(0, AllowedExceedances - Exceedances) : 0;

    /// <summary>Whether the rule of the day is broken, whatever is not known.</summary>
    public bool IsBroken => Exceedances > AllowedExceedances || (Rule is { IsOnConsecutiveMinutes: true } && HighestSliding is { Outcome: DustOutcome.Exceeded });

    /// <summary>Whether the rule of the day is broken, or is if the windows that hang on something unknown exceeded the limit, and on a day that is over those that were not recorded.</summary>
    public bool MayBeBroken => MostExceedances > AllowedExceedances || IsOpenOffTheClock;

    /// <summary>Whether the limit is exceeded, or may be, by a mean that does not begin on the clock.</summary>
    internal bool IsOpenOffTheClock => HighestSliding is { Outcome: DustOutcome.Exceeded or DustOutcome.Unknown };

    internal int MostExceedances => Exceedances + UnknownWindows + _countedUnrecorded + _contradicted;

    /// <summary>
    /// The first local moment at which the rule of the day can be broken, if every window that is not judged yet, or hangs on something unknown, exceeds the limit.
    /// </summary>
    /// <param name="now">The local moment, on the day itself.</param>
    /// <returns>
    /// <see langword="null"/> if it cannot be broken any more on this day, is broken already, or cannot be judged. It is not after <paramref name="now"/> where the
    /// window that may break it is over and no later reading has come yet, or where it may be broken already: then it is the end of the window that may have done so.
    /// What is yet to come is told by the means on the clock; where any mean counts (<see cref="SiteDustRule.IsOnAnyMean"/>), one off the clock may exceed up to an averaging time earlier.
    /// </returns>
    public DateTime? EarliestBreach(DateTime now)
    {
        if (Rule is null || IsBroken || !IsJudged) return null;
        if (MayBeBroken) return PossibleBreach();
        // The window that runs now is the first that can exceed, or the one before it whose last reading has just come; each ends before it counts.
        var midnight = Date.ToDateTime();
        var first = OpenFrom < now ? OpenFrom.Value : now;
        var running = Math.Max(0, (first - midnight).Ticks) / Rule.Averaging.Ticks;
        var breach = midnight.AddTicks((running + RemainingExceedances + 1) * Rule.Averaging.Ticks);
        return breach <= midnight.AddDays(1) ? breach : null;
    }

    /// <summary>The end of the window with which the rule may have been broken already.</summary>
    private DateTime? PossibleBreach()
    {
        var kept = new HashSet<DateTime>(_windows.Where(static window => window.Outcome == DustOutcome.Kept).Select(static window => window.Window.Start));
        var possible = _countedUnrecorded == 0
            ? _windows.Where(static window => window.Outcome is DustOutcome.Exceeded or DustOutcome.Unknown).Select(static window => window.Window.End)
            // Of a day that is over: every window that is not known to be kept.
            : Enumerable.Range(0, (int)(TimeSpan.TicksPerDay / Rule!.Averaging.Ticks)).Select(i => Date.ToDateTime().AddTicks(i * Rule.Averaging.Ticks))
                .Where(start => !kept.Contains(start)).Select(start => start + Rule.Averaging);
        foreach (var (end, count) in possible.Select(static (end, index) => (end, index)))
            if (count == AllowedExceedances) return IsOpenOffTheClock && HighestSliding!.Window.End < end ? HighestSliding.Window.End : end;
        return IsOpenOffTheClock ? HighestSliding!.Window.End : null;
    }

    /// <summary>The verdict.</summary>
    public Finding Finding { get; internal set; }

    /// <summary>Whether the rule is one that readings can be judged by.</summary>
    internal bool IsJudged { get; set; }

    /// <summary>When the window began that readings have come in and that is not judged yet.</summary>
    internal DateTime? OpenFrom { get; set; }

    /// <summary>
    /// The highest mean, corrected as the rule says, whenever in the day it begins, judged, where the rule is on any mean (<see cref="SiteDustRule.IsOnAnyMean"/>) and readings are shorter than it. <see langword="null"/> where it
    /// is not, or none was covered as a whole. Means over midnight belong to no day.
    /// </summary>
    public DustWindow? HighestSliding { get; internal set; }

    /// <summary>Says what was not recorded of the day, as far as it is over.</summary>
    /// <param name="unrecorded">How many means.</param>
    /// <param name="counted">How many of them the finding takes into account.</param>
    internal void End(int unrecorded, int counted) => (UnrecordedWindows, _countedUnrecorded) = (unrecorded, counted);

    /// <summary>Takes into account what the same day comes to with readings that contradict each other, and were left out here.</summary>
    internal void Settle(IReadOnlyList<DustDay> others)
    {
        ContradictedReadings.Settle(Finding, others.Select(static other => other.Finding).ToList());
        _contradicted = Math.Max(0, others.Max(static other => other.MostExceedances) - MostExceedances);
    }

    internal void Add(DustWindow window)
    {
        _windows.Add(window);
        if (window.Outcome == DustOutcome.Exceeded) Exceedances++;
        if (window.Outcome == DustOutcome.Unknown) UnknownWindows++;
        if (window.Outcome != DustOutcome.Invalid) ValidWindows++;
    }
}

/// <summary>Takes the readings of one point as they arrive, and keeps each rule of the day judged.</summary>
/// <remarks>
/// A plain state machine: the same readings give the same verdicts, one by one or all at once. It keeps the days that are open, which is one,
/// and uses one thread at a time.
/// </remarks>
public sealed class SiteDustLedger
{
    private readonly SiteDustMonitoring _monitoring;
    private readonly Particulate _particulate;
    private readonly string _point;
    private readonly string _unit;
    private readonly TimeSpan _readingDuration;
    private readonly string? _file;
    private readonly List<(DustDay Day, ClockWindows? Windows, SlidingMeans? Sliding)> _open = [];
    private CalendarDate? _today;
    private CalendarDate? _completed;
    private DateTime? _last;
    private bool _isHourRepeated;

    internal SiteDustLedger(SiteDustMonitoring monitoring, Particulate particulate, string point, string unit, TimeSpan readingDuration, string? file)
    {
        if (!MeasurementUnit.TryConvert(0, unit, SiteDustMonitoring.Unit, out _)) throw new ArgumentException($"{unit} is no unit of mass concentration.", nameof(unit));
        if (readingDuration <= TimeSpan.Zero) throw new ArgumentException("A reading stands for a positive time.", nameof(readingDuration));
        (_monitoring, _particulate, _point, _unit, _readingDuration, _file) = (monitoring, particulate, point, unit, readingDuration, file);
    }

    /// <summary>The day that is open, under each of its rules; empty before the first reading.</summary>
    public IReadOnlyList<DustDay> Today => _open.ConvertAll(static open => open.Day);

    /// <summary>Adds a reading.</summary>
    /// <returns>The days that it completes; empty unless it is the first of another day.</returns>
    /// <exception cref="ArgumentException">
    /// The reading is not after the one before it, is of a day that was completed, or is in UTC. Where the place has summer time, the hour that its clocks repeat in autumn
    /// is no error: its means are judged twice, once for each pass.
    /// </exception>
    public IReadOnlyList<DustDay> Append(in MonitorReading reading)
    {
        if (reading.LocalTime.Kind == DateTimeKind.Utc) throw new ArgumentException("The reading is in UTC; it must be in the local time of the place.", nameof(reading));
        if (!CanAppend(reading)) throw new ArgumentException("The reading is not after the one before it.", nameof(reading));
        var date = CalendarDate.FromDateTime(reading.LocalTime);
        IReadOnlyList<DustDay> completed = [];
        if (date != _today)
        {
            completed = Complete();
            Begin(date);
        }
        else if (reading.LocalTime <= _last)
        {
            _isHourRepeated = true;
        }

        _last = reading.LocalTime;

        var counted = reading.AsConcentration();
        foreach (var (day, windows, sliding) in _open)
        {
            var isNews = sliding is not null && JudgeSliding(day, sliding, counted);
            var completedWindow = windows?.Append(counted);
            if (completedWindow is not null) Judge(day, completedWindow);
            else if (isNews) _monitoring.Conclude(day, isOver: false, _file);
            day.OpenFrom = windows?.OpenFrom;
        }

        return completed;
    }

    private void Judge(DustDay day, ClockWindow? completed)
    {
        day.OpenFrom = null;
        if (completed is null) return;
        day.Add(_monitoring.JudgeWindow(day.Rule!, completed, _unit));
        _monitoring.Conclude(day, isOver: false, _file);
    }

    /// <summary>Whether the day comes to something else with a reading, by means off the clock.</summary>
    private bool JudgeSliding(DustDay day, SlidingMeans sliding, in MonitorReading reading)
    {
        var before = day.HighestSliding;
        sliding.Append(reading);
        if (!sliding.IsNew || sliding.Highest is not { } highest) return false;
        var judged = _monitoring.JudgeWindow(day.Rule!, highest, _unit);
        if (before is not null && !IsWorse(judged, before)) return false;
        day.HighestSliding = judged;
        return judged.Outcome != before?.Outcome;
    }

    // What is subtracted, and the state of the air, are another from hour to hour: the highest as measured need not be the worst.
    private static bool IsWorse(DustWindow one, DustWindow other)
    {
        if (one.Outcome != other.Outcome) return one.Outcome == DustOutcome.Exceeded || (one.Outcome == DustOutcome.Unknown && other.Outcome != DustOutcome.Exceeded);
        return (one.Compared ?? one.Mean) > (other.Compared ?? other.Mean);
    }

    /// <summary>Whether <see cref="Append"/> takes a reading: one in local time, after the one before it, and of no day that was completed.</summary>
    public bool CanAppend(in MonitorReading reading)
    {
        var (local, date) = (reading.LocalTime, CalendarDate.FromDateTime(reading.LocalTime));
        if (local.Kind == DateTimeKind.Utc || date < _today || date <= _completed) return false;
        return date != _today || _last is not { } last || local > last || (!_isHourRepeated && _monitoring.HasSummerTime && RepeatedHour.Begins(last, local));
    }

    /// <summary>Says that no further reading from before a local moment comes: judges the averaging times that are over then, and completes the day if it is.</summary>
    /// <param name="to">The local moment; one before the last reading changes nothing.</param>
    /// <returns>The days that it completes; empty unless the day is over.</returns>
    public IReadOnlyList<DustDay> Advance(DateTime to)
    {
        var date = CalendarDate.FromDateTime(to);
        if (_today < date || _today is null)
        {
            IReadOnlyList<DustDay> completed = _today is null ? [] : Complete();
            if (to.Date > DateTime.MinValue && !(_completed >= date.PlusDays(-1))) _completed = date.PlusDays(-1);
            return completed;
        }

        if (_today > date || to <= _last) return [];
        foreach (var (day, windows, _) in _open)
            if (windows?.OpenFrom + day.Rule?.Averaging <= to) Judge(day, windows!.Flush());
        // Nothing before that moment is taken any more.
        _last = to.AddTicks(-1);
        return [];
    }

    /// <summary>Completes the day that is open: there are no further readings in it.</summary>
    public IReadOnlyList<DustDay> Complete()
    {
        foreach (var (day, windows, _) in _open)
        {
            if (windows?.Flush() is { } window) day.Add(_monitoring.JudgeWindow(day.Rule!, window, _unit));
            day.OpenFrom = null;
            _monitoring.Conclude(day, isOver: true, _file);
        }

        var completed = Today;
        _open.Clear();
        _completed = _today ?? _completed;
        (_today, _last, _isHourRepeated) = (null, null, false);
        return completed;
    }

    private void Begin(CalendarDate date)
    {
        _today = date;
        foreach (var rule in _monitoring.RulesOn(_particulate, date))
        {
            var windowRule = rule is null ? null : _monitoring.WindowOf(rule);
            var windows = windowRule is not null && ClockWindows.CanCut(windowRule, _readingDuration) ? new ClockWindows(windowRule, _readingDuration) : null;
            var sliding = windows is not null && rule is { IsOnAnyMean: true, Allowance: null } && _readingDuration < rule.Averaging ? new SlidingMeans(windowRule!, _readingDuration) : null;
            _open.Add((_monitoring.Begin(_point, date, rule, windows is not null, _readingDuration, _file), windows, sliding));
        }
    }
}
