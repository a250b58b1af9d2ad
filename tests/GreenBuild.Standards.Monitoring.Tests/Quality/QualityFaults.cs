using GreenBuild.Standards.Monitoring.Quality;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tests.Quality;

/// <summary>Series with a fault put into one month of hours: each as an auditor met or fears it. Seeded, so that every run gives the same.</summary>
internal static class QualityFaults
{
    public const decimal Limit = 150;

    public static readonly IReadOnlyDictionary<string, (QualityFindingKind Kind, Func<List<MonitorReading>, int, int, Random, IEnumerable<QualityChannel>> Make)> All =
        new Dictionary<string, (QualityFindingKind, Func<List<MonitorReading>, int, int, Random, IEnumerable<QualityChannel>>)>
        {
            ["one value for 24 hours"] = (QualityFindingKind.FlatLine, static (all, from, to, random) =>
            {
                var start = random.Next(from, to - 24);
                return One(Changed(all, start, start + 24, (reading, _) => all[start].Value));
            }),
            ["TSP = 1.35 × PM10 + 4, rounded, for a month"] = (QualityFindingKind.CopiedChannel, static (all, from, to, _) =>
                [Channel("PM10", all), Channel("TSP", all.Select((reading, i) => i < from || i >= to ? new MonitorReading(reading.LocalTime, reading.Value + 40 + (i * 7919 % 61)) : new(reading.LocalTime, Math.Round((1.35m * reading.Value) + 4))))]),
            ["a day of another station"] = (QualityFindingKind.CopiedChannel, static (all, from, to, random) =>
            {
                var start = Midnight(all, from, to, random, 1);
                return [Channel("PM10", all), new("PM10", new("P2", "µg/m3", TimeSpan.FromHours(1), [.. Changed([.. all.Select((reading, i) => new MonitorReading(reading.LocalTime, reading.Value + 1 + (i * 7919 % 13)))], start, start + 24, (_, i) => all[i].Value)]))];
            }),
            ["minimum = mean = maximum for a month"] = (QualityFindingKind.RelabelledSample, static (all, from, to, _) =>
                [new("PM10", Series(all)) { Minimum = Series(Changed(all, 0, all.Count, (reading, i) => i >= from && i < to ? reading.Value : reading.Value - 3)), Maximum = Series(Changed(all, 0, all.Count, (reading, i) => i >= from && i < to ? reading.Value : reading.Value + 5)) }]),
            ["hourly means that are the minute at 30"] = (QualityFindingKind.RelabelledSample, static (all, from, to, random) =>
            {
                var minutes = all.Skip(from).Take(48).SelectMany(hour => Enumerable.Range(0, 60).Select(minute => new MonitorReading(hour.LocalTime.AddMinutes(minute), hour.Value + random.Next(-20, 21)))).ToList();
                return [new("PM10", new("P1", "µg/m3", TimeSpan.FromMinutes(1), minutes)), Channel("PM10", all.Skip(from).Take(48).Select((hour, i) => new MonitorReading(hour.LocalTime, minutes[(i * 60) + 30].Value)))];
            }),
            ["values above the limit become 141 to 150"] = (QualityFindingKind.ClippedBelowLimit, static (all, from, to, random) => One(Changed(all, from, to, (reading, _) => reading.Value > Limit ? random.Next(141, 151) : reading.Value))),
            ["the highest fifth becomes uniform in a narrow band"] = (QualityFindingKind.CeilingBand, static (all, from, to, random) =>
            {
                var sorted = all.Skip(from).Take(to - from).Select(static reading => reading.Value).Order().ToList();
                var top = sorted[sorted.Count * 8 / 10];
                return One(Changed(all, from, to, (reading, _) => reading.Value > top ? Math.Round(top * (1 + ((decimal)random.NextDouble() * 0.02m))) : reading.Value));
            }),
            ["one reading of 2,000"] = (QualityFindingKind.ImpossibleStep, static (all, from, to, random) =>
            {
                var at = random.Next(from + 1, to - 1);
                return One(Changed(all, at, at + 1, static (_, _) => 2000));
            }),
            ["a month in mg/m3"] = (QualityFindingKind.UnitSlip, static (all, from, to, _) => One(Changed(all, from, to, static (reading, _) => reading.Value / 1000))),
            ["a month ten times too low"] = (QualityFindingKind.UnitSlip, static (all, from, to, _) => One(Changed(all, from, to, static (reading, _) => reading.Value / 10))),
            ["clock 20 s a day slow"] = (QualityFindingKind.ClockDrift, static (all, _, _, _) => One(all.Select(reading => new MonitorReading(reading.LocalTime.AddSeconds(20 * (reading.LocalTime - all[0].LocalTime).TotalDays), reading.Value)))),
            ["clock put 10 minutes on"] = (QualityFindingKind.ClockDrift, static (all, from, to, random) =>
            {
                var at = random.Next(from, to);
                return One(all.Select((reading, i) => i < at ? reading : new MonitorReading(reading.LocalTime.AddMinutes(10), reading.Value)));
            }),
            ["yesterday again"] = (QualityFindingKind.RepeatedDay, static (all, from, to, random) =>
            {
                var start = Midnight(all, from, to, random, 2);
                return One(Changed(all, start, start + 24, (_, i) => all[i - 24].Value));
            }),
            ["half of the nights missing"] = (QualityFindingKind.MissingNights, static (all, from, to, _) => One(all.Where((reading, i) => i < from || i >= to || reading.LocalTime.Hour is >= 6 and < 22 || reading.LocalTime.AddHours(-6).Day % 2 == 0))),
            ["the highest eighth missing"] = (QualityFindingKind.GapsAtPeaks, static (all, from, to, _) =>
            {
                var sorted = all.Skip(from).Take(to - from).Select(static reading => reading.Value).Order().ToList();
                var top = sorted[sorted.Count * 7 / 8];
                return One(all.Where((reading, i) => i < from || i >= to || reading.Value <= top));
            }),
            ["a third of the values end in 0 or 5"] = (QualityFindingKind.LastDigits, static (all, from, to, random) => One(Changed(all, from, to, (reading, _) => random.Next(3) == 0 ? Math.Round(reading.Value / 5) * 5 : reading.Value))),
            ["all values end in 0"] = (QualityFindingKind.FewValues, static (all, from, to, _) => One(Changed(all, from, to, static (reading, _) => Math.Round(reading.Value / 10) * 10))),
        };

    public static MonitorSeries Series(IEnumerable<MonitorReading> readings) => new("P1", "µg/m3", TimeSpan.FromHours(1), [.. readings]);

    public static QualityChannel Channel(string name, IEnumerable<MonitorReading> readings) => new(name, Series(readings)) { Limits = [Limit] };

    /// <summary>Three months of hours that no one measured: a first-order process in the logarithm with a daily course, in whole µg/m3.</summary>
    public static List<MonitorReading> Synthetic(int seed)
    {
        var random = new Random(seed);
        var readings = new List<MonitorReading>();
        var level = 0.0;
        for (var time = new DateTime(2026, 3, 1); time < new DateTime(2026, 6, 1); time = time.AddHours(1))
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            level = (0.95 * level) + (0.2 * normal);
            readings.Add(new(time, Math.Round((decimal)(100 * Math.Exp(level + (0.2 * Math.Sin(time.Hour * Math.PI / 12)))))));
        }

        return readings;
    }

    private static IEnumerable<QualityChannel> One(IEnumerable<MonitorReading> readings) => [Channel("PM10", readings)];

    private static IEnumerable<MonitorReading> Changed(List<MonitorReading> all, int from, int to, Func<MonitorReading, int, decimal> value) =>
        all.Select((reading, i) => i < from || i >= to ? reading : new MonitorReading(reading.LocalTime, value(reading, i)));

    /// <summary>The index of a midnight after which a whole day follows without gap, and so many days before it as well; of real series the first that has them.</summary>
    private static int Midnight(List<MonitorReading> all, int from, int to, Random random, int days)
    {
        var whole = Enumerable.Range(from, to - from).Where(i => all[i].LocalTime.Hour == 0 && i - ((days - 1) * 24) >= 0 && i + 24 <= all.Count
            && all[i + 23].LocalTime - all[i].LocalTime == TimeSpan.FromHours(23) && all[i].LocalTime - all[i - ((days - 1) * 24)].LocalTime == TimeSpan.FromHours((days - 1) * 24)).ToList();
        return whole[random.Next(whole.Count)];
    }
}
