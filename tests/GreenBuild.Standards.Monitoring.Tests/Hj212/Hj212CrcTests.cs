using System.Text;
using CsCheck;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Monitoring.Tests.Hj212;

public sealed class Hj212CrcTests
{
    [Theory]
    [InlineData("", 0xFFFF, 0xFFFF)]
    [InlineData("1", 0x9481, 0x947E)]
    // The check value of CRC-16/MODBUS in every catalogue of CRCs is 4B37.
    [InlineData("123456789", 0x2F80, 0x4B37)]
    [InlineData("##", 0xB381, 0x5959)]
    // The only example of the standard (appendix A); the prose beside it misprints 1C08.
    [InlineData("QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&", 0x1C80, 0x0759)]
    public void Compute_CheckValues(string text, int standard, int modbus)
    {
        Assert.Equal(standard, Hj212Crc.Compute(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(modbus, Hj212Crc.ComputeModbus(Encoding.ASCII.GetBytes(text)));
    }

    /// <summary>The same as the standard's own program, bit by bit, for all lengths and bytes.</summary>
    [Fact]
    public void Compute_IsTheProgramOfTheStandard() =>
        Gen.Byte.Array[0, 200].Sample(static bytes => Hj212Crc.Compute(bytes) == ByTheStandard(bytes) && Hj212Crc.ComputeModbus(bytes) == Modbus(bytes), iter: 20_000);

    /// <summary>Only the high byte survives from step to step: 256 values, whose low byte is one of eight.</summary>
    [Fact]
    public void Compute_Has256Values()
    {
        var values = new HashSet<int>();
        for (var i = 0; i < 0x10000; i++) values.Add(Hj212Crc.Compute([(byte)i, (byte)(i >> 8)]));
        Assert.Equal(256, values.Count);
        Assert.Equal([0x00, 0x01, 0x40, 0x41, 0x80, 0x81, 0xC0, 0xC1], values.Select(static value => value & 0xFF).Distinct().Order());
    }

    // HJ 212-2017, appendix A: the register is shifted right by eight bits, and the byte put in.
    private static int ByTheStandard(byte[] bytes)
    {
        var register = 0xFFFF;
        foreach (var b in bytes)
        {
            register = (register >> 8) ^ b;
            for (var bit = 0; bit < 8; bit++)
            {
                var isSet = (register & 1) == 1;
                register >>= 1;
                if (isSet) register ^= 0xA001;
            }
        }

        return register;
    }

    private static int Modbus(byte[] bytes)
    {
        var register = 0xFFFF;
        foreach (var b in bytes)
        {
            register ^= b;
            for (var bit = 0; bit < 8; bit++) register = (register & 1) == 1 ? (register >> 1) ^ 0xA001 : register >> 1;
        }

        return register;
    }
}
