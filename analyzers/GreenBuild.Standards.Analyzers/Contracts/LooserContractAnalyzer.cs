using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS8004: the contract of a member allows more than that of the member it overrides or implements.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LooserContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.LooserContract);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ContractReader.For(start.Compilation, start.Options) is not { IsUsed: true } contracts) return;
            start.RegisterSymbolAction(context => CheckType(context, contracts), SymbolKind.NamedType);
        });
    }

    private static void CheckType(SymbolAnalysisContext context, ContractReader contracts)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        // Nothing is taken over where nothing above has a contract, and most types stand for themselves.
        if (!contracts.IsBound(type)) return;
        foreach (var member in type.GetMembers()) CheckOverride(member, context, contracts);
    }

    private static void CheckOverride(ISymbol member, SymbolAnalysisContext context, ContractReader contracts)
    {
        switch (member)
        {
            case IPropertySymbol property:
                Compare(property, contracts.Of(property));
                break;
            case IMethodSymbol method:
                // A getter says what its property says.
                if (method.AssociatedSymbol is null) Compare(method, contracts.OfReturn(method));
                foreach (var parameter in method.Parameters) Compare(parameter, contracts.Of(parameter));
                break;
        }

        void Compare(ISymbol symbol, ImmutableArray<Contract> own)
        {
            if (own.Length < 2 || symbol.DeclaringSyntaxReferences.Length == 0) return;
            var inherited = contracts.OfInherited(symbol);
            var settings = contracts.SettingsOf(symbol.DeclaringSyntaxReferences[0].SyntaxTree);
            foreach (var contract in own)
                foreach (var other in inherited)
                {
                    if (inherited.Contains(contract) || !contract.IsLooserThan(other, settings, out var limit, out var stricter)) continue;
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rules.LooserContract, symbol.Locations[0], Text.Of(Words.ValueOf(limit)), BrokenLimit.CitationOf(limit), Text.Of(Words.ValueOf(stricter)), BrokenLimit.CitationOf(stricter)));
                    return;
                }
        }
    }
}
