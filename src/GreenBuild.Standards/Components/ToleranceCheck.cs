using System.Globalization;

namespace GreenBuild.Standards.Components;

/// <summary>Judges measured deviations and declared tolerances of components against the tables in force in a place on a day.</summary>
/// <remarks>
/// GB 50204-2015 (tables 8.3.2, 9.2.7, 9.3.9), GB/T 51231-2016 (9.7.4), GB 50205-2020. Most of their values are recalled: findings on them are provisional. A mandatory
/// standard goes before a recommended one that is stricter; the explanation names what stands beside it, and an edition can be chosen. Immutable; safe for several threads.
/// </remarks>
public sealed class ToleranceCheck
{
    private readonly StandardsCatalogue _catalogue;
    private readonly CheckOptions _options;
    private readonly Jurisdiction _place;
    private readonly CalendarDate _date;
    private readonly Edition? _edition;

    /// <summary>Creates a check for a place and a day.</summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The day of the inspection.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <param name="edition">The edition whose tables are to be taken, for example that which the contract names; the one that governs if not given.</param>
    public ToleranceCheck(Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null, Edition? edition = null)
    {
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
        (_place, _date, _edition) = (place, date, edition);
    }

    /// <summary>The tolerance that is asked for.</summary>
    /// <param name="item">Which.</param>
    /// <exception cref="ArgumentException">A word of the item is none of the vocabulary, or its measurand is no tolerance; <see cref="Judge"/> and <see cref="JudgeDeclared"/> make a finding of it.</exception>
    public Tolerance Find(ToleranceItem item)
    {
        if (item.Problem() is { } problem) throw new ArgumentException(problem.English, nameof(item));
        var known = StandardsCatalogue.WithPlaceAndDate(item.Known(), _place, _date);
        var (row, beside, missing) = Row(item.Measurand, known);
        // A table that has no length of wall panels calls it the width (宽度): GB/T 51231-2016, Table 9.7.4-2.
        if (row is null && missing.Count == 0 && item.AsWidth is { } width) (row, beside, missing) = Row(width.Measurand, known = StandardsCatalogue.WithPlaceAndDate(width.Known(), _place, _date));
        if (row is null && missing.Count == 0 && _edition is null && _catalogue.NotHeld(item.Measurand, _place, _date, AtTheStageOf(item)) is { } notHeld)
            return new Tolerance(null, [], null, null, ["limit"], []) { NotHeld = notHeld };
        if (row is null) return new Tolerance(null, [], null, null, missing, []);
        var steps = new List<BilingualText>();
        if (row.Value is { } value)
        {
            var (lower, upper) = row.Comparator == Comparator.Between ? (value, row.UpperValue ?? value) : ((decimal?)null, value);
            if (item.IsRoughFace && item.Measurand is Measurands.Components.ToleranceLength or Measurands.Components.ToleranceSection && RoughFactor(row, known) is { Value: { } factor } widening)
            {
                (lower, upper) = (lower * factor, upper * factor);
                steps.Add(new(
                    $"Rough-faced side: {Words.Number(factor)} times the limits ({widening.Citation}) = {(lower is { } low ? Words.Between(low, upper) : Words.Number(upper))} {row.Unit}.",
                    $"粗糙面：允许偏差乘以 {Words.Number(factor)}（{widening.Citation}）= {(lower is { } least ? Words.Between(least, upper) : Words.Number(upper))} {row.Unit}。"));
                return new Tolerance(row, beside, lower, upper, [], steps, widening);
            }

            return new Tolerance(row, beside, lower, upper, [], steps);
        }

        if (row.Formula is null || !TryRead(row.Formula, out var formula)) return new Tolerance(row, beside, null, null, ["limit"], steps);
        var (name, size) = formula.Symbol switch
        {
            "L" or "l" => ("memberLength", item.MemberLength),
            "H" => ("buildingHeight", item.BuildingHeight),
            "h" => ("sectionDepth", item.SectionDepth),
            "b" => ("sectionWidth", item.SectionWidth),
            _ => ("limit", null),
        };
        if (size is not (> 0 and <= ComponentBounds.MostMillimeters)) return new Tolerance(row, beside, null, null, [name], steps);
        var computed = size.Value / formula.Divisor + formula.Plus;
        var limit = formula.Most is { } most && most < computed ? most : computed;
        var text = $"{row.Formula}: {formula.Symbol} = {Words.Number(size.Value)} mm, {Words.Number(computed)}{(formula.Most is { } cap ? ", " + Words.Number(cap) : "")}";
        steps.Add(new(text + $"; {Words.Number(limit)} {row.Unit}.", text + $"；{Words.Number(limit)} {row.Unit}。"));
        return new Tolerance(row, beside, null, limit, [], steps);
    }

    /// <summary>Judges a measured deviation.</summary>
    /// <param name="measured">What was measured. Where a limit bounds one side only (flatness, position), the amount of the deviation is compared.</param>
    /// <returns>
    /// <see cref="Verdict.Invalid"/> if deviation and sizes contradict each other, or a word of the item is none of the vocabulary (the reason names the field and the words);
    /// <see cref="Verdict.Indeterminate"/> with the name of what is missing.
    /// </returns>
    public Finding Judge(MeasuredDeviation measured)
    {
        if (BadWord(measured.Item, measured.Subject, measured.Origin) is { } bad) return bad;
        var tolerance = Find(measured.Item);
        var finding = Begin(tolerance, measured.Subject, measured.Origin);
        finding.Measured = measured.Deviation;
        // What is no size is not reckoned with: the difference of two numbers can be beyond all numbers.
        var difference = measured is { Actual: > 0 and <= ComponentBounds.MostMillimeters and { } actual, Nominal: > 0 and <= ComponentBounds.MostMillimeters and { } nominal } ? actual - nominal : (decimal?)null;
        if ((difference is null && measured is { Actual: not null, Nominal: not null }) || measured.Actual is <= 0 || measured.Nominal is <= 0
            || measured.Deviation is < -ComponentBounds.MostMillimeters or > ComponentBounds.MostMillimeters || (measured.Deviation is { } given && difference is { } found && found != given))
            return Invalid(finding, new("Deviation and sizes do not go together, or are no sizes.", "偏差与尺寸不一致，或不是有效尺寸。"));
        var deviation = measured.Deviation ?? difference;
        finding.Measured = deviation;
        if (deviation is not { } value) return Ask(finding, ["deviation"], tolerance.Requirement);
        if (measured.Deviation is null)
            finding.Step(
                $"Deviation: {Words.Number(measured.Actual!.Value)} − {Words.Number(measured.Nominal!.Value)} = {Words.Number(value)} mm.",
                $"偏差：{Words.Number(measured.Actual!.Value)} − {Words.Number(measured.Nominal!.Value)} = {Words.Number(value)} mm。");
        return Compare(finding, tolerance, value, value);
    }

    /// <summary>Judges a tolerance that a drawing or a plant declares: it must not be looser than that of the standard.</summary>
    /// <param name="item">Which tolerance.</param>
    /// <param name="lower">The lower deviation that is allowed, in mm, for example −5; of a one-sided tolerance 0.</param>
    /// <param name="upper">The upper deviation that is allowed, in mm.</param>
    /// <param name="subject">What declares it, for the finding.</param>
    /// <returns>Non-compliant if a deviation that is declared as allowed breaks the limit; <see cref="Verdict.Invalid"/> for what is no tolerance, or a word that is none of the vocabulary.</returns>
    public Finding JudgeDeclared(ToleranceItem item, decimal lower, decimal upper, string subject = "")
    {
        if (BadWord(item, subject, null) is { } bad) return bad;
        var tolerance = Find(item);
        var finding = Begin(tolerance, subject, null);
        if (lower > upper || lower < -ComponentBounds.MostMillimeters || upper > ComponentBounds.MostMillimeters)
            return Invalid(finding, new($"{Words.Between(lower, upper)} mm is no tolerance.", $"{Words.Between(lower, upper)} mm 不是有效公差。"));
        finding.Step($"Declared: {Words.Between(lower, upper)} mm.", $"所给公差：{Words.Between(lower, upper)} mm。");
        return Compare(finding, tolerance, lower, upper);
    }

    /// <summary>Judges a sample of check points: general items pass by the share of points inside the limits, without severe deviation.</summary>
    /// <param name="points">The findings on the points.</param>
    /// <param name="hasSevereDeviation">Whether a point deviates severely (严重偏差), which the standard leaves to judgement; <see langword="null"/> if nobody said.</param>
    /// <param name="subject">Which lot, for the finding.</param>
    /// <returns>A point that could not be judged leaves the rate open: <c>checkPoints</c> is named.</returns>
    public Finding JudgeSample(IReadOnlyList<Finding> points, bool? hasSevereDeviation, string subject = "")
    {
        var (inside, outside, weakest) = (0, 0, Evidence.Confirmed);
        foreach (var point in points)
        {
            var verdict = point.Decided;
            if (verdict == Verdict.Compliant) inside++;
            else if (verdict == Verdict.NonCompliant) outside++;
            if (point.Evidence < weakest) weakest = point.Evidence;
        }

        var row = _catalogue.Governing(Measurands.Components.AcceptanceRate, _place, _date, Circumstances.None, _options).Requirement;
        var finding = new Finding(row) { Subject = subject, Unit = "%" };
        if (row is null) return Ask(finding, ["limit"], null);
        LimitCheck.Cite(finding, row);
        finding.Rely(row);
        finding.Rely(weakest);
        if (points.Count == 0 || inside + outside < points.Count) return Ask(finding, ["checkPoints"], row);
        var rate = 100m * inside / points.Count;
        finding.Measured = rate;
        finding.Step($"{inside} of {points.Count} check points are inside the limits: {Words.Level(rate)} %.", $"{points.Count} 个检查点中 {inside} 个合格：{Words.Level(rate)} %。");
        LimitCheck.TryCompare(row, rate, out var comparison);
        // What fails by its rate fails whatever the worst point is.
        if (comparison.IsMet && hasSevereDeviation is null) return Ask(finding, ["severeDeviation"], row);
        LimitCheck.Conclude(finding, row, comparison, _options);
        if (comparison.IsMet && hasSevereDeviation == true)
        {
            finding.ProvisionalVerdict = null;
            finding.Reason = new($"A point deviates severely ({row.Citation}).", $"存在严重偏差（{row.Citation}）。");
            finding.Steps.Add(finding.Reason);
            finding.Conclude(Verdict.NonCompliant, _options);
        }

        return finding;
    }

    // The code on steel says nothing of precast pieces: its table of before is not missed for them.
    private static Circumstances AtTheStageOf(ToleranceItem item) =>
        item.InspectionStage is { } stage ? Circumstances.None.With("inspectionStage", stage) : Circumstances.None;

    // What a user wrote is a finding, not an exception.
    private static Finding? BadWord(ToleranceItem item, string subject, FindingOrigin? origin) =>
        item.Problem() is { } problem ? Invalid(new Finding(null) { Subject = subject, Origin = origin, Unit = "mm" }, problem) : null;

    private Finding Compare(Finding finding, Tolerance tolerance, decimal lower, decimal upper)
    {
        if (tolerance.Requirement is not { } row || tolerance.Upper is not { } bound)
        {
            if (tolerance.NotHeld is var (number, later))
            {
                (finding.Verdict, finding.Missing) = (Verdict.Indeterminate, tolerance.Missing);
                finding.Reason = new(
                    $"The table of {number}, which {later.Number} replaced on {later.CountsFrom}, is not known.", $"{number}（{later.CountsFrom} 被 {later.Number} 代替）的允许偏差表未掌握。");
                finding.Steps.Add(finding.Reason);
                return finding;
            }

            if (tolerance.Missing.Count > 0) return Ask(finding, tolerance.Missing, tolerance.Requirement);
            finding.Verdict = Verdict.NotApplicable;
            finding.Reason = new($"No tolerance of the kind is in force in {_place.Code} on {_date}.", $"{_place.Name.Chinese} 在 {_date} 没有适用的允许偏差。");
            finding.Steps.Add(finding.Reason);
            return finding;
        }

        finding.Steps.AddRange(tolerance.Steps);
        LimitComparison comparison;
        if (row.Comparator == Comparator.Between)
        {
            var first = LimitCheck.Compare(row, lower, tolerance.Lower!.Value, bound);
            var last = LimitCheck.Compare(row, upper, tolerance.Lower.Value, bound);
            comparison = first.Margin < last.Margin ? first : last;
        }
        else
        {
            comparison = LimitCheck.Compare(row, Math.Max(Math.Abs(lower), Math.Abs(upper)), bound, bound);
        }

        LimitCheck.Conclude(finding, row, comparison, _options, row.Comparator == Comparator.Between ? bound : null);
        foreach (var other in tolerance.Beside)
            if (LimitCheck.TryCompare(other, comparison.Compared, out var also))
                finding.Step(
                    $"Beside it: {other.Citation}, {Words.ValueOf(other).English}, {Words.Of(other.Edition.Binding).English}, {Words.Of(other.Evidence).English}{(also.IsMet ? "" : ": not kept")}.",
                    $"另有：{other.Citation}，{Words.ValueOf(other).Chinese}，{Words.Of(other.Edition.Binding).Chinese}，{Words.Of(other.Evidence).Chinese}{(also.IsMet ? "" : "：不满足")}。");
        return finding;
    }

    private (Requirement? Row, IReadOnlyList<Requirement> Beside, IReadOnlyList<string> Missing) Row(string measurand, Circumstances known)
    {
        if (_edition is null)
        {
            var governing = _catalogue.Governing(measurand, _place, _date, known, _options);
            return (governing.Requirement, governing.Applicable.Where(row => row != governing.Requirement).ToList(), governing.Missing);
        }

        var missing = new List<string>();
        if (!_edition.Jurisdiction.Contains(_place) || !_edition.IsInForceOn(_date)) return (null, [], missing);
        foreach (var row in _edition.Requirements)
        {
            if (row.Kind != RequirementKind.Limit || row.Measurand.Key != measurand) continue;
            var match = row.AppliesTo(known, out var unknown);
            if (match == FacetMatch.Holds) return (row, [], []);
            foreach (var facet in unknown)
                if (!missing.Contains(facet)) missing.Add(facet);
        }

        return (null, [], missing.AsReadOnly());
    }

    // A note to a table widens the limits of its own edition only.
    private static Requirement? RoughFactor(Requirement row, Circumstances known) =>
        row.Edition.Requirements.FirstOrDefault(other => other is { Kind: RequirementKind.Factor, Measurand.Key: Measurands.Components.RoughFaceFactor } && other.AppliesTo(known, out _) == FacetMatch.Holds);

    private static Finding Begin(Tolerance tolerance, string subject, FindingOrigin? origin)
    {
        var finding = new Finding(tolerance.Requirement) { Subject = subject, Origin = origin, Unit = tolerance.Requirement?.Unit ?? "mm" };
        if (tolerance.Requirement is { } row)
        {
            LimitCheck.Cite(finding, row);
            finding.Rely(row);
        }

        if (tolerance.Widening is { } widening) finding.Rely(widening);
        return finding;
    }

    private static Finding Ask(Finding finding, IReadOnlyList<string> missing, Requirement? askedBy)
    {
        finding.Verdict = Verdict.Indeterminate;
        finding.Missing = missing;
        finding.Reason = Words.NotKnown(missing, askedBy);
        finding.Steps.Add(finding.Reason);
        return finding;
    }

    private static Finding Invalid(Finding finding, BilingualText reason)
    {
        finding.Verdict = Verdict.Invalid;
        finding.Reason = reason;
        finding.Steps.Add(reason);
        return finding;
    }

    /// <summary>Reads a formula as the tables write it: <c>L/750</c>, <c>H/30000+20</c>, and with <c>and 20</c> the smaller of the two.</summary>
    internal static bool TryRead(string formula, out (string Symbol, decimal Divisor, decimal Plus, decimal? Most) read)
    {
        read = default;
        var parts = formula.Replace(" and ", "&").Split('&');
        if (parts.Length > 2) return false;
        decimal? most = null;
        if (parts.Length == 2)
        {
            if (!TryNumber(parts[1], out var cap)) return false;
            most = cap;
        }

        var sum = parts[0].Split('+');
        decimal plus = 0;
        if (sum.Length > 2 || (sum.Length == 2 && !TryNumber(sum[1], out plus))) return false;
        var quotient = sum[0].Split('/');
        if (quotient.Length != 2 || quotient[0].Length != 1 || !TryNumber(quotient[1], out var divisor) || divisor <= 0) return false;
        read = (quotient[0], divisor, plus, most);
        return true;

        static bool TryNumber(string text, out decimal number) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}

/// <summary>A tolerance of the tables: the row, and its limits computed where it is a formula.</summary>
public sealed class Tolerance
{
    internal Tolerance(
        Requirement? requirement, IReadOnlyList<Requirement> beside, decimal? lower, decimal? upper, IReadOnlyList<string> missing, List<BilingualText> steps, Requirement? widening = null)
    {
        Requirement = requirement;
        Beside = beside;
        Lower = lower;
        Upper = upper;
        Missing = missing;
        Steps = steps;
        Widening = widening;
    }

    /// <summary>The row of the catalogue, or <see langword="null"/> if none applies or what decides is missing.</summary>
    public Requirement? Requirement { get; }

    /// <summary>The rows of other standards that apply as well and do not govern.</summary>
    public IReadOnlyList<Requirement> Beside { get; }

    /// <summary>The lower deviation in mm; <see langword="null"/> where only the amount is limited.</summary>
    public decimal? Lower { get; }

    /// <summary>The upper deviation, or the largest amount, in mm; <see langword="null"/> if it is not known.</summary>
    public decimal? Upper { get; }

    /// <summary>What is missing, by name; empty if the tolerance is known or none applies.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The row that widens the limits for rough faces, if it was used.</summary>
    public Requirement? Widening { get; }

    /// <summary>The edition of that day by name, and the one that replaced it, where its table is not held.</summary>
    internal (string Number, Edition ReplacedBy)? NotHeld { get; init; }

    internal List<BilingualText> Steps { get; }
}
