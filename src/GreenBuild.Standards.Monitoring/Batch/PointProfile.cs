using System.Collections.Concurrent;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>What is the same for all points whose sites say the same, and was looked up in the catalogue.</summary>
internal sealed class PointProfile(MonitoredPoint point, StandardsCatalogue catalogue, CheckOptions? options, decimal neededShare)
{
    private readonly ConcurrentDictionary<TimeSpan, SiteDustMonitoring> _dust = [];
    private readonly ConcurrentDictionary<(Particulate, CalendarDate, TimeSpan), IReadOnlyList<SiteDustRule>> _rules = [];
    private readonly ConcurrentBag<NoiseEngine> _engines = [];
    private readonly ConcurrentDictionary<(DateTime, DateTime), IReadOnlyList<(DateTime Start, DateTime End, bool IsNight)>> _periods = [];
    private readonly ConcurrentDictionary<(CalendarDate, bool), NoiseRule> _noiseRules = [];
    private readonly ConcurrentDictionary<(Requirement?, int, bool), NoiseRule> _sameRules = [];
    private readonly ConcurrentDictionary<int, int> _changes = [];

    public static object KeyOf(MonitoredPoint point)
    {
        var known = point.Site.Circumstances;
        return (point.Site.Place, known.ToString(), (known.LocalTime, known.IsPublicHoliday, known.Place), string.Join(",", point.Site.Stages), point.Surroundings,
            (point.DayBackgroundLevel, point.NightBackgroundLevel, point.CalibrationDrift));
    }

    /// <summary>The judge of dust for a history that is taken to be so much later than it was: what is known of the surroundings is of their own days.</summary>
    public SiteDustMonitoring Dust(TimeSpan later) => _dust.GetOrAdd(later, _ => NewDust(point.Surroundings, later));

    /// <summary>The rules of a day.</summary>
    public IReadOnlyList<SiteDustRule> DustRules(Particulate particulate, CalendarDate date, TimeSpan later)
    {
        if (_rules.TryGetValue((particulate, date, later), out var known)) return known;
        // It keeps what it has looked up, and so is asked by one thread at a time.
        var dust = Dust(later);
        lock (dust) return _rules[(particulate, date, later)] = dust.RulesFor(particulate, date);
    }

    public SiteDustMonitoring NewDust(TimeSpan later) => NewDust(point.Surroundings, later);

    /// <summary>The days and nights from one moment to another.</summary>
    public IReadOnlyList<(DateTime Start, DateTime End, bool IsNight)> Periods(DateTime first, DateTime last) => _periods.GetOrAdd((first.Date, last.Date), range =>
    {
        var periods = new List<(DateTime Start, DateTime End, bool IsNight)>();
        var end = range.Item2.AddDays(1);
        WithEngine(engine =>
        {
            for (var at = range.Item1; at < end; at = periods[periods.Count - 1].End) periods.Add(engine.Monitoring.PeriodAt(at));
            return 0;
        });
        return periods;
    });

    /// <summary>The rule for a day or night whose first reading is of a moment.</summary>
    public NoiseRule NoiseRuleAt(DateTime firstReading, bool isNight)
    {
        var date = CalendarDate.FromDateTime(firstReading);
        // Asked for every period: a look first, so that nothing is allocated for what is known.
        return _noiseRules.TryGetValue((date, isNight), out var known) ? known : _noiseRules[(date, isNight)] = FindNoiseRule(date, firstReading, isNight);
    }

    private NoiseRule FindNoiseRule(CalendarDate date, DateTime moment, bool isNight)
    {
        var limit = WithEngine(engine => engine.Check.LimitAt(moment).Requirement);
        // Where nothing in the catalogue changes, a day is judged as the one before it.
        return _sameRules.GetOrAdd((limit, ChangesUntil(date), isNight), _ => new NoiseRule(this, limit, moment));
    }

    public T WithEngine<T>(Func<NoiseEngine, T> work)
    {
        if (!_engines.TryTake(out var engine)) engine = new NoiseEngine(new SiteBoundaryMonitoring(point.Site, catalogue, options), new SiteBoundaryCheck(point.Site, catalogue, options));
        try
        {
            return work(engine);
        }
        finally
        {
            _engines.Add(engine);
        }
    }

    public decimal? BackgroundLevel(bool isNight) => isNight ? point.NightBackgroundLevel : point.DayBackgroundLevel;

    /// <summary>Judges readings of one day or night.</summary>
    public NoisePeriod Judge(NoiseSeries series) =>
        WithEngine(engine => engine.Monitoring.Judge(series, point.DayBackgroundLevel, point.NightBackgroundLevel, point.CalibrationDrift)[0]);

    private int ChangesUntil(CalendarDate date) =>
        _changes.GetOrAdd(date.ToDateTime().Subtract(DateTime.MinValue).Days, _ => catalogue.ChangesBetween(CalendarDate.MinValue, date, point.Site.Place).Count);

    private SiteDustMonitoring NewDust(DustSurroundings surroundings, TimeSpan later)
    {
        if (later != TimeSpan.Zero && surroundings != DustSurroundings.None)
        {
            var (background, upwind, city, state) = (surroundings.BackgroundPm10, surroundings.UpwindTsp, surroundings.City, surroundings.State);
            surroundings = new DustSurroundings
            {
                BackgroundPm10 = background is null ? null : start => background(start - later),
                UpwindTsp = upwind is null ? null : start => upwind(start - later),
                City = city is null ? null : date => city(date.PlusDays(-later.Days)),
                State = state is null ? null : start => state(start - later),
            };
        }

        return new SiteDustMonitoring(point.Site, surroundings, catalogue, options, neededShare);
    }
}

/// <summary>The exact judges of noise, used by one thread at a time.</summary>
internal sealed record NoiseEngine(SiteBoundaryMonitoring Monitoring, SiteBoundaryCheck Check);
