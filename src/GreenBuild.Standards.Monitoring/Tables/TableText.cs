using System.Text;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>What is wrong with a line as such.</summary>
internal enum LineFault
{
    None,

    /// <summary>A quotation mark is not closed in its line.</summary>
    OpenQuote,

    /// <summary>It has more characters than a line may have.</summary>
    TooLong,

    /// <summary>It is no JSON object, or one that cannot be read.</summary>
    NoObject,

    /// <summary>The same in an array, where nothing says where the next one begins.</summary>
    LostInArray,

    /// <summary>An array of JSON ends without its bracket.</summary>
    Unclosed,

    /// <summary>A name stands twice in one JSON object.</summary>
    NameTwice,
}

/// <summary>
/// The text of a table for a parser that would else be at its mercy: no line is longer than <see cref="MaxLine"/>, and each quotation mark is closed in its line, since one
/// that is left open would swallow the rest of the file. What was cut or closed is noted with its line.
/// </summary>
internal sealed class TableText(Stream stream, byte[] start, int startLength, int markLength, Encoding encoding, bool isFullWidth, Action<int> advanced) : TextReader
{
    /// <summary>The most characters of a line.</summary>
    public const int MaxLine = 64 * 1024;

    private readonly Decoder _decoder = encoding.GetDecoder();
    private readonly char[] _chars = new char[encoding.GetMaxCharCount(start.Length)];
    private int _next;
    private int _end;
    private int _line = 1;
    private int _length;
    private bool _isQuoted;
    private bool _isTooLong;
    private bool _isAfterReturn;
    private bool _isStarted;
    private bool _isEnd;

    /// <summary>The lines that something is wrong with, in order, as far as the text was read.</summary>
    public Queue<(int Line, LineFault Fault)> Faults { get; } = new();

    public override int Peek() => -1;

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Fill(buffer.AsSpan(index, count));

#if NET8_0_OR_GREATER
    public override int Read(Span<char> buffer) => Fill(buffer);
#endif

    private int Fill(Span<char> buffer)
    {
        var written = 0;
        while (written < buffer.Length)
        {
            // What is there goes out before more is waited for.
            if (_next == _end && written > 0) break;
            if (_next == _end && !Decode())
            {
                if (_isQuoted) Close(buffer, ref written);
                break;
            }

            var rest = _chars.AsSpan(_next, Math.Min(_end - _next, buffer.Length - written));
#if NET8_0_OR_GREATER
            if (TryCopyPlain(rest, buffer.Slice(written)))
            {
                written += rest.Length;
                _next += rest.Length;
                continue;
            }

#endif
            var special = rest.IndexOfAny('\n', '\r', '"');
            var plain = special < 0 ? rest.Length : special;
            if (plain > 0)
            {
                Copy(rest.Slice(0, plain), buffer, ref written);
                _next += plain;
                continue;
            }

            var c = rest[0];
            if (c == '"')
            {
                var before = written;
                Copy(rest.Slice(0, 1), buffer, ref written);
                if (written > before) _isQuoted = !_isQuoted;
                _next++;
                continue;
            }

            if (_isQuoted)
            {
                Close(buffer, ref written);
                continue;
            }

            // The end of a line in two characters is one.
            if (!(c == '\n' && _isAfterReturn)) _line++;
            (_isAfterReturn, _length, _isTooLong) = (c == '\r', 0, false);
            buffer[written++] = c;
            _next++;
        }

        return written;
    }

#if NET8_0_OR_GREATER
    // Whole lines without quotation marks, as almost all are, need no look at each.
    private bool TryCopyPlain(ReadOnlySpan<char> text, Span<char> buffer)
    {
        if (_isQuoted || _isTooLong || isFullWidth || text.Length > MaxLine || text.Contains('"')) return false;
        var last = text.LastIndexOf('\n');
        if (last < 0 || _length + text.IndexOf('\n') > MaxLine) return false;
        var returns = text.Count('\r');
        if (returns > 0 && (returns != text.Count("\r\n") || _isAfterReturn)) return false;
        text.CopyTo(buffer);
        // The end of a line in two characters is one.
        _line += text.Count('\n') - (_isAfterReturn && text[0] == '\n' ? 1 : 0);
        (_length, _isAfterReturn) = (text.Length - last - 1, false);
        return true;
    }

#endif
    private void Copy(ReadOnlySpan<char> text, Span<char> buffer, ref int written)
    {
        _isAfterReturn = false;
        var taken = Math.Min(text.Length, MaxLine - _length);
        if (taken < text.Length && !_isTooLong)
        {
            _isTooLong = true;
            Faults.Enqueue((_line, LineFault.TooLong));
        }

        var target = buffer.Slice(written, taken);
        text.Slice(0, taken).CopyTo(target);
        // The parser separates by plain characters only; a tab stands for the full-width comma.
        if (isFullWidth && !_isQuoted)
        {
            for (var i = 0; i < target.Length; i++)
                if (target[i] == '，') target[i] = '\t';
        }

        written += taken;
        _length += taken;
    }

    private void Close(Span<char> buffer, ref int written)
    {
        buffer[written++] = '"';
        _isQuoted = false;
        if (!_isTooLong) Faults.Enqueue((_line, LineFault.OpenQuote));
    }

    private bool Decode()
    {
        while (!_isEnd)
        {
            var count = _isStarted ? stream.Read(start, 0, start.Length) : startLength - markLength;
            var offset = _isStarted ? 0 : markLength;
            if (_isStarted) advanced(count);
            _isEnd = _isStarted && count == 0;
            _isStarted = true;
            (_next, _end) = (0, _decoder.GetChars(start, offset, count, _chars, 0, flush: _isEnd));
            if (_end > 0) return true;
        }

        return false;
    }
}
