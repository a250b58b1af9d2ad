using System.Globalization;
using GreenBuild.Standards.Components;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Samples.DesignPlugin;

namespace GreenBuild.Standards.Samples.DesignHost;

/// <summary>The model of a small building, and a designer at work on it: a script of edits, of which the plug-in is told one after the other.</summary>
/// <param name="loop">The thread of the user interface.</param>
/// <param name="language">The language of the designer.</param>
/// <param name="screen">What the designer sees.</param>
/// <param name="pace">The pace of the plug-in; its own if not given.</param>
public sealed class DesignSession(MessageLoop loop, Language language, TextWriter screen, LivePace? pace = null)
{
    private readonly Dictionary<string, DesignElement> _model = new(StringComparer.Ordinal);
    private NoiseControlPlan _plan = new();
    private AssemblyTakeOff _building = new()
    {
        Name = "3#", Phase = AssemblyPhase.Design, Structure = AssemblyStructure.Concrete,
        VerticalVolume = 2_400, PrecastVerticalVolume = 984, FloorArea = 10_000, PrecastFloorArea = 7_300,
        NonBearingEnclosureArea = 3_000, NonMasonryEnclosureArea = 3_000, EnclosureArea = 4_000, IntegratedEnclosureArea = 2_400,
        PartitionArea = 9_000, NonMasonryPartitionArea = 7_200, IntegratedPartitionArea = 4_950, HasFullFitOut = true,
        DryFloorArea = 6_900, KitchenArea = 1_200, DryKitchenArea = 960, KitchensEquipped = true,
        BathroomArea = 1_500, DryBathroomArea = 1_350, BathroomsEquipped = true, ServiceLength = 20_000, SeparatedServiceLength = 11_000,
    };

    private int _edits;
    private int _answers;

    /// <summary>Plays a script. Called in the loop.</summary>
    /// <param name="lines">One edit a line; <c>pause</c> waits for the plug-in, as a designer does who looks at the screen.</param>
    public async Task Play(IEnumerable<string> lines)
    {
        var site = new ConstructionSite(Jurisdiction.Parse("CN-SH")) { Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true) };
        using var assistant = new DesignAssistant(new DesignRules(site, CalendarDate.Parse("2026-06-30")), AssemblyTarget.AA, pace);
        assistant.ElementJudged += (_, answer) => Show(answer);
        assistant.BuildingJudged += (_, answer) => Show(answer);
        assistant.PlanJudged += (_, findings) => Show(findings);
        foreach (var line in lines)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length == 0 || words[0].StartsWith('#')) continue;
            if (words[0] == "pause")
            {
                await assistant.WhenSettled();
                continue;
            }

            _edits++;
            Edit(assistant, words);
        }

        await assistant.WhenSettled();
        screen.WriteLine(language == Language.Chinese ? $"修改 {_edits} 次，答复 {_answers} 次。" : $"Edits: {_edits}, answers: {_answers}.");
    }

    private void Edit(DesignAssistant assistant, string[] words)
    {
        switch (words)
        {
            case ["add", var id, var kind, var length, var width, var depth]:
                Set(assistant, new DesignElement(id, kind, new ComponentSize(Number(length), Number(width), Number(depth))));
                break;
            case ["size", var id, var dimension, var size]:
                Set(assistant, _model[id] with { Size = _model[id].Size.With(Enum.Parse<ComponentDimension>(dimension, ignoreCase: true), Number(size)) });
                break;
            case ["tolerance", var id, var length, var section, var flatness]:
                Set(assistant, _model[id] with { LengthTolerance = Number(length), SectionTolerance = Number(section), FlatnessTolerance = Number(flatness) });
                break;
            case ["remove", var id]:
                _model.Remove(id);
                assistant.Remove(id);
                break;
            case ["dry-floors", var area]:
                assistant.Change(_building = _building with { DryFloorArea = Number(area) });
                break;
            case ["noise", var day, var night, var maximum]:
                _plan = new NoiseControlPlan { DayLimit = Level(day), NightLimit = Level(night), NightMaximum = Level(maximum) };
                assistant.Change(_plan);
                break;
            default:
                throw new FormatException($"'{string.Join(' ', words)}' is no edit.");
        }
    }

    private void Set(DesignAssistant assistant, DesignElement element)
    {
        _model[element.Id] = element;
        assistant.Change(element);
    }

    private void Show(DesignAnswer answer)
    {
        CheckThread();
        var size = answer.Element.IsOpening ? answer.Element.Size.ToString().Replace("×?", "", StringComparison.Ordinal) : answer.Element.Size.ToString();
        screen.WriteLine($"{answer.Element.Id} {size}: {VerdictOf(answer.Verdict, answer.ProvisionalVerdict)}");
        foreach (var note in answer.Notes)
        {
            screen.WriteLine("  " + note.Finding.Summarise(language));
            // The buttons beside the size, as a host would offer them.
            if (note.Nearest is { Nearest: not null } nearest)
                screen.WriteLine("  " + string.Join(' ', new[] { nearest.Below, nearest.Above }.OfType<decimal>().Select(static size => $"[{Words.Number(size)}]")));
        }
    }

    private void Show(AssemblyAnswer answer)
    {
        CheckThread();
        screen.WriteLine((language == Language.Chinese ? "装配率：" : "Assembly rate: ") + $"{answer.Sheet.Rate} %");
        foreach (var way in answer.WhatIf.Ways.Take(2)) screen.WriteLine("  AA: " + string.Join("; ", way.Changes.Select(change => change.In(language))));
    }

    private void Show(IReadOnlyList<Finding> findings)
    {
        CheckThread();
        foreach (var finding in findings) screen.WriteLine($"{finding.Subject} {finding.Summarise(language)}");
    }

    private void CheckThread()
    {
        if (!loop.IsHere) throw new InvalidOperationException("An answer came on another thread than that of the user interface.");
        _answers++;
    }

    private string VerdictOf(Verdict verdict, Verdict? provisional) => Words.Of(verdict).In(language) + (provisional is { } perhaps ? $" ({Words.Of(perhaps).In(language)}?)" : "");

    private static decimal? Number(string text) => text == "?" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static SoundLevel? Level(string text) => Number(text) is { } decibels ? SoundLevel.FromDecibels(decibels) : null;
}
