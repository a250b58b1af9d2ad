namespace GreenBuild.Standards.DependencyInjection;

/// <summary>An edition of one's own that adds limits and tightens them: a file, or a text that is at hand.</summary>
public sealed class StandardsOverlay
{
    private StandardsOverlay(string name, string? text, string field = "")
    {
        Name = name;
        Text = text;
        Field = field;
    }

    /// <summary>The path of the file or the name of the text, for messages and findings.</summary>
    public string Name { get; }

    internal string? Text { get; }

    /// <summary>The path in the configuration that names it; empty if it comes from code.</summary>
    internal string Field { get; }

    /// <summary>An overlay in a file, which is read once, at start.</summary>
    /// <param name="path">The file in UTF-8; a relative path counts from <see cref="GreenBuildStandardsOptions.OverlayFolder"/>.</param>
    public static StandardsOverlay FromFile(string path) => new(path, null);

    /// <summary>An overlay that is at hand as text, for example out of a resource or a database.</summary>
    /// <param name="name">Its name, for messages and findings.</param>
    /// <param name="json">The text, in the JSON form of the catalogue.</param>
    public static StandardsOverlay FromText(string name, string json) => new(name, json);

    internal static StandardsOverlay FromConfiguration(string path, string field) => new(path, null, field);
}
