namespace GreenBuild.Standards.DependencyInjection;

/// <summary>Judges one kind of subject by the standards of the host. Register one of your own to replace that of the library.</summary>
/// <typeparam name="TSubject">What is judged: <c>SuppliedProduct</c>, <c>IndoorAirTest</c>, <c>MaterialBill</c>, <see cref="WasteAccount"/>.</typeparam>
/// <remarks>Safe for use by several threads. Where the subject names no day, it is judged by the day of <see cref="GreenBuildStandards.Today"/>.</remarks>
public interface IEvaluator<in TSubject>
{
    /// <summary>Judges a subject in the place of the host, or in its own where it names one.</summary>
    public IReadOnlyList<Finding> Judge(TSubject subject);
}
