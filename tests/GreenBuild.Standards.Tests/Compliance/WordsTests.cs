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
    [InlineData("cn.gb-t-50002-2013.horizontal-series", "2nM, 3nM", "2nM, 3nM")]
    [InlineData("cn.gb-t-51231-2016.slab-sweep", "≤ L/750 and 20 mm", "≤ L/750 and 20 mm")]
    public void ValueOf(string key, string english, string chinese) =>
        Assert.Equal(new BilingualText(english, chinese), Words.ValueOf(StandardsCatalogue.Default.Find(key)!));

    [Fact]
    public void Of_EveryKindOfDocumentHasItsWords()
    {
        var words = Enum.GetValues<StandardKind>().Select(static kind => Words.Of(kind)).ToList();
        Assert.Equal(words.Count, words.Select(static text => text.English).Distinct().Count());
        Assert.All(words, static text => Assert.NotEqual(text.English, text.Chinese));
    }
}
