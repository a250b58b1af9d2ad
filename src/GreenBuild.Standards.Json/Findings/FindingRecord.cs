using System.Text.Json;
using System.Text.Json.Serialization;

namespace GreenBuild.Standards.Json;

/// <summary>A finding as it stands in JSON: what a check said, kept and read again.</summary>
/// <remarks>
/// <para>A <see cref="Finding"/> is made by a check alone; what is stored or sent is this. Its requirement is a key: <see cref="FindRequirement"/> looks it up.
/// Only <see cref="Verdict"/> must be there when it is read; what is missing is as if it were null, or empty.</para>
/// <para>It is written in the same form with any options of the serializer, those without the converters of this library included.</para>
/// <para>Members that this version does not know are kept in <see cref="Unknown"/>, and written again.</para>
/// </remarks>
public sealed class FindingRecord
{
    /// <summary>The verdict.</summary>
    [JsonRequired, JsonPropertyName("verdict"), JsonConverter(typeof(GreenBuildJsonConverter))]
    public Verdict Verdict { get; init; }

    /// <summary>What the verdict would be if facts below the evidence floor counted; <see langword="null"/> where it is not provisional.</summary>
    [JsonPropertyName("provisional"), JsonConverter(typeof(GreenBuildJsonConverter))]
    public Verdict? Provisional { get; init; }

    /// <summary>What was checked; <see langword="null"/> if it has no name.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    /// <summary>The first moment of the time that the value stands for, in local time, or <see langword="null"/>.</summary>
    [JsonPropertyName("from"), JsonConverter(typeof(LocalTimeConverter))]
    public DateTime? From { get; init; }

    /// <summary>The end, exclusive, of that time, in local time, or <see langword="null"/>.</summary>
    [JsonPropertyName("to"), JsonConverter(typeof(LocalTimeConverter))]
    public DateTime? To { get; init; }

    /// <summary>The key of the requirement, or <see langword="null"/> if none is known for the case.</summary>
    [JsonPropertyName("requirement")]
    public string? Requirement { get; init; }

    /// <summary>The number of the edition, or <see langword="null"/>.</summary>
    [JsonPropertyName("edition")]
    public string? Edition { get; init; }

    /// <summary>The clause, or <see langword="null"/>.</summary>
    [JsonPropertyName("clause")]
    public string? Clause { get; init; }

    /// <summary>Edition and clause, or <see langword="null"/>.</summary>
    [JsonPropertyName("citation")]
    public string? Citation { get; init; }

    /// <summary>The keys of the other rules that shaped the finding.</summary>
    [JsonPropertyName("rules"), JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string> Rules { get; init => field = value ?? []; } = [];

    /// <summary>The value as measured or computed, in <see cref="Unit"/>.</summary>
    [JsonPropertyName("measured")]
    public decimal? Measured { get; init; }

    /// <summary>The value that was compared: corrected and rounded, in <see cref="Unit"/>.</summary>
    [JsonPropertyName("compared")]
    public decimal? Compared { get; init; }

    /// <summary>How it was compared; <see langword="null"/> where nothing is compared by a sign.</summary>
    [JsonPropertyName("comparator"), JsonConverter(typeof(GreenBuildJsonConverter))]
    public Comparator? Comparator { get; init; }

    /// <summary>The limit, in <see cref="Unit"/>; the lower end where it has two (<see cref="UpperLimit"/>).</summary>
    [JsonPropertyName("limit")]
    public decimal? Limit { get; init; }

    /// <summary>The unit of all numbers, as the catalogue writes it; <see langword="null"/> where there is none.</summary>
    [JsonPropertyName("unit")]
    public string? Unit { get; init; }

    /// <summary>How far the compared value is on the right side of the limit; negative where it is on the wrong side.</summary>
    [JsonPropertyName("margin")]
    public decimal? Margin { get; init; }

    /// <summary>The number of decimals that the value was rounded to, or <see langword="null"/>.</summary>
    [JsonPropertyName("rounding")]
    public int? Rounding { get; init; }

    /// <summary>The evidence of the weakest fact that the verdict hangs on; <see langword="null"/> without a requirement.</summary>
    [JsonPropertyName("evidence"), JsonConverter(typeof(GreenBuildJsonConverter))]
    public Evidence? Evidence { get; init; }

    /// <summary>The inputs that are missing, by name.</summary>
    [JsonPropertyName("missing"), JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string> Missing { get; init => field = value ?? []; } = [];

    /// <summary>What the standard asks of the measurement and nobody recorded, by name.</summary>
    [JsonPropertyName("notRecorded"), JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string> NotRecorded { get; init => field = value ?? []; } = [];

    /// <summary>Why, in one sentence.</summary>
    [JsonPropertyName("reason"), JsonConverter(typeof(GreenBuildJsonConverter))]
    public BilingualText Reason { get; init; }

    /// <summary>How the verdict was reached, step by step.</summary>
    [JsonPropertyName("explanation"), JsonConverter(typeof(BilingualTextListConverter))]
    public IReadOnlyList<BilingualText> Explanation { get; init => field = value ?? []; } = [];

    /// <summary>Where the value came from, or <see langword="null"/>.</summary>
    [JsonPropertyName("origin")]
    public FindingOriginRecord? Origin { get; init; }

    /// <summary>The upper end that was compared with, in <see cref="Unit"/>, where the limit has two; else <see langword="null"/>.</summary>
    // Behind the others, as all that are added.
    [JsonPropertyName("upperLimit")]
    public decimal? UpperLimit { get; init; }

    /// <summary>Members of a later version that this one does not know; kept and written again. <see langword="null"/> if there are none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>The record of a finding.</summary>
    public static FindingRecord Of(Finding finding) => new()
    {
        Verdict = finding.Verdict,
        Provisional = finding.ProvisionalVerdict,
        Subject = JsonWord.OrNull(finding.Subject),
        From = finding.From,
        To = finding.To,
        Requirement = finding.Requirement?.Key,
        Edition = finding.Edition?.Number,
        Clause = finding.Clause,
        Citation = finding.Requirement?.Citation,
        Rules = finding.Rules.Select(static rule => rule.Key).ToArray(),
        Measured = finding.Measured,
        Compared = finding.Compared,
        Comparator = finding.Requirement is { Comparator: not Standards.Comparator.None and var comparator } ? comparator : null,
        Limit = finding.Limit,
        Unit = JsonWord.OrNull(finding.Unit),
        Margin = finding.Margin,
        Rounding = finding.RoundingDigits,
        Evidence = finding.Requirement is null ? null : finding.Evidence,
        Missing = finding.Missing,
        NotRecorded = finding.NotRecorded,
        Reason = finding.Reason,
        Explanation = finding.Explanation,
        Origin = finding.Origin is { } origin ? FindingOriginRecord.Of(origin) : null,
        UpperLimit = finding.UpperLimit,
    };

    /// <summary>The requirement in a catalogue; <see langword="null"/> if the finding has none, or the catalogue does not hold it (an overlay that is not loaded).</summary>
    public Requirement? FindRequirement(StandardsCatalogue? catalogue = null) => Requirement is { } key ? (catalogue ?? StandardsCatalogue.Default).Find(key) : null;
}

/// <summary>Where a value came from. Every part may be missing.</summary>
public sealed class FindingOriginRecord
{
    /// <summary>The file, as the user named it.</summary>
    [JsonPropertyName("file")]
    public string? File { get; init; }

    /// <summary>The line in the file, counted from 1.</summary>
    [JsonPropertyName("line")]
    public int? Line { get; init; }

    /// <summary>The position in the line, counted from 1.</summary>
    [JsonPropertyName("column")]
    public int? Column { get; init; }

    /// <summary>The JSON pointer (RFC 6901) into the file.</summary>
    [JsonPropertyName("pointer")]
    public string? JsonPointer { get; init; }

    /// <summary>The identifier of a building element.</summary>
    [JsonPropertyName("element")]
    public string? ElementId { get; init; }

    /// <summary>Members of a later version that this one does not know; kept and written again.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>The record of an origin.</summary>
    public static FindingOriginRecord Of(FindingOrigin origin) => new() { File = origin.File, Line = origin.Line, Column = origin.Column, JsonPointer = origin.JsonPointer, ElementId = origin.ElementId };

    /// <summary>The origin again, for example of a finding that is looked into once more.</summary>
    public FindingOrigin ToOrigin() => new() { File = File, Line = Line, Column = Column, JsonPointer = JsonPointer, ElementId = ElementId };
}
