namespace GreenBuild.Standards.Json;

/// <summary>The published form of project files (<c>*.greenbuild.json</c>).</summary>
public static class ProjectSchema
{
    /// <summary>The JSON Schema (2020-12) of project files, with descriptions in English and Chinese.</summary>
    public static string Read() => PublishedSchema.Read("project.schema.json");
}
