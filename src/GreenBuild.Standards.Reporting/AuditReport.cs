using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting;

/// <summary>Everything that a report on an audit shows.</summary>
public sealed class AuditReport
{
    /// <summary>Creates a report.</summary>
    /// <param name="audit">What was judged.</param>
    /// <param name="inputs">The files that were read.</param>
    public AuditReport(ProjectAudit audit, IReadOnlyList<AuditedFile> inputs)
    {
        Audit = audit;
        Inputs = inputs;
    }

    /// <summary>What was judged.</summary>
    public ProjectAudit Audit { get; }

    /// <summary>The files that were read, so that the report can be tied to them.</summary>
    public IReadOnlyList<AuditedFile> Inputs { get; }

    /// <summary>What made the report, with its version; may be empty.</summary>
    public string Producer { get; init; } = "";
}
