namespace GreenBuild.Standards.DependencyInjection;

/// <summary>Judges one kind of subject by the standards of the host. Register one of your own to replace that of the library.</summary>
/// <typeparam name="TSubject">What is judged: <c>SuppliedProduct</c>, <c>IndoorAirTest</c>, <see cref="MaterialEvaluation"/>, <see cref="WasteAccount"/>.</typeparam>
/// <remarks>
/// <para>Safe for use by several threads.</para>
/// <para>What counts is the day of the subject: of a product that of its delivery (without one it stays open, and the clock is not asked), of an indoor air test that of the
/// test, of a bill and of a ledger of waste the <c>Date</c> beside them; only where these two name none is it the day that it is now in the place of the bill or of the site.</para>
/// </remarks>
public interface IEvaluator<in TSubject>
{
    /// <summary>Judges a subject in the place of the host, or in its own where it names one.</summary>
    public IReadOnlyList<Finding> Judge(TSubject subject);
}
