namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>Why a ledger does not count a reading.</summary>
public enum LedgerFault
{
    /// <summary>It came later than the ledger allows: what its time belongs to is judged. This is the value of <c>default</c>.</summary>
    Late = 0,

    /// <summary>Another reading that counts says another value of the same moment: neither is counted.</summary>
    Contradicted = 1,

    /// <summary>Its local time is not after that of the reading before it, and that is not the end of summer time.</summary>
    SetBack = 2,

    /// <summary>Its moment is ahead of the ledger by more than is allowed, or none that the clock of a monitor shows.</summary>
    Ahead = 3,

    /// <summary>Its measurand, unit or duration is none that a ledger judges: dust and noise at the boundary, in units of mass concentration and dB(A).</summary>
    NotJudged = 4,

    /// <summary>The site has too many series, or the series too many readings at a time.</summary>
    TooMany = 5,
}

/// <summary>A reading that a ledger does not count, and why.</summary>
public sealed class LedgerFinding
{
    internal LedgerFinding(LedgerFault fault, in SiteReading reading, BilingualText message)
    {
        Fault = fault;
        Reading = reading;
        Message = message;
    }

    /// <summary>What is wrong with it.</summary>
    public LedgerFault Fault { get; }

    /// <summary>The reading.</summary>
    public SiteReading Reading { get; }

    /// <summary>What is wrong with it, as a sentence.</summary>
    public BilingualText Message { get; }

    /// <summary>The point, the moment and the sentence in English.</summary>
    public override string ToString() => FormattableString.Invariant($"{Reading.Series.Point} {Reading.Series.Measurand} {Reading.Time:yyyy-MM-dd'T'HH:mm:sszzz}: {Message.English}");
}
