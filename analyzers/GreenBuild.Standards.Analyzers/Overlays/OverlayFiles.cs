using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The overlays of a compilation: additional files named <c>*.greenbuild-overlay.json</c>, in the order in which the build gives them.</summary>
internal static class OverlayFiles
{
    private const string Ending = ".greenbuild-overlay.json";

    private static readonly KeptReadings<OverlayFile> Known = new();

    /// <summary>The catalogue that code is judged by: the built-in one with the overlays that can be read.</summary>
    public static StandardsCatalogue CatalogueOf(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var catalogue = StandardsCatalogue.Default;
        foreach (var overlay in Read(files, cancellation)) catalogue = overlay.Catalogue;
        return catalogue;
    }

    /// <summary>Reads the overlays, each on top of those before it.</summary>
    public static List<OverlayFile> Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var found = new List<OverlayFile>();
        var catalogue = StandardsCatalogue.Default;
        foreach (var file in files)
        {
            if (!file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || file.GetText(cancellation) is not { } text) continue;
            var below = catalogue;
            var overlay = Known.Of(text, known => known.Below == below && known.Path == file.Path, () => new OverlayFile(file.Path, text, below));
            found.Add(overlay);
            catalogue = overlay.Catalogue;
        }

        return found;
    }
}

/// <summary>One overlay that was read on top of a catalogue.</summary>
internal sealed class OverlayFile
{
    public OverlayFile(string path, SourceText text, StandardsCatalogue below)
    {
        Path = path;
        Text = text;
        Below = below;
        Errors = below.WithOverlay(System.IO.Path.GetFileName(path), text.ToString(), out var catalogue);
        Catalogue = catalogue;
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>The catalogue that it was laid over.</summary>
    public StandardsCatalogue Below { get; }

    /// <summary>The catalogue with it; the one below where it has errors.</summary>
    public StandardsCatalogue Catalogue { get; }

    public InputErrorList Errors { get; }
}
