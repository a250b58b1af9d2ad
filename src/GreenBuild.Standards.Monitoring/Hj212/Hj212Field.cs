namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>One field of a data region, for example <c>a34002-Avg=97</c>, as a view of its bytes.</summary>
public readonly ref struct Hj212Field
{
    internal Hj212Field(ReadOnlySpan<byte> code, ReadOnlySpan<byte> suffix, ReadOnlySpan<byte> value, bool isMalformed)
    {
        Code = code;
        Suffix = suffix;
        Value = value;
        IsMalformed = isMalformed;
    }

    /// <summary>What stands before the hyphen, for example <c>a34002</c>; the whole name of a plain parameter such as <c>DataTime</c>.</summary>
    public ReadOnlySpan<byte> Code { get; }

    /// <summary>What stands behind the first hyphen, for example <c>Avg</c>; empty for a plain parameter.</summary>
    public ReadOnlySpan<byte> Suffix { get; }

    /// <summary>The value.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <summary>Whether there is no equals sign; the text is then in <see cref="Code"/>.</summary>
    public bool IsMalformed { get; }
}
