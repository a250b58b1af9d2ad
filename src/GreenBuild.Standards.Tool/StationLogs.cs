using System.CommandLine;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Monitoring.Tables;

namespace GreenBuild.Standards.Tool;

/// <summary>The files of stations that <c>readings</c>, <c>monitor</c> and <c>screen</c> read: packets of HJ 212 as they arrived, or tables of readings in CSV or JSON.</summary>
internal sealed class StationLogs
{
    private static readonly (string Word, BilingualText Name, Hj212StationProfile Profile)[] Profiles =
    [
        ("unspecified", new("no units", "未说明单位"), Hj212StationProfile.Unspecified),
        ("national-2017", new("HJ 212-2017 as printed: ng/m3", "HJ 212-2017 原文：ng/m3"), Hj212StationProfile.National2017),
        ("micrograms", new("most platforms: µg/m3", "多数平台：µg/m3"), Hj212StationProfile.Micrograms),
        ("shanghai", new("Shanghai dust and noise: mg/m3", "上海扬尘噪声：mg/m3"), Hj212StationProfile.ShanghaiDustNoise),
    ];

    private readonly ToolContext _context;
    private readonly string[] _files;
    private readonly Hj212StationProfile _profile;
    private readonly ReadingTableOptions _options;
    private readonly SortedDictionary<Hj212Fault, (string Where, int Count)> _findings = [];
    private readonly List<string> _cutOff = [];
    private readonly List<string> _tableErrors = [];
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);
    private int _more;

    private StationLogs(ToolContext context, string[] files, Hj212StationProfile profile, ReadingTableOptions options) => (_context, _files, _profile, _options) = (context, files, profile, options);

    /// <summary>The only file; <see langword="null"/> if there are several.</summary>
    public string? OnlyFile => _files is [var file] ? file : null;

    /// <summary>How many packets were read so far.</summary>
    public int PacketCount { get; private set; }

    /// <summary>How many rows of tables were read so far.</summary>
    public long RowCount { get; private set; }

    /// <summary>How many readings they had.</summary>
    public int ReadingCount { get; private set; }

    public static Argument<string[]> Files(ToolContext context) => new("FILE")
    {
        Description = context.Say("Log of one or more stations: packets of HJ 212 one after the other, or a table of readings (CSV, JSON).", "监测站日志：依次排列的 HJ 212 数据包，或读数表（CSV、JSON）。"),
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string> Profile(ToolContext context)
    {
        var option = new Option<string>("--profile")
        {
            Description = context.Say(
                "How the station speaks, since packets name no unit: " + string.Join("; ", Profiles.Select(static one => $"{one.Word} ({one.Name.English})")) + ". Default: unspecified.",
                "监测站约定（数据包不含单位）：" + string.Join("；", Profiles.Select(static one => $"{one.Word}（{one.Name.Chinese}）")) + "。默认：unspecified。"),
            DefaultValueFactory = static _ => "unspecified",
        };
        ToolOptions.OnlyOf(context, option, [.. Profiles.Select(static one => (one.Word, default(BilingualText)))]);
        return option;
    }

    public static Option<int?> Minutes(ToolContext context) => ToolOptions.Number(
        context, "--minutes", 1, 60, "How many minutes a value stands for where the file does not say: of CN=2051, and in tables.", "文件未说明时每个数值代表的分钟数：CN=2051 以及读数表。");

    /// <summary>Opens the files, or says what is wrong with them; a file without a packet is none of the kind.</summary>
    public static bool TryOpen(ToolContext context, string[] files, string profile, int? minutes, ReadingTableOptions options, out StationLogs logs)
    {
        var station = Array.Find(Profiles, one => one.Word == profile).Profile;
        if (minutes is { } interval) station = station with { MinuteInterval = TimeSpan.FromMinutes(interval) };
        logs = new StationLogs(context, files, station, options);
        // Before anything is written, each of them must have something to read.
        foreach (var name in files)
        {
            try
            {
                if (logs.IsTable(name, out var problem)) logs._tables.Add(name);
                using var stream = logs.Open(name);
                if (logs._tables.Contains(name) || new Hj212Reader(stream).Read() is not null) continue;
                if (problem.Length > 0) context.ErrorLine(problem);
                context.Fail(ExitCode.BadData, new($"'{InputError.Quote(name)}' holds no packet of HJ 212.", $"“{InputError.Quote(name)}”中没有 HJ 212 数据包。"));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                context.Fail(ExitCode.BadData, new($"'{InputError.Quote(name)}' cannot be read.", $"无法读取“{InputError.Quote(name)}”。"));
            }

            return false;
        }

        return true;
    }

    /// <summary>Reads the readings in the order of the files, one by one: a log may be larger than the memory.</summary>
    public IEnumerable<(string File, int Line, Hj212Reading Reading)> Read()
    {
        foreach (var name in _files)
        {
            foreach (var (line, reading) in _tables.Contains(name) ? ReadTable(name) : ReadPackets(name))
            {
                ReadingCount++;
                yield return (name, line, reading);
            }
        }
    }

    /// <summary>Writes what is wrong with the packets that were read to the error stream: the first of each kind with its place, and how many there are.</summary>
    /// <returns>Whether there is anything.</returns>
    public bool WriteFindings()
    {
        foreach (var (where, count) in _findings.Values) _context.ErrorLine(where + (count > 1 ? _context.Say($" ({count} times)", $"（共 {count} 处）") : ""));
        foreach (var file in _cutOff) _context.ErrorLine(_context.Say($"{file}: ends in the middle of a packet, which was left out.", $"{file}：文件在数据包中间结束，该包未读取。"));
        if (_more > 0) _context.ErrorLine(_context.Say($"and {_more} more of packets with more than {Hj212Message.MaxFindings} findings.", $"另有 {_more} 处，所在数据包的问题超过 {Hj212Message.MaxFindings} 处。"));
        foreach (var error in _tableErrors) _context.ErrorLine(error);
        return _findings.Count + _cutOff.Count + _tableErrors.Count > 0;
    }

    private IEnumerable<(int Line, Hj212Reading Reading)> ReadPackets(string name)
    {
        using var stream = Open(name);
        using var progress = new ProgressLine(_context, name, stream.Length);
        var reader = new Hj212Reader(stream, _profile);
        while (reader.Read() is { } message)
        {
            if (PacketCount++ % 1000 == 0) progress.Report(stream.Position);
            Note(name, message);
            foreach (var reading in message.Readings) yield return (message.Line, reading);
        }

        if (reader.IsCutOff) _cutOff.Add(name);
    }

    private IEnumerable<(int Line, Hj212Reading Reading)> ReadTable(string name)
    {
        using var stream = Open(name);
        using var progress = new ProgressLine(_context, name, stream.Length);
        using var table = new ReadingTableReader(stream, name, _options with { Progress = progress });
        while (table.Read(out var row)) yield return (row.Line, row.ToReading());
        RowCount += table.RowCount;
        foreach (var error in table.Errors) _tableErrors.Add(error.In(_context.Language));
        if (table.Errors.More > 0) _tableErrors.Add(_context.Say($"{name}: and {table.Errors.More} more errors.", $"{name}：另有 {table.Errors.More} 处错误。"));
    }

    // Logs may begin with a bracket as well as JSON, so that a first reading decides there; of CSV the headings do.
    private bool IsTable(string name, out string problem)
    {
        using var stream = Open(name);
        using var table = new ReadingTableReader(stream, name, _options);
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

    private FileStream Open(string name) => File.OpenRead(Path.GetFullPath(Path.Combine(_context.CurrentDirectory, PlainText.Of(name))));
}
