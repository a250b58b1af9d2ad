using System.Text;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>The encodings in which tables come; bytes that are none of theirs are an error, and no question marks.</summary>
internal static class TableEncoding
{
    private const int Gb18030 = 54936;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>The encoding by the byte order mark, or by what the beginning of a file can be.</summary>
    /// <param name="start">The beginning of the file.</param>
    /// <param name="markLength">How many bytes the byte order mark has.</param>
    public static Encoding Detect(ReadOnlySpan<byte> start, out int markLength)
    {
        markLength = 0;
        if (start.Length >= 3 && start[0] == 0xEF && start[1] == 0xBB && start[2] == 0xBF) markLength = 3;
        else if (start.Length >= 2 && ((start[0] == 0xFF && start[1] == 0xFE) || (start[0] == 0xFE && start[1] == 0xFF))) markLength = 2;
        if (markLength == 2) return new UnicodeEncoding(start[0] == 0xFE, false, throwOnInvalidBytes: true);
        return markLength == 3 || IsUtf8(start) ? Utf8 : CodePagesEncodingProvider.Instance.GetEncoding(Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    }

    /// <summary>The same encoding, which refuses bytes that are none of its own.</summary>
    public static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    // The last character may be cut through.
    private static bool IsUtf8(ReadOnlySpan<byte> start)
    {
        try
        {
            Utf8.GetDecoder().GetCharCount(start.ToArray(), 0, start.Length, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
