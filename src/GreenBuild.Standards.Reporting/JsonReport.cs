using System.Globalization;
using System.Text.Json;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting;

/// <summary>Writes an audit as JSON for programs: everything, in both languages.</summary>
public static class JsonReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="output">Where it goes; to be stored as UTF-8.</param>
    /// <param name="report">What it shows.</param>
    /// <param name="language">The language that the manifest names; the report holds both.</param>
    public static void Write(TextWriter output, AuditReport report, Language language) => JsonText.Write(output, writer => new Document(writer, report, language).Write());

    private sealed class Document(Utf8JsonWriter writer, AuditReport report, Language language)
    {
        private readonly ProjectAudit _audit = report.Audit;
        private readonly Dictionary<Finding, ReportedFinding> _reported = report.Findings.ToDictionary(static one => one.Finding);

        public void Write()
        {
            var project = _audit.Project;
            writer.WriteStartObject();
            writer.WriteString("catalogue", _audit.Catalogue.ReleaseDate.ToString());
            writer.WriteStartObject("project");
            writer.WriteString("name", project.Name);
            writer.WriteString("place", project.Place.Code);
            writer.WriteString("from", project.From?.ToString());
            writer.WriteString("to", project.To?.ToString());
            writer.WriteString("on", _audit.On.ToString());
            writer.WriteEndObject();
            writer.WriteString("overall", FindingJson.WordOf(_audit.Overall));
            WriteStages();
            writer.WritePropertyName("noLevelJudged");
            if (_audit.Noise?.WhyNoLevelWasJudged is { } why) FindingJson.WriteText(writer, why);
            else writer.WriteNullValue();
            writer.WriteStartArray("notes");
            foreach (var note in _audit.Notes) FindingJson.WriteText(writer, note);
            writer.WriteEndArray();
            writer.WriteStartObject("counts");
            foreach (var verdict in ReportFormat.Verdicts)
                writer.WriteNumber(FindingJson.WordOf(verdict), _audit.Count(verdict));
            writer.WriteNumber("provisional", _audit.ProvisionalCount);
            writer.WriteNumber("waived", _audit.WaivedCount);
            writer.WriteEndObject();
            WriteComparison();
            WriteNoise();
            WriteSections();
            writer.WritePropertyName("evidence");
            report.ManifestOf(ReportForms.Json, language).Write(writer);
            writer.WriteEndObject();
        }

        private void WriteStages()
        {
            writer.WriteStartArray("stages");
            foreach (var stage in report.Stages)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("question");
                FindingJson.WriteText(writer, stage.Question);
                writer.WritePropertyName("answer");
                FindingJson.WriteText(writer, stage.Answer);
                writer.WriteString("verdict", FindingJson.WordOf(stage.Verdict));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        private void WriteComparison()
        {
            if (report.Previous is null)
            {
                writer.WriteNull("comparison");
                return;
            }

            writer.WriteStartObject("comparison");
            writer.WriteStartArray("new");
            foreach (var one in report.NewProblems) writer.WriteStringValue(one.Id);
            writer.WriteEndArray();
            writer.WriteStartArray("fixed");
            foreach (var one in report.Fixed) writer.WriteStringValue(one.Id);
            writer.WriteEndArray();
            writer.WriteStartArray("notJudgedAgain");
            foreach (var one in report.NotJudgedAgain) writer.WriteStringValue(one.Id);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        private void WriteNoise()
        {
            writer.WriteStartArray("points");
            foreach (var point in _audit.Noise?.Points ?? [])
            {
                writer.WriteStartObject();
                writer.WriteString("name", point.Name);
                writer.WriteString("file", point.Point.Series.File);
                writer.WriteNumber("readings", point.Point.Series.Readings.Count);
                writer.WriteStartArray("unusedColumns");
                foreach (var column in point.Point.UnusedColumns) writer.WriteStringValue(column);
                writer.WriteEndArray();
                writer.WriteStartObject("readingsLeftOut");
                writer.WriteNumber("weather", point.WeatherCount);
                writer.WriteNumber("noLevel", point.WithoutLevelCount);
                writer.WriteNumber("aboveRange", point.AboveRangeCount);
                writer.WriteNumber("misplaced", point.MisplacedCount);
                writer.WriteEndObject();
                writer.WriteString("overall", FindingJson.WordOf(Finding.OverallOf(point.Periods.SelectMany(static period => period.Findings))));
                writer.WriteStartArray("periods");
                foreach (var period in point.Periods) WritePeriod(period);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("permits");
            foreach (var permit in _audit.Noise?.Permits ?? [])
            {
                writer.WriteStartObject();
                writer.WriteString("number", permit.Number);
                writer.WriteString("issuer", permit.Issuer);
                writer.WriteString("from", Local(permit.Start));
                writer.WriteString("to", Local(permit.End));
                writer.WriteString("reason", permit.Reason);
                writer.WriteString("noticePosted", permit.NoticePosted?.ToString());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("nightWork");
            foreach (var work in _audit.Noise?.Works ?? [])
            {
                writer.WriteStartObject();
                writer.WriteString("description", work.Work.Description);
                writer.WriteString("from", Local(work.Work.Start));
                writer.WriteString("to", Local(work.Work.End));
                writer.WriteString("workNature", work.Work.WorkNature);
                writer.WriteString("residentsNotified", work.Work.ResidentsNotified?.ToString());
                WriteFindings(work.Findings);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        private void WriteSections()
        {
            writer.WriteStartArray("sections");
            foreach (var section in _audit.Sections)
            {
                if (section.Domain == ProjectDomain.Noise) continue;
                writer.WriteStartObject();
                writer.WriteString("domain", section.Domain.ToString().ToLowerInvariant());
                writer.WriteString("overall", FindingJson.WordOf(_audit.OverallOf(section)));
                writer.WriteStartArray("groups");
                foreach (var group in section.Groups)
                {
                    writer.WriteStartObject();
                    writer.WritePropertyName("name");
                    FindingJson.WriteText(writer, group.Name);
                    writer.WriteStartArray("notes");
                    foreach (var note in group.Notes) FindingJson.WriteText(writer, note);
                    writer.WriteEndArray();
                    WriteFindings(group.Findings);
                    writer.WriteStartArray("tables");
                    foreach (var table in group.Tables) WriteTable(table);
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        private void WriteTable(AuditTable table)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("title");
            FindingJson.WriteText(writer, table.Title);
            writer.WriteStartArray("columns");
            foreach (var column in table.Columns) FindingJson.WriteText(writer, column.Heading);
            writer.WriteEndArray();
            writer.WriteStartArray("rows");
            foreach (var row in table.Rows)
            {
                writer.WriteStartArray();
                foreach (var cell in row) FindingJson.WriteText(writer, cell);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        private void WritePeriod(NoisePeriod period)
        {
            writer.WriteStartObject();
            writer.WriteString("period", period.IsNight ? "night" : "day");
            writer.WriteString("from", Local(period.Start));
            writer.WriteString("to", Local(period.End));
            writer.WriteNumber("validMinutes", Minutes(period.ValidTime));
            writer.WriteNumber("leftOutMinutes", Minutes(period.InvalidTime));
            // Without a limit nothing can be over it.
            if (ReportFormat.ExceedingOf(period) == ReportFormat.Nothing) writer.WriteNull("exceedingMinutes");
            else writer.WriteNumber("exceedingMinutes", Minutes(period.ExceedingTime));
            WriteLevel("laeq", double.IsNaN(period.EquivalentLevel) ? null : period.EquivalentLevel);
            WriteLevel("highestTwentyMinutes", period.HighestTwentyMinutes);
            WriteLevel("lamax", period.Maximum);
            WriteLevel("l5", period.Percentiles?.L5);
            WriteLevel("l10", period.Percentiles?.L10);
            WriteLevel("l50", period.Percentiles?.L50);
            WriteLevel("l90", period.Percentiles?.L90);
            WriteLevel("l95", period.Percentiles?.L95);
            WriteFindings(period.Findings);
            writer.WriteEndObject();
        }

        private void WriteFindings(IReadOnlyList<Finding> findings)
        {
            writer.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                var reported = _reported[finding];
                writer.WriteStartObject();
                writer.WriteString("id", reported.Id);
                writer.WriteString("waivedUntil", reported.Waiver?.Until.ToString());
                FindingJson.WriteMembers(writer, finding);
                writer.WriteEndObject();
                // A report of a million findings must not stand in memory as a whole.
                if (writer.BytesPending > 1 << 20) writer.Flush();
            }

            writer.WriteEndArray();
        }

        private void WriteLevel(string name, double? level)
        {
            if (level is { } value) writer.WriteNumber(name, value);
            else writer.WriteNull(name);
        }

        private static decimal Minutes(TimeSpan time) => (decimal)time.Ticks / TimeSpan.TicksPerMinute;

        private static string Local(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
