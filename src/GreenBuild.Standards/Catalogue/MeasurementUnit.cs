using System.Globalization;
using System.Text;

namespace GreenBuild.Standards;

/// <summary>A unit of the catalogue, as standards write it, for example <c>dB(A)</c> or <c>t/(10^4 m2)</c>.</summary>
public sealed class MeasurementUnit
{
    private static readonly Dictionary<string, MeasurementUnit> BySymbol = ReadAll();

    // What people write beside the symbols: names in Chinese, and decibels in any letter case, since no other unit is meant by them.
    private static readonly Dictionary<string, MeasurementUnit> ByName = ReadNames();

    private static readonly (char Sign, string Plain)[] Signs =
    [
        ('²', "2"), ('³', "3"), ('⁴', "^4"), ('\u03BC', "µ"), ('㎍', "µg"), ('㎎', "mg"), ('㎏', "kg"), ('㎥', "m3"), ('㎡', "m2"), ('㎜', "mm"), ('㎝', "cm"), ('㎞', "km"), ('㏈', "dB"), ('\u3000', " "),
    ];

    private readonly string _base;
    private readonly decimal _numerator;
    private readonly decimal _denominator;

    private MeasurementUnit(string[] field)
    {
        Symbol = field[0];
        Quantity = field[1];
        Title = new BilingualText(field[5], field[6]);
        _base = field[2].Length > 0 ? field[2] : Symbol;
        _numerator = Number(field[3]);
        _denominator = Number(field[4]);

        static decimal Number(string text) => text.Length == 0 ? 1 : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    /// <summary>All units.</summary>
    public static IReadOnlyCollection<MeasurementUnit> All => BySymbol.Values;

    /// <summary>The unit as it is written.</summary>
    public string Symbol { get; }

    /// <summary>What is measured in it, for example <c>mass-concentration</c>.</summary>
    public string Quantity { get; }

    /// <summary>The name of the unit.</summary>
    public BilingualText Title { get; }

    /// <summary>Finds a unit as it is written.</summary>
    public static MeasurementUnit? Find(string symbol) => BySymbol.TryGetValue(symbol, out var unit) ? unit : null;

    /// <summary>Finds a unit as people type it: superscripts (<c>mg/m³</c>), the Greek letter mu and <c>u</c> for micro (<c>ug/m3</c>) are understood; letter case counts.</summary>
    /// <param name="text">The unit.</param>
    /// <param name="unit">The unit that was found.</param>
    public static bool TryParse(string? text, out MeasurementUnit unit)
    {
        var plain = Plain(text ?? "");
        if (BySymbol.TryGetValue(plain, out unit!) || ByName.TryGetValue(plain, out unit!)) return true;
        // "m^3" is m3, though the caret of "10^4" is a part of the symbol.
        plain = plain.Replace("^2", "2").Replace("^3", "3");
        return BySymbol.TryGetValue(plain, out unit!) || (plain.StartsWith("u", StringComparison.Ordinal) && BySymbol.TryGetValue("µ" + plain.Substring(1), out unit!));
    }

    /// <summary>Converts a value from one unit to another, exactly wherever the result has no more than 28 digits.</summary>
    /// <param name="value">The value in <paramref name="from"/>.</param>
    /// <param name="from">The unit that the value is in.</param>
    /// <param name="to">The unit that is wanted.</param>
    /// <param name="result">The value in <paramref name="to"/>; 0 if it cannot be converted.</param>
    /// <returns><see langword="false"/> if a unit is not known, they measure different things, or the result is too large.</returns>
    public static bool TryConvert(decimal value, string from, string to, out decimal result)
    {
        result = value;
        if (from == to) return true;
        result = 0;
        if (Find(from) is not { } source || Find(to) is not { } target || source._base != target._base) return false;
        try
        {
            // One division, at the end: 1 lb/ft2 is a fraction that no decimal holds.
            result = value * source._numerator * target._denominator / (source._denominator * target._numerator);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;

    // Full-width letters and the squared signs of Chinese fonts (㎍/㎥) are the plain ones; written out, since hosts without ICU cannot normalise.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            var index = Array.FindIndex(Signs, sign => sign.Sign == c);
            if (index >= 0) plain.Append(Signs[index].Plain);
            else if (c is >= '！' and <= '～') plain.Append((char)(c - 0xFEE0));
            else plain.Append(c);
        }

        return plain.ToString();
    }

    private static Dictionary<string, MeasurementUnit> ReadNames()
    {
        var names = new Dictionary<string, MeasurementUnit>(StringComparer.OrdinalIgnoreCase);
        foreach (var unit in BySymbol.Values)
        {
            var chinese = unit.Title.Chinese;
            if (chinese.Length == 0) continue;
            names[chinese] = unit;
            names[chinese.Replace('每', '/')] = unit;
        }

        foreach (var (name, symbol) in new[] { ("dB", "dB"), ("dBA", "dB(A)"), ("dB A", "dB(A)"), ("dB(A)", "dB(A)"), ("分贝(A)", "dB(A)"), ("A声级分贝", "dB(A)"), ("公斤", "kg"), ("公里", "km"), ("天", "d"), ("元", "CNY"), ("℃", "degC"), ("°C", "degC"), ("t/10^4 m2", AreaDensity.TonnesPerTenThousand) })
            if (BySymbol.TryGetValue(symbol, out var unit)) names[name] = unit;
        return names;
    }

    private static Dictionary<string, MeasurementUnit> ReadAll()
    {
        var units = new Dictionary<string, MeasurementUnit>(StringComparer.Ordinal);
        foreach (var line in PackedFormat.Lines(CatalogueData.Units))
        {
            var unit = new MeasurementUnit(PackedFormat.Fields(line));
            units.Add(unit.Symbol, unit);
        }

        return units;
    }
}
