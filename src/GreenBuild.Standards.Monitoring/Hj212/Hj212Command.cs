namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>The commands (CN) of the three editions that carry readings, and which others are known.</summary>
public static class Hj212Command
{
    /// <summary>Values of the moment; DataTime is the moment of sampling.</summary>
    public const int RealTime = 2011;

    /// <summary>Raw data of periodic analysers (HJ 212-2025).</summary>
    public const int RawData = 2013;

    /// <summary>The state of equipment; DataTime is the moment.</summary>
    public const int EquipmentState = 2021;

    /// <summary>Values of a day; DataTime is its start.</summary>
    public const int Day = 2031;

    /// <summary>How long equipment ran on a day; DataTime is its start.</summary>
    public const int RunningTime = 2041;

    /// <summary>Values of a number of minutes that the packet does not name; DataTime is their start.</summary>
    public const int Minutes = 2051;

    /// <summary>A single noise measurement (HJ 212-2025); DataTime is its start.</summary>
    public const int NoiseMeasurement = 2052;

    /// <summary>Values of an hour; DataTime is its start.</summary>
    public const int Hour = 2061;

    /// <summary>Whether a command is in a table of one of the three editions, as far as they were read: 9021, 2000 and 2082 of the field are not.</summary>
    public static bool IsKnown(int command) => command is
        2011 or 2012 or 2013 or 2021 or 2022 or 2031 or 2041 or 2051 or 2052 or 2061 or 2062 or 2071 or 2072 or 2081 or 2111
        or 1000 or 1001 or 1002 or 1011 or 1012 or 1013 or 1014 or 1021 or 1022 or 1031 or 1032 or 1041 or 1042 or 1061 or 1062 or 1063 or 1064 or 1072
        or (>= 3011 and <= 3022) or 3024
        or (>= 9011 and <= 9015);

    /// <summary>Whether a command carries readings of a moment or a period, which need a DataTime.</summary>
    public static bool CarriesReadings(int command) => command is RealTime or RawData or Day or Minutes or NoiseMeasurement or Hour;

    /// <summary>Whether DataTime is the start of a period, and not a moment.</summary>
    public static bool IsOfPeriod(int command) => command is Day or RunningTime or Minutes or NoiseMeasurement or Hour;

    /// <summary>The length of the period where the command itself says it; <see langword="null"/> for minutes and single measurements, and where there is no period.</summary>
    public static TimeSpan? PeriodOf(int command) => command switch
    {
        Hour => TimeSpan.FromHours(1),
        Day or RunningTime => TimeSpan.FromDays(1),
        _ => null,
    };
}
