using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>What all quantities do alike with the number that they hold.</summary>
internal static class QuantityNumber
{
    /// <summary>The largest number in any unit: far beyond what is built, and converted to any other unit it still is a decimal.</summary>
    internal const decimal Most = 1_000_000_000_000_000;

    // All 28 digits behind the point, so that what is written is read again as the same value.
    private const string AllDigits = "0.############################";

    /// <summary>The number, if it is in the range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static decimal Checked(decimal value, decimal least) =>
        value >= least && value <= Most ? value : throw OutOfRange(value, least);

    /// <summary>A binary number to 15 significant digits, so that 0.1 is 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of the range, or not a number.</exception>
    public static decimal Checked(double value, decimal least) =>
        value >= (double)least && value <= (double)Most ? Checked((decimal)value, least) : throw OutOfRange(value, least);

    /// <summary>The number in another unit of the same quantity.</summary>
    public static decimal In(decimal value, string from, string to) =>
        MeasurementUnit.TryConvert(value, from, to, out var converted) ? converted : throw new InvalidOperationException($"{from} is not converted to {to}.");

    /// <summary>Reads a number with its unit. A number alone has the unit 1, which only a ratio has.</summary>
    /// <param name="text">The text.</param>
    /// <param name="least">The smallest number of the quantity.</param>
    /// <param name="baseUnit">Any unit of the quantity.</param>
    /// <param name="value">The number.</param>
    /// <param name="unit">The symbol of its unit.</param>
    public static bool TryParse(string? text, decimal least, string baseUnit, out decimal value, out string unit)
    {
        (value, unit) = (0, baseUnit);
        var plain = (text ?? "").Trim();
        var end = 0;
        while (end < plain.Length && (plain[end] is (>= '0' and <= '9') or '.' or '+' or '-')) end++;
        if (!NumberText.TryParse(plain.Substring(0, end), out var number, out _) || number < least || number > Most) return false;
        var symbol = plain.Substring(end).TrimStart();
        if (!MeasurementUnit.TryParse(symbol.Length == 0 ? "1" : symbol, out var known) || !MeasurementUnit.TryConvert(number, known.Symbol, baseUnit, out _)) return false;
        (value, unit) = (number, known.Symbol);
        return true;
    }

    /// <summary>The number with its unit; the unit 1 is not written.</summary>
    public static string Text(decimal value, string unit, string? format, IFormatProvider? provider)
    {
        var number = value.ToString(string.IsNullOrEmpty(format) ? AllDigits : format, provider ?? CultureInfo.InvariantCulture);
        return unit == "1" ? number : number + " " + unit;
    }

    private static ArgumentOutOfRangeException OutOfRange(object value, decimal least) =>
        new(nameof(value), value, least < 0 ? "A quantity is -10^15 to 10^15 in its unit." : "This quantity is 0 to 10^15 in its unit.");
}
