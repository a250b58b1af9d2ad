using CsCheck;
using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Tests.Components;

public sealed class StandardisationTests
{
    private static readonly StandardSizes Sizes = new(new ModularCoordination(Jurisdiction.China, CalendarDate.Parse("2026-07-01")));

    /// <summary>
    /// By hand. Slabs: 20 of 3000×2400×60 (10 m3 in all), 8 of 2950×2400×60, 4 of 2950×2000×60, 2 of 2950×1800×60, 6 of 3000×2000×60, 1 of 3000×1800×60: 41 pieces of 6 types.
    /// Spans are multiples of 100 (GB/T 50002-2013, 3.2.2), widths too: 3000, 2400, 2000, 1800 are; 2950 is not. Standard: 20 + 6 + 1 = 27 of 41.
    /// Making the 14 of 2950 into 3000 leaves 3 types and makes 14 more pieces standard.
    /// </summary>
    [Fact]
    public void TheExampleByHand()
    {
        ScheduledComponent[] schedule =
        [
            Slab("YB-1", 3000, 2400, 20, 0.5m), Slab("YB-2", 2950, 2400, 8, 0.4m), Slab("YB-3", 2950, 2000, 4, 0.35m),
            Slab("YB-4", 2950, 1800, 2, 0.3m), Slab("YB-5", 3000, 2000, 6, 0.36m), Slab("YB-6", 3000, 1800, 1, 0.32m),
        ];

        var result = Standardisation.Of(schedule, Sizes);

        Assert.Equal((41L, 6), (result.Pieces, result.Types.Count));
        Assert.Equal(41m / 6, result.PiecesPerType);
        Assert.Equal(100m * 20 / 41, result.CoverageByCount(1));
        Assert.Equal(100m * 34 / 41, result.CoverageByCount(3));                                   // 20 + 8 + 6
        Assert.Equal(10m + 3.2m + 1.4m + 0.6m + 2.16m + 0.32m, result.Volume);                       // 17.68
        Assert.Equal(100 * (10m + 3.2m) / 17.68m, result.CoverageByVolume(2));
        Assert.Equal(100m * 27 / 41, result.StandardShareByCount);
        Assert.Equal(100 * (10m + 2.16m + 0.32m) / 17.68m, result.StandardShareByVolume);
        Assert.Equal(0, result.PiecesNotHeldAgainstSizes);

        var first = result.Suggest(100)[0];
        Assert.Equal(("slab", ComponentDimension.Length, 2950m, 3000m), (first.Category, first.Dimension, first.From, first.To));
        Assert.Equal((14L, 3, 14L), (first.Pieces, first.TypesRemoved, first.StandardPiecesGained));
        Assert.Equal("Slab: making these 14 pieces 3000 instead of 2950 mm (length) removes 3 types and gives 14 pieces standard sizes.", first.Text.English);
        Assert.Contains("由 2950 mm 改为 3000 mm，可减少 3 种规格", first.Text.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Suggest(49), static suggestion => suggestion.From == 2950);
    }

    [Fact]
    public void MarksDoNotMakeTypes()
    {
        var result = Standardisation.Of([Slab("B", 3000, 2400, 1), Slab("A", 3000, 2400, 2), Slab("A", 3300, 2400, 1), Slab("C", 3300, 2400, 1) with { Specification = "C40" }]);

        Assert.Equal(3, result.Types.Count);
        Assert.Equal(["A", "B"], result.Types[0].Marks);
        var finding = Assert.Single(result.Findings);
        Assert.Equal((Verdict.Invalid, "A"), (finding.Verdict, finding.Subject));
        Assert.Contains("2 specifications", finding.Reason.English, StringComparison.Ordinal);
        Assert.Null(result.StandardShareByCount);
        Assert.Null(result.Volume);
        Assert.Null(result.CoverageByVolume(1));
    }

    [Fact]
    public void BadLines_CountNowhere()
    {
        var good = Slab("A", 3000, 2400, 1);
        var result = Standardisation.Of(
            [good, good with { Count = 0 }, good with { Count = -3 }, good with { Category = " " }, good with { Size = new(0, 1, 1) }, good with { Size = new(decimal.MaxValue, 1, 1) }, good with { Volume = -1 }], Sizes);

        Assert.Equal(1, result.Pieces);
        Assert.Equal(6, result.Findings.Count);
        Assert.All(result.Findings, static finding => Assert.Equal(Verdict.Invalid, finding.Verdict));
        Assert.Equal((0L, null, null, null), (Standardisation.Of([]).Pieces, Standardisation.Of([]).PiecesPerType, Standardisation.Of([]).CoverageByCount(3), Standardisation.Of([]).StandardShareByCount));
    }

    /// <summary>A size that is not known leaves it open whether it is standard; stairs have no series.</summary>
    [Fact]
    public void WhatIsNotHeldAgainstSizes_IsCounted()
    {
        var result = Standardisation.Of(
            [Slab("A", 3000, 2400, 2), new() { TypeMark = "B", Category = "slab", Size = new(3000, null, 60), Count = 3 }, new() { TypeMark = "T", Category = "stair", Size = new(3000, 1200, 180), Count = 4 }], Sizes);

        Assert.Equal(7, result.PiecesNotHeldAgainstSizes);
        Assert.Equal(100, result.StandardShareByCount);
        // 2 of 9 are known to be standard; the other 7 may all be.
        Assert.Equal((100m * 2 / 9, 100m), result.StandardShareBounds);
    }

    /// <summary>
    /// Stairs have no series, but the caller's table has two: one that is not in it is no standard one, and one of which a size is not known may be. 4 in the table, 2 not, 1 open,
    /// and a refused line of 3: 4/10 to 8/10.
    /// </summary>
    [Fact]
    public void ATable_SaysWhatIsNotStandard()
    {
        var table = new SizeTable("guide of the company", Evidence.SingleSource, [("stair", new(2800, 1200, null)), ("stair", new(2900, 1200, null))]);
        var sizes = new StandardSizes(new ModularCoordination(Jurisdiction.China, CalendarDate.Parse("2026-07-01")), table);
        ScheduledComponent Stair(string mark, decimal? length, int count) => new() { TypeMark = mark, Category = "stair", Size = new(length, 1200, 180), Count = count };

        var result = Standardisation.Of([Stair("A", 2800, 4), Stair("B", 2850, 2), Stair("C", null, 1), Stair("D", -1, 3)], sizes);

        Assert.Equal([true, false, (bool?)null], result.Types.Select(static type => type.IsStandard));
        Assert.Equal(100m * 4 / 6, result.StandardShareByCount);
        Assert.Equal((40m, 80m), result.StandardShareBounds);
    }

    /// <summary>GB/T 51129-2015, 4.2: slabs, three specs at least 60 % by number; stairs, one at least 70 %; partition panels, one at least 50 % by area (gbt-51129-2015.json).</summary>
    [Fact]
    public void Repetition_ByTheEditionOf2015()
    {
        var edition = StandardsCatalogue.Default.FindEdition("GB/T 51129-2015")!;
        // Slabs 3 + 2 + 1 of 10: 60 %. Stairs 6 of 9: 66.7 %. Panels by area: 2 × 3 m2 of 6 + 6.01 m2.
        ScheduledComponent[] schedule =
        [
            Slab("a", 3000, 2400, 3), Slab("b", 3100, 2400, 2), .. Enumerable.Range(0, 5).Select(static i => Slab("c", 4000 + i, 2400, 1)),
            new() { TypeMark = "s", Category = "stair", Size = new(3000, 1200, 180), Count = 6 }, new() { TypeMark = "t", Category = "stair", Size = new(3000, 1300, 180), Count = 3 },
            new() { TypeMark = "p", Category = "partition-panel", Size = new(1000, 3000, 100), Count = 2 }, new() { TypeMark = "q", Category = "partition-panel", Size = new(6010, 1000, 100) },
        ];

        var findings = Standardisation.Of(schedule).JudgeRepetition(edition);

        Assert.Equal([("slab", 60m, Verdict.Compliant), ("stair", 100m * 6 / 9, Verdict.NonCompliant), ("partition-panel", 100m * 6.01m / 12.01m, Verdict.Compliant)],
            findings.Select(static finding => (finding.Subject, finding.Measured!.Value, finding.Verdict)));
        Assert.Equal(["size"], Standardisation.Of([new() { TypeMark = "p", Category = "partition-panel", Size = new(1000, null, 100) }]).JudgeRepetition(edition)[0].Missing);
    }

    /// <summary>
    /// 60 % of slabs by the row of 2015. Twenty marks of five slabs without a size: one specification (100 %) or a hundred (3 %). Ten of one size and ninety on a refused line: between
    /// 12 % (10 + 1 + 1) and 100 %. Ninety of one size and ten without: 92 % at the least. Thirty slabs of one size and thirty composite slabs, each of its own: 32 of 60 together.
    /// </summary>
    [Fact]
    public void Repetition_OfWhatIsNotKnown_IsOpen()
    {
        var edition = StandardsCatalogue.Default.FindEdition("GB/T 51129-2015")!;
        Finding Judge(params ScheduledComponent[] schedule) => Assert.Single(Standardisation.Of(schedule).JudgeRepetition(edition));

        var unsized = Judge([.. Enumerable.Range(0, 20).Select(static i => new ScheduledComponent { TypeMark = "s" + i, Category = "slab", Size = default, Count = 5 })]);
        Assert.Equal((Verdict.Indeterminate, "size"), (unsized.Verdict, Assert.Single(unsized.Missing)));
        var refused = Judge(Slab("a", 3000, 2400, 10), Slab("b", -3000, 2400, 90));
        Assert.Equal((Verdict.Indeterminate, "size"), (refused.Verdict, Assert.Single(refused.Missing)));
        var most = Judge(Slab("a", 3000, 2400, 90), new() { TypeMark = "b", Category = "slab", Size = new(3000, null, 120), Count = 10 });
        Assert.Equal((Verdict.Compliant, 92m), (most.Verdict, most.Measured));
        Assert.Null(Standardisation.Of([Slab("a", 3000, 2400, 90), new() { TypeMark = "b", Category = "slab", Size = default, Count = 10 }]).RepetitionByCount("slab", 3));
        var together = Judge([Slab("a", 3000, 2400, 30), .. Enumerable.Range(0, 30).Select(static i => new ScheduledComponent { TypeMark = "c" + i, Category = "composite-slab", Size = new(3000 + i, 2400, 60) })]);
        Assert.Equal((Verdict.NonCompliant, 100m * 32 / 60), (together.Verdict, together.Measured));
    }

    /// <summary>Ten wall panels of ten sizes may be bearing, hung or partitions: of each kind between 3 of 10 and all are of three specifications, so each row asks which they are.</summary>
    [Fact]
    public void Repetition_OfAWiderWord_IsOpen()
    {
        var schedule = Enumerable.Range(0, 10).Select(static i => new ScheduledComponent { TypeMark = "W" + i, Category = "wall-panel", Size = new(3000 + (10 * i), 2900, 200) });

        var findings = Standardisation.Of(schedule).JudgeRepetition(StandardsCatalogue.Default.FindEdition("GB/T 51129-2015")!);

        Assert.Equal(["exterior-bearing-wall-panel", "interior-bearing-wall-panel", "hung-wall-panel", "partition-panel"], findings.Select(static finding => finding.Subject));
        Assert.All(findings, static finding => Assert.Equal((Verdict.Indeterminate, "component"), (finding.Verdict, Assert.Single(finding.Missing))));
        // Nor is one panel of each kind, though a single piece would be all of its kind.
        Assert.All(Standardisation.Of(schedule.Take(1)).JudgeRepetition(StandardsCatalogue.Default.FindEdition("GB/T 51129-2015")!), static finding => Assert.Equal(Verdict.Indeterminate, finding.Verdict));
        // Nineteen hung panels of one size and one wall panel: 19 of 20 at the least, whatever it is.
        var known = Standardisation.Of([new() { TypeMark = "H", Category = "hung-wall-panel", Size = new(3000, 2900, 60), Count = 19 }, schedule.First()]).JudgeRepetition(StandardsCatalogue.Default.FindEdition("GB/T 51129-2015")!);
        Assert.Equal(Verdict.Compliant, Assert.Single(known, static finding => finding.Subject == "hung-wall-panel").Verdict);
    }

    /// <summary>
    /// Pieces of a wider word that are of one size are of one specification, whichever kind they are. 4 hung panels of one size and 10 wall panels of another: two specifications at the
    /// most, 100 %. Of 10, 6, 2 and 2 hung ones the first three are 18 of 20; of 10 wall panels of another size 2 do not count among them: 18 of 22 = 81.8 % at the least (with 6 of them
    /// 22 of 26, with all 26 of 30). What no piece is known to be may not be there: three wall panels alone are no 100 % of anything, nor are they beside hung ones of another kind.
    /// </summary>
    [Fact]
    public void Repetition_OfAWiderWord_CountsOneSizeAsOne()
    {
        var edition = StandardsCatalogue.Default.FindEdition("GB/T 51129-2015")!;
        ScheduledComponent Panel(string category, int length, int count) => new() { TypeMark = category + length, Category = category, Size = new(length, 2900, 200), Count = count };

        var two = Standardisation.Of([Panel("hung-wall-panel", 3000, 4), Panel("wall-panel", 3300, 10)]);
        var hung = Assert.Single(two.JudgeRepetition(edition), static finding => finding.Subject == "hung-wall-panel");
        Assert.Equal((Verdict.Compliant, 100m), (hung.Verdict, hung.Measured));
        Assert.All(two.JudgeRepetition(edition).Where(static finding => finding.Subject != "hung-wall-panel"), static finding => Assert.Equal((Verdict.Indeterminate, "component"), (finding.Verdict, Assert.Single(finding.Missing))));

        var five = Standardisation.Of([Panel("hung-wall-panel", 3000, 10), Panel("hung-wall-panel", 3100, 6), Panel("hung-wall-panel", 3200, 2), Panel("hung-wall-panel", 3300, 2), Panel("wall-panel", 3400, 10)]);
        Assert.Equal(1800m / 22, Assert.Single(five.JudgeRepetition(edition), static finding => finding.Subject == "hung-wall-panel").Measured);

        var three = Standardisation.Of([Panel("wall-panel", 3000, 1), Panel("wall-panel", 3100, 1), Panel("wall-panel", 3200, 1)]);
        Assert.All(three.JudgeRepetition(edition), static finding => Assert.Equal((Verdict.Indeterminate, "component"), (finding.Verdict, Assert.Single(finding.Missing))));
        Assert.Null(three.RepetitionByCount("hung-wall-panel", 3));
    }

    /// <summary>A second implementation of the least share: every number of pieces of each wider type is tried.</summary>
    [Fact]
    public void Repetition_OfAWiderWord_IsThatOfAllChoices() => Gen.Select(Gen.Int[1, 6].List[1, 5], Gen.Int[1, 5].List[0, 3]).Sample(static (own, wider) =>
    {
        var schedule = own.Select(static (count, i) => new ScheduledComponent { TypeMark = "h" + i, Category = "hung-wall-panel", Size = new(3000 + i, 2900, 200), Count = count })
            .Concat(wider.Select(static (count, i) => new ScheduledComponent { TypeMark = "w" + i, Category = "wall-panel", Size = new(4000 + i, 2900, 200), Count = count })).ToList();
        List<int[]> choices = [[]];
        foreach (var count in wider) choices = [.. choices.SelectMany(chosen => Enumerable.Range(0, count + 1).Select(number => (int[])[.. chosen, number]))];
        var least = choices.Min(chosen => own.Concat(chosen).OrderDescending().Take(3).Sum() * 100m / (own.Sum() + chosen.Sum()));

        var finding = Standardisation.Of(schedule).JudgeRepetition(StandardsCatalogue.Default.FindEdition("GB/T 51129-2015")!).Single(static finding => finding.Subject == "hung-wall-panel");

        // With 50 % as the limit and the most that can be above it: kept where the least keeps it.
        Assert.Equal(least >= 50, finding.Verdict == Verdict.Compliant);
        if (least >= 50) Assert.Equal(least, finding.Measured!.Value, 20);
    });

    /// <summary>One piece is one piece, and one type one type.</summary>
    [Theory]
    [InlineData(1, 1, 1, "making this piece 3000 instead of 2950 mm (length) removes 1 type and gives 1 piece standard sizes.")]
    [InlineData(2, 0, 2, "making these 2 pieces 3000 instead of 2950 mm (length) removes 0 types and gives 2 pieces standard sizes.")]
    public void Suggestion_CountsInWords(int pieces, int removed, int gained, string end) => Assert.EndsWith(
        end,
        new StandardisationSuggestion { Category = "slab", Dimension = ComponentDimension.Length, From = 2950, To = 3000, Pieces = pieces, TypesRemoved = removed, StandardPiecesGained = gained }.Text.English,
        StringComparison.Ordinal);

    /// <summary>A category that is no word counts nowhere; the finding names the field and the words.</summary>
    [Fact]
    public void ACategoryThatIsNoWord_IsAFinding()
    {
        var standardisation = Standardisation.Of([new() { TypeMark = "x", Category = "nonsense", Size = new(3000, 2400, 60) }, new() { TypeMark = "y", Category = "nonsense", Size = new(3010, 2400, 60) }]);

        Assert.Empty(standardisation.Types);
        Assert.Empty(standardisation.Suggest(100));
        Assert.All(standardisation.Findings, static finding => Assert.True(finding.Verdict == Verdict.Invalid && finding.Reason.English.Contains("Category: 'nonsense'", StringComparison.Ordinal) && finding.Reason.English.Contains("wall-panel", StringComparison.Ordinal)));
    }

    private static readonly Gen<ScheduledComponent> AnyLine = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 6], Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[1, 9], Gen.Int[0, 30]).Select(static (category, length, width, depth, count, mark) => new ScheduledComponent
    {
        TypeMark = "M" + mark,
        Category = new[] { "slab", "wall-panel", "beam" }[category],
        Size = ComponentSize.FromMillimeters(2850 + 50 * length, 2350 + 50 * width, 150 + 50 * depth),
        Count = count,
        Volume = 0.1m * (1 + length + width),
    });

    /// <summary>A second implementation: plain loops over all lines, one piece of news at a time, without groups or indexes.</summary>
    [Fact]
    public void Result_IsThatOfPlainLoops() => AnyLine.List[0, 40].Sample(static lines =>
    {
        var result = Standardisation.Of(lines, Sizes);

        var specs = lines.Select(static line => (line.Category, line.Size)).Distinct().ToList();
        Assert.Equal(specs.Count, result.Types.Count);
        Assert.Equal(lines.Sum(static line => (long)line.Count), result.Pieces);
        Assert.Equal(lines.Sum(static line => line.Count * line.Volume), result.Volume);
        Assert.Equal(lines.Where(IsStandard).Sum(static line => (long)line.Count), result.Types.Where(static type => type.IsStandard == true).Sum(static type => type.Count));

        var best = Plain(lines);
        var suggestions = result.Suggest(100, int.MaxValue);
        Assert.Equal(best, suggestions.Select(static s => (s.Category, s.Dimension, s.From, s.To, s.Pieces, s.TypesRemoved, s.StandardPiecesGained)));
        // What a suggestion promises is what a schedule with the change has.
        foreach (var s in suggestions)
        {
            var changed = Standardisation.Of(lines.Select(line => line.Category == s.Category && line.Size[s.Dimension] == s.From ? line with { Size = line.Size.With(s.Dimension, s.To) } : line), Sizes);
            Assert.Equal(result.Types.Count - s.TypesRemoved, changed.Types.Count);
        }
    }, iter: 100);

    [Fact]
    public void Grouping_DoesNotDependOnOrder() => Gen.Select(AnyLine.List[0, 40], Gen.Int).Sample(static (lines, seed) =>
    {
        var shuffled = lines.ToArray();
        new Random(seed).Shuffle(shuffled);
        var (one, other) = (Standardisation.Of(lines, Sizes), Standardisation.Of(shuffled, Sizes));

        Assert.Equal(one.Types.Select(Text), other.Types.Select(Text));
        Assert.Equal(one.Suggest(100), other.Suggest(100));
        Assert.Equal(one.Findings.Select(static finding => finding.Reason), other.Findings.Select(static finding => finding.Reason));

        static string Text(ComponentType type) => type + " " + string.Join(",", type.Marks) + " " + type.Volume + " " + type.IsStandard;
    });

    /// <summary>20,000 lines of which none is like another, the worst case for the grouping: what is kept for them grows with their number. The time is no matter of a test on a shared machine.</summary>
    [Fact]
    public void TwentyThousandComponents_GrowWithTheirNumber()
    {
        var (few, many) = (Lines(5_000), Lines(20_000));
        Allocated(few);

        // Four times the lines; sorting and growing lists take a little more, all pairs would take sixteen times as much.
        var (ofFew, ofMany) = (Allocated(few), Allocated(many));
        Assert.True(ofMany < 6 * ofFew, $"{ofFew} and {ofMany} bytes");
        var result = Standardisation.Of(many, Sizes);
        Assert.Equal((20_000, 10), (result.Types.Count, result.Suggest(100).Count));

        static List<ScheduledComponent> Lines(int count) => Enumerable.Range(0, count).Select(i => Slab("M" + i, 2000 + i % (count / 4), 1000 + 7 * (i / (count / 4)), 1, 0.5m)).ToList();

        static long Allocated(List<ScheduledComponent> lines)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Standardisation.Of(lines, Sizes).Suggest(100);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static ScheduledComponent Slab(string mark, decimal length, decimal width, int count, decimal? volume = null) =>
        new() { TypeMark = mark, Category = "slab", Size = ComponentSize.FromMillimeters(length, width, 60), Count = count, Volume = volume };

    // The series by hand: slab span and width 100; wall bay 100, storey height 100, thickness 150, 200, 250, 300; beam span 100, section 50.
    private static bool IsStandard(ScheduledComponent line) => IsStandard(line.Category, line.Size);

    private static bool IsStandard(string category, ComponentSize size)
    {
        var (l, w, d) = (size.Length!.Value, size.Width!.Value, size.Depth!.Value);
        return category switch
        {
            "slab" => l % 100 == 0 && w % 100 == 0,
            "wall-panel" => l % 100 == 0 && w % 100 == 0 && d is 150 or 200 or 250 or 300 && l % 100 == 0 && w % 100 == 0,
            _ => l % 100 == 0 && w % 50 == 0 && d % 50 == 0,
        };
    }

    private static List<(string, ComponentDimension, decimal, decimal, long, int, long)> Plain(List<ScheduledComponent> lines)
    {
        var found = new List<(string Category, ComponentDimension Dimension, decimal From, decimal To, long Pieces, int Removed, long Gained)>();
        foreach (var category in lines.Select(static line => line.Category).Distinct())
            foreach (var dimension in Enum.GetValues<ComponentDimension>())
            {
                var own = lines.Where(line => line.Category == category).ToList();
                foreach (var from in own.Select(line => line.Size[dimension]!.Value).Distinct())
                {
                    var uses = own.Select(line => line.Size[dimension]!.Value).Distinct().ToList();
                    var standard = StandardAlone[(category, dimension)];
                    var targets = new HashSet<decimal>();
                    foreach (var set in new[] { uses, standard })
                    {
                        if (set.Any(size => size < from)) targets.Add(set.Where(size => size < from).Max());
                        if (set.Any(size => size > from)) targets.Add(set.Where(size => size > from).Min());
                    }

                    // A size that is standard already has no nearer standard one.
                    if (standard.Contains(from)) targets.RemoveWhere(to => !uses.Contains(to) || !(to == uses.Where(size => size < from).DefaultIfEmpty(-1).Max() || to == uses.Where(size => size > from).DefaultIfEmpty(-1).Min()));
                    foreach (var to in targets.Where(to => Math.Abs(to - from) <= 100))
                    {
                        var moved = own.Where(line => line.Size[dimension] == from).ToList();
                        var before = own.Select(static line => line.Size).Distinct().Count();
                        var after = own.Select(line => line.Size[dimension] == from ? line.Size.With(dimension, to) : line.Size).Distinct().Count();
                        var gained = moved.Where(line => IsStandard(category, line.Size.With(dimension, to))).Sum(static line => (long)line.Count) - moved.Where(IsStandard).Sum(static line => (long)line.Count);
                        if (gained >= 0 && (before - after > 0 || gained > 0)) found.Add((category, dimension, from, to, moved.Sum(static line => (long)line.Count), before - after, gained));
                    }
                }
            }

        return found.OrderByDescending(static s => s.Removed).ThenByDescending(static s => s.Gained).ThenBy(static s => s.Pieces).ThenBy(static s => Math.Abs(s.To - s.From))
            .ThenBy(static s => s.Category, StringComparer.Ordinal).ThenBy(static s => s.Dimension).ThenBy(static s => s.From).ThenBy(static s => s.To).ToList();
    }

    private static readonly Dictionary<(string, ComponentDimension), List<decimal>> StandardAlone = new[] { "slab", "wall-panel", "beam" }
        .SelectMany(static category => Enum.GetValues<ComponentDimension>().Select(dimension => (category, dimension)))
        .ToDictionary(static pair => pair, static pair => Enumerable.Range(1, 3600).Select(static i => (decimal)i).Where(size => IsStandardAlone(pair.category, pair.dimension, size)).ToList());

    private static bool IsStandardAlone(string category, ComponentDimension dimension, decimal size) => (category, dimension) switch
    {
        (_, ComponentDimension.Length) or ("slab", ComponentDimension.Width) => size % 100 == 0,
        ("wall-panel", ComponentDimension.Width) => size % 100 == 0,
        ("wall-panel", ComponentDimension.Depth) => size is 150 or 200 or 250 or 300,
        ("beam", _) => size % 50 == 0,
        _ => false,
    };
}
