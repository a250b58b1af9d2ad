using System.Globalization;
using FluentValidation;
using GreenBuild.Standards.Components;
using RulesEngine.Models;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>Six rules on each of 20,000 components: the prepared check of the library, FluentValidation and RulesEngine, in turn in one process, with equal findings.</summary>
/// <remarks>The peers have their numbers typed into their rules, as programs without a catalogue do, and one set of rules for each category, which is the fastest that they have.</remarks>
internal static class ComponentRules
{
    private const int Count = 20_000;
    private const int WarmUps = 4;
    private static readonly string[] Categories = ["wall-panel", "beam", "column"];

    public static List<Row> Measure(Effort effort)
    {
        var ours = new ComponentCheck(Jurisdiction.China, new CalendarDate(2026, 7, 1));
        var validators = Categories.Select(static category => (IValidator<Piece>)new PieceValidator(category)).ToArray();
        var engine = new RulesEngine.RulesEngine(Categories.Select(WorkflowOf).ToArray());
        var rows = new List<Row>();
        foreach (var (name, broken) in new[] { ("all is kept", 0), ("one in ten breaks a rule", 10) })
        {
            var pieces = Enumerable.Range(0, Count).Select(index => Piece.Make(index, broken)).ToArray();
            var components = Array.ConvertAll(pieces, static piece => piece.ToComponent());
            var expected = ByCatalogue(ours, components);
            if (!expected.SequenceEqual(ByFluentValidation(validators, pieces)) || !expected.SequenceEqual(ByRulesEngine(engine, pieces))) throw new InvalidOperationException("The three do not find the same.");

            var findings = new List<ComponentFinding>();
            var times = Turns.Measure(
                WarmUps, effort.Rounds(9, 15), TimeSpan.Zero, answers => Array.TrueForAll(answers, answer => answer == expected.Count) ? null : string.Join(", ", answers) + " findings of " + expected.Count,
                () =>
                {
                    findings.Clear();
                    foreach (ref readonly var component in components.AsSpan()) ours.Check(component, findings);
                    return findings.Count;
                },
                () =>
                {
                    var found = 0;
                    foreach (var piece in pieces) found += validators[piece.Kind].Validate(piece).Errors.Count;
                    return found;
                },
                () =>
                {
                    var found = 0;
                    foreach (var piece in pieces)
                        foreach (var result in engine.ExecuteAllRulesAsync(Categories[piece.Kind], piece).AsTask().GetAwaiter().GetResult())
                            if (!result.IsSuccess) found++;
                    return found;
                });

            var check = Row.Invariant($"{Count:N0} components, {expected.Count:N0} findings; the same requirements of the same components in all three, as many in each round");
            var work = $"6 rules on a component, {name}";
            foreach (var (peer, which, least) in new[] { ("FluentValidation 12", 1, 10.0), ("RulesEngine 6", 2, 30.0) })
                rows.Add(Row.Faster(work, peer, times[0], times[which], least, check, static time => Row.Invariant($"{time * 1e6 / Count:0} ns")));
            rows.Add(new()
            {
                Work = work + ": allocated", Peer = "FluentValidation 12, RulesEngine 6", Ours = Row.Invariant($"{(double)times[0].Bytes / Count:0.##} B"),
                Theirs = Row.Invariant($"{(double)times[1].Bytes / Count:0} B, {(double)times[2].Bytes / Count:0} B"),
                Target = broken == 0 ? "0 B" : "–", IsMet = broken == 0 ? times[0].Bytes == 0 : null, Check = "counted in the same rounds",
            });
        }

        return rows;
    }

    private static List<string> ByCatalogue(ComponentCheck check, PrecastComponent[] components)
    {
        var found = new List<string>();
        var findings = new List<ComponentFinding>();
        foreach (ref readonly var component in components.AsSpan())
        {
            findings.Clear();
            check.Check(component, findings);
            found.AddRange(findings.Select(static finding => finding.Component + " " + finding.Requirement!.Key).Order(StringComparer.Ordinal));
        }

        return found;
    }

    private static List<string> ByFluentValidation(IValidator<Piece>[] validators, Piece[] pieces) =>
        pieces.SelectMany(piece => validators[piece.Kind].Validate(piece).Errors.Select(error => piece.Id + " " + error.ErrorCode).Order(StringComparer.Ordinal)).ToList();

    private static List<string> ByRulesEngine(RulesEngine.RulesEngine engine, Piece[] pieces) =>
        pieces.SelectMany(piece => engine.ExecuteAllRulesAsync(Categories[piece.Kind], piece).AsTask().GetAwaiter().GetResult()
            .Where(static result => !result.IsSuccess).Select(result => piece.Id + " " + result.Rule.SuccessEvent).Order(StringComparer.Ordinal)).ToList();

    /// <summary>The rows that the six rules of a category stand in.</summary>
    private static string[] RowsOf(string category) => category switch
    {
        "wall-panel" => ["cn.gb-t-50002-2013.horizontal-series", "cn.gb-t-50002-2013.vertical-series", "cn.gb-t-50002-2013.wall-thickness-preferred", "cn.gb-50204-2015.precast-length-wall", "cn.gb-50204-2015.precast-section-wall", "cn.gb-50204-2015.precast-flatness-wall-outer"],
        "beam" => ["cn.gb-t-50002-2013.horizontal-series", "cn.gb-t-50002-2013.column-beam-section-preferred", "cn.gb-t-50002-2013.column-beam-section-preferred", "cn.gb-50204-2015.precast-length-lt12", "cn.gb-50204-2015.precast-section", "cn.gb-50204-2015.precast-flatness"],
        _ => ["cn.gb-t-50002-2013.storey-height-preferred", "cn.gb-t-50002-2013.column-beam-section-preferred", "cn.gb-t-50002-2013.column-beam-section-preferred", "cn.gb-50204-2015.precast-length-lt12", "cn.gb-50204-2015.precast-section", "cn.gb-50204-2015.precast-flatness"],
    };

    private static Workflow WorkflowOf(string category)
    {
        string[] expressions = category switch
        {
            "wall-panel" => ["input1.Length % 100 == 0", "input1.Width % 100 == 0", "input1.Depth == 150 || input1.Depth == 200 || input1.Depth == 250 || input1.Depth == 300", "input1.LengthTolerance <= 4", "input1.SectionTolerance <= 4", "input1.Flatness <= 3"],
            "beam" => ["input1.Length % 100 == 0", "input1.Width % 50 == 0", "input1.Depth % 50 == 0", "input1.LengthTolerance <= 5", "input1.SectionTolerance <= 5", "input1.Flatness <= 5"],
            _ => ["input1.Length % 100 == 0", "input1.Width % 50 == 0", "input1.Depth % 50 == 0", "input1.LengthTolerance <= 5", "input1.SectionTolerance <= 5", "input1.Flatness <= 5"],
        };
        var rows = RowsOf(category);
        return new Workflow
        {
            WorkflowName = category,
            Rules = expressions.Select((expression, i) => new Rule { RuleName = "rule" + i, SuccessEvent = rows[i], RuleExpressionType = RuleExpressionType.LambdaExpression, Expression = expression }).ToList(),
        };
    }

    private sealed class PieceValidator : AbstractValidator<Piece>
    {
        public PieceValidator(string category)
        {
            var rows = RowsOf(category);
            RuleFor(static piece => piece.Length).Must(static length => length % 100 == 0).WithErrorCode(rows[0]);
            if (category == "wall-panel")
            {
                RuleFor(static piece => piece.Width).Must(static width => width % 100 == 0).WithErrorCode(rows[1]);
                RuleFor(static piece => piece.Depth).Must(static depth => depth is 150 or 200 or 250 or 300).WithErrorCode(rows[2]);
            }
            else
            {
                RuleFor(static piece => piece.Width).Must(static width => width % 50 == 0).WithErrorCode(rows[1]);
                RuleFor(static piece => piece.Depth).Must(static depth => depth % 50 == 0).WithErrorCode(rows[2]);
            }

            RuleFor(static piece => piece.LengthTolerance).LessThanOrEqualTo(category == "wall-panel" ? 4 : 5).WithErrorCode(rows[3]);
            RuleFor(static piece => piece.SectionTolerance).LessThanOrEqualTo(category == "wall-panel" ? 4 : 5).WithErrorCode(rows[4]);
            RuleFor(static piece => piece.Flatness).LessThanOrEqualTo(category == "wall-panel" ? 3 : 5).WithErrorCode(rows[5]);
        }
    }
}

/// <summary>A component as the peers take it: a class with properties.</summary>
public sealed class Piece
{
    /// <summary>The identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>The index of the category.</summary>
    public int Kind { get; init; }

    /// <summary>The length in mm.</summary>
    public decimal Length { get; set; }

    /// <summary>The width in mm.</summary>
    public decimal Width { get; set; }

    /// <summary>The thickness or section height in mm.</summary>
    public decimal Depth { get; set; }

    /// <summary>The declared tolerance of the length in mm.</summary>
    public decimal LengthTolerance { get; set; }

    /// <summary>The declared tolerance of the section in mm.</summary>
    public decimal SectionTolerance { get; set; }

    /// <summary>The declared flatness in mm.</summary>
    public decimal Flatness { get; set; }

    /// <summary>A piece that keeps all rules, or, of every so many, one that breaks one of them in turn.</summary>
    public static Piece Make(int index, int oneInSoMany)
    {
        var kind = index % 3;
        var piece = new Piece
        {
            Id = "P" + index.ToString(CultureInfo.InvariantCulture),
            Kind = kind,
            Length = kind == 2 ? 2800 + index % 9 * 100 : 2400 + index % 12 * 600,
            Width = kind == 0 ? 2800 + index % 5 * 100 : 300 + index % 4 * 50,
            Depth = kind == 0 ? 150 + index % 4 * 50 : 400 + index % 7 * 50,
            LengthTolerance = 3,
            SectionTolerance = 3 + index % 2,
            Flatness = 3,
        };
        if (oneInSoMany == 0 || index % oneInSoMany != 0) return piece;
        switch (index / oneInSoMany % 6)
        {
            case 0: piece.Length += 50; break;
            case 1: piece.Width += 20; break;
            case 2: piece.Depth += 30; break;
            case 3: piece.LengthTolerance = 6; break;
            case 4: piece.SectionTolerance = 8; break;
            default: piece.Flatness = 7; break;
        }

        return piece;
    }

    /// <summary>The same as the library takes it.</summary>
    public PrecastComponent ToComponent() => new()
    {
        Id = Id, Category = Kind switch { 0 => "wall-panel", 1 => "beam", _ => "column" }, Size = new(Length, Width, Depth),
        LengthTolerance = LengthTolerance, SectionTolerance = SectionTolerance, FlatnessTolerance = Flatness, Face = Kind == 0 ? "outer" : null,
    };
}
