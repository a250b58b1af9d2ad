namespace GreenBuild.Standards.Components;

/// <summary>The three sizes of a component in mm; what each means for a category is said by <see cref="ComponentShape"/>.</summary>
/// <remarks>Coordinating sizes (标志尺寸) where modules are asked about: <see cref="CoordinatingSize"/> gives them from made sizes and joints. <c>default</c> knows nothing.</remarks>
public readonly record struct ComponentSize
{
    // Fields of their own, so that a check reads the one it needs in place and does not copy all three.
    internal readonly decimal? LengthField;
    internal readonly decimal? WidthField;
    internal readonly decimal? DepthField;

    /// <summary>Creates a size.</summary>
    /// <param name="length">The length in mm; <see langword="null"/> if not known.</param>
    /// <param name="width">The width in mm; <see langword="null"/> if not known.</param>
    /// <param name="depth">The thickness or section height in mm; <see langword="null"/> if not known.</param>
    public ComponentSize(decimal? length, decimal? width, decimal? depth) => (LengthField, WidthField, DepthField) = (length, width, depth);

    /// <summary>The length in mm: of a slab or beam along its span, of a wall panel in plan, of a column its height; <see langword="null"/> if not known.</summary>
    public decimal? Length => LengthField;

    /// <summary>The width in mm: of a wall panel its height, of beams and columns that of the section; <see langword="null"/> if not known.</summary>
    public decimal? Width => WidthField;

    /// <summary>The thickness of slabs and walls, the section height of beams and columns, in mm; <see langword="null"/> if not known.</summary>
    public decimal? Depth => DepthField;

    /// <summary>A size whose three numbers are known.</summary>
    /// <param name="length">The length in mm.</param>
    /// <param name="width">The width in mm.</param>
    /// <param name="depth">The thickness or section height in mm.</param>
    public static ComponentSize FromMillimeters(decimal length, decimal width, decimal depth) => new(length, width, depth);

    /// <summary>One of the three sizes in mm.</summary>
    /// <param name="dimension">Which.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public decimal? this[ComponentDimension dimension] => dimension switch
    {
        ComponentDimension.Length => Length,
        ComponentDimension.Width => Width,
        ComponentDimension.Depth => Depth,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "There is no such dimension."),
    };

    /// <summary>The same with one of the three sizes changed.</summary>
    /// <param name="dimension">Which.</param>
    /// <param name="millimeters">The new size in mm.</param>
    public ComponentSize With(ComponentDimension dimension, decimal? millimeters) => dimension switch
    {
        ComponentDimension.Length => new(millimeters, Width, Depth),
        ComponentDimension.Width => new(Length, millimeters, Depth),
        _ => new(Length, Width, millimeters),
    };

    /// <summary>The sizes in mm, for example <c>3000×2400×60</c>; a question mark where one is not known.</summary>
    public override string ToString() => Text(Length) + "×" + Text(Width) + "×" + Text(Depth);

    private static string Text(decimal? size) => size is { } known ? Words.Number(known) : "?";
}

/// <summary>One of the three sizes of a component.</summary>
public enum ComponentDimension
{
    /// <summary>The length. This is the value of <c>default</c>.</summary>
    Length = 0,

    /// <summary>The width; the height of a wall panel.</summary>
    Width = 1,

    /// <summary>The thickness; the section height of a beam or column.</summary>
    Depth = 2,
}
