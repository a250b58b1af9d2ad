namespace GreenBuild.Standards;

/// <summary>A language that texts of this library are written in.</summary>
public enum Language
{
    /// <summary>English. This is the value of <c>default</c>.</summary>
    English = 0,

    /// <summary>Simplified Chinese (简体中文).</summary>
    Chinese = 1,
}

/// <summary>A text in English and in Chinese.</summary>
/// <remarks>Either side may be missing; <see cref="In"/> then gives the other. The value of <c>default</c> is empty in both.</remarks>
public readonly struct BilingualText : IEquatable<BilingualText>
{
    private readonly string? _english;
    private readonly string? _chinese;

    /// <summary>Creates a text from its two sides.</summary>
    public BilingualText(string? english, string? chinese)
    {
        _english = english;
        _chinese = chinese;
    }

    /// <summary>The English text, or the empty string.</summary>
    public string English => _english ?? "";

    /// <summary>The Chinese text, or the empty string.</summary>
    public string Chinese => _chinese ?? "";

    /// <summary>The text in a language, or in the other one where it is missing.</summary>
    public string In(Language language) =>
        language == Language.Chinese
            ? Chinese.Length > 0 ? Chinese : English
            : English.Length > 0 ? English : Chinese;

    /// <inheritdoc/>
    public bool Equals(BilingualText other) => English == other.English && Chinese == other.Chinese;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BilingualText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => English.GetHashCode() ^ Chinese.GetHashCode();

    /// <summary>The English text.</summary>
    public override string ToString() => In(Language.English);

    /// <summary>Whether both texts are equal in both languages.</summary>
    public static bool operator ==(BilingualText left, BilingualText right) => left.Equals(right);

    /// <summary>Whether the texts differ in a language.</summary>
    public static bool operator !=(BilingualText left, BilingualText right) => !left.Equals(right);
}
