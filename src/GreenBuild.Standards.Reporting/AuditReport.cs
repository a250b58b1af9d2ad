using GreenBuild.Standards.Monitoring;

namespace GreenBuild.Standards.Reporting;

/// <summary>Everything that a report on an audit shows.</summary>
public sealed class AuditReport
{
    /// <summary>Creates a report.</summary>
    /// <param name="projectName">The name of the project.</param>
    /// <param name="audit">What was judged.</param>
    /// <param name="inputs">The files that were read.</param>
    public AuditReport(string projectName, SiteAudit audit, IReadOnlyList<ReportInput> inputs)
    {
        ProjectName = projectName;
        Audit = audit;
        Inputs = inputs;
    }

    /// <summary>The name of the project.</summary>
    public string ProjectName { get; }

    /// <summary>What was judged.</summary>
    public SiteAudit Audit { get; }

    /// <summary>The files that were read, so that the report can be tied to them.</summary>
    public IReadOnlyList<ReportInput> Inputs { get; }

    /// <summary>What made the report, with its version; may be empty.</summary>
    public string Producer { get; init; } = "";
}

/// <summary>A file that an audit read.</summary>
public sealed class ReportInput
{
    /// <summary>Describes a file.</summary>
    /// <param name="file">The file, relative to the project folder.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="sha256">The SHA-256 of its bytes, as 64 hexadecimal digits.</param>
    public ReportInput(string file, long length, string sha256)
    {
        File = file;
        Length = length;
        Sha256 = sha256;
    }

    /// <summary>The file, relative to the project folder.</summary>
    public string File { get; }

    /// <summary>Its length in bytes.</summary>
    public long Length { get; }

    /// <summary>The SHA-256 of its bytes, as 64 hexadecimal digits.</summary>
    public string Sha256 { get; }
}
