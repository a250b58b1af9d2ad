namespace GreenBuild.Standards;

/// <summary>Where a fact of the catalogue was found.</summary>
public sealed class Source
{
    internal Source(string? address, string reference, string what, string says)
    {
        Address = address;
        Reference = reference;
        What = what;
        Says = says;
    }

    /// <summary>The public web address, or <see langword="null"/> where there is none.</summary>
    public string? Address { get; }

    /// <summary>The address, or the reference in words where there is no address.</summary>
    public string Reference { get; }

    /// <summary>What kind of source it is.</summary>
    public string What { get; }

    /// <summary>What it says about the facts that cite it.</summary>
    public string Says { get; }

    /// <summary>The reference.</summary>
    public override string ToString() => Reference;
}

/// <summary>A method of an edition, in words for programmers: a formula, an order of steps, a rule that is more than one number.</summary>
public sealed class Method
{
    internal Method(string key, string text)
    {
        Key = key;
        Text = text;
    }

    /// <summary>The key of the method, unique in its edition.</summary>
    public string Key { get; }

    /// <summary>The method in words.</summary>
    public string Text { get; }
}
