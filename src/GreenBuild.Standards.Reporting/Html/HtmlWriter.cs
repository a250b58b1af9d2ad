namespace GreenBuild.Standards.Reporting;

/// <summary>Writes elements; every text and every attribute goes through the same escape, so that nothing of a file becomes markup.</summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>How Chinese is marked, so that browsers choose its glyphs.</summary>
    public const string Chinese = "zh";

    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; the attributes are names and values in turn, one without value is left out.</summary>
    public HtmlWriter Open(string tag, params string?[] attributes)
    {
        Tag(tag, attributes);
        _open.Push(tag);
        return this;
    }

    /// <summary>Writes an element that has no content.</summary>
    public HtmlWriter Empty(string tag, params string?[] attributes)
    {
        // The solidus is what ends an element inside SVG, and is passed over in HTML.
        Tag(tag, attributes, "/>");
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public HtmlWriter Close()
    {
        var tag = _open.Pop();
        output.Write("</" + tag + ">");
        // Line ends between blocks, so that reports can be compared line by line; none where it would be seen as a blank.
        if (tag is "tr" or "table" or "section" or "p" or "li" or "ul" or "ol" or "dl" or "dd" or "h1" or "h2" or "h3" or "details" or "summary" or "div" or "svg" or "header" or "footer" or "title" or "style" or "head" or "body" or "html" or "g")
            output.Write('\n');
        return this;
    }

    /// <summary>Writes an element that holds a text.</summary>
    public HtmlWriter Element(string tag, string text, params string?[] attributes) => Open(tag, attributes).Text(text).Close();

    /// <summary>Writes a text.</summary>
    public HtmlWriter Text(string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': output.Write("&amp;"); break;
                case '<': output.Write("&lt;"); break;
                case '>': output.Write("&gt;"); break;
                case '"': output.Write("&quot;"); break;
                case '\'': output.Write("&#39;"); break;
                default: output.Write(c); break;
            }
        }

        return this;
    }

    /// <summary>Writes a text in both languages, of which the page shows one; a text that is the same in both, or has one side only, once.</summary>
    public HtmlWriter Both(BilingualText text)
    {
        if (text.English == text.Chinese) return Text(text.English);
        if (text.English.Length == 0 || text.Chinese.Length == 0) return Element("i", text.In(Language.English), "lang", text.English.Length == 0 ? Chinese : "en");
        return Element("span", text.English, "lang", "en").Element("span", text.Chinese, "lang", Chinese);
    }

    /// <summary>Writes a text in one language, or for a page that has both in both.</summary>
    public HtmlWriter In(BilingualText text, Language? language) => language is { } one ? Text(text.In(one)) : Both(text);

    /// <summary>Writes a text in both languages.</summary>
    public HtmlWriter Both(string english, string chinese) => Both(new BilingualText(english, chinese));

    /// <summary>Writes an element that holds a text in both languages.</summary>
    public HtmlWriter BothIn(string tag, BilingualText text, params string?[] attributes) => Open(tag, attributes).Both(text).Close();

    /// <summary>Writes text of our own that is markup already: the style sheet and the script.</summary>
    public HtmlWriter Raw(string markup)
    {
        output.Write(markup);
        return this;
    }

    private void Tag(string tag, string?[] attributes, string end = ">")
    {
        output.Write("<" + tag);
        for (var i = 0; i + 1 < attributes.Length; i += 2)
        {
            if (attributes[i + 1] is not { } value) continue;
            output.Write(" " + attributes[i] + "=\"");
            Text(value);
            output.Write('"');
        }

        output.Write(end);
    }
}
