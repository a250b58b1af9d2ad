namespace GreenBuild.Standards.Monitoring.Quality;

/// <summary>What about a series of readings an auditor should look at.</summary>
public enum QualityFindingKind
{
    /// <summary>The same value for longer than the channel's own history makes plausible. This is the value of <c>default</c>.</summary>
    FlatLine = 0,

    /// <summary>The values are those of another channel, or an exact linear function of them.</summary>
    CopiedChannel = 1,

    /// <summary>What is called a mean is one of the samples.</summary>
    RelabelledSample = 2,

    /// <summary>Too many values just below the limit, and a hole just above it.</summary>
    ClippedBelowLimit = 3,

    /// <summary>Too many values in a narrow band at the top, where peaks should thin out.</summary>
    CeilingBand = 4,

    /// <summary>A step between two readings far beyond the steps that the channel usually makes.</summary>
    ImpossibleStep = 5,

    /// <summary>The values are probably given in another unit, wholly or from a moment on.</summary>
    UnitSlip = 6,

    /// <summary>The times of the readings drift or jump against their grid.</summary>
    ClockDrift = 7,

    /// <summary>A day with the values of an earlier day.</summary>
    RepeatedDay = 8,

    /// <summary>Readings are missing at night rather than by day.</summary>
    MissingNights = 9,

    /// <summary>Readings are missing after high values rather than after others.</summary>
    GapsAtPeaks = 10,

    /// <summary>The last digits are too uneven, or too even, for measured values.</summary>
    LastDigits = 11,

    /// <summary>There are far fewer different values than the channel's resolution gives.</summary>
    FewValues = 12,
}
