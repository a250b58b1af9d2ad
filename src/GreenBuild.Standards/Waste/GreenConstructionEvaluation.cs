namespace GreenBuild.Standards.Waste;

/// <summary>What sort of item of a green-construction evaluation it is.</summary>
public enum EvaluationItemType
{
    /// <summary>Control item (控制项): one that is not met makes the project unqualified. This is the value of <c>default</c>.</summary>
    Control = 0,

    /// <summary>General item (一般项).</summary>
    General = 1,

    /// <summary>Preferred item (优选项).</summary>
    Preferred = 2,
}

/// <summary>How far an item is met.</summary>
public enum EvaluationOutcome
{
    /// <summary>Nobody looked. This is the value of <c>default</c>.</summary>
    NotEvaluated = 0,

    /// <summary>It is met.</summary>
    Met = 1,

    /// <summary>It is met in part; a control item is then not met.</summary>
    PartlyMet = 2,

    /// <summary>It is not met.</summary>
    NotMet = 3,

    /// <summary>It does not occur in this project: it leaves the denominator.</summary>
    NotApplicable = 4,
}

/// <summary>The level that a project reaches.</summary>
public enum EvaluationGrade
{
    /// <summary>Unqualified (不合格). This is the value of <c>default</c>.</summary>
    Unqualified = 0,

    /// <summary>Qualified (合格).</summary>
    Qualified = 1,

    /// <summary>Excellent (优良).</summary>
    Excellent = 2,
}

/// <summary>One item of a batch, with how far it is met.</summary>
public sealed class EvaluationItem
{
    /// <summary>Creates an item.</summary>
    /// <param name="element">The element, a word of the facet <c>evaluationElement</c>: <c>environment</c>, <c>materials</c>, <c>water</c>, <c>energy</c>, <c>land</c>.</param>
    /// <param name="type">Control, general or preferred.</param>
    /// <param name="outcome">How far it is met.</param>
    /// <param name="name">The item in the words of the record; the same words in two batches mean the same item.</param>
    /// <exception cref="ArgumentException">There is no such element.</exception>
    public EvaluationItem(string element, EvaluationItemType type, EvaluationOutcome outcome, string name)
    {
        Circumstances.None.With("evaluationElement", element);
        Element = element;
        Type = type;
        Outcome = outcome;
        Name = name;
    }

    /// <summary>The element.</summary>
    public string Element { get; }

    /// <summary>Control, general or preferred.</summary>
    public EvaluationItemType Type { get; }

    /// <summary>How far it is met.</summary>
    public EvaluationOutcome Outcome { get; }

    /// <summary>The item in the words of the record.</summary>
    public string Name { get; }
}

/// <summary>One evaluation batch (评价批次) of a stage: the items that were looked at.</summary>
public sealed class EvaluationBatch
{
    /// <summary>Creates a batch.</summary>
    /// <param name="stage">The stage, a word of the facet <c>stage</c>: <c>foundation</c>, <c>structure</c>, <c>finishing-and-services</c>.</param>
    /// <param name="items">The items.</param>
    /// <exception cref="ArgumentException">There is no such stage.</exception>
    public EvaluationBatch(string stage, IReadOnlyList<EvaluationItem> items)
    {
        Circumstances.None.With("stage", stage);
        Stage = stage;
        Items = items;
    }

    /// <summary>The stage.</summary>
    public string Stage { get; }

    /// <summary>The items.</summary>
    public IReadOnlyList<EvaluationItem> Items { get; }
}

/// <summary>The evaluation of green construction by GB/T 50640: items, elements, batches, stages, unit project.</summary>
/// <remarks>
/// Of the edition of 2010 weights and levels are rows of the catalogue and item scores stand in its methods, all from memory: the level is provisional unless the
/// caller lowers the floor to <see cref="Evidence.Unconfirmed"/>. Of the edition of 2023 no weights were seen: nothing is scored, and what is missing is named.
/// </remarks>
public sealed class GreenConstructionEvaluation
{
    // 2010, method item-scores (recalled): a general item gives 2, 1 or 0, a preferred one 1, 0.5 or 0.
    private const decimal FullGeneralScore = 2;
    private const decimal FullPreferredScore = 1;

    private readonly Dictionary<string, decimal> _stageScores = [];
    private readonly List<Finding> _findings = [];
    private readonly List<string> _missing = [];
    private readonly List<BilingualText> _steps = [];

    private GreenConstructionEvaluation(Edition? edition) => Edition = edition;

    /// <summary>The edition that was applied; <see langword="null"/> if none was in force.</summary>
    public Edition? Edition { get; }

    /// <summary>The level; <see langword="null"/> if it is not known, or hangs on facts below the evidence floor.</summary>
    public EvaluationGrade? Grade { get; private set; }

    /// <summary>The level if facts below the evidence floor count; <see langword="null"/> if it is not known.</summary>
    public EvaluationGrade? ProvisionalGrade { get; private set; }

    /// <summary>The score of the unit project, W = Σ G · stage weight; <see langword="null"/> if it is not known.</summary>
    public decimal? Score { get; private set; }

    /// <summary>The scores of the stages, G = mean of the batches; without those that are not known.</summary>
    public IReadOnlyDictionary<string, decimal> StageScores => _stageScores;

    /// <summary>
    /// The points of preferred items of the unit project. An item that stands in several batches counts once, with its lowest score: how the standard adds batches was not seen.
    /// </summary>
    public decimal PreferredPoints { get; private set; }

    /// <summary>Each threshold of each level, judged.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>What is missing, for example <c>elementWeights</c>, <c>stage:structure</c>, <c>stageWeight:demolition</c>, <c>generalItems:water</c>, <c>controlItems:structure:water</c> or <c>item:</c> with its name; empty if nothing is.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>How it was computed, step by step.</summary>
    public IReadOnlyList<BilingualText> Explanation => _steps;

    /// <summary>Evaluates a unit project by the edition that is in force on a day.</summary>
    /// <param name="batches">The batches of all stages.</param>
    /// <param name="date">The day of the evaluation: the edition of 2023 holds from 2024-05-01.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public static GreenConstructionEvaluation Evaluate(IReadOnlyList<EvaluationBatch> batches, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        Edition? edition = null;
        foreach (var candidate in (catalogue ?? StandardsCatalogue.Default).History("GB/T 50640"))
            if (candidate.HasRequirements && candidate.IsInForceOn(date)) edition = candidate;
        var evaluation = new GreenConstructionEvaluation(edition);
        if (edition is null) evaluation.Miss("edition");
        else evaluation.Run(edition, batches, options ?? CheckOptions.Default);
        return evaluation;
    }

    private void Run(Edition edition, IReadOnlyList<EvaluationBatch> batches, CheckOptions options)
    {
        var elements = Weights(edition, Measurands.General.EvaluationElementWeight, "evaluationElement");
        var stages = Weights(edition, Measurands.General.EvaluationStageWeight, "stage");
        if (elements.Count == 0) Miss("elementWeights");
        if (stages.Count == 0) Miss("stageWeights");
        if (!edition.Requirements.Any(static row => row.Measurand.Key == Measurands.General.EvaluationScore)) Miss("levels");
        if (_missing.Count > 0)
        {
            // What another edition says is no stopgap for it.
            _steps.Add(new($"The weights and levels of {edition.Number} are not known; those of another edition are not used for it.", $"未掌握 {edition.Number} 的权重和等级，不以其他版本代替。"));
            return;
        }

        // However well the weights are known: item scores and the formulas stand in the methods only, as recalled.
        const Evidence evidence = Evidence.Unconfirmed;
        foreach (var batch in batches)
            foreach (var item in batch.Items)
                if (item.Outcome == EvaluationOutcome.NotEvaluated) Miss("item:" + item.Name);

        var control = batches.SelectMany(static batch => batch.Items).Where(static item => item.Type == EvaluationItemType.Control).ToList();
        var failed = control.Find(static item => item.Outcome is EvaluationOutcome.NotMet or EvaluationOutcome.PartlyMet);
        foreach (var batch in batches)
        {
            if (!stages.ContainsKey(batch.Stage)) Miss("stageWeight:" + batch.Stage);
            // Each batch looks at every element, and each element has control items: where none was judged, nobody knows that none is broken.
            foreach (var element in elements.Keys)
                if (!batch.Items.Any(item => item.Type == EvaluationItemType.Control && item.Element == element && item.Outcome != EvaluationOutcome.NotApplicable))
                    Miss($"controlItems:{batch.Stage}:{element}");
        }

        foreach (var stage in stages.Keys) ScoreStage(stage, batches, elements);
        AddPreferred(batches);
        if (failed is not null)
        {
            _steps.Add(new($"The control item '{failed.Name}' is not met: unqualified, whatever the score.", $"控制项“{failed.Name}”不满足：不合格，与得分无关。"));
            Settle(EvaluationGrade.Unqualified, evidence, options);
            return;
        }

        if (_missing.Count > 0) return;
        var total = 0m;
        foreach (var pair in stages) total += _stageScores[pair.Key] * pair.Value.Value!.Value;
        Score = total;
        _steps.Add(new($"W = Σ G · weight = {Words.Level(total)}.", $"W = ΣG·权重 = {Words.Level(total)}。"));
        var grade = EvaluationGrade.Unqualified;
        if (Reaches("qualified", 1, batches, edition, options)) grade = EvaluationGrade.Qualified;
        if (Reaches("excellent", 2, batches, edition, options) && grade == EvaluationGrade.Qualified) grade = EvaluationGrade.Excellent;
        Settle(grade, evidence, options);
    }

    private static Dictionary<string, Requirement> Weights(Edition edition, string measurand, string facet)
    {
        var weights = new Dictionary<string, Requirement>(StringComparer.Ordinal);
        foreach (var row in edition.Requirements)
            if (row.Measurand.Key == measurand && row.Value is not null && row.Condition(facet) is { } condition) weights[condition.Values[0]] = row;
        return weights;
    }

    private void ScoreStage(string stage, IReadOnlyList<EvaluationBatch> batches, Dictionary<string, Requirement> elements)
    {
        decimal? sum = 0;
        var count = 0;
        foreach (var batch in batches)
        {
            if (batch.Stage != stage) continue;
            count++;
            // A stage of which a batch is open has no score: the sum is then null.
            sum += ScoreBatch(batch, elements);
        }

        if (count == 0) Miss("stage:" + stage);
        if (count == 0 || sum is not { } known) return;
        var mean = known / count;
        _stageScores[stage] = mean;
        _steps.Add(new($"Stage {stage}: G = {Words.Level(mean)}, mean of {count} batches.", $"阶段 {stage}：G = {Words.Level(mean)}，{count} 个批次的平均。"));
    }

    private decimal? ScoreBatch(EvaluationBatch batch, Dictionary<string, Requirement> elements)
    {
        decimal? total = batch.Items.Any(static item => item.Outcome == EvaluationOutcome.NotEvaluated) ? null : 0;
        foreach (var pair in elements)
        {
            var (scored, full, preferred) = (0m, 0m, 0m);
            foreach (var item in batch.Items)
            {
                if (item.Element != pair.Key || item.Outcome == EvaluationOutcome.NotApplicable) continue;
                if (item.Type == EvaluationItemType.Preferred) preferred += ScoreOf(item, FullPreferredScore);
                if (item.Type != EvaluationItemType.General) continue;
                scored += ScoreOf(item, FullGeneralScore);
                full += FullGeneralScore;
            }

            // An element none of whose general items occurs has no score, and what its weight then is was not seen.
            if (full == 0) Miss("generalItems:" + pair.Key);
            total = full == 0 ? null : total + (((scored * 100 / full) + preferred) * pair.Value.Value!.Value);
        }

        return total;
    }

    private static decimal ScoreOf(EvaluationItem item, decimal full) => item.Outcome switch
    {
        EvaluationOutcome.Met => full,
        EvaluationOutcome.PartlyMet => full / 2,
        _ => 0,
    };

    private void AddPreferred(IReadOnlyList<EvaluationBatch> batches) => PreferredPoints = Preferred(batches).Sum(ScoreOfGroup);

    /// <summary>A preferred item of one name counts once, with its worst batch.</summary>
    private static decimal ScoreOfGroup(IGrouping<(string Element, string Name), EvaluationItem> group) => group.Min(static item => ScoreOf(item, FullPreferredScore));

    private static IEnumerable<IGrouping<(string Element, string Name), EvaluationItem>> Preferred(IReadOnlyList<EvaluationBatch> batches) =>
        batches.SelectMany(static batch => batch.Items)
            .Where(static item => item.Type == EvaluationItemType.Preferred && item.Outcome != EvaluationOutcome.NotApplicable)
            .GroupBy(static item => (item.Element, item.Name));

    private bool Reaches(string grade, int preferredInEach, IReadOnlyList<EvaluationBatch> batches, Edition edition, CheckOptions options)
    {
        var isReached = true;
        var known = Circumstances.None.With("evaluationGrade", grade);
        foreach (var row in edition.Requirements)
        {
            if (row.Kind != RequirementKind.Limit || row.Condition("evaluationGrade") is not { } condition || !condition.Values.Contains(grade)) continue;
            var value = row.Measurand.Key switch
            {
                Measurands.General.EvaluationScore => Score,
                Measurands.General.EvaluationPreferredPoints => PreferredPoints,
                Measurands.General.EvaluationStageScore when row.Condition("stage") is { } stage && _stageScores.TryGetValue(stage.Values[0], out var score) => score,
                _ => null,
            };
            if (value is not { } measured) continue;
            var finding = LimitCheck.Judge(row, measured, row.Condition("stage") is { } of ? known.With("stage", of.Values[0]) : known, options);
            finding.Subject = grade;
            _findings.Add(finding);
            isReached &= finding.Decided == Verdict.Compliant;
        }

        // 10.0.7 (recalled): preferred items that score in every element, one for qualified and two for excellent.
        foreach (var element in Weights(edition, Measurands.General.EvaluationElementWeight, "evaluationElement").Keys)
        {
            var scoring = Preferred(batches).Count(group => group.Key.Element == element && ScoreOfGroup(group) > 0);
            if (scoring >= preferredInEach) continue;
            isReached = false;
            _steps.Add(new(
                $"For '{grade}' {preferredInEach} preferred items of {element} must score; {scoring} do.", $"“{grade}”要求 {element} 至少 {preferredInEach} 项优选项得分；实有 {scoring} 项。"));
        }

        return isReached;
    }

    private void Settle(EvaluationGrade grade, Evidence evidence, CheckOptions options)
    {
        ProvisionalGrade = grade;
        if (evidence >= options.EvidenceFloor)
        {
            Grade = grade;
            return;
        }

        _steps.Add(new($"Facts that decide are {Words.Of(evidence).English}: the level is provisional.", $"起决定作用的依据为“{Words.Of(evidence).Chinese}”：等级为暂定。"));
    }

    private void Miss(string name)
    {
        if (!_missing.Contains(name)) _missing.Add(name);
    }
}
