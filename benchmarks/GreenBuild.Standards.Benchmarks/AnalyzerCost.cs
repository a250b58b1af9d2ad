using System.Collections.Immutable;
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
    private static readonly string[] Levels = ["default", "recommended", "all"];
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithDocumentationMode(DocumentationMode.Diagnose);

    public static int Run(string[] args)
    {
        if (args is ["write", var folder]) return WriteProject(folder);
        var rounds = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 9;
        var files = args is [_, var most] ? int.Parse(most, CultureInfo.InvariantCulture) : 2000;
        var ours = Create(typeof(OperationAnalyzer).Assembly);
        var theirs = TheirAnalyzers();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours.Length} analyzers of ours beside {theirs.Length} of the SDK, one thread, medians of {rounds} rounds"));
        Console.WriteLine($"{"lines",7} {"SDK ms",8} {"ours ms",8} {"ratio",7} {"found",6}  code");
        // What the compiler translates on the way is translated before anything counts.
        foreach (var (_, compilation) in Corpora()) Once(compilation, ours.AddRange(theirs));
        foreach (var (name, compilation) in Corpora()) Measure(name + ", all rules as they come", compilation, ours, theirs, [], rounds);
        var (many, peers) = (Many(files), Peers());
        foreach (var level in Levels) Measure($"{files} files that all use the library, as a build runs the rules at AnalysisLevel latest-{level}", AtLevel(many, level, ours.AddRange(theirs)), ours, theirs, [], Math.Min(rounds, 5));
        Measure($"{files} files that all use the library, all rules as they come", many, ours, theirs, peers, Math.Min(rounds, 5));
        return 0;
    }

    private static void Measure(string name, CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> ours, ImmutableArray<DiagnosticAnalyzer> theirs, List<(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)> peers, int rounds)
    {
        var errors = compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0) throw new InvalidOperationException($"{name} does not compile: {errors[0]}");
        var beside = theirs.AddRange(peers.SelectMany(static peer => peer.Analyzers));
        var all = ours.AddRange(beside);
        List<double> sdk = [], own = [], ratios = [];
        var each = ours.ToDictionary(static analyzer => analyzer.GetType().Name, static _ => new List<double>());
        var others = peers.ToDictionary(static peer => peer.Name, static _ => new List<double>());
        var without = Once(compilation, beside).GetAllDiagnostics().Length;
        var found = -1;
        for (var round = -1; round < rounds; round++)
        {
            var both = Once(compilation, all);
            var ourDiagnostics = both.GetAllDiagnostics().Count(static diagnostic => diagnostic.Id.StartsWith("GBS", StringComparison.Ordinal));
            if (both.GetAllDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Id == "AD0001") is { } failure) throw new InvalidOperationException("An analyzer failed: " + failure);
            if (both.GetAllDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Id is "GBS8001" or "GBS8009") is { } idle) throw new InvalidOperationException("A contract that is not checked costs nothing: " + idle);
            // The same answer in every round, and what the others find does not hang on us.
            if (found >= 0 && found != ourDiagnostics) throw new InvalidOperationException("Two rounds differ.");
            if (without + ourDiagnostics != both.GetAllDiagnostics().Length) throw new InvalidOperationException("What the others find hangs on us.");
            found = ourDiagnostics;
            if (round < 0) continue;
            sdk.Add(Time(both, theirs));
            own.Add(Time(both, ours));
            ratios.Add(own[^1] / sdk[^1]);
            foreach (var (peer, analyzers) in peers) others[peer].Add(Time(both, analyzers));
            foreach (var analyzer in ours) each[analyzer.GetType().Name].Add(Time(both, [analyzer]));
        }

        var lines = compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines,7} {Median(sdk),8:0.0} {Median(own),8:0.0} {Median(ratios),7:0.0 %} {found,6}  {name}"));
        foreach (var (analyzer, times) in each.OrderByDescending(static pair => Median(pair.Value)).Take(4))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",16} {Median(times),8:0.00}  {analyzer}"));
        foreach (var (peer, times) in others) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",16} {Median(times),8:0.00} {Median(times) / Median(sdk),7:0.0 %}  {peer}"));
    }

    private static AnalysisResult Once(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        // A fresh copy of the trees: what one run bound, the next would find.
        var fresh = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), Parsing, tree.FilePath)));
        GC.Collect();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        return fresh.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
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

    // The rules that a build runs at a level: what would only be a suggestion of the editor, the compiler does not run.
    private static CSharpCompilation AtLevel(CSharpCompilation compilation, string level, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var severities = File.ReadLines(Path.Combine(TheirFolder(), "build", "config", $"analysislevel_{Environment.Version.Major}_{level}.globalconfig"))
            .Select(static line => line.Split('=', StringSplitOptions.TrimEntries)).Where(static pair => pair is [var key, _] && key.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal))
            .ToDictionary(static pair => pair[0].Split('.')[1], static pair => pair[1]);
        if (severities.Count == 0) throw new InvalidOperationException($"The SDK has no rules at {level}.");
        var rules = analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).GroupBy(static rule => rule.Id).ToDictionary(static rule => rule.Key, rule =>
            (severities.TryGetValue(rule.Key, out var severity) ? severity is "warning" or "error" : rule.First() is { IsEnabledByDefault: true, DefaultSeverity: >= DiagnosticSeverity.Warning }) ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress);
        return compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(rules));
    }

    private static List<(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)> Peers() =>
    [
        ("Meziantou.Analyzer", Create(Assembly.LoadFrom(Metadata("Meziantou")))),
        ("Roslynator.Analyzers", Create(Assembly.LoadFrom(Metadata("Roslynator")))),
    ];

    private static ImmutableArray<DiagnosticAnalyzer> TheirAnalyzers() => [.. TheirAssemblies.SelectMany(static name => Create(Assembly.LoadFrom(Path.Combine(TheirFolder(), name))))];

    private static string TheirFolder()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Directory.GetDirectories(Path.Combine(root, "sdk")).Select(static sdk => Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers")).Last(Directory.Exists);
    }

    private static CSharpCompilation Many(int files) => Compile(
        [.. Enumerable.Range(0, files).Select(static i => ($"File{i}.cs", Both(i)))],
        Platform().Where(IsNotOurs).Append(typeof(StandardsCatalogue).Assembly.Location).Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)));

    /// <summary>Writes the many files as a project, for the measurement by the compiler itself.</summary>
    private static int WriteProject(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < 2000; i++) File.WriteAllText(Path.Combine(folder, $"File{i}.cs"), Both(i));
        File.WriteAllText(Path.Combine(folder, "Many.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <Nullable>enable</Nullable>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <!-- What is generated is not documented; documentation is parsed all the same, as the rule on citations needs it. -->
                <NoWarn>CS1591</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(StandardsCatalogue).Assembly.Location}" />
                <Analyzer Include="{typeof(OperationAnalyzer).Assembly.Location}" />
                <Analyzer Include="{typeof(StandardsCatalogue).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);
        Console.WriteLine($"dotnet build {folder} --no-incremental -p:UseSharedCompilation=false -p:ReportAnalyzer=true -p:AnalysisLevel=latest-recommended -v:d");
        return 0;
    }

    // Ordinary code and code under contract in one file.
    private static string Both(int i) =>
        $"using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing GreenBuild.Standards;\n\nnamespace Many;\n{OrdersClass(i)}{SiteClass(i)}";

    private static IEnumerable<string> Platform() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(static path => path.EndsWith(".dll", StringComparison.Ordinal));

    private static bool IsNotOurs(string path) => !Path.GetFileName(path).StartsWith("GreenBuild", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, CSharpCompilation Compilation)> Corpora()
    {
        var root = Metadata("Root");
        var platform = Platform().ToList();
        var withLibrary = platform.Where(static path => Path.GetFileName(path) is not ("greenbuild.dll" or "GreenBuild.Standards.Tool.dll" or "GreenBuild.Standards.Reporting.dll" or "GreenBuild.Standards.Benchmarks.dll")).Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
        var without = platform.Where(IsNotOurs).Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
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
        for (var i = 0; i < classes; i++) source.Append(OrdersClass(i));
        return source.ToString();
    }

    private static string OrdersClass(int i) => string.Create(CultureInfo.InvariantCulture, $$"""

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

    // Contracts on parameters, properties and results, values on paths, thresholds, citations: dearer code than this nobody writes.
    private static string Heavy(int classes)
    {
        var source = new StringBuilder("using GreenBuild.Standards;\n\nnamespace Heavy;\n");
        for (var i = 0; i < classes; i++) source.Append(SiteClass(i));
        return source.ToString();
    }

    private static string SiteClass(int i) => string.Create(CultureInfo.InvariantCulture, $$"""

                /// <summary>A site that is held to GB 12523-2025 and GB 6566-2010.</summary>
                public sealed class Site{{i}}
                {
                    [StandardValue("cn.gb-12523-2025.boundary-day", When = "period=day")]
                    public double DayLevel { get; set; } = {{60 + i % 10}}.5;

                    [StandardValue("cn.gb-12523-2025.boundary-night", When = "period=night")]
                    public double NightLevel { get; set; } = 50;

                    public static double Quiet([StandardValue("cn.gb-12523-2025.boundary-day", When = "period=day")] double level) => level;

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

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
