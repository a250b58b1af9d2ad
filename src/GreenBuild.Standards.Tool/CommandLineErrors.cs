using System.CommandLine;
using System.CommandLine.Parsing;
using GreenBuild.Standards.Json;

namespace GreenBuild.Standards.Tool;

/// <summary>What is wrong with a command line, with what was probably meant.</summary>
/// <remarks>The parser's own messages do not name the argument that is missing or the command that is near; what it says of options is kept.</remarks>
internal sealed class CommandLineErrors(ToolContext context, ParseResult result, string[] arguments)
{
    private readonly Command _command = result.CommandResult.Command;

    /// <summary>The options that nobody knows, which the parser may have taken for the value of an argument.</summary>
    private readonly List<string> _unknownOptions = arguments.Contains("--")
        ? []
        : result.CommandResult.Tokens.Select(static token => token.Value).Concat(result.UnmatchedTokens).Where(static text => text.StartsWith("--", StringComparison.Ordinal)).Distinct().ToList();

    /// <summary>Whether there are any.</summary>
    public bool Any => result.Errors.Count > 0 || _unknownOptions.Count > 0;

    public int Write()
    {
        foreach (var message in Messages()) context.Fail(ExitCode.Usage, message);
        if (QuoteHint() is { } hint) context.ErrorLine("  " + hint.In(context.Language));
        var path = string.Join(' ', Path(result.CommandResult));
        context.ErrorLine(context.Say($"See greenbuild {path}--help.", $"参见 greenbuild {path}--help --lang zh。"));
        return ExitCode.Usage;
    }

    private IEnumerable<BilingualText> Messages()
    {
        if (_command.Subcommands.Count > 0)
        {
            yield return Command();
            yield break;
        }

        foreach (var option in _unknownOptions)
        {
            var ask = Suggestion.Ask(Suggestion.For(option, Options().Select(static known => known.Name)));
            yield return new(
                $"'{InputError.Quote(option)}' is no option of '{_command.Name}'.{ask.English}", $"“{InputError.Quote(option)}”不是 {_command.Name} 的选项。{ask.Chinese}");
        }

        // What an unknown option was followed by may be its value: nothing can be said of it.
        if (_unknownOptions.Count > 0) yield break;
        var missing = _command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0 && result.GetResult(argument) is null or { Tokens.Count: 0 }).ToList();
        foreach (var argument in missing)
            yield return new($"{argument.Name} is missing: {argument.Description}", $"缺少 {argument.Name}：{argument.Description}");
        foreach (var text in result.UnmatchedTokens)
            yield return new($"'{InputError.Quote(text)}' is one argument too many.", $"多余的参数“{InputError.Quote(text)}”。");
        foreach (var error in result.Errors)
        {
            // Said above.
            if (missing.Count > 0 && error.SymbolResult is ArgumentResult { Tokens.Count: 0, Parent: CommandResult } or CommandResult && IsOfTheParser(error)) continue;
            if (result.UnmatchedTokens.Any(text => error.Message.Contains(text, StringComparison.Ordinal)) && IsOfTheParser(error)) continue;
            yield return new(error.Message, ParserLanguage.InChinese(error.Message));
        }
    }

    // Our validators write whole sentences; the parser's quote in this way.
    private static bool IsOfTheParser(ParseError error) => error.Message.Contains('\'');

    private BilingualText Command()
    {
        var names = string.Join(", ", _command.Subcommands.Select(static command => command.Name));
        if (result.UnmatchedTokens.Count == 0)
            return new($"Name a command: {names}.", $"请给出命令：{names.Replace(", ", "、")}。");
        var text = result.UnmatchedTokens[0];
        var ask = Suggestion.Ask(Suggestion.For(text, _command.Subcommands.Select(static command => command.Name)));
        return new(
            $"'{InputError.Quote(text)}' is no command.{ask.English} There are: {names}.", $"没有“{InputError.Quote(text)}”命令。{ask.Chinese}可用命令：{names.Replace(", ", "、")}。");
    }

    private IEnumerable<Option> Options() => _command.Options.Concat(result.RootCommandResult.Command.Options);

    // "check KEY 72 dBA": the shell has cut value and unit apart.
    private BilingualText? QuoteHint()
    {
        if (_command.Name != "check" || result.UnmatchedTokens.Count == 0) return null;
        var tokens = result.CommandResult.Tokens;
        if (tokens.Count == 0 || !MeasurementUnit.TryParse(string.Concat(result.UnmatchedTokens), out _)) return null;
        var whole = $"\"{InputError.Quote(tokens[^1].Value)} {InputError.Quote(string.Concat(result.UnmatchedTokens))}\"";
        return new($"Put value and unit in quotes: {whole}", $"请将数值和单位放在引号中：{whole}");
    }

    private static IEnumerable<string> Path(CommandResult command)
    {
        var names = new List<string>();
        for (SymbolResult? at = command; at is CommandResult { Command: not RootCommand } one; at = one.Parent) names.Insert(0, one.Command.Name);
        return names.Count == 0 ? names : names.Append("");
    }
}
