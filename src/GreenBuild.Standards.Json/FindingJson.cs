using System.Globalization;
using System.Text.Json;

namespace GreenBuild.Standards.Json;

/// <summary>Writes findings as JSON.</summary>
public static class FindingJson
{
    /// <summary>The word that stands for a verdict: <c>compliant</c>, <c>non-compliant</c>, <c>not-applicable</c>, <c>indeterminate</c>, <c>invalid</c>.</summary>
    public static string WordOf(Verdict verdict) => JsonWord.Of(verdict);

    /// <summary>Writes one finding as an object.</summary>
    /// <remarks>
    /// Members: verdict, provisional (the verdict that it would be, or null), subject, from, to, requirement (its key), edition, clause,
    /// citation, rules (keys of the other rules that shaped it), measured, compared, comparator, limit, unit, margin, rounding, evidence, missing,
    /// notRecorded, reason, explanation, origin. Texts hold en and zh. All members are always there; what there is none of is null.
    /// </remarks>
    public static void Write(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        WriteMembers(writer, finding);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members of a finding into an object that may have others.</summary>
    internal static void WriteMembers(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteString("verdict", JsonWord.Of(finding.Verdict));
        writer.WriteString("provisional", finding.ProvisionalVerdict is { } provisional ? JsonWord.Of(provisional) : null);
        writer.WriteString("subject", JsonWord.OrNull(finding.Subject));
        WriteTime(writer, "from", finding.From);
        WriteTime(writer, "to", finding.To);
        writer.WriteString("requirement", finding.Requirement?.Key);
        writer.WriteString("edition", finding.Edition?.Number);
        writer.WriteString("clause", finding.Clause);
        writer.WriteString("citation", finding.Requirement?.Citation);
        writer.WriteStartArray("rules");
        foreach (var rule in finding.Rules) writer.WriteStringValue(rule.Key);
        writer.WriteEndArray();
        WriteNumber(writer, "measured", finding.Measured);
        WriteNumber(writer, "compared", finding.Compared);
        writer.WriteString("comparator", finding.Requirement is { } requirement ? JsonWord.Of(requirement.Comparator) : null);
        WriteNumber(writer, "limit", finding.Limit);
        writer.WriteString("unit", JsonWord.OrNull(finding.Unit));
        WriteNumber(writer, "margin", finding.Margin);
        WriteNumber(writer, "rounding", finding.RoundingDigits);
        writer.WriteString("evidence", finding.Requirement is null ? null : JsonWord.Of(finding.Evidence));
        writer.WriteStartArray("missing");
        foreach (var missing in finding.Missing) writer.WriteStringValue(missing);
        writer.WriteEndArray();
        writer.WriteStartArray("notRecorded");
        foreach (var input in finding.NotRecorded) writer.WriteStringValue(input);
        writer.WriteEndArray();
        writer.WritePropertyName("reason");
        WriteText(writer, finding.Reason);
        writer.WriteStartArray("explanation");
        foreach (var step in finding.Explanation) WriteText(writer, step);
        writer.WriteEndArray();
        if (finding.Origin is { } origin)
        {
            writer.WriteStartObject("origin");
            writer.WriteString("file", origin.File);
            WriteNumber(writer, "line", origin.Line);
            writer.WriteString("pointer", origin.JsonPointer);
            writer.WriteString("element", origin.ElementId);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("origin");
        }
    }

    internal static void WriteText(Utf8JsonWriter writer, BilingualText text)
    {
        writer.WriteStartObject();
        writer.WriteString("en", text.English);
        writer.WriteString("zh", text.Chinese);
        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTime? local) =>
        writer.WriteString(name, local?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

    private static void WriteNumber(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }
}
