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

    /// <summary>Judges the share of a kind.</summary>
    /// <param name="row">The row.</param>
    /// <param name="component">The kind, one of the row.</param>
    /// <param name="percent">The share in per cent; <see langword="null"/> if it is not known.</param>
    /// <param name="missing">What is missing where it is not known.</param>
    /// <param name="known">What else is known.</param>
    /// <param name="options">The evidence floor.</param>
    public static Finding Judge(Requirement row, string component, decimal? percent, string missing, Circumstances known, CheckOptions? options)
    {
        Finding finding;
        if (percent is not { } share)
        {
            finding = new Finding(row) { Missing = [missing], Reason = Words.NotKnown([missing], row) };
            finding.Steps.Add(finding.Reason);
        }
        else if (share is < 0 or > 100)
        {
            finding = new Finding(row) { Verdict = Verdict.Invalid, Measured = share, Unit = row.Unit, Reason = new($"{Words.Number(share)} % is no share.", $"{Words.Number(share)} % 不是有效比例。") };
            finding.Steps.Add(finding.Reason);
        }
        else
        {
            finding = LimitCheck.Judge(row, share, Known(row, component, known), options);
        }

        finding.Subject = component;
        return finding;
    }
}
