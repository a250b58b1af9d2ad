using System.Globalization;

namespace GreenBuild.Standards.Reporting;

/// <summary>Writes an audit as a table for spreadsheets: a row for each finding, in the language of the reader; programs take <see cref="JsonReport"/>.</summary>
/// <remarks>RFC 4180 with byte order mark. A text that begins like a formula gets a <c>'</c> before it. There is no manifest in it.</remarks>
public static class CsvReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="output">Where it goes; to be stored as UTF-8.</param>
    /// <param name="report">What it shows.</param>
    /// <param name="language">The language of headings, verdicts and reasons.</param>
    public static void Write(TextWriter output, AuditReport report, Language language)
    {
        IReadOnlyList<string> columns =
        [
            Say("part", "部分"), Say("group", "分组"), Say("subject", "对象"), Say("rule", "规则"), Say("verdict", "结论"), Say("would be", "暂定结论"), Say("waived until", "豁免至"), Say("change", "变化"),
            Say("from", "起"), Say("to", "止"), Say("measured", "实测值"), Say("compared", "评价值"), Say("comparison", "比较"), Say("limit", "限值"), Say("upper limit", "上限"), Say("unit", "单位"), Say("margin", "裕量"),
            Say("edition", "版本"), Say("clause", "条款"), Say("evidence", "依据程度"), Say("missing", "缺少信息"), Say("not recorded", "未记录"), Say("reason", "理由"), Say("file", "文件"), Say("line", "行"), Say("key", "规则键"), Say("id", "标识"),
        ];
        CsvTable.Write(output, columns, report.Findings.Select(one => Row(report, one, language)));

        string Say(string english, string chinese) => new BilingualText(english, chinese).In(language);
    }

    private static IReadOnlyList<object?> Row(AuditReport report, ReportedFinding reported, Language language)
    {
        var finding = reported.Finding;
        string NamesOf(IReadOnlyList<string> inputs) => string.Join("; ", inputs.Select(input => language == Language.Chinese ? Words.OfInput(input).Chinese : input));
        return
        [
            reported.Section.Title.In(language), reported.Group.Name.In(language), ReportFormat.SubjectOf(finding, language), finding.Requirement?.Title.In(language), Words.Of(finding.Verdict).In(language),
            finding.ProvisionalVerdict is { } provisional ? Words.Of(provisional).In(language) : null, reported.Waiver?.Until.ToString(), report.Previous?.ChangeOf(reported).In(language),
            Time(finding.From), Time(finding.To), finding.Measured, finding.Compared, finding.Requirement is { } rule ? Words.Of(rule.Comparator) : null, finding.Limit, finding.UpperLimit, finding.Unit, finding.Margin,
            finding.Edition?.Number, finding.Clause, finding.Requirement is null ? null : Words.Of(finding.Evidence).In(language), NamesOf(finding.Missing), NamesOf(finding.NotRecorded), finding.Reason.In(language),
            finding.Origin?.File, finding.Origin?.Line, finding.Requirement?.Key, reported.Id,
        ];
    }

    private static string? Time(DateTime? local) => local?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
