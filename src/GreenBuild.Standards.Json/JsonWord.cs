namespace GreenBuild.Standards.Json;

/// <summary>The words that stand for the members of enumerations, as the catalogue's files write them.</summary>
internal static class JsonWord
{
    public static string Of(RequirementKind kind) => kind switch
    {
        RequirementKind.Limit => "limit",
        RequirementKind.Factor => "factor",
        RequirementKind.ScoreRow => "score-row",
        RequirementKind.SizeSeries => "size-series",
        _ => "measure",
    };

    public static string Of(StandardKind kind) => kind switch
    {
        StandardKind.MandatoryNational => "mandatory-national",
        StandardKind.RecommendedNational => "recommended-national",
        StandardKind.EngineeringNational => "engineering-national",
        StandardKind.Industry => "industry",
        StandardKind.Local => "local",
        StandardKind.Association => "association",
        _ => "policy",
    };

    public static string Of(RequirementChange change) => change switch
    {
        RequirementChange.Changed => "changed",
        RequirementChange.Added => "added",
        RequirementChange.Removed => "removed",
        RequirementChange.NotKnown => "not-known",
        _ => "unchanged",
    };

    public static string Of(Evidence evidence) => evidence switch
    {
        Evidence.Confirmed => "confirmed",
        Evidence.SingleSource => "single-source",
        _ => "unconfirmed",
    };

    public static string Of(BindingForce force) => force == BindingForce.Mandatory ? "mandatory" : "recommended";

    /// <summary>The word for a comparator where null cannot stand.</summary>
    public const string NoComparator = "none";

    public static bool TryParse(string word, out Comparator comparator)
    {
        foreach (var one in new[] { Comparator.LessThan, Comparator.LessThanOrEqual, Comparator.GreaterThan, Comparator.GreaterThanOrEqual, Comparator.Between, Comparator.Equal, Comparator.None })
        {
            comparator = one;
            if (word == (Of(one) ?? NoComparator)) return true;
        }

        comparator = Comparator.None;
        return false;
    }

    public static string? Of(Comparator comparator) => comparator switch
    {
        Comparator.LessThan => "<",
        Comparator.LessThanOrEqual => "<=",
        Comparator.GreaterThan => ">",
        Comparator.GreaterThanOrEqual => ">=",
        Comparator.Between => "between",
        Comparator.Equal => "=",
        _ => null,
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Compliant => "compliant",
        Verdict.NonCompliant => "non-compliant",
        Verdict.NotApplicable => "not-applicable",
        Verdict.Invalid => "invalid",
        _ => "indeterminate",
    };

    public static string? OrNull(string text) => text.Length == 0 ? null : text;
}
