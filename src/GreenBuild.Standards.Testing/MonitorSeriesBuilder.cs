using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Testing;

/// <summary>Builds readings of a monitor, such as one of dust, stretch by stretch. The same calls give the same readings.</summary>
public sealed class MonitorSeriesBuilder
{
    private readonly string _point;
    private readonly string _unit;
    private readonly TimeSpan _step;
    private readonly List<MonitorReading> _readings = [];
    private DateTime _next;

    /// <summary>Creates a builder.</summary>
    /// <param name="point">The name of the monitoring point.</param>
    /// <param name="unit">The unit of the values as the catalogue writes it, for example <c>µg/m3</c>.</param>
    /// <param name="start">The local time at which the first reading begins.</param>
    /// <param name="step">The time that each reading stands for; a minute if not given.</param>
    /// <exception cref="ArgumentException">The step is not positive.</exception>
    public MonitorSeriesBuilder(string point, string unit, DateTime start, TimeSpan? step = null) =>
        (_point, _unit, _next, _step) = (point, unit, start, Steps.Checked(step ?? TimeSpan.FromMinutes(1)));

    /// <summary>Adds readings of one value.</summary>
    /// <param name="duration">How long; a whole number of steps.</param>
    /// <param name="value">The value in the unit of the series.</param>
    /// <param name="status">Whether they count.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The duration is not positive, or no whole number of steps.</exception>
    public MonitorSeriesBuilder For(TimeSpan duration, decimal value, ReadingStatus status = ReadingStatus.Valid)
    {
        for (var left = Steps.In(duration, _step); left > 0; left--) Add(value, status);
        return this;
    }

    /// <summary>Adds readings that rise or fall evenly from one value to another, both among them.</summary>
    /// <param name="duration">How long; a whole number of steps, two at least.</param>
    /// <param name="from">The first value in the unit of the series.</param>
    /// <param name="to">The last value.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The duration is not positive, no whole number of steps, or one step.</exception>
    public MonitorSeriesBuilder Ramp(TimeSpan duration, decimal from, decimal to)
    {
        var count = Steps.In(duration, _step);
        if (count < 2) throw new ArgumentException("A ramp has two readings at least.", nameof(duration));
        for (var i = 0L; i < count; i++) Add(from + ((to - from) * i / (count - 1)), ReadingStatus.Valid);
        return this;
    }

    /// <summary>Leaves a gap.</summary>
    /// <param name="duration">How long; a whole number of steps.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">As for <see cref="For"/>.</exception>
    public MonitorSeriesBuilder Skip(TimeSpan duration)
    {
        _next += TimeSpan.FromTicks(Steps.In(duration, _step) * _step.Ticks);
        return this;
    }

    /// <summary>The series of the readings so far.</summary>
    /// <exception cref="ArgumentException">The unit is none of the catalogue.</exception>
    public MonitorSeries Build() => new(_point, _unit, _step, _readings.ToArray());

    private void Add(decimal value, ReadingStatus status)
    {
        _readings.Add(new MonitorReading(_next, value, status));
        _next += _step;
    }
}
