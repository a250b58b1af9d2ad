using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests.Options;

/// <summary>A hint that a build would not show is left out, and one that anything raises is not. The files are read by the compiler's own reader of them.</summary>
public sealed class ShownRulesTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("[*.cs]\ndotnet_diagnostic.GBS1004.severity = warning", true)]
    [InlineData("[*.cs]\ndotnet_diagnostic.gbs1004.severity = error", true)]
    [InlineData("[*.cs]\ndotnet_diagnostic.GBS1004.severity = suggestion", false)]
    [InlineData("[*.cs]\ndotnet_diagnostic.GBS1004.severity = none", false)]
    [InlineData("[*.cs]\ndotnet_diagnostic.GBS1002.severity = warning", false)]
    [InlineData("[Other.cs]\ndotnet_diagnostic.GBS1004.severity = warning", false)]
    [InlineData("is_global = true\ndotnet_diagnostic.GBS1004.severity = warning", true)]
    [InlineData("is_global = true\ndotnet_diagnostic.GBS1004.severity = suggestion", false)]
    [InlineData("[*.cs]\ndotnet_analyzer_diagnostic.severity = warning", true)]
    [InlineData("[*.cs]\ndotnet_analyzer_diagnostic.category-GreenBuild.Limits.severity = warning", true)]
    [InlineData("[*.cs]\ndotnet_analyzer_diagnostic.category-GreenBuild.Citations.severity = warning", false)]
    public void Include_AsTheFilesSay(string config, bool isShown) => Assert.Equal(isShown, Includes(Rules.HardCodedLimit, DiagnosticSeverity.Warning, config));

    [Theory]
    [InlineData(DiagnosticSeverity.Hidden)]
    [InlineData(DiagnosticSeverity.Info)]
    public void Include_WhatTheHostReportsAnyway(DiagnosticSeverity least) => Assert.True(Includes(Rules.HardCodedLimit, least, ""));

    [Fact]
    public void Include_WarningsWithoutLooking() => Assert.True(Includes(Rules.LimitBroken, DiagnosticSeverity.Warning, ""));

    /// <summary>As <c>-warnaserror+:GBS1004</c> and a file of rules come.</summary>
    [Fact]
    public void Include_WhatTheCommandLineNames() => Assert.True(Includes(Rules.HardCodedLimit, DiagnosticSeverity.Warning, "", ("GBS1004", ReportDiagnostic.Error)));

    /// <summary>What a newer compiler says is understood; the oldest one says nothing, and all is shown.</summary>
    [Fact]
    public async Task LeastOf_IsWhatTheCompilerSays()
    {
        var asked = new Asked();
        await CSharpCompilation.Create("Sample").WithAnalyzers([asked]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(DiagnosticSeverity.Hidden, asked.Least);
#if NEWEST_ROSLYN
        Assert.Equal(typeof(DiagnosticSeverity), typeof(AnalysisContext).GetProperty("MinimumReportedSeverity")?.PropertyType);
#endif
    }

#pragma warning disable RS1001 // It is asked here, and belongs to no package.
    private sealed class Asked : DiagnosticAnalyzer
#pragma warning restore RS1001
    {
        public DiagnosticSeverity? Least { get; private set; }

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.LimitBroken];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            Least = ShownRules.LeastOf(context);
        }
    }

    private static bool Includes(DiagnosticDescriptor rule, DiagnosticSeverity least, string config, params (string Id, ReportDiagnostic How)[] named)
    {
        var files = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(config, config.StartsWith("is_global", StringComparison.Ordinal) ? "/.globalconfig" : "/.editorconfig")));
        var tree = CSharpSyntaxTree.ParseText("", path: "/Site.cs");
        var compilation = CSharpCompilation.Create("Sample", [tree], options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithSpecificDiagnosticOptions(named.ToDictionary(static one => one.Id, static one => one.How)).WithSyntaxTreeOptionsProvider(new Severities(files)));
        return new ShownRules(least, compilation, new Options(files)).Include(rule, tree, TestContext.Current.CancellationToken);
    }

    private sealed class Severities(AnalyzerConfigSet files) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            files.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) => files.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class Options(AnalyzerConfigSet files) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(files.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(files.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key.ToLowerInvariant(), out value);
    }
}
