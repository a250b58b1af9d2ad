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
    /// Members: key, measurand, domain, kind, standard, edition, clause, citation, title, titleZh, comparator, trigger, value, formula, points,
    /// values, dimensions, relativeTo, unit, basis, rounding, applicability (when, unless), jurisdiction, binding, effective, withdrawn,
    /// evidence, sources, note, overlay. All are always there; what is not known, or does not belong to the kind, is null. The value is a
    /// number, two numbers (from, to), bounds (min, max, above, below), a word, words, true or false.
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
        writer.WriteString("formula", requirement.Formula);
        WriteNumberOrPair(writer, "points", requirement.Points, requirement.UpperPoints);
        WriteSizes(writer, requirement);
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
        foreach (var source in requirement.Sources) WriteSource(writer, source);
        writer.WriteEndArray();
        writer.WriteString("note", JsonWord.OrNull(requirement.Note));
        writer.WriteString("overlay", edition.Overlay);
        writer.WriteEndObject();
    }

    internal static void WriteSource(Utf8JsonWriter writer, Source source)
    {
        writer.WriteStartObject();
        writer.WriteString(source.Address is null ? "reference" : "url", source.Reference);
        writer.WriteString("what", source.What);
        writer.WriteString("says", source.Says);
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, Requirement requirement)
    {
        if (requirement.Settings.Count > 1)
        {
            writer.WriteStartArray();
            foreach (var word in requirement.Settings) writer.WriteStringValue(word);
            writer.WriteEndArray();
        }
        else if (requirement.Setting is { } setting)
        {
            if (setting is "true" or "false") writer.WriteBooleanValue(setting == "true");
            else writer.WriteStringValue(setting);
        }
        else if (requirement.Range is { } range)
        {
            WriteRange(writer, range);
        }
        else
        {
            WriteNumberOrPair(writer, requirement.Value, requirement.UpperValue);
        }
    }

    /// <summary>A number where both ends are one, two numbers where both are inside, and else the bounds by name.</summary>
    private static void WriteRange(Utf8JsonWriter writer, NumberRange range)
    {
        if (range is { Low: { } low, High: { } high, IsLowExclusive: false, IsHighExclusive: false })
        {
            WriteNumberOrPair(writer, low, low == high ? null : high);
            return;
        }

        WriteBounds(writer, range);
    }

    private static void WriteNumberOrPair(Utf8JsonWriter writer, string name, decimal? value, decimal? upper)
    {
        writer.WritePropertyName(name);
        WriteNumberOrPair(writer, value, upper);
    }

    private static void WriteNumberOrPair(Utf8JsonWriter writer, decimal? value, decimal? upper)
    {
        if (value is not { } number)
        {
            writer.WriteNullValue();
            return;
        }

        if (upper is { } end)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(number);
            writer.WriteNumberValue(end);
            writer.WriteEndArray();
            return;
        }

        writer.WriteNumberValue(number);
    }

    private static void WriteSizes(Utf8JsonWriter writer, Requirement requirement)
    {
        if (requirement.Values.Count > 0)
        {
            writer.WriteStartArray("values");
            foreach (var value in requirement.Values) writer.WriteNumberValue(value);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNull("values");
        }

        if (requirement.Dimensions.Count == 0)
        {
            writer.WriteNull("dimensions");
            return;
        }

        writer.WriteStartArray("dimensions");
        foreach (var dimension in requirement.Dimensions)
        {
            writer.WriteStartObject();
            writer.WriteString("name", dimension.Name);
            writer.WriteNumber("value", dimension.Value);
            writer.WriteString("unit", dimension.Unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteConditions(Utf8JsonWriter writer, string name, IEnumerable<FacetCondition> conditions)
    {
        writer.WriteStartObject(name);
        foreach (var condition in conditions)
        {
            writer.WritePropertyName(condition.Facet);
            switch (condition.Type)
            {
                case FacetType.Number when condition.Range is { } range:
                    if (range.Low == range.High) writer.WriteNumberValue(range.Low!.Value);
                    else WriteBounds(writer, range);
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

    private static void WriteBounds(Utf8JsonWriter writer, NumberRange range)
    {
        writer.WriteStartObject();
        if (range.Low is { } from) writer.WriteNumber(range.IsLowExclusive ? "above" : "min", from);
        if (range.High is { } to) writer.WriteNumber(range.IsHighExclusive ? "below" : "max", to);
        writer.WriteEndObject();
    }
}
