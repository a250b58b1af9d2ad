namespace GreenBuild.Standards;

/// <summary>What an inspection found of one duty.</summary>
public sealed class DutyRecord
{
    /// <summary>Creates a record of a duty that is done or not.</summary>
    /// <param name="requirement">The key of the requirement, for example <c>cn.gb-55034-2022.watering</c>.</param>
    /// <param name="isDone">Whether it was done; of something forbidden, whether it happened.</param>
    public DutyRecord(string requirement, bool isDone)
    {
        Requirement = requirement;
        IsDone = isDone;
    }

    /// <summary>Creates a record of a duty that is measured.</summary>
    /// <param name="requirement">The key of the requirement.</param>
    /// <param name="value">What was measured, for example the covered share, in the unit of the requirement.</param>
    public DutyRecord(string requirement, decimal value)
    {
        Requirement = requirement;
        Value = value;
    }

    /// <summary>The key of the requirement.</summary>
    public string Requirement { get; }

    /// <summary>Whether it was done; <see langword="null"/> for a duty that is measured.</summary>
    public bool? IsDone { get; }

    /// <summary>What was measured; <see langword="null"/> for a duty that is done or not.</summary>
    public decimal? Value { get; }

    /// <summary>What shows it: a photograph, a log, a person's words; may be empty.</summary>
    public string Proof { get; init; } = "";

    /// <summary>Where the record stands.</summary>
    public FindingOrigin? Origin { get; init; }
}

/// <summary>Duties of a site as a checklist: covering, washing, hoarding, the six "100 %", what an alert suspends; in every domain.</summary>
/// <remarks>
/// A duty is a measure ("covering: required", "no mixing on site: forbidden") or a limit that an inspector measures (a covered share of 100 %). Which
/// apply goes by place, day, stages and circumstances (<c>alertLevel</c>, <c>responseLevel</c> ...). Immutable; safe for several threads.
/// </remarks>
public sealed class DutyChecklist
{
    private readonly CheckOptions _options;
    private readonly Circumstances _circumstances;
    private readonly List<Requirement> _duties = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _missing = new(StringComparer.Ordinal);

    /// <summary>Draws up the checklist of a site on a day.</summary>
    /// <param name="site">The site: place, stages, circumstances.</param>
    /// <param name="date">The day.</param>
    /// <param name="measurands">Which duties are meant, by measurand (<c>dust.covering</c>) or by the beginning of one (<c>dust.alert-</c>); all measures if empty.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public DutyChecklist(ConstructionSite site, CalendarDate date, IReadOnlyList<string> measurands, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
        _circumstances = StandardsCatalogue.WithPlaceAndDate(site.Circumstances, site.Place, date);
        foreach (var edition in catalogue.EditionsInForce(site.Place, date))
            foreach (var duty in edition.Requirements)
                if (IsMeant(duty, measurands) && MatchOf(duty, site) is not FacetMatch.Fails) _duties.Add(duty);
    }

    /// <summary>The duties that apply, or of which it is not known whether they do.</summary>
    public IReadOnlyList<Requirement> Duties => _duties.AsReadOnly();

    /// <summary>Judges the records of an inspection: one finding for each duty, in the order of <see cref="Duties"/>.</summary>
    /// <param name="records">What was found; later records of one duty take the place of earlier ones.</param>
    /// <returns>
    /// A duty without record is <see cref="Verdict.Indeterminate"/> and names its key as missing; one that hangs on a facet that is not given, that facet. Records of
    /// duties that are not on the list are judged nowhere: see <see cref="Unknown"/>.
    /// </returns>
    public IReadOnlyList<Finding> Judge(IReadOnlyList<DutyRecord> records)
    {
        var byKey = new Dictionary<string, DutyRecord>(StringComparer.Ordinal);
        foreach (var record in records) byKey[record.Requirement] = record;
        return _duties.ConvertAll(duty => Judge(duty, byKey.TryGetValue(duty.Key, out var record) ? record : null)).AsReadOnly();
    }

    /// <summary>The records of duties that are not on the list: misspelled, or not in force here and now.</summary>
    public IReadOnlyList<DutyRecord> Unknown(IReadOnlyList<DutyRecord> records) =>
        records.Where(record => !_duties.Exists(duty => duty.Key == record.Requirement)).ToList().AsReadOnly();

    private static bool IsMeant(Requirement duty, IReadOnlyList<string> measurands)
    {
        var isMeasure = duty is { Kind: RequirementKind.Measure, Setting: "true" or "false" };
        if (measurands.Count == 0) return isMeasure;
        if (!isMeasure && (duty.Kind != RequirementKind.Limit || duty.IsTrigger)) return false;
        return measurands.Any(measurand => IsNamed(duty.Measurand.Key, measurand));
    }

    /// <summary>Whether a measurand is the one that is named, or begins as it does where that ends with <c>-</c> or <c>.</c>.</summary>
    internal static bool IsNamed(string key, string measurand) =>
        measurand.EndsWith("-", StringComparison.Ordinal) || measurand.EndsWith(".", StringComparison.Ordinal) ? key.StartsWith(measurand, StringComparison.Ordinal) : key == measurand;

    /// <summary>Of stages that run at the same time one is enough to bring the duty.</summary>
    private FacetMatch MatchOf(Requirement duty, ConstructionSite site)
    {
        if (site.Stages.Count == 0 || duty.Condition("stage") is null)
        {
            var match = duty.AppliesTo(_circumstances, out var missing);
            if (match == FacetMatch.Unknown) _missing[duty.Key] = missing;
            return match;
        }

        var best = FacetMatch.Fails;
        foreach (var stage in site.Stages)
        {
            var match = duty.AppliesTo(_circumstances.With("stage", stage), out var missing);
            if (match == FacetMatch.Holds)
            {
                _missing.Remove(duty.Key);
                return match;
            }

            if (match != FacetMatch.Unknown) continue;
            best = match;
            _missing[duty.Key] = missing;
        }

        return best;
    }

    private Finding Judge(Requirement duty, DutyRecord? record)
    {
        var finding = new Finding(duty);
        LimitCheck.Cite(finding, duty);
        if (record is not null)
        {
            finding.Origin = record.Origin;
            if (record.Proof.Length > 0) finding.Step($"Shown by: {record.Proof}.", $"证明材料：{record.Proof}。");
        }

        if (_missing.TryGetValue(duty.Key, out var missing)) return Ask(finding, missing, duty);
        if (record is null) return Ask(finding, [duty.Key], duty);
        finding.Rely(duty);
        if (duty.Kind == RequirementKind.Limit)
        {
            if (record.Value is not { } value || !LimitCheck.TryCompare(duty, value, out var comparison)) return Ask(finding, [duty.Measurand.Key], duty);
            finding.Measured = value;
            finding.Unit = duty.Unit;
            LimitCheck.Conclude(finding, duty, comparison, _options);
            return finding;
        }

        if (record.IsDone is not { } isDone) return Ask(finding, [duty.Key], duty);
        var isMet = isDone == (duty.Setting == "true");
        finding.Reason = (duty.Setting == "true", isDone) switch
        {
            (true, true) => new($"Done ({duty.Citation}).", $"已落实（{duty.Citation}）。"),
            (true, false) => new($"Required and not done ({duty.Citation}).", $"应当落实而未落实（{duty.Citation}）。"),
            (false, true) => new($"Forbidden, and it happened ({duty.Citation}).", $"属禁止行为，已发生（{duty.Citation}）。"),
            _ => new($"Forbidden, and it did not happen ({duty.Citation}).", $"属禁止行为，未发生（{duty.Citation}）。"),
        };
        finding.Steps.Add(finding.Reason);
        finding.Conclude(isMet ? Verdict.Compliant : Verdict.NonCompliant, _options);
        return finding;
    }

    private static Finding Ask(Finding finding, IReadOnlyList<string> missing, Requirement duty)
    {
        finding.Verdict = Verdict.Indeterminate;
        finding.Missing = missing;
        finding.Reason = Words.NotKnown(missing, duty);
        finding.Steps.Add(finding.Reason);
        return finding;
    }
}
