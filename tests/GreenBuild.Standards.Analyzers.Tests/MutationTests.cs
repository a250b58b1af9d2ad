using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>
/// Sources of this repository, broken at random: pieces cut, doubled, swapped and cut off, names replaced, with seeds that are fixed. No analyzer may throw, and none may hang.
/// <c>GREENBUILD_FUZZ=5000</c> in the environment runs that many; a build runs a few.
/// </summary>
public sealed class MutationTests
{
#if NEWEST_ROSLYN
    private const int Few = 40;
#else
    private const int Few = 120;
#endif

    // Far above what the slowest of them takes on a busy machine; a hang never ends.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("GREENBUILD_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Few;

    [Fact]
    public async Task BrokenSources_NothingThrowsOrHangs()
    {
        var (sources, testSources) = Sources();
        Assert.True(sources.Count > 200, "The sources of the repository are there.");
        var analyzed = 0;
        for (var seed = 0; seed < Count; seed++)
        {
            var random = new Random(seed);
            // Sources that use contracts set the most analyzers to work.
            var source = sources[seed % 3 == 0 ? random.Next(sources.Count) : sources.Count - 1 - random.Next(testSources)];
            var mutated = Mutate(source, sources, random);
            var crashes = new List<string>();
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), (exception, analyzer, _) => { lock (crashes) crashes.Add(analyzer + ": " + exception); }, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            timeout.CancelAfter(Patience);
            try
            {
                var tree = CSharpSyntaxTree.ParseText(mutated, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse), cancellationToken: timeout.Token);
                await Verify.Empty.AddSyntaxTrees(tree).WithAnalyzers(Verify.Analyzers, options).GetAnalyzerDiagnosticsAsync(timeout.Token);
                analyzed++;
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                Assert.Fail($"Seed {seed} is not done after {Patience.TotalSeconds} s:\n{mutated}");
            }

            Assert.True(crashes.Count == 0, $"Seed {seed}: {crashes.FirstOrDefault()}\n{mutated}");
        }

        Assert.Equal(Count, analyzed);
    }

    // Those that the tests are made of come last.
    private static (List<string> All, int OfTests) Sources()
    {
        var files = new[] { "src", "analyzers", "samples", Path.Combine("tests", "GreenBuild.Standards.Tests") }.SelectMany(static folder => Files(folder)).ToList();
        var tests = Files(Path.Combine("tests", "GreenBuild.Standards.Analyzers.Tests")).Select(File.ReadAllText).ToList();
        // The marked sources of the tests stand in raw texts.
        var inTexts = tests.SelectMany(static test => test.Split("\"\"\"").Where(static (_, index) => index % 2 == 1)).Where(static text => text.Length > 100)
            .Select(static text => "using System; using GreenBuild.Standards; using GreenBuild.Standards.Components;\n" + text.Replace("|}", "", StringComparison.Ordinal)).ToList();
        return ([.. files.Select(File.ReadAllText), .. tests, .. inTexts], tests.Count + inTexts.Count);

        static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Verify.RepositoryRoot, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Where(static file => new FileInfo(file).Length < 40_000).Order(StringComparer.Ordinal);
    }

    private static string Mutate(string source, List<string> sources, Random random)
    {
        for (var round = random.Next(1, 6); round > 0 && source.Length > 10; round--)
        {
            var (at, length) = (random.Next(source.Length), random.Next(1, Math.Min(200, source.Length)));
            length = Math.Min(length, source.Length - at);
            var piece = source.Substring(at, length);
            source = random.Next(7) switch
            {
                0 => source.Remove(at, length),
                1 => source[..at],
                2 => source.Insert(random.Next(source.Length), piece),
                3 => Swap(source, at, random),
                4 => source.Insert(at, PieceOf(sources[random.Next(sources.Count)], random)),
                5 => Rename(source, at, random),
                _ => source.Remove(at, length).Insert(random.Next(source.Length - length + 1), Token(random)),
            };
        }

        return source;
    }

    // The program stays whole, with a name that is one and says nothing.
    private static string Rename(string source, int at, Random random)
    {
        string[] names = ["_", "__", "_mm", "Mg_", "ug", "@class", "ℓ", "x1m3"];
        var (start, end) = (at, at);
        while (start > 0 && IsPart(source[start - 1])) start--;
        while (end < source.Length && IsPart(source[end])) end++;
        return start == end ? source : Regex.Replace(source, @"\b" + Regex.Escape(source[start..end]) + @"\b", names[random.Next(names.Length)], RegexOptions.CultureInvariant, Patience);

        static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';
    }

    private static string Swap(string source, int at, Random random)
    {
        var lines = source.Split('\n');
        if (lines.Length < 2) return source[at..] + source[..at];
        var (first, second) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[first], lines[second]) = (lines[second], lines[first]);
        return string.Join('\n', lines);
    }

    private static string PieceOf(string other, Random random)
    {
        if (other.Length < 2) return other;
        var at = random.Next(other.Length - 1);
        return other.Substring(at, Math.Min(random.Next(1, 300), other.Length - at));
    }

    private static string Token(Random random) => Tokens[random.Next(Tokens.Length)];

    private static readonly string[] Tokens =
    [
        "{", "}", "(", ")", "[", "]", ";", ",", "=>", "??=", "is >", "switch", "goto again;", "ref ", "out var x", "(1, 2)", "default", "null!", "with { Level = 71.5 }", "[StandardValue(", "When =", "\"GB 12523-2011",
        "#pragma warning disable GBS1001", "#if X\n", "\"\"\"", "$\"{", "stackalloc double[] { 71.5 }", "throw", "yield return", "await ", "static readonly double A = A;", "1e400", "79228162514264337593543950336m", "..", "^1", "unchecked(", "goto",
    ];
}
