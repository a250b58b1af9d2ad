using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Monitoring;

/// <summary>The rows of a file of comma-separated values in UTF-8 while it is read; semicolons, tabs and full-width commas separate as well if the first line has no comma.</summary>
internal sealed class CsvRows : RowSource, IDisposable
{
    private readonly string _file;
    private readonly FoundErrors _errors;
    private readonly StreamReader _text;
    private CsvParser? _row;
    private int _malformedLine;
    private char _separator = ',';
    private bool _isBroken;

    public CsvRows(Stream utf8, string file, FoundErrors errors)
    {
        _file = file;
        _errors = errors;
        // Bytes that are no UTF-8 (files in GBK are common) must not turn into question marks unseen.
        _text = new StreamReader(utf8, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), false, 1 << 16, leaveOpen: true);
    }

    public override int Count => _row!.Count;

    public override string this[int index] => _row![index];

    public override int Line => _row?.RawRow ?? 1;

    public override bool IsMalformed => Line == _malformedLine;

    public override bool Read()
    {
        if (_isBroken) return false;
        try
        {
            _row ??= new CsvParser(new PrefixedReader(ReadStart(), _text), Configuration(), leaveOpen: true);
            return _row.Read();
        }
        catch (DecoderFallbackException)
        {
            _isBroken = true;
            _errors.Add(new InputError(_file, null, "", new(
                "The file is not in UTF-8; Chinese Excel saves CSV in GBK. Save it as \"CSV UTF-8 (Comma delimited)\".",
                "文件不是 UTF-8 编码（中文版 Excel 的“CSV”为 GBK 编码）。请在 Excel 中“另存为”，选择“CSV UTF-8（逗号分隔）”。")));
            return false;
        }
    }

    public override BilingualText DescribeWidth(int width)
    {
        var cells = new string[Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = this[i];
        return DelimitedText.DescribeWidth(cells, width, _separator);
    }

    public void Dispose()
    {
        _row?.Dispose();
        _text.Dispose();
    }

    // Blank lines in front keep their numbers.
    private string ReadStart()
    {
        var start = new StringBuilder();
        while (_text.ReadLine() is { } line)
        {
            start.Append(line).Append('\n');
            if (line.Trim().Length == 0) continue;
            _separator = DelimitedText.SeparatorOf(line);
            break;
        }

        return start.ToString();
    }

    private CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        Delimiter = _separator.ToString(),
        TrimOptions = TrimOptions.Trim,
        IgnoreBlankLines = true,
        // A quotation mark that is never closed would swallow the rest of the file as one value.
        LineBreakInQuotedFieldIsBadData = true,
        BadDataFound = found =>
        {
            var line = found.Context.Parser!.RawRow;
            if (line == _malformedLine) return;
            _malformedLine = line;
            _errors.Add(new InputError(_file, line, "", DelimitedText.Quotes));
        },
    };
}
