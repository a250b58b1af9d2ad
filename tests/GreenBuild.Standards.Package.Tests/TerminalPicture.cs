using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Package.Tests;

/// <summary>Draws lines of a compiler as a terminal shows them: SVG whose text is text, so that it can be read, searched and tested.</summary>
internal static class TerminalPicture
{
    private const int Columns = 112;
    private const int Indent = 4;
    private const double ColumnWidth = 7.8;
    private const int RowHeight = 19;
    private const int Margin = 18;

    /// <summary>Draws the lines.</summary>
    /// <param name="title">What was typed.</param>
    /// <param name="lines">Lines of the form <c>file(line,column): warning ID: message</c>.</param>
    public static string Of(string title, IReadOnlyList<string> lines)
    {
        var rows = new StringBuilder();
        var row = 1;
        foreach (var line in lines)
        {
            rows.Append("  <text xml:space=\"preserve\">");
            var (place, rule) = (line.IndexOf(": ", StringComparison.Ordinal) + 2, line.IndexOf(": ", line.IndexOf(": ", StringComparison.Ordinal) + 2, StringComparison.Ordinal));
            var (start, isFirst) = (0, true);
            foreach (var end in Breaks(line))
            {
                var x = Margin + (isFirst ? 0 : Indent * ColumnWidth);
                rows.Append(CultureInfo.InvariantCulture, $"<tspan x=\"{x:0.#}\" y=\"{Margin + 6 + (++row * RowHeight)}\">");
                Part(line, start, Math.Min(end, place), "place");
                Part(line, Math.Max(start, place), Math.Min(end, rule), "rule");
                Part(line, Math.Max(start, rule), end, null);
                rows.Append("</tspan>");
                (start, isFirst) = (end, false);
            }

            rows.Append("</text>\n");
        }

        var (width, height) = ((2 * Margin) + (int)Math.Ceiling(Columns * ColumnWidth), (2 * Margin) + 6 + (row * RowHeight));
        return string.Create(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{width}} {{height}}" width="{{width}}" height="{{height}}" role="img" aria-labelledby="title">
              <title id="title">{{Escape(title)}}</title>
              <style>
                text { font: 13px ui-monospace, "Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; fill: #e6e9ee; }
                .place { fill: #a3adbb; }
                .rule { fill: #f0c268; font-weight: 700; }
              </style>
              <rect width="{{width}}" height="{{height}}" rx="6" fill="#14181f"/>
              <text x="{{Margin}}" y="{{Margin + 6}}" class="title">{{Escape(title)}}</text>
            {{rows}}</svg>

            """).ReplaceLineEndings("\n");

        void Part(string text, int from, int to, string? role)
        {
            if (from >= to) return;
            var part = Escape(text[from..to]);
            rows.Append(role is null ? part : $"<tspan class=\"{role}\">{part}</tspan>");
        }
    }

    // Where each row ends: at the last blank that fits, or between two characters of Chinese, which take two columns.
    private static IEnumerable<int> Breaks(string line)
    {
        var (start, most) = (0, Columns);
        while (true)
        {
            var (used, end, good) = (0, start, -1);
            while (end < line.Length && used + WidthOf(line[end]) <= most)
            {
                used += WidthOf(line[end++]);
                if (end < line.Length && (line[end - 1] == ' ' || WidthOf(line[end - 1]) == 2 || WidthOf(line[end]) == 2)) good = end;
            }

            if (end < line.Length && good > start) end = good;
            yield return end;
            if (end == line.Length) yield break;
            (start, most) = (end, Columns - Indent);
        }
    }

    private static int WidthOf(char c) => c is >= '\u2E80' and <= '\uFFEF' ? 2 : 1;

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
