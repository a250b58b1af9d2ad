namespace GreenBuild.Standards.Tests.Compliance;

public class ConditionWordsTests
{
    /// <summary>One condition of each type and form, from rows whose figures the catalogue has from the standards.</summary>
    [Theory]
    [InlineData("cn.gb-12523-2025.boundary-night", "period", "Night", "夜间")]
    [InlineData("cn.gb-12523-2025.boundary-night", "hours", "22:00-06:00", "22:00-06:00")]
    [InlineData("cn.gb-12523-2025.boundary-night", "noiseSensitiveBuildings", "yes", "是")]
    [InlineData("cn.gb-3095-2026.pm10-annual-class1-transition", "dates", "2026-03-01 to 2030-12-31", "2026-03-01 至 2030-12-31")]
    [InlineData("cn.gb-3095-2026.pm10-annual-class1-final", "dates", "from 2031-01-01", "2031-01-01 起")]
    public void ValueOf_IsTheAnswerOfTheVocabulary(string key, string facet, string english, string chinese) =>
        Assert.Equal(new BilingualText(english, chinese), Words.ValueOf(StandardsCatalogue.Default.Find(key)!.Condition(facet)!));

    [Fact]
    public void Of_SaysTheQuestionAndThatAnExceptionIsOne()
    {
        var exception = StandardsCatalogue.Default.Find("cn.gb-12523-2025.boundary-night")!.Conditions.Single(static condition => condition.IsException);

        Assert.Equal("not where Special nature or reason of the work: Emergency repair, Rescue", Words.Of(exception).English);
        Assert.Equal("除外：作业性质或施工事由：抢修、抢险救灾", Words.Of(exception).Chinese);
    }

    [Fact]
    public void ValueOf_NoConditionOfTheCatalogueIsLeftAsTyped()
    {
        foreach (var condition in StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements).SelectMany(static requirement => requirement.Conditions))
        {
            var (english, chinese) = (Words.ValueOf(condition).English, Words.ValueOf(condition).Chinese);
            Assert.NotEqual("", english);
            // Days of the week, dates, and bounds of ranges are words and signs in Chinese.
            Assert.DoesNotMatch("Mon|Tue|Wed|Thu|Fri|Sat|Sun|PH|/|\\.\\.|--|[<>]=", condition.Type == FacetType.Token ? "" : chinese.Replace("m/s", "", StringComparison.Ordinal));
            if (condition.Type == FacetType.Number) Assert.DoesNotMatch("[<>]=", english);
        }
    }
}
