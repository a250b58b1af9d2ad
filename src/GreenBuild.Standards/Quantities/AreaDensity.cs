using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>A mass per floor area, such as the construction waste of a project, with the unit that it was given in.</summary>
/// <remarks>
/// <para>Standards write it in t per 10,000 m2, kg/m2, t per 100 m2 and lb/ft2, and each is mistaken for another: 300 t/(10^4 m2) are 30 kg/m2,
/// not 300. The value keeps its unit, so that it is compared exactly where it is given in the unit of the limit; <see cref="TryIn"/> converts it.</para>
/// <para>Range: 0 to 10^15 in its unit. The value of <c>default</c> is 0 kg/m2.</para>
/// </remarks>
public readonly struct AreaDensity : IEquatable<AreaDensity>, IComparable<AreaDensity>, IComparable, IFormattable
{
    internal const string TonnesPerTenThousand = "t/(10^4 m2)";
    internal const string KilogramsPerSquareMetre = "kg/m2";
    private const decimal Most = 1_000_000_000_000_000;

    private readonly string? _unit;

    private AreaDensity(decimal value, string unit)
    {
        if (value is < 0 or > Most) throw new ArgumentOutOfRangeException(nameof(value), value, "A mass per area is 0 to 10^15.");
        Value = value;
        _unit = unit;
    }

    /// <summary>The number, in <see cref="Unit"/>.</summary>
    public decimal Value { get; }

    /// <summary>The unit as the catalogue writes it, for example <c>t/(10^4 m2)</c>.</summary>
    public string Unit => _unit ?? KilogramsPerSquareMetre;

    /// <summary>The value in kg/m2.</summary>
    public decimal InKilogramsPerSquareMetre => TryIn(KilogramsPerSquareMetre, out var value) ? value : decimal.MaxValue;

    /// <summary>A value in t per 10,000 m2 (吨每万平方米), the unit of the Chinese limits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than 10^15.</exception>
    public static AreaDensity FromTonnesPerTenThousandSquareMetres(decimal value) => new(value, TonnesPerTenThousand);

    /// <summary>A value in kg/m2; 1 kg/m2 is 10 t per 10,000 m2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than 10^15.</exception>
    public static AreaDensity FromKilogramsPerSquareMetre(decimal value) => new(value, KilogramsPerSquareMetre);

    /// <summary>A value in t per 100 m2, the unit of BREEAM; 1 t per 100 m2 is 100 t per 10,000 m2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than 10^15.</exception>
    public static AreaDensity FromTonnesPerHundredSquareMetres(decimal value) => new(value, "t/(100 m2)");

    /// <summary>A value in lb/ft2, the unit of LEED and CALGreen; 1 lb/ft2 is 4.8824 kg/m2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than 10^15.</exception>
    public static AreaDensity FromPoundsPerSquareFoot(decimal value) => new(value, "lb/ft2");

    /// <summary>The value in another unit of mass per area.</summary>
    /// <param name="unit">The unit as the catalogue writes it.</param>
    /// <param name="value">The value in it; 0 if it cannot be converted.</param>
    /// <returns><see langword="false"/> if the unit is none of mass per area, or the result is too large.</returns>
    public bool TryIn(string unit, out decimal value) => MeasurementUnit.TryConvert(Value, Unit, unit, out value);

    /// <summary>Reads a number with its unit, for example <c>300 t/(10^4 m2)</c> or <c>30 kg/m2</c>. A number alone is not read: its unit is the question.</summary>
    public static bool TryParse(string? text, out AreaDensity density)
    {
        density = default;
        var plain = (text ?? "").Trim();
        var end = 0;
        while (end < plain.Length && (char.IsDigit(plain[end]) || plain[end] == '.')) end++;
        if (!decimal.TryParse(plain.Substring(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > Most) return false;
        if (!MeasurementUnit.TryParse(plain.Substring(end), out var unit) || !MeasurementUnit.TryConvert(value, unit.Symbol, KilogramsPerSquareMetre, out _)) return false;
        density = new AreaDensity(value, unit.Symbol);
        return true;
    }

    /// <summary>Reads a number with its unit, for example <c>300 t/(10^4 m2)</c>.</summary>
    /// <exception cref="FormatException">The text is no mass per area with its unit.</exception>
    public static AreaDensity Parse(string text) =>
        TryParse(text, out var density) ? density : throw new FormatException($"'{text}' is not a mass per area with its unit, such as 300 t/(10^4 m2).");

    /// <summary>Whether both are the same mass per area, in whatever unit.</summary>
    public bool Equals(AreaDensity other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AreaDensity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => InKilogramsPerSquareMetre.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(AreaDensity other) =>
        Unit == other.Unit ? Value.CompareTo(other.Value) : InKilogramsPerSquareMetre.CompareTo(other.InKilogramsPerSquareMetre);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        AreaDensity other => CompareTo(other),
        _ => throw new ArgumentException("The other value is not an AreaDensity.", nameof(obj)),
    };

    /// <summary>The number with its unit, for example <c>300 t/(10^4 m2)</c>, in every culture.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>The number with its unit; the format is that of the number.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format ?? "0.############", formatProvider) + " " + Unit;

    /// <summary>Whether both are the same mass per area.</summary>
    public static bool operator ==(AreaDensity left, AreaDensity right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(AreaDensity left, AreaDensity right) => !left.Equals(right);

    /// <summary>Whether the left one is smaller.</summary>
    public static bool operator <(AreaDensity left, AreaDensity right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is larger.</summary>
    public static bool operator >(AreaDensity left, AreaDensity right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is not larger.</summary>
    public static bool operator <=(AreaDensity left, AreaDensity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is not smaller.</summary>
    public static bool operator >=(AreaDensity left, AreaDensity right) => left.CompareTo(right) >= 0;
}
