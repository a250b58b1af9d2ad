using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Reading;

/// <summary>Writes texts as JSON where no serializer is at hand.</summary>
internal static class JsonText
{
    /// <summary>The text in quotation marks.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c < ' ') quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
