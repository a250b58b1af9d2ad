using System.Globalization;

namespace GreenBuild.Standards.Samples.Simulation;

/// <summary>
/// The readings of the sample site. Half of each twenty minutes lies 1 dB above the level that a schedule states and half 1 dB below it, in an order drawn with a fixed seed:
/// the mean of energy of such a block is 10 lg((10^0.1 + 10^−0.1) / 2) = 0.114 dB above the stated level, so that every verdict can be worked out by hand.
/// Of dust each reading is the mean of fifteen minutes, which is what the limits of Shanghai are on: most are drawn far below them, and those that matter are stated.
/// </summary>
public static class SyntheticReadings
{
    private static readonly DateTime Start = new(2025, 12, 30, 12, 0, 0);
    private static readonly DateTime Concreting = new(2025, 12, 31, 22, 0, 0);
    private static readonly DateTime RushHour = new(2025, 12, 31, 17, 0, 0);
    private static readonly DateTime Gale = new(2025, 12, 31, 14, 0, 0);
    private static readonly DateTime Rain = new(2025, 12, 31, 6, 0, 0);
    private static readonly DateTime Excavation = new(2025, 12, 19);

    // What the monitor at the gate saw above the ordinary, in µg/m3: the first quarter of an hour, and the means from there on.
    private static readonly (DateTime From, int[] Means)[] Dusty =
    [
        (new(2025, 12, 19, 9, 0, 0), [1120, 1340, 1280, 1060]),
        (new(2025, 12, 20, 13, 30, 0), [1180, 1460, 2110, 1730, 1290, 1040]),
        // As much as the lower limit, which is kept.
        (new(2025, 12, 21, 11, 15, 0), [1000]),
        (new(2025, 12, 22, 8, 0, 0), [1150, 1620, 2260, 1880, 2040, 1930, 1510, 1210, 1090]),
        (new(2025, 12, 23, 14, 0, 0), [1070, 1230, 1410, 1580, 1390, 1160, 1010]),
    ];

    private static readonly DateTime Service = new(2025, 12, 24, 8, 0, 0);

    /// <summary>The files with their lines.</summary>
    public static IEnumerable<(string Name, IEnumerable<string> Lines)> Files()
    {
        yield return ("north.csv", Lines("datetime,LAeq,LAmax,wind,rain", 1, Start, 3, North, (time, level) =>
            $"{Level(level)},{Level(level + 8)},{(time >= Gale && time < Gale.AddHours(1) ? "5.4" : "1.8")},0"));
        yield return ("east.csv", Lines("时间,等效声级 (dB(A)),最大声级 (dB(A))", 2, Start, 3, East, static (_, level) => $"{Level(level)},{Level(level + 8)}"));
        // A simpler instrument: no LAmax.
        yield return ("south.csv", Lines("datetime;LAeq;wind;rain", 3, Rain, 1, static time => IsDay(time) ? 60 : 48, static (time, level) => $"{Level(level)};1.2;{(IsDay(time) ? 1 : 0)}"));
        yield return ("gate-dust.csv", Dust(4, Excavation, 6));
    }

    private static IEnumerable<string> Dust(int seed, DateTime start, int days)
    {
        yield return "datetime,TSP (µg/m3)";
        var stated = Dusty.SelectMany(static spell => spell.Means.Select((mean, index) => (Time: spell.From.AddMinutes(15 * index), mean))).ToDictionary(static one => one.Time, static one => one.mean);
        var random = new Random(seed);
        for (var time = start; time < start.AddDays(days); time = time.AddMinutes(15))
        {
            var ordinary = random.Next(120, 480);
            // Four hours of service: the monitor sends nothing.
            if (time >= Service && time < Service.AddHours(4)) continue;
            yield return string.Create(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm},{(stated.TryGetValue(time, out var mean) ? mean : ordinary)}");
        }
    }

    private static decimal North(DateTime time)
    {
        if (time >= Concreting && time < Concreting.AddHours(6)) return 62.7m;
        return IsDay(time) ? 63 : 49;
    }

    private static decimal East(DateTime time)
    {
        if (!IsDay(time)) return 52;
        if (time >= RushHour && time < RushHour.AddMinutes(20)) return 74.7m;
        return time.Date == RushHour.Date ? 71.6m : time.Date == RushHour.Date.AddDays(1) ? 66 : 69.4m;
    }

    private static IEnumerable<string> Lines(string heading, int seed, DateTime start, int days, Func<DateTime, decimal> stated, Func<DateTime, decimal, string> columns)
    {
        yield return heading;
        var random = new Random(seed);
        var separator = heading.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        for (var block = start; block < start.AddDays(days); block = block.AddMinutes(20))
        {
            var offsets = Enumerable.Range(0, 20).Select(static minute => minute % 2 == 0 ? 1 : -1).ToArray();
            random.Shuffle(offsets);
            for (var minute = 0; minute < 20; minute++)
            {
                var time = block.AddMinutes(minute);
                yield return time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + separator + columns(time, stated(time) + offsets[minute]);
            }
        }
    }

    private static bool IsDay(DateTime time) => time.Hour is >= 6 and < 22;

    private static string Level(decimal level) => level.ToString("0.0", CultureInfo.InvariantCulture);
}
