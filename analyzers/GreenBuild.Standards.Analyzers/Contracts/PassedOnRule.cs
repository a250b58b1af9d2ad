using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS8005: a value under contract is put into a place whose contract allows less.</summary>
internal sealed class PassedOnRule : OperationRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.ContractPassedOn);

    public override void Check(in Sink sink, ImmutableArray<Contract> asked, OperationContext context)
    {
        var value = sink.Value;
        if (!ContractSource.TryFind(value, context.Contracts, context.Cancellation, out var source, out var known)) return;
        var tree = value.Syntax.SyntaxTree;
        foreach (var contract in asked)
            foreach (var promised in known)
            {
                // One of them may say more than the sink asks for.
                if (known.Contains(contract) || !LooserContractAnalyzer.TryCompare(context.Contracts, promised, contract, tree, out var looser, out var stricter) || IsCheckedBefore(stricter, contract)) continue;
                context.Report(Diagnostic.Create(
                    Rules.ContractPassedOn, value.Syntax.GetLocation(), source.Name, Text.Of(Words.ValueOf(looser)), BrokenLimit.CitationOf(looser), Text.Of(Words.ValueOf(stricter)), BrokenLimit.CitationOf(stricter)));
                return;
            }

        // A comparison with what applies there, or with less; whether it is asked on every path is left to its writer.
        bool IsCheckedBefore(Requirement limit, Contract contract)
        {
            IOperation root = value;
            while (root.Parent is { } parent) root = parent;
            foreach (var comparison in root.Descendants())
                if (comparison is IBinaryOperation or IRelationalPatternOperation && comparison.Syntax.SpanStart < value.Syntax.SpanStart
                    && Threshold.TryRead(comparison, context.Contracts, context.Cancellation, out var threshold) && SymbolEqualityComparer.Default.Equals(threshold.Subject, source)
                    && Threshold.IsComparable(limit) && threshold.IsSafeFor(limit, contract.Circumstances))
                    return true;
            return false;
        }
    }
}
