using System.Text.Json;

namespace GreenBuild.Standards.Json;

/// <summary>Writes editions of standards as JSON, in the words of the catalogue's own files.</summary>
public static class EditionJson
{
    /// <summary>Writes one edition as an object, without its requirements.</summary>
    /// <remarks>
    /// Members: key, standard, number, kind, binding, title, titleZh, issuer, jurisdiction, issued, effective, withdrawn, validUntil (the first day
    /// from which it is no longer in force, <c>noLongerInForceFrom</c> in the tool's CSV: withdrawn, or else the day on which the successor came into force),
    /// supersedes, supersededBy, partial (whether only a part of its rules is known), scope, requirements (how many), evidence (how many are confirmed,
    /// single-source and unconfirmed), overlay. All are always there; what is not known is null. An edition without
    /// requirements is known by its number only.
    /// </remarks>
    public static void Write(Utf8JsonWriter writer, Edition edition)
    {
        writer.WriteStartObject();
        WriteMembers(writer, edition);
        writer.WriteEndObject();
    }

    /// <summary>Writes one edition as an object, with its requirements, methods and sources.</summary>
    /// <remarks>The members of <see cref="Write"/>, then rows (the requirements), methods and sources.</remarks>
    public static void WriteWhole(Utf8JsonWriter writer, Edition edition)
    {
        writer.WriteStartObject();
        WriteMembers(writer, edition);
        writer.WriteStartArray("rows");
        foreach (var requirement in edition.Requirements) RequirementJson.Write(writer, requirement);
        writer.WriteEndArray();
        WriteMethods(writer, edition);
        writer.WriteStartArray("sources");
        foreach (var source in edition.Sources) RequirementJson.WriteSource(writer, source);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes the member methods: key and text of each method that an edition prescribes.</summary>
    public static void WriteMethods(Utf8JsonWriter writer, Edition edition)
    {
        writer.WriteStartArray("methods");
        foreach (var method in edition.Methods)
        {
            writer.WriteStartObject();
            writer.WriteString("key", method.Key);
            writer.WriteString("text", method.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter writer, Edition edition)
    {
        writer.WriteString("key", JsonWord.OrNull(edition.Key));
        writer.WriteString("standard", edition.Standard);
        writer.WriteString("number", edition.Number);
        writer.WriteString("kind", JsonWord.Of(edition.Kind));
        writer.WriteString("binding", JsonWord.Of(edition.Binding));
        writer.WriteString("title", JsonWord.OrNull(edition.Title.English));
        writer.WriteString("titleZh", JsonWord.OrNull(edition.Title.Chinese));
        writer.WriteString("issuer", JsonWord.OrNull(edition.Issuer));
        writer.WriteString("jurisdiction", edition.Jurisdiction.Code);
        writer.WriteString("issued", edition.Issued?.ToString());
        writer.WriteString("effective", edition.Effective?.ToString());
        writer.WriteString("withdrawn", edition.Withdrawn?.ToString());
        writer.WriteString("validUntil", edition.ValidUntil?.ToString());
        writer.WriteStartArray("supersedes");
        foreach (var number in edition.Supersedes) writer.WriteStringValue(number);
        writer.WriteEndArray();
        writer.WriteString("supersededBy", edition.SupersededBy);
        writer.WriteBoolean("partial", edition.IsPartial);
        writer.WriteString("scope", JsonWord.OrNull(edition.Scope));
        writer.WriteNumber("requirements", edition.Requirements.Count);
        writer.WriteStartObject("evidence");
        foreach (var evidence in new[] { Evidence.Confirmed, Evidence.SingleSource, Evidence.Unconfirmed })
            writer.WriteNumber(JsonWord.Of(evidence), edition.Requirements.Count(requirement => requirement.Evidence == evidence));
        writer.WriteEndObject();
        writer.WriteString("overlay", edition.Overlay);
    }
}
