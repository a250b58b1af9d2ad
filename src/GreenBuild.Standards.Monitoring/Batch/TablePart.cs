using GreenBuild.Standards.Monitoring.Tables;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>A part of a file of CSV from one end of a line to another; what reads it sees the headings before it.</summary>
internal sealed class TablePart
{
    private readonly byte[] _head;
    private readonly long _start;

    private TablePart(byte[] head, int headLines, long start, long length) => (_head, HeadLines, _start, Length) = (head, headLines, start, length);

    public long Length { get; }

    /// <summary>The lines of the headings, if they stand before the part and not in it.</summary>
    public int HeadLines { get; }

    /// <summary>The parts of a file; a single one if it is short, or cannot be parted.</summary>
    /// <param name="file">The file, at its beginning.</param>
    /// <param name="path">Its path.</param>
    /// <param name="options">The options of the caller.</param>
    /// <param name="length">About how long a part is.</param>
    /// <param name="resolved">The options with what the beginning of the file says.</param>
    public static List<TablePart> Of(FileStream file, string path, ReadingTableOptions options, long length, out ReadingTableOptions resolved)
    {
        resolved = options;
        var whole = new List<TablePart> { new([], 0, 0, file.Length) };
        if (file.Length < length) return whole;
        int headLines;
        using (var reader = new ReadingTableReader(file, path, options with { Progress = null }))
        {
            if (reader.Form != ReadingTableForm.Csv || reader.IsRefused || TableEncoding.IsUtf16(reader.Resolved.Encoding!)) return whole;
            resolved = reader.Resolved with { Progress = null };
            headLines = reader.HeadingsLine;
        }

        var buffer = new byte[64 * 1024];
        file.Position = 0;
        var read = Fill(file, buffer);
        var end = 0;
        for (var lines = 0; lines < headLines; lines++)
        {
            var at = buffer.AsSpan(end, read - end).IndexOf((byte)'\n');
            if (at < 0) return whole;
            end += at + 1;
        }

        var head = buffer.AsSpan(0, end).ToArray();
        // A carriage return alone ends a line as well; where one does, this is not for us to count.
        for (var i = 0; i < end - 1; i++)
            if (head[i] == '\r' && head[i + 1] != '\n') return whole;

        var parts = new List<TablePart>();
        for (long start = 0; start < file.Length;)
        {
            var next = start + length >= file.Length ? file.Length : AfterLine(file, Math.Max(start, end) + length, buffer);
            parts.Add(start == 0 ? new([], 0, 0, next) : new(head, headLines, start, next - start));
            start = next;
        }

        return parts;
    }

    /// <summary>Opens the part, with the headings before it.</summary>
    public PartStream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1) { Position = _start };
        return new PartStream(file, _head, Length);
    }

    private static long AfterLine(FileStream file, long position, byte[] buffer)
    {
        for (file.Position = position; ;)
        {
            var count = file.Read(buffer, 0, buffer.Length);
            if (count == 0) return file.Length;
            var at = buffer.AsSpan(0, count).IndexOf((byte)'\n');
            if (at >= 0) return position + at + 1;
            position += count;
        }
    }

    private static int Fill(FileStream file, byte[] buffer)
    {
        var length = 0;
        for (int read; length < buffer.Length && (read = file.Read(buffer, length, buffer.Length - length)) > 0;) length += read;
        return length;
    }

    /// <summary>Headings, and then the bytes of a part; counts its lines.</summary>
    internal sealed class PartStream(FileStream file, byte[] head, long length) : Stream
    {
        private int _headRead;
        private long _left = length;

        /// <summary>How many lines ended in the part so far.</summary>
        public int NewLines { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_headRead < head.Length)
            {
                var some = Math.Min(count, head.Length - _headRead);
                Array.Copy(head, _headRead, buffer, offset, some);
                _headRead += some;
                return some;
            }

            var read = file.Read(buffer, offset, (int)Math.Min(count, _left));
            _left -= read;
#if NET8_0_OR_GREATER
            NewLines += buffer.AsSpan(offset, read).Count((byte)'\n');
#else
            for (var i = offset; i < offset + read; i++)
                if (buffer[i] == '\n') NewLines++;
#endif
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) file.Dispose();
            base.Dispose(disposing);
        }
    }
}
