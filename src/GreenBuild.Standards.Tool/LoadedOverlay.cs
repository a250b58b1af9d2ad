using System.Text;

namespace GreenBuild.Standards.Tool;

/// <summary>A file of limits of one's own that was loaded beside the built-in catalogue.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Bytes">What was read.</param>
internal sealed record LoadedOverlay(string File, string Path, byte[] Bytes)
{
    public static bool TryRead(ToolContext context, string file, out LoadedOverlay overlay, out string text, out InputErrorList errors)
    {
        (overlay, text, errors) = (null!, "", new InputErrorList());
        try
        {
            var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(context.CurrentDirectory, file));
            var bytes = System.IO.File.ReadAllBytes(path);
            overlay = new LoadedOverlay(file, path, bytes);
            // Bytes that are no UTF-8 must not turn into question marks unseen.
            using var reader = new StreamReader(new MemoryStream(bytes, writable: false), new UTF8Encoding(false, throwOnInvalidBytes: true));
            text = reader.ReadToEnd();
            return true;
        }
        catch (DecoderFallbackException)
        {
            errors.Add(new InputError(file, null, "", new("The file is not in UTF-8; save it as UTF-8.", "文件不是 UTF-8 编码，请另存为 UTF-8。")));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.Add(new InputError(file, null, "", new("The file cannot be read.", "文件无法读取。")));
        }

        return false;
    }
}
