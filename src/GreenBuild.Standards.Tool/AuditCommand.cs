using System.CommandLine;
using GreenBuild.Standards.Auditing;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild audit</c>: judges a project and writes its reports.</summary>
internal static class AuditCommand
{
    private const string DefaultReport = "greenbuild-report.html";

    private static readonly (string Word, BilingualText Name)[] s_failures =
    [
        ("undecided", new("what is not compliant (1) and what is not decided (2)", "不符合（1）和未能判定（2）")),
        ("non-compliant", new("what is not compliant (1)", "不符合（1）")),
        ("new", new("what is new or worse than in the baseline", "较基线新增或变差")),
        ("never", new("nothing", "从不")),
    ];

    public static Command Create(ToolContext context)
    {
        var path = new Argument<string>("PATH") { Description = context.Say("Project file (*.greenbuild.json), or a folder that holds one.", "项目文件（*.greenbuild.json），或含有一个项目文件的文件夹。") };
        var format = new Option<string>("--format")
        {
            Description = context.Say(
                "Form of the output: table for people, json, sarif, csv, markdown, html, or lines for the log of a build (one for each finding that wants attention).",
                "输出形式：table（供阅读）、json、sarif、csv、markdown、html，或 lines（供生成日志，每个待处理结论一行）。"),
            DefaultValueFactory = static _ => "table",
        };
        ToolOptions.OnlyOf(context, format, [("table", default), .. AuditOutput.Forms.Select(static form => (form, default(BilingualText))), ("lines", default)], ("md", ReportForms.Markdown), ("htm", ReportForms.Html));
        var report = new Option<string[]>("--out")
        {
            Description = context.Say(
                $"Report to write: .html, .json, .sarif, .csv or .md; may be repeated. Default: {DefaultReport} in the current folder.",
                $"要写入的报告：.html、.json、.sarif、.csv 或 .md；可重复给出。默认：当前文件夹中的 {DefaultReport}。"),
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
        };
        var noReport = new Option<bool>("--no-report") { Description = context.Say("Write no report.", "不写报告。") };
        var overlay = ToolOptions.Overlay(context);
        var on = ToolOptions.Day(context, "--on", "Day by whose rules everything is judged that has no day of its own, and by which waivers count. Default: that of the project file.", "对无自身日期的内容及豁免所依据的日期。默认：项目文件所载日期。");
        var place = new Option<string>("--in")
        {
            Description = context.Say("Judge by the rules of this place instead of the project's: an ISO 3166-2 code or a name.", "按该地点（而非项目所在地）的规则评价：ISO 3166-2 代码或名称。"),
            HelpName = "PLACE",
        };
        var evidence = ToolOptions.Evidence(
            context, "How well a fact must be known to decide by itself; what rests on less is provisional. Default: single-source.", "事实须达到何种依据程度方可单独作为判定依据；否则结论为暂定。默认：single-source。");
        var baseline = new Option<string>("--baseline")
        {
            Description = context.Say("Earlier report of the project in JSON: what is new, worse, fixed and better since is said.", "该项目此前的 JSON 报告：指出此后新增、变差、消除和改善的结论。"),
            HelpName = "FILE.json",
        };
        var failOn = new Option<string>("--fail-on")
        {
            Description = context.Say($"What ends with a code other than 0: {List(Language.English)}. Default: undecided.", $"何种情况以非 0 退出码结束：{List(Language.Chinese)}。默认：undecided。"),
            DefaultValueFactory = static _ => "undecided",
        };
        ToolOptions.OnlyOf(context, failOn, [.. s_failures.Select(static one => (one.Word, default(BilingualText)))]);
        var quiet = new Option<bool>("--quiet") { Description = context.Say("Write nothing but errors and the reports; the exit code is the answer.", "除错误和报告外不输出任何内容，以退出码为结果。") };
        var command = new Command("audit", context.Say(
            "Judges a project in three steps: can it be read, is it complete, does it comply. Every finding names edition and clause, and why.",
            "分三步审核项目：能否读取、是否齐全、是否符合。每项结论均注明版本、条款和理由。"))
        {
            path, on, place, evidence, overlay, baseline, failOn, format, report, noReport, quiet,
        };
        command.Validators.Add(result =>
        {
            // By their tokens: the value of an option that was given without one throws.
            var given = result.GetResult(report)?.Tokens.Select(static token => token.Value).ToList() ?? [];
            if (result.GetValue(noReport) && given.Count > 0)
                result.AddError(context.Say("--out and --no-report exclude each other.", "--out 与 --no-report 不能同时使用。"));
            // A slip such as "--out readings.txt" must not cost a file of another kind.
            foreach (var file in given)
                if (AuditOutput.FormOf(file) is null)
                    result.AddError(context.Say($"--out: '{InputError.Quote(file)}' must end in .html, .json, .sarif, .csv or .md.", $"--out：“{InputError.Quote(file)}”须以 .html、.json、.sarif、.csv 或 .md 结尾。"));
            if (result.GetResult(failOn)?.Tokens is [{ Value: "new" }] && result.GetResult(baseline)?.Tokens is not [_])
                result.AddError(context.Say("--fail-on new asks for --baseline.", "--fail-on new 须与 --baseline 同时使用。"));
            if (result.GetValue(quiet) && result.GetResult(format)?.Tokens is [_])
                result.AddError(context.Say("--quiet and --format exclude each other.", "--quiet 与 --format 不能同时使用。"));
        });
        command.SetAction(result =>
        {
            if (!context.TryLoad(result.GetValue(overlay) ?? [])) return ExitCode.BadData;
            Jurisdiction? instead = null;
            if (result.GetValue(place) is { } named && !ToolOptions.TryPlace(context, named, out instead)) return ExitCode.BadData;
            var request = new AuditRequest(result.GetRequiredValue(path))
            {
                On = result.GetValue(on),
                Place = instead,
                EvidenceFloor = result.GetValue(evidence) is { } word && WordsOf<Evidence>.TryParse(word, out var floor) ? floor : CheckOptions.Default.EvidenceFloor,
                Baseline = result.GetValue(baseline),
            };
            IReadOnlyList<string> reports = result.GetValue(noReport) ? [] : result.GetValue(report) is { Length: > 0 } files ? files : [DefaultReport];
            return Audit(context, request, result.GetValue(quiet) ? null : result.GetRequiredValue(format), reports, result.GetRequiredValue(failOn));
        });
        return command;

        static string List(Language language) => string.Join(language == Language.Chinese ? "；" : "; ", s_failures.Select(one => one.Word + (language == Language.Chinese ? "：" : ": ") + one.Name.In(language)));
    }

    private static int Audit(ToolContext context, AuditRequest request, string? format, IReadOnlyList<string> reports, string failOn)
    {
        MadeAudit? made = null;
        IReadOnlyList<InputErrorList> errors = [];
        var failure = (int?)null;
        context.ShowSteps(2 + reports.Count, begin =>
        {
            if (request.TryRun(context, out made, out errors, begin)) failure = AuditOutput.TryWrite(context, made, reports, begin);
        });
        if (made is null) return Refuse(context, errors, reports);
        if (failure is { } code) return code;
        switch (format)
        {
            case null: break;
            case "table": new AuditTables(context, made.ReportFor(context.CurrentDirectory)).Write(reports); break;
            case "lines": AuditOutput.WriteLines(context, made.ReportFor(context.CurrentDirectory)); break;
            default: context.Write(output => ReportForms.Write(output, made.ReportFor(context.CurrentDirectory), format, context.Language)); break;
        }

        return CodeOf(made.ReportFor(context.CurrentDirectory), failOn);
    }

    private static int CodeOf(AuditReport report, string failOn) => failOn switch
    {
        "never" => ExitCode.Compliant,
        "new" => report.NewProblems switch
        {
            [] => ExitCode.Compliant,
            [{ Severity: 2 }, ..] => ExitCode.NonCompliant,
            _ => ExitCode.Undecided,
        },
        "non-compliant" when report.Audit.Overall != Verdict.NonCompliant => ExitCode.Compliant,
        _ => ExitCode.Of(report.Audit.Overall),
    };

    private static int Refuse(ToolContext context, IReadOnlyList<InputErrorList> errors, IReadOnlyList<string> reports)
    {
        var old = reports.Where(report => File.Exists(Path.Combine(context.CurrentDirectory, report))).Select(static report => InputError.Quote(report)).ToList();
        return context.Report(errors, old.Count > 0
            ? new($"nothing was judged, and no report was written; '{string.Join("', '", old)}' is of an earlier run", $"未作任何评价，也未写入报告；“{string.Join("”、“", old)}”为此前生成的旧报告")
            : new("nothing was judged, and no report was written", "未作任何评价，也未写入报告"));
    }
}
