using System.Security.Cryptography;
using System.Text;

namespace GreenBuild.Standards.Reporting;

/// <summary>The style sheets and scripts of the pages, which stand in files beside the code.</summary>
internal static class PageText
{
    /// <summary>Reads the texts with these names, one after the other, with plain line ends: the browser takes the hash over those.</summary>
    public static string Of(params string[] names) => string.Concat(names.Select(Read)).Replace("\r\n", "\n");

    /// <summary>The source expression by which a Content-Security-Policy allows exactly this text.</summary>
    public static string HashOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#if NET
        var hash = SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(bytes);
#endif
        return "'sha256-" + Convert.ToBase64String(hash) + "'";
    }

    private static string Read(string name)
    {
        using var stream = typeof(PageText).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
