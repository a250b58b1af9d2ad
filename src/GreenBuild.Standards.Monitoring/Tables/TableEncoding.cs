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
        if (markLength == 2) return Utf16(start[0] == 0xFE);
        if (markLength == 3) return Utf8;
        if (IsUtf16(start, out var isBigEndian)) return Utf16(isBigEndian);
        return IsUtf8(start) ? Utf8 : CodePagesEncodingProvider.Instance.GetEncoding(Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    }

    /// <summary>The encoding that the caller names, which refuses bytes that are none of its own. In which order UTF-16 has its bytes a mark says, or what the beginning can be, before the name does.</summary>
    public static Encoding Named(Encoding encoding, ReadOnlySpan<byte> start, out int markLength)
    {
        var found = Detect(start, out markLength);
        if (found is UnicodeEncoding ? encoding is UnicodeEncoding : markLength == 3 && encoding.CodePage == found.CodePage) return found;
        // A mark of another encoding is bytes like all others.
        markLength = 0;
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    private static UnicodeEncoding Utf16(bool isBigEndian) => new(isBigEndian, false, throwOnInvalidBytes: true);

    // Signs and digits of a table have a byte of nought in UTF-16, always on the same side; no text in another encoding has any.
    private static bool IsUtf16(ReadOnlySpan<byte> start, out bool isBigEndian)
    {
        var (pairs, even, odd) = (Math.Min(start.Length, 1024) / 2, 0, 0);
        for (var i = 0; i < 2 * pairs; i += 2)
        {
            if (start[i] == 0) even++;
            if (start[i + 1] == 0) odd++;
        }

        isBigEndian = even > odd;
        return Math.Min(even, odd) == 0 && Math.Max(even, odd) * 4 > pairs;
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
