using System.Text;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>Bytes of a packet as text: ASCII, and UTF-8 in the logs of devices; what is neither becomes U+FFFD.</summary>
internal static class Hj212Text
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return "";
#if NETSTANDARD2_0
        return Encoding.UTF8.GetString(bytes.ToArray());
#else
        return Encoding.UTF8.GetString(bytes);
#endif
    }

    /// <summary>Whether a text is these bytes; letter case does not matter.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes, string text)
    {
        if (bytes.Length != text.Length) return false;
        for (var i = 0; i < text.Length; i++)
            if (bytes[i] != text[i] && ((bytes[i] | 0x20) != (text[i] | 0x20) || (bytes[i] | 0x20) is < 'a' or > 'z')) return false;
        return true;
    }
}
