using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Tests.Components;

/// <summary>Tolerances of GB 50204-2015, GB/T 51231-2016 and GB 50205-2020 as the dossier has them, at, inside and outside each bound.</summary>
public sealed class ToleranceTests
{
    private static readonly CalendarDate Day = CalendarDate.Parse("2026-07-01");
    private static readonly CheckOptions Anything = new() { EvidenceFloor = Evidence.Unconfirmed };
    private static readonly ToleranceCheck Check = new(Jurisdiction.China, Day, options: Anything);
    private static readonly ToleranceItem SlabLength = new() { Measurand = "components.tolerance-length", InspectionStage = "precast-piece", Component = "slab", MemberLength = 6000 };

    /// <summary>GB 50204-2015, Table 9.2.7 (gb-50204-2015.json): length ±5 below 12 m, ±10 from 12 m to below 18 m, ±20 from 18 m; walls ±4.</summary>
    [Theory]
    [InlineData("slab", 11_999.9, 5, true)]
    [InlineData("slab", 11_999.9, -5, true)]
    [InlineData("slab", 11_999.9, 5.1, false)]
    [InlineData("slab", 12_000, 10, true)]
    [InlineData("slab", 12_000, -10.1, false)]
    [InlineData("beam", 17_999, 10.1, false)]
    [InlineData("column", 18_000, 20, true)]
    [InlineData("truss", 18_000, 20.5, false)]
    [InlineData("wall-panel", 18_000, 4, true)]
    [InlineData("wall-panel", 3000, 4.5, false)]
    public void Length_ByComponentAndRange(string component, double length, double deviation, bool isKept)
    {
        var finding = Check.Judge(new() { Item = SlabLength with { Component = component, MemberLength = (decimal)length }, Deviation = (decimal)deviation });

        Assert.Equal(isKept ? Verdict.Compliant : Verdict.NonCompliant, finding.Verdict);
        Assert.Equal("cn.gb-50204-2015", finding.Edition!.Key);
    }

    /// <summary>Other tables, each from its row in the dossier.</summary>
    [Theory]
    // GB 50204-2015 Table 8.3.2, cast in place: section +10/−5 (confirmed).
    [InlineData("components.tolerance-section", "inspectionStage=cast-in-place; component=column", 10, true)]
    [InlineData("components.tolerance-section", "inspectionStage=cast-in-place; component=column", 10.1, false)]
    [InlineData("components.tolerance-section", "inspectionStage=cast-in-place; component=column", -5.1, false)]
    // Table 8.3.2: lift shaft 0 to +25.
    [InlineData("components.tolerance-feature-size", "inspectionStage=cast-in-place; feature=lift-shaft; dimension=length", 25, true)]
    [InlineData("components.tolerance-feature-size", "inspectionStage=cast-in-place; feature=lift-shaft; dimension=length", -1, false)]
    // Table 9.2.7: wall flatness inner 5, outer 3; embedded bolt 2.
    [InlineData("components.tolerance-flatness", "inspectionStage=precast-piece; component=wall-panel; face=inner", 5, true)]
    [InlineData("components.tolerance-flatness", "inspectionStage=precast-piece; component=wall-panel; face=outer", 3.1, false)]
    [InlineData("components.tolerance-position", "inspectionStage=precast-piece; component=beam; feature=embedded-bolt", -2, true)]
    [InlineData("components.tolerance-position", "inspectionStage=precast-piece; component=beam; feature=embedded-bolt", -2.1, false)]
    public void OtherTables(string measurand, string facets, double deviation, bool isKept)
    {
        var finding = Check.Judge(new() { Item = Item(measurand, facets), Deviation = (decimal)deviation });

        Assert.Equal(isKept ? Verdict.Compliant : Verdict.NonCompliant, finding.Verdict);
    }

    /// <summary>
    /// Formulas by hand. L/750 and 20: 6000/750 = 8; 18 000/750 = 24, so 20. H/30000+20 at 90 000 mm: 3 + 20 = 23. H/10000 and 80 at 400 000: 40. b/100 and 3 at 200: 2; at 400: 3.
    /// l/1000 and 10 at 12 000: 10. h/250 and 5 at 500: 2.
    /// </summary>
    [Theory]
    [InlineData("components.tolerance-sweep", "inspectionStage=precast-piece; component=slab", 6000, 8)]
    [InlineData("components.tolerance-sweep", "inspectionStage=precast-piece; component=slab", 18_000, 20)]
    [InlineData("components.tolerance-plumb", "inspectionStage=cast-in-place; heightExtent=whole-height", 90_000, 23)]
    [InlineData("components.tolerance-plumb", "inspectionStage=cast-in-place; heightExtent=whole-height", 400_000, 40)]
    [InlineData("components.tolerance-flange-squareness", "inspectionStage=steel-member; component=welded-h-section", 200, 2)]
    [InlineData("components.tolerance-flange-squareness", "inspectionStage=steel-member; component=welded-h-section", 400, 3)]
    [InlineData("components.tolerance-bow", "inspectionStage=steel-member; component=welded-h-section", 12_000, 10)]
    [InlineData("components.tolerance-twist", "inspectionStage=steel-member; component=welded-h-section", 500, 2)]
    public void Formulas(string measurand, string facets, int size, int limit)
    {
        var item = Item(measurand, facets);
        item = item with { MemberLength = size, BuildingHeight = size, SectionWidth = size, SectionDepth = size };

        Assert.Equal(limit, Check.Find(item).Upper);
        Assert.Equal(Verdict.Compliant, Check.Judge(new() { Item = item, Deviation = limit }).Verdict);
        Assert.Equal(Verdict.NonCompliant, Check.Judge(new() { Item = item, Deviation = limit + 0.1m }).Verdict);
    }

    /// <summary>Every formula of a tolerance in the catalogue can be read.</summary>
    [Fact]
    public void EveryFormula_IsRead()
    {
        var rows = StandardsCatalogue.Default.Editions.Where(static edition => edition.HasRequirements).SelectMany(static edition => edition.Requirements)
            .Where(static row => row.Measurand.Key.StartsWith("components.tolerance-", StringComparison.Ordinal) && row.Formula is not null).ToList();

        Assert.True(rows.Count >= 10);
        foreach (var row in rows)
        {
            var known = new ToleranceItem { Measurand = row.Measurand.Key, MemberLength = 3000, BuildingHeight = row.RowKey.Contains("gt300", StringComparison.Ordinal) ? 400_000 : 90_000, SectionDepth = 500, SectionWidth = 300 };
            foreach (var condition in row.Conditions)
                known = condition.Facet switch
                {
                    "component" => known with { Component = condition.Values[0] },
                    "inspectionStage" => known with { InspectionStage = condition.Values[0] },
                    "heightExtent" => known with { HeightExtent = condition.Values[0] },
                    "face" => known with { Face = condition.Values[0] },
                    "memberHeight" => known with { MemberHeight = (condition.Range!.Low ?? 1) * 1000 + 1 },
                    _ => known,
                };
            Assert.NotNull(new ToleranceCheck(Jurisdiction.China, Day, edition: row.Edition).Find(known).Upper);
        }
    }

    /// <summary>The values are recalled, so with the default floor every verdict on them is provisional; those of Table 8.3.2 are confirmed.</summary>
    [Fact]
    public void RecalledValues_AreProvisional()
    {
        var check = new ToleranceCheck(Jurisdiction.China, Day);

        var recalled = check.Judge(new() { Item = SlabLength, Deviation = 6 });
        var confirmed = check.Judge(new() { Item = Item("components.tolerance-section", "inspectionStage=cast-in-place; component=slab"), Deviation = 11 });

        Assert.Equal((Verdict.Indeterminate, Verdict.NonCompliant, Evidence.Unconfirmed), (recalled.Verdict, recalled.ProvisionalVerdict, recalled.Evidence));
        Assert.Equal((Verdict.NonCompliant, Evidence.Confirmed), (confirmed.Verdict, confirmed.Evidence));
    }

    /// <summary>
    /// GB 50204-2015 replaced GB 50204-2002 on 2015-09-01, GB 50205-2020 the edition of 2001: their tables are not held, and it would be wrong to say that there were none. The first
    /// day of the edition that is held is judged by it.
    /// </summary>
    [Theory]
    [InlineData("components.tolerance-section", "inspectionStage=cast-in-place; component=slab", "2010-06-30", Verdict.Indeterminate, "GB 50204-2002")]
    [InlineData("components.tolerance-section", "inspectionStage=cast-in-place; component=slab", "2015-08-31", Verdict.Indeterminate, "GB 50204-2002")]
    [InlineData("components.tolerance-section", "inspectionStage=cast-in-place; component=slab", "2015-09-01", Verdict.NonCompliant, "GB 50204-2015")]
    [InlineData("components.tolerance-bow", "inspectionStage=steel-member; component=welded-h-section", "2019-06-30", Verdict.Indeterminate, "GB 50205-2001")]
    public void AnEditionThatIsNotHeld_LeavesItOpen(string measurand, string facets, string day, Verdict verdict, string said)
    {
        var finding = new ToleranceCheck(Jurisdiction.China, CalendarDate.Parse(day), options: Anything).Judge(new() { Item = Item(measurand, facets), Deviation = 11 });

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(verdict == Verdict.Indeterminate ? ["limit"] : [], finding.Missing);
        Assert.Contains(said, finding.Explanation.Aggregate("", static (all, step) => all + step.English) + finding.Requirement?.Citation, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatDecides_IsAskedFor()
    {
        Assert.Equal(["memberLength"], Check.Judge(new() { Item = SlabLength with { MemberLength = null }, Deviation = 1 }).Missing);
        Assert.Equal(["deviation"], Check.Judge(new() { Item = SlabLength }).Missing);
        Assert.Equal(["deviation"], Check.Judge(new() { Item = SlabLength, Actual = 6003 }).Missing);
        Assert.Contains("inspectionStage", Check.Judge(new() { Item = SlabLength with { InspectionStage = null }, Deviation = 1 }).Missing);
        Assert.Equal(["memberLength"], Check.Judge(new() { Item = Item("components.tolerance-sweep", "inspectionStage=precast-piece; component=slab"), Deviation = 1 }).Missing);
        Assert.Equal(Verdict.Invalid, Check.Judge(new() { Item = SlabLength, Deviation = 4, Actual = 6003, Nominal = 6000 }).Verdict);
        Assert.Equal(3, Check.Judge(new() { Item = SlabLength, Actual = 6003, Nominal = 6000 }).Measured);
        Assert.Throws<ArgumentException>(static () => Check.Find(new() { Measurand = "components.assembly-rate" }));
        // What is judged is a finding: the field, the word, and the words that there are.
        foreach (var (item, field, word) in new[]
        {
            (SlabLength with { Measurand = "components.assembly-rate" }, "Measurand", "components.tolerance-length"), (SlabLength with { Face = "innr" }, "Face", "inner"),
            (SlabLength with { Component = "slap" }, "Component", "slab"), (SlabLength with { InspectionStage = "precast" }, "InspectionStage", "precast-piece"),
        })
        {
            foreach (var finding in new[] { Check.Judge(new() { Item = item, Deviation = 1, Subject = "x" }), Check.JudgeDeclared(item, -5, 5, "x") })
            {
                Assert.Equal((Verdict.Invalid, "x"), (finding.Verdict, finding.Subject));
                Assert.StartsWith(field + ":", finding.Reason.English, StringComparison.Ordinal);
                Assert.Contains(word, finding.Reason.English, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>A declared tolerance may not be looser at either end. Slab length ±5: 5 is kept, +6 and −6 are looser.</summary>
    [Theory]
    [InlineData(-5, 5, Verdict.Compliant)]
    [InlineData(0, 3, Verdict.Compliant)]
    [InlineData(-5, 6, Verdict.NonCompliant)]
    [InlineData(-6, 5, Verdict.NonCompliant)]
    [InlineData(6, 8, Verdict.NonCompliant)]
    [InlineData(5, -5, Verdict.Invalid)]
    public void Declared_NoLooserThanTheStandard(int lower, int upper, Verdict verdict) => Assert.Equal(verdict, Check.JudgeDeclared(SlabLength, lower, upper).Verdict);

    /// <summary>Note to Table 9.2.7 (recalled): rough-faced sides 1.5 times the size limits: 5 × 1.5 = 7.5. Other limits are not widened.</summary>
    [Fact]
    public void RoughFaces_AreWider()
    {
        Assert.Equal(Verdict.NonCompliant, Check.Judge(new() { Item = SlabLength, Deviation = 7.5m }).Verdict);
        var rough = Check.Judge(new() { Item = SlabLength with { IsRoughFace = true }, Deviation = 7.5m });
        Assert.Equal((Verdict.Compliant, -7.5m, 7.5m), (rough.Verdict, rough.Limit, rough.UpperLimit));
        Assert.Equal("compliant: 7.5 ∈ −7.5 … 7.5 mm, GB 50204-2015 Table 9.2.7", rough.Summarise(Language.English)); // the widened end, not the 5 of the row
        Assert.Contains(rough.Explanation, static step => step.English.EndsWith("= −7.5 … 7.5 mm.", StringComparison.Ordinal));
        Assert.Contains("7.6 ∉ −5 … 5 mm", Check.Judge(new() { Item = SlabLength, Deviation = 7.6m }).Summarise(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains(rough.Rules, static rule => rule.RowKey == "rough-face-factor");
        Assert.Equal(Verdict.NonCompliant, Check.Judge(new() { Item = SlabLength with { IsRoughFace = true }, Deviation = -7.6m }).Verdict);
        Assert.Equal(5, Check.Find(Item("components.tolerance-flatness", "inspectionStage=precast-piece; component=slab") with { IsRoughFace = true }).Upper);
    }

    /// <summary>GB/T 51231-2016 has walls ±3 in thickness, GB 50204-2015 ±4: the mandatory one governs, the other can be chosen and is named.</summary>
    [Fact]
    public void AnEditionCanBeChosen()
    {
        var thickness = Item("components.tolerance-section", "inspectionStage=precast-piece; component=wall-panel; dimension=thickness");
        var byContract = new ToleranceCheck(Jurisdiction.China, Day, options: Anything, edition: StandardsCatalogue.Default.FindEdition("GB/T 51231-2016"));

        var governing = Check.Judge(new() { Item = thickness, Deviation = 4 });
        Assert.Equal((Verdict.Compliant, "cn.gb-50204-2015.precast-section-wall"), (governing.Verdict, governing.Requirement!.Key));
        Assert.Contains(governing.Explanation, static step => step.English.Contains("GB/T 51231-2016", StringComparison.Ordinal) && step.English.Contains("not kept", StringComparison.Ordinal));
        var chosen = byContract.Judge(new() { Item = thickness, Deviation = 4 });
        Assert.Equal((Verdict.NonCompliant, "cn.gb-t-51231-2016.wall-thickness"), (chosen.Verdict, chosen.Requirement!.Key));
    }

    /// <summary>
    /// What GB 50204-2015 has no row on stays to GB/T 51231-2016 (gbt-51231-2016.json, Tables 9.7.4-1 to 9.7.4-3): grout sleeves and their bars of wall panels 2 mm, the bars 0 to 10 in
    /// length, lattice girders 0 to 5, trusses 4 in flatness. Embedded bolts stand in both: there the mandatory one governs.
    /// </summary>
    [Theory]
    [InlineData("components.tolerance-position", "component=wall-panel; feature=grout-sleeve", 2, 2.1, "wall-sleeve-pos")]
    [InlineData("components.tolerance-position", "component=wall-panel; feature=connecting-bar", 2, 10, "wall-sleeve-bar-pos")]
    [InlineData("components.tolerance-projection", "component=wall-panel; feature=connecting-bar", 10, -1, "wall-sleeve-bar-length")]
    [InlineData("components.tolerance-feature-size", "component=slab; feature=lattice-girder; dimension=height", 5, -0.5, "slab-truss-height")]
    [InlineData("components.tolerance-flatness", "component=truss", 4, 500, "beam-column-flatness")]
    public void WhatTheMandatoryDoesNotSpeakOf_StaysToTheRecommended(string measurand, string facets, double kept, double broken, string row)
    {
        var item = Item(measurand, "inspectionStage=precast-piece; " + facets);

        Assert.Equal((Verdict.Compliant, "cn.gb-t-51231-2016." + row), (Check.Judge(new() { Item = item, Deviation = (decimal)kept }).Verdict, Check.Find(item).Requirement!.Key));
        Assert.Equal(Verdict.NonCompliant, Check.Judge(new() { Item = item, Deviation = (decimal)broken }).Verdict);
        var provisional = new ToleranceCheck(Jurisdiction.China, Day).Judge(new() { Item = item, Deviation = (decimal)broken });
        Assert.Equal((Verdict.Indeterminate, Verdict.NonCompliant), (provisional.Verdict, provisional.ProvisionalVerdict));
        Assert.Equal("cn.gb-50204-2015", Check.Find(Item("components.tolerance-position", "inspectionStage=precast-piece; component=slab; feature=embedded-bolt")).Requirement!.Edition.Key);
    }

    /// <summary>Words of schedules are narrower than those of the tables: a composite slab is a slab (±5 below 12 m), every wall of the works a wall panel (±4); a wall that is cast is a wall (+10/−5).</summary>
    [Theory]
    [InlineData("composite-slab", "precast-piece", "components.tolerance-length", "precast-length-lt12")]
    [InlineData("exterior-wall-panel", "precast-piece", "components.tolerance-length", "precast-length-wall")]
    [InlineData("wall", "precast-piece", "components.tolerance-length", "precast-length-wall")]
    [InlineData("interior-bearing-wall-panel", "installed", "components.tolerance-axis", "installed-axis-vertical")]
    [InlineData("wall", "cast-in-place", "components.tolerance-section", "cast-section")]
    public void ANarrowerWord_IsReadAsTheTablesHaveIt(string component, string stage, string measurand, string row) =>
        Assert.Equal("cn.gb-50204-2015." + row, Check.Find(new() { Measurand = measurand, Component = component, InspectionStage = stage, MemberLength = 6000 }).Requirement?.Key);

    /// <summary>GB/T 51231-2016, Table 9.7.4-2, has height, width and thickness of wall panels, ±4, ±4, ±3: the length in plan is its width (宽度).</summary>
    [Fact]
    public void LengthOfAWallPanel_IsTheWidthOfATableThatHasNoLength()
    {
        var byContract = new ToleranceCheck(Jurisdiction.China, Day, options: Anything, edition: StandardsCatalogue.Default.FindEdition("GB/T 51231-2016"));
        var length = Item("components.tolerance-length", "inspectionStage=precast-piece; component=exterior-wall-panel; dimension=length");

        Assert.Equal("wall-width", byContract.Find(length).Requirement!.RowKey);
        Assert.Equal(Verdict.Compliant, byContract.Judge(new() { Item = length, Deviation = -4 }).Verdict);
        Assert.Equal(Verdict.NonCompliant, byContract.JudgeDeclared(length, -5, 5).Verdict);
    }

    /// <summary>General items pass at 80 % and without severe deviation (recalled): 8 of 10 pass, 7 of 10 do not.</summary>
    [Theory]
    [InlineData(8, 10, false, Verdict.Compliant, null)]
    [InlineData(7, 10, false, Verdict.NonCompliant, null)]
    [InlineData(7, 10, null, Verdict.NonCompliant, null)]
    [InlineData(10, 10, true, Verdict.NonCompliant, null)]
    [InlineData(10, 10, null, Verdict.Indeterminate, "severeDeviation")]
    [InlineData(0, 0, false, Verdict.Indeterminate, "checkPoints")]
    public void Sample_PassesByItsRate(int inside, int all, bool? severe, Verdict verdict, string? missing)
    {
        var points = Enumerable.Range(0, all).Select(i => Check.Judge(new() { Item = SlabLength, Deviation = i < inside ? 2 : 9 })).ToList();

        var finding = Check.JudgeSample(points, severe);

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(missing is null ? [] : [missing], finding.Missing);
    }

    [Fact]
    public void Sample_APointThatIsNotJudged_LeavesItOpen() =>
        Assert.Equal(["checkPoints"], Check.JudgeSample([Check.Judge(new() { Item = SlabLength })], false).Missing);

    private static ToleranceItem Item(string measurand, string facets)
    {
        var item = new ToleranceItem { Measurand = measurand };
        foreach (var pair in facets.Split("; "))
        {
            var (facet, value) = (pair.Split('=')[0], pair.Split('=')[1]);
            item = facet switch
            {
                "inspectionStage" => item with { InspectionStage = value },
                "component" => item with { Component = value },
                "dimension" => item with { Dimension = value },
                "feature" => item with { Feature = value },
                "face" => item with { Face = value },
                "heightExtent" => item with { HeightExtent = value },
                _ => throw new ArgumentException(facet),
            };
        }

        return item;
    }
}
