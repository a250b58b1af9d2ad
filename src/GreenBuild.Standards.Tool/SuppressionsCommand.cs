using System.CommandLine;
using System.Text.Json;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild suppressions</c>: what a code base has waived, for auditors.</summary>
internal static class SuppressionsCommand
{
    public static Command Create(ToolContext context)
    {
        var logs = BaselineCommand.Logs(context);
        var format = ToolOptions.Format(context, hasCsv: true);
        var output = new Option<string>("--out") { Description = context.Say("SARIF 2.1.0 file to write the suppressed findings to.", "将被抑制的结果写入的 SARIF 2.1.0 文件。"), HelpName = "FILE.sarif" };
        output.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Path.GetExtension(result.Tokens[0].Value) is not (".sarif" or ".json"))
                result.AddError(context.Say($"--out: '{InputError.Quote(result.Tokens[0].Value)}' must end in .sarif or .json.", $"--out：“{InputError.Quote(result.Tokens[0].Value)}”须以 .sarif 或 .json 结尾。"));
        });
        var command = new Command("suppressions", context.Say(
            "Lists the findings of a build that were suppressed, by what, and with which reason.", "列出一次生成中被抑制的结果、抑制方式及理由。"))
        {
            logs, format, output,
        };
        command.SetAction(result =>
        {
            if (!BaselineCommand.TryRead(context, result.GetRequiredValue(logs), out var findings, out var exitCode)) return exitCode;
            var suppressed = findings.Where(static finding => finding.Suppressions.Count > 0)
                .OrderBy(static finding => finding.File, StringComparer.Ordinal).ThenBy(static finding => finding.Line).ThenBy(static finding => finding.Rule, StringComparer.Ordinal).ToList();
            return result.GetValue(output) is { } file && TryWrite(context, suppressed, file) is { } failure ? failure : Show(context, suppressed, result.GetValue(format));
        });
        return command;
    }

    private static int Show(ToolContext context, List<LoggedFinding> suppressed, string? format)
    {
        switch (format)
        {
            case "json":
                context.Json(writer =>
                {
                    writer.WriteStartArray();
                    foreach (var finding in suppressed)
                    {
                        foreach (var suppression in finding.Suppressions)
                        {
                            writer.WriteStartObject();
                            writer.WriteString("rule", finding.Rule);
                            writer.WriteString("file", finding.File);
                            if (finding.Line is { } line) writer.WriteNumber("line", line);
                            writer.WriteString("by", Word(suppression.Kind));
                            writer.WriteString("reason", ReasonOf(finding, suppression));
                            writer.WriteString("message", finding.Message);
                            writer.WriteEndObject();
                        }
                    }

                    writer.WriteEndArray();
                });
                break;
            case "csv":
                context.Csv(
                    ["rule", "file", "line", "by", "reason", "message"],
                    suppressed.SelectMany(static finding => finding.Suppressions.Select(suppression => (IReadOnlyList<object?>)[finding.Rule, finding.File, finding.Line, Word(suppression.Kind), ReasonOf(finding, suppression), finding.Message])));
                break;
            default:
                foreach (var finding in suppressed)
                {
                    context.Line($"{finding.Rule}  {Path.GetRelativePath(context.CurrentDirectory, finding.File ?? ".")}:{finding.Line}");
                    context.Indented(finding.Message, 2);
                    foreach (var suppression in finding.Suppressions)
                        context.Indented($"{Shown(context, suppression.Kind)}{context.Say(": ", "：")}{(ReasonOf(finding, suppression) is { Length: > 0 } reason ? reason : NoReason(suppression.Kind))}", 2);
                }

                context.Line(context.Say($"{suppressed.Count} suppressed.", $"共抑制 {suppressed.Count} 个结果。"));
                break;
        }

        return ExitCode.Compliant;

        string NoReason(SuppressionKind kind) =>
            kind == SuppressionKind.Baseline ? context.Say("it was there when the project took the rules on", "项目启用规则时即已存在") : context.Say("no reason given", "未说明理由");
    }

    // A directive has its reason behind it in the source; the log does not hold it.
    private static string ReasonOf(LoggedFinding finding, LoggedSuppression suppression)
    {
        if (suppression.Kind != SuppressionKind.Directive || suppression.Reason.Length > 0 || finding.File is null || finding.Line is not { } line) return suppression.Reason;
        try
        {
            return Waiver.ReasonBehind(File.ReadLines(finding.File).Take(line).LastOrDefault(text => text.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal) && text.Contains(finding.Rule, StringComparison.Ordinal)) ?? "");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Word(SuppressionKind kind) => kind switch
    {
        SuppressionKind.Attribute => "attribute",
        SuppressionKind.Directive => "directive",
        SuppressionKind.Baseline => "baseline",
        _ => "other",
    };

    private static string Shown(ToolContext context, SuppressionKind kind) => kind switch
    {
        SuppressionKind.Attribute => "[SuppressMessage]",
        SuppressionKind.Directive => "#pragma",
        SuppressionKind.Baseline => context.Say("baseline", "基线"),
        _ => context.Say("other", "其他"),
    };

    private static int? TryWrite(ToolContext context, List<LoggedFinding> suppressed, string file)
    {
        try
        {
            ReportFile.Write(Path.GetFullPath(Path.Combine(context.CurrentDirectory, file)), output => JsonText.Write(output, writer => WriteSarif(writer, suppressed)));
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return context.Fail(ExitCode.CannotWrite, new($"'{InputError.Quote(file)}' cannot be written.", $"无法写入“{InputError.Quote(file)}”。"));
        }
    }

    private static void WriteSarif(Utf8JsonWriter writer, List<LoggedFinding> suppressed)
    {
        var rules = suppressed.Select(static finding => finding.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "GreenBuild.Standards");
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("results");
        foreach (var finding in suppressed)
        {
            writer.WriteStartObject();
            foreach (var member in finding.Result.EnumerateObject())
            {
                // The compiler counts among the rules of all analyzers.
                if (member.Name == "ruleIndex") writer.WriteNumber("ruleIndex", rules.IndexOf(finding.Rule));
                else member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
