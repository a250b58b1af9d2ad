using CsCheck;
using GreenBuild.Standards.Monitoring.Batch;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Monitoring.Tests.Batch;

/// <summary>The bulk against the engine: each day and night of a history comes out as <see cref="SiteBoundaryMonitoring"/> judges its readings.</summary>
public sealed class NoiseHistoryTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static ConstructionSite SiteIn(string place) =>
        new(Jurisdiction.Parse(place)) { Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true) };

    public static TheoryData<string, int, bool> Cases => new()
    {
        // Over New Year 2026, when GB 12523-2025 takes the place of the edition of 2011.
        { "CN-SH", 2025, false },
        { "CN-SH", 2025, true },
        { "CN-BJ", 2025, false },
        { "SG", 2025, false },
        { "JP", 2025, false },
        // GB 12523-90, which asks for the stage.
        { "CN-SH", 2005, false },
    };

    [Theory, MemberData(nameof(Cases))]
    public void JudgeNoise_IsTheEngineForEveryPeriod(string place, int year, bool hasBackground)
    {
        var point = new MonitoredPoint("P", SiteIn(place)) { DayBackgroundLevel = hasBackground ? 62.4m : null, NightBackgroundLevel = hasBackground ? 51 : null };
        foreach (var floor in new[] { Evidence.SingleSource, Evidence.Unconfirmed })
        {
            // One judge for all: what it has learnt of one history must hold for the next.
            var judge = new HistoryJudge([point], options: new CheckOptions { EvidenceFloor = floor });
            Gen.Int[0, int.MaxValue].Sample(
                seed =>
                {
                    var readings = Make(new Random(seed), new DateTime(year, 12, 30, 17, 5, 0), days: 3);
                    AssertIsTheEngine(judge.JudgeNoise(ColumnsOf(readings)), 0, point, floor, readings);
                },
                iter: 25, threads: 1);
        }
    }

    /// <summary>By hand: a night at 45 with one minute above the range keeps 55 without it, and may not have; at 60 it is broken whatever that minute was. Nothing but such minutes is open, too.</summary>
    [Theory]
    [InlineData(45, 1, Verdict.Indeterminate)]
    [InlineData(60, 1, Verdict.NonCompliant)]
    [InlineData(45, 480, Verdict.Indeterminate)]
    [InlineData(45, 0, Verdict.Compliant)]
    public void JudgeNoise_AboveTheRange(double level, int above, Verdict verdict)
    {
        var values = Enumerable.Range(0, 480).Select(i => i < above ? double.PositiveInfinity : level).ToArray();
        var history = new HistoryJudge([new("P", SiteIn("CN-SH"))]).JudgeNoise(ReadingColumns.Regular(new DateTime(2026, 6, 1, 22, 0, 0), Minute, values, 1));

        Assert.Equal((1, verdict, 480 - above), (history.Count, history.VerdictOf(0), history.ValidCountOf(0)));
        Assert.Equal(above > 0 ? above == 1 && level > 55 ? [] : ["overRange"] : [], history.PeriodOf(0)!.Finding.Missing);
    }

    [Fact]
    public void JudgeNoise_InterleavedIsTheSame()
    {
        // Two places whose nights are others, and so many rows that they are taken in parts.
        var random = new Random(8);
        var points = new List<MonitoredPoint> { new("P", SiteIn("CN-SH")), new("Q", SiteIn("SG")), new("R", SiteIn("CN-SH")) };
        var series = points.Select(_ => Enumerable.Range(0, 10).SelectMany(week => Make(random, new DateTime(2025, 6, 1).AddDays(week * 7), days: 7)).ToList()).ToList();
        var rows = series.SelectMany(static (readings, point) => readings.Select(reading => (reading.LocalTime, Point: point, reading.Level))).OrderBy(static row => row.LocalTime).ToList();
        Assert.True(rows.Count > 3 * (1 << 15));
        var columns = ReadingColumns.Interleaved(rows.Select(static row => row.LocalTime.Ticks).ToArray(), rows.Select(static row => row.Point).ToArray(), rows.Select(static row => row.Level).ToArray(), 3, Minute);
        var history = new HistoryJudge(points).JudgeNoise(columns);
        for (var point = 0; point < 3; point++) AssertIsTheEngine(history, point, points[point], Evidence.SingleSource, series[point]);
    }

    /// <summary>16 hours of one level, by hand: 70.5 dB is rounded to 70 (half to even) and keeps 70 dB(A); a hair above it is rounded to 71.</summary>
    [Theory]
    [InlineData(70.5, true)]
    [InlineData(70.500001, false)]
    [InlineData(70.4999999, true)]
    [InlineData(69.9, true)]
    [InlineData(75, false)]
    public void JudgeNoise_AtTheHalfIsExact(double level, bool isKept)
    {
        var values = Enumerable.Repeat(level, 16 * 60).ToArray();
        var history = new HistoryJudge([new("P", SiteIn("CN-SH"))]).JudgeNoise(ReadingColumns.Regular(new DateTime(2026, 3, 2, 6, 0, 0), Minute, values, 1));
        Assert.Equal(1, history.Count);
        Assert.Equal((new DateTime(2026, 3, 2, 6, 0, 0), new DateTime(2026, 3, 2, 22, 0, 0), false), (history.StartOf(0), history.EndOf(0), history.IsNight(0)));
        Assert.Equal(isKept ? Verdict.Compliant : Verdict.NonCompliant, history.ProvisionalVerdictOf(0) ?? history.VerdictOf(0));
        Assert.Equal(level, history.EquivalentLevels[0], 1e-10);
    }

    /// <summary>A measurement takes 20 minutes (GB 12523-2011, 5.4): 19 of a day do not count, and 20 do.</summary>
    [Theory]
    [InlineData(19, Verdict.Invalid)]
    [InlineData(20, Verdict.NonCompliant)]
    public void JudgeNoise_NeedsTwentyMinutes(int minutes, Verdict expected)
    {
        var values = Enumerable.Range(0, 60).Select(i => i < minutes ? 80 : double.NaN).ToArray();
        var history = new HistoryJudge([new("P", SiteIn("CN-SH"))]).JudgeNoise(ReadingColumns.Regular(new DateTime(2026, 3, 2, 8, 0, 0), Minute, values, 1));
        // The first is judged by the engine in any case; the second by what was learnt of it.
        var three = Enumerable.Repeat(80.0, 60).Concat(Enumerable.Range(0, 60).Select(static i => i < 5 ? 80 : double.NaN)).Concat(values).ToArray();
        var again = new HistoryJudge([new("P", SiteIn("CN-SH")), new("Q", SiteIn("CN-SH")), new("R", SiteIn("CN-SH"))], degree: 1)
            .JudgeNoise(ReadingColumns.Regular(new DateTime(2026, 3, 2, 8, 0, 0), Minute, three, 3));
        Assert.Equal((expected, expected), (history.VerdictOf(0), again.VerdictOf(2)));
        Assert.Equal(2, again.ExactCount);
    }

    [Fact]
    public void JudgeNoise_MostPeriodsAreNotAskedOfTheEngine()
    {
        // 30 days and nights of three points with levels of their own; the engine is asked once for each kind of outcome under each edition.
        var random = new Random(3);
        var values = Enumerable.Range(0, 3 * 30 * 1440).Select(_ => 50 + (random.NextDouble() * 10)).ToArray();
        var points = Enumerable.Range(0, 3).Select(static i => new MonitoredPoint("P" + i, SiteIn("CN-SH"))).ToList();
        var history = new HistoryJudge(points).JudgeNoise(ReadingColumns.Regular(new DateTime(2026, 3, 1), Minute, values, 3));
        Assert.Equal(3 * 61, history.Count);
        Assert.InRange(history.ExactCount, 1, 20);
        Assert.Equal((61, 61), history.PeriodsOf(1));
        Assert.Equal(2, history.PointOf(150));
        Assert.Equal("P2", history.PeriodOf(150)!.Point);
    }

    [Fact]
    public void CompareNoise_TellsWhatTheNewEditionChanges()
    {
        // A day of 69 and a night of 54 dB(A) in December 2025, under the edition of 2011; then as if it had been in 2026. The limits are the same (70 and 55), so nothing changes but the edition.
        var values = Enumerable.Range(0, 2 * 1440).Select(static i => i % 1440 is >= 6 * 60 and < 22 * 60 ? 69.0 : 54.0).ToArray();
        var judge = new HistoryJudge([new("P", SiteIn("CN-SH"))]);
        var diff = judge.CompareNoise(ReadingColumns.Regular(new DateTime(2025, 12, 1), Minute, values, 1), new CalendarDate(2026, 1, 1));
        var (before, after) = ((NoiseHistory)diff.Before, (NoiseHistory)diff.After);
        Assert.Equal(5, diff.Compared);
        Assert.Equal("GB 12523-2011", before.PeriodOf(1)!.Finding.Edition!.Number);
        Assert.Equal("GB 12523-2025", after.PeriodOf(1)!.Finding.Edition!.Number);
        // 1 December 2025 was a Monday; the first Monday of 2026 is 5 January.
        Assert.Equal(new DateTime(2026, 1, 5, 6, 0, 0), after.PeriodOf(1)!.Start);
        Assert.Equal(new DateTime(2025, 12, 1, 6, 0, 0), after.StartOf(1));
        for (var i = 0; i < 5; i++) Assert.Equal(before.VerdictOf(i) != after.VerdictOf(i), diff.Changes.Any(change => change.Before == i));
    }

    [Fact]
    public void EquivalentLevels_AreThoseOfTheFormula()
    {
        // A second, plain implementation over all levels that count, and the two beside them that do not.
        var levels = Enumerable.Range(0, 2500).Select(static i => -50 + (i * 0.1)).Concat([200, -50.1, 200.1, double.NaN, double.PositiveInfinity]).ToArray();
        var counted = levels.Where(static level => new NoiseReading(default, level).HasLevel).ToList();
        Assert.Equal(2501, counted.Count);
        for (var from = 0; from + 100 <= levels.Length; from += 100)
        {
            var part = levels.Skip(from).Take(105).ToArray();
            var history = new HistoryJudge([new("P", SiteIn("CN-SH"))]).JudgeNoise(ReadingColumns.Regular(new DateTime(2026, 3, 2, 8, 0, 0), Minute, part, 1));
            var expected = 10 * Math.Log10(part.Where(static level => level is >= -50 and <= 200).Average(static level => Math.Pow(10, level / 10)));
            Assert.Equal(expected, history.EquivalentLevels[0], 1e-11);
            Assert.Equal(part.Count(static level => level is >= -50 and <= 200), history.ValidCountOf(0));
        }
    }

    private static ReadingColumns ColumnsOf(List<NoiseReading> readings) =>
        ReadingColumns.Contiguous(readings.Select(static reading => reading.LocalTime.Ticks).ToArray(), readings.Select(static reading => reading.Level).ToArray(), [readings.Count], Minute);

    private static void AssertIsTheEngine(NoiseHistory history, int point, MonitoredPoint of, Evidence floor, List<NoiseReading> readings)
    {
        var periods = new SiteBoundaryMonitoring(of.Site, options: new CheckOptions { EvidenceFloor = floor })
            .Judge(new NoiseSeries("P", Minute, readings), of.DayBackgroundLevel, of.NightBackgroundLevel).ToDictionary(static period => period.Start);
        var (first, count) = history.PeriodsOf(point);
        var met = 0;
        for (var i = first; i < first + count; i++)
        {
            if (!periods.TryGetValue(history.StartOf(i), out var period))
            {
                Assert.Equal((0, Verdict.Invalid), (history.ValidCountOf(i), history.VerdictOf(i)));
                continue;
            }

            met++;
            Assert.Equal((period.End, period.IsNight), (history.EndOf(i), history.IsNight(i)));
            Assert.Equal((period.Finding.Verdict, period.Finding.ProvisionalVerdict), (history.VerdictOf(i), history.ProvisionalVerdictOf(i)));
            Assert.Equal(period.EquivalentLevel, history.EquivalentLevels[i], 1e-10);
        }

        Assert.Equal(periods.Count, met);
    }

    /// <summary>Minutes with gaps and error codes; each day and night of one kind: at the limit or at the half, a trace beside it, loud for 20 minutes, thin, or anything.</summary>
    private static List<NoiseReading> Make(Random random, DateTime start, int days)
    {
        var readings = new List<NoiseReading>();
        var (way, isNightBefore, last) = (0, false, DateTime.MinValue);
        var (noise, isDense) = (random.Next(2) == 0 ? 0 : random.NextDouble() * 6, random.Next(3) == 0);
        var isAbove = random.Next(2) == 0;
        for (var minute = 0; minute < days * 1440; minute++)
        {
            var time = start.AddMinutes(minute);
            var isNight = time.Hour is >= 22 or < 6;
            if (minute == 0 || isNight != isNightBefore || (time.Hour == 0 && time.Minute == 0)) way = random.Next(11);
            isNightBefore = isNight;
            var limit = isNight ? 55 : 70;
            if (way == 8 && time.Minute > 0) continue;
            if (way == 9 && time.Minute is < 40 && random.Next(12) == 0) continue;
            if (way == 10) continue;
            if (isDense && random.Next(20) == 0) time = time.AddSeconds(random.Next(-50, 50));
            if (time <= last) continue;
            last = time;
            // Now and then a day or a night has levels above the range of the instrument.
            if (way is 3 or 6 && isAbove && random.Next(200) == 0)
            {
                readings.Add(new(time, double.PositiveInfinity));
                continue;
            }

            var level = way switch
            {
                0 => limit,
                1 => limit + 0.5,
                2 => limit + 0.5 + 1e-12,
                3 => limit + 0.5001,
                4 => limit - 0.6 + (noise * (random.NextDouble() - 0.5)),
                5 => time.Hour is 8 or 23 && time.Minute < 21 ? limit + 8 : limit - 12,
                6 => limit + 3,
                7 => limit - 8 + (random.NextDouble() * 10),
                _ => limit - 10,
            };
            if (random.Next(40) == 0) level = random.Next(3) switch { 0 => -999, 1 => double.NaN, _ => 9999 };
            readings.Add(new(time, level));
        }

        return readings.Count > 0 ? readings : [new(start, 60)];
    }
}
