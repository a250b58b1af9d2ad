using System.Text;
using System.Text.Json;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>The objects of a JSON text: one a line, or those of an array. Holds one object at a time.</summary>
internal sealed class JsonSource : TableSource
{
    /// <summary>The most names that the objects may have together; those beyond are left alone.</summary>
    private const int MostNames = 1000;

    private readonly Stream _stream;
    private readonly Action<int> _advanced;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _cells = [];
    private readonly List<int> _seenIn = [];
    private byte[] _buffer;
    private int _start;
    private int _end;
    private int _line = 1;
    private int _record;
    private int _nameLength;
    private bool _isEnd;
    private bool _isArray;
    private bool _isClosed;
    private bool _isBegun;

    public JsonSource(Stream stream, byte[] start, int startLength, int markLength, Action<int> advanced)
    {
        (_stream, _advanced) = (stream, advanced);
        _buffer = new byte[Math.Max(2 * TableText.MaxLine, startLength)];
        Array.Copy(start, markLength, _buffer, 0, startLength - markLength);
        _end = startLength - markLength;
    }

    public override int Count => Headings.Count;

    public override bool Has(int column) => column >= 0 && _seenIn[column] == _record;

    public override ReadOnlySpan<char> Cell(int column) => Has(column) ? _cells[column].AsSpan().Trim() : default;

    public override void Dispose()
    {
    }

    public override bool MoveNext()
    {
        _record++;
        Fault = LineFault.None;
        if (IsLost) return false;
        if (!SkipBetween())
        {
            if (!_isArray || _isClosed) return false;
            // What was cut off may have held more.
            (Fault, IsLost, Line) = (LineFault.Unclosed, true, _line);
            return true;
        }

        Line = _line;
        if (_buffer[_start] == '{' && TryFindEnd(out var length))
        {
            Read(new ReadOnlySpan<byte>(_buffer, _start, length));
            CountLines(length);
            _start += length;
            return true;
        }

        if (Fault == LineFault.None) Fault = _isArray ? LineFault.LostInArray : LineFault.NoObject;
        // Within an array nothing says where the next object begins; of lines, the next line does.
        if (_isArray) IsLost = true;
        else SkipLine();
        return true;
    }

    // Goes to the next byte that is no blank, comma or bracket of the array.
    private bool SkipBetween()
    {
        while (true)
        {
            for (; _start < _end; _start++)
            {
                var b = _buffer[_start];
                if (b == '\n') _line++;
                else if (b == '[' && !_isBegun) _isArray = true;
                else if (b == ']' && _isArray) _isClosed = true;
                else if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)','))
                {
                    _isBegun = true;
                    return true;
                }

                if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) _isBegun = true;
            }

            if (!Fill()) return false;
        }
    }

    private bool TryFindEnd(out int length)
    {
        var (depth, isText, isEscaped) = (0, false, false);
        for (length = 0; ; length++)
        {
            if (length == TableText.MaxLine)
            {
                Fault = LineFault.TooLong;
                return false;
            }

            if (_start + length == _end && !Fill()) return false;
            var b = _buffer[_start + length];
            // No text of JSON has a line end in it; and outside of an array an object is a line.
            if (b == '\n' && (isText || !_isArray)) return false;
            if (isText)
            {
                if (isEscaped) isEscaped = false;
                else if (b == '\\') isEscaped = true;
                else if (b == '"') isText = false;
            }
            else if (b == '"')
            {
                isText = true;
            }
            else if (b is (byte)'{' or (byte)'[')
            {
                depth++;
            }
            else if (b is (byte)'}' or (byte)']' && --depth == 0)
            {
                length++;
                return true;
            }
        }
    }

    private void Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var column = ColumnOf(reader.GetString()!);
                reader.Read();
                if (column < 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    reader.Skip();
                    continue;
                }

                if (_seenIn[column] == _record) Fault = LineFault.NameTwice;
                _seenIn[column] = _record;
                _cells[column] = reader.TokenType switch
                {
                    JsonTokenType.String => reader.GetString()!,
                    JsonTokenType.Null => "",
                    JsonTokenType.True => "true",
                    JsonTokenType.False => "false",
                    _ => Encoding.ASCII.GetString(reader.ValueSpan.ToArray()),
                };
            }
        }
        // Half of a surrogate pair, or bytes that are no UTF-8, are an invalid operation to it.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            Fault = LineFault.NoObject;
        }
    }

    private int ColumnOf(string name)
    {
        if (_columns.TryGetValue(name, out var column)) return column;
        // As for a header of separated values, which is a line.
        if (Headings.Count == MostNames || _nameLength + name.Length > TableText.MaxLine) return -1;
        _nameLength += name.Length;
        _columns.Add(name, column = Headings.Count);
        Headings.Add(name);
        _cells.Add("");
        _seenIn.Add(0);
        return column;
    }

    private void SkipLine()
    {
        do
        {
            for (; _start < _end; _start++)
                if (_buffer[_start] == '\n') return;
        }
        while (Fill());
    }

    private void CountLines(int length)
    {
        for (var i = _start; i < _start + length; i++)
            if (_buffer[i] == '\n') _line++;
    }

    // An object has at most half of the buffer, so that there is always room.
    private bool Fill()
    {
        if (_isEnd) return false;
        Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length + TableText.MaxLine);
        var count = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _advanced(count);
        _end += count;
        _isEnd = count == 0;
        return !_isEnd;
    }
}
