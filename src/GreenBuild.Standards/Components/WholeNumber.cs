using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GreenBuild.Standards.Components;

/// <summary>Reads decimals that are whole numbers without arithmetic: sizes in mm mostly are, and division and comparison of decimals cost ten times those of integers.</summary>
internal static class WholeNumber
{
    /// <summary>Reads a number from 0 on that is written without decimals (scale 0) and fits 31 bits; others are left to decimal arithmetic, 3000.0 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(decimal value, out int whole)
    {
#if NET8_0_OR_GREATER
        var bits = Unsafe.BitCast<decimal, Bits>(value);
        whole = (int)bits.Low;
        return bits.Flags == 0 && bits.High == 0 && bits.Low <= int.MaxValue;
#else
        // The older framework has no way to the bits without an allocation.
        whole = value is >= 0 and <= int.MaxValue ? (int)value : -1;
        return whole == value;
#endif
    }

#if NET8_0_OR_GREATER
    /// <summary>The parts of a decimal as they lie in memory, those of DECIMAL in OLE Automation: sign and scale, the high 32 bits, the low 64.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Bits
    {
        public readonly int Flags;
        public readonly uint High;
        public readonly ulong Low;
    }
#endif
}
