using System.Globalization;

namespace GreenBuild.Standards.Tests.Time;

public sealed class CalendarDateTests
{
    [Fact]
    public void Default_IsTheFirstDay() => Assert.Equal("0001-01-01", default(CalendarDate).ToString());

    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2025-02-29", false)] // not a leap year
    [InlineData("2025-1-01", false)]
    [InlineData("2025-01-01 ", false)]
    [InlineData(null, false)]
    public void TryParse_TakesOneFormOnly(string? text, bool expected) => Assert.Equal(expected, CalendarDate.TryParse(text, out _));

    [Fact]
    public void PlusDays_CrossesYears() => Assert.Equal(new CalendarDate(2026, 1, 1), new CalendarDate(2025, 12, 31).PlusDays(1));

    [Fact]
    public void Order_IsThatOfTheCalendar()
    {
        var (earlier, later) = (new CalendarDate(2025, 12, 31), new CalendarDate(2026, 1, 1));
        Assert.True(earlier < later && later > earlier && earlier <= later && later >= earlier && earlier != later);
        Assert.Equal(1, later.DaysSince(earlier));
        Assert.Throws<ArgumentException>(() => earlier.CompareTo("2025"));
    }
}

public sealed class WeeklyWindowTests
{
    // 2026-01-02 is a Friday, 03 a Saturday, 04 a Sunday, 05 a Monday.
    [Theory]
    [InlineData("22:00-06:00", "2026-01-02 22:00", true)] // the start is inside
    [InlineData("22:00-06:00", "2026-01-02 21:59", false)]
    [InlineData("22:00-06:00", "2026-01-03 05:59", true)]
    [InlineData("22:00-06:00", "2026-01-03 06:00", false)] // the end is not
    [InlineData("Mon-Fri 19:00-23:00", "2026-01-02 19:00", true)]
    [InlineData("Mon-Fri 19:00-23:00", "2026-01-03 19:00", false)]
    [InlineData("Fri 22:00-06:00", "2026-01-03 03:00", true)] // belongs to the Friday on which it opened
    [InlineData("Sat 22:00-06:00", "2026-01-03 03:00", false)]
    [InlineData("Sat 22:00-24:00", "2026-01-03 23:59", true)]
    [InlineData("Sat 22:00-24:00", "2026-01-04 00:00", false)]
    [InlineData("Sat-Mon 00:00-24:00", "2026-01-05 12:00", true)] // runs over the end of the week
    [InlineData("Sun,PH 07:00-19:00", "2026-01-04 08:00", true)]
    public void Contains_IsHalfOpen(string window, string moment, bool expected)
    {
        Assert.True(WeeklyWindow.TryParse(window, out var parsed));
        Assert.Equal(expected, parsed.Contains(DateTime.Parse(moment, CultureInfo.InvariantCulture)));
        Assert.Equal(window, parsed.ToString());
    }

    [Fact]
    public void PublicHoliday_OpensWindowsThatNameItAndClosesWeekdays()
    {
        static bool IsHoliday(CalendarDate date) => date == new CalendarDate(2026, 1, 1); // a Thursday
        var at = new DateTime(2026, 1, 1, 10, 0, 0);
        Assert.True(WeeklyWindow.TryParse("Sun,PH 07:00-19:00", out var holiday));
        Assert.True(WeeklyWindow.TryParse("Mon-Sat 07:00-19:00", out var weekday));
        Assert.True(holiday.Contains(at, IsHoliday));
        Assert.False(weekday.Contains(at, IsHoliday));
        Assert.False(holiday.Contains(at));
        Assert.True(weekday.Contains(at));
    }

    [Theory]
    [InlineData("22-06")]
    [InlineData("22:00")]
    [InlineData("Mo 07:00-19:00")]
    [InlineData("24:00-06:00")]
    [InlineData("22:00-00:00")]
    [InlineData("25:00-06:00")]
    [InlineData(null)]
    public void TryParse_RefusesWhatIsNoWindow(string? text) => Assert.False(WeeklyWindow.TryParse(text, out _));
}

public sealed class DateSpanTests
{
    [Theory]
    [InlineData("2024-05-31T22:00/2024-06-17T06:00", "2024-05-31 21:59", false)]
    [InlineData("2024-05-31T22:00/2024-06-17T06:00", "2024-05-31 22:00", true)]
    [InlineData("2024-05-31T22:00/2024-06-17T06:00", "2024-06-17 06:00", false)]
    [InlineData("2024-06-07/2024-06-09", "2024-06-09 23:59", true)] // both days inside
    [InlineData("2024-06-07/2024-06-09", "2024-06-10 00:00", false)]
    [InlineData("--06-01/--06-30", "2031-06-30 12:00", true)]
    [InlineData("--06-01/--06-30", "2031-07-01 00:00", false)]
    [InlineData("../2026-08-14", "1999-01-01 00:00", true)]
    [InlineData("../2026-08-14", "2026-08-15 00:00", false)]
    [InlineData("--06-01/..", "2026-05-31 00:00", false)]
    [InlineData("--06-01/..", "2026-06-20 00:00", null)] // ends with an event that the calendar does not know
    [InlineData("2031-01-01/..", "2030-12-31 23:59", false)]
    [InlineData("2031-01-01/..", "2099-01-01 00:00", true)] // from then on
    public void Contains(string span, string moment, bool? expected)
    {
        Assert.True(DateSpan.TryParse(span, out var parsed));
        Assert.Equal(expected, parsed.Contains(DateTime.Parse(moment, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-03-01/2030-12-31", "2026-02-28", false)]
    [InlineData("2026-03-01/2030-12-31", "2026-03-01", true)]
    [InlineData("2026-03-01/2030-12-31", "2030-12-31", true)]
    [InlineData("2026-03-01/2030-12-31", "2031-01-01", false)]
    [InlineData("2031-01-01/..", "2040-06-01", true)]
    [InlineData("2024-05-31T22:00/2024-06-17T06:00", "2024-05-31", null)] // the last two hours only
    [InlineData("2024-05-31T22:00/2024-06-17T06:00", "2024-06-17", null)]
    [InlineData("2024-06-07T08:00/2024-06-07T18:00", "2024-06-07", null)]
    [InlineData("2024-06-07T08:00/2024-06-07T18:00", "2024-06-08", false)]
    [InlineData("--02-01/--02-29", "2027-02-28", true)]
    [InlineData("--02-01/--02-29", "2027-03-01", false)]
    [InlineData("--06-01/..", "2026-07-01", null)]
    public void Contains_Day(string span, string day, bool? expected)
    {
        Assert.True(DateSpan.TryParse(span, out var parsed));
        Assert.Equal(expected, parsed.Contains(CalendarDate.Parse(day)));
    }

    [Theory]
    [InlineData("2024-06-09/2024-06-07")]
    [InlineData("2024-06-07")]
    [InlineData("--06-01/2024-06-30")]
    [InlineData("../..")]
    [InlineData(null)]
    public void TryParse_RefusesWhatIsNoSpan(string? text) => Assert.False(DateSpan.TryParse(text, out _));
}
