namespace GreenBuild.Standards.Tests.Compliance;

public sealed class WordsTests
{
    // One row of each kind and form; the values are those of the catalogue's files, read by eye.
    [Theory]
    [InlineData("cn.gb-12523-2025.boundary-night", "≤ 55 dB(A)", "≤ 55 dB(A)")]
    [InlineData("cn.gb-12523-2025.indoor-minus-10", "≤ limit − 10 dB(A)", "≤ 限值 − 10 dB(A)")]
    [InlineData("cn.gb-12523-2025.responsible-parties", "required", "应当")]
    [InlineData("cn.gb-t-51129-2017.row-vertical", "35–80 %: 20–30 points", "35–80 %：20–30 分")]
    [InlineData("cn.gb-t-51129-2017.row-enclosure-non-masonry", "≥ 80 %: 5 points", "≥ 80 %：5 分")]
    [InlineData("cn.gb-t-51129-2017.row-full-decoration", "6 points", "6 分")]
    [InlineData("cn.gb-t-51129-2017.grade-a", "60–75 %", "60–75 %")]
    [InlineData("cn.gb-t-51129-2017.min-main-structure", "≥ 20", "≥ 20")]
    [InlineData("cn.gb-t-50002-2013.expanded-base", "2, 3, 6, 9, 12 M", "2, 3, 6, 9, 12 M")]
    [InlineData("cn.gb-t-50002-2013.structural-grid-preferred", "2nM, 3nM", "2nM, 3nM")]
    [InlineData("cn.gb-t-51231-2016.slab-sweep", "≤ L/750 and 20 mm", "≤ L/750 and 20 mm")]
    public void ValueOf(string key, string english, string chinese) =>
        Assert.Equal(new BilingualText(english, chinese), Words.ValueOf(StandardsCatalogue.Default.Find(key)!));

    [Theory]
    // GB 12523-2011 was in force from 2012-07-01 and was replaced on 2026-01-01, the first day of the 2025 edition.
    [InlineData("GB 12523-2011", "from 2012-07-01, until 2026-01-01 (exclusive)", "自 2012-07-01 起施行，至 2026-01-01（不含）")]
    [InlineData("GB 12523-2025", "from 2026-01-01", "自 2026-01-01 起施行")]
    public void ValidityOf(string edition, string english, string chinese) =>
        Assert.Equal(new BilingualText(english, chinese), Words.ValidityOf(StandardsCatalogue.Default.FindEdition(edition)!));

    [Fact]
    public void ValidityOf_UnknownDayIsSaid()
    {
        var issuedOnly = StandardsCatalogue.Default.Editions.First(static edition => edition is { Effective: null, Issued: not null });
        Assert.StartsWith($"from an unknown day (issued {issuedOnly.Issued})", Words.ValidityOf(issuedOnly).English, StringComparison.Ordinal);
        Assert.StartsWith($"施行日期未知（{issuedOnly.Issued} 发布）", Words.ValidityOf(issuedOnly).Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("period", "night", "Night", "夜间")]
    [InlineData("noiseSensitiveBuildings", "true", "yes", "是")]
    [InlineData("noiseSensitiveBuildings", "false", "no", "否")]
    [InlineData("distance", "40.5", "40.5 m", "40.5 m")]
    [InlineData("colour", "red", "red", "red")]
    public void ValueOf_OfAFacet(string facet, string value, string english, string chinese) => Assert.Equal(new BilingualText(english, chinese), Words.ValueOf(facet, value));

    [Fact]
    public void Of_EveryKindOfDocumentHasItsWords()
    {
        var words = Enum.GetValues<StandardKind>().Select(static kind => Words.Of(kind)).ToList();
        Assert.Equal(words.Count, words.Select(static text => text.English).Distinct().Count());
        Assert.All(words, static text => Assert.NotEqual(text.English, text.Chinese));
    }

    /// <summary>A facet by its title in the vocabulary, inputs of the domains by their own tables; a name that nobody knows stays as it is.</summary>
    [Theory]
    [InlineData("party", "Party who has the duty (party)", "义务主体（party）")]
    [InlineData("windSpeed", "wind speed (windSpeed)", "风速（windSpeed）")]
    [InlineData("testMethod", "test method (testMethod)", "检测方法（testMethod）")]
    [InlineData("uncertainty", "uncertainty", "测量不确定度（uncertainty）")]
    [InlineData("unit", "unit", "单位（unit）")]
    [InlineData("jointSize", "size of a joint (jointSize)", "后浇部位尺寸（jointSize）")]
    [InlineData("noSuchInput", "noSuchInput", "noSuchInput")]
    public void OfInput_NamesWhatIsMissing(string input, string english, string chinese) =>
        Assert.Equal((english, chinese), (Words.OfInput(input).English, Words.OfInput(input).Chinese));
}
