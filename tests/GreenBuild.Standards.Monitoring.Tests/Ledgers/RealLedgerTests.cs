using System.Globalization;
using GreenBuild.Standards.Monitoring.Ledgers;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Monitoring.Tests.Ledgers.LedgerCases;

namespace GreenBuild.Standards.Monitoring.Tests.Ledgers;

/// <summary>Real readings (../shared/data, not part of the repository), shuffled within an hour and cut by snapshots: the ledger says what the engines say of the whole.</summary>
public sealed class RealLedgerTests
{
    [Fact]
    public void ElevenDaysOfNoise()
    {
        var file = RepositoryFiles.Shared("data/noise/laeq-1min-11-days.csv");

        var readings = File.ReadLines(file).Skip(1).Select(static line => line.Split(',')).Select(static cells => new SiteReading(
            Sound(1), new DateTimeOffset(DateTime.Parse(cells[0], CultureInfo.InvariantCulture), China), decimal.Parse(cells[1], CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(16_470, readings.Count);

        var said = Judge(Site("CN-SH"), readings);
        // Eleven days and more, each with its night.
        Assert.InRange(said.Count, 22, 24);
    }

    /// <summary>Four years of hours of one station, as if its PM10 were that of the boundary of a site in Hebei.</summary>
    [Fact]
    public void FourYearsOfDust()
    {
        var file = RepositoryFiles.Shared("data/dust/PRSA_Data_Dongsi_20130301-20170228.csv");

        // Thirteen years later, when the rules of Hebei are in force; what is missing there is a fault here.
        var readings = File.ReadLines(file).Skip(1).Select(static line => line.Split(',')).Select(static cells => new SiteReading(
            Pm10(60), new DateTimeOffset(Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4]), 0, 0, China).AddYears(13),
            cells[6] == "NA" ? 0 : decimal.Parse(cells[6], CultureInfo.InvariantCulture), cells[6] == "NA" ? ReadingStatus.Fault : ReadingStatus.Valid)).DistinctBy(static reading => reading.Time).ToList();

        var said = Judge(Site("CN-HE"), readings);
        // 1461 days with their hours; a day that a leap year of then does not have now fell onto the day before it, once.
        Assert.Equal(readings.Count + readings.Select(static reading => reading.Time.Date).Distinct().Count(), said.Count);
        Assert.InRange(said.Count, 36_000, 36_600);
    }

    private static List<string> Judge(ConstructionSite site, List<SiteReading> readings)
    {
        var random = new Random(2026);
        var lateness = TimeSpan.FromHours(1);
        var ledger = new SiteLedger(site, lateness, Options);
        var steps = new List<LedgerStep>();
        foreach (var reading in Delayed(readings, lateness, random))
        {
            steps.Add(ledger.Append(reading));
            if (random.Next(2000) != 0) continue;
            Assert.True(SiteLedgerSnapshot.TryRead(ledger.ToSnapshot().ToJson(), out var snapshot, out _));
            Assert.True(SiteLedger.TryRestore(site, snapshot, Options, out ledger, out _));
        }

        steps.Add(ledger.Complete());
        Assert.All(steps, static step => Assert.Empty(step.Findings));
        Assert.Equal(readings.Count, ledger.Counts.Received);
        var said = Said(steps);
        Assert.Equal(Whole(site, Options, readings), said);
        return said;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
