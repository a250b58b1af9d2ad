namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>Finds the packets of HJ 212 among bytes, one after the other, without allocating; what belongs to no packet is skipped and counted.</summary>
/// <remarks>For bytes that are all in memory. <see cref="Hj212Reader"/> reads streams and files, <see cref="Hj212PipeReader"/> pipes.</remarks>
public ref struct Hj212Scanner
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _isEnd;
    private int _pendingSkipped;
    private bool _pendingText;

    /// <summary>Creates a scanner.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isEnd">
    /// Whether no bytes follow. If some do, a packet whose end has not arrived is left for the next time: go on with the bytes from <see cref="Consumed"/> on.
    /// A packet without CR LF is then handed out only when what follows it has arrived.
    /// </param>
    public Hj212Scanner(ReadOnlySpan<byte> bytes, bool isEnd = true)
    {
        _bytes = bytes;
        _isEnd = isEnd;
    }

    internal Hj212Scanner(ReadOnlySpan<byte> bytes, bool isEnd, int pendingSkipped, bool pendingText)
        : this(bytes, isEnd)
    {
        _pendingSkipped = pendingSkipped;
        _pendingText = pendingText;
    }

    /// <summary>How many bytes are done with.</summary>
    public int Consumed { get; private set; }

    /// <summary>How many bytes belonged to no packet so far, line ends and blanks included.</summary>
    public int SkippedBytes { get; private set; }

    /// <summary>Whether a packet began that is not complete: of its bytes, those that have arrived are skipped at the end, and else waited for.</summary>
    public bool IsCutOff { get; private set; }

    internal readonly int PendingSkipped => _pendingSkipped;

    internal readonly bool PendingText => _pendingText;

    /// <summary>Finds the next packet.</summary>
    /// <returns><see langword="false"/> if there is none, or none that is complete.</returns>
    public bool TryRead(out Hj212Packet packet)
    {
        var rest = _bytes.Slice(Consumed);
        if (Hj212Framing.TryFind(rest, _isEnd, out var frame, out var skippable, out var isCutOff))
        {
            Skip(rest.Slice(0, frame.Start));
            packet = new Hj212Packet(rest, frame, _pendingSkipped, _pendingText);
            Consumed += frame.End;
            (_pendingSkipped, _pendingText) = (0, false);
            return true;
        }

        packet = default;
        IsCutOff = isCutOff || (!_isEnd && skippable < rest.Length);
        Skip(rest.Slice(0, skippable));
        Consumed += skippable;
        return false;
    }

    private void Skip(ReadOnlySpan<byte> bytes)
    {
        SkippedBytes += bytes.Length;
        _pendingSkipped = (int)Math.Min(int.MaxValue, (long)_pendingSkipped + bytes.Length);
        // Line ends between packets are nobody's text.
        foreach (var b in bytes)
        {
            if (_pendingText) return;
            _pendingText = b is not ((byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t');
        }
    }
}
