using System.Globalization;

namespace GreenBuild.Standards.Tests.Compliance;

public sealed class LimitCheckTests
{
    /// <summary>Measured data never throws, whatever a decimal can hold.</summary>
    [Theory]
    [MemberData(nameof(Ends))]
    public void Extremes_AreVerdicts(string key, decimal value, Verdict verdict) =>
        Assert.Equal(verdict, LimitCheck.Judge(StandardsCatalogue.Default.Find(key)!, value).Verdict);

    public static TheoryData<string, decimal, Verdict> Ends() => new()
    {
        { "cn.gb-12523-2025.boundary-day", decimal.MaxValue, Verdict.NonCompliant },
        { "cn.gb-12523-2025.boundary-day", decimal.MinValue, Verdict.Compliant },
        { "cn.gb-16297-1996.inlet-height-min", decimal.MaxValue, Verdict.Compliant },
        { "cn.gb-16297-1996.inlet-height-min", decimal.MinValue, Verdict.NonCompliant },
    };

    /// <summary>A margin that no decimal can hold stays at its end: 70 − (−7.9e28) is above the largest, −7.9e28 − 15 below the smallest.</summary>
    [Fact]
    public void Margin_BeyondADecimalStaysAtItsEnd()
    {
        Assert.Equal(decimal.MaxValue, LimitCheck.Judge(StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-day")!, decimal.MinValue).Margin);
        Assert.Equal(decimal.MinValue, LimitCheck.Judge(StandardsCatalogue.Default.Find("cn.gb-16297-1996.inlet-height-min")!, decimal.MinValue).Margin);
        // Near the end, but within it: nothing is lost.
        Assert.Equal(70 - 2e27m, LimitCheck.Judge(StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-day")!, 2e27m).Margin);
    }

    /// <summary>A cast section may be 5 mm smaller and 10 mm larger (GB 50204-2015 table 8.3.2): both ends keep it, and the nearer one is the margin.</summary>
    [Theory]
    [InlineData(-6, Verdict.NonCompliant, -1)]
    [InlineData(-5, Verdict.Compliant, 0)]
    [InlineData(-4, Verdict.Compliant, 1)]
    [InlineData(8, Verdict.Compliant, 2)]
    [InlineData(10, Verdict.Compliant, 0)]
    [InlineData(11, Verdict.NonCompliant, -1)]
    public void Judge_BetweenTwoEnds(int value, Verdict verdict, int margin)
    {
        var finding = LimitCheck.Judge(Catalogue.Find("cn.gb-50204-2015.cast-section")!, value);

        Assert.Equal((verdict, margin), (finding.Verdict, finding.Margin));
        Assert.Equal((-5m, 10m), (finding.Limit, finding.UpperLimit));
        Assert.EndsWith(verdict == Verdict.Compliant ? " ∈ −5 … 10 mm: holds." : " ∉ −5 … 10 mm: ∈ does not hold.", finding.Explanation[^1].English, StringComparison.Ordinal);
        Assert.EndsWith(verdict == Verdict.Compliant ? " ∈ −5 … 10 mm：成立。" : " ∉ −5 … 10 mm：∈ 不成立。", finding.Explanation[^1].Chinese, StringComparison.Ordinal);
        Assert.Equal($"{value} mm against ∈ −5 … 10 mm (GB 50204-2015 Table 8.3.2).", finding.Reason.English);
        Assert.StartsWith($"{value} mm，限值 ∈ −5 … 10 mm", finding.Reason.Chinese, StringComparison.Ordinal);
    }

    /// <summary>GB/T 8170: 70.4 rounds to 70 and keeps "≤ 70", which the number as measured would not; 69.6 keeps it either way, and 72.4 breaks it either way.</summary>
    [Theory]
    [InlineData("70.4", Verdict.Compliant, true, "70")]
    [InlineData("69.6", Verdict.Compliant, false, "70")]
    [InlineData("72.4", Verdict.NonCompliant, false, "72")]
    [InlineData("70.5", Verdict.Compliant, true, "70")]
    [InlineData("71.5", Verdict.NonCompliant, false, "72")]
    public void Judge_SaysWhereTheRoundingDecides(string value, Verdict verdict, bool decides, string rounded)
    {
        var finding = LimitCheck.Judge(Catalogue.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)!, decimal.Parse(value, CultureInfo.InvariantCulture));

        Assert.Equal(verdict, finding.Verdict);
        var step = finding.Explanation[^2];
        Assert.Equal($"Rounded by GB/T 8170 to 0 decimals, half to even: {rounded} dB(A).{(decides ? " The rounding decides." : "")}", step.English);
        Assert.Equal($"按 GB/T 8170 修约到 0 位小数（四舍六入五成双）：{rounded} dB(A)。{(decides ? "修约决定结论。" : "")}", step.Chinese);
    }

    /// <summary>70 and 70.4 are both compared as 70: the outcomes differ in what decided.</summary>
    [Fact]
    public void Comparisons_AreEqualInAllTheyHold()
    {
        var limit = Catalogue.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)!;
        LimitComparison Of(decimal value, Requirement? of = null) => LimitCheck.TryCompare(of ?? limit, value, out var comparison) ? comparison : default;

        Assert.True(Of(70) == Of(69.6m) && Of(70).Equals((object)Of(69.6m)) && !(Of(70) != Of(69.6m)));
        Assert.Equal(Of(70).GetHashCode(), Of(69.6m).GetHashCode());
        Assert.True(Of(70) != Of(70.4m) && !(Of(70) == Of(70.4m)) && !Of(70).Equals(70m));
        Assert.True(Of(70) != Of(69));
        // The night's limit is 55: 55 there and 70 here are both kept, with nothing to spare.
        Assert.True(Of(70) != Of(55, Catalogue.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryNight)!));
        Assert.Equal((true, 70m, 70m, 0m, true), (Of(70.4m).IsMet, Of(70.4m).Compared, Of(70.4m).Limit, Of(70.4m).Margin, Of(70.4m).IsDecidedByRounding));
    }

    /// <summary>A GB/T is recommended, a GB with mandatory clauses is not: the first step says which.</summary>
    [Theory]
    [InlineData("cn.gb-t-51129-2017.grade-a", 61, true)]
    [InlineData("cn.gb-12523-2025.boundary-day", 61, false)]
    public void Judge_SaysWhatIsNotBinding(string key, int value, bool isRecommended)
    {
        var applied = LimitCheck.Judge(Catalogue.Find(key)!, value).Explanation[0];
        Assert.Equal(isRecommended, applied.English.EndsWith("; recommended, not binding by law.", StringComparison.Ordinal));
        Assert.Equal(isRecommended, applied.Chinese.EndsWith("；推荐性，不具强制力。", StringComparison.Ordinal));
        Assert.Equal(!isRecommended, applied.English.EndsWith("; confirmed.", StringComparison.Ordinal));
    }

    /// <summary>Nothing of the boundary of sites is known of Hong Kong; that is "does not apply", and no input is missing.</summary>
    [Fact]
    public void JudgeGoverning_WhereThereIsNoRule()
    {
        var finding = LimitCheck.JudgeGoverning(Catalogue, Measurands.Dust.SiteBoundaryTsp, 60, Jurisdiction.Parse("HK"), new CalendarDate(2026, 7, 1), Circumstances.None, unit: "µg/m3");

        Assert.Equal(Verdict.NotApplicable, finding.Verdict);
        Assert.Empty(finding.Missing);
        Assert.StartsWith("No limit of dust.site-boundary-tsp applies in HK on 2026-07-01;", finding.Reason.English, StringComparison.Ordinal);
        Assert.StartsWith("香港", finding.Reason.Chinese, StringComparison.Ordinal);
        Assert.Contains("“施工场地或场界监测点总悬浮颗粒物（颗粒物）浓度”", finding.Reason.Chinese, StringComparison.Ordinal);
    }

    /// <summary>
    /// DB13/ 2934-2019 allows two exceeding hours a day, DB31/964-2016 six of the lower tier: one value above the limit breaks nothing by itself; one below is fine.
    /// </summary>
    [Theory]
    [InlineData("CN-HE", "dust.site-net-pm10", 60, 90, "µg/m3", Verdict.Indeterminate)]
    [InlineData("CN-HE", "dust.site-net-pm10", 60, 80, "µg/m3", Verdict.Compliant)]
    public void CountedLimit_IsLeftToTheCount(string place, string measurand, int averaging, int value, string unit, Verdict verdict)
    {
        var finding = LimitCheck.JudgeGoverning(
            StandardsCatalogue.Default, measurand, value, Jurisdiction.Parse(place), new CalendarDate(2026, 7, 1), Circumstances.None.With("averaging", (decimal)averaging), unit: unit);
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(verdict == Verdict.Compliant ? [] : ["exceedances"], finding.Missing);
        if (verdict == Verdict.Compliant) return;
        Assert.StartsWith("It exceeds the limit; the number of exceedances decides: ", finding.Reason.English, StringComparison.Ordinal);
        Assert.StartsWith("超过限值；是否违规取决于超标次数：", finding.Reason.Chinese, StringComparison.Ordinal);
        Assert.Contains(finding.Explanation, step => step.English == finding.Reason.English);
        Assert.Equal(["cn-he.db13-2934-2019.exceedance-count"], finding.Rules.Select(static rule => rule.Key));
    }

    /// <summary>Shanghai limits in mg/m3, Jiangsu in µg/m3: a bare number would be read by whichever governs.</summary>
    [Fact]
    public void BareNumber_WhereUnitsDiffer_IsAskedFor()
    {
        var circumstances = Circumstances.None.With("averaging", 15m);
        var place = Jurisdiction.Parse("CN-JS");
        Assert.Equal(["unit"], LimitCheck.JudgeGoverning(StandardsCatalogue.Default, Measurands.Dust.SiteBoundaryTsp, 0.6m, place, new CalendarDate(2026, 3, 1), circumstances).Missing);
        var given = LimitCheck.JudgeGoverning(StandardsCatalogue.Default, Measurands.Dust.SiteBoundaryTsp, 0.6m, place, new CalendarDate(2026, 3, 1), circumstances, unit: "mg/m3");
        Assert.Equal((Verdict.NonCompliant, 600m), (given.ProvisionalVerdict ?? given.Verdict, given.Compared));
    }

    /// <summary>Who keeps the limit that governs is told of a stricter recommended one that is not kept: JGJ 146 and JGJ 59 ask for 2.5 m along main roads.</summary>
    [Fact]
    public void StricterRecommendation_ThatIsNotKept_IsSaid()
    {
        var finding = LimitCheck.JudgeGoverning(
            StandardsCatalogue.Default, Measurands.Dust.HoardingHeight, 2.0m, Jurisdiction.Parse("CN-SH"), new CalendarDate(2026, 7, 1), Circumstances.None.With("frontage", "main-road"));
        Assert.Equal(Verdict.Compliant, finding.Verdict);
        Assert.Contains(finding.Explanation, static step => step.English.Contains("but the value does not keep this one", StringComparison.Ordinal) && step.Chinese.Contains("但该数值不满足此项", StringComparison.Ordinal));
    }

    /// <summary>A named requirement that has lapsed is judged, and it is said; so is the day from which a second stage holds.</summary>
    [Fact]
    public void LapsedAndLaterStages_AreSaid()
    {
        Assert.Contains(
            LimitCheck.Judge(StandardsCatalogue.Default.Find("cn.gb-12523-2011.boundary-day")!, 71).Explanation,
            static step => step.English == "GB 12523-2011 lapses on 2026-01-01 and is replaced by GB 12523-2025; no day was given, so it is applied as it was named.");
        Assert.Contains(
            LimitCheck.Judge(StandardsCatalogue.Default.Find("cn.gb-3095-2026.pm10-daily-class2-final")!, 90).Explanation,
            static step => step.English.Contains("this limit from 2031-01-01", StringComparison.Ordinal));
    }

    /// <summary>Shanghai 2019: 40 % precast or an assembly rate of 60 %. Who has only one of the two numbers cannot be told that the other was missed.</summary>
    [Fact]
    public void AlternativeThatIsNotKnown_IsAskedFor()
    {
        var finding = LimitCheck.JudgeGoverning(StandardsCatalogue.Default, "components.local-precast-ratio", 35, Jurisdiction.Parse("CN-SH"), new CalendarDate(2025, 8, 31), Circumstances.None);
        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Contains("localAssemblyRate", finding.Missing);
    }

    /// <summary>
    /// GB 30981.1-2025 covers exterior wall coatings, and its tables were not seen; Shanghai's thresholds of 2025 were not read: that no limit applies would be wrong.
    /// </summary>
    [Theory]
    [InlineData("materials.voc-content", 500, "g/L", "2026-06-01", "product=exterior-wall-coating;medium=water-borne;effectPigment=false", "GB 30981.1-2025")]
    [InlineData("components.local-precast-ratio", 35, null, "2025-09-01", "", "沪建建材〔2025〕250号")]
    public void EditionOfWhichOnlyAPartIsKnown_LeavesItOpen(string measurand, int value, string? unit, string date, string when, string edition)
    {
        Assert.True(Circumstances.TryParse(when, out var circumstances, out _));
        var finding = LimitCheck.JudgeGoverning(StandardsCatalogue.Default, measurand, value, Jurisdiction.Parse("CN-SH"), CalendarDate.Parse(date), circumstances, unit: unit);
        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["limit"], finding.Missing);
        Assert.Equal($"In force, and only a part of the rules is known, none of them on this case: {edition}.", finding.Reason.English);
        Assert.Equal(finding.Reason.English, Assert.Single(finding.Explanation).English);
        Assert.Null(GreenBuild.Standards.Noise.RuleCoverage.GapOf(StandardsCatalogue.Default, measurand, Jurisdiction.Parse("CN-SH"), CalendarDate.Parse(date)));
    }

    /// <summary>A requirement that the caller names is judged by place and day as well, if they are given.</summary>
    [Theory]
    [InlineData("CN-SH", "2025-12-31", Verdict.Compliant)]
    [InlineData("CN-SH", "2026-01-01", Verdict.NotApplicable)]
    [InlineData("HK", "2025-12-31", Verdict.NotApplicable)]
    public void JudgeAt_GoesByPlaceAndDay(string place, string date, Verdict verdict) =>
        Assert.Equal(verdict, LimitCheck.JudgeAt(StandardsCatalogue.Default.Find("cn.gb-12523-2011.boundary-day")!, 70, Jurisdiction.Parse(place), CalendarDate.Parse(date)).Verdict);

    /// <summary>What is known besides place and day counts as well: a night is none of the day's limit.</summary>
    [Fact]
    public void JudgeAt_GoesByWhatElseIsKnown() =>
        Assert.Equal(
            Verdict.NotApplicable,
            LimitCheck.JudgeAt(Catalogue.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)!, 60, Jurisdiction.China, new CalendarDate(2026, 3, 2), Circumstances.None.With("period", "night")).Verdict);

    /// <summary>GB 12523-2011 was in force from 2012-07-01 until GB 12523-2025 came on 2026-01-01, which has no end yet; nothing was judged, and the value keeps the unit that it was given in.</summary>
    [Theory]
    [InlineData("cn.gb-12523-2011.boundary-day", "CN-SH", "2026-01-01", "GB 12523-2011 is not in force on 2026-01-01 (from 2012-07-01 until 2026-01-01).", "GB 12523-2011 在 2026-01-01 未施行（自 2012-07-01 至 2026-01-01）。")]
    [InlineData("cn.gb-12523-2025.boundary-day", "CN-SH", "2025-12-31", "GB 12523-2025 is not in force on 2025-12-31 (from 2026-01-01 until –).", "GB 12523-2025 在 2025-12-31 未施行（自 2026-01-01 至 –）。")]
    [InlineData("cn.gb-12523-2025.boundary-day", "HK", "2026-03-02", "GB 12523-2025 applies in China, not in Hong Kong.", "GB 12523-2025 适用于中国，不适用于香港。")]
    public void JudgeAt_SaysWhyItDoesNotApply(string key, string place, string date, string english, string chinese)
    {
        var finding = LimitCheck.JudgeAt(Catalogue.Find(key)!, 7, Jurisdiction.Parse(place), CalendarDate.Parse(date), unit: "B");

        Assert.Equal((Verdict.NotApplicable, (decimal?)7m, "B", english, chinese), (finding.Verdict, finding.Measured, finding.Unit, finding.Reason.English, finding.Reason.Chinese));
    }

    /// <summary>A duty has no number: nothing is compared.</summary>
    [Fact]
    public void TryCompare_OfADutyIsRefused() => Assert.False(LimitCheck.TryCompare(Catalogue.Find("cn.noise-pollution-prevention-law-2021.night-certificate")!, 1, out _));

    private static readonly StandardsCatalogue Catalogue = StandardsCatalogue.Default;

    /// <summary>A finding names everything that an auditor signs on.</summary>
    [Fact]
    public void Judge_FindingIsComplete()
    {
        var finding = LimitCheck.Judge(Catalogue.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)!, 71.5m);

        Assert.Equal(Verdict.NonCompliant, finding.Verdict);
        Assert.Equal(("GB 12523-2025", "Table 1"), (finding.Edition!.Number, finding.Clause));
        Assert.Equal((71.5m, 72m, 70m, -2m, "dB(A)"), (finding.Measured, finding.Compared, finding.Limit, finding.Margin, finding.Unit));
        Assert.Equal((0, Evidence.Confirmed), (finding.RoundingDigits, finding.Evidence));
        Assert.Equal("non-compliant: 72 > 70 dB(A), GB 12523-2025 Table 1", finding.ToString());
        Assert.Equal("不符合: 72 > 70 dB(A), GB 12523-2025 Table 1", finding.Summarise(Language.Chinese));
        Assert.All(finding.Explanation, static step => Assert.True(step.English.Length > 0 && step.Chinese.Length > 0));
        Assert.Contains(finding.Explanation, static step => step.English.Contains("noiseSensitiveBuildings", StringComparison.Ordinal)); // taken as given
    }

    [Fact]
    public void Judge_ContradictedFacetIsNotApplicable() =>
        Assert.Equal(Verdict.NotApplicable, LimitCheck.Judge(Catalogue.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)!, 80m, Circumstances.None.With("period", "night")).Verdict);

    /// <summary>A limit that no source confirms never makes a value non-compliant by itself.</summary>
    [Theory]
    [InlineData(76, Verdict.NonCompliant)]
    [InlineData(75, Verdict.Compliant)]
    public void Judge_UnconfirmedIsProvisional(int value, Verdict provisional)
    {
        var limit = Catalogue.Find("sg.nea-construction-noise.other-day")!; // <= 75, recalled
        var finding = LimitCheck.Judge(limit, value);
        Assert.Equal((Verdict.Indeterminate, (Verdict?)provisional), (finding.Verdict, finding.ProvisionalVerdict));
        Assert.Equal(provisional, LimitCheck.Judge(limit, value, options: new CheckOptions { EvidenceFloor = Evidence.Unconfirmed }).Verdict);
    }

    [Fact]
    public void Judge_RaisedFloor()
    {
        var limit = Catalogue.Find("sg.nea-construction-noise.residential-evening-1h")!; // single source
        Assert.Equal(Verdict.NonCompliant, LimitCheck.Judge(limit, 66m).Verdict);
        Assert.Equal(Verdict.Indeterminate, LimitCheck.Judge(limit, 66m, options: new CheckOptions { EvidenceFloor = Evidence.Confirmed }).Verdict);
    }

    [Fact]
    public void Judge_UnknownValueIsIndeterminate()
    {
        var finding = LimitCheck.Judge(Catalogue.Find("cn.gb-16710-2025.operator-position")!, 80m);
        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["limit"], finding.Missing);
    }

    /// <summary>GB 3096-2008, 5.4: sudden noise at night at most 15 dB above the limit; class 2 at night 50, so 65.</summary>
    [Theory]
    [InlineData("2", 65, Verdict.Compliant)]
    [InlineData("2", 66, Verdict.NonCompliant)]
    [InlineData("1", 60, Verdict.Compliant)]
    [InlineData("1", 61, Verdict.NonCompliant)]
    public void Judge_RelativeToALimit(string zone, int value, Verdict verdict)
    {
        var finding = LimitCheck.Judge(Catalogue.Find("cn.gb-3096-2008.night-sudden-lmax")!, value, Circumstances.None.With("functionZone", zone));
        Assert.Equal(verdict, finding.Verdict);
        // Table 1, night: class 1 has 45, class 2 has 50. The base is named, with the sum.
        var sum = zone == "2" ? "50 (GB 3096-2008 5.1 Table 1) + 15 = 65 dB(A)." : "45 (GB 3096-2008 5.1 Table 1) + 15 = 60 dB(A).";
        Assert.Contains(finding.Explanation, step => step.English == "Limit: " + sum && step.Chinese.StartsWith("限值：", StringComparison.Ordinal) && step.Chinese.Contains(zone == "2" ? "= 65 dB(A)" : "= 60 dB(A)", StringComparison.Ordinal));
    }

    [Fact]
    public void Judge_RelativeWithoutItsFacetIsIndeterminate()
    {
        var finding = LimitCheck.Judge(Catalogue.Find("cn.gb-3096-2008.night-sudden-lmax")!, 66m);
        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["functionZone"], finding.Missing);
    }

    /// <summary>BS 5228 ABC: "> 65" is where a significant effect starts; 65 itself is not one.</summary>
    [Theory]
    [InlineData(65, Verdict.Compliant)]
    [InlineData(66, Verdict.NonCompliant)]
    public void Judge_TriggerTurnsTheComparisonRound(int value, Verdict verdict)
    {
        var finding = LimitCheck.Judge(Catalogue.Find("gb.bs-5228-1-2009-a1-2014.abc-day-a")!, value, options: new CheckOptions { EvidenceFloor = Evidence.Unconfirmed });
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(65 - value, finding.Margin);
        Assert.EndsWith(" (the consequence starts where it holds).", finding.Explanation[^1].English, StringComparison.Ordinal);
        Assert.EndsWith("（成立时产生后果）。", finding.Explanation[^1].Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_MeasureIsNoLimit() =>
        Assert.Equal(Verdict.NotApplicable, LimitCheck.Judge(Catalogue.Find("cn.noise-pollution-prevention-law-2021.night-certificate")!, 1m).Verdict);

    /// <summary>GB 3096-2008 by class, in force since 2008-10-01; the edition of 1993 before (classes 0 to 4).</summary>
    [Theory]
    [InlineData("2020-01-01", "2", "night", 50, "GB 3096-2008")]
    [InlineData("2020-01-01", "4a", "night", 55, "GB 3096-2008")]
    [InlineData("2020-01-01", "4b", "night", 60, "GB 3096-2008")]
    [InlineData("2008-09-30", "4", "night", 55, "GB 3096-93")]
    [InlineData("2008-09-30", "0", "day", 50, "GB 3096-93")]
    public void JudgeGoverning_ByPlaceDateAndFacets(string date, string zone, string period, int limit, string edition)
    {
        var finding = LimitCheck.JudgeGoverning(
            Catalogue, Measurands.Noise.Ambient, limit + 0.1m, Jurisdiction.Parse("CN-SH"), CalendarDate.Parse(date), Circumstances.None.With("functionZone", zone).With("period", period));
        Assert.Equal((Verdict.NonCompliant, (decimal?)limit, edition), (finding.Verdict, finding.Limit, finding.Edition!.Number));
    }

    [Fact]
    public void JudgeGoverning_OfAMisspeltMeasurand_IsNoVerdict()
    {
        var finding = LimitCheck.JudgeGoverning(Catalogue, "noise.site-boundarry", 520m, Jurisdiction.China, new CalendarDate(2026, 7, 1), Circumstances.None, unit: "dB(A)");
        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["measurand"], finding.Missing);
        Assert.Equal("'noise.site-boundarry' is no measurand that is known. Is 'noise.site-boundary' meant?", finding.Reason.English);
    }

    [Fact]
    public void JudgeGoverning_NamesTheMissingFacet()
    {
        var finding = LimitCheck.JudgeGoverning(Catalogue, Measurands.Noise.Ambient, 50m, Jurisdiction.China, new CalendarDate(2020, 1, 1), Circumstances.None.With("period", "day"));
        Assert.Equal((Verdict.Indeterminate, "Not known: functionZone."), (finding.Verdict, finding.Reason.English));
        Assert.Equal(["functionZone"], finding.Missing);
    }

    /// <summary>A moment answers for the period, and a period for its hours.</summary>
    [Theory]
    [InlineData(21, 70)]
    [InlineData(22, 55)]
    public void JudgeGoverning_TheMomentTellsThePeriod(int hour, int limit)
    {
        var circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true).At(new DateTime(2026, 3, 1, hour, 0, 0));
        var finding = LimitCheck.JudgeGoverning(Catalogue, Measurands.Noise.SiteBoundary, 60m, Jurisdiction.China, new CalendarDate(2026, 3, 1), circumstances);
        Assert.Equal(limit, finding.Limit);
    }

    /// <summary>GB/T 50905 repeats 70/55 without the exceptions of GB 12523: it stands beside it and never in its place.</summary>
    [Fact]
    public void JudgeGoverning_RecommendedStandsBeside()
    {
        var circumstances = Circumstances.None.With("period", "day").With("projectType", "building").With("noiseSensitiveBuildings", true);
        var finding = LimitCheck.JudgeGoverning(Catalogue, Measurands.Noise.SiteBoundary, 60m, Jurisdiction.China, new CalendarDate(2026, 3, 1), circumstances);
        Assert.Equal("GB 12523-2025", finding.Edition!.Number);
        Assert.Contains(finding.Explanation, static step => step.English.StartsWith("Beside it: GB/T 50905-2014 3.3, ≤ 70 dB(A), recommended, unconfirmed", StringComparison.Ordinal));
        // 60 keeps both, and the one applied is not beside itself.
        Assert.DoesNotContain(finding.Explanation, static step => step.English.StartsWith("Beside it: GB 12523-2025", StringComparison.Ordinal) || step.English.Contains("does not keep", StringComparison.Ordinal));
    }

    /// <summary>Comparing allocates nothing, so that a check of millions costs no garbage.</summary>
    [Fact]
    public void TryCompare_AllocatesNothing()
    {
        var limit = Catalogue.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)!;
        Assert.True(LimitCheck.TryCompare(limit, 69m, out _));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var met = 0;
        for (var i = 0; i < 1000; i++)
            if (LimitCheck.TryCompare(limit, i / 10m, out var comparison) && comparison.IsMet) met++;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(706, met); // 0.0 to 70.5: 70.5 rounds to the even 70
    }
}

public sealed class ConversionAndDateTests
{
    private static readonly StandardsCatalogue Catalogue = StandardsCatalogue.Default;

    /// <summary>GB 3095-2026, 4.4: class 2 PM10 a day is 120 µg/m3 until 2030-12-31 and 100 after; 0.11 mg/m3 is 110 µg/m3.</summary>
    [Theory]
    [InlineData("2030-12-31", Verdict.Compliant, 120)]
    [InlineData("2031-01-01", Verdict.NonCompliant, 100)]
    public void JudgeGoverning_TheDayDecidesTheStage(string day, Verdict verdict, int limit)
    {
        var finding = LimitCheck.JudgeGoverning(
            Catalogue, "dust.ambient-pm10-daily", 0.11m, Jurisdiction.China, CalendarDate.Parse(day), Circumstances.None.With("airZone", "2"), unit: "mg/m3");

        Assert.Equal((verdict, (decimal?)limit, (decimal?)110m), (finding.Verdict, finding.Limit, finding.Compared));
        Assert.Equal("0.11 mg/m3 = 110 µg/m3.", finding.Explanation[0].English);
    }

    [Fact]
    public void Judge_ConvertsTheUnit()
    {
        var limit = Catalogue.Find("cn.gb-3095-2026.pm10-daily-class2-final")!;

        Assert.Equal(Verdict.NonCompliant, LimitCheck.Judge(limit, 0.101m, unit: "mg/m3").Verdict);
        Assert.Equal(Verdict.Compliant, LimitCheck.Judge(limit, 0.1m, unit: "mg/m3").Verdict);
        var wrong = LimitCheck.Judge(limit, 1, unit: "kg");
        Assert.Equal((Verdict.Indeterminate, "unit"), (wrong.Verdict, Assert.Single(wrong.Missing)));
    }

    [Theory]
    [InlineData("pm10-daily-class2-transition", "2030-12-31", true)]
    [InlineData("pm10-daily-class2-transition", "2031-01-01", false)]
    [InlineData("pm10-daily-class2-final", "2031-01-01", true)]
    [InlineData("valid-annual-mean-month-february", "2026-07-01", true)] // comes back every year
    [InlineData("valid-daily-mean", "2026-07-01", true)] // has no dates
    public void MayHoldOn(string row, string day, bool expected) =>
        Assert.Equal(expected, Catalogue.FindEdition("GB 3095-2026")!.Find(row)!.MayHoldOn(CalendarDate.Parse(day)));
}

public sealed class CircumstancesTests
{
    [Fact]
    public void TryParse_ReadsPairs()
    {
        Assert.True(Circumstances.TryParse(" period=night ; distance=40;noiseSensitiveBuildings=true;", out var circumstances, out _));
        Assert.Equal("period=night, distance=40, noiseSensitiveBuildings=true", circumstances.ToString());
    }

    /// <summary>As the titles of the vocabulary have it, and as reports show a word with its name.</summary>
    [Theory]
    [InlineData("period=夜间; projectType=房屋建筑工程", "period=night, projectType=building")]
    [InlineData("projectType=building（房屋建筑工程）", "projectType=building")]
    [InlineData("projectType=building(房屋建筑工程)", "projectType=building")]
    // At least half of a name, if no other begins so.
    [InlineData("projectType=房屋建筑; airZone=二类", "projectType=building, airZone=2")]
    [InlineData("buildingUse=居住建筑", "buildingUse=residential")]
    [InlineData("noiseSensitiveBuildings=是; stage=Earthwork", "noiseSensitiveBuildings=true, stage=earthwork")]
    public void TryParse_TakesNames(string text, string read)
    {
        Assert.True(Circumstances.TryParse(text, out var circumstances, out var problem), problem.English);
        Assert.Equal(read, circumstances.ToString());
    }

    [Theory]
    // 钢筋 begins 钢筋混凝土结构, which is another thing; a word with the name of another is a slip.
    [InlineData("structureType=钢筋")]
    [InlineData("projectType=building（市政工程）")]
    [InlineData("buildingMaterial=C3")]
    public void TryParse_TakesNoOtherBeginnings(string text) => Assert.False(Circumstances.TryParse(text, out _, out _));

    [Theory]
    [InlineData("perood=night", "'perood' is not a facet.")]
    [InlineData("period=nigth", "'nigth' is not a value of period: day, night, midday, use-time.")]
    [InlineData("noiseSensitiveBuildings=maybe", "'maybe' is not a value of noiseSensitiveBuildings: true, false.")]
    [InlineData("airZone=3", "'3' is not a value of airZone: 1 (Zone class I, class 1 limits), 2 (Zone class II, class 2 limits). Is '1' meant?")]
    [InlineData("distance=near", "'near' is not a value of distance: m. 'near' is not a number.")]
    [InlineData("period", "'period' is not of the form facet=value.")]
    // What stands in a file is shown without characters that steer a terminal or turn the direction of writing round, in full up to 60.
    [InlineData("period=ni\u001bght", "'ni\uFFFDght' is not a value of period: day, night, midday, use-time. Is 'night' meant?")]
    [InlineData("per\u202Eiod=night", "'per\uFFFDiod' is not a facet.")]
    [InlineData("\u007F", "'\uFFFD' is not of the form facet=value.")]
    public void TryParse_SaysWhatIsWrong(string text, string error)
    {
        Assert.False(Circumstances.TryParse(text, out _, out var message));
        Assert.Equal(error, message.English);
        Assert.NotEqual(message.English, message.Chinese);
    }

    [Fact]
    public void With_ReplacesAndDoesNotChangeTheOriginal()
    {
        var day = Circumstances.None.With("period", "day");
        var night = day.With("period", "night");
        Assert.Equal(("period=day", "period=night", ""), (day.ToString(), night.ToString(), Circumstances.None.ToString()));
    }
}
