using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using GreenBuild.Standards.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace GreenBuild.Standards.Benchmarks;

/// <summary>What the analyzers add to a build that runs the SDK's own, on code that uses the library and on code that does not.</summary>
internal static class AnalyzerCost
{
    private static readonly string[] TheirAssemblies = ["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"];
    private static readonly string[] Levels = ["default", "recommended", "all"];
    private const double Most = 0.05;

    // What cannot be told from nothing.
    private const double Nothing = 0.005;
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithDocumentationMode(DocumentationMode.Diagnose);

    public static List<Row> Measure(Effort effort, int files)
    {
        var ours = Create(typeof(OperationAnalyzer).Assembly);
        var theirs = TheirAnalyzers();
        Console.WriteLine($"{ours.Length} analyzers of ours beside {theirs.Length} of the SDK, one thread");
        // What the compiler translates on the way is translated before anything counts.
        foreach (var (_, _, _, compilation) in Corpora()) Once(compilation, ours.AddRange(theirs));
        var rows = new List<Row>();
        foreach (var (name, isReferenced, most, compilation) in Corpora()) rows.AddRange(Compare(name, compilation, ours, theirs, [], effort.Rounds(3, 9), most, isReferenced));
        var (many, peers) = (Many(files), Peers());
        var all = ours.AddRange(theirs).AddRange(peers.SelectMany(static peer => peer.Analyzers));
        foreach (var level in effort.IsLong ? Levels : Levels[1..])
            rows.AddRange(Compare(Row.Invariant($"{files:N0} files that all use the library, AnalysisLevel latest-{level}"), AtLevel(many, level, all), ours, theirs, peers, effort.Rounds(1, 5), level == "default" ? null : Most, isReferenced: true));
        return rows;
    }

    private static IEnumerable<Row> Compare(
        string name, CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> ours, ImmutableArray<DiagnosticAnalyzer> theirs, List<(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)> peers, int rounds, double? most, bool isReferenced)
    {
        if (compilation.GetDiagnostics().FirstOrDefault(static found => found.Severity == DiagnosticSeverity.Error) is { } error) throw new InvalidOperationException($"{name} does not compile: {error}");
        var beside = theirs.AddRange(peers.SelectMany(static peer => peer.Analyzers));
        var all = ours.AddRange(beside);
        var (sdk, own) = (new Times(), new Times());
        var each = ours.ToDictionary(static analyzer => analyzer.GetType().Name, static _ => new Times());
        var others = peers.ConvertAll(static _ => new Times());
        // Warms up the others, and says what they find without us.
        var without = Once(compilation, beside).GetAllDiagnostics().Length;
        var found = -1;
        for (var round = rounds > 1 ? -1 : 0; round < rounds; round++)
        {
            var both = Once(compilation, all);
            var diagnostics = both.GetAllDiagnostics();
            var ourDiagnostics = diagnostics.Count(static diagnostic => diagnostic.Id.StartsWith("GBS", StringComparison.Ordinal));
            if (diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id == "AD0001") is { } failure) throw new InvalidOperationException("An analyzer failed: " + failure);
            if (diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id is "GBS8001" or "GBS8009") is { } idle) throw new InvalidOperationException("A contract that is not checked costs nothing: " + idle);
            // The same answer in every round, and what the others find does not hang on us.
            if (found >= 0 && found != ourDiagnostics) throw new InvalidOperationException("Two rounds differ.");
            if (without + ourDiagnostics != diagnostics.Length) throw new InvalidOperationException("What the others find hangs on us.");
            if (!isReferenced && ours.Sum(analyzer => Registered(both.AnalyzerTelemetryInfo[analyzer])) is > 0 and var actions) throw new InvalidOperationException($"{name}: {actions} actions are registered.");
            found = ourDiagnostics;
            if (round < 0) continue;
            sdk.Add(Time(both, theirs));
            own.Add(Time(both, ours));
            for (var i = 0; i < peers.Count; i++) others[i].Add(Time(both, peers[i].Analyzers));
            foreach (var analyzer in ours) each[analyzer.GetType().Name].Add(Time(both, [analyzer]));
        }

        var lines = compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count);
        Console.WriteLine(name + ": " + string.Join(", ", each.OrderByDescending(static pair => pair.Value.Median).Take(4).Select(static pair => Row.Invariant($"{pair.Key} {pair.Value.Median:0.0} ms"))));
        var check = Row.Invariant($"{lines:N0} lines; {found:N0} findings of ours in each round, {without:N0} of the others with and without us{(isReferenced ? "" : "; nothing registered")}");
        yield return Share(name, "the SDK's NetAnalyzers", sdk, most, check);
        for (var i = 0; i < peers.Count; i++) yield return Share(name, peers[i].Name, others[i], null, Row.Invariant($"the same rounds; {peers[i].Name} takes {others[i].RatioTo(sdk):0.0 %} of the SDK's time"));

        Row Share(string work, string peer, Times other, double? wanted, string how) => new()
        {
            Work = work, Peer = peer, Ours = Row.Invariant($"{own.Median:0.0} ms"), Theirs = Row.Invariant($"{other.Median:N0} ms"), Ratio = Row.Invariant($"{own.RatioTo(other):0.0 %}"),
            Target = wanted is null ? "–" : Row.Invariant($"at most {wanted:0.#%} of their time"), IsMet = wanted is null ? null : own.RatioTo(other) <= wanted, Check = how,
        };
    }

    // Beside the start of a compilation, where each looks whether the library is there.
    private static int Registered(AnalyzerTelemetryInfo info) =>
        info.CompilationEndActionsCount + info.CompilationActionsCount + info.SyntaxTreeActionsCount + info.AdditionalFileActionsCount + info.SemanticModelActionsCount + info.SymbolActionsCount + info.SymbolStartActionsCount + info.SymbolEndActionsCount
        + info.SyntaxNodeActionsCount + info.CodeBlockStartActionsCount + info.CodeBlockEndActionsCount + info.CodeBlockActionsCount + info.OperationActionsCount + info.OperationBlockStartActionsCount + info.OperationBlockEndActionsCount + info.OperationBlockActionsCount;

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
    public static void WriteProject(string folder, int files)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < files; i++) File.WriteAllText(Path.Combine(folder, $"File{i}.cs"), Both(i));
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
    }

    // Ordinary code and code under contract in one file.
    private static string Both(int i) =>
        $"using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing GreenBuild.Standards;\n\nnamespace Many;\n{OrdersClass(i)}{SiteClass(i)}";

    private static IEnumerable<string> Platform() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(static path => path.EndsWith(".dll", StringComparison.Ordinal));

    private static bool IsNotOurs(string path) => !Path.GetFileName(path).StartsWith("GreenBuild", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, bool IsReferenced, double? Most, CSharpCompilation Compilation)> Corpora()
    {
        var root = Metadata("Root");
        var platform = Platform().ToList();
        var withLibrary = platform.Where(static path => Path.GetFileName(path) is not ("greenbuild.dll" or "GreenBuild.Standards.Tool.dll" or "GreenBuild.Standards.Reporting.dll" or "GreenBuild.Standards.Benchmarks.dll")).Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
        var without = platform.Where(IsNotOurs).Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();
        var onlyLibrary = without.Append(MetadataReference.CreateFromFile(typeof(StandardsCatalogue).Assembly.Location)).ToList();
        yield return ("a program that does not refer to the library", false, Nothing, Compile([("Plain.cs", Plain(400))], without));
        yield return ("the same, the library referenced and not used", true, Nothing, Compile([("Plain.cs", Plain(400))], onlyLibrary));
        yield return ("the same beside a file with one contract", true, Most, Compile([("Plain.cs", Plain(400)), ("Heavy.cs", Heavy(1))], onlyLibrary));
        yield return ("the reports of this repository, which use the library everywhere", true, Most, Compile(Sources(Path.Combine(root, "src", "GreenBuild.Standards.Reporting")), withLibrary, "GreenBuild.Standards.Reporting"));
        yield return ("one file written for the rules, a contract on every second line", true, Most, Compile([("Heavy.cs", Heavy(400))], onlyLibrary));
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
}
