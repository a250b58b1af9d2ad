using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace GreenBuild.Standards.Tool;

/// <summary>Lets the command line parser speak the language that was asked for: it goes by the culture of the thread.</summary>
internal static class ParserLanguage
{
    private const string Chinese = "zh-Hans";

    static ParserLanguage() => AssemblyLoadContext.Default.Resolving += FindMessages;

    /// <summary>Sets the language of the parser's messages and help.</summary>
    public static void Use(Language language)
    {
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == Language.Chinese ? Chinese : "en");
        }
        catch (CultureNotFoundException)
        {
            // A host without cultures: the parser speaks English, everything else the language asked for.
        }
    }

    /// <summary>A message of the parser's Chinese texts with Chinese punctuation: <c>“'x'”.</c> becomes <c>“x”。</c></summary>
    public static string InChinese(string message)
    {
        var chinese = message.Replace("“'", "“").Replace("'”", "”").Replace(": ", "：").Replace("。.", "。");
        var quoted = chinese.Split('\'');
        // Pairs of single quotation marks.
        if (quoted.Length % 2 == 1)
            chinese = string.Concat(quoted.Select(static (part, i) => i == 0 ? part : (i % 2 == 1 ? "“" : "”") + part));
        return chinese.EndsWith('.') ? chinese[..^1] + "。" : chinese;
    }

    /// <summary>The help with the words that the parser's Chinese texts lack.</summary>
    public static string HelpInChinese(string help)
    {
        foreach (var (english, chinese) in new[]
        {
            ("Description:", "说明："), ("Usage:", "用法："), ("用法:", "用法："), ("Options:", "选项："), ("选项:", "选项："), ("Arguments:", "参数："), ("参数:", "参数："), ("Commands:", "命令："), ("命令: ", "命令："),
            ("命令:", "命令："), ("[command]", "[命令]"), ("[options]", "[选项]"), ("[default: ", "[默认："), ("Show help and usage information", "显示帮助和用法"), ("Show version information", "显示版本信息"), ("(REQUIRED)", "（必需）"),
        })
            help = help.Replace(english, chinese);
        return help;
    }

    // Without ICU, which not every machine has, the runtime writes the culture "zh-HANS" and misses the folder "zh-Hans" where letter case counts.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The assembly holds texts only; without it the parser speaks English.")]
    private static Assembly? FindMessages(AssemblyLoadContext context, AssemblyName name)
    {
        if (!string.Equals(name.CultureName, Chinese, StringComparison.OrdinalIgnoreCase)) return null;
        var file = Path.Combine(AppContext.BaseDirectory, Chinese, name.Name + ".dll");
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }
}
