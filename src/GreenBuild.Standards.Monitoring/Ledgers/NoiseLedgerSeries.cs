using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>A series of noise: <see cref="SiteBoundaryMonitoring"/> judges each day and each night when it is over.</summary>
internal sealed class NoiseLedgerSeries(SeriesKey key, SiteBoundaryMonitoring engine, NoisePoint point) : LedgerSeries(key)
{
    private long? _firstOfPeriod;
    private DateTime _end;
    private DateTime? _last;

    protected override long KeptFrom => _firstOfPeriod ?? Watermark;

    protected override DateTime? EndOfOpen => _firstOfPeriod is null ? null : _end;

    protected override bool CanFeed(in LoggedReading logged) => logged.Reading.Time.DateTime is var local && local >= ClosedTo && !(local <= _last);

    protected override void Feed(in LoggedReading logged, LedgerStep step)
    {
        var (local, ticks) = (logged.Reading.Time.DateTime, logged.Reading.Time.UtcTicks);
        if (_firstOfPeriod is not null && local >= _end) Judge(ticks, step);
        _last = local;
        if (_firstOfPeriod is not null) return;
        (_firstOfPeriod, _end) = (ticks, engine.PeriodAt(local).End);
    }

    protected override void Close(DateTime local, LedgerStep step)
    {
        if (_firstOfPeriod is not null && local >= _end) Judge(Watermark, step);
    }

    protected override void Resume()
    {
    }

    protected override void CatchUp(LedgerStep step)
    {
    }

    private void Judge(long to, LedgerStep step)
    {
        var (readings, alternatives) = Whole(_firstOfPeriod!.Value, to, static logged => ReadingOf(logged));
        (_firstOfPeriod, ClosedTo) = (null, _end);
        var series = new NoiseSeries(Log.Key.Point, Log.Key.Duration, readings) { Alternatives = alternatives.ConvertAll(other => new NoiseSeries(Log.Key.Point, Log.Key.Duration, other)) };
        foreach (var period in engine.Judge(series, point.DayBackgroundLevel, point.NightBackgroundLevel, point.CalibrationDrift))
        {
            Counted = Counted.With(Finding.OverallOf(period.Findings));
            step.Add(new JudgedPeriod(Log.Key, period));
        }
    }

    private static NoiseReading ReadingOf(in LoggedReading logged)
    {
        var reading = logged.Reading;
        var level = logged.Status switch { ReadingStatus.Valid => (double)reading.Value, ReadingStatus.OutOfRange => double.PositiveInfinity, _ => double.NaN };
        var hasMaximum = logged.Status is ReadingStatus.Valid or ReadingStatus.OutOfRange || (reading.IsOnlyMaximum && logged.Use == ReadingUse.Used);
        return new NoiseReading(reading.Time.DateTime, level)
        {
            Maximum = !hasMaximum ? null : (double?)reading.Maximum ?? (reading.IsMaximumAboveRange ? double.PositiveInfinity : null), WindSpeed = reading.WindSpeed, Precipitation = reading.Precipitation,
        };
    }
}
