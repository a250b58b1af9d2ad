namespace GreenBuild.Standards;

/// <summary>Findings on a value that was computed from facts: they are no better known than what they were computed from.</summary>
internal static class ComputedFinding
{
    /// <summary>Judges a computed value against a limit that was chosen.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="value">The value in <paramref name="unit"/>; <see langword="null"/> if it could not be computed.</param>
    /// <param name="unit">The unit of the value.</param>
    /// <param name="basis">What the value rests on: its evidence and steps go into the finding.</param>
    /// <param name="missing">What kept the value from being computed.</param>
    /// <param name="options">The evidence floor.</param>
    public static Finding Judge(Requirement limit, decimal? value, string unit, FactorSheet basis, IReadOnlyList<string> missing, CheckOptions options)
    {
        var finding = new Finding(limit);
        LimitCheck.Cite(finding, limit);
        finding.Steps.AddRange(basis.Explanation);
        foreach (var row in basis.Factors) finding.Refer(row);
        if (value is not { } known) return Ask(finding, missing);
        if (!MeasurementUnit.TryConvert(known, unit, limit.Unit, out var compared)) return Ask(finding, ["unit"]);
        if (!LimitCheck.TryCompare(limit, compared, out var comparison)) return Ask(finding, ["limit"]);
        (finding.Measured, finding.Unit) = (compared, limit.Unit);
        finding.Rely(limit.Evidence);
        finding.Rely(basis.Evidence);
        LimitCheck.Conclude(finding, limit, comparison, options);
        return finding;
    }

    /// <summary>Judges a computed value against the limit that governs.</summary>
    public static Finding JudgeGoverning(
        StandardsCatalogue catalogue, string measurand, decimal? value, string unit, FactorSheet basis, IReadOnlyList<string> missing,
        Jurisdiction place, CalendarDate date, Circumstances known, CheckOptions options)
    {
        var governing = catalogue.Governing(measurand, place, date, known, options);
        // Where no limit governs, the engine says why not.
        if (governing.Requirement is not { } limit)
        {
            if (value is { } computed) return LimitCheck.JudgeGoverning(catalogue, measurand, computed, place, date, known, options, unit);
            var open = WithoutValue(catalogue, measurand, unit, place, date, known, options);
            // What is not known is missing besides where anything may apply.
            if (open.Verdict == Verdict.Indeterminate && missing.Count > 0) Ask(open, open.Missing.Concat(missing).Distinct().ToList());
            return open;
        }

        var finding = Judge(limit, value, unit, basis, missing, options);
        LimitCheck.MentionOthers(finding, governing);
        return finding;
    }

    /// <summary>The limit that governs, with nothing to compare: what the verdict is, the caller says. Where none governs, the engine says why not.</summary>
    public static Finding WithoutValue(StandardsCatalogue catalogue, string measurand, string unit, Jurisdiction place, CalendarDate date, Circumstances known, CheckOptions options)
    {
        if (catalogue.Governing(measurand, place, date, known, options).Requirement is not { } limit)
        {
            // A value that is not known is none.
            var open = LimitCheck.JudgeGoverning(catalogue, measurand, 0, place, date, known, options, unit);
            open.Measured = null;
            return open;
        }

        var finding = new Finding(limit) { Unit = limit.Unit, Limit = limit.Value };
        LimitCheck.Cite(finding, limit);
        finding.Rely(limit.Evidence);
        return finding;
    }

    /// <summary>Judges a duty that is done or not; not known what was done is asked for by name.</summary>
    public static Finding JudgeDuty(Requirement duty, bool? isDone, string missing, CheckOptions options)
    {
        var finding = new Finding(duty);
        LimitCheck.Cite(finding, duty);
        if (isDone is not { } done) return Ask(finding, [missing]);
        finding.Rely(duty.Evidence);
        var isMet = done == (duty.Setting == "true");
        finding.Reason = isMet
            ? new($"{duty.Title.English}: met ({duty.Citation}).", $"{duty.Title.In(Language.Chinese)}：满足（{duty.Citation}）。")
            : new($"{duty.Title.English}: not met ({duty.Citation}).", $"{duty.Title.In(Language.Chinese)}：不满足（{duty.Citation}）。");
        finding.Steps.Add(finding.Reason);
        finding.Conclude(isMet ? Verdict.Compliant : Verdict.NonCompliant, options);
        return finding;
    }

    /// <summary>A finding on what does not count.</summary>
    public static Finding Invalid(BilingualText reason)
    {
        var finding = new Finding(null) { Verdict = Verdict.Invalid, Reason = reason };
        finding.Steps.Add(reason);
        return finding;
    }

    /// <summary>Leaves the verdict open and names what is missing.</summary>
    public static Finding Ask(Finding finding, IReadOnlyList<string> missing)
    {
        finding.Verdict = Verdict.Indeterminate;
        finding.Missing = missing;
        finding.Reason = Words.NotKnown(missing, finding.Requirement);
        finding.Steps.Add(finding.Reason);
        return finding;
    }

    /// <summary>Takes a verdict back, because the comparison does not decide: what was measured stays, what it was compared with stands in the explanation.</summary>
    public static void Withdraw(Finding finding, Verdict verdict, IReadOnlyList<string> missing, BilingualText reason)
    {
        finding.Verdict = verdict;
        finding.ProvisionalVerdict = null;
        finding.Missing = missing;
        (finding.Compared, finding.Margin) = (null, null);
        finding.Reason = reason;
        finding.Steps.Add(reason);
    }
}
