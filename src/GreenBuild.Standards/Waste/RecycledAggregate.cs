namespace GreenBuild.Standards.Waste;

/// <summary>The class of a recycled aggregate by its measured properties (GB/T 25176-2010 fine, GB/T 25177-2010 coarse).</summary>
/// <remarks>The class is the best one of which every limit is met; what misses a limit of class III is no recycled aggregate by the standard.</remarks>
public sealed class RecycledAggregate
{
    private static readonly string[] Classes = ["I", "II", "III"];

    private RecycledAggregate(string? provisional, string? atBest, List<Finding> findings, IReadOnlyList<string> missing, bool isProvisional)
    {
        ProvisionalClass = provisional;
        ClassAtBest = atBest;
        Findings = findings.AsReadOnly();
        Missing = missing;
        IsProvisional = isProvisional;
    }

    /// <summary>The class: <c>I</c>, <c>II</c> or <c>III</c>; <see langword="null"/> if it is none of them, not known, or hangs on facts below the evidence floor.</summary>
    public string? Class => IsProvisional ? null : ProvisionalClass;

    /// <summary>The class if facts below the evidence floor count; <see langword="null"/> if it is none or not known.</summary>
    public string? ProvisionalClass { get; }

    /// <summary>The best class that no measured property excludes; <see langword="null"/> if all are excluded.</summary>
    public string? ClassAtBest { get; }

    /// <summary>Whether the answer hangs on facts below the evidence floor.</summary>
    public bool IsProvisional { get; }

    /// <summary>The properties (by the key of their measurand) and facets that were not given, or below nothing, and keep the class open; empty if nothing does.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Each property that was given against each limit of each class that was looked at; only the invalid ones where a property is below nothing.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Finds the class.</summary>
    /// <param name="edition">GB/T 25176-2010 for fine, GB/T 25177-2010 for coarse aggregate.</param>
    /// <param name="properties">The measured values by the key of their measurand (<c>waste.aggregate-water-absorption</c>), in the unit of the limit (%, kg/m3, 1).</param>
    /// <param name="circumstances">The facets <c>sandGrading</c> and <c>methyleneBluePassed</c> of fine aggregate.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public static RecycledAggregate Classify(Edition edition, IReadOnlyDictionary<string, decimal> properties, Circumstances? circumstances = null, CheckOptions? options = null)
    {
        options ??= CheckOptions.Default;
        circumstances ??= Circumstances.None;
        var findings = new List<Finding>();
        // Contents, losses, densities and ratios: none of them is below nothing, and each would be the best of its kind.
        foreach (var property in properties)
        {
            if (property.Value >= 0) continue;
            findings.Add(new Finding(edition.Requirements.FirstOrDefault(row => row.Measurand.Key == property.Key))
            {
                Verdict = Verdict.Invalid,
                Subject = property.Key,
                Measured = property.Value,
                Reason = new($"{property.Key} of {Words.Number(property.Value)} is below nothing.", $"{property.Key} 为 {Words.Number(property.Value)}，低于零，无效。"),
            });
        }

        if (findings.Count > 0) return new RecycledAggregate(null, null, findings, [.. findings.Select(static finding => finding.Subject)], false);
        var isProvisional = false;
        foreach (var candidate in Classes)
        {
            var (isMissed, isLimited, missing) = (false, false, new List<string>());
            foreach (var row in edition.Requirements)
            {
                if (row.Kind != RequirementKind.Limit || row.Condition("aggregateClass") is not { } condition || !condition.Values.Contains(candidate)) continue;
                var known = circumstances.With("aggregateClass", candidate);
                if (row.Condition("aggregateType") is { } type) known = known.With("aggregateType", type.Values[0]);
                var match = row.AppliesTo(known, out var unknown);
                if (match == FacetMatch.Fails) continue;
                isLimited = true;
                if (match == FacetMatch.Unknown) Add(missing, unknown);
                if (!properties.TryGetValue(row.Measurand.Key, out var value)) Add(missing, [row.Measurand.Key]);
                else if (match == FacetMatch.Holds)
                {
                    var finding = value < 0 ? Negative(row, value) : LimitCheck.Judge(row, value, known, options);
                    finding.Subject = row.Measurand.Key;
                    findings.Add(finding);
                    isProvisional |= finding.IsProvisional;
                    isMissed |= finding.Decided == Verdict.NonCompliant;
                    // No class rests on a value that is none.
                    if (finding.Verdict == Verdict.Invalid) Add(missing, [row.Measurand.Key]);
                }
            }

            if (!isLimited) return new RecycledAggregate(null, null, findings, ["edition"], false);
            if (isMissed) continue;
            return missing.Count > 0
                ? new RecycledAggregate(null, candidate, findings, missing.AsReadOnly(), isProvisional)
                : new RecycledAggregate(candidate, candidate, findings, [], isProvisional);
        }

        return new RecycledAggregate(null, null, findings, [], isProvisional);
    }

    private static Finding Negative(Requirement row, decimal value)
    {
        var finding = new Finding(row) { Verdict = Verdict.Invalid, Measured = value, Unit = row.Unit };
        finding.Reason = new($"{Words.Number(value)} {row.Unit}: no property of an aggregate is negative.", $"{Words.Number(value)} {row.Unit}：骨料性能指标不能为负值。");
        finding.Steps.Add(finding.Reason);
        return finding;
    }

    private static void Add(List<string> missing, IReadOnlyList<string> others)
    {
        foreach (var other in others)
            if (!missing.Contains(other)) missing.Add(other);
    }
}
