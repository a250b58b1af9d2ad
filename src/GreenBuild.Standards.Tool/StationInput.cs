using System.CommandLine;
using System.Text;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Tables;

namespace GreenBuild.Standards.Tool;

/// <summary>What the commands that read stations are told of their files: how packets speak, and what a table does not say itself.</summary>
internal sealed class StationInput
{
    private readonly ToolContext _context;
    private readonly Argument<string[]> _files;
    private readonly Option<string> _profile;
    private readonly Option<int?> _minutes;
    private readonly Option<string[]> _columns;
    private readonly Option<string> _unit;
    private readonly Option<string> _encoding;
    private readonly Option<string> _separator;
    private readonly Option<string> _decimal;
    private readonly Option<bool> _strict;
    private readonly Option<string> _place;

    public StationInput(ToolContext context)
    {
        _context = context;
        _files = StationLogs.Files(context);
        _profile = StationLogs.Profile(context);
        _minutes = StationLogs.Minutes(context);
        _columns = new Option<string[]>("--columns")
        {
            Description = context.Say(
                "What a heading of a table, or the number of a column, means that says it otherwise: \"Dust=PM10 (mg/m3)\", \"3=LAeq\", \"Note=-\" to leave it alone; may be repeated.",
                "读数表列名（或列号）的含义，用于无法识别的列名：“粉尘=PM10 (mg/m3)”、“3=LAeq”，“备注=-”表示不读取；可重复给出。"),
            HelpName = "HEADING=MEANING",
            Arity = ArgumentArity.OneOrMore,
        };
        _columns.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 }, { Length: > 0 }])
                    result.AddError(context.Say($"--columns: '{InputError.Quote(token.Value)}' is not of the form HEADING=MEANING.", $"--columns：“{InputError.Quote(token.Value)}”不是“列名=含义”的形式。"));
        });
        _unit = new Option<string>("--unit") { Description = context.Say("Unit of the columns of dust in a table whose heading names none: µg/m3, mg/m3.", "读数表中列名未注明单位的扬尘列的单位：µg/m3、mg/m3。"), HelpName = "UNIT" };
        _unit.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !MeasurementUnit.TryConvert(1, PlainText.Of(token.Value), SiteDustMonitoring.Unit, out _))
                result.AddError(context.Say($"--unit: '{InputError.Quote(token.Value)}' is no unit of mass concentration, such as µg/m3.", $"--unit：“{InputError.Quote(token.Value)}”不是质量浓度单位（如 µg/m3）。"));
        });
        _encoding = new Option<string>("--encoding") { Description = context.Say("Encoding of a table: utf-8, utf-16 or gb18030. Default: found out from its beginning.", "读数表的编码：utf-8、utf-16 或 gb18030。默认：自动识别。") };
        ToolOptions.OnlyOf(context, _encoding, [("utf-8", default), ("utf-16", default), ("gb18030", default)]);
        _separator = new Option<string>("--separator") { Description = context.Say("What separates the values of a table: comma, semicolon, tab. Default: found out from its first line.", "读数表的分隔符：comma（逗号）、semicolon（分号）、tab（制表符）。默认：自动识别。") };
        ToolOptions.OnlyOf(context, _separator, [("comma", new("comma", "逗号")), ("semicolon", new("semicolon", "分号")), ("tab", new("tab", "制表符"))]);
        _decimal = new Option<string>("--decimal") { Description = context.Say("Decimal sign of a table: point or comma. Default: found out from its beginning.", "读数表的小数点：point（点）或 comma（逗号）。默认：自动识别。") };
        ToolOptions.OnlyOf(context, _decimal, [("point", new("point", "点")), ("comma", new("comma", "逗号"))]);
        _strict = new Option<bool>("--strict") { Description = context.Say("End with 65 if anything is wrong with a packet or a row.", "任一数据包或数据行有问题时以 65 退出。") };
        _place = ToolOptions.In(context);
    }

    /// <summary>Gives a command its files and these options.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_files);
        foreach (var option in new Option[] { _profile, _minutes, _place, _columns, _unit, _encoding, _separator, _decimal, _strict }) command.Options.Add(option);
    }

    /// <summary>Whether anything that is wrong ends with an error.</summary>
    public bool IsStrict(ParseResult result) => result.GetValue(_strict);

    /// <summary>Finds the place and opens the files, or says what is wrong.</summary>
    public bool TryOpen(ParseResult result, out Jurisdiction place, out StationLogs logs)
    {
        logs = null!;
        if (!ToolOptions.TryPlace(_context, result.GetValue(_place), out place)) return false;
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in result.GetValue(_columns) ?? [])
        {
            var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            columns[parts[0]] = parts[1];
        }

        var minutes = result.GetValue(_minutes);
        return StationLogs.TryOpen(_context, result.GetRequiredValue(_files), result.GetRequiredValue(_profile), minutes, new ReadingTableOptions
        {
            Place = place,
            Duration = minutes is { } length ? TimeSpan.FromMinutes(length) : null,
            Columns = columns,
            Unit = result.GetValue(_unit) is { } unit ? PlainText.Of(unit) : null,
            Encoding = result.GetValue(_encoding) switch { "utf-8" => Encoding.UTF8, "utf-16" => Encoding.Unicode, "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030"), _ => null },
            Separator = result.GetValue(_separator) switch { "comma" => ',', "semicolon" => ';', "tab" => '\t', _ => null },
            HasDecimalComma = result.GetValue(_decimal) switch { "comma" => true, "point" => false, _ => null },
        }, out logs);
    }
}
