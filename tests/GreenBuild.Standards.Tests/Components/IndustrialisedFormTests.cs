using GreenBuild.Standards.Components;
using static GreenBuild.Standards.Tests.Components.AssemblySample;

namespace GreenBuild.Standards.Tests.Components;

/// <summary>The form of GB/T 51129-2015, with the rows and points that the dossier has of it.</summary>
public sealed class IndustrialisedFormTests
{
    private static readonly CalendarDate Then = new(2017, 6, 30);

    private static IndustrialisedBuilding Building() => new()
    {
        Use = "residential",
        PrecastRatio = AssemblyFigure.PrecastRatio(20),
        AssemblyRate = AssemblyFigure.AssemblyRate2015(50),
        Repetition =
        [
            new() { Component = "dwelling-type", Percent = 70 }, // at least 70: 4
            new() { Component = "beam", Percent = 50 }, new() { Component = "column", Percent = 62 }, // both at least 50: 3 or 4
            new() { Component = "slab", Percent = 59.9m }, // below 60: 0
            new() { Component = "stair", Percent = 100 }, // 2
            new() { Component = "partition-panel", Percent = 50 }, // 2
            new() { Component = "balcony", Percent = 49 }, // below 50: 0
            new() { Component = "external-window", Percent = 60 }, // 2
            new() { Component = "integrated-bathroom", Percent = 70 }, // 2
        ],
        Absent = ["exterior-bearing-wall-panel", "interior-bearing-wall-panel", "hung-wall-panel", "kitchen-cabinet", "storage-room"], // a frame without cabinets of one piece
    };

    /// <summary>4 + (3 or 4) + 0 + 2 + 2 + 0 + 2 + 2 = 15 or 16: two copies of the form differ on one row.</summary>
    [Fact]
    public void TheForm_ByHand()
    {
        var form = IndustrialisedForm.Of(Building(), Then, options: All);

        Assert.Equal((15m, 16m), (form.Points.Low, form.Points.High));
        Assert.Equal([Verdict.Compliant, Verdict.Compliant], form.Control.Select(static finding => finding.Verdict));
        Assert.Equal(9, form.Rows.Count);
        Assert.Equal(Verdict.NotApplicable, form.Rows[1].Finding.Verdict); // public units
    }

    [Fact]
    public void TheWorstKindOfARow_Decides()
    {
        var form = IndustrialisedForm.Of(Building() with { Repetition = [new() { Component = "beam", Percent = 80 }, new() { Component = "column", Percent = 49 }] }, Then);
        var row = Assert.Single(form.Rows, static row => row.Finding.Subject == "column");

        Assert.Equal((Verdict.NonCompliant, 0m), (row.Finding.Verdict, row.Points.High));
        Assert.Equal((0m, 4m), (form.Rows[0].Points.Low, form.Rows[0].Points.High)); // not known
        Assert.Equal(["repeat-dwelling-units"], form.Rows[0].Finding.Missing);
    }

    /// <summary>
    /// Each kind of a row has its own share ("piece count, each kind separately"): beams alone at 60 % do not earn the points of beams, columns and three kinds of walls; what the
    /// building does not have is named. A kind that fails fails the row whatever the others are. Air-conditioner slabs have no row, and that is said.
    /// </summary>
    [Fact]
    public void AKindOfWhichNothingIsSaid_LeavesItsRowOpen()
    {
        var form = IndustrialisedForm.Of(Building() with { Repetition = [new() { Component = "beam", Percent = 60 }, new() { Component = "ac-slab", Percent = 10 }], Absent = ["hung-wall-panel"] }, Then, options: All);
        var row = Assert.Single(form.Rows, static row => row.Finding.Requirement?.RowKey == "repeat-beam-column-wall");

        Assert.Equal((Verdict.Indeterminate, 0m, 4m), (row.Finding.Verdict, row.Points.Low, row.Points.High));
        Assert.Equal(["column", "exterior-bearing-wall-panel", "interior-bearing-wall-panel"], row.Finding.Missing);
        Assert.Contains("外承重墙板", row.Finding.Reason.Chinese, StringComparison.Ordinal);
        Assert.Equal(("ac-slab", Verdict.NotApplicable), (form.Rows[^1].Finding.Subject, form.Rows[^1].Finding.Verdict));
        Assert.Equal(Verdict.Invalid, IndustrialisedForm.Of(Building() with { Absent = ["beems"] }, Then).Rows[^1].Finding.Verdict);
        var failing = IndustrialisedForm.Of(Building() with { Repetition = [new() { Component = "beam", Percent = 49 }], Absent = [] }, Then, options: All);
        Assert.Equal(Verdict.NonCompliant, Assert.Single(failing.Rows, static row => row.Finding.Requirement?.RowKey == "repeat-beam-column-wall").Finding.Verdict);
    }

    /// <summary>
    /// A building without beams, columns and the three kinds of walls has nothing in their row: it does not apply, 0 points, nothing to ask. A beam cannot be absent and have a share of
    /// 60 %. "Wall panel" may be any of three kinds of the row, so the row asks which it is.
    /// </summary>
    [Fact]
    public void WhatIsAbsent_HasNoShare()
    {
        string[] kinds = ["beam", "column", "exterior-bearing-wall-panel", "interior-bearing-wall-panel", "hung-wall-panel"];
        IndustrialisedRow Row(IndustrialisedForm form) => Assert.Single(form.Rows, static row => row.Finding.Requirement?.RowKey == "repeat-beam-column-wall");

        var none = Row(IndustrialisedForm.Of(Building() with { Repetition = [], Absent = kinds }, Then, options: All));
        Assert.Equal((Verdict.NotApplicable, 0m, 0m), (none.Finding.Verdict, none.Points.Low, none.Points.High));
        Assert.Empty(none.Finding.Missing);
        var both = Row(IndustrialisedForm.Of(Building() with { Repetition = [new() { Component = "beam", Percent = 60 }], Absent = kinds }, Then, options: All));
        Assert.Equal((Verdict.Invalid, 0m), (both.Finding.Verdict, both.Points.Low));
        Assert.Contains("梁", both.Finding.Reason.Chinese, StringComparison.Ordinal);
        var wider = IndustrialisedForm.Of(Building() with { Repetition = [new() { Component = "wall-panel", Percent = 60 }], Absent = [] }, Then, options: All).Rows[^1];
        Assert.Equal(("wall-panel", Verdict.Indeterminate, "component"), (wider.Finding.Subject, wider.Finding.Verdict, Assert.Single(wider.Finding.Missing)));
    }

    /// <summary>One share of slabs is that of precast and composite ones together (占总数), and the finding says so.</summary>
    [Fact]
    public void OneShareOfSlabs_IsThatOfBoth()
    {
        var form = IndustrialisedForm.Of(Building() with { Repetition = [new() { Component = "slab", Percent = 70 }] }, Then, options: All);
        var row = Assert.Single(form.Rows, static row => row.Finding.Requirement?.RowKey == "repeat-slabs");

        Assert.Equal((Verdict.Compliant, 2m), (row.Finding.Verdict, row.Points.Low));
        Assert.Contains(row.Finding.Explanation, static step => step.Chinese.Contains("叠合", StringComparison.Ordinal) && step.Chinese.Contains("合计", StringComparison.Ordinal));
    }

    /// <summary>A precast ratio given as the assembly rate is told apart; the control items are recalled, so provisional.</summary>
    [Fact]
    public void ControlItems_TakeTheirOwnFigure()
    {
        var form = IndustrialisedForm.Of(Building() with { AssemblyRate = AssemblyFigure.PrecastRatio(60), PrecastRatio = null }, Then);

        Assert.Equal("precastRatio", Assert.Single(form.Control[0].Missing));
        Assert.Equal(Verdict.Invalid, form.Control[1].Verdict);
        Assert.Equal(Verdict.NonCompliant, IndustrialisedForm.Of(Building() with { PrecastRatio = AssemblyFigure.PrecastRatio(19.9m) }, Then).Control[0].ProvisionalVerdict);
    }

    /// <summary>Precast and composite slabs are counted together (占总数): two shares that both fail fail together, others do not give that of all.</summary>
    [Theory]
    [InlineData(59, 59, Verdict.NonCompliant)]
    [InlineData(60, 60, Verdict.Indeterminate)]
    [InlineData(60, 59, Verdict.Indeterminate)]
    public void Slabs_AreCountedTogether(int slabs, int composite, Verdict verdict)
    {
        var form = IndustrialisedForm.Of(Building() with { Repetition = [new() { Component = "slab", Percent = slabs }, new() { Component = "composite-slab", Percent = composite }] }, Then, options: All);

        Assert.Equal(verdict, Assert.Single(form.Rows, static row => row.Finding.Requirement!.RowKey == "repeat-slabs").Finding.Verdict);
    }

    /// <summary>A word that is none is said with those that are, and nothing is thrown.</summary>
    [Fact]
    public void AWordThatIsNone_IsAFinding()
    {
        var form = IndustrialisedForm.Of(Building() with { Use = "resident", Repetition = [new() { Component = "beems", Percent = 80 }] }, Then);

        Assert.Contains("residential", form.Rows[0].Finding.Reason.English, StringComparison.Ordinal);
        Assert.Equal(Verdict.Invalid, form.Rows[0].Finding.Verdict);
        Assert.Equal((Verdict.Invalid, "beems"), (form.Rows[^1].Finding.Verdict, form.Rows[^1].Finding.Subject));
        Assert.Contains("beam", form.Rows[^1].Finding.Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Afterwards_ItAppliesNoMore()
    {
        var form = IndustrialisedForm.Of(Building(), CalendarDate.Parse("2018-02-01"));

        Assert.All(form.Control.Concat(form.Rows.Select(static row => row.Finding)), static finding => Assert.Equal(Verdict.NotApplicable, finding.Verdict));
        Assert.All(form.Control.Concat(form.Rows.Select(static row => row.Finding)), static finding => Assert.Null(finding.Measured)); // nothing was measured
        Assert.Equal(0, form.Points.High);
    }
}
