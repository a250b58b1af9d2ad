using GreenBuild.Standards.Waste;

namespace GreenBuild.Standards.DependencyInjection;

/// <summary>The ledger of construction waste of a project.</summary>
public sealed class WasteAccount
{
    /// <summary>Creates a subject for <see cref="IEvaluator{TSubject}"/>.</summary>
    public WasteAccount(WasteProject project, WasteLedger ledger)
    {
        Project = project;
        Ledger = ledger;
    }

    /// <summary>The project; the place of its site counts.</summary>
    public WasteProject Project { get; }

    /// <summary>The ledger.</summary>
    public WasteLedger Ledger { get; }

    /// <summary>The day of completion, or of the evaluation: by its rules the ledger is judged, and lines after it do not count. The day that it is now in its place if not given.</summary>
    public CalendarDate? Date { get; init; }
}
