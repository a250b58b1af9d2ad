using System.CommandLine;
using System.Globalization;
using GreenBuild.Standards.Json;

namespace GreenBuild.Standards.Tool;

/// <summary>The options that several commands share.</summary>
internal static class ToolOptions
{
    public static Option<string> Format(ToolContext context, bool hasCsv = false)
    {
        var format = new Option<string>("--format")
        {
            Description = hasCsv
                ? context.Say("Form of the output: table, json, or csv for spreadsheets.", "输出形式：table、json，或供电子表格使用的 csv。")
                : context.Say("Form of the output: table or json.", "输出形式：table 或 json。"),
            DefaultValueFactory = static _ => "table",
        };
        OnlyOf(context, format, hasCsv ? [("table", default), ("json", default), ("csv", default)] : [("table", default), ("json", default)]);
        return format;
    }

    // The word itself, its Chinese name, or another that people have for it; the parser's own check does not say what the words mean.
    internal static void OnlyOf(ToolContext context, Option<string> option, IReadOnlyList<(string Word, BilingualText Name)> words, params (string Also, string Word)[] others)
    {
        option.CompletionSources.Add([.. words.Select(static one => one.Word)]);
        option.CustomParser = argument =>
        {
            var text = PlainText.Of(argument.Tokens[0].Value).Trim();
            foreach (var (also, word) in others)
                if (also == text) return word;
            foreach (var (word, name) in words)
                if (word == text || (name.Chinese is { Length: > 0 } chinese && chinese == text)) return word;
            var ask = Suggestion.Ask(Suggestion.For(text, words.Select(static one => one.Word)));
            argument.AddError(context.Say(
                $"{option.Name}: '{InputError.Quote(text)}' is none of {string.Join(", ", words.Select(static one => one.Word))}.{ask.English}",
                $"{option.Name}：“{InputError.Quote(text)}”不是下列之一：{string.Join("、", words.Select(static one => one.Word + (one.Name.Chinese is { Length: > 0 } chinese ? $"（{chinese}）" : "")))}。{ask.Chinese}"));
            return null;
        };
    }

    public static Option<string[]> Overlay(ToolContext context) => new("--overlay")
    {
        Description = context.Say(
            "Edition of your own (JSON as in the catalogue) that adds or tightens limits; may be repeated.", "自有版本（与目录相同的 JSON），用于增加或收紧限值；可重复给出。"),
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string> Domain(ToolContext context)
    {
        var domain = new Option<string>("--domain") { Description = context.Say("Only this domain.", "仅限该领域。") };
        OnlyOf(context, domain, [("noise", new("noise", "噪声")), ("dust", new("dust and air", "扬尘")), ("waste", new("construction waste", "建筑垃圾")), ("materials", new("materials", "建材")), ("components", new("prefabricated components", "构件")), ("general", new("general duties", "通用"))]);
        return domain;
    }

    public static Option<string> Evidence(ToolContext context, string english, string chinese)
    {
        var evidence = new Option<string>("--evidence") { Description = context.Say(english, chinese) };
        OnlyOf(context, evidence, [.. Enum.GetValues<Evidence>().Reverse().Select(static level => (JsonWord.Of(level), Words.Of(level)))]);
        return evidence;
    }

    public static Option<string> Kind(ToolContext context)
    {
        var kind = new Option<string>("--kind") { Description = context.Say("Only this kind of requirement.", "仅限该类要求。") };
        OnlyOf(context, kind, [.. Enum.GetValues<RequirementKind>().Select(static one => (JsonWord.Of(one), Words.Of(one)))]);
        return kind;
    }

    /// <summary>A whole number between two bounds.</summary>
    public static Option<int?> Number(ToolContext context, string name, int least, int most, string english, string chinese)
    {
        var option = new Option<int?>(name) { Description = context.Say(english, chinese), HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
                result.AddError(context.Say($"{name}: '{InputError.Quote(result.Tokens[0].Value)}' is not {least} to {most}.", $"{name}：“{InputError.Quote(result.Tokens[0].Value)}”不是 {least} 至 {most}。"));
        });
        return option;
    }

    public static Option<CalendarDate?> On(ToolContext context, string english, string chinese) => Day(context, "--on", english, chinese);

    public static Option<CalendarDate?> Day(ToolContext context, string name, string english, string chinese) => new(name)
    {
        Description = context.Say(english, chinese),
        HelpName = "yyyy-MM-dd",
        CustomParser = argument =>
        {
            if (DayText.TryRead(argument.Tokens[0].Value, out var date, out var problem)) return date;
            argument.AddError(context.Say(problem.English, problem.Chinese));
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

        text = PlainText.Of(text);
        if (Jurisdiction.TryParse(text, out place)) return true;
        var near = Suggestion.ForPlace(text);
        context.Fail(ExitCode.BadData, new(
            $"'{InputError.Quote(text)}' is not a known place; use an ISO 3166-2 code such as CN-SH.{near.English} 'greenbuild explain places' lists them.",
            $"“{InputError.Quote(text)}”不是已知地点；请使用 ISO 3166-2 代码，例如 CN-SH。{near.Chinese}可用 greenbuild explain places --lang zh 列出。"));
        return false;
    }

    /// <summary>Finds out whether the catalogue knows anything of the day, or says that it does not.</summary>
    /// <remarks>An edition of which no date is known counts as in force; alone it says nothing about the day.</remarks>
    public static bool HasDated(ToolContext context, IEnumerable<Edition> editions, Jurisdiction place, CalendarDate date)
    {
        if (editions.Any(static edition => edition.Effective is not null || edition.Issued is not null)) return true;
        context.Fail(ExitCode.BadData, new(
            $"No edition whose dates the catalogue knows is in force in {place.Name.English} on {date}.", $"目录中没有已知日期且 {date} 在{place.Name.Chinese}施行的版本。"));
        return false;
    }

    /// <summary>The date asked for, or the day for which the facts of the catalogue were last checked: never today.</summary>
    public static CalendarDate DateOr(CalendarDate? given, ToolContext context) => given ?? context.Catalogue.ReleaseDate;

    /// <summary>Says for which place and day the answer is, and that the day was not asked for.</summary>
    public static string Header(ToolContext context, Jurisdiction place, CalendarDate date, bool isGiven) => context.Say(
        $"{place.Name.English} ({place.Code}), {date}{(isGiven ? "" : ", the release date of the catalogue")}",
        $"{place.Name.Chinese}（{place.Code}），{date}{(isGiven ? "" : "（目录发布日期）")}");
}
