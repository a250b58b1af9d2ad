namespace GreenBuild.Standards.Components;

/// <summary>Which sizes of which components count as standard: the module series of a place and day, and tables that the caller brings.</summary>
/// <remarks>Series of mere practice do not make a size standard. Immutable; safe for several threads.</remarks>
public sealed class StandardSizes
{
    private static readonly SizeSeries?[] None = new SizeSeries?[3];

    private readonly Dictionary<string, SizeSeries?[]> _series = new(StringComparer.Ordinal);
    private readonly SizeTable? _table;

    /// <summary>Draws up the standard sizes.</summary>
    /// <param name="coordination">The series of the place and day.</param>
    /// <param name="table">Sizes that are standard whatever the series say, for example those of a guide; none if not given.</param>
    /// <param name="shapes">What the sizes of the categories are held against; <see cref="ComponentShape.All"/> if not given.</param>
    public StandardSizes(ModularCoordination coordination, SizeTable? table = null, IEnumerable<ComponentShape>? shapes = null)
    {
        Coordination = coordination;
        _table = table;
        foreach (var shape in shapes ?? ComponentShape.All)
        {
            var series = new SizeSeries?[3];
            for (var dimension = ComponentDimension.Length; dimension <= ComponentDimension.Depth; dimension++)
            {
                if (shape.SizeUseOf(dimension) is not { } use) continue;
                var known = Circumstances.None.With("component", shape.Category).With("sizeUse", use);
                series[(int)dimension] = coordination.SeriesFor(known, out _).FirstOrDefault(static found => !found.IsConvention);
            }

            _series[shape.Category] = series;
        }
    }

    /// <summary>The series of the place and day.</summary>
    public ModularCoordination Coordination { get; }

    /// <summary>The series that a size of a category is held against; <see langword="null"/> if none.</summary>
    /// <param name="category">A word of the facet <c>component</c>.</param>
    /// <param name="dimension">Which size.</param>
    public SizeSeries? SeriesOf(string category, ComponentDimension dimension) => Of(category)[(int)dimension];

    /// <summary>Whether all sizes of a component that are held against a series are in it, or the table has them.</summary>
    /// <param name="category">A word of the facet <c>component</c>.</param>
    /// <param name="size">The coordinating sizes in mm.</param>
    /// <returns><see langword="null"/> if there is nothing to hold it against, or a size that decides is not known.</returns>
    public bool? IsStandard(string category, ComponentSize size)
    {
        if (_table?.Contains(category, size) == true) return true;
        var series = Of(category);
        var (isHeld, isOpen) = (false, false);
        for (var i = 0; i < series.Length; i++)
        {
            if (series[i] is not { } of) continue;
            isHeld = true;
            if (size[(ComponentDimension)i] is not { } millimeters) isOpen = true;
            else if (!of.Contains(millimeters)) return false;
        }

        if (isHeld) return isOpen ? null : true;
        // A table that has sizes of the category, and not this one, says that it is none.
        return _table?.IsAbout(category, size, out isOpen) == true && !isOpen ? false : null;
    }

    /// <summary>The weakest evidence of the series of a category, and of the table.</summary>
    public Evidence EvidenceOf(string category)
    {
        var weakest = _table?.Evidence ?? Evidence.Confirmed;
        foreach (var series in Of(category))
            if (series is not null && series.Evidence < weakest) weakest = series.Evidence;
        return weakest;
    }

    internal SizeSeries?[] Of(string category) => _series.TryGetValue(category, out var series) ? series : None;
}
