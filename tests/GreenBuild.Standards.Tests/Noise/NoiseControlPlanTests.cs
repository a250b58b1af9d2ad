using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Tests.Noise;

/// <summary>Plans against GB 12523-2025, Table 1: 70 by day, 55 at night, LAmax at night 15 above it; before 2026 the edition of 2011 has the same levels.</summary>
public sealed class NoiseControlPlanTests
{
    private static readonly CalendarDate Day = CalendarDate.Parse("2026-06-30");

    private static ConstructionSite Site(string facets = "projectType=building; noiseSensitiveBuildings=true") =>
        new(Jurisdiction.Parse("CN-SH")) { Circumstances = Circumstances.TryParse(facets, out var known, out var error) ? known : throw new ArgumentException(error.English) };

    private static SoundLevel? Level(double? decibels) => decibels is { } level ? SoundLevel.FromDecibels(level) : null;

    [Theory]
    [InlineData(70, 55, 70, "Compliant Compliant Compliant")]
    [InlineData(65, 50, 60, "Compliant Compliant Compliant")]
    [InlineData(71, 55, 70, "NonCompliant Compliant Compliant")]
    [InlineData(70, 56, 70, "Compliant NonCompliant Compliant")]
    [InlineData(70, 55, 71, "Compliant Compliant NonCompliant")]
    public void Levels_AreHeldAgainstTheLimits(double day, double night, double maximum, string verdicts)
    {
        var plan = new NoiseControlPlan { DayLimit = Level(day), NightLimit = Level(night), NightMaximum = Level(maximum) };
        var findings = plan.Judge(Site(), Day);

        Assert.Equal(verdicts, string.Join(' ', findings.Select(static finding => finding.Verdict)));
        Assert.Equal(["dayLimit", "nightLimit", "nightMaximum"], findings.Select(static finding => finding.Subject));
        Assert.All(findings, static finding => Assert.Equal("GB 12523-2025", finding.Edition!.Number));
        Assert.All(new NoiseControlPlan { DayLimit = Level(day), NightLimit = Level(night), NightMaximum = Level(maximum) }.Judge(Site(), CalendarDate.Parse("2025-12-31")), static finding => Assert.Equal("GB 12523-2011", finding.Edition!.Number));
    }

    /// <summary>What the plan does not say, and has to, is asked for; what decides whether it has to is named.</summary>
    [Fact]
    public void WhatIsNotSaid_IsAsked()
    {
        Assert.Equal(["dayLimit", "nightLimit", "nightMaximum"], new NoiseControlPlan().Judge(Site(), Day).Select(static finding => Assert.Single(finding.Missing)));
        // Without such buildings no limit that is known holds; that others may, since only a part of the edition is, is said as well.
        Assert.All(new NoiseControlPlan().Judge(Site("projectType=building; noiseSensitiveBuildings=false"), Day), static finding => Assert.Equal((Verdict.Indeterminate, "limit, " + finding.Subject), (finding.Verdict, string.Join(", ", finding.Missing))));
        // A level that the plan does not say is none, not even 0 dB(A).
        foreach (var facets in new[] { "projectType=building", "projectType=building; noiseSensitiveBuildings=true", "projectType=building; noiseSensitiveBuildings=false" })
            Assert.All(new NoiseControlPlan().Judge(Site(facets), Day), static finding => Assert.Equal((null, null), (finding.Measured, finding.Compared)));
        Assert.All(new NoiseControlPlan { DayLimit = Level(90), NightLimit = Level(90), NightMaximum = Level(90) }.Judge(Site("projectType=building"), Day), static finding => Assert.Contains("noiseSensitiveBuildings", finding.Missing));
        Assert.All(new NoiseControlPlan().Judge(Site("projectType=building"), Day), static finding => Assert.Equal(Verdict.Indeterminate, finding.Verdict));
    }
}
