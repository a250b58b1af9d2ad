namespace GreenBuild.Standards.Json;

/// <summary>The published form of files of findings (<see cref="FindingsDocument"/>).</summary>
public static class FindingsSchema
{
    /// <summary>The JSON Schema (2020-12) of files of findings, with descriptions in English and Chinese.</summary>
    public static string Read() => PublishedSchema.Read("findings.schema.json");
}
