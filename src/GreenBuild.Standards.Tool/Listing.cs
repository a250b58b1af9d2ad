using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GreenBuild.Standards.Tool;

/// <summary>A column of a <see cref="Listing"/>.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="IsWideOnly">Whether a terminal has no room for it: what it says stands among the details of the row there.</param>
/// <param name="HasDetails">Whether the details of a row stand below its cell of this column.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand at the right.</param>
internal sealed record ListingColumn(string Heading, bool IsWideOnly = false, bool HasDetails = false, bool IsNumber = false);

/// <summary>A cell of a <see cref="Listing"/>.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Style">How a terminal shows it.</param>
internal readonly record struct ListingCell(string Text, Style? Style = null)
{
    /// <summary>The cell as a terminal shows it.</summary>
    public Text Shown => new(Text, Style);
}

/// <summary>
/// A list for people: on a terminal a few columns, with details in further lines below each row; else one line a row with all
/// columns, so that it can be searched and cut.
/// </summary>
internal sealed class Listing(ToolContext context, params ListingColumn[] columns)
{
    // What is written at once, in letters.
    private const int PieceLength = 1 << 14;

    private static readonly Style s_dim = new(decoration: Decoration.Dim);

    private readonly List<(ListingCell[] Cells, ListingCell[] Details)> _rows = [];

    public int Count => _rows.Count;

    /// <summary>Whether a terminal shows an empty line between rows; the default is that it does.</summary>
    public bool IsSpaced { get; init; } = true;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One cell for each column.</param>
    /// <param name="details">What a terminal shows below; empty ones are left out.</param>
    public void Add(IEnumerable<ListingCell> cells, params IEnumerable<ListingCell> details) => _rows.Add(context.IsTerminal
        ? (cells.ToArray(), details.Where(static detail => detail.Text.Length > 0).ToArray())
        : (cells.Select(static cell => new ListingCell(OneLine(cell.Text))).ToArray(), []));

    /// <summary>A detail that stands back.</summary>
    public static ListingCell Detail(string text) => new(text, s_dim);

    public void Write()
    {
        if (context.IsTerminal) WriteToTerminal();
        else context.Write(WriteLines);
    }

    // Nothing is broken, and nothing has a colour: the widths of the columns are all that has to be found out, and thousands of rows are written in a few milliseconds.
    private void WriteLines(TextWriter output)
    {
        var widths = Array.ConvertAll(columns, static column => TextWidth.Of(column.Heading));
        foreach (var (cells, _) in _rows)
            for (var i = 0; i < widths.Length; i++) widths[i] = Math.Max(widths[i], TextWidth.Of(cells[i].Text));

        // The same frame as on a terminal, but without blanks that nobody sees.
        output.WriteLine();
        var line = new StringBuilder(2 * PieceLength);
        for (var i = 0; i < widths.Length; i++) Cell(i, columns[i].Heading);
        EndLine();
        line.Append('─', widths.Sum(static width => width + 3) + 1);
        EndLine();
        foreach (var (cells, _) in _rows)
        {
            for (var i = 0; i < widths.Length; i++) Cell(i, cells[i].Text);
            EndLine();
        }

        EndLine();
        output.Write(line);

        void Cell(int column, string text)
        {
            line.Append(column == 0 ? "  " : "   ");
            var blanks = widths[column] - TextWidth.Of(text);
            if (columns[column].IsNumber) line.Append(' ', blanks).Append(text);
            else line.Append(text).Append(' ', blanks);
        }

        // Not line by line: each piece that is written is a call of the system.
        void EndLine()
        {
            var length = line.Length;
            while (length > 0 && line[length - 1] == ' ') length--;
            line.Length = length;
            line.Append(output.NewLine);
            if (length < PieceLength) return;
            output.Write(line);
            line.Clear();
        }
    }

    // A row is one line, whatever a file has brought in.
    private static string OneLine(string text) => text.AsSpan().ContainsAny('\r', '\n') ? text.ReplaceLineEndings(" ") : text;

    private void WriteToTerminal()
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
                shown.Add(columns[i].HasDetails ? new Rows([cells[i].Shown, .. details.Select(static detail => detail.Shown), .. Enumerable.Repeat(new Text(""), isLast || !IsSpaced ? 0 : 1)]) : cells[i].Shown);
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
        if (columns[index].HasDetails) return column;
        var width = context.Console.Profile.Width;
        var widest = _rows.Select(row => TextWidth.Of(row.Cells[index].Text)).DefaultIfEmpty().Max();
        return widest > width / 4 ? column.Width(width / 4) : column;
    }

    private bool IsShown(int column) => !columns[column].IsWideOnly;
}
