using System.IO.Pipelines;
using System.Text;
using CsCheck;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Monitoring.Tests.Hj212;

public sealed class Hj212FramingTests
{
    private static readonly byte[] Good = Packet(1);
    private static readonly Hj212CrcRule[] Rules = [Hj212CrcRule.Standard, Hj212CrcRule.Modbus, Hj212CrcRule.ModbusSwapped, Hj212CrcRule.Missing];

    /// <summary>What stands between packets is skipped and counted, and each packet is found: garbage with single marks, halves of packets, time stamps of logs.</summary>
    [Theory]
    [InlineData("#soft.cnhttp://www.example.cn")]
    [InlineData("##")]
    [InlineData("##01")]
    [InlineData("##01A5QN=1;")]
    [InlineData("##0364QN=20260410101500000;ST=39;CP=&&DataTime=2026")]
    [InlineData("##9999")]
    [InlineData("##9999&&0000\r\n")]
    [InlineData("####0000")]
    [InlineData("2026-04-10 08:00:00 recv: ")]
    [InlineData("&&FFFF\r\n\r\n")]
    [InlineData("\0\u0001\u0002##\u00FF\u00FE")]
    public void Garbage_IsSkipped(string garbage)
    {
        var noise = Encoding.Latin1.GetBytes(garbage);
        byte[] bytes = [.. noise, .. Packet(1), .. noise, .. Packet(2), .. noise];
        foreach (var most in new[] { 1, 7, 4096 })
        {
            var reader = new Hj212Reader(new TrickleStream(bytes, most));
            var found = new List<Hj212Message>();
            while (reader.Read() is { } message) found.Add(message);
            Assert.Equal(["1", "2"], found.Where(static message => message.IsCrcAccepted).Select(static message => message.Readings[0].Text));
            Assert.Equal(bytes.Length, reader.SkippedBytes + found.Sum(static message => message.Bytes.Length));
            Assert.All(found, message => Assert.Equal(message.Bytes.ToArray(), bytes.AsSpan((int)message.Offset, message.Bytes.Length).ToArray()));
        }
    }

    /// <summary>A wrong length costs no packet, neither this one nor the next: six too many, one short, of another packet, three digits, the most that four can say.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(-1)]
    [InlineData(-40)]
    [InlineData(3000)]
    [InlineData(9000)]
    public void Length_ThatIsWrong(int slip)
    {
        var text = Encoding.ASCII.GetString(Good);
        var length = int.Parse(text.AsSpan(2, 4), System.Globalization.CultureInfo.InvariantCulture);
        byte[] wrong = Encoding.ASCII.GetBytes(FormattableString.Invariant($"##{length + slip:0000}{text[6..]}"));
        byte[] bytes = [.. wrong, .. Packet(2), .. wrong];
        foreach (var most in new[] { 1, 100, 4096 })
        {
            var found = Hj212Reader.ReadAll(new TrickleStream(bytes, most)).ToList();
            Assert.Equal(["1", "2", "1"], found.Select(static message => message.Readings[0].Text));
            Assert.Equal([true, false, true], found.Select(static message => message.Faults.Contains(Hj212Fault.LengthMismatch)));
            Assert.All(found, static message => Assert.Equal(Hj212CrcRule.Standard, message.CrcRule));
            Assert.Equal((length + slip, length), (found[0].DeclaredLength, found[0].DataLength));
        }
    }

    /// <summary>The length says where a packet ends: what looks like an end or a beginning within it, as cipher text may, is no end.</summary>
    [Fact]
    public void Delimiters_WithinAPacket()
    {
        var bytes = Hj212ReadingTests.Frame("MN=##0012;CN=3020;CP=&&DataTime=20260410080000;a&&12;b=##0001&&0000;c=\r\n##0364x&&");
        var message = Assert.Single(Hj212Reader.ReadAll(new TrickleStream(bytes)));
        Assert.Equal((bytes.Length, Hj212CrcRule.Standard), (message.Bytes.Length, message.CrcRule));
        Assert.Equal(("##0012", "20260410080000"), (message.Station, message.DataTime));
    }

    [Theory]
    [InlineData("\r\n", Hj212Terminator.CrLf)]
    [InlineData("\n", Hj212Terminator.Lf)]
    [InlineData("\r", Hj212Terminator.Cr)]
    [InlineData("\\r\\n", Hj212Terminator.Text)]
    [InlineData("", Hj212Terminator.None)]
    public void Terminators(string end, Hj212Terminator terminator)
    {
        byte[] one = [.. Good[..^2], .. Encoding.ASCII.GetBytes(end)];
        byte[] bytes = [.. one, .. one];
        Assert.Equal([terminator, terminator], Hj212Reader.ReadAll(new TrickleStream(bytes)).Select(static message => message.Terminator));
    }

    [Theory]
    // The standard itself prints the comma (table C.48), and no semicolon before CP (table C.19).
    [InlineData("QN=20160801085857534,ST=32;CN=2061;MN=M1;Flag=5;CP=&&&&", Hj212Fault.HeaderSeparator)]
    [InlineData("QN=20160801085857534;ST=32;CN=2061;MN=M1;Flag=5CP=&&&&", Hj212Fault.HeaderSeparator)]
    [InlineData("ST=32;CN=2061;QN=20160801085857534;MN=M1;FLAG=5;cp=&&&&", null)]
    [InlineData(" QN = 20160801085857534 ;ST=32; CN=2061;MN=M1;Flag=5; CP=&& &&", null)]
    [InlineData("QN=20160801085857534;ST=32;CN=2061;MN=M1;Flag=5;MN=M2;CP=&&&&", Hj212Fault.HeaderFieldRepeated)]
    [InlineData("QN=20160801085857534;ST=32;CN=2061;MN=M1;Flag=5;oops;CP=&&&&", Hj212Fault.HeaderFieldMalformed)]
    [InlineData("QN=20160801085857534;ST=32;CN=2061;MN=M1;Flag=256;CP=&&&&", Hj212Fault.HeaderFlagMalformed)]
    [InlineData("QN=20160801085857534;ST=32;CN=2061;MN=M1;Flag=6;PNUM=2;PNO=3;CP=&&&&", Hj212Fault.PacketNumbersMalformed)]
    [InlineData("QN=20160801085857534;ST=32;CN=2061;MN=M1;Flag=6;PNO=0002;PNUM=2;CP=&&&&", Hj212Fault.PartOfSplitMessage)]
    [InlineData("QN=20160801085857534;ST=32;CN=2061;MN=M1;Flag=9;RF=1;CP=&&&&", Hj212Fault.SentAgain)]
    [InlineData("QN=20160801085857534;ST=32;CN=2061;MN=M1;Flag=5;&&", Hj212Fault.DataRegionMissing)]
    public void Header_IsReadTolerantly(string data, Hj212Fault? fault)
    {
        var message = Hj212Message.ReadFirst(Hj212ReadingTests.Frame(data))!;
        Assert.Equal(("20160801085857534", "32", 2061, "M1"), (message.Qn, message.St, message.Command, message.Station));
        Assert.Equal(fault is { } one ? [one] : [], message.Faults.ToList());
    }

    /// <summary>Files and lines of logs: where each packet stood.</summary>
    [Fact]
    public void Lines_AreCounted()
    {
        byte[] bytes = [.. "start\n\n"u8, .. Packet(1), .. Packet(2), .. "08:01 "u8, .. Packet(3)];
        Assert.Equal([3, 4, 5], Hj212Reader.ReadAll(new MemoryStream(bytes)).Select(static message => message.Line));
    }

    [Fact]
    public async Task Pipe_ReadsTheSame()
    {
        byte[] bytes = [.. "noise##"u8, .. Enumerable.Range(1, 400).SelectMany(Packet), .. "##0364QN="u8];
        foreach (var chunk in new[] { 1, 13, 500, 5000, 40_000 })
        {
            var pipe = new Pipe();
            var writing = Task.Run(
                async () =>
                {
                    for (var i = 0; i < bytes.Length; i += chunk) await pipe.Writer.WriteAsync(bytes.AsMemory(i, Math.Min(chunk, bytes.Length - i)), TestContext.Current.CancellationToken);
                    await pipe.Writer.CompleteAsync();
                },
                TestContext.Current.CancellationToken);
            var reader = new Hj212PipeReader(pipe.Reader);
            var texts = new List<string>();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } message)
            {
                texts.Add(message.Readings[0].Text);
                Assert.Equal(message.Bytes.ToArray(), bytes[(int)message.Offset..][..message.Bytes.Length]);
            }

            await writing;
            Assert.Equal(Enumerable.Range(1, 400).Select(static number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)), texts);
            Assert.Equal((16L, true), (reader.SkippedBytes, reader.IsCutOff));
        }
    }

    /// <summary>A live line that goes on is not held up by a packet that declares too much: the next header shows its end.</summary>
    [Fact]
    public void Length_ThatIsWrong_IsNotWaitedFor()
    {
        byte[] bytes = [.. "##9999"u8, .. Good[6..], .. "##0100"u8];
        var scanner = new Hj212Scanner(bytes, isEnd: false);
        Assert.True(scanner.TryRead(out var packet));
        Assert.True(packet.Faults.Contains(Hj212Fault.LengthMismatch));
        Assert.False(scanner.TryRead(out _));
        Assert.Equal((Good.Length, true), (scanner.Consumed, scanner.IsCutOff));
    }

    /// <summary>
    /// Bytes made to be slow: a megabyte of each is gone through, and each byte is of a packet or skipped. Followed to its declared end, each mark would take minutes, which nobody could overlook; no clock is looked at,
    /// since it measures the machine, and the loops over spans leave nothing behind that could be counted.
    /// </summary>
    [Theory]
    [InlineData("##9998")]
    [InlineData("##9999####")]
    [InlineData("##9998&&0000")]
    [InlineData("##9998&&FFFF\r\n")]
    [InlineData("##0996CP=&&a=1&&")]
    [InlineData("&&0000")]
    [InlineData("##")]
    [InlineData("##9999\r\n")]
    public void Bytes_MadeToBeSlow(string pattern)
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(pattern, 1_000_000 / pattern.Length)));
        var scanner = new Hj212Scanner(bytes);
        var taken = 0L;
        while (true)
        {
            var (before, skipped) = (scanner.Consumed, scanner.SkippedBytes);
            if (!scanner.TryRead(out var packet)) break;
            Assert.InRange(packet.Data.Length, 2, 9999);
            taken += scanner.Consumed - before - (scanner.SkippedBytes - skipped);
        }

        Assert.Equal(bytes.Length, scanner.Consumed);
        Assert.Equal(bytes.Length, taken + scanner.SkippedBytes);
    }

    /// <summary>What is written reads back the same, by every rule and terminator, in pieces of every size.</summary>
    [Fact]
    public void Writer_ReadsBack()
    {
        // # and & are left out with the separators: the grammar has no escape for any of them.
        var text = Gen.Char["abcdefghijklmnopqrstuvwxyzABCXYZ0123456789._+-/()%:*"].Array[1, 12].Select(static chars => new string(chars));
        var code = text.Select(static name => name.Replace('-', '_'));
        var field = Gen.Select(code, Gen.OneOf(Gen.Const(""), text), Gen.OneOf(Gen.Const(""), text));
        var rule = Gen.Int[0, 3].Select(static index => Rules[index]);
        Gen.Select(text.Array[5], field.Array[0, 40], rule, Gen.Int[0, 2].Select(static index => (Hj212Terminator)index), Gen.Byte, Gen.Int[1, 50])
            .Sample(
                static (header, fields, rule, terminator, flag, chunk) =>
                {
                    if (rule == Hj212CrcRule.Missing) terminator = Hj212Terminator.CrLf;
                    var writer = new Hj212Writer { Qn = header[0], St = header[1], Cn = header[2], Password = header[3], Mn = header[4], Flag = flag, PartCount = 3, PartNumber = 2, CrcRule = rule, Terminator = terminator };
                    foreach (var (code, suffix, value) in fields) writer.Add(code, suffix, value);
                    var bytes = writer.ToArray();
                    var scanner = new Hj212Scanner(bytes);
                    Assert.True(scanner.TryRead(out var packet));
                    Assert.Equal(bytes.Length, scanner.Consumed);
                    Assert.Equal(header, new[] { Text(packet.Qn), Text(packet.St), Text(packet.Cn), Text(packet.Password), Text(packet.Mn) });
                    Assert.Equal(((int?)flag, 3, 2, terminator), (packet.Flag, packet.PartCount, packet.PartNumber, packet.Terminator));
                    Assert.False(packet.Faults.Contains(Hj212Fault.CrcMismatch));
                    Assert.Equal(rule == Hj212CrcRule.Missing, packet.CrcRule == Hj212CrcRule.Missing);
                    var read = new List<(string, string, string)>();
                    foreach (var one in packet.Fields) read.Add((Text(one.Code), Text(one.Suffix), Text(one.Value)));
                    Assert.Equal(fields, read);
                    Assert.Equal(bytes, Assert.Single(Hj212Reader.ReadAll(new TrickleStream(bytes, chunk))).Bytes.ToArray());
                },
                iter: 5_000);

        static string Text(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes);
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("a,b")]
    [InlineData("a=b")]
    [InlineData("##")]
    [InlineData("a&&b")]
    [InlineData("a\r\n")]
    public void Writer_RefusesWhatTheGrammarCannotSay(string text)
    {
        Assert.Throws<ArgumentException>(() => new Hj212Writer { Mn = text });
        Assert.Throws<ArgumentException>(() => new Hj212Writer().Add("a34001", "Rtd", text));
        Assert.Throws<ArgumentException>(() => new Hj212Writer().Add("a-b", "Rtd", "1"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Hj212Writer { CrcRule = Hj212CrcRule.None });
        Assert.Throws<InvalidOperationException>(() => new Hj212Writer().Add("a", new string('x', 10_000)).ToArray());
    }

    private static byte[] Packet(int value) =>
        new Hj212Writer { Qn = "20260410080000000", St = "39", Cn = "2011", Password = "123456", Mn = "EXAMPLE00000000000000039", Flag = 4 }
            .Add("DataTime", "20260410080000").Add("a34002", "Rtd", value).Add("a34002", "Flag", "N").ToArray();
}
