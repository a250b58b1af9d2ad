using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>An averaging time of dust that was judged.</summary>
/// <param name="Series">Which series it is of.</param>
/// <param name="Day">Its day under the rule that it was judged by; the day goes on as long as it runs.</param>
/// <param name="Window">The averaging time and what it came to.</param>
public sealed record JudgedWindow(SeriesKey Series, DustDay Day, DustWindow Window);

/// <summary>A day of dust under one of its rules that is over.</summary>
/// <param name="Series">Which series it is of.</param>
/// <param name="Day">The day with its verdict.</param>
public sealed record JudgedDay(SeriesKey Series, DustDay Day);

/// <summary>A day or a night of noise that is over.</summary>
/// <param name="Series">Which series it is of.</param>
/// <param name="Period">The day or the night with its verdicts.</param>
public sealed record JudgedPeriod(SeriesKey Series, NoisePeriod Period);

/// <summary>What a step of a ledger completed: all of it once, in the order in which it came about.</summary>
public sealed class LedgerStep
{
    private List<JudgedWindow>? _windows;
    private List<JudgedDay>? _days;
    private List<JudgedPeriod>? _periods;
    private List<LedgerFinding>? _findings;

    /// <summary>A step that completed nothing.</summary>
    internal static LedgerStep Nothing { get; } = new();

    /// <summary>The averaging times of dust that were judged.</summary>
    public IReadOnlyList<JudgedWindow> Windows => _windows ?? [];

    /// <summary>The days of dust that are over.</summary>
    public IReadOnlyList<JudgedDay> Days => _days ?? [];

    /// <summary>The days and nights of noise that are over.</summary>
    public IReadOnlyList<JudgedPeriod> Periods => _periods ?? [];

    /// <summary>The readings that are not counted, and why.</summary>
    public IReadOnlyList<LedgerFinding> Findings => _findings ?? [];

    /// <summary>Whether nothing was completed and nothing is wrong.</summary>
    public bool IsEmpty => _windows is null && _days is null && _periods is null && _findings is null;

    internal void Add(JudgedWindow window) => (_windows ??= []).Add(window);

    internal void Add(JudgedDay day) => (_days ??= []).Add(day);

    internal void Add(JudgedPeriod period) => (_periods ??= []).Add(period);

    internal void Add(LedgerFault fault, in SiteReading reading, BilingualText message) => (_findings ??= []).Add(new LedgerFinding(fault, reading, message));
}
