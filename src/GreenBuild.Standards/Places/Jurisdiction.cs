namespace GreenBuild.Standards;

/// <summary>A place whose rules apply: a country, a province (ISO 3166-2) or a city in it.</summary>
/// <remarks>
/// <para>Codes: ISO 3166-1 for countries (<c>CN</c>, <c>SG</c>), ISO 3166-2 for provinces (<c>CN-SH</c>), and below the
/// province the six digits of GB/T 2260 (<c>CN-GD-440300</c> for Shenzhen). The set of known places is closed, so that a
/// misspelt place is an error and not a place without rules.</para>
/// <para>A rule of a place binds in everything that the place contains: Shanghai inherits the rules of China.</para>
/// </remarks>
public sealed class Jurisdiction : IEquatable<Jurisdiction>
{
    internal Jurisdiction(string code, Jurisdiction? parent, BilingualText name, TimeSpan? utcOffset)
    {
        Code = code;
        Parent = parent;
        Name = name;
        UtcOffset = utcOffset ?? parent?.UtcOffset;
    }

    /// <summary>The code, for example <c>CN-SH</c>.</summary>
    public string Code { get; }

    /// <summary>The place that directly contains this one, or <see langword="null"/> for a country.</summary>
    public Jurisdiction? Parent { get; }

    /// <summary>The name of the place.</summary>
    public BilingualText Name { get; }

    /// <summary>
    /// The fixed offset of local time from UTC (+08:00 in all of China), or <see langword="null"/> where the place has
    /// several zones or summer time.
    /// </summary>
    public TimeSpan? UtcOffset { get; }

    /// <summary>All known places, countries before what they contain.</summary>
    public static IReadOnlyList<Jurisdiction> All => PlaceTable.All;

    /// <summary>China (CN).</summary>
    public static Jurisdiction China => Parse("CN");

    /// <summary>Whether the rules of this place bind in another: the same place, or one inside it.</summary>
    public bool Contains(Jurisdiction other)
    {
        for (var place = other; place is not null; place = place.Parent)
            if (place.Code == Code) return true;
        return false;
    }

    /// <summary>Finds a place by its code, or by its English or Chinese name (<c>Shanghai</c>, <c>上海市</c>, <c>上海</c>); letter case does not matter.</summary>
    public static bool TryParse(string? text, out Jurisdiction place)
    {
        place = null!;
        return text is not null && PlaceTable.TryFind(text.Trim(), out place);
    }

    /// <summary>Finds a place by its code or name.</summary>
    /// <exception cref="FormatException">No such place is known.</exception>
    public static Jurisdiction Parse(string text) =>
        TryParse(text, out var place) ? place : throw new FormatException($"'{text}' is not a known place. Use an ISO 3166-2 code such as CN-SH.");

    /// <inheritdoc/>
    public bool Equals(Jurisdiction? other) => other is not null && Code == other.Code;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Jurisdiction);

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode();

    /// <summary>The code of the place.</summary>
    public override string ToString() => Code;
}
