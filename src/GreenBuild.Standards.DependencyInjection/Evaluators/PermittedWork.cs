using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.DependencyInjection;

/// <summary>Work on a site, with the permits that were shown for it.</summary>
public sealed class PermittedWork
{
    /// <summary>Creates a subject for <see cref="ISiteEvaluator{TSubject}"/>.</summary>
    public PermittedWork(ConstructionWork work, IReadOnlyList<NightWorkPermit> permits)
    {
        Work = work;
        Permits = permits;
    }

    /// <summary>The work.</summary>
    public ConstructionWork Work { get; }

    /// <summary>The permits that were shown; empty if there were none.</summary>
    public IReadOnlyList<NightWorkPermit> Permits { get; }
}
