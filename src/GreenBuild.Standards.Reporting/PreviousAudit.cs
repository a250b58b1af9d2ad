using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GreenBuild.Standards.Json;

namespace GreenBuild.Standards.Reporting;

/// <summary>The findings of an earlier audit, read from its report in JSON, that another audit is compared with.</summary>
public sealed class PreviousAudit
{
    private readonly Dictionary<string, PreviousFinding> _findings;

    private PreviousAudit(Dictionary<string, PreviousFinding> findings) => _findings = findings;

    /// <summary>Its findings.</summary>
    public IReadOnlyCollection<PreviousFinding> Findings => _findings.Values;

    /// <summary>The finding with an identifier, or <see langword="null"/>.</summary>
    public PreviousFinding? Find(string id) => _findings.TryGetValue(id, out var finding) ? finding : null;

    /// <summary>How a finding compares with the earlier one: new, worse, better, unchanged.</summary>
    public BilingualText ChangeOf(ReportedFinding finding) => Find(finding.Id) is not { } before
        ? new("new", "新增")
        : before.Severity == finding.Severity ? new("unchanged", "未变") : before.Severity < finding.Severity ? new("worse", "变差") : new("better", "改善");

    /// <summary>Reads the report of an audit in JSON, as <see cref="JsonReport"/> writes it.</summary>
    /// <param name="utf8">The bytes of the report.</param>
    /// <param name="file">The file, for errors.</param>
    /// <param name="previous">What was read, or <see langword="null"/> if there is an error.</param>
    /// <param name="errors">What is wrong.</param>
    public static bool TryRead(byte[] utf8, string file, [NotNullWhen(true)] out PreviousAudit? previous, out InputErrorList errors)
    {
        previous = null;
        errors = new InputErrorList();
        var found = new Dictionary<string, PreviousFinding>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(utf8);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("evidence", out _)) Collect(root, found);
            else errors.Add(new InputError(file, null, "", new("This is not a report of an audit in JSON (greenbuild audit --out FILE.json).", "该文件不是审核的 JSON 报告（greenbuild audit --out FILE.json）。")));
        }
        // Half of a surrogate pair is an invalid operation to it.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            errors.Add(new InputError(file, (int?)(problem as JsonException)?.LineNumber + 1, "", new("This is not JSON.", "该文件不是 JSON。")));
        }

        if (errors.Count > 0) return false;
        previous = new PreviousAudit(found);
        return true;
    }

    // Findings stand in lists of that name at several depths; the parser bounds the depth.
    private static void Collect(JsonElement element, Dictionary<string, PreviousFinding> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, found);
            return;
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name != "findings" || member.Value.ValueKind != JsonValueKind.Array)
            {
                Collect(member.Value, found);
                continue;
            }

            foreach (var finding in member.Value.EnumerateArray())
                if (Text(finding, "id") is { } id && WordsOf<Verdict>.TryParse(Text(finding, "verdict") ?? "", out var verdict))
                    found[id] = new PreviousFinding(id, verdict, Text(finding, "waivedUntil") is not null, Text(finding, "requirement"), Text(finding, "citation"), Text(finding, "subject"));
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A finding of an earlier audit.</summary>
public sealed class PreviousFinding
{
    internal PreviousFinding(string id, Verdict verdict, bool isWaived, string? requirement, string? citation, string? subject)
    {
        Id = id;
        Verdict = verdict;
        IsWaived = isWaived;
        Requirement = requirement;
        Citation = citation;
        Subject = subject ?? "";
    }

    /// <summary>Its identifier; see <see cref="ReportedFinding.Id"/>.</summary>
    public string Id { get; }

    /// <summary>The verdict of then.</summary>
    public Verdict Verdict { get; }

    /// <summary>Whether it was waived then.</summary>
    public bool IsWaived { get; }

    /// <summary>The key of the requirement, or <see langword="null"/>.</summary>
    public string? Requirement { get; }

    /// <summary>Edition and clause, or <see langword="null"/>.</summary>
    public string? Citation { get; }

    /// <summary>What it was about; may be empty.</summary>
    public string Subject { get; }

    /// <summary>How much attention it wanted; see <see cref="ReportedFinding.Severity"/>.</summary>
    public int Severity => IsWaived ? 0 : ReportedFinding.SeverityOf(Verdict);
}
