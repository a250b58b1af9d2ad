using System.Globalization;

namespace GreenBuild.Standards.Reporting;

/// <summary>The sources of a fact as a list.</summary>
internal static class SourceList
{
    /// <summary>Writes the sources of one fact on a page that has both languages.</summary>
    public static void Write(HtmlWriter html, IReadOnlyList<Source> sources)
    {
        html.Open("ul", "class", "sources");
        foreach (var source in sources)
        {
            html.Open("li");
            WriteOne(html, source, null);
            html.Close();
        }

        html.Close();
    }

    /// <summary>Writes sources that facts name by their numbers, from 1, each with an identifier that ends with its number.</summary>
    public static void WriteNumbered(HtmlWriter html, IReadOnlyList<Source> sources, string idBefore, Language language)
    {
        html.Open("ol", "class", "sources");
        for (var i = 0; i < sources.Count; i++)
        {
            html.Open("li", "id", idBefore + (i + 1).ToString(CultureInfo.InvariantCulture));
            WriteOne(html, sources[i], language);
            html.Close();
        }

        html.Close();
    }

    private static void WriteOne(HtmlWriter html, Source source, Language? language)
    {
        if (source.Address is { } address && IsWeb(address)) html.Element("a", address, "href", address, "rel", "noreferrer");
        else html.Text(source.Reference);
        // Their words are in English, as the evidence was taken down.
        html.Text(" – ").Element("span", source.What + (source.Says.Length > 0 ? ": " + source.Says : ""), "lang", language == Language.Chinese ? "en" : null);
        // A repository with a path inside is found by its address, though no link leads there.
        if (!IsWeb(source.Reference)) html.Text(" ").Open("b", "class", "closed").In(new("[no public address]", "［无公开地址］"), language).Close();
    }

    // An overlay may name anything; only what leads to the web becomes a link.
    private static bool IsWeb(string address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
