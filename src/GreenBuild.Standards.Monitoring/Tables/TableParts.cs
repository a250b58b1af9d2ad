namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>One part of the bytes of a table: whole lines.</summary>
/// <param name="Number">The parts before it.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="LinesBefore">The lines of the table before it.</param>
internal readonly record struct TablePart(int Number, int Length, int LinesBefore);

/// <summary>Cuts the rest of a table at ends of lines (<c>\n</c>, <c>\r</c> or both), for several threads: no line goes on behind its end, in quotes or out of them (<see cref="TableText"/>).</summary>
/// <remarks>Holds a part at a time, however long a line is: one longer than a part is handed on as one that is just too long, which is the same error.</remarks>
internal sealed class TableParts(Stream stream, int linesBefore, long bytesBefore, IProgress<long>? progress)
{
    private readonly object _lock = new();
    private byte[] _rest = [];
    private int _lines = linesBefore;
    private long _bytes = bytesBefore;
    private int _count;
    private bool _isEnd;

    /// <summary>Reads the next part.</summary>
    /// <param name="buffer">Takes its bytes; all that are given have one length, which is that of a part.</param>
    /// <param name="part">Which part it is.</param>
    /// <returns><see langword="false"/> if there is none.</returns>
    public bool TryNext(byte[] buffer, out TablePart part)
    {
        lock (_lock)
        {
            part = default;
            if (_isEnd && _rest.Length == 0) return false;
            _rest.CopyTo(buffer, 0);
            var (length, end, endless) = (_rest.Length, 0, 0);
            while (end == 0 && !(_isEnd && length == 0))
            {
                if (length == buffer.Length) length = endless = Shorten(buffer);
                var read = _isEnd ? 0 : stream.Read(buffer, length, buffer.Length - length);
                _isEnd = read == 0;
                _bytes += read;
                length += read;
                if (endless > 0)
                {
                    var lineEnd = buffer.AsSpan(endless, length - endless).IndexOfAny((byte)'\n', (byte)'\r');
                    var left = lineEnd < 0 ? 0 : length - endless - lineEnd;
                    Buffer.BlockCopy(buffer, length - left, buffer, endless, left);
                    length = endless + left;
                    if (lineEnd >= 0) endless = 0;
                }

                if (_isEnd) end = length;
                else if (length == buffer.Length) end = EndOfLines(buffer);
            }

            _rest = buffer.AsSpan(end, length - end).ToArray();
            if (end == 0) return false;
            part = new TablePart(_count++, end, _lines);
            _lines += LinesIn(buffer.AsSpan(0, end));
            progress?.Report(_bytes);
            return true;
        }
    }

    /// <summary>Gives out no further parts.</summary>
    public void Stop()
    {
        lock (_lock) (_isEnd, _rest) = (true, []);
    }

    /// <summary>The place behind the end of a line, counted from 1; -1 if it has none.</summary>
    public static int EndOfLine(ReadOnlySpan<byte> bytes, int line)
    {
        var at = 0;
        for (; line > 0; line--)
        {
            var end = bytes.Slice(at).IndexOfAny((byte)'\n', (byte)'\r');
            // Of a return at the very end it is not known whether it is half of an end.
            if (end < 0 || (bytes[at + end] == '\r' && at + end + 1 == bytes.Length)) return -1;
            at += end + (bytes[at + end] == '\r' && bytes[at + end + 1] == '\n' ? 2 : 1);
        }

        return at;
    }

    // Of a return at the very end it is not known whether it is half of an end.
    private static int EndOfLines(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOfAny((byte)'\n', (byte)'\r');
        if (end == bytes.Length - 1 && bytes[end] == '\r') end = bytes.Slice(0, end).LastIndexOfAny((byte)'\n', (byte)'\r');
        return end + 1;
    }

    // Puts in the place of a line what is too long as well; its own bytes could not be cut but in the midst of a character.
    private static int Shorten(byte[] line)
    {
        line.AsSpan(0, TableText.MaxLine + 1).Fill((byte)'-');
        return TableText.MaxLine + 1;
    }

    private static int LinesIn(ReadOnlySpan<byte> bytes)
    {
#if NET8_0_OR_GREATER
        var count = bytes.Count((byte)'\n');
#else
        var count = 0;
        foreach (var b in bytes)
            if (b == '\n') count++;
#endif
        for (int at = 0, next; (next = bytes.Slice(at).IndexOf((byte)'\r')) >= 0; at += next + 1)
            if (at + next + 1 == bytes.Length || bytes[at + next + 1] != '\n') count++;
        return count;
    }
}

/// <summary>A stream of which the beginning was read already.</summary>
internal sealed class BegunStream(byte[] start, int length, Stream rest) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Leaves out bytes of the beginning.</summary>
    public void Skip(int count) => _position += count;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position == length) return rest.Read(buffer, offset, count);
        var taken = Math.Min(count, length - _position);
        Array.Copy(start, _position, buffer, offset, taken);
        _position += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
