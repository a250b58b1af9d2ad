using CsCheck;
using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Tests.Components;

/// <summary>Module series and nearest sizes: GB/T 50002-2013, GBJ 2-86 before it, sizes of practice; expected values from the dossier's rows and by hand.</summary>
public sealed class ModularCoordinationTests
{
    private static readonly CalendarDate Day = CalendarDate.Parse("2026-07-01");
    private static readonly ModularCoordination Today = new(Jurisdiction.China, Day);

    /// <summary>The source of every row: GB/T 50002-2013 as in the dossier (gbt-50002-2013.json), the method "L mod step = 0" worked by hand.</summary>
    [Theory]
    // 3.2.2: "horizontal basic module also allowed" (note of horizontal-series): multiples of 100. Single-source, so the verdict stands.
    [InlineData("sizeUse=bay", 3000, Verdict.Compliant, null)]         // 15 x 200 and 10 x 300
    [InlineData("sizeUse=bay", 3300, Verdict.Compliant, null)]         // 11 x 300
    [InlineData("sizeUse=span", 3200, Verdict.Compliant, null)]        // 16 x 200
    [InlineData("sizeUse=span", 3100, Verdict.Compliant, null)]        // 31 x 100, though neither 15.5 x 200 nor 10.33 x 300
    [InlineData("sizeUse=span", 3150, Verdict.NonCompliant, null)]     // 31.5 x 100
    [InlineData("sizeUse=bay", 2900, Verdict.Compliant, null)]
    [InlineData("sizeUse=beam-slab-partition-width", 1100, Verdict.Compliant, null)]
    [InlineData("sizeUse=beam-slab-partition-width", 100, Verdict.Compliant, null)]
    // 5.2: the structural grid is an expanded one, 2M and 3M: neither 15.5 x 200 nor 10.33 x 300.
    [InlineData("sizeUse=structural-grid", 3100, Verdict.NonCompliant, null)]
    [InlineData("sizeUse=structural-grid", 3300, Verdict.Compliant, null)]
    [InlineData("sizeUse=opening-width; openingKind=door", 900, Verdict.Compliant, null)]
    [InlineData("sizeUse=opening-width; openingKind=door", 700, Verdict.Compliant, null)]
    // 3.2.3, nM: multiples of 100.
    [InlineData("sizeUse=storey-height", 2900, Verdict.Compliant, null)]
    [InlineData("sizeUse=storey-height", 2950, Verdict.NonCompliant, null)]
    // 3.2.4, M/10, M/5, M/2: all multiples of 10, since 20 and 50 are; the three sub-modules are recalled, so provisional.
    [InlineData("sizeUse=joint-interface", 30, Verdict.Indeterminate, Verdict.Compliant)]
    [InlineData("sizeUse=joint-interface", 25, Verdict.Indeterminate, Verdict.NonCompliant)]
    // 4.3: recalled, so provisional.
    [InlineData("sizeUse=bearing-or-exterior-wall-thickness", 200, Verdict.Indeterminate, Verdict.Compliant)]
    [InlineData("sizeUse=bearing-or-exterior-wall-thickness", 180, Verdict.Indeterminate, Verdict.NonCompliant)]
    [InlineData("sizeUse=member-section; component=column", 450, Verdict.Indeterminate, Verdict.Compliant)]   // nM + M/2
    [InlineData("sizeUse=member-section; component=column", 475, Verdict.Indeterminate, Verdict.NonCompliant)]
    public void Judge_KnowsTheSeries(string facets, int size, Verdict verdict, Verdict? provisional)
    {
        Assert.True(Circumstances.TryParse(facets, out var known, out _));

        var finding = Today.Judge(size, known)[0];

        Assert.Equal((verdict, provisional), (finding.Verdict, finding.ProvisionalVerdict));
        Assert.Equal("cn.gb-t-50002-2013", finding.Edition!.Key);
        Assert.NotEmpty(finding.Explanation);
        Assert.Equal(BindingForce.Recommended, finding.Edition.Binding);
    }

    /// <summary>
    /// 2nM and 3nM are the steps that 3.2.2 prefers, and GB/T 51231-2016, 4.2.2 (recalled) the only ones: of 2900 neither 14.5 x 200 nor 9.67 x 300, nearest 2800 and 3000. By the one it
    /// is in the series, and told what is preferred; by the other provisionally out of it.
    /// </summary>
    [Fact]
    public void Judge_TellsThePreferredSteps()
    {
        var bay = Circumstances.None.With("sizeUse", "bay");
        var findings = Today.Judge(2900, bay);

        Assert.Contains(findings[0].Explanation, static step => step.English == "Preferred in the series: multiples of 200 or 300 mm (unconfirmed); nearest: 2800 (− 100), 3000 (+ 100) mm.");
        Assert.Contains(Today.Judge(3000, bay)[0].Explanation, static step => step.English.EndsWith("it is one.", StringComparison.Ordinal));
        var repeated = Assert.Single(findings, static finding => finding.Edition!.Key == "cn.gb-t-51231-2016");
        Assert.Equal((Verdict.Indeterminate, Verdict.NonCompliant), (repeated.Verdict, repeated.ProvisionalVerdict));
    }

    /// <summary>By hand: of 2950 the multiples of 200 around are 2800 and 3000, of 300 they are 2700 and 3000; nearest below 2800 (150 away), above 3000 (50 away).</summary>
    [Theory]
    [InlineData("sizeUse=structural-grid", 2950, 2800, 3000, 3000)]
    [InlineData("sizeUse=structural-grid", 3000, 3000, 3000, 3000)]
    [InlineData("sizeUse=structural-grid", 250, 200, 300, 200)]                                // as near to both: the smaller
    [InlineData("sizeUse=bay", 2950, 2900, 3000, 2900)]
    [InlineData("sizeUse=structural-grid", 100, null, 200, 200)]                               // natural multiples: there is no 0
    [InlineData("sizeUse=bearing-or-exterior-wall-thickness", 180, 150, 200, 200)]
    [InlineData("sizeUse=bearing-or-exterior-wall-thickness", 400, 300, null, 300)]            // the list ends at 300
    [InlineData("sizeUse=bearing-or-exterior-wall-thickness", 100, null, 150, 150)]
    public void Nearest_TwoWithDistance(string facets, int size, int? below, int? above, int nearest)
    {
        Assert.True(Circumstances.TryParse(facets, out var known, out _));

        var found = Today.Governing(known)!.Nearest(size);

        Assert.Equal(((decimal?)below, (decimal?)above, (decimal?)nearest), (found.Below, found.Above, found.Nearest));
        Assert.Equal((size - (decimal?)below, above - (decimal?)size), (found.DistanceBelow, found.DistanceAbove));
    }

    [Fact]
    public void Judge_OffModule_NamesBothNeighbours()
    {
        var finding = Today.Judge(2960, Circumstances.None.With("sizeUse", "span"), "YB-1")[0];

        Assert.Contains("2900 (− 60), 3000 (+ 40) mm", finding.Reason.English, StringComparison.Ordinal);
        Assert.Contains("不在系列内", finding.Reason.Chinese, StringComparison.Ordinal);
        Assert.Equal(("YB-1", -40m), (finding.Subject, finding.Margin));
    }

    /// <summary>"Use for hints, never for a compliance verdict" (scope of practice-common-sizes): 2300 is no common window width, and no verdict comes of it.</summary>
    [Fact]
    public void Judge_SizesOfPractice_AreHints()
    {
        var findings = Today.Judge(2100, Circumstances.None.With("sizeUse", "opening-width").With("openingKind", "window"));

        var hint = Assert.Single(findings, static finding => finding.Edition!.Key == "cn.practice-common-sizes");
        Assert.Equal(Verdict.NotApplicable, hint.Verdict);
        Assert.Contains("is in the series", hint.Reason.English, StringComparison.Ordinal);
        Assert.Equal("cn.gb-t-50002-2013", Today.Governing(Circumstances.None.With("sizeUse", "opening-width"))!.Requirement.Edition.Key);
    }

    /// <summary>GB/T 50002-2013 is in force from 2014-03-01; before it GBJ 2-86, whose expanded modules are 3M, 6M, 12M, 15M, 30M, 60M (confirmed by three sources).</summary>
    [Fact]
    public void History_GoesByDate()
    {
        var before = new ModularCoordination(Jurisdiction.China, CalendarDate.Parse("2010-01-01"));

        Assert.Equal(["cn.gbj-2-86.expanded-horizontal", "cn.gbj-2-86.expanded-vertical"], before.ExpandedModules.Select(static series => series.Requirement.Key));
        Assert.All(before.ExpandedModules, static series => Assert.Equal([300m], series.Steps)); // all others are multiples of 3M
        Assert.DoesNotContain(before.All, static series => !series.IsConvention);
        // Its modules are held, its series are not: whether a bay of 2900 is in them is not known.
        var bay = Assert.Single(before.Judge(2900, Circumstances.None.With("sizeUse", "bay")));
        Assert.Equal((Verdict.Indeterminate, "limit"), (bay.Verdict, Assert.Single(bay.Missing)));
        Assert.Contains("GBJ 2-86", bay.Reason.English, StringComparison.Ordinal);
        Assert.Equal([200m, 300m], Assert.Single(Today.ExpandedModules, static series => series.Requirement.Edition.Key == "cn.gb-t-50002-2013").Steps); // 2M, 3M; 6M, 9M, 12M are multiples
        Assert.Equal([10m], Assert.Single(Today.SubModules).Steps);
        Assert.Equal(100, Today.BasicModule!.Value);
    }

    /// <summary>Method "module-check": the made size is smaller than the coordinating size by the joint. 2980 + 20 = 3000.</summary>
    [Fact]
    public void Judge_MadeSize_NeedsTheJoint()
    {
        var bay = Circumstances.None.With("sizeUse", "bay");

        Assert.Equal(Verdict.Compliant, Today.JudgeSize(new CoordinatingSize { Made = 2980, Joint = 20 }, bay)[0].Verdict);
        Assert.Equal(["joint"], Today.JudgeSize(new CoordinatingSize { Made = 2980 }, bay)[0].Missing);
        Assert.Equal(["size"], Today.JudgeSize(new CoordinatingSize(), bay)[0].Missing);
        Assert.Equal(Verdict.Invalid, Today.JudgeSize(new CoordinatingSize { Coordinating = 3000, Made = 2980, Joint = 30 }, bay)[0].Verdict);
        Assert.Equal(Verdict.Invalid, Today.JudgeSize(new CoordinatingSize { Coordinating = 3000, Made = 3010 }, bay)[0].Verdict);
        Assert.Equal(Verdict.Invalid, Today.Judge(0, bay)[0].Verdict);
        Assert.Equal(Verdict.Invalid, Today.Judge(decimal.MaxValue, bay)[0].Verdict);
        Assert.Equal(["sizeUse"], Today.Judge(3000, Circumstances.None.With("component", "slab"))[0].Missing);
    }

    /// <summary>The size code (GB/T 5824, 4.6) by hand: 900 x 2100 is 090 and 210; 1750 x 2100 is 175 and 210; 905 is not whole tens.</summary>
    [Theory]
    [InlineData(900, 2100, "090210")]
    [InlineData(1750, 2100, "175210")]
    [InlineData(60, 600, "006060")]
    [InlineData(905, 2100, null)]
    [InlineData(10_000, 2100, null)]
    [InlineData(-900, 2100, null)]
    public void OpeningSize_Code(int width, int height, string? code) => Assert.Equal(code, new OpeningSize { Width = width, Height = height }.Code);

    [Fact]
    public void OpeningSize_TableNotKnown_IsAskedFor()
    {
        var opening = new OpeningSize { Width = 900, Height = 2100, Kind = "door" };

        Assert.Equal(["sizeTable"], opening.Judge(Today)[^1].Missing);
        // GB/T 5824-2008 was in force before 2021-10-01: its tables are not held either.
        var before = opening.Judge(new ModularCoordination(Jurisdiction.China, CalendarDate.Parse("2020-01-01")))[^1];
        Assert.Equal((Verdict.Indeterminate, "sizeTable"), (before.Verdict, Assert.Single(before.Missing)));
        Assert.Contains("GB/T 5824-2008", before.Reason.English, StringComparison.Ordinal);
        var table = new SizeTable("a plant's doors 2026", Evidence.SingleSource, [("door", new ComponentSize(900, 2100, null))]);
        Assert.Equal(Verdict.Compliant, opening.Judge(Today, table)[^1].Verdict);
        Assert.Equal(Verdict.NonCompliant, (opening with { Width = 950 }).Judge(Today, table)[^1].Verdict);
    }

    /// <summary>Nearest is nearest: no multiple of a step, of all multiples up to twice the size, is nearer. A plain search, no arithmetic of the product.</summary>
    [Fact]
    public void Nearest_IsNearest() => Gen.Select(Gen.Int[1, 12_000], Gen.Int[0, 2].Select(static i => new[] { "structural-grid", "storey-height", "joint-interface" }[i])).Sample((tenths, use) =>
    {
        var size = tenths / 2m;
        var series = Today.Governing(Circumstances.None.With("sizeUse", use))!;
        int[] steps = use switch { "structural-grid" => [200, 300], "storey-height" => [100], _ => [10, 20, 50] };
        var all = new SortedSet<int>(steps.SelectMany(static step => Enumerable.Range(1, 8000 / step).Select(n => n * step)));
        var nearest = series.Nearest(size);

        Assert.Equal(all.Where(one => one <= size).Cast<int?>().LastOrDefault(), (int?)nearest.Below);
        Assert.Equal(all.First(one => one >= size), (int)nearest.Above!);
        Assert.Equal(all.Min(one => Math.Abs(one - size)), Math.Abs(nearest.Nearest!.Value - size));
        // On module if and only if divisible.
        Assert.Equal(steps.Any(step => size % step == 0), series.Contains(size));
        Assert.Equal(series.Contains(size), nearest.Nearest == size);
    });

    /// <summary>However a size is written (3000, 3000.0, 3000.5, −3000, far too large), it is in the series if and only if decimal division leaves nothing: whole numbers take another path.</summary>
    [Fact]
    public void Contains_DoesNotDependOnHowTheNumberIsWritten() => Gen.Select(Gen.Int, Gen.Int[0, 1], Gen.Int[0, 1], Gen.Bool, Gen.Int[0, 3]).Sample((low, middle, high, isNegative, scale) =>
    {
        var size = new decimal(low, middle, high, isNegative, (byte)scale);
        var grid = Today.Governing(Circumstances.None.With("sizeUse", "structural-grid"))!;
        foreach (var one in new[] { size, size * 100, decimal.Round(size) * 100 })
            Assert.Equal(one is > 0 and <= 1_000_000_000 && (one % 200 == 0 || one % 300 == 0), grid.Contains(one));
    });

    /// <summary>Every series of sizes of the catalogue can be read, so that none is passed over in silence.</summary>
    [Fact]
    public void EverySeriesOfTheCatalogue_IsRead()
    {
        var rows = StandardsCatalogue.Default.Editions.Where(static edition => edition.HasRequirements).SelectMany(static edition => edition.Requirements)
            .Where(static row => row.Kind == RequirementKind.SizeSeries && row.Domain == "components" && row.Measurand.Key != "components.rolled-h-section").ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, static row => Assert.True(SizeSeries.TryFrom(row, Today.BasicModule, out _), row.Key));
    }

    [Fact]
    public void WholeMillimetres_AreFoundAsDecimalsAre()
    {
        // With a decimal place, the same size is divided as a decimal.
        foreach (var row in StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements).Where(static row => row.Kind == RequirementKind.SizeSeries))
        {
            if (!SizeSeries.TryFrom(row, StandardsCatalogue.Default.Find("cn.gb-t-50002-2013.basic-module"), out var series)) continue;
            for (var size = 0; size <= 12_700; size++) Assert.True(series.Contains(size) == series.Contains(size + 0.0m), $"{row.Key} {size}");
        }
    }
}
