namespace GreenBuild.Standards.Tool;

/// <summary>A text file beside the project that was read whole: an overlay, or an earlier report.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Bytes">What was read.</param>
internal sealed record LoadedFile(string File, string Path, byte[] Bytes)
{
    public static bool TryRead(ToolContext context, string file, out LoadedFile loaded, out string text, out InputErrorList errors)
    {
        errors = new InputErrorList();
        var isRead = OverlayFile.TryRead(context.CurrentDirectory, file, errors, out var path, out var bytes, out text);
        loaded = isRead ? new LoadedFile(file, path, bytes) : null!;
        return isRead;
    }
}
