using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>Takes the readings of one site as they arrive, in whatever order, and says what they complete: averaging times and days of dust, days and nights of noise.</summary>
/// <remarks>
/// A pure state machine without clock, input or output: the same readings give the same verdicts, one by one, in batches, or in any order within the lateness allowed. They are
/// those of <see cref="SiteDustMonitoring"/> and <see cref="SiteBoundaryMonitoring"/> on the whole series. Each series has its own watermark: the newest moment less the lateness
/// allowed. What lies before it is judged; a reading from before it is a finding and not counted. Keeps the readings of days and nights that are open, so that a
/// <see cref="SiteLedgerSnapshot"/> can go on anywhere. Use one instance by one thread at a time.
/// </remarks>
public sealed class SiteLedger
{
    /// <summary>How many series a ledger keeps; readings of further ones are findings.</summary>
    public const int MostSeries = 256;

    /// <summary>The longest lateness that can be allowed: 31 days.</summary>
    public static readonly TimeSpan MostLateness = TimeSpan.FromDays(31);

    private readonly ConstructionSite _site;
    private readonly SiteLedgerOptions _options;
    private readonly SiteDustMonitoring _dust;
    private readonly SiteBoundaryMonitoring _noise;
    private readonly Dictionary<SeriesKey, LedgerSeries> _series = [];
    private SeriesCounts _refused = new();
    private DateTimeOffset? _now;

    /// <summary>Opens a ledger.</summary>
    /// <param name="site">The site.</param>
    /// <param name="allowedLateness">How far behind the newest reading of its series a reading may come and still be counted; from nothing to <see cref="MostLateness"/>.</param>
    /// <param name="options">What is known beside; <see cref="SiteLedgerOptions.Default"/> if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lateness, or the share of the options, is out of range.</exception>
    public SiteLedger(ConstructionSite site, TimeSpan allowedLateness, SiteLedgerOptions? options = null)
    {
        if (allowedLateness < TimeSpan.Zero || allowedLateness > MostLateness) throw new ArgumentOutOfRangeException(nameof(allowedLateness), "The lateness allowed is from nothing to 31 days.");
        _site = site;
        AllowedLateness = allowedLateness;
        _options = options ?? SiteLedgerOptions.Default;
        _dust = new SiteDustMonitoring(site, _options.Surroundings, _options.Catalogue, _options.Check, _options.NeededShare);
        _noise = new SiteBoundaryMonitoring(site, _options.Catalogue, _options.Check);
    }

    /// <summary>How far behind the newest reading of its series a reading may come and still be counted.</summary>
    public TimeSpan AllowedLateness { get; }

    /// <summary>The days of dust that are open, under each of their rules: how often the limit was exceeded, how often it still may be, and the verdict so far.</summary>
    public IReadOnlyList<JudgedDay> Today =>
        _series.Values.OfType<DustLedgerSeries>().SelectMany(static series => series.Today.Select(day => new JudgedDay(series.Log.Key, day))).ToList().AsReadOnly();

    /// <summary>The series in the order in which they began.</summary>
    public IReadOnlyCollection<SeriesKey> Series => _series.Keys;

    /// <summary>What was counted of all series.</summary>
    public SeriesCounts Counts => _series.Values.Aggregate(_refused, static (sum, series) => sum.Plus(series.Counts));

    /// <summary>How many readings are kept: those of days and nights that are open, and those that may still be overtaken.</summary>
    public long KeptReadings => _series.Values.Sum(static series => (long)series.Log.Count);

    /// <summary>The memory of the readings that are kept, in bytes; what the open days of dust hold beside is about as much.</summary>
    public long KeptBytes => _series.Values.Sum(static series => series.Log.Bytes);

    /// <summary>What was counted of a series; all nothing if it has none.</summary>
    public SeriesCounts CountsOf(SeriesKey series) => _series.TryGetValue(series, out var found) ? found.Counts : new SeriesCounts();

    /// <summary>Adds a reading.</summary>
    /// <returns>What it completed; empty for most.</returns>
    public LedgerStep Append(in SiteReading reading)
    {
        var step = new LedgerStep();
        Append(reading, step);
        return step.IsEmpty ? LedgerStep.Nothing : step;
    }

    /// <summary>Adds readings, one after the other.</summary>
    /// <returns>What they completed together.</returns>
    public LedgerStep Append(IEnumerable<SiteReading> readings)
    {
        var step = new LedgerStep();
        foreach (var reading in readings) Append(reading, step);
        return step;
    }

    /// <summary>Says what time it is: what lies further back than the lateness allowed is closed in all series, also in those that fell silent.</summary>
    /// <param name="now">The moment; one before that of the last call changes nothing.</param>
    /// <returns>What that completed.</returns>
    public LedgerStep Advance(DateTimeOffset now)
    {
        var step = new LedgerStep();
        if (now <= _now) return step;
        _now = now = InPlace(now);
        foreach (var series in _series.Values) MoveToNow(series, step);
        return step;
    }

    /// <summary>Closes the days and nights that are open: nothing more will come of them. What still does is late.</summary>
    /// <returns>What that completed.</returns>
    public LedgerStep Complete()
    {
        var step = new LedgerStep();
        foreach (var series in _series.Values) series.Complete(step);
        return step;
    }

    /// <summary>All that has to be known to go on.</summary>
    public SiteLedgerSnapshot ToSnapshot() => new()
    {
        Site = _site.Name,
        Place = _site.Place.Code,
        AllowedLateness = AllowedLateness,
        Now = _now,
        Refused = _refused.Refused,
        Series = _series.Values.Select(static series => new SeriesSnapshot(series.Log.Key)
        {
            Watermark = new DateTimeOffset(series.Watermark, TimeSpan.Zero),
            ClosedTo = series.ClosedTo,
            FedOffset = series.FedOffset,
            Newest = series.Log.Newest,
            GreatestLateness = series.Log.GreatestLateness,
            Counts = series.Counts,
            Readings = [.. series.Log.Readings],
        }).ToList().AsReadOnly(),
    };

    /// <summary>Opens a ledger where a snapshot was taken; what it completes from there on is what the ledger of the snapshot would have.</summary>
    /// <param name="site">The site: the one of the snapshot. Its stages may have changed since; the days that are open are then judged by the new ones.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="options">What is known beside, as it was then; <see cref="SiteLedgerOptions.Default"/> if not given.</param>
    /// <param name="ledger">The ledger, or <see langword="null"/> if the snapshot is none of this site, or contradicts itself.</param>
    /// <param name="errors">What is wrong with the snapshot, by field.</param>
    /// <returns>Whether there is nothing wrong; a ledger is restored whole or not at all.</returns>
    public static bool TryRestore(
        ConstructionSite site, SiteLedgerSnapshot snapshot, SiteLedgerOptions? options, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SiteLedger? ledger, out InputErrorList errors)
    {
        ledger = null;
        errors = snapshot.Check();
        if (snapshot.Site != site.Name)
            errors.Add(snapshot.Error("site", new($"'{InputError.Quote(snapshot.Site)}' is not this site, '{InputError.Quote(site.Name)}'.", $"“{InputError.Quote(snapshot.Site)}”不是本工地“{InputError.Quote(site.Name)}”。")));
        if (snapshot.Place != site.Place.Code)
            errors.Add(snapshot.Error("place", new($"'{InputError.Quote(snapshot.Place)}' is not the place of this site, {site.Place.Code}.", $"“{InputError.Quote(snapshot.Place)}”不是本工地所在地 {site.Place.Code}。")));
        if (errors.Count > 0) return false;
        var restored = new SiteLedger(site, snapshot.AllowedLateness, options) { _now = snapshot.Now, _refused = new SeriesCounts { Received = snapshot.Refused, Refused = snapshot.Refused } };
        for (var i = 0; i < snapshot.Series.Count; i++)
        {
            var series = snapshot.Series[i];
            if (restored.NewSeries(series.Key) is not { } opened)
            {
                errors.Add(snapshot.Error(FormattableString.Invariant($"series[{i}]"), NotJudged(series.Key)));
                return false;
            }

            if (!opened.Restore(series))
            {
                errors.Add(snapshot.Error(FormattableString.Invariant($"series[{i}].runs"), new("What lies before the watermark is not one open day or period in order of local time.", "水位线之前的读数不是按当地时间排列的同一未结束日或时段。")));
                return false;
            }

            restored._series.Add(series.Key, opened);
        }

        ledger = restored;
        return true;
    }

    private void Append(in SiteReading given, LedgerStep step)
    {
        // The offset is that of the place where it has one: what was sent in UTC is put right.
        var reading = given with { Time = InPlace(given.Time) };
        if (!IsPlausible(reading.Time) || (_options.AllowedAhead is { } ahead && _now is { } now && reading.Time - now > ahead))
        {
            if (_series.TryGetValue(reading.Series, out var known)) known.Refuse();
            else Refuse();
            step.Add(LedgerFault.Ahead, reading, new("Its moment is ahead of what is allowed, or none that the clock of a monitor shows: not counted.", "其时刻超前过多，或不可能是监测仪时钟的时刻：不计入。"));
            return;
        }

        if (!_series.TryGetValue(reading.Series, out var series))
        {
            if (_series.Count >= MostSeries)
            {
                Refuse();
                step.Add(LedgerFault.TooMany, reading, new($"The site has {MostSeries} series already: not counted.", $"该工地已有 {MostSeries} 个序列：不计入。"));
                return;
            }

            if (NewSeries(reading.Series) is not { } opened)
            {
                Refuse();
                step.Add(LedgerFault.NotJudged, reading, NotJudged(reading.Series));
                return;
            }

            _series.Add(reading.Series, series = opened);
            MoveToNow(series, step);
        }

        series.Append(reading, AllowedLateness, step);
    }

    private LedgerSeries? NewSeries(SeriesKey key)
    {
        if (key is not { Point: not null, Unit: not null } || key.Duration <= TimeSpan.Zero || key.Duration > TimeSpan.FromDays(1) || MeasurementUnit.Find(key.Unit) is null) return null;
        if (key.Measurand == Measurands.Noise.SiteBoundary)
            return key.Unit == SiteBoundaryMonitoring.Unit ? new NoiseLedgerSeries(key, _noise, _options.NoisePoints.TryGetValue(key.Point, out var point) ? point : new NoisePoint()) : null;
        Particulate? particulate = key.Measurand switch { Measurands.Dust.SiteBoundaryTsp => Particulate.Tsp, Measurands.Dust.SiteBoundaryPm10 => Particulate.Pm10, _ => null };
        return particulate is { } dust && MeasurementUnit.TryConvert(0, key.Unit, SiteDustMonitoring.Unit, out _) ? new DustLedgerSeries(key, dust, _dust) : null;
    }

    private void MoveToNow(LedgerSeries series, LedgerStep step)
    {
        if (_now is { } now) series.MoveTo(Math.Max(0, now.UtcTicks - AllowedLateness.Ticks), now.Offset, step);
    }

    private void Refuse() => _refused = _refused with { Received = _refused.Received + 1, Refused = _refused.Refused + 1 };

    private DateTimeOffset InPlace(DateTimeOffset time) => _site.Place.UtcOffset is { } offset && IsPlausible(time) ? time.ToOffset(offset) : time;

    // Days beyond the ends of the calendar are asked for; a clock that was never set shows 1970 or later.
    internal static bool IsPlausible(DateTimeOffset time) => time.Year is >= 1970 and <= 9998;

    private static BilingualText NotJudged(SeriesKey key) => new(
        $"{InputError.Quote(key.Measurand ?? "")} in {InputError.Quote(key.Unit ?? "")} is not judged: dust at the boundary in units of mass concentration and noise at the boundary in dB(A) are, of readings of up to a day.",
        $"不评价单位为 {InputError.Quote(key.Unit ?? "")} 的 {InputError.Quote(key.Measurand ?? "")}：仅评价以质量浓度单位表示的场界扬尘和以 dB(A) 表示的场界噪声，读数时长不超过一天。");
}
