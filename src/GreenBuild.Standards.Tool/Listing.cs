using Spectre.Console;
using Spectre.Console.Rendering;

namespace GreenBuild.Standards.Tool;

/// <summary>A column of a <see cref="Listing"/>.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="IsWideOnly">Whether a terminal has no room for it: what it says stands among the details of the row there.</param>
/// <param name="HasDetails">Whether the details of a row stand below its cell of this column.</param>
internal sealed record ListingColumn(string Heading, bool IsWideOnly = false, bool HasDetails = false);

/// <summary>
/// A list for people: on a terminal a few columns, with details in further lines below each row; else one line a row with all
/// columns, so that it can be searched and cut.
/// </summary>
internal sealed class Listing(ToolContext context, params ListingColumn[] columns)
{
    private readonly List<(Text[] Cells, string[] Details)> _rows = [];

    public int Count => _rows.Count;

    public void Add(IEnumerable<Text> cells, params IEnumerable<string> details) => _rows.Add((cells.ToArray(), details.Where(static detail => detail.Length > 0).ToArray()));

    public void Write()
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < columns.Length; i++)
            if (IsShown(i)) table.AddColumn(new TableColumn(new Text(columns[i].Heading)));
        foreach (var (cells, details) in _rows)
        {
            var shown = new List<IRenderable>();
            for (var i = 0; i < columns.Length; i++)
            {
                if (!IsShown(i)) continue;
                shown.Add(context.IsTerminal && columns[i].HasDetails ? new Rows([cells[i], .. details.Select(static detail => new Text(detail, Dim)), new Text("")]) : cells[i]);
            }

            table.AddRow(shown);
        }

        context.Console.Write(table);
    }

    private static Style Dim { get; } = new(decoration: Decoration.Dim);

    private bool IsShown(int column) => !context.IsTerminal || !columns[column].IsWideOnly;
}
