namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>The CRC of HJ 212 (2017, appendix A; unchanged in 2005 and 2025), and the Modbus CRC that some devices send in its place.</summary>
/// <remarks>
/// The standard shifts its register right by eight bits before each byte comes in, so that only its high byte survives: there are 256 values, and one change in 256 goes
/// unnoticed. The example of appendix A gives 1C80; the prose beside it says 1C08, which is a misprint.
/// </remarks>
public static class Hj212Crc
{
    private const int Slices = 16;

    // The ordinary table of CRC-16 (polynomial A001, reflected).
    private static readonly ushort[] Table = MakeTable();

    // What becomes of the high byte: of a byte that came in k + 1 steps ago, in Steps[k]. Since the step is linear over bits, sixteen bytes are looked up at once and
    // added, and only the sum waits for the one before it.
    private static readonly byte[] Steps = MakeSteps();

    /// <summary>The CRC of a data segment by the standard; FFFF of nothing.</summary>
    public static int Compute(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty) return 0xFFFF;
        return Table[Advance(0xFF, data.Slice(0, data.Length - 1)) ^ data[data.Length - 1]];
    }

    /// <summary>The CRC-16/MODBUS of a data segment as a number; FFFF of nothing.</summary>
    public static int ComputeModbus(ReadOnlySpan<byte> data) => AdvanceModbus(0xFFFF, data);

    /// <summary>The high byte of the standard's register after more bytes.</summary>
    internal static byte Advance(byte state, ReadOnlySpan<byte> data)
    {
        var steps = Steps.AsSpan(0, Slices * 256);
        while (data.Length >= Slices)
        {
            state = (byte)(
                steps[(15 * 256) + (data[0] ^ state)] ^ steps[(14 * 256) + data[1]] ^ steps[(13 * 256) + data[2]] ^ steps[(12 * 256) + data[3]]
                ^ steps[(11 * 256) + data[4]] ^ steps[(10 * 256) + data[5]] ^ steps[(9 * 256) + data[6]] ^ steps[(8 * 256) + data[7]]
                ^ steps[(7 * 256) + data[8]] ^ steps[(6 * 256) + data[9]] ^ steps[(5 * 256) + data[10]] ^ steps[(4 * 256) + data[11]]
                ^ steps[(3 * 256) + data[12]] ^ steps[(2 * 256) + data[13]] ^ steps[256 + data[14]] ^ steps[data[15]]);
            data = data.Slice(Slices);
        }

        foreach (var b in data) state = steps[state ^ b];
        return state;
    }

    /// <summary>The register of CRC-16/MODBUS after more bytes.</summary>
    internal static int AdvanceModbus(int register, ReadOnlySpan<byte> data)
    {
        var table = Table;
        foreach (var b in data) register = register >> 8 ^ table[(register ^ b) & 0xFF];
        return register;
    }

    /// <summary>The register of the standard from its high byte before the last byte.</summary>
    internal static int Last(byte state, byte last) => Table[state ^ last];

    internal static int Swap(int crc) => crc >> 8 | (crc & 0xFF) << 8;

    private static ushort[] MakeTable()
    {
        var table = new ushort[256];
        for (var i = 0; i < table.Length; i++)
        {
            var register = i;
            for (var bit = 0; bit < 8; bit++) register = (register & 1) != 0 ? register >> 1 ^ 0xA001 : register >> 1;
            table[i] = (ushort)register;
        }

        return table;
    }

    private static byte[] MakeSteps()
    {
        var steps = new byte[Slices * 256];
        for (var i = 0; i < 256; i++)
        {
            steps[i] = (byte)(Table[i] >> 8);
            for (var slice = 1; slice < Slices; slice++) steps[(slice * 256) + i] = (byte)(Table[steps[((slice - 1) * 256) + i]] >> 8);
        }

        return steps;
    }
}
