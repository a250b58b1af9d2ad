using System.Text.Json;

namespace GreenBuild.Standards.Json;

/// <summary>Writes findings as JSON.</summary>
public static class FindingJson
{
    /// <summary>The word that stands for a verdict: <c>compliant</c>, <c>non-compliant</c>, <c>not-applicable</c>, <c>indeterminate</c>, <c>invalid</c>.</summary>
    public static string WordOf(Verdict verdict) => JsonWord.Of(verdict);

    /// <summary>Writes one finding as an object, which <see cref="FindingRecord"/> reads again.</summary>
    /// <remarks>
    /// Members: verdict, provisional (the verdict that it would be, or null), subject, from, to, requirement (its key), edition, clause,
    /// citation, rules (keys of the other rules that shaped it), measured, compared, comparator, limit, unit, margin, rounding, evidence, missing,
    /// notRecorded, reason, explanation, origin, upperLimit. Texts hold en and zh. All members are always there; what there is none of is null.
    /// </remarks>
    public static void Write(Utf8JsonWriter writer, Finding finding) => JsonSerializer.Serialize(writer, FindingRecord.Of(finding), GreenBuildJsonContext.Default.FindingRecord);

    /// <summary>Writes the members of a finding into an object that has others.</summary>
    internal static void WriteMembers(Utf8JsonWriter writer, Finding finding)
    {
        foreach (var member in JsonSerializer.SerializeToElement(FindingRecord.Of(finding), GreenBuildJsonContext.Default.FindingRecord).EnumerateObject()) member.WriteTo(writer);
    }

    internal static void WriteText(Utf8JsonWriter writer, BilingualText text)
    {
        writer.WriteStartObject();
        writer.WriteString("en", text.English);
        writer.WriteString("zh", text.Chinese);
        writer.WriteEndObject();
    }
}
