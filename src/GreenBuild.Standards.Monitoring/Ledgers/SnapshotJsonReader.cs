using System.Globalization;
using System.Text.Json;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Ledgers;

/// <summary>Reads snapshots from JSON strictly: a field that is not known, missing, there twice or of the wrong kind is an error at its path.</summary>
internal sealed class SnapshotJsonReader(string file)
{
    private static readonly string[] Root = ["format", "version", "site", "place", "allowedLateness", "now", "refused", "series"];
    private static readonly string[] OfSeries = ["point", "measurand", "unit", "duration", "watermark", "closedTo", "fedOffset", "newest", "greatestLateness", "counts", "runs"];
    private static readonly string[] OfRun = ["from", "step", "status", "use", "values", "maximum", "windSpeed", "precipitation", "maximumAboveRange", "onlyMaximum", "highest"];
    private static readonly string[] OfHighest = ["values", "maximum", "windSpeed", "precipitation", "maximumAboveRange", "onlyMaximum"];
    private static readonly string[] OfCounts = [.. SnapshotJson.CountsOf(new SeriesCounts()).Select(static one => one.Field)];

    private readonly InputErrorList _errors = new();

    public SiteLedgerSnapshot? Read(ReadOnlyMemory<byte> utf8, out InputErrorList errors)
    {
        errors = _errors;
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var snapshot = ReadRoot(document.RootElement);
            return _errors.Count == 0 ? snapshot : null;
        }
        catch (JsonException problem)
        {
            _errors.Add(new InputError(file, (int?)(problem.LineNumber + 1), "", new("It is not JSON.", "不是 JSON。")));
        }
        catch (InvalidOperationException)
        {
            // A string that is no Unicode text.
            Wrong("", new("It holds text that is not Unicode.", "含有非 Unicode 文本。"));
        }

        return null;
    }

    private SiteLedgerSnapshot? ReadRoot(JsonElement root)
    {
        // Another version may have other fields: it is asked first.
        if (root.ValueKind != JsonValueKind.Object) return Wrong<SiteLedgerSnapshot>("", new("It is no object.", "不是对象。"));
        if (Text(root, "format", "") is { } format && format != SiteLedgerSnapshot.Format) return Wrong<SiteLedgerSnapshot>("format", new($"'{InputError.Quote(format)}' is not '{SiteLedgerSnapshot.Format}'.", $"“{InputError.Quote(format)}”不是“{SiteLedgerSnapshot.Format}”。"));
        if (Whole(root, "version", "") is var version && version != SiteLedgerSnapshot.Version) return Wrong<SiteLedgerSnapshot>("version", new($"Version {version} cannot be read; version {SiteLedgerSnapshot.Version} can.", $"无法读取版本 {version}，仅支持版本 {SiteLedgerSnapshot.Version}。"));
        Only(root, Root, "");
        var series = new List<SeriesSnapshot>();
        if (List(root, "series", "") is { } list)
        {
            var i = 0;
            foreach (var one in list.EnumerateArray())
            {
                if (ReadSeries(one, FormattableString.Invariant($"series[{i++}]")) is { } read) series.Add(read);
                if (_errors.Count >= InputErrorList.Kept) break;
            }
        }

        return new SiteLedgerSnapshot
        {
            File = file,
            Site = Text(root, "site", "") ?? "",
            Place = Text(root, "place", "") ?? "",
            AllowedLateness = Time(root, "allowedLateness", "") ?? default,
            Now = Has(root, "now") ? Moment(root, "now", "") : null,
            Refused = Whole(root, "refused", ""),
            Series = series.AsReadOnly(),
        };
    }

    private SeriesSnapshot? ReadSeries(JsonElement one, string path)
    {
        if (one.ValueKind != JsonValueKind.Object) return Wrong<SeriesSnapshot>(path, new("It is no object.", "不是对象。"));
        Only(one, OfSeries, path);
        var key = new SeriesKey(Text(one, "point", path) ?? "", Text(one, "measurand", path) ?? "", Text(one, "unit", path) ?? "", Time(one, "duration", path) ?? default);
        var readings = new List<LoggedReading>();
        if (List(one, "runs", path) is { } runs)
        {
            var i = 0;
            foreach (var run in runs.EnumerateArray())
            {
                ReadRun(run, key, Join(path, "runs"), i++, readings);
                if (_errors.Count >= InputErrorList.Kept) break;
            }
        }

        return new SeriesSnapshot(key)
        {
            Watermark = Moment(one, "watermark", path) ?? default,
            ClosedTo = LocalTime(one, "closedTo", path),
            FedOffset = Has(one, "fedOffset") ? Time(one, "fedOffset", path) : null,
            Newest = Has(one, "newest") ? Moment(one, "newest", path) : null,
            GreatestLateness = Time(one, "greatestLateness", path) ?? default,
            Counts = ReadCounts(one, path),
            Readings = readings.AsReadOnly(),
        };
    }

    private SeriesCounts ReadCounts(JsonElement one, string path)
    {
        if (!one.TryGetProperty("counts", out var counts) || counts.ValueKind != JsonValueKind.Object)
        {
            Wrong(Join(path, "counts"), new("It is missing, or no object.", "缺失或不是对象。"));
            return new SeriesCounts();
        }

        path = Join(path, "counts");
        Only(counts, OfCounts, path);
        long Count(string name) => Has(counts, name) ? Whole(counts, name, path) : 0;
        return new SeriesCounts
        {
            Received = Count("received"), Late = Count("late"), Repeated = Count("repeated"), Contradicted = Count("contradicted"), OutOfOrder = Count("outOfOrder"), Refused = Count("refused"),
            WindowsKept = Count("windowsKept"), WindowsExceeded = Count("windowsExceeded"), WindowsUnknown = Count("windowsUnknown"), WindowsInvalid = Count("windowsInvalid"),
            Compliant = Count("compliant"), NonCompliant = Count("nonCompliant"), Undecided = Count("undecided"),
        };
    }

    private void ReadRun(JsonElement run, SeriesKey key, string of, int number, List<LoggedReading> readings)
    {
        var path = FormattableString.Invariant($"{of}[{number}]");
        if (run.ValueKind != JsonValueKind.Object)
        {
            Wrong(path, new("It is no object.", "不是对象。"));
            return;
        }

        Only(run, OfRun, path);
        var status = WordOf<ReadingStatus>(run, "status", path);
        var use = WordOf<ReadingUse>(run, "use", path);
        if (Moment(run, "from", path) is not { } from || List(run, "values", path) is not { } values) return;
        var count = values.GetArrayLength();
        if (count > LedgerSeries.MostReadings - readings.Count)
        {
            // Before any of them is made.
            Wrong(of, SeriesSnapshot.TooManyReadings);
            return;
        }

        var step = Has(run, "step") || count > 1 ? Time(run, "step", path) : TimeSpan.Zero;
        if (count == 0 || step is not { } every || (count > 1 && (every <= TimeSpan.Zero || every.Ticks > (DateTime.MaxValue.Ticks - from.Ticks) / count)))
        {
            Wrong(Join(path, "step"), new("A run has readings, at a positive step.", "一段读数至少有一条，步长应为正。"));
            return;
        }

        var first = new SiteReading(key, from, 0, status);
        var highest = Enumerable.Empty<SiteReading>();
        var highestPath = Join(path, "highest");
        if (Has(run, "highest") || use == ReadingUse.Contradicted)
        {
            if (!run.TryGetProperty("highest", out var other) || other.ValueKind != JsonValueKind.Object)
            {
                Wrong(highestPath, new("It is missing, or no object.", "缺失或不是对象。"));
                return;
            }

            Only(other, OfHighest, highestPath);
            if (List(other, "values", highestPath) is not { } above) return;
            if (above.GetArrayLength() != count)
            {
                WrongCount(Join(highestPath, "values"), above, count);
                return;
            }

            highest = ReadColumns(other, above, first, every, highestPath);
        }

        using var beside = highest.GetEnumerator();
        foreach (var lowest in ReadColumns(run, values, first, every, path)) readings.Add(new LoggedReading(lowest, use) { Highest = beside.MoveNext() ? beside.Current : null });
    }

    // One by one, since there may be many: up to the first value that is none.
    private IEnumerable<SiteReading> ReadColumns(JsonElement run, JsonElement values, SiteReading first, TimeSpan step, string path)
    {
        var count = values.GetArrayLength();
        // In step, since to find an entry by its number all before it are gone through.
        using var each = values.EnumerateArray().GetEnumerator();
        using var maximum = Column(run, "maximum", count, path).GetEnumerator();
        using var wind = Column(run, "windSpeed", count, path).GetEnumerator();
        using var rain = Column(run, "precipitation", count, path).GetEnumerator();
        using var above = Column(run, "maximumAboveRange", count, path).GetEnumerator();
        using var only = Column(run, "onlyMaximum", count, path).GetEnumerator();
        for (var i = 0; i < count; i++)
        {
            each.MoveNext();
            if (Number(each.Current, path, "values", i) is not { } value)
            {
                if (each.Current.ValueKind == JsonValueKind.Null) Wrong(Place(path, "values", i), NoNumber);
                yield break;
            }

            yield return first with
            {
                Time = first.Time.AddTicks(step.Ticks * i),
                Value = value,
                Maximum = maximum.MoveNext() ? Number(maximum.Current, path, "maximum", i) : null,
                WindSpeed = wind.MoveNext() ? Number(wind.Current, path, "windSpeed", i) : null,
                Precipitation = rain.MoveNext() ? Flag(rain.Current, path, "precipitation", i) : null,
                IsOnlyMaximum = only.MoveNext() && Flag(only.Current, path, "onlyMaximum", i) == true,
                IsMaximumAboveRange = above.MoveNext() && Flag(above.Current, path, "maximumAboveRange", i) == true,
            };
        }
    }

    // None if it is not there, or has not as many entries as there are values.
    private JsonElement.ArrayEnumerator Column(JsonElement run, string name, int count, string path)
    {
        if (!Has(run, name) || List(run, name, path) is not { } column) return default;
        if (column.GetArrayLength() == count) return column.EnumerateArray();
        WrongCount(Join(path, name), column, count);
        return default;
    }

    private void WrongCount(string path, JsonElement column, int count) =>
        Wrong(path, new($"It has {column.GetArrayLength()} entries for {count} values.", $"有 {column.GetArrayLength()} 项，而数值有 {count} 个。"));

    private decimal? Number(JsonElement element, string path, string name, int index)
    {
        if (element.ValueKind == JsonValueKind.Null) return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number)) return number;
        Wrong(Place(path, name, index), NoNumber);
        return null;
    }

    private bool? Flag(JsonElement element, string path, string name, int index)
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null) return element.ValueKind == JsonValueKind.Null ? null : element.GetBoolean();
        Wrong(Place(path, name, index), new("It is neither true, false nor null.", "不是 true、false 或 null。"));
        return null;
    }

    private T WordOf<T>(JsonElement parent, string name, string path)
        where T : struct, Enum
    {
        if (!Has(parent, name) || Text(parent, name, path) is not { } word) return default;
        if (WordsOf<T>.TryParse(word, out var value)) return value;
        Wrong(Join(path, name), new($"'{InputError.Quote(word)}' is no word that is known.", $"未知词语“{InputError.Quote(word)}”。"));
        return default;
    }

    private string? Text(JsonElement parent, string name, string path)
    {
        if (parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String) return found.GetString();
        return Wrong<string>(Join(path, name), new("It is missing, or no text.", "缺失或不是文本。"));
    }

    private long Whole(JsonElement parent, string name, string path)
    {
        if (parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out var number)) return number;
        Wrong(Join(path, name), new("It is missing, or no whole number.", "缺失或不是整数。"));
        return 0;
    }

    private TimeSpan? Time(JsonElement parent, string name, string path)
    {
        if (Text(parent, name, path) is not { } text) return null;
        if (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time)) return time;
        Wrong(Join(path, name), new($"'{InputError.Quote(text)}' is no time of the form 00:15:00.", $"“{InputError.Quote(text)}”不是 00:15:00 形式的时长。"));
        return null;
    }

    private DateTimeOffset? Moment(JsonElement parent, string name, string path)
    {
        if (Text(parent, name, path) is not { } text) return null;
        if (DateTimeOffset.TryParseExact(text, SnapshotJson.Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return moment;
        Wrong(Join(path, name), new($"'{InputError.Quote(text)}' is no moment of the form 2026-06-01T10:00:00+08:00.", $"“{InputError.Quote(text)}”不是 2026-06-01T10:00:00+08:00 形式的时刻。"));
        return null;
    }

    private DateTime LocalTime(JsonElement parent, string name, string path)
    {
        if (Text(parent, name, path) is not { } text) return default;
        if (DateTime.TryParseExact(text, SnapshotJson.Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return moment;
        Wrong(Join(path, name), new($"'{InputError.Quote(text)}' is no local moment of the form 2026-06-01T10:00:00.", $"“{InputError.Quote(text)}”不是 2026-06-01T10:00:00 形式的当地时刻。"));
        return default;
    }

    private JsonElement? List(JsonElement parent, string name, string path)
    {
        if (parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Array) return found;
        Wrong(Join(path, name), new("It is missing, or no list.", "缺失或不是列表。"));
        return null;
    }

    private void Only(JsonElement element, string[] known, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (Array.IndexOf(known, member.Name) < 0) Wrong(Join(path, InputError.Quote(member.Name)), new("The field is not known.", "未知字段。"));
            else if (!seen.Add(member.Name)) Wrong(Join(path, member.Name), new("The field is there twice.", "字段重复。"));
        }
    }

    private void Wrong(string path, BilingualText message) => _errors.Add(new InputError(file, null, path, message));

    private T? Wrong<T>(string path, BilingualText message)
        where T : class
    {
        Wrong(path, message);
        return null;
    }

    private static BilingualText NoNumber => new("It is no number that can be kept exactly.", "不是可精确保存的数。");

    private static bool Has(JsonElement parent, string name) => parent.TryGetProperty(name, out _);

    private static string Place(string path, string name, int index) => FormattableString.Invariant($"{path}.{name}[{index}]");

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
