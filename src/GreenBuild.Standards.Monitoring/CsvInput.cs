using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace GreenBuild.Standards.Monitoring;

/// <summary>A table of comma-separated values in UTF-8 while it is read: finds its columns by their names, and says what is wrong with file, line and column.</summary>
internal abstract class CsvInput(string file)
{
    private static readonly string[] OtherSeparators = [";", "\t", "，"];

    private readonly FoundErrors _errors = new();
    private CsvParser _row = null!;
    private int _malformedLine;
    private string _separator = ",";
    private int _rows;

    /// <summary>What is wrong; complete when all was read.</summary>
    public InputErrorList Errors { get; private set; } = new();

    /// <summary>The headings of the columns that mean nothing here.</summary>
    public List<string> UnusedColumns { get; } = [];

    /// <summary>The file as the user names it.</summary>
    protected string File => file;

    /// <summary>The columns that are looked for.</summary>
    protected abstract CsvColumn[] Columns { get; }

    /// <summary>What is said of a table that has nothing below the names of its columns.</summary>
    protected abstract BilingualText NoRows { get; }

    /// <summary>The line that is read, counted from 1.</summary>
    protected int Line { get; private set; }

    /// <summary>Whether nothing is wrong with the line so far.</summary>
    protected bool IsGood { get; private set; }

    /// <summary>Reads one row, of which the number of values is right.</summary>
    protected abstract void ReadRow();

    /// <summary>The value of a column that was found.</summary>
    protected string TextOf(CsvColumn column) => _row[column.Index];

    public void Read(Stream utf8)
    {
        // Bytes that are no UTF-8 (files in GBK are common) must not turn into question marks unseen.
        using var text = new StreamReader(utf8, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), false, 1 << 16, leaveOpen: true);
        try
        {
            ReadAll(text);
        }
        catch (DecoderFallbackException)
        {
            _errors.Add(new InputError(file, null, "", new(
                "The file is not in UTF-8; Chinese Excel saves CSV in GBK. Save it as \"CSV UTF-8 (Comma delimited)\".",
                "文件不是 UTF-8 编码（中文版 Excel 的“CSV”为 GBK 编码）。请在 Excel 中“另存为”，选择“CSV UTF-8（逗号分隔）”。")));
        }

        Errors = _errors.Gathered(_rows);
    }

    private void ReadAll(StreamReader text)
    {
        // Blank lines in front keep their numbers.
        var start = new StringBuilder();
        while (text.ReadLine() is { } line)
        {
            start.Append(line).Append('\n');
            if (line.Trim().Length == 0) continue;
            _separator = SeparatorOf(line);
            break;
        }

        using var parser = new CsvParser(new PrefixedReader(start.ToString(), text), Configuration(), leaveOpen: true);
        _row = parser;
        if (!parser.Read())
        {
            _errors.Add(new InputError(file, 1, "", new("The file is empty; its first line must name the columns.", "文件为空；第一行应为列名。")));
            return;
        }

        Line = parser.RawRow;
        if (FindColumns()) ReadRows();
    }

    // Only a header without any comma is taken to be separated otherwise.
    private static string SeparatorOf(string header)
    {
        if (header.IndexOf(',') >= 0) return ",";
        foreach (var other in OtherSeparators)
            if (header.IndexOf(other, StringComparison.Ordinal) >= 0) return other;
        return ",";
    }

    private CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        Delimiter = _separator,
        TrimOptions = TrimOptions.Trim,
        IgnoreBlankLines = true,
        // A quotation mark that is never closed would swallow the rest of the file as one value.
        LineBreakInQuotedFieldIsBadData = true,
        BadDataFound = found =>
        {
            var line = found.Context.Parser!.RawRow;
            if (line == _malformedLine) return;
            _malformedLine = line;
            _errors.Add(new InputError(file, line, "", new("A quotation mark stands in the wrong place or is not closed.", "引号位置有误或未闭合。")));
        },
    };

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

    private void ReadRows()
    {
        var (width, rows) = (_row.Count, 0);
        while (_row.Read())
        {
            rows++;
            Line = _row.RawRow;
            IsGood = Line != _malformedLine;
            if (!IsGood) continue;
            if (_row.Count != width)
            {
                if (OtherSeparators.Append(",").FirstOrDefault(other => other != _separator && _row.Count == 1 && _row[0].Contains(other)) is { } separator)
                    _errors.Add(new InputError(file, Line, "", new($"The values are separated by {NameOf(separator).English}, the header by {NameOf(_separator).English}.", $"数值以{NameOf(separator).Chinese}分隔，列名却以{NameOf(_separator).Chinese}分隔。")));
                else
                    _errors.Add(new InputError(file, Line, "", new($"The line has {_row.Count} value(s), the header {width} columns.", $"共有 {width} 列，本行却有 {_row.Count} 个值。")));
                continue;
            }

            ReadRow();
        }

        _rows = rows;
        if (rows == 0) _errors.Add(new InputError(file, Line, "", NoRows));
    }

    protected bool IsGiven(CsvColumn column) => column.IsFound && _row[column.Index].Length > 0;

    protected void Report(CsvColumn column, string english, string chinese)
    {
        _errors.Add(new InputError(file, Line, column.Heading, new(english, chinese)));
        IsGood = false;
    }

    // Of a value that is written wrongly: the others of its column may be so, too.
    protected void ReportForm(CsvColumn column, string english, string chinese)
    {
        _errors.AddForm(column, new InputError(file, Line, column.Heading, new(english, chinese)));
        IsGood = false;
    }

    /// <summary>Reads a number exactly as it is written, in the column's own unit; spreadsheets write large and small ones as powers of ten (1.2E+06).</summary>
    protected bool TryReadExact(CsvColumn column, out decimal number, out BilingualText problem)
    {
        var text = TextOf(column);
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

    private static BilingualText NameOf(string separator) => separator switch
    {
        ";" => new("semicolons (;)", "分号（;）"),
        "\t" => new("tabs", "制表符"),
        "，" => new("full-width commas (，)", "全角逗号（，）"),
        _ => new("commas (,)", "逗号（,）"),
    };
}
