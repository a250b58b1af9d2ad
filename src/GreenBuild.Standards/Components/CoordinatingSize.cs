namespace GreenBuild.Standards.Components;

/// <summary>A coordinating size (标志尺寸): the one that modules are asked about, which holds the piece and its joint.</summary>
/// <remarks>
/// GB/T 50002-2013 fixes coordinating sizes. The made size (制作尺寸) of a piece is smaller by the joint, and is not to be held against a module series. What contradicts
/// itself is a finding of <see cref="ModularCoordination.JudgeSize"/>, never an exception. All in mm; immutable.
/// </remarks>
public sealed record CoordinatingSize
{
    /// <summary>The coordinating size in mm; <see langword="null"/> if it is to be found from <see cref="Made"/> and <see cref="Joint"/>.</summary>
    public decimal? Coordinating { get; init; }

    /// <summary>The made size (制作尺寸) in mm; <see langword="null"/> if not known.</summary>
    public decimal? Made { get; init; }

    /// <summary>The joint in mm by which the made size is smaller, both sides together; <see langword="null"/> if not known.</summary>
    public decimal? Joint { get; init; }

    /// <summary>The coordinating size in mm, given or made size and joint; <see langword="null"/> if neither is known, or made size or joint can be no size.</summary>
    public decimal? Millimeters =>
        Coordinating ?? (Made is > 0 and <= ComponentBounds.MostMillimeters && Joint is >= 0 and <= ComponentBounds.MostMillimeters ? Made + Joint : null);

    /// <summary>Whether size, made size and joint are given and do not add up, or one of them can be no size.</summary>
    public bool IsContradictory =>
        Coordinating is <= 0 or > ComponentBounds.MostMillimeters || Made is <= 0 or > ComponentBounds.MostMillimeters || Joint is < 0 or > ComponentBounds.MostMillimeters
        || (Coordinating is { } size && (Made is { } made && Joint is { } joint ? size != made + joint : Made > size || Joint >= size));
}
