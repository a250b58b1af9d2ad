namespace GreenBuild.Standards.Components;

/// <summary>One line of a component schedule: pieces that are alike.</summary>
public sealed record ScheduledComponent
{
    /// <summary>The type mark of the schedule, for example <c>YB-12</c>.</summary>
    public required string TypeMark { get; init; }

    /// <summary>The category, a word of the facet <c>component</c>; a line with another word counts nowhere and is a finding.</summary>
    public required string Category { get; init; }

    /// <summary>The coordinating sizes in mm.</summary>
    public required ComponentSize Size { get; init; }

    /// <summary>How many pieces, 1 or more; 1 if not given.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The volume of one piece in m3; <see langword="null"/> if not known.</summary>
    public decimal? Volume { get; init; }

    /// <summary>What else makes a specification: concrete, reinforcement, section; pieces that differ in it are of different types. Empty if there is nothing else.</summary>
    public string Specification { get; init; } = "";

    /// <summary>Where the line stands.</summary>
    public FindingOrigin? Origin { get; init; }
}

/// <summary>All pieces of one specification: same category, sizes and <see cref="ScheduledComponent.Specification"/>, whatever their marks.</summary>
public sealed class ComponentType
{
    internal ComponentType(TypeKey key, bool? isStandard) => (Key, IsStandard) = (key, isStandard);

    /// <summary>The category.</summary>
    public string Category => Key.Category;

    /// <summary>The sizes in mm.</summary>
    public ComponentSize Size => Key.Size;

    /// <summary>What else makes the specification.</summary>
    public string Specification => Key.Specification;

    /// <summary>The marks under which the schedule has it, sorted; more than one where the same piece was drawn twice.</summary>
    public IReadOnlyList<string> Marks { get; internal set; } = [];

    /// <summary>How many pieces.</summary>
    public long Count { get; internal set; }

    /// <summary>The volume of all pieces in m3; <see langword="null"/> if that of one is not known.</summary>
    public decimal? Volume { get; internal set; } = 0;

    /// <summary>Whether its sizes are standard; <see langword="null"/> if that is not known or nothing is standard for it.</summary>
    public bool? IsStandard { get; }

    internal TypeKey Key { get; }

    /// <summary>Category, sizes and number.</summary>
    public override string ToString() => Category + " " + Size + (Specification.Length > 0 ? " " + Specification : "") + ": " + Words.Number(Count);
}

/// <summary>A change of one size that lets types fall together, or makes pieces standard.</summary>
public sealed record StandardisationSuggestion
{
    /// <summary>The category of the pieces.</summary>
    public required string Category { get; init; }

    /// <summary>Which size is changed.</summary>
    public required ComponentDimension Dimension { get; init; }

    /// <summary>The size that the pieces have, in mm.</summary>
    public required decimal From { get; init; }

    /// <summary>The size that they would have, in mm.</summary>
    public required decimal To { get; init; }

    /// <summary>How many pieces would be changed: all of the category with that size.</summary>
    public required long Pieces { get; init; }

    /// <summary>How many types fewer there would be.</summary>
    public required int TypesRemoved { get; init; }

    /// <summary>How many pieces more would have standard sizes.</summary>
    public required long StandardPiecesGained { get; init; }

    /// <summary>The suggestion as a sentence.</summary>
    public BilingualText Text
    {
        get
        {
            var kind = Words.ValueOf("component", Category);
            var token = ComponentShape.Find(Category)?.NameOf(Dimension) ?? Dimension switch { ComponentDimension.Length => "length", ComponentDimension.Width => "width", _ => "thickness" };
            return new(
                $"{kind.English}: making {(Pieces == 1 ? "this piece" : $"these {Pieces} pieces")} {Words.Number(To)} instead of {Words.Number(From)} mm ({token}) removes {TypesRemoved} {(TypesRemoved == 1 ? "type" : "types")} and gives {StandardPiecesGained} {(StandardPiecesGained == 1 ? "piece" : "pieces")} standard sizes.",
                $"{kind.Chinese}：将这 {Pieces} 件的{Words.ValueOf("dimension", token).Chinese}由 {Words.Number(From)} mm 改为 {Words.Number(To)} mm，可减少 {TypesRemoved} 种规格，使 {StandardPiecesGained} 件成为标准尺寸。");
        }
    }
}

/// <summary>How far the components of a schedule are standardised: types, repetition, coverage, standard sizes, and what would raise them.</summary>
/// <remarks>The order of the lines does not matter, and marks do not make types: sizes and specification do. Immutable once made.</remarks>
public sealed class Standardisation
{
    private readonly StandardSizes? _sizes;
    private readonly List<ComponentType> _types;
    private readonly List<Finding> _findings;
    private readonly List<Refused> _refused;

    private Standardisation(StandardSizes? sizes, List<ComponentType> types, List<Finding> findings, List<Refused> refused)
    {
        _refused = refused;
        _sizes = sizes;
        _types = types;
        _findings = findings;
        Pieces = types.Sum(static type => type.Count);
        decimal? volume = 0;
        foreach (var type in types) volume += type.Volume;
        Volume = volume;
    }

    /// <summary>The types, the most frequent first, then by category, specification and size.</summary>
    public IReadOnlyList<ComponentType> Types => _types.AsReadOnly();

    /// <summary>How many pieces are counted.</summary>
    public long Pieces { get; }

    /// <summary>The volume of all pieces in m3; <see langword="null"/> if that of one is not known.</summary>
    public decimal? Volume { get; }

    /// <summary>Pieces per type; <see langword="null"/> if there are none.</summary>
    public decimal? PiecesPerType => _types.Count == 0 ? null : (decimal)Pieces / _types.Count;

    /// <summary>The share of pieces with standard sizes in %, of all pieces of which it is known; <see langword="null"/> if it is known of none. What the others may make of it: <see cref="StandardShareBounds"/>.</summary>
    public decimal? StandardShareByCount
    {
        get
        {
            var (standard, known) = (0L, 0L);
            foreach (var type in _types)
            {
                if (type.IsStandard is not { } isStandard) continue;
                known += type.Count;
                if (isStandard) standard += type.Count;
            }

            return known == 0 ? null : 100m * standard / known;
        }
    }

    /// <summary>
    /// The ends between which the share of pieces with standard sizes lies, in %: once with every piece as no standard one that <see cref="StandardShareByCount"/> leaves out or
    /// that stands in a refused line, and once with each of them as one; <see langword="null"/> if there are no pieces, or a refused line does not say how many it has.
    /// </summary>
    public (decimal Low, decimal High)? StandardShareBounds
    {
        get
        {
            var (standard, open, all) = (0m, 0m, (decimal)Pieces);
            foreach (var type in _types)
            {
                if (type.IsStandard is null) open += type.Count;
                else if (type.IsStandard == true) standard += type.Count;
            }

            foreach (var line in _refused)
            {
                if (line.Pieces is not { } pieces) return null;
                (open, all) = (open + pieces, all + pieces);
            }

            return all == 0 ? null : (100 * standard / all, 100 * (standard + open) / all);
        }
    }

    /// <summary>The same by volume; <see langword="null"/> also if a volume is not known.</summary>
    public decimal? StandardShareByVolume
    {
        get
        {
            decimal? standard = 0, known = 0;
            foreach (var type in _types)
            {
                if (type.IsStandard is not { } isStandard) continue;
                known += type.Volume;
                if (isStandard) standard += type.Volume;
            }

            return known > 0 ? 100 * standard / known : null;
        }
    }

    /// <summary>How many pieces the shares of standard sizes leave out, because nothing is standard for them or a size is not known.</summary>
    public long PiecesNotHeldAgainstSizes => _types.Where(static type => type.IsStandard is null).Sum(static type => type.Count);

    /// <summary>What is wrong with the schedule: lines that count nowhere, and marks that stand for several specifications.</summary>
    public IReadOnlyList<Finding> Findings => _findings.AsReadOnly();

    /// <summary>Groups a schedule by specification.</summary>
    /// <param name="schedule">The lines, in any order.</param>
    /// <param name="sizes">Which sizes are standard; <see langword="null"/> if that is not asked.</param>
    public static Standardisation Of(IEnumerable<ScheduledComponent> schedule, StandardSizes? sizes = null)
    {
        var categories = new Dictionary<string, BilingualText?>(StringComparer.Ordinal);
        var types = new Dictionary<TypeKey, ComponentType>();
        var marks = new Dictionary<TypeKey, SortedSet<string>>();
        var byMark = new Dictionary<(string Category, string Mark), (TypeKey First, SortedSet<string>? Others)>();
        var findings = new List<Finding>();
        var refused = new List<Refused>();
        foreach (var line in schedule)
        {
            if (ProblemOf(line, categories, out var of) is { } problem)
            {
                refused.Add(of);
                var finding = new Finding(null) { Subject = line.TypeMark, Origin = line.Origin, Verdict = Verdict.Invalid, Reason = problem };
                finding.Steps.Add(problem);
                findings.Add(finding);
                continue;
            }

            var key = new TypeKey(line.Category, line.Specification, line.Size);
            if (!types.TryGetValue(key, out var type)) types[key] = type = new ComponentType(key, sizes?.IsStandard(key.Category, key.Size));
            type.Count += line.Count;
            type.Volume += line.Volume * line.Count;
            if (line.TypeMark.Length == 0) continue;
            if (!marks.TryGetValue(key, out var names)) marks[key] = names = new SortedSet<string>(StringComparer.Ordinal);
            if (!names.Add(line.TypeMark)) continue;
            var mark = (line.Category, line.TypeMark);
            if (!byMark.TryGetValue(mark, out var marked)) byMark[mark] = (key, null);
            else if (marked.First != key)
            {
                var others = marked.Others ?? new SortedSet<string>(StringComparer.Ordinal) { Text(marked.First) };
                others.Add(Text(key));
                byMark[mark] = (marked.First, others);
            }
        }

        foreach (var pair in marks) types[pair.Key].Marks = pair.Value.ToList().AsReadOnly();
        foreach (var pair in byMark.Where(static pair => pair.Value.Others is not null).OrderBy(static pair => pair.Key.Mark, StringComparer.Ordinal).ThenBy(static pair => pair.Key.Category, StringComparer.Ordinal))
        {
            var several = string.Join(", ", pair.Value.Others!.Take(5));
            var reason = new BilingualText(
                $"The mark {pair.Key.Mark} stands for {pair.Value.Others!.Count} specifications: {several}.", $"编号 {pair.Key.Mark} 对应 {pair.Value.Others!.Count} 种规格：{several}。");
            var finding = new Finding(null) { Subject = pair.Key.Mark, Verdict = Verdict.Invalid, Reason = reason };
            finding.Steps.Add(reason);
            findings.Add(finding);
        }

        var sorted = types.Values.ToList();
        sorted.Sort(static (a, b) => b.Count.CompareTo(a.Count) is var order and not 0 ? order : TypeKey.Compare(a.Key, b.Key));
        return new Standardisation(sizes, sorted, findings, refused);

        static string Text(TypeKey key) => key.Size + (key.Specification.Length > 0 ? " " + key.Specification : "");
    }

    /// <summary>The share of pieces in the most frequent types, in %.</summary>
    /// <param name="types">How many types, 1 or more.</param>
    /// <returns><see langword="null"/> if there are no pieces.</returns>
    public decimal? CoverageByCount(int types) => Pieces == 0 ? null : 100m * _types.Take(types).Sum(static type => type.Count) / Pieces;

    /// <summary>The share of volume in the types with the largest volume, in %.</summary>
    /// <param name="types">How many types, 1 or more.</param>
    /// <returns><see langword="null"/> if there is no volume, or one is not known.</returns>
    public decimal? CoverageByVolume(int types) =>
        Volume is > 0 and { } all ? 100m * _types.Select(static type => type.Volume!.Value).OrderByDescending(static volume => volume).Take(types).Sum() / all : null;

    /// <summary>The share of the most repeated specifications within one kind, in %, by number (重复使用量最多的规格占同类总个数).</summary>
    /// <param name="category">The kind.</param>
    /// <param name="topN">How many specifications count.</param>
    /// <returns><see langword="null"/> if there are no pieces of the kind, or it hangs on a size that is not known, or on a line that was refused.</returns>
    public decimal? RepetitionByCount(string category, int topN) => Settled(BoundsOf([category], topN, byArea: false, out _));

    /// <summary>The same by the area of length and width; <see langword="null"/> also if a size is not known.</summary>
    /// <param name="category">The kind.</param>
    /// <param name="topN">How many specifications count.</param>
    public decimal? RepetitionByArea(string category, int topN) => Settled(BoundsOf([category], topN, byArea: true, out _));

    /// <summary>Judges the repetition of each kind against the limits of an edition, for example GB/T 51129-2015, Table 4.2.1.</summary>
    /// <param name="edition">The edition; it is applied as it was named, though it was replaced.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>
    /// One finding for each kind of the schedule that the edition limits by number or area; one for all kinds of a row that counts them together. Pieces whose sizes are not
    /// known, and lines that were refused, may be all of one specification or each of its own: where that decides, the finding asks for what is missing.
    /// </returns>
    public IReadOnlyList<Finding> JudgeRepetition(Edition edition, CheckOptions? options = null)
    {
        var findings = new List<Finding>();
        foreach (var row in edition.Requirements)
        {
            if (row.Kind != RequirementKind.Limit || row.Measurand.Key != Measurands.Components.RepetitionRatio) continue;
            if (row.Condition("component") is not { } kinds || row.Condition("topN")?.Range?.Low is not { } top || row.Condition("countedBy")?.Values is not [var countedBy] || countedBy == "floor-area") continue;
            var there = kinds.Values.Where(kind => _types.Exists(type => type.Category == kind || ComponentShape.MayBe(type.Category, kind)) || _refused.Exists(line => line.Category == kind)).ToList();
            var groups = Repetition.IsOfAllKinds(row) && there.Count > 0 ? [there] : there.ConvertAll(static kind => new List<string> { kind });
            foreach (var group in groups)
            {
                var share = BoundsOf(group, (int)top, countedBy == "area", out var missing);
                findings.Add(Repetition.Judge(row, group, share, missing, Circumstances.None, options));
            }
        }

        return findings.AsReadOnly();
    }

    /// <summary>What would raise the standardisation most: all pieces of a category with one size made another, a standard one or one that other pieces have.</summary>
    /// <param name="maximumChange">How much a size may change, in mm, above 0: within a module, say.</param>
    /// <param name="most">How many suggestions are wanted.</param>
    /// <returns>
    /// Those that remove most types first, then those that make most pieces standard, then those that touch fewest pieces and change least. Looked at are, of each size, the
    /// nearest standard sizes and the nearest sizes in use on both sides; what would make standard pieces non-standard is left out. Each suggestion stands for itself.
    /// </returns>
    public IReadOnlyList<StandardisationSuggestion> Suggest(decimal maximumChange, int most = 10)
    {
        var keys = new HashSet<TypeKey>();
        var groups = new Dictionary<(string Category, ComponentDimension Dimension), SortedDictionary<decimal, List<ComponentType>>>();
        foreach (var type in _types)
        {
            keys.Add(type.Key);
            for (var dimension = ComponentDimension.Length; dimension <= ComponentDimension.Depth; dimension++)
            {
                if (type.Size[dimension] is not { } size) continue;
                if (!groups.TryGetValue((type.Category, dimension), out var bySize)) groups[(type.Category, dimension)] = bySize = [];
                if (!bySize.TryGetValue(size, out var of)) bySize[size] = of = [];
                of.Add(type);
            }
        }

        var suggestions = new List<StandardisationSuggestion>();
        foreach (var group in groups)
        {
            var (category, dimension) = group.Key;
            var sizes = group.Value.Keys.ToArray();
            var series = _sizes?.SeriesOf(category, dimension);
            for (var i = 0; i < sizes.Length; i++)
            {
                var candidates = new List<decimal>(4);
                Consider(i > 0 ? sizes[i - 1] : null);
                Consider(i + 1 < sizes.Length ? sizes[i + 1] : null);
                if (series?.Nearest(sizes[i]) is { } nearest)
                {
                    Consider(nearest.Below);
                    Consider(nearest.Above);
                }

                foreach (var to in candidates)
                    if (Change(category, dimension, sizes[i], to, group.Value[sizes[i]]) is { } suggestion) suggestions.Add(suggestion);

                void Consider(decimal? to)
                {
                    if (to is { } size && size != sizes[i] && Math.Abs(size - sizes[i]) <= maximumChange && !candidates.Contains(size)) candidates.Add(size);
                }
            }
        }

        suggestions.Sort(static (a, b) =>
        {
            var order = b.TypesRemoved.CompareTo(a.TypesRemoved);
            if (order == 0) order = b.StandardPiecesGained.CompareTo(a.StandardPiecesGained);
            if (order == 0) order = a.Pieces.CompareTo(b.Pieces);
            if (order == 0) order = Math.Abs(a.To - a.From).CompareTo(Math.Abs(b.To - b.From));
            if (order == 0) order = string.CompareOrdinal(a.Category, b.Category);
            if (order == 0) order = a.Dimension.CompareTo(b.Dimension);
            if (order == 0) order = a.From.CompareTo(b.From);
            return order != 0 ? order : a.To.CompareTo(b.To);
        });
        if (suggestions.Count > most) suggestions.RemoveRange(most, suggestions.Count - most);
        return suggestions.AsReadOnly();

        StandardisationSuggestion? Change(string category, ComponentDimension dimension, decimal from, decimal to, List<ComponentType> types)
        {
            var (removed, pieces, gained) = (0, 0L, 0L);
            foreach (var type in types)
            {
                var changed = type.Size.With(dimension, to);
                pieces += type.Count;
                if (keys.Contains(type.Key with { Size = changed })) removed++;
                if (_sizes is null) continue;
                if (_sizes.IsStandard(category, changed) == true) gained += type.Count;
                if (type.IsStandard == true) gained -= type.Count;
            }

            if (gained < 0 || (removed == 0 && gained == 0)) return null;
            return new StandardisationSuggestion { Category = category, Dimension = dimension, From = from, To = to, Pieces = pieces, TypesRemoved = removed, StandardPiecesGained = gained };
        }
    }

    private static decimal? Settled((decimal Low, decimal High)? share) => share is { } known && known.Low == known.High ? known.Low : null;

    /// <summary>The least and the most that the share of the most repeated specifications can be, in %; <see langword="null"/> if it can be anything, or there is nothing.</summary>
    private (decimal Low, decimal High)? BoundsOf(IReadOnlyList<string> kinds, int topN, bool byArea, out IReadOnlyList<string> missing)
    {
        var (names, known, singles, wider, open, isEndless) = (new List<string>(), new List<decimal>(), new List<decimal>(), new List<decimal>(), 0m, false);
        foreach (var type in _types)
        {
            // Of a wider word nobody knows which kind it is.
            var isWider = !kinds.Contains(type.Category) && kinds.Any(kind => ComponentShape.MayBe(type.Category, kind));
            if (!isWider && !kinds.Contains(type.Category)) continue;
            var piece = byArea ? type.Size.Length / 1000 * type.Size.Width / 1000 : 1m;
            if (!type.Key.IsSpecified || piece is not { } of) AddOpen(piece, type.Count, isWider ? "component" : "size");
            else (isWider ? wider : known).Add(of * type.Count);
        }

        // What a line says that was refused counts nowhere, but its pieces are there; of an unknown kind they may be of any.
        foreach (var line in _refused)
            if (line.Category is null || kinds.Contains(line.Category)) AddOpen(byArea ? null : 1m, line.Pieces, line.Missing);

        if (wider.Count > 0 && !names.Contains("component")) names.Add("component");
        missing = names.AsReadOnly();
        var all = known.Sum() + open;
        // Where all its pieces only may be of the kind, it may have none.
        var isThere = _types.Exists(type => kinds.Contains(type.Category)) || _refused.Exists(line => line.Category is { } kind && kinds.Contains(kind));
        if (isEndless || all <= 0 || !isThere) return null;
        // At worst each of the open pieces is a specification of its own, at best all are of the most repeated one.
        var amounts = known.Concat(singles).OrderByDescending(static amount => amount).ToList();
        var low = LeastWith(wider, amounts, all, topN);
        var more = open + wider.Sum();
        var high = topN > 0 ? 100m * (known.OrderByDescending(static amount => amount).Take(topN).Sum() + more) / (all + wider.Sum()) : low;
        return (low, high);

        void AddOpen(decimal? piece, long? pieces, string name)
        {
            if (!names.Contains(name)) names.Add(name);
            if (piece is not { } of || pieces is not { } count)
            {
                isEndless = true;
                return;
            }

            open += of * count;
            for (var i = 0; i < Math.Min(count, topN); i++) singles.Add(of);
        }
    }

    /// <summary>
    /// The least that the share of the most repeated specifications can be, in %, where of each wider type any number of pieces, all of one specification, may be of the kind. The share is
    /// least where none of them is more than the last specification that counts, and all others are as many as they can: so each is cut off at one level, and the share between two
    /// amounts that occur rises or falls, but does not turn.
    /// </summary>
    private static decimal LeastWith(List<decimal> wider, List<decimal> amounts, decimal all, int topN)
    {
        var caps = wider.OrderByDescending(static cap => cap).ToList();
        var least = 100m * amounts.Take(topN).Sum() / all;
        var (above, below) = (0, caps.Sum());
        foreach (var level in amounts.Concat(caps).Distinct().OrderByDescending(static amount => amount))
        {
            for (; above < caps.Count && caps[above] > level; above++) below -= caps[above];
            var top = amounts.Take(topN).Concat(caps.Take(topN).Select(cap => Math.Min(cap, level))).OrderByDescending(static amount => amount).Take(topN).Sum();
            least = Math.Min(least, 100m * top / (all + below + above * level));
        }

        return least;
    }

    private static BilingualText? ProblemOf(ScheduledComponent line, Dictionary<string, BilingualText?> categories, out Refused refused)
    {
        refused = new Refused(null, line.Count > 0 ? line.Count : null, "component");
        if (string.IsNullOrWhiteSpace(line.Category)) return new("The line has no category; it counts nowhere.", "该行没有构件类别，不计入。");
        // Few words stand on many lines.
        if (!categories.TryGetValue(line.Category, out var problem)) categories[line.Category] = problem = ComponentWord.Problem(nameof(line.Category), "component", line.Category);
        if (problem is { } noWord) return new(noWord.English + " The line counts nowhere.", noWord.Chinese + "该行不计入。");
        refused = refused with { Category = line.Category, Missing = "count" };
        if (line.Count <= 0) return new($"{line.Count} pieces; the line counts nowhere.", $"数量为 {line.Count}，该行不计入。");
        refused = refused with { Missing = "size" };
        for (var dimension = ComponentDimension.Length; dimension <= ComponentDimension.Depth; dimension++)
            if (line.Size[dimension] is <= 0 or > ComponentBounds.MostMillimeters)
                return new($"{line.Size} mm is no size; the line counts nowhere.", $"{line.Size} mm 不是有效尺寸，该行不计入。");
        refused = refused with { Missing = "volume" };
        if (line.Volume is <= 0 or > ComponentBounds.MostCubicMetres)
            return new($"{Words.Number(line.Volume.Value)} m3 is no volume of a piece; the line counts nowhere.", $"{Words.Number(line.Volume.Value)} m3 不是有效体积，该行不计入。");
        return null;
    }
}

/// <summary>A line that counts nowhere: its kind and pieces where they are known, and what is wrong with it.</summary>
internal readonly record struct Refused(string? Category, long? Pieces, string Missing);

internal readonly record struct TypeKey(string Category, string Specification, ComponentSize Size)
{
    /// <summary>Whether two pieces with this key are alike: all three sizes of what has three, and of others length and width or words.</summary>
    public bool IsSpecified => ComponentShape.Find(Category) is null ? Specification.Length > 0 || Size is { Length: not null, Width: not null } : Size is { Length: not null, Width: not null, Depth: not null };

    public static int Compare(TypeKey a, TypeKey b)
    {
        var order = string.CompareOrdinal(a.Category, b.Category);
        if (order == 0) order = string.CompareOrdinal(a.Specification, b.Specification);
        if (order == 0) order = Nullable.Compare(a.Size.Length, b.Size.Length);
        if (order == 0) order = Nullable.Compare(a.Size.Width, b.Size.Width);
        return order != 0 ? order : Nullable.Compare(a.Size.Depth, b.Size.Depth);
    }
}
