#if NET8_0_OR_GREATER
using nietras.SeparatedValues;
#else
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
#endif

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>The lines of separated values below their headings. On modern targets Sep reads them, which leaves nothing behind; it has no version for .NET Standard 2.0, where CsvHelper does.</summary>
internal sealed class CsvSource : TableSource
{
    private readonly TableText _text;
    private readonly int _linesBefore;
#if NET8_0_OR_GREATER
    private readonly SepReader _rows;
#else
    private readonly CsvParser _rows;
#endif

    /// <summary>Opens the table and reads its headings; there are none if it is empty.</summary>
    public CsvSource(TableText text, char separator)
        : this(text, separator, [], 0)
    {
        if (!MoveNext()) return;
        for (var i = 0; i < Count; i++) Headings.Add(Cell(i).ToString());
    }

    /// <summary>Opens a part of a table, which begins with a line; its headings and the number of lines before it are known.</summary>
    public CsvSource(TableText text, char separator, List<string> headings, int linesBefore)
    {
        (_text, _linesBefore) = (text, linesBefore);
        Headings.AddRange(headings);
#if NET8_0_OR_GREATER
        _rows = Sep.New(separator).Reader(static options => options with { HasHeader = false, DisableColCountCheck = true, Unescape = true }).From(text);
#else
        _rows = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(), IgnoreBlankLines = false, BadDataFound = null, LineBreakInQuotedFieldIsBadData = false, BufferSize = 1 << 15,
        });
#endif
    }

#if NET8_0_OR_GREATER
    public override int Count => _rows.Current.ColCount;

    // Of the first row the parser gives its end as its beginning; none has more than a line.
    private int RowLine => _rows.Current.LineNumberToExcl - 1;

    private bool ReadRow() => _rows.MoveNext();

    private ReadOnlySpan<char> Raw(int column) => _rows.Current[column].Span;
#else
    public override int Count => _rows.Count;

    private int RowLine => _rows.RawRow;

    private bool ReadRow() => _rows.Read();

    private ReadOnlySpan<char> Raw(int column) => _rows[column].AsSpan();
#endif

    public override bool MoveNext()
    {
        while (ReadRow())
        {
            var row = RowLine;
            (Line, Fault) = (row + _linesBefore, LineFault.None);
            var faults = _text.Faults;
            while (faults.Count > 0 && faults.Peek().Line <= row)
            {
                var (line, fault) = faults.Dequeue();
                if (line == row) Fault = fault;
            }

            // Blank lines are none, and neither is one of separators only, as spreadsheets leave behind.
            if (Fault != LineFault.None || !IsBlank()) return true;
        }

        return false;
    }

    public override ReadOnlySpan<char> Cell(int column) => column < 0 || column >= Count ? default : Trimmed(Raw(column));

    public override bool Has(int column) => column >= 0 && column < Count;

    public override void Dispose() => _rows.Dispose();

    private bool IsBlank()
    {
        for (var i = 0; i < Count; i++)
            if (!Trimmed(Raw(i)).IsEmpty) return false;
        return true;
    }

    // Almost no cell has blanks around it.
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text) => text.IsEmpty || (text[0] > ' ' && text[text.Length - 1] is > ' ' and < '\u0080') ? text : text.Trim();
}
