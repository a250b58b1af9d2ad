using GreenBuild.Standards.Dust;

namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>Judges the histories of many monitoring points at once: means of dust, and LAeq by day and night, by the rules of the place and of the day of each window.</summary>
/// <remarks>
/// The bulk is summed in binary numbers and only sorted by how far it lies from the limit; what lies so near that a rounding could matter, and what hangs on more than the limit (a
/// background, the state of the air), is judged by <see cref="SiteDustMonitoring"/> and <see cref="Noise.SiteBoundaryMonitoring"/> themselves. So every outcome is theirs. Keeps
/// what it has looked up in the catalogue for the next history; safe for use by several threads.
/// </remarks>
public sealed class HistoryJudge
{
    private readonly PointProfile[] _profiles;
    private readonly int? _degree;

    /// <summary>Creates a judge.</summary>
    /// <param name="points">The points, in the order of their columns.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <param name="neededShare">The share of a window of dust that must be covered, above 0 and at most 1; <see cref="SiteDustMonitoring.DefaultNeededShare"/> if not given.</param>
    /// <param name="degree">How many threads are used at most, 1 or more; that of the processors if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1, or the number of threads is below 1.</exception>
    public HistoryJudge(
        IReadOnlyList<MonitoredPoint> points, StandardsCatalogue? catalogue = null, CheckOptions? options = null, decimal neededShare = SiteDustMonitoring.DefaultNeededShare, int? degree = null)
    {
        if (degree < 1) throw new ArgumentOutOfRangeException(nameof(degree), "At least one thread works.");
        Points = points.ToList().AsReadOnly();
        _degree = degree;
        var (rules, profiles) = (new Dictionary<object, PointProfile>(), new List<PointProfile>(Points.Count));
        foreach (var point in Points)
        {
            var key = PointProfile.KeyOf(point);
            if (!rules.TryGetValue(key, out var profile)) rules[key] = profile = new PointProfile(point, catalogue ?? StandardsCatalogue.Default, options, neededShare);
            profiles.Add(profile);
        }

        _profiles = profiles.ToArray();
    }

    /// <summary>The points, in the order of their columns.</summary>
    public IReadOnlyList<MonitoredPoint> Points { get; }

    /// <summary>Judges means of dust, window by window and rule by rule.</summary>
    /// <param name="particulate">What is measured.</param>
    /// <param name="unit">The unit of the readings, one of mass concentration, for example <c>µg/m3</c>.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="asIfFrom">
    /// If given, the history is judged as if it had begun on this day, or on the first after it with the same day of the week: by the rules of another time. Its own days if not given.
    /// </param>
    /// <exception cref="ArgumentException">The unit is none of mass concentration, or there are not as many columns as points.</exception>
    public DustHistory JudgeDust(Particulate particulate, string unit, ReadingColumns readings, CalendarDate? asIfFrom = null)
    {
        if (!MeasurementUnit.TryConvert(0, unit, SiteDustMonitoring.Unit, out _)) throw new ArgumentException($"{unit} is no unit of mass concentration.", nameof(unit));
        return new DustBatch(this, particulate, unit, readings, LaterOf(readings, asIfFrom)).Judge(_profiles, _degree);
    }

    /// <summary>Judges LAeq by day and by night.</summary>
    /// <param name="readings">LAeq of the readings in dB(A).</param>
    /// <param name="asIfFrom">As for <see cref="JudgeDust"/>.</param>
    /// <exception cref="ArgumentException">There are not as many columns as points.</exception>
    public NoiseHistory JudgeNoise(ReadingColumns readings, CalendarDate? asIfFrom = null) => new NoiseBatch(this, readings, LaterOf(readings, asIfFrom)).Judge(_profiles, _degree);

    /// <summary>Judges the same means of dust by the rules of their own days and by those of another time, and tells what changes.</summary>
    /// <param name="particulate">What is measured.</param>
    /// <param name="unit">The unit of the readings.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="asIfFrom">The day on which the history is taken to have begun, or the first after it with the same day of the week.</param>
    /// <exception cref="ArgumentException">The unit is none of mass concentration, or there are not as many columns as points.</exception>
    public HistoryDiff<DustOutcome> CompareDust(Particulate particulate, string unit, ReadingColumns readings, CalendarDate asIfFrom) =>
        HistoryDiff.Of(JudgeDust(particulate, unit, readings), JudgeDust(particulate, unit, readings, asIfFrom));

    /// <summary>Judges the same levels by the rules of their own days and by those of another time, and tells what changes.</summary>
    /// <param name="readings">LAeq of the readings in dB(A).</param>
    /// <param name="asIfFrom">The day on which the history is taken to have begun, or the first after it with the same day of the week.</param>
    /// <exception cref="ArgumentException">There are not as many columns as points.</exception>
    public HistoryDiff<Verdict> CompareNoise(ReadingColumns readings, CalendarDate asIfFrom) => HistoryDiff.Of(JudgeNoise(readings), JudgeNoise(readings, asIfFrom));

    internal PointProfile ProfileOf(int point) => _profiles[point];

    /// <summary>How much later the history is taken to be: whole weeks, so that each day stays the same of its week.</summary>
    private TimeSpan LaterOf(ReadingColumns readings, CalendarDate? asIfFrom)
    {
        if (readings.PointCount != Points.Count) throw new ArgumentException("There is a column of readings for each point.", nameof(readings));
        if (asIfFrom is not { } from) return TimeSpan.Zero;
        long? first = null;
        for (var point = 0; point < readings.PointCount; point++)
            if (readings.SpanOf(point) is var (start, _) && !(first <= start.Ticks)) first = start.Ticks;
        if (first is not { } earliest) return TimeSpan.Zero;
        var days = (from.ToDateTime() - new DateTime(earliest).Date).Days;
        return TimeSpan.FromDays((int)Math.Ceiling(days / 7.0) * 7);
    }
}
