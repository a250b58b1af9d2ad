using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Source as it is while somebody types: cut off, or with a piece missing. No analyzer may throw.</summary>
public sealed class RobustnessTests
{
    // Each step is a whole compilation. Primes, so that the cuts fall into all places of words; the newest compiler goes over the same ground once more.
#if NEWEST_ROSLYN
    private const int Step = 101;
#else
    private const int Step = 23;
#endif

    // About as long as a word.
    private const int Piece = 7;

    private static readonly string Sample = Source.With("""
        const string Old = "noise by day (GB 12523-2011 4.1), GB/T 50640-2010";
        static readonly double A = B, B = -A, Level = 71.5;
        static readonly SoundLevel Loud = SoundLevel.FromDecibels(71);
        [StandardValue(RequirementKeys.Cn.Gb12523_2011.BoundaryDay, When = "period=day; stage=structure")] double Limit { get; } = 71.5;
        [StandardValue("nothing")] string Wrong { get; set; } = "";
        [return: StandardValue("noise.site-boundary", When = "period=night")] double M(Site s, Reading r, Positional p, ref double x)
        {
            var local = 71.5; Action f = () => local += 1; (local, _) = (60, $"GB 12523—2011 {local:0.0}");
            s.Set(level: Level, name: "north"); s.SetAt("east", local); s.SetInt((int)Level); s.SetSound(Loud); s[1] = -A; s.Maybe ??= B;
            var n = new Site(71.5) { Level = 71.5, Next = new() { Sound = Loud } }; r = r with { Level = 71.5 }; p = p with { Level = Limit };
            foreach (var y in new[] { 1.0, x }) { again: local++; if (y is 71.5 or > 80) goto again; }
            for (var n2 = 80; n2 > 60; n2 -= 5) try { s.SetInt(n2 == 75 ? n2 / 2 : n2); } catch (Exception e) when (e is not null && s.Level >= 85) { n2++; } finally { local -= 1; }
            _ = new GreenBuild.Standards.Components.AssemblyTakeOff { Structure = GreenBuild.Standards.Components.AssemblyStructure.Concrete, FloorArea = 100, PrecastFloorArea = 120, KitchensEquipped = true };
            x = Math.Floor(s.Level) + (s.Level + p.Level); s.Level = (double)Level;
            return s.Level = p.Level > 70 ? 71.5 : Loud.Decibels > 70m ? (double)Loud.Decibels : checked(-local);
        }
        """);

    /// <summary>Where what sets the analyzers to work begins; what is above it is declarations.</summary>
    private static readonly int Body = Sample.IndexOf("const string Old", StringComparison.Ordinal);

    [Fact]
    public async Task Sample_IsSoundAndSetsEveryAnalyzerToWork()
    {
        var (found, crashes) = await AnalyzeAsync(Sample);

        Assert.Empty(crashes);
        Assert.Equal(11, Verify.Analyzers.Length);
        // Whole, the sample compiles; what the cuts below are made into is no accident.
        Assert.DoesNotContain(Compile(Sample).GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        foreach (var id in new[] { "GBS1001", "GBS3004", "GBS4001", "GBS4004" }) Assert.Contains(found, diagnostic => diagnostic.Id == id);
        Assert.Contains(found, static diagnostic => diagnostic.Id == "GBS1003");
        Assert.Contains(found, static diagnostic => diagnostic.Id == "GBS1005");
        Assert.Contains(found, static diagnostic => diagnostic.Id == "GBS2001");
        Assert.Contains(found, static diagnostic => diagnostic.Id == "GBS8001");
        Assert.Contains(found, static diagnostic => diagnostic.Id == "GBS8003");
    }

    /// <summary>Values of other types than the place has: the compiler says so, and the analyzers do not fall over it.</summary>
    [Theory]
    [InlineData("new GreenBuild.Standards.Components.AssemblyTakeOff { Structure = \"Concrete\" }")]
    [InlineData("new GreenBuild.Standards.Components.AssemblyTakeOff { Structure = 1.5, KitchensEquipped = 1 }")]
    [InlineData("new GreenBuild.Standards.Components.AssemblyTakeOff { Structure = GreenBuild.Standards.Components.AssemblyStructure.Concrete, KitchensEquipped = 1, Absent = 5, ClaimedPoints = \"1\" }")]
    public async Task WrongTypes_NothingThrows(string expression) => Assert.Empty((await AnalyzeAsync(Source.With("object M() => " + expression + ";"))).Crashes);

    /// <summary>What is read from itself: the compiler says so, and nobody follows it for ever. Overflowing the stack would end the compiler.</summary>
    [Theory]
    [InlineData("double a = a; a = a + a; double b = b; return b + b;")]
    [InlineData("double a = b, b = a; return a + b;")]
    [InlineData("System.Collections.Generic.IEnumerable<double> l = System.Linq.Enumerable.Where(l, x => x > 0); foreach (var x in l) { } return System.Linq.Enumerable.Sum(l);")]
    [InlineData("double[] l = l; double[] a = b, b = a; return l[0] + l[1] + (a[0] + a[1]);")]
    public async Task ReadFromItself_EndsAndNothingThrows(string body) => Assert.Empty((await AnalyzeAsync(Source.With("[return: StandardValue(Keys.Day)] double M() { " + body + " }"))).Crashes);

    [Fact]
    public async Task CutOff_StepByStep_NothingThrows()
    {
        Assert.True(Body > 1000 && Sample.Length - Body > 1000, "The sample is long enough to mean something.");
        for (var length = 0; length < Sample.Length; length += length < Body ? 4 * Step : Step)
            Assert.Empty((await AnalyzeAsync(Sample[..length])).Crashes);
    }

    [Fact]
    public async Task PieceMissing_StepByStep_NothingThrows()
    {
        // Only in the body: the cuts go through the declarations.
        for (var at = Body; at + Piece < Sample.Length; at += Step)
            Assert.Empty((await AnalyzeAsync(Sample.Remove(at, Piece))).Crashes);
    }

    private static CSharpCompilation Compile(string source) => Verify.Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source));

    private static async Task<(ImmutableArray<Diagnostic> Found, List<string> Crashes)> AnalyzeAsync(string source)
    {
        var crashes = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new OverlayText("{ \"key\": 1 ")]), (exception, analyzer, _) => { lock (crashes) crashes.Add(analyzer + ": " + exception); }, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await Compile(source).WithAnalyzers(Verify.Analyzers, options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return (found, crashes);
    }
}
