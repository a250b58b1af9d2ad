using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>One fact that the dossier and the compiled catalogue tell differently. The row is empty for a fact of the edition itself.</summary>
internal sealed record Difference(string Edition, string Row, string Member, string Dossier, string Catalogue)
{
    public override string ToString() => $"{Edition} {Row} {Member}: dossier '{Dossier}', catalogue '{Catalogue}'";
}

/// <summary>Compares the dossier with the catalogue as a user of the library sees it.</summary>
internal static class DossierComparison
{
    private static readonly Dictionary<string, Comparator> Comparators = new()
    {
        ["<"] = Comparator.LessThan, ["<="] = Comparator.LessThanOrEqual, [">"] = Comparator.GreaterThan, [">="] = Comparator.GreaterThanOrEqual,
    };

    private static readonly Dictionary<string, StandardKind> Kinds = new()
    {
        ["policy"] = StandardKind.Policy, ["mandatory-national"] = StandardKind.MandatoryNational, ["recommended-national"] = StandardKind.RecommendedNational,
        ["engineering-national"] = StandardKind.EngineeringNational, ["industry"] = StandardKind.Industry, ["local"] = StandardKind.Local,
    };

    private static readonly Dictionary<string, Evidence> EvidenceLevels = new()
    {
        ["verified"] = Evidence.Confirmed, ["single-source"] = Evidence.SingleSource, ["recalled"] = Evidence.Unconfirmed,
    };

    /// <summary>What may be measured where the dossier names a physical quantity: a maximum level must never become a mean level.</summary>
    private static readonly Dictionary<string, string[]> MeasurandsOfQuantity = new()
    {
        ["A-weighted equivalent continuous sound level LAeq"] =
        [
            "noise.ambient", "noise.indoor-design", "noise.machine-level", "noise.plant-boundary", "noise.plant-indoor", "noise.receiver",
            "noise.site-boundary", "noise.site-indoor", "noise.structure-borne-indoor",
        ],
        ["A-weighted maximum sound level LAmax"] =
            ["noise.ambient-maximum", "noise.plant-boundary-maximum", "noise.site-boundary-maximum", "noise.structure-borne-indoor-maximum"],
        ["A-weighted equivalent continuous sound level LEX"] = ["noise.worker-exposure"],
        ["A-weighted emission sound pressure level"] = ["noise.operator-position"],
        ["A-weighted sound power level LWA"] = ["noise.machine-sound-power"],
        ["A-weighted sound pressure level"] = ["noise.machine-level"],
        ["A-weighted level"] = ["noise.site-boundary-l5"], // Japan: the upper end of the 90 % range
        ["octave-band sound pressure level"] = ["noise.structure-borne-indoor-octave"],
        ["rating level Lr"] = ["noise.receiver-rating"],
        ["Ldn"] = ["noise.receiver-day-night"],
        ["level"] = ["noise.machine-emission"],
        ["level difference"] = ["noise.background-difference", "noise.calibration-drift", "noise.limit-excess", "noise.receiver-rating-maximum"],
        ["correction"] = ["noise.background-correction", "noise.time-correction"],
        ["wind speed"] = ["noise.wind-speed"],
        ["weather"] = ["noise.wind-speed"],
        ["fine"] = ["general.fine", "general.daily-fine"],
        ["height"] = ["noise.microphone-height"],
        ["height above wall"] = ["noise.microphone-height-above-wall"],
        ["distance"] = ["noise.designated-zone-distance", "noise.exam-site-distance", "noise.microphone-distance"],
        ["duration"] = ["noise.background-measuring-time", "noise.daily-working-time", "noise.measuring-time", "noise.notice-lead-time"],
        ["lead time"] = ["noise.notice-lead-time"],
        ["days"] = ["noise.consecutive-days"],
        ["range"] = ["noise.instrument-dynamic-range"],
        ["instrument class"] = ["noise.instrument-class"],
        ["contract value"] = ["noise.monitoring-contract-value"],
        ["permit"] = ["noise.night-work-permit"],
        ["activity"] = ["noise.work-ban"],
    };

    /// <summary>The edition of the catalogue that a file of the dossier became.</summary>
    public static Edition? Find(DossierEdition edition) => StandardsCatalogue.Default.FindEdition(edition.Number);

    /// <summary>The rows of the catalogue that a row of the dossier became: one, or the parts of a split one. A part that is missing is null.</summary>
    public static IEnumerable<(string Part, Requirement? Row)> Find(Edition edition, JsonObject row)
    {
        // Keys of the catalogue are lower case; the dossier writes room and area classes in capitals.
        var key = ((string)row["key"]!).ToLowerInvariant();
        var conditions = row["conditions"]!.AsObject();
        string[] parts =
            conditions["bandsHz"] is { } bands ? bands.AsArray().Select(static band => $"-{band}hz").ToArray() // one limit per octave band
            : conditions.ContainsKey("dayHours") ? ["-day", "-night"] // one bound by day, another by night
            : conditions.ContainsKey("orIf") ? ["", "-work"] // two alternatives that trigger one duty
            : [""];
        return parts.Select(part => (part, edition.Find(key + part)));
    }

    /// <summary>All differences of one file.</summary>
    public static IEnumerable<Difference> Compare(DossierEdition dossier)
    {
        if (Find(dossier) is not { } edition) return [new(dossier.Number, "", "edition", dossier.Number, "")];
        var differences = new List<Difference>();
        CompareEdition(dossier, edition, differences);
        foreach (var row in dossier.Rows)
        {
            var part = 0;
            foreach (var (suffix, requirement) in Find(edition, row))
            {
                if (requirement is null) differences.Add(new(dossier.Number, (string)row["key"]! + suffix, "row", "a row", ""));
                else CompareRow(dossier, row, suffix, part++, requirement, differences);
            }
        }

        return differences;
    }

    private static void CompareEdition(DossierEdition dossier, Edition edition, List<Difference> differences)
    {
        var json = dossier.Json;
        void Check(string member, string expected, string actual)
        {
            if (expected != actual && !IsMerged(dossier, member, expected, actual)) differences.Add(new(dossier.Number, "", member, expected, actual));
        }

        Check("id", dossier.Number, edition.Number);
        Check("kind", Kinds[(string)json["kind"]!].ToString(), edition.Kind.ToString());
        Check("jurisdiction", Text(json["jurisdiction"]), edition.Jurisdiction.Code);
        Check("titleEn", Text(json["titleEn"]), edition.Title.English);
        Check("titleZh", Text(json["titleZh"]), edition.Title.Chinese);
        Check("issuer", Text(json["issuer"]), edition.Issuer);
        Check("scope", Text(json["scope"]), edition.Scope);
        Check("issued", Text(json["issued"]), edition.Issued?.ToString() ?? "");
        Check("effective", Text(json["effective"]), edition.Effective?.ToString() ?? "");
        Check("withdrawn", Text(json["withdrawn"]), edition.Withdrawn?.ToString() ?? "");
        Check("supersedes", string.Join("; ", json["supersedes"]!.AsArray()), string.Join("; ", edition.Supersedes));
        Check("supersededBy", Text(json["supersededBy"]), edition.SupersededBy ?? "");
        Check("methods", string.Join("\n", json["methods"]!.AsArray().Select(static method => method!["key"] + ": " + method["text"])), string.Join("\n", edition.Methods.Select(static method => method.Key + ": " + method.Text)));
        Check("sources", string.Join("\n", json["sources"]!.AsArray().Select(SourceText)), string.Join("\n", edition.Sources.Select(SourceText)));
    }

    /// <summary>Whether a text of a standard that several folders hold is there, among those of the others.</summary>
    private static bool IsMerged(DossierEdition dossier, string member, string expected, string actual) =>
        Dossier.Shared.Contains(dossier.Number) && member switch
        {
            "scope" or "note" => actual.Contains(expected, StringComparison.Ordinal),
            "methods" or "sources" => expected.Length == 0 || !expected.Split('\n').Except(actual.Split('\n')).Any(),
            _ => false,
        };

    private static void CompareRow(DossierEdition dossier, JsonObject row, string suffix, int part, Requirement requirement, List<Difference> differences)
    {
        void Check(string member, string expected, string actual)
        {
            if (expected != actual && !IsMerged(dossier, member, expected, actual)) differences.Add(new(dossier.Number, requirement.RowKey, member, expected, actual));
        }

        var comparator = (string)row["comparator"]!;
        var value = row["value"] is JsonArray list ? list[part] : row["value"]; // one value per octave band
        Check("clause", Text(row["clause"]), requirement.Clause ?? "");
        Check("titleEn", Text(row["what"]), requirement.Title.English);
        Check("titleZh", Text(row["whatZh"]), requirement.Title.Chinese);
        Check("basis", Text(row["metric"]) is "-" ? "" : Text(row["metric"]), requirement.Basis); // "-" is the dossier's word for none
        Check("note", Text(row["note"]), requirement.Note);
        Check("evidence", EvidenceLevels[(string)row["confidence"]!].ToString(), requirement.Evidence.ToString());
        Check("sources", string.Join("\n", row["sources"]!.AsArray().Select(index => SourceText(dossier.Json["sources"]![(int)index!]))), string.Join("\n", requirement.Sources.Select(SourceText)));
        Check("kind", KindOf(comparator, value).ToString(), requirement.Kind.ToString());
        Check("comparator", Comparators.GetValueOrDefault(comparator).ToString(), requirement.Comparator.ToString());
        Check("value", DossierValue.Shown(value), Value(requirement));
        Check("unit", Text(row["unit"]), requirement.Unit);

        // What the dossier says in words only; each has to be justified.
        Check("trigger", "", requirement.IsTrigger ? "yes" : "");
        Check("rounding", "", requirement.RoundingDigits?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
        Check("relativeTo", "", requirement.RelativeTo?.Key ?? "");
        if (MeasurandsOfQuantity.TryGetValue(Text(row["quantity"]), out var measurands) && !measurands.Contains(requirement.Measurand.Key))
            Check("quantity", Text(row["quantity"]), requirement.Measurand.Key);

        var expected = DossierConditions.Expected(dossier, row, suffix).ToHashSet();
        var shown = requirement.Conditions.Select(DossierConditions.Shown).ToHashSet();
        foreach (var lost in expected.Except(shown)) Check("condition", lost, "");
        foreach (var added in shown.Except(expected)) Check("condition", "", added);
    }

    private static RequirementKind KindOf(string comparator, JsonNode? value) => comparator switch
    {
        "required" => RequirementKind.Measure, // a duty, or an act that is forbidden
        "between" when value is JsonValue text && DossierValue.IsTimeWindow(text.ToString()) => RequirementKind.Measure, // hours of work or rest
        "between" or "formula" => RequirementKind.Factor, // a reference value, or a factor of a method
        _ => RequirementKind.Limit,
    };

    private static string Value(Requirement requirement) =>
        requirement.Setting is { } setting ? setting
        : requirement.Value is not { } value ? ""
        : DossierValue.Number(value) + (requirement.UpperValue is { } upper ? ".." + DossierValue.Number(upper) : "");

    private static string SourceText(JsonNode? source) => $"{source!["url"]} ({source["what"]}): {source["says"]}";

    private static string SourceText(Source source) => $"{source.Reference} ({source.What}): {source.Says}";

    private static string Text(JsonNode? value) => value?.ToString() ?? "";
}
