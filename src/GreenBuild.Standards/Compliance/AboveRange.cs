namespace GreenBuild.Standards;

/// <summary>Readings above the range of the instrument: what they were is not known, and without them what was measured is too low.</summary>
internal static class AboveRange
{
    /// <summary>What is missing where a verdict hangs on them.</summary>
    public const string Missing = "overRange";

    /// <summary>Leaves a finding open that would be compliant without them, or nothing at all.</summary>
    public static void Withdraw(Finding finding, BilingualText reason) => ComputedFinding.Withdraw(finding, Verdict.Indeterminate, [.. finding.Missing.Where(static one => one != Missing), Missing], reason);

    /// <summary>The same, of levels.</summary>
    public static void WithdrawLevels(Finding finding, int count) => Withdraw(finding, new(
        $"{count} reading(s) above the range of the instrument: how high is not known, and without them it cannot be said that the limit was kept.",
        $"有 {count} 条读数超出仪器量程：实际声级未知，不计入这些读数不能认定满足限值。"));
}
