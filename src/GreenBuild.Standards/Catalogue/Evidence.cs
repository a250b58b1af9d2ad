namespace GreenBuild.Standards;

/// <summary>How well a fact of the catalogue is known. Greater is better, so that a floor can be compared.</summary>
public enum Evidence
{
    /// <summary>No source was seen; the fact is recalled. It never makes a value non-compliant by itself. This is the value of <c>default</c>.</summary>
    Unconfirmed = 0,

    /// <summary>One secondary source says so.</summary>
    SingleSource = 1,

    /// <summary>The standard's own text, or two independent sources, say so.</summary>
    Confirmed = 2,
}
