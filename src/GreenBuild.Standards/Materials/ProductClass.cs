namespace GreenBuild.Standards.Materials;

/// <summary>What sort of product a class is: which harmful-substance rules look at it.</summary>
public enum ProductFamily
{
    /// <summary>None of the others: no rule on harmful substances is known for it. This is the value of <c>default</c>.</summary>
    Other = 0,

    /// <summary>Wood-based panels as a substrate (人造板).</summary>
    Panel = 1,

    /// <summary>Products made of wood-based panels (人造板制品).</summary>
    PanelProduct = 2,

    /// <summary>Furniture (家具).</summary>
    Furniture = 3,

    /// <summary>Coatings and putty (涂料和腻子).</summary>
    Coating = 4,

    /// <summary>Adhesives (胶粘剂).</summary>
    Adhesive = 5,

    /// <summary>Wallpaper, floor coverings and carpets (壁纸、卷材地板、地毯).</summary>
    Covering = 6,

    /// <summary>Concrete admixtures (混凝土外加剂).</summary>
    Admixture = 7,

    /// <summary>Inorganic materials of the main structure (无机非金属建筑主体材料).</summary>
    MainStructure = 8,

    /// <summary>Inorganic decoration materials (无机非金属装饰装修材料).</summary>
    Decoration = 9,

    /// <summary>Inorganic materials of which the use decides: main structure or decoration.</summary>
    Inorganic = 10,

    /// <summary>Insulation (保温材料).</summary>
    Insulation = 11,
}

/// <summary>A class of products of the closed taxonomy: it settles facets that choose rows of the catalogue, such as <c>product</c> or <c>materialUse</c>.</summary>
/// <remarks>
/// The classes are words of the facets <c>product</c>, <c>materialUse</c> and <c>buildingMaterial</c>, with their names in both languages. What a class leaves open (gloss,
/// medium, resin, void ratio ...) is said of each product: <see cref="Asks"/> lists it.
/// </remarks>
public sealed class ProductClass
{
    private static readonly (ProductFamily Family, string Facet, string Words)[] Families =
    [
        (ProductFamily.Panel, "product", "wood-based-panel"),
        (ProductFamily.PanelProduct, "product", "faced-panel moulded-part wall-panel wood-floor door trim stair-part"),
        (ProductFamily.Furniture, "product", "furniture"),
        (ProductFamily.Coating, "product", "interior-wall-coating exterior-wall-coating wall-putty decorative-board-coating floor-coating wood-coating waterproof-coating fire-retardant-coating phenolic-antirust-coating other-water-borne-coating other-solvent-borne-coating industrial-protective-coating vehicle-coating toy-coating ship-coating"),
        (ProductFamily.Adhesive, "product", "adhesive"),
        (ProductFamily.Covering, "product", "carpet carpet-cushion carpet-adhesive wallpaper pvc-floor-covering"),
        (ProductFamily.Admixture, "product", "concrete-admixture"),
        (ProductFamily.Decoration, "product", "natural-granite porcelain-tile"),
        (ProductFamily.Insulation, "product", "wall-insulation-foam"),
        (ProductFamily.MainStructure, "materialUse", "main-structure"),
        (ProductFamily.Decoration, "materialUse", "decoration"),
        // What the scope of GB 6566-2010 names: cement, concrete, brick, aggregate, fly-ash products; gypsum.
        (ProductFamily.MainStructure, "buildingMaterial", "cement concrete concrete-c30 concrete-c50 sand gravel concrete-brick autoclaved-flyash-brick sintered-flyash-brick shale-solid-brick shale-hollow-brick clay-hollow-brick gangue-solid-brick gangue-hollow-brick"),
        (ProductFamily.Decoration, "buildingMaterial", "gypsum-natural"),
        (ProductFamily.Inorganic, "buildingMaterial", "lime slaked-lime shale-rock clay"),
        (ProductFamily.Insulation, "buildingMaterial", "eps-board rock-wool pu-board mineral-wool-light mineral-wool-heavy"),
    ];

    // Bulk materials have no voids that GB 6566 means.
    private static readonly string[] Solid = ["cement", "concrete-c30", "concrete-c50", "sand", "gravel"];

    private static readonly Dictionary<string, ProductClass> ByName = new(StringComparer.OrdinalIgnoreCase);

    private ProductClass(string key, BilingualText name, ProductFamily family, Circumstances facets)
    {
        Key = key;
        Name = name;
        Family = family;
        Facets = facets;
    }

    /// <summary>All classes, in the order of the vocabulary.</summary>
    public static IReadOnlyList<ProductClass> All { get; } = ReadAll();

    /// <summary>The word of the class, for example <c>wood-floor</c>.</summary>
    public string Key { get; }

    /// <summary>The name.</summary>
    public BilingualText Name { get; }

    /// <summary>What sort of product it is.</summary>
    public ProductFamily Family { get; }

    /// <summary>The facets that the class settles.</summary>
    public Circumstances Facets { get; }

    /// <summary>The word of the facet <c>buildingMaterial</c> in carbon accounting, or <see langword="null"/> if the class is none.</summary>
    public string? BuildingMaterial => Facets.TryGetToken("buildingMaterial", out var word) ? word : null;

    /// <summary>Finds a class by its key or its English or Chinese name; letter case does not matter.</summary>
    public static bool TryParse(string? text, out ProductClass productClass)
    {
        _ = All;
        return ByName.TryGetValue((text ?? "").Trim(), out productClass!);
    }

    /// <summary>Finds a class by its key or name.</summary>
    /// <exception cref="FormatException">There is no such class.</exception>
    public static ProductClass Parse(string text) => TryParse(text, out var found) ? found : throw new FormatException($"'{text}' is no product class.");

    /// <summary>The classes whose names share most with a text, the nearest first; for a person to choose from, never a guess.</summary>
    /// <param name="text">A vendor's name of a product.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>Empty if nothing is shared with any name.</returns>
    public static IReadOnlyList<ProductClass> Nearest(string text, int count) =>
        All.Select(known => (Class: known, Likeness: NameLikeness.Of(text, known.Key, known.Name.English, known.Name.Chinese)))
            .Where(static candidate => candidate.Likeness > 0)
            .OrderByDescending(static candidate => candidate.Likeness).ThenBy(static candidate => candidate.Class.Key, StringComparer.Ordinal)
            .Take(count).Select(static candidate => candidate.Class).ToList().AsReadOnly();

    /// <summary>The facets that limits on harmful substances in force ask of the class beyond what it settles: gloss, medium, resin, void ratio ...</summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    public IReadOnlyList<string> Asks(Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null)
    {
        var known = StandardsCatalogue.WithPlaceAndDate(Facets, place, date);
        var asked = new List<string>();
        foreach (var edition in (catalogue ?? StandardsCatalogue.Default).EditionsInForce(place, date))
            foreach (var row in edition.Requirements)
            {
                if (!HarmfulSubstance.IsLimit(row) || row.AppliesTo(known, out var unknown) != FacetMatch.Unknown) continue;
                foreach (var facet in unknown)
                    if (!HarmfulSubstance.IsIdentity(facet) && !asked.Contains(facet)) asked.Add(facet);
            }

        return asked.AsReadOnly();
    }

    /// <summary>The key.</summary>
    public override string ToString() => Key;

    private static System.Collections.ObjectModel.ReadOnlyCollection<ProductClass> ReadAll()
    {
        var all = new List<ProductClass>();
        foreach (var facet in new[] { "product", "materialUse", "buildingMaterial" })
            foreach (var word in Vocabulary.FindFacet(facet)!.Values)
            {
                // "Other" says nothing about a product.
                if (word.Value == "other") continue;
                var family = Families.FirstOrDefault(known => known.Facet == facet && known.Words.Split(' ').Contains(word.Value)).Family;
                var made = new ProductClass(word.Value, word.Title, family, FacetsOf(facet, word.Value, family));
                all.Add(made);
                foreach (var name in new[] { made.Key, made.Name.English, made.Name.Chinese })
                    if (!ByName.TryGetValue(name, out _)) ByName.Add(name, made);
            }

        return all.AsReadOnly();
    }

    private static Circumstances FacetsOf(string facet, string word, ProductFamily family)
    {
        var facets = Circumstances.None.With(facet, word);
        // What is no "product" of the harmful-substance standards is known to be none: their rows must not ask.
        if (facet != "product") facets = facets.WithNoneOf("product");
        facets = family switch
        {
            ProductFamily.MainStructure when facet != "materialUse" => facets.With("materialUse", "main-structure"),
            ProductFamily.Decoration when facet != "materialUse" => facets.With("materialUse", "decoration"),
            ProductFamily.MainStructure or ProductFamily.Decoration or ProductFamily.Inorganic => facets,
            _ => facets.WithNoneOf("materialUse"),
        };
        // The articles of REACH Annex XVII, entry 77.
        facets = family switch
        {
            ProductFamily.Panel or ProductFamily.PanelProduct => facets.With("articleClass", "wood-based"),
            ProductFamily.Furniture => facets.With("articleClass", "furniture"),
            ProductFamily.Covering or ProductFamily.Insulation => facets.With("articleClass", "other"),
            // Paint, glue and cement are mixtures; of stone and brick nobody asks for formaldehyde.
            _ => facets.WithNoneOf("articleClass"),
        };
        return Array.IndexOf(Solid, word) >= 0 ? facets.With("voidRatio", 0).With("hollowOrAerated", false) : facets;
    }
}

/// <summary>How much two names share, by pairs of neighbouring characters: words in another order and parts of words count.</summary>
internal static class NameLikeness
{
    /// <summary>The greatest likeness of a text with one of several names, 0 to 1.</summary>
    public static double Of(string text, params string[] names) => names.Max(name => Of(text, name));

    // Dice's coefficient over the pairs of each word.
    private static double Of(string a, string b)
    {
        var (first, second) = (Pairs(a), Pairs(b));
        if (first.Count == 0 || second.Count == 0) return 0;
        var shared = 0;
        var left = new List<string>(second);
        foreach (var pair in first)
            if (left.Remove(pair)) shared++;
        return 2.0 * shared / (first.Count + second.Count);
    }

    private static List<string> Pairs(string text)
    {
        var pairs = new List<string>();
        for (var i = 1; i < text.Length; i++)
            if (char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i])) pairs.Add(text.Substring(i - 1, 2).ToLowerInvariant());
        return pairs;
    }
}
