using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The baselines of a compilation: additional files whose names end with <see cref="BaselineFile.Ending"/>.</summary>
internal static class BaselineFiles
{
    private static readonly KeptReadings<ReadBaseline> Known = new();

    /// <summary>Reads them all.</summary>
    public static List<ReadBaseline> Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var found = new List<ReadBaseline>();
        foreach (var file in files)
        {
            if (!file.Path.EndsWith(BaselineFile.Ending, StringComparison.OrdinalIgnoreCase) || file.GetText(cancellation) is not { } text) continue;
            found.Add(Known.Of(text, known => known.Path == file.Path, () => new ReadBaseline(file.Path, text)));
        }

        return found;
    }
}

/// <summary>One baseline that was read.</summary>
internal sealed class ReadBaseline
{
    private readonly BaselineFile _findings;
    private readonly string _folder;

    public ReadBaseline(string path, SourceText text)
    {
        Path = path;
        Text = text;
        _folder = path.Substring(0, Math.Max(path.LastIndexOfAny(['/', '\\']) + 1, 0)).Replace('\\', '/');
        _findings = BaselineFile.Read(System.IO.Path.GetFileName(path), text.ToString(), out var errors);
        Errors = errors;
    }

    public string Path { get; }

    public SourceText Text { get; }

    public InputErrorList Errors { get; }

    /// <summary>Whether a diagnostic stands in it.</summary>
    public bool Covers(Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (_findings.Count == 0 || diagnostic.Location.SourceTree is not { } tree) return false;
        var file = tree.FilePath.Replace('\\', '/');
        if (!file.StartsWith(_folder, StringComparison.OrdinalIgnoreCase)) return false;
        var line = tree.GetText(cancellation).Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start);
        return _findings.Covers(diagnostic.Id, file.Substring(_folder.Length), line.ToString());
    }
}
