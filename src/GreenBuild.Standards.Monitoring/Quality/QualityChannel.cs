using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>One channel of a station: what the screen looks at, with what is known beside it.</summary>
/// <param name="name">The name of the channel, for example <c>PM10</c> or a factor code; channels of one name at one point with different durations are taken for the same quantity.</param>
/// <param name="series">The readings; those that do not count are gaps.</param>
public sealed class QualityChannel(string name, MonitorSeries series)
{
    /// <summary>The name of the channel.</summary>
    public string Name { get; } = name;

    /// <summary>The readings.</summary>
    public MonitorSeries Series { get; } = series;

    /// <summary>The lowest values of the same periods, in the same unit; <see langword="null"/> by default.</summary>
    public MonitorSeries? Minimum { get; init; }

    /// <summary>The highest values of the same periods, in the same unit; <see langword="null"/> by default.</summary>
    public MonitorSeries? Maximum { get; init; }

    /// <summary>The limits that the readings are held against, in the unit of the series, from the catalogue: of levels those of day and night. Empty by default: values clipped below a limit are then not looked for.</summary>
    public IReadOnlyList<decimal> Limits { get; init; } = [];

    /// <summary>The channels of what stations sent by HJ 212.</summary>
    /// <param name="series">The series; means, and values of periods, whose unit and duration are known, with the lowest and highest of the same periods.</param>
    /// <param name="limitsOf">The limits that the readings of a series are held against, in its unit; none if not given.</param>
    /// <returns>The channels, named by factor code; values of a moment have no duration and are left out.</returns>
    public static IReadOnlyList<QualityChannel> Of(IEnumerable<Hj212Series> series, Func<Hj212Series, IReadOnlyList<decimal>>? limitsOf = null)
    {
        var all = series.ToList();
        var extremes = new Dictionary<(string, string, TimeSpan?, string?, Hj212Statistic), MonitorSeries?>();
        foreach (var one in all)
            if (one.Statistic is Hj212Statistic.Minimum or Hj212Statistic.Maximum) extremes[(one.Station, one.Code, one.Duration, one.Unit, one.Statistic)] = one.ToMonitorSeries();
        MonitorSeries? Extreme(Hj212Series one, Hj212Statistic statistic) => extremes.TryGetValue((one.Station, one.Code, one.Duration, one.Unit, statistic), out var known) ? known : null;
        var channels = new List<QualityChannel>();
        foreach (var one in all)
        {
            if (one.Statistic is not (Hj212Statistic.Average or Hj212Statistic.Period or Hj212Statistic.RealTime) || one.ToMonitorSeries() is not { } readings) continue;
            channels.Add(new QualityChannel(one.Code, readings) { Minimum = Extreme(one, Hj212Statistic.Minimum), Maximum = Extreme(one, Hj212Statistic.Maximum), Limits = limitsOf?.Invoke(one) ?? [] });
        }

        return channels.AsReadOnly();
    }
}
