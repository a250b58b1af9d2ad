using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>The readings of one factor of one station over periods of one length, in order of time.</summary>
public sealed class Hj212Series
{
    private readonly SortedDictionary<DateTimeOffset, Hj212Reading> _readings = [];
    private readonly SortedDictionary<DateTimeOffset, (Hj212Reading Lowest, Hj212Reading Highest)> _contradicted = [];

    internal Hj212Series(in Hj212Reading first)
    {
        Station = first.Station;
        Code = first.Code;
        Statistic = first.Statistic;
        Duration = first.Duration;
        Unit = first.Unit;
        Measurand = first.Measurand;
        Particulate = first.Particulate;
    }

    /// <summary>The number of the device, MN.</summary>
    public string Station { get; }

    /// <summary>The factor code.</summary>
    public string Code { get; }

    /// <summary>What the values are.</summary>
    public Hj212Statistic Statistic { get; }

    /// <summary>The length of the periods; <see langword="null"/> for values of a moment, and for minutes whose number the profile does not say.</summary>
    public TimeSpan? Duration { get; }

    /// <summary>The unit by the profile; <see langword="null"/> if the profile does not say.</summary>
    public string? Unit { get; }

    /// <summary>The key of the measurand in the catalogue; <see langword="null"/> if there is none.</summary>
    public string? Measurand { get; }

    /// <summary>Which particulate it is; <see langword="null"/> for everything else.</summary>
    public Dust.Particulate? Particulate { get; }

    /// <summary>The readings, one for each time, in order of time.</summary>
    public IReadOnlyCollection<Hj212Reading> Readings => _readings.Values;

    /// <summary>How many readings came of times that had one already, whatever they say.</summary>
    public int RepeatedCount { get; private set; }

    /// <summary>How many times have readings of different values that would count: none of them counts then.</summary>
    public int ContradictedCount => _contradicted.Count;

    /// <summary>The times of which readings that count say different values, in order, with the lowest and the highest of them.</summary>
    public IReadOnlyList<Hj212Contradiction> Contradictions =>
        _contradicted.Select(static pair => new Hj212Contradiction(pair.Key, pair.Value.Lowest.Value!.Value, pair.Value.Highest.Value!.Value)).ToList().AsReadOnly();

    /// <summary>The suffix of the first reading, for example <c>Avg</c>.</summary>
    public string Suffix => _readings.First().Value.Suffix;

    /// <summary>The time of the first reading; a series has one at least.</summary>
    public DateTimeOffset FirstTime => _readings.First().Key;

    /// <summary>The time of the last reading.</summary>
    public DateTimeOffset LastTime { get; private set; }

    /// <summary>
    /// The time from one reading to the next, where it is plainly one: the median of all steps, which three of four of them come within a tenth of; <see langword="null"/> where they do not, or there are fewer
    /// than twelve.
    /// </summary>
    public TimeSpan? UsualStep
    {
        get
        {
            const int least = 12;
            var times = _readings.Keys.Select(static time => time.UtcTicks).ToList();
            if (times.Count <= least) return null;
            var steps = times.Skip(1).Zip(times, static (next, last) => next - last).ToList();
            steps.Sort();
            var median = steps[steps.Count / 2];
            return steps.Count(step => Math.Abs(step - median) * 10 <= median) * 4 >= steps.Count * 3 ? TimeSpan.FromTicks(median) : null;
        }
    }

    /// <summary>How many readings count.</summary>
    public int UsableCount => _readings.Values.Count(static reading => reading.IsUsable);

    /// <summary>The series for <see cref="Dust.SiteDustMonitoring"/> and <see cref="Dust.AmbientAirMonitoring"/>.</summary>
    /// <param name="file">The file that findings name; may be <see langword="null"/>.</param>
    /// <returns><see langword="null"/> if the length of the periods or a unit of the catalogue is not known. A reading without a number is there with a status that does not count: a day of gaps is a day, too.</returns>
    /// <remarks>Where readings contradict each other, none counts; <see cref="MonitorSeries.Alternatives"/> has the highest and the lowest of them, so that no verdict passes that hangs on which of them is right.</remarks>
    /// <exception cref="ArgumentException">Readings of different offsets came together, so that local times do not rise as moments do.</exception>
    public MonitorSeries? ToMonitorSeries(string? file = null)
    {
        if (Duration is not { } duration || Unit is not { } unit || !MeasurementUnit.TryParse(unit, out var known)) return null;
        MonitorSeries Of(Pick pick) => new(Station, known.Symbol, duration, [.. _readings.Keys.Select(time => At(time, pick).ToMonitorReading()!.Value)]) { File = file };
        var series = Of(Pick.None);
        return _contradicted.Count == 0 ? series : new MonitorSeries(series.Point, series.Unit, duration, series.Readings) { File = file, Alternatives = [Of(Pick.Highest), Of(Pick.Lowest)] };
    }

    /// <summary>The series for <see cref="SiteBoundaryMonitoring"/>, of levels in dB(A), with what else was measured of the same times at the same station.</summary>
    /// <param name="file">The file that findings name; may be <see langword="null"/>.</param>
    /// <param name="others">All series of the log: those of the same station and length of period give LAmax, the speed of wind and whether it rained. Without them, none of these is recorded.</param>
    /// <returns><see langword="null"/> if it is none of levels, or the length of the periods is not known. A reading that does not count has no level; one above the range of the instrument is that (<see cref="NoiseReading.IsAboveRange"/>).</returns>
    /// <remarks>Where readings of levels, LAmax, wind or rain contradict each other, none counts; <see cref="NoiseSeries.Alternatives"/> has the highest and the lowest of them.</remarks>
    public NoiseSeries? ToNoiseSeries(string? file = null, IEnumerable<Hj212Series>? others = null)
    {
        if (Duration is not { } duration || Unit != SiteBoundaryMonitoring.Unit) return null;
        var conditions = (others ?? []).Where(other => other.IsConditionOf(this)).ToList();
        // Whether a level counts hangs on the weather: each of its values may go with each of them.
        Pick[] ofLevels = ContradictedCount > 0 || conditions.Exists(static other => other is { IsMaximum: true, ContradictedCount: > 0 }) ? [Pick.Highest, Pick.Lowest] : [Pick.None];
        Pick[] ofWeather = conditions.Exists(static other => other is { IsMaximum: false, ContradictedCount: > 0 }) ? [Pick.Highest, Pick.Lowest] : [Pick.None];
        var series = Of(Pick.None, Pick.None);
        return ofLevels.Length + ofWeather.Length == 2
            ? series : new NoiseSeries(Station, duration, series.Readings) { File = file, Alternatives = [.. ofLevels.SelectMany(levels => ofWeather.Select(weather => Of(levels, weather)))] };

        NoiseSeries Of(Pick levels, Pick weather) => new(Station, duration, [.. _readings.Keys.Select(time => Join(At(time, levels), levels, weather))]) { File = file };

        NoiseReading Join(Hj212Reading reading, Pick levels, Pick weather)
        {
            var known = default(NoiseConditions);
            foreach (var other in conditions)
                if (other._readings.ContainsKey(reading.Time!.Value)) known = known.With(other.At(reading.Time!.Value, other.IsMaximum ? levels : weather));
            // A monitor that was faulty or maintained as it measured LAeq measured no LAmax either; where LAeq is only missing, that counts.
            if (reading.Status is not (ReadingStatus.Valid or ReadingStatus.OutOfRange)) known = known.WithoutMaximum();
            var level = reading.IsUsable ? reading.Value : null;
            return new NoiseReading(reading.Time!.Value.DateTime, (double?)level ?? (reading.Status == ReadingStatus.OutOfRange ? double.PositiveInfinity : double.NaN))
            {
                Maximum = (double?)known.MaximumBeside(level) ?? (known.IsMaximumAboveRange ? double.PositiveInfinity : null),
                WindSpeed = known.WindSpeed,
                Precipitation = known.Precipitation,
            };
        }
    }

    /// <summary>Whether <see cref="ToNoiseSeries"/> of a series of levels takes LAmax, wind or rain from this one: of the same station and length of period.</summary>
    /// <param name="levels">The series of levels.</param>
    public bool IsConditionOf(Hj212Series levels) => Station == levels.Station && Duration == levels.Duration && NoiseConditions.Are(Code);

    /// <summary>Puts the readings of messages in order: a series for each station, factor, statistic, length of period, unit and measurand; units of one kind that convert are one.</summary>
    /// <param name="messages">The messages, in any order; those that came late or twice as well. Readings without a time are left out.</param>
    /// <returns>The series by station, code and length of period.</returns>
    public static IReadOnlyList<Hj212Series> Of(IEnumerable<Hj212Message> messages) => Of(messages.SelectMany(static message => message.Readings));

    /// <summary>Puts readings in order: a series for each station, factor, statistic, length of period, unit and measurand; units of one kind that convert are one.</summary>
    /// <param name="readings">The readings of messages or of tables, in any order; those that came late or twice as well. Readings without a time are left out.</param>
    /// <returns>The series by station, code and length of period.</returns>
    public static IReadOnlyList<Hj212Series> Of(IEnumerable<Hj212Reading> readings)
    {
        var series = new Dictionary<(string, string, Hj212Statistic, TimeSpan?, string?, string?, Dust.Particulate?), Hj212Series>();
        foreach (var reading in readings)
        {
            if (reading.Time is null) continue;
            var key = (reading.Station, reading.Code, reading.Statistic, reading.Duration, reading.Unit, reading.Measurand, reading.Particulate);
            if (!series.TryGetValue(key, out var found)) series.Add(key, found = new Hj212Series(reading));
            found.Add(reading);
        }

        MergeUnits(series);
        return series.Values.OrderBy(static one => one.Station, StringComparer.Ordinal).ThenBy(static one => one.Code, StringComparer.Ordinal).ThenBy(static one => one.Statistic).ThenBy(static one => one.Duration)
            .ThenBy(static one => one.Unit, StringComparer.Ordinal).ThenBy(static one => one.Measurand, StringComparer.Ordinal).ThenBy(static one => one.Particulate).ToList().AsReadOnly();
    }

    // A station that names a value in µg/m³ and another of the same time in mg/m³ has said one thing twice, or contradicts itself: in one unit it can be seen which.
    private static void MergeUnits(Dictionary<(string Station, string Code, Hj212Statistic Statistic, TimeSpan? Duration, string? Unit, string? Measurand, Dust.Particulate? Particulate), Hj212Series> series)
    {
        foreach (var same in series.Where(static one => one.Key.Unit is not null).GroupBy(static one => one.Key with { Unit = null }).Where(static same => same.Count() > 1).ToList())
        {
            var ordered = same.OrderBy(static one => one.Key.Unit, StringComparer.Ordinal).ToList();
            var into = ordered[0].Value;
            foreach (var (key, other) in ordered.Skip(1).Select(static one => (one.Key, one.Value)))
            {
                if (!MeasurementUnit.TryConvert(1, key.Unit!, into.Unit!, out _)) continue;
                series.Remove(key);
                var repeated = into.RepeatedCount + other.RepeatedCount;
                foreach (var (time, reading) in other._readings.Select(static one => (one.Key, one.Value)))
                {
                    if (into._readings.ContainsKey(time)) repeated++;
                    foreach (var one in other._contradicted.TryGetValue(time, out var bounds) ? new[] { bounds.Lowest, bounds.Highest } : [reading])
                        into.Add(one with { Unit = into.Unit, Value = one.Value is { } value && MeasurementUnit.TryConvert(value, key.Unit!, into.Unit!, out var converted) ? converted : null });
                }

                into.RepeatedCount = repeated;
            }
        }
    }

    // What is kept follows from the readings of a time together, and never from the order in which they came; as in a ledger, one that counts stands before those that do not, and of these one above the range before the rest.
    private void Add(in Hj212Reading reading)
    {
        var time = reading.Time!.Value;
        if (!_readings.TryGetValue(time, out var kept))
        {
            _readings.Add(time, reading);
            if (time > LastTime) LastTime = time;
            return;
        }

        RepeatedCount++;
        var isContradicted = _contradicted.TryGetValue(time, out var bounds);
        var keptCounts = kept.IsUsable || isContradicted;
        if (reading.IsUsable != keptCounts)
        {
            // A packet that came damaged is often sent again.
            if (reading.IsUsable) _readings[time] = reading;
            return;
        }

        if (!isContradicted && keptCounts && kept.Value != reading.Value) (isContradicted, bounds) = (true, (kept, kept));
        if (isContradicted) _contradicted[time] = (IsBefore(reading, bounds.Lowest) ? reading : bounds.Lowest, IsBefore(bounds.Highest, reading) ? reading : bounds.Highest);
        var first = IsBefore(reading, kept) ? reading : kept;
        _readings[time] = isContradicted ? first with { IsUsable = false } : first;
    }

    private bool IsMaximum => NoiseConditions.AreMaximum(Code);

    // Of readings that contradict each other the one or the other; else the one there is.
    private Hj212Reading At(DateTimeOffset time, Pick pick) =>
        pick == Pick.None || !_contradicted.TryGetValue(time, out var bounds) ? _readings[time] : (pick == Pick.Highest ? bounds.Highest : bounds.Lowest) with { Time = _readings[time].Time };

    // Which of several stands for them where none counts, or all say the same: the least.
    private static bool IsBefore(in Hj212Reading one, in Hj212Reading other)
    {
        // That a level was above the range says more than that there was a fault.
        var order = (other.Status == ReadingStatus.OutOfRange).CompareTo(one.Status == ReadingStatus.OutOfRange);
        if (order == 0) order = Nullable.Compare(one.Value, other.Value);
        if (order == 0) order = string.CompareOrdinal(one.Text, other.Text);
        if (order == 0) order = string.CompareOrdinal(one.Mark, other.Mark);
        if (order == 0) order = one.Status.CompareTo(other.Status);
        if (order == 0) order = string.CompareOrdinal(one.Suffix, other.Suffix);
        if (order == 0) order = Nullable.Compare(one.Time?.Offset, other.Time?.Offset);
        return order < 0;
    }

    private enum Pick
    {
        None,
        Highest,
        Lowest,
    }
}

/// <summary>A time of a series of which readings that count say different values; none of them counts.</summary>
/// <param name="Time">The time.</param>
/// <param name="Lowest">The lowest value, in the unit of the series.</param>
/// <param name="Highest">The highest value.</param>
public readonly record struct Hj212Contradiction(DateTimeOffset Time, decimal Lowest, decimal Highest);
