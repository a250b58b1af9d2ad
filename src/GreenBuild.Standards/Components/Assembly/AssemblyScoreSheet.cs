namespace GreenBuild.Standards.Components;

/// <summary>The grade of a prefabricated building by GB/T 51129-2017, 5.0.2.</summary>
public enum AssemblyGrade
{
    /// <summary>No grade: not a prefabricated building, or one that is not graded. This is the value of <c>default</c>.</summary>
    None = 0,

    /// <summary>Grade A (A级).</summary>
    A = 1,

    /// <summary>Grade AA (AA级).</summary>
    AA = 2,

    /// <summary>Grade AAA (AAA级).</summary>
    AAA = 3,
}

/// <summary>
/// What happens to an assembly rate that lies between two grades: the bands are printed as whole numbers (60–75, 76–90, from 91), and the text does not say to
/// which 75.4 % belongs. It concerns these gaps only; 59.9 % is below 60 % whatever is chosen.
/// </summary>
public enum AssemblyGradeRounding
{
    /// <summary>Nobody chose: a rate in a gap has no grade that could be told. This is the value of <c>default</c>.</summary>
    NotChosen = 0,

    /// <summary>To the whole per cent by GB/T 8170, half to even: 75.4 → 75, 75.5 → 76, 90.5 → 90.</summary>
    Nearest = 1,

    /// <summary>Down to the whole per cent: the higher grade has to be reached.</summary>
    Down = 2,
}

/// <summary>The assembly rate (装配率) of a single building by GB/T 51129-2017: every row, Q1 to Q4, P, the conditions of 3.0.3, and the grade.</summary>
/// <remarks>
/// <para>Points and counting rules are recalled in the catalogue, so what hangs on them is provisional unless the caller lowers the floor to <see cref="Evidence.Unconfirmed"/>.
/// A building without full fit-out is none whatever is recalled: that condition is confirmed.</para>
/// <para>An input that is missing leaves a row open between nothing and its full points; where that does not change a verdict, the verdict is given.</para>
/// </remarks>
public sealed class AssemblyScoreSheet
{
    /// <summary>The edition whose table this is.</summary>
    internal const string EditionKey = "cn.gb-t-51129-2017";

    // However well the numbers are known: what counts into each ratio stands in the methods only, as recalled.
    private const Evidence OfMethods = Evidence.Unconfirmed;

    private static readonly string[] PartWords = ["main-structure", "walls", "fit-out-services"];

    private readonly CheckOptions _options;
    private readonly List<AssemblyScoreRow> _rows = [];
    private readonly List<Finding> _contradictions = [];
    private readonly List<Finding> _claims = [];
    private readonly List<Finding> _findings = [];
    private readonly List<Finding> _grading = [];
    private readonly AssemblyPoints[] _parts = new AssemblyPoints[3];

    private AssemblyScoreSheet(AssemblyTakeOff takeOff, Edition? edition, AssemblyGradeRounding rounding, CheckOptions options)
    {
        TakeOff = takeOff;
        Edition = edition;
        Rounding = rounding;
        _options = options;
    }

    /// <summary>The take-off.</summary>
    public AssemblyTakeOff TakeOff { get; }

    /// <summary>The edition that was applied; <see langword="null"/> if none with this form is in force.</summary>
    public Edition? Edition { get; }

    /// <summary>How a rate between two grades was to be treated.</summary>
    public AssemblyGradeRounding Rounding { get; }

    /// <summary>The rows of Table 4.0.1, in its order; empty without an edition.</summary>
    public IReadOnlyList<AssemblyScoreRow> Rows => _rows.AsReadOnly();

    /// <summary>Q1, the points of the main structure, of 50.</summary>
    public AssemblyPoints Q1 => _parts[0];

    /// <summary>Q2, the points of enclosure and partition walls, of 20.</summary>
    public AssemblyPoints Q2 => _parts[1];

    /// <summary>Q3, the points of fit-out and services, of 30.</summary>
    public AssemblyPoints Q3 => _parts[2];

    /// <summary>Q4, the full points of the rows that the building does not have.</summary>
    public decimal Q4 { get; private set; }

    /// <summary>The points of the whole table, from which Q4 is taken: 100.</summary>
    public decimal FullPoints { get; private set; }

    /// <summary>P, the assembly rate in per cent, unrounded: (Q1 + Q2 + Q3) / (100 − Q4) × 100.</summary>
    public AssemblyPoints Rate { get; private set; }

    /// <summary>What is wrong with the input, then the conditions of 3.0.3: Q1, Q2, full fit-out, P.</summary>
    public IReadOnlyList<Finding> Findings => _contradictions.Concat(_findings).ToList().AsReadOnly();

    /// <summary>Claimed points that are not what the quantities give; they change no verdict.</summary>
    public IReadOnlyList<Finding> Claims => _claims.AsReadOnly();

    /// <summary>The gate of 5.0.1, and the grade. Not reaching a grade breaks nothing.</summary>
    public IReadOnlyList<Finding> Grading => _grading.AsReadOnly();

    /// <summary>Whether it is a prefabricated building: what <see cref="Findings"/> come to.</summary>
    public Verdict Verdict => Finding.OverallOf(Findings);

    /// <summary>What <see cref="Verdict"/> would be if facts below the evidence floor counted; <see langword="null"/> if that makes no difference.</summary>
    public Verdict? ProvisionalVerdict => Overall() is var verdict && verdict == Verdict ? null : verdict;

    /// <summary>The grade; <see langword="null"/> if it is not known, or hangs on facts below the evidence floor.</summary>
    public AssemblyGrade? Grade { get; private set; }

    /// <summary>The grade if facts below the evidence floor count; <see langword="null"/> if it is not known.</summary>
    public AssemblyGrade? ProvisionalGrade { get; private set; }

    /// <summary>The inputs that are missing anywhere, each once.</summary>
    public IReadOnlyList<string> Missing =>
        _rows.SelectMany(static row => row.Missing).Concat(Findings.Concat(Grading).SelectMany(static finding => finding.Missing)).Distinct().ToList().AsReadOnly();

    /// <summary>The rule on pre-assessment or assessment (3.0.2); <see langword="null"/> if the phase was not said.</summary>
    public Requirement? PhaseRule { get; private set; }

    /// <summary>Scores a building.</summary>
    /// <param name="takeOff">Its quantities.</param>
    /// <param name="place">Where it stands. Rules of a province are asked beside this: see <see cref="AssemblyFigure"/>.</param>
    /// <param name="date">The day of the assessment.</param>
    /// <param name="rounding">What happens to a rate between two grades.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>A sheet without rows, with one finding that says so, where GB/T 51129-2017 is not in force.</returns>
    /// <exception cref="ArgumentException">The take-off is <see langword="null"/>, or names a row, structure or phase that does not exist.</exception>
    public static AssemblyScoreSheet Of(
        AssemblyTakeOff takeOff, Jurisdiction place, CalendarDate date, AssemblyGradeRounding rounding = default, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        if (takeOff is null || takeOff.Absent.Concat(takeOff.ClaimedPoints.Keys).Any(static item => item is < AssemblyItem.VerticalMembers or > AssemblyItem.ServiceSeparation)
            || takeOff.Structure is < AssemblyStructure.NotSaid or > AssemblyStructure.Timber || takeOff.Phase is < AssemblyPhase.NotSaid or > AssemblyPhase.Completion)
            throw new ArgumentException("There is no take-off, or a row, structure or phase of it does not exist.", nameof(takeOff));
        Edition? edition = null;
        foreach (var candidate in (catalogue ?? StandardsCatalogue.Default).History("GB/T 51129"))
            if (candidate.HasRequirements && candidate.IsInForceOn(date) && candidate.Jurisdiction.Contains(place)) edition = candidate;
        var form = edition is not null && edition.IsAbout(Measurands.Components.ApplicationRatio) ? edition : null;
        var sheet = new AssemblyScoreSheet(takeOff, form, rounding, options ?? CheckOptions.Default);
        if (form is not null) sheet.Run(form);
        else sheet.NotInForce(edition, place, date);
        return sheet;
    }

    /// <summary>The sheet as plain text, in the order of the official form, with every intermediate value.</summary>
    public string ToText(Language language) => AssemblyScoreText.Of(this, language, isMarkdown: false);

    /// <summary>The sheet as Markdown.</summary>
    public string ToMarkdown(Language language) => AssemblyScoreText.Of(this, language, isMarkdown: true);

    private void NotInForce(Edition? edition, Jurisdiction place, CalendarDate date) => _findings.Add(new Finding(null)
    {
        Verdict = Verdict.NotApplicable,
        Subject = "assembly-rate",
        Origin = TakeOff.Origin,
        Reason = edition is null
            ? new($"GB/T 51129-2017 is not in force in {place.Name.English} on {date}.", $"{date} 在{place.Name.Chinese}未施行 GB/T 51129-2017。")
            : new($"On {date} {edition.Number} is in force, which has a form of its own.", $"{date} 施行的是 {edition.Number}，评分表不同。"),
    });

    private void Run(Edition edition)
    {
        var decimals = (int?)AssemblyRules.Find(edition, Measurands.Components.PointsDecimals)?.Value;
        foreach (var form in AssemblyForm.All)
        {
            var row = edition.Requirements.First(row => row.Kind == RequirementKind.ScoreRow && row.Condition("scoreItem")?.Values[0] == form.Word);
            _rows.Add(new AssemblyScoreRow(form, row, AssemblyCount.Of(TakeOff, form, edition), TakeOff.HasFullFitOut, decimals));
        }

        for (var i = 0; i < 3; i++) _parts[i] = AssemblyPoints.Sum(_rows.Where(row => row.PartWord == PartWords[i]).Select(static row => row.Points));
        FullPoints = edition.Requirements.Where(static row => row.Measurand.Key == Measurands.Components.PartScore && row.Comparator == Comparator.LessThanOrEqual).Sum(static row => row.Value ?? 0);
        Q4 = _rows.Where(static row => row.IsAbsent).Sum(static row => row.FullPoints);
        Rate = RateOf(AssemblyPoints.Sum(_parts));
        var phase = TakeOff.Phase switch { AssemblyPhase.Design => "design", AssemblyPhase.Completion => "completion", _ => null };
        if (phase is not null) PhaseRule = AssemblyRules.Find(edition, Measurands.Components.AssessmentStep, ("assessmentPhase", phase));

        FindContradictions();
        JudgeGroup(edition);
        JudgeConditions(edition);
        JudgeGrade(edition);
    }

    private AssemblyPoints RateOf(AssemblyPoints points) => new(points.Low * 100 / (FullPoints - Q4), points.High * 100 / (FullPoints - Q4));

    private void FindContradictions()
    {
        foreach (var row in _rows)
        {
            if (row.Contradiction is { } contradiction) _contradictions.Add(Contradiction(row, contradiction));
            if (!TakeOff.ClaimedPoints.TryGetValue(row.Item, out var claimed) || (row.Points.Low <= claimed && claimed <= row.Points.High)) continue;
            var (title, given, points) = (row.Form.Title, Words.Number(claimed), row.Points.ToString());
            var isBelowFloor = row.Ratio < row.Requirement.Range?.Low;
            _claims.Add(Contradiction(row, row switch
            {
                { IsAbsent: true } => new($"{title.English}: {given} points are claimed for what the building does not have.", $"{title.Chinese}：缺项却申报了 {given} 分。"),
                { Item: AssemblyItem.FullFitOut } => new($"{title.English}: {given} points are claimed; {points} by what is said of it.", $"{title.Chinese}：申报 {given} 分，按所述情况为 {points} 分。"),
                _ when isBelowFloor && claimed > 0 => new(
                    $"{title.English}: {given} points are claimed at {Words.Level(row.Ratio!.Value)} %, below the least ratio of {Words.Number(row.Requirement.Range!.Low!.Value)} %: 0.",
                    $"{title.Chinese}：应用比例 {Words.Level(row.Ratio.Value)} % 低于最低要求 {Words.Number(row.Requirement.Range.Low.Value)} %，却申报了 {given} 分；应为 0 分。"),
                _ => new($"{title.English}: {given} points are claimed; the quantities give {points}.", $"{title.Chinese}：申报 {given} 分，按工程量计算为 {points} 分。"),
            }));
        }
    }

    private Finding Contradiction(AssemblyScoreRow row, BilingualText reason)
    {
        var finding = new Finding(row.Requirement) { Verdict = Verdict.Invalid, Subject = row.Form.Word, Origin = TakeOff.Origin, Reason = reason };
        finding.Steps.AddRange(row.Explanation);
        if (!finding.Steps.Contains(reason)) finding.Steps.Add(reason);
        return finding;
    }

    private void JudgeGroup(Edition edition)
    {
        var unit = AssemblyRules.Find(edition, Measurands.Components.AssessmentUnit);
        var storeys = AssemblyRules.Find(edition, Measurands.Components.GroupAssessmentStoreys);
        var area = AssemblyRules.Find(edition, Measurands.Components.GroupAssessmentFloorArea);
        if (TakeOff.Group.Count == 0 || storeys is null || area is null) return;
        foreach (var building in TakeOff.Group)
        {
            foreach (var (rule, value, input) in new[] { (storeys, building.Storeys, "storeys"), (area, building.AboveGroundArea, "aboveGroundFloorArea") })
            {
                var comparison = value is { } known ? LimitCheck.Compare(rule, known, rule.Value ?? 0) : default;
                if (value is > 0 && comparison.IsMet) continue;
                var finding = new Finding(unit) { Subject = "assessment-unit", Origin = TakeOff.Origin };
                finding.Rely(rule);
                finding.Steps.Add(new($"{rule.Citation}, {rule.Title.English}.", $"{rule.Citation}，{rule.Title.Chinese}。"));
                if (value is null)
                {
                    finding.Missing = [input];
                    finding.Reason = Words.NotKnownOfAssembly(finding.Missing);
                }
                else
                {
                    var unitText = rule.Unit == "1" ? "" : " " + rule.Unit;
                    finding.Verdict = Verdict.Invalid;
                    finding.Reason = new(
                        $"{InputError.Quote(building.Name)}: {Words.OfAssemblyInput(input).English} {Words.Number(value.Value)}{unitText}, for a group {Words.ValueOf(rule).English}; it is a unit of its own.",
                        $"{InputError.Quote(building.Name)}：{Words.OfAssemblyInput(input).Chinese} {Words.Number(value.Value)}{unitText}，组团要求 {Words.ValueOf(rule).Chinese}；应单独作为评价单元。");
                }

                _contradictions.Add(finding);
            }
        }
    }

    private void JudgeConditions(Edition edition)
    {
        foreach (var (part, i) in new[] { (Q1, 0), (Q2, 1) })
        {
            if (AssemblyRules.Find(edition, Measurands.Components.PartScore, ("scorePart", PartWords[i]), ("assessmentPurpose", "prefabricated-building")) is not { } least) continue;
            var rows = _rows.Where(row => row.PartWord == PartWords[i]).ToList();
            var finding = Begin(least, i == 0 ? "Q1" : "Q2");
            var sum = string.Join(" + ", rows.Where(static row => !row.IsAbsent).Select(static row => row.Points.ToString()));
            finding.Step($"{finding.Subject} = {(sum.Length == 0 ? "0" : sum)} = {part}.", $"{finding.Subject} = {(sum.Length == 0 ? "0" : sum)} = {part}。");
            Conclude(finding, part, rows);
        }

        JudgeFitOut(edition);
        if (AssemblyRules.Find(edition, Measurands.Components.AssemblyRate, ("assessmentPurpose", "prefabricated-building")) is { } rate)
        {
            var finding = Begin(rate, "P");
            finding.Step(RateEquation + "%.", RateEquation + "%。");
            Conclude(finding, Rate, _rows);
        }
    }

    internal string RateEquation => $"P = (Q1 + Q2 + Q3) / ({Words.Number(FullPoints)} − Q4) × 100 % = ({Q1} + {Q2} + {Q3}) / ({Words.Number(FullPoints)} − {Words.Number(Q4)}) × 100 % = {Rate} ";

    private void JudgeFitOut(Edition edition)
    {
        if (edition.Requirements.FirstOrDefault(static row => row is { Kind: RequirementKind.Measure, Measurand.Key: Measurands.Components.FullFitOut }) is not { } duty) return;
        var (finding, row) = (Begin(duty, "full-fit-out"), _rows[(int)AssemblyItem.FullFitOut]);
        finding.Evidence = duty.Evidence;
        _findings.Add(finding);
        if (TakeOff.HasFullFitOut is not { } isDone || row.Contradiction is not null)
        {
            Ask(finding, ["fullFitOut"]);
            return;
        }

        finding.Reason = isDone ? new("Full fit-out is done.", "已采用全装修。") : new("Without full fit-out it is no prefabricated building, whatever it scores.", "未采用全装修，不能认定为装配式建筑，与得分无关。");
        finding.Steps.Add(finding.Reason);
        finding.Conclude(isDone ? Verdict.Compliant : Verdict.NonCompliant, _options);
    }

    private Finding Begin(Requirement requirement, string subject)
    {
        var finding = new Finding(requirement) { Subject = subject, Origin = TakeOff.Origin, Unit = requirement.Unit };
        LimitCheck.Cite(finding, requirement);
        finding.Rely(requirement.Evidence);
        return finding;
    }

    private static void Ask(Finding finding, IReadOnlyList<string> missing)
    {
        finding.Missing = missing;
        finding.Reason = Words.NotKnownOfAssembly(missing);
        finding.Steps.Add(finding.Reason);
    }

    /// <summary>Judges a value that may be open: where both ends are judged alike, what is missing does not matter.</summary>
    private void Conclude(Finding finding, AssemblyPoints value, IReadOnlyList<AssemblyScoreRow> rows)
    {
        _findings.Add(finding);
        var limit = finding.Requirement!;
        foreach (var row in rows)
        {
            finding.Rely(row.Requirement);
            foreach (var rule in row.Rules) finding.Rely(rule);
        }

        finding.Rely(OfMethods);
        LimitCheck.TryCompare(limit, value.Low, out var low);
        LimitCheck.TryCompare(limit, value.High, out var high);
        var missing = MissingOf(rows);
        if (low.IsMet != high.IsMet)
        {
            Ask(finding, missing);
            return;
        }

        if (value.Value is null)
        {
            var open = Words.NotKnownOfAssembly(missing);
            finding.Step(open.English + " It does not change the verdict.", open.Chinese + "不影响结论。");
        }

        finding.Measured = low.IsMet ? value.Low : value.High;
        LimitCheck.Conclude(finding, limit, low.IsMet ? low : high, _options);
    }

    private static List<string> MissingOf(IEnumerable<AssemblyScoreRow> rows) => rows
        .Where(static row => row.Points.Value is null)
        .SelectMany(static row => row.Contradiction is null ? row.Missing : [row.Form.Part.Input]).Distinct().ToList();

    private void JudgeGrade(Edition edition)
    {
        var verdict = Overall();
        var gate = AssemblyRules.Find(edition, Measurands.Components.ApplicationRatio, ("assessmentPurpose", "grading"));
        var bands = AssemblyRules.Bands(edition);
        if (gate is null || bands.Count == 0) return;
        var vertical = _rows[(int)AssemblyItem.VerticalMembers];
        var gateFinding = Begin(gate, "grading-gate");
        gateFinding.Steps.AddRange(vertical.Explanation);
        gateFinding.Rely(OfMethods);
        _grading.Add(gateFinding);
        if (verdict == Verdict.NonCompliant)
        {
            gateFinding.Verdict = Verdict.NotApplicable;
            gateFinding.Reason = new("Only a prefabricated building by 3.0.3 is graded.", "不满足 3.0.3 的建筑不作等级评价。");
            SettleNone(gateFinding.Reason, Verdict == Verdict.NonCompliant);
            return;
        }

        if (vertical.Ratio is not { } ratio) Ask(gateFinding, MissingOf([vertical]));
        else if (LimitCheck.TryCompare(gate, ratio, out var comparison))
        {
            gateFinding.Measured = ratio;
            LimitCheck.Conclude(gateFinding, gate, comparison, _options);
        }

        if (gateFinding.Decided == Verdict.NonCompliant)
        {
            SettleNone(new($"Vertical members are below the gate of {gate.Clause}: not graded, whatever P is.", $"竖向构件比例未达到 {gate.Clause} 的要求：不评等级，与装配率无关。"), !gateFinding.IsProvisional);
            return;
        }

        var (low, high) = (GradeOf(Rate.Low, bands, out var isLowInGap), GradeOf(Rate.High, bands, out var isHighInGap));
        var finding = Begin(bands.Find(band => AssemblyRules.GradeOf(band) == low) ?? bands[0], "grade");
        finding.Rely(OfMethods);
        foreach (var row in _rows) finding.Rely(row.Requirement);
        _grading.Add(finding);
        if (Rate.Value is null && (low != high || low is null)) Ask(finding, MissingOf(_rows));
        else if (isLowInGap || isHighInGap) AskRounding(finding, bands);
        else if (verdict == Verdict.Indeterminate) Ask(finding, _contradictions.Count > 0 ? _contradictions.Select(static contradiction => contradiction.Subject).Distinct().ToList() : Missing);
        else if (gateFinding.Decided != Verdict.Compliant) Ask(finding, gateFinding.Missing);
        else Settle(finding, low ?? AssemblyGrade.None, bands);
    }

    private void AskRounding(Finding finding, List<Requirement> bands)
    {
        Ask(finding, ["gradeRounding"]);
        finding.Steps.Add(Words.BetweenGrades(Rate + " %", bands));
    }

    private void Settle(Finding finding, AssemblyGrade grade, List<Requirement> bands)
    {
        var name = Words.Of(grade);
        if (grade == AssemblyGrade.None)
        {
            finding.Verdict = Verdict.NotApplicable;
            finding.Reason = new($"P = {Rate} % is below {Words.Number(bands[0].Value ?? 0)} %: no grade.", $"装配率 {Rate} % 低于 {Words.Number(bands[0].Value ?? 0)} %：无等级。");
            finding.Steps.Add(finding.Reason);
        }
        else
        {
            (finding.Measured, finding.Compared, finding.Limit) = (Rate.Low, RoundedInGap(Rate.Low, bands), finding.Requirement!.Value);
            if (finding.Compared != finding.Measured)
                finding.Step(
                    $"Between two grades, {(Rounding == AssemblyGradeRounding.Down ? "down" : "by GB/T 8170, half to even,")} to the whole per cent as the caller chose: {Words.Number(finding.Compared!.Value)} %.",
                    $"处于两个等级之间，按所选方式{(Rounding == AssemblyGradeRounding.Down ? "舍去小数" : "按 GB/T 8170 修约到整数（四舍六入五成双）")}：{Words.Number(finding.Compared.Value)} %。");
            finding.Reason = new($"P = {Rate} %: {name.English}.", $"装配率 {Rate} %：{name.Chinese}。");
            finding.Steps.Add(finding.Reason);
            finding.Conclude(Verdict.Compliant, _options);
        }

        ProvisionalGrade = grade;
        Grade = finding.Evidence >= _options.EvidenceFloor ? grade : null;
    }

    private void SettleNone(BilingualText reason, bool isSure)
    {
        _grading.Add(new Finding(null) { Verdict = Verdict.NotApplicable, Subject = "grade", Origin = TakeOff.Origin, Reason = reason });
        ProvisionalGrade = AssemblyGrade.None;
        Grade = isSure ? AssemblyGrade.None : null;
    }

    /// <summary>The grade of a rate; <see langword="null"/> in a gap that nobody settled.</summary>
    private AssemblyGrade? GradeOf(decimal rate, List<Requirement> bands, out bool isInGap)
    {
        (var grade, isInGap) = AssemblyRules.GradeAt(bands, RoundedInGap(rate, bands));
        return isInGap ? null : grade;
    }

    /// <summary>The rate that is compared with the bands: one between two of them as the caller chose to round it.</summary>
    internal decimal RoundedInGap(decimal rate, List<Requirement> bands)
    {
        if (Rounding == AssemblyGradeRounding.NotChosen || rate < bands[0].Value || bands.Exists(band => LimitCheck.Meets(band, rate))) return rate;
        return Rounding == AssemblyGradeRounding.Down ? Math.Floor(rate) : Gbt8170.Round(rate, 0);
    }

    private Verdict Overall() => Finding.OverallOf(Findings.Select(static finding => finding.Decided));
}
