using System.Text.Json;

namespace GreenBuild.Standards.Json;

/// <summary>Writes the differences of two editions as JSON.</summary>
public static class EditionDiffJson
{
    /// <summary>The word that stands for what became of a requirement: <c>unchanged</c>, <c>changed</c>, <c>added</c>, <c>removed</c>, <c>not-known</c>.</summary>
    public static string WordOf(RequirementChange change) => JsonWord.Of(change);

    /// <summary>Writes one row of a comparison as an object.</summary>
    /// <remarks>
    /// Members: change, changedFields, before, after. Before and after are whole requirements; the one that there is not, or that is not known, is null.
    /// </remarks>
    public static void Write(Utf8JsonWriter writer, RequirementDifference difference)
    {
        writer.WriteStartObject();
        writer.WriteString("change", JsonWord.Of(difference.Change));
        writer.WriteStartArray("changedFields");
        foreach (var field in difference.ChangedFields) writer.WriteStringValue(field);
        writer.WriteEndArray();
        WriteOrNull(writer, "before", difference.Before);
        WriteOrNull(writer, "after", difference.After);
        writer.WriteEndObject();
    }

    internal static void WriteOrNull(Utf8JsonWriter writer, string name, Requirement? requirement)
    {
        writer.WritePropertyName(name);
        if (requirement is null) writer.WriteNullValue();
        else RequirementJson.Write(writer, requirement);
    }
}
