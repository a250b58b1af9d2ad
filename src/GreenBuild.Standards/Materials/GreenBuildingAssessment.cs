namespace GreenBuild.Standards.Materials;

/// <summary>The level of a building by GB/T 50378.</summary>
public enum GreenBuildingGrade
{
    /// <summary>None: a control item is not met. This is the value of <c>default</c>.</summary>
    None = 0,

    /// <summary>Basic (基本级): all control items are met.</summary>
    Basic = 1,

    /// <summary>One star (一星级).</summary>
    OneStar = 2,

    /// <summary>Two stars (二星级).</summary>
    TwoStars = 3,

    /// <summary>Three stars (三星级).</summary>
    ThreeStars = 4,
}

/// <summary>What the assessment of a building found. What is not known is left out and asked for.</summary>
public sealed class GreenBuildingScores
{
    /// <summary>The phase, a word of the facet <c>assessmentPhase</c>: <c>design</c> for the pre-assessment (预评价), <c>completion</c> for the assessment (评价).</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public required string Phase { get; init => field = Vocabulary.Checked("assessmentPhase", value); }

    /// <summary>Whether every control item (控制项) is met.</summary>
    public bool? AreControlItemsMet { get; init; }

    /// <summary>The points by category, words of the facet <c>scoreCategory</c>: five categories of score items, and <c>innovation</c>.</summary>
    /// <exception cref="ArgumentException">One of them is no such category.</exception>
    public required IReadOnlyDictionary<string, decimal> Points
    {
        get;
        init
        {
            foreach (var category in value.Keys) Vocabulary.Checked("scoreCategory", category);
            field = value;
        }
    }

    /// <summary>Whether the building is fully decorated (全装修).</summary>
    public bool? IsFullyDecorated { get; init; }

    /// <summary>By how much the main indoor pollutants lie below GB/T 18883, in %: that of the worst.</summary>
    public decimal? PollutantReduction { get; init; }

    /// <summary>The application ratio of green materials, by the method of 2024; <see langword="null"/> if it was not computed. One by the method of 2019 is not taken.</summary>
    public GreenMaterialRatio? MaterialRatio { get; init; }
}

/// <summary>The score and the level of a building by GB/T 50378-2019 and its revision of 2024: Q = (Q0 + Q1 + … + Q5 + QA) / 10.</summary>
/// <remarks>
/// The catalogue has a part of the rules. Of Table 3.2.8 it has full decoration, indoor pollutants and, from 2024-10-01, the ratio of green materials; the other columns (envelope, water,
/// sound, windows) are to be checked besides: the level is the highest that the known rules allow.
/// </remarks>
public sealed class GreenBuildingAssessment
{
    private static readonly string[] Categories = ["safety-durability", "health-comfort", "convenience", "resource-saving", "environment"];
    private const string Innovation = "innovation";

    private readonly FactorSheet _score = new();
    private readonly Dictionary<string, Requirement> _full = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];
    private readonly List<string> _missing = [];
    private readonly List<BilingualText> _steps = [];

    private GreenBuildingAssessment(Edition? edition) => Edition = edition;

    /// <summary>The edition that was applied; <see langword="null"/> if none was in force.</summary>
    public Edition? Edition { get; }

    /// <summary>The total score Q; <see langword="null"/> if it is not known.</summary>
    public decimal? Score { get; private set; }

    /// <summary>The level; <see langword="null"/> if it is not known, or hangs on facts below the evidence floor.</summary>
    public GreenBuildingGrade? Grade { get; private set; }

    /// <summary>The level if facts below the evidence floor count; <see langword="null"/> if it is not known.</summary>
    public GreenBuildingGrade? ProvisionalGrade { get; private set; }

    /// <summary>Each threshold of each star, judged; the subject is the star, with the category where it is one of a category.</summary>
    public IReadOnlyList<Finding> Findings => _findings.AsReadOnly();

    /// <summary>What is missing: <c>controlItems</c>, <c>scoreCategory:…</c>, <c>fullDecoration</c>, <c>pollutantReduction</c>, <c>materialRatio</c>, <c>edition</c>; empty if nothing is.</summary>
    public IReadOnlyList<string> Missing => _missing.AsReadOnly();

    /// <summary>The weakest evidence of what score and level rest on.</summary>
    public Evidence Evidence { get; private set; } = Evidence.Confirmed;

    /// <summary>How it was computed, step by step.</summary>
    public IReadOnlyList<BilingualText> Explanation => _steps.AsReadOnly();

    /// <summary>Assesses a building by the edition that is in force on a day.</summary>
    /// <param name="scores">What the assessment found.</param>
    /// <param name="place">The place of the building.</param>
    /// <param name="date">The day of the assessment; the revision of 2024 holds from 2024-10-01.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public static GreenBuildingAssessment Evaluate(GreenBuildingScores scores, Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        var edition = (catalogue ?? StandardsCatalogue.Default).EditionInForce("GB/T 50378", place, date);
        var assessment = new GreenBuildingAssessment(edition);
        if (edition is null) assessment.Miss("edition");
        else assessment.Run(edition, scores, options ?? CheckOptions.Default);
        return assessment;
    }

    private void Run(Edition edition, GreenBuildingScores scores, CheckOptions options)
    {
        var known = Circumstances.None.With("assessmentPhase", scores.Phase);
        var control = Factor(edition, Measurands.Materials.GreenBuildingPoints, known.With("itemType", "control"));
        var divisor = Factor(edition, Measurands.Materials.GreenBuildingScoreDivisor, known);
        foreach (var category in Categories.Append(Innovation))
            if (Factor(edition, Measurands.Materials.GreenBuildingFullPoints, known.With("scoreCategory", category)) is { } full) _full[category] = full;
        if (control is null || divisor is null || _full.Count < Categories.Length + 1)
        {
            // What another edition says is no stopgap for it.
            Miss("edition");
            _steps.Add(new($"How {edition.Number} adds its points is not known; another edition is not used for it.", $"未掌握 {edition.Number} 的计分方法，不以其他版本代替。"));
            return;
        }

        AddUp(scores, control, divisor);
        if (scores.AreControlItemsMet == false)
        {
            _steps.Add(new("A control item is not met: no level, whatever the score.", "存在不满足的控制项：不评级，与得分无关。"));
            Settle(GreenBuildingGrade.None, options);
            return;
        }

        if (scores.AreControlItemsMet is null)
        {
            Miss("controlItems");
            return;
        }

        var grade = GreenBuildingGrade.Basic;
        foreach (var star in new[] { GreenBuildingGrade.OneStar, GreenBuildingGrade.TwoStars, GreenBuildingGrade.ThreeStars })
        {
            var reached = Reaches(star, edition, scores, options);
            // Where a threshold is open the level is, unless another excludes the star.
            if (reached is null) return;
            if (reached == false) break;
            grade = star;
        }

        if (edition.IsPartial)
            _steps.Add(new(
                $"Of {edition.Number} only a part is known: the other columns of Table 3.2.8 and the control items are to be checked besides.", $"{edition.Number} 仅收录部分条文：表 3.2.8 其他各栏及控制项须另行核对。"));
        Settle(grade, options);
    }

    private void AddUp(GreenBuildingScores scores, Requirement control, Requirement divisor)
    {
        var sum = 0m;
        foreach (var category in Categories)
        {
            if (!scores.Points.TryGetValue(category, out var points) || points < 0 || points > _full[category].Value) Miss("scoreCategory:" + category);
            else sum += points;
        }

        if (!scores.Points.TryGetValue(Innovation, out var innovation)) innovation = 0;
        if (innovation < 0) Miss("scoreCategory:" + Innovation);
        if (_missing.Count > 0 || scores.AreControlItemsMet != true) return;
        _score.Cite(control);
        _score.Cite(divisor);
        if (innovation > _full[Innovation].Value)
        {
            innovation = _full[Innovation].Value!.Value;
            _score.Cite(_full[Innovation]);
        }

        Score = (control.Value!.Value + sum + innovation) / divisor.Value!.Value;
        _score.Step(
            $"Q = ({Words.Number(control.Value.Value)} + {Words.Number(sum)} + {Words.Number(innovation)}) / {Words.Number(divisor.Value.Value)} = {Words.Level(Score.Value)}.",
            $"Q = ({Words.Number(control.Value.Value)} + {Words.Number(sum)} + {Words.Number(innovation)})/{Words.Number(divisor.Value.Value)} = {Words.Level(Score.Value)}。");
        _steps.AddRange(_score.Explanation);
        Weaken(_score.Evidence);
    }

    private static Requirement? Factor(Edition edition, string measurand, Circumstances known) =>
        edition.Requirements.FirstOrDefault(row => row is { Kind: RequirementKind.Factor, Value: not null } && row.Measurand.Key == measurand && row.AppliesTo(known, out _) == FacetMatch.Holds);

    /// <summary>Whether the building reaches a star; <see langword="null"/> if that is open.</summary>
    private bool? Reaches(GreenBuildingGrade star, Edition edition, GreenBuildingScores scores, CheckOptions options)
    {
        var word = ((int)star - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var missing = new List<string>();
        var (isExcluded, evidence) = (false, Evidence.Confirmed);
        foreach (var row in edition.Requirements)
        {
            if (row.Condition("greenBuildingStars") is not { } condition || !condition.Values.Contains(word)) continue;
            foreach (var finding in Judge(row, scores, options))
            {
                finding.Subject = word + (finding.Subject.Length > 0 ? " " + finding.Subject : "");
                _findings.Add(finding);
                if (finding.Evidence < evidence) evidence = finding.Evidence;
                if (finding.Missing.Count > 0)
                {
                    missing.AddRange(finding.Missing);
                    continue;
                }

                isExcluded |= finding.Decided == Verdict.NonCompliant;
            }
        }

        Weaken(evidence);
        if (isExcluded) return false;
        foreach (var name in missing) Miss(name);
        return missing.Count > 0 ? null : true;
    }

    private IEnumerable<Finding> Judge(Requirement row, GreenBuildingScores scores, CheckOptions options)
    {
        switch (row.Measurand.Key)
        {
            case Measurands.Materials.GreenBuildingScore:
                yield return ComputedFinding.Judge(row, Score, "1", _score, Missing, options);
                break;
            case Measurands.Materials.CategoryScoreShare:
                foreach (var category in Categories)
                {
                    var basis = new FactorSheet();
                    basis.Cite(_full[category]);
                    decimal? share = scores.Points.TryGetValue(category, out var points) && points >= 0 && points <= _full[category].Value ? points * 100 / _full[category].Value!.Value : null;
                    var finding = ComputedFinding.Judge(row, share, "%", basis, ["scoreCategory:" + category], options);
                    finding.Subject = category;
                    yield return finding;
                }

                break;
            case Measurands.Materials.FullDecoration:
                yield return ComputedFinding.JudgeDuty(row, scores.IsFullyDecorated, "fullDecoration", options);
                break;
            case Measurands.Materials.IndoorPollutantReduction:
                yield return ComputedFinding.Judge(row, scores.PollutantReduction, "%", new FactorSheet(), ["pollutantReduction"], options);
                break;
            case Measurands.Materials.GreenMaterialRatio:
                // Points by the method of 2019 are no ratio of 2024, with which the column of Table 3.2.8 came.
                var ratio = scores.MaterialRatio is { IsOf2024: true } counted ? counted : null;
                yield return ComputedFinding.Judge(row, ratio?.Ratio, "%", ratio?.Basis ?? new FactorSheet(), ["materialRatio"], options);
                break;
        }
    }

    private void Settle(GreenBuildingGrade grade, CheckOptions options)
    {
        ProvisionalGrade = grade;
        if (grade == GreenBuildingGrade.None) Evidence = Evidence.Confirmed;
        if (Evidence >= options.EvidenceFloor)
        {
            Grade = grade;
            return;
        }

        _steps.Add(new($"Facts that decide are {Words.Of(Evidence).English}: the level is provisional.", $"起决定作用的依据为“{Words.Of(Evidence).Chinese}”：等级为暂定。"));
    }

    private void Weaken(Evidence evidence)
    {
        if (evidence < Evidence) Evidence = evidence;
    }

    private void Miss(string name)
    {
        if (!_missing.Contains(name)) _missing.Add(name);
    }
}
