using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting;

/// <summary>
/// What ties a report to the bytes that were read, to the facts that were applied and to the verdicts that came of them. It stands in the
/// report itself (HTML, JSON and SARIF), and with it anyone who has the files can make the report again and compare.
/// </summary>
public sealed class EvidenceManifest
{
    /// <summary>The version of the manifest's own form.</summary>
    public const int FormVersion = 1;

    // In a page: the text of this element, escaped as all text is.
    internal const string ElementId = "greenbuild-evidence";

    private EvidenceManifest()
    {
    }

    /// <summary>The form of the report; see <see cref="ReportForms"/>.</summary>
    public string Format { get; private init; } = "";

    /// <summary>The language of the report.</summary>
    public Language Language { get; private init; }

    /// <summary>Who made the report, when, and with which options.</summary>
    public AuditRun Run { get; private init; } = new();

    /// <summary>The evidence floor that was applied.</summary>
    public Evidence EvidenceFloor { get; private init; }

    /// <summary>The release date of the catalogue.</summary>
    public CalendarDate Catalogue { get; private init; }

    /// <summary>The editions that findings rest on, in the order of their keys, with the SHA-256 of the facts that the catalogue holds of each.</summary>
    public IReadOnlyList<AppliedEdition> Editions { get; private init; } = [];

    /// <summary>The files that were read, overlays and the report of the baseline among them.</summary>
    public IReadOnlyList<AuditedFile> Inputs { get; private init; } = [];

    /// <summary>How many findings there are.</summary>
    public int FindingCount { get; private init; }

    /// <summary>What they come to.</summary>
    public Verdict Overall { get; private init; }

    /// <summary>The SHA-256 of a line for each finding, in order: identifier, verdict, what it would be, compared value, limit, its upper end, unit.</summary>
    public string VerdictsSha256 { get; private init; } = "";

    internal static EvidenceManifest Of(AuditReport report, string format, Language language) => new()
    {
        Format = format,
        Language = language,
        Run = report.Run,
        EvidenceFloor = report.Audit.Options.EvidenceFloor,
        Catalogue = report.Audit.Catalogue.ReleaseDate,
        Editions =
        [
            .. report.Audit.Findings.SelectMany(static finding => finding.Requirement is { } requirement ? finding.Rules.Prepend(requirement) : finding.Rules).Select(static rule => rule.Edition).Distinct()
                .OrderBy(static edition => edition.Key, StringComparer.Ordinal).Select(static edition => new AppliedEdition(edition.Key, edition.Number, HashOf(edition))),
        ],
        Inputs = report.Inputs,
        FindingCount = report.Findings.Count,
        Overall = report.Audit.Overall,
        VerdictsSha256 = HashOf(report.Findings),
    };

    /// <summary>Writes the manifest as an object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", FormVersion);
        writer.WriteString("producer", Run.Producer);
        writer.WriteString("made", Run.Made?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("format", Format);
        writer.WriteString("language", Language == Language.Chinese ? "zh" : "en");
        writer.WriteString("project", Run.Project);
        writer.WriteString("on", Run.On?.ToString());
        writer.WriteString("place", JsonWord.OrNull(Run.Place));
        writer.WriteString("evidenceFloor", JsonWord.Of(EvidenceFloor));
        WriteList("overlays", Run.Overlays);
        writer.WriteString("baseline", JsonWord.OrNull(Run.Baseline));
        writer.WriteString("catalogue", Catalogue.ToString());
        writer.WriteStartArray("editions");
        foreach (var edition in Editions)
        {
            writer.WriteStartObject();
            writer.WriteString("key", edition.Key);
            writer.WriteString("number", edition.Number);
            writer.WriteString("factsSha256", edition.FactsSha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("inputs");
        foreach (var file in Inputs)
        {
            writer.WriteStartObject();
            writer.WriteString("file", file.File);
            writer.WriteNumber("bytes", file.Length);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("verdicts");
        writer.WriteNumber("findings", FindingCount);
        writer.WriteString("overall", JsonWord.Of(Overall));
        writer.WriteString("sha256", VerdictsSha256);
        writer.WriteEndObject();
        writer.WriteEndObject();

        void WriteList(string name, IReadOnlyList<string> texts)
        {
            writer.WriteStartArray(name);
            foreach (var text in texts) writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
    }

    /// <summary>The manifest as a text of several lines.</summary>
    public override string ToString()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, RequirementJson.WriterOptions)) Write(writer);
        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("\r\n", "\n");
    }

    /// <summary>Finds the manifest of a report.</summary>
    /// <param name="report">The text of the report.</param>
    /// <param name="manifest">The manifest, or <see langword="null"/> if there is none that can be read.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryRead(string report, [NotNullWhen(true)] out EvidenceManifest? manifest, out BilingualText error)
    {
        manifest = null;
        error = new("There is no evidence manifest in it; reports in HTML, JSON and SARIF have one.", "其中没有证据清单；HTML、JSON 和 SARIF 报告才有。");
        try
        {
            var text = report.TrimStart('\uFEFF');
            var isPage = text.StartsWith("<!DOCTYPE html>", StringComparison.OrdinalIgnoreCase);
            if (isPage)
            {
                var mark = $"id=\"{ElementId}\">";
                var start = text.IndexOf(mark, StringComparison.Ordinal);
                var end = start < 0 ? -1 : text.IndexOf("</pre>", start, StringComparison.Ordinal);
                if (end < 0) return false;
                text = WebUtility.HtmlDecode(text.Substring(start + mark.Length, end - start - mark.Length));
            }

            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (!isPage)
            {
                if (root.ValueKind != JsonValueKind.Object) return false;
                if (root.TryGetProperty("runs", out var runs) && runs.ValueKind == JsonValueKind.Array && runs.GetArrayLength() == 1)
                {
                    if (!runs[0].TryGetProperty("properties", out root)) return false;
                }

                if (!root.TryGetProperty("evidence", out root)) return false;
            }

            if (root.GetProperty("version").GetInt32() is not FormVersion and var version)
            {
                error = new($"Its evidence manifest has the form {version}; this program knows form {FormVersion}.", $"其证据清单为第 {version} 版格式，本程序支持第 {FormVersion} 版。");
                return false;
            }

            manifest = Read(root);
            error = default;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (Exception problem) when (problem is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            error = new("Its evidence manifest cannot be read.", "其证据清单无法读取。");
            return false;
        }
    }

    private static EvidenceManifest Read(JsonElement root)
    {
        var verdicts = root.GetProperty("verdicts");
        return new EvidenceManifest
        {
            Format = Text(root, "format") is ReportForms.Html or ReportForms.Json or ReportForms.Sarif ? Text(root, "format") : throw new FormatException(),
            Language = Text(root, "language") == "zh" ? Language.Chinese : Language.English,
            Run = new AuditRun
            {
                Producer = Text(root, "producer"),
                Made = TextOrNull(root, "made") is { } made ? DateTimeOffset.Parse(made, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
                Project = Text(root, "project"),
                On = TextOrNull(root, "on") is { } on ? CalendarDate.Parse(on) : null,
                Place = TextOrNull(root, "place") ?? "",
                Overlays = [.. root.GetProperty("overlays").EnumerateArray().Select(static one => one.GetString() ?? "")],
                Baseline = TextOrNull(root, "baseline") ?? "",
            },
            EvidenceFloor = WordsOf<Evidence>.TryParse(Text(root, "evidenceFloor"), out var floor) ? floor : throw new FormatException(),
            Catalogue = CalendarDate.Parse(Text(root, "catalogue")),
            Editions = [.. root.GetProperty("editions").EnumerateArray().Select(static one => new AppliedEdition(Text(one, "key"), Text(one, "number"), Text(one, "factsSha256")))],
            Inputs = [.. root.GetProperty("inputs").EnumerateArray().Select(static one => new AuditedFile(Text(one, "file"), one.GetProperty("bytes").GetInt64(), Text(one, "sha256")))],
            FindingCount = verdicts.GetProperty("findings").GetInt32(),
            Overall = WordsOf<Verdict>.TryParse(Text(verdicts, "overall"), out var overall) ? overall : throw new FormatException(),
            VerdictsSha256 = Text(verdicts, "sha256"),
        };
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static string? TextOrNull(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string HashOf(Edition edition)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var requirement in edition.Requirements) RequirementJson.Write(writer, requirement);
            writer.WriteEndArray();
        }

        return AuditedFile.Of("", buffer.ToArray()).Sha256;
    }

    private static string HashOf(IReadOnlyList<ReportedFinding> findings)
    {
        var lines = new StringBuilder();
        foreach (var reported in findings)
        {
            var finding = reported.Finding;
            lines.Append(reported.Id).Append('\t').Append(JsonWord.Of(finding.Verdict)).Append('\t').Append(finding.ProvisionalVerdict is { } provisional ? JsonWord.Of(provisional) : "").Append('\t')
                .Append(Number(finding.Compared)).Append('\t').Append(Number(finding.Limit)).Append('\t').Append(Number(finding.UpperLimit)).Append('\t').Append(finding.Unit).Append('\n');
        }

        return AuditedFile.Of("", Encoding.UTF8.GetBytes(lines.ToString())).Sha256;

        static string Number(decimal? value) => value is { } known ? Words.Number(known) : "";
    }
}

/// <summary>An edition that findings of a report rest on.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Number">Its number.</param>
/// <param name="FactsSha256">The SHA-256 of what the catalogue holds of it, so that a changed fact shows.</param>
public sealed record AppliedEdition(string Key, string Number, string FactsSha256);
