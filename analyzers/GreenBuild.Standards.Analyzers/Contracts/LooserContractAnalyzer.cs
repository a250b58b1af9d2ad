using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS8004 and 8005: a contract that allows more than the one it meets, on an overridden member or where its value is passed on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LooserContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.LooserContract, Rules.ContractPassedOn);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ContractReader.For(start.Compilation, start.Options) is not { } contracts) return;
            start.RegisterSymbolAction(context => CheckOverride(context, contracts), SymbolKind.Method, SymbolKind.Property);
            start.RegisterOperationAction(context => CheckPassedOn(context, contracts), Sink.Kinds);
        });
    }

    private static void CheckOverride(SymbolAnalysisContext context, ContractReader contracts)
    {
        switch (context.Symbol)
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
            var tree = symbol.DeclaringSyntaxReferences[0].SyntaxTree;
            foreach (var contract in own)
                foreach (var other in inherited)
                {
                    if (inherited.Contains(contract) || !TryCompare(contracts, contract, other, tree, out var limit, out var stricter)) continue;
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rules.LooserContract, symbol.Locations[0], Text.Of(Words.ValueOf(limit)), BrokenLimit.CitationOf(limit), Text.Of(Words.ValueOf(stricter)), BrokenLimit.CitationOf(stricter)));
                    return;
                }
        }
    }

    private static void CheckPassedOn(OperationAnalysisContext context, ContractReader contracts)
    {
        if (!Sink.TryRead(context.Operation, context.ContainingSymbol, out var sink) || contracts.Of(sink.Target) is not { IsEmpty: false } asked) return;
        var value = sink.Value;
        if (!ContractSource.TryFind(value, contracts, context.CancellationToken, out var source, out var known)) return;
        var tree = value.Syntax.SyntaxTree;
        foreach (var contract in asked)
            foreach (var promised in known)
            {
                // One of them may say more than the sink asks for.
                if (known.Contains(contract) || !TryCompare(contracts, promised, contract, tree, out var looser, out var stricter)) continue;
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.ContractPassedOn, value.Syntax.GetLocation(), source.Name, Text.Of(Words.ValueOf(looser)), BrokenLimit.CitationOf(looser), Text.Of(Words.ValueOf(stricter)), BrokenLimit.CitationOf(stricter)));
                return;
            }
    }

    /// <summary>Whether the first contract allows what the second does not.</summary>
    private static bool TryCompare(ContractReader contracts, Contract first, Contract second, SyntaxTree tree, out Requirement looser, out Requirement stricter)
    {
        (looser, stricter) = (null!, null!);
        if (contracts.LimitsOf(first, tree).Binding is not [var own, ..] || contracts.LimitsOf(second, tree).Binding is not [var other, ..] || own == other) return false;
        (looser, stricter) = (own, other);
        return LimitCheck.CompareStrictness(own, other) > 0;
    }
}
