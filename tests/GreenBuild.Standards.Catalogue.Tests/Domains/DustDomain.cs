using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The folder dust: particulates at the site boundary and in ambient air, dust measures, alerts, worker exposure, the tax on dust.</summary>
/// <remarks>Written by reading the dossier, row by row, not from the program that converted it.</remarks>
internal sealed partial class DustDomain() : DossierDomain("dust", "dust")
{
    public override IEnumerable<ExpectedRow> Expect(DossierEdition edition, JsonObject row)
    {
        var key = (string)row["key"]!;
        if (row["value"] is JsonObject weights) return weights.Select(weight => Weight(weight.Key, weight.Value!));
        if (!Splits.TryGetValue((edition.Number, key), out var parts)) parts = [new("")];
        return parts.Select(part => Part(edition, row, part));
    }

    // "Weights of the composite index: SO2 1, NO2 2, ..." is one factor for each pollutant.
    private static ExpectedRow Weight(string pollutant, JsonNode weight) => new("-" + Pollutant(pollutant))
    {
        Kind = RequirementKind.Factor,
        Value = Number(weight),
        Measurands = ["dust.composite-index-weight"],
        Conditions = ["airPollutant=" + Pollutant(pollutant)],
    };

    private static ExpectedRow Part(DossierEdition edition, JsonObject row, SplitPart part)
    {
        var conditions = Conditions(edition, row, part).Where(condition => !(part.Drops ?? []).Any(facet => condition.StartsWith(facet, StringComparison.Ordinal))).Concat(part.Adds ?? []);
        var expected = Valued(row, part) with
        {
            Measurands = [part.Measurand ?? Measurand(edition.Number, row)],
            Conditions = conditions.ToList(),
        };
        if (Text(row["clause"]).StartsWith("环境保护条例", StringComparison.Ordinal)) // of another regulation, whose dates nobody has seen, in the file on the air regulation
            return expected with { In = new("上海市环境保护条例", Text(edition.Json["jurisdiction"]), "", "") };
        return Text(row["quantity"]) == "fee" // of 2015 to 2017, in a file on the tax of 2018
            ? expected with { In = new("北京市施工工地扬尘排污费(2015)", Text(row["conditions"]!["jurisdiction"]), Text(row["conditions"]!["from"]), Text(row["conditions"]!["to"])) }
            : expected;
    }

    private static ExpectedRow Valued(JsonObject row, SplitPart part)
    {
        var (comparator, value, unit) = (part.Comparator ?? (string)row["comparator"]!, part.ValueOf is null ? row["value"] : part.ValueOf(row), part.Unit ?? Text(row["unit"]));
        var expected = new ExpectedRow(part.Suffix) { Unit = unit };
        var isFine = Text(row["quantity"]) == "fine"; // what an authority may ask, no limit that a site keeps
        switch (comparator)
        {
            case "required" when value is null:
                throw new NotSupportedException("nothing is required");
            case "required":
                return expected with { Kind = RequirementKind.Measure, Value = value.GetValueKind() == JsonValueKind.True ? "true" : value.ToString() };
            case "formula" when value!.GetValueKind() == JsonValueKind.String:
                return expected with { Kind = RequirementKind.Factor, Formula = value.ToString() };
            case "formula":
                return expected with { Kind = RequirementKind.Factor, Value = Number(value) };
            case "between":
                var ends = value is JsonArray list ? list.Select(Number).ToArray() : value!.ToString().Split('/').Select(static end => DossierValue.Number(decimal.Parse(end, CultureInfo.InvariantCulture))).ToArray();
                return expected with
                {
                    Kind = isFine ? RequirementKind.Factor : RequirementKind.Limit,
                    Comparator = isFine ? default : Comparator.Between,
                    Value = ends[0] + ".." + ends[1],
                };
            default:
                var isFormula = value?.GetValueKind() == JsonValueKind.String; // ">= pileHeight"
                return expected with
                {
                    Kind = isFine ? RequirementKind.Factor : RequirementKind.Limit,
                    Comparator = ComparatorOf(comparator),
                    Value = isFormula ? "" : Number(value),
                    Formula = isFormula ? value!.ToString() : "",
                };
        }
    }

    private static IEnumerable<string> Conditions(DossierEdition edition, JsonObject row, SplitPart part)
    {
        var conditions = row["conditions"]!.AsObject();
        foreach (var (name, value) in conditions)
            foreach (var condition in Condition(edition, row, name, value)) yield return condition;

        // What only the key, the title or the metric of a row tells.
        var (key, title, quantity, metric) = ((string)row["key"]!, (string)row["what"]!, Text(row["quantity"]), Text(row["metric"]));
        if ((part.Measurand ?? Measurand(edition.Number, row)) is "dust.site-boundary-tsp" or "dust.site-boundary-pm10" or "dust.site-net-pm10" or "dust.upwind-difference-tsp" or "dust.receiver-tsp" or "dust.baseline-tsp"
            && Averaging(metric) is { } minutes) yield return Invariant($"averaging={minutes}");
        if (DustOfTitle().Match(title) is { Success: true } dust) yield return "dustType=" + (dust.Groups[1].Value is ['s', 'i', 'l', 'i', 'c', 'a', ..] silica ? silica.Split('-')[0] : dust.Groups[1].Value.Replace("other-dust", "other", StringComparison.Ordinal));
        if (quantity is "generation factor") yield return Works(key["generation-".Length..]);
        if (quantity is "reduction factor") yield return "dustMeasure=" + MeasureOfKey(key.Split('-', 3)[2]);
        if (edition.Number == "施工扬尘“六个百分之百”" && quantity == "coverage rate") yield return Words("dustMeasure", CoveredBy[key]);
    }

    private static IEnumerable<string> Condition(DossierEdition edition, JsonObject row, string name, JsonNode? value)
    {
        var words = value is null or JsonObject ? [] : Texts(value);
        var conditions = row["conditions"]!;
        switch (name)
        {
            // The dossier's word is the catalogue's word.
            case "heavyPollutionAlert" or "refusedCorrection" or "dustType":
                return [Words(name, words)];

            // Days: "to" alone repeats the last day of the document, "from" alone or both may say more.
            case "from" when row["quantity"]!.ToString() == "fee": // see SplitEdition
                return [];
            case "to" when conditions["from"] is null:
                return DayAfter(words[0]) == Text(edition.Json["withdrawn"]) ? [] : [$"dates=../{words[0]}"];
            case "to":
                return [];
            case "from" when conditions["to"] is null && words[0] == Text(edition.Json["effective"]):
                return [];
            case "from":
                return [$"dates={words[0]}/{conditions["to"]?.ToString() ?? ".."}"];

            // Places.
            case "jurisdiction" when words[0] == Text(edition.Json["jurisdiction"]) || Text(row["quantity"]) == "fee": // see SplitEdition
                return [];
            case "jurisdiction":
                return [Words("region", words)];
            case "regions":
                return [Words("region", words.Select(static place => "CN-SC-" + PlacesOfSichuan[place]))];
            case "area" when words is ["urban-built-up"]:
                return ["areaType=built-up"];
            case "area" when words is ["built-up-town"]:
                return ["areaType=built-up-town"];
            case "area" when words is ["suburb-or-rural"]:
                return ["areaType=suburban-rural"];
            case "area" when words is ["key"]:
                return ["frontage=key-area"];
            case "area" when words is ["main-road"] && row["what"]!.ToString().Contains("main roads, scenic and busy areas", StringComparison.Ordinal):
                return ["frontage=busy-area|main-road|scenic-area"];
            case "area" when words is ["main-road"]:
                return ["frontage=main-road"];
            case "area" when words is ["other"]:
                return ["frontage=other"];
            case "roadClass":
                return [words[0] switch { "main" => "frontage=main-road", "other" => "frontage=other", var other => throw new NotSupportedException(other) }];

            // The site, its works and its parties.
            case "size" when words is ["above-threshold"]:
            case "project" when words is ["meets-city-conditions"]:
                return ["localMonitoringCondition=true"]; // an authority says which sites
            case "project":
                return [Words("projectType", words)];
            case "works":
                return [Works(words[0])];
            case "source":
                return [Words("dustSource", words)];
            case "siteAreaM2" when value is JsonObject area:
                return ["siteArea" + string.Join(",", area.Select(static end => (end.Key switch { "gt" => ">", "le" => "<=", var other => throw new NotSupportedException(other) }) + Number(end.Value)))];
            case "siteAreaM2":
                return [Bounds("siteArea", words[0])];
            case "party":
                return [Words("party", words.Select(static word => word == "developer" ? "owner" : word))]; // 建设单位
            case "stage" when words is ["transition"] or ["final"]: // which the days say
                return conditions["from"] is null ? throw new NotSupportedException(words[0]) : [];
            case "stage" when words is ["other"]: // than those of the row before it
                return ["not stage=demolition|earthwork"];
            case "stage" or "work":
                return [Words("stage", words.Select(static word => word switch
                {
                    "excavation" or "backfill" => "earthwork", "main-structure" => "structure", "decoration" => "finishing", _ => word,
                }).Distinct())];

            // Sources of dust and what is measured.
            case "sourceEstablished" or "projectDate":
                return [YearBound().Match(words[0]) is { Success: true } year ? Bounds("sourceYear", year.Groups[1].Value) : throw new NotSupportedException(words[0])];
            case "fraction":
                return [Words("dustFraction", words)];
            case "freeSilicaPercent": // which end is outside, the Chinese titles say
                return [(words, Text(row["whatZh"])) switch
                {
                    (["0", "10"], var zh) when zh.Contains("SiO2<10%", StringComparison.Ordinal) => "freeSilica>=0,<10",
                    (["10", "50"], var zh) when zh.Contains("10%≤SiO2≤50%", StringComparison.Ordinal) => "freeSilica>=10,<=50",
                    (["50", "80"], var zh) when zh.Contains("50%<SiO2≤80%", StringComparison.Ordinal) => "freeSilica>50,<=80",
                    (["80", "100"], var zh) when zh.Contains("SiO2>80%", StringComparison.Ordinal) => "freeSilica>80,<=100",
                    var other => throw new NotSupportedException(other.ToString()),
                }];
            case "functionalZone":
                return [Words("airZone", words)];
            case "pollutant" when Text(row["quantity"]) == words[0] + " mass concentration":
                return []; // what is measured
            case "pollutant":
                return [Words("airPollutant", words.Select(Pollutant))];
            case "iaqi":
                return ["iaqi=" + Number(value)];
            case "ratioMin":
                return [$"backgroundRatio>{Number(value)},<{Number(conditions["ratioMax"])}"]; // the rows beside it hold at 1.3 and at 2
            case "ratioMax":
                return [];

            // "Above 2.0 at most once a day, above 1.0 at most six times a day": two tiers, each a limit and a count.
            case "allowedExceedancesPerDay":
                return [words[0] switch { "1" => "exceedanceTier=high", "6" => "exceedanceTier=low", var other => throw new NotSupportedException(other) }];
            case "limitMgM3":
                return [words[0] switch { "2.0" => "exceedanceTier=high", "1.0" => "exceedanceTier=low", var other => throw new NotSupportedException(other) }];
            case "allowedExceedancesPerYear":
                return []; // a row of its own

            // Alerts and money.
            case "alert":
                return [Words("alertLevel", words)];
            case "response":
                return [Words("responseLevel", words)];
            case "edition":
                return [Words("alertGrading", words)];
            case "tier":
                return [Words("feeTier", words)];
            case "concentrationBelowStandard":
                return ["concentrationBelowStandard>=" + Number(value)]; // "or more"

            // What the catalogue has no facet for: stands among the intended differences, with the reason.
            case "material":
                return [Words(name, words)];
            default:
                throw new NotSupportedException($"{edition.Number}: the condition '{name}' = {value?.ToJsonString()} is new; say what it means in the catalogue.");
        }
    }

    private static string Works(string word) => word switch
    {
        "building" => "projectType=building",
        "municipal" or "municipal-or-demolition" => "projectType=demolition|municipal", // one coefficient for both
        _ => throw new NotSupportedException(word),
    };

    private static string Pollutant(string name) => name.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal);

    private static string MeasureOfKey(string word) => word == "bare-ground" ? "bare-ground-cover" : word;

    private static int? Averaging(string metric) => AveragingOfMetric().Match(metric) switch
    {
        { Success: false } => null,
        { Groups: [_, { Success: true } hours, ..] } => 60 * int.Parse(hours.Value, CultureInfo.InvariantCulture),
        var match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture),
    };

    private static string Measurand(string edition, JsonObject row)
    {
        var (key, unit) = ((string)row["key"]!, Text(row["unit"]));
        if (ByRow.TryGetValue((edition, key), out var measurand)) return measurand;
        var said = $"{row["quantity"]}; {row["metric"]}; {row["what"]}";
        foreach (var (words, units, name) in Rules)
            if (units.Split("; ").Contains(unit) && Regex.IsMatch(said, words, RegexOptions.CultureInvariant)) return name.Contains('.', StringComparison.Ordinal) ? name : "dust." + name;
        throw new NotSupportedException($"{edition} {key}: nothing says what is measured by '{said}' in {unit}.");
    }

    /// <summary>A row that says several things, each of which is a row of the catalogue.</summary>
    /// <param name="Suffix">What follows the key.</param>
    /// <param name="Measurand">What is measured, where it is not that of the row.</param>
    /// <param name="Comparator">The comparator, where it is not that of the row.</param>
    /// <param name="ValueOf">The value, where it is not that of the row; from the text or condition that tells it.</param>
    /// <param name="Unit">The unit, where it is not that of the row.</param>
    /// <param name="Adds">Conditions that the text tells of this part.</param>
    /// <param name="Drops">Conditions of the row that are not for this part; how they begin.</param>
    private sealed record SplitPart(
        string Suffix, string? Measurand = null, string? Comparator = null, Func<JsonObject, JsonNode?>? ValueOf = null, string? Unit = null, string[]? Adds = null, string[]? Drops = null);

    private static SplitPart Duty(string suffix, string measurand, params string[] adds) => new(suffix, "dust." + measurand, Adds: adds);

    /// <summary>A number that the title or the note of a row tells.</summary>
    private static Func<JsonObject, JsonNode?> Told(string member, string words) => row =>
        Regex.Match(Text(row[member]), words, RegexOptions.CultureInvariant) is { Success: true } match
            ? JsonValue.Create(decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            : throw new NotSupportedException($"{row["key"]}: '{words}' is not in {member}");

    private static Func<JsonObject, JsonNode?> Allowed(string condition) => row => row["conditions"]![condition];

    private static readonly SplitPart AqiCorrection = new(
        "-aqi-correction", "dust.aqi-correction", "formula", Told("note", "(\\d+) ug/m3"),
        Adds: ["averaging=15", "cityAqi>=200,<=300", "primaryPollutant=pm10|pm25"], Drops: ["exceedanceTier"]);

    private static SplitPart ExceedanceDays(string pollutant, Func<JsonObject, JsonNode?> days) => new(
        "-exceedances", "dust.annual-exceedance-days", "<=", days, "d", ["airPollutant=" + pollutant]);

    private static SplitPart CountOfDay => new("-count", "dust.daily-exceedances", "<=", Allowed("allowedExceedancesPerDay"), "1/d", ["averaging=15"]);

    /// <summary>What a level asks, at the level that is worse than it.</summary>
    private static SplitPart AtWorse(SplitPart part, string infix, string facet, string level) => part with { Suffix = infix + part.Suffix, Adds = [.. part.Adds ?? [], facet + "=" + level], Drops = [facet] };

    // The second source names demolition beside earthwork.
    private static SplitPart[] BeijingOrange =>
        [Duty("-work-stop", "alert-work-stop", "stage=earthwork"), Duty("-demolition-stop", "alert-work-stop", "stage=demolition"), Duty("-transport-stop", "alert-transport-stop")];

    private const string Earthwork = "stage=demolition|earthwork";

    private static readonly Dictionary<(string Edition, string Key), SplitPart[]> Splits = new()
    {
        // Two duties in one sentence.
        [("江门市扬尘污染防治条例（2021）", "exit-wash")] = [Duty("", "washing"), Duty("-video", "video-monitoring")],
        [("河南省大气污染防治条例（2017）", "online")] = [Duty("", "online-monitoring"), Duty("-video", "video-monitoring")],
        [("丽水市扬尘污染防治规定（2021）", "pm-online-area")] = [new(""), Duty("-video", "video-site-area")],
        [("绍兴市大气污染防治条例（2016）", "exit-wash")] = [Duty("", "washing"), Duty("-hardening", "ground-hardening")],
        [("中华人民共和国生态环境法典", "measures")] = [Duty("-cover", "covering-and-timing"), Duty("-watering", "watering"), Duty("-washing", "washing")],
        [("JGJ 146-2013", "main-roads-hardened")] = [Duty("", "ground-hardening"), Duty("-cover", "covering")],
        [("郑州市大气污染防治条例（2015年施行，后经修正）", "wind-stop")] =
            [new(""), new("-heavy-pollution", "dust.alert-work-stop", "required", static _ => JsonValue.Create(true), "", ["heavyPollutionAlert=true"])], // "or in heavy pollution"

        // Plans for heavy pollution: a level is a list of duties.
        [("重污染天气应急预案（施工要求）", "hebei-level3")] =
        [
            Duty("-work-stop", "alert-work-stop", Earthwork), Duty("-transport-stop", "alert-transport-stop"), Duty("-cover", "alert-covering"),
            new("-watering", "dust.alert-extra-watering", ">=", Told("what", "water at least (\\d+) time more"), "1"),
        ],
        [("重污染天气应急预案（施工要求）", "hebei-level2")] = // "as III"
        [
            Duty("-work-stop", "alert-work-stop", Earthwork), Duty("-transport-stop", "alert-transport-stop"), Duty("-cover", "alert-covering"),
            new("-watering", "dust.alert-extra-watering", ">=", Told("what", "water at least (\\d+) times more"), "1"),
            .. new[]
            {
                Duty("-work-stop", "alert-work-stop", Earthwork), Duty("-transport-stop", "alert-transport-stop"), Duty("-cover", "alert-covering"),
                new("-watering", "dust.alert-extra-watering", ">=", Told("what", "water at least (\\d+) times more"), "1"),
            }.Select(static part => AtWorse(part, "-at-level1", "responseLevel", "I")),
        ],
        [("重污染天气应急预案（施工要求）", "beijing-orange")] =
        [
            .. BeijingOrange, .. BeijingOrange.Select(static part => AtWorse(part, "-at-red", "alertLevel", "red")),
        ],
        [("重污染天气应急预案（施工要求）", "anhui-red")] = [Duty("-work-stop", "alert-work-stop"), Duty("-transport-stop", "alert-transport-stop")],

        // "Practically no influence", and what follows from it.
        [("DB61/ 1078-2017", "background-ratio")] =
            [new(""), new("-no-influence", "dust.background-corrected-tsp", "formula", static _ => JsonValue.Create("not compared with the limit"), "mg/m3", ["backgroundRatio<=1.3"])],
        [("DB61/ 1078-2017", "points-large")] = [new(""), new("-least", "dust.monitoring-points-least", ">=", static row => Text(row["what"]).Contains("at least two points", StringComparison.Ordinal) ? JsonValue.Create(2m) : null)],

        // A limit and how often it may be exceeded.
        [("DB32/ 4437-2022", "tsp-15min")] = [new(""), AqiCorrection],
        [("DB34/ 4811-2024", "tsp-15min-high")] = [new(""), CountOfDay, AqiCorrection],
        [("DB34/ 4811-2024", "tsp-15min-low")] = [new(""), CountOfDay],
        [("Directive 2008/50/EC", "pm10-daily")] = [new(""), ExceedanceDays("pm10", Told("metric", "at most (\\d+) exceedances a year"))],
        [("Directive (EU) 2024/2881", "pm10-daily-2030")] = [new(""), ExceedanceDays("pm10", Allowed("allowedExceedancesPerYear"))],
        [("Directive (EU) 2024/2881", "pm25-daily-2030")] = [new(""), ExceedanceDays("pm25", Allowed("allowedExceedancesPerYear"))],

        // Numbers of the Chinese title or of the note.
        [("GB 3095-2012", "valid-month-days")] =
            [new("", Adds: ["not dates=--02-01/--02-29"]), new("-february", ValueOf: Told("whatZh", "2月.*?(\\d+)"), Adds: ["dates=--02-01/--02-29"])],
        [("GB 3095-2026", "valid-annual-mean")] =
        [
            new(""),
            new("-month", "dust.valid-days-per-month", ValueOf: Told("note", "at least (\\d+) daily means each month"), Adds: ["not dates=--02-01/--02-29"]),
            new("-month-february", "dust.valid-days-per-month", ValueOf: Told("note", "(\\d+) in February"), Adds: ["dates=--02-01/--02-29"]),
        ],
        [("GB 3095-2026", "valid-tsp-daily")] =
        [
            new(""),
            new("-year", "dust.valid-days-per-year", ValueOf: Told("note", "at least (\\d+) evenly spread daily means a year"), Unit: "d"),
            new("-month", "dust.valid-days-per-month", ValueOf: Told("note", "and (\\d+) a month"), Unit: "d"),
        ],

        // Not a split: another folder's row of the same edition has the key.
        [("GB/T 50905-2014", "plan-content")] = [new("-dust")],
    };

    private static readonly Dictionary<string, string[]> CoveredBy = new()
    {
        ["hoarding-100"] = ["hoarding"], ["cover-100"] = ["material-cover", "bare-ground-cover"], ["wash-100"] = ["vehicle-wash"],
        ["hardened-100"] = ["ground-hardening"], ["wet-100"] = ["wet-work"], ["closed-100"] = ["closed-transport"],
        ["hebei-two-coverages"] = ["video-monitoring", "pm10-monitoring"],
    };

    /// <summary>The codes of administrative divisions (GB/T 2260).</summary>
    private static readonly Dictionary<string, string> PlacesOfSichuan = new()
    {
        ["CD"] = "510100", ["Zigong"] = "510300", ["Panzhihua"] = "510400", ["Luzhou"] = "510500", ["Deyang"] = "510600", ["Mianyang"] = "510700",
        ["Guangyuan"] = "510800", ["Suining"] = "510900", ["Neijiang"] = "511000", ["Leshan"] = "511100", ["Nanchong"] = "511300", ["Meishan"] = "511400",
        ["Yibin"] = "511500", ["Guangan"] = "511600", ["Dazhou"] = "511700", ["Yaan"] = "511800", ["Bazhong"] = "511900", ["Ziyang"] = "512000",
        ["Aba"] = "513200", ["Ganzi"] = "513300", ["Liangshan"] = "513400",
    };

    private static readonly Dictionary<(string Edition, string Key), string> ByRow = new()
    {
        [("HJ/T 393-2007", "stop-earthwork-wind")] = "dust.work-wind-force",
    };

    /// <summary>Words of "quantity; metric; title", units with "; " between, and what is measured; the first that fits.</summary>
    private static readonly (string Words, string Units, string Measurand)[] Rules =
    [
        // Concentrations. The standards of ambient air first: their means are of a day or a year.
        ("^PM10 mass concentration; (24-hour|98th)", "ug/m3", "ambient-pm10-daily"),
        ("^PM10 mass concentration; annual mean", "ug/m3", "ambient-pm10-annual"),
        ("^PM2.5 mass concentration; (24-hour|98th)", "ug/m3", "ambient-pm25-daily"),
        ("^PM2.5 mass concentration; annual mean", "ug/m3", "ambient-pm25-annual"),
        ("^TSP mass concentration; .*; Limit level of", "ug/m3", "receiver-tsp"),
        ("^TSP mass concentration; 24-hour", "ug/m3", "ambient-tsp-daily"),
        ("^TSP mass concentration; annual mean", "ug/m3", "ambient-tsp-annual"),
        ("^baseline TSP", "ug/m3", "baseline-tsp"),
        ("^PM10 mass concentration difference", "ug/m3", "site-net-pm10"),
        ("^PM10 mass concentration; ", "ug/m3", "site-boundary-pm10"),
        ("^county hourly mean PM10", "ug/m3", "subtracted-background-pm10"),
        ("^TSP mass concentration difference; monthly", "mg/m3", "city-difference-tsp"),
        ("^difference of (TSP|particulate) concentration", "mg/m3", "upwind-difference-tsp"),
        ("^TSP mass concentration; hourly; .*corrected value", "mg/m3", "background-corrected-tsp"),
        ("^(TSP|particulate matter( \\(TSP\\))?) mass concentration; ", "mg/m3; ug/m3", "site-boundary-tsp"),
        ("^ratio; ", "", "background-ratio"),
        ("^PM(10|2.5) concentration; .*IAQI breakpoint", "ug/m3", "iaqi-breakpoint"),
        ("^AQI; ", "", "air-quality-index"),
        ("^workplace dust concentration", "mg/m3", "worker-exposure"),
        ("^visible dust height", "m", "visible-dust-height"),
        ("^visib(ility|le dust); ", "", "no-visible-dust"),

        // Counts.
        ("^count.*; (Number of hours in a day|Count of 15-minute means)", "times/day", "daily-exceedances"),
        ("^count; .*Largest number of monitoring points to find", "points", "sampling-points"),
        ("^count; .*Points per section", "points", "monitoring-points-per-section"),
        ("^count; .*Extra points", "points", "monitoring-points-extra"),
        ("^count; ", "points", "monitoring-points"),
        ("Daily mean of|sampling hours per day|valid hourly means per day", "h", "valid-hours-per-day"),
        ("Monthly mean needs", "days", "valid-days-per-month"),
        ("Annual mean needs|valid daily means per year", "days; d", "valid-days-per-year"),

        // Lengths, times, areas.
        ("Condition: hoarding height", "m", "reduction-hoarding-height"),
        ("Condition: height of the overflow base", "cm", "reduction-base-height"),
        ("Condition: gap between hoarding panels", "cm", "reduction-hoarding-gap"),
        ("Condition: covered share", "%", "reduction-bare-ground-cover"),
        ("^height; .*(Dusty materials)", "m", "stockpile-enclosure-height"),
        ("^height; .*([Ii]nlet|sampling) height", "m", "inlet-height"),
        ("^height; .*(Hoarding|hoarding|site wall)", "m", "hoarding-height"),
        ("^thickness; .*Hoarding", "mm", "hoarding-thickness"),
        ("^length; .*Tarpaulin", "cm", "tarpaulin-overlap"),
        ("^mesh count", "mesh/100cm2", "scaffold-net-mesh"),
        ("^distance; .*Roads", "m", "exit-road-distance"),
        ("^distance outside boundary", "m", "sampling-distance"),
        ("^building floor area; .*video monitoring", "m2", "video-floor-area"),
        ("^building floor area; .*particulate monitor", "m2", "monitoring-floor-area"),
        ("^site area; .*particulate monitoring", "m2", "monitoring-site-area"),
        ("^wind force; ", "Beaufort", "work-wind-force"),
        ("Hours of forecast AQI", "h", "alert-duration"),
        ("[Ii]dle land|Land awaiting|Bare (urban )?ground not", "months", "idle-land-duration"),
        ("Bare ground not worked|bare soil left", "h", "uncovered-duration"),
        ("Demolition waste|Spoil that cannot", "days; h", "waste-removal-time"),

        // Factors and money.
        ("^emission factor", "t/(m2*month)", "emission-factor"),
        ("^particle size factor", "", "particle-share"),
        ("^efficiency", "%", "control-efficiency"),
        ("^generation factor", "kg/(m2*month)", "generation-coefficient"),
        ("^reduction factor", "kg/(m2*month)", "reduction-coefficient"),
        ("^kg per pollution equivalent", "kg", "pollution-equivalent"),
        ("^tax rate", "CNY/equivalent", "tax-rate"),
        ("^tax factor", "factor", "tax-relief"),
        ("^fee", "CNY/kg", "discharge-fee"),
        ("^fine; .*Daily consecutive", "CNY", "general.daily-fine"),
        ("^fine; ", "CNY", "general.fine"),
        ("^coverage rate", "%", "measure-coverage"),

        // Duties: the title says which.
        ("^rounding", "", "general.rounding"),
        ("; All clauses are mandatory", "", "general.mandatory-text"),
        ("; No dry cutting", "", "no-dry-cutting"),
        ("; .*no concrete mixing on site", "", "no-site-mixing"),
        ("; No burning", "", "no-burning"),
        ("; Monitors may not be moved", "", "no-monitor-relocation"),
        ("; .*dust ledger", "", "ledger"),
        ("; .*dust cost into", "", "control-plan"),
        ("; .*file with the dust", "", "filing"),
        ("; Notice of", "", "notice"),
        ("; .*meet the city dust control standard", "", "local-standard-kept"),
        ("; .*spoil transport stops", "", "alert-transport-stop"),
        ("; .*all outdoor site work stops|; .*earthwork and demolition stopped", "", "alert-work-stop"),
        ("; Green construction plan names", "", "green-construction-plan"),
        ("; .*(on-line dust monitoring|automatic dust monitors)", "", "online-monitoring"),
        ("; .*[Vv]ideo", "", "video-monitoring"),
        ("; Hard hoarding", "", "hoarding"),
        ("; .*closed chute", "", "closed-chute"),
        ("; (Loose loads|Vehicles for earth)", "", "closed-transport"),
        ("; (Dusty work is screened|Demolition blasting)", "", "dusty-work-suppression"),
        ("; .*blocks cut in the plant", "", "block-cutting"),
        ("; (Dusty materials covered|Fine and light materials|Bulk cement)", "", "material-covering"),
        ("; Earth.* waste removed in time", "", "spoil-clearing"),
        ("; (Vehicle washing|Washing)", "", "washing"),
        ("; (Watering|Regular watering|Roads and site are regularly watered)", "", "watering"),
        ("; Covering, work in sections", "", "covering-and-timing"),
        ("; Bare (ground|soil) and piled earth", "", "covering"),
        ("; Main .*roads.* hardened", "", "ground-hardening"),
    ];

    [GeneratedRegex(@"^([<>]=?\d{4})-01-01$", RegexOptions.CultureInvariant)]
    private static partial Regex YearBound();

    [GeneratedRegex(@"^([a-z0-9-]+) dust, (?:total|respirable) fraction$", RegexOptions.CultureInvariant)]
    private static partial Regex DustOfTitle();

    [GeneratedRegex(@"(\d+)-hour|(?:^|\D)(\d+)(?:-minute| (?:consecutive )?minutes)", RegexOptions.CultureInvariant)]
    private static partial Regex AveragingOfMetric();
}
