using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards.DependencyInjection;

/// <summary>A bill of materials, with the day of its evaluation.</summary>
public sealed class MaterialEvaluation
{
    /// <summary>Creates a subject for <see cref="IEvaluator{TSubject}"/>.</summary>
    public MaterialEvaluation(MaterialBill bill) => Bill = bill;

    /// <summary>The bill; its own place counts.</summary>
    public MaterialBill Bill { get; }

    /// <summary>The day of the evaluation, by whose rules ratio, procurement and carbon are judged; deliveries have their own. The day that it is now in its place if not given.</summary>
    public CalendarDate? Date { get; init; }
}
