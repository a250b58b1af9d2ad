using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using GreenBuild.Standards.Auditing;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary>What an audit is asked for; the overlays are those of the context.</summary>
/// <param name="Path">The project file or its folder, as the user names it.</param>
internal sealed record AuditRequest(string Path)
{
    public CalendarDate? On { get; init; }

    /// <summary>The place by whose rules it is judged; unset for the project's own.</summary>
    public Jurisdiction? Place { get; init; }

    public Evidence EvidenceFloor { get; init; } = CheckOptions.Default.EvidenceFloor;

    /// <summary>An earlier report in JSON, as the user names it.</summary>
    public string? Baseline { get; init; }

    /// <summary>When it is made; the clock's time if not given.</summary>
    public DateTimeOffset? Made { get; init; }

    /// <summary>The program with its version and the commit that it was built from: two builds of one version are two programs.</summary>
    public static string Producer { get; } = ProducerOf(typeof(AuditRequest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    private static string ProducerOf(string version) =>
        version.Split('+') is [var number, { Length: >= 12 } commit] ? $"greenbuild {number} ({commit[..12]})" : "greenbuild " + version;

    /// <summary>Reads and judges.</summary>
    /// <param name="context">Where it is asked.</param>
    /// <param name="made">The audit, or <see langword="null"/> if there is an error.</param>
    /// <param name="errors">The errors, file by file.</param>
    /// <param name="begin">Told what is begun.</param>
    public bool TryRun(ToolContext context, [NotNullWhen(true)] out MadeAudit? made, out IReadOnlyList<InputErrorList> errors, Action<string>? begin = null)
    {
        begin?.Invoke(context.Say("Reading the files", "正在读取文件"));
        made = null;
        var all = new List<InputErrorList>();
        PreviousAudit? previous = null;
        LoadedFile? baseline = null;
        if (Baseline is { } file)
        {
            if (LoadedFile.TryRead(context, file, out baseline, out _, out var wrong)) PreviousAudit.TryRead(baseline.Bytes, file, out previous, out wrong);
            if (wrong.Count > 0) all.Add(wrong);
        }

        if (!ProjectInput.TryRead(Path, out var input, out errors, context.Catalogue, context.CurrentDirectory, Place)) all.AddRange(errors);
        errors = all;
        if (all.Count > 0) return false;
        begin?.Invoke(context.Say("Judging", "正在评价"));
        var audit = input!.Judge(On, context.Catalogue, new CheckOptions { EvidenceFloor = EvidenceFloor });
        made = new MadeAudit(this, context, input, audit, previous, baseline, Made ?? context.Clock.GetUtcNow());
        return true;
    }
}

/// <summary>An audit that was made, from which reports are written.</summary>
internal sealed class MadeAudit(AuditRequest request, ToolContext context, ProjectInput input, ProjectAudit audit, PreviousAudit? previous, LoadedFile? baseline, DateTimeOffset made)
{
    private readonly Dictionary<string, AuditReport> _reports = new(StringComparer.Ordinal);

    /// <summary>The full paths of all that was read, none of which a report may overwrite.</summary>
    public IEnumerable<string> Paths => [.. input.Paths, .. context.Overlays.Select(static overlay => overlay.Path), .. baseline is null ? Array.Empty<string>() : [baseline.Path]];

    /// <summary>The report as it stands in a folder: its manifest names files from there.</summary>
    public AuditReport ReportFor(string folder)
    {
        if (_reports.TryGetValue(folder, out var known)) return known;
        var project = RelativeTo(folder, input.Paths[0]);
        var report = new AuditReport(audit, [
            .. input.Files, .. context.Overlays.Select(static overlay => AuditedFile.Of(Name(overlay.Path), overlay.Bytes)), .. baseline is null ? Array.Empty<AuditedFile>() : [AuditedFile.Of(Name(baseline.Path), baseline.Bytes)],
        ])
        {
            Previous = previous,
            Folder = System.IO.Path.GetDirectoryName(project) is { Length: > 0 } path ? path + "/" : "",
            Run = new AuditRun
            {
                Producer = AuditRequest.Producer,
                // To the second, as the manifest holds it: a report that is made again must be the same.
                Made = new DateTimeOffset(made.UtcTicks - (made.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
                Project = project,
                On = request.On,
                Place = request.Place?.Code ?? "",
                Overlays = [.. context.Overlays.Select(overlay => RelativeTo(folder, overlay.Path))],
                Baseline = baseline is null ? "" : RelativeTo(folder, baseline.Path),
            },
        };
        _reports.Add(folder, report);
        return report;

        // What lies outside of the project has no place in it: its name alone.
        static string Name(string path) => System.IO.Path.GetFileName(path);

        static string RelativeTo(string folder, string path) => System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/');
    }
}
