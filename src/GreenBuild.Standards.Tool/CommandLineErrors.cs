using System.CommandLine;

namespace GreenBuild.Standards.Tool;

/// <summary>What is wrong with a command line, with what was probably meant.</summary>
internal static class CommandLineErrors
{
    public static int Write(ToolContext context, ParseResult result)
    {
        foreach (var problem in result.Errors) context.Fail(ExitCode.Usage, new(problem.Message, problem.Message));
        if (QuoteHint(result) is { } hint) context.ErrorLine("  " + hint.In(context.Language));
        context.ErrorLine(context.Say("See greenbuild --help.", "参见 greenbuild --help --lang zh。"));
        return ExitCode.Usage;
    }

    // "check KEY 72 dBA": the shell has cut value and unit apart.
    private static BilingualText? QuoteHint(ParseResult result)
    {
        if (result.CommandResult.Command.Name != "check" || result.UnmatchedTokens.Count == 0) return null;
        var arguments = result.CommandResult.Tokens;
        if (arguments.Count == 0 || !MeasurementUnit.TryParse(string.Concat(result.UnmatchedTokens), out _)) return null;
        var whole = $"\"{InputError.Quote(arguments[^1].Value)} {InputError.Quote(string.Concat(result.UnmatchedTokens))}\"";
        return new($"Put value and unit in quotes: {whole}", $"请将数值和单位放在引号中：{whole}");
    }
}
