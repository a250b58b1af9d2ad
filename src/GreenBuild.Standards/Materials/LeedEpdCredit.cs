namespace GreenBuild.Standards.Materials;

/// <summary>What documents the product in the LEED credit.</summary>
public enum LeedDocument
{
    /// <summary>A product-specific type III declaration: counts as one product. This is the value of <c>default</c>.</summary>
    ProductEpd = 0,

    /// <summary>An industry-wide declaration.</summary>
    IndustryWideEpd = 1,

    /// <summary>A life-cycle assessment without declaration.</summary>
    AssessmentOnly = 2,
}

/// <summary>A permanently installed product in the LEED credit.</summary>
public sealed class LeedProduct
{
    /// <summary>Creates a product.</summary>
    /// <param name="name">The product.</param>
    /// <param name="manufacturer">Its manufacturer.</param>
    /// <param name="document">What documents it.</param>
    public LeedProduct(string name, string manufacturer, LeedDocument document)
    {
        Name = name;
        Manufacturer = manufacturer;
        Document = document;
    }

    /// <summary>The product.</summary>
    public string Name { get; }

    /// <summary>Its manufacturer.</summary>
    public string Manufacturer { get; }

    /// <summary>What documents it.</summary>
    public LeedDocument Document { get; }
}

/// <summary>Counts products with declarations for LEED v4 and v4.1, building product disclosure and optimization, option 1.</summary>
public static class LeedEpdCredit
{
    /// <summary>Judges the number of products and of manufacturers.</summary>
    /// <param name="products">The products.</param>
    /// <param name="leedVersion">A word of the facet <c>leedVersion</c>: <c>v4</c> or <c>v4.1</c>.</param>
    /// <param name="leedProject">A word of the facet <c>leedProject</c> where the project is of such a kind; else <see langword="null"/>.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>
    /// The finding on products, then that on manufacturers. <see cref="Verdict.NonCompliant"/> means that the credit is not earned. What an industry-wide declaration counts in v4.1
    /// was not seen: where that decides, the finding names <c>epdProductWeight</c>; where products without a maker decide, <c>manufacturer</c>.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such version or kind of project.</exception>
    public static IReadOnlyList<Finding> Judge(IReadOnlyList<LeedProduct> products, string leedVersion, string? leedProject = null, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        options ??= CheckOptions.Default;
        // A product that stands twice is one product, by the best that documents it.
        products = products.GroupBy(static product => (NameText.Fold(product.Name), NameText.Fold(product.Manufacturer)))
            .Select(static same => same.OrderBy(static product => product.Document).First()).ToList();
        var known = Circumstances.None.With("creditOption", "1").With("leedVersion", leedVersion);
        known = leedProject is null ? known.WithNoneOf("leedProject") : known.With("leedProject", leedProject);
        var edition = (catalogue ?? StandardsCatalogue.Default).FindEdition("us.leed-v4-mr-epd");
        var rows = edition?.Requirements ?? [];
        // A row of its own for a kind of project goes before the general one.
        var needed = rows.Where(row => row.Measurand.Key == Measurands.Materials.EpdProducts && row.AppliesTo(known, out _) == FacetMatch.Holds).OrderByDescending(static row => row.Conditions.Count).FirstOrDefault();
        var manufacturers = rows.FirstOrDefault(row => row.Measurand.Key == Measurands.Materials.EpdManufacturers && row.AppliesTo(known, out _) == FacetMatch.Holds);
        if (needed is null || manufacturers is null) return [];

        var basis = new FactorSheet();
        decimal counted = products.Count(static product => product.Document == LeedDocument.ProductEpd);
        var open = 0;
        basis.Step($"{Words.Number(counted)} products with a declaration of their own.", $"{Words.Number(counted)} 个产品具有自己的声明。");
        foreach (var (document, kind) in new[] { (LeedDocument.IndustryWideEpd, "industry-wide"), (LeedDocument.AssessmentOnly, "lca-only") })
        {
            var count = products.Count(product => product.Document == document);
            if (count == 0) continue;
            var weight = rows.FirstOrDefault(row => row.Measurand.Key == Measurands.Materials.EpdProductWeight && row.Value is not null && row.AppliesTo(known.With("epdKind", kind), out _) == FacetMatch.Holds);
            if (weight is null)
            {
                open += count;
                continue;
            }

            basis.Cite(weight);
            counted += count * weight.Value!.Value;
        }

        // What is open counts at least nothing and at most as much as a declaration of its own.
        var isOpen = open > 0 && LimitCheck.Meets(needed, counted) != LimitCheck.Meets(needed, counted + open);
        var first = ComputedFinding.Judge(needed, isOpen ? null : counted, "1", basis, ["epdProductWeight"], options);
        first.Subject = "epd-products";
        var names = products.Select(static product => NameText.Fold(product.Manufacturer)).Where(static name => name.Length > 0).Distinct().Count();
        // Each product of an unknown maker can be of one more.
        var unnamed = products.Count(static product => NameText.Fold(product.Manufacturer).Length == 0);
        var second = ComputedFinding.Judge(manufacturers, LimitCheck.Meets(manufacturers, names) != LimitCheck.Meets(manufacturers, names + unnamed) ? null : names, "1", new FactorSheet(), ["manufacturer"], options);
        second.Subject = "epd-manufacturers";
        return Array.AsReadOnly(new[] { first, second });
    }
}
