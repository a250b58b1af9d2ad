using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GreenBuild.Standards.UnitsNetBridge.Tests;

/// <summary>Compiles code beside a stand-in of UnitsNet with the generator, as a user's compiler does.</summary>
internal static class Bridge
{
    private static readonly ImmutableArray<MetadataReference> Framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path))];

    public static MetadataReference Library { get; } = MetadataReference.CreateFromFile(typeof(Length).Assembly.Location);

    public static CSharpCompilation Compilation(string name, IEnumerable<string> sources, IEnumerable<MetadataReference>? references = null, LanguageVersion version = LanguageVersion.CSharp7_3, bool hasLibrary = true) =>
        CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version))),
            [.. Framework, .. hasLibrary ? new[] { Library } : [], .. references ?? []],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: ReportDiagnostic.Error));

    public static CSharpGeneratorDriver Driver(LanguageVersion version = LanguageVersion.CSharp7_3) => CSharpGeneratorDriver.Create(
        [new UnitsNetBridgeGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(version),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation with what the generator adds, and the text of that; empty if it adds nothing.</summary>
    public static (Compilation Compilation, string Code) Run(Compilation compilation, LanguageVersion version = LanguageVersion.CSharp7_3)
    {
        var result = Driver(version).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics, CancellationToken.None).GetRunResult();
        Assert.Empty(diagnostics);
        Assert.Null(result.Results.Single().Exception);
        return (updated, result.GeneratedTrees.SingleOrDefault()?.ToString() ?? "");
    }

    /// <summary>The assembly as bytes; that it compiles without an error or a warning is asserted.</summary>
    public static byte[] Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.ToString()));
        return stream.ToArray();
    }

    /// <summary>Runs a static method without parameters that gives a text.</summary>
    public static string Call(IEnumerable<byte[]> assemblies, string type, string method)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            Assembly? last = null;
            foreach (var assembly in assemblies) last = context.LoadFromStream(new MemoryStream(assembly));
            return (string)last!.GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
