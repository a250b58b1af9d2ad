using CsCheck;
using GreenBuild.Standards.Components;
using static GreenBuild.Standards.Tests.Components.AssemblySample;

namespace GreenBuild.Standards.Tests.Components;

/// <summary>Whatever number a schedule or a take-off holds, there is a finding and no exception: decimals at their ends, next to zero, and next to the bounds.</summary>
public sealed class ComponentExtremesTests
{
    private static readonly decimal[] Extremes =
    [
        decimal.MaxValue, decimal.MinValue, decimal.MaxValue / 2, decimal.MinValue / 2, 1e-28m, -1e-28m, 0, -1, 1, 1e27m, -1e27m, 1_000_000_000, 1_000_000_001, 1_000_000_000_000, 1_000_000_000_001,
        79228162514264337593.543950335m, 2400.5m,
    ];

    private static readonly Gen<decimal> Any = Gen.Int[0, Extremes.Length - 1].Select(static i => Extremes[i]);
    private static readonly Gen<decimal?> Maybe = Gen.Int[0, Extremes.Length].Select(static i => i == Extremes.Length ? (decimal?)null : Extremes[i]);

    [Fact]
    public void Tolerances() => Gen.Select(Maybe, Maybe, Maybe, Maybe, Any, Any).Sample(static (deviation, actual, nominal, length, lower, upper) =>
    {
        var check = new ToleranceCheck(Jurisdiction.China, Day, options: All);
        foreach (var measurand in new[] { "components.tolerance-length", "components.tolerance-sweep", "components.tolerance-flatness" })
        {
            var item = new ToleranceItem { Measurand = measurand, InspectionStage = "precast-piece", Component = "slab", MemberLength = length, SectionDepth = actual, BuildingHeight = nominal };
            var finding = check.Judge(new() { Item = item, Deviation = deviation, Actual = actual, Nominal = nominal });
            // A size that is none is never kept; nor is a deviation from it.
            if (actual is <= 0 or > 1_000_000_000 && nominal is not null) Assert.Equal(Verdict.Invalid, finding.Verdict);
            Said(finding);
            Said(check.JudgeDeclared(item, lower, upper));
        }
    });

    [Fact]
    public void Sizes() => Gen.Select(Maybe, Maybe, Maybe, Any, Any).Sample(static (coordinating, made, joint, width, height) =>
    {
        var coordination = new ModularCoordination(Jurisdiction.China, Day, options: All);
        var size = new CoordinatingSize { Coordinating = coordinating, Made = made, Joint = joint };
        coordination.JudgeSize(size, Circumstances.None.With("sizeUse", "span").With("component", "slab")).ToList().ForEach(Said);
        if (coordinating is null && made is > 1_000_000_000 && joint is not null) Assert.Null(size.Millimeters);
        new OpeningSize { Width = width, Height = height, Kind = "window" }.Judge(coordination).ToList().ForEach(Said);
        foreach (var series in coordination.All)
        {
            Said(coordination.JudgeAgainst(series, width));
            var nearest = series.Nearest(width);
            _ = nearest.ToString() + nearest.DistanceBelow + nearest.DistanceAbove + nearest.Nearest;
        }
    });

    [Fact]
    public void Sections() => Gen.Select(Any, Any, Maybe, Maybe, Any).Sample(static (height, width, web, flange, stated) =>
    {
        var library = new RolledSectionLibrary(Jurisdiction.China, CalendarDate.Parse("2020-06-30"), options: All);
        var shape = new SectionShape("HN", height, width, web, flange);
        Said(library.Find(shape).Finding);
        library.JudgeLargest(shape).ToList().ForEach(Said);
        _ = library.Compute(shape, stated);
        var findings = library.Check("HN 400×200×8×13", stated, stated);
        findings.ToList().ForEach(Said);
        // The area and mass of a section are above zero.
        if (stated <= 0) Assert.All(findings.Skip(1), static finding => Assert.Equal(Verdict.Invalid, finding.Verdict));
        var share = RolledShare.Of("column", [new() { Component = "column", Section = "HN 400×200×8×13", Tonnes = stated, Count = int.MaxValue }, new() { Component = "column", Section = "x", Tonnes = height }], library);
        Assert.True(share.ByMass is null or >= 0 and <= 100);
    });

    [Fact]
    public void Schedules() => Gen.Select(Maybe, Maybe, Maybe, Maybe, Any).Sample(static (length, width, depth, volume, change) =>
    {
        var sizes = new StandardSizes(new ModularCoordination(Jurisdiction.China, Day));
        ScheduledComponent[] schedule =
        [
            new() { TypeMark = "a", Category = "slab", Size = new(length, width, depth), Count = int.MaxValue, Volume = volume },
            new() { TypeMark = "b", Category = "slab", Size = new(3000, 2400, 60), Count = int.MaxValue, Volume = 1e-28m },
        ];
        var standardisation = Standardisation.Of(schedule, sizes);
        standardisation.Findings.Concat(standardisation.JudgeRepetition(StandardsCatalogue.Default.FindEdition("GB/T 51129-2015")!)).ToList().ForEach(Said);
        _ = standardisation.Suggest(change).Select(static suggestion => suggestion.Text.English + suggestion.Text.Chinese).ToList();
        _ = new[] { standardisation.CoverageByCount(1), standardisation.CoverageByVolume(1), standardisation.RepetitionByArea("slab", 3), standardisation.StandardShareByCount, standardisation.StandardShareByVolume, standardisation.PiecesPerType };
    });

    [Fact]
    public void Components() => Gen.Select(Maybe, Maybe, Maybe, Maybe, Maybe, Maybe).Sample(static (length, width, depth, ofLength, ofSection, flatness) =>
    {
        var check = new ComponentCheck(Jurisdiction.China, Day, options: All);
        var component = new PrecastComponent { Id = "x", Category = "wall-panel", Size = new(length, width, depth), LengthTolerance = ofLength, SectionTolerance = ofSection, FlatnessTolerance = flatness, Face = "inner" };
        var findings = new List<ComponentFinding>();
        check.Check(component, findings);
        foreach (var finding in findings)
        {
            var explained = check.Explain(component, finding);
            Said(explained);
            Assert.Equal(finding.Verdict, explained.Verdict);
        }
    });

    [Fact]
    public void TakeOffs() => Gen.Select(Maybe, Maybe, Any, Any, Maybe, Maybe, Any, Any).Sample(static (part, whole, free, joint, size, column, claimed, ratio) =>
    {
        var takeOff = Building() with
        {
            PrecastVerticalVolume = part,
            VerticalVolume = whole,
            FloorArea = whole,
            PrecastFloorArea = part,
            FormworkFreeFloorArea = free,
            UnfinishedArea = free,
            VerticalJoints = [new() { Kind = AssemblyJointKind.WallStrip, Quantity = joint, Size = size }, new() { Kind = AssemblyJointKind.ColumnJoint, Quantity = joint, Size = size, ColumnSize = column }, new() { Kind = AssemblyJointKind.BeamColumnNode, Quantity = joint }],
            FloorStrips = [new() { Kind = AssemblyJointKind.FloorStrip, Quantity = joint, Size = size }, new() { Kind = AssemblyJointKind.FloorStrip, Quantity = joint, Size = size }],
            ServiceLength = part,
            SeparatedServiceLength = whole,
            ClaimedPoints = new Dictionary<AssemblyItem, decimal> { [AssemblyItem.VerticalMembers] = claimed },
            Group = [new() { Name = "1#", Storeys = free, AboveGroundArea = joint }],
        };
        foreach (var changed in Enum.GetValues<AssemblyItem>().Select(item => takeOff.WithRatio(item, ratio)).Append(takeOff))
        {
            var sheet = Score(changed);
            sheet.Findings.Concat(sheet.Claims).Concat(sheet.Grading).ToList().ForEach(Said);
            Assert.All(sheet.Rows, static row => Assert.True(row.Ratio is null or >= 0 and <= 100));
            _ = sheet.ToText(Language.English) + sheet.ToMarkdown(Language.Chinese);
        }

        _ = AssemblyWhatIf.Of(Score(takeOff), AssemblyTarget.AAA, 2).Ways.Select(way => way.ApplyTo(takeOff)).ToList();
    }, iter: 200);

    [Fact]
    public void Figures() => Gen.Select(Any, Any, Any, Maybe).Sample(static (value, other, third, area) =>
    {
        AssemblyFigure.JudgeIn([AssemblyFigure.LocalAssemblyRate(value), AssemblyFigure.LocalPrecastRatio(other)], Jurisdiction.Parse("CN-SH"), Day, options: All).ToList().ForEach(Said);
        Said(AssemblyFigure.JudgeIn([AssemblyFigure.TechnicalScore(value)], Jurisdiction.Parse("CN-GD-440300"), Day, options: All)[0]);
        foreach (var row in StandardsCatalogue.Default.FindEdition("cn.gb-t-51129-2017")!.Requirements) Said(AssemblyFigure.AssemblyRate(value).Judge(row));
        _ = AssemblyFigure.LocalPrecastRatioOf(value, other)?.Value + AssemblyFigure.PrecastRatioOf(value, other)?.Value;
        if (PreManufacturedValue.OfCost(value, other, third) is { } cost) Said(cost.Judge(Day));
        if (PreManufacturedValue.OfLabour(value, other, third) is { } labour) Said(labour.Judge(Day));
        Said(MicConcession.Judge(value, other, Day));
        var design = new BuildableDesign { GrossFloorArea = area, Structure = [new() { Quantity = value, LabourSavingIndex = other }], Walls = [new() { Quantity = other, LabourSavingIndex = third }], OtherFeatures = area, Bonus = third };
        Said(design.Judge(Jurisdiction.Parse("SG"), Day, out var score));
        Assert.True(score is null or >= 0);
        var form = IndustrialisedForm.Of(
            new() { Use = "residential", PrecastRatio = AssemblyFigure.PrecastRatio(value), AssemblyRate = AssemblyFigure.AssemblyRate2015(other), Repetition = [new() { Component = "slab", Percent = third }] }, CalendarDate.Parse("2017-06-30"));
        form.Control.Concat(form.Rows.Select(static row => row.Finding)).ToList().ForEach(Said);
    });

    /// <summary>The cases that were found, each with what the number is.</summary>
    [Fact]
    public void WhatWasFound_IsAFinding()
    {
        var slab = new ToleranceItem { Measurand = "components.tolerance-length", InspectionStage = "precast-piece", Component = "slab", MemberLength = 6000 };
        Assert.Equal(Verdict.Invalid, new ToleranceCheck(Jurisdiction.China, Day).Judge(new() { Item = slab, Actual = decimal.MaxValue, Nominal = decimal.MinValue }).Verdict);
        Assert.Equal(Verdict.Invalid, new ModularCoordination(Jurisdiction.China, Day).JudgeSize(new() { Made = decimal.MaxValue, Joint = decimal.MaxValue }, Circumstances.None.With("sizeUse", "span"))[0].Verdict);
        Assert.Equal(Verdict.Invalid, new RolledSectionLibrary(Jurisdiction.China, CalendarDate.Parse("2020-06-30")).Check("HN 400×200×8×13", massPerMetre: decimal.MinValue)[1].Verdict);
        // 10 m3 of joints that do not count in 10⁻²⁸ m3 of members.
        var sheet = Score(Building() with { VerticalVolume = 1e-28m, PrecastVerticalVolume = null, VerticalJoints = [new() { Kind = AssemblyJointKind.WallStrip, Quantity = 10, Size = 5000 }] });
        Assert.Contains(sheet.Findings, static finding => finding is { Verdict: Verdict.Invalid, Subject: "vertical-members" });
        Assert.Contains(Score(Building().WithRatio(AssemblyItem.HorizontalMembers, decimal.MaxValue)).Findings, static finding => finding is { Verdict: Verdict.Invalid, Subject: "horizontal-members" });
        Assert.Equal(Verdict.Invalid, new BuildableDesign { GrossFloorArea = 10_000, OtherFeatures = 5, Bonus = decimal.MaxValue }.Judge(Jurisdiction.Parse("SG"), Day, out _).Verdict);
    }

    // Every text can be written in both languages, and what is open or invalid says why.
    private static void Said(Finding finding)
    {
        Assert.NotEmpty(finding.Summarise(Language.English) + finding.Summarise(Language.Chinese));
        foreach (var step in finding.Explanation) Assert.NotEmpty(step.English + step.Chinese);
        if (finding.Verdict is Verdict.Invalid) Assert.NotEmpty(finding.Reason.Chinese);
    }
}
