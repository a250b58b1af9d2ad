using System.CommandLine;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Tool;

/// <summary>The logs of stations that <c>readings</c> and <c>monitor</c> read: packets of HJ 212, as they arrived.</summary>
internal sealed class StationLogs
{
    private static readonly (string Word, BilingualText Name, Hj212StationProfile Profile)[] Profiles =
    [
        ("unspecified", new("no units", "未说明单位"), Hj212StationProfile.Unspecified),
        ("national-2017", new("HJ 212-2017 as printed: ng/m3", "HJ 212-2017 原文：ng/m3"), Hj212StationProfile.National2017),
        ("micrograms", new("most platforms: µg/m3", "多数平台：µg/m3"), Hj212StationProfile.Micrograms),
        ("shanghai", new("Shanghai dust and noise: mg/m3", "上海扬尘噪声：mg/m3"), Hj212StationProfile.ShanghaiDustNoise),
    ];

    private readonly List<(string File, Hj212Message Message)> _messages = [];

    private StationLogs()
    {
    }

    /// <summary>The messages with the file that they stand in, in the order of the files.</summary>
    public IReadOnlyList<(string File, Hj212Message Message)> Messages => _messages;

    private readonly List<string> _cutOff = [];

    public static Argument<string[]> Files(ToolContext context) => new("FILE")
    {
        Description = context.Say("Log of one or more stations: packets of HJ 212 one after the other.", "监测站日志：依次排列的 HJ 212 数据包。"),
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
        context, "--minutes", 1, 60, "How many minutes a value of CN=2051 stands for; the packet does not say.", "CN=2051 每个数值代表的分钟数；数据包未说明。");

    /// <summary>Reads the files, or says what is wrong with them; a file without a packet is none of the kind.</summary>
    public static bool TryRead(ToolContext context, string[] files, string profile, int? minutes, out StationLogs logs, out int exitCode)
    {
        logs = new StationLogs();
        exitCode = ExitCode.BadData;
        var station = Array.Find(Profiles, one => one.Word == profile).Profile;
        if (minutes is { } interval) station = station with { MinuteInterval = TimeSpan.FromMinutes(interval) };
        foreach (var name in files)
        {
            var path = Path.GetFullPath(Path.Combine(context.CurrentDirectory, PlainText.Of(name)));
            var before = logs._messages.Count;
            try
            {
                using var stream = File.OpenRead(path);
                var reader = new Hj212Reader(stream, station);
                while (reader.Read() is { } message) logs._messages.Add((name, message));
                if (reader.IsCutOff) logs._cutOff.Add(name);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                context.Fail(exitCode, new($"'{InputError.Quote(name)}' cannot be read.", $"无法读取“{InputError.Quote(name)}”。"));
                return false;
            }

            if (logs._messages.Count > before) continue;
            context.Fail(exitCode, new($"'{InputError.Quote(name)}' holds no packet of HJ 212.", $"“{InputError.Quote(name)}”中没有 HJ 212 数据包。"));
            return false;
        }

        exitCode = ExitCode.Compliant;
        return true;
    }

    /// <summary>Writes what is wrong with the packets to the error stream: the first of each kind with its place, and how many there are.</summary>
    /// <returns>How many kinds there are.</returns>
    public int WriteFindings(ToolContext context)
    {
        var kinds = _messages.SelectMany(static one => one.Message.Findings.Select(finding => (one.File, one.Message, Finding: finding))).GroupBy(static one => one.Finding.Fault).OrderBy(static group => group.Key).ToList();
        foreach (var kind in kinds)
        {
            var (file, message, finding) = kind.First();
            var count = kind.Count();
            context.ErrorLine($"{file}({message.Line}): {finding.In(context.Language)}{(count > 1 ? context.Say($" ({count} times)", $"（共 {count} 处）") : "")}");
        }

        foreach (var file in _cutOff) context.ErrorLine(context.Say($"{file}: ends in the middle of a packet, which was left out.", $"{file}：文件在数据包中间结束，该包未读取。"));
        var more = _messages.Sum(static one => one.Message.MoreFindings);
        if (more > 0) context.ErrorLine(context.Say($"and {more} more of packets with more than {Hj212Message.MaxFindings} findings.", $"另有 {more} 处，所在数据包的问题超过 {Hj212Message.MaxFindings} 处。"));
        return kinds.Count + _cutOff.Count;
    }
}
