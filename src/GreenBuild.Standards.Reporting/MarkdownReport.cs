using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Reporting;

/// <summary>Writes the summary of an audit in Markdown (of GitHub's kind), for pull requests, messages and the page of a CI run.</summary>
/// <remarks>Bounded: what wants attention is listed, at most <see cref="MostListed"/> of it. Everything that comes from files is escaped. There is no manifest in it.</remarks>
public static class MarkdownReport
{
    /// <summary>How many findings are listed at most; GitHub takes 65,536 letters.</summary>
    public const int MostListed = 100;

    /// <summary>Writes a report.</summary>
    /// <param name="output">Where it goes; to be stored as UTF-8.</param>
    /// <param name="report">What it shows.</param>
    /// <param name="language">The language of the report.</param>
    public static void Write(TextWriter output, AuditReport report, Language language)
    {
        var audit = report.Audit;
        Line($"# {Text(audit.Project.Name)}");
        Line();
        Line($"**{Say("Result: ", "总体结论：")}{SignOf(audit.Overall)} {Words.Of(audit.Overall).In(language)}**");
        Line();
        Line($"{audit.Project.Place.Name.In(language)} ({audit.Project.Place.Code}){Say("; ", "；")}{Say($"facts as of {audit.Catalogue.ReleaseDate}", $"标准数据截至 {audit.Catalogue.ReleaseDate}")}");
        Line();
        foreach (var stage in report.Stages) Line($"- {SignOf(stage.Verdict)} {stage.Question.In(language)} {Text(stage.Answer.In(language))}");
        Line();
        Row([Say("Part", "部分"), .. ReportFormat.Verdicts.Select(verdict => Words.Of(verdict).In(language)), Say("Result", "结论")]);
        Line("|---|--:|--:|--:|--:|--:|---|");
        foreach (var section in audit.Sections)
            Row([
                section.Title.In(language),
                .. ReportFormat.Verdicts.Select(verdict => Count(section.Findings.Count(finding => finding.Verdict == verdict))),
                SignOf(audit.OverallOf(section)) + " " + Words.Of(audit.OverallOf(section)).In(language),
            ]);
        if (audit.WaivedCount > 0)
        {
            Line();
            Line(Say($"Waived: {audit.WaivedCount}; they do not count towards the result.", $"已豁免 {audit.WaivedCount} 项，不计入总体结论。"));
        }

        foreach (var note in audit.Notes)
        {
            Line();
            Line(Text(note.In(language)));
        }

        if (ReportFormat.OnTrustOf(report) is { } onTrust)
        {
            Line();
            Line(Text(onTrust.In(language)));
        }

        if (report.Previous is not null)
        {
            Line();
            Line(Say("Against the earlier audit: ", "与上次审核相比：") + ReportFormat.ComparisonOf(report).In(language));
        }

        WriteProblems();
        Line();
        Line("## " + Say("What was read", "所读取的文件"));
        Line();
        Row(Say("File", "文件"), Say("Bytes", "字节"), "SHA-256");
        Line("|---|--:|---|");
        foreach (var file in report.Inputs) Row(Text(file.File), file.Length.ToString(CultureInfo.InvariantCulture), "`" + file.Sha256 + "`");
        if (report.Run.Producer.Length > 0)
        {
            Line();
            Line(Text(report.Run.Producer) + (report.Run.Made is { } made ? ", " + made.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : ""));
        }

        void WriteProblems()
        {
            var problems = report.Problems;
            if (problems.Count == 0) return;
            Line();
            Line("## " + Say("What wants attention", "待处理项"));
            Line();
            Row(Say("Verdict", "结论"), Say("Subject", "对象"), Say("Rule", "规则"), Say("Compared", "评价值"), Say("Limit", "限值"), Say("Reason", "理由"), Say("Basis", "依据"));
            Line("|---|---|---|--:|--:|---|---|");
            foreach (var one in problems.Take(MostListed))
            {
                var finding = one.Finding;
                Row(
                    SignOf(finding.Verdict) + " " + ReportFormat.VerdictOf(finding, language), Text(ReportFormat.SubjectAndTimeOf(finding, language)), Text(finding.Requirement?.Title.In(language) ?? ReportFormat.Nothing),
                    Text(ReportFormat.WithUnit(finding.Compared, finding.Unit)), Text(ReportFormat.LimitOf(finding)), Text(finding.Reason.In(language)), Text(finding.Requirement?.Citation ?? ReportFormat.Nothing));
            }

            if (problems.Count <= MostListed) return;
            Line();
            Line(Say($"{problems.Count - MostListed} more are not listed here.", $"另有 {problems.Count - MostListed} 项未在此列出。"));
        }

        string Say(string english, string chinese) => new BilingualText(english, chinese).In(language);

        void Line(string text = "") => output.Write(text + "\n");

        void Row(params string[] cells) => Line("| " + string.Join(" | ", cells) + " |");

        static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
    }

    // Not by colour or picture alone: the word stands beside it.
    private static string SignOf(Verdict verdict) => verdict switch
    {
        Verdict.Compliant => "✓",
        Verdict.NonCompliant => "✗",
        Verdict.NotApplicable => "–",
        _ => "?",
    };

    /// <summary>A text in which nothing is a mark of Markdown, a tag, a mention or a new line.</summary>
    internal static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (letter is '\r' or '\n' or '\t') escaped.Append(' ');
            else if (char.IsControl(letter)) continue;
            // Between two $ GitHub sets formulas; a backslash before one does not keep it from that.
            else if (letter is '<' or '>' or '&' or '@' or '$') escaped.Append("&#").Append(((int)letter).ToString(CultureInfo.InvariantCulture)).Append(';');
            else if (letter is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '#' or '|' or '~' or '!') escaped.Append('\\').Append(letter);
            else escaped.Append(letter);
        }

        // An address would become a link by itself.
        return escaped.Replace("://", ":&#47;&#47;").Replace("www.", "www&#46;").ToString();
    }
}
