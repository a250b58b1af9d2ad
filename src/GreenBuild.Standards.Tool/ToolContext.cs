using System.Text;
using System.Text.Json;
using GreenBuild.Standards.Json;
using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary>Where a command writes, in which language, and from which folder paths count.</summary>
internal sealed class ToolContext
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    public ToolContext(TextWriter output, TextWriter error, string currentDirectory, bool isTerminal, Language language)
    {
        _output = output;
        _error = error;
        CurrentDirectory = currentDirectory;
        Language = language;
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        Console.Profile.Capabilities.Unicode = true;
        // A file or a pipe has no width at which lines would have to be broken.
        if (!isTerminal) Console.Profile.Width = 4000;
    }

    public StandardsCatalogue Catalogue { get; } = StandardsCatalogue.Default;

    public Language Language { get; }

    public string CurrentDirectory { get; }

    public IAnsiConsole Console { get; }

    public string Say(string english, string chinese) => Language == Language.Chinese ? chinese : english;

    /// <summary>Writes a line as it is, without looking for markup in it.</summary>
    public void Line(string text = "", Style? style = null)
    {
        Console.Write(new Text(text, style));
        Console.WriteLine();
    }

    /// <summary>Says what is wrong, on the error stream.</summary>
    public int Fail(int exitCode, BilingualText message)
    {
        _error.WriteLine("greenbuild: " + message.In(Language));
        return exitCode;
    }

    public void ErrorLine(string text) => _error.WriteLine(text);

    public void Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, RequirementJson.WriterOptions)) write(writer);
        _output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    public static Style StyleOf(Verdict verdict) => verdict switch
    {
        Verdict.Compliant => new Style(Color.Green),
        Verdict.NonCompliant => new Style(Color.Red, decoration: Decoration.Bold),
        Verdict.NotApplicable => new Style(Color.Grey),
        _ => new Style(Color.Yellow),
    };
}
