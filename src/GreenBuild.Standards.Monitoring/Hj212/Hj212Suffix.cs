namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>The suffixes of the standard, and what stands behind each.</summary>
internal sealed class Hj212Suffix
{
    private static readonly Hj212Suffix Flag = new("Flag", null);

    private static readonly Hj212Suffix[] All =
    [
        new("Rtd", Hj212Statistic.RealTime), new("Avg", Hj212Statistic.Average), new("Min", Hj212Statistic.Minimum), new("Max", Hj212Statistic.Maximum),
        Flag, new("Cou", Hj212Statistic.Total), new("ZsRtd", Hj212Statistic.ConvertedRealTime), new("ZsAvg", Hj212Statistic.ConvertedAverage),
        new("ZsMin", Hj212Statistic.ConvertedMinimum), new("ZsMax", Hj212Statistic.ConvertedMaximum),
        new("Data", Hj212Statistic.Period, false), new("DayData", Hj212Statistic.DayPart, false), new("NightData", Hj212Statistic.NightPart, false),
        new("RS", Hj212Statistic.RunningState, false), new("RT", Hj212Statistic.RunningHours, false),
        new("EFlag", null), new("SampleTime", null), new("Info", null, false), new("SN", null, false),
    ];

    static Hj212Suffix()
    {
        for (var i = 0; i < All.Length; i++) All[i].Bit = 1u << i;
    }

    private Hj212Suffix(string name, Hj212Statistic? statistic, bool needsMark = true)
    {
        (Name, Statistic, NeedsMark) = (name, statistic, needsMark);
        Lower = new byte[name.Length];
        for (var i = 0; i < name.Length; i++) Lower[i] = (byte)(name[i] | 0x20);
    }

    public static Hj212Suffix Mark => Flag;

    public string Name { get; }

    /// <summary>What the number is; <see langword="null"/> if it is text.</summary>
    public Hj212Statistic? Statistic { get; }

    /// <summary>Whether the standard gives values of this kind a data mark; those of noise, equipment and logs stand without one in its examples.</summary>
    public bool NeedsMark { get; }

    /// <summary>A bit of its own, by which a factor notes that it was there.</summary>
    public uint Bit { get; private set; }

    private byte[] Lower { get; }

    /// <summary>What the value behind a suffix is; <see cref="Hj212Statistic.Other"/> where the standard does not have it.</summary>
    public static Hj212Statistic StatisticOf(string name)
    {
        foreach (var suffix in All)
            if (suffix.Statistic is { } statistic && string.Equals(suffix.Name, name, StringComparison.OrdinalIgnoreCase)) return statistic;
        return Hj212Statistic.Other;
    }

    public static Hj212Suffix? Find(ReadOnlySpan<byte> text)
    {
        foreach (var suffix in All)
            if (Hj212Packet.Is(text, suffix.Lower)) return suffix;
        return null;
    }
}
