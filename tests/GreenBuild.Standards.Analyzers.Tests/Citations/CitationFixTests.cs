using System.Collections.Immutable;
using GreenBuild.Standards.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

public sealed class CitationFixTests
{
    /// <summary>What is written, and what it becomes: the manner of writing stays.</summary>
    [Theory]
    [InlineData("GB 12523-2011", "GB 12523-2025")]
    [InlineData("GB12523-2011", "GB12523-2025")]
    [InlineData("GB 12523—2011", "GB 12523—2025")]
    [InlineData("GB 12523——2011", "GB 12523——2025")]
    [InlineData("GB 12523 - 2011", "GB 12523 - 2025")]
    [InlineData("GB  12523-1990", "GB  12523-2025")]
    [InlineData("GB 12523-90", "GB 12523-2025")]
    [InlineData("GB/T 50640-2010", "GB/T 50640-2023")]
    [InlineData("GB／T50640—2010", "GB／T50640—2023")]
    // Another number altogether: the successor of GB 12524-90 is an edition of GB 12523.
    [InlineData("GB 12524-90", "GB 12523-2025")]
    // From a recommended standard to a mandatory one.
    [InlineData("GB/T14623-93", "GB3096-2008")]
    public Task Number_IsReplacedInTheWritersManner(string written, string expected) => Verify.FixAsync<CitationAnalyzer, CitationFix>(
        CitationAnalyzerTests.In($"string M() => \"after [|{written}|] Table 1\";"),
        CitationAnalyzerTests.In($"string M() => \"after {expected} Table 1\";"));

    [Theory]
    [InlineData("string M() => @\"a \"\"[|GB 12523-2011|]\"\"\";", "string M() => @\"a \"\"GB 12523-2025\"\"\";")]
    [InlineData("string M() => \"\\t[|GB 12523-2011|]\\n\";", "string M() => \"\\tGB 12523-2025\\n\";")]
    [InlineData("string M(int n) => $\"{{[|GB 12523-2011|]}} {n}\";", "string M(int n) => $\"{{GB 12523-2025}} {n}\";")]
    [InlineData("string M() => \"\"\"\n        [|GB 12523-2011|]\n        \"\"\";", "string M() => \"\"\"\n        GB 12523-2025\n        \"\"\";")]
    [InlineData("System.ReadOnlySpan<byte> M() => \"[|GB 12523-2011|]\"u8;", "System.ReadOnlySpan<byte> M() => \"GB 12523-2025\"u8;")]
    [InlineData("[System.Obsolete(\"[|GB 12523-2011|]\")] void M() { }", "[System.Obsolete(\"GB 12523-2025\")] void M() { }")]
    public Task Literal_KeepsItsForm(string member, string expected) =>
        Verify.FixAsync<CitationAnalyzer, CitationFix>(CitationAnalyzerTests.In(member), CitationAnalyzerTests.In(expected));

    [Fact]
    public Task FixAll_TakesDifferentCitationsOfOneTextAlong() => Verify.FixAsync<CitationAnalyzer, CitationFix>(
        CitationAnalyzerTests.In("string A() => \"[|GB 12523-2011|], [|GB 12523-2011|] and [|GB/T 50640-2010|]\"; string B() => \"[|GB 3096-93|]\";"),
        CitationAnalyzerTests.In("string A() => \"GB 12523-2025, GB 12523-2025 and GB/T 50640-2023\"; string B() => \"GB 3096-2008\";"));

    /// <summary>As <c>dotnet format</c> asks where the first finding has no fix: it does not know which kind is meant.</summary>
    [Fact]
    public async Task FixAll_WithoutAKind_FixesWhatItCan()
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Sample", LanguageNames.CSharp).WithMetadataReferences([.. Verify.Framework, Verify.Library])
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).AddDocument("A.cs", "class A { bool M(string s) => s == \"GB 12523-2011\"; string N() => \"GB 12523-2011\"; }");
        var compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var found = await compilation.WithAnalyzers([new CitationAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, found.Length);
        var fix = new CitationFix();

        var action = await fix.GetFixAllProvider().GetFixAsync(new FixAllContext(document, fix, FixAllScope.Solution, codeActionEquivalenceKey: null, ["GBS2001"], new Found(found), TestContext.Current.CancellationToken));

        var change = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action!.GetOperationsAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("class A { bool M(string s) => s == \"GB 12523-2011\"; string N() => \"GB 12523-2025\"; }", (await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

    private sealed class Found(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }

    [Fact]
    public Task Day_DecidesWhatIsCited() => Verify.FixAsync<CitationAnalyzer, CitationFix>(
        CitationAnalyzerTests.In("string M() => \"[|GB 12523-90|]\";"),
        CitationAnalyzerTests.In("string M() => \"GB 12523-2011\";"),
        "greenbuild.as_of = 2020-01-01");

    [Theory]
    [InlineData("void M([StandardValue([|\"cn.gb-12523-2011.boundary-day\"|])] double level) { }", "void M([StandardValue(\"cn.gb-12523-2025.boundary-day\")] double level) { }")]
    [InlineData("void M([StandardValue(key: [|\"cn.gb-12523-2011.boundary-night\"|] /* night */)] double level) { }", "void M([StandardValue(key: \"cn.gb-12523-2025.boundary-night\" /* night */)] double level) { }")]
    [InlineData("void M([StandardValue([|RequirementKeys.Cn.Gb12523_2011.BoundaryDay|])] double level) { }", "void M([StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] double level) { }")]
    [InlineData("void M([StandardValue([|GreenBuild.Standards.RequirementKeys.Cn.Gb12523_2011.BoundaryDay|])] double level) { }", "void M([StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] double level) { }")]
    [InlineData("bool M(double level) => level > [|LimitValues.Cn.Gb12523_2011.BoundaryDay|];", "bool M(double level) => level > LimitValues.Cn.Gb12523_2025.BoundaryDay;")]
    [InlineData("string M() => /* day */ [|RequirementKeys.Cn.Gb12523_2011.BoundaryDay|];", "string M() => /* day */ RequirementKeys.Cn.Gb12523_2025.BoundaryDay;")]
    public Task Key_IsReplacedByThatOfTheSuccessor(string member, string expected) => Verify.FixAsync<CitationAnalyzer, CitationFix>(
        "using GreenBuild.Standards;\n" + CitationAnalyzerTests.In(member), "using GreenBuild.Standards;\n" + CitationAnalyzerTests.In(expected));

    /// <summary>Nothing is offered where it would be a guess; the source stays as it is.</summary>
    [Theory]
    [InlineData("void M([StandardValue([|\"cn.gb-12523-90.earthwork-day\"|])] double level) { }")] // no such row any more
    [InlineData("string M() => [|\"GB 12523\\u20142011\"|];")] // an escape inside the number
    [InlineData("bool M(string s) => s == \"[|GB 12523-2011|]\" || s is \"[|GB 3096-93|]\";")] // compared
    [InlineData("int M(System.Collections.Generic.Dictionary<string, int> d) => d[\"[|GB 12523-2011|]\"];")] // a key
    public Task NothingSure_NothingOffered(string member)
    {
        var source = "using GreenBuild.Standards;\n" + CitationAnalyzerTests.In(member);
        return Verify.FixAsync<CitationAnalyzer, CitationFix>(source, source);
    }
}
