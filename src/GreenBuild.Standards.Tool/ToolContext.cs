using System.Text.Json;
using GreenBuild.Standards.Reporting;
using Spectre.Console;

namespace GreenBuild.Standards.Tool;

/// <summary>Where a command writes, in which language, and from which folder paths count.</summary>
internal sealed class ToolContext
{
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly List<LoadedFile> _overlays = [];

    public ToolContext(TextWriter output, TextWriter error, string currentDirectory, bool isTerminal, int? width, Language language, TimeProvider? clock = null)
    {
        Clock = clock ?? TimeProvider.System;
        _output = output;
        _error = error;
        CurrentDirectory = currentDirectory;
        IsTerminal = isTerminal;
        Language = language;
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        Console.Profile.Capabilities.Unicode = true;
        if (isTerminal && !System.Console.IsErrorRedirected) ProgressConsole = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error), Interactive = InteractionSupport.Yes });
        // A file or a pipe has no width at which lines would have to be broken.
        if (!isTerminal) Console.Profile.Width = 4000;
        else if (width is { } columns) Console.Profile.Width = columns;
    }

    /// <summary>The built-in catalogue, and the overlays that were loaded.</summary>
    public StandardsCatalogue Catalogue { get; private set; } = StandardsCatalogue.Default;

    /// <summary>The overlays that were loaded, in the order in which they were given.</summary>
    public IReadOnlyList<LoadedFile> Overlays => _overlays;

    public Language Language { get; }

    /// <summary>Says when a report was made, and nothing else: no verdict hangs on it.</summary>
    public TimeProvider Clock { get; }

    public string CurrentDirectory { get; }

    /// <summary>Whether a person looks at the output; else a program, or a person later.</summary>
    public bool IsTerminal { get; }

    public IAnsiConsole Console { get; }

    /// <summary>Where it is shown how far long work has come; <see langword="null"/> if no person looks.</summary>
    public IAnsiConsole? ProgressConsole { get; init; }

    public string Say(string english, string chinese) => Language == Language.Chinese ? chinese : english;

    /// <summary>Writes a line as it is, without looking for markup in it.</summary>
    public void Line(string text = "", Style? style = null)
    {
        Console.Write(new Text(text, style));
        Console.WriteLine();
    }

    /// <summary>Writes a line that is never broken, since an address that is broken leads nowhere.</summary>
    public void Unbroken(string text) => _output.WriteLine(text);

    /// <summary>Writes a text with all its lines indented.</summary>
    public void Indented(string text, int blanks)
    {
        if (IsTerminal) Console.Write(new Padder(new Text(text), new Padding(blanks, 0, 0, 0)));
        else Line(new string(' ', blanks) + text);
    }

    /// <summary>Does something long; where a person looks at a terminal, how far it has come stands in a line of the error stream that goes away again.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="total">What it comes to in the end.</param>
    /// <param name="work">Does it, and is given what to tell how far it is.</param>
    public void ShowProgress(string what, long total, Action<Action<long>> work) => ShowProgress(total, tell => work(done => tell(what, done)));

    /// <summary>Does something long in steps; shown like <see cref="ShowProgress(string, long, Action{Action{long}})"/>.</summary>
    /// <param name="count">How many steps there are.</param>
    /// <param name="work">Does it, and is given what to tell the name of each step when it begins.</param>
    public void ShowSteps(int count, Action<Action<string>> work) => ShowProgress(count, tell =>
    {
        var done = 0;
        work(step => tell(step, done++));
    });

    private void ShowProgress(long total, Action<Action<string, long>> work)
    {
        // Where lines cannot be taken back, they would be left among the errors.
        if (ProgressConsole is not { Profile.Capabilities.Ansi: true } console)
        {
            work(static (_, _) => { });
            return;
        }

        console.Progress().AutoClear(true).Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).Start(progress =>
        {
            var task = progress.AddTask("…", maxValue: total);
            work((what, done) =>
            {
                task.Description = Markup.Escape(what);
                task.Value = done;
            });
        });
    }

    /// <summary>Says what is wrong, on the error stream.</summary>
    public int Fail(int exitCode, BilingualText message)
    {
        _error.WriteLine("greenbuild" + Say(": ", "：") + message.In(Language));
        return exitCode;
    }

    public void ErrorLine(string text) => _error.WriteLine(text);

    /// <summary>Loads overlays beside the built-in catalogue, or says what is wrong with them.</summary>
    public bool TryLoad(IReadOnlyList<string> overlays)
    {
        var all = new List<InputErrorList>();
        foreach (var file in overlays)
        {
            if (!LoadedFile.TryRead(this, file, out var overlay, out var text, out var errors) || (errors = Catalogue.WithOverlay(file, text, out var catalogue)).Count > 0)
            {
                all.Add(errors);
                continue;
            }

            Catalogue = catalogue;
            _overlays.Add(overlay);
        }

        if (all.Count == 0) return true;
        Report(all, new("no answer was given", "未给出结果"));
        return false;
    }

    /// <summary>Says what is wrong with files, on the error stream.</summary>
    /// <param name="errors">The errors, file by file.</param>
    /// <param name="consequence">What was not done because of them.</param>
    public int Report(IReadOnlyList<InputErrorList> errors, BilingualText consequence)
    {
        foreach (var list in errors)
        {
            foreach (var error in list) ErrorLine(error.In(Language));
            if (list.More > 0) ErrorLine("  " + list.Remainder.In(Language));
        }

        var count = errors.Sum(static list => list.Count + list.More);
        return Fail(ExitCode.BadData, new($"{count} {(count == 1 ? "error" : "errors")}; {consequence.English}.", $"{count} 处错误；{consequence.Chinese}。"));
    }

    /// <summary>Writes a table for spreadsheets.</summary>
    public void Csv(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) => CsvTable.Write(_output, columns, rows);

    public void Json(Action<Utf8JsonWriter> write) => JsonText.Write(_output, write);

    /// <summary>Writes a text as it is.</summary>
    public void Write(Action<TextWriter> write) => write(_output);

    public static Style StyleOf(Verdict verdict) => verdict switch
    {
        Verdict.Compliant => new Style(Color.Green),
        Verdict.NonCompliant => new Style(Color.Red, decoration: Decoration.Bold),
        Verdict.NotApplicable => new Style(Color.Grey),
        _ => new Style(Color.Yellow),
    };
}
