using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS4001: levels in decibels are added or averaged as plain numbers.</summary>
internal sealed class DecibelRule : OperationRule
{
    // Of what is read from what. Code that does not compile may refer to itself.
    private const int MostSteps = 32;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.DecibelsAsNumbers);

    public override ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.Invocation);

    [MethodImpl(HotPath.OptimisedAtOnce)]
    public override void Check(IOperation operation, OperationContext context)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsLevel(sum.LeftOperand, context, MostSteps) && IsLevel(sum.RightOperand, context, MostSteps):
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type: { } kind } total when ConstantNumber.IsNumber(Contract.Underlying(kind)) && IsLevel(total.Value, context, MostSteps):
            case IInvocationOperation { TargetMethod.Name: "Sum" or "Average" } call when IsOfLinq(call) && AreLevels(SourceOf(call), SelectorOf(call), context, MostSteps):
                context.Report(Diagnostic.Create(Rules.DecibelsAsNumbers, operation.Syntax.GetLocation()));
                break;
        }
    }

    /// <summary>Whether a number is a level: a plain one under a contract in decibels, or the decibels of a quantity. A correction that is written as a number, or is under a contract of a difference, is none.</summary>
    private static bool IsLevel(IOperation operation, OperationContext context, int steps)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        if (steps == 0 || operation.ConstantValue.HasValue || operation.Type is not { } type || !ConstantNumber.IsNumber(Contract.Underlying(type))) return false;
        switch (operation)
        {
            case ILocalReferenceOperation local:
                if (context.Contracts.Values.LocalsAround(local, context.Cancellation).OnlyValueOf(local.Local) is { } only) return !only.ConstantValue.HasValue && IsLevel(only, context, steps - 1);
                return LoopOver(local) is { } loop && AreLevels(loop.Collection, context, steps - 1);
            case IArrayElementReferenceOperation element:
                return AreLevels(element.ArrayReference, context, steps - 1);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type: { } of } list } when Contract.ElementOf(of) is not null:
                return AreLevels(list, context, steps - 1);
        }

        var symbol = operation switch
        {
            IPropertyReferenceOperation property => property.Property,
            IFieldReferenceOperation field => field.Field,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IInvocationOperation call => (ISymbol)call.TargetMethod,
            _ => null,
        };
        if (symbol is null) return false;
        var isUnderContract = ContractSource.TryFind(operation, context.Contracts, context.Cancellation, out _, out var found);
        return QuantityUnits.OfNumber(symbol) is { } unit ? IsDecibel(unit) && !(isUnderContract && found.Any(IsDifference)) : isUnderContract && AreDecibels(found);
    }

    /// <summary>Whether a sequence gives levels: as it is selected last, or as it stands under a contract.</summary>
    private static bool AreLevels(IOperation sequence, OperationContext context, int steps)
    {
        while (true)
        {
            if (sequence is IConversionOperation conversion) sequence = conversion.Operand;
            else if (sequence is ITranslatedQueryOperation query) sequence = query.Operation;
            else break;
        }

        if (steps == 0) return false;
        switch (sequence)
        {
            case IInvocationOperation { Arguments.Length: > 0 } call when IsOfLinq(call):
                return call.TargetMethod.Name switch
                {
                    "Select" => AreLevels(SourceOf(call), SelectorOf(call), context, steps),
                    "Where" or "ToList" or "ToArray" or "AsEnumerable" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending" or "Reverse" or "Distinct"
                        or "Skip" or "SkipLast" or "SkipWhile" or "Take" or "TakeLast" or "TakeWhile" or "DefaultIfEmpty" or "Append" or "Prepend" or "Concat" => AreLevels(SourceOf(call), context, steps - 1),
                    _ => false,
                };
            case ILocalReferenceOperation local when context.Contracts.Values.LocalsAround(local, context.Cancellation).OnlyValueOf(local.Local) is { } only:
                return AreLevels(only, context, steps - 1);
            default:
                return ContractSource.TryFind(sequence, context.Contracts, context.Cancellation, out _, out var found) && AreDecibels(found);
        }
    }

    /// <summary>Whether a selector gives levels; without one, whether its source does.</summary>
    private static bool AreLevels(IOperation source, IOperation? selector, OperationContext context, int steps)
    {
        while (selector is IConversionOperation or IDelegateCreationOperation) selector = selector.ChildOperations.FirstOrDefault();
        if (selector is null) return AreLevels(source, context, steps - 1);
        if (selector is not IAnonymousFunctionOperation { Symbol.Parameters: [var item, ..], Body.Operations: [IReturnOperation { ReturnedValue: { } returned }] }) return false;
        var inside = returned;
        while (inside is IConversionOperation conversion) inside = conversion.Operand;
        // x => x, x => (double)x
        return inside is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, item) ? AreLevels(source, context, steps - 1) : IsLevel(returned, context, steps - 1);
    }

    private static bool IsOfLinq(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } && call.Arguments.Length > 0;

    private static IOperation SourceOf(IInvocationOperation call) => Elements.ArgumentOf(call.Arguments, 0)!;

    private static IOperation? SelectorOf(IInvocationOperation call) => Elements.ArgumentOf(call.Arguments, 1);

    /// <summary>The loop that a local goes through a sequence for.</summary>
    private static IForEachLoopOperation? LoopOver(ILocalReferenceOperation local)
    {
        for (var parent = local.Parent; parent is not null; parent = parent.Parent)
            if (parent is IForEachLoopOperation loop && loop.Locals.Contains(local.Local, SymbolEqualityComparer.Default)) return loop;
        return null;
    }

    private static bool AreDecibels(ImmutableArray<Contract> contracts) => contracts.Any(static contract => contract.Units.Count > 0 && contract.Units.All(IsDecibel) && !IsDifference(contract));

    private static bool IsDecibel(string unit) => unit is "dB" or "dB(A)";

    /// <summary>Whether a contract is on what is added to levels or lies between two of them, and so is no level by itself. The vocabulary has both in the same units.</summary>
    private static bool IsDifference(Contract contract) => (contract.Requirement?.Measurand.Key ?? contract.Key) is Measurands.Noise.BackgroundCorrection or Measurands.Noise.BackgroundDifference or Measurands.Noise.CalibrationDrift
        or Measurands.Noise.InstrumentDynamicRange or Measurands.Noise.LimitExcess or Measurands.Noise.TimeCorrection;
}
