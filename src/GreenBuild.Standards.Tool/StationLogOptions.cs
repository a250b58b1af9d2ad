using System.CommandLine;
using System.Globalization;
using System.Text;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Monitoring.Tables;

namespace GreenBuild.Standards.Tool;

/// <summary>What <c>readings</c>, <c>monitor</c> and <c>screen</c> are told of the files of stations: how packets speak, and what tables do not say themselves.</summary>
internal sealed class StationLogOptions
{
    private static readonly (string Word, BilingualText Name, Hj212StationProfile Profile)[] Profiles =
    [
        ("unspecified", new("no units", "未说明单位"), Hj212StationProfile.Unspecified),
        ("national-2017", new("HJ 212-2017 as printed: ng/m3", "HJ 212-2017 原文：ng/m3"), Hj212StationProfile.National2017),
        ("micrograms", new("most platforms: µg/m3", "多数平台：µg/m3"), Hj212StationProfile.Micrograms),
        ("shanghai", new("Shanghai dust and noise: mg/m3", "上海扬尘噪声：mg/m3"), Hj212StationProfile.ShanghaiDustNoise),
    ];

    private static readonly (string Word, Func<Encoding> Encoding)[] Encodings =
    [
        ("utf-8", static () => Encoding.UTF8), ("utf-16", static () => Encoding.Unicode), ("gb18030", static () => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!),
        ("gbk", static () => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!),
    ];

    private readonly Argument<string[]> _files;
    private readonly Option<string> _profile;
    private readonly Option<int?> _minutes;
    private readonly Option<string> _stamps;
    private readonly Option<string> _place;
    private readonly Option<string[]> _columns;
    private readonly Option<string> _unit;
    private readonly Option<string> _station;
    private readonly Option<string> _encoding;
    private readonly Option<char?> _separator;
    private readonly Option<string> _decimalSign;

    public StationLogOptions(ToolContext context)
    {
        _files = new("FILE")
        {
            Description = context.Say("Log of one or more stations: packets of HJ 212 one after the other, or a table of readings (CSV, JSON).", "监测站日志：依次排列的 HJ 212 数据包，或读数表（CSV、JSON）。"),
            Arity = ArgumentArity.OneOrMore,
        };
        _profile = new("--profile")
        {
            Description = context.Say(
                "How the station speaks, since packets name no unit: " + string.Join("; ", Profiles.Select(static one => $"{one.Word} ({one.Name.English})")) + ". Default: unspecified.",
                "监测站约定（数据包不含单位）：" + string.Join("；", Profiles.Select(static one => $"{one.Word}（{one.Name.Chinese}）")) + "。默认：unspecified。"),
            DefaultValueFactory = static _ => "unspecified",
        };
        ToolOptions.OnlyOf(context, _profile, [.. Profiles.Select(static one => (one.Word, default(BilingualText)))]);
        _minutes = ToolOptions.Number(context, "--minutes", 1, 60, "How many minutes a value stands for where the file does not say: of CN=2051, and in tables.", "文件未说明时每个数值代表的分钟数：CN=2051 以及读数表。");
        _stamps = new("--stamps") { Description = context.Say("Whether times are the start or the end of their periods. Default: start.", "时间为时段的开始（start）还是结束（end）。默认：start。") };
        ToolOptions.OnlyOf(context, _stamps, [("start", new("start", "开始")), ("end", new("end", "结束"))]);
        _place = ToolOptions.In(context);
        _columns = new("--columns")
        {
            Description = context.Say(
                "What the columns of a table are, as HEADING=MEANING or NUMBER=MEANING, for example \"dust=PM10 (mg/m3); 5=time\"; '-' leaves a column alone; may be repeated.",
                "读数表各列的含义，写作“列名=含义”或“列号=含义”，如 \"dust=PM10 (mg/m3); 5=time\"；“-”表示忽略该列；可重复给出。"),
            HelpName = "HEADING=MEANING",
            Arity = ArgumentArity.OneOrMore,
        };
        _columns.Validators.Add(result =>
        {
            if (!TryColumns(result.Tokens.Select(static token => token.Value), out _, out var problem)) result.AddError(problem.In(context.Language));
        });
        _unit = new("--unit")
        {
            Description = context.Say("Unit of the values of a table whose heading and row name none, for example µg/m3; without it such dust is not judged.", "读数表列名和行中均未注明单位时数值的单位，如 µg/m3；未给出时此类扬尘读数不评价。"),
            HelpName = "UNIT",
        };
        _unit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !ReadingTableReader.IsUnitOfReadings(PlainText.Of(result.Tokens[0].Value)))
                result.AddError(context.Say(
                    $"--unit: '{InputError.Quote(result.Tokens[0].Value)}' is no unit of dust or sound, such as µg/m3, mg/m3 or dB(A).", $"--unit：“{InputError.Quote(result.Tokens[0].Value)}”不是扬尘或声级的单位（如 µg/m3、mg/m3、dB(A)）。"));
        });
        _station = new("--station")
        {
            Description = context.Say("Station of the rows of a table that name none. Default: the name of the file.", "读数表中未注明监测站的行所属的监测站。默认：文件名。"),
            HelpName = "NAME",
        };
        _encoding = new("--encoding") { Description = context.Say("Encoding of CSV: utf-8, utf-16, gb18030 or gbk. Default: found out.", "CSV 的编码：utf-8、utf-16、gb18030 或 gbk。默认：自动识别。") };
        ToolOptions.OnlyOf(context, _encoding, [.. Encodings.Select(static one => (one.Word, default(BilingualText)))]);
        _separator = new("--separator")
        {
            Description = context.Say("What separates the values of CSV: a sign, or 'tab'. Default: found out from the headings.", "CSV 的分隔符：一个符号，或 tab。默认：由列名行识别。"),
            HelpName = "SIGN",
            CustomParser = argument =>
            {
                var text = argument.Tokens[0].Value;
                if (text is "tab" or "\\t" or "\t") return '\t';
                if (text is [var sign] && sign is '，' or (> ' ' and <= '~') && !char.IsAsciiLetterOrDigit(sign) && sign is not ('"' or '.' or '-' or '+' or ':')) return sign;
                argument.AddError(context.Say($"--separator: '{InputError.Quote(text)}' cannot separate values; give one sign such as ; or |, or tab.", $"--separator：“{InputError.Quote(text)}”不能作为分隔符；请给出一个符号（如 ; 或 |）或 tab。"));
                return null;
            },
        };
        _decimalSign = new("--decimal") { Description = context.Say("Decimal sign of CSV: point or comma. Default: found out.", "CSV 的小数分隔符：point（小数点）或 comma（逗号）。默认：自动识别。") };
        ToolOptions.OnlyOf(context, _decimalSign, [("point", new("point", "小数点")), ("comma", new("comma", "逗号"))]);
        _decimalSign.Validators.Add(result =>
        {
            // By their words: the values themselves cannot be asked for where one of them could not be read.
            if (result.Tokens is [{ Value: "comma" or "逗号" }] && result.GetResult(_separator)?.Tokens is [{ Value: "," }])
                result.AddError(context.Say("--decimal: a comma cannot be the decimal sign and the separator of one table.", "--decimal：同一读数表中逗号不能既作小数分隔符又作列分隔符。"));
        });
    }

    /// <summary>Adds the options to a command, whose own come after them.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_files);
        foreach (var option in new Option[] { _profile, _minutes, _stamps, _place, _columns, _unit, _station, _encoding, _separator, _decimalSign }) command.Options.Add(option);
    }

    /// <summary>Finds the place and opens the files, or says what is wrong with them.</summary>
    public bool TryOpen(ToolContext context, ParseResult result, out StationLogs logs)
    {
        logs = null!;
        if (!ToolOptions.TryPlace(context, result.GetValue(_place), out var place)) return false;
        var minutes = result.GetValue(_minutes) is { } given ? TimeSpan.FromMinutes(given) : (TimeSpan?)null;
        var profile = Array.Find(Profiles, one => one.Word == result.GetRequiredValue(_profile)).Profile;
        if (minutes is { } interval) profile = profile with { MinuteInterval = interval };
        var stamps = result.GetValue(_stamps);
        if (stamps == "end") profile = profile with { StampsEnd = true };
        TryColumns(result.GetValue(_columns) ?? [], out var columns, out _);
        var table = new ReadingTableOptions
        {
            Place = place,
            Duration = minutes,
            StampsEnd = stamps == "end",
            Columns = columns,
            Unit = result.GetValue(_unit) is { } unit ? PlainText.Of(unit) : null,
            Station = result.GetValue(_station),
            Encoding = result.GetValue(_encoding) is { } encoding ? Array.Find(Encodings, one => one.Word == encoding).Encoding() : null,
            Separator = result.GetValue(_separator),
            HasDecimalComma = result.GetValue(_decimalSign) is { } sign ? sign == "comma" : null,
        };
        return StationLogs.TryOpen(context, result.GetRequiredValue(_files), profile, table, areStampsKnown: stamps is not null, out logs);
    }

    private static bool TryColumns(IEnumerable<string> given, out Dictionary<string, string> columns, out BilingualText problem)
    {
        columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        problem = default;
        foreach (var pair in given.SelectMany(static one => one.Split(';', '；')).Where(static pair => pair.Trim().Length > 0))
        {
            // No meaning has such a sign in it; a heading may.
            var equals = pair.LastIndexOfAny(['=', '＝']);
            var (heading, meaning) = equals < 0 ? ("", "") : (pair[..equals].Trim(), pair[(equals + 1)..].Trim());
            if (heading.Length == 0 || meaning.Length == 0)
            {
                problem = new($"--columns: '{InputError.Quote(pair)}' is not of the form HEADING=MEANING.", $"--columns：“{InputError.Quote(pair)}”不是“列名=含义”的形式。");
                return false;
            }

            if (!ReadingTableReader.IsUnderstood(meaning))
            {
                problem = new(
                    $"--columns: '{InputError.Quote(meaning)}' is no heading that is understood, such as time, station, PM10 (mg/m3) or LAeq.", $"--columns：“{InputError.Quote(meaning)}”不是可识别的列名（如 time、station、PM10 (mg/m3)、LAeq）。");
                return false;
            }

            if (columns.TryAdd(heading, meaning)) continue;
            problem = new($"--columns: '{InputError.Quote(heading)}' is given twice.", $"--columns：“{InputError.Quote(heading)}”给出了两次。");
            return false;
        }

        return true;
    }
}
