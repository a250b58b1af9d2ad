using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary>Writes an audit to files, and to the log of a build.</summary>
internal static class AuditOutput
{
    /// <summary>The forms that can go to the standard output as well as to a file.</summary>
    public static IReadOnlyList<string> Forms { get; } = [ReportForms.Json, ReportForms.Sarif, ReportForms.Csv, ReportForms.Markdown, ReportForms.Html];

    /// <summary>The form that the name of a file means, or <see langword="null"/>.</summary>
    public static string? FormOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".html" or ".htm" => ReportForms.Html,
        ".json" => ReportForms.Json,
        ".sarif" => ReportForms.Sarif,
        ".csv" => ReportForms.Csv,
        ".md" or ".markdown" => ReportForms.Markdown,
        _ => null,
    };

    /// <summary>Writes reports, each whole or not at all.</summary>
    /// <param name="context">Where they are asked for.</param>
    /// <param name="made">The audit.</param>
    /// <param name="reports">The files, as the user names them.</param>
    /// <param name="begin">Told which is begun.</param>
    /// <returns>The exit code if one cannot be written.</returns>
    public static int? TryWrite(ToolContext context, MadeAudit made, IReadOnlyList<string> reports, Action<string> begin)
    {
        var comparer = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var full = reports.Select(report => Path.GetFullPath(Path.Combine(context.CurrentDirectory, report))).ToList();
        // A slip of the hand must not cost the readings, nor one report the other.
        for (var i = 0; i < full.Count; i++)
        {
            if (made.Paths.Contains(full[i], comparer))
                return context.Fail(ExitCode.Usage, new($"The report would overwrite '{InputError.Quote(reports[i])}', which was read.", $"报告将覆盖所读取的文件“{InputError.Quote(reports[i])}”。"));
            if (full.Take(i).Contains(full[i], comparer))
                return context.Fail(ExitCode.Usage, new($"'{InputError.Quote(reports[i])}' is asked for twice.", $"“{InputError.Quote(reports[i])}”给出了两次。"));
        }

        for (var i = 0; i < full.Count; i++)
        {
            begin(context.Say($"Writing {reports[i]}", $"正在写入 {reports[i]}"));
            try
            {
                var report = made.ReportFor(Path.GetDirectoryName(full[i])!);
                ReportFile.Write(full[i], writer => ReportForms.Write(writer, report, FormOf(full[i])!, context.Language));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return context.Fail(ExitCode.CannotWrite, new($"The report '{InputError.Quote(reports[i])}' cannot be written.", $"无法写入报告“{InputError.Quote(reports[i])}”。"));
            }
        }

        return null;
    }

    /// <summary>A line for each finding that wants attention, in the form that compilers use and logs of builds mark.</summary>
    public static void WriteLines(ToolContext context, AuditReport report)
    {
        var projectFile = report.Inputs[0].File;
        foreach (var one in report.Problems)
        {
            var finding = one.Finding;
            var line = finding.Origin?.Line is { } number ? finding.Origin.Column is { } column ? $"({number},{column})" : $"({number})" : "";
            var level = one.Severity == 2 ? "error" : "warning";
            var text = $"{ReportFormat.SubjectAndTimeOf(finding, context.Language)}{context.Say(": ", "：")}{finding.Summarise(context.Language)}";
            context.Unbroken(OneLine($"{report.Folder}{finding.Origin?.File ?? projectFile}{line}: {level} {finding.Requirement?.Key ?? "greenbuild"}: {text}"));
        }

        context.Line(context.Say("Result: ", "总体结论：") + Words.Of(report.Audit.Overall).In(context.Language));
    }

    // A name with a line break in it must not begin a line of its own.
    private static string OneLine(string text) => string.Concat(text.Select(static letter => char.IsControl(letter) ? ' ' : letter));
}
