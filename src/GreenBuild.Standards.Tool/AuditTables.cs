using System.Globalization;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Reporting;
using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary>An audit as tables for people.</summary>
internal sealed class AuditTables(ToolContext context, AuditReport report)
{
    // A terminal is no place for more; the reports have all of them.
    private const int MostListed = 500;

    private readonly ProjectAudit _audit = report.Audit;
    private readonly IReadOnlyList<MissingFact> _missing = MissingFact.Of(report.Audit);

    public void Write(IReadOnlyList<string> files)
    {
        context.Line(_audit.Project.Name, new Style(decoration: Decoration.Bold));
        context.Line(context.Say(
            $"{_audit.Project.Site.Place.Name.English} ({_audit.Project.Site.Place.Code}); facts as of {_audit.Catalogue.ReleaseDate}" + (_audit.Noise is null ? "" : "; levels in dB(A)"),
            $"{_audit.Project.Site.Place.Name.Chinese}（{_audit.Project.Site.Place.Code}）；标准数据截至 {_audit.Catalogue.ReleaseDate}" + (_audit.Noise is null ? "" : "；声级单位 dB(A)")));
        var overlays = _audit.Catalogue.Editions.Select(static edition => edition.Overlay).OfType<string>().Distinct().ToList();
        if (overlays.Count > 0) context.Line(context.Say("Overlays beside the built-in catalogue: ", "内置目录之外的叠加文件：") + string.Join(context.Say(", ", "、"), overlays));
        if (_audit.Noise is { } noise)
        {
            foreach (var point in noise.Points) WritePoint(point);
            WriteWork(noise);
        }

        foreach (var section in _audit.Sections)
            if (section.Domain != ProjectDomain.Noise) WriteSection(section);
        WriteSummary(files);
    }

    private void WriteSection(AuditSection section)
    {
        context.Line();
        context.Line(section.Title.In(context.Language), new Style(decoration: Decoration.Bold));
        foreach (var group in section.Groups)
        {
            context.Line(group.Name.In(context.Language));
            foreach (var note in group.Notes) context.Line("  " + note.In(context.Language));
            if (group.Findings.Count > 0) WriteFindings(group.Findings);
            foreach (var table in group.Tables)
            {
                context.Line("  " + table.Title.In(context.Language));
                var listing = new Listing(context, [.. table.Columns.Select(column => new ListingColumn(column.Heading.In(context.Language), IsNumber: column.IsNumber))]) { IsSpaced = false };
                foreach (var row in table.Rows.Take(MostListed)) listing.Add([.. row.Select(cell => new ListingCell(cell.In(context.Language)))]);
                listing.Write();
                WriteMore(table.Rows.Count);
            }
        }
    }

    private void WriteFindings(IReadOnlyList<Finding> findings)
    {
        var listing = new Listing(
            context, new(context.Say("Subject", "对象")), new(context.Say("Verdict", "结论")), new(context.Say("Rule", "规则")), new(context.Say("Reason", "理由"), HasDetails: true), new(context.Say("Basis", "依据"), true));
        foreach (var finding in findings.Take(MostListed))
        {
            var waived = _audit.WaiverOf(finding) is { } waiver ? context.Say($" (waived until {waiver.Until})", $"（已豁免至 {waiver.Until}）") : "";
            listing.Add(
                [
                    new(ReportFormat.SubjectAndTimeOf(finding, context.Language)), new(VerdictOf(finding) + waived, ToolContext.StyleOf(finding.Verdict)),
                    new(finding.Requirement?.Title.In(context.Language) ?? ReportFormat.Nothing), new(finding.Reason.In(context.Language)), new(BasisOf(finding))
                ],
                Listing.Detail(BasisOf(finding)));
        }

        listing.Write();
        WriteMore(findings.Count);
    }

    private void WriteMore(int count)
    {
        if (count > MostListed) context.Line("  " + context.Say($"{count - MostListed} more are not shown here; the reports have all of them.", $"另有 {count - MostListed} 项未显示，报告中有全部内容。"));
    }

    private void WritePoint(PointAudit point)
    {
        context.Line();
        context.Line(context.Say("Point: ", "测点：") + point.Name, new Style(decoration: Decoration.Bold));
        var listing = new Listing(
            context, new(context.Say("Period", "时段"), HasDetails: true), new(context.Say("Quantity", "指标")), new(context.Say("Measured", "实测"), IsNumber: true),
            new(context.Say("Compared", "评价值"), IsNumber: true), new(context.Say("Limit", "限值"), IsNumber: true), new(context.Say("Verdict", "结论")),
            new(context.Say("Over uncorrected, min", "超限（未修正）min"), true, IsNumber: true), new(context.Say("Highest 20 min (compared)", "最高 20 min（评价值）"), true, IsNumber: true), new(context.Say("Basis", "依据"), true))
        {
            IsSpaced = false,
        };
        foreach (var period in point.Periods)
        {
            for (var i = 0; i < period.Findings.Count; i++)
            {
                var finding = period.Findings[i];
                var (over, highest) = (i == 0 ? ReportFormat.ExceedingOf(period) : "", i == 0 ? ReportFormat.HighestTwentyMinutesOf(period) : "");
                listing.Add(
                    [
                        new(i == 0 ? ReportFormat.PeriodOf(period, context.Language) + ReportFormat.CoverageOf(period).In(context.Language) : ""), new(i == 0 ? "LAeq" : "LAmax"),
                        new(i == 0 ? ReportFormat.LevelOf(period.EquivalentLevel) : ReportFormat.LevelOf(period.Maximum)), new(ReportFormat.NumberOf(finding.Compared)),
                        new(ReportFormat.LimitOf(finding)), new(VerdictOf(finding), ToolContext.StyleOf(finding.Verdict)), new(over), new(highest), new(BasisOf(finding))
                    ],
                    Listing.Detail(BasisOf(finding)),
                    Listing.Detail(i == 0 ? context.Say($"over, uncorrected: {over} min; highest 20 min (compared): {highest}", $"超限（未修正）{over} min；最高 20 min（评价值）：{highest}") : ""));
            }
        }

        listing.Write();
        if (point.Point.UnusedColumns.Count > 0) context.Line("  " + context.Say("Columns not used: ", "未使用的列：") + string.Join(context.Say(", ", "、"), point.Point.UnusedColumns));
        if (point.LeftOutCount > 0) context.Line($"  {ReportFormat.LeftOutOf(point).In(context.Language)}");
        foreach (var period in point.Periods)
        {
            foreach (var finding in period.Findings)
                // What the site does not state is said once, below.
                if (finding.Verdict is Verdict.Indeterminate or Verdict.Invalid && (finding.Missing.Count == 0 || !finding.Missing.All(name => _missing.Any(fact => fact.Input == name))))
                    context.Line($"  {ReportFormat.PeriodOf(period, context.Language)}{context.Say(": ", "：")}{finding.Reason.In(context.Language)}");
        }
    }

    private string VerdictOf(Finding finding) =>
        ReportFormat.VerdictOf(finding, context.Language) + (finding.IsOnTrust ? " " + ReportFormat.OnTrustSign : "");

    private void WriteWork(NoiseAudit noise)
    {
        context.Line();
        context.Line(context.Say("Permission to work at night", "夜间施工许可"), new Style(decoration: Decoration.Bold));
        if (noise.Works.Count == 0)
        {
            context.Line(context.Say("The project declares no work at night; permission was not judged.", "项目未申报夜间施工，未评价施工许可。"));
            return;
        }

        foreach (var work in noise.Works)
        {
            var description = work.Work.Description.Length > 0 ? work.Work.Description + context.Say(", ", "，") : "";
            context.Line(description + ReportFormat.SpanOf(work.Work.Start, work.Work.End));
            if (work.Findings.Count == 0)
            {
                context.Line("  " + context.Say("No rule of the catalogue is concerned.", "目录中没有相关规则。"));
                continue;
            }

            var listing = new Listing(context, new(context.Say("Rule", "规则")), new(context.Say("Verdict", "结论")), new(context.Say("Reason", "理由"), HasDetails: true));
            foreach (var finding in work.Findings)
                listing.Add([
                    new(finding.Requirement?.Title.In(context.Language) ?? ReportFormat.Nothing), new(VerdictOf(finding), ToolContext.StyleOf(finding.Verdict)),
                    new(finding.Reason.In(context.Language))]);
            listing.Write();
        }
    }

    private void WriteSummary(IReadOnlyList<string> files)
    {
        context.Line();
        var counts = ReportFormat.Verdicts.Select(verdict => $"{_audit.Count(verdict).ToString(CultureInfo.InvariantCulture)} {Words.Of(verdict).In(context.Language)}");
        var provisional = _audit.ProvisionalCount > 0
            ? context.Say($" (provisional among the indeterminate: {_audit.ProvisionalCount})", $"（无法判定中暂定 {_audit.ProvisionalCount} 项）")
            : "";
        context.Line(context.Say("Findings: ", "结论汇总：") + string.Join(context.Say(", ", "，"), counts) + provisional);
        if (ReportFormat.OnTrustOf(report) is { } onTrust) context.Line(ReportFormat.OnTrustSign + " " + onTrust.In(context.Language), ToolContext.StyleOf(Verdict.Indeterminate));
        if (_audit.WaivedCount > 0) context.Line(context.Say($"Waived: {_audit.WaivedCount}; they do not count towards the result.", $"已豁免 {_audit.WaivedCount} 项，不计入总体结论。"));
        foreach (var waiver in _audit.ExpiredWaivers) context.Line(context.Say($"The waiver of {waiver.Rule} ended on {waiver.Until}: it does not count.", $"对 {waiver.Rule} 的豁免已于 {waiver.Until} 到期，不生效。"), ToolContext.StyleOf(Verdict.Indeterminate));
        foreach (var stage in report.Stages) context.Line($"{stage.Question.In(context.Language)} {stage.Answer.In(context.Language)}", ToolContext.StyleOf(stage.Verdict));
        WriteComparison();
        context.Line(context.Say("Result: ", "总体结论：") + Words.Of(_audit.Overall).In(context.Language), ToolContext.StyleOf(_audit.Overall));
        foreach (var fact in _missing) context.Line(fact.Advice.In(context.Language), ToolContext.StyleOf(Verdict.Indeterminate));
        foreach (var note in _audit.Notes) context.Line(note.In(context.Language));
        foreach (var file in files) context.Line(context.Say("Report: ", "报告：") + file);
    }

    private void WriteComparison()
    {
        if (report.Previous is null) return;
        var (worse, before) = (report.NewProblems, ReportFormat.PreviousOf(report).ToList());
        context.Line(context.Say("Against the baseline: ", "与基线相比：") + ReportFormat.ComparisonOf(report).In(context.Language));
        foreach (var one in worse.Take(MostListed))
            context.Line($"  {report.Previous.ChangeOf(one).In(context.Language)}{context.Say(": ", "：")}{ReportFormat.SubjectAndTimeOf(one.Finding, context.Language)}{context.Say(": ", "：")}{one.Finding.Summarise(context.Language)}", ToolContext.StyleOf(one.Finding.Verdict));
        WriteMore(worse.Count);
        foreach (var line in before.Take(MostListed)) context.Line("  " + line.In(context.Language));
        WriteMore(before.Count);
    }

    private string BasisOf(Finding finding)
    {
        if (finding.Requirement is not { } requirement) return ReportFormat.Nothing;
        var overlay = EditionWords.OverlayOf(requirement.Edition).In(context.Language);
        return EvidenceOf(finding, requirement) + (overlay.Length > 0 ? $" [{overlay}]" : "");
    }

    private string EvidenceOf(Finding finding, Requirement requirement)
    {
        // The limit may be confirmed while a rule of the method, on which the verdict hangs as well, is not.
        if (finding.Evidence < requirement.Evidence)
            return requirement.Citation + context.Say($" (method {Words.Of(finding.Evidence).English})", $"（方法{Words.Of(finding.Evidence).Chinese}）");
        return requirement.Citation + (requirement.Evidence == Evidence.Confirmed ? "" : context.Say($" ({Words.Of(requirement.Evidence).English})", $"（{Words.Of(requirement.Evidence).Chinese}）"));
    }
}
