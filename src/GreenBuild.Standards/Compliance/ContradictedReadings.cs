namespace GreenBuild.Standards;

/// <summary>Readings of one time that say different values: what hangs on which of them is right was not shown.</summary>
internal static class ContradictedReadings
{
    /// <summary>What is missing then.</summary>
    public const string Missing = "contradictedReadings";

    /// <summary>Leaves a finding undecided where the readings that were left out would have made it another one.</summary>
    /// <param name="finding">The finding without the readings that contradict each other.</param>
    /// <param name="others">The findings on the same with one or another of their values.</param>
    public static void Settle(Finding finding, IReadOnlyList<Finding> others)
    {
        var different = others.Where(other => other.Decided != finding.Decided || (other.IsProvisional && !finding.IsProvisional)).ToList();
        if (different.Count == 0) return;
        // What an auditor asks for first is whether it may be broken.
        var other = different.Find(static one => one.Decided == Verdict.NonCompliant) ?? different[0];
        var isOther = other.Decided != finding.Decided;
        var (without, with) = (Words.Of(isOther ? finding.Decided : finding.Verdict), Words.Of(isOther ? other.Decided : other.Verdict));
        // Where all of them come to the same, it hangs on whether they count, not on which of them is right.
        var areAlike = others.Count > 1 && others.All(one => one.Verdict == other.Verdict && one.Decided == other.Decided);
        finding.Reason = areAlike
            ? new(
                $"Readings of one time contradict each other, and the verdict hangs on whether any of them counts: {without.English} without them, {with.English} whichever of them is right.",
                $"同一时刻的读数相互矛盾，结论取决于其是否计入：不计入时为“{without.Chinese}”，无论以哪个数值为准均为“{with.Chinese}”。")
            : new(
                $"Readings of one time contradict each other, and the verdict hangs on which of them is right: {without.English} without them, {with.English} with the one or the other value.",
                $"同一时刻的读数相互矛盾，结论取决于以哪个数值为准：不计入时为“{without.Chinese}”，取其中某一数值时为“{with.Chinese}”。");
        finding.Steps.Add(finding.Reason);
        finding.Verdict = Verdict.Indeterminate;
        finding.ProvisionalVerdict = null;
        finding.Compared = finding.Margin = null;
        finding.Missing = [.. finding.Missing, Missing];
    }
}
