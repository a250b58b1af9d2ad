using System.Text;

namespace GreenBuild.Standards.Projects;

/// <summary>Reads comma-separated values (RFC 4180), also where no package can be loaded: the compiler reads the tables of a project, too.</summary>
internal sealed class DelimitedText
{
    private static readonly char[] Separators = [',', ';', '\t', '，'];

    // Lines end with a new line, a return, or both, as old systems and new ones write them.
    private static readonly char[] LineEnds = ['\n', '\r'];

    /// <summary>What is said of a table without anything in it.</summary>
    public static readonly BilingualText Empty = new("The file is empty; its first line must name the columns.", "文件为空；第一行应为列名。");

    /// <summary>What is said of a quotation mark that opens or closes nothing.</summary>
    public static readonly BilingualText Quotes = new("A quotation mark stands in the wrong place or is not closed.", "引号位置有误或未闭合。");

    private readonly string _text;
    private readonly StringBuilder _value = new();
    private int _position;
    private char _separator;

    private DelimitedText(string text) => _text = text;

    /// <summary>Reads a table: the first line that is not blank names the columns. Blank lines are left out, and blanks around values.</summary>
    public static ProjectTable Read(string text, string file)
    {
        var errors = new InputErrorList();
        var reader = new DelimitedText(text);
        var (line, headingLine) = (0, 1);
        string[]? headings = null;
        var rows = new List<ProjectTableRow>();
        while (reader._position < text.Length)
        {
            line++;
            var end = text.IndexOfAny(LineEnds, reader._position);
            if (end < 0) end = text.Length;
            if (IsBlank(text, reader._position, end))
            {
                reader._position = reader.Behind(end);
                continue;
            }

            var separator = headings is null ? SeparatorOf(text.Substring(reader._position, end - reader._position)) : reader._separator;
            reader._separator = separator;
            var cells = reader.ReadLine(end);
            if (cells is null) errors.Add(new InputError(file, line, "", Quotes));
            else if (headings is null) (headings, headingLine) = (cells, line);
            else if (cells.Length == headings.Length) rows.Add(new ProjectTableRow(line, cells));
            else errors.Add(new InputError(file, line, "", DescribeWidth(cells, headings.Length, separator)));
            // A header that cannot be read leaves nothing to go by.
            if (headings is null) break;
        }

        if (headings is null && errors.Count == 0) errors.Add(new InputError(file, 1, "", Empty));
        return new ProjectTable(file, headings ?? [], rows, headingLine) { Errors = errors };
    }

    /// <summary>What separates the values below a header: what it has most of outside of quotation marks, since a unit may hold a comma, too ("LAeq, dB(A)"); of as many the first of comma, semicolon, tab and full-width comma.</summary>
    public static char SeparatorOf(string header)
    {
        var (best, most) = (',', 0);
        foreach (var separator in Separators)
        {
            var (count, isQuoted) = (0, false);
            foreach (var c in header)
            {
                if (c == '"') isQuoted = !isQuoted;
                else if (c == separator && !isQuoted) count++;
            }

            if (count > most) (best, most) = (separator, count);
        }

        return best;
    }

    /// <summary>What is wrong with a row that has another number of values than there are columns: most often it is separated otherwise.</summary>
    public static BilingualText DescribeWidth(IReadOnlyList<string> cells, int width, char separator)
    {
        if (cells.Count == 1)
            foreach (var other in Separators.Skip(1).Concat([',']))
                if (other != separator && cells[0].IndexOf(other) >= 0)
                    return new($"The values are separated by {NameOf(other).English}, the header by {NameOf(separator).English}.", $"数值以{NameOf(other).Chinese}分隔，列名却以{NameOf(separator).Chinese}分隔。");
        return new($"The line has {cells.Count} value(s), the header {width} columns.", $"共有 {width} 列，本行却有 {cells.Count} 个值。");
    }

    // Reads up to the end of the line; a quotation mark that is not closed there is wrong, since it would swallow the rest of the file.
    private string[]? ReadLine(int end)
    {
        var cells = new List<string>();
        var isGood = true;
        while (true)
        {
            while (_position < end && _text[_position] != _separator && char.IsWhiteSpace(_text[_position])) _position++;
            if (_position < end && _text[_position] == '"') isGood &= ReadQuoted(end);
            else isGood &= ReadPlain(end);
            cells.Add(_value.ToString());
            if (_position >= end) break;
            _position++;
        }

        _position = Behind(end);
        return isGood ? [.. cells] : null;
    }

    private int Behind(int end) => end + (end + 1 < _text.Length && _text[end] == '\r' && _text[end + 1] == '\n' ? 2 : 1);

    private bool ReadPlain(int last)
    {
        var start = _position;
        while (_position < last && _text[_position] != _separator) _position++;
        _value.Clear().Append(_text.Substring(start, _position - start).TrimEnd());
        return _text.IndexOf('"', start, _position - start) < 0;
    }

    private bool ReadQuoted(int last)
    {
        _value.Clear();
        var isClosed = false;
        for (_position++; _position < last && !isClosed; _position++)
        {
            if (_text[_position] != '"') _value.Append(_text[_position]);
            else if (_position + 1 < last && _text[_position + 1] == '"') _value.Append(_text[++_position]);
            else isClosed = true;
        }

        var isAlone = true;
        for (; _position < last && _text[_position] != _separator; _position++) isAlone &= char.IsWhiteSpace(_text[_position]);
        return isClosed && isAlone;
    }

    private static bool IsBlank(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!char.IsWhiteSpace(text[i])) return false;
        return true;
    }

    private static BilingualText NameOf(char separator) => separator switch
    {
        ';' => new("semicolons (;)", "分号（;）"),
        '\t' => new("tabs", "制表符"),
        '，' => new("full-width commas (，)", "全角逗号（，）"),
        _ => new("commas (,)", "逗号（,）"),
    };
}
