namespace GreenBuild.Standards.Noise;

/// <summary>Noisy work that was done, or is planned, in one stretch of time.</summary>
public sealed class ConstructionWork
{
    /// <summary>Creates a stretch of work.</summary>
    /// <param name="start">The local moment at which it begins.</param>
    /// <param name="end">The local moment at which it ends, exclusive.</param>
    /// <exception cref="ArgumentException">The end is not after the start, or more than 366 days after it.</exception>
    public ConstructionWork(DateTime start, DateTime end)
    {
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
    /// or <see langword="null"/> if none is.
    /// </summary>
    public string? WorkNature { get; init; }

    /// <summary>The day on which residents were notified, or <see langword="null"/> if they were not.</summary>
    public CalendarDate? ResidentsNotified { get; init; }

    /// <summary>Where the record stands.</summary>
    public FindingOrigin? Origin { get; init; }
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
    /// <returns>
    /// One finding for each rule that the work meets with: a ban, a permit, a notice. Empty if no rule is concerned, as for work by day.
    /// </returns>
    public IReadOnlyList<Finding> Judge(ConstructionWork work, IReadOnlyList<NightWorkPermit> permits)
    {
        var findings = new Dictionary<string, Finding>(StringComparer.Ordinal);
        foreach (var moment in Moments(work, permits))
        {
            var date = CalendarDate.FromDateTime(moment);
            var isNight = NightHours.For(_catalogue, _site.Place, date).Contains(moment);
            var circumstances = _site.Circumstances.At(moment).With("period", isNight ? "night" : "day");
            if (work.WorkNature is { } nature) circumstances = circumstances.With("workNature", nature);
            foreach (var ban in _catalogue.InForce(Measurands.Noise.WorkBan, _site.Place, date))
                foreach (var staged in ByStage(circumstances, ban))
                    JudgeBan(findings, work, ban, staged);
            foreach (var rule in Concerned(Measurands.Noise.NightWorkPermit)) JudgePermit(findings, work, permits, rule, circumstances);
            foreach (var rule in Concerned(Measurands.Noise.NightWorkNotice)) JudgeNotice(findings, work, rule, circumstances);
            foreach (var rule in Concerned(Measurands.Noise.NoticeLeadTime)) JudgeLeadTime(findings, work, rule, circumstances);

            // A rule that names its own hours speaks for itself; the others are about the night.
            IEnumerable<Requirement> Concerned(string measurand) =>
                _catalogue.InForce(measurand, _site.Place, date).Where(rule => isNight || rule.Condition("hours") is not null);
        }

        return findings.Values.ToList().AsReadOnly();
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
            foreach (var ban in _catalogue.InForce(Measurands.Noise.WorkBan, _site.Place, date))
            {
                foreach (var condition in ban.Conditions)
                {
                    foreach (var window in condition.Windows) Edges(day, window);
                    foreach (var span in condition.Spans)
                    {
                        moments.Add(span.Start);
                        if (span.End is { } end) moments.Add(end);
                    }
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

    private void JudgeBan(Dictionary<string, Finding> findings, ConstructionWork work, Requirement ban, Circumstances circumstances)
    {
        if (ban.Setting != "false") return;
        var match = ban.AppliesTo(circumstances, out var missing);
        if (match == FacetMatch.Fails && !IsExcepted(ban, circumstances)) return;
        var at = circumstances.LocalTime!.Value;
        if (match == FacetMatch.Holds)
        {
            var finding = Start(findings, work, ban, at);
            if (finding is null) return;
            Settle(finding, Verdict.NonCompliant, $"Work from {Time(at)} is forbidden", $"{Time(at)} 起的施工属于禁止作业", ban);
        }
        else if (match == FacetMatch.Unknown)
        {
            var finding = Start(findings, work, ban, at);
            if (finding is null) return;
            finding.Missing = missing;
            Settle(finding, Verdict.Indeterminate, $"Not known: {string.Join(", ", missing)}", $"缺少信息：{string.Join("、", missing)}", ban);
        }
        else
        {
            var finding = Start(findings, work, ban, at);
            if (finding is null) return;
            Settle(finding, Verdict.NotApplicable, $"The exception '{work.WorkNature}' is claimed", $"适用例外情形“{NatureName(work)}”", ban);
        }
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
        // A rule that says that no permit is granted (Setting "false") is a ban in other words and is met by no permit.
        if (rule.AppliesTo(circumstances, out _) != FacetMatch.Holds) return;
        var at = circumstances.LocalTime!.Value;
        var permit = permits.FirstOrDefault(known => known.Start <= at && at < known.End);
        var isMet = rule.Setting == "true" ? permit is not null : permit is null;
        var finding = Start(findings, work, rule, at, replaceCompliant: !isMet);
        if (finding is null) return;
        if (rule.Setting != "true") Settle(finding, isMet ? Verdict.Compliant : Verdict.NonCompliant, "No permit may be granted at this time", "该时段不得核发夜间施工许可", rule);
        else if (isMet) Settle(finding, Verdict.Compliant, $"Permit {permit!.Number} covers {Time(at)}", $"许可 {permit.Number} 涵盖 {Time(at)}", rule);
        else Settle(finding, Verdict.NonCompliant, $"No permit covers {Time(at)}", $"没有涵盖 {Time(at)} 的许可", rule);
    }

    private void JudgeNotice(Dictionary<string, Finding> findings, ConstructionWork work, Requirement rule, Circumstances circumstances)
    {
        if (rule.AppliesTo(circumstances, out _) != FacetMatch.Holds || Start(findings, work, rule, circumstances.LocalTime!.Value) is not { } finding) return;
        if (work.ResidentsNotified is { } day && day <= CalendarDate.FromDateTime(work.Start))
            Settle(finding, Verdict.Compliant, $"Residents were notified on {day}", $"已于 {day} 公告附近居民", rule);
        else
            Settle(finding, Verdict.NonCompliant, "Residents were not notified before the work", "施工前未公告附近居民", rule);
    }

    private void JudgeLeadTime(Dictionary<string, Finding> findings, ConstructionWork work, Requirement rule, Circumstances circumstances)
    {
        // Duties of the authority and lead times of applications are not the residents' notice.
        if (rule.Condition("addressee")?.Values.Contains("residents") != true || rule.Unit != "d") return;
        if (rule.AppliesTo(circumstances.With("addressee", "residents"), out _) != FacetMatch.Holds || Start(findings, work, rule, circumstances.LocalTime!.Value) is not { } finding) return;
        if (work.ResidentsNotified is not { } day)
        {
            Settle(finding, Verdict.NonCompliant, "Residents were not notified", "未公告附近居民", rule);
            return;
        }

        LimitCheck.TryCompare(rule, CalendarDate.FromDateTime(work.Start).DaysSince(day), out var comparison);
        finding.Measured = comparison.Compared;
        finding.Unit = rule.Unit;
        finding.Rely(rule.Evidence);
        LimitCheck.Conclude(finding, rule, comparison, _options);
    }

    /// <summary>A finding for a rule, once for the whole stretch of work: null if there is one already that is as bad.</summary>
    private static Finding? Start(Dictionary<string, Finding> findings, ConstructionWork work, Requirement rule, DateTime at, bool replaceCompliant = false)
    {
        if (findings.TryGetValue(rule.Key, out var earlier) && !(replaceCompliant && earlier.Verdict == Verdict.Compliant)) return null;
        var finding = new Finding(rule) { Subject = work.Description, From = at, To = work.End, Origin = work.Origin };
        LimitCheck.Cite(finding, rule);
        findings[rule.Key] = finding;
        return finding;
    }

    private void Settle(Finding finding, Verdict verdict, string english, string chinese, Requirement rule)
    {
        finding.Reason = new($"{english} ({rule.Citation}).", $"{chinese}（{rule.Citation}）。");
        finding.Steps.Add(finding.Reason);
        finding.Rely(rule.Evidence);
        finding.Conclude(verdict, _options);
    }

    private static string NatureName(ConstructionWork work) =>
        Vocabulary.FindFacet("workNature")?.Values.FirstOrDefault(value => value.Value == work.WorkNature)?.Title.Chinese ?? work.WorkNature ?? "";

    private static string Time(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
