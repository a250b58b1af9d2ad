using System.Globalization;
using System.Text;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Monitoring.Tests.Hj212;

/// <summary>Random and changed bytes: nothing throws, hangs or grows. 100,000 of them; the environment variable GREENBUILD_FUZZ says another number.</summary>
public sealed class Hj212FuzzTests(ITestOutputHelper output)
{
    private static readonly byte[][] Words = Array.ConvertAll(
        ["##", "##0364", "##0020", "##9999", "##453Q", "&&", "CP=&&", "&&0000", "&&FFFF\r\n", "QN=20260410101500000;", "ST=39;", "CN=2011;", "CN=2051;", "MN=M1;", "PW=1;", "Flag=7;", "PNUM=2;", "PNO=1;", "RF=1;",
            "DataTime=20260410101500;", "DataTime=00010101000000;", "DataTime=99991231235959;", "a34001-Rtd=186", "a34001-Flag=N", "a34002-Avg=", "LA-Data=62.4", "-", "=", ";", ",", " ", "\r", "\n", "\\r\\n", "9999999999999999999999999999999", "-999", "0.0000000000000000000000000000001", "设备", "\0"],
        Encoding.UTF8.GetBytes);

    private static readonly Hj212StationProfile[] Profiles =
    [
        Hj212StationProfile.Unspecified, Hj212StationProfile.Micrograms,
        new("strange", new Dictionary<string, Hj212Channel> { ["a34001"] = new("no unit") { Particulate = GreenBuild.Standards.Dust.Particulate.Tsp, Least = decimal.MinValue } })
        {
            StampsEnd = true, CutsLongTimes = true, CountsUnmarked = true, BareFlagMarksAll = true, MinuteInterval = TimeSpan.FromMinutes(10),
            Decryptor = static (mn, qn, cipher, clear) =>
            {
                cipher.CopyTo(clear);
                return true;
            },
        },
    ];

    // What is made once for all packets, such as the table of units, belongs to none.
    static Hj212FuzzTests()
    {
        foreach (var profile in Profiles)
            _ = Hj212Message.ReadFirst(Hj212ReadingTests.Frame("CN=2051;MN=M1;CP=&&DataTime=20260410101500;a34001-Rtd=0.1,a34001-Flag=N;a34002-Rtd=x,a34002-Zs=7;LA-Rtd=1;a=b&&"), profile)!.ToString();
    }

    [Fact]
    public void Bytes_NeverThrowHangOrGrow()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("GREENBUILD_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 100_000;
        var seed = Environment.TickCount;
        output.WriteLine(FormattableString.Invariant($"{count} byte strings, seed {seed}"));
        var random = new Random(seed);
        var (packets, readings, most) = (0L, 0L, 0.0);
        for (var i = 0; i < count; i++)
        {
            var bytes = Make(random);
            try
            {
                Read(bytes, Profiles[i % Profiles.Length], ref packets, ref readings, ref most);
                if (i % 16 == 0) CheckPieces(bytes, random.Next(1, 40));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"seed {seed}, string {i}: {Convert.ToBase64String(bytes)}", exception);
            }
        }

        output.WriteLine(FormattableString.Invariant($"{packets} packets, {readings} readings, at most {most:0} bytes allocated for a byte of a packet beyond the constant"));
        // A test that reaches nothing tests nothing.
        Assert.InRange(packets, count / 4, long.MaxValue);
        Assert.InRange(readings, count / 4, long.MaxValue);
    }

    /// <summary>The packets that allocate most: as many fields as fit, each new, wrong or long.</summary>
    [Theory]
    [InlineData("a{0}-b=1,")]
    [InlineData("a{0}=,")]
    [InlineData("{0}-Rtd=9,{0}-Flag=z;")]
    [InlineData("a-{0}=x;")]
    [InlineData("{0};")]
    [InlineData("a34001-Rtd=9{0};")]
    [InlineData("Flag={0};")]
    [InlineData("a-b=1,")]
    public void Allocation_HasABound(string pattern)
    {
        foreach (var length in new[] { 200, 1000, 9980 })
        {
            var data = new StringBuilder("CN=2051;CP=&&");
            for (var i = 0; ; i++)
            {
                var field = string.Format(CultureInfo.InvariantCulture, pattern, i);
                if (data.Length + field.Length > length) break;
                data.Append(field);
            }

            var (packets, readings, most) = (0L, 0L, 0.0);
            var frame = Hj212ReadingTests.Frame(data.Append("&&").ToString());
            foreach (var profile in Profiles) Read(frame, profile, ref packets, ref readings, ref most);
            output.WriteLine(FormattableString.Invariant($"{pattern} in {length} bytes: {readings} readings, {most:0} bytes a byte"));
            Assert.Equal(Profiles.Length, packets);
        }
    }

    private static void Read(byte[] bytes, Hj212StationProfile profile, ref long packets, ref long readings, ref double most)
    {
        // A collection that another thread begins leaves its traces in this number; what the scanner itself allocates would be there every time.
        var allocated = Scan(bytes);
        for (var again = 0; allocated > 0 && again < 3; again++) allocated = Scan(bytes);
        Assert.Equal(0, allocated);

        var scanner = new Hj212Scanner(bytes);
        while (scanner.TryRead(out var packet))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var message = Hj212Message.Read(packet, profile);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > Hj212Message.MostAllocatedBytes(packet.Bytes.Length)) throw new InvalidOperationException($"{allocated} bytes for a packet of {packet.Bytes.Length}");
            most = Math.Max(most, (allocated - Hj212Message.MostAllocatedBytes(0)) / (double)packet.Bytes.Length);
            packets++;
            readings += message.Readings.Count;
            foreach (var reading in message.Readings) _ = reading.ToMonitorReading();
            _ = message.ToString();
        }
    }

    private static long Scan(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var scanner = new Hj212Scanner(bytes);
        var (taken, seen) = (0, 0);
        while (scanner.TryRead(out var packet))
        {
            taken += packet.Bytes.Length;
            foreach (var field in packet.Fields) seen += field.Value.Length;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(bytes.Length, scanner.Consumed);
        Assert.Equal(bytes.Length, taken + scanner.SkippedBytes);
        Assert.InRange(seen, 0, bytes.Length);
        return allocated;
    }

    // However the bytes arrive, the packets are the same.
    private static void CheckPieces(byte[] bytes, int most)
    {
        Assert.Equal(Places(new MemoryStream(bytes)), Places(new TrickleStream(bytes, most)));

        static List<(long Offset, int Length)> Places(Stream stream) => Hj212Reader.ReadAll(stream).Select(static message => (message.Offset, message.Bytes.Length)).ToList();
    }

    private static byte[] Make(Random random)
    {
        var text = new List<byte>();
        switch (random.Next(4))
        {
            case 0:
                var noise = new byte[random.Next(400)];
                random.NextBytes(noise);
                text.AddRange(noise);
                break;
            case 1:
                AddWords(text, random, random.Next(40));
                break;
            default:
                // A frame that is right around words that may not be, so that the fields are reached.
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    var data = new List<byte>();
                    data.AddRange("QN=20260410101500000;ST=39;CN=2011;MN=M1;CP=&&"u8);
                    AddWords(data, random, random.Next(30));
                    data.AddRange("&&"u8);
                    text.AddRange(Hj212ReadingTests.Frame(Encoding.UTF8.GetString(data.ToArray())));
                }

                break;
        }

        if (random.Next(2) == 0)
        {
            for (var i = random.Next(8); i > 0 && text.Count > 0; i--)
            {
                var place = random.Next(text.Count);
                switch (random.Next(3))
                {
                    case 0: text[place] = (byte)random.Next(256); break;
                    case 1: text.RemoveAt(place); break;
                    default: text.InsertRange(place, Words[random.Next(Words.Length)]); break;
                }
            }
        }

        return [.. text];
    }

    private static void AddWords(List<byte> text, Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (random.Next(8) == 0) text.Add((byte)random.Next(256));
            else text.AddRange(Words[random.Next(Words.Length)]);
        }
    }
}
