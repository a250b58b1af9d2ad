namespace GreenBuild.Standards.Components;

/// <summary>How much of one kind of member has the most repeated specifications (GB/T 51129-2015, 4.2).</summary>
public sealed record RepetitionShare
{
    /// <summary>The kind, a word of the facet <c>component</c>: <c>dwelling-type</c>, <c>beam</c>, <c>slab</c>, <c>stair</c>, <c>external-window</c> ...</summary>
    public required string Component { get; init; }

    /// <summary>
    /// The share of the three (stairs, partitions, balconies: of the one) most repeated specifications, in per cent, of what the row counts by. Precast and composite slabs are
    /// counted together: their share is given once, under one of the two words.
    /// </summary>
    public required decimal Percent { get; init; }
}

/// <summary>What has to be known of a building to score it by GB/T 51129-2015 (工业化建筑评价标准).</summary>
public sealed record IndustrialisedBuilding
{
    /// <summary>The use, a word of the facet <c>buildingUse</c>: <c>residential</c> or <c>public</c>; empty if it is not known.</summary>
    public string Use { get; init; } = "";

    /// <summary>The precast ratio (预制率); <see langword="null"/> if it is not known. A figure of another kind is no precast ratio: the finding says so.</summary>
    public AssemblyFigure? PrecastRatio { get; init; }

    /// <summary>The assembly rate by the same edition; <see langword="null"/> if it is not known.</summary>
    public AssemblyFigure? AssemblyRate { get; init; }

    /// <summary>The shares of repetition that are known, by kind.</summary>
    public IReadOnlyList<RepetitionShare> Repetition { get; init; } = [];

    /// <summary>
    /// The kinds of the form that the building does not have, words of the facet <c>component</c>: a row on several kinds asks for the share of each other one, and does not apply
    /// where all of its kinds are absent. A kind with a share is not absent: its row is then <see cref="Verdict.Invalid"/>.
    /// </summary>
    public IReadOnlyList<string> Absent { get; init; } = [];
}

/// <summary>One row of the form of 2015.</summary>
public sealed class IndustrialisedRow
{
    internal IndustrialisedRow(Finding finding, AssemblyPoints points)
    {
        Finding = finding;
        Points = points;
    }

    /// <summary>How the share was judged; <see cref="Verdict.NonCompliant"/> means that no points are earned.</summary>
    public Finding Finding { get; }

    /// <summary>The points; from 0 on where the share is not known, and a range where two copies of the form differ.</summary>
    public AssemblyPoints Points { get; }
}

/// <summary>The form of GB/T 51129-2015: control items, and points for repetition of units, members and parts. It has nothing in common with that of 2017.</summary>
/// <remarks>The catalogue holds the rows on standardisation and the two control items; the other rows of the form, and grades, were not seen.</remarks>
public sealed class IndustrialisedForm
{
    private IndustrialisedForm(Edition? edition, IReadOnlyList<Finding> control, IReadOnlyList<IndustrialisedRow> rows)
    {
        Edition = edition;
        Control = control;
        Rows = rows;
        Points = AssemblyPoints.Sum(rows.Select(static row => row.Points));
    }

    /// <summary>The edition; <see langword="null"/> if the catalogue does not hold it.</summary>
    public Edition? Edition { get; }

    /// <summary>The control items: precast ratio and assembly rate.</summary>
    public IReadOnlyList<Finding> Control { get; }

    /// <summary>The rows on repetition, one for each kind, in the order of the form; behind them shares whose kind is no word, or none of the form.</summary>
    public IReadOnlyList<IndustrialisedRow> Rows { get; }

    /// <summary>The points of these rows together.</summary>
    public AssemblyPoints Points { get; }

    /// <summary>Fills the form in.</summary>
    /// <param name="building">The building.</param>
    /// <param name="date">The day: the edition was in force from 2016-01-01 until 2018-02-01.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>
    /// On another day every finding is <see cref="Verdict.NotApplicable"/>, and there are no points. A word that is none of its facet makes the rows that hang on it
    /// <see cref="Verdict.Invalid"/>. From a catalogue without the edition: one control finding, <see cref="Verdict.Indeterminate"/>, and no rows.
    /// </returns>
    public static IndustrialisedForm Of(IndustrialisedBuilding building, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        var control = new List<Finding>();
        var rows = new List<IndustrialisedRow>();
        if ((catalogue ?? StandardsCatalogue.Default).FindEdition("cn.gb-t-51129-2015") is not { HasRequirements: true } edition)
        {
            control.Add(Settled(new Finding(null) { Missing = ["limit"] }, new("The catalogue does not hold GB/T 51129-2015.", "目录未收录 GB/T 51129-2015。")));
            return new IndustrialisedForm(null, control.AsReadOnly(), rows.AsReadOnly());
        }

        var problem = building.Use.Length == 0 ? null : ComponentWord.Problem(nameof(building.Use), "buildingUse", building.Use);
        var known = building.Use.Length == 0 || problem is not null ? Circumstances.None : Circumstances.None.With("buildingUse", building.Use);
        foreach (var limit in edition.Requirements)
        {
            if (limit.Kind != RequirementKind.Limit) continue;
            if (limit.Measurand.Key == Measurands.Components.PrecastRatio) control.Add(JudgeControl(limit, building.PrecastRatio, "precastRatio", date, options));
            else if (limit.Measurand.Key == Measurands.Components.AssemblyRate2015) control.Add(JudgeControl(limit, building.AssemblyRate, "assemblyRate", date, options));
            else if (limit.Measurand.Key == Measurands.Components.RepetitionRatio) AddRows(rows, limit, building, known, problem, date, options);
        }

        foreach (var share in building.Repetition)
        {
            if (ComponentWord.Problem(nameof(share.Component), "component", share.Component) is { } noWord)
                rows.Add(new IndustrialisedRow(Settled(new Finding(null) { Subject = share.Component, Verdict = Verdict.Invalid }, noWord), default));
            else if (!HasRow(edition, kind => kind == share.Component))
                rows.Add(new IndustrialisedRow(
                    HasRow(edition, kind => ComponentShape.MayBe(share.Component, kind))
                        ? Settled(new Finding(null) { Subject = share.Component, Missing = ["component"] }, OfSeveralRows(edition, share.Component))
                        : Settled(new Finding(null) { Subject = share.Component, Verdict = Verdict.NotApplicable }, NoRow(edition, share.Component)),
                    default));
        }

        foreach (var kind in building.Absent)
            if (ComponentWord.Problem(nameof(building.Absent), "component", kind) is { } noKind)
                rows.Add(new IndustrialisedRow(Settled(new Finding(null) { Subject = kind, Verdict = Verdict.Invalid }, noKind), default));
        return new IndustrialisedForm(edition, control.AsReadOnly(), rows.AsReadOnly());
    }

    private static Finding JudgeControl(Requirement limit, AssemblyFigure? figure, string input, CalendarDate date, CheckOptions? options)
    {
        var finding = LimitCheck.NotInForce(limit, limit.Edition.Jurisdiction, date)
            ?? figure?.Judge(limit, Circumstances.None.With("dates", date.ToString()), options) ?? new Finding(limit) { Missing = [input], Reason = Words.NotKnownOfAssembly([input]) };
        finding.Subject = limit.RowKey;
        return finding;
    }

    private static void AddRows(List<IndustrialisedRow> rows, Requirement limit, IndustrialisedBuilding building, Circumstances known, BilingualText? problem, CalendarDate date, CheckOptions? options)
    {
        if (limit.Condition("component")?.Values is not { Count: > 0 } kinds) return;
        var points = limit.Edition.Find(limit.RowKey + "-points");
        var (least, most) = (points?.Value ?? 0, points?.UpperValue ?? points?.Value ?? 0);
        var asked = Repetition.Known(limit, kinds[0], known);
        IReadOnlyList<string> missing = [];
        var none = LimitCheck.NotInForce(limit, limit.Edition.Jurisdiction, date);
        if (none is null && limit.AppliesTo(asked, out missing) == FacetMatch.Fails) none = LimitCheck.DoesNotApply(limit, asked);
        if (none is not null)
        {
            none.Subject = limit.RowKey;
            rows.Add(new IndustrialisedRow(none, default));
            return;
        }

        if (problem is { } slip && missing.Count > 0)
        {
            rows.Add(new IndustrialisedRow(Settled(new Finding(limit) { Subject = limit.RowKey, Verdict = Verdict.Invalid }, slip), new AssemblyPoints(0, most)));
            return;
        }

        // Of a row on several kinds, each kind that is there has its own share, and all must reach it.
        var shares = building.Repetition.Where(share => kinds.Contains(share.Component)).ToList();
        if (shares.Find(share => building.Absent.Contains(share.Component)) is { } contradiction)
        {
            var title = Words.ValueOf("component", contradiction.Component);
            var both = new BilingualText($"{title.English}: said to be absent, and given with a share.", $"{title.Chinese}：既称没有，又给出了比例。");
            rows.Add(new IndustrialisedRow(Settled(new Finding(limit) { Subject = limit.RowKey, Verdict = Verdict.Invalid }, both), new AssemblyPoints(0, most)));
            return;
        }

        if (shares.Count == 0 && kinds.All(building.Absent.Contains))
        {
            var titles = kinds.Select(static kind => Words.ValueOf("component", kind)).ToList();
            var nothing = new BilingualText(
                $"The building has none of: {string.Join(", ", titles.Select(static title => title.English))} ({limit.Citation}).", $"该建筑没有以下构件：{string.Join("、", titles.Select(static title => title.Chinese))}（{limit.Citation}）。");
            rows.Add(new IndustrialisedRow(Settled(new Finding(limit) { Subject = limit.RowKey, Verdict = Verdict.NotApplicable }, nothing), default));
            return;
        }

        if (shares.Count == 0 || missing.Count > 0)
        {
            if (missing.Count == 0) missing = [limit.RowKey];
            rows.Add(new IndustrialisedRow(new Finding(limit) { Subject = limit.RowKey, Missing = missing, Reason = Words.NotKnown(missing, limit) }, new AssemblyPoints(0, most)));
            return;
        }

        var findings = shares.ConvertAll(share => Repetition.Judge(limit, [share.Component], (share.Percent, share.Percent), [limit.RowKey], known, options));
        // Where each kind fails, all together fail; else the shares of the kinds do not give that of all.
        if (Repetition.IsOfAllKinds(limit) && findings.Count > 1 && findings.Exists(static finding => finding.Decided == Verdict.Compliant))
        {
            rows.Add(new IndustrialisedRow(new Finding(limit) { Subject = limit.RowKey, Missing = [limit.RowKey], Reason = Words.NotKnown([limit.RowKey], limit) }, new AssemblyPoints(0, most)));
            return;
        }

        // Of a row that asks each kind for its own share, a kind of which nothing is said may fail.
        var open = Repetition.IsOfAllKinds(limit) ? [] : kinds.Where(kind => !building.Absent.Contains(kind) && !shares.Exists(share => share.Component == kind)).ToList();
        if (open.Count > 0 && !findings.Exists(static finding => finding.Decided is Verdict.NonCompliant or Verdict.Invalid))
        {
            var titles = open.ConvertAll(static kind => Words.ValueOf("component", kind));
            var reason = new BilingualText(
                $"The share is not known of: {string.Join(", ", titles.Select(static title => title.English))} ({limit.Citation}).", $"缺少以下构件的比例：{string.Join("、", titles.Select(static title => title.Chinese))}（{limit.Citation}）。");
            rows.Add(new IndustrialisedRow(Settled(new Finding(limit) { Subject = limit.RowKey, Missing = open }, reason), new AssemblyPoints(0, most)));
            return;
        }

        var worst = findings.OrderBy(static finding => finding.Verdict == Verdict.Invalid ? decimal.MinValue : finding.Margin ?? 0).First();
        if (points is not null) worst.Rely(points);
        if (Repetition.IsOfAllKinds(limit) && findings.Count == 1)
        {
            var titles = kinds.Where(kind => !building.Absent.Contains(kind)).Select(static kind => Words.ValueOf("component", kind)).ToList();
            worst.Step(
                $"Taken as the share of all of them together: {string.Join(", ", titles.Select(static title => title.English))}.", $"按以下构件合计的比例计：{string.Join("、", titles.Select(static title => title.Chinese))}。");
        }

        var earned = worst.Decided switch
        {
            Verdict.Compliant => new AssemblyPoints(least, most),
            Verdict.NonCompliant => default,
            _ => new AssemblyPoints(0, most),
        };
        rows.Add(new IndustrialisedRow(worst, earned));
    }

    private static bool HasRow(Edition edition, Func<string, bool> isKind) => edition.Requirements.Any(row =>
        row.Kind == RequirementKind.Limit && row.Measurand.Key == Measurands.Components.RepetitionRatio && row.Condition("component")?.Values.Any(isKind) == true);

    private static BilingualText OfSeveralRows(Edition edition, string component)
    {
        var title = Words.ValueOf("component", component);
        return new($"{edition.Number} asks for the share of each kind: which one is meant by {title.English}?", $"{edition.Number} 按构件种类分别计算，“{title.Chinese}”属于哪一种？");
    }

    private static BilingualText NoRow(Edition edition, string component)
    {
        var title = Words.ValueOf("component", component);
        return new($"{edition.Number} has no row on the repetition of: {title.English}.", $"{edition.Number} 没有“{title.Chinese}”的重复率评分项。");
    }

    private static Finding Settled(Finding finding, BilingualText reason)
    {
        finding.Reason = reason;
        finding.Steps.Add(reason);
        return finding;
    }
}
