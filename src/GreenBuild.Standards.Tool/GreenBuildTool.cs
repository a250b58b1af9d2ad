using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;

namespace GreenBuild.Standards.Tool;

/// <summary>The <c>greenbuild</c> command.</summary>
public static class GreenBuildTool
{
    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The arguments, without the name of the command.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where errors go.</param>
    /// <param name="currentDirectory">The folder that relative paths count from, as a full path.</param>
    /// <param name="isTerminal">Whether a person looks at the output; else there are no colours and lines are not broken.</param>
    /// <param name="width">The columns of the terminal; what the terminal itself says if not given.</param>
    /// <param name="clock">Says when a report was made; the system's if not given.</param>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter error, string currentDirectory, bool isTerminal = false, int? width = null, TimeProvider? clock = null)
    {
        var language = LanguageOf(arguments);
        var culture = CultureInfo.CurrentUICulture;
        try
        {
            ParserLanguage.Use(language);
            var context = new ToolContext(output, error, currentDirectory, isTerminal, width, language, clock);
            // An argument that begins with @ is a value, not a file of more arguments.
            var result = CommandLine(context).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            var problems = new CommandLineErrors(context, result, arguments);
            if (problems.Any) return problems.Write();
            if (language == Language.Chinese && result.Action is HelpAction)
            {
                using var help = new StringWriter();
                var code = result.Invoke(new InvocationConfiguration { Output = help, Error = error, EnableDefaultExceptionHandler = false });
                output.Write(ParserLanguage.HelpInChinese(help.ToString()));
                return code;
            }


            return result.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }

    private static RootCommand CommandLine(ToolContext context)
    {
        var root = new RootCommand(context.Say(
            "Audits construction sites against the standards in force, and answers which limit applies where and when.\n\n" +
            "Exit codes: 0 compliant, or answered; 1 non-compliant; 2 indeterminate, provisional or invalid only, or nothing applies;\n" +
            "64 the command line cannot be understood; 65 a file cannot be read, or a name or date is not known; 73 the report cannot be written.",
            "按施行中的标准审核施工工地，并查询何时何地适用何种限值。\n\n" +
            "退出码：0 符合或已给出结果；1 不符合；2 仅有无法判定、暂定或无效，或均不适用；\n" +
            "64 命令行有误；65 文件无法读取，或名称、日期不在目录中；73 报告无法写入。"));
        var language = new Option<string>("--lang")
        {
            Description = context.Say("Language of all output: en or zh.", "输出语言：en 或 zh。"),
            DefaultValueFactory = static _ => "en",
            Recursive = true,
            HelpName = "en|zh",
        };
        language.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Is(result.Tokens[0].Value, "en") && !Is(result.Tokens[0].Value, "zh"))
                result.AddError(context.Say($"--lang: '{InputError.Quote(result.Tokens[0].Value)}' is not en or zh.", $"--lang：“{InputError.Quote(result.Tokens[0].Value)}”不是 en 或 zh。"));
        });
        language.CompletionSources.Add("en", "zh");
        root.Options.Add(language);
        root.Subcommands.Add(AuditCommand.Create(context));
        root.Subcommands.Add(VerifyCommand.Create(context));
        root.Subcommands.Add(InitCommand.Create(context));
        root.Subcommands.Add(SchemaCommand.Create(context));
        root.Subcommands.Add(LimitsCommand.Create(context));
        root.Subcommands.Add(StandardsCommand.Create(context));
        root.Subcommands.Add(DiffCommand.Create(context));
        root.Subcommands.Add(ChangesCommand.Create(context));
        root.Subcommands.Add(ExplainCommand.Create(context));
        root.Subcommands.Add(CheckCommand.Create(context));
        root.Subcommands.Add(CatalogueCommand.Create(context));
        root.Subcommands.Add(ReadingsCommand.Create(context));
        root.Subcommands.Add(MonitorCommand.Create(context));
        root.Subcommands.Add(ScreenCommand.Create(context));
        root.Subcommands.Add(SimulateCommand.Create(context));
        root.Subcommands.Add(BaselineCommand.Create(context));
        root.Subcommands.Add(SuppressionsCommand.Create(context));
        return root;
    }

    // "zh-CN" and "zh_CN.UTF-8" are Chinese.
    private static bool Is(string text, string language) =>
        text.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (text.Length == language.Length || text[language.Length] is '-' or '_');

    // The language is needed before the arguments are parsed: help and errors of the parser are in it.
    private static Language LanguageOf(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal) || arguments[i].StartsWith("--lang:", StringComparison.Ordinal) ? Is(arguments[i]["--lang=".Length..], "zh") : arguments[i] == "--lang" && i + 1 < arguments.Length && Is(arguments[i + 1], "zh"))
                return Language.Chinese;
        }

        return Language.English;
    }
}
