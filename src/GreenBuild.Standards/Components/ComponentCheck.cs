namespace GreenBuild.Standards.Components;

/// <summary>A component as the fast check takes it: category, coordinating sizes, declared tolerances.</summary>
/// <remarks>A small value that is passed by reference; <c>default</c> is a component of which nothing is known.</remarks>
public readonly record struct PrecastComponent
{
    /// <summary>The identifier, for findings; may be <see langword="null"/>.</summary>
    public string? Id { get; init; }

    /// <summary>The category, a word of the facet <c>component</c>.</summary>
    public string? Category { get; init; }

    // Fields of their own, so that a check reads what it needs in place; a property would copy it.
    internal readonly ComponentSize SizeField;
    internal readonly decimal? LengthToleranceField;
    internal readonly decimal? SectionToleranceField;
    internal readonly decimal? FlatnessToleranceField;

    /// <summary>The coordinating sizes in mm.</summary>
    public ComponentSize Size
    {
        get => SizeField;
        init => SizeField = value;
    }

    /// <summary>The deviation of the length that is allowed to both sides, in mm, 0 or more; <see langword="null"/> if not declared.</summary>
    public decimal? LengthTolerance
    {
        get => LengthToleranceField;
        init => LengthToleranceField = value;
    }

    /// <summary>The deviation of width and thickness (or section height) that is allowed to both sides, in mm, 0 or more; <see langword="null"/> if not declared.</summary>
    public decimal? SectionTolerance
    {
        get => SectionToleranceField;
        init => SectionToleranceField = value;
    }

    /// <summary>The unevenness that is allowed (2 m straightedge), in mm, 0 or more; <see langword="null"/> if not declared.</summary>
    public decimal? FlatnessTolerance
    {
        get => FlatnessToleranceField;
        init => FlatnessToleranceField = value;
    }

    /// <summary>The face that the flatness is declared for, <c>inner</c> or <c>outer</c>; wall panels have a limit for each. Any other word is a finding.</summary>
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

/// <summary>What one rule found of one component, without the words: <see cref="ComponentCheck.Explain"/> gives the <see cref="Finding"/> with them.</summary>
/// <param name="Component">The identifier of the component.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Dimension">Which size the rule asked about.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="ProvisionalVerdict">What it would be if facts below the evidence floor counted; <see langword="null"/> if it does not hang on any.</param>
/// <param name="Requirement">The row of the catalogue; <see langword="null"/> where it is not settled which.</param>
/// <param name="Measured">The size or tolerance in mm; <see langword="null"/> where it is what is missing.</param>
/// <param name="Missing">What is missing, by name; <see langword="null"/> if nothing is.</param>
public readonly record struct ComponentFinding(
    string? Component, ComponentRule Rule, ComponentDimension Dimension, Verdict Verdict, Verdict? ProvisionalVerdict, Requirement? Requirement, decimal? Measured, string? Missing);

/// <summary>Six rules on a component, prepared once for a place, a day and a choice of series, and then asked for each component.</summary>
/// <remarks>
/// <para>Only what is not kept, or cannot be judged, becomes a finding; a check allocates nothing (but for a list that has to grow). <see cref="Explain"/> writes a finding out as
/// <see cref="ModularCoordination"/> and <see cref="ToleranceCheck"/> do. Rules that the catalogue has no row for do not apply; where the table of the day is known by its name only, <c>limit</c> is missing.</para>
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
    private readonly int[]? _wholeLengthBounds;
    private readonly string[] _categories;
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
        if (Array.TrueForAll(_lengthBounds, static bound => WholeNumber.TryRead(decimal.Truncate(bound), out _) && decimal.Truncate(bound) == bound)) _wholeLengthBounds = Array.ConvertAll(_lengthBounds, static bound => (int)bound);
        var all = (shapes ?? ComponentShape.All).ToList();
        var sizes = new StandardSizes(new ModularCoordination(place, date, catalogue, _options), null, all);
        _plans = all.Select(shape => Prepare(shape, sizes)).ToArray();
        _categories = Array.ConvertAll(_plans, static plan => plan.Shape.Category);
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
            ComponentRule.Flatness => FaceOf(component.Face) is var face and >= 0 ? plan.Flatness[face].Row : null,
            _ => plan.Series[(int)rule]?.Requirement,
        };
    }

    /// <summary>Checks a component.</summary>
    /// <param name="component">The component.</param>
    /// <param name="findings">What is not kept or cannot be judged is added here, in the order of the rules. Not cleared.</param>
    public ComponentOutcome Check(in PrecastComponent component, List<ComponentFinding> findings)
    {
        var before = findings.Count;
        if (PlanOf(component.Category) is not { } plan)
        {
            Ask(findings, component, ComponentRule.LengthSize, ComponentDimension.Length, null, "component");
            return new ComponentOutcome(Verdict.Indeterminate, null, 1);
        }

        // Mostly all is kept, and nothing has to be said.
        if (IsAllKept(plan, component, out var evidence))
        {
            var (kept, keptPerhaps) = Finding.Decide(plan.AppliesAtAll ? Verdict.Compliant : Verdict.NotApplicable, evidence, _options);
            return new ComponentOutcome(kept, keptPerhaps, 0);
        }

        if (plan.Series[0] is { } ofLength) JudgeSize(ofLength, ComponentRule.LengthSize, ComponentDimension.Length, component.Size.Length, plan, component, findings);
        if (plan.Series[1] is { } ofWidth) JudgeSize(ofWidth, ComponentRule.WidthSize, ComponentDimension.Width, component.Size.Width, plan, component, findings);
        if (plan.Series[2] is { } ofDepth) JudgeSize(ofDepth, ComponentRule.DepthSize, ComponentDimension.Depth, component.Size.Depth, plan, component, findings);

        if (plan.HasLength)
        {
            if (component.LengthTolerance is not { } tolerance) Ask(findings, component, ComponentRule.LengthTolerance, ComponentDimension.Length, null, "lengthTolerance");
            else if (component.Size.Length is not { } length || length <= 0) Ask(findings, component, ComponentRule.LengthTolerance, ComponentDimension.Length, null, "memberLength");
            else JudgeTolerance(plan.Length[plan.IsLengthInOne ? 0 : SegmentOf(length)], ComponentRule.LengthTolerance, ComponentDimension.Length, tolerance, component, findings);
        }

        if (plan.HasSection)
        {
            if (component.SectionTolerance is not { } tolerance) Ask(findings, component, ComponentRule.SectionTolerance, ComponentDimension.Width, null, "sectionTolerance");
            else
            {
                JudgeTolerance(plan.Width, ComponentRule.SectionTolerance, ComponentDimension.Width, tolerance, component, findings);
                // One row for both is one rule.
                if (!plan.IsSectionInOne) JudgeTolerance(plan.Depth, ComponentRule.SectionTolerance, ComponentDimension.Depth, tolerance, component, findings);
            }
        }

        if (plan.HasFlatness)
        {
            var face = FaceOf(component.Face);
            if (face < 0) findings.Add(new ComponentFinding(component.Id, ComponentRule.Flatness, ComponentDimension.Length, Verdict.Invalid, null, null, component.FlatnessTolerance, "face"));
            else if (component.FlatnessTolerance is not { } tolerance) Ask(findings, component, ComponentRule.Flatness, ComponentDimension.Length, null, "flatnessTolerance");
            else JudgeTolerance(plan.Flatness[face], ComponentRule.Flatness, ComponentDimension.Length, tolerance, component, findings);
        }

        return Conclude(findings, before);
    }

    private bool IsAllKept(Plan plan, in PrecastComponent component, out Evidence evidence)
    {
        evidence = plan.SeriesEvidence;
        ref readonly var size = ref component.SizeField;
        if (!IsIn(plan.LengthSeries, size.LengthField) || !IsIn(plan.WidthSeries, size.WidthField) || !IsIn(plan.DepthSeries, size.DepthField)) return false;
        if (plan.HasLength)
        {
            if (!size.LengthField.HasValue || size.LengthField.GetValueOrDefault() <= 0) return false;
            if (!IsKept(plan.Length[plan.IsLengthInOne ? 0 : SegmentOf(size.LengthField.GetValueOrDefault())], component.LengthToleranceField, ref evidence)) return false;
        }

        if (plan.HasSection)
        {
            if (!IsKept(plan.Width, component.SectionToleranceField, ref evidence)) return false;
            if (!plan.IsSectionInOne && !IsKept(plan.Depth, component.SectionToleranceField, ref evidence)) return false;
        }

        return !plan.HasFlatness || (FaceOf(component.Face) is var face and >= 0 && IsKept(plan.Flatness[face], component.FlatnessToleranceField, ref evidence));
    }

    private static bool IsIn(SizeSeries? series, in decimal? size)
    {
        if (series is null) return true;
        if (!size.HasValue) return false;
        // Read here, a decimal has not to be handed on.
        return series.IsWhole && WholeNumber.TryRead(size.GetValueOrDefault(), out var whole) ? series.ContainsWhole(whole) : series.Contains(size.GetValueOrDefault());
    }

    private static bool IsKept(Bound bound, in decimal? tolerance, ref Evidence evidence)
    {
        if (!bound.Applies) return true;
        if (!tolerance.HasValue || bound.Row is null || !bound.IsKeptBy(tolerance.GetValueOrDefault())) return false;
        if (bound.Evidence < evidence) evidence = bound.Evidence;
        return true;
    }

    /// <summary>Writes a finding out: limit, margin, evidence, and how the verdict was reached, in both languages.</summary>
    /// <param name="component">The component that was checked.</param>
    /// <param name="finding">What <see cref="Check"/> found of it.</param>
    public Finding Explain(in PrecastComponent component, in ComponentFinding finding)
    {
        var subject = component.Id ?? "";
        if (finding is { Rule: ComponentRule.Flatness, Verdict: Verdict.Invalid } && ComponentWord.Problem(nameof(component.Face), "face", component.Face) is { } problem) return Slip(problem, Verdict.Invalid, [], subject);
        if (PlanOf(component.Category) is null && ComponentWord.Problem(nameof(component.Category), "component", component.Category) is { } noWord) return Slip(noWord, Verdict.Indeterminate, ["component"], subject);
        if (PlanOf(component.Category) is not { } plan || (finding.Missing is { } name && finding.Measured is null)) return Missing(finding.Missing ?? "component", finding.Requirement, subject);
        if (finding.Rule <= ComponentRule.DepthSize) return ModularCoordination.Judge(plan.Series[(int)finding.Rule]!, finding.Measured!.Value, subject, _options);
        var bound = finding.Rule switch
        {
            ComponentRule.LengthTolerance => plan.Length[SegmentOf(component.Size.Length ?? 1)],
            ComponentRule.SectionTolerance => finding.Dimension == ComponentDimension.Width ? plan.Width : plan.Depth,
            _ => plan.Flatness[Math.Max(0, FaceOf(component.Face))],
        };
        var tolerance = finding.Measured!.Value;
        var isOneSided = bound.Row is { } row && row.Comparator != Comparator.Between;
        return _tolerances.JudgeDeclared(bound.Item! with { MemberLength = component.Size.Length }, isOneSided && tolerance >= 0 ? 0 : -tolerance, tolerance, subject);
    }

    private static Finding Slip(BilingualText problem, Verdict verdict, IReadOnlyList<string> missing, string subject)
    {
        var finding = new Finding(null) { Subject = subject, Verdict = verdict, Missing = missing, Reason = problem };
        finding.Steps.Add(problem);
        return finding;
    }

    private static Finding Missing(string name, Requirement? row, string subject)
    {
        var finding = new Finding(row) { Subject = subject, Missing = [name], Reason = Words.NotKnown([name], row) };
        finding.Steps.Add(finding.Reason);
        return finding;
    }

    private static ComponentOutcome Conclude(List<ComponentFinding> findings, int before)
    {
        var (isBroken, isPossiblyBroken) = (false, false);
        for (var i = before; i < findings.Count; i++)
        {
            var (verdict, provisional) = (findings[i].Verdict, findings[i].ProvisionalVerdict);
            isBroken |= verdict == Verdict.NonCompliant;
            isPossiblyBroken |= provisional == Verdict.NonCompliant;
        }

        var added = findings.Count - before;
        if (isBroken) return new ComponentOutcome(Verdict.NonCompliant, null, added);
        // A breach that hangs on a doubtful fact is said even where something else is open.
        return new ComponentOutcome(Verdict.Indeterminate, isPossiblyBroken ? Verdict.NonCompliant : null, added);
    }

    private void JudgeSize(
        SizeSeries series, ComponentRule rule, ComponentDimension dimension, decimal? size, Plan plan, in PrecastComponent component, List<ComponentFinding> findings)
    {
        if (size is not { } millimeters)
        {
            Ask(findings, component, rule, dimension, series.Requirement, plan.Shape.NameOf(dimension));
            return;
        }

        if (!series.Contains(millimeters)) Add(findings, component, rule, dimension, millimeters, series.Requirement, series.Evidence, millimeters is <= 0 or > ComponentBounds.MostMillimeters);
    }

    private void JudgeTolerance(Bound bound, ComponentRule rule, ComponentDimension dimension, decimal tolerance, in PrecastComponent component, List<ComponentFinding> findings)
    {
        if (bound.Row is not { } row)
        {
            if (bound.Missing is { } missing) findings.Add(new ComponentFinding(component.Id, rule, dimension, Verdict.Indeterminate, null, null, tolerance, missing));
            return;
        }

        if (!bound.IsKeptBy(tolerance)) Add(findings, component, rule, dimension, tolerance, row, bound.Evidence, tolerance is < 0 or > ComponentBounds.MostMillimeters);
    }

    private void Add(List<ComponentFinding> findings, in PrecastComponent component, ComponentRule rule, ComponentDimension dimension, decimal measured, Requirement row, Evidence evidence, bool isNoSize)
    {
        var (verdict, provisional) = Finding.Decide(isNoSize ? Verdict.Invalid : Verdict.NonCompliant, evidence, _options);
        findings.Add(new ComponentFinding(component.Id, rule, dimension, verdict, provisional, row, measured, null));
    }

    private static void Ask(List<ComponentFinding> findings, in PrecastComponent component, ComponentRule rule, ComponentDimension dimension, Requirement? row, string missing) =>
        findings.Add(new ComponentFinding(component.Id, rule, dimension, Verdict.Indeterminate, null, row, null, missing));

    private Plan? PlanOf(string? category)
    {
        if (category is null) return null;
        // Mostly the very text of a constant: then nothing has to be hashed.
        for (var i = 0; i < _categories.Length; i++)
            if (ReferenceEquals(_categories[i], category)) return _plans[i];
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
            Segments().Select(millimeters => BoundOf(length with { MemberLength = millimeters }, ComponentRule.LengthTolerance)).ToArray(),
            BoundOf(of with { Dimension = shape.NameOf(ComponentDimension.Width) }, ComponentRule.SectionTolerance),
            BoundOf(of with { Dimension = shape.NameOf(ComponentDimension.Depth) }, ComponentRule.SectionTolerance),
            [BoundOf(flatness, ComponentRule.Flatness), BoundOf(flatness with { Face = "inner" }, ComponentRule.Flatness), BoundOf(flatness with { Face = "outer" }, ComponentRule.Flatness)]);
    }

    private Bound BoundOf(ToleranceItem item, ComponentRule rule)
    {
        if (!_isAsked[(int)rule]) return new Bound(null, item, null);
        var tolerance = _tolerances.Find(item);
        return new Bound(tolerance.Missing.Count > 0 ? null : tolerance.Requirement, item, tolerance.Missing.Count > 0 ? tolerance.Missing[0] : null);
    }

    // The lengths at which one row gives way to another, in mm: between two of them and at each, the same row holds.
    private static decimal[] BoundsOfLength(IReadOnlyList<Requirement> rows)
    {
        var bounds = new SortedSet<decimal>();
        foreach (var row in rows)
        {
            if (row.Condition("memberLength")?.Range is not { } range) continue;
            if (range.Low is { } low) bounds.Add(low * 1000);
            if (range.High is { } high) bounds.Add(high * 1000);
        }

        return bounds.ToArray();
    }

    // One length for each segment: below the first bound, at it, between it and the next, and so on.
    private IEnumerable<decimal> Segments()
    {
        if (_lengthBounds.Length == 0)
        {
            yield return 1000;
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
        if (_wholeLengthBounds is { } bounds && WholeNumber.TryRead(millimeters, out var whole))
        {
            for (var i = 0; i < bounds.Length; i++)
                if (whole <= bounds[i]) return whole < bounds[i] ? 2 * i : 2 * i + 1;
            return 2 * bounds.Length;
        }

        for (var i = 0; i < _lengthBounds.Length; i++)
            if (millimeters <= _lengthBounds[i]) return millimeters < _lengthBounds[i] ? 2 * i : 2 * i + 1;
        return 2 * _lengthBounds.Length;
    }

    // What is no word of the facet must not pass for a face that is not given.
    private static int FaceOf(string? face) => face switch { null => 0, "inner" => 1, "outer" => 2, _ => -1 };

    /// <summary>What a tolerance of a category comes to: its row, or what is missing for it, or nothing where none is in force.</summary>
    private sealed class Bound
    {
        // The largest whole number that keeps the limit, found by the engine itself; below 0 where whole numbers do not settle it.
        private readonly int _largestWhole = -1;

        public Bound(Requirement? row, ToleranceItem item, string? missing)
        {
            (Row, Item, Missing) = (row, item, missing);
            Evidence = row?.Evidence ?? Evidence.Confirmed;
            if (row is null || !Meets(0)) return;
            // What keeps a ceiling or an interval around 0 is all that is no larger; a limit from below would have none that is too large.
            const int Most = 10_000;
            var whole = 0;
            while (whole < Most && Meets(whole + 1)) whole++;
            if (whole < Most) _largestWhole = whole;
        }

        public Requirement? Row { get; }

        public ToleranceItem Item { get; }

        public string? Missing { get; }

        public Evidence Evidence { get; }

        public bool Applies => Row is not null || Missing is not null;

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
        public bool IsKeptBy(in decimal tolerance) =>
            _largestWhole >= 0 && WholeNumber.TryRead(tolerance, out var whole) ? whole <= _largestWhole : tolerance >= 0 && Meets(tolerance);

        private bool Meets(decimal tolerance) => LimitCheck.Meets(Row!, tolerance) && (Row!.Comparator != Comparator.Between || LimitCheck.Meets(Row, -tolerance));
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
        public readonly bool IsLengthInOne = length[0].Row is not null && Array.TrueForAll(length, bound => bound.Row == length[0].Row);
        public readonly bool HasSection = width.Applies || depth.Applies;
        public readonly bool IsSectionInOne = width.Row is not null && width.Row == depth.Row;
        public readonly SizeSeries? LengthSeries = series[0];
        public readonly SizeSeries? WidthSeries = series[1];
        public readonly SizeSeries? DepthSeries = series[2];
        public readonly Evidence SeriesEvidence = series.Aggregate(Evidence.Confirmed, static (weakest, one) => one is not null && one.Evidence < weakest ? one.Evidence : weakest);
        public readonly bool AppliesAtAll = Array.Exists(series, static one => one is not null) || width.Applies || depth.Applies || Array.Exists(length, static bound => bound.Applies) || Array.Exists(flatness, static bound => bound.Applies);
        public readonly bool HasFlatness = Array.Exists(flatness, static bound => bound.Applies);
    }
}
