using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace GreenBuild.Standards.Json.Tests;

/// <summary>What arrives in pieces is read as what is there at once.</summary>
public class StreamTests
{
    private const string Circumstances = """{"place":"CN-SH","later":{"a":[1,{"b":2}]},"localTime":"2026-03-02T22:00:00","facets":{"period":"night","distance":40.25,"noiseSensitiveBuildings":true,"workNature":null}}""";

    private const string Document = """{"format":"greenbuild-findings","version":1,"later":[{"a":1}],"findings":[{"verdict":"non-compliant","measured":57.25,"reason":{"en":"loud","later":{"a":[1]},"zh":"吵"},"explanation":[{"later":[2],"zh":"一"}],"origin":{"file":"f","line":17}}]}""";

    private static readonly JsonSerializerOptions Small = new JsonSerializerOptions { TypeInfoResolver = GreenBuildJson.TypeInfoResolver, DefaultBufferSize = 1 }.AddGreenBuildConverters();

    [Fact]
    public async Task Stream_ByteByByte()
    {
        var read = (Standards.Circumstances)(await JsonSerializer.DeserializeAsync(Dripping(Circumstances), Small.GetTypeInfo(typeof(Standards.Circumstances)), TestContext.Current.CancellationToken))!;
        AssertCircumstances(read);
        AssertDocument((FindingsDocument)(await JsonSerializer.DeserializeAsync(Dripping(Document), Small.GetTypeInfo(typeof(FindingsDocument)), TestContext.Current.CancellationToken))!);
        var reading = (Noise.NoiseReading)(await JsonSerializer.DeserializeAsync(Dripping("""{"localTime":"2026-03-02T22:00:30","later":{"a":1},"level":54.5}"""), Small.GetTypeInfo(typeof(Noise.NoiseReading)), TestContext.Current.CancellationToken))!;
        Assert.Equal(new Noise.NoiseReading(new DateTime(2026, 3, 2, 22, 0, 30), 54.5), reading);
    }

    /// <summary>A pipe hands out segments, so that a number may lie in several.</summary>
    [Fact]
    public async Task Pipe_ByteByByte()
    {
        AssertCircumstances((Standards.Circumstances)(await JsonSerializer.DeserializeAsync(Pipe(Circumstances), Small.GetTypeInfo(typeof(Standards.Circumstances)), TestContext.Current.CancellationToken))!);
        AssertDocument((FindingsDocument)(await JsonSerializer.DeserializeAsync(Pipe(Document), Small.GetTypeInfo(typeof(FindingsDocument)), TestContext.Current.CancellationToken))!);
    }

    [Fact]
    public void Segments_ByteByByte()
    {
        var reader = new Utf8JsonReader(Segments(Circumstances));
        AssertCircumstances((Standards.Circumstances)JsonSerializer.Deserialize(ref reader, Small.GetTypeInfo(typeof(Standards.Circumstances)))!);
    }

    private static void AssertCircumstances(Standards.Circumstances read)
    {
        var made = Standards.Circumstances.None.In(Jurisdiction.Parse("CN-SH")).At(new DateTime(2026, 3, 2, 22, 0, 0)).With("period", "night").With("distance", 40.25m).With("noiseSensitiveBuildings", true).WithNoneOf("workNature");
        Assert.Equal((made.ToString(), made.Place, made.LocalTime), (read.ToString(), read.Place, read.LocalTime));
    }

    private static void AssertDocument(FindingsDocument read)
    {
        var finding = Assert.Single(read.Findings);
        Assert.Equal((Verdict.NonCompliant, 57.25m, new BilingualText("loud", "吵"), "f:17"), (finding.Verdict, finding.Measured!.Value, finding.Reason, finding.Origin!.ToOrigin().ToString()));
        Assert.Equal([new BilingualText("", "一")], finding.Explanation);
    }

    // Blanks behind it, so that the block in which the value ends is not the last one.
    private static DrippingStream Dripping(string json) => new(Encoding.UTF8.GetBytes(json + new string(' ', 5000)));

    private static PipeReader Pipe(string json) => PipeReader.Create(Segments(json));

    private static ReadOnlySequence<byte> Segments(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var first = new Segment(bytes.AsMemory(0, 1), null);
        var last = first;
        for (var i = 1; i < bytes.Length; i++) last = new Segment(bytes.AsMemory(i, 1), last);
        return new ReadOnlySequence<byte>(first, 0, last, 1);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is null) return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }

    /// <summary>Gives one byte at a time.</summary>
    private sealed class DrippingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
