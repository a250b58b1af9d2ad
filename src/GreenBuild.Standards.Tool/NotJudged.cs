using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Tool;

/// <summary>Why readings are not judged, and what can be done.</summary>
/// <param name="Reason">What stands behind the readings in a sentence: "whose unit is not known".</param>
/// <param name="Advice">What can be done, as a sentence; empty if nothing can.</param>
internal sealed record NotJudged(BilingualText Reason, BilingualText Advice)
{
    private const int MostNamed = 8;

    public static NotJudged UnitUnknown { get; } = new(new("whose unit is not known", "单位未知"), new("Give --unit for tables, --profile for packets.", "读数表请给出 --unit，数据包请给出 --profile。"));

    public static NotJudged PeriodUnknown { get; } = new(new("whose period is not known", "周期未知"), new("Give --minutes.", "请给出 --minutes。"));

    public static NotJudged BesideMeans { get; } = new(new("of the moment, where there are those of the period", "为瞬时值，另有时段值"), default);

    public static NotJudged NoMeans { get; } = new(new("which are no means", "并非平均值"), default);

    public static NotJudged NoLevels { get; } = new(new("for which there are no levels LAeq", "没有对应的等效声级"), default);

    public static NotJudged OtherLevels { get; } = new(
        new("sound levels that are not known to be LAeq", "声级，但不能确认为等效声级"), new("Only LAeq (Leq) is judged: where the maker says that they are, give them as a table with a column LAeq.", "仅评价等效声级（Leq）：若厂家说明其为等效声级，请以含 LAeq 列的读数表给出。"));

    public static NotJudged NoDustOfSites { get; } = new(new("dust that is not judged at the boundary of a site", "该颗粒物不按场界评价"), new("--ambient judges it as ambient air.", "--ambient 按环境空气评价。"));

    public static NotJudged NoDust { get; } = new(new("which are no dust", "并非颗粒物"), new("--ambient is for dust alone.", "--ambient 仅用于颗粒物。"));

    public static NotJudged NotHourly(TimeSpan duration) => new(
        new($"each of {PeriodText.Of(duration)}", $"每条为 {PeriodText.Of(duration)}"), new("--ambient takes hourly means: give --minutes 60 if they are.", "--ambient 需要小时均值：若确为小时均值，请给出 --minutes 60。"));

    /// <summary>Says why nothing at all was judged, with the reason that it really is; <see langword="null"/> where something was.</summary>
    /// <param name="logs">The files.</param>
    /// <param name="all">All series of the files.</param>
    /// <param name="days">What was judged within the days asked for.</param>
    /// <param name="left">Why series were left out.</param>
    /// <param name="span">The days asked for.</param>
    /// <param name="others">What would have been judged, of other days.</param>
    public static BilingualText? Of(StationLogs logs, IReadOnlyList<Hj212Series> all, IReadOnlyList<JudgedDay> days, IReadOnlyList<NotJudged> left, DaySpan span, IReadOnlyList<JudgedDay> others)
    {
        if (days.Any(static day => day.Finding.Verdict is not (Verdict.NotApplicable or Verdict.Invalid))) return null;
        var (english, chinese) = Why();
        return new("Nothing was judged: " + english, "没有可评价的内容：" + chinese);

        (string English, string Chinese) Why()
        {
            var invalid = days.Where(static day => day.Finding.Verdict == Verdict.Invalid).ToList();
            if (invalid.Count > 0) return ($"none of {invalid.Count} periods has enough readings that count. {invalid[0].Finding.Reason.English}", $"{invalid.Count} 个时段的有效读数均不足。{invalid[0].Finding.Reason.Chinese}");
            if (days.Count > 0)
            {
                var codes = Named(days.Select(static day => day.Series.Code));
                return ($"{logs.Place.Name.English} ({logs.Place.Code}) has no limit on {codes} for such a site on these days.", $"{logs.Place.Name.Chinese}（{logs.Place.Code}）在这些日期对该类工地没有 {codes} 的限值。");
            }

            if (others.Count > 0)
            {
                // A night is of the day that it begins on.
                var (first, last) = (others.Min(static day => day.Date), others.Max(static day => day.LastDate));
                return ($"no reading lies in the days asked for ({span}); they are of {first} to {last}.", $"所选日期（{span}）内没有读数；读数为 {first} 至 {last}。");
            }

            if (left.Count > 0)
            {
                var reasons = left.GroupBy(static why => why.Reason).Select(static same => (same.Key, Count: same.Count())).ToList();
                var advice = left.Select(static why => why.Advice).Where(static one => one.English is { Length: > 0 }).Distinct().ToList();
                return (
                    string.Join("; ", reasons.Select(static one => $"{one.Count} series, {one.Key.English}")) + "." + string.Concat(advice.Select(static one => " " + one.English)),
                    string.Join("；", reasons.Select(static one => $"{one.Count} 个序列，{one.Key.Chinese}")) + "。" + string.Concat(advice.Select(static one => one.Chinese)));
            }

            if (all.Count == 0) return ("no reading has a value and a time.", "没有同时具有数值和时间的读数。");
            if (logs.IsWithoutProfile) return ("packets name no unit, and nobody said how the station speaks. Give --profile.", "数据包不含单位，且未说明监测站约定。请给出 --profile。");
            var there = Named(all.Select(static series => series.Code));
            return ($"there is no dust and no noise, only {there}.", $"没有扬尘或噪声，只有 {there}。");
        }
    }

    private static string Named(IEnumerable<string> codes)
    {
        var all = codes.Distinct().Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", all.Take(MostNamed).Select(InputError.Quote)) + (all.Count > MostNamed ? ", …" : "");
    }
}
