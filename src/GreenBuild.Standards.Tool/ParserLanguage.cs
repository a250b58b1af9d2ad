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

    // Without ICU, which not every machine has, the runtime writes the culture "zh-HANS" and misses the folder "zh-Hans" where letter case counts.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The assembly holds texts only; without it the parser speaks English.")]
    private static Assembly? FindMessages(AssemblyLoadContext context, AssemblyName name)
    {
        if (!string.Equals(name.CultureName, Chinese, StringComparison.OrdinalIgnoreCase)) return null;
        var file = Path.Combine(AppContext.BaseDirectory, Chinese, name.Name + ".dll");
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }
}
