using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Bodies that name nothing of interest are not looked at; here are those that hardly name what they are about. 70.5 dB(A) by day is still met.</summary>
public sealed class CodeOfInterestTests
{
    private const string Usings = """
        using System;
        using System.Collections;
        using GreenBuild.Standards;
        using Other = Positional;

        """;

    // No indexer, delegate or Add under contract here: with one of them more would be looked at.
    private const string Types = """

        public class Meter
        {
            public Meter() { }
            public Meter([StandardValue("cn.gb-12523-2025.boundary-day")] double level) { }
        }

        public record Positional([StandardValue("cn.gb-12523-2025.boundary-day")] double Level);
        public abstract class Plan { public abstract void Put([StandardValue("cn.gb-12523-2025.boundary-day")] double level); }
        public interface IPlan { [StandardValue("cn.gb-12523-2025.boundary-day")] double Level { get; } }
        public class LevelAttribute : Attribute { public LevelAttribute([StandardValue("cn.gb-12523-2025.boundary-day")] double level) { } }
        """;

    public static TheoryData<string, string> Bodies => new()
    {
        { "new without a type", "class C { Meter M() => new({|GBS1001:80|}); }" },
        { "new in a field", "class C { Meter _meter = new({|GBS1001:80|}); }" },
        { "new by an alias", "class C { object M() => new Other({|GBS1001:80|}); }" },
        { "base", "class C : Meter { C() : base({|GBS1001:80|}) { } }" },
        { "base of a primary constructor", "class C() : Meter({|GBS1001:80|});" },
        { "this", "class C { C([StandardValue(\"cn.gb-12523-2025.boundary-day\")] double x) { } C() : this({|GBS1001:80|}) { } }" },
        { "parameter with another name, set", "class C : Plan { public override void Put(double loud) { loud = {|GBS1001:80|}; } }" },
        { "parameter with another name, compared", "class C : Plan { bool _over; public override void Put(double loud) { _over = loud > {|GBS1003:75|}; } }" },
        { "explicit implementation", "class C : IPlan { double IPlan.Level => {|GBS1001:80|}; }" },
        { "explicit implementation with an initialiser", "class C : IPlan { double IPlan.Level { get; } = {|GBS1001:80|}; }" },
        { "attribute of a member", "class C { [Level({|GBS1001:80|})] void M() { } }" },
        { "attribute of a lambda", "class C { object M() => [Level({|GBS1001:80|})] () => 1; }" },
        { "attribute of a parameter of a lambda", "class C { object M() => ([Level({|GBS1001:80|})] int i) => 1; }" },
        { "attribute of a local function", "class C { void M() { [Level({|GBS1001:80|})] void N() { } N(); } }" },
        { "lambda under contract", "class C { object M() => [return: StandardValue(\"cn.gb-12523-2025.boundary-day\")] (int i) => {|GBS1001:80|}; }" },
        { "local that was read from a member", "class C { bool M(Positional p) { var x = p.Level; var y = x; return y > {|GBS1003:75|}; } }" },
        { "pattern", "class C { bool M(Positional p) => p is { Level: > {|GBS1003:75|} }; }" },
        { "verbatim name", "class C { object M() => new @Meter({|GBS1001:80|}); }" },
        { "blanks before what is passed on", "class C { object M() => new Meter\n  ({|GBS1001:80|}); }" },
        { "hours without the library", "class C { bool M(DateTime t) => {|GBS4005:t.Hour|} >= 22 || t.Hour < 6; }" },
        { "collection initialiser", "class C : IEnumerable { public void Add([StandardValue(\"cn.gb-12523-2025.boundary-day\")] double x) { } public IEnumerator GetEnumerator() => throw new Exception(); static object M() => new C { {|GBS1001:80|} }; }" },
        { "delegate", "delegate void D([StandardValue(\"cn.gb-12523-2025.boundary-day\")] double x); class C { void M(D d) => d({|GBS1001:80|}); }" },
        { "indexer", "class C { double this[[StandardValue(\"cn.gb-12523-2025.boundary-day\")] double x] => 1; double M(C c) => c[{|GBS1001:80|}]; }" },
        { "quantity of one's own", "class Q { [QuantityUnit(\"dB(A)\")] public static Q Of(double v) => new(); [QuantityUnit(\"dB(A)\")] public double Db => 1; } class C { double M(Q a, Q b) => {|GBS4001:a.Db + b.Db|}; }" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Body_IsLookedAt(string name, string body)
    {
        _ = name;
        return Verify.AllAsync(Usings + body + Types);
    }

    /// <summary>Contracts of what is referenced, compiled and as a project beside.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Referenced_IsLookedAt(bool isCompiled)
    {
        var below = Compile("Below", Usings.Replace("using Other = Positional;", "", StringComparison.Ordinal) + Types, Verify.Library);
        using var image = new MemoryStream();
        Assert.True(below.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var compilation = Compile(
            "Above",
            """
            class A { Meter M() => new(80); }
            class B : Plan { public override void Put(double loud) { loud = 80; } }
            class C : IPlan { double IPlan.Level => 80; }
            class D { bool M(Positional p) => p is { Level: > 75 }; }
            """,
            Verify.Library, isCompiled ? MetadataReference.CreateFromImage(image.ToArray()) : below.ToMetadataReference());

        var found = await compilation.WithAnalyzers(Verify.Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["GBS1001", "GBS1001", "GBS1001", "GBS1003"], found.Select(static diagnostic => diagnostic.Id).Order());
    }

    /// <summary>Where the library is not referenced, or is switched off, nothing is called but the start of the compilation.</summary>
    [Theory]
    [InlineData(false, "", false)]
    [InlineData(true, "greenbuild.enabled = false", false)]
    [InlineData(true, "", true)]
    public async Task WithoutLibrary_NothingIsRegistered(bool withLibrary, string options, bool isRegistered)
    {
        var source = "using System; class C { /* StandardValue */ string M(DateTime t) => t.Hour >= 22 || t.Hour < 6 ? \"GB 12523-2011\" : \"\"; }" + (withLibrary ? "class D { GreenBuild.Standards.SoundLevel L; }" : "");
        var compilation = Compile("Sample", source, withLibrary ? [Verify.Library] : []);
        var analyzers = compilation.WithAnalyzers(Verify.Analyzers, new AnalyzerOptions([new OverlayText("{ ")], new BuildOptions(options)));
        var result = await analyzers.GetAnalysisResultAsync(TestContext.Current.CancellationToken);

        Assert.Equal(isRegistered, result.GetAllDiagnostics().Length > 0);
        var calls = new List<int>();
        foreach (var analyzer in Verify.Analyzers.Where(static analyzer => analyzer is not DiagnosticSuppressor))
        {
            var telemetry = await analyzers.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken);
            Assert.Equal(1, telemetry.CompilationStartActionsCount);
            // Every kind of call there is, whatever a newer compiler adds.
            calls.Add(telemetry.GetType().GetProperties().Where(static property => property.Name.EndsWith("Count", StringComparison.Ordinal) && property.Name != "CompilationStartActionsCount").Sum(property => (int)property.GetValue(telemetry)!));
        }

        if (isRegistered) Assert.Contains(calls, static count => count > 0);
        else Assert.All(calls, static count => Assert.Equal(0, count));
    }

    /// <summary>A body that names nothing that a rule knows is left alone: the rule that finds something in every body is not asked.</summary>
    [Fact]
    public async Task Body_ThatNamesNothing_IsNotLookedAt()
    {
        var seen = new SeenRule();
        var compilation = Compile("Sample", Usings + "class C { int M(int a) => Math.Max(a, 1); bool N(Positional p) => p.Level > 60; }" + Types, Verify.Library);
        await compilation.WithAnalyzers([new RecordingAnalyzer(seen)]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["p.Level > 60"], seen.Texts);
    }

    private static CSharpCompilation Compile(string name, string source, params MetadataReference[] references)
    {
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))], [.. Verify.Framework, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return compilation;
    }
}

/// <summary>Notes the operators and calls that it is shown.</summary>
internal sealed class SeenRule : OperationRule
{
    public List<string> Texts { get; } = [];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [Rules.LimitBroken];

    public override ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.Binary, OperationKind.Invocation];

    public override void Check(IOperation operation, OperationContext context)
    {
        lock (Texts) Texts.Add(operation.Syntax.ToString());
    }
}
