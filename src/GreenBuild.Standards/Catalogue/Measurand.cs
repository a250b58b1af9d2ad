namespace GreenBuild.Standards;

/// <summary>What a requirement is about: a quantity that several editions and places limit in common, or a duty.</summary>
/// <remarks>For example <c>noise.site-boundary</c>: the equivalent continuous A-weighted sound level at the boundary of a site.</remarks>
public sealed class Measurand
{
    internal Measurand(string key, BilingualText title, IReadOnlyList<string> units, string basis)
    {
        Key = key;
        Title = title;
        Units = units;
        Basis = basis;
    }

    /// <summary>The stable key, for example <c>noise.site-boundary</c>.</summary>
    public string Key { get; }

    /// <summary>The domain, the first part of the key, for example <c>noise</c>.</summary>
    public string Domain => Key.Substring(0, Key.IndexOf('.'));

    /// <summary>What is measured or done.</summary>
    public BilingualText Title { get; }

    /// <summary>The units in which values of it may be given; empty for a duty.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>The quantity that is measured, for example "A-weighted equivalent continuous sound level LAeq"; may be empty.</summary>
    public string Basis { get; }

    /// <summary>Whether this is a duty, which is done or not, rather than a quantity.</summary>
    public bool IsDuty => Units.Count == 0;

    /// <summary>The key.</summary>
    public override string ToString() => Key;
}
