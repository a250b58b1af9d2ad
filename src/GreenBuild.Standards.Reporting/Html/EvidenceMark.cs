namespace GreenBuild.Standards.Reporting;

/// <summary>How well a fact is known, as a mark that also says so without colour.</summary>
internal static class EvidenceMark
{
    /// <summary>All degrees, the best first, with what each means.</summary>
    public static IReadOnlyList<(Evidence Evidence, BilingualText Meaning)> All { get; } =
    [
        (Evidence.Confirmed, new("the standard's own text, or two independent sources", "标准原文，或两个独立来源")),
        (Evidence.SingleSource, new("one secondary source", "一个二手来源")),
        (Evidence.Unconfirmed, new("no source confirms the figure; never decides a verdict by itself", "没有来源证实该数值；不能单独决定结论")),
    ];

    public static string ClassOf(Evidence evidence) => "evidence " + evidence switch
    {
        Evidence.Confirmed => "confirmed",
        Evidence.SingleSource => "single",
        _ => "unconfirmed",
    };

    public static string SignOf(Evidence evidence) => evidence switch
    {
        Evidence.Confirmed => "●",
        Evidence.SingleSource => "◐",
        _ => "○",
    };
}
