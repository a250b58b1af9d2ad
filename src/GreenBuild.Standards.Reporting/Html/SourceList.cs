namespace GreenBuild.Standards.Reporting;

/// <summary>The sources of a fact as a list.</summary>
internal static class SourceList
{
    public static void Write(HtmlWriter html, IReadOnlyList<Source> sources)
    {
        html.Open("ul", "class", "sources");
        foreach (var source in sources)
        {
            html.Open("li");
            if (source.Address is { } address && IsWeb(address)) html.Element("a", address, "href", address, "rel", "noreferrer");
            else html.Text(source.Reference);
            html.Text(" – " + source.What + (source.Says.Length > 0 ? ": " + source.Says : "")).Close();
        }

        html.Close();
    }

    // An overlay may name anything; only what leads to the web becomes a link.
    private static bool IsWeb(string address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
