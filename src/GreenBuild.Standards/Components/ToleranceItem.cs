namespace GreenBuild.Standards.Components;

/// <summary>Which tolerance is asked for: what deviates, of what kind of component, at which stage, and the sizes that the tolerance hangs on.</summary>
/// <remarks>The words are those of the facets of the same name. What is not given and decides is asked for by name. Sizes in mm.</remarks>
public sealed record ToleranceItem
{
    private const string Tolerances = "components.tolerance-";

    /// <summary>Whether a measurand is that of a tolerance.</summary>
    internal static bool IsTolerance(Measurand measurand) => measurand.Key.StartsWith(Tolerances, StringComparison.Ordinal);

    /// <summary>What deviates: a measurand of tolerances, for example <c>components.tolerance-length</c> or <c>components.tolerance-section</c>.</summary>
    public required string Measurand { get; init; }

    /// <summary>The stage of the inspection: <c>precast-piece</c>, <c>installed</c>, <c>cast-in-place</c> or <c>steel-member</c>; <see langword="null"/> if not known.</summary>
    public string? InspectionStage { get; init; }

    /// <summary>The kind of component, for example <c>slab</c>, <c>beam</c>, <c>wall-panel</c>; a narrower word is read as the one of the tables (<see cref="ComponentShape.ToleranceComponent"/>).</summary>
    public string? Component { get; init; }

    /// <summary>Which size: <c>length</c>, <c>width</c>, <c>height</c>, <c>thickness</c>.</summary>
    public string? Dimension { get; init; }

    /// <summary>The feature, for example <c>hole</c>, <c>embedded-plate</c>, <c>starter-bar</c>.</summary>
    public string? Feature { get; init; }

    /// <summary>The face, <c>inner</c> or <c>outer</c>.</summary>
    public string? Face { get; init; }

    /// <summary><c>storey</c> or <c>whole-height</c>.</summary>
    public string? HeightExtent { get; init; }

    /// <summary>Whether the face stays exposed; <see langword="null"/> if not known.</summary>
    public bool? Exposed { get; init; }

    /// <summary>Whether the sizes are those of rough-faced sides (粗糙面), which have a wider limit.</summary>
    public bool IsRoughFace { get; init; }

    /// <summary>The length of the member, its longest side L, in mm.</summary>
    public decimal? MemberLength { get; init; }

    /// <summary>The height of the member in mm.</summary>
    public decimal? MemberHeight { get; init; }

    /// <summary>The depth h of the section in mm.</summary>
    public decimal? SectionDepth { get; init; }

    /// <summary>The width b of the section in mm.</summary>
    public decimal? SectionWidth { get; init; }

    /// <summary>The height of the storey in mm.</summary>
    public decimal? StoreyHeight { get; init; }

    /// <summary>The whole height H of the building in mm.</summary>
    public decimal? BuildingHeight { get; init; }

    /// <summary>What is wrong with the words; <see langword="null"/> if nothing is.</summary>
    internal BilingualText? Problem()
    {
        if (Vocabulary.FindMeasurand(Measurand) is null || !Measurand.StartsWith(Tolerances, StringComparison.Ordinal))
        {
            var words = string.Join(", ", Vocabulary.Measurands.Select(static known => known.Key).Where(static key => key.StartsWith(Tolerances, StringComparison.Ordinal)).OrderBy(static key => key, StringComparer.Ordinal));
            return new BilingualText($"{nameof(Measurand)}: '{InputError.Quote(Measurand)}' is no tolerance: {words}.", $"{nameof(Measurand)}：“{InputError.Quote(Measurand)}”不是允许偏差：{words}。");
        }

        return ComponentWord.Problem(nameof(InspectionStage), "inspectionStage", InspectionStage) ?? ComponentWord.Problem(nameof(Component), "component", Component)
            ?? ComponentWord.Problem(nameof(Dimension), "dimension", Dimension) ?? ComponentWord.Problem(nameof(Feature), "feature", Feature)
            ?? ComponentWord.Problem(nameof(Face), "face", Face) ?? ComponentWord.Problem(nameof(HeightExtent), "heightExtent", HeightExtent);
    }

    /// <summary>The same size where a table calls the length of a wall panel in plan its width; <see langword="null"/> for all else.</summary>
    internal ToleranceItem? AsWidth => Measurand == Measurands.Components.ToleranceLength && ComponentOfTables == "wall-panel" ? this with { Measurand = Measurands.Components.ToleranceSection, Dimension = "width" } : null;

    // The tables on precast pieces speak of panels; a wall is one that is cast in place, or of which the stage is not known.
    private string? ComponentOfTables => Component is null || (Component == "wall" && InspectionStage is not ("precast-piece" or "installed")) ? Component : ComponentShape.Find(Component)?.ToleranceComponent ?? Component;

    internal Circumstances Known()
    {
        var known = Circumstances.None;
        Set("inspectionStage", InspectionStage);
        Set("component", ComponentOfTables);
        Set("dimension", Dimension);
        Set("feature", Feature);
        Set("face", Face);
        Set("heightExtent", HeightExtent);
        if (Exposed is { } exposed) known = known.With("exposed", exposed);
        SetMetres("memberLength", MemberLength);
        SetMetres("memberHeight", MemberHeight);
        SetMetres("storeyHeight", StoreyHeight);
        SetMetres("buildingHeight", BuildingHeight);
        if (SectionDepth is > 0 and <= ComponentBounds.MostMillimeters and { } depth) known = known.With("sectionDepth", depth);
        return known;

        void Set(string facet, string? value)
        {
            if (value is not null) known = known.With(facet, value);
        }

        void SetMetres(string facet, decimal? millimeters)
        {
            // What can be no size is asked for like one that is not given.
            if (millimeters is > 0 and <= ComponentBounds.MostMillimeters and { } size && MeasurementUnit.TryConvert(size, "mm", "m", out var metres)) known = known.With(facet, metres);
        }
    }
}

/// <summary>A measured deviation of a component: given as such, or as actual and nominal size. In mm.</summary>
public sealed record MeasuredDeviation
{
    /// <summary>Which tolerance it is held against.</summary>
    public required ToleranceItem Item { get; init; }

    /// <summary>The deviation in mm, positive where the actual size is larger; <see langword="null"/> if the sizes are given.</summary>
    public decimal? Deviation { get; init; }

    /// <summary>The actual size (实际尺寸) in mm.</summary>
    public decimal? Actual { get; init; }

    /// <summary>The size that was designed (制作尺寸) in mm.</summary>
    public decimal? Nominal { get; init; }

    /// <summary>What was measured, for the finding.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Where the value came from.</summary>
    public FindingOrigin? Origin { get; init; }
}
