using CsCheck;
using GreenBuild.Standards.Monitoring.Ledgers;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Monitoring.Tests.Ledgers.LedgerCases;

namespace GreenBuild.Standards.Monitoring.Tests.Ledgers;

public sealed class SeriesLogTests
{
    /// <summary>Any number comes back digit by digit, with the zeros behind its point, next to any other.</summary>
    [Fact]
    public void Values_AreExact() => Gen.Select(Gen.Decimal, Gen.Decimal.Nullable(), Gen.Int[-9999, 9999].Select(static n => n / 100m), Gen.Bool.Nullable()).Array[1, 600].Sample(
        rows =>
        {
            var log = new SeriesLog(Sound(1));
            var given = rows.Select((row, i) => new SiteReading(log.Key, Day.AddMinutes(i), row.Item1, (ReadingStatus)(i % 5)) { Maximum = row.Item2, WindSpeed = row.Item3, Precipitation = row.Item4 }).ToList();
            foreach (var reading in given) log.Append(reading);
            var kept = log.Readings.Select(static logged => logged.Reading).ToList();
            Assert.Equal(given, kept);
            Assert.Equal(given.Select(static reading => reading.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)), kept.Select(static reading => reading.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        },
        iter: 30);

    [Fact]
    public void Extremes_AreExact()
    {
        decimal[] values = [decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -1.50m, 0m, long.MaxValue, long.MinValue, 9223372036854775808m];
        var log = new SeriesLog(Tsp(1));
        foreach (var (value, i) in values.Select(static (value, i) => (value, i))) log.Append(new SiteReading(log.Key, Day.AddMinutes(-i), value));
        // Each came a minute before the one before it.
        Assert.Equal(values.Reverse(), log.Readings.Select(static logged => logged.Reading.Value));
        Assert.Equal(7, log.OutOfOrderCount);
        Assert.Equal(TimeSpan.FromMinutes(7), log.GreatestLateness);
    }

    /// <summary>However readings of different and of the same moments are shuffled, the log is the same, and in order of time.</summary>
    [Fact]
    public void AnyOrder_IsTheSameLog() => Gen.Select(Gen.Select(Gen.Int[0, 900], Gen.Int[0, 2], Gen.Int[0, 3]).Array[1, 1500], Gen.Int).Sample(
        (rows, seed) =>
        {
            var readings = rows.Select(static row => new SiteReading(Tsp(1), Day.AddMinutes(row.Item1), row.Item2, row.Item3 == 0 ? ReadingStatus.Fault : ReadingStatus.Valid)).ToArray();
            var plain = readings.GroupBy(static reading => reading.Time).OrderBy(static same => same.Key).Select(static same =>
            {
                var counted = same.Where(static reading => reading.Status == ReadingStatus.Valid).Select(static reading => reading.Value).Distinct().ToList();
                return (same.Key, IsContradicted: counted.Count > 1, Value: counted.Count > 0 ? counted.Min() : same.Min(static reading => reading.Value));
            }).ToList();
            var random = new Random(seed);
            for (var order = 0; order < 3; order++)
            {
                var log = new SeriesLog(Tsp(1));
                foreach (var reading in readings.OrderBy(_ => random.Next())) log.Append(reading);
                Assert.Equal(plain, log.Readings.Select(static logged => (logged.Reading.Time, logged.Use == ReadingUse.Contradicted, logged.Reading.Value)));
                Assert.Equal(plain.Count, log.Count);
                Assert.Equal(readings.Length - plain.Count, log.RepeatedCount);
                Assert.Equal(plain.Count(static one => one.IsContradicted), log.ContradictedCount);
                Assert.Equal(readings.Length, log.ReceivedCount);
            }
        },
        iter: 15);

    [Fact]
    public void SameMoment_RepeatsOrContradicts()
    {
        var log = new ReadingLog();
        var first = new SiteReading(Tsp(1), Day, 80m);
        Assert.Equal(LogEntry.Added, log.Append(first));
        // 80.0 is 80; another offset of the same moment is the same moment.
        Assert.Equal(LogEntry.Repeated, log.Append(first with { Value = 80.0m, Time = Day.ToUniversalTime() }));
        Assert.Equal(LogEntry.Repeated, log.Append(first with { Value = 90m, Status = ReadingStatus.Maintenance }));
        Assert.Equal(ReadingStatus.Valid, log.Find(Tsp(1))!.Readings.Single().Status);
        Assert.Equal(LogEntry.Contradicted, log.Append(first with { Value = 90m }));
        Assert.Equal(LogEntry.Repeated, log.Append(first));
        Assert.Equal(ReadingStatus.Fault, log.Find(Tsp(1))!.Readings.Single().Status);
        Assert.Null(log.Find(Tsp(5)));
        // Another point is another series.
        Assert.Equal(LogEntry.Added, log.Append(first with { Series = Tsp(1, "Gate 2") }));
        Assert.Equal(2, log.Count);
    }

    /// <summary>By hand: after 00:02 comes 00:03:30 (a clock that jitters), then 00:05:01, one second more than a minute and a half later.</summary>
    [Fact]
    public void Gaps_AreWhatIsMissing()
    {
        var log = new SeriesLog(Tsp(1));
        foreach (var seconds in new[] { 0, 60, 120, 210, 301, 3600 }) log.Append(new SiteReading(log.Key, Day.AddSeconds(seconds), 80m));
        Assert.Equal([new ReadingGap(Day.AddSeconds(270), Day.AddSeconds(301)), new ReadingGap(Day.AddSeconds(361), Day.AddSeconds(3600))], log.Gaps());
    }

    /// <summary>A day of minutes: 1440 readings of 8 + 2 + 8 + 1 + 1 bytes in 6 chunks of 256; with LAmax, wind and rain 9 + 9 + 1 more.</summary>
    [Fact]
    public void SiteDay_InBytes()
    {
        var (plain, full) = (new SeriesLog(Sound(1)), new SeriesLog(Sound(1)));
        for (var minute = 0; minute < 1440; minute++)
        {
            var reading = new SiteReading(plain.Key, Day.AddMinutes(minute), 60m + (minute % 10));
            plain.Append(reading);
            full.Append(reading with { Maximum = 80m, WindSpeed = 1.2m, Precipitation = false });
        }

        Assert.Equal(6 * 256 * 20, plain.Bytes);
        Assert.Equal(6 * 256 * 39, full.Bytes);
        // The same backwards: chunks are split, none is less than half full for long.
        var backwards = new SeriesLog(plain.Key);
        foreach (var logged in plain.Readings.Reverse()) backwards.Append(logged.Reading);
        Assert.Equal(plain.Readings.Select(static logged => logged.Reading), backwards.Readings.Select(static logged => logged.Reading));
        Assert.InRange(backwards.Bytes, 6 * 256 * 20, 2 * 6 * 256 * 20);
    }

    /// <summary>Numbers of more digits than a long holds take 16 bytes more, and keep their place: what is sent again, moved by readings from before, or dropped takes no further ones; of what is contradicted the lowest and the highest are kept, in as much place again.</summary>
    [Fact]
    public void WideNumbers_AreKeptOnce()
    {
        const decimal wide = 0.1234567890123456789012345678m;
        var log = new SeriesLog(Tsp(1));
        for (var i = 0; i < 200; i++) log.Append(new SiteReading(log.Key, Day.AddMinutes(-i), wide + i));
        Assert.Equal(256 * (20 + 16), log.Bytes);
        for (var again = 1; again <= 50; again++)
            for (var i = 0; i < 200; i++) log.Append(new SiteReading(log.Key, Day.AddMinutes(-i), wide + i - again));
        Assert.Equal(2 * 256 * (20 + 16), log.Bytes);
        Assert.Equal((200L, 10_000L), (log.ContradictedCount, log.RepeatedCount));
        // The least of each moment stands for it.
        Assert.Equal(Enumerable.Range(0, 200).Select(static i => wide + (199 - i) - 50), log.Readings.Select(static logged => logged.Reading.Value));

        var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.FromHours(12), Options);
        for (var again = 0; again < 500; again++) ledger.Append(new SiteReading(Tsp(1), Day, wide - again));
        Assert.Equal(2 * 256 * (20 + 16), ledger.KeptBytes);
    }
}
