namespace GreenBuild.Standards.Components;

/// <summary>Reads decimals that are whole numbers without arithmetic: sizes in mm mostly are, and division and comparison of decimals cost ten times those of integers.</summary>
internal static class WholeNumber
{
    /// <summary>Reads a number that is written without decimals (scale 0) and fits 31 bits; others are left to decimal arithmetic, 3000.0 too.</summary>
    public static bool TryRead(decimal value, out int whole)
    {
#if NET8_0_OR_GREATER
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        whole = bits[0];
        // Middle and high word empty, no scale; the sign bit alone may stand in the flags.
        if ((bits[1] | bits[2]) != 0 || whole < 0) return false;
        if (bits[3] == 0) return true;
        whole = -whole;
        return bits[3] == int.MinValue;
#else
        // The older framework has no way to the bits without an allocation.
        whole = value is > -1_000_000_000 and < 1_000_000_000 ? (int)value : 0;
        return whole == value;
#endif
    }
}
