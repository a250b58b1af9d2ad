namespace GreenBuild.Standards.Tool;

/// <summary>How long the periods of readings are, for people and for programs; a monitor may have periods of less than a second.</summary>
internal static class PeriodText
{
    /// <summary>In seconds, exactly.</summary>
    public static decimal Seconds(TimeSpan period) => (decimal)period.Ticks / TimeSpan.TicksPerSecond;

    /// <summary>In minutes, as a number alone.</summary>
    public static string Minutes(TimeSpan period) => Words.Number((decimal)period.Ticks / TimeSpan.TicksPerMinute);

    /// <summary>In minutes, below one in seconds.</summary>
    public static string Of(TimeSpan period) => period < TimeSpan.FromMinutes(1) ? Words.Number(Seconds(period)) + " s" : Minutes(period) + " min";
}
