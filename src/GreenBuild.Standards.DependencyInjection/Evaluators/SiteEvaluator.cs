namespace GreenBuild.Standards.DependencyInjection;

/// <summary>An evaluator of the library for what belongs to a site; a fresh check for every call, since checks keep what they have looked up for one thread.</summary>
internal sealed class SiteEvaluator<TSubject>(GreenBuildStandards standards, Func<GreenBuildStandards, ConstructionSite, TSubject, IReadOnlyList<Finding>> judge)
    : ISiteEvaluator<TSubject>
{
    public IReadOnlyList<Finding> Judge(ConstructionSite site, TSubject subject) => judge(standards, site, subject);
}
