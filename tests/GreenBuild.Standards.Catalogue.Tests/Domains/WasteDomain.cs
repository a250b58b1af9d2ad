using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The folder waste: how much construction waste, how much of it is used again, recycled aggregate, duties, fines, scores.</summary>
/// <remarks>Written by reading the dossier, row by row, not from the program that converted it.</remarks>
internal sealed partial class WasteDomain() : DossierDomain("waste", "waste")
{
    /// <summary>The keys of rows that another folder tells, too.</summary>
    private static readonly Dictionary<(string Edition, string Key), string> KeysOfOthers = new()
    {
        [("GB/T 50378-2019", "green-construction-grade")] = "green-construction",
        [("GB/T 50378-2019", "no-plaster-formwork")] = "alu-formwork",
        [("建标〔2022〕53号", "site-discharge-2030")] = "site-waste-2030",
        [("建标〔2022〕53号", "utilisation-2030")] = "waste-recycling-2030",
    };

    public override IEnumerable<ExpectedRow> Expect(DossierEdition edition, JsonObject row)
    {
        var key = KeysOfOthers.GetValueOrDefault((edition.Number, (string)row["key"]!));
        var said = new ExpectedRow("") { Measurands = [Measurand(edition.Number, row)], Conditions = Conditions(edition, row).ToList(), Key = key };
        if (row["conditions"]!["scored"] is not null)
        {
            // The break point has a source, the points are from memory: two rows.
            yield return Valued(row, said, Text(row["value"])) with { Kind = RequirementKind.Factor };
            yield return Scored(row, said, PointsOfNote().Match(Text(row["note"])).Groups[1].Value) with { Part = "-points" };
        }
        else if (Text(row["quantity"]) == "batch size") // "400 m3 / 600 t": whichever comes first
        {
            var sizes = BatchSizes().Match(Text(row["value"]));
            if (!sizes.Success) throw new NotSupportedException(Text(row["value"]));
            yield return Valued(row, said, sizes.Groups[1].Value) with { Part = "-volume", Unit = "m3" };
            yield return Valued(row, said, sizes.Groups[2].Value) with { Part = "-mass", Unit = "t" };
        }
        else if (Points(row) is { } points)
        {
            yield return Scored(row, said, points);
        }
        else
        {
            yield return Valued(row, said, Text(row["value"]));
        }
    }

    // "credits" or "points" of a row, or the "one credit" of its title.
    private static string? Points(JsonObject row) => (row["conditions"]!["credits"] ?? row["conditions"]!["points"])?.ToString() switch
    {
        "exemplary" => null, // beyond the credits
        null when ((string)row["what"]!).EndsWith(", one credit", StringComparison.Ordinal) => "1",
        var points => points,
    };

    private static ExpectedRow Scored(JsonObject row, ExpectedRow said, string points)
    {
        var above = row["conditions"]!["above"] is { } lower ? ">" + Number(lower) + "," : ""; // the better band ends there
        return said with
        {
            Kind = RequirementKind.ScoreRow,
            Points = points,
            Value = row["value"] is null ? "" : above + row["comparator"] + Number(row["value"]), // "required" is an item done
            Unit = Text(row["unit"]),
        };
    }

    private static ExpectedRow Valued(JsonObject row, ExpectedRow said, string value)
    {
        var (comparator, quantity, metric) = ((string)row["comparator"]!, (string)row["quantity"]!, (string)row["metric"]!);
        said = said with { Unit = Text(row["unit"]) };

        // What an authority may ask, a planner reckons with or others reached is no limit that a site keeps; nor is a share in a method.
        var isFactor = quantity is "fine" or "credited rate" || metric is "planning factor" or "benchmark" or "factor";
        switch (comparator)
        {
            case "required" when row["value"] is JsonArray list:
                return said with { Kind = RequirementKind.Measure, Value = List(list) };
            case "required" when quantity == "weight": // of the evaluation
            case "formula":
                return said with { Kind = RequirementKind.Factor, Value = Number(row["value"]) };
            case "required" when value is "" or "true":
                return said with { Kind = RequirementKind.Measure, Value = "true" };
            case "between" when value.Split('/') is [var from, var to]: // fines
                return said with { Kind = RequirementKind.Factor, Value = $"{from}..{to}" };
            case ">=" or "<=" or "<" or ">":
                if (quantity == "strength class") value = StrengthClass().Match(value).Groups[1].Value;
                return said with
                {
                    Kind = isFactor ? RequirementKind.Factor : RequirementKind.Limit,
                    Comparator = ComparatorOf(comparator),
                    Value = DossierValue.Number(decimal.Parse(value, CultureInfo.InvariantCulture)),
                };
            default:
                throw new NotSupportedException($"{row["key"]}: {comparator} {value}");
        }
    }

    private static IEnumerable<string> Conditions(DossierEdition edition, JsonObject row)
    {
        foreach (var (name, value) in row["conditions"]!.AsObject())
            foreach (var condition in Condition(edition, row, name, value!)) yield return condition;

        // What only the edition, the key, the title or the metric of a row tells.
        var (key, title, metric) = ((string)row["key"]!, (string)row["what"]!, (string)row["metric"]!);
        if (edition.Number == "GB/T 25176-2010") yield return "aggregateType=fine";
        if (edition.Number == "GB/T 25177-2010") yield return "aggregateType=coarse";
        if (edition.Number.StartsWith("US volume-to-weight", StringComparison.Ordinal)) yield return "wasteMaterial=" + MaterialOfKey[key];
        if (title.StartsWith("Disposal instead of rate", StringComparison.Ordinal)) yield return "compliancePath=disposal-amount";
        if (title.StartsWith("Demolition waste factor", StringComparison.Ordinal)) yield return "sourceWorks=demolition";
        if (OfNewBuildings().IsMatch(title)) yield return "sourceWorks=new-building";
        if (metric == "spoil and slurry excluded") yield return "excludedWaste=spoil-and-slurry";
        if (metric is "province" or "national") yield return "regionLevel=" + metric;
        if (metric.StartsWith("member state", StringComparison.Ordinal)) yield return "regionLevel=member-state";
    }

    private static string[] Condition(DossierEdition edition, JsonObject row, string name, JsonNode value)
    {
        var words = Texts(value);
        var conditions = row["conditions"]!;
        switch (name)
        {
            // The dossier's word is the catalogue's word.
            case "codeEdition" or "wasteClass" or "itemType" or "stage" or "stabilityChecked" or "prefabricated" or "buildingUse" or "thirdPartyVerified" or "salvage":
                return [Words(name, words)];
            case "storeys":
                return [Bounds(name, words[0])];

            // The value of a score row, a band, or what the document covers anyway.
            case "credits" when words is ["exemplary"]:
                return ["creditLevel=exemplary"];
            case "credits" or "points" or "above":
                return [];
            case "scored" when (bool)value:
                return ["itemType=score"];
            case "bonus" when (bool)value:
                return ["itemType=bonus"];
            case "projectType" when words is ["any-site"]:
                return [];
            case "province" when words is ["Guangdong"] && Text(edition.Json["jurisdiction"]) == "CN-GD":
                return [];
            case "city" when words is ["Ningbo"] or ["Shenzhen"]: // where the edition stands in the catalogue; see the differences of its jurisdiction
                return DossierComparison.Find(edition)!.Jurisdiction.Code == (words is ["Ningbo"] ? "CN-ZJ-330200" : "CN-GD-440300") ? [] : [Words(name, words)];

            // The dossier has several names for one thing, and one name for several things.
            case "waste":
                return ["wasteClass=" + words[0] switch { "demolition" => "demolition-waste", "non-demolition" => "non-demolition-waste", var other => throw new NotSupportedException(other) }];
            case "basis":
                return [Words("rateBasis", words)];
            case "use" when edition.Number == "JGJ/T 240-2011":
                return [Words("aggregateUse", words)];
            case "use" when words is ["non-residential-new"]:
                return ["buildingUse=non-residential", "sourceWorks=new-building"];
            case "use":
                return [Words("buildingUse", words)];
            case "role":
                return [Words("party", words.Select(static word => word == "transport" ? "transporter" : word))];
            case "work" when words is ["other"]: // than the demolition of the row before it
                return ["not sourceWorks=demolition"];
            case "work":
                return [Words("sourceWorks", words.Select(static word => word switch { "decoration-small" => "small-decoration", "emergency" => "emergency-works", _ => word }))];
            case "works" when conditions["object"] is { } thing:
                return [$"sourceWorks={thing}-{words[0]}"];
            case "object":
                return [];
            case "works" when value is JsonArray || words is ["highway"]: // kinds of construction, not what makes the waste
                return [Words("projectType", words)];
            case "works":
                return [Words("sourceWorks", words.Select(static word => word == "new" ? "new-building" : word))];
            case "projectType" when words is ["new-building"]:
                return ["sourceWorks=new-building"];
            case "class":
                return [Words("aggregateClass", words)];
            case "aggregate":
                return [Words("aggregateType", words)];
            case "methyleneBlue":
                return ["methyleneBluePassed=" + words[0] switch { "<1.40 or pass" => "true", ">=1.40 or fail" => "false", var other => throw new NotSupportedException(other) }];
            case "grading":
                return [Words("sandGrading", words)];
            case "concrete":
                return [Words("concreteType", words)];
            case "technicalData":
                return [Words("technicalDataAvailable", words)];
            case "element":
                return [Words("evaluationElement", words)];
            case "grade":
                return [Words("evaluationGrade", words)];
            case "level":
                return [Words("regionLevel", words)];
            case "facility":
                return [Words("receivingFacility", words)];
            case "structure":
                return [Words("structureType", words.Select(static word => word switch { "rc" => "reinforced-concrete", "cast-in-situ-rc" => "cast-in-situ-concrete", _ => word }))];
            case "material":
                return [Words("wasteMaterial", words)];
            case "route":
                return [Words("wasteRoute", words)];
            case "source":
                return [Words("factorTable", words.Select(static word => word.ToLowerInvariant().Replace(' ', '-')))];
            case "exclude" when words is ["17 05 04"]: // European List of Waste: soil and stones
                return ["excludedWaste=soil-and-stones"];
            case "excludeWasteClasses" when words is ["engineering-spoil", "engineering-slurry"]:
                return ["excludedWaste=spoil-and-slurry"];

            // Numbers and days.
            case "area_m2":
                return [Bounds("floorArea", words[0])];
            case "pileHeightAbove_m":
                return ["pileHeight>" + Number(value)];
            case "pumpedVolumeAbove_m3":
                return ["pumpedVolume>" + Number(value)];
            case "minStreams" when (decimal)value == 0: // none asked for
                return [];
            case "minStreams":
                return ["materialStreams>=" + Number(value)];
            case "targetBy":
                return [EndOfYear().Match(words[0]) is { Success: true } year ? "targetYear>=" + year.Groups[1].Value : throw new NotSupportedException(words[0])];
            case "registeredBefore":
                return ["registration=before-" + words[0]];
            case "registeredFrom":
                return ["registration=from-" + words[0]];
            case "from":
                return [$"dates={words[0]}/{conditions["to"]?.ToString() ?? ".."}"];
            case "to":
                return [];

            // What the catalogue has no facet for: stands among the intended differences, with the reason.
            case "bedrooms":
                return [Words(name, words)];
            default:
                throw new NotSupportedException($"{edition.Number}: the condition '{name}' = {value.ToJsonString()} is new; say what it means in the catalogue.");
        }
    }

    private static string Measurand(string edition, JsonObject row)
    {
        var unit = Text(row["unit"]);
        var said = $"{row["quantity"]}; {row["metric"]}; {row["what"]}";
        foreach (var (words, units, name) in Rules)
            if (units.Split("; ").Contains(unit) && Regex.IsMatch(said, words, RegexOptions.CultureInvariant)) return name.Contains('.', StringComparison.Ordinal) ? name : "waste." + name;
        throw new NotSupportedException($"{edition} {row["key"]}: nothing says what is measured by '{said}' in {unit}.");
    }

    private static readonly Dictionary<string, string> MaterialOfKey = new()
    {
        ["mixed-2009"] = "mixed", ["wood-2009"] = "wood", ["cardboard-2009"] = "cardboard", ["drywall-2009"] = "drywall", ["rubble-2009"] = "rubble", ["metal-2009"] = "metal",
        ["calrecycle-concrete"] = "concrete-or-asphalt", ["calrecycle-wood"] = "wood", ["calrecycle-earth"] = "earth",
    };

    /// <summary>Words of "quantity; metric; title", units with "; " between, and what is measured; the first that fits.</summary>
    private static readonly (string Words, string Units, string Measurand)[] Rules =
    [
        // Recycled aggregate: the title names the property.
        ("lab test; Clay lumps", "%", "aggregate-clay-lumps"),
        ("lab test; Mica", "%", "aggregate-mica"),
        ("lab test; Light matter", "%", "aggregate-light-matter"),
        ("lab test; Sulphides and sulphates", "%", "aggregate-sulphide"),
        ("lab test; Chloride", "%", "aggregate-chloride"),
        ("^mass share below 75 um; lab test; Micro-fines", "%", "aggregate-fines"),
        ("Soundness mass loss", "%", "aggregate-soundness-loss"),
        ("lab test; (Crushing index|Single-fraction maximum crushing index)", "%", "aggregate-crushing-index"),
        ("lab test; Apparent density", "kg/m3", "aggregate-apparent-density"),
        ("lab test; Bulk density", "kg/m3", "aggregate-bulk-density"),
        ("^volume share; lab test; Void ratio", "%", "aggregate-voids"),
        ("lab test; Water-demand ratio of recycled mortar", "-", "aggregate-mortar-water-ratio"),
        ("lab test; Strength ratio of recycled mortar", "-", "aggregate-mortar-strength-ratio"),
        ("lab test; Water absorption", "%", "aggregate-water-absorption"),
        ("lab test; Flaky and elongated", "%", "aggregate-flaky"),
        ("lab test; Impurities", "%", "aggregate-impurities"),
        ("^strength class", "", "aggregate-concrete-strength-class"),
        ("^ban; design; No recycled aggregate", "", "aggregate-ban"),
        ("^mass replacement ratio", "%", "aggregate-replacement-ratio"),
        ("^batch size", "", "aggregate-batch-size"),
        ("^test items", "", "aggregate-test-items"),
        ("^acceptance rule; .*re-tested", "", "aggregate-retest"),

        // How much waste: what arises is not what leaves the site.
        ("^mass (per (100 m2|floor area|conditioned floor area|10,000 m2)|of construction waste (generated )?per 10,000 m2)", "t/(100 m2); t/(10^4 m2); t/m2; kg/m2; lb/ft2", "generation-intensity"),
        ("^actual volume per 100 m2|^volume per floor area", "m3/(100 m2); m3/m2", "generation-volume-intensity"),
        ("^mass discharged per|^mass of construction waste discharged", "t/(10^4 m2)", "discharge-intensity"),
        ("^disposed mass per floor area", "lb/ft2", "disposal-intensity"),
        ("^mass per household and year", "t/(household a)", "household-generation"),
        ("^mass per volume", "t/m3", "generation-per-volume"),
        ("^share; factor; Industrial halls", "%", "industrial-factor-share"),
        ("^density; (conversion|factor|loose)", "kg/m3; t/m3; lb/yd3", "bulk-density"),
        ("^limit tables", "", "discharge-limits"),

        // How much of it is used: four rates with four definitions.
        ("^mass reused (or recycled )?/ total", "%", "recycling-rate"),
        ("^mass recovered / recoverable mass|; Recovery rate of recoverable", "%", "recoverable-recovery-rate"),
        ("^mass utilised", "%", "utilisation-rate"),
        ("^share diverted|; (Diversion|Recycle or salvage share|Rate of the 2013 code)", "%", "diversion-rate"),
        ("^mass recovered / generated|^recovery rate; by weight", "%", "material-recovery-rate"),
        ("^multiplier|^credited rate", "%", "diversion-weight"),
        ("^factor; .*recycled waste deducted", "-", "recycled-deduction-factor"),
        ("^share sorted; .*hazardous", "%", "hazardous-sorting-rate"),
        ("packaging", "%", "packaging-recycling-rate"),
        ("; Reuse rate of temporary housing", "%", "temporary-works-reuse-rate"),
        ("^1 - actual loss rate / quota", "%", "loss-reduction-against-quota"),
        ("^relative reduction of loss rate; against 2020", "%", "loss-reduction-against-2020"),
        ("^count; .*groups sorted", "groups", "sorted-groups"),
        ("^count; .*recycled products", "kinds", "recycled-product-kinds"),
        ("^duration; elapsed; .*removed", "days; h", "clearing-time"),
        ("^pile height", "m", "pile-height"),
        ("^charge per tonne", "HKD/t", "disposal-charge"),
        ("^fine; ", "CNY", "general.fine"),

        // Green construction in general, which other folders have, too.
        ("^loss rate; .*concrete", "%", "materials.concrete-loss-rate"),
        ("^loss rate; .*rebar", "%", "materials.rebar-loss-rate"),
        ("^certificate; .*Green-construction grade", "", "materials.green-construction-rating"),
        ("^technique; .*formwork that needs no wall plastering", "", "materials.plaster-free-formwork"),
        ("^mass share; .*made within 500 km", "%", "materials.local-material-share"),
        ("^area share; national; Share of prefabricated", "%", "components.prefabricated-share"),
        ("^count; .*Self-evaluation", "evaluation/month", "general.evaluation-frequency"),
        ("^weight; batch score", "-", "general.evaluation-element-weight"),
        ("^weight; unit-project score", "-", "general.evaluation-stage-weight"),
        ("^unit-project score W", "points", "general.evaluation-score"),
        ("^stage score G", "points", "general.evaluation-stage-score"),
        ("^sum; .*Preferred-item points", "points", "general.evaluation-preferred-points"),
        ("^distance of production", "km", "general.local-material-radius"),
        ("^ordered steps", "", "general.evaluation-sequence"),
        ("; Green-construction management: ", "", "general.green-construction-management"),
        ("^signature; .*Unit-project evaluation", "", "general.evaluation-sign-off"),
        ("; Green-construction plan contains", "", "general.green-construction-plan"),
        ("^material ban; .*solid fired clay brick", "", "general.solid-clay-brick-ban"),
        ("^used area / occupied area", "%", "general.temporary-area-use"),
        ("^pumped volume; .*Recharge", "", "general.groundwater-recharge"),
        ("^share of total water", "%", "general.non-traditional-water-share"),
        ("^exceedance of minimum illuminance", "%", "general.lighting-excess"),

        // Duties and definitions: the title says which.
        ("; Waste target set", "", "targets"),
        ("^classification|; Construction waste comprises", "", "classes"),
        ("^(scope|edition|rule|applicability); |^definition; .*(Construction waste: |Defines a storage point)", "", "scope"),
        ("; .*ledger", "", "ledger"),
        ("; .*(never mixed with|not mixed with|No household waste, sludge)", "", "mixing-ban"),
        ("; .*([Ss]lurry dewatered|slurry collected in)", "", "slurry-handling"),
        ("; .*(must use waste on site|used nearby first|preferably reused|resource use, harmless)", "", "resource-use"),
        ("; Design, materials, components and equipment chosen", "", "design-reduction"),
        ("; .*manifest system", "", "manifest"),
        ("; No unauthorised dumping", "", "dumping-ban"),
        ("; .*(construction-waste cost into the price|enters the project cost)", "", "cost-in-price"),
        ("; Contractor (draws up|prepares).*treatment plan", "", "treatment-plan"),
        ("; Timely clearing", "", "timely-clearing"),
        ("; Dust suppression and noise reduction", "", "treatment-dust-noise-control"),
        ("^stability", "", "pile-stability"),
        ("^existence of a plan", "", "reduction-plan"),
        ("^destination", "", "authorised-destination"),
        ("^policy milestone; .*mechanism", "", "reduction-mechanism"),
        ("^test record; .*Soil tested", "", "soil-test"),
    ];

    [GeneratedRegex("^New buildings$|of new buildings( by|$)", RegexOptions.CultureInvariant)]
    private static partial Regex OfNewBuildings();

    [GeneratedRegex(@"^points (\d+) ", RegexOptions.CultureInvariant)]
    private static partial Regex PointsOfNote();

    [GeneratedRegex(@"^(\d+) m3 / (\d+) t$", RegexOptions.CultureInvariant)]
    private static partial Regex BatchSizes();

    [GeneratedRegex(@"^C(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex StrengthClass();

    [GeneratedRegex(@"^(\d{4})-12-31$", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfYear();
}
