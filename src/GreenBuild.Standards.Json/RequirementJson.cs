using System.Text.Encodings.Web;
using System.Text.Json;

namespace GreenBuild.Standards.Json;

/// <summary>Writes requirements as JSON, in the words of the catalogue's own files.</summary>
public static class RequirementJson
{
    /// <summary>How the JSON of this library is written: indented, and Chinese as itself. For files and terminals, not for embedding in HTML.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one requirement as an object.</summary>
    /// <remarks>
    /// Members: key, measurand, domain, kind, standard, edition, clause, citation, title, titleZh, comparator, trigger, value (a number, a
    /// range of two, a word, true or false, or null where it is not known), relativeTo, unit, basis, rounding, applicability (when, unless),
    /// jurisdiction, binding, effective, withdrawn, evidence, sources, note. All are always there; what is not known is null.
    /// </remarks>
    public static void Write(Utf8JsonWriter writer, Requirement requirement)
    {
        var edition = requirement.Edition;
        writer.WriteStartObject();
        writer.WriteString("key", requirement.Key);
        writer.WriteString("measurand", requirement.Measurand.Key);
        writer.WriteString("domain", requirement.Domain);
        writer.WriteString("kind", JsonWord.Of(requirement.Kind));
        writer.WriteString("standard", edition.Standard);
        writer.WriteString("edition", edition.Number);
        writer.WriteString("clause", requirement.Clause);
        writer.WriteString("citation", requirement.Citation);
        writer.WriteString("title", requirement.Title.English);
        writer.WriteString("titleZh", requirement.Title.Chinese);
        writer.WriteString("comparator", JsonWord.Of(requirement.Comparator));
        writer.WriteBoolean("trigger", requirement.IsTrigger);
        writer.WritePropertyName("value");
        WriteValue(writer, requirement);
        writer.WriteString("relativeTo", requirement.RelativeTo?.Key);
        writer.WriteString("unit", JsonWord.OrNull(requirement.Unit));
        writer.WriteString("basis", JsonWord.OrNull(requirement.Basis));
        writer.WritePropertyName("rounding");
        if (requirement.RoundingDigits is { } digits) writer.WriteNumberValue(digits);
        else writer.WriteNullValue();
        writer.WriteStartObject("applicability");
        WriteConditions(writer, "when", requirement.Conditions.Where(static condition => !condition.IsException));
        WriteConditions(writer, "unless", requirement.Conditions.Where(static condition => condition.IsException));
        writer.WriteEndObject();
        writer.WriteString("jurisdiction", edition.Jurisdiction.Code);
        writer.WriteString("binding", JsonWord.Of(edition.Binding));
        writer.WriteString("effective", edition.Effective?.ToString());
        writer.WriteString("withdrawn", edition.Withdrawn?.ToString());
        writer.WriteString("evidence", JsonWord.Of(requirement.Evidence));
        writer.WriteStartArray("sources");
        foreach (var source in requirement.Sources)
        {
            writer.WriteStartObject();
            writer.WriteString(source.Address is null ? "reference" : "url", source.Reference);
            writer.WriteString("what", source.What);
            writer.WriteString("says", source.Says);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("note", JsonWord.OrNull(requirement.Note));
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, Requirement requirement)
    {
        if (requirement.Setting is { } setting)
        {
            if (setting is "true" or "false") writer.WriteBooleanValue(setting == "true");
            else writer.WriteStringValue(setting);
        }
        else if (requirement.Value is not { } value)
        {
            writer.WriteNullValue();
        }
        else if (requirement.UpperValue is { } upper)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value);
            writer.WriteNumberValue(upper);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }

    private static void WriteConditions(Utf8JsonWriter writer, string name, IEnumerable<FacetCondition> conditions)
    {
        writer.WriteStartObject(name);
        foreach (var condition in conditions)
        {
            writer.WritePropertyName(condition.Facet);
            switch (condition.Type)
            {
                case FacetType.Number:
                    writer.WriteStartObject();
                    foreach (var bound in condition.Values) WriteBound(writer, bound);
                    writer.WriteEndObject();
                    break;
                case FacetType.Flag:
                    writer.WriteBooleanValue(condition.Values[0] == "true");
                    break;
                default:
                    if (condition.Values.Count == 1)
                    {
                        writer.WriteStringValue(condition.Values[0]);
                        break;
                    }

                    writer.WriteStartArray();
                    foreach (var value in condition.Values) writer.WriteStringValue(value);
                    writer.WriteEndArray();
                    break;
            }
        }

        writer.WriteEndObject();
    }

    // "<=3", "> 3": the bounds as a condition keeps them, in the names of the catalogue's files.
    private static void WriteBound(Utf8JsonWriter writer, string bound)
    {
        writer.WritePropertyName(bound.Substring(0, 2) switch
        {
            ">=" => "min",
            "> " => "above",
            "<=" => "max",
            _ => "below",
        });
        writer.WriteRawValue(bound.Substring(2).Trim());
    }
}
