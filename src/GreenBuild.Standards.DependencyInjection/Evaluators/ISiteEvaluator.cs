namespace GreenBuild.Standards.DependencyInjection;

/// <summary>Judges what was measured or done on a site by the standards of the host. Register one of your own to replace that of the library.</summary>
/// <typeparam name="TSubject">What is judged: <c>SiteBoundaryMeasurement</c>, <c>NoiseSeries</c>, <see cref="DustSeries"/>, <see cref="PermittedWork"/>.</typeparam>
/// <remarks>Safe for use by several threads. What is judged has a day of its own; the clock is not asked.</remarks>
public interface ISiteEvaluator<in TSubject>
{
    /// <summary>Judges a subject of a site.</summary>
    /// <param name="site">The site, with the circumstances on which limits depend. Its own place counts, which may be another than that of the host.</param>
    /// <param name="subject">What is judged.</param>
    public IReadOnlyList<Finding> Judge(ConstructionSite site, TSubject subject);
}
