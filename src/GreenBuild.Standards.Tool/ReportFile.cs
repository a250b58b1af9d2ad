using System.Text;

namespace GreenBuild.Standards.Tool;

/// <summary>Writes a file whole or not at all.</summary>
internal static class ReportFile
{
    /// <summary>Writes a file beside its place and moves it there when it is complete; what stood there before stays if anything fails.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, Action<TextWriter> write) => WriteBytes(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false));
        write(writer);
    });

    /// <summary>The same for bytes.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WriteBytes(string path, Action<Stream> write)
    {
        // In the same folder, since only there a move is one step.
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, "." + Path.GetFileName(path) + "." + Guid.NewGuid().ToString("N") + ".tmp");
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16)) write(stream);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
