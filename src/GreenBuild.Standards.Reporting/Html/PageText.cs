using System.Security.Cryptography;
using System.Text;

namespace GreenBuild.Standards.Reporting;

/// <summary>The style sheets and scripts of the pages, which stand in files beside the code.</summary>
internal static class PageText
{
    /// <summary>Reads the texts with these names, one after the other, with plain line ends: the browser takes the hash over those.</summary>
    public static string Of(params string[] names) => string.Concat(names.Select(Read)).Replace("\r\n", "\n");

    /// <summary>A text inside a string of a style sheet: everything but plain letters and digits as its code, so that no file can end the string or the style sheet.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9')
            {
                quoted.Append(text[i]);
                continue;
            }

            // A surrogate alone is no character, and would void the whole string.
            var isPair = char.IsSurrogatePair(text, i);
            var code = isPair ? char.ConvertToUtf32(text, i++) : char.IsSurrogate(text[i]) ? 0xFFFD : text[i];
            quoted.Append('\\').Append(code.ToString("X6", System.Globalization.CultureInfo.InvariantCulture));
        }

        return quoted.ToString();
    }

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
