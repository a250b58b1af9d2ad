namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>Times as HJ 212 writes them: <c>YYYYMMDDhhmmss</c>, without separators.</summary>
internal static class Hj212Time
{
    public const int Length = 14;

    /// <summary>China has one time and no summer time; the protocol names no zone.</summary>
    public static readonly TimeSpan Offset = Jurisdiction.China.UtcOffset!.Value;

    /// <summary>Reads exactly 14 digits that are a time.</summary>
    public static bool TryRead(ReadOnlySpan<byte> digits, out DateTime time)
    {
        time = default;
        if (digits.Length != Length || !AreDigits(digits)) return false;
        var (year, month, day) = ((Two(digits) * 100) + Two(digits.Slice(2)), Two(digits.Slice(4)), Two(digits.Slice(6)));
        var (hour, minute, second) = (Two(digits.Slice(8)), Two(digits.Slice(10)), Two(digits.Slice(12)));
        if (year < 1900 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return false;
        time = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    public static bool AreDigits(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
            if (b is < (byte)'0' or > (byte)'9') return false;
        return true;
    }

    private static int Two(ReadOnlySpan<byte> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';
}
