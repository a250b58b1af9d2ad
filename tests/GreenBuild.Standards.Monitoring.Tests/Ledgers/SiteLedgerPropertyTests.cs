using CsCheck;
using GreenBuild.Standards.Monitoring.Ledgers;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Monitoring.Tests.Ledgers.LedgerCases;

namespace GreenBuild.Standards.Monitoring.Tests.Ledgers;

/// <summary>Random sites: in order, in batches, shuffled within the lateness, repeated, cut by snapshots, a ledger says what the engines say of the whole series.</summary>
public sealed class SiteLedgerPropertyTests
{
    // Two tiers of 15 min in Shanghai and Anhui, net of the background by hours in Hebei, 5 min in Liaoning; the edition of noise changes with 2026.
    public static TheoryData<string> Places => ["CN-SH", "CN-AH", "CN-HE", "CN-JS", "CN-LN"];

    private static readonly TimeSpan Lateness = TimeSpan.FromMinutes(40);

    private static Gen<SiteReading[]> Readings => Gen.Select(Series(Tsp(5), 300), Series(Pm10(15, "Gate 2"), 120), Series(Sound(1), 400), Gen.Bool).Select(static (tsp, pm10, noise, isNewYear) =>
    {
        var all = tsp.Concat(pm10).Concat(noise);
        return (isNewYear ? all.Select(static reading => reading with { Time = reading.Time + (new DateTimeOffset(2025, 12, 31, 0, 0, 0, China) - Day) }) : all).ToArray();
    });

    [Theory]
    [MemberData(nameof(Places))]
    public void AnyOrder_AnyBatch_IsTheWholeSeries(string place)
    {
        var site = Site(place);
        Gen.Select(Readings, Gen.Int).Sample(
            (readings, seed) =>
            {
                var random = new Random(seed);
                var expected = Whole(site, Options, readings);
                Assert.Equal(expected, Said(OneByOne(site, readings.OrderBy(static reading => reading.Time), TimeSpan.Zero)));

                // Some come twice, at another time of arrival.
                var twice = readings.Concat(readings.Where(_ => random.Next(5) == 0)).ToList();
                var shuffled = Delayed(twice, Lateness, random);
                Assert.Equal(expected, Said(OneByOne(site, shuffled, Lateness)));

                var ledger = new SiteLedger(site, Lateness, Options);
                var steps = new List<LedgerStep>();
                for (var i = 0; i < shuffled.Count;)
                {
                    var size = random.Next(1, 90);
                    steps.Add(ledger.Append(shuffled.Skip(i).Take(size)));
                    i += size;
                }

                steps.Add(ledger.Complete());
                Assert.Equal(expected, Said(steps));
                Assert.All(steps, static step => Assert.Empty(step.Findings));
                Assert.Equal(twice.Count, ledger.Counts.Received);
                Assert.Equal(twice.Count - readings.Length, ledger.Counts.Repeated);
                Assert.Equal(expected.Count(static one => one.Contains(" window ", StringComparison.Ordinal)), ledger.Counts.WindowsJudged + ledger.Counts.WindowsInvalid);
                Assert.Equal(expected.Count(static one => !one.Contains(" window ", StringComparison.Ordinal)), ledger.Counts.Compliant + ledger.Counts.NonCompliant + ledger.Counts.Undecided);
                Assert.Equal(0, ledger.KeptReadings);
            },
            iter: 25);
    }

    /// <summary>Readings that contradict each other or come too late: which verdicts come out does not hang on the order, and none is lost without a word.</summary>
    [Fact]
    public void Contradictions_DoNotHangOnTheOrder()
    {
        var site = Site("CN-SH");
        Gen.Select(Series(Tsp(5), 200), Series(Sound(1), 200), Gen.Int).Sample(
            (tsp, noise, seed) =>
            {
                var random = new Random(seed);
                var readings = tsp.Concat(noise).ToList();
                // Other values, and other statuses, of the same moments.
                var others = readings.Where(_ => random.Next(6) == 0).Select(reading => random.Next(3) == 0 ? reading with { Status = ReadingStatus.Fault } : reading with { Value = reading.Value + 1 }).ToList();
                var all = readings.Concat(others).ToList();
                // By hand: of a moment, one value that counts stands; of several that differ none does, and the verdict must hold for the lowest and the highest.
                var moments = all.GroupBy(static reading => (reading.Series, reading.Time)).Select(static same => same.Any(static reading => reading.Status == ReadingStatus.Valid)
                    ? same.Where(static reading => reading.Status == ReadingStatus.Valid).OrderBy(static reading => reading.Value).ToList() : [same.First()]).ToList();
                var plain = moments.ConvertAll(static same => same.Distinct().Count() == 1 ? same[0] : same[0] with { Status = ReadingStatus.Fault });
                var contradicted = all.GroupBy(static reading => (reading.Series, reading.Time)).Count(static same => same.Where(static reading => reading.Status == ReadingStatus.Valid).Distinct().Count() > 1);
                var expected = Whole(site, Options, plain, moments.ConvertAll(static same => same[0]), moments.ConvertAll(static same => same[^1]));
                for (var order = 0; order < 3; order++)
                {
                    var ledger = new SiteLedger(site, Lateness, Options);
                    List<LedgerStep> steps = [.. Delayed(all, Lateness, random).Select(reading => ledger.Append(reading)), ledger.Complete()];

                    Assert.Equal(expected, Said(steps));
                    Assert.Equal(contradicted, ledger.Counts.Contradicted);
                    Assert.Equal(contradicted, steps.Sum(static step => step.Findings.Count));
                    Assert.Equal(others.Count, ledger.Counts.Repeated);
                }
            },
            iter: 25);
    }

    /// <summary>In any order at all: what is late is told, and the rest is judged as if nothing else had come.</summary>
    [Fact]
    public void Late_IsToldAndTheRestIsJudged()
    {
        var site = Site("CN-AH");
        Gen.Select(Readings, Gen.Int).Sample(
            (readings, seed) =>
            {
                var shuffled = Delayed(readings, Lateness * 4, new Random(seed));
                var newest = new Dictionary<SeriesKey, DateTimeOffset>();
                var (inTime, late) = (new List<SiteReading>(), new List<SiteReading>());
                foreach (var reading in shuffled)
                {
                    if (newest.TryGetValue(reading.Series, out var before) && reading.Time < before - Lateness) late.Add(reading);
                    else inTime.Add(reading);
                    if (!(reading.Time <= before)) newest[reading.Series] = reading.Time;
                }

                var ledger = new SiteLedger(site, Lateness, Options);
                List<LedgerStep> steps = [.. shuffled.Select(reading => ledger.Append(reading)), ledger.Complete()];
                Assert.Equal(Whole(site, Options, inTime), Said(steps));
                Assert.Equal(late, steps.SelectMany(static step => step.Findings).Where(static finding => finding.Fault == LedgerFault.Late).Select(static finding => finding.Reading));
                Assert.Equal(late.Count, ledger.Counts.Late);
            },
            iter: 25);
    }

    /// <summary>Telling the time closes earlier, and changes nothing of what comes out.</summary>
    [Theory]
    [InlineData("CN-SH")]
    [InlineData("CN-HE")]
    public void Advance_ChangesNoVerdict(string place)
    {
        var site = Site(place);
        Gen.Select(Readings, Gen.Int).Sample(
            (readings, seed) =>
            {
                var random = new Random(seed);
                var ledger = new SiteLedger(site, TimeSpan.FromMinutes(10), Options);
                var steps = new List<LedgerStep>();
                foreach (var reading in readings.OrderBy(static reading => reading.Time))
                {
                    steps.Add(ledger.Append(reading));
                    if (random.Next(4) == 0) steps.Add(ledger.Advance(reading.Time.AddSeconds(random.Next(600))));
                }

                steps.Add(ledger.Advance(readings.Max(static reading => reading.Time).AddDays(2)));
                Assert.Equal(Whole(site, Options, readings), Said(steps));
                Assert.Empty(ledger.Today);
                Assert.Equal(0, ledger.KeptReadings);
            },
            iter: 25);
    }

    /// <summary>A snapshot at any point, through JSON and back: the same verdicts, findings and counts as without.</summary>
    [Theory]
    [MemberData(nameof(Places))]
    public void Snapshot_GoesOnAnywhere(string place)
    {
        var site = Site(place);
        Gen.Select(Readings, Gen.Int).Sample(
            (readings, seed) =>
            {
                var random = new Random(seed);
                var others = readings.Where(_ => random.Next(8) == 0).Select(static reading => reading with { Value = reading.Value + 1 }).ToList();
                // Some are late, some contradicted.
                var arriving = Delayed(readings.Concat(others), Lateness * 1.5, random);
                var (straight, cut) = (new SiteLedger(site, Lateness, Options), new SiteLedger(site, Lateness, Options));
                foreach (var reading in arriving)
                {
                    if (random.Next(40) == 0) cut = Again(site, cut);
                    var now = reading.Time.AddMinutes(1);
                    var isTold = random.Next(9) == 0;
                    AssertSame(straight.Append(reading), cut.Append(reading));
                    if (isTold) AssertSame(straight.Advance(now), cut.Advance(now));
                }

                cut = Again(site, cut);
                Assert.Equal(straight.Counts, cut.Counts);
                Assert.Equal(Today(straight), Today(cut));
                Assert.Equal(straight.ToSnapshot().ToJson(), cut.ToSnapshot().ToJson());
                AssertSame(straight.Complete(), cut.Complete());
                Assert.Equal(straight.Counts, cut.Counts);
            },
            iter: 20);
    }

    private static IEnumerable<string> Today(SiteLedger ledger) => ledger.Today.Select(static one => $"{one.Series} {one.Day.Rule} {one.Day.Exceedances} {one.Day.RemainingExceedances} {one.Day.EarliestBreach(one.Day.Date.ToDateTime())} {one.Day.Finding} {one.Day.Finding.Reason}");

    private static void AssertSame(LedgerStep expected, LedgerStep actual)
    {
        Assert.Equal(Said([expected]), Said([actual]));
        Assert.Equal(expected.Findings.Select(static finding => finding.ToString()), actual.Findings.Select(static finding => finding.ToString()));
    }

    private static SiteLedger Again(ConstructionSite site, SiteLedger ledger)
    {
        var json = ledger.ToSnapshot().ToJson();
        Assert.True(SiteLedgerSnapshot.TryRead(json, out var snapshot, out var errors), string.Join("\n", errors));
        Assert.Equal(json, snapshot.ToJson());
        Assert.True(SiteLedger.TryRestore(site, snapshot, Options, out var restored, out errors), string.Join("\n", errors));
        return restored;
    }

    private static List<LedgerStep> OneByOne(ConstructionSite site, IEnumerable<SiteReading> readings, TimeSpan lateness)
    {
        var ledger = new SiteLedger(site, lateness, Options);
        return [.. readings.Select(reading => ledger.Append(reading)), ledger.Complete()];
    }
}
