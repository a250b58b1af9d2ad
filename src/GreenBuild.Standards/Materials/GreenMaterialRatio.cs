namespace GreenBuild.Standards.Materials;

/// <summary>One kind of material of a project, with how much of it is certified green.</summary>
public sealed class GreenMaterialItem
{
    /// <summary>Creates an item.</summary>
    /// <param name="group">The group, a word of the facet <c>materialGroup</c>: <c>q1</c> structure and envelope, <c>q2</c> decoration, <c>q3</c> services, <c>q4</c> outdoor works.</param>
    /// <param name="name">The kind of material.</param>
    /// <param name="used">How much of it is used, in any unit.</param>
    /// <param name="green">How much of that has a green material certificate, in the same unit.</param>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public GreenMaterialItem(string group, string name, decimal used, decimal green)
    {
        Group = Vocabulary.Checked("materialGroup", group);
        Name = name;
        Used = used;
        Green = green;
    }

    /// <summary>The group.</summary>
    public string Group { get; }

    /// <summary>The kind of material.</summary>
    public string Name { get; }

    /// <summary>How much of it is used.</summary>
    public decimal Used { get; }

    /// <summary>How much of that is certified green.</summary>
    public decimal Green { get; }
}

/// <summary>The application ratio of green building materials (绿色建材应用比例) of a project, which GB/T 50378 asks for in 3.2.8 and 7.2.18.</summary>
/// <remarks>
/// By the method of 2024: of each group weight · (kinds that are green to 80 % or more) / (kinds used); P is their sum. Weights and threshold are known from one tool; how the
/// standard treats a group of which nothing is used was not seen: the tool gives it nothing, and so does this, and the ratio then is <see cref="Evidence.Unconfirmed"/>.
/// </remarks>
public sealed class GreenMaterialRatio
{
    private const decimal Most = 1_000_000_000_000;
    private static readonly string[] Groups = ["q1", "q2", "q3", "q4"];

    private readonly FactorSheet _sheet = new();
    private readonly List<Finding> _items = [];
    private readonly List<string> _absent = [];
    private readonly List<string> _missing = [];
    private readonly Dictionary<string, decimal> _scores = new(StringComparer.Ordinal);

    private GreenMaterialRatio()
    {
    }

    /// <summary>The ratio P in %; <see langword="null"/> if it is not known.</summary>
    public decimal? Ratio { get; private set; }

    /// <summary>The points of the groups of which something is used, by <c>q1</c> to <c>q4</c>.</summary>
    public IReadOnlyDictionary<string, decimal> GroupScores => _scores;

    /// <summary>The groups of which nothing is used.</summary>
    public IReadOnlyList<string> AbsentGroups => _absent.AsReadOnly();

    /// <summary>Each kind against the threshold of its share.</summary>
    public IReadOnlyList<Finding> Items => _items.AsReadOnly();

    /// <summary>What is missing, <c>materialGroup</c> where no kind was given at all, or nothing of any; empty if nothing is.</summary>
    public IReadOnlyList<string> Missing => _missing.AsReadOnly();

    /// <summary>The weakest evidence of what the ratio rests on.</summary>
    public Evidence Evidence => _sheet.Evidence;

    /// <summary>How it was computed, step by step.</summary>
    public IReadOnlyList<BilingualText> Explanation => _sheet.Explanation;

    internal FactorSheet Basis => _sheet;

    /// <summary>Whether it was computed by the method of 2024, which the revision of GB/T 50378 of that year goes by.</summary>
    internal bool IsOf2024 { get; private set; }

    /// <summary>Computes the ratio from kinds of material by the method of 2024.</summary>
    /// <param name="items">The kinds that are used.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day of the evaluation.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor of the findings on kinds; <see cref="CheckOptions.Default"/> if not given. The ratio does not hang on it.</param>
    public static GreenMaterialRatio Of(IReadOnlyList<GreenMaterialItem> items, Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null) =>
        Of(items, [], place, date, catalogue ?? StandardsCatalogue.Default, options ?? CheckOptions.Default);

    /// <summary>The same where something is known to be missing already.</summary>
    internal static GreenMaterialRatio Of(
        IReadOnlyList<GreenMaterialItem> items, IReadOnlyList<string> missing, Jurisdiction place, CalendarDate date, StandardsCatalogue catalogue, CheckOptions options)
    {
        var ratio = new GreenMaterialRatio();
        ratio._missing.AddRange(missing);
        var known = Circumstances.None.With("ratioMethod", "2024");
        if (catalogue.Governing(Measurands.Materials.GreenMaterialItemShare, place, date, known, options).Requirement is not { } threshold)
        {
            // The weights of 2024 begin with the revision of GB/T 50378 that uses them.
            ratio._missing.Add("edition");
            return ratio;
        }

        // Of no material at all, or nothing of any, the ratio is not 0: nobody said of which group anything is.
        if (missing.Count == 0 && items.All(static item => item is { Used: 0, Green: 0 })) ratio._missing.Add("materialGroup");
        ratio.IsOf2024 = true;
        ratio._sheet.Cite(threshold);
        foreach (var group in Groups)
        {
            if (FactorSheet.Find(catalogue, Measurands.Materials.GreenMaterialGroupWeight, place, date, known.With("materialGroup", group)) is { } weight)
                ratio.Score(weight, group, items, threshold, known, options);
            else
                ratio._missing.Add("weight:" + group);
        }

        ratio.Conclude();
        return ratio;
    }

    /// <summary>Computes the ratio by the method of 2019: P = (S1 + S2 + S3 + S4) / 100.</summary>
    /// <param name="structure">S1, the points of main structure materials.</param>
    /// <param name="walls">S2, enclosure walls and partitions.</param>
    /// <param name="decoration">S3, decoration.</param>
    /// <param name="others">S4, others.</param>
    /// <remarks>The revision of GB/T 50378 of 2024 does not go by it. The points themselves are the caller's: how many a group can have was not seen. More than 100 in all, or fewer than none, are not taken.</remarks>
    public static GreenMaterialRatio OfPoints(decimal structure, decimal walls, decimal decoration, decimal others)
    {
        var ratio = new GreenMaterialRatio();
        ratio._sheet.Weaken(Evidence.Unconfirmed);
        decimal[] points = [structure, walls, decoration, others];
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] is < 0 or > 100) ratio._missing.Add("S" + (i + 1));
            else ratio._scores[Groups[i]] = points[i];
        }

        if (ratio._missing.Count == 0 && points.Sum() > 100) ratio._missing.Add("points");
        ratio._sheet.Step("Method of 2019 (from one page): P = (S1 + S2 + S3 + S4) / 100; how many points a group can have was not seen.", "2019 年方法（单一来源）：P = (S1 + S2 + S3 + S4)/100；各组满分未见。");
        ratio.Conclude();
        return ratio;
    }

    private void Score(Requirement weight, string group, IReadOnlyList<GreenMaterialItem> items, Requirement threshold, Circumstances known, CheckOptions options)
    {
        var (used, reached) = (0, 0);
        foreach (var item in Kinds(items, group))
        {
            if (item is { Used: 0, Green: 0 }) continue;
            used++;
            if (IsImpossible(item))
            {
                _missing.Add("item:" + item.Name);
                continue;
            }

            // The share is not rounded: 79.99 % is not 80 %.
            var share = item.Green * 100 / item.Used;
            var finding = LimitCheck.Judge(threshold, share, known, options, "%");
            finding.Subject = item.Name;
            _items.Add(finding);
            if (LimitCheck.Meets(threshold, share)) reached++;
        }

        if (used == 0)
        {
            _absent.Add(group);
            _sheet.Weaken(Evidence.Unconfirmed);
            _sheet.Step(
                $"Nothing of group {group} is used: it scores 0, as in the tool that was seen; how the standard treats it was not seen.",
                $"{group} 组未使用任何材料：按所见软件计 0 分；标准的处理方式未见。");
            return;
        }

        _sheet.Cite(weight);
        var score = weight.Value!.Value * reached / used;
        _scores[group] = score;
        _sheet.Step($"{group}: {Words.Number(weight.Value.Value)} · {reached} / {used} = {Words.Level(score)}.", $"{group}：{Words.Number(weight.Value.Value)} × {reached} / {used} = {Words.Level(score)}。");
    }

    // A kind that is named in several parts is one kind.
    private static IEnumerable<GreenMaterialItem> Kinds(IReadOnlyList<GreenMaterialItem> items, string group)
    {
        foreach (var kind in items.Where(item => item.Group == group).GroupBy(static item => NameText.Fold(item.Name)))
        {
            var parts = kind.ToList();
            // A part that makes no sense stays by itself, so that it is named.
            var wrong = parts.Find(IsImpossible);
            yield return wrong ?? (parts.Count == 1 ? parts[0] : new GreenMaterialItem(group, parts[0].Name.Trim(), parts.Sum(static part => part.Used), parts.Sum(static part => part.Green)));
        }
    }

    private static bool IsImpossible(GreenMaterialItem item) => item.Used is < 0 or > Most || item.Green < 0 || item.Green > item.Used;

    private void Conclude()
    {
        if (_missing.Count > 0) return;
        Ratio = _scores.Values.Sum();
        _sheet.Step($"P = {Words.Level(Ratio.Value)} %.", $"P = {Words.Level(Ratio.Value)} %。");
    }
}
