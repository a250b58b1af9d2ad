using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Tests.Windows;

public sealed class ClockWindowsTests
{
    private static readonly DateTime Midnight = new(2026, 6, 1);

    /// <summary>By hand: 10:07:30 lies in 10:05 to 10:10, in 10:00 to 10:15, in the hour from 10:00 and in the day from 00:00.</summary>
    [Theory]
    [InlineData(5, "10:05:00", 288)]
    [InlineData(15, "10:00:00", 96)]
    [InlineData(60, "10:00:00", 24)]
    [InlineData(1440, "00:00:00", 1)]
    public void Windows_AreAlignedToTheClock(int minutes, string start, int perDay)
    {
        var rule = Rule(minutes, minutes);
        Assert.Equal(Midnight + TimeSpan.Parse(start, System.Globalization.CultureInfo.InvariantCulture), rule.StartOf(Midnight.Add(new TimeSpan(10, 7, 30))));
        Assert.Equal(perDay, rule.PerDay);
    }

    /// <summary>The first moment of a window belongs to it, the last tick before it to the one before.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(60)]
    [InlineData(1440)]
    public void Edge_BelongsToTheLaterWindow(int minutes)
    {
        var (rule, edge) = (Rule(minutes, minutes), Midnight.AddDays(1));
        Assert.Equal(edge, rule.StartOf(edge));
        Assert.Equal(edge.AddMinutes(-minutes), rule.StartOf(edge.AddTicks(-1)));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(0, 1)]
    [InlineData(-60, 1)]
    [InlineData(2880, 1)]
    [InlineData(60, 0)]
    [InlineData(60, -1)]
    [InlineData(60, 61)]
    public void Rule_ThatCannotBe_IsRefused(int minutes, int needed) => Assert.Throws<ArgumentOutOfRangeException>(() => Rule(minutes, needed));

    /// <summary>75 % of an hour are 45 minutes; 75 % of a quarter 11 min 15 s, so twelve minutes; of five minutes 3 min 45 s, so four; 20 of 24 hours a day.</summary>
    [Theory]
    [InlineData(60, 45 * 60, 1, 45, true)]
    [InlineData(60, 45 * 60, 1, 44, false)]
    [InlineData(60, 45 * 60, 15, 3, true)]
    [InlineData(60, 45 * 60, 15, 2, false)]
    [InlineData(15, 675, 1, 12, true)]
    [InlineData(15, 675, 1, 11, false)]
    [InlineData(5, 225, 1, 4, true)]
    [InlineData(5, 225, 1, 3, false)]
    [InlineData(1440, 20 * 3600, 60, 20, true)]
    [InlineData(1440, 20 * 3600, 60, 19, false)]
    [InlineData(1440, 20 * 3600, 1, 1200, true)]
    [InlineData(1440, 20 * 3600, 1, 1199, false)]
    public void Coverage_AtItsEdge(int minutes, int neededSeconds, int readingMinutes, int valid, bool isValid)
    {
        // The rest of the window was read as well, but does not count.
        var readings = Enumerable.Range(0, minutes / readingMinutes)
            .Select(i => new MonitorReading(Midnight.AddMinutes(i * readingMinutes), 70, i < valid ? ReadingStatus.Valid : ReadingStatus.Maintenance));
        var rule = new WindowRule(TimeSpan.FromMinutes(minutes), TimeSpan.FromSeconds(neededSeconds));

        var window = ClockWindows.Of(Series(readings, readingMinutes), rule).Single();

        Assert.Equal((isValid, TimeSpan.FromMinutes(valid * readingMinutes), 70m), (window.IsValid, window.ValidTime, window.Mean));
    }

    /// <summary>What is missing is no zero: by hand (30·100 + 15·400)/45 = 200.</summary>
    [Fact]
    public void Gap_DoesNotEnterTheMean()
    {
        var readings = Enumerable.Range(0, 60).Where(static i => i is < 30 or >= 45).Select(static i => new MonitorReading(Midnight.AddMinutes(i), i < 30 ? 100 : 400));
        var window = ClockWindows.Of(Series(readings), Rule(60, 45)).Single();
        Assert.Equal((200m, true), (window.Mean, window.IsValid));
    }

    /// <summary>Windows in which nothing was read are left out, those in which nothing counts are not: they say so.</summary>
    [Fact]
    public void SilentHours_AreLeftOut()
    {
        MonitorReading[] readings = [new(Midnight.AddMinutes(59), 1), new(Midnight.AddHours(3), 2, ReadingStatus.Fault), new(Midnight.AddHours(23).AddMinutes(59), 3)];
        var windows = ClockWindows.Of(Series(readings), Rule(60, 1));
        Assert.Equal([(0, 1m, true), (3, (decimal?)null, false), (23, 3m, true)], windows.Select(static window => (window.Start.Hour, window.Mean, window.IsValid)));
        Assert.All(windows, static window => Assert.Equal(window.Start.AddHours(1), window.End));
    }

    /// <summary>No flag but "valid" counts, whatever the value beside it; a number that no monitor measures does not count either.</summary>
    [Fact]
    public void Flags_AndImpossibleNumbers_DoNotCount()
    {
        MonitorReading[] readings =
        [
            new(Midnight, 10), new(Midnight.AddMinutes(1), 9999, ReadingStatus.Maintenance), new(Midnight.AddMinutes(2), 9999, ReadingStatus.Calibration),
            new(Midnight.AddMinutes(3), 9999, ReadingStatus.Fault), new(Midnight.AddMinutes(4), 9999, ReadingStatus.OutOfRange), new(Midnight.AddMinutes(5), decimal.MaxValue),
            new(Midnight.AddMinutes(6), decimal.MaxValue), new(Midnight.AddMinutes(7), decimal.MinValue), new(Midnight.AddMinutes(8), 1e12m), new(Midnight.AddMinutes(9), 20),
        ];
        var window = ClockWindows.Of(Series(readings), Rule(15, 1)).Single();
        Assert.Equal((15m, TimeSpan.FromMinutes(2)), (window.Mean, window.ValidTime));
    }

    /// <summary>Windows do not know what they average: a temperature may be negative. Concentrations are looked at where they are judged.</summary>
    [Fact]
    public void NegativeValues_AreAveraged() =>
        Assert.Equal(-2m, ClockWindows.Of(Series([new(Midnight, -5), new(Midnight.AddMinutes(1), 1)]), Rule(5, 1)).Single().Mean);

    /// <summary>Three times 0.1 is 0.3 and not 0.30000000000000004: a mean at a limit is at it.</summary>
    [Fact]
    public void Mean_IsExact() =>
        Assert.Equal(0.1m, ClockWindows.Of(Series(Enumerable.Range(0, 60).Select(static i => new MonitorReading(Midnight.AddMinutes(i), 0.1m))), Rule(60, 45)).Single().Mean);

    /// <summary>Exactly the same moment, or an earlier one, is refused; the window is what it was.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(9)]
    [InlineData(-60)]
    public void ReadingThatIsNotLater_IsRefused(int minute)
    {
        var windows = new ClockWindows(Rule(60, 1), TimeSpan.FromMinutes(1));
        windows.Append(new(Midnight.AddMinutes(10), 4));
        Assert.Throws<ArgumentException>(() => windows.Append(new(Midnight.AddMinutes(minute), 400)));
        windows.Append(new(Midnight.AddMinutes(11), 6));
        Assert.Equal(5m, windows.Flush()!.Mean);
    }

    /// <summary>A window ends for the one who waits when something later arrives, and not before: 10:59 may be followed by nothing, or by 11:40.</summary>
    [Fact]
    public void Window_IsCompleteWhenALaterReadingArrives()
    {
        var windows = new ClockWindows(Rule(60, 45), TimeSpan.FromMinutes(1));
        Assert.Null(windows.Flush());
        for (var i = 0; i < 60; i++) Assert.Null(windows.Append(new(Midnight.AddMinutes(i), i)));
        // By hand: the mean of 0 to 59 is 29.5.
        var completed = windows.Append(new(Midnight.AddMinutes(100), 7))!;
        Assert.Equal((Midnight, 29.5m, true), (completed.Start, completed.Mean, completed.IsValid));
        var open = windows.Flush()!;
        Assert.Equal((Midnight.AddHours(1), 7m, false), (open.Start, open.Mean, open.IsValid));
        Assert.Null(windows.Flush());
    }

    /// <summary>
    /// A monitor that sends each minute twice, five seconds apart, measures no longer for it: 30 minutes sent twice are not the 60 that 60 readings
    /// would be. By hand, with six seconds (a tenth of a reading) forgiven: 30 · 60 s, and 5 s more for each second one, 32 min 30 s.
    /// </summary>
    [Fact]
    public void ReadingsSentTwice_CoverTheirTimeOnce()
    {
        var readings = Enumerable.Range(0, 30).SelectMany(static i => new MonitorReading[] { new(Midnight.AddMinutes(i), 1), new(Midnight.AddMinutes(i).AddSeconds(5), 1) });
        var window = ClockWindows.Of(Series(readings), Rule(60, 45)).Single();
        Assert.False(window.IsValid);
        Assert.Equal(new TimeSpan(0, 32, 30), window.ValidTime);
    }

    /// <summary>A clock that is a second early at times costs nothing: 45 readings of a minute are 45 minutes.</summary>
    [Fact]
    public void JitterOfTheClock_CostsNothing()
    {
        var readings = Enumerable.Range(0, 45).Select(static i => new MonitorReading(Midnight.AddMinutes(i).AddSeconds(i % 2 == 0 ? 2 : 1), 1));
        Assert.Equal((TimeSpan.FromMinutes(45), true), ClockWindows.Of(Series(readings), Rule(60, 45)).Select(static window => (window.ValidTime, window.IsValid)).Single());
    }

    /// <summary>A window is not covered for longer than it lasts: 61 readings fit into an hour if the clock is early.</summary>
    [Fact]
    public void Coverage_IsNotMoreThanTheWindow()
    {
        var readings = Enumerable.Range(0, 61).Select(static i => new MonitorReading(Midnight.AddSeconds(i * 59), 1));
        Assert.Equal(TimeSpan.FromHours(1), ClockWindows.Of(Series(readings), Rule(60, 45)).Single().ValidTime);
    }

    [Theory]
    [InlineData(15, 1, true)]
    [InlineData(15, 15, true)]
    [InlineData(15, 4, false)]
    [InlineData(15, 60, false)]
    [InlineData(15, 0, false)]
    [InlineData(15, -1, false)]
    public void ReadingsThatDoNotFit_CannotBeCut(int minutes, int readingMinutes, bool canCut)
    {
        Assert.Equal(canCut, ClockWindows.CanCut(Rule(minutes, 1), TimeSpan.FromMinutes(readingMinutes)));
        if (!canCut) Assert.Throws<ArgumentException>(() => new ClockWindows(Rule(minutes, 1), TimeSpan.FromMinutes(readingMinutes)));
    }

    private static WindowRule Rule(int minutes, int needed) => new(TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(needed));

    private static MonitorSeries Series(IEnumerable<MonitorReading> readings, int readingMinutes = 1) => new("P1", "µg/m3", TimeSpan.FromMinutes(readingMinutes), readings.ToList());
}

public sealed class MonitorSeriesTests
{
    private static readonly DateTime Start = new(2026, 6, 1, 8, 0, 0);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void DuplicateOrEarlierReading_IsRefused(int minutes) =>
        Assert.Throws<ArgumentException>(() => Series([new(Start, 1), new(Start.AddMinutes(minutes), 1)]));

    [Fact]
    public void UtcReading_IsRefused_WhereverItStands()
    {
        Assert.Throws<ArgumentException>(static () => Series([new(DateTime.SpecifyKind(Start, DateTimeKind.Utc), 1)]));
        Assert.Throws<ArgumentException>(static () => Series([new(Start, 1), new(DateTime.SpecifyKind(Start.AddMinutes(1), DateTimeKind.Utc), 1)]));
    }

    [Fact]
    public void UnknownUnitAndNoDuration_AreRefused()
    {
        Assert.Throws<ArgumentException>(static () => new MonitorSeries("P1", "ug per m3", TimeSpan.FromMinutes(1), []));
        Assert.Throws<ArgumentException>(static () => new MonitorSeries("P1", "µg/m3", TimeSpan.Zero, []));
    }

    /// <summary>One and a half times a minute are 90 s.</summary>
    [Fact]
    public void Gap_IsMoreThanOneAndAHalfDurations()
    {
        var minute = TimeSpan.FromMinutes(1);
        Assert.Equal([false, false, true], new[] { minute, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(90) + TimeSpan.FromTicks(1) }.Select(apart => MonitorSeries.IsGap(apart, minute)));
    }

    private static MonitorSeries Series(MonitorReading[] readings) => new("P1", "µg/m3", TimeSpan.FromMinutes(1), readings);
}
