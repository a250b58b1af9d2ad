namespace GreenBuild.Standards.Materials;

/// <summary>A reaction-to-fire class of GB 8624: a class A1 to F, or a grade A, B1, B2, B3 that holds several of them.</summary>
public sealed class FireClass
{
    private FireClass(string text, IReadOnlyList<string> classes)
    {
        Text = text;
        Classes = classes;
    }

    /// <summary>The class or grade as it is written: <c>A1</c>, <c>B1</c>.</summary>
    public string Text { get; }

    /// <summary>The classes A1 to F that it may be; one for a class, up to two for a grade, more where editions read the word differently.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Reads a class or grade.</summary>
    /// <param name="text"><c>A1</c>, <c>A2</c>, <c>B</c> to <c>F</c>, <c>A</c>, <c>B1</c>, <c>B2</c>, <c>B3</c>, with or without 级; or both, <c>B1(C)</c>. Letter case does not matter.</param>
    /// <param name="fireClass">The class.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <returns><see langword="false"/> if it is none, or class and grade contradict each other.</returns>
    public static bool TryParse(string? text, out FireClass fireClass, StandardsCatalogue? catalogue = null)
    {
        fireClass = null!;
        var plain = (text ?? "").Trim().TrimEnd('级').Replace('（', '(').Replace('）', ')').ToUpperInvariant();
        // The writing does not say by which edition it classes: a word that editions read differently may be any of their classes, and a check then asks for the class.
        var scales = FireScale.All(catalogue ?? StandardsCatalogue.Default);
        if (Find(plain) is { } whole)
        {
            fireClass = new FireClass(plain, whole);
            return true;
        }

        var open = plain.IndexOf('(');
        if (open <= 0 || !plain.EndsWith(")", StringComparison.Ordinal)) return false;
        var (grade, detail) = (Find(plain.Substring(0, open).Trim()), Find(plain.Substring(open + 1, plain.Length - open - 2).Trim()));
        if (grade is null || detail is not [{ } only] || !grade.Contains(only)) return false;
        fireClass = new FireClass(plain, detail);
        return true;

        IReadOnlyList<string>? Find(string word) => scales.Select(scale => scale.Find(word)).Where(static read => read is not null).SelectMany(static read => read!).Distinct().ToList() is { Count: > 0 } read ? read : null;
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}

/// <summary>The order of the classes and what a grade holds, from the catalogue (GB 8624-2012).</summary>
internal sealed class FireScale
{
    private readonly Dictionary<string, IReadOnlyList<string>> _grades = new(StringComparer.Ordinal);

    private FireScale(Edition? edition)
    {
        foreach (var row in edition?.Requirements ?? [])
            if (row.Measurand.Key == Measurands.Materials.FireClassOrder) Order = row;
            else if (row.Measurand.Key == Measurands.Materials.FireGradeClasses && row.Condition("fireGrade") is { } grade) _grades[grade.Values[0]] = row.Settings;
    }

    public Requirement? Order { get; }

    /// <summary>The scale in force in a place on a day; empty where none is.</summary>
    public static FireScale Of(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date) =>
        new(catalogue.EditionsInForce(place, date).Where(IsScale).OrderBy(static edition => edition.CountsFrom).LastOrDefault());

    /// <summary>The scales by which a word can have been written, whatever their days.</summary>
    public static IReadOnlyList<FireScale> All(StandardsCatalogue catalogue) => catalogue.Editions.Where(IsScale).Select(static edition => new FireScale(edition)).ToList();

    private static bool IsScale(Edition edition) => edition.IsAbout(Measurands.Materials.FireClassOrder);

    /// <summary>The classes that a word means; <see langword="null"/> if it is none.</summary>
    public IReadOnlyList<string>? Find(string word) =>
        Order?.Settings.Contains(word) == true ? [word] : _grades.TryGetValue(word, out var classes) ? classes : null;

    /// <summary>The place of a class in the order, 0 for the best.</summary>
    public int RankOf(string fireClass)
    {
        for (var i = 0; i < Order?.Settings.Count; i++)
            if (Order.Settings[i] == fireClass) return i;
        return int.MaxValue;
    }

    /// <summary>The worst class that a requirement lets pass: "not lower than B1" lets C pass, which is B1.</summary>
    public int WorstOf(string word) => Find(word) is { } classes ? classes.Max(RankOf) : int.MaxValue;
}

/// <summary>Whether the fire class of an insulation material is allowed on a building (GB 55037-2022, 6.6; classes of GB 8624): a gate before anything else is weighed.</summary>
public sealed class InsulationFireCheck
{
    private readonly Jurisdiction _place;
    private readonly StandardsCatalogue _catalogue;
    private readonly CheckOptions _options;

    /// <summary>Creates a check for a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public InsulationFireCheck(Jurisdiction place, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _place = place;
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
    }

    /// <summary>Judges a material.</summary>
    /// <param name="fireClass">The class that its report states; <see langword="null"/> if not known.</param>
    /// <param name="building">
    /// <c>insulationSystem</c> (external, cavity-free-composite), <c>buildingUse</c>, <c>buildingHeight</c> in m, <c>insulationCavity</c>; of elderly care
    /// <c>independentBuilding</c> and <c>elderlyCareArea</c> in m2.
    /// </param>
    /// <param name="date">The day.</param>
    /// <param name="coverThickness">Of a composite wall without cavity: the thickness of the non-combustible layer on the thinner side in mm; <see langword="null"/> if not known.</param>
    /// <returns>
    /// The strictest demand that applies decides. What is not known is asked for only where it can change the verdict. What 6.6.1 asks of B1 and B2 besides is named in <see cref="Finding.NotRecorded"/> (<c>fireSpreadMeasures</c>). A class of a grade that straddles a demand is <see cref="Verdict.Indeterminate"/>.
    /// </returns>
    public Finding Judge(FireClass? fireClass, Circumstances building, CalendarDate date, decimal? coverThickness = null)
    {
        var known = StandardsCatalogue.WithPlaceAndDate(building, _place, date);
        if (known.TryGetNumber("buildingHeight", out var height) && (height <= 0 || !MeasuredNumber.IsQuantity(height))) return ComputedFinding.Invalid(new($"{Words.Number(height)} m is no height of a building.", $"{Words.Number(height)} m 不是建筑高度。"));
        if (!known.TryGetToken("insulationSystem", out var system)) return Ask(null, ["insulationSystem"]);
        // A composite wall without cavity is exempt from the classes by use and height: its covers count instead (6.6.2).
        if (system == "cavity-free-composite") return JudgeCover(fireClass, known, date, coverThickness);

        var scale = FireScale.Of(_catalogue, _place, date);
        var rows = new List<(Requirement Row, FacetMatch Match, IReadOnlyList<string> Missing, int Worst)>();
        foreach (var row in _catalogue.InForce(Measurands.Materials.InsulationFireClass, _place, date))
        {
            var match = row.AppliesTo(known, out var missing);
            // Whether the building is a dwelling is no exception to claim: it chooses between two rows.
            var unclaimed = row.Conditions.Where(condition => condition.IsException && condition.Match(known) == FacetMatch.Unknown).Select(static condition => condition.Facet).ToList();
            if (match == FacetMatch.Holds && unclaimed.Count > 0) (match, missing) = (FacetMatch.Unknown, unclaimed);
            // Of a use that is not known, nothing that hangs on it is asked yet.
            if (missing.Contains("buildingUse")) missing = ["buildingUse"];
            if (match != FacetMatch.Fails && row.Setting is { } demanded) rows.Add((row, match, missing, scale.WorstOf(demanded)));
        }

        if (rows.Count == 0 || scale.Order is null) return NotApplicable(date);
        var best = fireClass?.Classes.Min(scale.RankOf) ?? 0;
        var worst = fireClass?.Classes.Max(scale.RankOf) ?? 0;
        // The strictest; but where it is not well known and one that is well known is broken as well, that one carries the verdict.
        var applied = rows.Where(static pair => pair.Match == FacetMatch.Holds)
            .OrderByDescending(pair => best > pair.Worst && pair.Row.Evidence >= _options.EvidenceFloor).ThenBy(static pair => pair.Worst).ThenByDescending(static pair => pair.Row.Evidence).FirstOrDefault();
        if (fireClass is null) return Ask(applied.Row, ["fireClass"]);

        // Only a demand that the material does not keep can change the verdict.
        var open = rows.Where(pair => pair.Match == FacetMatch.Unknown && worst > pair.Worst).ToList();
        var broken = applied.Row is not null && best > applied.Worst;
        if (!broken && open.Count > 0) return Ask(applied.Row, open.SelectMany(static pair => pair.Missing).Distinct().ToList());
        if (applied.Row is null) return NotApplicable(date);
        // Of a grade that holds classes on both sides, the class itself is asked for.
        if (!broken && worst > applied.Worst) return Ask(applied.Row, ["fireClass"]);

        var finding = new Finding(applied.Row);
        LimitCheck.Cite(finding, applied.Row);
        finding.Rely(applied.Row);
        finding.Rely(scale.Order);
        finding.Step($"Order: {string.Join(" > ", scale.Order.Settings)} ({scale.Order.Citation}).", $"等级顺序：{string.Join(" > ", scale.Order.Settings)}（{scale.Order.Citation}）。");
        foreach (var (row, match, _, _) in rows)
            if (match == FacetMatch.Holds && row != applied.Row)
            {
                finding.Refer(row);
                finding.Step($"Beside it: {row.Citation}, not lower than {row.Setting}.", $"另有：{row.Citation}，不低于 {row.Setting} 级。");
            }

        finding.Reason = new(
            $"{fireClass} against not lower than {applied.Row.Setting} ({applied.Row.Citation}).", $"{fireClass} 级，要求不低于 {applied.Row.Setting} 级（{applied.Row.Citation}）。");
        finding.Steps.Add(finding.Reason);
        finding.Conclude(broken ? Verdict.NonCompliant : Verdict.Compliant, _options);
        if (!broken) NoteSpread(finding, fireClass, scale, known, date);
        return finding;
    }

    // With B1 or B2 the class is not all that is asked for (6.6.1).
    private void NoteSpread(Finding finding, FireClass fireClass, FireScale scale, Circumstances known, CalendarDate date)
    {
        foreach (var row in _catalogue.InForce(Measurands.Materials.InsulationSpreadMeasures, _place, date))
        {
            if (GradeOf(row, fireClass, scale) is not { } grade || row.AppliesTo(known.With("fireGrade", grade), out _) == FacetMatch.Fails) continue;
            finding.Refer(row);
            finding.NotRecorded = ["fireSpreadMeasures"];
            finding.Step(
                $"Besides: {row.Title.English} ({row.Citation}); not recorded, and taken as in order.", $"此外：{row.Title.In(Language.Chinese)}（{row.Citation}）；未记录，视为满足。");
        }
    }

    // The grade of a rule that the class may be of.
    private static string? GradeOf(Requirement row, FireClass fireClass, FireScale scale) =>
        row.Condition("fireGrade")?.Values.FirstOrDefault(grade => scale.Find(grade) is { } classes && fireClass.Classes.Any(classes.Contains));

    private Finding JudgeCover(FireClass? fireClass, Circumstances known, CalendarDate date, decimal? thickness)
    {
        if (fireClass is null) return Ask(null, ["fireClass"]);
        var scale = FireScale.Of(_catalogue, _place, date);
        var worstNamed = -1;
        Requirement? rule = null;
        foreach (var limit in _catalogue.InForce(Measurands.Materials.InsulationCoverThickness, _place, date))
        {
            if (limit.Condition("fireGrade") is not { } grades) continue;
            worstNamed = Math.Max(worstNamed, grades.Values.Max(scale.WorstOf));
            rule = limit;
            if (GradeOf(limit, fireClass, scale) is not { } grade) continue;
            if (thickness is not { } value) return Ask(limit, [Measurands.Materials.InsulationCoverThickness]);
            if (value < 0 || !MeasuredNumber.IsQuantity(value)) return ComputedFinding.Invalid(new($"{Words.Number(value)} mm is no thickness.", $"{Words.Number(value)} mm 不是厚度。"));
            return LimitCheck.JudgeAt(limit, value, _place, date, known.With("fireGrade", grade), _options);
        }

        // Better classes need no cover; worse ones than those it names the clause does not allow for.
        if (scale.Order is { } order && worstNamed >= 0 && fireClass.Classes.Max(scale.RankOf) > worstNamed)
        {
            var finding = Ask(null, ["limit"]);
            finding.Reason = new($"The clause on composite walls names no material of class {fireClass} ({order.Citation}).", $"复合保温墙体条文未涉及 {fireClass} 级材料（{order.Citation}）。");
            return finding;
        }

        if (rule is null) return NotApplicable(date);
        var exempt = new Finding(rule) { Verdict = Verdict.NotApplicable };
        LimitCheck.Cite(exempt, rule);
        exempt.Reason = new($"Class {fireClass} needs no cover; the demand is on {string.Join(", ", rule.Condition("fireGrade")!.Values)} ({rule.Citation}).", $"{fireClass} 级材料不要求保护层；该要求针对 {string.Join("、", rule.Condition("fireGrade")!.Values)} 级（{rule.Citation}）。");
        exempt.Steps.Add(exempt.Reason);
        return exempt;
    }

    // That the catalogue holds none is not that there is none.
    private Finding NotApplicable(CalendarDate date)
    {
        var finding = new Finding(null) { Verdict = Verdict.NotApplicable };
        finding.Reason = new($"The catalogue holds no demand on the fire class of insulation that applies in {_place.Code} on {date}.", $"目录中没有 {date} 适用于{_place.Name.Chinese}的保温材料燃烧性能要求。");
        finding.Steps.Add(finding.Reason);
        return finding;
    }

    private static Finding Ask(Requirement? rule, IReadOnlyList<string> missing)
    {
        var finding = new Finding(rule);
        if (rule is not null) LimitCheck.Cite(finding, rule);
        return ComputedFinding.Ask(finding, missing);
    }
}
