using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Monitoring.Tests.Hj212;

/// <summary>Packets collected from the standard, from public sources and made for the purpose, with what they should decode to: kept beside the repository, not in it.</summary>
public sealed class Hj212DossierTests
{
    // The names that the collection gives to what it finds; what the library finds beyond them is not in it.
    private static readonly Dictionary<string, Hj212Fault> Codes = new(StringComparer.Ordinal)
    {
        ["TERMINATOR_MISSING"] = Hj212Fault.TerminatorMissing,
        ["FLAG_SAYS_PACKET_NUMBERS_BUT_NONE"] = Hj212Fault.PacketNumbersMissing,
        ["CRC_VARIANT_MODBUS"] = Hj212Fault.CrcModbus,
        ["CRC_VARIANT_MODBUS_SWAPPED"] = Hj212Fault.CrcModbusSwapped,
        ["CRC_MISMATCH"] = Hj212Fault.CrcMismatch,
        ["DATA_FLAG_MISSING"] = Hj212Fault.DataFlagMissing,
        ["HEADER_FLAG_MISSING"] = Hj212Fault.HeaderFlagMissing,
        ["QN_MISSING"] = Hj212Fault.QnMissing,
        ["QN_NOT_A_17_DIGIT_TIMESTAMP"] = Hj212Fault.QnNot17Digits,
        ["NOT_VALID_DATA"] = Hj212Fault.NotValidData,
        ["SUFFIX_NOT_IN_STANDARD"] = Hj212Fault.SuffixNotInStandard,
        ["PART_OF_SPLIT_MESSAGE"] = Hj212Fault.PartOfSplitMessage,
        ["DATATIME_NOT_14_DIGIT_TIMESTAMP"] = Hj212Fault.DataTimeNot14Digits,
        ["LENGTH_MISMATCH"] = Hj212Fault.LengthMismatch,
        ["CN_UNKNOWN"] = Hj212Fault.CnUnknown,
        ["BARE_FLAG_INSIDE_CP"] = Hj212Fault.BareFlagInsideCp,
        ["DUPLICATE_KEY"] = Hj212Fault.DuplicateKey,
        ["DATA_SEGMENT_OVER_1024"] = Hj212Fault.DataSegmentOver1024,
        ["LENGTH_FIELD_THREE_DIGITS"] = Hj212Fault.LengthFieldThreeDigits,
        ["FLAG_LOWER_CASE"] = Hj212Fault.DataFlagLowerCase,
        ["VALUE_NOT_A_NUMBER"] = Hj212Fault.ValueNotANumber,
        ["FLAG_UNKNOWN"] = Hj212Fault.DataFlagUnknown,
    };

    [Fact]
    public void Dossier_DecodesAsItStates()
    {
        var packets = Packets();
        var checkedPackets = 0;
        foreach (var packet in packets)
        {
            var id = (string)packet["id"]!;
            var expected = packet["expected"]!;
            if (expected["factors"] is null) continue;
            try
            {
                Check(BytesOf(packet), expected);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{id}: {exception.Message}", exception);
            }

            checkedPackets++;
        }

        Assert.Equal(76, checkedPackets);
        Assert.Equal(81, packets.Count);
    }

    /// <summary>The packets that are none, or several: how many frames there are, and which.</summary>
    [Fact]
    public void Dossier_FindsTheFrames()
    {
        var packets = Packets();
        var checkedPackets = 0;
        foreach (var packet in packets.Where(static packet => packet["expected"]!["frames"] is not null))
        {
            var bytes = BytesOf(packet);
            var found = Hj212Reader.ReadAll(new MemoryStream(bytes)).ToList();
            Assert.Equal((int)packet["expected"]!["frames"]!, found.Count);
            var equal = packet["expected"]!["equalTo"]?.AsArray() ?? [];
            for (var i = 0; i < equal.Count; i++)
                Assert.Equal(BytesOf(packets.Single(other => (string)other["id"]! == (string)equal[i]!)), found[i].Bytes.ToArray());
            checkedPackets++;
        }

        Assert.Equal(4, checkedPackets);
    }

    /// <summary>What the collection says that a reader must notice, under the profile of most platforms (µg/m³, kPa).</summary>
    [Theory]
    [InlineData("std212-39-249", Hj212Fault.ParticulatesOutOfOrder, "a34002>a34001")]
    [InlineData("sh-2051-563", Hj212Fault.UnitDoubtful, "a34001-Avg")]
    [InlineData("syn-unit-ng", Hj212Fault.UnitDoubtful, "a34001-Rtd")]
    [InlineData("syn-unit-mg", Hj212Fault.UnitDoubtful, "a34001-Rtd")]
    [InlineData("cs-31-376", Hj212Fault.OutOfPlausibleRange, "a01006-Rtd")]
    [InlineData("csdn-hex-313", Hj212Fault.OutOfPlausibleRange, "a01006-Rtd")]
    [InlineData("syn-sentinel", Hj212Fault.SentinelValue, "a34001-Rtd")]
    [InlineData("std-c48-comma", Hj212Fault.HeaderSeparator, "")]
    public void Dossier_MustNotice(string id, Hj212Fault fault, string where)
    {
        var message = Hj212Message.ReadFirst(BytesOf(Packets().Single(packet => (string)packet["id"]! == id)), Hj212StationProfile.Micrograms)!;
        Assert.Contains(message.Findings, finding => finding.Fault == fault && finding.Where == where);
    }

    /// <summary>A clean packet has nothing to be noticed and counts as a whole; where every mark says F, nothing counts.</summary>
    [Theory]
    [InlineData("syn-good", 9, 9)]
    [InlineData("sh-2011-461", 18, 0)]
    [InlineData("syn-bitflip", 9, 0)]
    public void Dossier_WhatCounts(string id, int readings, int usable)
    {
        var message = Hj212Message.ReadFirst(BytesOf(Packets().Single(packet => (string)packet["id"]! == id)), Hj212StationProfile.Micrograms)!;
        Assert.Equal((readings, usable), (message.Readings.Count, message.Readings.Count(static reading => reading.IsUsable)));
        Assert.Equal(id == "syn-good", message.Faults.IsEmpty);
    }

    /// <summary>Without the key it is encrypted and not damaged; what a key makes of it is read, and a wrong one is not believed.</summary>
    [Fact]
    public void Dossier_Encrypted()
    {
        var packet = Packets().Single(static packet => packet["expected"]!["encrypted"] is not null);
        var bytes = BytesOf(packet);
        var sealedMessage = Hj212Message.ReadFirst(bytes)!;
        Assert.Equal((Hj212CrcRule.NotCheckable, 0), (sealedMessage.CrcRule, sealedMessage.Readings.Count));
        Assert.True(sealedMessage.Faults.Contains(Hj212Fault.Encrypted));
        Assert.False(sealedMessage.Faults.Contains(Hj212Fault.CrcMismatch));

        var data = (string)packet["clearData"]!;
        var region = Encoding.ASCII.GetBytes(data[(data.IndexOf("CP=&&", StringComparison.Ordinal) + 5)..^2]);
        var opened = Read(clear => region.CopyTo(clear));
        Check(opened, packet["expected"]!["afterDecryption"]!);
        Assert.Equal("a34001", opened.Readings[0].Code);
        Assert.True(Read(static clear => clear.Fill((byte)'x')).Faults.Contains(Hj212Fault.Encrypted));

        Hj212Message Read(Decipher decipher) => Hj212Message.ReadFirst(bytes, new("with a key", new Dictionary<string, Hj212Channel>())
        {
            Decryptor = (mn, qn, cipher, clear) =>
            {
                Assert.Equal(("EXAMPLE00000000000000039", "20260301010100001", clear.Length), (Encoding.ASCII.GetString(mn), Encoding.ASCII.GetString(qn), cipher.Length));
                decipher(clear);
                return true;
            },
        })!;
    }

    private delegate void Decipher(Span<byte> clear);

    private static void Check(byte[] bytes, JsonNode expected)
    {
        var scanner = new Hj212Scanner(bytes);
        Assert.True(scanner.TryRead(out var packet), "no packet");
        CheckHeader(packet, expected);
        Assert.False(scanner.TryRead(out _), "a second packet");
        // Once from a span, once byte by byte from a stream, with equal results.
        var message = Hj212Message.ReadFirst(bytes)!;
        var trickled = Assert.Single(Hj212Reader.ReadAll(new TrickleStream(bytes)));
        Assert.Equal(message.Findings.Select(static finding => finding.ToString()), trickled.Findings.Select(static finding => finding.ToString()));
        Assert.Equal(message.Readings, trickled.Readings);
        Check(message, expected);
    }

    private static void CheckHeader(in Hj212Packet packet, JsonNode expected)
    {
        var header = expected["header"]!;
        Assert.Equal((string?)header["QN"] ?? "", Encoding.UTF8.GetString(packet.Qn));
        Assert.Equal((string?)header["ST"] ?? "", Encoding.UTF8.GetString(packet.St));
        Assert.Equal((string?)header["CN"] ?? "", Encoding.UTF8.GetString(packet.Cn));
        Assert.Equal((string?)header["PW"] ?? "", Encoding.UTF8.GetString(packet.Password));
        Assert.Equal((string?)header["MN"] ?? "", Encoding.UTF8.GetString(packet.Mn));
        Assert.Equal((string?)header["Flag"] ?? "", Encoding.UTF8.GetString(packet.FlagText));
        Assert.Equal((string?)header["PNUM"] ?? "", Encoding.UTF8.GetString(packet.PnumText));
        Assert.Equal((string?)header["PNO"] ?? "", Encoding.UTF8.GetString(packet.PnoText));

        var crc = expected["crc"]!;
        Assert.Equal(Hex(crc["hj212"]!), Hj212Crc.Compute(packet.Data));
        Assert.Equal(Hex(crc["modbus"]!), Hj212Crc.ComputeModbus(packet.Data));

        // Plain parameters as they stand, passwords included: only here are they seen.
        var plain = new List<(string, string)>();
        foreach (var field in packet.Fields)
            if (field.Suffix.IsEmpty && !field.Code.SequenceEqual("DataTime"u8)) plain.Add((Encoding.UTF8.GetString(field.Code), Encoding.UTF8.GetString(field.Value)));
        Assert.Equal((expected["plain"]?.AsArray() ?? []).Select(static pair => ((string)pair![0]!, (string)pair[1]!)), plain);
    }

    private static void Check(Hj212Message message, JsonNode expected)
    {
        Assert.Equal((int)expected["declaredLength"]!, message.DeclaredLength);
        Assert.Equal((int)expected["actualLength"]!, message.DataLength);
        Assert.Equal((bool)expected["lengthOk"]!, message.DeclaredLength == message.DataLength);
        Assert.Equal((string)expected["terminator"]! == "CRLF" ? Hj212Terminator.CrLf : Hj212Terminator.None, message.Terminator);
        Assert.Equal(Hex(expected["crc"]!["declared"]!), message.DeclaredCrc);
        Assert.Equal(
            (string)expected["crc"]!["match"]! switch
            {
                "hj212" => Hj212CrcRule.Standard,
                "modbus" => Hj212CrcRule.Modbus,
                "modbus-swapped" => Hj212CrcRule.ModbusSwapped,
                _ => Hj212CrcRule.None,
            },
            message.CrcRule);
        if (expected["flagBits"] is { } bits)
        {
            Assert.Equal((bool)bits["answerWanted"]!, message.WantsAnswer);
            Assert.Equal((bool)bits["hasPacketNumbers"]!, (message.Flag & 2) != 0);
            var edition = (string)bits["edition"]! switch
            {
                "HJ/T 212-2005" => Hj212Edition.Of2005,
                "HJ 212-2017" => Hj212Edition.Of2017,
                _ => Hj212Edition.Of2025,
            };
            Assert.Equal(edition, message.ClaimedEdition);
        }

        Assert.Equal((string?)expected["dataTime"]!["raw"] ?? "", message.DataTime);
        Assert.Equal((string?)expected["dataTime"]!["local"], message.Time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        CheckFactors(message, expected["factors"]!.AsObject());

        if (expected["findings"] is not JsonArray findings) return;
        foreach (var fault in Codes.Values)
            Assert.Equal((fault, findings.Any(finding => Codes[(string)finding!["code"]!] == fault)), (fault, message.Faults.Contains(fault)));
        foreach (var finding in findings)
        {
            if (finding!["where"] is not JsonArray where) continue;
            var fault = Codes[(string)finding["code"]!];
            Assert.Equal(where.Select(static place => (string)place!), message.Findings.Where(one => one.Fault == fault).Select(static one => one.Where).Distinct());
        }
    }

    private static void CheckFactors(Hj212Message message, JsonObject factors)
    {
        string[] texts = ["Flag", "EFlag", "SampleTime", "Info", "SN"];
        var expected = factors.SelectMany(factor => factor.Value!.AsArray().Select(pair => (factor.Key, Suffix: (string)pair![0]!, Value: (string)pair[1]!))).ToList();
        Assert.Equal(expected.Where(one => !texts.Contains(one.Suffix)).OrderBy(static one => one.Key, StringComparer.Ordinal), message.Readings.Select(static reading => (reading.Code, reading.Suffix, reading.Text)).OrderBy(static one => one.Code, StringComparer.Ordinal));
        foreach (var reading in message.Readings)
        {
            var (_, _, mark) = expected.FirstOrDefault(one => one.Key == reading.Code && one.Suffix == "Flag");
            Assert.Equal(mark ?? "", reading.Mark);
            var isNumber = reading.Text.All(static c => char.IsAsciiDigit(c) || c is '-' or '.');
            Assert.Equal(isNumber ? decimal.Parse(reading.Text, CultureInfo.InvariantCulture) : null, reading.Value);
        }
    }

    private static int Hex(JsonNode text) => int.Parse((string)text!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static byte[] BytesOf(JsonNode packet) => packet["rawBase64"] is { } base64 ? Convert.FromBase64String((string)base64!) : Encoding.UTF8.GetBytes((string)packet["raw"]!);

    private static List<JsonNode> Packets() =>
        [.. JsonNode.Parse(File.ReadAllText(RepositoryFiles.Shared("standards/telemetry/hj-212.json")))!["packets"]!.AsArray().Select(static packet => packet!)];
}
