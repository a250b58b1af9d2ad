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

    public static IReadOnlyList<DustDay> Judge(ConstructionSite site, Particulate particulate, MonitorSeries series, DustSurroundings? surroundings = null, CheckOptions? options = null) =>
        new SiteDustMonitoring(site, surroundings ?? AtReference, options: options ?? Recalled).Judge(particulate, series);

    /// <summary>The outcome of one mean under the only rule.</summary>
    public static DustOutcome Outcome(ConstructionSite site, Particulate particulate, int minutes, decimal mean, DustSurroundings? surroundings = null) =>
        Judge(site, particulate, Series(Day.AddHours(9), minutes, mean), surroundings).Single().Windows.Single().Outcome;

    /// <summary>The row of the only rule that applies, or of the first.</summary>
    public static string[] RowsOn(string place, Particulate particulate, string date, params string[] stages) =>
        [.. new SiteDustMonitoring(Site(place, stages)).RulesFor(particulate, CalendarDate.Parse(date)).Select(static rule => rule.Limit.Key)];
}
