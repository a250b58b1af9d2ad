using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Contracts are found by the text of a file before anything is bound: wherever one stands, it must be found still.</summary>
public sealed class ContractPlacesTests
{
    // GB 12523-2025, 5.1: 70 dB(A) by day; 80 breaks it.
    private const string Key = "cn.gb-12523-2025.boundary-day";

    private const string Declared = $$"""
        using GreenBuild.Standards;
        namespace Vendor;
        public abstract class Plan
        {
            [StandardValue("{{Key}}")] public abstract double Level { get; set; }
            [StandardValue("{{Key}}")] public double Field;
            public void Set(string name, [StandardValue("{{Key}}")] double level) { }
            [return: StandardValue("{{Key}}")] public abstract double Get();
        }
        public interface IPlan { [StandardValue("{{Key}}")] double Day { get; set; } }
        public class Plain { public double Level { get; set; } }
        """;

    // No word of the library in it.
    private const string Used = """
        class Own : Vendor.Plan, Vendor.IPlan
        {
            public override double Level { get; set; }
            public double Day { get; set; }
            public override double Get() => 80;
            void Put(Vendor.Plain plain) { Level = 80; Field = 80; Set("north", 80); Day = 80; plain.Level = 80; }
        }
        """;

    [Fact]
    public async Task OtherFile_OfTheSameProgram()
    {
        Assert.Equal(Enumerable.Repeat("GBS1001", 5), await IdsAsync(Verify.Empty.AddSyntaxTrees(Parse(Declared), Parse(Used))));
    }

    [Fact]
    public async Task CompiledAssembly_OfAVendor()
    {
        using var image = new MemoryStream();
        Assert.True(CSharpCompilation.Create("Vendor", [Parse(Declared)], Verify.Empty.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        Assert.Equal(
            Enumerable.Repeat("GBS1001", 5), await IdsAsync(Verify.Empty.AddReferences(MetadataReference.CreateFromImage(image.ToArray())).AddSyntaxTrees(Parse(Used))));
    }

    [Fact]
    public async Task OtherName_GivenInAnotherFile()
    {
        Assert.Equal(["GBS1001"], await IdsAsync(Verify.Empty.AddSyntaxTrees(
            Parse("global using Limit = GreenBuild.Standards.StandardValueAttribute;"),
            Parse($$"""class Own { [Limit("{{Key}}")] public double Level { get; set; } void Put() { Level = 80; } }"""))));
    }

    /// <summary>Of a generic member each construction is judged by its own type, whichever is met first; and what an operator returns is looked at though nobody names it.</summary>
    [Theory]
    [InlineData("a.Set(Length.FromMetres(1)); b.Set(80);")]
    [InlineData("b.Set(80); a.Set(Length.FromMetres(1));")]
    public async Task Generic_IsJudgedByItsType(string calls)
    {
        var code = $$"""
            using GreenBuild.Standards;
            class Box<T> { public void Set([StandardValue("{{Key}}")] T level) { } }
            class Own
            {
                void Put(Box<Length> a, Box<double> b) { {{calls}} }
                [return: StandardValue("{{Key}}")] public static double operator +(Own a, Own b) => 80;
            }
            """;
        Assert.Equal(["GBS1001", "GBS1001"], await IdsAsync(Verify.Empty.AddSyntaxTrees(Parse(code))));
    }

    [Fact]
    public async Task NotUsed_NothingIsLookedAt()
    {
        // The library is referenced, and no file names it: the hours of a shop are no night of a standard.
        Assert.Empty(await IdsAsync(Verify.Empty.AddSyntaxTrees(Parse("class Shop { bool IsClosed(System.DateTime now) => now.Hour >= 22 || now.Hour < 6; }"))));
        Assert.Equal(["GBS4005"], await IdsAsync(Verify.Empty.AddSyntaxTrees(Parse("using GreenBuild.Standards; class Site { bool IsNight(System.DateTime now) => now.Hour >= 22 || now.Hour < 6; }"))));
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<string>> IdsAsync(CSharpCompilation compilation)
    {
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var found = await compilation.WithAnalyzers(Verify.Analyzers, new AnalyzerOptions([], new BuildOptions(""))).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return found.Select(static diagnostic => diagnostic.Id);
    }
}
