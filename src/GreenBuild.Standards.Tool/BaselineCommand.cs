using System.CommandLine;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild baseline</c>: takes over the findings that a code base has, so that only new ones are reported.</summary>
internal static class BaselineCommand
{
    public static Command Create(ToolContext context)
    {
        var logs = Logs(context);
        var output = new Option<string>("--out")
        {
            Description = context.Say(
                $"Baseline to write; its folder is the one that holds the sources. Default: {BaselineFile.Ending} in the current folder.", $"要写入的基线文件，须位于源文件所在的文件夹。默认：当前文件夹中的 {BaselineFile.Ending}。"),
            HelpName = "FILE",
            DefaultValueFactory = static _ => BaselineFile.Ending,
        };
        output.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !result.Tokens[0].Value.EndsWith(BaselineFile.Ending, StringComparison.OrdinalIgnoreCase))
                result.AddError(context.Say($"--out: '{InputError.Quote(result.Tokens[0].Value)}' must end in {BaselineFile.Ending}.", $"--out：“{InputError.Quote(result.Tokens[0].Value)}”须以 {BaselineFile.Ending} 结尾。"));
        });
        var command = new Command("baseline", context.Say(
            "Writes down the findings of a build, so that the analyzers report only new ones. What a build suppressed by its old baseline is taken over; what is waived in the source is not.",
            "记录一次生成的结果，此后分析器只报告新增结果。原基线抑制的结果予以保留；源代码中豁免的不列入。"))
        {
            logs, output,
        };
        command.SetAction(result => Write(context, result.GetRequiredValue(logs), result.GetRequiredValue(output)));
        return command;
    }

    /// <summary>The argument of the commands that read logs.</summary>
    public static Argument<string[]> Logs(ToolContext context) => new("LOG")
    {
        Description = context.Say("Log of a build, SARIF 2.1.0: dotnet build --no-incremental -p:ErrorLog=build.sarif%2Cversion=2.1", "生成日志（SARIF 2.1.0）：dotnet build --no-incremental -p:ErrorLog=build.sarif%2Cversion=2.1"),
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Reads logs, or says what is wrong with them.</summary>
    public static bool TryRead(ToolContext context, string[] files, out List<LoggedFinding> findings, out int exitCode)
    {
        findings = [];
        exitCode = ExitCode.Compliant;
        var all = new List<InputErrorList>();
        foreach (var file in files)
        {
            if (BuildLog.TryRead(context, file, out var logged, out var error)) findings.AddRange(logged);
            else
            {
                var errors = new InputErrorList();
                errors.Add(error!);
                all.Add(errors);
            }
        }

        if (all.Count == 0) return true;
        exitCode = context.Report(all, new("nothing was written", "未写入任何文件"));
        return false;
    }

    private static int Write(ToolContext context, string[] files, string output)
    {
        if (!TryRead(context, files, out var findings, out var exitCode)) return exitCode;
        var path = Path.GetFullPath(Path.Combine(context.CurrentDirectory, output));
        var folder = Path.GetDirectoryName(path)! + Path.DirectorySeparatorChar;
        var entries = new List<BaselineEntry>();
        var (outside, mistakes) = (0, 0);
        foreach (var finding in findings)
        {
            if (finding.Suppressions.Any(static one => one.Kind is not SuppressionKind.Baseline)) continue;
            if (!BaselineFile.MayHold(finding.Rule)) mistakes++;
            else if (finding.File is null || !finding.File.StartsWith(folder, StringComparison.Ordinal) || finding.ReadLine() is not { } line) outside++;
            else entries.Add(new BaselineEntry(finding.Rule, finding.File[folder.Length..], line, finding.Message));
        }

        var text = BaselineFile.Write(entries);
        try
        {
            ReportFile.Write(path, writer => writer.Write(text));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return context.Fail(ExitCode.CannotWrite, new($"The baseline '{InputError.Quote(output)}' cannot be written.", $"无法写入基线“{InputError.Quote(output)}”。"));
        }

        var count = BaselineFile.Read(output, text, out _).Count;
        context.Line(context.Say($"{count} {(count == 1 ? "finding" : "findings")} written to {output}.", $"已将 {count} 个结果写入 {output}。"));
        if (outside > 0)
            context.Line(context.Say(
                $"{outside} left out: not in a source file below {Path.GetDirectoryName(path)}.", $"{outside} 个未写入：不在 {Path.GetDirectoryName(path)} 之下的源文件中。"));
        if (mistakes > 0)
            context.Line(context.Say(
                $"{mistakes} left out: mistakes in options, overlays, waivers and baselines are mended where they stand, and records of projects are waived in their files.",
                $"{mistakes} 个未写入：选项、叠加文件、豁免和基线中的错误须就地更正；项目记录在其文件中豁免。"));
        return ExitCode.Compliant;
    }
}
