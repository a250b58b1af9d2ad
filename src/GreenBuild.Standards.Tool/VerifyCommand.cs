using System.CommandLine;
using System.Text.Json;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild verify</c>: makes a report again from what its manifest names, and compares.</summary>
internal static class VerifyCommand
{
    public static Command Create(ToolContext context)
    {
        var report = new Argument<string>("REPORT") { Description = context.Say("Report of an audit: HTML, JSON or SARIF.", "审核报告：HTML、JSON 或 SARIF。") };
        var project = new Option<string>("--project")
        {
            Description = context.Say("Project file, where it no longer lies where the report names it.", "项目文件（若已不在报告所载位置）。"),
            HelpName = "PATH",
        };
        var format = ToolOptions.Format(context);
        var command = new Command("verify", context.Say(
            "Proves that a report is what the same files give: compares the files with the hashes in its evidence manifest, judges them again and makes the report again.",
            "验证报告与同一批文件的评价结果一致：按证据清单核对文件哈希，重新评价并重新生成报告加以比对。"))
        {
            report, project, format,
        };
        command.SetAction(result => Verify(context, result.GetRequiredValue(report), result.GetValue(project), result.GetRequiredValue(format) == "json"));
        return command;
    }

    private static int Verify(ToolContext context, string file, string? project, bool isJson)
    {
        if (!LoadedFile.TryRead(context, file, out var report, out var text, out var errors)) return Refuse(context, errors);
        if (!EvidenceManifest.TryRead(text, out var manifest, out var why))
        {
            errors.Add(new InputError(file, null, "", why));
            return Refuse(context, errors);
        }

        var recorded = manifest!.Run;
        var folder = Path.GetDirectoryName(report.Path)!;
        foreach (var path in recorded.Overlays.Append(recorded.Project).Append(recorded.Baseline))
            if (LeadsAway(path))
                errors.Add(new InputError(file, null, "", new($"'{InputError.Quote(path)}' does not lie beside the report.", $"“{InputError.Quote(path)}”不在报告所在之处。")));
        if (errors.Count > 0) return Refuse(context, errors);
        string Here(string path) => Path.GetRelativePath(context.CurrentDirectory, Path.GetFullPath(Path.Combine(folder, path)));
        if (!context.TryLoad([.. recorded.Overlays.Select(Here)])) return ExitCode.BadData;
        var place = default(Jurisdiction);
        if (recorded.Place.Length > 0 && !ToolOptions.TryPlace(context, recorded.Place, out place)) return ExitCode.BadData;
        var request = new AuditRequest(project ?? Here(recorded.Project))
        {
            On = recorded.On,
            Place = place,
            EvidenceFloor = manifest.EvidenceFloor,
            Baseline = recorded.Baseline.Length > 0 ? Here(recorded.Baseline) : null,
            Made = recorded.Made,
        };
        if (!request.TryRun(context, out var made, out var all)) return context.Report(all, new("the report was not verified", "未能验证报告"));
        var again = made.ReportFor(folder);
        // Where the project was moved, the report must still name it as it did.
        if (project is not null) again = again.With(again.Run with { Project = recorded.Project });
        return Compare(context, text, manifest, again, isJson);
    }

    // The tool writes paths from the folder of the report, or with a drive; a report that a stranger made must not call on another machine.
    private static bool LeadsAway(string path) => path.Length > 0 && (path[0] is '/' or '\\' || path.Contains('\0', StringComparison.Ordinal));

    private static int Compare(ToolContext context, string text, EvidenceManifest then, AuditReport again, bool isJson)
    {
        var now = again.ManifestOf(then.Format, then.Language);
        // Of each check whether it holds; nothing where it was not made.
        var checks = new List<(string Name, bool? Holds, BilingualText Text)>();
        var changed = Differences(then.Inputs, now.Inputs, static file => file.File, static file => file.Sha256);
        Check("files", changed.Count == 0, new($"Files: {then.Inputs.Count} read, each as recorded.", $"文件：共 {then.Inputs.Count} 个，均与记录一致。"), new($"Files that are not as recorded: {string.Join(", ", changed)}.", $"与记录不一致的文件：{string.Join("、", changed)}。"));
        changed = Differences(then.Editions, now.Editions, static edition => edition.Number, static edition => edition.FactsSha256);
        Check(
            "rules", changed.Count == 0, new($"Rules: the facts of {(then.Editions.Count == 1 ? "1 edition" : $"{then.Editions.Count} editions")} are those that were applied.", $"规则：{then.Editions.Count} 个版本的数据与当时所用一致。"),
            new($"Editions whose facts have changed in the catalogue, or that are not applied any more: {string.Join(", ", changed)}.", $"目录数据已变更或不再适用的版本：{string.Join("、", changed)}。"));
        Check(
            "verdicts", then.VerdictsSha256 == now.VerdictsSha256 && then.Overall == now.Overall,
            new($"Verdicts: all {then.FindingCount} come out again, {Words.Of(then.Overall).English} as a whole.", $"结论：{then.FindingCount} 项全部重现，总体为“{Words.Of(then.Overall).Chinese}”。"),
            new(
                $"The verdicts differ: recorded are {then.FindingCount}, {Words.Of(then.Overall).English} as a whole; now {now.FindingCount} come out, {Words.Of(now.Overall).English} as a whole.",
                $"结论不一致：记录为 {then.FindingCount} 项、{Words.Of(then.Overall).Chinese}；现为 {now.FindingCount} 项、{Words.Of(now.Overall).Chinese}。"));
        if (then.Run.Producer == now.Run.Producer)
        {
            using var output = new StringWriter();
            ReportForms.Write(output, again, then.Format, then.Language);
            Check(
                "report", output.ToString().Trim() == text.Trim(), new("Report: every letter is as this program writes it.", "报告：与本程序生成的内容逐字一致。"),
                new("The report itself is not what these files give: it was changed after it was made, or the files were.", "报告内容与这些文件的生成结果不符：报告或文件在生成后被改动。"));
        }
        else
        {
            var producer = InputError.Quote(then.Run.Producer);
            checks.Add(("report", null, new(
                $"The report was made by {producer}, and this is {now.Run.Producer}: its letters were not compared.", $"报告由 {producer} 生成，当前为 {now.Run.Producer}：未逐字比对。")));
        }

        // What names another producer may be anything between the facts: nobody has looked at it.
        var (result, words) = checks.Exists(static check => check.Holds == false) ? (Verdict.NonCompliant, new BilingualText("Not verified.", "验证未通过。"))
            : checks.TrueForAll(static check => check.Holds == true) ? (Verdict.Compliant, new("Verified.", "验证通过。"))
            : (Verdict.Indeterminate, new("Files, rules and verdicts hold; the report itself was not verified.", "文件、规则和结论均一致；报告本身未经验证。"));
        if (isJson) context.Json(Write);
        else
        {
            foreach (var (_, holds, told) in checks) context.Line(told.In(context.Language), ToolContext.StyleOf(VerdictOf(holds)));
            context.Line(words.In(context.Language), ToolContext.StyleOf(result));
        }

        return ExitCode.Of(result);

        void Check(string name, bool holds, BilingualText good, BilingualText bad) => checks.Add((name, holds, holds ? good : bad));

        static Verdict VerdictOf(bool? holds) => holds switch { true => Verdict.Compliant, false => Verdict.NonCompliant, _ => Verdict.Indeterminate };

        void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteString("result", result switch { Verdict.Compliant => "verified", Verdict.NonCompliant => "notVerified", _ => "notCompared" });
            writer.WritePropertyName("text");
            FindingJson.WriteText(writer, words);
            writer.WriteStartArray("checks");
            foreach (var (name, holds, told) in checks)
            {
                writer.WriteStartObject();
                writer.WriteString("check", name);
                if (holds is { } known) writer.WriteBoolean("holds", known);
                else writer.WriteNull("holds");
                writer.WritePropertyName("text");
                FindingJson.WriteText(writer, told);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private static List<string> Differences<T>(IReadOnlyList<T> then, IReadOnlyList<T> now, Func<T, string> nameOf, Func<T, string> hashOf)
    {
        var (before, after) = (then.Select(Known).ToHashSet(), now.Select(Known).ToHashSet());
        before.SymmetricExceptWith(after);
        return [.. before.Select(static one => InputError.Quote(one.Name)).Distinct().Order(StringComparer.Ordinal)];

        (string Name, string Hash) Known(T one) => (nameOf(one), hashOf(one));
    }

    private static int Refuse(ToolContext context, InputErrorList errors) => context.Report([errors], new("the report was not verified", "未能验证报告"));
}
