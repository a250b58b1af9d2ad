using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

#if NEWEST_ROSLYN
/// <summary>The analyzers on all that is written in this repository, which is in the newest language and so read by the newest compiler alone. Citations of editions that were replaced are what the sources are about, and the times of readings are local by what the library says of them; nothing else may be found.</summary>
public sealed class OwnSourcesTests
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks; global using Xunit; global using GreenBuild.Standards;";

    [Theory]
    [InlineData("src")]
    [InlineData("analyzers")]
    [InlineData("samples")]
    [InlineData("benchmarks")]
    [InlineData("tests")]
    public async Task Room_HasOnlyCitations(string room)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(static path => path.EndsWith(".dll", StringComparison.Ordinal)).Select(static path => MetadataReference.CreateFromFile(path)).ToList();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var others = new List<string>();
        var files = 0;
        foreach (var project in Directory.EnumerateFiles(Path.Combine(Verify.RepositoryRoot, room), "*.csproj", SearchOption.AllDirectories))
        {
            var trees = Directory.EnumerateFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories)
                .Where(static path => !path.Split(Path.DirectorySeparatorChar).Any(static folder => folder is "bin" or "obj"))
                .Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose), path, cancellationToken: TestContext.Current.CancellationToken)).ToList();
            // The sample that is written to be warned of.
            if (trees.Count == 0 || Path.GetFileNameWithoutExtension(project) == "CompileTime") continue;
            files += trees.Count;
            // What a project has of packages that these tests have not stays unknown, as in half-typed code; no analyzer may mind.
            var compilation = CSharpCompilation.Create(
                Path.GetFileNameWithoutExtension(project) + ".Read", trees.Append(CSharpSyntaxTree.ParseText(Usings, cancellationToken: TestContext.Current.CancellationToken)), references,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
            foreach (var found in await compilation.WithAnalyzers(Verify.Analyzers, new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
            {
                counts[found.Id] = counts.GetValueOrDefault(found.Id) + 1;
                if (found.Id is not ("GBS2001" or "GBS2002" or "GBS2003" or "GBS4005")) others.Add(found.ToString());
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{room}: {files} files; {string.Join(", ", counts.Select(static pair => pair.Key + " " + pair.Value))}");
        Assert.True(files > 0);
        Assert.Empty(others);
    }
}
#endif
