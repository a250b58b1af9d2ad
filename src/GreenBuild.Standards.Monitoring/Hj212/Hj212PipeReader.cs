using System.Buffers;
using System.IO.Pipelines;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>Reads the packets of HJ 212 that arrive through a pipe, for example from a socket.</summary>
/// <remarks>
/// A packet is handed out when its end is there: without CR LF, when what follows it has arrived. The pipe must be able to hold 10,015 bytes (its default is 64 KiB).
/// Never throws for what the pipe brings. One call at a time.
/// </remarks>
public sealed class Hj212PipeReader
{
    private const int ScratchLength = 32 * 1024;

    private readonly PipeReader _pipe;
    private readonly Hj212StationProfile _profile;
    private byte[]? _scratch;
    private long _offset;
    private int _pendingSkipped;
    private bool _pendingText;

    /// <summary>Creates a reader.</summary>
    /// <param name="pipe">The bytes. Not completed by this reader.</param>
    /// <param name="profile">How the station speaks; <see cref="Hj212StationProfile.Unspecified"/> if not given.</param>
    public Hj212PipeReader(PipeReader pipe, Hj212StationProfile? profile = null)
    {
        _pipe = pipe;
        _profile = profile ?? Hj212StationProfile.Unspecified;
    }

    /// <summary>How many bytes belonged to no packet so far, line ends and blanks included.</summary>
    public long SkippedBytes { get; private set; }

    /// <summary>Whether the pipe ended in the middle of a packet; what there was of it is skipped.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Reads the next packet.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns><see langword="null"/> if the pipe is at its end, or its pending read was cancelled.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<Hj212Message?> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var result = await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            var message = Scan(buffer, result.IsCompleted, out var consumed);
            _offset += consumed;
            if (message is not null)
            {
                _pipe.AdvanceTo(buffer.GetPosition(consumed));
                return message;
            }

            _pipe.AdvanceTo(buffer.GetPosition(consumed), buffer.End);
            if (result.IsCompleted || result.IsCanceled) return null;
        }
    }

    private Hj212Message? Scan(in ReadOnlySequence<byte> buffer, bool isCompleted, out long consumed)
    {
        consumed = 0;
        while (true)
        {
            var rest = buffer.Slice(consumed);
            ReadOnlySpan<byte> bytes;
            var isWhole = true;
            if (rest.IsSingleSegment)
            {
                bytes = rest.First.Span;
            }
            else
            {
                // Packets do not end where segments do; no packet is longer than the scratch.
                _scratch ??= new byte[ScratchLength];
                isWhole = rest.Length <= ScratchLength;
                var piece = isWhole ? rest : rest.Slice(0, ScratchLength);
                piece.CopyTo(_scratch);
                bytes = _scratch.AsSpan(0, (int)piece.Length);
            }

            var scanner = new Hj212Scanner(bytes, isCompleted && isWhole, _pendingSkipped, _pendingText);
            var isFound = scanner.TryRead(out var packet);
            SkippedBytes += scanner.SkippedBytes;
            (_pendingSkipped, _pendingText) = (scanner.PendingSkipped, scanner.PendingText);
            consumed += scanner.Consumed;
            if (isFound)
            {
                var message = Hj212Message.Read(packet, _profile);
                message.Offset = _offset + consumed - packet.Bytes.Length;
                return message;
            }

            IsCutOff = isCompleted && isWhole && scanner.IsCutOff;
            if (isWhole) return null;
        }
    }
}
