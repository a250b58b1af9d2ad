using System.Globalization;
using CsCheck;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Monitoring.Ledgers;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tests.Hj212;

/// <summary>Readings in order of their own time, whatever the order in which they arrived.</summary>
public sealed class Hj212SeriesTests
{
    private static Hj212Message Hour(int hour, decimal value, string mark = "N", bool isDamaged = false)
    {
        var time = "20260301" + hour.ToString("00", CultureInfo.InvariantCulture) + "0000";
        var bytes = new Hj212Writer { Qn = time + "000", St = "39", Cn = "2061", Mn = "S1", Flag = 4 }.Add("DataTime", time).Add("a34001", "Avg", value).Add("a34001", "Flag", mark).ToArray();
        if (isDamaged) bytes[^3] ^= 1;
        return Hj212Message.ReadFirst(bytes, Hj212StationProfile.Micrograms)!;
    }

    private static string Says(IEnumerable<Hj212Message> messages) => string.Join(" ", Hj212Series.Of(messages).Single().Readings.Select(static reading => $"{reading.Time:HH}={reading.Value}{(reading.IsUsable ? "" : "!")}"));

    [Fact]
    public void Readings_StandByTheirTime()
    {
        var series = Hj212Series.Of([Hour(2, 30), Hour(0, 10), Hour(1, 20, "M"), Hour(0, 10)]).Single();

        Assert.Equal("00=10 01=20! 02=30", Says([Hour(2, 30), Hour(0, 10), Hour(1, 20, "M"), Hour(0, 10)]));
        Assert.Equal((1, 0, 2), (series.RepeatedCount, series.ContradictedCount, series.UsableCount));
        Assert.Equal(("S1", "a34001", "µg/m3", TimeSpan.FromHours(1)), (series.Station, series.Code, series.Unit, series.Duration));
        var dust = series.ToMonitorSeries("s.log")!;
        Assert.Equal([10, 20, 30], dust.Readings.Select(static reading => reading.Value));
        Assert.Null(series.ToNoiseSeries());
    }

    /// <summary>The step that readings plainly come in: three of four within a tenth of the median, and twelve at least.</summary>
    [Theory]
    // Every five minutes; a second early or late; one of four missing (8 of 12 steps are 5 min, which is less than three quarters of them); 12 readings have eleven steps only.
    [InlineData(300, 0, 0, 13, 300)]
    [InlineData(300, 1, 0, 40, 300)]
    [InlineData(300, 0, 4, 17, null)]
    [InlineData(300, 0, 6, 60, 300)]
    [InlineData(300, 0, 0, 12, null)]
    public void UsualStep_IsThatOfMost(int seconds, int jitter, int missingOneOf, int count, int? expected)
    {
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));
        var readings = Enumerable.Range(0, count).Where(i => missingOneOf == 0 || i % missingOneOf != 2)
            .Select(i => new Hj212Reading { Station = "S1", Code = "Leq", Suffix = "Data", Text = "60", Mark = "", Time = start.AddSeconds((i * seconds) + (jitter * ((i % 3) - 1))), Value = 60, Duration = TimeSpan.FromMinutes(1), IsUsable = true });

        Assert.Equal(expected, (int?)Hj212Series.Of(readings).Single().UsualStep?.TotalSeconds is { } found ? (int?)Math.Round((double)found / 300) * 300 : null);
    }

    /// <summary>Packets that repeat, contradict and are damaged, in any order, against the rule in one sentence: of the readings of a time that count, else of all, the least stands, and it counts if all that count say the same.</summary>
    [Fact]
    public void Order_DoesNotMatter()
    {
        var packet = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 3], Gen.Int[0, 2], Gen.Bool, static (hour, value, mark, isDamaged) => Hour(hour, value, "NMD".Substring(mark, 1), isDamaged));
        Gen.Select(packet.Array[1, 9], Gen.Int[0, int.MaxValue]).Sample(
            static made =>
            {
                var (messages, seed) = made;
                var (repeated, contradicted) = (0, 0);
                var expected = new List<(decimal?, string, bool)>();
                foreach (var hour in messages.Select(static message => message.Readings[0]).GroupBy(static reading => reading.Time).OrderBy(static hour => hour.Key))
                {
                    var counting = hour.Where(static reading => reading.IsUsable).ToList();
                    var different = (counting.Count > 0 ? counting : [.. hour]).Select(static reading => (reading.Value, reading.Mark)).Distinct().Order().ToList();
                    expected.Add((different[0].Value, different[0].Mark, counting.Count > 0 && different.Count == 1));
                    repeated += hour.Count() - 1;
                    contradicted += counting.Count > 0 && different.Count > 1 ? 1 : 0;
                }

                foreach (var order in new[] { messages, Shuffled(messages, seed), [.. messages.Reverse()] })
                {
                    var series = Hj212Series.Of(order).Single();
                    Assert.Equal(expected, series.Readings.Select(static reading => (reading.Value, reading.Mark, reading.IsUsable)));
                    Assert.Equal((repeated, contradicted), (series.RepeatedCount, series.ContradictedCount));
                }
            },
            iter: 2000);
    }

    private static Hj212Message[] Shuffled(Hj212Message[] messages, int seed)
    {
        var shuffled = messages.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    [Fact]
    public void ContradictedValue_CountsNowhere()
    {
        Assert.Equal("00=10!", Says([Hour(0, 10), Hour(0, 11)]));
        // Nor does a third packet settle it.
        Assert.Equal("00=10!", Says([Hour(0, 10), Hour(0, 11), Hour(0, 10)]));
    }

    /// <summary>Both values are kept for an auditor, whatever the order; what is damaged, or says the same, is none of them.</summary>
    [Fact]
    public void Contradictions_HaveTheLowestAndTheHighest() =>
        Gen.Shuffle(new[] { Hour(0, 11), Hour(0, 10), Hour(0, 12), Hour(0, 11), Hour(0, 99, isDamaged: true), Hour(1, 7), Hour(1, 7), Hour(2, 8, "M"), Hour(2, 9), Hour(2, 4) }).Sample(
            static order =>
            {
                var series = Hj212Series.Of(order).Single();
                Assert.Equal([("00", 10m, 12m), ("02", 4m, 9m)], series.Contradictions.Select(static one => ($"{one.Time:HH}", one.Lowest, one.Highest)));
                Assert.Equal(2, series.ContradictedCount);
                var monitor = series.ToMonitorSeries("s.log")!;
                Assert.Equal([false, true, false], monitor.Readings.Select(static reading => reading.Status == ReadingStatus.Valid));
                Assert.Equal(["12 7 9", "10 7 4"], monitor.Alternatives.Select(static other => string.Join(" ", other.Readings.Where(static reading => reading.Status == ReadingStatus.Valid).Select(static reading => reading.Value))));
            },
            iter: 50);

    [Fact]
    public void Alternatives_AreThereOnlyWhereSomethingContradicts() => Assert.Empty(Hj212Series.Of([Hour(0, 10), Hour(0, 10)]).Single().ToMonitorSeries()!.Alternatives);

    /// <summary>Of noise the level, LAmax and the wind of one minute: each may be what is contradicted, and whether a level counts hangs on the wind.</summary>
    [Theory]
    [InlineData("Leq", 60, 50, "60 70 1, 50 70 1")]
    [InlineData("LMx", 71, 70, "50 71 1, 50 70 1")]
    [InlineData("a01007", 8, 1, "50 70 8, 50 70 1")]
    public void Alternatives_OfNoise(string code, double one, double other, string expected)
    {
        Hj212Message Minute(params (string Code, decimal Value)[] factors)
        {
            var writer = new Hj212Writer { Qn = "20260301000100000", St = "39", Cn = "2051", Mn = "S1", Flag = 4 }.Add("DataTime", "20260301000000");
            foreach (var (name, value) in factors) writer.Add(name, "Avg", value).Add(name, "Flag", "N");
            return Hj212Message.ReadFirst(writer.ToArray(), Hj212StationProfile.Micrograms with { MinuteInterval = TimeSpan.FromMinutes(1) })!;
        }

        var all = Hj212Series.Of([Minute([.. new[] { ("Leq", 50m), ("LMx", 70m), ("a01007", 1m) }.Where(factor => factor.Item1 != code)]), Minute((code, (decimal)one)), Minute((code, (decimal)other))]);
        var noise = all.Single(static series => series.Code == "Leq").ToNoiseSeries(null, all)!;

        Assert.Equal(expected, string.Join(", ", noise.Alternatives.Select(static series => $"{series.Readings[0].Level} {series.Readings[0].Maximum} {series.Readings[0].WindSpeed}")));
        Assert.Equal(code != "Leq", noise.Readings[0].HasLevel);
        Assert.Equal((code == "LMx", code == "a01007"), (noise.Readings[0].Maximum is null && noise.Readings[0].HasLevel, noise.Readings[0].WindSpeed is null));
    }

    /// <summary>
    /// The mark T is above the range: of LAeq, of LAmax, or of both. LAmax counts beside an LAeq that is missing, and not beside one that was measured by a faulty monitor. A ledger takes each in the same way.
    /// </summary>
    [Theory]
    [InlineData("50", "N", "70", "N", 50, 70.0)]
    [InlineData("50", "T", "70", "T", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("50", "N", "140", "T", 50, double.PositiveInfinity)]
    [InlineData("130", "T", "120", "N", double.PositiveInfinity, 120.0)]
    [InlineData("", "N", "120", "N", double.NaN, 120.0)]
    [InlineData("", "N", "120", "T", double.NaN, double.PositiveInfinity)]
    [InlineData("50", "D", "120", "N", double.NaN, null)]
    [InlineData("50", "M", "120", "T", double.NaN, null)]
    public void Noise_AboveTheRange(string level, string ofLevel, string maximum, string ofMaximum, double expected, double? expectedMaximum)
    {
        var bytes = new Hj212Writer { Qn = "20260301000100000", St = "39", Cn = "2051", Mn = "S1", Flag = 4 }.Add("DataTime", "20260301000000")
            .Add("Leq", "Avg", level).Add("Leq", "Flag", ofLevel).Add("LMx", "Avg", maximum).Add("LMx", "Flag", ofMaximum).ToArray();
        var message = Hj212Message.ReadFirst(bytes, Hj212StationProfile.Micrograms with { MinuteInterval = TimeSpan.FromMinutes(1) })!;
        var all = Hj212Series.Of([message]);

        var noise = all.Single(static series => series.Code == "Leq").ToNoiseSeries(null, all)!.Readings.Single();
        var site = SiteReading.From(message.Readings).Single(static reading => reading.Series.Measurand == Measurands.Noise.SiteBoundary);

        Assert.Equal((expected, expectedMaximum), (noise.Level, noise.Maximum));
        Assert.Equal(expectedMaximum is { } highest && !double.IsInfinity(highest) ? (decimal?)highest : null, site.Maximum);
        Assert.Equal((double.IsPositiveInfinity(expectedMaximum ?? 0), double.IsNaN(expected) && expectedMaximum is not null), (site.IsMaximumAboveRange, site.IsOnlyMaximum));
        Assert.Equal(ofLevel == "M" ? ReadingStatus.Maintenance : double.IsNaN(expected) ? ReadingStatus.Fault : double.IsInfinity(expected) ? ReadingStatus.OutOfRange : ReadingStatus.Valid, site.Status);
    }

    /// <summary>Of readings of one time one that counts goes before all, and one above the range before those of a fault or of no value, in whatever order they come.</summary>
    [Theory]
    [InlineData(new[] { "T", "D" }, "T")]
    [InlineData(new[] { "M", "T", "F" }, "T")]
    [InlineData(new[] { "T", "N", "D" }, "N")]
    public void OverRange_GoesBeforeFaults(string[] marks, string stands)
    {
        foreach (var order in new[] { marks, [.. marks.Reverse()] })
        {
            // Faults say 0, as monitors do.
            var messages = order.Select(static mark => Hour(0, mark is "T" ? 1000 : mark is "N" ? 30 : 0, mark)).ToList();
            Assert.Equal(stands, Hj212Series.Of(messages).Single().Readings.Single().Mark);

            var log = new SeriesLog(SiteReading.From(messages[0].Readings[0])!.Value.Series);
            foreach (var message in messages) log.Append(SiteReading.From(message.Readings[0])!.Value);
            Assert.Equal(stands == "T" ? ReadingStatus.OutOfRange : ReadingStatus.Valid, log.Readings.Single().Status);
        }
    }

    /// <summary>50 µg/m³ and 0.05 mg/m³ of one hour are one thing said twice, 0.3 mg/m³ beside it is a contradiction, and an hour in mg/m³ alone is of the same series: in whatever order they come. ppm does not convert.</summary>
    [Fact]
    public void UnitsOfOneKind_AreOneSeries()
    {
        static Hj212Reading Of(int hour, decimal value, string unit) => Hour(hour, value).Readings[0] with { Unit = unit };
        Hj212Reading[] readings = [Of(0, 50, "µg/m3"), Of(0, 0.05m, "mg/m3"), Of(1, 50, "µg/m3"), Of(1, 0.3m, "mg/m3"), Of(2, 0.06m, "mg/m3")];
        foreach (var order in new[] { readings, [.. readings.Reverse()] })
        {
            var series = Hj212Series.Of(order).Single();
            Assert.Equal(["0 0.05 True", "1 0.05 False", "2 0.06 True"], series.Readings.Select(static reading => string.Create(CultureInfo.InvariantCulture, $"{reading.Time!.Value.Hour} {reading.Value / 1.00m:0.##} {reading.IsUsable}")));
            Assert.Equal(("mg/m3", 2, new Hj212Contradiction(readings[2].Time!.Value, 0.05m, 0.3m)), (series.Unit, series.RepeatedCount, series.Contradictions.Single()));
        }

        Assert.Equal(2, Hj212Series.Of([Of(0, 50, "µg/m3"), Of(0, 60, "dB(A)")]).Count);
    }

    /// <summary>A platform that writes the value anew, with another number of zeros, does not contradict itself; a ledger sees it in the same way.</summary>
    [Fact]
    public void TrailingZeros_AreNoContradiction() => Assert.Equal("00=97", Says([Hour(0, 97), Hour(0, 97.0m)]));

    [Fact]
    public void DamagedPacket_IsReplacedByTheOneSentAgain()
    {
        Assert.Equal("00=10", Says([Hour(0, 10, isDamaged: true), Hour(0, 10)]));
        Assert.Equal("00=10", Says([Hour(0, 10), Hour(0, 19, isDamaged: true)]));
    }

    [Fact]
    public void AnyOrder_GivesTheSame()
    {
        var messages = Enumerable.Range(0, 24).Select(static hour => Hour(hour, 100 + hour, hour % 5 == 0 ? "D" : "N")).ToArray();
        var expected = Says(messages);
        Gen.Shuffle(messages).Sample(shuffled => Says([.. shuffled, shuffled[0]]) == expected, iter: 200);
    }

    [Fact]
    public void OtherUnitsAndPeriods_AreSeriesOfTheirOwn()
    {
        var minute = new Hj212Writer { Qn = "20260301000100000", St = "39", Cn = "2051", Mn = "S1", Flag = 4 }.Add("DataTime", "20260301000000").Add("a34001", "Avg", 10).Add("a34001", "Flag", "N").Add("Leq", "Avg", 60.5m).Add("Leq", "Flag", "N").ToArray();
        var profile = Hj212StationProfile.Micrograms with { MinuteInterval = TimeSpan.FromMinutes(1) };

        var all = Hj212Series.Of([Hour(0, 10), Hj212Message.ReadFirst(minute, profile)!]);

        Assert.Equal(["Leq 00:01:00", "a34001 00:01:00", "a34001 01:00:00"], all.Select(static series => $"{series.Code} {series.Duration}"));
        Assert.Equal(60.5, all[0].ToNoiseSeries()!.Readings.Single().Level);
        // Without the number of minutes nothing can be judged.
        Assert.Null(Hj212Series.Of([Hj212Message.ReadFirst(minute, Hj212StationProfile.Micrograms)!])[0].ToNoiseSeries());
        // The profile keeps all else.
        Assert.Equal((Hj212StationProfile.Micrograms.Name, true, "µg/m3"), (profile.Name, profile.AllowsModbusCrc, profile.Find("A34001")!.Unit));
    }
}
