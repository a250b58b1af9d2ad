using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS8001: a contract that cannot be checked, and would look like a check without being one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.UncheckableContract);

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
        if (ContractMapping.At(attribute, context.SemanticModel.Compilation) is { } mapping)
        {
            var targets = ContractMapping.TargetsOf(mapping).ToList();
            if (contracts.ReadMapping(mapping) is { Problem: { } mistake }) Report(mistake);
            else if (targets.Count == 0) Report(Text.Format("Contract_NoMember"));
            else if (targets.Select(target => TypeOf(target) is { } type ? contracts.ReadMapping(mapping).ProblemWith(type) : null).FirstOrDefault(static found => found is not null) is { } wrong) Report(wrong);
            return;
        }

        if (!WrittenContract.TryRead(attribute, context.SemanticModel, contracts, context.CancellationToken, out var written)) return;
        // What it stands on is only worth a word if the contract itself makes sense: both may hang on the key.
        if (written.Contract.Problem is { } problem)
        {
            Report(problem);
            return;
        }

        var symbol = SymbolUnder(attribute, context.SemanticModel, context.CancellationToken);
        if (TypeOf(symbol) is { TypeKind: not TypeKind.Error } type && written.Contract.ProblemWith(type) is { } mismatch) Report(mismatch);
        // A number under contract is taken in the unit of the limit. Of a method the unit is that of what it is given.
        else if (symbol is IFieldSymbol or IParameterSymbol or IPropertySymbol && QuantityUnits.OfNumber(symbol) is { } unit && written.Contract.Units.Count > 0 && !written.Contract.Units.Contains(unit))
            Report(Text.Format("Contract_OtherUnit", unit, string.Join(", ", written.Contract.Units)));

        void Report(Text what) => context.ReportDiagnostic(Diagnostic.Create(Rules.UncheckableContract, attribute.GetLocation(), what));
    }

    /// <summary>What an attribute speaks about, or <see langword="null"/> if it cannot stand where it does.</summary>
    private static ISymbol? SymbolUnder(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation) => attribute.Parent?.Parent switch
    {
        BaseFieldDeclarationSyntax { Declaration.Variables: [var field, ..] } => model.GetDeclaredSymbol(field, cancellation),
        AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property, cancellation),
        LambdaExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancellation).Symbol,
        { } other => model.GetDeclaredSymbol(other, cancellation),
        null => null,
    };

    private static ITypeSymbol? TypeOf(ISymbol? target) => target switch
    {
        IParameterSymbol parameter => parameter.Type,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IMethodSymbol method => method.ReturnType,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.ReturnType,
        _ => null,
    };
}
