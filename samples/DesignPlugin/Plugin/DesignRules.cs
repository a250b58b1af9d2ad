using GreenBuild.Standards.Components;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Samples.DesignPlugin;

/// <summary>The rules of a place and a day, prepared once and asked for each change. Immutable; safe for several threads.</summary>
public sealed class DesignRules
{
    private static readonly ComponentRule[] RulesOnSizes = [ComponentRule.LengthSize, ComponentRule.WidthSize, ComponentRule.DepthSize];

    private readonly ConstructionSite _site;
    private readonly CalendarDate _date;
    private readonly ComponentCheck _sizes;
    private readonly ComponentCheck _sizesAndTolerances;
    private readonly ModularCoordination _coordination;

    /// <summary>Prepares the rules.</summary>
    /// <param name="site">The site: its place, and for noise what is known of it.</param>
    /// <param name="date">The day of the design.</param>
    public DesignRules(ConstructionSite site, CalendarDate date)
    {
        (_site, _date) = (site, date);
        _sizes = new ComponentCheck(site.Place, date, rules: RulesOnSizes);
        _sizesAndTolerances = new ComponentCheck(site.Place, date);
        _coordination = new ModularCoordination(site.Place, date);
    }

    /// <summary>Judges a component or opening. What is no size at all gives a verdict as well, never an exception.</summary>
    /// <param name="element">The component or opening.</param>
    public DesignAnswer Judge(DesignElement element) => element.IsOpening ? JudgeOpening(element) : JudgeComponent(element);

    /// <summary>Scores a building by GB/T 51129-2017, and says what would bring it to a grade.</summary>
    /// <param name="takeOff">The quantities of the building.</param>
    /// <param name="target">What it is to reach.</param>
    public AssemblyAnswer Judge(AssemblyTakeOff takeOff, AssemblyTarget target)
    {
        var sheet = AssemblyScoreSheet.Of(takeOff, _site.Place, _date);
        return new AssemblyAnswer(sheet, AssemblyWhatIf.Of(sheet, target));
    }

    /// <summary>Judges the levels at the boundary that the plan of the works allows.</summary>
    /// <param name="plan">The plan.</param>
    public IReadOnlyList<Finding> Judge(NoiseControlPlan plan) => plan.Judge(_site, _date);

    private DesignAnswer JudgeComponent(DesignElement element)
    {
        var check = element.HasTolerances ? _sizesAndTolerances : _sizes;
        var component = new PrecastComponent
        {
            Id = element.Id, Category = element.Kind, Size = element.Size,
            LengthTolerance = element.LengthTolerance, SectionTolerance = element.SectionTolerance, FlatnessTolerance = element.FlatnessTolerance,
        };
        var found = new List<ComponentFinding>();
        var outcome = check.Check(component, found);
        var notes = found.ConvertAll(one => new DesignNote(check.Explain(component, one), one.Missing == "component" ? null : one.Dimension, one.Rule <= ComponentRule.DepthSize ? NearestTo(one.Requirement, one.Measured) : null));
        return new DesignAnswer(element, outcome.Verdict, outcome.ProvisionalVerdict, notes.AsReadOnly());
    }

    private DesignAnswer JudgeOpening(DesignElement element)
    {
        var kind = Circumstances.None.With("openingKind", element.Kind);
        var findings = new List<(Finding Finding, ComponentDimension? Dimension)>
        {
            // Of several series, the first finding is that of the one that governs.
            (_coordination.JudgeSize(Coordinating(element.Size.Length), kind.With("sizeUse", "opening-width"), element.Id)[0], ComponentDimension.Length),
            (_coordination.JudgeSize(Coordinating(element.Size.Width), kind.With("sizeUse", "opening-height"), element.Id)[0], ComponentDimension.Width),
        };
        if (element.Size is { Length: { } width, Width: { } height })
        {
            // The tables of GB/T 5824 are asked for: they are not in the catalogue, and a vendor may have them.
            var tables = new OpeningSize { Width = width, Height = height, Kind = element.Kind }.Judge(_coordination, subject: element.Id).Where(static finding => finding.Missing.Contains("sizeTable"));
            findings.AddRange(tables.Select(static finding => (finding, (ComponentDimension?)null)));
        }

        var notes = findings.Where(static one => one.Finding.Verdict is not (Verdict.Compliant or Verdict.NotApplicable))
            .Select(one => new DesignNote(one.Finding, one.Dimension, NearestTo(one.Finding.Requirement, one.Finding.Measured))).ToList();
        return new DesignAnswer(element, Finding.OverallOf(findings.Select(static one => one.Finding)), null, notes.AsReadOnly());

        static CoordinatingSize Coordinating(decimal? millimeters) => new() { Coordinating = millimeters };
    }

    private NearestSizes? NearestTo(Requirement? row, decimal? millimeters) =>
        row is not null && millimeters is { } size && _coordination.All.FirstOrDefault(series => series.Requirement == row) is { } held && !held.Contains(size) ? held.Nearest(size) : null;
}

/// <summary>What was found of a component or opening.</summary>
/// <param name="Element">The state that was judged.</param>
/// <param name="Verdict">The verdict over all rules.</param>
/// <param name="ProvisionalVerdict">What it would be if facts known from memory only counted; <see langword="null"/> if it does not hang on any.</param>
/// <param name="Notes">What is not kept or cannot be judged; empty if all is kept.</param>
public sealed record DesignAnswer(DesignElement Element, Verdict Verdict, Verdict? ProvisionalVerdict, IReadOnlyList<DesignNote> Notes);

/// <summary>What a host shows beside an element: the finding with its words and citation in both languages, and sizes to choose from.</summary>
/// <param name="Finding">The finding: <see cref="Finding.Summarise"/>, <see cref="Finding.Reason"/> and <see cref="Finding.Explanation"/> are in both languages.</param>
/// <param name="Dimension">The size that it is about; <see langword="null"/> where it is on none, or may be on more than one.</param>
/// <param name="Nearest">The nearest sizes of the series; <see langword="null"/> where the finding is on no series.</param>
public sealed record DesignNote(Finding Finding, ComponentDimension? Dimension, NearestSizes? Nearest);

/// <summary>The assembly rate of a building, and the ways to what it is to reach.</summary>
/// <param name="Sheet">The score sheet.</param>
/// <param name="WhatIf">The sets of changes that reach the target.</param>
public sealed record AssemblyAnswer(AssemblyScoreSheet Sheet, AssemblyWhatIf WhatIf);
