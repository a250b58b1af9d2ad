using CsCheck;
using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Tests.Components;

/// <summary>The prepared check gives the findings of the checks that it is made of, and allocates nothing where all is kept.</summary>
public sealed class ComponentCheckTests
{
    private static readonly CalendarDate Day = CalendarDate.Parse("2026-07-01");
    private static readonly CheckOptions Anything = new() { EvidenceFloor = Evidence.Unconfirmed };
    private static readonly ComponentCheck Check = new(Jurisdiction.China, Day, options: Anything);
    private static readonly ModularCoordination Coordination = new(Jurisdiction.China, Day, options: Anything);
    private static readonly ToleranceCheck Tolerances = new(Jurisdiction.China, Day, options: Anything);

    private static readonly PrecastComponent Wall = new()
    {
        Id = "W1", Category = "wall-panel", Size = new(3000, 2900, 200), LengthTolerance = 4, SectionTolerance = 4, FlatnessTolerance = 3, Face = "outer",
    };

    /// <summary>Six rules, each broken alone. The bounds: bay nM, storey height nM, thickness 150–300 by 50, walls ±4 and ±4, outer face 3 (GB/T 50002-2013, GB 50204-2015).</summary>
    [Fact]
    public void EachRule_IsFoundAlone()
    {
        Assert.Empty(Of(Wall));
        Assert.Equal(["cn.gb-t-50002-2013.horizontal-series"], Of(Wall with { Size = new(3050, 2900, 200) }));
        Assert.Equal(["cn.gb-t-50002-2013.vertical-series"], Of(Wall with { Size = new(3000, 2950, 200) }));
        Assert.Equal(["cn.gb-t-50002-2013.wall-thickness-preferred"], Of(Wall with { Size = new(3000, 2900, 180) }));
        Assert.Equal(["cn.gb-50204-2015.precast-length-wall"], Of(Wall with { LengthTolerance = 4.5m }));
        Assert.Equal(["cn.gb-50204-2015.precast-section-wall"], Of(Wall with { SectionTolerance = 5 }));
        Assert.Equal(["cn.gb-50204-2015.precast-flatness-wall-outer"], Of(Wall with { FlatnessTolerance = 4 }));
        Assert.Empty(Of(Wall with { FlatnessTolerance = 4, Face = "inner" })); // the inner face has 5

        static IEnumerable<string> Of(PrecastComponent component)
        {
            var findings = new List<ComponentFinding>();
            var outcome = Check.Check(component, findings);
            Assert.Equal(findings.Count == 0 ? Verdict.Compliant : Verdict.NonCompliant, outcome.Verdict);
            Assert.Equal(findings.Count, outcome.Findings);
            return findings.Select(static finding => finding.Requirement!.Key);
        }
    }

    /// <summary>What is not declared is asked for, never passed over; a category that nobody knows is no compliant component.</summary>
    [Fact]
    public void WhatIsMissing_IsNamed()
    {
        var findings = new List<ComponentFinding>();
        var outcome = Check.Check(new PrecastComponent { Id = "x", Category = "wall-panel", Size = new(3000, null, 200), FlatnessTolerance = 3 }, findings);

        Assert.Equal(["height", "lengthTolerance", "sectionTolerance", "face"], findings.Select(static finding => finding.Missing));
        Assert.Equal((Verdict.Indeterminate, null, 4), (outcome.Verdict, outcome.ProvisionalVerdict, outcome.Findings));

        findings.Clear();
        Assert.Equal(Verdict.Indeterminate, Check.Check(default, findings).Verdict);
        Assert.Equal("component", Assert.Single(findings).Missing);
        Assert.Equal(["component"], Check.Explain(default, findings[0]).Missing);
        findings.Clear();
        Check.Check(Wall with { LengthTolerance = -1 }, findings);
        Assert.Equal(Verdict.Invalid, Assert.Single(findings).Verdict);
        findings.Clear();
        Assert.Equal(Verdict.NotApplicable, Check.Check(new PrecastComponent { Category = "stair", Size = new(1, 1, 1) }, findings).Verdict);
    }

    /// <summary>The tolerances are recalled: with the default floor even a component that keeps all rules is compliant only provisionally.</summary>
    [Fact]
    public void RecalledTolerances_AreNotUpgraded()
    {
        var check = new ComponentCheck(Jurisdiction.China, Day);
        var findings = new List<ComponentFinding>();

        Assert.Equal(new ComponentOutcome(Verdict.Indeterminate, Verdict.Compliant, 0), check.Check(Wall, findings));
        Assert.Equal(new ComponentOutcome(Verdict.Indeterminate, Verdict.NonCompliant, 1), check.Check(Wall with { SectionTolerance = 9 }, findings));
        // The horizontal series has a source, so the verdict on it stands.
        Assert.Equal(Verdict.NonCompliant, check.Check(Wall with { Size = new(3050, 2900, 200) }, findings).Verdict);
        // Without the recalled rules nothing is provisional.
        var onlySeries = new ComponentCheck(Jurisdiction.China, Day, rules: [ComponentRule.LengthSize, ComponentRule.WidthSize]);
        Assert.Equal(new ComponentOutcome(Verdict.Compliant, null, 0), onlySeries.Check(Wall, findings));
    }

    /// <summary>
    /// Table 9.2.7 has no row on stairs, balconies and slabs for air conditioners: before 2020-08-01, the day of GB 50205-2020 on steel, as after it, no tolerance applies to them. In 2014
    /// the table was that of GB 50204-2002, which is not held; in 2001 there was no edition of 2002.
    /// </summary>
    [Theory]
    [InlineData("stair", "2019-06-01", Verdict.NotApplicable, 0)]
    [InlineData("balcony", "2020-07-31", Verdict.NotApplicable, 0)]
    [InlineData("ac-slab", "2026-06-01", Verdict.NotApplicable, 0)]
    [InlineData("stair", "2014-06-01", Verdict.Indeterminate, 4)] // length, width, thickness, flatness
    [InlineData("stair", "2001-01-01", Verdict.NotApplicable, 0)]
    public void TheCodeOnSteel_IsNotAskedForPrecastPieces(string category, string day, Verdict verdict, int findings)
    {
        var piece = new PrecastComponent { Category = category, Size = new(3000, 1200, 120), LengthTolerance = 500, SectionTolerance = 500, FlatnessTolerance = 500 };
        List<ComponentFinding> found = [];

        Assert.Equal(new ComponentOutcome(verdict, null, findings), new ComponentCheck(Jurisdiction.China, CalendarDate.Parse(day), options: Anything).Check(piece, found));
        Assert.All(found, static finding => Assert.Equal("limit", finding.Missing));
    }

    /// <summary>
    /// A tolerance whose row is not held is no tolerance that is kept: before 2015-09-01 the table is that of GB 50204-2002, which is known by its number only. With GB/T 51231-2016
    /// by contract the length of a wall panel is held against its width, ±4; a wall of the schedule is one of the works, with the limits of a panel.
    /// </summary>
    [Fact]
    public void ARowThatIsNotHeld_IsNotKept()
    {
        var before = new ComponentCheck(Jurisdiction.China, CalendarDate.Parse("2014-06-01"), options: Anything);
        var slab = Slab(3000, 500) with { SectionTolerance = 500, FlatnessTolerance = 500 };
        var findings = new List<ComponentFinding>();

        Assert.Equal(new ComponentOutcome(Verdict.Indeterminate, null, 4), before.Check(slab, findings));
        Assert.All(findings, static finding => Assert.Equal("limit", finding.Missing));
        Assert.All(findings, finding => Assert.Contains("GB 50204-2002", before.Explain(slab, finding).Reason.English, StringComparison.Ordinal));
        Assert.Equal(Verdict.Indeterminate, before.Check(new PrecastComponent { Category = "slab", Size = new(3000, 1200, 60) }, []).Verdict);

        var byContract = new ComponentCheck(Jurisdiction.China, Day, options: Anything, tolerances: StandardsCatalogue.Default.FindEdition("GB/T 51231-2016"));
        Assert.Equal(Verdict.Compliant, byContract.Check(Wall with { SectionTolerance = 3 }, []).Verdict);
        findings.Clear();
        Assert.Equal(Verdict.NonCompliant, byContract.Check(Wall with { SectionTolerance = 3, LengthTolerance = 5 }, findings).Verdict);
        Assert.Equal("cn.gb-t-51231-2016.wall-width", Assert.Single(findings).Requirement!.Key);
        Assert.Equal(Verdict.Indeterminate, byContract.Check(Wall with { SectionTolerance = 3, LengthTolerance = null }, []).Verdict);

        findings.Clear();
        Check.Check(Wall with { Category = "wall", LengthTolerance = 500, SectionTolerance = 500, FlatnessTolerance = 500 }, findings);
        Assert.Equal(
            ["cn.gb-50204-2015.precast-length-wall", "cn.gb-50204-2015.precast-section-wall", "cn.gb-50204-2015.precast-flatness-wall-outer"], findings.Select(static finding => finding.Requirement?.Key));
        findings.Clear();
        Check.Check(new PrecastComponent { Category = "truss", Size = new(3000, 300, 600), LengthTolerance = 5, SectionTolerance = 5, FlatnessTolerance = 500 }, findings);
        Assert.Equal("cn.gb-t-51231-2016.beam-column-flatness", Assert.Single(findings).Requirement?.Key);
    }

    [Fact]
    public void Compliant_AllocatesNothing()
    {
        PrecastComponent[] components = [Wall, Slab(12_000, 10), Slab(3000, 5), Slab(18_000, 20)];
        var findings = new List<ComponentFinding>();
        for (var i = 0; i < 100; i++) Check.Check(components[i % 4], findings);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 10_000; i++) Check.Check(components[i & 3], findings);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(findings);
    }

    /// <summary>The other implementation: the general checks, asked rule by rule for the same component.</summary>
    [Fact]
    public void Findings_AreThoseOfTheGeneralChecks() => Gen.Select(
        Gen.Int[0, 6], Gen.Int[10, 380], Gen.Int[10, 70], Gen.Int[2, 14], Gen.Int[0, 44], Gen.Int[0, 14], Gen.Int[0, 14], Gen.Int[0, 2]).Sample((kind, length, width, depth, lengthTolerance, sectionTolerance, flatness, face) =>
    {
        var category = new[] { "slab", "composite-slab", "wall-panel", "interior-bearing-wall-panel", "beam", "column", "truss" }[kind];
        var component = new PrecastComponent
        {
            Id = "c", Category = category, Size = ComponentSize.FromMillimeters(50 * length, 50 * width, 25 * depth),
            LengthTolerance = lengthTolerance / 2m, SectionTolerance = sectionTolerance / 2m, FlatnessTolerance = flatness / 2m, Face = new[] { null, "inner", "outer" }[face],
        };
        var found = new List<ComponentFinding>();
        Check.Check(component, found);
        var findings = found.ConvertAll(finding => Check.Explain(component, finding));
        Assert.Equal(findings.Select(static finding => (finding.Verdict, finding.ProvisionalVerdict, finding.Requirement)), found.Select(static finding => (finding.Verdict, finding.ProvisionalVerdict, finding.Requirement)));

        var shape = ComponentShape.Find(category)!;
        var expected = new List<Finding>();
        foreach (var dimension in Enum.GetValues<ComponentDimension>())
            if (shape.SizeUseOf(dimension) is { } use)
                expected.AddRange(Coordination.Judge(component.Size[dimension]!.Value, Circumstances.None.With("component", category).With("sizeUse", use)).Where(static finding => finding.Verdict != Verdict.NotApplicable).Take(1));
        var item = new ToleranceItem { Measurand = "components.tolerance-length", InspectionStage = "precast-piece", Component = shape.ToleranceComponent, MemberLength = component.Size.Length };
        expected.Add(Tolerances.JudgeDeclared(item with { Dimension = "length" }, -component.LengthTolerance.Value, component.LengthTolerance.Value));
        var section = item with { Measurand = "components.tolerance-section" };
        expected.AddRange(new[] { ComponentDimension.Width, ComponentDimension.Depth }
            .Select(dimension => Tolerances.JudgeDeclared(section with { Dimension = shape.NameOf(dimension) }, -component.SectionTolerance.Value, component.SectionTolerance.Value))
            .DistinctBy(static finding => finding.Requirement));
        expected.Add(Tolerances.JudgeDeclared(item with { Measurand = "components.tolerance-flatness", Face = component.Face }, 0, component.FlatnessTolerance.Value));

        Assert.Equal(
            expected.Where(static finding => finding.Verdict is Verdict.NonCompliant or Verdict.Indeterminate).Select(static finding => (finding.Requirement?.Key, finding.Verdict, finding.Margin, finding.Reason.English)),
            findings.Select(static finding => (finding.Requirement?.Key, finding.Verdict, finding.Margin, finding.Reason.English)));
    }, iter: 2000);

    [Fact]
    public void RequirementOf_NamesTheRow()
    {
        Assert.Equal("cn.gb-50204-2015.precast-length-12-18", Check.RequirementOf(ComponentRule.LengthTolerance, Slab(12_000, 10))!.Key);
        Assert.Equal("cn.gb-t-50002-2013.horizontal-series", Check.RequirementOf(ComponentRule.WidthSize, Slab(3000, 5))!.Key);
        Assert.Null(Check.RequirementOf(ComponentRule.DepthSize, Slab(3000, 5)));
    }

    private static PrecastComponent Slab(decimal length, decimal tolerance) =>
        new() { Id = "S", Category = "slab", Size = new(length, 2400, 60), LengthTolerance = tolerance, SectionTolerance = 5, FlatnessTolerance = 5 };
}
