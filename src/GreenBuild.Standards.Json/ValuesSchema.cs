namespace GreenBuild.Standards.Json;

/// <summary>The published forms of single values: quantities, days, places, keys, words, readings.</summary>
public static class ValuesSchema
{
    /// <summary>The JSON Schema (2020-12) with a definition for each type under <c>$defs</c>, by the name of the type; it says what the library writes.</summary>
    public static string Read() => PublishedSchema.Read("values.schema.json");
}
