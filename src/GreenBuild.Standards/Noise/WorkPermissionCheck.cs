namespace GreenBuild.Standards.Noise;

/// <summary>Noisy work that was done, or is planned, in one stretch of time.</summary>
public sealed class ConstructionWork
{
    /// <summary>Creates a stretch of work.</summary>
    /// <param name="start">The local moment at which it begins.</param>
    /// <param name="end">The local moment at which it ends, exclusive.</param>
    /// <exception cref="ArgumentException">The end is not after the start, or more than 366 days after it, or one of them is marked as UTC.</exception>
    public ConstructionWork(DateTime start, DateTime end)
    {
        if (start.Kind == DateTimeKind.Utc || end.Kind == DateTimeKind.Utc) throw new ArgumentException("The work is in UTC; it must be in the local time of the place.", start.Kind == DateTimeKind.Utc ? nameof(start) : nameof(end));
        if (end <= start || end - start > TimeSpan.FromDays(366)) throw new ArgumentException("Work ends after it began, and within a year.", nameof(end));
        Start = start;
        End = end;
    }

    /// <summary>The local moment at which it begins.</summary>
    public DateTime Start { get; }

    /// <summary>The local moment at which it ends, exclusive.</summary>
    public DateTime End { get; }

    /// <summary>What the work is, in words; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>
    /// The exception that is claimed, a word of the facet <c>workNature</c> (<c>emergency-repair</c>, <c>special-need-continuous</c> ...),
    /// or <see langword="null"/> if none is; then the <see cref="NightWorkPermit.Reason"/> of the permit counts while it covers the work.
    /// </summary>
    /// <exception cref="ArgumentException">It is no word of the facet.</exception>
    public string? WorkNature { get; init => field = value is null ? null : Vocabulary.Checked("workNature", value); }

    /// <summary>
    /// The day on which residents were notified, or <see langword="null"/> if that is not known or they were not; where nothing is said, the
    /// <see cref="NightWorkPermit.NoticePosted"/> of the permit counts while it covers the work.
    /// </summary>
    public CalendarDate? ResidentsNotified { get; init; }

    /// <summary>Whether it is known that residents were not notified; else <see cref="ResidentsNotified"/> without a day means that nobody said.</summary>
    public bool IsWithoutNotice { get; init; }

    /// <summary>Where the record stands.</summary>
    public FindingOrigin? Origin { get; init; }

    /// <summary>The work as it stands at a moment: what it does not say itself is taken from the permits that cover the moment, the first that says it.</summary>
    internal ConstructionWork At(DateTime moment, IReadOnlyList<NightWorkPermit> permits)
    {
        var (nature, notified, isWithoutNotice) = (WorkNature, ResidentsNotified, IsWithoutNotice);
        foreach (var permit in permits)
        {
            if (!permit.Covers(moment)) continue;
            nature ??= permit.Reason;
            if (notified is null && !isWithoutNotice) (notified, isWithoutNotice) = (permit.NoticePosted, permit.IsWithoutNotice);
        }

        return new ConstructionWork(Start, End) { Description = Description, WorkNature = nature, ResidentsNotified = notified, IsWithoutNotice = isWithoutNotice, Origin = Origin };
    }
}

/// <summary>A permit or certificate for work at night.</summary>
public sealed class NightWorkPermit
{
    /// <summary>Creates a permit.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="start">The first local moment that it covers.</param>
    /// <param name="end">The end, exclusive, of what it covers.</param>
    public NightWorkPermit(string number, DateTime start, DateTime end)
    {
        Number = number;
        Start = start;
        End = end;
    }

    /// <summary>The number.</summary>
    public string Number { get; }

    /// <summary>The first local moment that it covers.</summary>
    public DateTime Start { get; }

    /// <summary>The end, exclusive, of what it covers.</summary>
    public DateTime End { get; }

    /// <summary>The authority that issued it; may be empty.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>
    /// The exception for which it was granted, a word of the facet <c>workNature</c>, or <see langword="null"/> if that is not known. Work that claims
    /// no exception itself is judged by it at the moments that the permit covers.
    /// </summary>
    /// <exception cref="ArgumentException">It is no word of the facet.</exception>
    public string? Reason { get; init => field = value is null ? null : Vocabulary.Checked("workNature", value); }

    /// <summary>
    /// The day on which residents were notified of the work that it permits, or <see langword="null"/> if that is not known or they were not. Work that
    /// says nothing of a notice itself is judged by it at the moments that the permit covers.
    /// </summary>
    public CalendarDate? NoticePosted { get; init; }

    /// <summary>Whether it is known that residents were not notified; else <see cref="NoticePosted"/> without a day means that nobody said.</summary>
    public bool IsWithoutNotice { get; init; }

    internal bool Covers(DateTime moment) => Start <= moment && moment < End;
}

/// <summary>
/// Judges whether work was allowed at its time: bans at night, at midday, around examinations, and the permits and notices that
/// exceptions need (Noise Law 2021, article 43; from 2026-08-15 Ecological Environment Code, article 572; local rules).
/// </summary>
/// <remarks>
/// A check of its own beside the level: meeting the night limit does not permit the work, and a permit does not lift the limit.
/// Each moment is judged by the rules in force on its day.
/// </remarks>
public sealed class WorkPermissionCheck
{
    /// <summary>What every law excepts that speaks of it at all.</summary>
    private static readonly string[] Emergencies = ["emergency-repair", "rescue", "emergency-response"];

    /// <summary>What is asked of each moment; the hours and dates of these rules are where the answer can change.</summary>
    private static readonly string[] Asked =
    [
        Measurands.Noise.WorkBan, Measurands.Noise.WorkHours, Measurands.Noise.ExamSiteDistance, Measurands.Noise.NightWorkPermit,
        Measurands.Noise.NightWorkNotice, Measurands.Noise.NoticeLeadTime,
    ];

    private readonly StandardsCatalogue _catalogue;
    private readonly ConstructionSite _site;
    private readonly CheckOptions _options;

    /// <summary>Creates a check for a site.</summary>
    /// <param name="site">The site; its facets <c>sensitivity</c>, <c>areaType</c>, <c>examSiteDistance</c> decide which bans apply.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public WorkPermissionCheck(ConstructionSite site, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _site = site;
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
    }

    /// <summary>Judges a stretch of work.</summary>
    /// <param name="work">The work. What it does not say itself, the exception that it claims and the notice to residents, is taken from the permit, moment by moment.</param>
    /// <param name="permits">The permits that were shown; those of other times do not matter.</param>
    /// <returns>
    /// One finding for each rule that the work meets with: a ban, a permit, a notice. Empty if no rule is concerned, as for work by day.
    /// </returns>
    public IReadOnlyList<Finding> Judge(ConstructionWork work, IReadOnlyList<NightWorkPermit> permits)
    {
        var findings = new Dictionary<string, Finding>(StringComparer.Ordinal);
        foreach (var moment in Moments(work, permits)) JudgeMoment(findings, work.At(moment, permits), permits, moment);
        return findings.Values.ToList().AsReadOnly();
    }

    private void JudgeMoment(Dictionary<string, Finding> findings, ConstructionWork work, IReadOnlyList<NightWorkPermit> permits, DateTime moment)
    {
        var date = CalendarDate.FromDateTime(moment);
        var isNight = NightHours.For(_catalogue, _site.Place, date).Contains(moment);
        var circumstances = _site.Circumstances.In(_site.Place).At(moment).With("period", isNight ? "night" : "day");
        // Nothing claimed is not the same as not known: an exception has to be claimed.
        if (work.WorkNature is not null || !circumstances.TryGetToken("workNature", out _)) circumstances = work.WorkNature is { } claimed ? circumstances.With("workNature", claimed) : circumstances.WithNoneOf("workNature");
        var bans = _catalogue.InForce(Measurands.Noise.WorkBan, _site.Place, date).Where(static ban => ban.Setting == "false").ToList();
        foreach (var ban in bans)
            foreach (var staged in ByStage(circumstances, ban))
                JudgeBan(findings, work, ban, bans, staged);
        AskForNotices(findings, work, circumstances);
        foreach (var rule in _catalogue.InForce(Measurands.Noise.WorkHours, _site.Place, date)) JudgeHours(findings, work, rule, circumstances);
        foreach (var rule in _catalogue.InForce(Measurands.Noise.ExamSiteDistance, _site.Place, date)) JudgeExamDistance(findings, work, rule, circumstances);
        foreach (var rule in Concerned(Measurands.Noise.NightWorkPermit)) JudgePermit(findings, work, permits, rule, circumstances);
        foreach (var rule in Concerned(Measurands.Noise.NightWorkNotice)) JudgeNotice(findings, work, rule, circumstances);
        foreach (var rule in Concerned(Measurands.Noise.NoticeLeadTime)) JudgeLeadTime(findings, work, rule, circumstances);

        // A rule that names its own hours speaks for itself; the others are about the night.
        IEnumerable<Requirement> Concerned(string measurand) =>
            _catalogue.InForce(measurand, _site.Place, date).Where(rule => isNight || rule.Condition("hours") is not null);
    }

    private IEnumerable<Circumstances> ByStage(Circumstances circumstances, Requirement rule) =>
        rule.Condition("stage") is null || _site.Stages.Count == 0 ? [circumstances] : _site.Stages.Select(stage => circumstances.With("stage", stage));

    /// <summary>The moments at which the answer can change: start, midnights, and the edges of all windows, spans and permits.</summary>
    private List<DateTime> Moments(ConstructionWork work, IReadOnlyList<NightWorkPermit> permits)
    {
        var moments = new SortedSet<DateTime> { work.Start };
        foreach (var permit in permits)
        {
            moments.Add(permit.Start);
            moments.Add(permit.End);
        }

        for (var day = work.Start.Date; day < work.End; day = day.AddDays(1))
        {
            moments.Add(day);
            var date = CalendarDate.FromDateTime(day);
            foreach (var window in NightHours.For(_catalogue, _site.Place, date).Windows) Edges(day, window);
            foreach (var condition in Asked.SelectMany(measurand => _catalogue.InForce(measurand, _site.Place, date)).SelectMany(static rule => rule.Conditions))
            {
                foreach (var window in condition.Windows) Edges(day, window);
                foreach (var span in condition.Spans)
                {
                    moments.Add(span.Start);
                    if (span.End is { } end) moments.Add(end);
                }
            }
        }

        return moments.Where(moment => moment >= work.Start && moment < work.End).ToList();

        void Edges(DateTime day, WeeklyWindow window)
        {
            moments.Add(day + window.Start);
            moments.Add(day + window.End);
        }
    }

    private void JudgeBan(Dictionary<string, Finding> findings, ConstructionWork work, Requirement ban, List<Requirement> bans, Circumstances circumstances)
    {
        var match = ban.AppliesTo(circumstances, out var missing);
        if (match == FacetMatch.Fails && !IsExcepted(ban, circumstances)) return;
        var at = circumstances.LocalTime!.Value;
        switch (match)
        {
            case FacetMatch.Fails:
                if (Start(findings, work, ban, at) is { } excepted)
                    Settle(excepted, Verdict.NotApplicable, $"The exception '{work.WorkNature}' is claimed", $"适用例外情形“{NatureName(work)}”", ban);
                break;
            case FacetMatch.Unknown:
                if (Start(findings, work, ban, at) is { } unknown) Ask(unknown, missing, ban);
                break;
            // Texts that each name their own exceptions: what one excepts and another does not name, only the authority can settle.
            case FacetMatch.Holds when IsDoubtful(ban, bans, circumstances):
                if (Start(findings, work, ban, at) is { } doubtful)
                {
                    doubtful.Missing = ["workNature"];
                    Settle(
                        doubtful, Verdict.Indeterminate, $"'{work.WorkNature}' is an exception elsewhere and is not named here", $"“{NatureName(work)}”在其他规定中属于例外，而此处未列明", ban);
                }

                break;
            case FacetMatch.Holds:
                if (Start(findings, work, ban, at, replaceOthers: true) is { } finding)
                    Settle(finding, Verdict.NonCompliant, $"Work from {Time(at)} is forbidden", $"{Time(at)} 起的施工属于禁止作业", ban);
                break;
        }
    }

    /// <summary>
    /// Whether an exception is claimed that the ban does not name, although it has a list of them and another ban names it; or an emergency is
    /// claimed, which a ban that says nothing of emergencies will hardly mean to forbid.
    /// </summary>
    private static bool IsDoubtful(Requirement ban, List<Requirement> bans, Circumstances circumstances)
    {
        if (!circumstances.TryGetToken("workNature", out var nature) || nature == "none") return false;
        if (Array.IndexOf(Emergencies, nature) >= 0) return true;
        return ban.Conditions.Any(static condition => condition is { IsException: true, Facet: "workNature" }) && bans.Any(other => other != ban && IsExcepted(other, circumstances));
    }

    /// <summary>
    /// Quiet times around examinations are set anew each year. Where the last notice that is known forbade work at this time of the year (a week more or less), and
    /// that of this year is not known, silence would be taken for permission.
    /// </summary>
    private void AskForNotices(Dictionary<string, Finding> findings, ConstructionWork work, Circumstances circumstances)
    {
        var moment = circumstances.LocalTime!.Value;
        var notices = _catalogue.Editions.Where(edition => edition.IsDated && edition.HasRequirements && edition.IsAbout(Measurands.Noise.WorkBan) && edition.Jurisdiction.Contains(_site.Place));
        foreach (var standard in notices.GroupBy(static edition => edition.Standard))
        {
            if (standard.Any(edition => edition.CountsFrom?.Year == moment.Year)) continue;
            var last = standard.Where(edition => edition.ValidUntil is { } end && end.ToDateTime() <= moment).OrderBy(static edition => edition.CountsFrom ?? CalendarDate.MinValue).LastOrDefault();
            foreach (var ban in last?.Requirements ?? [])
            {
                if (ban.Measurand.Key != Measurands.Noise.WorkBan || ban.Condition("dates") is not { } dates || !dates.Spans.Any(span => ReturnsAt(span, moment))) continue;
                // A site that names no examination place has declared that it is near none.
                if (ban.Conditions.Any(condition => condition != dates && !condition.IsException
                    && (condition.Match(circumstances) is var match && (match == FacetMatch.Fails || (match == FacetMatch.Unknown && condition.Facet == "examSiteDistance"))))) continue;
                if (findings.ContainsKey(ban.Key)) continue;
                var span = dates.Spans[0];
                var finding = new Finding(null)
                {
                    Subject = work.Description, From = moment, To = work.End, Origin = work.Origin, Missing = ["examNotice"],
                    Reason = new(
                        $"{last!.Number} forbade such work from {Words.Moment(span.Start)} ({ban.Citation}); whether a notice of {moment.Year} does is not known.",
                        $"{last.Number}（{ban.Citation}）自 {Words.Moment(span.Start)} 起禁止此类施工；{moment.Year} 年的通知未知。"),
                };
                finding.Steps.Add(finding.Reason);
                finding.Refer(ban);
                findings[ban.Key] = finding;
            }
        }
    }

    private static bool ReturnsAt(DateSpan span, DateTime moment)
    {
        if (span.IsYearly || span.End is not { } end) return false;
        var years = moment.Year - span.Start.Year;
        return moment >= span.Start.AddYears(years).AddDays(-7) && moment < end.AddYears(years).AddDays(7);
    }

    private void JudgeHours(Dictionary<string, Finding> findings, ConstructionWork work, Requirement rule, Circumstances circumstances)
    {
        // Hours without a further condition only say what the ordinary day is: what lies outside is the matter of permits and bans.
        if (rule.Condition("hours") is not { } hours || rule.Conditions.Count < 2 || hours.Match(circumstances) != FacetMatch.Fails) return;
        foreach (var condition in rule.Conditions)
            if (condition != hours && condition.Match(circumstances) != FacetMatch.Holds) return;
        var at = circumstances.LocalTime!.Value;
        if (Start(findings, work, rule, at, replaceOthers: true) is { } finding)
            Settle(finding, Verdict.NonCompliant, $"Work from {Time(at)} lies outside {string.Join(", ", hours.Windows)}", $"{Time(at)} 起的施工超出 {string.Join("、", hours.Windows)}", rule);
    }

    private void JudgeExamDistance(Dictionary<string, Finding> findings, ConstructionWork work, Requirement rule, Circumstances circumstances)
    {
        var at = circumstances.LocalTime!.Value;
        var match = rule.AppliesTo(circumstances, out var missing);
        var isKnown = circumstances.TryGetNumber("examSiteDistance", out var distance);
        // A site that names no examination place has declared that it is near none, unless it says that there is an examination.
        if (match == FacetMatch.Fails || (match == FacetMatch.Unknown && !isKnown)) return;
        LimitComparison comparison = default;
        if (isKnown && (!LimitCheck.TryCompare(rule, distance, out comparison) || comparison.IsMet)) return;
        if (Start(findings, work, rule, at, replaceOthers: match == FacetMatch.Holds && isKnown) is not { } finding) return;
        if (!isKnown || match == FacetMatch.Unknown)
        {
            Ask(finding, isKnown ? missing : ["examSiteDistance"], rule);
            return;
        }

        finding.Measured = distance;
        finding.Unit = rule.Unit;
        finding.Rely(rule);
        LimitCheck.Conclude(finding, rule, comparison, _options);
    }

    private static bool IsExcepted(Requirement ban, Circumstances circumstances)
    {
        var excepted = false;
        foreach (var condition in ban.Conditions)
        {
            var match = condition.Match(circumstances);
            if (condition.IsException) excepted |= match == FacetMatch.Holds;
            else if (match == FacetMatch.Fails) return false;
        }

        return excepted;
    }

    private void JudgePermit(Dictionary<string, Finding> findings, ConstructionWork work, IReadOnlyList<NightWorkPermit> permits, Requirement rule, Circumstances circumstances)
    {
        if (!Concerns(findings, work, rule, circumstances)) return;
        var at = circumstances.LocalTime!.Value;
        var permit = permits.FirstOrDefault(known => known.Covers(at));
        // A rule that says that no permit is granted is met by no permit, whatever its number.
        var isMet = rule.Setting == "true" && permit is not null;
        if (Start(findings, work, rule, at, replaceOthers: !isMet) is not { } finding) return;
        if (rule.Setting != "true") Settle(finding, Verdict.NonCompliant, $"No permit may be granted for {Time(at)}", $"{Time(at)} 不得核发夜间施工许可", rule);
        else if (isMet) Settle(finding, Verdict.Compliant, $"Permit {permit!.Number} covers {Time(permit.Start)} – {Time(permit.End)}", $"许可 {permit.Number} 涵盖 {Time(permit.Start)} – {Time(permit.End)}", rule);
        else Settle(finding, Verdict.NonCompliant, $"No permit covers {Time(at)}", $"没有涵盖 {Time(at)} 的许可", rule);
    }

    private void JudgeNotice(Dictionary<string, Finding> findings, ConstructionWork work, Requirement rule, Circumstances circumstances)
    {
        if (!Concerns(findings, work, rule, circumstances)) return;
        // A notice of the same day came before work in the evening, and hardly before work at half past midnight.
        var last = CalendarDate.FromDateTime(work.Start.AddHours(-12));
        var isMet = work.ResidentsNotified <= last;
        if (Start(findings, work, rule, circumstances.LocalTime!.Value, IsWorse(findings, work, rule, isMet)) is not { } finding) return;
        if (isMet)
            Settle(finding, Verdict.Compliant, $"Residents were notified on {work.ResidentsNotified}", $"已于 {work.ResidentsNotified} 公告附近居民", rule);
        else if (IsNoticeUnknown(work))
            Ask(finding, ["residentsNotified"], rule);
        else
            Settle(finding, Verdict.NonCompliant, "Residents were not notified before the work", "施工前未公告附近居民", rule);
    }

    private void JudgeLeadTime(Dictionary<string, Finding> findings, ConstructionWork work, Requirement rule, Circumstances circumstances)
    {
        // Duties of the authority and lead times of applications are not the residents' notice.
        if (rule.Condition("addressee")?.Values.Contains("residents") != true || rule.Unit != "d") return;
        if (!Concerns(findings, work, rule, circumstances.With("addressee", "residents"))) return;
        var isMet = work.ResidentsNotified is { } notified && LimitCheck.TryCompare(rule, CalendarDate.FromDateTime(work.Start).DaysSince(notified), out var lead) && lead.IsMet;
        if (Start(findings, work, rule, circumstances.LocalTime!.Value, IsWorse(findings, work, rule, isMet)) is not { } finding) return;
        if (work.ResidentsNotified is not { } day)
        {
            if (IsNoticeUnknown(work)) Ask(finding, ["residentsNotified"], rule);
            else Settle(finding, Verdict.NonCompliant, "Residents were not notified", "未公告附近居民", rule);
            return;
        }

        if (!LimitCheck.TryCompare(rule, CalendarDate.FromDateTime(work.Start).DaysSince(day), out var comparison))
        {
            Ask(finding, ["limit"], rule);
            return;
        }

        finding.Measured = comparison.Compared;
        finding.Unit = rule.Unit;
        finding.Rely(rule);
        LimitCheck.Conclude(finding, rule, comparison, _options);
    }

    /// <summary>Whether the notice of this moment, which may be that of another permit, puts aside what an earlier moment came to.</summary>
    private static bool IsWorse(Dictionary<string, Finding> findings, ConstructionWork work, Requirement rule, bool isMet) =>
        !isMet && (!IsNoticeUnknown(work) || (findings.TryGetValue(rule.Key, out var earlier) && earlier.Verdict == Verdict.Compliant));

    private static bool IsNoticeUnknown(ConstructionWork work) => work.ResidentsNotified is null && !work.IsWithoutNotice;

    /// <summary>Whether a rule on permits or notices concerns the work; where that cannot be told, it writes a finding that asks.</summary>
    private bool Concerns(Dictionary<string, Finding> findings, ConstructionWork work, Requirement rule, Circumstances circumstances)
    {
        var match = rule.AppliesTo(circumstances, out var missing);
        if (match == FacetMatch.Fails) return false;
        var isEmergency = Array.IndexOf(Emergencies, work.WorkNature) >= 0;
        if (match == FacetMatch.Holds && !isEmergency) return true;
        if (Start(findings, work, rule, circumstances.LocalTime!.Value) is { } finding) Ask(finding, match == FacetMatch.Holds ? ["workNature"] : missing, rule);
        return false;
    }

    private void Ask(Finding finding, IReadOnlyList<string> missing, Requirement rule)
    {
        finding.Missing = missing;
        Settle(finding, Verdict.Indeterminate, $"Not known: {string.Join(", ", missing)}", $"缺少信息：{Words.NamesOf(missing).Chinese}", rule);
    }

    /// <summary>A finding for a rule, once for the whole stretch of work: null if there is one already that is as bad.</summary>
    private static Finding? Start(Dictionary<string, Finding> findings, ConstructionWork work, Requirement rule, DateTime at, bool replaceOthers = false)
    {
        if (findings.TryGetValue(rule.Key, out var earlier) && !(replaceOthers && earlier.Verdict != Verdict.NonCompliant)) return null;
        var finding = new Finding(rule) { Subject = work.Description, From = at, To = work.End, Origin = work.Origin };
        LimitCheck.Cite(finding, rule);
        findings[rule.Key] = finding;
        return finding;
    }

    private void Settle(Finding finding, Verdict verdict, string english, string chinese, Requirement rule)
    {
        finding.Reason = new($"{english} ({rule.Citation}).", $"{chinese}（{rule.Citation}）。");
        finding.Steps.Add(finding.Reason);
        finding.Rely(rule);
        finding.Conclude(verdict, _options);
    }

    private static string NatureName(ConstructionWork work) =>
        Vocabulary.FindFacet("workNature")?.Values.FirstOrDefault(value => value.Value == work.WorkNature)?.Title.Chinese ?? work.WorkNature ?? "";

    private static string Time(DateTime local) => Words.Moment(local);
}
