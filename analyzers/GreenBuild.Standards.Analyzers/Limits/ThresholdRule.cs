using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GreenBuild.Standards.Components;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS1003, 1004 and 3003: a value under contract is compared with a threshold that lets more through than the standard, or that repeats its number.</summary>
internal sealed class ThresholdRule : OperationRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(Rules.LooserThreshold, Rules.LooserTolerance, Rules.HardCodedLimit);

    public override ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(OperationKind.Binary, OperationKind.RelationalPattern);

    [MethodImpl(HotPath.OptimisedAtOnce)]
    public override void Check(IOperation operation, OperationContext context)
    {
        if (!Threshold.TryRead(operation, context.Contracts, context.Cancellation, out var threshold)) return;
        foreach (var contract in threshold.Contracts)
        {
            foreach (var limit in contract.LimitsFor(context.Settings).Binding)
            {
                if (!Threshold.IsComparable(limit)) continue;
                if (!IsLooser(threshold, limit, contract))
                {
                    if (threshold.LiteralIn(limit.Unit) is { } literal && HardCodedLimit.IsCopy(literal, limit) && context.IsShown(Rules.HardCodedLimit)) context.Report(HardCodedLimit.Report(literal, limit));
                    continue;
                }

                if (threshold.IsFar(limit) || IsRangeCheck(operation) || IsOneOfSeveral(threshold, limit, contract, out var isAlone)) continue;
                var place = threshold.LiteralIn(limit.Unit);
                context.Report(Diagnostic.Create(
                    ToleranceItem.IsTolerance(limit.Measurand) ? Rules.LooserTolerance : Rules.LooserThreshold,
                    (place ?? threshold.Bound).Syntax.GetLocation(),
                    place is null || !isAlone || !threshold.CanBecome(limit) ? ImmutableDictionary<string, string?>.Empty : HardCodedLimit.PropertiesFor(limit),
                    Text.Behind(Words.Number(threshold.Value), threshold.Unit ?? limit.Unit),
                    BrokenLimit.LimitAsWords(limit, 0),
                    BrokenLimit.CitationOf(limit)));
                return;
            }
        }

        // Stages above the limit, such as 85 beside 70, are no mistake: somewhere in the method the value meets a threshold near the limit.
        // Of several that are all looser, the limit in place of each would leave one branch for all.
        bool IsOneOfSeveral(Threshold looser, Requirement limit, Contract contract, out bool isAlone)
        {
            isAlone = true;
            foreach (var other in Threshold.AllOn(looser.Subject, operation, context))
            {
                if (other.Comparison == operation) continue;
                if (IsLooser(other, limit, contract)) isAlone = false;
                else if (looser.IsStagedBy(other, limit)) return true;
            }

            return false;
        }
    }

    /// <summary>Whether a comparison lets something through that breaks the limit.</summary>
    private static bool IsLooser(in Threshold threshold, Requirement limit, Contract contract) => threshold.Against(limit, contract.Circumstances) is { IsBroken: true, IsBinding: true };

    /// <summary>Whether the comparison only guards against what cannot be: it leads straight to an exception about an argument or about data.</summary>
    private static bool IsRangeCheck(IOperation comparison)
    {
        var condition = comparison;
        while (condition.Parent is IPatternOperation or IIsPatternOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.Or or BinaryOperatorKind.And } or IUnaryOperation or IConversionOperation)
            condition = condition.Parent;
        return condition.Parent switch
        {
            IConditionalOperation choice when choice.Condition == condition => IsRefusal(choice.WhenTrue) || IsRefusal(choice.WhenFalse) || (choice.WhenFalse is null && IsRefusal(Following(choice))),
            // The arm itself, or what is left when no arm fits.
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm => IsRefusal(arm.Value) || choice.Arms.Any(static other => other is { Pattern: IDiscardPatternOperation, Guard: null } && IsRefusal(other.Value)),
            IPatternCaseClauseOperation { Parent: ISwitchCaseOperation section } => IsRefusal(section.Body.FirstOrDefault()),
            _ => false,
        };
    }

    /// <summary>What comes behind a statement that returns where it holds.</summary>
    private static IOperation? Following(IConditionalOperation statement)
    {
        if (statement.Parent is not IBlockOperation block || !Leaves(statement.WhenTrue)) return null;
        var next = block.Operations.IndexOf(statement) + 1;
        return next < block.Operations.Length ? block.Operations[next] : null;

        static bool Leaves(IOperation branch) => branch is IReturnOperation || (branch is IBlockOperation { Operations: [.., var last] } && last is IReturnOperation);
    }

    private static bool IsRefusal(IOperation? outcome)
    {
        if (outcome is IBlockOperation context) outcome = context.Operations.LastOrDefault();
        while (outcome is IConversionOperation or IExpressionStatementOperation) outcome = outcome.ChildOperations.FirstOrDefault();
        var thrown = (outcome as IThrowOperation)?.Exception;
        while (thrown is IConversionOperation conversion) thrown = conversion.Operand;
        for (var type = thrown?.Type; type is not null; type = type.BaseType)
            if (type.Name is nameof(ArgumentException) or nameof(FormatException) or nameof(InvalidDataException) or nameof(OverflowException)) return true;
        return false;
    }
}
