namespace GreenBuild.Standards.Dust;

/// <summary>Judges whether a construction site has enough dust monitors for its area, by the rules of its place (DB13/ 2934-2019, DB12/T 725-2017, DB61/ 1078-2017).</summary>
/// <remarks>
/// The rule of the narrowest place stands alone. What the rule says of placement (gates first, then downwind) is in the methods of its edition
/// and not judged. Where whether a part of a further step counts as a whole was not seen and decides, the finding is provisional. Where the full number is not known,
/// because it follows a formula in words or the area lies beyond the table, fewer than are needed in any case break the rule, and more leave it open.
/// </remarks>
public static class MonitorCount
{
    /// <summary>Judges the number of monitors.</summary>
    /// <param name="catalogue">The catalogue that is asked.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    /// <param name="siteArea">The area of the site in m2.</param>
    /// <param name="installed">The monitors that are there.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>
    /// <see cref="Verdict.NotApplicable"/> where the place has no rule; <see cref="Verdict.Indeterminate"/> where as many are there as are needed in any case and the full
    /// number is not known, or the area or the number is none.
    /// </returns>
    public static Finding Judge(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date, decimal siteArea, int installed, CheckOptions? options = null)
    {
        options ??= CheckOptions.Default;
        var rows = catalogue.InForce(Measurands.Dust.MonitoringPoints, place, date);
        if (siteArea <= 0) return Open(null, "siteArea", $"{Words.Number(siteArea)} m2 is no area of a site.", $"{Words.Number(siteArea)} m2 不是有效的场地面积。");
        if (installed < 0) return Open(null, "installed", $"{installed} is no number of monitors.", $"{installed} 不是有效的监测点数量。");
        if (rows.Count == 0)
            return new Finding(null)
            {
                Verdict = Verdict.NotApplicable,
                Measured = installed,
                Reason = new($"The catalogue has no rule on the number of dust monitors for {place.Name.English}.", $"目录中没有{place.Name.Chinese}的扬尘监测点数量规定。"),
            };

        var area = Circumstances.None.With("siteArea", siteArea).In(place);
        var narrowest = rows.Select(static row => row.Edition.Jurisdiction).Aggregate(static (a, b) => a.Contains(b) ? b : a);
        var own = rows.Where(row => row.Edition.Jurisdiction == narrowest).ToList();
        var extra = catalogue.InForce(Measurands.Dust.MonitoringPointsExtra, place, date)
            .FirstOrDefault(row => row.Edition.Jurisdiction == narrowest && row.AppliesTo(area, out _) == FacetMatch.Holds);
        if (own.Find(row => row.AppliesTo(area, out _) == FacetMatch.Holds) is { } row)
        {
            if (row.Value is { } needed)
            {
                var finding = new Finding(row);
                AskAtTheEdge(finding, row, own, siteArea, installed);
                return Conclude(finding, row, installed, needed, options);
            }

            var least = catalogue.InForce(Measurands.Dust.MonitoringPointsLeast, place, date)
                .FirstOrDefault(other => other.Edition.Jurisdiction == narrowest && other.Value is not null && other.AppliesTo(area, out _) == FacetMatch.Holds);
            return AtLeast(
                least ?? LargestBelow(own, siteArea), row, installed, $"The number follows a formula that is known in words only: {row.Formula}.", $"监测点数量按公式确定，目录仅有其文字：{row.Formula}。", options);
        }

        var largest = LargestBelow(own, siteArea);
        if (extra?.Value is { } perStep && extra.Condition("siteArea")?.Range?.Low is { } from && largest is not null) return JudgeLarge(largest, extra, perStep, from, siteArea, installed, options);
        return AtLeast(largest, own[0], installed, $"No number is known for {Words.Number(siteArea)} m2.", $"{Words.Number(siteArea)} m2 的监测点数量未知。", options);
    }

    /// <summary>
    /// An area that is exactly where one step ends and the next begins: on which side the equality falls is known for sure only from the text of the rule. Where the source
    /// is a single one, and the next step asks for more than is there, the finding is provisional.
    /// </summary>
    private static void AskAtTheEdge(Finding finding, Requirement row, List<Requirement> rows, decimal siteArea, int installed)
    {
        if (row.Evidence >= Evidence.Confirmed || row.Condition("siteArea")?.Range?.High != siteArea || installed < row.Value) return;
        if (rows.Find(other => other.Value > installed && other.Condition("siteArea")?.Range?.Low == siteArea) is not { } next) return;
        finding.Rely(Evidence.Unconfirmed);
        finding.Step(
            $"On which side exactly {Words.Number(siteArea)} m2 falls was not seen in the text; beyond it {Words.Number(next.Value!.Value)} are needed.",
            $"恰好 {Words.Number(siteArea)} m2 归入哪一级未见原文；超过时需要 {Words.Number(next.Value!.Value)} 个。");
    }

    /// <summary>The row that asks for most among those of smaller areas: a larger site does not need fewer.</summary>
    private static Requirement? LargestBelow(List<Requirement> rows, decimal siteArea) =>
        rows.Where(row => row.Value is not null && !(row.Condition("siteArea")?.Range?.Low >= siteArea)).OrderByDescending(static row => row.Value).FirstOrDefault();

    /// <summary>The verdict where only a number that is needed in any case is known.</summary>
    private static Finding AtLeast(Requirement? least, Requirement row, int installed, string english, string chinese, CheckOptions options)
    {
        if (least?.Value is not { } bound) return Open(row, "limit", english, chinese);
        var (englishBound, chineseBound) = ($"At least {Words.Number(bound)} are needed in any case ({least.Citation}). {english}", $"任何情况下至少需要 {Words.Number(bound)} 个（{least.Citation}）。{chinese}");
        if (installed >= bound)
        {
            var open = Open(row, "limit", englishBound, chineseBound);
            (open.Measured, open.Unit) = (installed, least.Unit);
            open.Rely(least);
            return open;
        }

        var finding = new Finding(least);
        finding.Step(englishBound, chineseBound);
        return Conclude(finding, least, installed, bound, options);
    }

    private static Finding JudgeLarge(Requirement largest, Requirement extra, decimal perStep, decimal from, decimal siteArea, int installed, CheckOptions options)
    {
        // "At least one for each further 100,000 m2": the step is as large as the area up to which the row before it holds.
        var steps = (siteArea - from) / from;
        var (whole, begun) = (largest.Value!.Value + (perStep * decimal.Floor(steps)), largest.Value.Value + (perStep * decimal.Ceiling(steps)));
        var finding = new Finding(extra);
        finding.Rely(largest);
        finding.Step(
            $"{Words.ValueOf(largest).English} up to {Words.Number(from)} m2 ({largest.Citation}), and {Words.Number(perStep)} for each further {Words.Number(from)} m2: {Words.Number(begun)}, if a part of a step counts.",
            $"{Words.Number(from)} m2 以内 {Words.ValueOf(largest).Chinese}（{largest.Citation}），其后每增加 {Words.Number(from)} m2 增设 {Words.Number(perStep)} 个：不足一级按一级计为 {Words.Number(begun)} 个。");
        if (installed >= whole && installed < begun)
        {
            finding.Rely(Evidence.Unconfirmed);
            finding.Step($"Whether a part of a step counts was not seen; without it, {Words.Number(whole)} are enough.", $"不足一级是否计入未见规定；若不计入，则 {Words.Number(whole)} 个即可。");
        }

        return Conclude(finding, extra, installed, begun, options);
    }

    private static Finding Conclude(Finding finding, Requirement row, int installed, decimal needed, CheckOptions options)
    {
        finding.Measured = installed;
        finding.Unit = row.Unit;
        LimitCheck.Cite(finding, row);
        finding.Rely(row);
        LimitCheck.Conclude(finding, row, LimitCheck.Compare(row, installed, needed), options);
        return finding;
    }

    private static Finding Open(Requirement? row, string missing, string english, string chinese)
    {
        var finding = new Finding(row) { Verdict = Verdict.Indeterminate, Missing = [missing], Reason = new(english, chinese) };
        finding.Steps.Add(finding.Reason);
        return finding;
    }
}
