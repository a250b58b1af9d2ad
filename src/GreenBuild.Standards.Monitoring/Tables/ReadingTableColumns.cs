using System.Collections.Concurrent;
using System.Text;
using GreenBuild.Standards.Monitoring.Batch;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>A whole table of readings as columns, for <see cref="HistoryJudge"/>.</summary>
/// <remarks>The rows are those that <see cref="ReadingTableReader"/> gives, with the same errors at the same lines; separated values are read in parts, by several threads. Twenty bytes a value are held, and as many again while it is put together.</remarks>
public sealed class ReadingTableColumns
{
    private const int StartLength = 64 * 1024;
    private const int PartLength = 4 << 20;

    private ReadingTableColumns(ReadingTableReader first, string[] stations, List<ReadingTableChannel> channels)
    {
        Form = first.Form;
        Stations = Array.AsReadOnly(stations);
        Channels = channels.AsReadOnly();
    }

    /// <summary>How the table is written.</summary>
    public ReadingTableForm Form { get; }

    /// <summary>The stations, in the order of their names by code points; their place here is the number of the point in all columns.</summary>
    public IReadOnlyList<string> Stations { get; }

    /// <summary>The channels, by code, statistic, length of period and unit.</summary>
    public IReadOnlyList<ReadingTableChannel> Channels { get; }

    /// <summary>What is wrong with the table: the first twenty in full, the rest counted.</summary>
    public InputErrorList Errors { get; } = new();

    /// <summary>Whether reading ended before the end of the file, as for <see cref="ReadingTableReader.IsRefused"/>: what came before is there.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>How many rows were read, without the headings and blank lines.</summary>
    public long RowCount { get; private set; }

    /// <summary>How many rows have something wrong with them.</summary>
    public long BadRowCount { get; private set; }

    /// <summary>How many values were given.</summary>
    public long ValueCount { get; private set; }

    /// <summary>How many of them are missing.</summary>
    public long MissingCount { get; private set; }

    /// <summary>Whether the times look like the ends of periods, as for <see cref="ReadingTableReader.LooksStampedAtEnd"/>: ask it before the columns are judged.</summary>
    public bool LooksStampedAtEnd { get; private set; }

    /// <summary>The headings that mean nothing here and were left alone.</summary>
    public IReadOnlyList<string> UnusedColumns { get; private set; } = [];

    /// <summary>Reads a table to its end.</summary>
    /// <param name="stream">The bytes. Not closed.</param>
    /// <param name="file">The file as the user names it, for errors.</param>
    /// <param name="options">What the file does not say; <see cref="ReadingTableOptions.Default"/> if not given.</param>
    /// <param name="degree">How many threads are used at most; that of the processors if not given. One reads JSON, UTF-16 and what is to be read strictly.</param>
    /// <exception cref="ArgumentException">The duration or the separator of the options is none.</exception>
    public static ReadingTableColumns Read(Stream stream, string file, ReadingTableOptions? options = null, int? degree = null)
    {
        options ??= ReadingTableOptions.Default;
        var start = new byte[StartLength];
        var length = 0;
        for (int read; length < start.Length && (read = stream.Read(start, length, start.Length - length)) > 0;) length += read;
        using var beginning = new MemoryStream(start, 0, length, writable: false);
        using var first = new ReadingTableReader(beginning, file, options with { Progress = null });
        var begun = new BegunStream(start, length, stream);
        var isOne = first.Form == ReadingTableForm.Json || first.IsRefused || options.IsStrict || !HasPlainLineEnds(first.Encoding!) || BatchWork.DegreeOf(degree) == 1;
        var body = isOne ? -1 : TableParts.EndOfLine(start.AsSpan(0, length), first.Line);
        if (body < 0)
        {
            using var whole = new ReadingTableReader(begun, file, options);
            return Put([ReadingTablePart.Of(whole)], whole, degree);
        }

        begun.Skip(body);
        var parts = new TableParts(begun, first.Line, body, options.Progress);
        var done = new ConcurrentDictionary<int, ReadingTablePart>();
        BatchWork.ForEach(BatchWork.DegreeOf(degree), degree, _ =>
        {
            var buffer = new byte[PartLength];
            while (parts.TryNext(buffer, out var part))
            {
                using var bytes = new MemoryStream(buffer, 0, part.Length, writable: false);
                using var reader = new ReadingTableReader(first, bytes, part.LinesBefore);
                done[part.Number] = ReadingTablePart.Of(reader);
                if (reader.IsRefused) parts.Stop();
            }
        });
        // What was read behind bytes that end the reading was read in vain.
        var ordered = done.OrderBy(static one => one.Key).Select(static one => one.Value).ToList();
        if (ordered.FindIndex(static one => one.IsRefused) is >= 0 and var last) ordered.RemoveRange(last + 1, ordered.Count - last - 1);
        return Put(ordered, first, degree);
    }

    // No byte of another character is that of a line end in them.
    private static bool HasPlainLineEnds(Encoding encoding) => encoding is UTF8Encoding || encoding.IsSingleByte || encoding.CodePage is 54936 or 936;

    private static ReadingTableColumns Put(List<ReadingTablePart> parts, ReadingTableReader first, int? degree)
    {
        var names = parts.SelectMany(static part => part.Stations).Distinct().ToArray();
        Array.Sort(names, StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++) numbers.Add(names[i], i);
        var channels = new List<ReadingTableChannel>();
        foreach (var key in parts.SelectMany(static part => part.Channels.Keys).Distinct().OrderBy(static key => key))
        {
            var starts = new int[parts.Count + 1];
            for (var i = 0; i < parts.Count; i++) starts[i + 1] = checked(starts[i] + (parts[i].Channels.TryGetValue(key, out var some) ? some.Count : 0));
            // A table of headings has no channel.
            if (starts[parts.Count] == 0) continue;
            var (times, points, values) = (BatchWork.NewArray<long>(starts[parts.Count]), BatchWork.NewArray<int>(starts[parts.Count]), BatchWork.NewArray<double>(starts[parts.Count]));
            BatchWork.ForEach(parts.Count, degree, i =>
            {
                if (!parts[i].Channels.TryGetValue(key, out var some)) return;
                some.MoveTo(times, points, values, starts[i], parts[i].NumbersIn(numbers));
            });
            channels.Add(new ReadingTableChannel(key, times, points, values, key.Duration is { } duration ? ReadingColumns.Interleaved(times, points, values, names.Length, duration, file: first.File, degree: degree) : null));
        }

        var columns = new ReadingTableColumns(first, names, channels) { IsRefused = parts.Exists(static part => part.IsRefused), UnusedColumns = first.UnusedColumns };
        columns.LooksStampedAtEnd = !first.StampsEnd && parts.Exists(static part => part.Midnights.TwentyFour) && !parts.Exists(static part => part.Midnights.Midnight);
        foreach (var part in parts)
        {
            foreach (var error in part.Errors) columns.Errors.Add(error);
            columns.Errors.AddUnkept(part.Errors.More);
            columns.RowCount += part.RowCount;
            columns.BadRowCount += part.BadRowCount;
            columns.ValueCount += part.ValueCount;
            columns.MissingCount += part.MissingCount;
        }

        return columns;
    }
}
