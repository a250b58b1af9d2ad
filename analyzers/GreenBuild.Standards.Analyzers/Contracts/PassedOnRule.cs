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
        foreach (var contract in asked)
            foreach (var promised in known)
            {
                // One of them may say more than the sink asks for.
                if (known.Contains(contract) || !promised.IsLooserThan(contract, context.Settings, out var looser, out var stricter) || IsCheckedBefore(stricter, contract)) continue;
                context.Report(Diagnostic.Create(
                    Rules.ContractPassedOn, value.Syntax.GetLocation(), source.Name, Text.Of(Words.ValueOf(looser)), BrokenLimit.CitationOf(looser), Text.Of(Words.ValueOf(stricter)), BrokenLimit.CitationOf(stricter)));
                return;
            }

        // A comparison with what applies there, or with less; whether it is asked on every path is left to its writer.
        bool IsCheckedBefore(Requirement limit, Contract contract)
        {
            if (!Threshold.IsComparable(limit)) return false;
            foreach (var threshold in Threshold.AllOn(source, value, context))
                if (threshold.Comparison.Syntax.SpanStart < value.Syntax.SpanStart && !threshold.Against(limit, contract.Circumstances).IsBroken) return true;
            return false;
        }
    }
}
