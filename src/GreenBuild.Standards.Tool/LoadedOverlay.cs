namespace GreenBuild.Standards.Tool;

/// <summary>A file of limits of one's own that was loaded beside the built-in catalogue.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Bytes">What was read.</param>
internal sealed record LoadedOverlay(string File, string Path, byte[] Bytes)
{
    public static bool TryRead(ToolContext context, string file, out LoadedOverlay overlay, out string text, out InputErrorList errors)
    {
        errors = new InputErrorList();
        var isRead = OverlayFile.TryRead(context.CurrentDirectory, file, errors, out var path, out var bytes, out text);
        overlay = isRead ? new LoadedOverlay(file, path, bytes) : null!;
        return isRead;
    }
}
