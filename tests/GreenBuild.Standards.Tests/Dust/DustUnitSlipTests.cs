using System.Globalization;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Tests.Dust;

public sealed class DustUnitSlipTests
{
    /// <summary>Against Liaoning's 0.8 mg/m3: 150 µg/m3 of usual air, the same numbers called mg/m3, and 0.15 called µg/m3; heavy dust and clean air are no slip.</summary>
    [Theory]
    [InlineData("150", "µg/m3", null)]
    [InlineData("150", "mg/m3", "150")]
    [InlineData("0.15", "mg/m3", null)]
    [InlineData("0.05", "µg/m3", "0.00005")]
    // Within a hundredfold and a ten-thousandfold of the limit, and no outdoor air: 30 mg/m3 is 30 µg/m3, 0.15 µg/m3 is 0.15 mg/m3.
    [InlineData("30", "mg/m3", "30")]
    [InlineData("20.1", "mg/m3", "20.1")]
    [InlineData("20", "mg/m3", null)]
    [InlineData("0.15", "µg/m3", "0.00015")]
    [InlineData("0.99", "µg/m3", "0.00099")]
    [InlineData("1", "µg/m3", null)]
    [InlineData("8", "mg/m3", null)]
    [InlineData("3", "µg/m3", null)]
    [InlineData("0", "mg/m3", null)]
    public void Slip(string value, string unit, string? median)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);
        var readings = Enumerable.Range(0, 61).Select(minute => new MonitorReading(new DateTime(2026, 3, 2).AddMinutes(minute), number, minute == 0 ? ReadingStatus.Fault : ReadingStatus.Valid)).ToList();
        var limit = StandardsCatalogue.Default.FindEdition("DB21/ 2642-2016")!.Requirements.First(static row => row is { Measurand.Key: Measurands.Dust.SiteBoundaryTsp, Value: 0.8m });

        var finding = DustUnitSlip.Find(new MonitorSeries("P1", unit, TimeSpan.FromMinutes(1), readings), limit);

        Assert.Equal(median is null ? null : decimal.Parse(median, CultureInfo.InvariantCulture), finding?.Measured);
        if (finding is not null) Assert.Equal((Verdict.Indeterminate, "unit"), (finding.Verdict, Assert.Single(finding.Missing)));
    }

    /// <summary>A limit whose value nobody could read (Guizhou) is no measure, outdoor air is: half of the readings at 0.08 µg/m³ are 80.</summary>
    [Fact]
    public void Slip_WithoutALimit()
    {
        var limit = StandardsCatalogue.Default.FindEdition("DB52/ 1700-2022")!.Requirements.Single(static row => row.Measurand.Key == Measurands.Dust.SiteBoundaryPm10);
        MonitorSeries Of(decimal value) => new("P1", "µg/m3", TimeSpan.FromHours(1), [new MonitorReading(new DateTime(2026, 3, 2), value)]);
        var finding = DustUnitSlip.Find(Of(0.08m), limit);
        Assert.NotNull(finding);
        Assert.Contains("80 µg/m3 would be usual. Outdoor air has 1 to 20000 µg/m3", finding.Reason.English, StringComparison.Ordinal);
        Assert.Null(DustUnitSlip.Find(Of(80), limit));
    }

    /// <summary>One value by itself: 0.16 µg/m³ is 160 in mg/m³, 97000 is 97 in ng/m³, 186000 mg/m³ is off by a million; nothing, less than nothing and what no factor mends are no slip.</summary>
    [Theory]
    [InlineData("97", "µg/m3", null)]
    [InlineData("1", "µg/m3", null)]
    [InlineData("20000", "µg/m3", null)]
    [InlineData("0.16", "µg/m3", "1000")]
    [InlineData("97000", "µg/m3", "0.001")]
    [InlineData("97", "mg/m3", "0.001")]
    [InlineData("186000", "mg/m3", "0.000001")]
    [InlineData("0.0001", "ng/m3", null)]
    [InlineData("0.05", "ng/m3", "1000000")]
    [InlineData("0", "µg/m3", null)]
    [InlineData("-5", "µg/m3", null)]
    [InlineData("79228162514264337593543950335", "mg/m3", null)]
    [InlineData("97000", "dB(A)", null)]
    public void Factor_OfOneValue(string value, string unit, string? factor) =>
        Assert.Equal(factor is null ? null : decimal.Parse(factor, CultureInfo.InvariantCulture), DustUnitSlip.FactorOf(decimal.Parse(value, CultureInfo.InvariantCulture), unit));

    /// <summary>Four years of real hours are no slip, and the same numbers called mg/m³ are.</summary>
    [Theory]
    [InlineData("µg/m3", false)]
    [InlineData("mg/m3", true)]
    public void RealMedian(string unit, bool isSlip)
    {
        // The median of PM10 at Dongsi, Beijing, 2013 to 2017 (34,511 hours): 86.
        var limit = StandardsCatalogue.Default.FindEdition("GB 16297-1996")!.Requirements.First(static row => row.Measurand.Key == Measurands.Dust.SiteBoundaryTsp);
        Assert.Equal(isSlip, DustUnitSlip.Find(new MonitorSeries("P1", unit, TimeSpan.FromHours(1), [new MonitorReading(new DateTime(2026, 3, 2), 86)]), limit) is not null);
    }
}
