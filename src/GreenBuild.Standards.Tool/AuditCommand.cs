using System.CommandLine;
using System.Reflection;
using GreenBuild.Standards.Auditing;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild audit</c>: judges a project and writes its report.</summary>
internal static class AuditCommand
{
    private const string DefaultReport = "greenbuild-report.html";

    public static Command Create(ToolContext context)
    {
        var path = new Argument<string>("PATH") { Description = context.Say("Project file (*.greenbuild.json), or a folder that holds one.", "项目文件（*.greenbuild.json），或含有一个项目文件的文件夹。") };
        var format = ToolOptions.Format(context);
        var report = new Option<string>("--out")
        {
            Description = context.Say($"HTML report to write. Default: {DefaultReport} in the current folder.", $"要写入的 HTML 报告。默认：当前文件夹中的 {DefaultReport}。"),
            HelpName = "FILE.html",
        };
        var noReport = new Option<bool>("--no-report") { Description = context.Say("Write no HTML report.", "不写 HTML 报告。") };
        var overlay = ToolOptions.Overlay(context);
        var command = new Command("audit", context.Say(
            "Judges a project: levels of every point by day and night, and permission to work at night. Readings without a level or in bad weather do not count; how many is said.",
            "审核项目：各测点昼间、夜间声级，以及夜间施工许可。没有声级或气象条件不合格的读数不计入，并注明个数。"))
        {
            path, overlay, format, report, noReport,
        };
        command.Validators.Add(result =>
        {
            // By its tokens: the value of an option that was given without one throws.
            var given = result.GetResult(report)?.Tokens.FirstOrDefault()?.Value;
            if (result.GetValue(noReport) && given is not null)
                result.AddError(context.Say("--out and --no-report exclude each other.", "--out 与 --no-report 不能同时使用。"));
            // A slip such as "--out readings.csv" must not cost a file of another kind.
            if (given is { } file && Path.GetExtension(file).ToLowerInvariant() is not (".html" or ".htm"))
                result.AddError(context.Say($"--out: '{InputError.Quote(file)}' must end in .html.", $"--out：“{InputError.Quote(file)}”须以 .html 结尾。"));
        });
        command.SetAction(result => context.TryLoad(result.GetValue(overlay) ?? [])
            ? Audit(context, result.GetRequiredValue(path), result.GetValue(format) == "json", result.GetValue(noReport) ? null : result.GetValue(report) ?? DefaultReport)
            : ExitCode.BadData);
        return command;
    }

    private static int Audit(ToolContext context, string path, bool isJson, string? report)
    {
        if (!ProjectInput.TryRead(path, out var input, out var errors, context.Catalogue, context.CurrentDirectory)) return Refuse(context, errors, report);

        var audit = input!.Judge(catalogue: context.Catalogue);
        if (report is not null && TryWriteReport(context, input, audit, report) is { } failure) return failure;
        if (isJson) AuditJson.Write(context, input, audit, report);
        else new AuditTables(context, audit).Write(report);
        return ExitCode.Of(audit.Overall);
    }

    private static int Refuse(ToolContext context, IReadOnlyList<InputErrorList> errors, string? report)
    {
        var isOld = report is not null && File.Exists(Path.Combine(context.CurrentDirectory, report));
        return context.Report(errors, isOld
            ? new($"nothing was judged, and no report was written; '{InputError.Quote(report!)}' is of an earlier run", $"未作任何评价，也未写入报告；“{InputError.Quote(report!)}”为此前生成的旧报告")
            : new("nothing was judged, and no report was written", "未作任何评价，也未写入报告"));
    }

    private static int? TryWriteReport(ToolContext context, ProjectInput input, ProjectAudit audit, string report)
    {
        var full = Path.GetFullPath(Path.Combine(context.CurrentDirectory, report));
        // A slip of the hand must not cost the readings.
        if (input.Paths.Concat(context.Overlays.Select(static overlay => overlay.Path)).Contains(full, OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase))
            return context.Fail(ExitCode.Usage, new($"The report would overwrite '{InputError.Quote(report)}', which was read.", $"报告将覆盖所读取的文件“{InputError.Quote(report)}”。"));
        try
        {
            var content = new AuditReport(audit, FilesOf(context, input)) { Producer = "greenbuild " + Version };
            ReportFile.Write(full, writer => HtmlReport.Write(writer, content, context.Language));
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return context.Fail(ExitCode.CannotWrite, new($"The report '{InputError.Quote(report)}' cannot be written.", $"无法写入报告“{InputError.Quote(report)}”。"));
        }
    }

    /// <summary>What was read, and the overlays: the verdicts hang on them as on the readings.</summary>
    public static IReadOnlyList<AuditedFile> FilesOf(ToolContext context, ProjectInput input) => [.. input.Files, .. context.Overlays.Select(static overlay => ProjectInput.Describe(overlay.File, overlay.Bytes))];

    private static string Version =>
        typeof(AuditCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
