using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Dust;

/// <summary>Looks whether a series of dust readings is probably given in the wrong unit: mg/m³ for µg/m³, or the reverse, a factor of 1000.</summary>
public static class DustUnitSlip
{
    // A site may exceed its limit tenfold, and clean air lie a hundredfold below it; a hundredfold above, or ten thousandfold below, is another unit.
    private const decimal FarAbove = 100;
    private const decimal FarBelow = 10_000;

    /// <summary>
    /// The least and the most in µg/m³ that the median of a series of outdoor air may be. Bounds of plausibility, no limits: the median of 34,511 hours of PM10 in Beijing
    /// (2013 to 2017) is 86, one hour in a hundred lies below 5 and one above 459, the highest at 955; no outdoor air has less than 1 half of the time, and none more than
    /// 20 mg/m³.
    /// </summary>
    private const decimal Least = 1;
    private const decimal Most = 20_000;

    private static readonly decimal[] SmallerBy = [0.001m, 0.000001m];
    private static readonly decimal[] LargerBy = [1000, 1_000_000];

    /// <summary>Looks at one value by itself: whether it is no outdoor air (1 µg/m³ to 20 mg/m³) as it stands, and would be in a unit that is a thousand or a million times larger or smaller.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">The unit that it is taken to be in.</param>
    /// <returns>The factor that makes it plausible (1000, 0.001, 1000000 or 0.000001); <see langword="null"/> if it is plausible, no factor helps, it is not above 0, or the unit does not convert.</returns>
    /// <remarks>A single value asks, it does not decide: a minute after rain may have less than 1 µg/m³.</remarks>
    public static decimal? FactorOf(decimal value, string unit)
    {
        if (value <= 0 || !MeasurementUnit.TryConvert(value, unit, SiteDustMonitoring.Unit, out var micrograms) || micrograms is >= Least and <= Most) return null;
        foreach (var factor in micrograms > Most ? SmallerBy : LargerBy)
            if (micrograms * factor is >= Least and <= Most) return factor;
        return null;
    }

    /// <summary>The median of the readings that count and are above nothing; <see langword="null"/> if none is.</summary>
    internal static decimal? MedianOf(MonitorSeries series)
    {
        var values = new List<decimal>();
        foreach (var reading in series.Readings)
            if (reading.Status == ReadingStatus.Valid && reading.Value > 0) values.Add(reading.Value);
        values.Sort();
        return values.Count > 0 ? values[values.Count / 2] : null;
    }

    /// <summary>Compares the median of the readings that count with the limit that they are judged by, and with what outdoor air can have (1 µg/m³ to 20 mg/m³).</summary>
    /// <param name="series">The readings.</param>
    /// <param name="limit">The limit, in a unit that converts.</param>
    /// <returns>
    /// A finding of its own, <see cref="Verdict.Indeterminate"/> and asking for the unit; <see langword="null"/> if the readings are plausible as they stand, a factor of 1000
    /// does not make them so, or nothing can be compared.
    /// </returns>
    public static Finding? Find(MonitorSeries series, Requirement limit)
    {
        if (MedianOf(series) is not { } middle || !MeasurementUnit.TryConvert(middle, series.Unit, limit.Unit, out var median) || !MeasurementUnit.TryConvert(middle, series.Unit, SiteDustMonitoring.Unit, out var micrograms)) return null;

        // A limit whose value is not known is no measure; the air is.
        var known = limit.Value is { } value and > 0 ? value : (decimal?)null;
        var isAbove = micrograms > Most || median > known * FarAbove;
        if (!isAbove && micrograms >= Least && !(median * FarBelow < known)) return null;
        var (meant, asAir) = isAbove ? (median / 1000, micrograms / 1000) : (median * 1000, micrograms * 1000);
        if (asAir is < Least or > Most || meant > known * FarAbove || meant * FarBelow < known) return null;
        var beside = known is null ? new BilingualText("", "") : new($", where the limit is {Words.ValueOf(limit).English} ({limit.Citation})", $"，而限值为 {Words.ValueOf(limit).Chinese}（{limit.Citation}）");
        var air = micrograms is < Least or > Most
            ? new BilingualText($" Outdoor air has {Words.Number(Least)} to {Words.Number(Most)} µg/m3 (a bound of plausibility, no limit).", $"室外空气为 {Words.Number(Least)}～{Words.Number(Most)} µg/m3（合理性界限，并非限值）。")
            : new("", "");
        var finding = new Finding(limit) { Subject = series.Point, Verdict = Verdict.Indeterminate, Missing = ["unit"], Measured = median, Unit = limit.Unit, Origin = new FindingOrigin { File = series.File } };
        finding.Reason = new(
            $"Half of the readings lie {(isAbove ? "above" : "below")} {Words.Number(median)} {limit.Unit}{beside.English}: probably a thousandfold slip of the unit, {Words.Number(meant)} {limit.Unit} would be usual.{air.English}",
            $"半数读数{(isAbove ? "高于" : "低于")} {Words.Number(median)} {limit.Unit}{beside.Chinese}：可能是千倍的单位错误，{Words.Number(meant)} {limit.Unit} 属正常范围。{air.Chinese}");
        finding.Steps.Add(finding.Reason);
        return finding;
    }
}
