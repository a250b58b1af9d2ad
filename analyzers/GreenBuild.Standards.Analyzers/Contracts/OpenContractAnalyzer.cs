using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS8009: a contract names a measurand and leaves open which limit of it applies: no value is checked against it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OpenContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.OpenContract);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ContractReader.For(start.Compilation, start.Options) is not { } contracts) return;
            start.RegisterSemanticModelAction(context =>
            {
                foreach (var attribute in contracts.AttributesIn(context.SemanticModel.SyntaxTree, context.CancellationToken)) Check(attribute, context, contracts);
            });
        });
    }

    private static void Check(AttributeSyntax attribute, SemanticModelAnalysisContext context, ContractReader contracts)
    {
        var contract = ContractMapping.At(attribute, context.SemanticModel.Compilation) is { } mapping ? contracts.ReadMapping(mapping)
            : WrittenContract.TryRead(attribute, context.SemanticModel, contracts, context.CancellationToken, out var written) ? written.Contract : null;
        if (contract is not { Problem: null }) return;
        var settings = contracts.SettingsOf(attribute.SyntaxTree);
        if (contract.LimitsFor(settings) is not { Binding.Count: 0, Missing: { Count: > 0 } missing }) return;
        context.ReportDiagnostic(Diagnostic.Create(Rules.OpenContract, attribute.GetLocation(), contract.Key, settings.Place.Code, settings.AsOf.ToString(), string.Join(", ", missing)));
    }
}
