using System.Globalization;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting;

/// <summary>Writes the report on an audit as one HTML file: no script, nothing from the network, light and dark, printable on A4.</summary>
/// <remarks>The same inputs, catalogue, run and language give the same bytes.</remarks>
public static partial class HtmlReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="output">Where it goes; to be stored as UTF-8.</param>
    /// <param name="report">What it shows.</param>
    /// <param name="language">The language of the report.</param>
    public static void Write(TextWriter output, AuditReport report, Language language)
    {
        output.Write("<!DOCTYPE html>\n");
        new Page(new HtmlWriter(output), report, language).Write();
    }

    /// <summary>One report while it is written.</summary>
    private sealed partial class Page(HtmlWriter html, AuditReport report, Language language)
    {
        private readonly ProjectAudit _audit = report.Audit;
        private readonly NoiseAudit? _noise = report.Audit.Noise;
        private readonly ConstructionSite _site = report.Audit.Project.Site;

        // The table that is being written: its headings, and the column that comes next.
        private string[] _headings = [];
        private int _column;

        // A report of a million findings must still open.
        private const int MostListed = 5000;
        private const int MostUnfolded = 1000;
        private const int MostDrawn = 200;

        private IReadOnlyList<PointAudit> Points => _noise?.Points ?? [];

        public void Write()
        {
            var isOfNoise = _audit.Sections.All(static section => section.Domain == ProjectDomain.Noise);
            var title = isOfNoise ? Say("Construction noise audit", "建筑施工噪声审核报告") : Say("Green construction audit", "绿色建造合规审核报告");
            html.Open("html", "lang", Say("en", "zh-CN"));
            html.Open("head");
            html.Empty("meta", "charset", "utf-8");
            // Nothing is loaded and nothing runs, whatever a file may have brought in.
            var style = PageText.Of("base.css", "report.css") + PageFoot(title);
            html.Empty("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src " + PageText.HashOf(style) + "; base-uri 'none'; form-action 'none'");
            html.Empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
            html.Empty("meta", "name", "color-scheme", "content", "light dark");
            html.Element("title", title + " – " + _audit.Project.Name);
            html.Open("style").Raw(style).Close();
            html.Close();
            html.Open("body");
            PlanParts();
            WriteHeader(title);
            WriteViews();
            WriteContents();
            html.Open("main");
            WriteSummary();
            WriteChecklist();
            foreach (var point in Points.Take(MostDrawn)) WritePoint(point);
            if (_noise is not null) WriteWork(_noise);
            foreach (var section in _audit.Sections)
                if (section.Domain != ProjectDomain.Noise) WriteSection(section);
            WriteWaivers();
            WriteRules();
            WriteInputs();
            html.Close();
            WriteFooter();
            html.Close().Close();
        }

        private void WriteHeader(string title)
        {
            html.Open("header");
            html.Element("p", title, "class", "kind");
            html.Element("h1", _audit.Project.Name);
            html.Open("p", "class", "overall " + ClassOf(_audit.Overall));
            html.Element("span", SignOf(_audit.Overall), "class", "sign", "aria-hidden", "true");
            html.Text(Words.Of(_audit.Overall).In(language)).Close();
            WriteStages();
            foreach (var note in _audit.Notes) html.Element("p", note.In(language), "class", "why");
            foreach (var fact in MissingFact.Of(_audit)) html.Element("p", fact.Advice.In(language), "class", "why");
            html.Open("dl", "class", "facts");
            Fact(Say("Place", "地点"), $"{_site.Place.Name.In(language)} ({_site.Place.Code})");
            var measured = Points.Select(static point => point.Point.Series.Readings).Where(static readings => readings.Count > 0).ToList();
            if (measured.Count > 0)
                Fact(Say("Readings", "读数时段"), ReportFormat.SpanOf(
                    measured.Min(static readings => readings[0].LocalTime), measured.Max(static readings => readings[readings.Count - 1].LocalTime)));
            Fact(Say("Editions applied", "适用版本"), string.Join(Say(", ", "、"), Rules().Select(static rule => rule.Edition.Number).Distinct()));
            var overlays = _audit.Catalogue.Editions.Select(static edition => edition.Overlay).OfType<string>().Distinct().ToList();
            if (overlays.Count > 0) Fact(Say("Overlays", "叠加文件"), string.Join(Say(", ", "、"), overlays));
            Fact(Say("Stated of the site", "工地条件"), Conditions());
            Fact(Say("Catalogue", "标准目录"), Say($"facts as of {_audit.Catalogue.ReleaseDate}", $"数据截至 {_audit.Catalogue.ReleaseDate}"));
            Fact(Say("Judged on", "评价基准日"), _audit.On.ToString());
            Fact(Say("Evidence asked for", "依据程度要求"), Words.Of(_audit.Options.EvidenceFloor).In(language));
            if (MadeBy() is { Length: > 0 } made) Fact(Say("Made", "生成"), made);
            html.Close();
            html.Close();
        }

        private string MadeBy() => string.Join(Say(", ", "，"), new[]
        {
            report.Run.Producer, report.Run.Made is { } made ? made.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "",
        }.Where(static part => part.Length > 0));

        // Loose sheets must say what they belong to.
        private string PageFoot(string title)
        {
            var made = report.Run.Made is { } day ? " – " + day.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
            return "@page { @bottom-left { content: \"" + PageText.Quoted(title + " – " + _audit.Project.Name + made) + "\"; font: 8pt sans-serif; color: #5a6575; } }\n";
        }

        private string Conditions()
        {
            var stated = _site.Circumstances.Facets.Select(facet =>
            {
                _site.Circumstances.TryGetToken(facet, out var value);
                return TitleOf(facet) + Say(": ", "：") + Words.ValueOf(facet, value).In(language);
            }).ToList();
            if (_site.Stages.Count > 0) stated.Add(Say("Stages: ", "施工阶段：") + string.Join(", ", _site.Stages.Select(stage => Words.ValueOf("stage", stage).In(language))));
            return stated.Count == 0 ? Say("nothing", "无") : string.Join(Say("; ", "；"), stated);
        }

        // What stands in brackets or after a semicolon explains how to fill the facet in.
        private string TitleOf(string facet) => (Vocabulary.FindFacet(facet)?.Title.In(language) ?? facet).Split('（', '(', ';')[0].TrimEnd();

        private string NamesOf(IEnumerable<string> inputs) => string.Join(Say(", ", "、"), inputs.Select(input => Words.OfInput(input).In(language)));

        private void WriteSummary()
        {
            html.Open("section", "id", "summary");
            html.Element("h2", Say("Summary", "汇总"));
            html.Open("ul", "class", "counts");
            foreach (var verdict in ReportFormat.Verdicts)
            {
                var count = _audit.Count(verdict);
                html.Open("li", "class", (count == 0 ? "none " : "") + ClassOf(verdict));
                html.Element("b", count.ToString(CultureInfo.InvariantCulture));
                html.Open("span").Element("span", SignOf(verdict), "class", "sign", "aria-hidden", "true").Text(Words.Of(verdict).In(language)).Close();
                html.Close();
            }

            html.Close();
            if (_audit.ProvisionalCount > 0)
                html.Element("p", Say(
                    $"{_audit.ProvisionalCount} of the indeterminate findings are provisional: a rule that decides them is not known well enough to decide by itself.",
                    $"无法判定的结论中有 {_audit.ProvisionalCount} 项为暂定：起决定作用的规则依据不足，不能单独作为判定依据。"));
            if (ReportFormat.OnTrustOf(report) is { } onTrust) html.Element("p", onTrust.In(language) + Say($" They are marked {ReportFormat.OnTrustSign}.", $"以 {ReportFormat.OnTrustSign} 标示。"), "class", "why");
            WriteComparison();
            if (_audit.Sections.Count > 1) WriteSections();
            if (Points.Count == 0)
            {
                html.Close();
                return;
            }

            html.Open("table", "class", "cards");
            HeadRow(Say("Monitoring point", "测点"), Say("#Readings", "#读数"), Say("#not counted", "#不计入"), Say("#Periods", "#时段"), Say("#Findings compliant", "#结论：符合"), Say("#non-compliant", "#不符合"), Say("#other", "#其他"), Say("#Over the limit, uncorrected, min", "#超限时间（未修正）min"), Say("Result", "结论"));
            html.Open("tbody");
            foreach (var point in Points.Take(MostDrawn))
            {
                var findings = point.Periods.SelectMany(static period => period.Findings).ToList();
                OpenRow(ClassOf(Finding.OverallOf(findings)));
                OpenHeading().Element("a", point.Name, "href", "#" + IdOf(point)).Close();
                Number(point.Point.Series.Readings.Count);
                Number(point.LeftOutCount);
                Number(point.Periods.Count);
                Number(findings.Count(static finding => finding.Verdict == Verdict.Compliant));
                Number(findings.Count(static finding => finding.Verdict == Verdict.NonCompliant));
                Number(findings.Count(static finding => finding.Verdict is not (Verdict.Compliant or Verdict.NonCompliant)));
                Cell(ReportFormat.ExceedingOf(point));
                OpenCell("verdict");
                Badge(Finding.OverallOf(findings));
                html.Close().Close();
            }

            html.Close().Close();
            if (Points.Count > MostDrawn) html.Element("p", Say($"{Points.Count - MostDrawn} more points are not shown here; JSON has them all.", $"另有 {Points.Count - MostDrawn} 个测点未在此显示；JSON 输出中有全部测点。"));
            html.Element("p", Say(
                "Each point is judged by itself, and each day and night by the edition of its date: a day gives one finding (LAeq), a night two (LAeq and LAmax). The level of the whole period is judged, after correction for background where one was measured; minutes over the limit are counted before it, for information.",
                "各测点单独评价，每个昼间和夜间按其日期适用的版本评价：昼间一项结论（LAeq），夜间两项（LAeq 和 LAmax）。以整个时段的等效声级判定，测有背景噪声的先作背景修正；超限时间按修正前统计，供参考。"), "class", "small");
            html.Close();
        }

        private void WriteSections()
        {
            html.Open("table", "class", "cards");
            HeadRow(Say("Part", "部分"), Say("#Findings compliant", "#结论：符合"), Say("#non-compliant", "#不符合"), Say("#other", "#其他"), Say("Result", "结论"));
            html.Open("tbody");
            foreach (var section in _audit.Sections)
            {
                OpenRow(ClassOf(_audit.OverallOf(section)));
                OpenHeading().Element("a", section.Title.In(language), "href", "#" + IdOf(section)).Close();
                Number(section.Findings.Count(static finding => finding.Verdict == Verdict.Compliant));
                Number(section.Findings.Count(static finding => finding.Verdict == Verdict.NonCompliant));
                Number(section.Findings.Count(static finding => finding.Verdict is not (Verdict.Compliant or Verdict.NonCompliant)));
                OpenCell("verdict");
                Badge(_audit.OverallOf(section));
                html.Close().Close();
            }

            html.Close().Close();
        }

        private void WritePoint(PointAudit point)
        {
            html.Open("section", "id", IdOf(point), "class", "point " + OfNoise);
            html.Open("h2").Text(Say("Point: ", "测点：") + point.Name).Text(" ");
            Badge(Finding.OverallOf(point.Periods.SelectMany(static period => period.Findings)));
            html.Close();
            html.Open("p", "class", "small").Text(Known(point)).Close();
            if (point.Periods.Count == 0)
            {
                html.Element("p", Say("There are no readings: nothing was judged.", "没有读数，未作评价。"));
                html.Close();
                return;
            }

            html.Open("div", "class", "figure");
            new ReadingsChart(point, _noise!, language).Write(html);
            html.Close();
            Legend();
            WritePeriods(point);
            foreach (var (period, finding) in point.Periods.SelectMany(static period => period.Findings.Select(finding => (period, finding))).Take(MostUnfolded))
                WriteFinding(finding, ReportFormat.PeriodOf(period, language));
            LeftOut(point.Periods.Sum(static period => period.Findings.Count));
            html.Close();
        }

        private void LeftOut(int findings)
        {
            if (findings > MostUnfolded)
                html.Element("p", Say($"The explanations of {findings - MostUnfolded} more findings are left out here; JSON has them all.", $"其余 {findings - MostUnfolded} 项结论的说明从略；JSON 输出中有全部说明。"));
        }

        private string Known(PointAudit point)
        {
            var known = new List<string>
            {
                point.Point.Series.File ?? "",
                Say($"readings of {ReportFormat.MinutesOf(point.Point.Series.ReadingDuration)} min", $"每个读数 {ReportFormat.MinutesOf(point.Point.Series.ReadingDuration)} min"),
                ReportFormat.LeftOutOf(point).In(language),
                point.Point.UnusedColumns.Count > 0 ? Say("columns not used: ", "未使用的列：") + string.Join(Say(", ", "、"), point.Point.UnusedColumns) : "",
                Say("background by day ", "昼间背景噪声 ") + Background(point.Point.DayBackgroundLevel),
                Say("background at night ", "夜间背景噪声 ") + Background(point.Point.NightBackgroundLevel),
                Say("calibration difference ", "校准示值偏差 ") + (point.Point.CalibrationDrift is { } drift ? Words.Number(drift) + " dB" : Say("not recorded", "未记录")),
            };
            return string.Join(Say("; ", "；"), known.Where(static part => part.Length > 0));

            string Background(decimal? level) => level is { } value ? Words.Number(value) + " dB(A)" : Say("not measured", "未测量");
        }

        private void Legend()
        {
            html.Open("p", "class", "legend");
            Key("readings", Say("readings, lowest to highest", "读数（最低至最高）"));
            Key("over", Say("▼ over the limit, uncorrected", "▼ 超过限值（未修正）"));
            Key("limit", Say("limit", "限值"));
            Key("mean", Say("LAeq of the period", "时段等效声级"));
            Key("night", Say("night", "夜间"));
            Key("left-out", Say("not counted (weather)", "不计入（气象条件）"));
            html.Close();

            void Key(string name, string text) => html.Open("span").Open("i", "class", "key-" + name).Close().Text(text).Close().Text(" ");
        }

        private void WritePeriods(PointAudit point)
        {
            html.Open("table", "class", "periods cards");
            HeadRow(
                Say("Period", "时段"), Say("Quantity", "指标"), Say("#Measured", "#实测"), Say("#Compared", "#评价值"), Say("#Limit", "#限值"), Say("Verdict", "结论"),
                Say("#Over uncorrected, min", "#超限（未修正）min"), Say("#Highest 20 min (compared)", "#最高 20 min（评价值）"), "#L10 / L50 / L90", Say("#Valid (left out), min", "#有效（剔除）min"), Say("Basis", "依据"));
            foreach (var period in point.Periods.Take(MostListed))
            {
                html.Open("tbody");
                for (var i = 0; i < period.Findings.Count; i++)
                {
                    var finding = period.Findings[i];
                    OpenRow(ClassOf(finding.Verdict), i == 0 ? 0 : 1);
                    if (i == 0)
                        OpenHeading(period.Findings.Count).Text(ReportFormat.DayOf(period, language) + " ").Element("span", ReportFormat.ClockOf(period), "class", "clock").Close();
                    OpenCell("quantity").Text(i == 0 ? "LAeq" : "LAmax").Close();
                    Cell(i == 0 ? ReportFormat.LevelOf(period.EquivalentLevel) : ReportFormat.LevelOf(period.Maximum));
                    Cell(ReportFormat.NumberOf(finding.Compared));
                    Cell(ReportFormat.LimitOf(finding));
                    OpenCell("verdict");
                    Badge(finding);
                    html.Close();
                    Cell(i == 0 ? ReportFormat.ExceedingOf(period) : "");
                    Cell(i == 0 ? ReportFormat.HighestTwentyMinutesOf(period) : "");
                    Cell(i == 0 ? Percentiles(period) : "");
                    Cell(i == 0 ? ReportFormat.MinutesOf(period.ValidTime) + (period.InvalidTime > TimeSpan.Zero ? $" ({ReportFormat.MinutesOf(period.InvalidTime)})" : "") : "");
                    OpenCell("basis");
                    Basis(finding);
                    html.Close().Close();
                }

                html.Close();
            }

            html.Close();
            if (point.Periods.Count > MostListed) html.Element("p", Say($"{point.Periods.Count - MostListed} more periods are not listed here.", $"另有 {point.Periods.Count - MostListed} 个时段未在此列出。"));
            html.Element("p", Say("Levels in dB(A). ⁺¹: the next day.", "声级单位：dB(A)。⁺¹ 表示次日。"), "class", "small");
        }

        // Of a section that is not drawn as the noise is: groups of findings, each unfolded, and the tables that were computed for them.
        private void WriteSection(AuditSection section)
        {
            html.Open("section", "id", IdOf(section), "class", "point " + ClassOf(section));
            html.Open("h2").Text(section.Title.In(language)).Text(" ");
            Badge(_audit.OverallOf(section));
            html.Close();
            foreach (var group in section.Groups)
            {
                html.Element("h3", group.Name.In(language));
                foreach (var note in group.Notes) html.Element("p", note.In(language));
                if (group.Findings.Count > 0) WriteFindings(group.Findings);
                foreach (var table in group.Tables) WriteTable(table);
                foreach (var finding in group.Findings.Take(MostUnfolded)) WriteFinding(finding, ReportFormat.SubjectAndTimeOf(finding, language));
                LeftOut(group.Findings.Count);
            }

            html.Close();
        }

        private void WriteFindings(IReadOnlyList<Finding> findings)
        {
            html.Open("table", "class", "cards");
            HeadRow(Say("Subject", "对象"), Say("Rule", "规则"), Say("#Compared", "#评价值"), Say("#Limit", "#限值"), Say("Verdict", "结论"), Say("Basis", "依据"));
            html.Open("tbody");
            foreach (var finding in findings.Take(MostListed))
            {
                OpenRow(ClassOf(finding.Verdict));
                OpenHeading().Text(ReportFormat.SubjectAndTimeOf(finding, language)).Close();
                OpenCell("text").Text(finding.Requirement?.Title.In(language) ?? ReportFormat.Nothing).Close();
                Cell(ReportFormat.WithUnit(finding.Compared, finding.Unit));
                Cell(finding.Requirement is { } limit ? Words.ValueOf(limit).In(language) : ReportFormat.Nothing);
                OpenCell("verdict");
                Badge(finding);
                Waived(_audit.WaiverOf(finding));
                html.Close();
                OpenCell("basis");
                Basis(finding);
                html.Close().Close();
            }

            html.Close().Close();
            if (findings.Count > MostListed) html.Element("p", Say($"{findings.Count - MostListed} more findings are not listed here.", $"另有 {findings.Count - MostListed} 项结论未在此列出。"));
        }

        private void WriteTable(AuditTable table)
        {
            html.Element("p", table.Title.In(language), "class", "small");
            html.Open("table", "class", "cards");
            HeadRow([.. table.Columns.Select(column => (column.IsNumber ? "#" : "") + column.Heading.In(language))]);
            html.Open("tbody");
            foreach (var row in table.Rows.Take(MostListed))
            {
                OpenRow("");
                OpenHeading().Text(row[0].In(language)).Close();
                for (var i = 1; i < row.Count; i++) Cell(row[i].In(language));
                html.Close();
            }

            html.Close().Close();
            if (table.Rows.Count > MostListed) html.Element("p", Say($"{table.Rows.Count - MostListed} more rows are not listed here.", $"另有 {table.Rows.Count - MostListed} 行未在此列出。"));
        }

        private void WriteWaivers()
        {
            if (_audit.Project.Waivers.Count == 0) return;
            html.Open("section", "id", "waivers");
            html.Element("h2", Say("Waivers of the project", "项目声明的豁免"));
            html.Element("p", Say("Waived findings keep their verdict; they do not count towards the result.", "被豁免的结论保持原判，但不计入总体结论。"), "class", "small");
            html.Open("table", "class", "cards");
            HeadRow(Say("Requirement", "要求"), Say("Subject", "对象"), Say("Reason", "理由"), Say("Until", "截止"), Say("State", "状态"));
            html.Open("tbody");
            foreach (var waiver in _audit.Project.Waivers)
            {
                OpenRow("");
                OpenHeading().Text(waiver.Rule).Close();
                Cell(waiver.Subject ?? Say("all", "全部"));
                Cell(waiver.Reason);
                Cell(waiver.Until.ToString());
                Cell(waiver.Until < _audit.On ? Say($"past on {_audit.On}: it does not count", $"在 {_audit.On} 已过期，不生效") : Say("counts", "有效"));
                html.Close();
            }

            html.Close().Close().Close();
        }

        private static string Percentiles(NoisePeriod period) =>
            period.Percentiles is { } levels ? string.Join(" / ", new[] { levels.L10, levels.L50, levels.L90 }.Select(static level => ReportFormat.TenthOf(level))) : ReportFormat.Nothing;

        private void WriteFinding(Finding finding, string what)
        {
            // What needs a person's eye is open from the start.
            html.Open("details", "class", "finding " + ClassOf(finding.Verdict), "open", (finding.Verdict is Verdict.Compliant or Verdict.NotApplicable) && finding.Evidence == Evidence.Confirmed ? null : "");
            html.Open("summary");
            Badge(finding);
            html.Text(" ").Element("b", what).Text(Say(": ", "：") + finding.Reason.In(language)).Close();
            html.Open("ol");
            foreach (var step in finding.Explanation) html.Element("li", step.In(language));
            html.Close();
            html.Open("p", "class", "small");
            if (finding.Requirement is { } requirement)
            {
                Marks(finding, requirement);
                html.Text(" ").Element("a", requirement.Key, "href", "#" + requirement.Key);
            }

            if (finding.Rules.Count > 0)
            {
                html.Text(Say("; with ", "；另依据 "));
                for (var i = 0; i < finding.Rules.Count; i++)
                    html.Text(i == 0 ? "" : Say(", ", "、")).Element("a", finding.Rules[i].Citation, "href", "#" + finding.Rules[i].Key);
            }

            if (finding.Margin is { } margin) html.Text(Say("; margin ", "；裕量 ") + Words.Number(margin) + " " + Words.OfUnit(finding.Unit));
            if (finding.Origin is { } origin) html.Text(Say("; from ", "；来源 ") + origin);
            if (finding.Missing.Count > 0) html.Text(Say("; missing: ", "；缺少：") + NamesOf(finding.Missing));
            if (finding.NotRecorded.Count > 0) html.Text(Say("; not recorded, taken as in order: ", "；未记录、视为符合要求：") + NamesOf(finding.NotRecorded));
            html.Close().Close();
        }

        private void WriteWork(NoiseAudit noise)
        {
            html.Open("section", "id", "night-work", "class", OfNoise);
            html.Element("h2", Say("Permission to work at night", "夜间施工许可"));
            html.Element("p", Say(
                "Judged beside the level: meeting the limit does not permit the work, and a permit does not lift the limit.",
                "与声级分别评价：达标不等于允许施工，取得许可也不免除限值。"), "class", "small");
            if (noise.Works.Count == 0)
            {
                html.Element("p", Say("The project declares no work at night; permission was not judged.", "项目未申报夜间施工，未评价施工许可。"));
            }

            foreach (var work in noise.Works)
            {
                html.Open("h3").Text(work.Work.Description.Length > 0 ? work.Work.Description : Say("Work", "施工")).Text(" ");
                Badge(Finding.OverallOf(work.Findings));
                html.Close();
                html.Open("p").Text(ReportFormat.SpanOf(work.Work.Start, work.Work.End));
                if (work.Work.WorkNature is { } nature) html.Text(Say("; exception claimed: ", "；申明的例外情形：") + Words.ValueOf("workNature", nature).In(language));
                if (work.Work.ResidentsNotified is { } day) html.Text(Say("; residents notified on ", "；公告居民日期：") + day);
                html.Close();
                if (work.Findings.Count == 0) html.Element("p", Say("No rule of the catalogue is concerned.", "目录中没有相关规则。"));
                foreach (var finding in work.Findings) WriteFinding(finding, finding.Requirement?.Title.In(language) ?? "");
            }

            if (noise.Permits.Count > 0)
            {
                html.Open("table", "class", "cards");
                HeadRow(Say("Permit", "许可编号"), Say("Issued by", "核发机关"), Say("Covers", "涵盖时间"), Say("Reason", "许可事由"), Say("Residents notified on", "公告居民日期"));
                html.Open("tbody");
                foreach (var permit in noise.Permits)
                {
                    OpenRow();
                    OpenHeading().Text(permit.Number).Close();
                    Cell(permit.Issuer);
                    Cell(ReportFormat.SpanOf(permit.Start, permit.End));
                    Cell(permit.Reason is { } reason ? Words.ValueOf("workNature", reason).In(language) : ReportFormat.Nothing);
                    Cell(permit.NoticePosted?.ToString() ?? (permit.IsWithoutNotice ? Say("not notified", "未公告") : ReportFormat.Nothing));
                    html.Close();
                }

                html.Close().Close();
            }

            html.Close();
        }

        private void WriteRules()
        {
            html.Open("section", "id", "rules");
            html.Element("h2", Say("Rules applied and their sources", "所依据的规则及其来源"));
            html.Open("p", "class", "small");
            foreach (var (evidence, meaning) in EvidenceMark.All)
            {
                Mark(evidence);
                html.Text(" " + meaning.In(language) + Say(". ", "。 "));
            }

            html.Close();
            foreach (var ofEdition in Rules().GroupBy(static rule => rule.Edition))
            {
                var edition = ofEdition.Key;
                var sources = ofEdition.SelectMany(static rule => rule.Sources).Distinct().ToList();
                html.Element("h3", $"{edition.Number} {edition.Title.In(language)}");
                html.Element("p", Words.Of(edition.Binding).In(language) + Say("; in force: ", "；施行：") + Words.ValidityOf(edition).In(language), "class", "small");
                foreach (var rule in ofEdition) WriteRule(rule, sources);
                if (sources.Count == 0) continue;
                html.Element("p", Say("Sources:", "来源："), "class", "small");
                SourceList.WriteNumbered(html, sources, SourceIdOf(edition), language);
            }

            html.Close();
        }

        // The sources are those of its edition: each rule names them by their numbers.
        private void WriteRule(Requirement rule, List<Source> sources)
        {
            html.Open("details", "class", "rule", "id", rule.Key);
            html.Open("summary");
            Mark(rule.Evidence);
            html.Text(" ").Element("b", rule.Citation).Text(Say(": ", "：") + rule.Title.In(language) + Say(": ", "：") + Words.ValueOf(rule).In(language)).Close();
            html.Open("dl", "class", "facts");
            if (rule.Basis.Length > 0) FactInEnglish(Say("Measured as", "测量方式（英文）"), rule.Basis);
            if (rule.Note.Length > 0) FactInEnglish(Say("Note", "备注（英文）"), rule.Note);
            html.Element("dt", Say("Sources", "来源")).Open("dd");
            if (rule.Sources.Count == 0) html.Text(Say("none seen", "未见来源"));
            foreach (var number in rule.Sources.Select(source => sources.IndexOf(source) + 1).OrderBy(static number => number))
                html.Element("a", $"[{number.ToString(CultureInfo.InvariantCulture)}]", "href", $"#{SourceIdOf(rule.Edition)}{number.ToString(CultureInfo.InvariantCulture)}").Text(" ");
            html.Close().Close().Close();
        }

        private static string SourceIdOf(Edition edition) => edition.Key + "-source-";

        // The requirements that were judged first, then what shaped the findings.
        private IEnumerable<Requirement> Rules() =>
            _audit.Findings.Select(static finding => finding.Requirement).OfType<Requirement>()
                .Concat(_audit.Findings.SelectMany(static finding => finding.Rules))
                .Distinct();

        private void WriteInputs()
        {
            html.Open("section", "id", "inputs");
            html.Element("h2", Say("Files that were read", "所读取的文件"));
            html.Open("table", "class", "inputs cards");
            HeadRow(Say("File", "文件"), Say("#Bytes", "#字节"), "SHA-256");
            html.Open("tbody");
            foreach (var input in report.Inputs)
            {
                OpenRow();
                OpenHeading().Text(input.File).Close();
                Cell(input.Length.ToString(CultureInfo.InvariantCulture));
                OpenCell().Element("code", input.Sha256).Close();
                html.Close();
            }

            html.Close().Close();
            WriteManifest();
            html.Close();
        }

        // For people a table, and for the program that makes the report again a text, so that no script is needed.
        private void WriteManifest()
        {
            var manifest = report.ManifestOf(ReportForms.Html, language);
            html.Element("h3", Say("Facts that were applied", "所采用的标准数据"));
            html.Open("table", "class", "inputs cards");
            HeadRow(Say("Edition", "版本"), Say("Key", "键"), Say("SHA-256 of its facts", "数据的 SHA-256"));
            html.Open("tbody");
            foreach (var edition in manifest.Editions)
            {
                OpenRow();
                OpenHeading().Text(edition.Number).Close();
                OpenCell().Element("code", edition.Key).Close();
                OpenCell().Element("code", edition.FactsSha256).Close();
                html.Close();
            }

            html.Close().Close();
            html.Open("dl", "class", "facts");
            Fact(Say("Verdicts", "结论"), Say($"{manifest.FindingCount}, SHA-256 {manifest.VerdictsSha256}", $"{manifest.FindingCount} 项，SHA-256 {manifest.VerdictsSha256}"));
            html.Close();
            html.Open("details", "class", "manifest");
            html.Element("summary", Say("Evidence manifest, for programs (greenbuild verify)", "证据清单（供程序读取，greenbuild verify）"));
            html.Element("pre", manifest.ToString(), "id", EvidenceManifest.ElementId);
            html.Close();
        }

        private void WriteFooter()
        {
            html.Open("footer");
            html.Element("p", Say(
                $"Made by {report.Run.Producer} from the files above and the catalogue of {_audit.Catalogue.ReleaseDate}; the same inputs give the same report. Rounding by GB/T 8170. A report of a program does not replace the standard's text.",
                $"由 {report.Run.Producer} 根据上述文件及 {_audit.Catalogue.ReleaseDate} 版目录生成；相同输入得到相同报告。数值修约按 GB/T 8170。程序报告不能替代标准原文。"));
            html.Close();
        }

        private void Basis(Finding finding)
        {
            if (finding.Requirement is not { } requirement)
            {
                html.Text(ReportFormat.Nothing);
                return;
            }

            html.Element("a", requirement.Citation, "href", "#" + requirement.Key).Text(" ");
            if (requirement.Edition.Overlay is { } overlay) html.Text(Say($"[overlay {overlay}] ", $"[叠加文件 {overlay}] "));
            Marks(finding, requirement);
        }

        // The limit may be confirmed while a rule of the method, on which the verdict hangs as well, is not.
        private void Marks(Finding finding, Requirement requirement)
        {
            Mark(requirement.Evidence);
            if (finding.Evidence >= requirement.Evidence) return;
            html.Text(" ").Element(
                "span", EvidenceMark.SignOf(finding.Evidence) + Say(" method ", " 方法") + Words.Of(finding.Evidence).In(language), "class", EvidenceMark.ClassOf(finding.Evidence));
        }

        private void Badge(Finding finding)
        {
            Badge(finding.Verdict, ReportFormat.VerdictOf(finding, language), finding.IsProvisional ? " provisional" : "");
            if (finding.IsOnTrust)
                html.Text(" ").Element("abbr", ReportFormat.OnTrustSign, "class", "on-trust", "title", Say("not recorded, taken as in order: ", "未记录、视为符合要求：") + NamesOf(finding.NotRecorded));
        }

        private void Badge(Verdict verdict) => Badge(verdict, Words.Of(verdict).In(language), "");

        private void Badge(Verdict verdict, string text, string extra) =>
            html.Open("span", "class", "badge " + ClassOf(verdict) + extra).Element("span", SignOf(verdict), "class", "sign", "aria-hidden", "true").Text(text).Close();

        private void Mark(Evidence evidence) =>
            html.Element("span", EvidenceMark.SignOf(evidence) + " " + Words.Of(evidence).In(language), "class", EvidenceMark.ClassOf(evidence));

        // A heading that begins with # stands over numbers.
        private void HeadRow(params string[] headings)
        {
            _headings = headings;
            html.Open("thead").Open("tr");
            foreach (var heading in headings) html.Element("th", heading.TrimStart('#'), "scope", "col", "class", heading[0] == '#' ? "number" : null);
            html.Close().Close();
        }

        private void OpenRow(string? verdict = null, int firstColumn = 0)
        {
            _column = firstColumn;
            html.Open("tr", "class", verdict);
        }

        private HtmlWriter OpenHeading(int rows = 1)
        {
            _column++;
            return html.Open("th", "scope", "row", "rowspan", rows > 1 ? rows.ToString(CultureInfo.InvariantCulture) : null);
        }

        // Where there is no room for columns a row becomes a card, and each cell needs the words that stood above it.
        private HtmlWriter OpenCell(string? role = null)
        {
            var heading = _headings[_column++];
            return html.Open("td", "class", role ?? (heading[0] == '#' ? "number" : null), "data-label", heading.TrimStart('#'));
        }

        private HtmlWriter Cell(string text) => OpenCell().Text(text).Close();

        // The research is written in English, as its evidence was taken down.
        private void FactInEnglish(string name, string value) => html.Element("dt", name).Element("dd", value, "lang", "en");

        private void Fact(string name, string value) => html.Element("dt", name).Element("dd", value);

        private void Number(int value) => Cell(value.ToString(CultureInfo.InvariantCulture));

        private string IdOf(PointAudit point)
        {
            for (var i = 0; i < Points.Count; i++)
                if (ReferenceEquals(Points[i], point)) return "point-" + (i + 1).ToString(CultureInfo.InvariantCulture);
            return "";
        }

        private string Say(string english, string chinese) => language == Language.Chinese ? chinese : english;

        private static string ClassOf(Verdict verdict) => verdict switch
        {
            Verdict.Compliant => "compliant",
            Verdict.NonCompliant => "non-compliant",
            Verdict.NotApplicable => "not-applicable",
            Verdict.Invalid => "invalid",
            _ => "indeterminate",
        };

        // A sign beside the colour, for those who do not tell the colours apart and for black-and-white print.
        private static string SignOf(Verdict verdict) => verdict switch
        {
            Verdict.Compliant => "✓",
            Verdict.NonCompliant => "✗",
            Verdict.NotApplicable => "–",
            Verdict.Invalid => "⊘",
            _ => "?",
        };
    }
}
