namespace GreenBuild.Standards;

/// <summary>The outcome of comparing a value with a limit, before evidence and circumstances are weighed.</summary>
public readonly struct LimitComparison : IEquatable<LimitComparison>
{
    internal LimitComparison(bool isMet, decimal compared, decimal limit, decimal margin, bool isDecidedByRounding)
    {
        IsMet = isMet;
        Compared = compared;
        Limit = limit;
        Margin = margin;
        IsDecidedByRounding = isDecidedByRounding;
    }

    /// <summary>Whether the value is on the right side of the limit.</summary>
    public bool IsMet { get; }

    /// <summary>The value that was compared, rounded if the requirement says so.</summary>
    public decimal Compared { get; }

    /// <summary>The limit that it was compared with.</summary>
    public decimal Limit { get; }

    /// <summary>How far the compared value is on the right side of the limit; negative on the wrong side.</summary>
    public decimal Margin { get; }

    /// <summary>Whether the unrounded value would have been judged the other way.</summary>
    public bool IsDecidedByRounding { get; }

    /// <inheritdoc/>
    public bool Equals(LimitComparison other) =>
        IsMet == other.IsMet && Compared == other.Compared && Limit == other.Limit && Margin == other.Margin && IsDecidedByRounding == other.IsDecidedByRounding;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LimitComparison other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Compared.GetHashCode() ^ Limit.GetHashCode();

    /// <summary>Whether both outcomes are equal.</summary>
    public static bool operator ==(LimitComparison left, LimitComparison right) => left.Equals(right);

    /// <summary>Whether the outcomes differ.</summary>
    public static bool operator !=(LimitComparison left, LimitComparison right) => !left.Equals(right);
}

/// <summary>The one place where a value is compared with a limit: library, analyzers and tool reach every verdict through it.</summary>
public static class LimitCheck
{
    /// <summary>Compares a value with a limit that stands by itself, without weighing evidence or circumstances. Allocates nothing.</summary>
    /// <param name="limit">A requirement of kind <see cref="RequirementKind.Limit"/>.</param>
    /// <param name="value">The unrounded value, in the unit of the limit.</param>
    /// <param name="comparison">The outcome.</param>
    /// <returns><see langword="false"/> if the requirement is no limit, its value is not known, or it is relative to another.</returns>
    public static bool TryCompare(Requirement limit, decimal value, out LimitComparison comparison)
    {
        comparison = default;
        if (limit.Kind != RequirementKind.Limit || limit.Value is not { } bound || limit.RelativeTo is not null) return false;
        comparison = Compare(limit, value, bound);
        return true;
    }

    /// <summary>Whether a value is on the right side of a limit; <see langword="false"/> also where nothing can be compared.</summary>
    internal static bool Meets(Requirement limit, decimal value)
    {
        if (limit.Kind != RequirementKind.Limit || limit.Value is not { } bound || limit.RelativeTo is not null) return false;
        var compared = limit.RoundingDigits is { } digits ? Gbt8170.Round(value, digits) : value;
        return Holds(limit.Comparator, compared, bound, limit.UpperValue ?? bound) != limit.IsTrigger;
    }

    /// <summary>Judges a value against a requirement that the caller has chosen.</summary>
    /// <param name="requirement">A limit.</param>
    /// <param name="value">The unrounded value, in <paramref name="unit"/>.</param>
    /// <param name="circumstances">
    /// What is known of the case. A facet that contradicts the requirement makes it <see cref="Verdict.NotApplicable"/>; one that
    /// is not given is assumed to fit, since the caller chose the requirement, and the explanation says so.
    /// </param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <param name="unit">The unit of the value; that of the limit if not given.</param>
    /// <returns><see cref="Verdict.Indeterminate"/> also if the value cannot be converted to the unit of the limit.</returns>
    public static Finding Judge(Requirement requirement, decimal value, Circumstances? circumstances = null, CheckOptions? options = null, string? unit = null) =>
        JudgeBut(requirement, value, circumstances ?? Circumstances.None, options ?? CheckOptions.Default, unit, settled: null);

    /// <summary>The same, where an exception of the requirement makes no difference any more.</summary>
    private static Finding JudgeBut(Requirement requirement, decimal value, Circumstances circumstances, CheckOptions options, string? unit, string? settled)
    {
        if (unit is not null && unit != requirement.Unit) return JudgeConverted(requirement, value, circumstances, options, unit);
        var finding = new Finding(requirement) { Measured = value, Unit = requirement.Unit };
        if (requirement.Kind != RequirementKind.Limit)
        {
            finding.Verdict = Verdict.NotApplicable;
            finding.Reason = new($"{requirement.Key} is not a limit.", $"{requirement.Key} 不是限值。");
            return finding;
        }

        Cite(finding, requirement);
        if (requirement.Edition.ValidUntil is { } end && circumstances.LocalTime is null && !circumstances.TryGetToken("dates", out _))
            finding.Step(
                $"{requirement.Edition.Number} lapses on {end}{(requirement.Edition.SupersededBy is { } successor ? $" and is replaced by {successor}" : "")}; no day was given, so it is applied as it was named.",
                $"{requirement.Edition.Number} 于 {end} 失效{(requirement.Edition.SupersededBy is { } next ? $"，由 {next} 代替" : "")}；未给出日期，按所指定的要求判定。");
        switch (requirement.AppliesTo(circumstances, settled, out var missing))
        {
            case FacetMatch.Fails:
                finding.Verdict = Verdict.NotApplicable;
                finding.Reason = NotApplying(circumstances);
                return finding;
            case FacetMatch.Unknown:
                finding.Step($"Taken as given: {string.Join(", ", missing)}.", $"视为成立：{Words.NamesOf(missing).Chinese}。");
                break;
        }

        if (requirement.Value is not { } bound)
        {
            finding.Verdict = Verdict.Indeterminate;
            finding.Missing = ["limit"];
            finding.Reason = new("The catalogue does not know the value of this limit.", "目录中没有该限值的数值。");
            return finding;
        }

        finding.Rely(requirement);
        if (requirement.RelativeTo is { } measurand)
        {
            var missingBase = FindBase(requirement, measurand, circumstances, out var baseLimit);
            if (baseLimit?.Value is not { } baseValue)
            {
                finding.Verdict = Verdict.Indeterminate;
                finding.Missing = missingBase;
                finding.Reason = new(
                    $"The limit that it is relative to is not determined: {string.Join(", ", missingBase)}.", $"无法确定其所依据的限值：{Words.NamesOf(missingBase).Chinese}。");
                return finding;
            }

            finding.Rely(baseLimit);
            finding.Step(
                $"Limit: {Words.Number(baseValue)} ({baseLimit.Citation}) {Words.Signed(bound)} = {Words.Number(baseValue + bound)} {Words.OfUnit(requirement.Unit)}.",
                $"限值：{Words.Number(baseValue)}（{baseLimit.Citation}）{Words.Signed(bound)} = {Words.Number(baseValue + bound)} {Words.OfUnit(requirement.Unit)}。");
            bound += baseValue;
        }

        var compared = Compare(requirement, value, bound);
        Conclude(finding, requirement, compared, options);
        if (!compared.IsMet && Allowance.Of(requirement) is { } allowance) LeaveToCount(finding, allowance);
        return finding;
    }

    /// <summary>One value above a limit that may be exceeded a number of times breaks nothing by itself.</summary>
    private static void LeaveToCount(Finding finding, Requirement allowance)
    {
        finding.Refer(allowance);
        finding.Verdict = Verdict.Indeterminate;
        finding.ProvisionalVerdict = null;
        finding.Missing = ["exceedances"];
        finding.Reason = new(
            $"It exceeds the limit; the number of exceedances decides: {Words.ValueOf(allowance).English} ({allowance.Citation}).",
            $"超过限值；是否违规取决于超标次数：{Words.ValueOf(allowance).Chinese}（{allowance.Citation}）。");
        finding.Steps.Add(finding.Reason);
    }

    /// <summary>Judges a value against the limit that governs in a place on a day.</summary>
    /// <param name="catalogue">The catalogue that is asked.</param>
    /// <param name="measurand">What was measured, for example <c>noise.site-boundary</c>.</param>
    /// <param name="value">The unrounded value, in <paramref name="unit"/>.</param>
    /// <param name="place">Where it was measured.</param>
    /// <param name="date">The local day on which it was measured.</param>
    /// <param name="circumstances">What is known of the case.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <param name="unit">The unit of the value; that of the limit if not given.</param>
    /// <returns>
    /// <see cref="Verdict.Indeterminate"/> if the value cannot be converted to the unit of the limit, or a facet on which it hangs whether a limit applies is not given; the finding names it. So is a measurand that is not known.
    /// </returns>
    public static Finding JudgeGoverning(
        StandardsCatalogue catalogue, string measurand, decimal value, Jurisdiction place, CalendarDate date, Circumstances circumstances, CheckOptions? options = null, string? unit = null)
    {
        // A misspelt key would be a limit that never applies.
        if (Vocabulary.FindMeasurand(measurand) is null)
        {
            var near = Suggestion.Ask(Suggestion.For(measurand, Vocabulary.Measurands.Select(static known => known.Key)));
            return new Finding(null)
            {
                Measured = value,
                Missing = ["measurand"],
                Reason = new($"'{measurand}' is no measurand that is known.{near.English}", $"“{measurand}”不是已知的被测量。{near.Chinese}"),
            };
        }

        // The same bare number would be read in the unit of whichever limit governs: an overlay in another unit could turn a verdict round.
        if (unit is null && Vocabulary.FindMeasurand(measurand) is { Units.Count: > 1 } several && several.Units.Any(other => !MeasurementUnit.TryConvert(1, other, several.Units[0], out var same) || same != 1))
        {
            var units = string.Join(", ", several.Units);
            return new Finding(null)
            {
                Measured = value,
                Missing = ["unit"],
                Reason = new($"The unit was not given; {measurand} is limited in {units}.", $"未给出单位；{measurand} 的限值单位有 {units}。"),
            };
        }

        var governing = catalogue.Governing(measurand, place, date, circumstances, options);
        if (governing.Requirement is not { } limit)
        {
            var finding = new Finding(null) { Measured = value, Missing = governing.Missing };
            if (governing.Missing.Count == 0 && catalogue.PartlyKnown(measurand, place, date, circumstances) is { Count: > 0 } partial)
            {
                var numbers = partial.Select(static edition => edition.Number).ToList();
                finding.Verdict = Verdict.Indeterminate;
                finding.Missing = ["limit"];
                finding.Reason = new(
                    $"In force, and only a part of the rules is known, none of them on this case: {string.Join(", ", numbers)}.", $"已施行但仅收录部分条文，其中没有适用于此情形的要求：{string.Join("、", numbers)}。");
                finding.Steps.Add(finding.Reason);
                return finding;
            }

            finding.Verdict = governing.Missing.Count > 0 ? Verdict.Indeterminate : Verdict.NotApplicable;
            finding.Reason = governing.Missing.Count > 0
                ? Words.NotKnown(governing.Missing)
                : new(
                    $"No limit of {measurand} applies in {place.Code} on {date}; thresholds at which a duty starts are judged by their own key.",
                    $"{place.Name.Chinese} 在 {date} 没有适用的“{Vocabulary.FindMeasurand(measurand)?.Title.Chinese ?? measurand}”限值；触发义务的阈值请按其键单独判定。");
            return finding;
        }

        var result = Judge(limit, value, StandardsCatalogue.WithPlaceAndDate(circumstances, place, date), options, unit);
        MentionOthers(result, governing);
        // A floor beside a ceiling binds as well: the worse of the two is the answer.
        foreach (var beside in governing.Beside)
        {
            if (result.Verdict != Verdict.Compliant) break;
            var other = Judge(beside, value, StandardsCatalogue.WithPlaceAndDate(circumstances, place, date), options, unit);
            if (other.Verdict == Verdict.Compliant) continue;
            MentionOthers(other, governing);
            result = other;
        }

        return result;
    }

    /// <summary>Judges a value of a place and a day against a requirement that the caller has chosen.</summary>
    /// <param name="requirement">A limit.</param>
    /// <param name="value">The unrounded value, in <paramref name="unit"/>.</param>
    /// <param name="place">Where it was measured.</param>
    /// <param name="date">The local day on which it was measured.</param>
    /// <param name="circumstances">What else is known of the case, as for <see cref="Judge"/>.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <param name="unit">The unit of the value; that of the limit if not given.</param>
    /// <returns><see cref="Verdict.NotApplicable"/> also if the edition is not in force on the day, or applies elsewhere.</returns>
    public static Finding JudgeAt(
        Requirement requirement, decimal value, Jurisdiction place, CalendarDate date, Circumstances? circumstances = null, CheckOptions? options = null, string? unit = null)
    {
        if (NotInForce(requirement, place, date) is not { } none) return Judge(requirement, value, StandardsCatalogue.WithPlaceAndDate(circumstances ?? Circumstances.None, place, date), options, unit);
        (none.Measured, none.Unit) = (value, unit ?? requirement.Unit);
        return none;
    }

    /// <summary>Judges a value that reaches a limit which gives way to another figure: whatever the other is, it makes no difference any more.</summary>
    /// <param name="requirement">A limit in force.</param>
    /// <param name="value">The value, in the unit of the limit.</param>
    /// <param name="circumstances">What is known, the place and the day among it.</param>
    /// <param name="options">The evidence floor.</param>
    /// <param name="settled">The facet of the exception.</param>
    internal static Finding JudgeWhateverElse(Requirement requirement, decimal value, Circumstances circumstances, CheckOptions? options, string settled) =>
        JudgeBut(requirement, value, circumstances, options ?? CheckOptions.Default, null, settled);

    /// <summary>The finding that a requirement does not apply to what is known; nothing was measured.</summary>
    internal static Finding DoesNotApply(Requirement requirement, Circumstances circumstances) => new(requirement) { Verdict = Verdict.NotApplicable, Unit = requirement.Unit, Reason = NotApplying(circumstances) };

    private static BilingualText NotApplying(Circumstances circumstances) => new($"It does not apply: {circumstances}.", $"不适用：{circumstances}。");

    /// <summary>The finding that the edition of a requirement is not in force, or applies elsewhere; <see langword="null"/> if it is in force. Nothing was measured.</summary>
    internal static Finding? NotInForce(Requirement requirement, Jurisdiction place, CalendarDate date)
    {
        var edition = requirement.Edition;
        if (edition.Jurisdiction.Contains(place) && edition.IsInForceOn(date)) return null;
        var reason = edition.Jurisdiction.Contains(place)
            ? new BilingualText(
                $"{edition.Number} is not in force on {date} (from {edition.CountsFrom?.ToString() ?? "?"} until {edition.ValidUntil?.ToString() ?? "–"}).",
                $"{edition.Number} 在 {date} 未施行（自 {edition.CountsFrom?.ToString() ?? "?"} 至 {edition.ValidUntil?.ToString() ?? "–"}）。")
            : new BilingualText(
                $"{edition.Number} applies in {edition.Jurisdiction.Name.English}, not in {place.Name.English}.",
                $"{edition.Number} 适用于{edition.Jurisdiction.Name.Chinese}，不适用于{place.Name.Chinese}。");
        return new Finding(requirement) { Unit = requirement.Unit, Verdict = Verdict.NotApplicable, Reason = reason };
    }

    private static Finding JudgeConverted(Requirement requirement, decimal value, Circumstances circumstances, CheckOptions options, string unit)
    {
        if (!MeasurementUnit.TryConvert(value, unit, requirement.Unit, out var converted))
        {
            return new Finding(requirement)
            {
                Measured = value,
                Unit = unit,
                Missing = ["unit"],
                Reason = new($"{unit} cannot be converted to {requirement.Unit}.", $"{unit} 不能换算为 {requirement.Unit}。"),
            };
        }

        var finding = Judge(requirement, converted, circumstances, options);
        var equation = $"{Words.Number(value)} {Words.OfUnit(unit)} = {Words.Number(converted)} {Words.OfUnit(requirement.Unit)}";
        finding.Steps.Insert(0, new BilingualText(equation + ".", equation + "。"));
        return finding;
    }

    /// <summary>States what else applies beside the limit that governs.</summary>
    internal static void MentionOthers(Finding finding, GoverningLimit governing)
    {
        foreach (var other in governing.Applicable)
        {
            if (other == finding.Requirement) continue;
            var from = other.Edition.Overlay is { } overlay ? " (" + overlay + ")" : "";
            var isBroken = IsBroken(other);
            finding.Step(
                $"Beside it: {other.Citation}{from}, {Words.ValueOf(other).English}, {Words.Of(other.Edition.Binding).English}, {Words.Of(other.Evidence).English}; the one applied governs{(isBroken ? ", but the value does not keep this one" : "")}.",
                $"另有：{other.Citation}{from}，{Words.ValueOf(other).Chinese}，{Words.Of(other.Edition.Binding).Chinese}，{Words.Of(other.Evidence).Chinese}；以所适用者为准{(isBroken ? "，但该数值不满足此项" : "")}。");
        }

        // What is stricter and only recommended, or not confirmed, decides nothing; but who keeps the one applied should know.
        bool IsBroken(Requirement other) =>
            finding is { Verdict: Verdict.Compliant, Measured: { } measured } && MeasurementUnit.TryConvert(measured, finding.Unit, other.Unit, out var converted)
            && TryCompare(other, converted, out var comparison) && !comparison.IsMet;
    }

    /// <summary>States what is applied.</summary>
    internal static void Cite(Finding finding, Requirement requirement)
    {
        var edition = requirement.Edition;
        var validity = Words.ValidityOf(edition);
        // A second stage begins later than its edition.
        if (requirement.Condition("dates") is { Spans: [{ IsYearly: false } span] } && span.Start > DateTime.MinValue && CalendarDate.FromDateTime(span.Start) is var stage && stage > edition.CountsFrom)
            validity = new($"{validity.English}, this limit from {stage}", $"{validity.Chinese}，本限值自 {stage} 起");
        var binding = edition.Binding == BindingForce.Mandatory ? new BilingualText("", "") : new("; recommended, not binding by law", "；推荐性，不具强制力");
        if (edition.Overlay is { } overlay) finding.Step($"From the overlay {overlay}, beside the built-in catalogue.", $"来自叠加文件 {overlay}，不属于内置目录。");
        finding.Step(
            $"Applied: {requirement.Citation}, {requirement.Title.English}: {Words.ValueOf(requirement).English}; in force {validity.English}; {Words.Of(requirement.Evidence).English}{binding.English}.",
            $"依据：{requirement.Citation}，{requirement.Title.In(Language.Chinese)}：{Words.ValueOf(requirement).Chinese}；{validity.Chinese}；{Words.Of(requirement.Evidence).Chinese}{binding.Chinese}。");
    }

    /// <summary>Compares, rounding first if the requirement says so.</summary>
    internal static LimitComparison Compare(Requirement requirement, decimal value, decimal bound) => Compare(requirement, value, bound, requirement.UpperValue ?? bound);

    /// <summary>Compares with ends that were found otherwise: widened ones of a row with two.</summary>
    internal static LimitComparison Compare(Requirement requirement, decimal value, decimal bound, decimal upper)
    {
        var compared = requirement.RoundingDigits is { } digits ? Gbt8170.Round(value, digits) : value;
        var isMet = Holds(requirement.Comparator, compared, bound, upper) != requirement.IsTrigger;
        var margin = requirement.Comparator switch
        {
            Comparator.LessThan or Comparator.LessThanOrEqual => Difference(bound, compared),
            Comparator.Between => Math.Min(Difference(compared, bound), Difference(upper, compared)),
            Comparator.Equal => -Math.Abs(Difference(compared, bound)),
            _ => Difference(compared, bound),
        };
        if (requirement.IsTrigger) margin = -margin;
        var isMetUnrounded = Holds(requirement.Comparator, value, bound, upper) != requirement.IsTrigger;
        return new LimitComparison(isMet, compared, bound, margin, isMet != isMetUnrounded);
    }

    /// <summary>Writes the outcome of a comparison into a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="requirement">The requirement.</param>
    /// <param name="comparison">The outcome.</param>
    /// <param name="options">The evidence floor.</param>
    /// <param name="upperLimit">The upper end that was compared with, where it is not that of the requirement.</param>
    internal static void Conclude(Finding finding, Requirement requirement, LimitComparison comparison, CheckOptions options, decimal? upperLimit = null)
    {
        finding.Compared = comparison.Compared;
        finding.Limit = comparison.Limit;
        finding.UpperLimit = upperLimit ?? requirement.UpperValue;
        finding.Margin = comparison.Margin;
        finding.RoundingDigits = requirement.RoundingDigits;
        var (compared, units) = (Words.Compared(comparison.Compared, comparison.Limit), Words.Behind(requirement.Unit));
        var (unit, unitZh) = (units.English, units.Chinese);
        var limit = finding.UpperLimit is { } upper ? Words.Between(comparison.Limit, upper) : Words.Number(comparison.Limit);
        if (requirement.RoundingDigits is { } digits)
        {
            finding.Step(
                $"Rounded by GB/T 8170 to {digits} decimals, half to even: {compared}{unit}.{(comparison.IsDecidedByRounding ? " The rounding decides." : "")}",
                $"按 GB/T 8170 修约到 {digits} 位小数（四舍六入五成双）：{compared}{unitZh}。{(comparison.IsDecidedByRounding ? "修约决定结论。" : "")}");
        }

        var sign = Words.Of(requirement.Comparator);
        var holds = comparison.IsMet != requirement.IsTrigger;
        var found = Words.Of(requirement.Comparator, holds);
        finding.Step(
            $"{compared} {found} {limit}{unit}: {(holds ? "" : sign + " ")}{(holds ? "holds" : "does not hold")}{(requirement.IsTrigger ? " (the consequence starts where it holds)" : "")}.",
            $"{compared} {found} {limit}{unitZh}：{(holds ? "" : sign + " ")}{(holds ? "成立" : "不成立")}{(requirement.IsTrigger ? "（成立时产生后果）" : "")}。");
        finding.Reason = new(
            $"{compared}{unit} against {sign} {limit}{unit} ({requirement.Citation}).", $"{compared}{unitZh}，限值 {sign} {limit}{unitZh}（{requirement.Citation}）。");
        finding.Conclude(comparison.IsMet ? Verdict.Compliant : Verdict.NonCompliant, options);
    }

    /// <summary>Which of two limits on one quantity is the stricter: the engine's only answer to that.</summary>
    /// <returns>
    /// Negative if what the first allows is allowed by the second as well, positive for the reverse, 0 if they allow the same; <see langword="null"/>
    /// if neither can be said: one bounds above and the other below, a value is not known, or the units do not convert.
    /// </returns>
    internal static int? CompareStrictness(Requirement first, Requirement second)
    {
        if (first.RelativeTo != second.RelativeTo || first.Value is not { } value || second.Value is not { } other) return null;
        return CompareStrictness(first, value, second, other);
    }

    /// <summary>The same for limits whose values are known otherwise: relative ones, whose base has been found.</summary>
    internal static int? CompareStrictness(Requirement first, decimal value, Requirement second, decimal other)
    {
        if (SideOf(first) != SideOf(second)) return null;
        if (!MeasurementUnit.TryConvert(other, second.Unit, first.Unit, out other)) return null;
        switch (first.Comparator)
        {
            case Comparator.Between:
                if (first.UpperValue is not { } upper || second.UpperValue is not { } otherUpper || !MeasurementUnit.TryConvert(otherUpper, second.Unit, first.Unit, out otherUpper)) return null;
                var (low, high) = (other.CompareTo(value), upper.CompareTo(otherUpper));
                return low == high || low == 0 ? high : high == 0 ? low : null;
            case Comparator.Equal:
                return value == other ? 0 : null;
            case Comparator.GreaterThan or Comparator.GreaterThanOrEqual:
                return other.CompareTo(value) is var order and not 0 ? order : Exclusive(second).CompareTo(Exclusive(first));
            default:
                return value.CompareTo(other) is var below and not 0 ? below : Exclusive(second).CompareTo(Exclusive(first));
        }

        static bool Exclusive(Requirement limit) => limit.Comparator is Comparator.LessThan or Comparator.GreaterThan;
    }

    /// <summary>Whether all that one limit allows is allowed by another on the same side, with what rounding lets through: a limit of 0.08 that is compared in whole numbers allows 0.5.</summary>
    /// <param name="limit">The one.</param>
    /// <param name="bound">Its value; of a relative one with its base.</param>
    /// <param name="other">The other, in a unit that converts.</param>
    /// <param name="otherBound">Its value.</param>
    internal static bool AllowsNoMore(Requirement limit, decimal bound, Requirement other, decimal otherBound) =>
        SideOf(limit) is 0 or 1
            ? MeasurementUnit.TryConvert(LastMet(limit, bound), limit.Unit, other.Unit, out var last) && Compare(other, last, otherBound).IsMet
            : CompareStrictness(limit, bound, other, otherBound) is <= 0;

    /// <summary>The last value that keeps a limit with one bound; where there is none, one just before the first that does not.</summary>
    private static decimal LastMet(Requirement limit, decimal bound)
    {
        const decimal Beside = 1e-12m;
        var outward = SideOf(limit) == 0 ? 1 : -1;
        var last = bound;
        if (limit.RoundingDigits is { } digits)
        {
            // The last rounded number that keeps it, and half a unit more: whether that goes back to it, its last digit says.
            var unit = 2 * Gbt8170.HalfUnit(digits);
            last = decimal.Floor(bound / unit) * unit;
            if (!Holds(limit.Comparator, last, bound, bound)) last -= outward * unit;
            last += outward * unit / 2;
        }

        return Compare(limit, last, bound).IsMet ? last : last - (outward * Beside);
    }

    /// <summary>The number that a value is compared with: that of the limit, or of a relative one base and offset; <see langword="null"/> if the base is not determined.</summary>
    internal static decimal? BoundOf(Requirement limit, Circumstances circumstances)
    {
        if (limit.RelativeTo is not { } measurand) return limit.Value;
        FindBase(limit, measurand, circumstances, out var found);
        return limit.Value + found?.Value;
    }

    /// <summary>From which side a limit bounds: limits of different sides never replace each other.</summary>
    internal static int SideOf(Requirement limit) => limit.Comparator switch
    {
        Comparator.GreaterThan or Comparator.GreaterThanOrEqual => 1,
        Comparator.Between => 2,
        Comparator.Equal => 3,
        _ => 0,
    };

    // Measured data never throws: beyond what a decimal holds a margin stays at its end.
    private static decimal Difference(decimal a, decimal b)
    {
        const decimal Far = 1e27m;
        if (a is < Far and > -Far && b is < Far and > -Far) return a - b;
        return ((double)a - (double)b) switch { >= 7.9e28 => decimal.MaxValue, <= -7.9e28 => decimal.MinValue, _ => a - b };
    }

    internal static bool Holds(Comparator comparator, decimal value, decimal bound, decimal upper) => comparator switch
    {
        Comparator.LessThan => value < bound,
        Comparator.LessThanOrEqual => value <= bound,
        Comparator.GreaterThan => value > bound,
        Comparator.Between => value >= bound && value <= upper,
        Comparator.Equal => value == bound,
        _ => value >= bound,
    };

    private static List<string> FindBase(Requirement relative, Measurand measurand, Circumstances circumstances, out Requirement? found)
    {
        // What the relative requirement itself fixes (night) holds for its base as well.
        foreach (var condition in relative.Conditions)
            if (!condition.IsException && condition.Type == FacetType.Token && condition.Values.Count == 1 && !circumstances.TryGetToken(condition.Facet, out _))
                circumstances = circumstances.With(condition.Facet, condition.Values[0]);

        found = null;
        var missing = new List<string>();
        foreach (var candidate in relative.Edition.Requirements)
        {
            if (candidate.Kind != RequirementKind.Limit || candidate.Measurand != measurand || candidate.RelativeTo is not null) continue;
            switch (candidate.AppliesTo(circumstances, out var unknown))
            {
                case FacetMatch.Holds when found is null:
                    found = candidate;
                    break;
                case FacetMatch.Unknown:
                    foreach (var facet in unknown)
                        if (!missing.Contains(facet)) missing.Add(facet);
                    break;
            }
        }

        if (missing.Count == 0 && found is null) missing.Add(measurand.Key);
        return missing;
    }
}
