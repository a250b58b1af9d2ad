using System.CommandLine;

namespace GreenBuild.Standards.Tool;

/// <summary>The options that several commands share.</summary>
internal static class ToolOptions
{
    public static Option<string> Format(ToolContext context)
    {
        var format = new Option<string>("--format")
        {
            Description = context.Say("Form of the output: table or json.", "输出形式：table 或 json。"),
            DefaultValueFactory = static _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }

    public static Option<CalendarDate?> On(ToolContext context, string english, string chinese) => new("--on")
    {
        Description = context.Say(english, chinese),
        HelpName = "yyyy-MM-dd",
        CustomParser = argument =>
        {
            if (CalendarDate.TryParse(argument.Tokens[0].Value, out var date)) return date;
            argument.AddError(context.Say($"'{InputError.Quote(argument.Tokens[0].Value)}' is not a day of the form 2026-01-31.", $"“{InputError.Quote(argument.Tokens[0].Value)}”不是 2026-01-31 形式的日期。"));
            return null;
        },
    };

    public static Option<string> In(ToolContext context) => new("--in")
    {
        Description = context.Say("Place: ISO 3166-2 code or name. Default: CN.", "地点：ISO 3166-2 代码或名称。默认：CN。"),
        HelpName = "PLACE",
    };

    /// <summary>Finds the place, or says that it is not known.</summary>
    public static bool TryPlace(ToolContext context, string? text, out Jurisdiction place)
    {
        if (text is null)
        {
            place = Jurisdiction.China;
            return true;
        }

        if (Jurisdiction.TryParse(text, out place)) return true;
        context.Fail(ExitCode.BadData, new(
            $"'{InputError.Quote(text)}' is not a known place; use an ISO 3166-2 code such as CN-SH.", $"“{InputError.Quote(text)}”不是已知地点；请使用 ISO 3166-2 代码，例如 CN-SH。"));
        return false;
    }

    /// <summary>The date asked for, or the day for which the facts of the catalogue were last checked: never today.</summary>
    public static CalendarDate DateOr(CalendarDate? given, ToolContext context) => given ?? context.Catalogue.ReleaseDate;

    /// <summary>Says for which place and day the answer is, and that the day was not asked for.</summary>
    public static string Header(ToolContext context, Jurisdiction place, CalendarDate date, bool isGiven) => context.Say(
        $"{place.Name.English} ({place.Code}), {date}{(isGiven ? "" : ", the release date of the catalogue")}",
        $"{place.Name.Chinese}（{place.Code}），{date}{(isGiven ? "" : "（目录发布日期）")}");
}
