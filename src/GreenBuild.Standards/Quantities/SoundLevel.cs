using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>An A-weighted sound level in dB(A).</summary>
/// <remarks>
/// <para>Kept as a decimal, because meters give tenths and limits are compared exactly. Levels are never added or averaged as
/// numbers: use <see cref="EnergySum"/> and <see cref="EnergyMean"/>. What is meant (equivalent level, maximum, sound power)
/// is said by the measurand of the requirement, not by this type.</para>
/// <para>Unit: dB(A). Range: that of measured levels, −50 to 200 dB(A). The value of <c>default</c> is 0 dB(A), the hearing threshold.</para>
/// </remarks>
public readonly struct SoundLevel : IEquatable<SoundLevel>, IComparable<SoundLevel>, IComparable, IFormattable
{
    /// <summary>The lowest level in dB(A) that is one, −50: below it stand the error codes of instruments.</summary>
    public const decimal Least = -50;

    /// <summary>The highest level in dB(A) that is one, 200.</summary>
    public const decimal Most = 200;

    private SoundLevel(decimal decibels)
    {
        if (decibels is < Least or > Most) throw new ArgumentOutOfRangeException(nameof(decibels), decibels, "A sound level is −50 to 200 dB(A).");
        Decibels = decibels;
    }

    /// <summary>The level in dB(A).</summary>
    [QuantityUnit("dB(A)")]
    public decimal Decibels { get; }

    /// <summary>A level given in dB(A).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than −50 or more than 200.</exception>
    [QuantityUnit("dB(A)")]
    public static SoundLevel FromDecibels(decimal decibels) => new(decibels);

    /// <summary>A level given in whole dB(A).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than −50 or more than 200.</exception>
    [QuantityUnit("dB(A)")]
    // An integer converts to decimal as well as to double, and neither goes first: without this overload it would convert to none.
    public static SoundLevel FromDecibels(int decibels) => new(decibels);

    /// <summary>A level given in dB(A) as a binary number; taken to 15 significant digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than −50, more than 200, or not a number.</exception>
    [QuantityUnit("dB(A)")]
    public static SoundLevel FromDecibels(double decibels) =>
        decibels is >= (double)Least and <= (double)Most
            ? new((decimal)decibels)
            : throw new ArgumentOutOfRangeException(nameof(decibels), decibels, "A sound level is −50 to 200 dB(A).");

    /// <summary>The level of several sources together: 10 lg Σ 10^(0.1 Li).</summary>
    /// <exception cref="ArgumentException">There is no level.</exception>
    public static SoundLevel EnergySum(IEnumerable<SoundLevel> levels)
    {
        var energy = 0.0;
        foreach (var level in levels) energy += Acoustics.Energy((double)level.Decibels);
        if (energy == 0) throw new ArgumentException("A sum needs a level.", nameof(levels));
        return FromDecibels(Acoustics.Level(energy));
    }

    /// <summary>The equivalent continuous level of readings of equal duration: 10 lg (1/n Σ 10^(0.1 Li)).</summary>
    /// <exception cref="ArgumentException">There is no level.</exception>
    public static SoundLevel EnergyMean(IEnumerable<SoundLevel> levels)
    {
        var (energy, count) = (0.0, 0);
        foreach (var level in levels)
        {
            energy += Acoustics.Energy((double)level.Decibels);
            count++;
        }

        if (count == 0) throw new ArgumentException("A mean needs a level.", nameof(levels));
        return FromDecibels(Acoustics.Level(energy / count));
    }

    /// <summary>Reads a level such as <c>70</c>, <c>70.5 dB(A)</c> or <c>70.5dB</c>, with a decimal point.</summary>
    public static bool TryParse(string? text, out SoundLevel level)
    {
        level = default;
        if (text is null) return false;
        var number = text.Trim();
        foreach (var unit in new[] { "dB(A)", "dBA", "dB" })
        {
            if (!number.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            number = number.Substring(0, number.Length - unit.Length).TrimEnd();
            break;
        }

        if (!NumberText.TryParse(number, out var value, out _) || value is < Least or > Most) return false;
        level = new SoundLevel(value);
        return true;
    }

    /// <summary>Reads a level such as <c>70.5 dB(A)</c>.</summary>
    /// <exception cref="FormatException">The text is not a level of −50 to 200 dB(A).</exception>
    public static SoundLevel Parse(string text) =>
        TryParse(text, out var level) ? level : throw new FormatException($"'{text}' is not a sound level of -50 to 200 dB(A).");

    /// <inheritdoc/>
    public bool Equals(SoundLevel other) => Decibels == other.Decibels;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SoundLevel other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Decibels.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(SoundLevel other) => Decibels.CompareTo(other.Decibels);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        SoundLevel other => CompareTo(other),
        _ => throw new ArgumentException("The other value is not a SoundLevel.", nameof(obj)),
    };

    /// <summary>The level with its unit, for example <c>70.5 dB(A)</c>, in every culture.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>The level with its unit; the format is that of the number.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => Decibels.ToString(format ?? "0.############", formatProvider) + " dB(A)";

    /// <summary>Whether both levels are equal.</summary>
    public static bool operator ==(SoundLevel left, SoundLevel right) => left.Equals(right);

    /// <summary>Whether the levels differ.</summary>
    public static bool operator !=(SoundLevel left, SoundLevel right) => !left.Equals(right);

    /// <summary>Whether the left level is lower.</summary>
    public static bool operator <(SoundLevel left, SoundLevel right) => left.Decibels < right.Decibels;

    /// <summary>Whether the left level is higher.</summary>
    public static bool operator >(SoundLevel left, SoundLevel right) => left.Decibels > right.Decibels;

    /// <summary>Whether the left level is not higher.</summary>
    public static bool operator <=(SoundLevel left, SoundLevel right) => left.Decibels <= right.Decibels;

    /// <summary>Whether the left level is not lower.</summary>
    public static bool operator >=(SoundLevel left, SoundLevel right) => left.Decibels >= right.Decibels;
}
