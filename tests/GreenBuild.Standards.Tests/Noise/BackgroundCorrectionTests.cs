using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Tests.Noise;

/// <summary>The table of HJ 706-2014 (table 1: −3 dB for a difference of 3, −2 for 4 and 5, −1 for 6 to 10) at its ends.</summary>
public sealed class BackgroundCorrectionTests
{
    private static readonly Requirement Day = StandardsCatalogue.Default.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)!;

    [Theory]
    [InlineData(75, 64, BackgroundOutcome.NotNeeded, 0)]
    [InlineData(75, 65, BackgroundOutcome.Corrected, -1)]
    [InlineData(75, 69, BackgroundOutcome.Corrected, -1)]
    [InlineData(75, 70, BackgroundOutcome.Corrected, -2)]
    [InlineData(75, 71, BackgroundOutcome.Corrected, -2)]
    [InlineData(75, 72, BackgroundOutcome.Corrected, -3)]
    // Less than 3 dB apart (6.3): up to 4 dB over the limit the source alone is below it; beyond that nothing can be said.
    [InlineData(74, 72, BackgroundOutcome.BelowLimit, 0)]
    [InlineData(75, 73, BackgroundOutcome.Undecidable, 0)]
    // A background that is not below the measured level shows that one of the two is wrong, however near the limit.
    [InlineData(71, 71, BackgroundOutcome.Undecidable, 0)]
    [InlineData(71, 72, BackgroundOutcome.Undecidable, 0)]
    public void Find_StepByStep(int measured, int background, BackgroundOutcome outcome, int correction)
    {
        var found = BackgroundCorrection.Find(StandardsCatalogue.Default, Day, Jurisdiction.Parse("CN-SH"), new CalendarDate(2026, 3, 2), measured, background);

        Assert.Equal((outcome, correction, measured - background), (found.Outcome, found.Correction, found.Difference));
    }

    /// <summary>The rule that is named is that of its own side: more than 10 dB for "not needed", less than 3 for "lower it and measure again".</summary>
    [Theory]
    [InlineData(75, 64, Comparator.GreaterThan, 10)]
    [InlineData(71, 72, Comparator.LessThan, 3)]
    public void Find_NamesTheRuleOfItsSide(int measured, int background, Comparator comparator, int bound)
    {
        var rule = BackgroundCorrection.Find(StandardsCatalogue.Default, Day, Jurisdiction.Parse("CN-SH"), new CalendarDate(2026, 3, 2), measured, background).Rule!;

        Assert.Equal((Measurands.Noise.BackgroundDifference, comparator, (decimal?)bound), (rule.Measurand.Key, rule.Comparator, rule.Value));
    }

    /// <summary>
    /// Until the end of 2014 GB 12523-2011 stands alone: by 5.7.1 nothing is corrected from a difference of 10 on, and by 5.7.3 below 3 it is measured again, both before the difference is
    /// rounded. HJ 706-2014 asks for the rounded one: 10 is corrected by − 1, and 2.6, which becomes 3, by − 3.
    /// </summary>
    [Theory]
    [InlineData("2014-12-31", "65.0", BackgroundOutcome.NotNeeded, 0)]
    [InlineData("2015-01-01", "65.0", BackgroundOutcome.Corrected, -1)]
    [InlineData("2014-12-31", "65.4", BackgroundOutcome.Corrected, -1)]
    [InlineData("2014-12-31", "72.0", BackgroundOutcome.Corrected, -3)]
    [InlineData("2014-12-31", "72.4", BackgroundOutcome.Undecidable, 0)]
    [InlineData("2015-01-01", "72.4", BackgroundOutcome.Corrected, -3)]
    public void Find_BeforeHj706(string date, string background, BackgroundOutcome outcome, int correction)
    {
        var limit = StandardsCatalogue.Default.Find("cn.gb-12523-2011.boundary-day")!;

        var found = BackgroundCorrection.Find(StandardsCatalogue.Default, limit, Jurisdiction.Parse("CN-SH"), CalendarDate.Parse(date), 75, decimal.Parse(background, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((outcome, correction), (found.Outcome, found.Correction));
        // Its own rows go first.
        Assert.Equal("GB 12523-2011", found.Rule!.Edition.Number);
    }

    /// <summary>GB 12523-2025 has no table of its own: the rows are those of HJ 706, and not those that other standards repeat.</summary>
    [Fact]
    public void Find_TakesTheTableOfHj706() =>
        Assert.Equal("HJ 706", BackgroundCorrection.Find(StandardsCatalogue.Default, Day, Jurisdiction.Parse("CN-SH"), new CalendarDate(2026, 3, 2), 75, 70).Rule!.Edition.Standard);
}
