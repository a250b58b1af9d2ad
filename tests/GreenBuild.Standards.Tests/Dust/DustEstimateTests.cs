using System.Globalization;
using GreenBuild.Standards.Dust;

namespace GreenBuild.Standards.Tests.Dust;

public sealed class DustEstimateTests
{
    private static readonly CalendarDate Date = new(2026, 3, 2);

    /// <summary>By hand, Notice 2014 No. 92: 2.69e-4 t/(m2·month) · 10,000 m2 · 6 months = 16.14 t; PM10 is 49 % of it, of which paving and watering leaves 20 %.</summary>
    [Theory]
    [InlineData(Particulate.Tsp, null, "16.14")]
    [InlineData(Particulate.Pm10, null, "7.9086")]
    [InlineData(Particulate.Pm10, "paving-watering", "1.58172")]
    [InlineData(Particulate.Pm25, "paving-watering", "0.53262")]
    public void Emission(Particulate particulate, string? measure, string tonnes)
    {
        var emission = DustEmission.Estimate(StandardsCatalogue.Default, Jurisdiction.Parse("CN-SH"), Date, particulate, 10_000, 6, measure is null ? [] : [measure]);
        Assert.Equal(decimal.Parse(tonnes, CultureInfo.InvariantCulture), emission.Tonnes);
        Assert.Equal(Evidence.Unconfirmed, emission.Evidence);
    }

    [Fact]
    public void Emission_SaysWhatIsMissing()
    {
        Assert.Equal(["area"], DustEmission.Estimate(StandardsCatalogue.Default, Jurisdiction.China, Date, Particulate.Tsp, -1, 6, []).Missing);
        Assert.Equal(["factor"], DustEmission.Estimate(StandardsCatalogue.Default, Jurisdiction.Parse("SG"), Date, Particulate.Tsp, 100, 6, []).Missing);
        var unknown = DustEmission.Estimate(StandardsCatalogue.Default, Jurisdiction.China, Date, Particulate.Tsp, 10_000, 6, ["hoarding"]);
        Assert.Equal(16.14m, unknown.Tonnes);
        Assert.Contains(unknown.Explanation, static step => step.English == "No efficiency is known of 'hoarding': it counts nothing.");
    }

    /// <summary>
    /// By hand, 10,000 m2 of building in Beijing: (1.01 − 0.047 − 0.31) · 10,000 = 6,530 kg; / 4 = 1,632.5 equivalents; · 12 = 19,590 CNY.
    /// </summary>
    [Fact]
    public void Tax_Beijing()
    {
        var tax = DustTax.Compute(Site("CN-BJ", "building"), Date, 10_000, [new("hoarding", true), new("machine-wash", true)]);
        Assert.Equal((6530m, 1632.5m, 19_590m, Evidence.Confirmed), (tax.Emission, tax.Equivalents, tax.Tax, tax.Evidence));
    }

    /// <summary>All or nothing: one condition that is not met, said or measured, takes the whole reduction away.</summary>
    [Theory]
    [InlineData(false, "0.3", "10100")]
    [InlineData(true, "0.6", "10100")]
    [InlineData(true, "0.5", "9630")]
    public void Tax_ReductionIsAllOrNothing(bool isMet, string gap, string kilograms)
    {
        var hoarding = new DustTaxMeasure("hoarding", isMet) { Measured = new Dictionary<string, decimal> { [Measurands.Dust.ReductionHoardingGap] = decimal.Parse(gap, CultureInfo.InvariantCulture) } };
        Assert.Equal(decimal.Parse(kilograms, CultureInfo.InvariantCulture), DustTax.Compute(Site("CN-BJ", "building"), Date, 10_000, [hoarding]).Emission);
    }

    /// <summary>Both ways of washing: only the mechanical one counts, 1.01 − 0.31 = 0.70 kg/m2.</summary>
    [Fact]
    public void Tax_WashingCountsOnce() =>
        Assert.Equal(7000m, DustTax.Compute(Site("CN-BJ", "building"), Date, 10_000, [new("simple-wash", true), new("machine-wash", true)]).Emission);

    /// <summary>Municipal works: 1.64 kg/m2; the base of the hoarding (20 cm) is no condition there, and bare ground has no reduction.</summary>
    [Fact]
    public void Tax_MunicipalWorks()
    {
        var hoarding = new DustTaxMeasure("hoarding", true) { Measured = new Dictionary<string, decimal> { [Measurands.Dust.ReductionBaseHeight] = 5 } };
        Assert.Equal(15_380m, DustTax.Compute(Site("CN-BJ", "municipal"), Date, 10_000, [hoarding, new("bare-ground-cover", true)]).Emission);
        Assert.Equal(10_100m, DustTax.Compute(Site("CN-BJ", "building"), Date, 10_000, [hoarding]).Emission);
    }

    /// <summary>The law allows 1.2 to 12 CNY per equivalent; the rate of Shanghai is not in the catalogue and is not guessed.</summary>
    [Theory]
    [InlineData(null, null)]
    [InlineData("1.2", "3030")]
    [InlineData("12", "30300")]
    [InlineData("1.1", null)]
    [InlineData("12.1", null)]
    public void Tax_RateIsWithinTheLaw(string? rate, string? tax)
    {
        var found = DustTax.Compute(Site("CN-SH", "building"), Date, 10_000, [], rate is null ? null : decimal.Parse(rate, CultureInfo.InvariantCulture));
        Assert.Equal(tax is null ? null : decimal.Parse(tax, CultureInfo.InvariantCulture), found.Tax);
        Assert.Equal(tax is null ? ["taxRate"] : [], found.Missing);
        Assert.Equal(10_100m, found.Emission);
    }

    /// <summary>Article 13: at 50 % below the standard both reliefs hold, and the greater is meant.</summary>
    [Theory]
    [InlineData("0.29", "30300")]
    [InlineData("0.3", "22725")]
    [InlineData("0.5", "15150")]
    public void Tax_Relief(string below, string tax)
    {
        var site = new ConstructionSite(Jurisdiction.Parse("CN-BJ"))
        {
            Circumstances = Circumstances.None.With("projectType", "building").With("concentrationBelowStandard", decimal.Parse(below, CultureInfo.InvariantCulture)),
        };
        Assert.Equal(decimal.Parse(tax, CultureInfo.InvariantCulture), DustTax.Compute(site, Date, 10_000, []).Tax);
    }

    /// <summary>Claims that contradict each other count nothing; 30 is no share; a rate other than the catalogue's is applied and said.</summary>
    [Fact]
    public void Tax_GivesNothingAway()
    {
        Assert.Equal(10_100m, DustTax.Compute(Site("CN-BJ", "building"), Date, 10_000, [new("hoarding", true), new("hoarding", false)]).Emission);
        var percent = new ConstructionSite(Jurisdiction.Parse("CN-BJ")) { Circumstances = Circumstances.None.With("projectType", "building").With("concentrationBelowStandard", 30m) };
        Assert.Equal(["concentrationBelowStandard"], DustTax.Compute(percent, Date, 10_000, []).Missing);
        var other = DustTax.Compute(Site("CN-BJ", "building"), Date, 10_000, [], rate: 1.2m);
        Assert.Equal(3030m, other.Tax);
        Assert.Contains(other.Explanation, static step => step.English == "The rate given, 1.2, is not that of the catalogue; it is applied.");
    }

    [Fact]
    public void BadInput_NeverThrows()
    {
        Assert.Equal(16.14m, DustEmission.Estimate(StandardsCatalogue.Default, Jurisdiction.China, Date, Particulate.Tsp, 10_000, 6, ["nonsense"]).Tonnes);
        Assert.False(AirQualityIndex.TryCompute(StandardsCatalogue.Default, Particulate.Pm10, decimal.MaxValue, Jurisdiction.China, Date, out _));
    }

    /// <summary>
    /// The conditions of Beijing's notice, each of its own measure and at its bound. 10,000 m2 of building: 10,100 kg; hoarding takes 470 (0.047), the cover of bare ground 470 as
    /// well, and a measured value outside its bound takes the whole measure away. A height of the hoarding says nothing of the bare ground.
    /// </summary>
    [Theory]
    [InlineData("hoarding", Measurands.Dust.ReductionHoardingHeight, "1.8", 9_630)]
    [InlineData("hoarding", Measurands.Dust.ReductionHoardingHeight, "1.79", 10_100)]
    [InlineData("hoarding", Measurands.Dust.ReductionBaseHeight, "20", 9_630)]
    [InlineData("hoarding", Measurands.Dust.ReductionBaseHeight, "19.9", 10_100)]
    [InlineData("hoarding", Measurands.Dust.ReductionHoardingGap, "0.5", 9_630)]
    [InlineData("hoarding", Measurands.Dust.ReductionHoardingGap, "0.51", 10_100)]
    [InlineData("bare-ground-cover", Measurands.Dust.ReductionBareGroundCover, "80", 9_630)]
    [InlineData("bare-ground-cover", Measurands.Dust.ReductionBareGroundCover, "79.9", 10_100)]
    [InlineData("bare-ground-cover", Measurands.Dust.ReductionHoardingHeight, "1", 9_630)]
    [InlineData("hoarding", Measurands.Dust.ReductionBareGroundCover, "10", 9_630)]
    public void Tax_ConditionIsOfItsMeasure(string measure, string condition, string value, int kilograms)
    {
        var claim = new DustTaxMeasure(measure, true) { Measured = new Dictionary<string, decimal> { [condition] = decimal.Parse(value, CultureInfo.InvariantCulture) } };
        Assert.Equal(kilograms, DustTax.Compute(Site("CN-BJ", "building"), Date, 10_000, [claim]).Emission);
    }

    /// <summary>A figure under a name that no condition has is asked for, and not passed over.</summary>
    [Fact]
    public void Tax_UnknownConditionIsAsked()
    {
        var claim = new DustTaxMeasure("hoarding", true) { Measured = new Dictionary<string, decimal> { ["hoarding-height"] = 1.2m } };
        Assert.Equal(["hoarding-height"], DustTax.Compute(Site("CN-BJ", "building"), Date, 10_000, [claim]).Missing);
    }

    [Fact]
    public void Tax_SaysWhatIsMissing()
    {
        Assert.Equal(["projectType"], DustTax.Compute(new ConstructionSite(Jurisdiction.Parse("CN-BJ")), Date, 10_000, []).Missing);
        Assert.Equal(["area"], DustTax.Compute(Site("CN-BJ", "building"), Date, -1, []).Missing);
        Assert.Throws<ArgumentException>(static () => new DustTaxMeasure("hoping", true));
    }

    /// <summary>DB13/ 2934-2019: 1 to 5,000 m2, 2 to 10,000, 4 to 100,000, and one for each further 100,000; whether a part of it counts was not seen.</summary>
    [Theory]
    // On which side exactly 5,000 m2 falls nobody has seen; one monitor is enough on one side, and not on the other.
    [InlineData("CN-HE", "5000", 1, Verdict.Indeterminate, Verdict.Compliant)]
    [InlineData("CN-HE", "4999.9", 1, Verdict.Compliant, null)]
    [InlineData("CN-HE", "5000", 2, Verdict.Compliant, null)]
    [InlineData("CN-HE", "5000", 0, Verdict.NonCompliant, null)]
    [InlineData("CN-TJ", "5000", 1, Verdict.Indeterminate, Verdict.Compliant)]
    [InlineData("CN-TJ", "5000", 2, Verdict.Compliant, null)]
    [InlineData("CN-TJ", "5000.1", 1, Verdict.NonCompliant, null)]
    [InlineData("CN-HE", "5000.1", 1, Verdict.NonCompliant, null)]
    [InlineData("CN-HE", "10000", 2, Verdict.Indeterminate, Verdict.Compliant)]
    [InlineData("CN-HE", "9999", 2, Verdict.Compliant, null)]
    [InlineData("CN-HE", "10001", 3, Verdict.NonCompliant, null)]
    [InlineData("CN-HE", "100000", 4, Verdict.Compliant, null)]
    [InlineData("CN-HE", "150000", 5, Verdict.Compliant, null)]
    [InlineData("CN-HE", "150000", 4, Verdict.Indeterminate, Verdict.NonCompliant)]
    [InlineData("CN-HE", "150000", 3, Verdict.NonCompliant, null)]
    [InlineData("CN-HE", "200000", 5, Verdict.Compliant, null)]
    [InlineData("CN-HE", "200000", 4, Verdict.NonCompliant, null)]
    [InlineData("CN-SN", "9999", 1, Verdict.Compliant, null)]
    // Shaanxi: "at least two points, one more per further 10,000 m2" in words; Tianjin ends at 100,000 m2 with four. Fewer break it, more leave it open.
    [InlineData("CN-SN", "10001", 9, Verdict.Indeterminate, null)]
    [InlineData("CN-SN", "10001", 2, Verdict.Indeterminate, null)]
    [InlineData("CN-SN", "10001", 1, Verdict.NonCompliant, null)]
    [InlineData("CN-TJ", "100001", 4, Verdict.Indeterminate, null)]
    [InlineData("CN-TJ", "100001", 3, Verdict.NonCompliant, null)]
    [InlineData("CN-TJ", "100000", 4, Verdict.Compliant, null)]
    [InlineData("CN-HE", "5000", -1, Verdict.Indeterminate, null)]
    [InlineData("CN-SH", "10000", 0, Verdict.NotApplicable, null)]
    [InlineData("CN-HE", "0", 1, Verdict.Indeterminate, null)]
    public void Monitors(string place, string area, int installed, Verdict verdict, Verdict? provisional)
    {
        var finding = MonitorCount.Judge(StandardsCatalogue.Default, Jurisdiction.Parse(place), Date, decimal.Parse(area, CultureInfo.InvariantCulture), installed);
        Assert.Equal((verdict, provisional), (finding.Verdict, finding.ProvisionalVerdict));
    }

    /// <summary>The bound is said, with the row that it comes from, and is no better known than that.</summary>
    [Theory]
    [InlineData("CN-SN", "50000", "At least 2 are needed in any case (DB61/ 1078-2017).")]
    [InlineData("CN-TJ", "500000", "At least 4 are needed in any case (DB12/T 725-2017).")]
    public void Monitors_LowerBoundIsSaid(string place, string area, string said)
    {
        var finding = MonitorCount.Judge(StandardsCatalogue.Default, Jurisdiction.Parse(place), Date, decimal.Parse(area, CultureInfo.InvariantCulture), 5);
        Assert.StartsWith(said, finding.Reason.English, StringComparison.Ordinal);
        Assert.Equal((Evidence.SingleSource, "limit"), (finding.Evidence, finding.Missing.Single()));
    }

    private static ConstructionSite Site(string place, string projectType) =>
        new(Jurisdiction.Parse(place)) { Circumstances = Circumstances.None.With("projectType", projectType) };
}
