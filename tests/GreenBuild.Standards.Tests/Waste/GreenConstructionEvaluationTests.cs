using CsCheck;
using GreenBuild.Standards.Waste;

namespace GreenBuild.Standards.Tests.Waste;

/// <summary>GB/T 50640-2010 as the dossier recalls it: F = B / C · 100 + D, E = Σ F · weight, G = mean of E, W = Σ G · weight.</summary>
public sealed class GreenConstructionEvaluationTests
{
    private static readonly CalendarDate In2020 = new(2020, 6, 1);
    private static readonly string[] Elements = ["environment", "materials", "water", "energy", "land"];
    private static readonly string[] Stages = ["foundation", "structure", "finishing-and-services"];
    private static readonly CheckOptions Everything = new() { EvidenceFloor = Evidence.Unconfirmed };

    /// <summary>Ten general items an element, so many of them met, and so many preferred ones.</summary>
    private static List<EvaluationBatch> Batches(int met, int preferred, int notApplicable = 0, EvaluationOutcome control = EvaluationOutcome.Met) =>
        [.. Stages.Select(stage => Batch(stage, met, preferred, notApplicable, control))];

    private static EvaluationBatch Batch(string stage, int met, int preferred, int notApplicable = 0, EvaluationOutcome control = EvaluationOutcome.Met)
    {
        var items = new List<EvaluationItem> { new("environment", EvaluationItemType.Control, control, "waste plan") };
        foreach (var element in Elements)
        {
            if (element != "environment") items.Add(new(element, EvaluationItemType.Control, EvaluationOutcome.Met, "control"));
            for (var i = 0; i < 10; i++)
            {
                var outcome = i < met ? EvaluationOutcome.Met : i < met + notApplicable ? EvaluationOutcome.NotApplicable : EvaluationOutcome.NotMet;
                items.Add(new(element, EvaluationItemType.General, outcome, "general " + i));
            }

            for (var i = 0; i < preferred; i++) items.Add(new(element, EvaluationItemType.Preferred, EvaluationOutcome.Met, "preferred " + i));
        }

        return new EvaluationBatch(stage, items);
    }

    /// <summary>
    /// By hand: all alike, so W = F. 6 of 10 met and one preferred item an element: 60 + 1 = 61, preferred 5: qualified. 8 of 10 and two: 82, preferred 10: excellent.
    /// 8 of 10 and one: 81, but preferred 5: qualified only. 5 of 10 and two: 52: unqualified. 10 of 10 and none: 100, no preferred items: unqualified.
    /// </summary>
    [Theory]
    [InlineData(6, 1, 61, 5, EvaluationGrade.Qualified)]
    [InlineData(8, 2, 82, 10, EvaluationGrade.Excellent)]
    [InlineData(8, 1, 81, 5, EvaluationGrade.Qualified)]
    [InlineData(5, 2, 52, 10, EvaluationGrade.Unqualified)]
    [InlineData(10, 0, 100, 0, EvaluationGrade.Unqualified)]
    public void Levels(int met, int preferred, int score, int points, EvaluationGrade grade)
    {
        var evaluation = GreenConstructionEvaluation.Evaluate(Batches(met, preferred), In2020, options: Everything);

        Assert.Equal(((decimal?)score, (decimal)points, (EvaluationGrade?)grade), (evaluation.Score, evaluation.PreferredPoints, evaluation.Grade));
        Assert.Equal("GB/T 50640-2010", evaluation.Edition!.Number);
    }

    /// <summary>What does not occur leaves the denominator: 6 met and 4 that do not occur are 6 of 6, 100, and 2 preferred: 102.</summary>
    [Fact]
    public void WhatDoesNotOccur_LeavesTheDenominator() => Assert.Equal(102m, GreenConstructionEvaluation.Evaluate(Batches(6, 2, notApplicable: 4), In2020, options: Everything).Score);

    /// <summary>One control item that is not met, or only in part, and the best score does not help.</summary>
    [Theory]
    [InlineData(EvaluationOutcome.NotMet, EvaluationGrade.Unqualified)]
    [InlineData(EvaluationOutcome.PartlyMet, EvaluationGrade.Unqualified)]
    public void AControlItem_IsAVeto(EvaluationOutcome control, EvaluationGrade grade) =>
        Assert.Equal(grade, GreenConstructionEvaluation.Evaluate(Batches(10, 2, control: control), In2020, options: Everything).Grade);

    /// <summary>An element of a stage of which no control item was judged may hold one that is broken: no level, though the score would be excellent.</summary>
    [Fact]
    public void AnElementWithoutControlItems_HasNoLevel()
    {
        var notApplicable = GreenConstructionEvaluation.Evaluate(Batches(10, 2, control: EvaluationOutcome.NotApplicable), In2020, options: Everything);
        Assert.Null(notApplicable.Grade);
        Assert.Equal(["controlItems:foundation:environment", "controlItems:structure:environment", "controlItems:finishing-and-services:environment"], notApplicable.Missing);

        var batches = Batches(10, 2);
        batches[1] = new EvaluationBatch("structure", [.. batches[1].Items.Where(static item => item.Type != EvaluationItemType.Control || item.Element != "water")]);
        var without = GreenConstructionEvaluation.Evaluate(batches, In2020, options: Everything);
        Assert.Null(without.Grade);
        Assert.Equal(["controlItems:structure:water"], without.Missing);

        // What is broken elsewhere decides all the same.
        batches[0] = Batch("foundation", 10, 2, control: EvaluationOutcome.NotMet);
        Assert.Equal(EvaluationGrade.Unqualified, GreenConstructionEvaluation.Evaluate(batches, In2020, options: Everything).Grade);
    }

    /// <summary>
    /// Weights: elements 0.3, 0.2, 0.2, 0.2, 0.1; stages 0.3, 0.5, 0.2. Foundation 52, structure 82 and 102 in two batches (92), finishing 61: 15.6 + 46 + 12.2 = 73.8.
    /// </summary>
    [Fact]
    public void Stages_AreWeightedAndBatchesAveraged()
    {
        var evaluation = GreenConstructionEvaluation.Evaluate(
            [Batch("foundation", 5, 2), Batch("structure", 8, 2), Batch("structure", 10, 2), Batch("finishing-and-services", 6, 1)], In2020, options: Everything);

        Assert.Equal(73.8m, evaluation.Score);
        Assert.Equal((52m, 92m, 61m), (evaluation.StageScores["foundation"], evaluation.StageScores["structure"], evaluation.StageScores["finishing-and-services"]));
    }

    /// <summary>The environment alone is scored in full (0.3 of the weight): 0.3 · 100 = 30, and the preferred items of all elements add 1.</summary>
    [Fact]
    public void Elements_AreWeighted()
    {
        var batches = Stages.Select(static stage => new EvaluationBatch(stage, [.. Batch(stage, 0, 1).Items.Select(static item =>
            item is { Element: "environment", Type: EvaluationItemType.General } ? new EvaluationItem(item.Element, item.Type, EvaluationOutcome.Met, item.Name) : item)])).ToList();

        Assert.Equal(31m, GreenConstructionEvaluation.Evaluate(batches, In2020, options: Everything).Score);
    }

    [Fact]
    public void TheLevel_IsProvisionalByDefault()
    {
        var evaluation = GreenConstructionEvaluation.Evaluate(Batches(8, 2), In2020);

        Assert.Equal((null, EvaluationGrade.Excellent), (evaluation.Grade, evaluation.ProvisionalGrade));
        Assert.All(evaluation.Findings, static finding => Assert.Equal(Verdict.Indeterminate, finding.Verdict));
    }

    /// <summary>The weights of 2023 were not seen, and those of 2010 are not used for it.</summary>
    [Fact]
    public void In2023_NothingIsGuessed()
    {
        var evaluation = GreenConstructionEvaluation.Evaluate(Batches(10, 2), new CalendarDate(2024, 5, 1), options: Everything);

        Assert.Equal(("GB/T 50640-2023", null, null, null), (evaluation.Edition!.Number, evaluation.Grade, evaluation.ProvisionalGrade, evaluation.Score));
        Assert.Equal(["elementWeights", "stageWeights", "levels"], evaluation.Missing);
        Assert.Equal("GB/T 50640-2010", GreenConstructionEvaluation.Evaluate([], new CalendarDate(2024, 4, 30)).Edition!.Number);
        Assert.Equal(["edition"], GreenConstructionEvaluation.Evaluate([], new CalendarDate(2000, 1, 1)).Missing);
    }

    [Fact]
    public void WhatIsMissing_IsNamed()
    {
        var unseen = GreenConstructionEvaluation.Evaluate([.. Batches(8, 2).Take(2)], In2020, options: Everything);
        Assert.Equal(["stage:finishing-and-services"], unseen.Missing);
        Assert.Null(unseen.Grade);
        Assert.Equal(82m, unseen.StageScores["structure"]);
        Assert.Equal(["stageWeight:demolition"], GreenConstructionEvaluation.Evaluate([.. Batches(8, 2), Batch("demolition", 8, 2)], In2020, options: Everything).Missing);

        var open = GreenConstructionEvaluation.Evaluate(Batches(8, 2, control: EvaluationOutcome.NotEvaluated), In2020, options: Everything);
        Assert.Equal(["item:waste plan"], open.Missing);
        Assert.Null(open.Grade);
        Assert.Empty(open.StageScores);

        var without = Batches(8, 2).ConvertAll(static batch => new EvaluationBatch(batch.Stage, [.. batch.Items.Where(static item => item.Element != "water")]));
        Assert.Equal([.. Stages.Select(static stage => $"controlItems:{stage}:water"), "generalItems:water"], GreenConstructionEvaluation.Evaluate(without, In2020, options: Everything).Missing);
        Assert.Throws<ArgumentException>(static () => new EvaluationItem("air", EvaluationItemType.General, EvaluationOutcome.Met, "x"));
    }

    /// <summary>One more item that is met never lowers the score or the level.</summary>
    [Fact]
    public void MoreMet_IsNeverWorse() => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[0, 3]).Sample(static (met, preferred, more) =>
    {
        var before = GreenConstructionEvaluation.Evaluate(Batches(met, preferred), In2020, options: Everything);
        var after = GreenConstructionEvaluation.Evaluate(Batches(met + 1, preferred + more), In2020, options: Everything);
        return after.Score > before.Score && after.Grade >= before.Grade;
    });
}
