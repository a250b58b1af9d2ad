using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>What one reading of a compilation is for: which options, which reference to the library, which names of its attributes.</summary>
public sealed class ContractReaderTests
{
    private const string Contract = "class C { [GreenBuild.Standards.StandardValue(\"cn.gb-12523-2025.boundary-day\")] double Level { get; set; } = 80; }";

    /// <summary>An editor asks with other options as soon as a file of the project is saved, with one analyzer after the other.</summary>
    [Fact]
    public void For_TheSameOptions_IsTheSame()
    {
        var compilation = Verify.Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Contract, cancellationToken: TestContext.Current.CancellationToken));
        var provider = new BuildOptions("");
        var file = new OverlayText("{ ");
        var (first, second) = (new AnalyzerOptions([], provider), new AnalyzerOptions([file], provider));
        var reader = ContractReader.For(compilation, first);

        Assert.Same(reader, ContractReader.For(compilation, first));
        Assert.Same(reader, ContractReader.For(compilation, new AnalyzerOptions([], provider)));
        var other = ContractReader.For(compilation, second);
        Assert.NotSame(reader, other);
        Assert.Same(other, ContractReader.For(compilation, second));
        Assert.Same(other, ContractReader.For(compilation, new AnalyzerOptions([file], provider)));
        Assert.Null(ContractReader.For(compilation, new AnalyzerOptions([], new BuildOptions("greenbuild.enabled = false"))));
    }

    /// <summary>The names of files say where the library is; where there are none, the compiler does.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Library_IsFoundWithoutAName(bool isFile)
    {
        var path = typeof(StandardValueAttribute).Assembly.Location;
        MetadataReference library = isFile ? MetadataReference.CreateFromFile(path) : MetadataReference.CreateFromImage(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        var compilation = CSharpCompilation.Create(
            "Sample", [CSharpSyntaxTree.ParseText(Contract, cancellationToken: TestContext.Current.CancellationToken)], [.. Verify.Framework, library], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        var found = await compilation.WithAnalyzers(Verify.Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["GBS1001"], found.Select(static diagnostic => diagnostic.Id));
    }

    /// <summary>A file whose name is that of the library need not be it.</summary>
    [Fact]
    public async Task Library_OfTheNameAlone_IsNone()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "GreenBuild.Standards.dll");
            var other = CSharpCompilation.Create("GreenBuild.Standards", [CSharpSyntaxTree.ParseText("public class Other { }", cancellationToken: TestContext.Current.CancellationToken)], Verify.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            Assert.True(other.Emit(path, cancellationToken: TestContext.Current.CancellationToken).Success);
            var compilation = CSharpCompilation.Create(
                "Sample", [CSharpSyntaxTree.ParseText("class C : Other { /* StandardValue GreenBuild */ string M() => \"GB 12523-2011\"; }", cancellationToken: TestContext.Current.CancellationToken)],
                [.. Verify.Framework, MetadataReference.CreateFromFile(path)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

            Assert.Empty(await compilation.WithAnalyzers(Verify.Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One file may give the attributes other names for all.</summary>
    [Fact]
    public async Task Attributes_MayHaveOtherNamesEverywhere()
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = Verify.Empty.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText("global using Limit = GreenBuild.Standards.StandardValueAttribute; global using U = GreenBuild.Standards.QuantityUnitAttribute;", options, cancellationToken: TestContext.Current.CancellationToken),
            CSharpSyntaxTree.ParseText(
                "class Q { [U(\"dB(A)\")] public static Q Of(double v) => new(); [U(\"dB(A)\")] public double Db => 1; } class C { [Limit(\"nothing\")] double Bad { get; set; } [Limit(\"cn.gb-12523-2025.boundary-day\")] Q Level { get; set; } = Q.Of(80); double M(Q a, Q b) => a.Db + b.Db; }",
                options, cancellationToken: TestContext.Current.CancellationToken));

        var found = await compilation.WithAnalyzers(Verify.Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["GBS1001", "GBS4001", "GBS8001"], found.Select(static diagnostic => diagnostic.Id).Order());
    }

    /// <summary>So may one of a project that is referenced, compiled or not.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Attributes_MayHaveOtherNamesInAReference(bool isCompiled)
    {
        var below = Compile("Below", "using Limit = GreenBuild.Standards.StandardValueAttribute; public class C { [Limit(\"cn.gb-12523-2025.boundary-day\")] public double Lev { get; set; } }");
        using var image = new MemoryStream();
        Assert.True(below.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var above = Compile("Above", "class D { void M(C c) { c.Lev = 80; } }").AddReferences(isCompiled ? MetadataReference.CreateFromImage(image.ToArray()) : below.ToMetadataReference());

        var found = await above.WithAnalyzers(Verify.Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["GBS1001"], found.Select(static diagnostic => diagnostic.Id));

        static CSharpCompilation Compile(string name, string source) => Verify.Empty.WithAssemblyName(name).AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken));
    }
}
