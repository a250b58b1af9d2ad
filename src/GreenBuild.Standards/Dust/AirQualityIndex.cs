namespace GreenBuild.Standards.Dust;

/// <summary>The individual air quality index (IAQI) of particulates: HJ 633-2012 until 2026-02-28, HJ 633-2026 from 2026-03-01.</summary>
/// <remarks>
/// The mean is rounded to whole µg/m³ by GB/T 8170 (HJ 633-2026; of the edition of 2012 the rule was not seen, and the explanation says so), interpolated between the breakpoints of the edition in force, and the result rounded up to a whole number
/// (4.2.6; 6.2 of the edition of 2012). The hourly index uses the breakpoints of the day. The index of a city is the highest over all its pollutants; gases are
/// not in the catalogue.
/// </remarks>
public sealed class AirQualityIndex
{
    private AirQualityIndex(int value, bool isBeyond, Edition edition, IReadOnlyList<Requirement> breakpoints, IReadOnlyList<BilingualText> explanation)
    {
        Value = value;
        IsBeyondTable = isBeyond;
        Edition = edition;
        Breakpoints = breakpoints;
        Explanation = explanation;
    }

    /// <summary>The index, 0 to 500.</summary>
    public int Value { get; }

    /// <summary>Whether the mean lies above the last breakpoint: the table ends there, and the index says 500.</summary>
    public bool IsBeyondTable { get; }

    /// <summary>The edition that it was taken from.</summary>
    public Edition Edition { get; }

    /// <summary>The breakpoints that it was interpolated between, one if it lies on one.</summary>
    public IReadOnlyList<Requirement> Breakpoints { get; }

    /// <summary>The level in words, from excellent (I) to severe (VI).</summary>
    public BilingualText Level => Value switch
    {
        <= 50 => new("I, excellent", "一级（优）"),
        <= 100 => new("II, good", "二级（良）"),
        <= 150 => new("III, lightly polluted", "三级（轻度污染）"),
        <= 200 => new("IV, moderately polluted", "四级（中度污染）"),
        <= 300 => new("V, heavily polluted", "五级（重度污染）"),
        _ => new("VI, severely polluted", "六级（严重污染）"),
    };

    /// <summary>How it was reached, step by step.</summary>
    public IReadOnlyList<BilingualText> Explanation { get; }

    /// <summary>Computes the index.</summary>
    /// <param name="catalogue">The catalogue that is asked.</param>
    /// <param name="particulate">PM10 or PM2.5; TSP has no index.</param>
    /// <param name="mean">The daily (or hourly) mean in µg/m³, unrounded.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day, by which the edition goes.</param>
    /// <param name="index">The index.</param>
    /// <returns><see langword="false"/> if there is no index of it: TSP, a mean below nothing or beyond 1 g/m³, a day or place without breakpoints.</returns>
    public static bool TryCompute(StandardsCatalogue catalogue, Particulate particulate, decimal mean, Jurisdiction place, CalendarDate date, out AirQualityIndex? index)
    {
        index = null;
        // Beyond stand the error codes of instruments.
        if (particulate == Particulate.Tsp || mean is < 0 or > 1_000_000) return false;
        var pollutant = particulate == Particulate.Pm25 ? "pm25" : "pm10";
        var points = catalogue.InForce(Measurands.Dust.IaqiBreakpoint, place, date)
            .Where(row => row.Condition("airPollutant")?.Values.Contains(pollutant) == true && row.Value is not null && row.Condition("iaqi")?.Range?.Low is not null)
            .OrderBy(static row => row.Value)
            .ToList();
        if (points.Count < 2) return false;

        var rounded = Gbt8170.Round(mean, 0);
        var steps = new List<BilingualText>
        {
            new($"Mean {Words.AboutTenth((double)mean)} µg/m3, rounded by GB/T 8170 to {Words.Number(rounded)} µg/m3.", $"均值 {Words.AboutTenth((double)mean)} µg/m3，按 GB/T 8170 修约为 {Words.Number(rounded)} µg/m3。"),
        };
        if (!points[0].Edition.Methods.Any(static method => method.Key == "input-rounding"))
        {
            steps.Add(new(
                $"How a mean is rounded before was not seen in {points[0].Edition.Number}: it is done as the edition after it says.", $"{points[0].Edition.Number} 对计算前如何修约的规定未见，按其后版本处理。"));
        }

        var above = points.FindIndex(row => row.Value >= rounded);
        var last = points[points.Count - 1];
        if (above < 0)
        {
            steps.Add(new($"Above the last breakpoint, {Words.Number(last.Value!.Value)} µg/m3 ({last.Citation}): the index ends there.", $"高于最大分界浓度 {Words.Number(last.Value!.Value)} µg/m3（{last.Citation}）：指数以其为上限。"));
            index = new AirQualityIndex((int)IndexOf(last), true, last.Edition, [last], steps.AsReadOnly());
            return true;
        }

        var high = points[above];
        if (high.Value == rounded)
        {
            steps.Add(new($"A breakpoint: {Words.Number(IndexOf(high))} ({high.Citation}).", $"恰为分界浓度：{Words.Number(IndexOf(high))}（{high.Citation}）。"));
            index = new AirQualityIndex((int)IndexOf(high), false, high.Edition, [high], steps.AsReadOnly());
            return true;
        }

        var low = points[above - 1];
        var exact = ((IndexOf(high) - IndexOf(low)) * (rounded - low.Value!.Value) / (high.Value!.Value - low.Value.Value)) + IndexOf(low);
        var value = (int)decimal.Ceiling(exact);
        var formula = $"({Words.Number(IndexOf(high))} − {Words.Number(IndexOf(low))}) / ({Words.Number(high.Value.Value)} − {Words.Number(low.Value.Value)}) × ({Words.Number(rounded)} − {Words.Number(low.Value.Value)}) + {Words.Number(IndexOf(low))} = {Words.AboutTenth((double)exact)}";
        steps.Add(new($"{formula}, rounded up: {value} ({high.Citation}).", $"{formula}，向上取整：{value}（{high.Citation}）。"));
        index = new AirQualityIndex(value, false, high.Edition, [low, high], steps.AsReadOnly());
        return true;

        static decimal IndexOf(Requirement row) => row.Condition("iaqi")!.Range!.Low!.Value;
    }
}
