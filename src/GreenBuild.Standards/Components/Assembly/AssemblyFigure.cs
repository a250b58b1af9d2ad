namespace GreenBuild.Standards.Components;

/// <summary>A share or score of prefabrication with the definition that it was computed by: an assembly rate is not a precast ratio, nor is one place's that of another.</summary>
/// <remarks>
/// Precast ratio (预制率) is precast concrete over all concrete, by volume; assembly rate (装配率) is a score of structure, walls, fit-out and services by GB/T 51129-2017,
/// was a share of parts by the edition of 2015, and is again something else in Shanghai. A figure is judged by rows on its own measurand only.
/// </remarks>
public sealed record AssemblyFigure
{
    private const string ItemMinimums = "itemMinimums";

    private AssemblyFigure(string measurand, decimal value)
    {
        Measurand = Vocabulary.FindMeasurand(measurand)!;
        Value = value;
    }

    /// <summary>By which definition it was computed.</summary>
    public Measurand Measurand { get; }

    /// <summary>The value, in per cent, or in points for a score.</summary>
    public decimal Value { get; }

    /// <summary>The assembly rate P by GB/T 51129-2017, in per cent.</summary>
    public static AssemblyFigure AssemblyRate(decimal percent) => new(Measurands.Components.AssemblyRate, percent);

    /// <summary>The assembly rate by GB/T 51129-2015, in per cent.</summary>
    public static AssemblyFigure AssemblyRate2015(decimal percent) => new(Measurands.Components.AssemblyRate2015, percent);

    /// <summary>The assembly rate of a single building as the rules of the place compute it, in per cent.</summary>
    public static AssemblyFigure LocalAssemblyRate(decimal percent) => new(Measurands.Components.LocalAssemblyRate, percent);

    /// <summary>The precast ratio (预制率) by GB/T 51129-2015, in per cent.</summary>
    public static AssemblyFigure PrecastRatio(decimal percent) => new(Measurands.Components.PrecastRatio, percent);

    /// <summary>The precast ratio (预制率) of a single building as the rules of the place compute it, in per cent.</summary>
    public static AssemblyFigure LocalPrecastRatio(decimal percent) => new(Measurands.Components.LocalPrecastRatio, percent);

    /// <summary>The technical score of Shenzhen's scoring rules, in points.</summary>
    public static AssemblyFigure TechnicalScore(decimal points) => new(Measurands.Components.TechnicalScore, points);

    /// <summary>The prefabricated share of the new building area of a region in a year, in per cent: a statistic, of no single building.</summary>
    public static AssemblyFigure PrefabricatedShare(decimal percent) => new(Measurands.Components.PrefabricatedShare, percent);

    /// <summary>The pre-manufactured value of a building in the United Kingdom, in per cent; see <see cref="PreManufacturedValue"/>.</summary>
    public static AssemblyFigure Pmv(decimal percent) => new(Measurands.Components.Pmv, percent);

    /// <summary>The share of a programme's homes that are built by modern methods of construction, in per cent.</summary>
    public static AssemblyFigure MmcHomeShare(decimal percent) => new(Measurands.Components.MmcHomeShare, percent);

    /// <summary>A precast ratio from volumes: precast / (precast + cast), of the concrete above outdoor ground level, by the rules of the place.</summary>
    /// <param name="precast">The precast concrete in m3.</param>
    /// <param name="cast">The concrete cast on the site in m3.</param>
    /// <returns><see langword="null"/> where the volumes are no such volumes: negative, or both zero.</returns>
    /// <remarks>Shanghai's method 1 (沪建建材〔2019〕765号) for concrete structures; the tables of its method 2 are not held.</remarks>
    public static AssemblyFigure? LocalPrecastRatioOf(decimal precast, decimal cast) => ShareOf(precast, cast) is { } share ? LocalPrecastRatio(share) : null;

    /// <summary>The same by GB/T 51129-2015.</summary>
    /// <param name="precast">The precast concrete in m3.</param>
    /// <param name="cast">The concrete cast on the site in m3.</param>
    /// <returns><see langword="null"/> where the volumes are no such volumes: negative, or both zero.</returns>
    public static AssemblyFigure? PrecastRatioOf(decimal precast, decimal cast) => ShareOf(precast, cast) is { } share ? PrecastRatio(share) : null;

    /// <summary>Judges the figure against a row that the caller has chosen.</summary>
    /// <param name="requirement">A limit.</param>
    /// <param name="circumstances">What is known of the case, as for <see cref="LimitCheck.Judge"/>.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns><see cref="Verdict.Invalid"/> if the row is on another measurand: the numbers are then of different quantities, however alike they look.</returns>
    public Finding Judge(Requirement requirement, Circumstances? circumstances = null, CheckOptions? options = null)
    {
        if (requirement.Measurand == Measurand) return BadValue(requirement) ?? NotBrokenFromAbove(LimitCheck.Judge(requirement, Value, circumstances, options));
        var finding = new Finding(requirement) { Verdict = Verdict.Invalid, Measured = Value, Unit = Measurand.Units[0] };
        var (own, asked) = (Measurand.Title, requirement.Measurand.Title);
        finding.Reason = new(
            $"{this} is a figure of another kind: {own.English}; {Words.ValueOf(requirement).English} is asked of: {asked.English}. The one is not compared with the other.",
            $"{this} 属于另一指标“{own.Chinese}”；{Words.ValueOf(requirement).Chinese} 针对“{asked.Chinese}”。二者不可比较。");
        finding.Steps.Add(finding.Reason);
        return finding;
    }

    /// <summary>Judges figures by the rules that are in force in a place on a day, whatever its thresholds are called.</summary>
    /// <param name="figures">The figures that are known, one of a kind.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    /// <param name="known">What else is known: <c>promotionArea</c> and <c>structureType</c> in Yunnan, <c>itemMinimums</c> in Shenzhen, <c>affordableHomesProgramme</c> in the United Kingdom, <c>regionLevel</c> and <c>targetYear</c> for targets of policy.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>
    /// One finding for each figure. Where a place accepts one of two figures (Shanghai: precast ratio or assembly rate), the one that is not needed is
    /// <see cref="Verdict.NotApplicable"/>, and one that is not reached while the other is not given is <see cref="Verdict.Indeterminate"/>. Two of one kind are <see cref="Verdict.Invalid"/>.
    /// Limits of a place that are not held leave its own figures <see cref="Verdict.Indeterminate"/>. While two sets of rules run beside each other, what breaks the newer asks for
    /// <c>editionChosen</c>: who chose the newer judges by its row (<see cref="Judge"/>). A rate above the band of a grade breaks nothing; one between two bands asks for <c>gradeRounding</c>.
    /// </returns>
    public static IReadOnlyList<Finding> JudgeIn(
        IReadOnlyList<AssemblyFigure> figures, Jurisdiction place, CalendarDate date, Circumstances? known = null, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        known ??= Circumstances.None;
        var several = new HashSet<Measurand>(figures.GroupBy(static figure => figure.Measurand).Where(static kind => kind.Count() > 1).Select(static kind => kind.Key));
        foreach (var figure in figures)
        {
            // What is no value of its kind reaches nothing.
            if (figure.BadValue(null) is not null || several.Contains(figure.Measurand)) continue;
            if (figure.Measurand.Key == Measurands.Components.LocalAssemblyRate) known = known.With("localAssemblyRate", figure.Value);
            if (figure.Measurand.Key == Measurands.Components.LocalPrecastRatio) known = known.With("localPrecastRatio", figure.Value);
        }

        return figures.Select(figure => several.Contains(figure.Measurand) ? figure.OneOfSeveral() : figure.JudgeAlone(place, date, known, catalogue, options)).ToList().AsReadOnly();
    }

    /// <summary>Value and unit.</summary>
    public override string ToString() => Words.Level(Value) + (Measurand.Units[0] == "%" ? " %" : "");

    private Finding JudgeAlone(Jurisdiction place, CalendarDate date, Circumstances known, StandardsCatalogue catalogue, CheckOptions? options)
    {
        if (BadValue(null) is { } bad) return bad;
        if (Measurand.Key == Measurands.Components.PrefabricatedShare && place.Parent is not null && known.TryGetToken("regionLevel", out var level) && level == "national")
        {
            return new Finding(null)
            {
                Verdict = Verdict.NotApplicable,
                Subject = WordOf(Measurand),
                Measured = Value,
                Unit = Measurand.Units[0],
                Reason = new($"A national figure is held against no part of the country: {place.Name.English}.", $"全国性指标不用于评判单个地区：{place.Name.Chinese}。"),
            };
        }

        // Of a total the mark itself is asked first; whether it counts is asked after.
        var counted = Measurand.Key == Measurands.Components.TechnicalScore ? known.With(ItemMinimums, "true") : known;
        var finding = JudgeEither(place, date, known, catalogue, options) ?? LimitCheck.JudgeGoverning(catalogue, Measurand.Key, Value, place, date, counted, options);
        finding.Subject = WordOf(Measurand);
        if (Measurand.Key is Measurands.Components.LocalAssemblyRate or Measurands.Components.LocalPrecastRatio)
            return finding.Requirement is null ? LimitsNotHeld(finding, place, date, catalogue) : AskWhichEdition(finding, place, date);
        if (Measurand.Key == Measurands.Components.AssemblyRate) return NotBrokenFromAbove(finding);
        return Measurand.Key == Measurands.Components.TechnicalScore ? WithItemMinimums(finding, place, date, known, catalogue, options ?? CheckOptions.Default) : finding;
    }

    /// <summary>A figure by the rules of the place has rules: that the catalogue holds no limit of them does not say that there is none.</summary>
    private Finding LimitsNotHeld(Finding finding, Jurisdiction place, CalendarDate date, StandardsCatalogue catalogue)
    {
        if (!Jurisdiction.China.Contains(place) || (finding.Verdict != Verdict.NotApplicable && finding.Missing is not ["limit"])) return finding;
        var known = StandardsCatalogue.WithPlaceAndDate(Circumstances.None.With("standardSubject", "assessment"), place, date);
        var names = new List<string>();
        if (catalogue.NotHeld(Measurand.Key, place, date) is var (number, _)) names.Add(number);
        foreach (var row in catalogue.InForce(Measurands.Components.EditionToUse, place, date))
        {
            if (row.Setting is not { } edition || row.AppliesTo(known, out _) != FacetMatch.Holds) continue;
            if (!names.Contains(edition)) names.Add(edition);
            finding.Refer(row);
        }

        var reason = names.Count > 0
            ? new BilingualText($"The limits of {place.Name.English} on {date} are not held: {string.Join(", ", names)}.", $"{place.Name.Chinese} 在 {date} 的限值未收录：{string.Join("、", names)}。")
            : new BilingualText($"What {place.Name.English} asks on {date} is not held.", $"{place.Name.Chinese} 在 {date} 的要求未收录。");
        ComputedFinding.Withdraw(finding, Verdict.Indeterminate, ["limit"], reason);
        return finding;
    }

    /// <summary>Where an older set of rules can still be chosen, a breach of the newer one is none of a building that chose the older.</summary>
    private static Finding AskWhichEdition(Finding finding, Jurisdiction place, CalendarDate date)
    {
        var edition = finding.Edition!;
        var known = StandardsCatalogue.WithPlaceAndDate(Circumstances.None, place, date);
        if (edition.Requirements.FirstOrDefault(row => row.Measurand.Key == Measurands.Components.EditionToUse && row.Setting is { } other && other != edition.Number && row.AppliesTo(known, out _) == FacetMatch.Holds) is not { } parallel) return finding;
        finding.Refer(parallel);
        var step = new BilingualText(
            $"{parallel.Setting} could be chosen as well on that day, and its limits are not held ({parallel.Title.English}).", $"该日亦可选用 {parallel.Setting}，其限值未收录（{parallel.Title.Chinese}）。");
        if (finding.Decided == Verdict.NonCompliant) ComputedFinding.Withdraw(finding, Verdict.Indeterminate, ["editionChosen"], step);
        else finding.Steps.Add(step);
        return finding;
    }

    /// <summary>A rate above the band of a grade has a higher grade and breaks nothing; one between two bands belongs to neither by the text, and the caller says how it is rounded.</summary>
    private Finding NotBrokenFromAbove(Finding finding)
    {
        if (finding.Requirement is not { } row || AssemblyRules.GradeOf(row) == AssemblyGrade.None || finding.Decided != Verdict.NonCompliant) return finding;
        var bands = AssemblyRules.Bands(row.Edition);
        var (grade, isInGap) = AssemblyRules.GradeAt(bands, Value);
        if (isInGap)
        {
            // Of the two bands beside the gap nobody knows; those farther up are missed, those farther down passed.
            var below = bands.FindLastIndex(band => band.Value <= Value);
            if (row == bands[below] || (below + 1 < bands.Count && row == bands[below + 1]))
            {
                ComputedFinding.Withdraw(finding, Verdict.Indeterminate, ["gradeRounding"], Words.BetweenGrades(ToString(), bands));
                return finding;
            }

            grade = AssemblyRules.GradeOf(bands[below]);
        }

        if (grade <= AssemblyRules.GradeOf(row)) return finding;
        var name = isInGap ? new("higher", "更高") : Words.Of(grade);
        ComputedFinding.Withdraw(finding, Verdict.NotApplicable, [], new($"{this}: {name.English}, above {row.Title.English}.", $"{this}：{name.Chinese}，高于{row.Title.Chinese}。"));
        return finding;
    }

    /// <summary>A total counts only where every item reaches its own minimum (Shenzhen, 2(1)); the minimums themselves are in no source, so it is the caller who says so.</summary>
    private static Finding WithItemMinimums(Finding total, Jurisdiction place, CalendarDate date, Circumstances known, StandardsCatalogue catalogue, CheckOptions options)
    {
        if (catalogue.InForce(Measurands.Components.ItemMinimumScore, place, date) is not [var rule, ..]) return total;
        var isReached = total.Decided == Verdict.Compliant;
        if (known.TryGetToken(ItemMinimums, out var areReached) && areReached == "false")
        {
            // The rule on the items breaks it, whatever the mark is known by.
            var broken = new Finding(rule) { Subject = total.Subject, Measured = total.Measured, Unit = total.Unit };
            broken.Rely(rule);
            broken.Reason = isReached
                ? new($"The total is reached, but an item does not reach its own minimum ({rule.Citation}).", $"总分已达到，但有技术项未达到最低分值（{rule.Citation}）。")
                : new($"An item does not reach its own minimum ({rule.Citation}).", $"有技术项未达到最低分值（{rule.Citation}）。");
            broken.Steps.Add(broken.Reason);
            broken.Conclude(Verdict.NonCompliant, options);
            return broken;
        }

        if (!isReached) return total;
        total.Refer(rule);
        if (areReached == "true")
        {
            total.Step($"Every item reaches its own minimum, it is said ({rule.Citation}).", $"据称各技术项均达到最低分值（{rule.Citation}）。");
            return total;
        }

        (total.Verdict, total.ProvisionalVerdict, total.Missing) = (Verdict.Indeterminate, null, [ItemMinimums]);
        total.Reason = new($"The total is reached; whether every item reaches its own minimum is not known ({rule.Citation}).", $"总分已达到；各技术项是否均达到最低分值未知（{rule.Citation}）。");
        total.Steps.Add(total.Reason);
        return total;
    }

    /// <summary>Judges by a row that gives way where another figure is reached: either of the two is enough, so what is reached is reached, whatever the other is.</summary>
    private Finding? JudgeEither(Jurisdiction place, CalendarDate date, Circumstances known, StandardsCatalogue catalogue, CheckOptions? options)
    {
        foreach (var row in catalogue.InForce(Measurand.Key, place, date))
        {
            if (row.Kind != RequirementKind.Limit || row.Conditions.FirstOrDefault(static condition => condition.IsException && condition.Facet is "localAssemblyRate" or "localPrecastRatio") is not { } other) continue;
            var isReached = LimitCheck.Meets(row, Value);
            if (!isReached && other.Match(known) != FacetMatch.Holds) continue;
            var all = StandardsCatalogue.WithPlaceAndDate(known, place, date);
            var finding = isReached ? LimitCheck.JudgeWhateverElse(row, Value, all, options, other.Facet) : LimitCheck.Judge(row, Value, all, options);
            var title = Words.Of(other);
            finding.Step($"Either of two figures is enough ({title.English}).", $"两项指标满足其一即可（{title.Chinese}）。");
            return finding;
        }

        return null;
    }

    private Finding OneOfSeveral()
    {
        var finding = new Finding(null) { Verdict = Verdict.Invalid, Subject = WordOf(Measurand), Measured = Value, Unit = Measurand.Units[0] };
        finding.Reason = new($"More than one figure is given of: {Measurand.Title.English}.", $"给出了多个“{Measurand.Title.Chinese}”。");
        finding.Steps.Add(finding.Reason);
        return finding;
    }

    private static string WordOf(Measurand measurand) => measurand.Key.Substring(measurand.Key.IndexOf('.') + 1);

    private Finding? BadValue(Requirement? requirement)
    {
        if (Value >= 0 && (Measurand.Units[0] != "%" || Value <= 100)) return null;
        return new Finding(requirement)
        {
            Verdict = Verdict.Invalid,
            Subject = WordOf(Measurand),
            Measured = Value,
            Unit = Measurand.Units[0],
            Reason = new($"{this} is no value of: {Measurand.Title.English}.", $"{this} 不是“{Measurand.Title.Chinese}”的有效值。"),
        };
    }

    private static decimal? ShareOf(decimal precast, decimal cast)
    {
        return AssemblyCount.IsQuantity(precast) && AssemblyCount.IsQuantity(cast) && precast + cast > 0 ? precast * 100 / (precast + cast) : null;
    }
}
