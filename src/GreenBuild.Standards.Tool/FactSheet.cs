using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary>Facts about one thing, each with its name: side by side on a terminal, else one line a fact.</summary>
internal sealed class FactSheet(ToolContext context)
{
    private readonly List<(string Name, string Text, Style? Style)> _facts = [];

    /// <summary>Adds a fact; one that is empty is left out. Several with one name stand below each other.</summary>
    public void Add(string name, string? text, Style? style = null)
    {
        if (!string.IsNullOrEmpty(text)) _facts.Add((name, text, style));
    }

    public void Write()
    {
        if (!context.IsTerminal)
        {
            foreach (var (name, text, style) in _facts) context.Line(name + context.Say(": ", "：") + text, style);
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        var above = "";
        foreach (var (name, text, style) in _facts)
        {
            grid.AddRow(new Text(name == above ? "" : name, new Style(decoration: Decoration.Dim)), new Text(text, style));
            above = name;
        }

        context.Console.Write(grid);
    }
}
