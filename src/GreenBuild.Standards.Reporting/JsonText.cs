using System.Text;
using System.Text.Json;
using GreenBuild.Standards.Json;

namespace GreenBuild.Standards.Reporting;

/// <summary>Writes JSON to where text goes, piece by piece, whenever the writer is flushed.</summary>
internal static class JsonText
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var stream = new DecodingStream(output);
        using (var writer = new Utf8JsonWriter(stream, RequirementJson.WriterOptions)) write(writer);
        output.Write('\n');
    }

    // The framework can decode from a stream, and encode to one, but not decode to a writer of text.
    private sealed class DecodingStream(TextWriter output) : Stream
    {
        private readonly Decoder _decoder = new UTF8Encoding(false).GetDecoder();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            var letters = new char[count + 1];
            output.Write(letters, 0, _decoder.GetChars(buffer, offset, count, letters, 0));
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
