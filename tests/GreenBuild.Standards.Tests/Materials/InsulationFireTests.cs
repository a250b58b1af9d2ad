using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.MaterialCases;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>GB 55037-2022, 6.6, with the order of GB 8624-2012: A1 &gt; A2 &gt; B &gt; C &gt; D &gt; E &gt; F; A = A1, A2; B1 = B, C; B2 = D, E; B3 = F.</summary>
public sealed class InsulationFireTests
{
    private static readonly InsulationFireCheck Check = new(Jurisdiction.China);
    private static readonly CalendarDate Today = new(2026, 6, 1);

    [Theory]
    // 6.6.1: external, not lower than B2.
    [InlineData("E", "buildingUse=residential; buildingHeight=27; insulationCavity=false", "Compliant")]
    [InlineData("F", "buildingUse=residential; buildingHeight=27; insulationCavity=false", "NonCompliant")]
    [InlineData("B3", "buildingUse=residential; buildingHeight=27; insulationCavity=false", "NonCompliant")]
    // 6.6.6: dwellings above 27 m B1, above 100 m A.
    [InlineData("B2", "buildingUse=residential; buildingHeight=27.1; insulationCavity=false", "NonCompliant")]
    [InlineData("C", "buildingUse=residential; buildingHeight=100; insulationCavity=false", "Compliant")]
    [InlineData("B1", "buildingUse=residential; buildingHeight=100; insulationCavity=false", "Compliant")]
    [InlineData("B1", "buildingUse=residential; buildingHeight=100.1; insulationCavity=false", "NonCompliant")]
    [InlineData("A2", "buildingUse=residential; buildingHeight=150; insulationCavity=false", "Compliant")]
    // A house or flats are dwellings (6.6.6), and no other building (6.6.7).
    [InlineData("B1", "buildingUse=multi-family; buildingHeight=80; insulationCavity=false", "Compliant")]
    [InlineData("B2", "buildingUse=multi-family; buildingHeight=26; insulationCavity=false", "Compliant")]
    [InlineData("B1", "buildingUse=single-family; buildingHeight=60; insulationCavity=false", "Compliant")]
    [InlineData("B1", "buildingUse=multi-family; buildingHeight=100.1; insulationCavity=false", "NonCompliant")]
    [InlineData("B1", "buildingUse=public; buildingHeight=60; insulationCavity=false", "NonCompliant")]
    // 6.6.7: others above 24 m B1, above 50 m A.
    [InlineData("B2", "buildingUse=civil; buildingHeight=24; insulationCavity=false", "Compliant")]
    [InlineData("D", "buildingUse=civil; buildingHeight=24.1; insulationCavity=false", "NonCompliant")]
    [InlineData("B1", "buildingUse=civil; buildingHeight=50; insulationCavity=false", "Compliant")]
    [InlineData("B", "buildingUse=civil; buildingHeight=50.1; insulationCavity=false", "NonCompliant")]
    // 6.6.4, 6.6.5: elderly care and crowded places A.
    [InlineData("B1", "buildingUse=crowded-place; buildingHeight=10; insulationCavity=false", "NonCompliant")]
    [InlineData("B1", "buildingUse=elderly-care; independentBuilding=true; buildingHeight=10; insulationCavity=false", "NonCompliant")]
    [InlineData("B1", "buildingUse=elderly-care; independentBuilding=false; elderlyCareArea=500; buildingHeight=10; insulationCavity=false", "Compliant")]
    [InlineData("B1", "buildingUse=elderly-care; independentBuilding=false; elderlyCareArea=501; buildingHeight=10; insulationCavity=false", "NonCompliant")]
    // 6.6.8 with a cavity is from memory: provisional, but what breaks 6.6.1 as well is broken.
    [InlineData("B1", "buildingUse=civil; buildingHeight=24.1; insulationCavity=true", "NonCompliant?")]
    [InlineData("B1", "buildingUse=civil; buildingHeight=24; insulationCavity=true", "Compliant?")]
    [InlineData("B3", "buildingUse=civil; buildingHeight=24; insulationCavity=true", "NonCompliant")]
    // What is not known is asked for only where it matters.
    [InlineData("A", "", "Compliant")]
    [InlineData("B1", "buildingHeight=60; insulationCavity=false", "Indeterminate")]
    [InlineData("B1", "buildingUse=residential; insulationCavity=false", "Indeterminate")]
    [InlineData("F", "", "NonCompliant")]
    public void Class_IsComparedByItsOrder(string fireClass, string building, string expected)
    {
        Assert.True(FireClass.TryParse(fireClass, out var given));

        Assert.Equal(expected, Check.Judge(given, Facets("insulationSystem=external; " + building), Today).Says());
    }

    [Theory]
    [InlineData("B1", 50, "Compliant")]
    [InlineData("B1", 49, "NonCompliant")]
    [InlineData("B2", 50, "Compliant")]
    [InlineData("A1", 0, "NotApplicable")]
    [InlineData("B3", 80, "Indeterminate")]
    public void CavityFreeWall_NeedsItsCovers(string fireClass, double cover, string expected)
    {
        Assert.True(FireClass.TryParse(fireClass, out var given));

        Assert.Equal(expected, Check.Judge(given, Facets("insulationSystem=cavity-free-composite; buildingUse=residential; buildingHeight=120"), Today, (decimal)cover).Says());
    }

    /// <summary>6.6.1: "with B1 or B2 material, measures against spread over facade or roof are required"; with A they are not.</summary>
    [Theory]
    [InlineData("B2", true)]
    [InlineData("C", true)]
    [InlineData("A1", false)]
    public void SpreadMeasures_AreNamed(string fireClass, bool isNamed)
    {
        Assert.True(FireClass.TryParse(fireClass, out var given));
        var finding = Check.Judge(given, Facets("insulationSystem=external; buildingUse=residential; buildingHeight=20; insulationCavity=false"), Today);

        Assert.Equal(Verdict.Compliant, finding.Verdict);
        Assert.Equal(isNamed ? ["fireSpreadMeasures"] : [], finding.NotRecorded);
        Assert.Equal(isNamed, finding.Explanation.Any(static step => step.English.Contains("facade or roof", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cover_GoesByTheClassThatWasGiven()
    {
        Assert.True(FireClass.TryParse("B1", out var b1));
        Assert.True(FireClass.TryParse("A1", out var a1));
        var wall = Facets("insulationSystem=cavity-free-composite; buildingUse=residential; buildingHeight=120");

        Assert.DoesNotContain(Check.Judge(b1, wall, Today, 50).Explanation, static step => step.English.Contains("Taken as given", StringComparison.Ordinal));
        Assert.Contains("Class A1 needs no cover", Check.Judge(a1, wall, Today).Reason.English, StringComparison.Ordinal);
        Assert.Contains("The catalogue holds no demand", Check.Judge(b1, Facets("insulationSystem=external"), new(2020, 6, 1)).Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsMissing_IsNamed()
    {
        Assert.True(FireClass.TryParse("B1", out var given));

        Assert.Equal(["insulationSystem"], Check.Judge(given, Circumstances.None, Today).Missing);
        Assert.Equal(["fireClass"], Check.Judge(null, Facets("insulationSystem=external"), Today).Missing);
        Assert.Equal(["buildingHeight"], Check.Judge(given, Facets("insulationSystem=external; buildingUse=residential; insulationCavity=false"), Today).Missing);
        Assert.Equal(["buildingUse"], Check.Judge(given, Facets("insulationSystem=external; buildingHeight=60; insulationCavity=false"), Today).Missing);
        Assert.Equal(Verdict.NotApplicable, Check.Judge(given, Facets("insulationSystem=external"), new(2023, 5, 31)).Verdict);
    }

    [Theory]
    [InlineData("A1", true, 1)]
    [InlineData("b1级", true, 2)]
    [InlineData("B1（C）", true, 1)]
    [InlineData("B1(D)", false, 0)]
    [InlineData("B4", false, 0)]
    [InlineData("", false, 0)]
    public void Text_IsRead(string text, bool expected, int classes)
    {
        Assert.Equal(expected, FireClass.TryParse(text, out var fireClass));
        if (expected) Assert.Equal(classes, fireClass.Classes.Count);
    }
}
