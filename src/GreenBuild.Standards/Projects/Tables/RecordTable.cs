using System.Globalization;

namespace GreenBuild.Standards.Projects;

/// <summary>A table of records while it is read: finds its columns by their names, and says what is wrong with file, line and column.</summary>
internal abstract partial class RecordTable(string file)
{
    private RowSource _row = null!;
    private FoundErrors _found = new();

    /// <summary>What is wrong; complete when all was read.</summary>
    public InputErrorList Errors { get; private set; } = new();

    /// <summary>The headings of the columns that mean nothing here.</summary>
    public List<string> UnusedColumns { get; } = [];

    /// <summary>The columns that are looked for.</summary>
    public abstract TableColumn[] Columns { get; }

    /// <summary>The file as the user names it.</summary>
    protected string File => file;

    /// <summary>What is said of a table that has nothing below the names of its columns.</summary>
    protected abstract BilingualText NoRows { get; }

    /// <summary>The line that is read, counted from 1.</summary>
    protected int Line { get; private set; }

    /// <summary>Whether nothing is wrong with the line so far.</summary>
    protected bool IsGood { get; private set; }

    /// <summary>Where the row stands.</summary>
    protected FindingOrigin Origin => new()
    {
        File = file,
        Line = Line,
        Column = _row.Column,
        JsonPointer = _row.Path.Length == 0 ? null : "/" + _row.Path.TrimEnd('.').Replace(".", "/").Replace("[", "/").Replace("]", ""),
    };

    /// <summary>Reads one row, of which the number of values is right.</summary>
    protected abstract void ReadRow();

    /// <summary>Reads all rows of a source; the source may have reported what it could not read.</summary>
    public void Read(RowSource rows, FoundErrors? found = null)
    {
        _found = found ?? new FoundErrors();
        _row = rows;
        var count = 0;
        if (!rows.Read())
        {
            // Where a source could not be read, that was said.
            if (_found.IsEmpty) _found.Add(new InputError(file, 1, "", DelimitedText.Empty));
        }
        else
        {
            Line = rows.Line;
            if (FindColumns()) count = ReadRows();
        }

        Errors = _found.Gathered(count);
    }

    /// <summary>The value of a column that was found.</summary>
    protected string TextOf(TableColumn column) => _row[column.Index];

    private bool FindColumns()
    {
        var headings = Enumerable.Range(0, _row.Count).Select(i => _row[i]).ToList();
        IsGood = true;
        foreach (var column in Columns)
        {
            for (var i = 0; i < headings.Count; i++)
            {
                if (!column.IsNamed(headings[i], out var unit)) continue;
                if (column.IsFound)
                    Report(column, $"The heading '{InputError.Quote(headings[i])}' means the same.", $"列名“{InputError.Quote(headings[i])}”含义相同。");
                column.Found(i, InputError.Quote(headings[i]));
                if (unit.Length > 0 && !column.Accepts(unit))
                    Report(column, $"The unit is not one of this column: {Or(column.Units)}.", $"单位不属于该列：{Or(column.Units)}。");
            }

            if (column.IsNeeded && !column.IsFound)
            {
                var found = InputError.Quote(string.Join(", ", headings));
                Report(
                    column,
                    $"The column is missing; it goes by {string.Join(", ", column.Names)}. Found: {found}.",
                    $"缺少该列；可用列名：{string.Join("、", column.Names)}。现有：{found}。");
            }
        }

        foreach (var heading in headings)
        {
            if (heading.Length == 0 || Columns.Any(column => column.IsNamed(heading, out _))) continue;
            UnusedColumns.Add(InputError.Quote(heading));
        }

        return IsGood;

        static string Or(string[] units) => units.Length == 0 ? "-" : string.Join(", ", units);
    }

    private int ReadRows()
    {
        var (width, rows) = (_row.Count, 0);
        while (_row.Read())
        {
            rows++;
            Line = _row.Line;
            IsGood = !_row.IsMalformed;
            if (!IsGood) continue;
            if (_row.Count != width) _found.Add(new InputError(file, Line, "", _row.DescribeWidth(width)));
            else ReadRow();
        }

        if (rows == 0) _found.Add(new InputError(file, Line, "", NoRows));
        return rows;
    }

    protected bool IsGiven(TableColumn column) => column.IsFound && _row[column.Index].Length > 0;

    protected void Report(TableColumn column, string english, string chinese)
    {
        _found.Add(ErrorOf(column, english, chinese));
        IsGood = false;
    }

    /// <summary>Reports what one wrong setting makes wrong in most rows.</summary>
    protected void ReportAlike(TableColumn column, string english, string chinese)
    {
        _found.AddAlike(column, ErrorOf(column, english, chinese));
        IsGood = false;
    }

    private InputError ErrorOf(TableColumn column, string english, string chinese) => new(file, Line, _row.Path + column.Heading, new(english, chinese)) { Column = _row.Column };

    /// <summary>Reports a value that is written wrongly: the others of its column may be so, too.</summary>
    protected void ReportForm(TableColumn column, string english, string chinese)
    {
        _found.AddForm(column, ErrorOf(column, english, chinese));
        IsGood = false;
    }

    protected void ReportForm(TableColumn column, BilingualText problem) => ReportForm(column, problem.English, problem.Chinese);

    /// <summary>The text of a column; empty where it is not given.</summary>
    protected string Text(TableColumn column) => IsGiven(column) ? TextOf(column) : "";

    /// <summary>The text of a column that must be given.</summary>
    protected string NeededText(TableColumn column)
    {
        if (!IsGiven(column)) Report(column, "The value is missing.", "缺少值。");
        return Text(column);
    }

    /// <summary>The number of a column, in the column's own unit, or <see langword="null"/> where it is not given.</summary>
    protected decimal? Number(TableColumn column)
    {
        if (!IsGiven(column)) return null;
        if (TryReadExact(column, out var number, out var problem)) return number;
        ReportForm(column, problem);
        return null;
    }

    /// <summary>The number of a column that must be given.</summary>
    protected decimal NeededNumber(TableColumn column)
    {
        if (!IsGiven(column)) Report(column, "The number is missing.", "缺少数值。");
        return Number(column) ?? 0;
    }

    /// <summary>A whole number from 0 to 9,999.</summary>
    protected int? Whole(TableColumn column)
    {
        if (Number(column) is not { } number) return null;
        if (number == decimal.Truncate(number) && number is >= 0 and < 10_000) return (int)number;
        ReportForm(column, $"'{InputError.Quote(TextOf(column))}' is not a whole number.", $"“{InputError.Quote(TextOf(column))}”不是整数。");
        return null;
    }

    /// <summary>Reads a number exactly as it is written, in the column's own unit; spreadsheets write large and small ones as powers of ten (1.2E+06).</summary>
    protected bool TryReadExact(TableColumn column, out decimal number, out BilingualText problem)
    {
        var text = PlainText.Of(TextOf(column));
        if (!NumberText.TryParse(text, out number, out problem))
        {
            if (!TryReadPower(text, out number)) return false;
            problem = default;
        }

        if (column.OtherUnit.Length == 0 || MeasurementUnit.TryConvert(number, column.OtherUnit, column.Units[0], out number)) return true;
        problem = new($"'{InputError.Quote(text)}' {column.OtherUnit} is too large.", $"“{InputError.Quote(text)}” {column.OtherUnit} 数值过大。");
        return false;
    }

    /// <summary>Reads a number that is written as a power of ten (1.2E+06), if a decimal holds it exactly.</summary>
    internal static bool TryReadPower(string text, out decimal number)
    {
        number = 0;
        var e = text.IndexOfAny(['e', 'E']);
        return e > 0 && NumberText.TryParse(text.Substring(0, e), out var digits, out _) && TryScale(digits, text.Substring(e + 1), out number);
    }

    private static bool TryScale(decimal digits, string power, out decimal number)
    {
        number = 0;
        if (!int.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) || exponent is < -12 or > 12 || digits is > 1_000_000_000_000 or < -1_000_000_000_000) return false;
        var scale = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++) scale *= 10;
        number = exponent >= 0 ? digits * scale : digits / scale;
        // What a decimal rounds away is no longer what was written.
        return exponent >= 0 ? number / scale == digits : number * scale == digits;
    }
}
