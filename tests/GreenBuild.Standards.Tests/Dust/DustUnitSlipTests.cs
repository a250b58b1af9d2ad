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
}
