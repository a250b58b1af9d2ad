using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.DependencyInjection;

/// <summary>Readings of a dust monitor on a site, with what they are readings of.</summary>
public sealed class DustSeries
{
    /// <summary>Creates a subject for <see cref="ISiteEvaluator{TSubject}"/>.</summary>
    public DustSeries(Particulate particulate, MonitorSeries series)
    {
        Particulate = particulate;
        Series = series;
    }

    /// <summary>What was measured.</summary>
    public Particulate Particulate { get; }

    /// <summary>The readings.</summary>
    public MonitorSeries Series { get; }

    /// <summary>What is known around the site, on which rules that are net of a background depend; <see langword="null"/> if nothing is.</summary>
    public DustSurroundings? Surroundings { get; init; }
}
