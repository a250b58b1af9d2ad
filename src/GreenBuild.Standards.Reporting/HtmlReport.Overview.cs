using System.Globalization;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting;

public static partial class HtmlReport
{
    private sealed partial class Page
    {
        // On paper a list of a thousand boxes is no checklist any more.
        private const int MostToCheck = 200;

        // With the class of what belongs to one part of the project.
        private readonly List<(string Id, string Title, string? Of)> _parts = [];

        // What belongs to the noise, which has several sections of the page.
        private const string OfNoise = "of-noise";

        private IReadOnlyList<ReportedFinding> Problems => report.Problems;

        private List<ReportedFinding> DutiesToSee => field ??=
            report.Findings.Where(static one => one is { Section.Domain: ProjectDomain.Duties, Severity: 0, Finding.Verdict: not Verdict.NotApplicable }).ToList();

        private IReadOnlyList<ReportedFinding> OnTrust => report.OnTrust;

        private bool HasChecklist => Problems.Count > 0 || DutiesToSee.Count > 0 || OnTrust.Count > 0;

        // Without script: the style sheet looks at which of them is chosen.
        private void WriteViews()
        {
            html.Open("fieldset", "class", "views");
            html.Element("legend", Say("Show", "显示"));
            View("view", "view-all", Say("everything", "全部"), isChosen: true);
            View("view", "view-attention", Say("what wants attention", "待处理"));
            // The worst first; what there is none of needs no view.
            foreach (var verdict in new[] { Verdict.NonCompliant, Verdict.Indeterminate, Verdict.Invalid, Verdict.Compliant, Verdict.NotApplicable })
                if (_audit.Count(verdict) > 0) View("view", "view-" + ClassOf(verdict), Words.Of(verdict).In(language));
            html.Close();
            if (_audit.Sections.Count > 1)
            {
                html.Open("fieldset", "class", "views");
                html.Element("legend", Say("of", "部分"));
                View("part", "only-all", Say("all parts", "全部"), isChosen: true);
                foreach (var section in _audit.Sections) View("part", "only-" + WordOf(section), section.Title.In(language));
                html.Close();
            }

            html.Open("fieldset", "class", "views");
            html.Element("legend", Say("Print", "打印"));
            html.Empty("input", "type", "checkbox", "id", "print-all", "class", "all");
            html.Element("label", Say("with the explanations of compliant findings too", "包括符合结论的详细说明"), "for", "print-all");
            html.Close();

            // A print of a part must not pass for the whole.
            html.Element("p", Say("Not the whole report: only what was chosen on the screen is shown.", "非完整报告：仅显示屏幕上所选内容。"), "class", "filtered");

            void View(string group, string id, string text, bool isChosen = false)
            {
                html.Empty("input", "type", "radio", "name", group, "id", id, "class", isChosen ? "all" : null, "checked", isChosen ? "" : null);
                html.Element("label", text, "for", id);
            }
        }

        private void WriteContents()
        {
            html.Open("nav", "aria-label", Say("Contents", "目录"));
            html.Open("ol", "class", "contents");
            foreach (var (id, title, of) in _parts) html.Open("li", "class", of).Element("a", title, "href", "#" + id).Close();
            html.Close().Close();
        }

        // What will follow; each part takes its identifier from here, so that no link leads nowhere.
        private void PlanParts()
        {
            _parts.Add(("summary", Say("Summary", "汇总"), null));
            if (HasChecklist) _parts.Add(("checklist", Say("To check on site", "现场核查清单"), null));
            foreach (var point in Points.Take(MostDrawn)) _parts.Add((IdOf(point), Say("Point: ", "测点：") + point.Name, OfNoise));
            if (_noise is not null) _parts.Add(("night-work", Say("Permission to work at night", "夜间施工许可"), OfNoise));
            foreach (var section in _audit.Sections)
                if (section.Domain != ProjectDomain.Noise) _parts.Add((IdOf(section), section.Title.In(language), ClassOf(section)));
            if (_audit.Project.Waivers.Count > 0) _parts.Add(("waivers", Say("Waivers of the project", "项目声明的豁免"), null));
            _parts.Add(("rules", Say("Rules applied and their sources", "所依据的规则及其来源"), null));
            _parts.Add(("inputs", Say("Files that were read", "所读取的文件"), null));
        }

        // The noise has no section of its own: it begins with its first point.
        private string IdOf(AuditSection section) =>
            section.Domain != ProjectDomain.Noise ? "part-" + WordOf(section) : Points.Count > 0 ? IdOf(Points[0]) : "night-work";

        private static string ClassOf(AuditSection section) => "of-" + WordOf(section);

        private static string WordOf(AuditSection section) => section.Domain.ToString().ToLowerInvariant();

        private void WriteStages()
        {
            html.Open("ol", "class", "stages");
            foreach (var stage in report.Stages)
            {
                html.Open("li", "class", ClassOf(stage.Verdict));
                html.Element("span", SignOf(stage.Verdict), "class", "sign", "aria-hidden", "true");
                html.Element("b", stage.Question.In(language)).Text(" " + stage.Answer.In(language));
                html.Close();
            }

            html.Close();
        }

        private void WriteComparison()
        {
            if (report.Previous is not { } previous) return;
            var worse = report.NewProblems;
            html.Open("div", "class", "comparison");
            html.Element("h3", Say("Against the earlier audit", "与上次审核相比"));
            html.Element("p", ReportFormat.ComparisonOf(report).In(language));
            html.Open("ul");
            foreach (var one in worse.Take(MostToCheck))
            {
                html.Open("li");
                Badge(one.Finding);
                html.Text(" " + previous.ChangeOf(one).In(language) + Say(": ", "：") + ReportFormat.SubjectAndTimeOf(one.Finding, language) + Say(": ", "：") + one.Finding.Summarise(language)).Close();
            }

            foreach (var line in ReportFormat.PreviousOf(report).Take(MostToCheck)) html.Element("li", line.In(language));
            html.Close().Close();
        }

        // For a person with a pen: what to look at, what is asked for, and room for what was found.
        private void WriteChecklist()
        {
            if (!HasChecklist) return;
            html.Open("section", "id", "checklist", "class", "checklist");
            html.Element("h2", Say("To check on site", "现场核查清单"));
            if (Problems.Count > 0) WriteToCheck(Problems, Say("What is not compliant or not decided, the worst first.", "不符合及未能判定的事项，最严重者在前。"));
            // A record says that a duty was done on the day of the inspection; whether it is still done can be seen on site alone.
            if (DutiesToSee.Count > 0) WriteToCheck(DutiesToSee, Say("Duties that were recorded as done, or are waived: to be seen again.", "记录为已落实或已豁免的措施，需复核。"));
            if (OnTrust.Count > 0) WriteToAskFor();
            html.Open("p", "class", "signature");
            foreach (var line in new[] { Say("Checked by", "核查人"), Say("Date", "日期"), Say("Signature", "签名") }) html.Open("span").Text(line).Open("i").Close().Close();
            html.Close().Close();
        }

        private void WriteToAskFor()
        {
            html.Element("p", Say("Not recorded, and taken as in order: records to ask for.", "未记录、视为符合要求的条件，需索取记录。"), "class", "small");
            html.Open("ul", "class", "boxes");
            var groups = OnTrust.GroupBy(static one => (one.Section, one.Finding.Subject, Names: string.Join(",", one.Finding.NotRecorded))).ToList();
            foreach (var group in groups.Take(MostToCheck))
            {
                html.Open("li", "class", ClassOf(group.Key.Section)).Element("span", "☐", "class", "box", "aria-hidden", "true");
                html.Text(" " + (group.Key.Subject ?? group.Key.Section.Title.In(language)) + Say($" ({Findings(group.Count())}): ", $"（{group.Count()} 项结论）：") + NamesOf(group.First().Finding.NotRecorded)).Close();
            }

            html.Close();
            if (groups.Count > MostToCheck) html.Element("p", Say($"{groups.Count - MostToCheck} more are not listed here.", $"另有 {groups.Count - MostToCheck} 项未在此列出。"));

            static string Findings(int count) => count == 1 ? "1 finding" : count.ToString(CultureInfo.InvariantCulture) + " findings";
        }

        private void WriteToCheck(IReadOnlyList<ReportedFinding> findings, string what)
        {
            html.Element("p", what, "class", "small");
            html.Open("table", "class", "cards");
            HeadRow(Say("Subject", "对象"), Say("Rule", "规则"), Say("Asked for", "要求"), Say("Verdict", "结论"), Say("Why, and what to find out", "原因及需查明事项"), Say("Found on site", "现场情况"));
            html.Open("tbody");
            foreach (var one in findings.Take(MostToCheck))
            {
                var finding = one.Finding;
                OpenRow(ClassOf(finding.Verdict) + " " + ClassOf(one.Section));
                OpenHeading().Element("span", "☐", "class", "box", "aria-hidden", "true").Text(" " + ReportFormat.SubjectAndTimeOf(finding, language)).Close();
                OpenCell("text").Text(finding.Requirement?.Title.In(language) ?? ReportFormat.Nothing);
                if (finding.Requirement is { } rule) html.Text(" ").Element("a", rule.Citation, "href", "#" + rule.Key);
                html.Close();
                Cell(finding.Requirement is { } asked ? Words.ValueOf(asked).In(language) : ReportFormat.Nothing);
                OpenCell("verdict");
                Badge(finding);
                Waived(one.Waiver);
                html.Close();
                OpenCell("text").Text(finding.Reason.In(language));
                if (finding.Missing.Count > 0) html.Text(Say(" Missing: ", "缺少：") + NamesOf(finding.Missing) + Say(".", "。"));
                html.Close();
                OpenCell("found").Close();
                html.Close();
            }

            html.Close().Close();
            if (findings.Count > MostToCheck)
                html.Element("p", Say($"{(findings.Count - MostToCheck).ToString(CultureInfo.InvariantCulture)} more are not listed here.", $"另有 {(findings.Count - MostToCheck).ToString(CultureInfo.InvariantCulture)} 项未在此列出。"));
        }

        private void Waived(ProjectWaiver? waiver)
        {
            if (waiver is not null) html.Text(" ").Element("span", Say($"waived until {waiver.Until}", $"已豁免至 {waiver.Until}"), "class", "small");
        }
    }
}
