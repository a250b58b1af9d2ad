using GreenBuild.Standards.Dust;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>What a ledger has counted of one series, or of all.</summary>
public sealed record SeriesCounts
{
    /// <summary>How many readings came.</summary>
    public long Received { get; init; }

    /// <summary>How many of them came later than allowed, and were not counted.</summary>
    public long Late { get; init; }

    /// <summary>How many came for a moment that had a reading already.</summary>
    public long Repeated { get; init; }

    /// <summary>How many moments have readings that count and say different values.</summary>
    public long Contradicted { get; init; }

    /// <summary>How many came after one of a later moment; within the lateness allowed that changes nothing.</summary>
    public long OutOfOrder { get; init; }

    /// <summary>How many were refused for another reason: the clock, the number of readings, no rule that a ledger knows.</summary>
    public long Refused { get; init; }

    /// <summary>Of dust: how many averaging times were judged, once for each rule, and found to keep the limit.</summary>
    public long WindowsKept { get; init; }

    /// <summary>Of dust: how many averaging times exceed the limit.</summary>
    public long WindowsExceeded { get; init; }

    /// <summary>Of dust: how many averaging times hang on something unknown.</summary>
    public long WindowsUnknown { get; init; }

    /// <summary>Of dust: how many averaging times are not covered well enough.</summary>
    public long WindowsInvalid { get; init; }

    /// <summary>How many days of a rule of dust, or days and nights of noise, are over and compliant.</summary>
    public long Compliant { get; init; }

    /// <summary>How many are over and non-compliant.</summary>
    public long NonCompliant { get; init; }

    /// <summary>How many are over and neither: indeterminate, provisional, invalid or without a rule.</summary>
    public long Undecided { get; init; }

    /// <summary>How many averaging times were judged.</summary>
    public long WindowsJudged => WindowsKept + WindowsExceeded + WindowsUnknown;

    internal SeriesCounts With(DustOutcome outcome) => outcome switch
    {
        DustOutcome.Kept => this with { WindowsKept = WindowsKept + 1 },
        DustOutcome.Exceeded => this with { WindowsExceeded = WindowsExceeded + 1 },
        DustOutcome.Unknown => this with { WindowsUnknown = WindowsUnknown + 1 },
        _ => this with { WindowsInvalid = WindowsInvalid + 1 },
    };

    internal SeriesCounts With(Verdict verdict) => verdict switch
    {
        Verdict.Compliant => this with { Compliant = Compliant + 1 },
        Verdict.NonCompliant => this with { NonCompliant = NonCompliant + 1 },
        _ => this with { Undecided = Undecided + 1 },
    };

    internal SeriesCounts Plus(SeriesCounts other) => new()
    {
        Received = Received + other.Received,
        Late = Late + other.Late,
        Repeated = Repeated + other.Repeated,
        Contradicted = Contradicted + other.Contradicted,
        OutOfOrder = OutOfOrder + other.OutOfOrder,
        Refused = Refused + other.Refused,
        WindowsKept = WindowsKept + other.WindowsKept,
        WindowsExceeded = WindowsExceeded + other.WindowsExceeded,
        WindowsUnknown = WindowsUnknown + other.WindowsUnknown,
        WindowsInvalid = WindowsInvalid + other.WindowsInvalid,
        Compliant = Compliant + other.Compliant,
        NonCompliant = NonCompliant + other.NonCompliant,
        Undecided = Undecided + other.Undecided,
    };
}
