using System.Globalization;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>Packets of a dust and noise station, nine factors each: the CRC alone, packets with CRC and all fields as views, and messages with readings, numbers and units.</summary>
internal static class Hj212Decoding
{
    private const int Packets = 40_000;
    private const int WarmUps = 5;

    public static List<Row> Measure(Effort effort)
    {
        var bytes = Make(out var tsp);
        // DataTime, and two fields of each of nine factors.
        var expected = new Answer(Packets, Packets * 19L, tsp);
        var rows = new List<Row>();
        Add("CRC of the packets alone", () => Checksums(bytes), expected with { Fields = 0, Tsp = 0 }, null, "the CRC of each is right");
        Add("packets, CRC, all fields as views", () => Fields(bytes), expected, 500, "CRC, 19 fields a packet and the sum of one factor as written");
        Add("readings with numbers and units", () => Readings(bytes), expected with { Fields = 0 }, null, "the sum of one factor as written");
        return rows;

        void Add(string work, Func<Answer> decode, Answer wanted, double? least, string check)
        {
            var times = Turns.Measure(WarmUps, effort.Rounds(11, 21), TimeSpan.Zero, answers => answers[0] == wanted ? null : $"{work}: {answers[0]} instead of {wanted}", decode)[0];
            var speed = bytes.Length / 1e3 / times.Median;
            rows.Add(new()
            {
                Work = "HJ 212: " + work, Ours = Row.Invariant($"{speed:N0} MB/s a core (best {bytes.Length / 1e3 / times.Lowest:N0}), {(double)times.Bytes / Packets:0} B a packet"),
                Target = least is null ? "–" : Row.Invariant($"{least} MB/s"), IsMet = least is null ? null : speed >= least, Check = Row.Invariant($"{Packets:N0} packets, {bytes.Length / 1e6:0.0} MB; {check}"),
            });
        }
    }

    private static Answer Checksums(byte[] bytes)
    {
        // All packets are of one length here.
        var length = Array.IndexOf(bytes, (byte)'\n') + 1;
        var count = 0;
        for (var start = 0; start < bytes.Length; start += length)
        {
            var crc = Hj212Crc.Compute(bytes.AsSpan(start + 6, length - 12));
            if (crc >> 12 == Digit(bytes[start + length - 6]) && (crc & 15) == Digit(bytes[start + length - 3])) count++;
        }

        return new Answer(count, 0, 0);

        static int Digit(byte hex) => hex <= '9' ? hex - '0' : hex - 'A' + 10;
    }

    private static Answer Fields(byte[] bytes)
    {
        var (packets, fields, tsp) = (0, 0L, 0L);
        var scanner = new Hj212Scanner(bytes);
        while (scanner.TryRead(out var packet))
        {
            if (packet.CrcRule != Hj212CrcRule.Standard || !packet.Faults.IsEmpty) continue;
            packets++;
            foreach (var field in packet.Fields)
            {
                fields++;
                if (field.Code.SequenceEqual("a34001"u8) && field.Suffix.SequenceEqual("Rtd"u8)) tsp += ((field.Value[0] - '0') * 100) + ((field.Value[1] - '0') * 10) + field.Value[2] - '0';
            }
        }

        return new Answer(packets, fields, tsp);
    }

    private static Answer Readings(byte[] bytes)
    {
        var (packets, tsp) = (0, 0m);
        var scanner = new Hj212Scanner(bytes);
        while (scanner.TryRead(out var packet))
        {
            var message = Hj212Message.Read(packet, Hj212StationProfile.Micrograms);
            packets++;
            foreach (var reading in message.Readings)
                if (reading is { IsUsable: true, Code: "a34001", Unit: "µg/m3" }) tsp += reading.Value!.Value;
        }

        return new Answer(packets, 0, (long)tsp);
    }

    private static byte[] Make(out long tsp)
    {
        var random = new Random(212);
        using var stream = new MemoryStream();
        tsp = 0;
        for (var i = 0; i < Packets; i++)
        {
            var value = random.Next(130, 1000);
            tsp += value;
            var time = new DateTime(2026, 4, 10).AddMinutes(i).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
            var writer = new Hj212Writer { Qn = time + "000", St = "39", Cn = "2011", Password = "123456", Mn = "EXAMPLE00000000000000039", Flag = 5 }.Add("DataTime", time);
            (string Code, string Value)[] values =
            [
                ("a34001", value.ToString(CultureInfo.InvariantCulture)), ("a34002", random.Next(100, 130).ToString(CultureInfo.InvariantCulture)), ("a34004", random.Next(10, 99).ToString(CultureInfo.InvariantCulture)),
                ("LA", "62.4"), ("a01001", "18.2"), ("a01002", "55"), ("a01006", "101.3"), ("a01007", "2.4"), ("a01008", "135"),
            ];
            foreach (var (code, text) in values) writer.Add(code, "Rtd", text).Add(code, "Flag", "N");
            stream.Write(writer.ToArray());
        }

        return stream.ToArray();
    }

    private readonly record struct Answer(int Packets, long Fields, long Tsp);
}
