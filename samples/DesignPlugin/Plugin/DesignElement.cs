using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Samples.DesignPlugin;

/// <summary>A component or opening of the model at one moment, as the host hands it over.</summary>
/// <param name="Id">Its identifier in the model.</param>
/// <param name="Kind">A word of the facet <c>component</c> (<c>composite-slab</c>, <c>beam</c>, <c>column</c>, <c>stair</c> ...), or <c>door</c> or <c>window</c> for an opening.</param>
/// <param name="Size">The coordinating sizes in mm; of an opening its width as length, and its height as width.</param>
public sealed record DesignElement(string Id, string Kind, ComponentSize Size)
{
    /// <summary>The declared deviation of the length to both sides, in mm; <see langword="null"/> while the design has none.</summary>
    public decimal? LengthTolerance { get; init; }

    /// <summary>The declared deviation of width and thickness to both sides, in mm; <see langword="null"/> while the design has none.</summary>
    public decimal? SectionTolerance { get; init; }

    /// <summary>The declared unevenness, in mm; <see langword="null"/> while the design has none.</summary>
    public decimal? FlatnessTolerance { get; init; }

    /// <summary>Whether it is a door or window.</summary>
    public bool IsOpening => Kind is "door" or "window";

    /// <summary>Whether the design has come so far that tolerances are declared.</summary>
    public bool HasTolerances => (LengthTolerance ?? SectionTolerance ?? FlatnessTolerance) is not null;
}
