namespace GreenBuild.Standards.Components;

/// <summary>Modular coordination (模数协调): which series of sizes hold in a place on a day, and whether sizes are in them.</summary>
/// <remarks>
/// GB/T 50002-2013 and the standards on assembled buildings that repeat it; GBJ 2-86 before 2014-03-01. The series are advisable (宜), and the standards recommended: a
/// size outside one is a finding against a recommended standard (<see cref="Edition.Binding"/>). Sizes of practice give hints only. Immutable; safe for several threads.
/// </remarks>
public sealed class ModularCoordination
{
    private static readonly string[] SeriesOfSizes = [Measurands.Components.ModuleStep, Measurands.Components.PreferredSize];

    private readonly StandardsCatalogue _catalogue;
    private readonly CheckOptions _options;
    private readonly Requirement? _module;
    private readonly List<SizeSeries> _series = [];

    /// <summary>Draws up the series that hold in a place on a day.</summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The day, for example that of the design.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public ModularCoordination(Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
        Place = place;
        Date = date;
        _module = FactorSheet.Find(_catalogue, Measurands.Components.BasicModule, place, date, Circumstances.None);
        foreach (var measurand in SeriesOfSizes) Add(measurand, _series);
        _series.Sort(static (a, b) => b.Evidence.CompareTo(a.Evidence) is var order and not 0 ? order : string.CompareOrdinal(a.Requirement.Key, b.Requirement.Key));
    }

    /// <summary>The place.</summary>
    public Jurisdiction Place { get; }

    /// <summary>The day.</summary>
    public CalendarDate Date { get; }

    /// <summary>The basic module 1M, or <see langword="null"/> if no standard in force gives one.</summary>
    public Requirement? BasicModule => _module;

    /// <summary>All series on sizes that are in force, the best known first.</summary>
    public IReadOnlyList<SizeSeries> All => _series.AsReadOnly();

    /// <summary>The expanded modules (扩大模数) that are in force, as steps.</summary>
    public IReadOnlyList<SizeSeries> ExpandedModules => Others(Measurands.Components.ExpandedModule);

    /// <summary>The sub-modules (分模数) that are in force, as steps.</summary>
    public IReadOnlyList<SizeSeries> SubModules => Others(Measurands.Components.SubModule);

    /// <summary>The series that apply, the best known first.</summary>
    /// <param name="circumstances">The facets <c>sizeUse</c>, <c>component</c>, <c>buildingUse</c>, <c>openingKind</c> of the size.</param>
    /// <param name="missing">Facets that are not given and decide whether a further series of a standard applies; those of mere conventions are not asked for.</param>
    public IReadOnlyList<SizeSeries> SeriesFor(Circumstances circumstances, out IReadOnlyList<string> missing)
    {
        circumstances = StandardsCatalogue.WithPlaceAndDate(circumstances, Place, Date);
        var found = new List<SizeSeries>();
        var unknown = new List<string>();
        foreach (var series in _series)
        {
            switch (series.Requirement.AppliesTo(circumstances, out var facets))
            {
                case FacetMatch.Holds:
                    found.Add(series);
                    break;
                case FacetMatch.Unknown when !series.IsConvention:
                    foreach (var facet in facets)
                        if (!unknown.Contains(facet)) unknown.Add(facet);
                    break;
            }
        }

        missing = unknown.AsReadOnly();
        return found.AsReadOnly();
    }

    /// <summary>The series that governs: the best known one of a standard, a convention only if no standard has one; <see langword="null"/> if none applies.</summary>
    /// <param name="circumstances">As for <see cref="SeriesFor"/>.</param>
    public SizeSeries? Governing(Circumstances circumstances)
    {
        var series = SeriesFor(circumstances, out _);
        return series.FirstOrDefault(static found => !found.IsConvention) ?? series.FirstOrDefault();
    }

    internal CheckOptions Options => _options;

    internal IReadOnlyList<Requirement> InForce(string measurand) => _catalogue.InForce(measurand, Place, Date);

    internal (string Number, Edition ReplacedBy)? NotHeld(string measurand) => _catalogue.NotHeld(measurand, Place, Date);

    /// <summary>Judges a coordinating size.</summary>
    /// <param name="millimeters">The coordinating size in mm.</param>
    /// <param name="circumstances">As for <see cref="SeriesFor"/>.</param>
    /// <param name="subject">What has the size, for the findings.</param>
    /// <returns>One finding for each series that applies; one alone if none does: <see cref="Verdict.Indeterminate"/> with the missing facets, or <see cref="Verdict.NotApplicable"/>.</returns>
    public IReadOnlyList<Finding> Judge(decimal millimeters, Circumstances circumstances, string subject = "") =>
        JudgeSize(new CoordinatingSize { Coordinating = millimeters }, circumstances, subject);

    /// <summary>Judges a size given as coordinating size, or as made size and joint.</summary>
    /// <param name="size">The size. A made size without its joint is no coordinating size: the finding asks for <c>joint</c>.</param>
    /// <param name="circumstances">As for <see cref="SeriesFor"/>.</param>
    /// <param name="subject">What has the size, for the findings.</param>
    /// <returns>As for <see cref="Judge(decimal, Circumstances, string)"/>; <see cref="Verdict.Invalid"/> if the numbers contradict each other or are no size.</returns>
    public IReadOnlyList<Finding> JudgeSize(CoordinatingSize size, Circumstances circumstances, string subject = "")
    {
        var applicable = SeriesFor(circumstances, out var missing);
        if (size.IsContradictory)
        {
            var reason = new BilingualText(
                $"No size: coordinating {Text(size.Coordinating)}, made {Text(size.Made)}, joint {Text(size.Joint)} mm do not go together.",
                $"尺寸无效：标志尺寸 {Text(size.Coordinating)}、制作尺寸 {Text(size.Made)}、接缝 {Text(size.Joint)} mm 不一致。");
            return [Alone(Verdict.Invalid, reason, [])];
        }

        if (size.Millimeters is not { } millimeters)
        {
            var names = size.Made is null ? new[] { "size" } : ["joint"];
            var reason = size.Made is null
                ? Words.NotKnown(names)
                : new("The made size is smaller than the coordinating size by the joint, which is not known: joint.", "制作尺寸比标志尺寸小一个接缝，接缝未知（joint）。");
            return [Alone(Verdict.Indeterminate, reason, names)];
        }

        if (applicable.Count == 0)
        {
            if (missing.Count > 0) return [Alone(Verdict.Indeterminate, Words.NotKnown(missing), missing)];
            // A standard whose modules are held and whose series are not has rules on sizes all the same.
            return _catalogue.PartlyKnown(Measurands.Components.ExpandedModule, Place, Date) is [var partial, ..]
                ? [Alone(Verdict.Indeterminate, new($"The series of sizes of {partial.Number} are not held.", $"{partial.Number} 的尺寸系列未收录。"), ["limit"])]
                : [Alone(Verdict.NotApplicable, new($"No series of sizes applies in {Place.Code} on {Date}.", $"{Place.Name.Chinese} 在 {Date} 没有适用的尺寸系列。"), [])];
        }

        var findings = new List<Finding>();
        foreach (var series in applicable)
        {
            var finding = JudgeAgainst(series, millimeters, subject);
            if (size.Coordinating is null)
                finding.Steps.Insert(0, new(
                    $"Coordinating size: {Text(size.Made)} + joint {Text(size.Joint)} = {Words.Number(millimeters)} mm.",
                    $"标志尺寸：{Text(size.Made)} + 接缝 {Text(size.Joint)} = {Words.Number(millimeters)} mm。"));
            MentionPreferred(finding, millimeters, circumstances);
            findings.Add(finding);
        }

        return findings.AsReadOnly();

        static string Text(decimal? number) => number is { } known ? Words.Number(known) : "?";

        Finding Alone(Verdict verdict, BilingualText reason, IReadOnlyList<string> names)
        {
            var finding = new Finding(null) { Subject = subject, Measured = size.Millimeters, Unit = "mm", Verdict = verdict, Missing = names, Reason = reason };
            finding.Steps.Add(reason);
            return finding;
        }
    }

    // Within a series some steps are preferred: what is on none of them is in the series all the same, and who designs should know.
    private void MentionPreferred(Finding finding, decimal millimeters, Circumstances circumstances)
    {
        if (finding.Decided != Verdict.Compliant) return;
        foreach (var row in finding.Edition!.Requirements)
        {
            if (row.Measurand.Key != Measurands.Components.ModuleStepPreferred || row.AppliesTo(circumstances, out _) != FacetMatch.Holds || !SizeSeries.TryFrom(row, _module, out var preferred)) continue;
            var (text, isIn) = (preferred.Text, preferred.Contains(millimeters));
            finding.Step(
                $"Preferred in the series: {text.English} ({Words.Of(row.Evidence).English}); {(isIn ? "it is one" : $"nearest: {preferred.Nearest(millimeters)}")}.",
                $"系列内宜优先采用：{text.Chinese}（{Words.Of(row.Evidence).Chinese}）；{(isIn ? "符合" : $"最接近：{preferred.Nearest(millimeters)}")}。");
        }
    }

    /// <summary>Judges a coordinating size against a series that the caller has chosen.</summary>
    /// <param name="series">The series.</param>
    /// <param name="millimeters">The coordinating size in mm.</param>
    /// <param name="subject">What has the size, for the finding.</param>
    public Finding JudgeAgainst(SizeSeries series, decimal millimeters, string subject = "") => Judge(series, millimeters, subject, _options);

    internal static Finding Judge(SizeSeries series, decimal millimeters, string subject, CheckOptions options)
    {
        var row = series.Requirement;
        var finding = new Finding(row) { Subject = subject, Measured = millimeters, Unit = "mm" };
        if (millimeters is <= 0 or > ComponentBounds.MostMillimeters)
        {
            finding.Verdict = Verdict.Invalid;
            finding.Reason = new($"{Words.Number(millimeters)} mm is no size.", $"{Words.Number(millimeters)} mm 不是有效尺寸。");
            finding.Steps.Add(finding.Reason);
            return finding;
        }

        LimitCheck.Cite(finding, row);
        finding.Rely(row);
        if (series.Module is { } module) finding.Rely(module);
        finding.Compared = millimeters;
        var (text, isIn, nearest) = (series.Text, series.Contains(millimeters), series.Nearest(millimeters));
        finding.Reason = isIn
            ? new($"{Words.Number(millimeters)} mm is in the series: {text.English} ({row.Citation}).", $"{Words.Number(millimeters)} mm 符合系列：{text.Chinese}（{row.Citation}）。")
            : new(
                $"{Words.Number(millimeters)} mm is not in the series: {text.English} ({row.Citation}); nearest: {nearest}.",
                $"{Words.Number(millimeters)} mm 不在系列内：{text.Chinese}（{row.Citation}）；最接近：{nearest}。");
        finding.Steps.Add(finding.Reason);
        if (!isIn && nearest.Nearest is { } closest) finding.Margin = -Math.Abs(millimeters - closest);
        if (series.IsConvention)
        {
            finding.Verdict = Verdict.NotApplicable;
            finding.Step("A convention of practice, no rule: a hint, never a verdict.", "实践惯例，并非规定：仅作提示，不作判定。");
            return finding;
        }

        finding.Conclude(isIn ? Verdict.Compliant : Verdict.NonCompliant, options);
        return finding;
    }

    private System.Collections.ObjectModel.ReadOnlyCollection<SizeSeries> Others(string measurand)
    {
        var found = new List<SizeSeries>();
        Add(measurand, found);
        return found.AsReadOnly();
    }

    private void Add(string measurand, List<SizeSeries> to)
    {
        foreach (var row in _catalogue.InForce(measurand, Place, Date))
        {
            // A standard that gives the module itself is read with its own.
            var own = row.Edition.Requirements.FirstOrDefault(static other => other is { Kind: RequirementKind.Factor, Measurand.Key: Measurands.Components.BasicModule });
            if (SizeSeries.TryFrom(row, own ?? _module, out var series)) to.Add(series);
        }
    }
}
