using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>
/// What each condition of a dossier row means in the vocabulary of the catalogue. Written from the dossier by reading it,
/// independently of the program that once converted it, so that a mistake there shows here.
/// </summary>
/// <remarks>
/// A condition is written <c>facet=word|word</c>, <c>facet&lt;150</c>, <c>facet&gt;=4,&lt;=5</c>, <c>hours=...</c>, <c>dates=...</c>;
/// an exception has <c>not</c> before it. Words stand in alphabetical order, since their order means nothing.
/// </remarks>
internal static partial class DossierConditions
{
    private static readonly string[] ProcessedTogether = ["from", "to", "days", "dailyFrom", "dailyTo"];

    /// <summary>The conditions that a row of the catalogue must hold for a row of the dossier, or for one part of it.</summary>
    /// <param name="edition">The dossier's edition.</param>
    /// <param name="row">The dossier's row.</param>
    /// <param name="part">The end of the catalogue's key where the row is split into several; else empty.</param>
    public static IEnumerable<string> Expected(DossierEdition edition, JsonObject row, string part)
    {
        var conditions = row["conditions"]!.AsObject();
        foreach (var condition in Clock(conditions)) yield return condition;
        foreach (var window in Windows(row["value"])) yield return window;
        foreach (var (name, value) in conditions)
        {
            if (ProcessedTogether.Contains(name)) continue;
            if (Expected(edition, name, value!, row, part) is { } expected)
                foreach (var condition in expected) yield return condition;
        }
    }

    /// <summary>A condition of the catalogue, in the same writing, as the library shows it to its user.</summary>
    public static string Shown(FacetCondition condition)
    {
        var values = condition.Type switch
        {
            FacetType.Number => Range(condition.Facet, condition.Range!),
            FacetType.Hours => "hours=" + string.Join("|", condition.Windows),
            FacetType.Dates => "dates=" + string.Join("|", condition.Spans),
            _ => Words(condition.Facet, condition.Values),
        };
        return (condition.IsException ? "not " : "") + values;
    }

    // Times of day and dates: the dossier spreads them over several members.
    private static IEnumerable<string> Clock(JsonObject conditions)
    {
        var (from, to) = ((string?)conditions["from"], (string?)conditions["to"]);
        var days = conditions["days"] switch
        {
            null => "",
            JsonArray list when Texts(list) is ["Sun", "holiday"] => "Sun,PH ",
            var text => (string)text! switch { "Mon-Sat" => "Mon-Sat ", "Sun-PH" => "Sun,PH ", "all" => "", var other => throw new NotSupportedException("days " + other) },
        };
        if (conditions["dailyFrom"] is { } daily) yield return $"hours={daily}-{conditions["dailyTo"]}";
        if (from is null)
        {
            if (days.Length > 0) yield return $"hours={days}00:00-24:00";
        }
        else if (ClockTime().IsMatch(from)) yield return $"hours={days}{from}-{to}";
        else if (from == "Sat 22:00" && to == "Mon 07:00") yield return "hours=Sat 22:00-24:00|Sun 00:00-24:00|Mon 00:00-07:00"; // to Monday 07:00
        else if (from == "06-01" && to == "end of zhongkao") yield return "dates=--06-01/.."; // every year, to the end of an examination
        else yield return $"dates={from}/{to}";
    }

    // Some rows give a time window as their value: "22:00/06:00", "07:00-12:00, 14:00-20:00".
    private static IEnumerable<string> Windows(JsonNode? value)
    {
        if (value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.String && DossierValue.IsTimeWindow((string)value!))
            yield return "hours=" + ((string)value!).Replace('/', '-').Replace(", ", "|", StringComparison.Ordinal);
    }

    private static string[]? Expected(DossierEdition edition, string name, JsonNode value, JsonObject row, string part)
    {
        switch (name)
        {
            case "always" when (bool)value!:
                return null;

            // The dossier's word is the catalogue's word.
            case "period" or "machine" or "roomType" or "roomUse" or "receiver" or "itemType" or "party" or "projectType"
                or "violation" or "location" or "refusedCorrection" or "measuredBelowLimit" or "examPeriod":
                return [Words(name, Texts(value))];

            // The dossier has several names for one thing.
            case "landUse":
                return [Words("areaType", Texts(value))];
            case "level":
                return [Words("assessmentLevel", Texts(value))];
            case "phase" or "work":
                return [Words("stage", Texts(value))];
            case "case":
                return [Words("measuringCase", Texts(value))];
            case "category":
                return [Words("ambientCategory", Texts(value))];
            case "asr":
                return [Words("areaSensitivity", Texts(value))];
            case "zone":
                return [Words("designatedZone", Texts(value))];
            case "background" or "pattern" or "noise":
                return [Words("noisePattern", Texts(value))];
            case "wall":
                return [Words("boundaryWall", Texts(value))];
            case "sensitiveBuildings" or "noiseSensitiveBuildingsNearby":
                return [Words("noiseSensitiveBuildings", Texts(value))];
            case "exam":
                return [Words("examPeriod", Texts(value))];
            case "exception" or "exceptionUsed":
                return [Words("workNature", Texts(value))];
            case "functionZone":
                return [Words("functionZone", ((string)value!).Split('-'))];
            case "equipment":
                return [Words("machine", Texts(value).Select(static word => word + "-driver"))]; // "steam-pile", "hammer-pile"

            case "noiseSensitiveConcentratedArea" when (bool)value!:
                return ["sensitivity=noise-sensitive-concentrated-area"];
            case "any":
                Assert.Equal(["noiseSensitiveConcentratedArea", "possibleSeriousPollution"], Texts(value));
                return ["sensitivity=noise-sensitive-concentrated-area|possible-serious-pollution"];

            case "excluded" or "exceptions" when Texts(value) is ["as noon-ban"]:
                return Expected(edition, "exceptions", edition.Row("noon-ban")["conditions"]!["exceptions"]!, row, part);
            case "excluded" or "exceptions":
                return ["not " + Words("workNature", Texts(value).SelectMany(static word => word switch
                {
                    "process-requires-continuous" => ["process-continuous"],
                    "repair-rescue-emergency" => ["emergency-repair", "rescue", "emergency-response"],
                    _ => new[] { word },
                }))];

            // Numbers.
            case "distanceM":
                return [Texts(value)[0] is ['<', .. var below] ? "distance<" + below : "distance=" + Texts(value)[0]];
            case "withinMetresOfExamSite":
                return ["examSiteDistance<=" + value];
            case "hoursPerDay":
                return ["dailyExposureHours=" + value];
            case "differenceRounded" or "differenceInteger":
                var (low, high) = (value[0], value[1]!.ToString());
                return [low is null ? "backgroundDifference<=" + high : low.ToString() == high ? "backgroundDifference=" + high : $"backgroundDifference>={low},<={high}"];
            case "bandsHz":
                return ["octaveBand=" + part[1..^2]]; // "-31.5hz": the band of this part
            case "dayHours" when part == "-day":
                return ["period=day", RunningHours((string)value!)];
            case "nightHours" when part == "-night":
                return ["period=night", RunningHours((string)value!)];
            case "dayHours" or "nightHours":
                return null;

            // Words of single rows.
            case "area":
                return [Area(edition.Number, value)];
            case "affectedBuilding":
                return [(string)value! switch
                {
                    "residential" => "receiver=dwelling",
                    "hospital-school-aged" => "receiver=higher-education|home-for-aged-sick|hospital|school", // spelt out in the title
                    var other => "receiver=" + other,
                }];
            case "day" when (string)value! == "exam-day":
                return ["examDay=true"];
            case "during" when (string)value! == "exam hours":
                return ["examHours=true"];
            case "instrument" when (string)value! == "automatic":
                return ["instrument=automatic-monitor"];
            case "discarded" when (string)value! == "exactly half":
                return ["discardedPart=exactly-half"];
            case "district" when (string)value! == "Longgang":
                return ["district=longgang"];
            case "year":
                return [$"dates={value}-01-01/{value}-12-31"];
            case "factDate" when (string)value! == "<2026-08-15":
                return ["factDate<2026-08-15"];
            case "reason" when (string)value! is "no outdoor position meets the measuring conditions" or "boundary close to the sensitive building and no valid outdoor position" or "as indoor-day":
                return ["measuringCase=no-valid-outdoor-position"];
            case "window":
                return [string.Join(" + ", Texts(value)) switch
                {
                    "23:00-07:00 daily" => "hours=23:00-07:00",
                    "weekdays 19-23, Sat 13-23, Sun 07-23" => "hours=Mon-Fri 19:00-23:00|Sat 13:00-23:00|Sun 07:00-23:00",
                    "weekdays 07-19 and Sat 07-13" => "hours=Mon-Fri 07:00-19:00|Sat 07:00-13:00",
                    "daily 19:00-23:00 + holidays and Sundays 07:00-23:00" => "hours=19:00-23:00|Sun,PH 07:00-23:00",
                    "19:00-07:00 + Sun + PH" => "hours=19:00-07:00|Sun,PH 00:00-24:00",
                    var other => throw new NotSupportedException("window " + other),
                }];
            case "orIf":
                return part == "-work" ? [Words("stage", Texts(value))] : null;

            // What the catalogue has no facet for: stands among the intended differences, with the reason.
            case "bsReference" or "includes" or "noiseProducing" or "machineKind" or "netPowerKW":
                return [Words(name, Texts(value))];
            default:
                throw new NotSupportedException($"{edition.Number}: the condition '{name}' = {value.ToJsonString()} is new; say what it means in the catalogue.");
        }
    }

    /// <summary>"area" means something else in almost every document.</summary>
    private static string Area(string edition, JsonNode value) => (edition, string.Join("|", Texts(value))) switch
    {
        ("BS 5228-1:2009+A1:2014", "rural-suburban") => "areaType=away-from-main-roads", // the title says what the word stands for
        ("BS 5228-1:2009+A1:2014", "urban") => "areaType=near-main-roads",
        ("AVV Baulärm (1970)", "a") => "areaType=plants-only", // nur gewerbliche oder industrielle Anlagen
        ("AVV Baulärm (1970)", "b") => "areaType=mainly-commercial", // vorwiegend gewerblich
        ("AVV Baulärm (1970)", "c") => "areaType=mixed", // gemischt
        ("AVV Baulärm (1970)", "d") => "areaType=mainly-residential", // vorwiegend Wohnungen
        ("AVV Baulärm (1970)", "e") => "areaType=residential-only", // ausschließlich Wohnungen
        ("AVV Baulärm (1970)", "f") => "areaType=spa-hospital-care", // Kurgebiete, Krankenhäuser, Pflegeanstalten
        (_, "urban-built-up" or "built-up") => "areaType=built-up",
        (_, var words) => Words("areaType", words.Split('|')),
    };

    // "<=2.5", "2.5-8": the row for shorter times ends where the next begins, so the lower end is outside.
    private static string RunningHours(string text) =>
        text.StartsWith("<=", StringComparison.Ordinal) ? "dailyRunningHours" + text : "dailyRunningHours>" + text.Replace("-", ",<=", StringComparison.Ordinal);

    internal static string Range(string facet, NumberRange range)
    {
        if (range.Low is { } low && low == range.High) return facet + "=" + DossierValue.Number(low);
        var bounds = new List<string>();
        if (range.Low is { } lower) bounds.Add((range.IsLowExclusive ? ">" : ">=") + DossierValue.Number(lower));
        if (range.High is { } upper) bounds.Add((range.IsHighExclusive ? "<" : "<=") + DossierValue.Number(upper));
        return facet + string.Join(",", bounds);
    }

    private static string Words(string facet, IEnumerable<string> words) => facet + "=" + string.Join("|", words.Order(StringComparer.Ordinal));

    private static string[] Texts(JsonNode value) =>
        value is JsonArray list ? list.Select(static item => item!.ToString()).ToArray() : [value.ToString()];

    [GeneratedRegex(@"^\d\d:\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex ClockTime();
}

/// <summary>How the dossier writes values.</summary>
internal static partial class DossierValue
{
    /// <summary>A value as the comparison writes it: numbers without needless zeros, a range as <c>low..high</c>, other texts as they are.</summary>
    public static string Shown(JsonNode? value)
    {
        switch (value?.GetValueKind())
        {
            case null:
                return "";
            case System.Text.Json.JsonValueKind.Number:
                return Number((decimal)value);
            case System.Text.Json.JsonValueKind.String when NumericRange().Match((string)value!) is { Success: true } range:
                return range.Groups[1].Value + ".." + range.Groups[2].Value; // "82-90" dB, "10000/30000" CNY
            default:
                return value.ToString();
        }
    }

    public static bool IsTimeWindow(string text) => TimeWindow().IsMatch(text);

    public static string Number(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+)[-/](\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumericRange();

    [GeneratedRegex(@"^\d\d:\d\d[-/]\d\d:\d\d(, \d\d:\d\d[-/]\d\d:\d\d)*$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeWindow();
}
