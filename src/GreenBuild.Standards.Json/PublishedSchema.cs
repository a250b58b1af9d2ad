using System.Text;

namespace GreenBuild.Standards.Json;

/// <summary>Reads the schemas that the assembly carries.</summary>
internal static class PublishedSchema
{
    public static string Read(string name)
    {
        using var stream = typeof(PublishedSchema).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
