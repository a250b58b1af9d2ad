namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>Reads the packets of HJ 212 in a stream or file one after the other, whatever stands between them.</summary>
/// <remarks>
/// Holds a buffer of 32 KiB and one packet at a time. A packet that declares more bytes than it has is waited for until its next header, its declared length or the end
/// is there, 9999 bytes at most. Never throws for what the stream holds; what the stream itself throws is passed on. Not for several threads at once.
/// </remarks>
public sealed class Hj212Reader
{
    private const int BufferLength = 32 * 1024;

    private readonly Stream _stream;
    private readonly Hj212StationProfile _profile;
    private readonly byte[] _buffer = new byte[BufferLength];
    private int _start;
    private int _end;
    private bool _isEnd;
    private long _offset;
    private int _line = 1;
    private int _pendingSkipped;
    private bool _pendingText;

    /// <summary>Creates a reader.</summary>
    /// <param name="stream">The bytes. Read to the end, and not closed.</param>
    /// <param name="profile">How the station speaks; <see cref="Hj212StationProfile.Unspecified"/> if not given.</param>
    public Hj212Reader(Stream stream, Hj212StationProfile? profile = null)
    {
        _stream = stream;
        _profile = profile ?? Hj212StationProfile.Unspecified;
    }

    /// <summary>How many bytes belonged to no packet so far, line ends and blanks included.</summary>
    public long SkippedBytes { get; private set; }

    /// <summary>Whether the stream ended in the middle of a packet; what there was of it is skipped.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Reads the next packet.</summary>
    /// <returns><see langword="null"/> at the end of the stream.</returns>
    public Hj212Message? Read()
    {
        while (true)
        {
            var bytes = _buffer.AsSpan(_start, _end - _start);
            var scanner = new Hj212Scanner(bytes, _isEnd, _pendingSkipped, _pendingText);
            var isFound = scanner.TryRead(out var packet);
            SkippedBytes += scanner.SkippedBytes;
            (_pendingSkipped, _pendingText) = (scanner.PendingSkipped, scanner.PendingText);
            if (isFound)
            {
                var before = scanner.Consumed - packet.Bytes.Length;
                CountLines(bytes.Slice(0, before));
                var message = Hj212Message.Read(packet, _profile);
                (message.Offset, message.Line) = (_offset + before, _line);
                CountLines(packet.Bytes);
                Advance(scanner.Consumed);
                return message;
            }

            IsCutOff = _isEnd && scanner.IsCutOff;
            CountLines(bytes.Slice(0, scanner.Consumed));
            Advance(scanner.Consumed);
            if (_isEnd) return null;
            Fill();
        }
    }

    /// <summary>Reads all packets, one by one as they are asked for.</summary>
    /// <param name="stream">The bytes. Read to the end, and not closed.</param>
    /// <param name="profile">How the station speaks; <see cref="Hj212StationProfile.Unspecified"/> if not given.</param>
    public static IEnumerable<Hj212Message> ReadAll(Stream stream, Hj212StationProfile? profile = null)
    {
        var reader = new Hj212Reader(stream, profile);
        while (reader.Read() is { } message) yield return message;
    }

    private void Advance(int count)
    {
        _start += count;
        _offset += count;
    }

    private void CountLines(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (b == '\n' && _line < int.MaxValue) _line++;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isEnd = read == 0;
    }
}
