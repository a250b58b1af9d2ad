using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The folder prefab: prefabricated building, tolerances of components, modular coordination, standard sections.</summary>
/// <remarks>Written by reading the dossier, row by row, not from the program that converted it.</remarks>
internal sealed partial class ComponentsDomain() : DossierDomain("components", "prefab")
{
    public override string Note(JsonObject row)
    {
        var sentences = new List<string>();
        if (base.Note(row).Trim() is { Length: > 0 } note) sentences.Add(note);

        // What the value of an index row tells about a local standard besides its number.
        if (row["value"] is JsonObject value && value.ContainsKey("status"))
        {
            var about = new[] { "effective", "replaces", "status" }.Where(name => value[name] is not null).Select(name => name + ": " + value[name]);
            sentences.Add(string.Join("; ", about));
        }

        if (row["confidenceDetail"] is JsonObject detail)
            sentences.Add("confidenceDetail: {" + string.Join(", ", detail.Select(static member => $"\"{member.Key}\": \"{member.Value}\"")) + "}");
        return string.Join(". ", sentences);
    }

    public override IEnumerable<ExpectedRow> Expect(DossierEdition edition, JsonObject row) =>
        Valued(edition, row).Select(expected => expected with
        {
            Measurands = [Measurand(edition, row)],
            Conditions = [.. expected.Conditions, .. Conditions(edition, row), .. InTables(edition, row, expected.Part)],
        });

    /// <summary>Kind, value and unit of a row or of its parts, with the conditions that the value itself tells.</summary>
    private static IEnumerable<ExpectedRow> Valued(DossierEdition edition, JsonObject row)
    {
        var (comparator, unit) = ((string)row["comparator"]!, Text(row["unit"]));
        switch (row["value"])
        {
            case JsonObject value:
                return OfObject(value, comparator, unit);

            case JsonArray list when comparator == "between":
                return [new("") { Comparator = Comparator.Between, Value = Number(list[0]) + ".." + Number(list[1]), Unit = unit }];
            case JsonArray list when comparator == "formula":
                return [new("") { Kind = RequirementKind.SizeSeries, Value = List(list), Unit = unit }];

            case var value when comparator == "required":
                return [new("") { Kind = RequirementKind.Measure, Value = value switch { null => "true", JsonArray words => List(words), JsonValue flag when flag.GetValueKind() == JsonValueKind.True => "true", _ => value.ToString() }, Unit = unit }];

            // The tolerance is computed from a length of the piece: "L/750 and 20".
            case JsonValue text when text.GetValueKind() == JsonValueKind.String && !Date().IsMatch(text.ToString()):
                return [new("") { Comparator = ComparatorOf(comparator), Formula = text.ToString(), Unit = unit }];
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                return [new("") { Comparator = ComparatorOf(comparator), Value = text.ToString(), Unit = unit }];

            case var number when comparator == "formula":
                return [new("") { Kind = RequirementKind.Factor, Value = Number(number), Unit = unit }];

            // One row of table 9.2.7 is about two things, of which only one has an inner face.
            case var number when edition.Number == "GB 50204-2015" && (string)row["key"]! == "precast-flatness":
                return [new("") { Comparator = ComparatorOf(comparator), Value = Number(number), Unit = unit }, new("-wall-inner") { Comparator = ComparatorOf(comparator), Value = Number(number), Unit = unit }];
            case var number:
                return [new("") { Comparator = ComparatorOf(comparator), Value = Number(number), Unit = unit }];
        }
    }

    private static IEnumerable<ExpectedRow> OfObject(JsonObject value, string comparator, string unit)
    {
        // A rolled section: class, dimensions, area and mass.
        if (value["class"] is { } sectionClass)
        {
            if (unit.Split(", ") is not [var length, var area, var mass]) throw new NotSupportedException(unit);
            var dimensions = new[] { "H", "B", "t1", "t2", "r" }.Select(name => $"{name}={Number(value[name])} {length}")
                .Append($"A={Number(value["areaCm2"])} {area}").Append($"mass={Number(value["massKgPerM"])} {mass}");
            return [new("") { Kind = RequirementKind.SizeSeries, Value = string.Join("|", dimensions), Conditions = ["sectionClass=" + sectionClass] }];
        }

        if (value.ContainsKey("H")) // two limits in one row
        {
            return
            [
                new("-h") { Comparator = ComparatorOf(comparator), Value = Number(value["H"]), Unit = unit, Conditions = ["dimension=height"] },
                new("-b") { Comparator = ComparatorOf(comparator), Value = Number(value["B"]), Unit = unit, Conditions = ["dimension=width"] },
            ];
        }

        if (value["multiplesOfM"] is { } multiples && (bool)value["openEnded"]!) return [new("") { Kind = RequirementKind.SizeSeries, Value = List(multiples), Unit = unit }];
        if (value["series"] is { } series) return [Series("", series)];
        if (value.ContainsKey("horizontal")) return value.Select(static member => Series("-" + member.Key, member.Value!));

        // A row of the scoring table: the application ratio and the points at both ends, or one step.
        if (value["mode"] is { } mode)
        {
            var (low, high) = (Number(value["ratioLow"]), Number(value["ratioHigh"]));
            var (from, to) = (Number(value["pointsLow"]), Number(value["pointsHigh"]));
            return
            [
                new("")
                {
                    Kind = RequirementKind.ScoreRow,
                    Unit = unit,
                    Value = (string)mode! switch { "interp" => $">={low},<={high}", "step" => ">=" + low, "req" => "", var other => throw new NotSupportedException(other) },
                    Points = from == to ? from : from + ".." + to,
                    Conditions =
                    [
                        "scorePart=" + (string)value["part"]! switch
                        {
                            "Q1 main structure (50)" => "main-structure",
                            "Q2 enclosure and partition walls (20)" => "walls",
                            "Q3 fit-out and services (30)" => "fit-out-services",
                            var other => throw new NotSupportedException(other),
                        },
                    ],
                },
            ];
        }

        // Steps from above: each reaches up to the one before.
        if (value["steps"] is JsonArray steps)
        {
            return steps.Select((step, i) => new ExpectedRow("-" + Number(step![0]))
            {
                Kind = RequirementKind.ScoreRow,
                Unit = unit,
                Value = ">=" + Number(step[0]) + (i == 0 ? "" : ",<" + Number(steps[i - 1]![0])),
                Points = Number(step[1]),
            });
        }

        if (value.ContainsKey("6")) return value.SelectMany(member => Height(member.Key, Text(member.Value), comparator, unit));

        if (value["id"] is { } id) // the standard to use in a place
        {
            var conditions = new List<string> { "region=" + value["jurisdiction"] };
            if (value["effective"] is { } from) conditions.Add($"dates={from}/..");
            return [new("") { Kind = RequirementKind.Measure, Value = (string)id!, Conditions = conditions }];
        }

        if (value.ContainsKey("design")) // two stages of a project
            return value.Select(static member => new ExpectedRow("-" + member.Key) { Kind = RequirementKind.Measure, Value = (string)member.Value!, Conditions = ["assessmentPhase=" + member.Key] });

        if (value.ContainsKey("otherFeatures")) // the shares of a score
        {
            return value.Select(member =>
            {
                var part = member.Key == "otherFeatures" ? "other-features" : member.Key;
                return new ExpectedRow("-" + part) { Kind = RequirementKind.Factor, Value = Number(member.Value), Unit = unit, Conditions = ["scorePart=sg-" + part] };
            });
        }

        throw new NotSupportedException(value.ToJsonString());
    }

    /// <summary>"2nM", "nM/2", "M/10", "nM + M/2": a size is a multiple of one of these steps; the last is 100 mm steps combined with 50 mm.</summary>
    private static ExpectedRow Series(string part, JsonNode series)
    {
        var steps = Texts(series).Select(static text =>
        {
            if (text == "nM + M/2") return "0.5";
            var match = ModuleStep().Match(text);
            if (!match.Success) throw new NotSupportedException("series " + text);
            var (times, divisor) = (match.Groups[1].Value, match.Groups[2].Value);
            return DossierValue.Number((times.Length > 0 ? decimal.Parse(times, CultureInfo.InvariantCulture) : 1) / (divisor.Length > 0 ? decimal.Parse(divisor, CultureInfo.InvariantCulture) : 1));
        });
        return new ExpectedRow(part) { Kind = RequirementKind.SizeSeries, Value = string.Join("|", steps), Unit = "M", Formula = string.Join(", ", Texts(series)) };
    }

    /// <summary>Heights by seismic intensity; the number in brackets holds where precast walls carry most of the base shear.</summary>
    private static IEnumerable<ExpectedRow> Height(string intensity, string text, string comparator, string unit)
    {
        var word = intensity.Replace("(", "-", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal); // "8(0.20g)"
        var heights = text.TrimEnd(')').Split('(');
        for (var i = 0; i < heights.Length; i++)
        {
            string[] walls = heights.Length == 1 ? [] : ["precastWallsCarryBaseShear=" + (i == 1 ? "true" : "false")];
            yield return new ExpectedRow("-" + word + (i == 1 ? "-most-base-shear" : ""))
            {
                Comparator = ComparatorOf(comparator), Value = heights[i], Unit = unit, Conditions = ["seismicIntensity=" + word, .. walls],
            };
        }
    }

    private static IEnumerable<string> Conditions(DossierEdition edition, JsonObject row)
    {
        var conditions = row["conditions"]!.AsObject();
        if (conditions["from"] is { } from) // months
        {
            var to = (string?)conditions["to"];
            yield return $"dates={from}-01/" + (to is null ? ".." : to + "-" + DateTime.DaysInMonth(int.Parse(to[..4], CultureInfo.InvariantCulture), int.Parse(to[5..], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (name, value) in conditions)
        {
            if (name is "from" or "to" or "by") continue; // "by" only names what the parts of the row are for
            yield return Condition(edition.Number, name, Texts(value!), row);
        }
    }

    private static string Condition(string edition, string name, string[] words, JsonObject row)
    {
        switch (name)
        {
            case "topN":
                return Words(name, words);
            case "lengthM":
                return Bounds("memberLength", words[0]);
            case "heightM": // of the installed piece (table 9.3.9), or of the storey that is cast (table 8.3.2)
                return Bounds((string)row["clause"]! == "Table 8.3.2" ? "storeyHeight" : "memberHeight", words[0]);
            case "totalHeightM":
                return Bounds("buildingHeight", words[0]);
            case "h":
                return Bounds("sectionDepth", words[0]);
            case "member":
                return Words("component", words);
            case "year": // a target to be reached by then
                return "targetYear>=" + words[0];
            case "assemblyRate":
                return Bounds("localAssemblyRate", words[0]);
            case "jurisdiction":
                return Words("region", words);
            case "area":
                return "promotionArea=" + words[0] switch { "Kunming named areas" => "kunming-named-areas", "other cities" => "yunnan-other-cities", var other => other };
            case "shape":
                return Words("openingShape", words);
            case "for":
                return "assessmentPurpose=" + words[0] switch
                {
                    "grading A/AA/AAA, after 3.0.3 is met" => "grading",
                    "being counted as a prefabricated building" => "prefabricated-building",
                    var other => other,
                };
            case "edition":
                return "buildabilityEdition=" + words[0].Replace(' ', '-');
            case "grid":
                return "sizeUse=" + words[0] switch { "structure" => "structural-grid", "fit-out" => "fit-out-grid", var other => other };

            // Either row will do: each holds unless the other is met. Both conditions of a group must hold.
            case "either" when words is ["precast-ratio-or", "assembly-rate-or"] && (string)row["key"]! == "precast-ratio-or":
                return "not localAssemblyRate" + Alternative(edition, "assembly-rate-or");
            case "either" when words is ["precast-ratio-or", "assembly-rate-or"] && (string)row["key"]! == "assembly-rate-or":
                return "not localPrecastRatio" + Alternative(edition, "precast-ratio-or");
            case "and" when words is ["group-area"]:
                return "aboveGroundFloorArea" + Alternative(edition, "group-area");
            case "and" when words is ["group-storeys"]:
                return "storeys" + Alternative(edition, "group-storeys");
            default:
                throw new NotSupportedException($"{edition}: the condition '{name}' = {string.Join("|", words)} is new; say what it means in the catalogue.");
        }

        static string Alternative(string edition, string key)
        {
            var other = Dossier.FilesOf(edition).Single().Row(key);
            return (string)other["comparator"]! + Number(other["value"]);
        }
    }

    // The tables of tolerances say in titles, and in which table it is, what a row is about.
    private static IEnumerable<string> InTables(DossierEdition edition, JsonObject row, string part)
    {
        var stage = (edition.Number, Text(row["clause"])) switch
        {
            ("GB 50204-2015", "Table 9.2.7") => "precast-piece", // at delivery
            ("GB 50204-2015", "Table 9.3.9") => "installed",
            ("GB 50204-2015", "Table 8.3.2") => "cast-in-place",
            ("GB/T 51231-2016", "Table 9.7.4-1" or "Table 9.7.4-2" or "Table 9.7.4-3") => "precast-piece",
            ("GB 50205-2020", _) => "steel-member",
            _ => null,
        };
        if (stage is null) yield break;
        yield return "inspectionStage=" + stage;

        var title = FullTitle(edition, row);
        var components = (edition.Number, Text(row["clause"])) switch
        {
            ("GB/T 51231-2016", "Table 9.7.4-1") => ["slab"],
            ("GB/T 51231-2016", "Table 9.7.4-2") => ["wall-panel"],
            ("GB/T 51231-2016", _) when Found(title, Components) is { Count: > 0 } named => named,
            ("GB/T 51231-2016", _) => ["beam", "column", "truss"], // 桁架 has rows in the same table
            ("GB 50205-2020", _) => ["welded-h-section"],
            _ when row["conditions"]!.AsObject().ContainsKey("member") => [],
            ("GB 50204-2015", "Table 8.3.2") => title.Contains("stair", StringComparison.Ordinal) ? ["stair"] : [],
            ("GB 50204-2015", _) when part == "-wall-inner" => ["wall-panel"],
            ("GB 50204-2015", _) when title.Contains("wall inner face", StringComparison.Ordinal) => Found(title[..title.IndexOf("wall inner", StringComparison.Ordinal)], Components),
            ("GB 50204-2015", _) when title.Contains("soffits", StringComparison.Ordinal) => ["beam", "slab"], // what has an underside
            _ => Found(title, Components),
        };
        if (components.Count > 0) yield return Words("component", components);

        var features = Found(title, Features);
        if (features.Count > 0) yield return Words("feature", features);

        var isSection = Deviation(title) == "tolerance-section" || features is ["shear-key"] or ["lift-shaft"] or ["lattice-girder"];
        var dimensions = isSection ? Found(title, Dimensions) : [];
        if (dimensions.Count > 0) yield return Words("dimension", dimensions);

        if (part == "-wall-inner" || (title.Contains("inner face", StringComparison.Ordinal) && !title.Contains("slabs", StringComparison.Ordinal))) yield return "face=inner";
        if (title.Contains("outer face", StringComparison.Ordinal)) yield return "face=outer";
        if (title.EndsWith("exposed", StringComparison.Ordinal)) yield return "exposed=" + (title.EndsWith("not exposed", StringComparison.Ordinal) ? "false" : "true");
        if (title.Contains("whole height", StringComparison.Ordinal)) yield return "heightExtent=whole-height";
        else if (title.Contains("storey", StringComparison.Ordinal)) yield return "heightExtent=storey";
    }

    /// <summary>"same, over 6 m" goes on from the row before; "same for wall panels" takes its dimensions only.</summary>
    private static string FullTitle(DossierEdition edition, JsonObject row)
    {
        var title = (string)row["what"]!;
        if (!title.StartsWith("same", StringComparison.Ordinal)) return title;
        var rows = edition.Rows.ToList();
        var before = FullTitle(edition, rows[rows.FindIndex(other => (string)other["key"]! == (string)row["key"]!) - 1]);
        return title.StartsWith("same for", StringComparison.Ordinal)
            ? before[..before.IndexOf(" of ", StringComparison.Ordinal)] + title["same".Length..]
            : before.Replace(", exposed", "", StringComparison.Ordinal) + title["same".Length..];
    }

    private static List<string> Found(string title, (string Words, string Name)[] words)
    {
        var found = new List<string>();
        foreach (var (pattern, name) in words)
        {
            if (!Regex.IsMatch(title, pattern, RegexOptions.CultureInvariant)) continue;
            title = Regex.Replace(title, pattern, "", RegexOptions.CultureInvariant);
            found.AddRange(name.Split('|'));
        }

        return found;
    }

    private static readonly (string Words, string Name)[] Components =
    [
        ("slabs", "slab"), ("beams", "beam"), ("columns", "column"), ("trusses", "truss"), ("wall panels|wall-panel|walls|wall outer face", "wall-panel"),
    ];

    // The longer before the shorter: what is found is not looked at again.
    private static readonly (string Words, string Name)[] Features =
    [
        ("reserved hole or opening", "hole|opening"), ("reserved hole", "hole"), ("reserved opening", "opening"),
        ("embedded plate", "embedded-plate"), ("embedded bolt", "embedded-bolt"), ("embedded sleeve or nut", "embedded-sleeve|embedded-nut"),
        ("embedded pipe", "embedded-pipe"), ("other embedded part", "embedded-other"),
        ("grout sleeve", "grout-sleeve"), ("connecting bar", "connecting-bar"), ("starter bar", "starter-bar"), ("shear key", "shear-key"),
        ("lattice girder", "lattice-girder"), ("lift shaft", "lift-shaft"), ("support pad", "support-pad"), ("web off centre", "web"),
    ];

    private static readonly (string Words, string Name)[] Dimensions =
    [
        ("section depth", "height"), // the depth of an H-section is its height
        ("length", "length"), ("width", "width"), ("height", "height"), ("thickness", "thickness"), ("depth", "depth"),
    ];

    /// <summary>What deviates, from the title of a row of a tolerance table; the first that fits.</summary>
    private static string Deviation(string title)
    {
        foreach (var (words, name) in Deviations)
            if (Regex.IsMatch(title, words, RegexOptions.CultureInvariant)) return name;
        throw new NotSupportedException("deviation: " + title);
    }

    private static readonly (string Words, string Name)[] Deviations =
    [
        ("diagonal", "tolerance-diagonal"),
        ("flatness", "tolerance-flatness"),
        ("sideways bending", "tolerance-sweep"),
        ("warp|twist", "tolerance-twist"),
        ("^bow$", "tolerance-bow"),
        ("out of square", "tolerance-flange-squareness"),
        ("projection", "tolerance-projection"),
        ("level to concrete|sleeve or nut, level", "tolerance-feature-level"),
        ("^level", "tolerance-level"),
        ("axis position", "tolerance-axis"),
        ("plumb", "tolerance-plumb"),
        ("tilt", "tolerance-tilt"),
        ("step between", "tolerance-step"),
        ("stair steps", "tolerance-stair-step"),
        ("bearing length", "tolerance-bearing-length"),
        ("joint width", "tolerance-joint-width"),
        ("centre|embedded bolt$", "tolerance-position"),
        (", size|shear key|lift shaft, length|lattice girder", "tolerance-feature-size"),
        ("^length", "tolerance-length"),
        ("width|height|thickness|^section", "tolerance-section"),
    ];

    private static string Measurand(DossierEdition edition, JsonObject row)
    {
        var (key, quantity, title) = ((string)row["key"]!, (string)row["quantity"]!, (string)row["what"]!);
        if (quantity == "deviation") return "components." + Deviation(FullTitle(edition, row));
        if (ByRow.TryGetValue((edition.Number, key), out var name)) return name;
        return "components." + (quantity switch
        {
            "application ratio -> points" or "q1a" => "application-ratio",
            "Q1" or "Q2" => "part-score",
            "P" => "assembly-rate",
            "unit of assessment" => "assessment-unit",
            "repetition ratio" => "repetition-ratio",
            "share of members" => "standard-section-share",
            "labour reduction" => "labour-reduction",
            "loss" => "material-loss-rate",
            "reuses" => "formwork-reuse",
            "building height" => "building-height",
            "nominal section" => "rolled-h-section",
            "edition" or "date" => "edition-to-use",
            "subsidy" => "subsidy",
            "PMV" => key == "baseline" ? "pmv-baseline" : "pmv",
            "share of homes" => "mmc-home-share",
            "module set" => title.Contains("sub-modul", StringComparison.Ordinal) ? "sub-module" : "expanded-module",
            "M" => "basic-module",
            "length" or "module grid" when row["value"] is JsonObject => "module-step",
            "length" => "basic-module",
            "thickness" or "width" or "depth" or "height" => "preferred-size",
            "storeys" => "group-assessment-storeys",
            "floor area above ground" => "group-assessment-floor-area",
            "table" => "opening-size-series",
            "component size" => "component-size-tables",
            "weight" => "buildable-design-weight",
            "qualitative" => "standardised-design",
            "boolean" => "full-fit-out",
            "section" => "largest-standard-section",
            _ => throw new NotSupportedException($"{edition.Number} {key}: nothing says what is measured by '{quantity}'."),
        });
    }

    /// <summary>Rows whose quantity is a word for several things.</summary>
    private static readonly Dictionary<(string Edition, string Key), string> ByRow = new()
    {
        [("GB/T 51129-2015", "control-precast-ratio")] = "components.precast-ratio",
        [("GB/T 51129-2015", "control-assembly-rate")] = "components.assembly-rate-2015", // another quantity than the assembly rate P of 2017
        [("GB/T 51129-2017", "row-full-decoration")] = "components.full-fit-out", // an item that is done or not, no ratio
        [("GB/T 51129-2017", "part-total-main-structure")] = "components.part-score",
        [("GB/T 51129-2017", "part-total-walls")] = "components.part-score",
        [("GB/T 51129-2017", "part-total-fitout")] = "components.part-score",
        [("GB/T 51129-2017", "unit-single-building")] = "components.assessment-unit", // "scope"
        [("GB/T 51129-2017", "stage")] = "components.assessment-step",
        [("GB/T 5824-2021", "series-table")] = "components.opening-size-series", // "opening width and height"
        [("GB/T 5824-2021", "non-rectangular")] = "components.opening-size-choice",
        [("HK PNAP APP-161", "gfa-2019")] = "components.mic-floor-area-concession", // "share"
        [("HK PNAP APP-161", "gfa-2022")] = "components.mic-floor-area-concession",
        [("HK PNAP APP-161", "no-minimum")] = "components.mic-floor-area-share",
        [("LOCAL-PREFAB-THRESHOLDS", "yn-kunming")] = "components.local-assembly-rate", // each place has its own rules for the assembly rate
        [("LOCAL-PREFAB-THRESHOLDS", "yn-other")] = "components.local-assembly-rate",
        [("LOCAL-PREFAB-THRESHOLDS", "sn-xian")] = "components.local-assembly-rate",
        [("LOCAL-PREFAB-THRESHOLDS", "bj-share-2025")] = "components.prefabricated-share",
        [("LOCAL-PREFAB-THRESHOLDS", "bj-share-2022")] = "components.prefabricated-share",
        [("建科〔2017〕77号", "share-national")] = "components.prefabricated-share",
        [("建科〔2017〕77号", "share-key")] = "components.prefabricated-share",
        [("建科〔2017〕77号", "share-active")] = "components.prefabricated-share",
        [("建科〔2017〕77号", "share-encouraged")] = "components.prefabricated-share",
        [("建科〔2017〕77号", "share-2026")] = "components.prefabricated-share",
        [("14FYP-PREFAB-30", "prefab-share-2025")] = "components.prefabricated-share",
        [("建标〔2022〕53号", "prefab-share-2030")] = "components.prefabricated-share",
        [("建标〔2022〕53号", "material-loss-2030")] = "waste.loss-reduction-against-2020", // "site material loss against 2020", a reduction
        [("建标〔2022〕53号", "site-waste-2030")] = "waste.discharge-intensity",
        [("建标〔2022〕53号", "waste-recycling-2030")] = "waste.utilisation-rate",
        [("PRACTICE-STEEL-ROLLED-SHARE", "prefab-exterior-wall")] = "components.component-precast-ratio",
        [("PRACTICE-STEEL-ROLLED-SHARE", "prefab-slab")] = "components.component-precast-ratio",
        [("PRACTICE-STEEL-ROLLED-SHARE", "prefab-stairs-etc")] = "components.component-precast-ratio",
        [("PRACTICE-STEEL-ROLLED-SHARE", "rebar-factory-share")] = "components.rebar-factory-share",
        [("PRACTICE-STEEL-ROLLED-SHARE", "waste-reduction")] = "components.site-waste-reduction",
        [("SG CoP Buildability 2022", "gfa-threshold")] = "components.buildability-floor-area", // "GFA"
        [("SG CoP Buildability 2022", "gfa-threshold-old")] = "components.buildability-floor-area",
        [("SG CoP Buildability 2022", "outcome-based")] = "components.outcome-based-floor-area",
        [("沪建建材〔2019〕765号", "precast-ratio-or")] = "components.local-precast-ratio",
        [("沪建建材〔2019〕765号", "assembly-rate-or")] = "components.local-assembly-rate",
        [("SZ-PREFAB-SCORING-RULES", "non-standard-floors")] = "components.design-continuity",
        [("SZ-PREFAB-SCORING-RULES", "item-minimums")] = "components.item-minimum-score",
        [("SZ-PREFAB-SCORING-RULES", "pass-mark")] = "components.technical-score",
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(\d*)n?M(?:/(\d+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex ModuleStep();
}
