namespace GreenBuild.Standards.Components;

/// <summary>A component as the fast check takes it: category, coordinating sizes, declared tolerances.</summary>
/// <remarks>A small value that is passed by reference; <c>default</c> is a component of which nothing is known.</remarks>
public readonly record struct PrecastComponent
{
    /// <summary>The identifier, for findings; may be <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>The category, a word of the facet <c>component</c>.</summary>
    public string? Category { get; init; }

    /// <summary>The coordinating sizes in mm.</summary>
    public ComponentSize Size { get; init; }

    /// <summary>The deviation of the length that is allowed to both sides, in mm, 0 or more; <see langword="null"/> if not declared.</summary>
    public decimal? LengthTolerance { get; init; }

    /// <summary>The deviation of width and thickness (or section height) that is allowed to both sides, in mm, 0 or more; <see langword="null"/> if not declared.</summary>
    public decimal? SectionTolerance { get; init; }

    /// <summary>The unevenness that is allowed (2 m straightedge), in mm, 0 or more; <see langword="null"/> if not declared.</summary>
    public decimal? FlatnessTolerance { get; init; }

    /// <summary>The face that the flatness is declared for, <c>inner</c> or <c>outer</c>; wall panels have a limit for each.</summary>
    public string? Face { get; init; }
}

/// <summary>The rules of <see cref="ComponentCheck"/>.</summary>
public enum ComponentRule
{
    /// <summary>The length is in its module series.</summary>
    LengthSize = 0,

    /// <summary>The width (of walls the height) is in its module series.</summary>
    WidthSize = 1,

    /// <summary>The thickness or section height is a preferred size or in its module series.</summary>
    DepthSize = 2,

    /// <summary>The declared tolerance of the length is not looser than that of the standard.</summary>
    LengthTolerance = 3,

    /// <summary>The declared tolerance of width and thickness is not looser than that of the standard.</summary>
    SectionTolerance = 4,

    /// <summary>The declared flatness is not looser than that of the standard.</summary>
    Flatness = 5,
}

/// <summary>What a check of one component came to.</summary>
/// <param name="Verdict">The verdict over all rules; <see cref="Verdict.Indeterminate"/> also where it is provisional.</param>
/// <param name="ProvisionalVerdict">What it would be if facts below the evidence floor counted; <see langword="null"/> if it does not hang on any.</param>
/// <param name="Findings">How many findings were added.</param>
public readonly record struct ComponentOutcome(Verdict Verdict, Verdict? ProvisionalVerdict, int Findings);

/// <summary>Six rules on a component, prepared once for a place, a day and a choice of series, and then asked for each component.</summary>
/// <remarks>
/// <para>Only what is not kept, or cannot be judged, becomes a finding; a component that keeps all rules costs no allocation. The findings are those that
/// <see cref="ModularCoordination"/> and <see cref="ToleranceCheck"/> give. Rules that the catalogue has no row for do not apply.</para>
/// <para>The tolerances of precast pieces are recalled facts: with the default evidence floor the outcome of a component that keeps all rules is provisional.</para>
/// <para>Immutable; safe for several threads, each with a list of its own.</para>
/// </remarks>
public sealed class ComponentCheck
{
    private static readonly ComponentRule[] AllRules = [ComponentRule.LengthSize, ComponentRule.WidthSize, ComponentRule.DepthSize, ComponentRule.LengthTolerance, ComponentRule.SectionTolerance, ComponentRule.Flatness];

    private readonly CheckOptions _options;
    private readonly ToleranceCheck _tolerances;
    private readonly bool[] _isAsked = new bool[AllRules.Length];
    private readonly decimal[] _lengthBounds;
    private readonly Plan[] _plans;
    private readonly Dictionary<string, Plan> _byCategory;

    /// <summary>Prepares the check.</summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    /// <param name="shapes">What the sizes of the categories are held against; <see cref="ComponentShape.All"/> if not given.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <param name="rules">The rules that are asked; all if not given.</param>
    /// <param name="tolerances">The edition whose tolerances are to be taken; the one that governs if not given.</param>
    public ComponentCheck(
        Jurisdiction place, CalendarDate date, IEnumerable<ComponentShape>? shapes = null, StandardsCatalogue? catalogue = null, CheckOptions? options = null,
        IEnumerable<ComponentRule>? rules = null, Edition? tolerances = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
        _tolerances = new ToleranceCheck(place, date, catalogue, _options, tolerances);
        foreach (var rule in rules ?? AllRules) _isAsked[(int)rule] = true;
        _lengthBounds = BoundsOfLength(catalogue.InForce(Measurands.Components.ToleranceLength, place, date));
        var all = (shapes ?? ComponentShape.All).ToList();
        var sizes = new StandardSizes(new ModularCoordination(place, date, catalogue, _options), null, all);
        _plans = all.Select(shape => Prepare(shape, sizes)).ToArray();
        _byCategory = _plans.ToDictionary(static plan => plan.Shape.Category, StringComparer.Ordinal);
    }

    /// <summary>The row that a rule holds a component against; <see langword="null"/> if the rule is not asked, does not apply, or hangs on what is not known.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="component">The component.</param>
    /// <remarks>Width and thickness may have different tolerances: this is that of the width.</remarks>
    public Requirement? RequirementOf(ComponentRule rule, in PrecastComponent component)
    {
        if (PlanOf(component.Category) is not { } plan || !_isAsked[(int)rule]) return null;
        return rule switch
        {
            ComponentRule.LengthTolerance => component.Size.Length is { } length ? plan.Length[SegmentOf(length)].Row : null,
            ComponentRule.SectionTolerance => plan.Width.Row,
            ComponentRule.Flatness => plan.Flatness[FaceOf(component.Face)].Row,
            _ => plan.Series[(int)rule]?.Requirement,
        };
    }

    /// <summary>Checks a component.</summary>
    /// <param name="component">The component.</param>
    /// <param name="findings">What is not kept or cannot be judged is added here, in the order of the rules. Not cleared.</param>
    public ComponentOutcome Check(in PrecastComponent component, List<Finding> findings)
    {
        var before = findings.Count;
        if (PlanOf(component.Category) is not { } plan)
        {
            AddMissing(findings, component, "component");
            return new ComponentOutcome(Verdict.Indeterminate, null, 1);
        }

        var weakest = Evidence.Confirmed;
        var isJudged = false;
        for (var rule = 0; rule < 3; rule++)
        {
            if (plan.Series[rule] is not { } series) continue;
            if (component.Size[(ComponentDimension)rule] is not { } size) AddMissing(findings, component, plan.Shape.NameOf((ComponentDimension)rule), series.Requirement);
            else
            {
                isJudged = true;
                if (series.Evidence < weakest) weakest = series.Evidence;
                if (!series.Contains(size)) findings.Add(ModularCoordination.Judge(series, size, component.Id ?? "", _options));
            }
        }

        if (_isAsked[(int)ComponentRule.LengthTolerance] && plan.HasLength)
        {
            if (component.LengthTolerance is not { } tolerance) AddMissing(findings, component, "lengthTolerance");
            else if (component.Size.Length is not { } length) AddMissing(findings, component, "memberLength");
            else Declared(plan.Length[SegmentOf(length)], tolerance, plan, "length", component, findings, ref weakest, ref isJudged);
        }

        if (_isAsked[(int)ComponentRule.SectionTolerance] && (plan.Width.Applies || plan.Depth.Applies))
        {
            if (component.SectionTolerance is not { } tolerance) AddMissing(findings, component, "sectionTolerance");
            else
            {
                Declared(plan.Width, tolerance, plan, plan.Shape.NameOf(ComponentDimension.Width), component, findings, ref weakest, ref isJudged);
                // One row for both is one rule.
                if (plan.Depth.Row != plan.Width.Row) Declared(plan.Depth, tolerance, plan, plan.Shape.NameOf(ComponentDimension.Depth), component, findings, ref weakest, ref isJudged);
            }
        }

        if (_isAsked[(int)ComponentRule.Flatness] && plan.HasFlatness)
        {
            if (component.FlatnessTolerance is not { } tolerance) AddMissing(findings, component, "flatnessTolerance");
            else Declared(plan.Flatness[FaceOf(component.Face)], tolerance, plan, null, component, findings, ref weakest, ref isJudged);
        }

        return Conclude(findings, before, weakest, isJudged);
    }

    private ComponentOutcome Conclude(List<Finding> findings, int before, Evidence weakest, bool isJudged)
    {
        var added = findings.Count - before;
        var (isBroken, isOpen, isPossiblyBroken) = (false, false, false);
        for (var i = before; i < findings.Count; i++)
        {
            var finding = findings[i];
            isBroken |= finding.Verdict == Verdict.NonCompliant;
            isPossiblyBroken |= finding.ProvisionalVerdict == Verdict.NonCompliant;
            isOpen |= finding.ProvisionalVerdict is null && finding.Verdict is Verdict.Indeterminate or Verdict.Invalid;
        }

        if (isBroken) return new ComponentOutcome(Verdict.NonCompliant, null, added);
        if (isPossiblyBroken) return new ComponentOutcome(Verdict.Indeterminate, Verdict.NonCompliant, added);
        if (isOpen) return new ComponentOutcome(Verdict.Indeterminate, null, added);
        if (!isJudged) return new ComponentOutcome(Verdict.NotApplicable, null, added);
        return weakest >= _options.EvidenceFloor ? new ComponentOutcome(Verdict.Compliant, null, added) : new ComponentOutcome(Verdict.Indeterminate, Verdict.Compliant, added);
    }

    private void Declared(in Bound bound, decimal tolerance, Plan plan, string? dimension, in PrecastComponent component, List<Finding> findings, ref Evidence weakest, ref bool isJudged)
    {
        if (bound.Row is { } row && bound.Missing is null)
        {
            isJudged = true;
            if (row.Evidence < weakest) weakest = row.Evidence;
            if (tolerance >= 0 && LimitCheck.Meets(row, tolerance) && (row.Comparator != Comparator.Between || LimitCheck.Meets(row, -tolerance))) return;
        }
        else if (!bound.Applies)
        {
            return;
        }

        // What is not kept or not clear is written by the check that is asked for single tolerances: the same words, the same engine.
        var item = bound.Item! with { MemberLength = component.Size.Length, Dimension = dimension, Face = component.Face ?? bound.Item.Face };
        var isOneSided = bound.Row is { } limit && limit.Comparator != Comparator.Between;
        findings.Add(_tolerances.JudgeDeclared(item, isOneSided && tolerance >= 0 ? 0 : -tolerance, tolerance, component.Id ?? ""));
    }

    private static void AddMissing(List<Finding> findings, in PrecastComponent component, string name, Requirement? row = null)
    {
        var finding = new Finding(row) { Subject = component.Id ?? "", Missing = [name], Reason = Words.NotKnown([name], row) };
        finding.Steps.Add(finding.Reason);
        findings.Add(finding);
    }

    private Plan? PlanOf(string? category)
    {
        if (category is null) return null;
        // Mostly the very text of a constant: then nothing has to be hashed.
        foreach (var plan in _plans)
            if (ReferenceEquals(plan.Shape.Category, category)) return plan;
        return _byCategory.TryGetValue(category, out var found) ? found : null;
    }

    private Plan Prepare(ComponentShape shape, StandardSizes sizes)
    {
        var series = (SizeSeries?[])sizes.Of(shape.Category).Clone();
        for (var rule = 0; rule < series.Length; rule++)
            if (!_isAsked[rule]) series[rule] = null;
        var of = new ToleranceItem { Measurand = Measurands.Components.ToleranceSection, InspectionStage = "precast-piece", Component = shape.ToleranceComponent };
        var length = of with { Measurand = Measurands.Components.ToleranceLength, Dimension = "length" };
        var flatness = of with { Measurand = Measurands.Components.ToleranceFlatness };
        return new Plan(
            shape,
            series,
            Segments().Select(metres => BoundOf(length with { MemberLength = metres * 1000 })).ToArray(),
            BoundOf(of with { Dimension = shape.NameOf(ComponentDimension.Width) }),
            BoundOf(of with { Dimension = shape.NameOf(ComponentDimension.Depth) }),
            [BoundOf(flatness), BoundOf(flatness with { Face = "inner" }), BoundOf(flatness with { Face = "outer" })]);
    }

    private Bound BoundOf(ToleranceItem item)
    {
        var tolerance = _tolerances.Find(item);
        return new Bound(tolerance.Requirement, tolerance.Requirement is null && tolerance.Missing.Count == 0 ? null : item, tolerance.Missing.Count > 0 ? tolerance.Missing : null);
    }

    // The lengths at which one row gives way to another, in m: between two of them and at each, the same row holds.
    private static decimal[] BoundsOfLength(IReadOnlyList<Requirement> rows)
    {
        var bounds = new SortedSet<decimal>();
        foreach (var row in rows)
        {
            if (row.Condition("memberLength")?.Range is not { } range) continue;
            if (range.Low is { } low) bounds.Add(low);
            if (range.High is { } high) bounds.Add(high);
        }

        return bounds.ToArray();
    }

    // One length for each segment: below the first bound, at it, between it and the next, and so on.
    private IEnumerable<decimal> Segments()
    {
        if (_lengthBounds.Length == 0)
        {
            yield return 1;
            yield break;
        }

        yield return _lengthBounds[0] / 2;
        for (var i = 0; i < _lengthBounds.Length; i++)
        {
            yield return _lengthBounds[i];
            yield return i + 1 < _lengthBounds.Length ? (_lengthBounds[i] + _lengthBounds[i + 1]) / 2 : _lengthBounds[i] * 2;
        }
    }

    private int SegmentOf(decimal millimeters)
    {
        for (var i = 0; i < _lengthBounds.Length; i++)
        {
            var bound = _lengthBounds[i] * 1000;
            if (millimeters < bound) return 2 * i;
            if (millimeters == bound) return 2 * i + 1;
        }

        return 2 * _lengthBounds.Length;
    }

    private static int FaceOf(string? face) => face switch { "inner" => 1, "outer" => 2, _ => 0 };

    /// <summary>What a tolerance of a category comes to: its row, or what is missing for it, or nothing where none is in force.</summary>
    private readonly record struct Bound(Requirement? Row, ToleranceItem? Item, IReadOnlyList<string>? Missing)
    {
        public bool Applies => Item is not null;
    }

    private sealed class Plan(ComponentShape shape, SizeSeries?[] series, Bound[] length, Bound width, Bound depth, Bound[] flatness)
    {
        public readonly ComponentShape Shape = shape;
        public readonly SizeSeries?[] Series = series;
        public readonly Bound[] Length = length;
        public readonly Bound Width = width;
        public readonly Bound Depth = depth;
        public readonly Bound[] Flatness = flatness;
        public readonly bool HasLength = Array.Exists(length, static bound => bound.Applies);
        public readonly bool HasFlatness = Array.Exists(flatness, static bound => bound.Applies);
    }
}
