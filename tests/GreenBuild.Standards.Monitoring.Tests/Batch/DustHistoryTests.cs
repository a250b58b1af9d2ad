using CsCheck;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Batch;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tests.Batch;

/// <summary>The bulk against the engine: each window of a history comes out as <see cref="SiteDustMonitoring"/> judges its readings, one by one, in decimal numbers.</summary>
public sealed class DustHistoryTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly ConstructionSite London = new(Jurisdiction.Parse("GB"));
    private static readonly ConstructionSite Shanghai = new(Jurisdiction.Parse("CN-SH"));
    private static readonly ConstructionSite Hebei = new(Jurisdiction.Parse("CN-HE"));
    private static readonly ConstructionSite Nowhere = new(Jurisdiction.Parse("JP"));
    private static readonly ConstructionSite Liaoning = new(Jurisdiction.Parse("CN-LN")) { Circumstances = Circumstances.None.With("areaType", "built-up-town") };
    private static readonly ConstructionSite Shaanxi = new(Jurisdiction.Parse("CN-SN")) { Circumstances = Circumstances.None.With("urbanPlannedArea", true), Stages = ["earthwork"] };
    private static readonly ConstructionSite Gansu = new(Jurisdiction.Parse("CN-GS"));

    // A background that is known for two hours of three, so that net means lie on both sides of the limit.
    private static readonly DustSurroundings Known = new() { BackgroundPm10 = static start => start.Hour % 3 == 0 ? null : 60 + (start.Hour % 5) * 10, State = static start => start.Hour % 2 == 0 ? new AirState(288, 101) : null };

    public static TheoryData<string> Places => ["london", "shanghai", "hebei", "hebei-known", "nowhere", "liaoning", "shaanxi", "gansu"];

    private static (MonitoredPoint Point, Particulate Particulate, decimal Limit, DateTime Start) CaseOf(string place) => place switch
    {
        // PM10 of an hour ≤ 190 µg/m³ as measured.
        "london" => (new("P", London), Particulate.Pm10, 190, new(2026, 4, 10, 22, 17, 0)),
        // TSP of 15 minutes in two tiers, 1.0 and 2.0 mg/m³, with a number of exceedances a day.
        "shanghai" => (new("P", Shanghai), Particulate.Tsp, 1000, new(2026, 4, 10, 22, 17, 0)),
        // PM10 of an hour net of the background ≤ 80 µg/m³, from 1 April 2019; before it there was no limit on PM10.
        "hebei" => (new("P", Hebei), Particulate.Pm10, 80, new(2019, 3, 31, 21, 3, 0)),
        "hebei-known" => (new("P", Hebei) { Surroundings = Known }, Particulate.Pm10, 150, new(2019, 3, 31, 21, 3, 0)),
        "nowhere" => (new("P", Nowhere), Particulate.Pm10, 80, new(2026, 4, 10, 22, 17, 0)),
        // TSP of five minutes ≤ 0.8 mg/m³, read in µg/m³.
        "liaoning" => (new("P", Liaoning), Particulate.Tsp, 800, new(2026, 4, 10, 22, 17, 0)),
        // DB61/ 1078 takes the place of GB 16297 on 6 August 2017: a ratio to the background, 0.8 mg/m³.
        "shaanxi" => (new("P", Shaanxi) { Surroundings = Known }, Particulate.Tsp, 800, new(2017, 8, 5, 21, 3, 0)),
        // GB 16297: 1.0 mg/m³ at 273 K and 101.325 kPa.
        _ => (new("P", Gansu) { Surroundings = Known }, Particulate.Tsp, 1000, new(2026, 4, 10, 22, 17, 0)),
    };

    [Theory, MemberData(nameof(Places))]
    public void JudgeDust_IsTheEngineForEveryWindow(string place)
    {
        var (point, particulate, limit, start) = CaseOf(place);
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var readings = Make(new Random(seed), limit, start, hours: 9);
                var history = new HistoryJudge([point], degree: 1).JudgeDust(particulate, "µg/m3", ColumnsOf([readings]));
                AssertIsTheEngine(history, 0, point, particulate, readings);
            },
            iter: 60);
    }

    /// <summary>Where no readings lie on top of each other rows are summed as they come; else they are sorted first.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void JudgeDust_InterleavedAndParallelIsTheSame(bool isDense)
    {
        var random = new Random(5);
        var points = Places.Select(static (place, i) => { var (point, particulate, _, _) = CaseOf(place); return (Point: point, particulate, i); }).Where(static one => one.particulate == Particulate.Tsp).Select(static one => one.Point).ToList();
        // So many rows that they are taken in parts.
        var series = points.Select(point => Make(random, 800, new DateTime(2026, 4, 10, 20, 0, 0), hours: 24 * 30, isDense)).ToList();
        var rows = series.SelectMany(static (readings, point) => readings.Select(reading => (reading.LocalTime, Point: point, reading.Value, reading.Status))).OrderBy(static row => row.LocalTime).ToList();
        var interleaved = ReadingColumns.Interleaved(
            rows.Select(static row => row.LocalTime.Ticks).ToArray(), rows.Select(static row => row.Point).ToArray(), rows.Select(static row => ValueOf(row.Value, row.Status)).ToArray(), points.Count, Minute,
            rows.Select(static row => IsRead(row.Status)).ToArray());
        var judge = new HistoryJudge(points);
        var (one, other) = (judge.JudgeDust(Particulate.Tsp, "µg/m3", ColumnsOf(series)), judge.JudgeDust(Particulate.Tsp, "µg/m3", interleaved));
        for (var point = 0; point < points.Count; point++) AssertIsTheEngine(one, point, points[point], Particulate.Tsp, series[point]);
        Assert.True(rows.Count > 3 * (1 << 15));
        for (var i = 0; i < one.Count; i++) Assert.Equal(one.Means[i], other.Means[i], 1e-9);
        Assert.Equal(one.ValidCounts.ToArray(), other.ValidCounts.ToArray());
        Assert.Equal(Enumerable.Range(0, one.Count).Select(one.OutcomeOf), Enumerable.Range(0, other.Count).Select(other.OutcomeOf));
    }

    /// <summary>
    /// Minutes of four hours of many points, all at the limit, so that each mean is summed exactly: the rows are gone through as often for 40 points as for 10. Looked through once for each point, they would be the square
    /// of the points: 4 · 40 times.
    /// </summary>
    [Fact]
    public void JudgeDust_InterleavedLooksAtRowsAsOftenForManyPoints()
    {
        static int LooksFor(int points)
        {
            var times = Enumerable.Range(0, 240 * points).Select(i => new DateTime(2026, 4, 10).AddMinutes(i / points).Ticks).ToArray();
            using var numbers = new CountedMemory(Enumerable.Range(0, 240 * points).Select(i => i % points).ToArray());
            var columns = ReadingColumns.Interleaved(times, numbers.Memory, Enumerable.Repeat(190.0, 240 * points).ToArray(), points, Minute, degree: 1);
            var history = new HistoryJudge(Enumerable.Range(0, points).Select(static i => new MonitoredPoint("P" + i, London)).ToList(), degree: 1).JudgeDust(Particulate.Pm10, "µg/m3", columns);
            Assert.Equal((4 * points, 4 * points), (history.Count, history.ExactCount));
            Assert.All(Enumerable.Range(0, history.Count), window => Assert.Equal(DustOutcome.Kept, history.OutcomeOf(window)));
            return numbers.Looks;
        }

        Assert.Equal(LooksFor(10), LooksFor(40));
    }

    /// <summary>Numbers that count how often someone goes through them.</summary>
    private sealed class CountedMemory(int[] numbers) : System.Buffers.MemoryManager<int>
    {
        public int Looks { get; private set; }

        public override Span<int> GetSpan()
        {
            Looks++;
            return numbers;
        }

        public override System.Buffers.MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin() => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
        }
    }

    /// <summary>Ten numbers whose mean is the limit, by hand: 100 × 189.9 and 100 × 190.1 are no binary numbers, and their sum is not exactly 200 × 190.</summary>
    [Theory]
    [InlineData(190.1, 189.9, DustOutcome.Kept)]
    [InlineData(190.1, 189.90000001, DustOutcome.Exceeded)]
    [InlineData(190.1, 189.89999999, DustOutcome.Kept)]
    [InlineData(190.3, 189.7, DustOutcome.Kept)]
    public void JudgeDust_AtTheLimitIsExact(double even, double odd, DustOutcome expected)
    {
        var values = Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? even : odd).ToArray();
        var history = new HistoryJudge([new("P", London)]).JudgeDust(Particulate.Pm10, "µg/m3", ReadingColumns.Regular(new DateTime(2026, 4, 10, 8, 0, 0), Minute, values, 1));
        Assert.Equal(1, history.Count);
        Assert.Equal(expected, history.OutcomeOf(0));
        Assert.Equal(1, history.ExactCount);
    }

    /// <summary>Three numbers whose mean is the limit, over and over: in binary numbers some of these means come out a trace above it.</summary>
    [Fact]
    public void JudgeDust_MeansThatAreTheLimitAllKeepIt()
    {
        var values = new List<double>();
        for (var step = 1; step <= 600; step++)
            for (var i = 0; i < 60; i++) values.Add((double)(i % 3 == 0 ? 190 - (step * 0.02m) : 190 + (step * 0.01m)));
        var history = new HistoryJudge([new("P", London)]).JudgeDust(Particulate.Pm10, "µg/m3", ReadingColumns.Regular(new DateTime(2026, 4, 10), Minute, values.ToArray(), 1));
        Assert.Contains(history.Means.ToArray().Select((_, i) => values.Skip(i * 60).Take(60).Sum() / 60), static mean => mean > 190);
        Assert.Equal((600, 600), (history.CountOf(0, DustOutcome.Kept), history.ExactCount));
    }

    [Fact]
    public void JudgeDust_FarFromTheLimitNothingIsAskedOfTheEngine()
    {
        // 24 hours of 100 and 24 of 300 µg/m³ against 190; 45 minutes of an hour are enough, 44 are not.
        var values = Enumerable.Range(0, 48 * 60).Select(static i => i < 24 * 60 ? 100.0 : 300.0).ToArray();
        for (var i = 0; i < 15; i++) values[i] = double.NaN;
        for (var i = 60; i < 76; i++) values[i] = -1;
        var history = new HistoryJudge([new("P", London)]).JudgeDust(Particulate.Pm10, "µg/m3", ReadingColumns.Regular(new DateTime(2026, 4, 10), Minute, values, 1));
        Assert.Equal(0, history.ExactCount);
        Assert.Equal((45, 44, 60), (history.ValidCounts[0], history.ValidCounts[1], history.ValidCounts[2]));
        Assert.Equal((DustOutcome.Kept, DustOutcome.Invalid, DustOutcome.Kept, DustOutcome.Exceeded), (history.OutcomeOf(0), history.OutcomeOf(1), history.OutcomeOf(23), history.OutcomeOf(24)));
        Assert.Equal((100, 300), (history.Means[0], history.Means[47]));
        Assert.Equal((23, 24, 1), (history.CountOf(0, DustOutcome.Kept), history.CountOf(0, DustOutcome.Exceeded), history.CountOf(0, DustOutcome.Invalid)));
    }

    [Fact]
    public void DayOf_IsTheFindingOfTheEngine()
    {
        var values = Enumerable.Range(0, 48 * 60).Select(static i => i < 24 * 60 ? 100.0 : 300.0).ToArray();
        var history = new HistoryJudge([new("P", London)]).JudgeDust(Particulate.Pm10, "µg/m3", ReadingColumns.Regular(new DateTime(2026, 4, 10), Minute, values, 1));
        var day = history.DayOf(30)!;
        Assert.Equal((new CalendarDate(2026, 4, 11), 24, 300m), (day.Date, day.Exceedances, day.Finding.Measured));
        Assert.Equal("P", day.Finding.Subject);
        Assert.Equal(new DateTime(2026, 4, 11, 6, 0, 0), history.RunOf(30).StartOf(30));
    }

    [Fact]
    public void Columns_OutOfOrderAreAnErrorAndNotJudged()
    {
        var start = new DateTime(2026, 4, 10).Ticks;
        long[] times = [start, start + Minute.Ticks, start + Minute.Ticks, start, start + Minute.Ticks, start + (2 * Minute.Ticks)];
        var columns = ReadingColumns.Contiguous(times, new double[6], [3, 3], Minute, file: "rows.csv");
        var error = Assert.Single(columns.Errors);
        Assert.Equal("rows.csv: times: Reading 3 of point 0 is not after the one before it; nothing of the point is judged.", error.In(Language.English));
        Assert.Contains("测点 0 的第 3 条读数", error.Message.Chinese, StringComparison.Ordinal);
        var history = new HistoryJudge([new("P", London), new("Q", London)]).JudgeDust(Particulate.Pm10, "µg/m3", columns);
        Assert.Equal(1, Assert.Single(history.Runs).Point);
    }

    [Fact]
    public void CompareDust_TellsWhatANewEditionChanges()
    {
        // PM10 of Hebei had no limit at the boundary in March 2018; from April 2019 on it is 80 µg/m³ above the background. 100 µg/m³ over nothing known: at most 150 may be subtracted.
        var values = Enumerable.Range(0, 4 * 60).Select(static i => i < 120 ? 70.0 : 400.0).ToArray();
        var judge = new HistoryJudge([new("P", Hebei)]);
        var columns = ReadingColumns.Regular(new DateTime(2018, 3, 5, 8, 0, 0), Minute, values, 1);
        var diff = judge.CompareDust(Particulate.Pm10, "µg/m3", columns, new CalendarDate(2019, 4, 1));
        Assert.Equal(4, diff.Changes.Count);
        Assert.Equal([4], diff.CountsByPoint);
        Assert.Equal((2, 2), (diff.CountOf(0, null, DustOutcome.Kept), diff.CountOf(0, null, DustOutcome.Exceeded)));
        Assert.Equal((new DateTime(2018, 3, 5, 8, 0, 0), new DateTime(2018, 3, 5, 9, 0, 0)), (diff.Changes[0].Start, diff.Changes[0].End));
        // 5 March 2018 was a Monday, as is 1 April 2019.
        Assert.Equal(new CalendarDate(2019, 4, 1), ((DustHistory)diff.After).DayOf(0)!.Date);
    }

    internal static ReadingColumns ColumnsOf(IReadOnlyList<List<MonitorReading>> series)
    {
        var all = series.SelectMany(static readings => readings).ToList();
        return ReadingColumns.Contiguous(
            all.Select(static reading => reading.LocalTime.Ticks).ToArray(), all.Select(static reading => ValueOf(reading.Value, reading.Status)).ToArray(), series.Select(static readings => readings.Count).ToList(), Minute,
            all.Select(static reading => IsRead(reading.Status)).ToArray());
    }

    private static double ValueOf(decimal value, ReadingStatus status) => status == ReadingStatus.OutOfRange ? double.PositiveInfinity : (double)value;

    private static bool IsRead(ReadingStatus status) => status is ReadingStatus.Valid or ReadingStatus.OutOfRange;

    /// <summary>Each window of the engine is one of the history, with the same mean and outcome; what the engine has not, nobody read.</summary>
    private static void AssertIsTheEngine(DustHistory history, int point, MonitoredPoint of, Particulate particulate, List<MonitorReading> readings)
    {
        var days = new SiteDustMonitoring(of.Site, of.Surroundings).Judge(particulate, new MonitorSeries("P", "µg/m3", Minute, readings));
        var expected = days.SelectMany(static day => day.Windows.Select(window => (Key: day.Rule!.Limit.Key + window.Window.Start.ToString("s"), window))).ToDictionary(static pair => pair.Key, static pair => pair.window);
        var met = 0;
        foreach (var run in history.Runs.Where(run => run.Point == point))
        {
            for (var i = run.First; i < run.First + run.Count; i++)
            {
                if (!expected.TryGetValue(run.Rule!.Limit.Key + run.StartOf(i).ToString("s"), out var window))
                {
                    Assert.Equal((0, DustOutcome.Invalid), (history.ValidCounts[i], history.OutcomeOf(i)));
                    continue;
                }

                met++;
                Assert.Equal(window.Outcome, history.OutcomeOf(i));
                if (window.Window.Mean is { } mean) Assert.Equal((double)mean, history.Means[i], 1e-9 * (double)Math.Abs(mean));
                else Assert.True(double.IsNaN(history.Means[i]));
            }
        }

        Assert.Equal(expected.Count, met);
        Assert.Equal(days.Any(static day => day.Rule is null), history.Runs.Any(run => run.Point == point && run.Rule is null));
    }

    /// <summary>Minutes with gaps, invalid ones, clocks that jitter, readings on top of each other; in each hour all values are the limit, a trace beside it, in pairs around it, or anything.</summary>
    internal static List<MonitorReading> Make(Random random, decimal limit, DateTime start, int hours, bool? isDenseOnes = null)
    {
        var readings = new List<MonitorReading>();
        var (way, last, isDense) = (0, DateTime.MinValue, isDenseOnes ?? random.Next(3) == 0);
        for (var minute = 0; minute < hours * 60; minute++)
        {
            var time = start.AddMinutes(minute);
            if (time.Minute % 15 == 0) way = random.Next(9);
            if (way == 8 && random.Next(2) == 0) continue;
            if (isDense && random.Next(20) == 0) time = time.AddSeconds(random.Next(-50, 50));
            if (time <= last) continue;
            last = time;
            var value = way switch
            {
                0 => limit,
                1 => limit + 0.0000001m,
                2 => limit - 0.0000001m,
                3 => minute % 2 == 0 ? limit + 0.1m : limit - 0.1m,
                4 => minute % 2 == 0 ? limit + 0.3m : limit - 0.3m,
                5 => limit * random.Next(1, 30) / 20m,
                6 => limit * 2,
                _ => Math.Round(limit * (decimal)random.NextDouble() * 2, 1),
            };
            var status = random.Next(25) == 0 ? ReadingStatus.Fault : random.Next(300) == 0 ? ReadingStatus.OutOfRange : ReadingStatus.Valid;
            if (random.Next(60) == 0) value = random.Next(3) switch { 0 => -3, 1 => 0, _ => 2_000_000_000_000 };
            readings.Add(new(time, value, status));
        }

        return readings;
    }
}
