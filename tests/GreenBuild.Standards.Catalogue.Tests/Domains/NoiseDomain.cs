using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>The folder noise; its conditions are in <see cref="DossierConditions"/>.</summary>
internal sealed class NoiseDomain() : DossierDomain("noise", "noise")
{
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

    public override IEnumerable<ExpectedRow> Expect(DossierEdition edition, JsonObject row)
    {
        var conditions = row["conditions"]!.AsObject();
        string[] parts =
            conditions["bandsHz"] is { } bands ? bands.AsArray().Select(static band => $"-{band}hz").ToArray() // one limit per octave band
            : conditions.ContainsKey("dayHours") ? ["-day", "-night"] // one bound by day, another by night
            : conditions.ContainsKey("orIf") ? ["", "-work"] // two alternatives that trigger one duty
            : [""];
        var comparator = (string)row["comparator"]!;
        for (var part = 0; part < parts.Length; part++)
        {
            var value = row["value"] is JsonArray list ? list[part] : row["value"]; // one value per octave band
            yield return new ExpectedRow(parts[part])
            {
                Kind = KindOf(comparator, value),
                Comparator = ComparatorOf(comparator),
                Value = DossierValue.Shown(value),
                Unit = Text(row["unit"]),
                Measurands = MeasurandsOfQuantity.GetValueOrDefault(Text(row["quantity"])),
                Conditions = DossierConditions.Expected(edition, row, parts[part]).ToList(),
            };
        }
    }

    private static RequirementKind KindOf(string comparator, JsonNode? value) => comparator switch
    {
        "required" => RequirementKind.Measure, // a duty, or an act that is forbidden
        "between" when value is JsonValue text && DossierValue.IsTimeWindow(text.ToString()) => RequirementKind.Measure, // hours of work or rest
        "between" or "formula" => RequirementKind.Factor, // a reference value, or a factor of a method
        _ => RequirementKind.Limit,
    };
}
