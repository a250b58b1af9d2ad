using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS4004: a value is rounded otherwise than by GB/T 8170 before it is compared with a limit.</summary>
internal sealed class RoundingRule : OperationRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.OtherRounding);

    public override ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(OperationKind.Invocation);

    /// <summary>A value under contract that is rounded.</summary>
    public override void Check(IOperation operation, OperationContext context)
    {
        var call = (IInvocationOperation)operation;
        if (IsOtherRounding(call) && IsUnderContract(call, context, out var found)) Report(context, call, found);
    }

    private static bool IsUnderContract(IInvocationOperation call, OperationContext context, out ImmutableArray<Contract> found) =>
        ContractSource.TryFind(Elements.ArgumentOf(call.Arguments, 0)!, context.Contracts, context.Cancellation, out _, out found);

    /// <summary>A rounded value that is put into a place under contract.</summary>
    public override void Check(in Sink sink, ImmutableArray<Contract> asked, OperationContext context)
    {
        var value = sink.Value;
        if (value is IConversionOperation { Operand: ILocalReferenceOperation or IInvocationOperation } conversion) value = conversion.Operand;
        if (value is ILocalReferenceOperation local && context.Contracts.Values.LocalsAround(local, context.Cancellation).OnlyValueOf(local.Local) is { } only) value = only;
        // What is rounded is under contract itself: said already. And a local may be passed on more than once.
        if (value is IInvocationOperation call && IsOtherRounding(call) && !IsUnderContract(call, context, out _) && context.IsFirst(call.Syntax)) Report(context, call, asked);
    }

    private static void Report(OperationContext context, IInvocationOperation call, ImmutableArray<Contract> found)
    {
        foreach (var contract in found)
            foreach (var limit in contract.LimitsFor(context.Settings).Binding)
            {
                if (limit.RoundingDigits is not { } digits) continue;
                context.Report(Diagnostic.Create(Rules.OtherRounding, call.Syntax.GetLocation(), BrokenLimit.CitationOf(limit), digits));
                return;
            }
    }

    /// <summary>Math.Floor, Ceiling, Truncate, and Round with another way to go from the middle. Math.Round by itself goes to even, as GB/T 8170 does.</summary>
    private static bool IsOtherRounding(IInvocationOperation call)
    {
        if (call.TargetMethod is not { IsStatic: true, ContainingType: { Name: "Math" or "MathF" or "Decimal", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } || call.Arguments.Length == 0) return false;
        if (call.TargetMethod.Name is "Floor" or "Ceiling" or "Truncate") return true;
        if (call.TargetMethod.Name != "Round") return false;
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.Type.Name == nameof(MidpointRounding) && argument.Value.ConstantValue is { HasValue: true, Value: int mode }) return mode != (int)MidpointRounding.ToEven;
        return false;
    }
}
