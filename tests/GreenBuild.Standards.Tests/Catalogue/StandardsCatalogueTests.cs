using System.Collections;
using System.Runtime.Loader;

namespace GreenBuild.Standards.Tests.Catalogue;

public sealed class StandardsCatalogueTests
{
    /// <summary>Where neither day is known, the year in the number is the earliest: DB21/ 2642-2016 judges nothing of 2015.</summary>
    [Theory]
    [InlineData("2015-12-31", false)]
    [InlineData("2016-01-01", true)]
    public void EditionWithoutDates_CountsFromTheYearOfItsNumber(string date, bool isInForce)
    {
        var edition = StandardsCatalogue.Default.FindEdition("DB21/ 2642-2016")!;
        Assert.Equal((null, null, isInForce), (edition.Effective, edition.Issued, edition.IsInForceOn(CalendarDate.Parse(date))));
    }

    /// <summary>Chengdu's rules of 2021-05-27 say when they were issued only: from that day they count as in force, and that day is a change.</summary>
    [Fact]
    public void EditionWithDayOfIssueOnly_CountsFromIt()
    {
        var place = Jurisdiction.Parse("CN-SC-510100");
        var edition = StandardsCatalogue.Default.Editions.Single(static edition => edition.Number.StartsWith("成都市建设工地文明施工（扬尘污染防治）管理技术标准", StringComparison.Ordinal));

        Assert.Equal((null, new CalendarDate(2021, 5, 27)), (edition.Effective, edition.CountsFrom));
        Assert.Equal((false, true), (edition.IsInForceOn(new CalendarDate(2021, 5, 26)), edition.IsInForceOn(new CalendarDate(2021, 5, 27))));
        Assert.Contains(StandardsCatalogue.Default.ChangesBetween(new CalendarDate(2021, 5, 26), new CalendarDate(2021, 5, 27), place), change => change.Edition == edition && change.Begins);
    }

    private static readonly StandardsCatalogue Catalogue = StandardsCatalogue.Default;

    [Theory]
    [InlineData("GB 12523-2011")]
    [InlineData("gb12523-2011")]
    [InlineData("GB 12523—2011")]
    [InlineData("GB12523 – 2011")]
    [InlineData("cn.gb-12523-2011")]
    public void FindEdition_AsPeopleWriteIt(string number) => Assert.Equal("GB 12523-2011", Catalogue.FindEdition(number)?.Number);

    /// <summary>Shandong's consultation draft of 2021 repeats the national target of 200 t per 10^4 m2 (建质〔2020〕46号): the target goes before the draft.</summary>
    [Fact]
    public void Governing_DraftDoesNotGoBeforeWhatIsConfirmed()
    {
        var circumstances = Circumstances.None.With("prefabricated", true).With("sourceWorks", "new-building").With("excludedWaste", "spoil-and-slurry");

        var limit = Catalogue.Governing("waste.discharge-intensity", Jurisdiction.Parse("CN-SD"), new CalendarDate(2026, 1, 1), circumstances);

        Assert.Equal("cn.jianzhi-2020-46.site-discharge-prefab", limit.Requirement?.Key);
        var draft = limit.Applicable.Single(static row => row.Edition.Key == "cn-sd.waste-reduction-draft-2021");
        Assert.Equal(Evidence.Unconfirmed, draft.Evidence);
        Assert.Contains("draft", draft.Note, StringComparison.Ordinal);
    }

    /// <summary>
    /// The record of Directive 2008/50/EC gives 2026-12-11 as its last day; its successor is in force since 2024-12-10, which ends nothing by itself.
    /// The Shanghai rules on dust data are printed to hold until 2029-03-14.
    /// </summary>
    [Theory]
    [InlineData("Directive 2008/50/EC", "2026-12-11")]
    [InlineData("沪环规〔2024〕02号", "2029-03-14")]
    public void IsInForce_OnItsLastDayAndNoLonger(string number, string lastDay)
    {
        var (edition, last) = (Catalogue.FindEdition(number)!, CalendarDate.Parse(lastDay));

        Assert.Equal((true, false), (edition.IsInForceOn(last), edition.IsInForceOn(last.PlusDays(1))));
    }

    /// <summary>Article 1057: from the day of the code on, facts before it are judged by the old law unless the code is milder.</summary>
    [Fact]
    public void Transition_HoldsFromTheDayOfTheCodeOn()
    {
        var row = Catalogue.Find("cn.ecological-environment-code-2026.transition")!;

        Assert.Empty(row.Conditions);
        Assert.DoesNotContain(
            Catalogue.ChangesBetween(new CalendarDate(2026, 8, 14), new CalendarDate(2026, 8, 15), Jurisdiction.Parse("CN")), change => change.Requirement == row);
    }

    /// <summary>What the dossier says of its texts: GB 12523-2011 was read in full, of the others clauses, tables or all was not seen.</summary>
    [Theory]
    [InlineData("GB 12523-2011", false)]
    [InlineData("GB 3095-2026", false)]
    [InlineData("GB 12523-2025", true)]
    [InlineData("GB/T 50640-2023", true)]
    [InlineData("GB 30981.1-2025", true)]
    [InlineData("沪建建材〔2025〕250号", true)]
    public void Edition_SaysWhetherItIsKnownInPart(string number, bool isPartial) => Assert.Equal(isPartial, Catalogue.FindEdition(number)!.IsPartial);

    /// <summary>A document of which no rule was seen is more than a number: the catalogue knows that it is there and has rules.</summary>
    [Fact]
    public void Edition_WithoutRowsThatIsPartialIsKnown()
    {
        var edition = Catalogue.FindEdition("JGJ/T 494-2022")!;

        Assert.Equal((true, true, 0), (edition.HasRequirements, edition.IsPartial, edition.Requirements.Count));
        Assert.All(Catalogue.Editions.Where(static other => other.HasRequirements && other.Requirements.Count == 0), static other => Assert.True(other.IsPartial));
        Assert.All(Catalogue.Editions.Where(static other => !other.HasRequirements), static other => Assert.False(other.IsPartial));
    }

    [Theory]
    [InlineData("GB 12523-1990")]
    [InlineData("GB12523-90")]
    public void FindEdition_TwoDigitYears(string number) => Assert.Equal("GB 12523-90", Catalogue.FindEdition(number)?.Number);

    [Theory]
    [InlineData("GB 12523-2012")]
    [InlineData("GB 8")]
    [InlineData("")]
    public void FindEdition_UnknownIsNull(string number) => Assert.Null(Catalogue.FindEdition(number));

    [Theory]
    [InlineData(RequirementKeys.Cn.Gb12523_2025.BoundaryNight, 55)]
    [InlineData("cn.gb-12523-2011.boundary-day", 70)]
    [InlineData("gb.bs-5228-1-2009-a1-2014.abc-day-a", 65)]
    [InlineData("cn.gb-22337-2008.indoor-octave-class-0-ab-day-31.5hz", 76)] // a dot in the key of the row
    public void Find_ByKey(string key, int value)
    {
        var requirement = Catalogue.Find(key);
        Assert.Equal(value, requirement!.Value);
        Assert.Equal(key, requirement.Key);
    }

    [Theory]
    [InlineData("cn.gb-12523-2025.boundary-noon")]
    [InlineData("cn.gb-12523-2025")]
    [InlineData("noise.site-boundary")]
    public void Find_UnknownIsNull(string key) => Assert.Null(Catalogue.Find(key));

    /// <summary>Every key that a constant names exists, so that code that compiles does not miss.</summary>
    /// <summary>A requirement is one object, whoever reads its edition first: reports list each once. Loaded anew, since only the first reading can go wrong.</summary>
    [Fact]
    public async Task Requirements_AreOneForAllThreads()
    {
        var context = new AssemblyLoadContext(nameof(Requirements_AreOneForAllThreads), isCollectible: true);
        var type = context.LoadFromAssemblyPath(typeof(StandardsCatalogue).Assembly.Location).GetType(typeof(StandardsCatalogue).FullName!)!;
        var catalogue = type.GetProperty(nameof(StandardsCatalogue.Default))!.GetValue(null);
        var editions = ((IEnumerable)type.GetProperty(nameof(StandardsCatalogue.Editions))!.GetValue(catalogue)!).Cast<object>().ToList();
        var requirements = editions[0].GetType().GetProperty(nameof(Edition.Requirements))!;
        using var together = new Barrier(2);

        var found = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => editions.ConvertAll(edition =>
        {
            together.SignalAndWait();
            return requirements.GetValue(edition);
        }))));

        for (var i = 0; i < editions.Count; i++) Assert.Same(found[0][i], found[1][i]);
        context.Unload();
    }

    [Fact]
    public void Keys_AreUniqueAndFoundAgain()
    {
        var keys = Catalogue.Editions.SelectMany(static edition => edition.Requirements).Select(static requirement => requirement.Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, static key => Assert.Equal(key, Catalogue.Find(key)?.Key));
        var constants = Constants(typeof(RequirementKeys)).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), constants.Order(StringComparer.Ordinal));
        Assert.Equal(Vocabulary.Measurands.Select(static measurand => measurand.Key).Order(StringComparer.Ordinal), Constants(typeof(Measurands)).Order(StringComparer.Ordinal));
    }

    /// <summary>1991-03-01 to 2012-06-30 the edition of 1990, from 2012-07-01 that of 2011, from 2026-01-01 that of 2025 (edition-choice in the notes of GB 12523-2025).</summary>
    [Theory]
    [InlineData("1991-02-28", null)]
    [InlineData("1991-03-01", "GB 12523-90")]
    [InlineData("2012-06-30", "GB 12523-90")]
    [InlineData("2012-07-01", "GB 12523-2011")]
    [InlineData("2025-12-31", "GB 12523-2011")]
    [InlineData("2026-01-01", "GB 12523-2025")]
    public void InForce_ByDate(string date, string? edition)
    {
        var found = Catalogue.InForce(Measurands.Noise.SiteBoundary, Jurisdiction.Parse("CN-SH"), CalendarDate.Parse(date))
            .Where(static requirement => requirement.Edition.Standard == "GB 12523").Select(static requirement => requirement.Edition.Number).Distinct();
        Assert.Equal(edition is null ? [] : [edition], found);
    }

    /// <summary>No edition is ever in force together with another of the same standard, on any day on which one changes.</summary>
    [Fact]
    public void InForce_OneEditionOfAStandard()
    {
        foreach (var change in Catalogue.ChangesBetween(CalendarDate.MinValue, CalendarDate.MaxValue, Jurisdiction.Parse("CN-SH")))
            Assert.All(
                Catalogue.EditionsInForce(Jurisdiction.Parse("CN-SH"), change.Date).Where(static edition => edition.Effective is not null).GroupBy(static edition => edition.Standard),
                static group => Assert.Single(group));
    }

    [Fact]
    public void InForce_InheritsFromTheCountryAndNotFromNeighbours()
    {
        var date = new CalendarDate(2025, 6, 1);
        var shanghai = Catalogue.EditionsInForce(Jurisdiction.Parse("CN-SH"), date).Select(static edition => edition.Key).ToList();
        Assert.Contains("cn.gb-12523-2011", shanghai);
        Assert.Contains("cn-sh.exam-notice-2025", shanghai);
        Assert.DoesNotContain("cn-gd-440300.noise-ordinance-2012", shanghai);
        Assert.DoesNotContain("cn-sh.exam-notice-2025", Catalogue.EditionsInForce(Jurisdiction.China, date).Select(static edition => edition.Key));
        Assert.Contains("cn-gd.noise-measures-2018", Catalogue.EditionsInForce(Jurisdiction.Parse("CN-GD-440300"), date).Select(static edition => edition.Key));
    }

    [Fact]
    public void History_OfTheStandardAndOfWhatItMerged() =>
        Assert.Equal(
            ["GB 12523-90", "GB 12524-90", "GB 12523-2011", "GB 12523-2025"],
            Catalogue.History("GB12523").Select(static edition => edition.Number));

    /// <summary>A predecessor known by its number only is in the register, so that citations of it are recognised.</summary>
    [Fact]
    public void Register_KnowsPredecessorsWithoutRows()
    {
        var edition = Catalogue.FindEdition("GB 3096-82")!;
        Assert.False(edition.HasRequirements);
        Assert.Empty(edition.Requirements);
        Assert.Equal("GB 3096-93", edition.Successor!.Number);
        Assert.Equal(new CalendarDate(1994, 3, 1), edition.ValidUntil); // the day its successor came into force
    }

    /// <summary>The changes named in the design: GB 12523-2025 on 2026-01-01, the Code on 2026-08-15.</summary>
    [Fact]
    public void ChangesBetween_2026()
    {
        var changes = Catalogue.ChangesBetween(new CalendarDate(2025, 12, 31), new CalendarDate(2026, 12, 31), Jurisdiction.Parse("CN-SH")).Select(static change => change.ToString()).ToList();
        Assert.Contains("2026-01-01 GB 12523-2011 lapses", changes);
        Assert.Contains("2026-01-01 GB 12523-2025 comes into force", changes);
        Assert.Contains("2026-08-15 中华人民共和国噪声污染防治法 (2021) lapses", changes);
        Assert.Contains("2026-08-15 中华人民共和国生态环境法典 comes into force", changes);
        Assert.Contains("2026-11-01 GB 16710-2025 comes into force", changes);
        Assert.DoesNotContain(changes, static change => change.StartsWith("2025", StringComparison.Ordinal));
    }

    [Fact]
    public void Facts_KeepTheirDoubt()
    {
        var requirement = Catalogue.Find("cn.gb-12523-2025.indoor-minus-10")!;
        Assert.Equal(Evidence.Unconfirmed, requirement.Evidence);
        Assert.Contains("UNSURE", requirement.Note, StringComparison.Ordinal);
        Assert.NotEmpty(requirement.Sources);
        Assert.Null(Catalogue.Find("cn.gb-16710-2025.operator-position")!.Value);
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields().Select(static field => (string)field.GetRawConstantValue()!).Concat(type.GetNestedTypes().SelectMany(Constants));
}

public sealed class SearchEditionsTests
{
    private static readonly StandardsCatalogue Catalogue = StandardsCatalogue.Default;

    [Theory]
    [InlineData("GB12523", "GB 12523-2011,GB 12523-2025,GB 12523-90")]
    [InlineData("GB 12523—2011", "GB 12523-2011")]
    [InlineData("gb/t51129", "GB/T 51129-2015,GB/T 51129-2017")]
    [InlineData("建筑施工 场界", "GB 12523-2011,GB 12523-90,GB 12524-90")]
    [InlineData("no such words", "")]
    public void SearchEditions(string text, string numbers) =>
        Assert.Equal(numbers, string.Join(",", Catalogue.SearchEditions(text).Select(static edition => edition.Number).Order(StringComparer.Ordinal)));

    [Fact]
    public void SearchEditions_EmptyTextFindsAll() => Assert.Equal(Catalogue.Editions, Catalogue.SearchEditions(""));

    /// <summary>A number beside other words: both must be found, the number as people write it.</summary>
    [Theory]
    [InlineData("GB12523-2025 boundary-night")]
    [InlineData("夜间 gb12523—2025 table")]
    public void Search_NumberAmongWords(string text) => Assert.Equal("cn.gb-12523-2025.boundary-night", Assert.Single(Catalogue.Search(text)).Key);
}

public sealed class JurisdictionTests
{
    [Theory]
    [InlineData("CN-SH", "CN-SH")]
    [InlineData("cn-sh", "CN-SH")]
    [InlineData("Shanghai", "CN-SH")]
    [InlineData("上海市", "CN-SH")]
    [InlineData("上海", "CN-SH")]
    [InlineData("深圳", "CN-GD-440300")]
    [InlineData("CN-HK", "HK")]
    public void Parse_CodeOrName(string text, string code) => Assert.Equal(code, Jurisdiction.Parse(text).Code);

    [Theory]
    [InlineData("CN-XX")]
    [InlineData("")]
    [InlineData("Atlantis")]
    public void Parse_UnknownPlaceIsAnError(string text) => Assert.Throws<FormatException>(() => Jurisdiction.Parse(text));

    [Fact]
    public void Contains_GoesUpTheParents()
    {
        var zengcheng = Jurisdiction.Parse("CN-GD-440118");
        Assert.True(Jurisdiction.China.Contains(zengcheng) && Jurisdiction.Parse("CN-GD").Contains(zengcheng) && zengcheng.Contains(zengcheng));
        Assert.False(zengcheng.Contains(Jurisdiction.China) || Jurisdiction.Parse("CN-SH").Contains(zengcheng) || Jurisdiction.China.Contains(Jurisdiction.Parse("HK")));
    }

    /// <summary>One time for all of China, also in the far west.</summary>
    [Fact]
    public void UtcOffset_OfChina()
    {
        Assert.Equal(TimeSpan.FromHours(8), Jurisdiction.Parse("CN-XJ").UtcOffset);
        Assert.Null(Jurisdiction.Parse("DE").UtcOffset);
    }

    [Fact]
    public void All_HoldsTheThirtyOneProvinces() =>
        Assert.Equal(31, Jurisdiction.All.Count(static place => place.Parent?.Code == "CN"));
}
