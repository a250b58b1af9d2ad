namespace GreenBuild.Standards.Materials;

/// <summary>One line of a product map: names of a vendor, and the class that they mean.</summary>
public sealed class ProductMapping
{
    /// <summary>Creates a mapping.</summary>
    /// <param name="pattern">The whole name; <c>*</c> stands for any characters, <c>?</c> for one. Letter case, and how many blanks stand in a row, do not matter.</param>
    /// <param name="productClass">The class.</param>
    public ProductMapping(string pattern, ProductClass productClass)
    {
        Pattern = pattern;
        Class = productClass;
    }

    /// <summary>The whole name, or a pattern of names.</summary>
    public string Pattern { get; }

    /// <summary>The class.</summary>
    public ProductClass Class { get; }

    /// <summary>What the name says beyond the class, for example <c>panelType=mdf</c>.</summary>
    public Circumstances Circumstances { get; init; } = Circumstances.None;

    /// <summary>Where the line stands.</summary>
    public FindingOrigin? Origin { get; init; }

    /// <summary>Whether the pattern holds no <c>*</c> and no <c>?</c>.</summary>
    public bool IsExact => Pattern.IndexOfAny(['*', '?']) < 0;

    /// <summary>Whether a name matches.</summary>
    public bool Matches(string name) => Matches(Normalise(Pattern), Normalise(name));

    internal int LiteralLength => Normalise(Pattern).Count(static c => c is not ('*' or '?'));

    /// <summary>The pattern and the class.</summary>
    public override string ToString() => Pattern + " -> " + Class;

    private static string Normalise(string text) => string.Join(" ", text.ToLowerInvariant().Split([' ', '\t', '\u00A0', '\u3000'], StringSplitOptions.RemoveEmptyEntries));

    // Greedy with one step back to the last star: linear in practice, and never exponential.
    private static bool Matches(string pattern, string name)
    {
        var (p, n, star, mark) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = n;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}

/// <summary>A map from a vendor's own names ("02 Beton gewapend - prefab") to product classes.</summary>
/// <remarks>An exact name goes before patterns, a pattern with more letters before one with fewer. A name that nothing matches is never guessed. Immutable.</remarks>
public sealed class ProductMap
{
    /// <summary>Creates a map; the mappings are copied.</summary>
    public ProductMap(IReadOnlyList<ProductMapping> mappings) => Mappings = mappings.ToList().AsReadOnly();

    /// <summary>The mappings, in the order in which they were given.</summary>
    public IReadOnlyList<ProductMapping> Mappings { get; }

    /// <summary>Finds the mapping of a name.</summary>
    /// <param name="name">The vendor's name of a product or material.</param>
    /// <param name="origin">Where the name stands, for the finding.</param>
    /// <returns>
    /// The mapping, or why there is none: a finding that is <see cref="Verdict.Indeterminate"/>, names <c>productClass</c> as missing, and in its reason the name with the classes that are nearest, or
    /// the mappings that contradict each other.
    /// </returns>
    public ProductMatch Find(string name, FindingOrigin? origin = null)
    {
        var matches = Mappings.Where(mapping => mapping.Matches(name))
            .OrderByDescending(static mapping => mapping.IsExact).ThenByDescending(static mapping => mapping.LiteralLength).ToList();
        var quoted = InputError.Quote(name);
        if (matches.Count == 0)
        {
            var near = ProductClass.Nearest(name, 3);
            // Who maps "02 Beton gewapend - prefab" has probably mapped its neighbours.
            var alike = Mappings.Select(mapping => (Mapping: mapping, Likeness: NameLikeness.Of(name, mapping.Pattern))).Where(static pair => pair.Likeness >= 0.5)
                .OrderByDescending(static pair => pair.Likeness).Select(static pair => pair.Mapping).FirstOrDefault();
            var english = near.Count == 0 ? " No class has a name like it." : " Nearest: " + string.Join(", ", near.Select(static known => $"{known.Key} ({known.Name.English})")) + ".";
            var chinese = near.Count == 0 ? "没有名称相近的类别。" : "最接近的类别：" + string.Join("、", near.Select(static known => $"{known.Name.Chinese}（{known.Key}）")) + "。";
            if (alike is not null)
            {
                english += $" The map has '{InputError.Quote(alike.Pattern)}' -> {alike.Class.Key}.";
                chinese += $"映射中有“{InputError.Quote(alike.Pattern)}”→{alike.Class.Key}。";
            }

            return new ProductMatch(null, NotMapped(name, origin, new($"'{quoted}' is not mapped to a product class.{english}", $"“{quoted}”没有对应的产品类别。{chinese}")));
        }

        var best = matches[0];
        var rival = matches.Find(other => other.IsExact == best.IsExact && other.LiteralLength == best.LiteralLength && (other.Class != best.Class || other.Circumstances.ToString() != best.Circumstances.ToString()));
        if (rival is null) return new ProductMatch(best, null);
        return new ProductMatch(null, NotMapped(name, origin, new(
            $"'{quoted}' is mapped twice: by '{InputError.Quote(best.Pattern)}'{At(best)} to {best.Class}, by '{InputError.Quote(rival.Pattern)}'{At(rival)} to {rival.Class}.",
            $"“{quoted}”有两种对应：“{InputError.Quote(best.Pattern)}”{At(best)}→{best.Class}，“{InputError.Quote(rival.Pattern)}”{At(rival)}→{rival.Class}。")));

        static string At(ProductMapping mapping) => mapping.Origin is { } origin ? " (" + origin + ")" : "";
    }

    private static Finding NotMapped(string name, FindingOrigin? origin, BilingualText reason)
    {
        var finding = new Finding(null) { Subject = name, Origin = origin, Missing = ["productClass"], Reason = reason };
        finding.Steps.Add(reason);
        return finding;
    }
}

/// <summary>What a map says of a name: a mapping, or why there is none.</summary>
public sealed class ProductMatch
{
    internal ProductMatch(ProductMapping? mapping, Finding? finding)
    {
        Mapping = mapping;
        Finding = finding;
    }

    /// <summary>The mapping, or <see langword="null"/> if there is none.</summary>
    public ProductMapping? Mapping { get; }

    /// <summary>Why there is no mapping; <see langword="null"/> if there is one.</summary>
    public Finding? Finding { get; }
}
