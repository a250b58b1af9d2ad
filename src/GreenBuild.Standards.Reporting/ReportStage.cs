using System.Globalization;

namespace GreenBuild.Standards.Reporting;

/// <summary>One of the three questions that a submission is asked: can it be read, is it complete, does it comply.</summary>
public sealed class ReportStage
{
    // An answer is one line; every finding names what it waits for.
    private const int MostNamed = 8;

    private ReportStage(BilingualText question, BilingualText answer, Verdict verdict)
    {
        Question = question;
        Answer = answer;
        Verdict = verdict;
    }

    /// <summary>The question.</summary>
    public BilingualText Question { get; }

    /// <summary>The answer in a few words.</summary>
    public BilingualText Answer { get; }

    /// <summary>What the answer comes to: an incomplete submission is <see cref="Verdict.Indeterminate"/>.</summary>
    public Verdict Verdict { get; }

    // What cannot be read gives errors and no report.
    internal static IReadOnlyList<ReportStage> Of(AuditReport report)
    {
        var files = report.Inputs.Count;
        var waiting = report.Audit.Findings.Where(static finding => finding.Missing.Count > 0).ToList();
        // A duty that nobody said anything of is named by its title.
        var missing = waiting.SelectMany(static finding => finding.Missing).Distinct(StringComparer.Ordinal).Select(name => report.Audit.Catalogue.Find(name)?.Title ?? Words.OfInput(name)).ToList();
        var problems = report.Problems;
        var (broken, open) = (problems.Count(static one => one.Severity == 2), problems.Count(static one => one.Severity == 1));
        return
        [
            new(new("Can it be read?", "能否读取"), new(files == 1 ? "1 file, without error" : $"{files} files, without error", $"{files} 个文件，无错误"), Verdict.Compliant),
            missing.Count == 0
                ? new(new("Is it complete?", "是否齐全"), new("nothing is missing that a rule asks for", "规则所需信息齐全"), Verdict.Compliant)
                : new(
                    new("Is it complete?", "是否齐全"),
                    new($"{Count(waiting.Count, "finding waits", "findings wait")} for what is not stated: {Named(Language.English, ", ", " and ", " more")}", $"{waiting.Count} 项结论待补充信息：{Named(Language.Chinese, "、", "，另有 ", " 项")}"),
                    Verdict.Indeterminate),
            new(
                new("Does it comply?", "是否符合"),
                new(
                    broken + open == 0 ? $"{Count(report.Findings.Count, "finding", "findings")}, none of them wants attention" : $"{broken} not compliant, {open} not decided, of {Count(report.Findings.Count, "finding", "findings")}",
                    broken + open == 0 ? $"共 {report.Findings.Count} 项结论，无待处理项" : $"共 {report.Findings.Count} 项结论，其中不符合 {broken} 项，未能判定 {open} 项"),
                report.Audit.Overall),
        ];

        string Named(Language language, string between, string and, string more) =>
            string.Join(between, missing.Take(MostNamed).Select(name => name.In(language))) + (missing.Count > MostNamed ? and + (missing.Count - MostNamed).ToString(CultureInfo.InvariantCulture) + more : "");

        static string Count(int count, string one, string many) => count == 1 ? "1 " + one : $"{count} {many}";
    }
}
