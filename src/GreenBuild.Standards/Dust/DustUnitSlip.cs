using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Dust;

/// <summary>Looks whether a series of dust readings is probably given in the wrong unit: mg/m³ for µg/m³, or the reverse, a factor of 1000.</summary>
public static class DustUnitSlip
{
    // A site may exceed its limit tenfold, and clean air lie a hundredfold below it; a hundredfold above, or ten thousandfold below, is another unit.
    private const decimal FarAbove = 100;
    private const decimal FarBelow = 10_000;

    /// <summary>Compares the median of the readings that count with the limit that they are judged by.</summary>
    /// <param name="series">The readings.</param>
    /// <param name="limit">The limit, in a unit that converts.</param>
    /// <returns>
    /// A finding of its own, <see cref="Verdict.Indeterminate"/> and asking for the unit; <see langword="null"/> if the readings are plausible as they stand, a factor of 1000
    /// does not make them so, or nothing can be compared.
    /// </returns>
    public static Finding? Find(MonitorSeries series, Requirement limit)
    {
        var values = new List<decimal>();
        foreach (var reading in series.Readings)
            if (reading.Status == ReadingStatus.Valid && reading.Value > 0) values.Add(reading.Value);
        if (values.Count == 0 || limit.Value is not { } known || known <= 0) return null;
        values.Sort();
        if (!MeasurementUnit.TryConvert(values[values.Count / 2], series.Unit, limit.Unit, out var median)) return null;

        var isAbove = median > known * FarAbove;
        if (!isAbove && median * FarBelow >= known) return null;
        var meant = isAbove ? median / 1000 : median * 1000;
        if (meant > known * FarAbove || meant * FarBelow < known) return null;
        var finding = new Finding(limit) { Subject = series.Point, Verdict = Verdict.Indeterminate, Missing = ["unit"], Measured = median, Unit = limit.Unit, Origin = new FindingOrigin { File = series.File } };
        finding.Reason = new(
            $"Half of the readings lie {(isAbove ? "above" : "below")} {Words.Number(median)} {limit.Unit}, where the limit is {Words.ValueOf(limit).English} ({limit.Citation}): probably a thousandfold slip of the unit, {Words.Number(meant)} {limit.Unit} would be usual.",
            $"半数读数{(isAbove ? "高于" : "低于")} {Words.Number(median)} {limit.Unit}，而限值为 {Words.ValueOf(limit).Chinese}（{limit.Citation}）：可能是千倍的单位错误，{Words.Number(meant)} {limit.Unit} 属正常范围。");
        finding.Steps.Add(finding.Reason);
        return finding;
    }
}
