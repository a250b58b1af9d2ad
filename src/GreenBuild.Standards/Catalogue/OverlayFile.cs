using System.Text;

namespace GreenBuild.Standards;

/// <summary>Reads the text of a file with an overlay. What cannot be read is an error in the words of the user, and no exception.</summary>
internal static class OverlayFile
{
    /// <summary>Reads a file whole.</summary>
    /// <param name="folder">The folder from which a relative path counts.</param>
    /// <param name="file">The file, as the user names it.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <param name="path">The full path.</param>
    /// <param name="bytes">What was read.</param>
    /// <param name="text">The text in it.</param>
    public static bool TryRead(string folder, string file, InputErrorList errors, out string path, out byte[] bytes, out string text)
    {
        (path, bytes, text) = ("", [], "");
        try
        {
            path = Path.GetFullPath(Path.Combine(folder, file));
            if (WholeFile.Read(path, WholeFile.LongestFile, out var problem) is not { } read)
            {
                errors.Add(new InputError(file, null, "", problem));
                return false;
            }

            bytes = read;
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
