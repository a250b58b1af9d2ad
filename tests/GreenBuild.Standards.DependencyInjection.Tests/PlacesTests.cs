using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace GreenBuild.Standards.DependencyInjection.Tests;

/// <summary>Several places in one container.</summary>
public sealed class PlacesTests
{
    private static readonly CalendarDate Date = new(2026, 6, 1);

    /// <summary>
    /// The dossier's dust limits. DB31/ 964-2016, tsp-15min-high and -low: 2.0 and 1.0 mg/m3 over 15 min. DB61/ 1078-2017, tsp-hourly-earthwork and -structure: 0.8 and 0.7 mg/m3
    /// over an hour. DB11/ 501-2017, fugitive-pm-other: 0.3 mg/m3 over an hour, minus the reference point.
    /// </summary>
    [Theory]
    [InlineData("shanghai", "dust.site-boundary-tsp", "averaging=15 exceedanceTier=high", 2.0, "DB31/ 964-2016")]
    [InlineData("shanghai", "dust.site-boundary-tsp", "averaging=15 exceedanceTier=low", 1.0, "DB31/ 964-2016")]
    [InlineData("xian", "dust.site-boundary-tsp", "averaging=60 stage=earthwork urbanPlannedArea=true", 0.8, "DB61/ 1078-2017")]
    [InlineData("xian", "dust.site-boundary-tsp", "averaging=60 stage=structure urbanPlannedArea=true", 0.7, "DB61/ 1078-2017")]
    [InlineData("beijing", "dust.upwind-difference-tsp", "averaging=60 sourceYear=2020", 0.3, "DB11/ 501-2017")]
    public void KeyedPlaces_AnswerWithLimitsOfTheirOwn(string key, string measurand, string circumstances, double limit, string number)
    {
        using var container = Build.Container(static services => services
            .AddGreenBuildStandards("shanghai", Build.SectionOf("Sites:shanghai", ("Place", "CN-SH")))
            .AddGreenBuildStandards("beijing", Build.SectionOf("Sites:beijing", ("Place", "CN-BJ")))
            .AddGreenBuildStandards("xian", static options => options.Place = Jurisdiction.Parse("CN-SN")));
        var known = Circumstances.None;
        foreach (var pair in circumstances.Split(' ').Select(static pair => pair.Split('=')))
            known = decimal.TryParse(pair[1], CultureInfo.InvariantCulture, out var amount) ? known.With(pair[0], amount) : pair[1] == "true" ? known.With(pair[0], true) : known.With(pair[0], pair[1]);

        var standards = container.GetRequiredKeyedService<GreenBuildStandards>(key);
        var governing = standards.Governing(measurand, known, Date);

        Assert.Equal(((decimal?)(decimal)limit, number), (governing.Requirement?.Value, governing.Requirement?.Edition.Number));
        // None of the three knows the rule of another.
        foreach (var other in new[] { "shanghai", "beijing", "xian" }.Where(other => other != key))
            Assert.DoesNotContain(container.GetRequiredKeyedService<GreenBuildStandards>(other).EditionsInForce(Date), edition => edition.Number == number);
    }

    /// <summary>0.75 mg/m3 in the stage of earthwork keeps 0.8, in the stage of the structure it breaks 0.7 (DB61/ 1078-2017, both confirmed).</summary>
    [Theory]
    [InlineData("earthwork", Verdict.Compliant)]
    [InlineData("structure", Verdict.NonCompliant)]
    public void Judge_ComparesWithTheLimitOfThePlace(string stage, Verdict verdict)
    {
        var standards = new GreenBuildStandards(Jurisdiction.Parse("CN-SN"));
        var known = Circumstances.None.With("averaging", 60).With("urbanPlannedArea", true).With("stage", stage);

        Assert.Equal(verdict, standards.Judge(Measurands.Dust.SiteBoundaryTsp, 0.75m, "mg/m3", known, Date).Verdict);
        Assert.Equal(verdict, standards.Judge(Measurands.Dust.SiteBoundaryTsp, 750, "µg/m3", known, Date).Verdict);
    }

    /// <summary>The 0.3 mg/m3 of Beijing is recalled (dossier: confidence "recalled"): above it, the verdict is provisional unless the floor is lowered.</summary>
    [Theory]
    [InlineData("single-source", Verdict.Indeterminate, Verdict.NonCompliant)]
    [InlineData("unconfirmed", Verdict.NonCompliant, null)]
    public void EvidenceFloor_ReachesTheVerdict(string floor, Verdict verdict, Verdict? provisional)
    {
        using var container = Build.Container(services => services.AddGreenBuildStandards(Build.Section(("Place", "CN-BJ"), ("EvidenceFloor", floor))));

        var finding = container.GetRequiredService<GreenBuildStandards>().Judge(
            Measurands.Dust.UpwindDifferenceTsp, 0.4m, "mg/m3", Circumstances.None.With("averaging", 60).With("sourceYear", 2020), Date);

        Assert.Equal((verdict, provisional), (finding.Verdict, finding.ProvisionalVerdict));
    }

    [Fact]
    public void KeyedPlaces_DoNotMakeADefault()
    {
        using var container = Build.Container(static services => services.AddGreenBuildStandards("shanghai", static options => options.Place = Jurisdiction.Parse("CN-SH")));

        Assert.Null(container.GetService<GreenBuildStandards>());
        Assert.Null(container.GetKeyedService<GreenBuildStandards>("beijing"));
    }
}
