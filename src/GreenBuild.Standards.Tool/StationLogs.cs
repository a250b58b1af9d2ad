using System.CommandLine;
using System.Globalization;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Monitoring.Tables;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Tool;

/// <summary>The files of stations that <c>readings</c>, <c>monitor</c> and <c>screen</c> read: packets of HJ 212 as they arrived, or tables of readings in CSV or JSON.</summary>
internal sealed class StationLogs
{
    /// <summary>The least size of files, together, whose reading is shown while it goes on: a few seconds of work.</summary>
    private const long LeastShown = 8 << 20;

    private static readonly TimeSpan PacketOffset = TimeSpan.FromHours(8);

    private readonly ToolContext _context;
    private readonly string[] _files;
    private readonly Hj212StationProfile _profile;
    private readonly ReadingTableOptions _tableOptions;
    private readonly bool _areStampsKnown;
    private readonly SortedDictionary<Hj212Fault, (string Where, int Count)> _findings = [];
    private readonly List<string> _cutOff = [];
    private readonly List<string> _tableErrors = [];
    private readonly List<string> _unused = [];
    private readonly List<string> _doubtful = [];
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);
    private int _more;

    private Action<long>? _advanced;

    private StationLogs(ToolContext context, string[] files, Hj212StationProfile profile, ReadingTableOptions tableOptions, bool areStampsKnown) =>
        (_context, _files, _profile, _tableOptions, _areStampsKnown) = (context, files, profile, tableOptions, areStampsKnown);

    /// <summary>Where the stations are.</summary>
    public Jurisdiction Place => _tableOptions.Place;

    /// <summary>The only file; <see langword="null"/> if there are several.</summary>
    public string? OnlyFile => _files is [var file] ? file : null;

    /// <summary>How many packets were read so far.</summary>
    public long PacketCount { get; private set; }

    /// <summary>How many rows of tables were read so far.</summary>
    public long RowCount { get; private set; }

    /// <summary>How many readings packets and rows had.</summary>
    public long ReadingCount { get; private set; }

    /// <summary>Whether the times of a table that was read look like ends of periods, and nobody said what they are.</summary>
    public bool AreStampsDoubtful => _doubtful.Count > 0;

    /// <summary>Whether none of the files is a table: packets say themselves how long their readings are.</summary>
    public bool IsWithoutTable => _tables.Count == 0;

    /// <summary>Whether there are packets, and nobody said in which units the station speaks.</summary>
    public bool IsWithoutProfile => PacketCount > 0 && _profile.Name == Hj212StationProfile.Unspecified.Name;

    /// <summary>Opens another file, read as these are, but for what is said of these alone.</summary>
    /// <param name="file">The file.</param>
    /// <param name="duration">The time that each reading stands for where the file does not say it; <see langword="null"/> if it is not known yet.</param>
    /// <param name="other">The file.</param>
    public bool TryOpenBeside(string file, TimeSpan? duration, out StationLogs other) => TryOpen(
        _context, [file], _profile, new() { Place = Place, Unit = _tableOptions.Unit, Encoding = _tableOptions.Encoding, StampsEnd = _tableOptions.StampsEnd, Duration = duration }, _areStampsKnown, out other);

    /// <summary>Opens the files, or says what is wrong with them; a file without a packet is none of the kind.</summary>
    public static bool TryOpen(ToolContext context, string[] files, Hj212StationProfile profile, ReadingTableOptions table, bool areStampsKnown, out StationLogs logs)
    {
        logs = new StationLogs(context, files, profile, table, areStampsKnown);
        // Before anything is written, each of them must have something to read.
        foreach (var name in files)
        {
            try
            {
                if (logs.IsTable(name, out var problem)) logs._tables.Add(name);
                using var stream = logs.Open(name);
                if (logs._tables.Contains(name) || new Hj212Reader(stream).Read() is not null) continue;
                if (problem.Length > 0) context.ErrorLine(problem);
                context.Fail(ExitCode.BadData, problem.Length > 0
                    ? new($"'{InputError.Quote(name)}' is no table of readings, as said above, and holds no packet of HJ 212 either.", $"“{InputError.Quote(name)}”不是读数表（见上），也不含 HJ 212 数据包。")
                    : new($"'{InputError.Quote(name)}' holds neither a table of readings nor a packet of HJ 212.", $"“{InputError.Quote(name)}”中既没有读数表，也没有 HJ 212 数据包。"));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                context.Fail(ExitCode.BadData, new($"'{InputError.Quote(name)}' cannot be read.", $"无法读取“{InputError.Quote(name)}”。"));
            }

            return false;
        }

        // Of one series the local times would not rise as the moments do.
        if (logs._tables.Count > 0 && logs._tables.Count < files.Distinct(StringComparer.Ordinal).Count() && logs.Place.UtcOffset != PacketOffset)
        {
            context.Fail(ExitCode.BadData, new(
                $"Packets of HJ 212 are at +08:00, and the tables are of {logs.Place.Name.English}, which is not: give them in two runs.", $"HJ 212 数据包为 +08:00 时间，而读数表属于{logs.Place.Name.Chinese}，时差不同：请分两次运行。"));
            return false;
        }

        return true;
    }

    /// <summary>Reads the readings in the order of the files, one by one: a log may be larger than the memory.</summary>
    public IEnumerable<StationReading> Read()
    {
        var before = 0L;
        foreach (var name in _files)
        {
            var isTable = _tables.Contains(name);
            // Packets are always at +08:00; a table is where the user says, which may have no fixed offset.
            var hasOffset = !isTable || Place.UtcOffset is not null;
            foreach (var (line, reading) in isTable ? ReadTable(name, before) : ReadPackets(name, before))
            {
                ReadingCount++;
                yield return new(name, line, reading, hasOffset);
            }

            before += LengthOf(name);
        }
    }

    /// <summary>Reads all and puts it in order; on a terminal it is shown how far this has come where it takes long.</summary>
    public IReadOnlyList<Hj212Series> ReadSeries()
    {
        var length = _files.Sum(LengthOf);
        if (length < LeastShown) return Ordered();
        IReadOnlyList<Hj212Series> series = [];
        _context.ShowProgress(_context.Say("Reading", "读取中"), length, advanced =>
        {
            _advanced = advanced;
            series = Ordered();
        });
        _advanced = null;
        return series;

        IReadOnlyList<Hj212Series> Ordered() => Hj212Series.Of(Read().Select(static one => one.Reading));
    }

    /// <summary>Writes what is wrong with the packets that were read to the error stream: the first of each kind with its place, and how many there are.</summary>
    /// <returns>Whether anything is wrong; columns that were left alone are not.</returns>
    public bool WriteFindings()
    {
        foreach (var (where, count) in _findings.Values) _context.ErrorLine(where + (count > 1 ? _context.Say($" ({count} times)", $"（共 {count} 处）") : ""));
        foreach (var file in _cutOff) _context.ErrorLine(_context.Say($"{file}: ends in the middle of a packet, which was left out.", $"{file}：文件在数据包中间结束，该包未读取。"));
        if (_more > 0) _context.ErrorLine(_context.Say($"and {_more} more of packets with more than {Hj212Message.MaxFindings} findings.", $"另有 {_more} 处，所在数据包的问题超过 {Hj212Message.MaxFindings} 处。"));
        foreach (var error in _tableErrors) _context.ErrorLine(error);
        foreach (var name in _doubtful)
            _context.ErrorLine(_context.Say(
                $"{name}: times look like ends of periods (24:00, and never 00:00); give --stamps end, or --stamps start if they are not.", $"{name}：时间似为时段的结束（有 24:00 而无 00:00）；请给出 --stamps end，若为开始则给出 --stamps start。"));
        foreach (var columns in _unused) _context.ErrorLine(columns);
        return _findings.Count + _cutOff.Count + _tableErrors.Count > 0;
    }

    /// <summary>Writes to the error stream how many times of which series have readings that contradict each other, and the first of them.</summary>
    public void WriteContradictions(IReadOnlyList<Hj212Series> all)
    {
        const int most = 20;
        const int shown = 3;
        var contradicted = all.Where(static series => series.ContradictedCount > 0).ToList();
        foreach (var series in contradicted.Take(most))
        {
            var (name, unit) = ($"{series.Station} {series.Code}-{series.Suffix}", series.Unit is { } known ? " " + known : "");
            string First(string or, string separator) => string.Join(separator, series.Contradictions.Take(shown).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Time:yyyy-MM-dd HH:mm} {one.Lowest}{or}{one.Highest}{unit}"))) + (series.ContradictedCount > shown ? separator + "…" : "");
            _context.ErrorLine(_context.Say(
                $"{name}: readings of {series.ContradictedCount} time(s) contradict each other, and none of them counts: {First(" or ", "; ")}", $"{name}：{series.ContradictedCount} 个时刻的读数相互矛盾，均不计入：{First(" 或 ", "；")}"));
        }

        if (contradicted.Count > most) _context.ErrorLine(_context.Say($"and {contradicted.Count - most} more series with readings that contradict each other.", $"另有 {contradicted.Count - most} 个序列的读数相互矛盾。"));
    }

    /// <summary>The doubt whether readings stand for as long as <c>--minutes</c> says: plainly they come in other steps. <see langword="null"/> where there is none, or the file itself says how long they are.</summary>
    public SeriesDoubt? StepDoubtOf(Hj212Series series)
    {
        if (_tableOptions.Duration is not { } given || series.Duration != given || series.UsualStep is not { } step) return null;
        // As the median it is no jitter of a clock; a tenth is what steps may differ by.
        var areOverlapping = step.Ticks * 10 < given.Ticks * 9;
        if (!MonitorSeries.IsGap(step, given) && !areOverlapping) return null;
        var (apart, said) = (PeriodText.Of(step), PeriodText.Of(given));
        var advice = step.Ticks % TimeSpan.TicksPerMinute == 0 && step <= TimeSpan.FromHours(1)
            ? new BilingualText($"--minutes {PeriodText.Minutes(step)}", $"--minutes {PeriodText.Minutes(step)}") : new("a column 'seconds'", "“seconds”列");
        return new(series, "minutes", new(
            $"The readings come every {apart}, and --minutes says that each stands for {said}: what it covers, and with it the verdict, is doubtful. Give {advice.English} if each stands for all of that time.",
            $"读数每 {apart} 一条，而 --minutes 称每条代表 {said}：其覆盖时间及结论存疑。若每条代表整个间隔，请给出 {advice.Chinese}。")) { IsOpen = areOverlapping };
    }

    /// <summary>Writes doubts about series to the error stream.</summary>
    public void WriteDoubts(IEnumerable<SeriesDoubt> doubts)
    {
        foreach (var (series, _, text) in doubts) _context.ErrorLine(_context.Say($"{series.Station} {series.Code}-{series.Suffix}: {text.English}", $"{series.Station} {series.Code}-{series.Suffix}：{text.Chinese}"));
    }

    private long LengthOf(string name) => new FileInfo(PathOf(name)).Length;

    private IEnumerable<(int Line, Hj212Reading Reading)> ReadPackets(string name, long before)
    {
        using var stream = Open(name);
        var reader = new Hj212Reader(stream, _profile);
        while (reader.Read() is { } message)
        {
            PacketCount++;
            if (PacketCount % 1024 == 0) _advanced?.Invoke(before + stream.Position);
            Note(name, message);
            foreach (var reading in message.Readings) yield return (message.Line, reading);
        }

        if (reader.IsCutOff) _cutOff.Add(name);
    }

    private IEnumerable<(int Line, Hj212Reading Reading)> ReadTable(string name, long before)
    {
        using var stream = Open(name);
        using var table = new ReadingTableReader(stream, name, _advanced is { } advanced ? _tableOptions with { Progress = new Advance(count => advanced(before + count)) } : _tableOptions);
        while (table.Read(out var row)) yield return (row.Line, row.ToReading());
        RowCount += table.RowCount;
        if (table.LooksStampedAtEnd && !_areStampsKnown) _doubtful.Add(name);
        if (table.UnusedColumns is { Count: > 0 } unused)
            _unused.Add(_context.Say($"{name}: columns that mean nothing here and were left alone: {string.Join(", ", unused)}.", $"{name}：未识别而未使用的列：{string.Join("、", unused)}。"));
        foreach (var error in table.Errors) _tableErrors.Add(error.In(_context.Language));
        if (table.Errors.More > 0) _tableErrors.Add(_context.Say($"{name}: and {table.Errors.More} more errors.", $"{name}：另有 {table.Errors.More} 处错误。"));
    }

    // Logs may begin with a bracket as well as JSON, so that a first reading decides there; of CSV the headings do.
    private bool IsTable(string name, out string problem)
    {
        using var stream = Open(name);
        using var table = new ReadingTableReader(stream, name, _tableOptions);
        var isTable = table.Form == ReadingTableForm.Json ? table.Read(out _) : !table.IsRefused;
        problem = !isTable && table.Errors.Count > 0 ? table.Errors[0].In(_context.Language) : "";
        return isTable;
    }

    private void Note(string file, Hj212Message message)
    {
        _more += message.MoreFindings;
        foreach (var finding in message.Findings)
        {
            _findings[finding.Fault] = _findings.TryGetValue(finding.Fault, out var known)
                ? (known.Where, known.Count + 1) : ($"{file}({message.Line}): {finding.In(_context.Language)}", 1);
        }
    }

    private FileStream Open(string name) => File.OpenRead(PathOf(name));

    private string PathOf(string name) => Path.GetFullPath(Path.Combine(_context.CurrentDirectory, PlainText.Of(name)));

    // Progress<T> would call from other threads, and after the end.
    private sealed class Advance(Action<long> advanced) : IProgress<long>
    {
        public void Report(long value) => advanced(value);
    }
}

/// <summary>A reading with its place in a file.</summary>
/// <param name="File">The file as the user names it.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Reading">The reading.</param>
/// <param name="HasOffset">Whether the offset of its time is known; else the time is local, and that is all.</param>
internal readonly record struct StationReading(string File, int Line, Hj212Reading Reading, bool HasOffset);
