using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Tool;

/// <summary>What a finding of <c>monitor</c> is about.</summary>
internal enum JudgedPeriod
{
    /// <summary>A day of dust.</summary>
    WholeDay,

    /// <summary>A day of noise, without its night.</summary>
    Day,

    /// <summary>A night, which begins on the day that it is named after.</summary>
    Night,

    /// <summary>A calendar year of ambient air.</summary>
    Year,

    /// <summary>All readings of a series together: whether they can be what they are said to be.</summary>
    Series,
}

/// <summary>A finding of <c>monitor</c>, with what it is about.</summary>
/// <param name="Series">The readings.</param>
/// <param name="Date">The day that it begins on.</param>
/// <param name="LastDate">The day that it ends on.</param>
/// <param name="Period">What of the days is meant.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Found">What was found, in a few words.</param>
/// <param name="Limit">The limit on the readings or their means, where there is one: not the number of times that it may be exceeded.</param>
internal sealed record JudgedDay(Hj212Series Series, CalendarDate Date, CalendarDate LastDate, JudgedPeriod Period, Finding Finding, string Found, Requirement? Limit = null)
{
    /// <summary>The clock times of the part of a night that is judged by itself; else empty.</summary>
    public string Hours { get; init; } = "";

    /// <summary>The word of the period for programs, whatever the language of the user; empty for a day of dust.</summary>
    public string PeriodWord => Period switch { JudgedPeriod.Day => "day", JudgedPeriod.Night => "night", JudgedPeriod.Year => "year", JudgedPeriod.Series => "series", _ => "" };

    /// <summary>The word of the period for people.</summary>
    public BilingualText PeriodName => Period switch
    {
        JudgedPeriod.Day => new("day", "昼间"),
        JudgedPeriod.Night => new("night", "夜间"),
        JudgedPeriod.Year => new("year", "全年"),
        JudgedPeriod.Series => new("all readings", "全部读数"),
        _ => new("", ""),
    };

    /// <summary>Whether no rule of the place and the day is about what was measured.</summary>
    public bool HasNoLimit => Finding is { Verdict: Verdict.NotApplicable, Requirement: null };
}

/// <summary>What makes it doubtful that the readings of a series are what they are said to be.</summary>
/// <param name="Series">The readings.</param>
/// <param name="Kind">The word for programs: <c>unit</c> or <c>minutes</c>.</param>
/// <param name="Text">The doubt in a sentence.</param>
internal sealed record SeriesDoubt(Hj212Series Series, string Kind, BilingualText Text)
{
    /// <summary>Whether no verdict on the series can stand with it: readings cannot overlap, while gaps between them are counted as such.</summary>
    public bool IsOpen { get; init; }
}
