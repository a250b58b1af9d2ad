using System.Text.Encodings.Web;
using System.Text.Json;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>All that a <see cref="SiteLedger"/> has to know to go on: what was counted, how far each series has gone, and its readings that are not judged for good.</summary>
/// <remarks>
/// It holds readings, no verdicts: those of the open day come out again when it is restored. As JSON it has the version <see cref="Version"/>; docs/ledgers.md describes its
/// fields.
/// </remarks>
public sealed class SiteLedgerSnapshot
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>What the field <c>format</c> of the JSON says.</summary>
    public const string Format = "greenbuild-site-ledger";

    /// <summary>The name of the site; may be empty.</summary>
    public required string Site { get; init; }

    /// <summary>The code of the place of the site, for example <c>CN-SH</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The lateness that the ledger allows.</summary>
    public required TimeSpan AllowedLateness { get; init; }

    /// <summary>The moment that the ledger was told last; <see langword="null"/> if none was.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>How many readings were refused that belong to no series.</summary>
    public long Refused { get; init; }

    /// <summary>The series.</summary>
    public required IReadOnlyList<SeriesSnapshot> Series { get; init; }

    internal string File { get; init; } = "snapshot";

    /// <summary>The snapshot as JSON in UTF-8.</summary>
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        // No page of HTML: names and offsets stay readable.
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) WriteTo(writer);
        return stream.ToArray();
    }

    /// <summary>Writes the snapshot as a JSON object.</summary>
    public void WriteTo(Utf8JsonWriter writer) => SnapshotJson.Write(writer, this);

    /// <summary>Reads a snapshot from JSON.</summary>
    /// <param name="utf8">The JSON in UTF-8.</param>
    /// <param name="snapshot">The snapshot, or <see langword="null"/> if it cannot be read.</param>
    /// <param name="errors">What is wrong with it, by field.</param>
    /// <param name="file">What errors call it.</param>
    /// <returns>Whether it could be read; it is read whole or not at all.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SiteLedgerSnapshot? snapshot, out InputErrorList errors, string file = "snapshot")
    {
        snapshot = new SnapshotJsonReader(file).Read(utf8, out errors);
        if (snapshot is not null) errors = snapshot.Check();
        if (errors.Count > 0) snapshot = null;
        return snapshot is not null;
    }

    internal InputError Error(string field, BilingualText message) => new(File, null, field, message);

    /// <summary>What contradicts itself, or cannot be of a ledger.</summary>
    internal InputErrorList Check()
    {
        var errors = new InputErrorList();
        if (AllowedLateness < TimeSpan.Zero || AllowedLateness > SiteLedger.MostLateness) errors.Add(Error("allowedLateness", new("The lateness allowed is from nothing to 31 days.", "允许的迟到时间为 0 至 31 天。")));
        if (Refused < 0) errors.Add(Error("refused", Negative));
        if (Series.Count > SiteLedger.MostSeries) errors.Add(Error("series", new($"A ledger has at most {SiteLedger.MostSeries} series.", $"一个台账最多 {SiteLedger.MostSeries} 个序列。")));
        var keys = new HashSet<SeriesKey>();
        for (var i = 0; i < Series.Count && errors.Count < InputErrorList.Kept; i++)
        {
            var path = FormattableString.Invariant($"series[{i}]");
            if (!keys.Add(Series[i].Key)) errors.Add(Error(path, new("The series is there twice.", "该序列重复出现。")));
            Series[i].Check((field, message) => errors.Add(Error(path + "." + field, message)));
        }

        return errors;
    }

    internal static BilingualText Negative => new("A count is not negative.", "计数不能为负。");
}

/// <summary>One series of a snapshot.</summary>
public sealed class SeriesSnapshot
{
    /// <summary>Creates the snapshot of a series.</summary>
    /// <param name="key">Which series it is.</param>
    public SeriesSnapshot(SeriesKey key) => Key = key;

    /// <summary>Which series it is.</summary>
    public SeriesKey Key { get; }

    /// <summary>The moment before which readings are late.</summary>
    public required DateTimeOffset Watermark { get; init; }

    /// <summary>The local moment before which all is judged for good; the first day of the calendar if nothing is.</summary>
    public DateTime ClosedTo { get; init; }

    /// <summary>The offset of the reading that was judged last; <see langword="null"/> if none was.</summary>
    public TimeSpan? FedOffset { get; init; }

    /// <summary>The latest moment that has come; <see langword="null"/> if no reading was taken.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>How far the latest of the readings that came out of order was behind.</summary>
    public TimeSpan GreatestLateness { get; init; }

    /// <summary>What was counted.</summary>
    public SeriesCounts Counts { get; init; } = new();

    /// <summary>The readings that are kept, in order of time.</summary>
    public IReadOnlyList<LoggedReading> Readings { get; init; } = [];

    internal void Check(Action<string, BilingualText> tell)
    {
        if (Key.Duration <= TimeSpan.Zero) tell("duration", new("A reading stands for a positive time.", "读数时长应为正。"));
        if (FedOffset is { } offset && (offset.Ticks % TimeSpan.TicksPerMinute != 0 || offset.Duration() > TimeSpan.FromHours(14))) tell("fedOffset", new("It is no offset from UTC.", "不是有效的 UTC 偏移。"));
        if (GreatestLateness < TimeSpan.Zero) tell("greatestLateness", new("It is not negative.", "不能为负。"));
        if (ClosedTo.Kind == DateTimeKind.Utc) tell("closedTo", new("It is in local time.", "应为当地时间。"));
        foreach (var (field, count) in SnapshotJson.CountsOf(Counts))
            if (count < 0) tell("counts." + field, SiteLedgerSnapshot.Negative);
        if (Readings.Count > LedgerSeries.MostReadings) tell("runs", TooManyReadings);
        if (Counts.Received < Readings.Count) tell("counts.received", new("There are more readings than came.", "读数多于收到的数量。"));
        DateTimeOffset? last = null;
        foreach (var logged in Readings)
        {
            var (reading, use) = logged;
            var isOne = reading.Series == Key && SiteLedger.IsPlausible(reading.Time) && reading.Status is >= ReadingStatus.Valid and <= ReadingStatus.OutOfRange && use is >= ReadingUse.Used and <= ReadingUse.SetBack;
            // What a day comes to hangs on both.
            isOne &= use == ReadingUse.Contradicted
                ? logged.Highest is { } highest && reading.Status == ReadingStatus.Valid && highest.Status == ReadingStatus.Valid && highest.Series == Key && highest.Time == reading.Time && SiteReading.Compare(reading, highest) < 0
                : logged.Highest is null;
            if (!isOne || reading.Time <= last || (use == ReadingUse.SetBack && reading.Time >= Watermark))
            {
                tell("runs", new($"The reading of {Said(reading.Time)} is none of this series, or not after the one before it.", $"{Said(reading.Time)} 的读数不属于该序列，或不晚于前一条。"));
                return;
            }

            last = reading.Time;
        }

        if (last is { } end && (Newest is not { } newest || newest < end)) tell("newest", new($"There is a reading of {Said(end)}, which is later.", $"存在更晚的读数：{Said(end)}。"));
        else if (Newest is { } most && !SiteLedger.IsPlausible(most)) tell("newest", new("It is no moment that the clock of a monitor shows.", "不可能是监测仪时钟的时刻。"));
    }

    internal static BilingualText TooManyReadings => new($"A series keeps at most {LedgerSeries.MostReadings} readings.", $"一个序列最多保留 {LedgerSeries.MostReadings} 条读数。");

    private static string Said(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
