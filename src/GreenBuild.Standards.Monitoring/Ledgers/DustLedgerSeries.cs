using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>A series of dust: <see cref="SiteDustLedger"/> judges it.</summary>
internal sealed class DustLedgerSeries(SeriesKey key, Particulate particulate, SiteDustMonitoring monitoring) : LedgerSeries(key)
{
    private readonly SiteDustLedger _engine = monitoring.Open(particulate, key.Point, key.Unit, key.Duration);

    // How many averaging times of each rule of today were told.
    private readonly List<int> _told = [];
    private long? _firstOfDay;

    /// <summary>The day that is open, under each of its rules.</summary>
    public IReadOnlyList<DustDay> Today { get; private set; } = [];

    protected override long KeptFrom => _firstOfDay ?? Watermark;

    protected override DateTime? EndOfOpen => Today.Count > 0 ? Today[0].Date.PlusDays(1).ToDateTime() : null;

    protected override bool CanFeed(in LoggedReading logged) => _engine.CanAppend(ReadingOf(logged));

    protected override void Feed(in LoggedReading logged, LedgerStep step)
    {
        var reading = ReadingOf(logged);
        Finish(_engine.Append(reading), logged.Reading.Time.UtcTicks, step);
        if (_firstOfDay is null)
        {
            _firstOfDay = logged.Reading.Time.UtcTicks;
            if (reading.LocalTime.Date > ClosedTo) ClosedTo = reading.LocalTime.Date;
            Today = _engine.Today;
            foreach (var _ in Today) _told.Add(0);
        }

        Tell(Today, step);
    }

    protected override void Close(DateTime local, LedgerStep step)
    {
        if (local <= ClosedTo) return;
        ClosedTo = local;
        Finish(_engine.Advance(local), Watermark, step);
        Tell(Today, step);
    }

    protected override void Resume() => _engine.Advance(ClosedTo.Date);

    protected override void CatchUp(LedgerStep step)
    {
        Finish(_engine.Advance(ClosedTo), Watermark, step);
        Tell(Today, step);
    }

    private static MonitorReading ReadingOf(in LoggedReading logged) => new(logged.Reading.Time.DateTime, logged.Reading.Value, logged.Status);

    private void Finish(IReadOnlyList<DustDay> completed, long to, LedgerStep step)
    {
        if (completed.Count == 0) return;
        // Of readings that contradict each other the engine has seen neither: what the day comes to with them is asked of the whole of it.
        var (readings, alternatives) = Whole(_firstOfDay!.Value, to, static logged => ReadingOf(logged));
        if (alternatives.Count > 0) completed = monitoring.Judge(particulate, new MonitorSeries(Log.Key.Point, Log.Key.Unit, Log.Key.Duration, readings) { Alternatives = alternatives.ConvertAll(other => new MonitorSeries(Log.Key.Point, Log.Key.Unit, Log.Key.Duration, other)) });

        Tell(completed, step);
        foreach (var day in completed)
        {
            Counted = Counted.With(day.Finding.Verdict);
            step.Add(new JudgedDay(Log.Key, day));
        }

        (Today, _firstOfDay) = ([], null);
        _told.Clear();
    }

    private void Tell(IReadOnlyList<DustDay> days, LedgerStep step)
    {
        for (var i = 0; i < days.Count; i++)
        {
            for (; _told[i] < days[i].Windows.Count; _told[i]++)
            {
                var window = days[i].Windows[_told[i]];
                Counted = Counted.With(window.Outcome);
                step.Add(new JudgedWindow(Log.Key, days[i], window));
            }
        }
    }
}
