using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>
/// June 2026 on a site that does not exist, minute by minute: a formula, and the noise of a generator with fixed constants, so that the month is
/// the same on every machine. Days 1 to 6 quiet, 7 to 12 earthwork, 14 and 15 demolition, 16 the monitor out of order, 17 serviced until nine,
/// 18 to 22 pollution of the whole region, 23 and 24 the county's station silent, then quiet work with a lorry now and then.
/// </summary>
internal static class SyntheticMonth
{
    public static readonly DateTime Start = new(2026, 6, 1);

    // By day: dust of the work in µg/m³ of TSP, number and height of the lorries' clouds, PM10 of the city, its air quality index.
    private static readonly int[] Work = [60, 60, 60, 60, 60, 60, 207, 212, 266, 270, 310, 280, 40, 1500, 1900, 0, 250, 110, 110, 110, 110, 110, 420, 800, 120, 120, 120, 120, 120, 120];
    private static readonly int[] Clouds = [0, 0, 0, 0, 0, 0, 2, 3, 2, 4, 3, 2, 0, 6, 6, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 2, 1, 0, 1, 9];
    private static readonly int[] Height = [.. Enumerable.Repeat(900, 11), 2600, .. Enumerable.Repeat(900, 12), .. Enumerable.Repeat(650, 5), 2200];
    private static readonly int[] City = [70, 70, 70, 70, 70, 70, 80, 80, 80, 80, 80, 80, 40, 90, 90, 60, 60, 330, 350, 340, 440, 330, 90, 90, 65, 65, 65, 65, 65, 65];
    private static readonly int?[] Index = [.. Enumerable.Repeat<int?>(70, 17), 245, 262, 238, 318, null, .. Enumerable.Repeat<int?>(90, 8)];

    /// <summary>PM10 of the county, the city or the nearest station by the hour; silent on two days.</summary>
    public static decimal? Background(DateTime hour) => hour.Day is 23 or 24 ? null : CityPm10(hour.Day - 1, hour.Hour);

    public static (int Aqi, string Primary)? CityAir(DateTime date) => Index[date.Day - 1] is { } index ? (index, "pm10") : null;

    /// <summary>TSP and PM10 of one monitor in µg/m³, 43,200 minutes of each.</summary>
    public static (MonitorReading[] Tsp, MonitorReading[] Pm10) Readings()
    {
        var (tsp, pm10, seed) = (new List<MonitorReading>(), new List<MonitorReading>(), 20260601u);
        for (var day = 0; day < 30; day++)
        {
            var clouds = Enumerable.Range(0, Clouds[day]).Select(_ => (8 * 60) + (Next() % 540)).ToArray();
            for (var minute = 0; minute < 1440; minute++)
            {
                var (noise, hour, background) = (Next() % 101, minute / 60, CityPm10(day, minute / 60));
                var dust = hour is (>= 7 and < 12) or (>= 13 and < 18) ? Work[day] * (50 + noise) / 100 : Work[day] / 10;
                dust += clouds.Count(cloud => cloud <= minute && minute < cloud + 6) * Height[day];
                var status = day == 15 ? ReadingStatus.Fault : (day == 16 && hour < 9) || (day == 24 && minute is >= 600 and < 640) ? ReadingStatus.Maintenance : ReadingStatus.Valid;
                var time = Start.AddDays(day).AddMinutes(minute);
                tsp.Add(new(time, (background * 17 / 10) + dust, status));
                pm10.Add(new(time, background + (dust * 3 / 10), status));
            }
        }

        return ([.. tsp], [.. pm10]);

        int Next()
        {
            seed = unchecked((seed * 1664525) + 1013904223);
            return (int)(seed >> 16);
        }
    }

    private static int CityPm10(int day, int hour) => City[day] + (hour * 7 % 13) - 6;
}
