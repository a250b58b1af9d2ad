using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>Where a value came from, so that a person can look it up. Every part may be missing.</summary>
public sealed class FindingOrigin
{
    /// <summary>The file, as the user names it.</summary>
    public string? File { get; init; }

    /// <summary>The line in the file, counted from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The position in the line, counted from 1.</summary>
    public int? Column { get; init; }

    /// <summary>The JSON pointer (RFC 6901) into the file.</summary>
    public string? JsonPointer { get; init; }

    /// <summary>The identifier of a building element.</summary>
    public string? ElementId { get; init; }

    /// <summary>The origin in one line, for example <c>readings.csv:17</c>.</summary>
    public override string ToString() =>
        (File ?? "") + (Line is { } line ? ":" + line.ToString(CultureInfo.InvariantCulture) : "") + (JsonPointer is null ? "" : "#" + JsonPointer)
        + (ElementId is null ? "" : " [" + ElementId + "]");
}

/// <summary>The answer to one check: the verdict, what it was reached from, and how.</summary>
public sealed class Finding
{
    private readonly List<Requirement> _rules = [];

    internal Finding(Requirement? requirement)
    {
        Requirement = requirement;
        // A limit that no source confirms is not confirmed by a finding that could not be decided.
        if (requirement is not null) Rely(requirement.Evidence);
    }

    /// <summary>The verdict.</summary>
    public Verdict Verdict { get; internal set; }

    /// <summary>
    /// What the verdict would be if facts below the evidence floor counted; <see langword="null"/> for a finding that is not
    /// provisional. A provisional finding has the verdict <see cref="Verdict.Indeterminate"/>.
    /// </summary>
    public Verdict? ProvisionalVerdict { get; internal set; }

    /// <summary>Whether the verdict hangs on a fact below the evidence floor.</summary>
    public bool IsProvisional => ProvisionalVerdict is not null;

    /// <summary>The requirement that was checked, or <see langword="null"/> if none is known for the case.</summary>
    public Requirement? Requirement { get; }

    /// <summary>The edition that was applied, or <see langword="null"/>.</summary>
    public Edition? Edition => Requirement?.Edition;

    /// <summary>The clause that was applied, or <see langword="null"/>.</summary>
    public string? Clause => Requirement?.Clause;

    /// <summary>What was checked: a monitoring point, an element, a person's own words.</summary>
    public string Subject { get; internal set; } = "";

    /// <summary>The first moment of the time that the value stands for, in local time, or <see langword="null"/>.</summary>
    public DateTime? From { get; internal set; }

    /// <summary>The end, exclusive, of the time that the value stands for, in local time, or <see langword="null"/>.</summary>
    public DateTime? To { get; internal set; }

    /// <summary>The value as measured or computed, unrounded, in <see cref="Unit"/>.</summary>
    public decimal? Measured { get; internal set; }

    /// <summary>The value that was compared: corrected and rounded as the standard says.</summary>
    public decimal? Compared { get; internal set; }

    /// <summary>The limit that it was compared with; the lower end where it has two (<see cref="UpperLimit"/>).</summary>
    public decimal? Limit { get; internal set; }

    /// <summary>
    /// The upper end that it was compared with, in <see cref="Unit"/>, where the limit has two: that of the requirement, or a widened one (rough faces);
    /// <see langword="null"/> where the limit has one end, or nothing was compared.
    /// </summary>
    public decimal? UpperLimit { get; internal set; }

    /// <summary>The unit of measured value, compared value, limits and margin.</summary>
    public string Unit { get; internal set; } = "";

    /// <summary>How far the compared value is on the right side of the limit; negative where it is on the wrong side.</summary>
    public decimal? Margin { get; internal set; }

    /// <summary>The number of decimals that the value was rounded to by GB/T 8170, or <see langword="null"/> if it was not.</summary>
    public int? RoundingDigits { get; internal set; }

    /// <summary>The evidence of the weakest fact that the verdict hangs on; of a finding without a verdict, never better than that of its requirement.</summary>
    public Evidence Evidence { get; internal set; } = Evidence.Confirmed;

    /// <summary>
    /// The other rules of the catalogue that shaped the finding, in the order of the explanation: hours of night, weather, rounding, correction,
    /// a limit that this one is relative to. Empty if <see cref="Requirement"/> stands alone.
    /// </summary>
    public IReadOnlyList<Requirement> Rules => _rules.AsReadOnly();

    /// <summary>The inputs that are missing, by name; empty unless the verdict is <see cref="Verdict.Indeterminate"/>.</summary>
    public IReadOnlyList<string> Missing { get; internal set; } = [];

    /// <summary>
    /// What the standard asks of the measurement itself and nobody recorded, by name (<c>windSpeed</c>, <c>precipitation</c>, <c>calibrationDrift</c>):
    /// the verdict takes it as in order, and the explanation says so.
    /// </summary>
    public IReadOnlyList<string> NotRecorded { get; internal set; } = [];

    /// <summary>Whether the finding is compliant only if what nobody recorded was in order.</summary>
    public bool IsOnTrust => Verdict == Verdict.Compliant && NotRecorded.Count > 0;

    /// <summary>Why, in one sentence.</summary>
    public BilingualText Reason { get; internal set; }

    /// <summary>Where the value came from.</summary>
    public FindingOrigin? Origin { get; internal set; }

    /// <summary>How the verdict was reached, step by step.</summary>
    public IReadOnlyList<BilingualText> Explanation => Steps;

    internal List<BilingualText> Steps { get; } = [];

    internal void Step(string english, string chinese) => Steps.Add(new BilingualText(english, chinese));

    /// <summary>Names a rule beside the requirement that the finding goes by.</summary>
    internal void Refer(Requirement rule)
    {
        if (rule != Requirement && !_rules.Contains(rule)) _rules.Add(rule);
    }

    /// <summary>Names a rule, and takes its evidence into account, because the verdict hangs on it.</summary>
    internal void Rely(Requirement rule)
    {
        Refer(rule);
        Rely(rule.Evidence);
    }

    /// <summary>Takes the evidence of a fact that the verdict hangs on into account.</summary>
    internal void Rely(Evidence evidence)
    {
        if (evidence < Evidence) Evidence = evidence;
    }

    /// <summary>Names a rule that a verdict already reached hangs on as well: with its evidence the verdict may become provisional.</summary>
    internal void RelyAlso(Requirement rule, CheckOptions options)
    {
        Rely(rule);
        if (ProvisionalVerdict is null) Conclude(Verdict, options);
    }

    /// <summary>Sets the verdict, or the provisional one where a fact that it hangs on is below the floor.</summary>
    internal void Conclude(Verdict verdict, CheckOptions options)
    {
        (Verdict, var provisional) = Decide(verdict, Evidence, options);
        if (provisional is null) return;
        ProvisionalVerdict = provisional;
        Step(
            $"A fact that decides is {Words.Of(Evidence).English}: the finding is provisional, it would be {Words.Of(verdict).English}.",
            $"起决定作用的依据为“{Words.Of(Evidence).Chinese}”：结论为暂定，若依据成立则为“{Words.Of(verdict).Chinese}”。");
    }

    /// <summary>The verdict, or what it would be if facts below the evidence floor counted.</summary>
    internal Verdict Decided => ProvisionalVerdict ?? Verdict;

    /// <summary>The verdict that a decision comes to with the evidence it rests on, and what it would be if that counted: the engine's only answer to that.</summary>
    internal static (Verdict Verdict, Verdict? Provisional) Decide(Verdict verdict, Evidence evidence, CheckOptions options) =>
        verdict is Verdict.Compliant or Verdict.NonCompliant && evidence < options.EvidenceFloor ? (Verdict.Indeterminate, verdict) : (verdict, null);

    /// <summary>What several findings come to.</summary>
    /// <returns>
    /// <see cref="Verdict.NonCompliant"/> if one of them is; else <see cref="Verdict.Indeterminate"/> if one is indeterminate,
    /// provisional or invalid, since nothing was shown there; else <see cref="Verdict.Compliant"/> if one is; else <see cref="Verdict.NotApplicable"/>.
    /// </returns>
    public static Verdict OverallOf(IEnumerable<Finding> findings) => OverallOf(findings.Select(static finding => finding.Verdict));

    /// <summary>What several verdicts come to, as for <see cref="OverallOf(IEnumerable{Finding})"/>.</summary>
    /// <param name="verdicts">The verdicts; of provisional findings <see cref="Verdict.Indeterminate"/>.</param>
    public static Verdict OverallOf(IEnumerable<Verdict> verdicts)
    {
        var overall = Verdict.NotApplicable;
        foreach (var verdict in verdicts)
        {
            if (verdict == Verdict.NonCompliant) return Verdict.NonCompliant;
            if (verdict is Verdict.Indeterminate or Verdict.Invalid) overall = Verdict.Indeterminate;
            else if (verdict == Verdict.Compliant && overall == Verdict.NotApplicable) overall = Verdict.Compliant;
        }

        return overall;
    }

    /// <summary>The verdict with value, limit and citation, in a language.</summary>
    public string Summarise(Language language)
    {
        var verdict = Words.Of(Verdict).In(language);
        if (ProvisionalVerdict is { } provisional) verdict += " (" + Words.Of(provisional).In(language) + "?)";
        var value = Compared is { } compared ? " " + Words.Compared(compared, Limit) : "";
        var limit = Limit is { } bound && Requirement is not null ? " " + SignOf(Requirement) + " " + (UpperLimit is { } upper ? Words.Between(bound, upper) : Words.Number(bound)) : "";
        // A plain number has the unit 1, which nobody writes.
        var unit = value.Length > 0 ? Words.Behind(Unit).In(language) : "";
        var citation = Requirement is null ? "" : ", " + Requirement.Citation;
        // Where nothing was compared, why not is the answer; nor is a number alone one where the requirement compares by no sign.
        if ((Compared is null || Requirement is { Comparator: Comparator.None }) && Reason.English is { Length: > 0 }) return verdict + ": " + Cited(Reason.In(language));
        return verdict + ":" + value + limit + unit + citation;

        // 72 > 70, not 72 ≤ 70: what stands in a sentence is true.
        string SignOf(Requirement requirement) =>
            Words.Of(requirement.Comparator, Compared is not { } number || LimitCheck.Holds(requirement.Comparator, number, Limit!.Value, UpperLimit ?? Limit.Value));

        // A sentence that names the clause itself is left as it is; else the clause goes on from it, without its full stop.
        string Cited(string reason) =>
            Requirement is null || reason.IndexOf(Requirement.Citation, StringComparison.Ordinal) >= 0 ? reason : reason.TrimEnd('.', '。') + citation;
    }

    /// <summary>The summary in English.</summary>
    public override string ToString() => Summarise(Language.English);
}
