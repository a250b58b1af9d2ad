using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Runs an analyzer, or an analyzer and a fix, on marked-up source: <c>{|GBS1001:...|}</c> stands where that rule is expected, <c>[|...|]</c> where the first rule of the analyzer is.</summary>
internal static class Verify
{
    /// <summary>The assemblies of the running framework; the test framework's own sets would have to be downloaded.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var file && (file.StartsWith("System.", StringComparison.Ordinal) || file is "mscorlib.dll" or "netstandard.dll"))
            .Where(static path => path.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static MetadataReference Library { get; } = MetadataReference.CreateFromFile(typeof(StandardValueAttribute).Assembly.Location);

    /// <summary>A compilation without sources: one for all that add theirs, so that the references are read once.</summary>
    public static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "Sample", [], [.. Framework, Library], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Checks that an analyzer reports what the markup says, and nothing else.</summary>
    public static Task AnalyzerAsync<TAnalyzer>(string source, string options = "", bool withLibrary = true, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = Test<TAnalyzer>(source, options, withLibrary);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A test of an analyzer that still has something special to be said about it.</summary>
    public static AnalyzerTest<DefaultVerifier> Test<TAnalyzer>(string source, string options = "", bool withLibrary = true)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = WithRule<TAnalyzer>(source) };
        Prepare(test, options, withLibrary);
        return test;
    }

    /// <summary>An expected diagnostic of a rule.</summary>
    public static DiagnosticResult Result<TAnalyzer>(string id)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        new(new TAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == id));

    /// <summary>What an analyzer reports on source without markup, its own crashes included.</summary>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(DiagnosticAnalyzer analyzer, string source, string options = "", string overlay = "", string overlayPath = "/acme.greenbuild-overlay.json") =>
        DiagnosticsWithFilesAsync(analyzer, source, options, overlay.Length > 0 ? [(overlayPath, overlay)] : []);

    /// <summary>What an analyzer reports of a source that is built with additional files.</summary>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsWithFilesAsync(DiagnosticAnalyzer analyzer, string source, string options, params (string Path, string Text)[] files) =>
        CSharpCompilation.Create("Sample", [CSharpSyntaxTree.ParseText(source)], [.. Framework, Library], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithAnalyzers([analyzer], new AnalyzerOptions([.. files.Select(static file => new OverlayText(file.Text, file.Path))], new BuildOptions(options)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    /// <summary>Checks that the fix turns the marked-up source into the fixed one, one warning after the other and all at once.</summary>
    public static Task FixAsync<TAnalyzer, TFix>(string source, string fixedSource, string options = "")
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier> { TestCode = WithRule<TAnalyzer>(source), FixedCode = WithRule<TAnalyzer>(fixedSource) };
        Prepare(test, options, withLibrary: true);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The folder that the repository lies in, as the build of this project saw it.</summary>
    public static string RepositoryRoot { get; } =
        typeof(Verify).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;

    private static string WithRule<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new() => source.Replace("[|", "{|" + new TAnalyzer().SupportedDiagnostics[0].Id + ":", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal);

    /// <summary>All analyzers of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(OperationAnalyzer).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer))).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Checks that all analyzers together report what the markup says, and nothing else; the source must compile.</summary>
    public static Task AllAsync(string marked, string options = "") => AllAsync(marked, options, mayHaveErrors: false);

    /// <summary>The same for source that need not compile.</summary>
    public static Task AllowingErrorsAsync(string marked, string options = "") => AllAsync(marked, options, mayHaveErrors: true);

    private static async Task AllAsync(string marked, string options, bool mayHaveErrors)
    {
        var (source, expected) = Unmark(marked);
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse));
        var compilation = CSharpCompilation.Create(
            "Sample", [tree], [.. Framework, Library], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        if (!mayHaveErrors) Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await compilation.WithAnalyzers(Analyzers, new AnalyzerOptions([], new BuildOptions(options))).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            string.Join("\n", expected.OrderBy(static place => place.Start).Select(place => $"{place.Rule} {source[place.Start..place.End]}")),
            string.Join("\n", found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => $"{diagnostic.Id} {source[diagnostic.Location.SourceSpan.Start..diagnostic.Location.SourceSpan.End]}")));
        Assert.All(expected, place => Assert.Contains(found, diagnostic => diagnostic.Id == place.Rule && diagnostic.Location.SourceSpan.Start == place.Start));
    }

    private static (string Source, List<(string Rule, int Start, int End)> Expected) Unmark(string marked)
    {
        var (source, expected) = (new System.Text.StringBuilder(), new List<(string, int, int)>());
        var open = new Stack<(string Rule, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked.AsSpan(i).StartsWith("{|GBS") && marked[i + 9] == ':')
            {
                open.Push((marked[(i + 2)..(i + 9)], source.Length));
                i += 9;
            }
            else if (open.Count > 0 && marked.AsSpan(i).StartsWith("|}"))
            {
                var (rule, start) = open.Pop();
                expected.Add((rule, start, source.Length));
                i++;
            }
            else source.Append(marked[i]);
        }

        return (source.ToString(), expected);
    }

    private static void Prepare(AnalyzerTest<DefaultVerifier> test, string options, bool withLibrary)
    {
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.TestState.AdditionalReferences.AddRange(Framework);
        if (withLibrary) test.TestState.AdditionalReferences.Add(Library);
        if (options.Length > 0) test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + options + "\n"));
        test.SolutionTransforms.Add(static (solution, id) =>
            solution.WithProjectParseOptions(id, ((CSharpParseOptions)solution.GetProject(id)!.ParseOptions!).WithLanguageVersion(LanguageVersion.Latest))
                .WithProjectCompilationOptions(id, ((CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!).WithAllowUnsafe(true)));
    }
}

/// <summary>An overlay as a project gives it.</summary>
internal sealed class OverlayText(string json, string path = "/acme.greenbuild-overlay.json") : AdditionalText
{
    private readonly SourceText _text = SourceText.From(json);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>Options as a .globalconfig gives them, without a file.</summary>
internal sealed class BuildOptions(string options) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(options);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Values(string options) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = options.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(static pair => pair[0], static pair => pair[1], KeyComparer);

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
