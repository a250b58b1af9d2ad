namespace GreenBuild.Standards.Materials;

/// <summary>Where a material bears load.</summary>
public enum StructuralRole
{
    /// <summary>Nowhere, or not recorded. This is the value of <c>default</c>.</summary>
    None = 0,

    /// <summary>Reinforcement (钢筋).</summary>
    Rebar = 1,

    /// <summary>Concrete of vertical load-bearing structure (竖向承重结构混凝土).</summary>
    VerticalConcrete = 2,

    /// <summary>Structural steel (钢结构用钢).</summary>
    StructuralSteel = 3,
}

/// <summary>One line of a bill of materials: what was bought, how much, from where, when, and what proves it.</summary>
/// <remarks>Never throws for strange amounts: what a bill says is judged, not refused. What is not known is left out and asked for by the findings that need it.</remarks>
public sealed class MaterialLine
{
    // Beyond this a number is no amount that one line can mean; it also keeps every sum exact.
    private const decimal Most = 1_000_000_000;

    /// <summary>The identifier of the line in its bill.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the material in the words of the bill.</summary>
    public required string Name { get; init; }

    /// <summary>The amount in <see cref="Unit"/>.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The unit: <c>t</c>, <c>kg</c>, <c>m3</c>, <c>m2</c>, <c>m</c>, or <c>1</c> for pieces.</summary>
    public required string Unit { get; init; }

    /// <summary>The supplier; may be empty.</summary>
    public string Supplier { get; init; } = "";

    /// <summary>The manufacturer on the delivery note; empty if not recorded.</summary>
    public string Manufacturer { get; init; } = "";

    /// <summary>The plant on the delivery note; empty if not recorded.</summary>
    public string Plant { get; init; } = "";

    /// <summary>The product unit of the certification (认证单元) that the delivery belongs to; empty if not recorded.</summary>
    public string ProductUnit { get; init; } = "";

    /// <summary>The day of delivery; <see langword="null"/> if not recorded.</summary>
    public CalendarDate? DeliveryDate { get; init; }

    /// <summary>The class of the product, for harmful substances and carbon; <see langword="null"/> if the line is of none: then no harmful substance is judged.</summary>
    public ProductClass? Class { get; init; }

    /// <summary>What refines the class: <c>panelType</c>, <c>medium</c>, <c>resin</c>, <c>gloss60</c>, <c>decorationClass</c> ...</summary>
    public Circumstances ProductCircumstances { get; init; } = Circumstances.None;

    /// <summary>The uses that an adhesive is declared for, words of the facet <c>applicationField</c>.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>The day of production; <see langword="null"/> if not recorded.</summary>
    public CalendarDate? ProductionDate { get; init; }

    /// <summary>The results of test reports on harmful substances.</summary>
    public IReadOnlyList<TestReport> Reports { get; init; } = [];

    /// <summary>The specific activities of an inorganic material; <see langword="null"/> if not tested.</summary>
    public RadionuclideTest? Radionuclides { get; init; }

    /// <summary>The density in kg/m3; <see langword="null"/> if not recorded: then a volume has no mass unless its declaration gives one that has not lapsed.</summary>
    public decimal? Density { get; init; }

    /// <summary>The mass in kg of one m2, m or piece; <see langword="null"/> if not recorded.</summary>
    public decimal? MassPerUnit { get; init; }

    /// <summary>The material in carbon accounting, a word of the facet <c>buildingMaterial</c>; that of the class if not given; <see langword="null"/> if it is none of them.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public string? BuildingMaterial { get => field ?? Class?.BuildingMaterial; init => field = Word("buildingMaterial", value); }

    /// <summary>The group of the green material ratio, a word of the facet <c>materialGroup</c> (<c>q1</c> to <c>q4</c>); <see langword="null"/> if the line counts in none.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public string? MaterialGroup { get; init => field = Word("materialGroup", value); }

    /// <summary>The kind of material within its group and for procurement, such as <c>ready-mixed concrete</c>; empty for the name of the line.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The list of the procurement standard in which the kind stands, a word of the facet <c>procurementList</c>; <see langword="null"/> if in none.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public string? ProcurementList { get; init => field = Word("procurementList", value); }

    /// <summary>The green material certificate; <see langword="null"/> if there is none.</summary>
    public GreenMaterialCertificate? Certificate { get; init; }

    /// <summary>Whether a valid test report against the procurement standard proves the delivery, which procurement takes as well; <see langword="null"/> if not recorded.</summary>
    public bool? HasProcurementReport { get; init; }

    /// <summary>Where the material bears load, for the shares of high strength; <see cref="StructuralRole.None"/> if nowhere, or not recorded.</summary>
    public StructuralRole StructuralRole { get; init; }

    /// <summary>The strength grade as it is written: 400 of HRB400 and 345 of Q345 in MPa, 50 of C50; <see langword="null"/> if not recorded.</summary>
    public decimal? StrengthGrade { get; init; }

    /// <summary>Whether the material can be recycled or reused (可循环、可再利用); <see langword="null"/> if not recorded.</summary>
    public bool? IsRecyclable { get; init; }

    /// <summary>The share of recycled raw material in %, 0 to 100; <see langword="null"/> if not recorded.</summary>
    public decimal? RecycledContent { get; init; }

    /// <summary>The environmental product declaration; <see langword="null"/> if there is none.</summary>
    public Epd? Epd { get; init; }

    /// <summary>A factor that the project has from elsewhere; <see langword="null"/> for none. A declaration that a third party verified goes before it.</summary>
    public CarbonFactor? Factor { get; init; }

    /// <summary>The distance of transport in km; <see langword="null"/> if not recorded: then the default of the standard counts.</summary>
    public decimal? TransportDistance { get; init; }

    /// <summary>The means of transport, a word of the facet <c>transportMode</c>; <see langword="null"/> if not recorded.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public string? TransportMode { get; init => field = Word("transportMode", value); }

    /// <summary>Where the line stands, for findings.</summary>
    public FindingOrigin? Origin { get; init; }

    /// <summary>What is wrong with the line, so that it counts nowhere; empty if nothing is.</summary>
    public BilingualText Fault
    {
        get
        {
            if (!MaterialMass.IsUnit(Unit)) return new($"'{InputError.Quote(Unit)}' is no unit of an amount of material.", $"“{InputError.Quote(Unit)}”不是材料用量的单位。");
            if (Quantity < 0) return new("The amount is negative.", "用量为负。");
            if (Quantity > Most || !MeasuredNumber.IsQuantity(Quantity)) return new($"{Words.Number(Quantity)} {Unit} is no amount of one line.", $"{Words.Number(Quantity)} {Unit} 不可能是一行的用量。");
            if (Density is { } density && (density is <= 0 or > 30_000 || !MeasuredNumber.IsQuantity(density))) return new($"{Words.Number(density)} kg/m3 is no density.", $"{Words.Number(density)} kg/m3 不是密度。");
            if (MassPerUnit is { } mass && (mass is <= 0 or > Most || !MeasuredNumber.IsQuantity(mass))) return new($"{Words.Number(mass)} kg is no mass of one unit.", $"{Words.Number(mass)} kg 不是单位质量。");
            if (RecycledContent is < 0 or > 100) return new($"{Words.Number(RecycledContent.Value)} % is no share.", $"{Words.Number(RecycledContent.Value)} % 不是比例。");
            if (TransportDistance is < 0 or > 100_000) return new($"{Words.Number(TransportDistance.Value)} km is no distance of a transport.", $"{Words.Number(TransportDistance.Value)} km 不是运输距离。");
            if (Factor is { } factor && !MeasuredNumber.IsBounded(factor.Value)) return new($"{Words.Number(factor.Value)} kgCO2e/{factor.PerUnit} is no factor of carbon.", $"{Words.Number(factor.Value)} kgCO2e/{factor.PerUnit} 不是碳排放因子。");
            return Epd?.Fault ?? default;
        }
    }

    /// <summary>The mass in kg, to the milligram.</summary>
    /// <param name="kilograms">The mass; 0 if it is not known.</param>
    /// <param name="missing">What is missing: <c>density</c> of a volume, <c>massPerUnit</c> of pieces and areas, <c>fault</c> of a faulty line; empty if nothing.</param>
    public bool TryGetMass(out decimal kilograms, out string missing) => TryGetMass(ValidEpd(null, StandardsCatalogue.Default, CheckOptions.Default), out kilograms, out missing);

    /// <summary>The same with the declaration that counts.</summary>
    internal bool TryGetMass(Epd? valid, out decimal kilograms, out string missing)
    {
        (kilograms, missing) = (0, "fault");
        if (Fault.English.Length > 0) return false;
        if (!MaterialMass.TryConvert(Quantity, Unit, "kg", DensityBy(valid), MassPerUnitBy(valid), out var mass, out missing)) return false;
        // To the milligram, so that sums are exact and do not depend on the order of the lines.
        kilograms = Gbt8170.Round(mass, 6);
        return true;
    }

    internal decimal? DensityBy(Epd? valid) => Density ?? valid?.DensityOrComputed;

    // The declared mass is of the declared unit; it says nothing of another unit.
    internal decimal? MassPerUnitBy(Epd? valid) => MassPerUnit ?? (valid is not null && valid.DeclaredUnit == Unit ? valid.MassOfOne : null);

    /// <summary>The declaration, if it counts on the day of delivery, or on another day where that is not recorded; one that does not proves nothing, its density included.</summary>
    internal Epd? ValidEpd(CalendarDate? otherwise, StandardsCatalogue catalogue, CheckOptions options) =>
        Epd is { } epd && (DeliveryDate ?? otherwise) is { } day && EpdCheck.NotValidOn(epd, day, catalogue, options).English is { Length: > 0 } ? null : Epd;

    /// <summary>The line as a product that is judged for harmful substances; <see langword="null"/> if it has no class.</summary>
    /// <param name="project">What is known of the project, such as the class of the building.</param>
    internal SuppliedProduct? AsProduct(Circumstances project)
    {
        if (Class is null) return null;
        var known = ProductCircumstances;
        foreach (var facet in project.Facets)
            if (!known.TryGetToken(facet, out _) && project.TryGetToken(facet, out var value)) known = known.With(facet, value);
        return new SuppliedProduct
        {
            Id = Id, Class = Class, Circumstances = known, Uses = Uses, DeliveryDate = DeliveryDate, ProductionDate = ProductionDate, Reports = Reports, Radionuclides = Radionuclides, Origin = Origin,
        };
    }

    internal string KindOrName => Kind.Trim().Length > 0 ? Kind : Name;

    /// <summary>Identifier, name and amount.</summary>
    public override string ToString() => $"{Id} {Name} {Words.Number(Quantity)} {Unit}";

    private static string? Word(string facet, string? word) => word is null ? null : Vocabulary.Checked(facet, word);
}
