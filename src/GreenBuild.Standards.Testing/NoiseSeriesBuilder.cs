using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Testing;

/// <summary>Builds readings of a noise monitor, stretch by stretch. The same calls give the same readings.</summary>
public sealed class NoiseSeriesBuilder
{
    private readonly string _point;
    private readonly TimeSpan _step;
    private readonly List<NoiseReading> _readings = [];
    private DateTime _next;

    /// <summary>Creates a builder.</summary>
    /// <param name="point">The name of the monitoring point.</param>
    /// <param name="start">The local time of the first reading.</param>
    /// <param name="step">The time that each reading stands for; a minute if not given.</param>
    /// <exception cref="ArgumentException">The step is not positive.</exception>
    public NoiseSeriesBuilder(string point, DateTime start, TimeSpan? step = null) => (_point, _next, _step) = (point, start, Steps.Checked(step ?? TimeSpan.FromMinutes(1)));

    /// <summary>Adds readings of one level.</summary>
    /// <param name="duration">How long; a whole number of steps.</param>
    /// <param name="level">LAeq in dB(A); its energetic mean over the stretch is the same.</param>
    /// <param name="maximum">LAmax in dB(A); not recorded if not given.</param>
    /// <param name="windSpeed">The wind speed in m/s; not recorded if not given.</param>
    /// <param name="precipitation">Whether it rained, snowed or thundered; not recorded if not given.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The duration is not positive, or no whole number of steps.</exception>
    public NoiseSeriesBuilder For(TimeSpan duration, double level, double? maximum = null, decimal? windSpeed = null, bool? precipitation = null)
    {
        for (var left = Steps.In(duration, _step); left > 0; left--)
        {
            _readings.Add(new NoiseReading(_next, level) { Maximum = maximum, WindSpeed = windSpeed, Precipitation = precipitation });
            _next += _step;
        }

        return this;
    }

    /// <summary>Leaves a gap.</summary>
    /// <param name="duration">How long; a whole number of steps.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">As for <see cref="For"/>.</exception>
    public NoiseSeriesBuilder Skip(TimeSpan duration)
    {
        _next += TimeSpan.FromTicks(Steps.In(duration, _step) * _step.Ticks);
        return this;
    }

    /// <summary>The series of the readings so far.</summary>
    public NoiseSeries Build() => new(_point, _step, _readings.ToArray());
}

/// <summary>How many readings a stretch has.</summary>
internal static class Steps
{
    public static TimeSpan Checked(TimeSpan step) => step > TimeSpan.Zero ? step : throw new ArgumentException("A reading stands for a positive time.", nameof(step));

    public static long In(TimeSpan duration, TimeSpan step) =>
        duration > TimeSpan.Zero && duration.Ticks % step.Ticks == 0
            ? duration.Ticks / step.Ticks
            : throw new ArgumentException($"{duration} is no whole number of readings of {step}.", nameof(duration));
}
