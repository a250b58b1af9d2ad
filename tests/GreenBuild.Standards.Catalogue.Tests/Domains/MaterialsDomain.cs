using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The folder materials: emissions and contents of products, indoor air, radionuclides, fire classes, carbon factors, green building scores.</summary>
/// <remarks>Written by reading the dossier, row by row, not from the program that converted it.</remarks>
internal sealed partial class MaterialsDomain() : DossierDomain("materials", "materials")
{
    public override string Scope(DossierEdition edition) =>
        base.Scope(edition) + (edition.Json["note"] is { } note ? " Note: " + note : ""); // the doubts about a whole file

    public override IEnumerable<ExpectedRow> Expect(DossierEdition edition, JsonObject row)
    {
        var conditions = row["conditions"]!.AsObject();
        foreach (var part in Parts(conditions))
        {
            yield return Valued(row, part) with
            {
                Measurands = [Measurand(edition.Number, row)],
                Conditions = Conditions(edition, row, part.Suffix).ToList(),
            };
        }
    }

    // Two rows of the green building standard give points "5+5" and "3+3+3" for things that are done or not one by one;
    // an alternative ("independent, or larger than") is two rows.
    private static (string Suffix, string Points)[] Parts(JsonObject conditions)
    {
        if (conditions.ContainsKey("independentOrAreaM2")) return [("-independent", ""), ("-combined", "")];
        return (conditions["points"]?.ToString() ?? "").Split('+') switch
        {
            [var pipes, var fittings] => [("-pipes", pipes), ("-fittings", fittings)],
            [var outer, var waterproof, var interior] => [("-outer", outer), ("-waterproof", waterproof), ("-interior", interior)],
            [var points] => [("", points)],
            var other => throw new NotSupportedException(string.Join("+", other)),
        };
    }

    private static ExpectedRow Valued(JsonObject row, (string Suffix, string Points) part)
    {
        var (comparator, value, unit) = ((string)row["comparator"]!, row["value"], Text(row["unit"]));
        var expected = new ExpectedRow(part.Suffix) { Unit = unit };
        if (part.Points.Length > 0)
        {
            return expected with
            {
                Kind = RequirementKind.ScoreRow,
                Points = part.Points,
                Value = value is null ? "" : comparator + Number(value), // ">= 85 %" earns the points; "required" is an item done
            };
        }

        return comparator switch
        {
            "required" => expected with { Kind = RequirementKind.Measure, Value = value switch { null => "true", JsonArray list => List(list), var text => text.ToString() } },
            "formula" => expected with { Kind = RequirementKind.Factor, Value = Number(value) }, // method text of GB/T 51366: a factor, not a limit
            "between" => expected with { Comparator = Comparator.Between, Value = Number(value![0]) + ".." + Number(value[1]) },
            _ => expected with { Comparator = ComparatorOf(comparator), Value = Number(value) },
        };
    }

    private static IEnumerable<string> Conditions(DossierEdition edition, JsonObject row, string part)
    {
        foreach (var (name, value) in row["conditions"]!.AsObject())
            foreach (var condition in Condition(edition.Number, name, value!, part)) yield return condition;

        // What only the key, the title or the metric of a row tells.
        var (key, title, metric) = ((string)row["key"]!, (string)row["what"]!, Text(row["metric"]));
        if (Element(edition.Number, title) is { } element) yield return "chemicalElement=" + element;
        if (edition.Number == "GB/T 51366-2019" && FactorOf(key) is { } factor) yield return factor;
        if (edition.Number.StartsWith("GB/T 18883", StringComparison.Ordinal) && AveragingHours().Match(metric) is { Success: true } hours)
            yield return "averaging=" + (60 * int.Parse(hours.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string[] Condition(string edition, string name, JsonNode value, string part)
    {
        var words = Texts(value);
        switch (name)
        {
            case "points": // the value of a score row
                return [];

            // The dossier's word is the catalogue's word.
            case "buildingClass" or "materialUse" or "buildingStatus" or "effectPigment" or "foamed" or "finish" or "substrate":
                return [Words(name, words)];
            case "gloss60" or "voidRatio" or "shareOfKind":
                return [Bounds(name, words[0])];

            // The dossier has several names for one thing, and one name for several things.
            case "product":
                return Product(edition, words);
            case "productKind":
                return [Words("product", words)];
            case "part":
                return [Words("productPart", words)];
            case "type" when edition.StartsWith("LEED", StringComparison.Ordinal):
                return [Words("leedProject", words)];
            case "type":
                return Medium(words);
            case "exceptType":
                return Medium(words).Select(static condition => "not " + condition).ToArray();
            case "base" when edition == "GB 18586-2001": // the fibre layer under the PVC, not a binder
                return [Words("backing", words)];
            case "base":
                return [Words("resin", words)];
            case "exceptBase":
                return ["not " + Words("resin", words)];
            case "coat":
                return [words[0] switch { "pigmented" => "pigmented=true", "clear" => "pigmented=false", var layer => "coatLayer=" + layer }];
            case "coloured":
                return [Words("pigmented", words)];
            case "field":
                return [Words("applicationField", words)];
            case "grade":
                return [Words("formaldehydeGrade", words)];
            case "class":
                return [Words(ClassFacet(edition, words[0]), words)];
            case "furniture" when words is ["indoor"]:
                return ["indoorUse=true"];
            case "indoor" or "indoorUse":
                return [Words("indoorUse", words)];
            case "voidRatioOrAerated":
                return [Words("hollowOrAerated", words)];
            case "article":
                return [Words("articleClass", words)];
            case "use" or "building":
                return [Words("buildingUse", words.Select(static word => word switch
                {
                    "classroom" => "school-classroom", "dormitory" => "student-dormitory", "exhibition" => "exhibition-hall", "convention" => "convention-centre", _ => word,
                }))];
            case "heightM":
                return [Bounds("buildingHeight", words[0])];
            case "cavity":
                return [Words("insulationCavity", words)];
            case "system":
                return [Words("insulationSystem", words)];
            case "insulation":
                return [Words("fireGrade", words)];
            case "independentOrAreaM2" when part == "-independent":
                return ["independentBuilding=true"];
            case "independentOrAreaM2":
                return ["independentBuilding=false", Bounds("elderlyCareArea", words[0])];
            case "zone":
                return [Words("climateZone", words)];
            case "stage" when edition == "GB 55015-2021":
                return [Words("designPhase", words)];
            case "star":
                return [Words("greenBuildingStars", words)];
            case "item":
                return [Words("itemType", words)];
            case "structure":
                return [Words("structureType", words)];
            case "kinds":
                return [Bounds("wasteDerivedKinds", words[0])];
            case "material":
                return [Words("buildingMaterial", words)];
            case "method":
                return [Words("ratioMethod", words)];
            case "group":
                return [Words("materialGroup", words)];
            case "option":
                return [Words("creditOption", words)];
            case "version":
                return [Words("leedVersion", words)];
            case "region":
                return [Words("gridRegion", words)];
            case "province":
                return [Words("gridProvince", words)];
            case "exception" when words is ["product integrated, not separable, no biogenic carbon"]:
                return ["not epdModuleExemption=true"];
            case "date":
                return [words[0] switch
                {
                    ">2027-08-06" => "dates=2027-08-07/..", // after that day
                    ['>', '=', .. var from] => $"dates={from}/..",
                    var day => $"dates={day}/{day}",
                }];

            // What the catalogue has no facet for: stands among the intended differences, with the reason.
            case "stage" or "kind" or "perUnit" or "radiusKm" or "addedAsRawMaterial":
                return [Words(name, words)];
            default:
                throw new NotSupportedException($"{edition}: the condition '{name}' = {value.ToJsonString()} is new; say what it means in the catalogue.");
        }
    }

    private static string[] Product(string edition, string[] words) => edition switch
    {
        _ when edition.StartsWith("GB/T 35601", StringComparison.Ordinal) => [Words("greenProductCategory", words.Select(static word => word switch
        {
            "wood-based panels and wood floors" => "wood-panels-and-floors",
            "sanitary ceramics" => "sanitary-ceramics",
            "building glass" => "building-glass",
            "wall materials" => "wall-materials",
            "solar water heating systems" => "solar-water-heating",
            "thermal insulation" => "thermal-insulation",
            "waterproof and sealing materials" => "waterproof-and-sealing",
            "ceramic tiles (boards)" => "ceramic-tiles",
            "wood-plastic products" => "wood-plastic",
            "paper and paper products" => "paper",
            _ => word, // coatings, furniture, textiles
        }))],
        _ when edition.StartsWith("TSCA", StringComparison.Ordinal) => ["product=wood-based-panel", Words("panelType", words)],
        _ when edition.StartsWith("Buy Clean", StringComparison.Ordinal) || edition.StartsWith("GSA", StringComparison.Ordinal) => [Words("buildingMaterial", words.Select(static word => word switch
        {
            "hot-rolled" => "hot-rolled-section",
            "hss" => "hollow-section",
            "plate" => "steel-plate",
            "mw-light" => "mineral-wool-light",
            "mw-heavy" => "mineral-wool-heavy",
            _ => word,
        }))],
        "GB 18587-2001" => [Words("product", words.Select(static word => word switch { "cushion" => "carpet-cushion", "adhesive" => "carpet-adhesive", _ => word }))],
        "GB 30981.1-2025" when words is ["water-borne"] => ["medium=water-borne"], // no product, whatever the name of the condition
        _ => [Words("product", words.Select(static word => word switch
        {
            "putty" => "wall-putty", // GB 18582, architectural wall coatings
            "phenolic-antirust" => "phenolic-antirust-coating",
            "other-solvent-borne" => "other-solvent-borne-coating",
            "granite" => "natural-granite", // the title
            _ => word,
        }))],
    };

    // "type" of coatings and adhesives: what carries the binder, or the binder itself, or that it is a putty.
    private static string[] Medium(string[] words)
    {
        if (words is not [var word]) throw new NotSupportedException(string.Join("|", words));
        var isPutty = word.EndsWith("-putty", StringComparison.Ordinal);
        string[] conditions = (isPutty ? word[..^"-putty".Length] : word) switch
        {
            "solvent" or "solvent-borne" or "solvent-based" => ["medium=solvent-borne"],
            "water" or "water-borne" or "water-based" => ["medium=water-borne"],
            "bulk" or "powder" or "solvent-free" => ["medium=" + word],
            "uv-water" => ["medium=radiation-cured-water-borne"],
            "uv-nonwater" => ["medium=radiation-cured-non-water"],
            "solvent-pu" => ["medium=solvent-borne", "resin=pu"],
            "nitro" or "alkyd" => ["resin=" + word],
            "unsaturated-polyester" => ["resin=unsaturated-polyester"],
            var other => throw new NotSupportedException("type " + other),
        };
        return isPutty ? [.. conditions, "coatLayer=putty"] : conditions;
    }

    private static string ClassFacet(string edition, string word) => edition switch
    {
        "GB 18587-2001" => "carpetClass",
        "GB 6566-2001" or "GB 6566-2010" => "decorationClass",
        "GB 8624-2012" => word.Length == 2 && word[0] == 'B' ? "fireGrade" : "fireClass", // B1 and B2 are grades, A1 A2 B C D E the classes below them
        _ when edition.StartsWith("French VOC", StringComparison.Ordinal) => "emissionClass",
        _ when edition.StartsWith("Caiku", StringComparison.Ordinal) => "procurementList",
        _ => throw new NotSupportedException($"{edition}: class {word}"),
    };

    // "Ba content", "soluble lead in coating", "soluble cd", "migratable Sb": which element it is.
    private static string? Element(string edition, string title)
    {
        if (edition is not ("GB 18581-2020" or "GB 18582-2020" or "GB 18584-2001" or "GB 18584-2024" or "GB 18585-2001" or "GB 18585-2023" or "GB 18586-2001")) return null;
        if (ElementInTitle().Match(title) is not { Success: true } match) return null;
        var word = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
        return word switch
        {
            "lead" => "Pb", "cadmium" => "Cd", "chromium" => "Cr", "mercury" => "Hg",
            _ => char.ToUpperInvariant(word[0]) + word[1..],
        };
    }

    // The default factors of GB/T 51366: the key says for what, and the table (D materials, E transport, A fuels) which list it is from.
    private static string? FactorOf(string key) => key switch
    {
        "d-c30" or "d-c50" => "buildingMaterial=concrete-" + key[2..],
        "d-plate" => "buildingMaterial=medium-heavy-plate", // whatZh: 中厚板
        ['d', '-', .. var material] when !key.StartsWith("default", StringComparison.Ordinal) => "buildingMaterial=" + material,
        ['e', '-', .. var mode] => "transportMode=" + mode,
        ['a', '-', .. var fuel] => "fuelType=" + fuel,
        _ => null,
    };

    private static string Measurand(string edition, JsonObject row)
    {
        var (key, quantity, unit) = ((string)row["key"]!, Text(row["quantity"]), Text(row["unit"]));
        if (edition.StartsWith("GB/T 50378-2019", StringComparison.Ordinal)) return "materials." + GreenBuilding[key];
        if (ByRow.TryGetValue((edition, key), out var measurand)) return measurand;
        if (edition.StartsWith("GB 50325", StringComparison.Ordinal) || edition == "GB 55016-2021")
        {
            if (key.StartsWith("air-", StringComparison.Ordinal)) return "materials.indoor-acceptance-" + quantity;
        }
        else if (edition.StartsWith("GB/T 18883", StringComparison.Ordinal)) return "materials.indoor-air-" + (key == "fresh-air" ? key : quantity);

        foreach (var (words, units, name) in Rules)
            if (units.Split("; ").Contains(unit) && Regex.IsMatch(quantity, words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)) return "materials." + name;
        throw new NotSupportedException($"{edition} {key}: nothing says what is measured by '{quantity}' in {unit}.");
    }

    /// <summary>Words of the quantity, units with "; " between, and what is measured; the first that fits. One quantity in another unit is another measurement.</summary>
    private static readonly (string Words, string Units, string Measurand)[] Rules =
    [
        // Emission rates of carpets.
        ("tvoc", "mg/(m2.h)", "tvoc-emission-rate"),
        ("formaldehyde", "mg/(m2.h)", "formaldehyde-emission-rate"),
        ("styrene", "mg/(m2.h)", "styrene-emission-rate"),
        ("4-phenylcyclohexene", "mg/(m2.h)", "phenylcyclohexene-emission-rate"),
        ("BHT", "mg/(m2.h)", "bht-emission-rate"),
        ("2-ethyl-1-hexanol", "mg/(m2.h)", "ethylhexanol-emission-rate"),

        // Concentrations in a chamber.
        ("without LCI", "mg/m3", "voc-without-lci-emission"),
        ("TSVOC", "mg/m3", "tsvoc-emission"),
        ("tvoc", "mg/m3; ug/m3", "tvoc-emission"),
        ("acetaldehyde", "ug/m3", "acetaldehyde-emission"),
        ("formaldehyde|faced panels, climate chamber|panels and products, chamber", "mg/m3; ug/m3", "formaldehyde-emission"),
        ("^benzene", "mg/m3", "benzene-emission"),
        ("toluene", "mg/m3; ug/m3", "toluene-emission"),
        ("xylene", "mg/m3", "xylene-emission"),
        ("carcinogens", "mg/m3", "carcinogen-emission"),
        ("R value", "1", "emission-r-value"),

        // Formaldehyde by other methods: the unit belongs to the method.
        ("perforator", "mg/100g", "formaldehyde-content-perforator"),
        ("desiccator|formaldehyde release", "mg/L", "formaldehyde-emission-desiccator"),
        ("plywood|particleboard|fibreboard|MDF", "ppm", "formaldehyde-emission-volume-fraction"),
        ("formaldehyde", "mg/kg; g/kg", "formaldehyde-content"),

        // Contents of coatings and adhesives.
        ("svoc", "g/L", "svoc-content"),
        ("voc", "g/L", "voc-content"),
        ("voc", "g/kg", "voc-content-mass-fraction"),
        ("benzene series|sum of benzene", "mg/kg", "benzene-series-content"),
        ("benzene", "%; g/kg", "benzene-content"),
        ("toluene \\+ xylene", "g/kg", "toluene-xylene-content"),
        ("toluene \\+ xylene", "%", "toluene-xylene-ethylbenzene-content"), // GB 18581: the titles include ethylbenzene
        ("TDI\\+HDI", "%", "free-diisocyanate-content"),
        ("TDI$", "g/kg", "tdi-content"),
        ("glycol ethers", "mg/kg", "glycol-ether-content"),
        ("alkylphenol ethoxylates", "mg/kg", "apeo-content"),
        ("DBP|DINP", "mg/kg", "phthalate-content"),
        ("phthalate mass share", "%", "phthalate-addition"),
        ("vinyl chloride", "mg/kg", "vinyl-chloride-content"),
        ("chlorinated paraffins", "%", "sccp-content"),
        ("released ammonia", "%", "ammonia-release"),
        ("total lead", "mg/kg", "total-lead"),
        ("soluble", "mg/kg", "soluble-metal"),
        ("soluble", "mg/m2", "soluble-metal-area"),
        ("migratable", "mg/kg", "migratable-element"),
        ("^(Ba|Cd|Cr|Pb|As|Hg|Se|Sb) content", "mg/kg", "element-content"),
        ("volatiles", "g/m2", "volatiles-area"),
        ("halogenated|biocide|residual formaldehyde and released ammonia", "", "test-item"),

        // Radionuclides.
        ("^IRa$", "1", "radionuclide-internal-index"),
        ("^Iγ$", "1", "radionuclide-external-index"),
        ("^IRa, Iγ$", "", "radionuclide-conformity"),
        ("radon exhalation", "Bq/(m2.s)", "radon-exhalation"),

        // Reaction to fire.
        ("temperature rise", "degC", "furnace-temperature-rise"),
        ("mass loss", "%", "furnace-mass-loss"),
        ("flaming time", "s", "furnace-flaming-time"),
        ("calorific value", "MJ/kg", "gross-calorific-value"),
        ("calorific value per area", "MJ/m2", "gross-calorific-value-area"),
        ("FIGRA 0.2 MJ", "W/s", "figra-02mj"),
        ("FIGRA 0.4 MJ", "W/s", "figra-04mj"),
        ("THR 600 s", "MJ", "thr-600s"),
        ("flame height within 60 s", "mm", "flame-height-60s"),
        ("flame height within 20 s", "mm", "flame-height-20s"),
        ("oxygen index", "%", "oxygen-index"),
        ("burning class of insulation", "GB 8624 class", "insulation-fire-class"),

        // Carbon and energy.
        ("cradle-to-gate GWP|^GWP A1-A3$", "kgCO2e/t; kgCO2e/m3; kgCO2e/m2; kgCO2e/kg; tCO2e/t", "embodied-carbon"),
        ("^GWP A1-A3$", "percentile", "embodied-carbon-tier"),
        ("transport GWP", "kgCO2e/(t.km)", "transport-carbon"),
        ("fuel CO2 factor", "tCO2/TJ", "fuel-carbon"),
        ("grid factor", "kgCO2/kWh", "grid-carbon"),
        ("operational carbon intensity", "%", "operational-carbon-reduction"),
        ("operational carbon intensity", "kgCO2/(m2.a)", "operational-carbon-reduction-absolute"),
        ("carbon analysis report", "", "carbon-analysis-report"),
        ("design energy reduction", "%", "design-energy-reduction"),
        ("saving rate", "%", "energy-saving-rate"),
        ("mass of materials included", "%", "carbon-mass-coverage"),
        ("may be left out", "%", "carbon-cutoff-share"),
        ("default transport distance", "km", "default-transport-distance"),
        ("replaced primary material's carbon", "%", "recycled-material-carbon-share"),

        // Acceptance of buildings.
        ("share of (representative )?rooms sampled", "%", "room-sampling-share"),
        ("days after completion", "d", "indoor-test-delay"),
        ("above this area", "m2", "retest-area"),
        ("non-combustible structure on both sides", "mm", "insulation-cover-thickness"),

        // Environmental declarations, certificates, procurement.
        ("modules every EPD declares", "", "epd-modules"),
        ("GWP split", "", "epd-gwp-parts"),
        ("mandatory impact indicators", "indicators", "epd-indicators"),
        ("EPD validity", "a", "epd-validity"),
        ("counts as", "product", "epd-product-weight"),
        ("manufacturers", "manufacturers", "epd-manufacturers"),
        ("products with EPD|products needed", "products", "epd-products"),
        ("first catalogue", "products", "green-certificate-catalogue"),
        ("star levels", "stars", "green-certificate-level"),
        ("certificate validity", "a", "green-certificate-validity"),
        ("before expiry", "d", "green-certificate-renewal-lead"),
        ("accepted application to certificate", "d", "green-certificate-issue-time"),
        ("old assessment labels", "", "old-assessment-label"),
        ("weight of group", "points", "green-material-group-weight"),
        ("share of certified green material", "%", "green-material-item-share"),
        ("share of (mandatory|material) kinds", "%", "green-material-kind-share"),
        ("green-material list", "", "green-material-list"),
        ("proves conformity", "", "green-material-proof"),
        ("use steel structure", "", "steel-structure-use"),
        ("number of cities", "cities", "policy-cities"),
        ("green product assessment standard", "", "green-product-standard"),
        ("^use this method", "", "test-method"),
        ("^class$", "", "adhesive-classes"),

        // Which edition judges what.
        ("^judge exterior coatings under|^judge by GB|must be judged by this part|are judged by this standard|do not apply to materials|^date$", "", "edition-scope"),
    ];

    private static readonly Dictionary<(string Edition, string Key), string> ByRow = new()
    {
        [("GB/T 38597-2020", "powder")] = "materials.low-voc-product", // quantity "VOC", but no number: they count as low-VOC as they are
        [("Caiku [2022] No. 35 / requirement standard 2022", "prefab-rate")] = "components.assembly-rate", // "by GB/T 51129"
    };

    /// <summary>GB/T 50378: the quantity repeats the title, and many titles go on from the row before ("... by 20 %").</summary>
    private static readonly Dictionary<string, string> GreenBuilding = new()
    {
        ["star-1"] = "green-building-score", ["star-2"] = "green-building-score", ["star-3"] = "green-building-score",
        ["category-min"] = "category-score-share", ["full-decoration"] = "full-decoration",
        ["pollutant-reduction-1"] = "indoor-pollutant-reduction", ["pollutant-reduction-23"] = "indoor-pollutant-reduction",
        ["air-10"] = "indoor-pollutant-reduction", ["air-20"] = "indoor-pollutant-reduction",
        ["no-irregular"] = "regular-building-form",
        ["decor-cost-residential"] = "decorative-component-cost-share", ["decor-cost-public"] = "decorative-component-cost-share",
        ["local-material"] = "local-material-share", ["premixed"] = "premixed-concrete-mortar",
        ["durability"] = "structure-durability", ["durable-parts"] = "parts-durability", ["durable-finishes"] = "finish-durability",
        ["green-product-3"] = "green-product-kinds", ["green-product-5"] = "green-product-kinds",
        ["integrated-decoration"] = "integrated-decoration",
        ["rebar-400"] = "high-strength-rebar-share", ["c50"] = "high-strength-concrete-share",
        ["q345-50"] = "high-strength-steel-share", ["q345-70"] = "high-strength-steel-share",
        ["bolted"] = "bolted-joint-share", ["propfree"] = "prop-free-slabs",
        ["interior-1"] = "industrialised-interior-kinds", ["interior-3"] = "industrialised-interior-kinds", ["interior-more"] = "industrialised-interior-kinds",
        ["recycle-residential-6"] = "recyclable-material-share", ["recycle-residential-10"] = "recyclable-material-share",
        ["recycle-public-10"] = "recyclable-material-share", ["recycle-public-15"] = "recyclable-material-share",
        ["waste-derived-1"] = "waste-derived-material-share", ["waste-derived-2"] = "waste-derived-material-share",
        ["prefab-steel"] = "steel-timber-main-structure", ["prefab-35"] = "precast-concrete-volume-share", ["prefab-50"] = "precast-concrete-volume-share",
        ["carbon-analysis"] = "carbon-calculation",
        ["concrete-loss"] = "concrete-loss-rate", ["rebar-loss"] = "rebar-loss-rate",
        ["alu-formwork"] = "plaster-free-formwork", ["green-construction"] = "green-construction-rating",
        ["green-30"] = "green-material-ratio", ["green-40"] = "green-material-ratio", ["green-50"] = "green-material-ratio",
        ["green-60"] = "green-material-ratio", ["green-70"] = "green-material-ratio",
        ["green-star-1"] = "green-material-ratio", ["green-star-2"] = "green-material-ratio", ["green-star-3"] = "green-material-ratio",
    };

    [GeneratedRegex(@"^(?:soluble|migratable) (\w+)|^(\w\w) content$", RegexOptions.CultureInvariant)]
    private static partial Regex ElementInTitle();

    [GeneratedRegex(@"^(\d+) h$", RegexOptions.CultureInvariant)]
    private static partial Regex AveragingHours();
}
