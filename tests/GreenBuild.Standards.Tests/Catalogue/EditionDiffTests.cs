namespace GreenBuild.Standards.Tests.Catalogue;

public sealed class EditionDiffTests
{
    private static readonly StandardsCatalogue Catalogue = StandardsCatalogue.Default;

    /// <summary>The limits table did not change from 2011 to 2025, the scope did (what-changed-vs-2011 in the notes of the edition).</summary>
    [Fact]
    public void Compare_Gb12523()
    {
        var rows = EditionDiff.Compare(Catalogue.FindEdition("GB 12523-2011")!, Catalogue.FindEdition("GB 12523-2025")!);

        var day = rows.Single(static row => row.After?.RowKey == "boundary-day");
        Assert.Equal(RequirementChange.Changed, day.Change);
        Assert.Equal(["applicability"], day.ChangedFields);
        Assert.Equal(RequirementChange.Added, rows.Single(static row => row.After?.RowKey == "responsible-parties").Change);
        // The dossier has not seen the clauses on measuring of 2025: nobody can say that the rule on calibration went.
        Assert.Equal(RequirementChange.NotKnown, rows.Single(static row => row.Before?.RowKey == "calibration-drift").Change);
        Assert.DoesNotContain(rows, static row => row.Change == RequirementChange.Removed);
        // Wind has another key in each edition and is the same row: only its evidence differs.
        var wind = rows.Single(static row => row.After?.RowKey == "weather");
        Assert.Equal(("wind", "evidence"), (wind.Before!.RowKey, string.Join(",", wind.ChangedFields)));
    }

    /// <summary>GB 3096: class 2 by day is 60 in both editions; class 4 was split into 4a and 4b.</summary>
    [Fact]
    public void Compare_Gb3096()
    {
        var rows = EditionDiff.Compare(Catalogue.FindEdition("GB 3096-93")!, Catalogue.FindEdition("GB 3096-2008")!);
        Assert.DoesNotContain("value", rows.Single(static row => row.After?.RowKey == "class-2-day").ChangedFields);
        Assert.Equal(RequirementChange.Removed, rows.Single(static row => row.Before?.RowKey == "class-4-day").Change);
        Assert.Equal(RequirementChange.Added, rows.Single(static row => row.After?.RowKey == "class-4b-night").Change);
    }

    /// <summary>Of GB 30981-2020 no table was seen: that its successor limits what it is not known to have limited does not make that new.</summary>
    [Fact]
    public void Compare_RowBesidePartialEarlierEditionIsNotKnown()
    {
        var rows = EditionDiff.Compare(Catalogue.FindEdition("GB 30981-2020")!, Catalogue.FindEdition("GB 30981.1-2025")!);

        Assert.Contains(rows, static row => row is { Change: RequirementChange.NotKnown, Before: null, After: not null });
        Assert.DoesNotContain(rows, static row => row.Change is RequirementChange.Added or RequirementChange.Removed);
    }

    /// <summary>GB 3095: class 2 PM10 a day is 150 in 2012, 120 from 2026-03-01 and 100 from 2031-01-01 (4.4 of the 2026 edition).</summary>
    [Fact]
    public void Compare_FirstStageFollowsTheEarlierEdition()
    {
        var rows = EditionDiff.Compare(Catalogue.FindEdition("GB 3095-2012")!, Catalogue.FindEdition("GB 3095-2026")!);

        var daily = rows.Single(static row => row.Before?.RowKey == "pm10-daily-class2");
        Assert.Equal(("pm10-daily-class2-transition", 150m, 120m), (daily.After!.RowKey, daily.Before!.Value, daily.After.Value));
        Assert.Equal(["value", "applicability"], daily.ChangedFields);
        var final = rows.Single(static row => row.After?.RowKey == "pm10-daily-class2-final");
        Assert.Equal(RequirementChange.Added, final.Change);
        Assert.True(final.After!.IsStageOf(daily.After));
        Assert.False(final.After.IsStageOf(rows.Single(static row => row.After?.RowKey == "pm10-daily-class1-final").After!));
    }

    [Fact]
    public void Compare_WithItselfIsUnchanged()
    {
        foreach (var edition in Catalogue.Editions)
        {
            var rows = EditionDiff.Compare(edition, edition);
            Assert.Equal(edition.Requirements.Count, rows.Count);
            Assert.All(rows, static row => Assert.Equal(RequirementChange.Unchanged, row.Change));
        }
    }
}

public sealed class SearchTests
{
    [Theory]
    [InlineData("GB12523—2025", "cn.gb-12523-2025.boundary-night")]
    [InlineData("gb 12523", "cn.gb-12523-90.piling-day")]
    [InlineData("夜间 限值", "cn.gb-12523-2011.boundary-night")]
    [InlineData("boundary NIGHT", "cn.gb-12523-2025.boundary-night")]
    [InlineData("生态环境法典", "cn.ecological-environment-code-2026.night-hours")]
    public void Search_Finds(string text, string key) =>
        Assert.Contains(key, StandardsCatalogue.Default.Search(text).Select(static requirement => requirement.Key));

    [Theory]
    [InlineData("GB12523—2025", "cn.gb-12523-2011.boundary-night")]
    [InlineData("boundary night", "cn.gb-12523-2025.boundary-day")]
    public void Search_DoesNotFind(string text, string key) =>
        Assert.DoesNotContain(key, StandardsCatalogue.Default.Search(text).Select(static requirement => requirement.Key));

    [Fact]
    public void Search_NothingFindsAll() =>
        Assert.Equal(StandardsCatalogue.Default.Editions.Sum(static edition => edition.Requirements.Count), StandardsCatalogue.Default.Search("").Count());
}
