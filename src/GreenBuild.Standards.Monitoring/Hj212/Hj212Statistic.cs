namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>What a value of a factor is, by the suffix of its name (HJ 212-2017, table 8 and appendix C).</summary>
public enum Hj212Statistic
{
    /// <summary>A suffix that is in no table; it is kept in <see cref="Hj212Reading.Suffix"/> and not guessed. This is the value of <c>default</c>.</summary>
    Other = 0,

    /// <summary>Rtd: the value of the moment.</summary>
    RealTime = 1,

    /// <summary>Avg: the mean of the period.</summary>
    Average = 2,

    /// <summary>Min: the lowest value of the period.</summary>
    Minimum = 3,

    /// <summary>Max: the highest value of the period.</summary>
    Maximum = 4,

    /// <summary>Cou: the total of the period.</summary>
    Total = 5,

    /// <summary>ZsRtd: the value of the moment, converted to reference conditions (stack gas).</summary>
    ConvertedRealTime = 6,

    /// <summary>ZsAvg: the mean, converted.</summary>
    ConvertedAverage = 7,

    /// <summary>ZsMin: the lowest value, converted.</summary>
    ConvertedMinimum = 8,

    /// <summary>ZsMax: the highest value, converted.</summary>
    ConvertedMaximum = 9,

    /// <summary>Data: noise, the value of the period.</summary>
    Period = 10,

    /// <summary>DayData: noise, the daytime part of a day.</summary>
    DayPart = 11,

    /// <summary>NightData: noise, the night part of a day.</summary>
    NightPart = 12,

    /// <summary>RS: the running state of equipment, 0 to 5.</summary>
    RunningState = 13,

    /// <summary>RT: for how many hours of the day equipment ran.</summary>
    RunningHours = 14,
}
