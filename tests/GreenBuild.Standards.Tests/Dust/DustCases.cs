using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>Sites and series that the tests of dust share.</summary>
internal static class DustCases
{
    /// <summary>A day on which every rule of the dossier is in force.</summary>
    public static readonly DateTime Day = new(2026, 6, 1);

    /// <summary>What is recalled counts: several provinces' limits are no better known, and their verdicts are provisional by default.</summary>
    public static readonly CheckOptions Recalled = new() { EvidenceFloor = Evidence.Unconfirmed };

    /// <summary>The air is in the state that the national limit refers to; a test of the state gives another.</summary>
    public static readonly DustSurroundings AtReference = new() { State = static _ => AirState.Reference };

    /// <summary>A site in town, where the standards of Shaanxi and Sichuan apply.</summary>
    public static ConstructionSite Site(string place, params string[] stages) => new(Jurisdiction.Parse(place)) { Stages = stages, Circumstances = InTown(Circumstances.None) };

    public static ConstructionSite Site(string place, Circumstances circumstances) => new(Jurisdiction.Parse(place)) { Circumstances = InTown(circumstances) };

    private static Circumstances InTown(Circumstances circumstances) => circumstances.TryGetToken("urbanPlannedArea", out _) ? circumstances : circumstances.With("urbanPlannedArea", true);

    /// <summary>A series of means one after the other from a moment on, in µg/m³.</summary>
    public static MonitorSeries Series(DateTime start, int minutes, params decimal[] means) =>
        new("P1", "µg/m3", TimeSpan.FromMinutes(minutes), [.. means.Select((mean, i) => new MonitorReading(start.AddMinutes(i * minutes), mean))]);

    /// <summary>A background that is the same at all hours.</summary>
    public static DustSurroundings Background(decimal? pm10) => new() { BackgroundPm10 = _ => pm10, State = AtReference.State };

    /// <summary>
    /// Judges a series; a last day that ends before midnight as one that still runs. A day that is over asks for the means that nobody recorded
    /// (<see cref="DustDayOverTests"/>), and most cases give a few hours only.
    /// </summary>
    public static IReadOnlyList<DustDay> Judge(ConstructionSite site, Particulate particulate, MonitorSeries series, DustSurroundings? surroundings = null, CheckOptions? options = null)
    {
        var ledger = new SiteDustMonitoring(site, surroundings ?? AtReference, options: options ?? Recalled).Open(particulate, series.Point, series.Unit, series.ReadingDuration);
        List<DustDay> days = [.. series.Readings.SelectMany(reading => ledger.Append(reading))];
        // A reading that does not count, in the next hour, ends the averaging time of the last one that does.
        var last = series.Readings[^1].LocalTime;
        var next = last.Date.AddHours(last.Hour + 1);
        days.AddRange(ledger.Append(new MonitorReading(next, 0, ReadingStatus.Fault)));
        return next.Date == last.Date ? [.. days, .. ledger.Today] : days;
    }

    /// <summary>The outcome of one mean under the only rule.</summary>
    public static DustOutcome Outcome(ConstructionSite site, Particulate particulate, int minutes, decimal mean, DustSurroundings? surroundings = null) =>
        Judge(site, particulate, Series(Day.AddHours(9), minutes, mean), surroundings).Single().Windows.Single().Outcome;

    /// <summary>The row of the only rule that applies, or of the first.</summary>
    public static string[] RowsOn(string place, Particulate particulate, string date, params string[] stages) =>
        [.. new SiteDustMonitoring(Site(place, stages)).RulesFor(particulate, CalendarDate.Parse(date)).Select(static rule => rule.Limit.Key)];
}
