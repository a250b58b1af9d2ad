namespace GreenBuild.Standards.Materials;

/// <summary>Which rows of the catalogue limit a harmful substance of a product, and which of them are about the same thing.</summary>
internal static class HarmfulSubstance
{
    private static readonly string[] Endings =
    [
        "-emission", "-emission-rate", "-emission-desiccator", "-emission-volume-fraction", "-content", "-content-perforator", "-content-mass-fraction", "-release",
        "total-lead", "soluble-metal", "soluble-metal-area", "migratable-element", "element-content", "volatiles-area", "emission-r-value", "radon-exhalation",
    ];

    /// <summary>Formaldehyde of panels by its methods: a limit by one of them is enough, and the chamber decides where it is one.</summary>
    private static readonly string[] Methods =
    [
        Measurands.Materials.FormaldehydeEmission, Measurands.Materials.FormaldehydeEmissionDesiccator, Measurands.Materials.FormaldehydeContentPerforator,
        Measurands.Materials.FormaldehydeEmissionVolumeFraction,
    ];

    public static bool IsSubstance(string measurand) =>
        measurand.StartsWith("materials.", StringComparison.Ordinal) && Endings.Any(ending => measurand.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Whether a row limits a harmful substance of products that it names.</summary>
    public static bool IsLimit(Requirement row) => row.Kind == RequirementKind.Limit && !row.IsTrigger && IsSubstance(row.Measurand.Key) && NamesProducts(row);

    public static bool NamesProducts(Requirement row) => row.Condition("product") is not null || row.Condition("articleClass") is not null || row.Condition("materialUse") is not null;

    /// <summary>Facets that say which of several things a value is, and not when a rule applies.</summary>
    public static bool IsIdentity(string facet) => facet is "chemicalElement" or "phthalateGroup" or "productPart";

    /// <summary>Whether two measurands are the same substance by other methods or on another basis: formaldehyde by chamber and by desiccator.</summary>
    public static bool IsSameSubstance(string a, string b) => SubstanceOf(a) == SubstanceOf(b);

    /// <summary>Of formaldehyde by several methods, one is enough: the rank of a method, the best first; <see langword="null"/> where there is no choice.</summary>
    public static int? MethodRank(string measurand) => Array.IndexOf(Methods, measurand) is >= 0 and var rank ? rank : null;

    private static string SubstanceOf(string measurand)
    {
        foreach (var word in new[] { "-emission", "-content" })
            if (measurand.IndexOf(word, StringComparison.Ordinal) is > 0 and var end) return measurand.Substring(0, end);
        return measurand;
    }
}

/// <summary>One thing that is limited: a substance, and where one measurand stands for several, which of them.</summary>
internal sealed class LimitedSubstance : IEquatable<LimitedSubstance>
{
    public LimitedSubstance(Requirement row)
    {
        Measurand = row.Measurand;
        Identity = Circumstances.None;
        foreach (var condition in row.Conditions)
            if (!condition.IsException && HarmfulSubstance.IsIdentity(condition.Facet)) Identity = Identity.With(condition.Facet, condition.Values[0]);
    }

    public Measurand Measurand { get; }

    public Circumstances Identity { get; }

    /// <summary>The circumstances with what the substance is.</summary>
    public Circumstances In(Circumstances known)
    {
        foreach (var facet in Identity.Facets)
            if (Identity.TryGetToken(facet, out var word)) known = known.With(facet, word);
        return known;
    }

    /// <summary>Whether a report is about it.</summary>
    public bool IsOf(TestReport report) => report.Measurand == Measurand.Key && Identity.Facets.All(facet =>
        Identity.TryGetToken(facet, out var word) && report.Circumstances.TryGetToken(facet, out var reported) && reported == word);

    public BilingualText Name
    {
        get
        {
            var (english, chinese) = (Measurand.Title.English, Measurand.Title.Chinese);
            foreach (var facet in Identity.Facets)
                if (Identity.TryGetToken(facet, out var word))
                {
                    var value = Words.ValueOf(facet, word);
                    (english, chinese) = ($"{english}: {value.English}", $"{chinese}：{value.Chinese}");
                }

            return new(english, chinese);
        }
    }

    public bool Equals(LimitedSubstance? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as LimitedSubstance);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>Measurand and identity, for example <c>materials.soluble-metal (chemicalElement=Cd)</c>.</summary>
    public override string ToString() => Identity.Facets.Any() ? $"{Measurand.Key} ({Identity})" : Measurand.Key;
}
