using System.Globalization;
using GreenBuild.Standards.Components;
using GreenBuild.Standards.Samples.DesignHost;
using GreenBuild.Standards.Samples.DesignPlugin;

namespace GreenBuild.Standards.Samples.Tests;

/// <summary>The sample for vendors: its README is followed, and its answers are those of the standards.</summary>
public sealed class DesignPluginTests
{
    private const string Readme = "samples/DesignPlugin/README.md";

    private static readonly DesignRules Rules = new(
        new ConstructionSite(Jurisdiction.Parse("CN-SH")) { Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true) }, CalendarDate.Parse("2026-06-30"));

    public static TheoryData<string?, string?, string?> BadSizes => new()
    {
        { "0", "300", "500" }, { "-1", "-1", "-1" }, { null, null, null }, { "0.0001", "1e9", "3" },
        { "79228162514264337593543950335", "-79228162514264337593543950335", "0" },
    };

    [Fact]
    public async Task Readme_CanBeFollowed()
    {
        var steps = SampleReadme.Of(Readme).Steps;
        Assert.Equal(2, steps.Count);
        foreach (var (commands, printed) in steps)
            foreach (var (command, expected) in commands.Zip(printed, static (command, expected) => (command, expected)))
            {
                var run = await SampleReadme.RunAsync(command);
                Assert.True(run.ExitCode == 0, run.Output);
                Assert.Equal(expected, run.Output.ReplaceLineEndings("\n").TrimEnd('\n'));
            }
    }

    [Fact]
    public void Plugin_HangsOnTheCoreAlone() => Assert.Equal(
        ["GreenBuild.Standards", "netstandard"], typeof(DesignAssistant).Assembly.GetReferencedAssemblies().Select(static name => name.Name).Order());

    [Fact]
    public void Size_OffTheModule_HasItsCitationAndTheNearestSizes()
    {
        // GB/T 50002-2013, 3.2.2: multiples of 1M = 100 mm; 2950 lies between 2900 and 3000.
        var answer = Rules.Judge(new DesignElement("DBS-1", "composite-slab", new(2950, 2400, 60)));

        Assert.Equal(Verdict.NonCompliant, answer.Verdict);
        var note = Assert.Single(answer.Notes);
        Assert.Equal(("GB/T 50002-2013", "3.2.2", ComponentDimension.Length), (note.Finding.Edition!.Number, note.Finding.Clause, note.Dimension));
        Assert.Equal(((decimal?)2900, (decimal?)3000), (note.Nearest!.Value.Below, note.Nearest.Value.Above));
        Assert.Contains("不符合", note.Finding.Summarise(Language.Chinese), StringComparison.Ordinal);

        // The nearest of them is kept.
        Assert.Equal(Verdict.Compliant, Rules.Judge(answer.Element with { Size = answer.Element.Size.With(ComponentDimension.Length, note.Nearest.Value.Nearest) }).Verdict);
    }

    [Fact]
    public void Tolerances_AreJudgedFromWhenTheyAreDeclared()
    {
        var slab = new DesignElement("DBS-1", "composite-slab", new(3000, 2400, 60));
        Assert.Empty(Rules.Judge(slab).Notes);

        // The first one declared asks for the others.
        var notes = Rules.Judge(slab with { LengthTolerance = 5 }).Notes;
        Assert.Equal(["sectionTolerance", "flatnessTolerance"], notes.Select(static note => Assert.Single(note.Finding.Missing)));
        Assert.All(notes, static note => Assert.Null(note.Nearest));
    }

    [Fact]
    public void Opening_KeepsOrBreaksTheModuleBySide()
    {
        // Multiples of 100 mm as well; what is open is the table of GB/T 5824.
        var broken = Rules.Judge(new DesignElement("C-1", "window", new(1510, 1500, null)));

        Assert.Equal(Verdict.NonCompliant, broken.Verdict);
        Assert.Equal([(ComponentDimension.Length, Verdict.NonCompliant), (null, Verdict.Indeterminate)], broken.Notes.Select(static note => (note.Dimension, note.Finding.Verdict)));
        Assert.Equal(["sizeTable"], broken.Notes[1].Finding.Missing);
        Assert.Equal([(ComponentDimension.Length, "size")], Rules.Judge(new DesignElement("C-2", "door", new(null, 2100, null))).Notes.Select(static note => (note.Dimension!.Value, note.Finding.Missing[0])));
    }

    [Theory]
    [MemberData(nameof(BadSizes))]
    public void BadSizes_AreVerdictsAndNoErrors(string? length, string? width, string? depth)
    {
        foreach (var kind in ComponentShape.All.Select(static shape => shape.Category).Concat(["door", "window", "bench", ""]))
        {
            var element = new DesignElement("x", kind, new(Number(length), Number(width), Number(depth)));
            foreach (var one in new[] { element, element with { LengthTolerance = Number(length), SectionTolerance = Number(width), FlatnessTolerance = Number(depth) } })
            {
                var answer = Rules.Judge(one);

                Assert.True(answer.Verdict is not Verdict.Compliant || answer.ProvisionalVerdict is null, kind);
                foreach (var note in answer.Notes)
                    foreach (var language in new[] { Language.English, Language.Chinese }) Assert.NotEmpty(note.Finding.Summarise(language));
            }
        }

        static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Session_ShowsTheSameWithoutAClock()
    {
        // The script of the sample, with a wait that is over at once: the answers do not hang on how fast the designer is.
        var pace = new LivePace { Wait = static (_, _) => Task.CompletedTask };
        using var screen = new StringWriter { NewLine = "\n" };
        using var loop = new MessageLoop();

        loop.Run(() => new DesignSession(loop, Language.English, screen, pace).Play(["add DBS-1 composite-slab 2950 2400 60", "pause", "remove DBS-1", "pause"]));

        Assert.Equal(
            """
            DBS-1 2950×2400×60: non-compliant
              non-compliant: 2950 mm is not in the series: multiples of 100 mm (GB/T 50002-2013 3.2.2); nearest: 2900 (− 50), 3000 (+ 50) mm.
              [2900] [3000]
            Edits: 2, answers: 1.

            """.ReplaceLineEndings("\n"), screen.ToString());
    }

    [Fact]
    public void WhatIf_LeadsToTheGrade()
    {
        // docs/components.md: at 69 % of dry floors P is 70.8 %; 70 % bring 6 points, and 76.8 % are grade AA.
        var answers = new List<AssemblyAnswer>();
        using var loop = new MessageLoop();
        loop.Run(async () =>
        {
            using var assistant = new DesignAssistant(Rules, AssemblyTarget.AA, new LivePace { Wait = static (_, _) => Task.CompletedTask });
            assistant.BuildingJudged += (_, answer) => answers.Add(answer);
            foreach (var dry in new[] { 6_900, 7_000 })
            {
                assistant.Change(Building with { DryFloorArea = dry });
                await assistant.WhenSettled();
            }
        });

        Assert.Equal(["70.8", "76.8"], answers.Select(static answer => answer.Sheet.Rate.ToString()));
        Assert.Contains(answers[0].WhatIf.Ways, static way => way.Changes is [{ Item: AssemblyItem.DryFloor, RatioNeeded: 70, PointsGained: 6 }]);
        Assert.True(answers[1].WhatIf.IsReached);
    }

    private static AssemblyTakeOff Building { get; } = new()
    {
        Structure = AssemblyStructure.Concrete, Phase = AssemblyPhase.Design,
        VerticalVolume = 2_400, PrecastVerticalVolume = 984, FloorArea = 10_000, PrecastFloorArea = 7_300,
        NonBearingEnclosureArea = 3_000, NonMasonryEnclosureArea = 3_000, EnclosureArea = 4_000, IntegratedEnclosureArea = 2_400,
        PartitionArea = 9_000, NonMasonryPartitionArea = 7_200, IntegratedPartitionArea = 4_950, HasFullFitOut = true,
        KitchenArea = 1_200, DryKitchenArea = 960, KitchensEquipped = true, BathroomArea = 1_500, DryBathroomArea = 1_350, BathroomsEquipped = true,
        ServiceLength = 20_000, SeparatedServiceLength = 11_000,
    };
}
