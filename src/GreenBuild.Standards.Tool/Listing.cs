using Spectre.Console;
using Spectre.Console.Rendering;

namespace GreenBuild.Standards.Tool;

/// <summary>A column of a <see cref="Listing"/>.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="IsWideOnly">Whether a terminal has no room for it: what it says stands among the details of the row there.</param>
/// <param name="HasDetails">Whether the details of a row stand below its cell of this column.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand at the right.</param>
internal sealed record ListingColumn(string Heading, bool IsWideOnly = false, bool HasDetails = false, bool IsNumber = false);

/// <summary>
/// A list for people: on a terminal a few columns, with details in further lines below each row; else one line a row with all
/// columns, so that it can be searched and cut.
/// </summary>
internal sealed class Listing(ToolContext context, params ListingColumn[] columns)
{
    private readonly List<(Text[] Cells, Text[] Details)> _rows = [];

    public int Count => _rows.Count;

    /// <summary>Whether a terminal shows an empty line between rows; the default is that it does.</summary>
    public bool IsSpaced { get; init; } = true;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One cell for each column.</param>
    /// <param name="details">What a terminal shows below; empty ones are left out.</param>
    public void Add(IEnumerable<Text> cells, params IEnumerable<Text> details) => _rows.Add((cells.ToArray(), details.Where(static detail => detail.Length > 0).ToArray()));

    /// <summary>A detail that stands back.</summary>
    public static Text Detail(string text) => new(text, new Style(decoration: Decoration.Dim));

    public void Write()
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < columns.Length; i++)
            if (IsShown(i)) table.AddColumn(ColumnOf(i));
        foreach (var (cells, details) in _rows)
        {
            var isLast = cells == _rows[^1].Cells;
            var shown = new List<IRenderable>();
            for (var i = 0; i < columns.Length; i++)
            {
                if (!IsShown(i)) continue;
                shown.Add(context.IsTerminal && columns[i].HasDetails ? new Rows([cells[i], .. details, .. Enumerable.Repeat(new Text(""), isLast || !IsSpaced ? 0 : 1)]) : cells[i]);
            }

            table.AddRow(shown);
        }

        context.Console.Write(table);
    }

    // One long formula must not take the room of all titles.
    private TableColumn ColumnOf(int index)
    {
        var column = new TableColumn(new Text(columns[index].Heading));
        if (columns[index].IsNumber) column.RightAligned();
        if (!context.IsTerminal || columns[index].HasDetails) return column;
        var width = context.Console.Profile.Width;
        var widest = _rows.Select(row => ((IRenderable)row.Cells[index]).Measure(RenderOptions.Create(context.Console), width).Max).DefaultIfEmpty().Max();
        return widest > width / 4 ? column.Width(width / 4) : column;
    }

    private bool IsShown(int column) => !context.IsTerminal || !columns[column].IsWideOnly;
}
