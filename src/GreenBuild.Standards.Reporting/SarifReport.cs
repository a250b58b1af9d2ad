using System.Globalization;
using System.Text.Json;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Reporting;

/// <summary>Writes what wants attention in an audit as SARIF 2.1.0, for code scanning and viewers of it.</summary>
/// <remarks>
/// What is compliant or does not apply is left out: services that show such files show every result as a problem. So are findings beyond
/// <see cref="MostResults"/>, the worst first; a notification says how many. A finding that is not decided is of kind <c>open</c>, a provisional one of kind
/// <c>review</c>; a waived one is suppressed, with the reason. The editions are taxonomies, their clauses the taxa.
/// </remarks>
public static class SarifReport
{
    /// <summary>How many results are written at most: as many as GitHub shows.</summary>
    public const int MostResults = 5000;

    /// <summary>The name of the fingerprint that holds <see cref="ReportedFinding.Id"/>.</summary>
    public const string Fingerprint = "greenBuildFinding/v1";

    // Of a finding for which the catalogue knows no rule.
    private const string NoRule = "greenbuild.no-rule";
    private const string ProjectRoot = "PROJECT";

    /// <summary>Writes a report.</summary>
    /// <param name="output">Where it goes; to be stored as UTF-8.</param>
    /// <param name="report">What it shows.</param>
    /// <param name="language">The language of all texts.</param>
    public static void Write(TextWriter output, AuditReport report, Language language) => JsonText.Write(output, writer => new Log(writer, report, language).Write());

    private sealed class Log(Utf8JsonWriter writer, AuditReport report, Language language)
    {
        private readonly List<ReportedFinding> _all = report.Findings.Where(static one => ReportedFinding.SeverityOf(one.Finding.Verdict) > 0)
            .OrderByDescending(static one => one.Severity).ThenByDescending(static one => ReportedFinding.SeverityOf(one.Finding.Verdict)).ToList();

        public void Write()
        {
            var results = _all.Take(MostResults).ToList();
            var rules = results.Select(static one => one.Finding.Requirement).Distinct().ToList();
            var editions = rules.Where(static rule => rule is not null).Select(static rule => rule!.Edition).Distinct().ToList();
            var clauses = editions.ConvertAll(edition => rules.Where(rule => rule?.Edition == edition && rule.Clause is not null).Select(static rule => rule!.Clause!).Distinct().ToList());

            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            writer.WriteStartObject("tool");
            writer.WriteStartObject("driver");
            writer.WriteString("name", "GreenBuild.Standards");
            if (report.Run.Producer.Length > 0) writer.WriteString("fullName", report.Run.Producer);
            writer.WriteString("language", language == Language.Chinese ? "zh-CN" : "en");
            WriteSupported(editions);
            writer.WriteStartArray("rules");
            foreach (var rule in rules) WriteRule(rule, editions, clauses);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteStartArray("taxonomies");
            for (var i = 0; i < editions.Count; i++) WriteTaxonomy(editions[i], clauses[i]);
            writer.WriteEndArray();
            WriteInvocation();
            writer.WriteStartObject("automationDetails");
            writer.WriteString("id", "greenbuild/" + report.Audit.Project.Name + "/");
            writer.WriteEndObject();
            writer.WriteStartObject("originalUriBaseIds");
            writer.WriteStartObject(ProjectRoot);
            if (report.Folder.Length > 0) writer.WriteString("uri", UriOf(report.Folder));
            WriteMessage("description", new("The folder of the project file", "项目文件所在文件夹"));
            writer.WriteEndObject();
            writer.WriteEndObject();
            WriteArtifacts();
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.WriteStartArray("results");
            foreach (var result in results) WriteResult(result, rules.IndexOf(result.Finding.Requirement));
            writer.WriteEndArray();
            writer.WriteStartObject("properties");
            writer.WriteStartArray("fixed");
            foreach (var one in report.Fixed) writer.WriteStringValue(one.Id);
            writer.WriteEndArray();
            writer.WritePropertyName("evidence");
            report.ManifestOf(ReportForms.Sarif, language).Write(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        private void WriteSupported(List<Edition> editions)
        {
            writer.WriteStartArray("supportedTaxonomies");
            for (var i = 0; i < editions.Count; i++)
            {
                writer.WriteStartObject();
                writer.WriteString("name", editions[i].Number);
                writer.WriteNumber("index", i);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        private void WriteRule(Requirement? rule, List<Edition> editions, List<List<string>> clauses)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule?.Key ?? NoRule);
            WriteMessage("shortDescription", rule?.Title ?? new("No rule of the catalogue was found for the case", "目录中没有适用于该情形的规则"));
            if (rule is not null)
            {
                WriteMessage("fullDescription", new($"{rule.Title.English}: {Words.ValueOf(rule).English} ({rule.Citation})", $"{rule.Title.Chinese}：{Words.ValueOf(rule).Chinese}（{rule.Citation}）"));
                if (rule.Sources.FirstOrDefault(static source => source.Address is not null)?.Address is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri)) writer.WriteString("helpUri", uri.AbsoluteUri);
                writer.WriteStartObject("defaultConfiguration");
                writer.WriteString("level", LevelOf(rule));
                writer.WriteEndObject();
                if (rule.Clause is { } clause)
                {
                    var edition = editions.IndexOf(rule.Edition);
                    writer.WriteStartArray("relationships");
                    writer.WriteStartObject();
                    writer.WriteStartObject("target");
                    writer.WriteString("id", clause);
                    writer.WriteNumber("index", clauses[edition].IndexOf(clause));
                    writer.WriteStartObject("toolComponent");
                    writer.WriteString("name", rule.Edition.Number);
                    writer.WriteNumber("index", edition);
                    writer.WriteEndObject();
                    writer.WriteEndObject();
                    writer.WriteStartArray("kinds");
                    writer.WriteStringValue("relevant");
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                    writer.WriteEndArray();
                }

                writer.WriteStartObject("properties");
                writer.WriteStartArray("tags");
                writer.WriteStringValue(rule.Domain);
                writer.WriteStringValue(JsonWord.Of(rule.Edition.Binding));
                writer.WriteStringValue(JsonWord.Of(rule.Evidence));
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        private void WriteTaxonomy(Edition edition, List<string> clauses)
        {
            writer.WriteStartObject();
            writer.WriteString("name", edition.Number);
            WriteMessage("shortDescription", edition.Title);
            if (edition.Issuer.Length > 0) writer.WriteString("organization", edition.Issuer);
            if (edition.Effective is { } effective) writer.WriteString("releaseDateUtc", effective.ToString());
            // Only what was applied is listed.
            writer.WriteBoolean("isComprehensive", false);
            writer.WriteStartArray("taxa");
            foreach (var clause in clauses)
            {
                writer.WriteStartObject();
                writer.WriteString("id", clause);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        private void WriteInvocation()
        {
            writer.WriteStartArray("invocations");
            writer.WriteStartObject();
            writer.WriteBoolean("executionSuccessful", true);
            if (report.Run.Made is { } made) writer.WriteString("endTimeUtc", made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            if (_all.Count > MostResults)
            {
                writer.WriteStartArray("toolExecutionNotifications");
                writer.WriteStartObject();
                writer.WriteString("level", "warning");
                WriteMessage("message", new($"{_all.Count - MostResults} more findings are left out here; JSON has them all.", $"另有 {_all.Count - MostResults} 项结论未列出；JSON 报告中有全部结论。"));
                writer.WriteEndObject();
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        private void WriteArtifacts()
        {
            writer.WriteStartArray("artifacts");
            foreach (var file in report.Inputs)
            {
                writer.WriteStartObject();
                WriteFile("location", file.File);
                writer.WriteNumber("length", file.Length);
                writer.WriteStartObject("hashes");
                writer.WriteString("sha-256", file.Sha256);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        private void WriteResult(ReportedFinding reported, int rule)
        {
            var finding = reported.Finding;
            var kind = finding.Verdict == Verdict.NonCompliant ? "fail" : finding.IsProvisional ? "review" : "open";
            writer.WriteStartObject();
            writer.WriteString("ruleId", finding.Requirement?.Key ?? NoRule);
            writer.WriteNumber("ruleIndex", rule);
            writer.WriteString("kind", kind);
            writer.WriteString("level", kind == "fail" ? LevelOf(finding.Requirement) : "none");
            var summary = ReportFormat.SubjectAndTimeOf(finding, language) + new BilingualText(": ", "：").In(language) + finding.Summarise(language);
            WriteMessage("message", new(summary, summary));
            writer.WriteStartArray("locations");
            writer.WriteStartObject();
            writer.WriteStartObject("physicalLocation");
            WriteFile("artifactLocation", finding.Origin?.File ?? report.Inputs.FirstOrDefault()?.File ?? "");
            writer.WriteStartObject("region");
            writer.WriteNumber("startLine", finding.Origin?.Line ?? 1);
            if (finding.Origin?.Column is { } column) writer.WriteNumber("startColumn", column);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("name", finding.Origin?.ElementId ?? ReportFormat.SubjectOf(finding, language));
            writer.WriteString("fullyQualifiedName", reported.Section.Title.In(language) + " / " + reported.Group.Name.In(language));
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartObject("partialFingerprints");
            writer.WriteString(Fingerprint, reported.Id);
            writer.WriteEndObject();
            if (report.Previous is { } previous)
                writer.WriteString("baselineState", previous.Find(reported.Id) is not { } before ? "new" : before.Verdict == finding.Verdict ? "unchanged" : "updated");
            // With one, a result of the run must all have it: those that are not waived have an empty list.
            writer.WriteStartArray("suppressions");
            if (reported.Waiver is { } waiver)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", "external");
                writer.WriteString("status", "accepted");
                writer.WriteString("justification", waiver.Reason);
                writer.WriteStartObject("properties");
                writer.WriteString("until", waiver.Until.ToString());
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WritePropertyName("properties");
            FindingJson.Write(writer, finding);
            writer.WriteEndObject();
            if (writer.BytesPending > 1 << 20) writer.Flush();
        }

        private static string LevelOf(Requirement? rule) => rule is { Edition.Binding: BindingForce.Mandatory } ? "error" : "warning";

        private void WriteFile(string name, string file)
        {
            writer.WriteStartObject(name);
            writer.WriteString("uri", UriOf(file));
            writer.WriteString("uriBaseId", ProjectRoot);
            writer.WriteEndObject();
        }

        private void WriteMessage(string name, BilingualText text)
        {
            writer.WriteStartObject(name);
            writer.WriteString("text", text.In(language));
            writer.WriteEndObject();
        }

        // File names hold blanks and Chinese; slashes stay.
        private static string UriOf(string path) => string.Join("/", path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
    }
}
