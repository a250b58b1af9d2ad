using CsCheck;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Ledgers;
using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tests.Ledgers;

/// <summary>Readings for ledgers, and what they come to in words that can be compared.</summary>
internal static class LedgerCases
{
    public static readonly TimeSpan China = TimeSpan.FromHours(8);
    public static readonly DateTimeOffset Day = new(2026, 6, 1, 0, 0, 0, China);

    /// <summary>What no source confirms is judged as well, and something is known of the surroundings at most times.</summary>
    public static readonly SiteLedgerOptions Options = new()
    {
        Check = new CheckOptions { EvidenceFloor = Evidence.Unconfirmed },
        Surroundings = new DustSurroundings
        {
            BackgroundPm10 = static hour => hour.Hour % 11 == 0 ? null : 40 + (hour.Hour * 7 % 60),
            State = static _ => AirState.Reference,
            City = static day => day.Day % 3 == 0 ? null : new CityAir(250, "pm10"),
        },
    };

    public static ConstructionSite Site(string place) => new(Jurisdiction.Parse(place))
    {
        Name = "Lot 7", Circumstances = Circumstances.None.With("projectType", "building").With("noiseSensitiveBuildings", true).With("areaType", "built-up-town"),
    };

    public static SeriesKey Tsp(int minutes, string point = "Gate 1") => new(point, Measurands.Dust.SiteBoundaryTsp, "µg/m3", TimeSpan.FromMinutes(minutes));

    public static SeriesKey Pm10(int minutes, string point = "Gate 1") => new(point, Measurands.Dust.SiteBoundaryPm10, "µg/m3", TimeSpan.FromMinutes(minutes));

    public static SeriesKey Sound(int minutes, string point = "Gate 1") => new(point, Measurands.Noise.SiteBoundary, "dB(A)", TimeSpan.FromMinutes(minutes));

    /// <summary>The readings of a series in order, with gaps, flags and strange values.</summary>
    public static Gen<SiteReading[]> Series(SeriesKey key, int most)
    {
        var gap = Gen.Frequency((60, Gen.Const(1)), (5, Gen.Int[2, 40]), (1, Gen.Int[60, 400]));
        var value = key.Unit == "dB(A)"
            ? Gen.Frequency((20, Gen.Int[300, 900].Select(static tenths => tenths / 10m)), (1, Gen.Const(-99m)), (1, Gen.Const(9999m)))
            : Gen.Frequency((20, Gen.Int[0, 1400].Select(static level => (decimal)level)), (3, Gen.Int[0, 30000].Select(static level => level / 7m)), (1, Gen.Const(-3m)));
        var status = Gen.Frequency((30, Gen.Const(ReadingStatus.Valid)), (1, Gen.Int[1, 4].Select(static one => (ReadingStatus)one)));
        var extra = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 80], Gen.Int[0, 9]);
        return Gen.Select(Gen.Int[0, 1439], Gen.Select(gap, value, status, extra).Array[1, most]).Select((first, steps) =>
        {
            var at = Day.AddMinutes(first);
            return steps.Select(step =>
            {
                var (loud, wind, rain) = step.Item4;
                var reading = new SiteReading(key, at, step.Item2, step.Item3);
                if (key.Unit == "dB(A)") reading = reading with { Maximum = loud is 0 or 20 ? null : step.Item2 + loud, IsMaximumAboveRange = loud == 20, IsOnlyMaximum = loud > 10 && step.Item3 == ReadingStatus.Fault, WindSpeed = wind < 5 ? null : wind / 10m, Precipitation = rain == 0 };
                at += key.Duration * step.Item1;
                return reading;
            }).ToArray();
        });
    }

    /// <summary>What the engines say of the whole of each series, which is in order and without repetitions; the alternatives are of the same moments.</summary>
    public static List<string> Whole(ConstructionSite site, SiteLedgerOptions options, IEnumerable<SiteReading> readings, params List<SiteReading>[] alternatives)
    {
        var said = new List<string>();
        foreach (var key in readings.Select(static reading => reading.Series).Distinct())
        {
            List<SiteReading> Ordered(IEnumerable<SiteReading> all) => [.. all.Where(reading => reading.Series == key).OrderBy(static reading => reading.Time)];
            if (key.Unit == "dB(A)")
            {
                var point = options.NoisePoints.TryGetValue(key.Point, out var known) ? known : new NoisePoint();
                NoiseSeries Levels(IEnumerable<SiteReading> all) => new(key.Point, key.Duration, Ordered(all).ConvertAll(static reading => new NoiseReading(reading.Time.DateTime, reading.Status switch { ReadingStatus.Valid => (double)reading.Value, ReadingStatus.OutOfRange => double.PositiveInfinity, _ => double.NaN })
                {
                    Maximum = reading.Status is ReadingStatus.Valid or ReadingStatus.OutOfRange || reading.IsOnlyMaximum ? reading.IsMaximumAboveRange ? double.PositiveInfinity : (double?)reading.Maximum : null, WindSpeed = reading.WindSpeed, Precipitation = reading.Precipitation,
                }));
                var levels = new NoiseSeries(key.Point, key.Duration, Levels(readings).Readings) { Alternatives = [.. alternatives.Select(Levels)] };
                foreach (var period in new SiteBoundaryMonitoring(site, options.Catalogue, options.Check).Judge(levels, point.DayBackgroundLevel, point.NightBackgroundLevel, point.CalibrationDrift))
                    said.Add(Said(key, period));
            }
            else
            {
                var particulate = key.Measurand == Measurands.Dust.SiteBoundaryTsp ? Particulate.Tsp : Particulate.Pm10;
                MonitorSeries Means(IEnumerable<SiteReading> all) => new(key.Point, key.Unit, key.Duration, Ordered(all).ConvertAll(static reading => new MonitorReading(reading.Time.DateTime, reading.Value, reading.Status)));
                var means = new MonitorSeries(key.Point, key.Unit, key.Duration, Means(readings).Readings) { Alternatives = [.. alternatives.Select(Means)] };
                foreach (var day in new SiteDustMonitoring(site, options.Surroundings, options.Catalogue, options.Check, options.NeededShare).Judge(particulate, means))
                {
                    said.AddRange(day.Windows.Select(window => Said(key, day, window)));
                    said.Add(Said(key, day));
                }
            }
        }

        said.Sort(StringComparer.Ordinal);
        return said;
    }

    /// <summary>The same of steps of a ledger.</summary>
    public static List<string> Said(IEnumerable<LedgerStep> steps)
    {
        var said = new List<string>();
        foreach (var step in steps)
        {
            said.AddRange(step.Windows.Select(static one => Said(one.Series, one.Day, one.Window)));
            said.AddRange(step.Days.Select(static one => Said(one.Series, one.Day)));
            said.AddRange(step.Periods.Select(static one => Said(one.Series, one.Period)));
        }

        said.Sort(StringComparer.Ordinal);
        return said;
    }

    /// <summary>An order in which no reading comes further behind the newest of its series than the lateness: each is delayed by less than that, and sorted by arrival.</summary>
    public static List<SiteReading> Delayed(IEnumerable<SiteReading> readings, TimeSpan lateness, Random random) =>
        readings.Select(reading => (Reading: reading, Arrival: reading.Time.AddSeconds(random.NextDouble() * lateness.TotalSeconds))).OrderBy(static one => one.Arrival).Select(static one => one.Reading).ToList();

    private static string Said(SeriesKey key, DustDay day, DustWindow window) => FormattableString.Invariant(
        $"{key} {day.Rule?.Limit.Key} {window.Window.Start:s} window {window.Outcome} mean {window.Mean} compared {window.Compared} of {window.Window.ValidTime} missing {window.Missing} {window.Correction.English}");

    private static string Said(SeriesKey key, DustDay day) => FormattableString.Invariant(
        $"{key} {day.Rule?.Limit.Key} {day.Date} day {day.Exceedances}/{day.AllowedExceedances} of {day.ValidWindows} unknown {day.UnknownWindows} {Said(day.Finding)}");

    private static string Said(SeriesKey key, NoisePeriod period) => FormattableString.Invariant(
        $"{key} {period.Start:s} {period.End:s} night {period.IsNight} {period.EquivalentLevel:R} {period.Maximum:R} {period.HighestTwentyMinutes:R} {period.ValidTime} {period.InvalidTime} {period.ExceedingTime} {period.Percentiles?.L10:R} ")
        + string.Join(" + ", period.Findings.Select(Said));

    private static string Said(Finding finding) => FormattableString.Invariant($"{finding} {finding.From:s} {finding.To:s} | ") + string.Join(" ", finding.Explanation.Select(static step => step.English + step.Chinese));
}
