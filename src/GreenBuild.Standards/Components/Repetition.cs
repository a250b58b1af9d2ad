namespace GreenBuild.Standards.Components;

/// <summary>The one place where a share of repeated specifications is held against its row (GB/T 51129-2015, 4.2), however the share was found.</summary>
internal static class Repetition
{
    /// <summary>What is known where the share is counted as the row asks.</summary>
    public static Circumstances Known(Requirement row, string component, Circumstances known)
    {
        known = known.With("component", component);
        if (row.Condition("topN")?.Range?.Low is { } top) known = known.With("topN", top);
        return row.Condition("countedBy")?.Values is [var countedBy] ? known.With("countedBy", countedBy) : known;
    }

    /// <summary>Whether a row counts its kinds together: of precast and composite slabs the total, of beams and columns each kind by itself.</summary>
    public static bool IsOfAllKinds(Requirement row) => row.Condition("countedBy")?.Values is ["piece-count-of-all"];

    /// <summary>Judges the share of a kind, or of several that are counted together.</summary>
    /// <param name="row">The row.</param>
    /// <param name="kinds">The kinds, of the row.</param>
    /// <param name="percent">The least and the most that the share can be, in per cent; <see langword="null"/> if it is not known.</param>
    /// <param name="missing">What is missing where that decides.</param>
    /// <param name="known">What else is known.</param>
    /// <param name="options">The evidence floor.</param>
    public static Finding Judge(Requirement row, IReadOnlyList<string> kinds, (decimal Low, decimal High)? percent, IReadOnlyList<string> missing, Circumstances known, CheckOptions? options)
    {
        var finding = Judged(row, kinds[0], percent, missing, known, options);
        finding.Subject = string.Join(" + ", kinds);
        return finding;
    }

    private static Finding Judged(Requirement row, string component, (decimal Low, decimal High)? percent, IReadOnlyList<string> missing, Circumstances known, CheckOptions? options)
    {
        Finding finding;
        if (percent is { Low: < 0 } or { High: > 100 })
        {
            var share = Words.Number(percent.Value.Low);
            finding = new Finding(row) { Verdict = Verdict.Invalid, Measured = percent.Value.Low, Unit = row.Unit, Reason = new($"{share} % is no share.", $"{share} % 不是有效比例。") };
            finding.Steps.Add(finding.Reason);
            return finding;
        }

        known = Known(row, component, known);
        if (percent is { } between)
        {
            var (low, high) = (LimitCheck.Judge(row, between.Low, known, options), LimitCheck.Judge(row, between.High, known, options));
            if (between.Low == between.High) return low;
            if (low.Decided == high.Decided)
            {
                // Even the end that is nearer to the limit is judged so.
                finding = low.Decided == Verdict.Compliant ? low : high;
                finding.Step(
                    $"Between {Words.Level(between.Low)} and {Words.Level(between.High)} %: {string.Join(", ", missing)} of some pieces is not known, which does not change the verdict.",
                    $"介于 {Words.Level(between.Low)} % 与 {Words.Level(between.High)} % 之间：部分构件缺少 {Words.NamesOf(missing).Chinese}，不影响结论。");
                return finding;
            }
        }

        finding = new Finding(row) { Missing = missing, Reason = Words.NotKnown(missing, row) };
        finding.Steps.Add(finding.Reason);
        return finding;
    }
}
