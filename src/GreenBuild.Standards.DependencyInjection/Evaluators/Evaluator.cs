namespace GreenBuild.Standards.DependencyInjection;

/// <summary>An evaluator of the library; a fresh check for every call, since checks keep what they have looked up for one thread.</summary>
internal sealed class Evaluator<TSubject>(GreenBuildStandards standards, Func<GreenBuildStandards, TSubject, IReadOnlyList<Finding>> judge) : IEvaluator<TSubject>
{
    public IReadOnlyList<Finding> Judge(TSubject subject) => judge(standards, subject);
}
