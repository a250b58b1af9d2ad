namespace GreenBuild.Standards.Components;

/// <summary>What the three sizes of a category of component are in the words of the standards: dimension of the tolerance tables, use of the module series.</summary>
/// <remarks>
/// The standards fix series for uses (span, storey height, member section ...) and tolerances for kinds of pieces (slab, beam ...), not for every word of a schedule. Which
/// series a size is held against is chosen here and can be chosen otherwise (<see cref="With"/>).
/// </remarks>
public sealed class ComponentShape
{
    private static readonly Dictionary<string, ComponentShape> ByCategory = new ComponentShape[]
    {
        new("slab", "slab", new("length", "span"), new("width", "beam-slab-partition-width"), new("thickness", null)),
        // The plank of a composite slab is a floor slab (楼板) of the tables for precast pieces.
        new("composite-slab", "slab", new("length", "span"), new("width", "beam-slab-partition-width"), new("thickness", null)),
        new("balcony", "balcony", new("length", null), new("width", null), new("thickness", null)),
        new("ac-slab", "ac-slab", new("length", null), new("width", null), new("thickness", null)),
        new("stair", "stair", new("length", null), new("width", null), new("thickness", null)),
        new("beam", "beam", new("length", "span"), new("width", "member-section"), new("height", "member-section")),
        new("truss", "truss", new("length", "span"), new("width", null), new("height", null)),
        new("column", "column", new("length", "storey-height"), new("width", "member-section"), new("height", "member-section")),
        Wall("wall", "wall-panel", "bearing-or-exterior-wall-thickness"),
        Wall("wall-panel", "wall-panel", "bearing-or-exterior-wall-thickness"),
        Wall("exterior-wall-panel", "wall-panel", "bearing-or-exterior-wall-thickness"),
        Wall("exterior-bearing-wall-panel", "wall-panel", "bearing-or-exterior-wall-thickness"),
        Wall("interior-bearing-wall-panel", "wall-panel", "bearing-or-exterior-wall-thickness"),
        Wall("hung-wall-panel", "wall-panel", null),
        Wall("partition-panel", "wall-panel", "partition-or-shaft-wall-thickness"),
    }.ToDictionary(static shape => shape.Category, StringComparer.Ordinal);

    private readonly Side[] _sides;

    private ComponentShape(string category, string toleranceComponent, params Side[] sides)
    {
        Category = category;
        ToleranceComponent = toleranceComponent;
        _sides = sides;
    }

    /// <summary>The shapes that are known, by category.</summary>
    public static IReadOnlyCollection<ComponentShape> All => ByCategory.Values;

    /// <summary>The category, a word of the facet <c>component</c>.</summary>
    public string Category { get; }

    /// <summary>The word of the facet <c>component</c> under which the tables on precast pieces speak of it: a composite slab is a slab, every wall a wall panel.</summary>
    public string ToleranceComponent { get; }

    /// <summary>The shape of a category, or <see langword="null"/> if none is known.</summary>
    /// <param name="category">A word of the facet <c>component</c>.</param>
    public static ComponentShape? Find(string category) => ByCategory.TryGetValue(category, out var shape) ? shape : null;

    /// <summary>The word of the facet <c>dimension</c> for one of the three sizes: <c>length</c>, <c>width</c>, <c>height</c> or <c>thickness</c>.</summary>
    public string NameOf(ComponentDimension dimension) => _sides[(int)dimension].Name;

    /// <summary>Whether pieces of a wider word of a schedule may be of a narrower kind: a wall panel may be a bearing one, a hung one or a partition.</summary>
    internal static bool MayBe(string category, string kind) => category != kind && category switch
    {
        "wall" or "wall-panel" => Find(kind)?.ToleranceComponent == "wall-panel" && kind is not ("wall" or "wall-panel"),
        "exterior-wall-panel" => kind is "exterior-bearing-wall-panel" or "hung-wall-panel",
        _ => false,
    };

    /// <summary>The word of the facet <c>sizeUse</c> whose module series one of the three sizes is held against; <see langword="null"/> if against none.</summary>
    public string? SizeUseOf(ComponentDimension dimension) => _sides[(int)dimension].SizeUse;

    /// <summary>The same shape with one size held against another series.</summary>
    /// <param name="dimension">Which size.</param>
    /// <param name="sizeUse">A word of the facet <c>sizeUse</c>, or <see langword="null"/> for no series.</param>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public ComponentShape With(ComponentDimension dimension, string? sizeUse)
    {
        if (sizeUse is not null) Circumstances.None.With("sizeUse", sizeUse);
        var sides = (Side[])_sides.Clone();
        sides[(int)dimension] = new(sides[(int)dimension].Name, sizeUse);
        return new ComponentShape(Category, ToleranceComponent, sides);
    }

    /// <summary>The category.</summary>
    public override string ToString() => Category;

    private static ComponentShape Wall(string category, string toleranceComponent, string? thickness) =>
        new(category, toleranceComponent, new("length", "bay"), new("height", "storey-height"), new("thickness", thickness));

    private readonly record struct Side(string Name, string? SizeUse);
}
