namespace GreenBuild.Standards.Monitoring.Tests.Hj212;

/// <summary>Bytes that arrive a few at a time, as on a line.</summary>
internal sealed class TrickleStream(byte[] bytes, int most = 1) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
}
