namespace GreenBuild.Standards.Components;

/// <summary>Up to where a number is looked at: beyond it, it is a slip and no quantity of a building, and reckoning with it would overflow. No standard says so.</summary>
internal static class ComponentBounds
{
    /// <summary>The largest size in mm: a thousand kilometres.</summary>
    public const decimal MostMillimeters = 1_000_000_000;

    /// <summary>The largest size of a rolled section in mm: ten metres.</summary>
    public const decimal MostSectionMillimeters = 10_000;

    /// <summary>The largest volume of one piece in m3.</summary>
    public const decimal MostCubicMetres = 1_000_000_000;

    /// <summary>The largest mass of the members of one line in t.</summary>
    public const decimal MostTonnes = 1_000_000_000;

    /// <summary>The largest quantity of a take-off, in the unit of its row: more than all buildings of the earth.</summary>
    public const decimal MostQuantity = 1_000_000_000_000;

    /// <summary>The most points of a score.</summary>
    public const decimal MostPoints = 1_000;
}
