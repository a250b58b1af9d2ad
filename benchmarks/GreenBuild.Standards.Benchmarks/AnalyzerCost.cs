using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using GreenBuild.Standards.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>What the analyzers add to a build that runs the SDK's own, on code that uses the library and on code that does not.</summary>
internal static class AnalyzerCost
{
    private static readonly string[] TheirAssemblies = ["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"];
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithDocumentationMode(DocumentationMode.Diagnose);

    public static int Run(string[] args)
    {
        var rounds = args is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 9;
        var ours = Create(typeof(OperationAnalyzer).Assembly);
        var theirs = TheirAnalyzers();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours.Length} analyzers of ours beside {theirs.Length} of the SDK as they come, one thread, medians of {rounds} rounds"));
        Console.WriteLine($"{"lines",7} {"SDK ms",8} {"ours ms",8} {"ratio",7} {"wall SDK",9} {"wall both",10} {"found",6}  code");
        // What the compiler translates on the way is translated before anything counts.
        foreach (var (_, compilation) in Corpora()) Once(compilation, ours.AddRange(theirs));
        foreach (var (name, compilation) in Corpora()) Measure(name, compilation, ours, theirs, rounds);
        return 0;
    }

    private static void Measure(string name, CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> ours, ImmutableArray<DiagnosticAnalyzer> theirs, int rounds)
    {
        var errors = compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0) throw new InvalidOperationException($"{name} does not compile: {errors[0]}");
        var all = ours.AddRange(theirs);
        List<double> sdk = [], own = [], wallSdk = [], wallBoth = [];
        var each = ours.ToDictionary(static analyzer => analyzer.GetType().Name, static _ => new List<double>());
        var found = -1;
        for (var round = -1; round < rounds; round++)
        {
            var alone = Once(compilation, theirs);
            var both = Once(compilation, all);
            var ourDiagnostics = both.Result.GetAllDiagnostics().Count(static diagnostic => diagnostic.Id.StartsWith("GBS", StringComparison.Ordinal));
            if (both.Result.GetAllDiagnostics().Any(static diagnostic => diagnostic.Id == "AD0001")) throw new InvalidOperationException("An analyzer failed: " + both.Result.GetAllDiagnostics().First(static diagnostic => diagnostic.Id == "AD0001"));
            // The same answer in every round, and what the others find does not hang on us.
            if (found >= 0 && found != ourDiagnostics) throw new InvalidOperationException("Two rounds differ.");
            if (alone.Result.GetAllDiagnostics().Length + ourDiagnostics != both.Result.GetAllDiagnostics().Length) throw new InvalidOperationException("The two runs differ.");
            found = ourDiagnostics;
            if (round < 0) continue;
            sdk.Add(Time(both.Result, theirs));
            own.Add(Time(both.Result, ours));
            wallSdk.Add(alone.Milliseconds);
            wallBoth.Add(both.Milliseconds);
            foreach (var analyzer in ours) each[analyzer.GetType().Name].Add(Time(both.Result, [analyzer]));
        }

        var lines = compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines,7} {Median(sdk),8:0.0} {Median(own),8:0.0} {Median(own) / Median(sdk),7:0.0 %} {Median(wallSdk),9:0} {Median(wallBoth),10:0} {found,6}  {name}"));
        foreach (var (analyzer, times) in each.OrderByDescending(static pair => Median(pair.Value)).Take(6))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",16} {Median(times),8:0.00}  {analyzer}"));
    }

    private static (AnalysisResult Result, double Milliseconds) Once(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        // A fresh copy of the trees: what one run bound, the next would find.
        var fresh = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), Parsing, tree.FilePath)));
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var result = fresh.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return (result, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static double Time(AnalysisResult result, ImmutableArray<DiagnosticAnalyzer> analyzers) => analyzers.Sum(analyzer => result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds);

    private static ImmutableArray<DiagnosticAnalyzer> Create(Assembly assembly) =>
        [.. TypesOf(assembly).Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !typeof(DiagnosticSuppressor).IsAssignableFrom(type)
            && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    // Their fixes stand beside their analyzers and ask for the editor's assemblies, which are not here.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partial)
        {
            return partial.Types.OfType<Type>();
        }
    }

    private static ImmutableArray<DiagnosticAnalyzer> TheirAnalyzers()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var folder = Directory.GetDirectories(Path.Combine(root, "sdk")).Select(static sdk => Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers")).Last(Directory.Exists);
        return [.. TheirAssemblies.SelectMany(name => Create(Assembly.LoadFrom(Path.Combine(folder, name))))];
    }

    private static IEnumerable<(string Name, CSharpCompilation Compilation)> Corpora()
    {
        var root = Metadata("Root");
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(static path => path.EndsWith(".dll", StringComparison.Ordinal)).ToList();
        var withLibrary = platform.Where(static path => Path.GetFileName(path) is not ("greenbuild.dll" or "GreenBuild.Standards.Tool.dll" or "GreenBuild.Standards.Reporting.dll" or "GreenBuild.Standards.Benchmarks.dll")).Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
        var without = platform.Where(static path => !Path.GetFileName(path).StartsWith("GreenBuild", StringComparison.OrdinalIgnoreCase)).Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
        var onlyLibrary = without.Append(MetadataReference.CreateFromFile(typeof(StandardsCatalogue).Assembly.Location)).ToList();
        yield return ("a plain program that does not use the library", Compile([("Plain.cs", Plain(400))], without));
        yield return ("the same program, the library referenced and not used", Compile([("Plain.cs", Plain(400))], onlyLibrary));
        yield return ("the same program beside one contract", Compile([("Plain.cs", Plain(400)), ("Heavy.cs", Heavy(1))], onlyLibrary));
        yield return ("the reports of this repository, which use the library everywhere", Compile(Sources(Path.Combine(root, "src", "GreenBuild.Standards.Reporting")), withLibrary, "GreenBuild.Standards.Reporting"));
        yield return ("written for the rules: a contract on every second line", Compile([("Heavy.cs", Heavy(400))], onlyLibrary));
    }

    private static string Metadata(string key) => typeof(AnalyzerCost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;

    private static List<(string Path, string Text)> Sources(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && (!path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || path.EndsWith("GlobalUsings.g.cs", StringComparison.Ordinal) && path.Contains("Release", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).Select(static path => (path, File.ReadAllText(path))).ToList();
        if (!files.Exists(static file => file.path.EndsWith("GlobalUsings.g.cs", StringComparison.Ordinal))) throw new InvalidOperationException("Build the solution with -c Release first.");
        return files;
    }

    private static CSharpCompilation Compile(List<(string Path, string Text)> files, IEnumerable<MetadataReference> references, string name = "Measured") => CSharpCompilation.Create(
        name, files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.Path, Encoding.UTF8)), references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    // Orders, texts, dates and sums: what programs are made of.
    private static string Plain(int classes)
    {
        var source = new StringBuilder("using System;\nusing System.Collections.Generic;\nusing System.Linq;\n\nnamespace Plain;\n");
        for (var i = 0; i < classes; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $$"""

                /// <summary>Orders of a customer, number {{i}}.</summary>
                public sealed class Orders{{i}}
                {
                    private readonly Dictionary<string, decimal> _prices = new(StringComparer.Ordinal);

                    public int Count { get; set; } = {{i}};

                    public string Name { get; init; } = "order-{{i}}";

                    /// <summary>Adds a price of an article; the later one counts.</summary>
                    public void Add(string article, decimal price, double weight)
                    {
                        if (string.IsNullOrEmpty(article)) throw new ArgumentException("An article has a name.", nameof(article));
                        if (price < 0 || weight > 1000) return;
                        _prices[article] = price * (weight > 50 ? 1.1m : 1m);
                        Count = Count + 1;
                    }

                    public string Describe(DateTime day)
                    {
                        var total = 0m;
                        foreach (var pair in _prices.OrderBy(pair => pair.Key))
                        {
                            total += pair.Value;
                        }

                        var late = day.DayOfWeek == DayOfWeek.Sunday ? "closed" : "open";
                        return $"{Name}: {Count} articles, {total} in all, {late} on {day:yyyy-MM-dd}";
                    }

                    public IEnumerable<int> Numbers(int from, int to)
                    {
                        for (var number = from; number < to; number++)
                        {
                            if (number % 3 == 0 && number % 5 != 0) yield return number * 2;
                        }
                    }
                }

                """);
        }

        return source.ToString();
    }

    // Contracts on parameters, properties and results, values on paths, thresholds, citations: dearer code than this nobody writes.
    private static string Heavy(int classes)
    {
        var source = new StringBuilder("using GreenBuild.Standards;\n\nnamespace Heavy;\n");
        for (var i = 0; i < classes; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $$"""

                /// <summary>A site that is held to GB 12523-2025 and GB 6566-2010.</summary>
                public sealed class Site{{i}}
                {
                    [StandardValue("noise.construction-boundary-leq", When = "period=day")]
                    public double DayLevel { get; set; } = {{60 + i % 10}}.5;

                    [StandardValue("noise.construction-boundary-leq", When = "period=night")]
                    public double NightLevel { get; set; } = 50;

                    public static double Quiet([StandardValue("noise.construction-boundary-leq", When = "period=day")] double level) => level;

                    public string Plan(bool isNight, int machines)
                    {
                        var level = isNight ? 52.5 : {{61 + i % 8}}.0;
                        if (machines > 3) level = 54;
                        DayLevel = level;
                        NightLevel = machines > 2 ? 53 : 51.5;
                        DayLevel = Quiet(level);
                        if (DayLevel > 70) return "over the limit of GB 12523-2025";
                        return NightLevel > 55 ? "too loud by GB 3096-2008" : $"kept: GB 12523-2011, {level}";
                    }

                    public void Copy(Site{{i}} other)
                    {
                        DayLevel = other.DayLevel;
                        NightLevel = other.NightLevel;
                        other.DayLevel = Quiet(DayLevel);
                    }
                }

                """);
        }

        return source.ToString();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
