namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>One indication that a series of readings may not be what was measured. A hint for an auditor to look, never a verdict on compliance, and no proof of anything.</summary>
public sealed class QualityFinding
{
    private readonly QualityStatistic _statistic;

    internal QualityFinding(QualityFindingKind kind, QualityChannel channel, DateTime from, DateTime to, QualityStatistic statistic, double value, double threshold, BilingualText text, string? beside = null)
    {
        Kind = kind;
        Point = channel.Series.Point;
        Channels = beside is null ? [channel.Name] : [channel.Name, beside];
        From = from;
        To = to;
        _statistic = statistic;
        Value = value;
        Threshold = threshold;
        Text = text;
    }

    /// <summary>What it is about.</summary>
    public QualityFindingKind Kind { get; }

    /// <summary>The monitoring point.</summary>
    public string Point { get; }

    /// <summary>The channel, and the one that it is compared with, if any; one of another point as <c>point/channel</c>.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>The local time of the first reading that it is about.</summary>
    public DateTime From { get; }

    /// <summary>The local time of the last reading that it is about; its own duration comes on top.</summary>
    public DateTime To { get; }

    /// <summary>The name of the statistic.</summary>
    public BilingualText Statistic => _statistic.Name;

    /// <summary>The word of the statistic for programs, for example <c>readingsInARow</c>, whatever the language.</summary>
    public string StatisticKey => _statistic.Key;

    /// <summary>The value of the statistic.</summary>
    public double Value { get; }

    /// <summary>The threshold that the value passed.</summary>
    public double Threshold { get; }

    /// <summary>What was seen, in a plain sentence.</summary>
    public BilingualText Text { get; }

    /// <summary>How many findings of this kind a real series gives in a series-month or series-day, by <see cref="DataQualityScreen.FalseAlarmRateOf"/>.</summary>
    public double FalseAlarmRate => DataQualityScreen.FalseAlarmRateOf(Kind);

    /// <summary>The sentence in English.</summary>
    public override string ToString() => Text.English;
}
