using System.Globalization;
using System.Text.Json;
using GreenBuild.Standards.Auditing;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary>An audit as JSON for programs.</summary>
internal static class AuditJson
{
    public static void Write(ToolContext context, ProjectInput input, ProjectAudit audit, string? report) => context.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("catalogue", audit.Catalogue.ReleaseDate.ToString());
        writer.WriteStartObject("project");
        writer.WriteString("name", input.Project.Name);
        writer.WriteString("place", input.Project.Place.Code);
        writer.WriteString("from", input.Project.From?.ToString());
        writer.WriteString("to", input.Project.To?.ToString());
        writer.WriteEndObject();
        writer.WriteString("overall", FindingJson.WordOf(audit.Overall));
        writer.WritePropertyName("noLevelJudged");
        if (audit.Noise?.WhyNoLevelWasJudged is { } why) FindingJson.WriteText(writer, why);
        else writer.WriteNullValue();
        writer.WriteStartObject("counts");
        foreach (var verdict in new[] { Verdict.Compliant, Verdict.NonCompliant, Verdict.Indeterminate, Verdict.Invalid, Verdict.NotApplicable })
            writer.WriteNumber(FindingJson.WordOf(verdict), audit.Count(verdict));
        writer.WriteNumber("provisional", audit.ProvisionalCount);
        writer.WriteEndObject();
        writer.WriteStartArray("inputs");
        foreach (var file in AuditCommand.FilesOf(context, input))
        {
            writer.WriteStartObject();
            writer.WriteString("file", file.File);
            writer.WriteNumber("bytes", file.Length);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("points");
        foreach (var point in audit.Noise?.Points ?? [])
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
            writer.WriteEndObject();
            writer.WriteString("overall", FindingJson.WordOf(Finding.OverallOf(point.Periods.SelectMany(static period => period.Findings))));
            writer.WriteStartArray("periods");
            foreach (var period in point.Periods) WritePeriod(writer, period);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("permits");
        foreach (var permit in audit.Noise?.Permits ?? [])
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
        foreach (var work in audit.Noise?.Works ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("description", work.Work.Description);
            writer.WriteString("from", Local(work.Work.Start));
            writer.WriteString("to", Local(work.Work.End));
            writer.WriteString("workNature", work.Work.WorkNature);
            writer.WriteString("residentsNotified", work.Work.ResidentsNotified?.ToString());
            WriteFindings(writer, work.Findings);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("report", report);
        writer.WriteEndObject();
    });

    private static void WritePeriod(Utf8JsonWriter writer, NoisePeriod period)
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
        WriteLevel(writer, "laeq", double.IsNaN(period.EquivalentLevel) ? null : period.EquivalentLevel);
        WriteLevel(writer, "highestTwentyMinutes", period.HighestTwentyMinutes);
        WriteLevel(writer, "lamax", period.Maximum);
        WriteLevel(writer, "l5", period.Percentiles?.L5);
        WriteLevel(writer, "l10", period.Percentiles?.L10);
        WriteLevel(writer, "l50", period.Percentiles?.L50);
        WriteLevel(writer, "l90", period.Percentiles?.L90);
        WriteLevel(writer, "l95", period.Percentiles?.L95);
        WriteFindings(writer, period.Findings);
        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, IEnumerable<Finding> findings)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in findings) FindingJson.Write(writer, finding);
        writer.WriteEndArray();
    }

    private static void WriteLevel(Utf8JsonWriter writer, string name, double? level)
    {
        if (level is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }

    private static decimal Minutes(TimeSpan time) => (decimal)time.Ticks / TimeSpan.TicksPerMinute;

    private static string Local(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
