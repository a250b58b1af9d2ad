using System.Text;

namespace GreenBuild.Standards.Projects;

/// <summary>A column of a table of records: the names that it goes by, the units that it may be in, and where it was found.</summary>
internal sealed class TableColumn(string name, bool isNeeded, string[] names, string[] units, string example)
{
    /// <summary>Our own name of it.</summary>
    public string Name => name;

    /// <summary>The name of the member that holds it in a list in JSON: <c>deliveryDate</c> for <c>delivery date</c>.</summary>
    public string Key
    {
        get
        {
            var parts = name.Split([' '], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 1; i < parts.Length; i++) parts[i] = char.ToUpperInvariant(parts[i][0]) + parts[i].Substring(1);
            return string.Concat(parts);
        }
    }

    public bool IsNeeded { get; } = isNeeded;

    public string[] Names { get; } = names;

    public string[] Units { get; } = units;

    /// <summary>A value as it should be written.</summary>
    public string Example => example;

    /// <summary>What stands in it, for the published schema.</summary>
    public BilingualText Description { get; init; }

    /// <summary>The facet whose words may stand in it, or <see langword="null"/>.</summary>
    public string? Facet { get; init; }

    public int Index { get; private set; } = -1;

    public bool IsFound => Index >= 0;

    /// <summary>The heading as the file writes it, or our own name while it is not found.</summary>
    public string Heading { get => field ?? name; private set; }

    /// <summary>Whether a heading may name another unit of the same kind: values are then converted.</summary>
    public bool IsConverted { get; init; }

    /// <summary>The unit that the heading names, where it is another than the column's own; else empty.</summary>
    public string OtherUnit { get; private set; } = "";

    public void Found(int index, string heading)
    {
        OtherUnit = IsConverted && heading.IndexOfAny(['(', '[', '（']) is >= 0 and var open && OtherOf(heading.Substring(open)) is { } other ? other : "";
        Index = index;
        Heading = heading;
    }

    /// <summary>Whether a heading means this column; the rest of the heading is the unit.</summary>
    public bool IsNamed(string heading, out string unit)
    {
        var plain = Plain(heading);
        foreach (var known in Names)
        {
            var key = Plain(known);
            if (!plain.StartsWith(key, StringComparison.Ordinal)) continue;
            var rest = plain.Substring(key.Length);
            // "date（日期）": another of its names is no unit, and nothing wrong.
            unit = rest.Length > 2 && IsBracket(rest[0]) && Array.Exists(Names, name => Plain(name) == rest.Substring(1, rest.Length - 2)) ? "" : rest;
            // "leq" is not the beginning of "leqmin": a unit stands in brackets, or is one that is known.
            if (unit.Length == 0 || IsBracket(unit[0]) || Accepts(unit)) return true;
        }

        unit = "";
        return false;
    }

    public bool Accepts(string unit)
    {
        var plain = Plain(unit);
        if (plain.Length > 1 && IsBracket(plain[0])) plain = plain.Substring(1, plain.Length - 2);
        foreach (var known in Units)
            if (Plain(known) == plain) return true;
        return IsConverted && OtherOf(unit) is not null;
    }

    // The symbol of a unit in brackets that converts to the column's own.
    private string? OtherOf(string bracket)
    {
        var text = bracket.Trim().Trim('(', '[', '（', ')', ']', '）');
        return MeasurementUnit.TryParse(text, out var unit) && MeasurementUnit.TryConvert(1, unit.Symbol, Units[0], out _) && unit.Symbol != Units[0] ? unit.Symbol : null;
    }

    private static bool IsBracket(char c) => c is '(' or '[' or '（';

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }
}
